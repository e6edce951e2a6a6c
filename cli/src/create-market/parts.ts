// The five parts of a market's insurance, in the order in which they are made: what each is set to, and what it creates.
import {
  type AccountCodec,
  type Address,
  type Creation,
  decodeAccount,
  type Instruction,
  initializeClaimsInstruction,
  initializeMarketConfigInstruction,
  initializePoolInstruction,
  initializePremiumStateInstruction,
  initializeRiskMetricsInstruction,
  insurancePoolCodec,
  marketClaimsAddress,
  marketClaimsCodec,
  marketConfigAddress,
  marketConfigCodec,
  mintCodec,
  poolAddress,
  premiumStateAddress,
  premiumStateCodec,
  premiumVaultAddress,
  type Rpc,
  readAccounts,
  riskMetricsAddress,
  riskMetricsCodec,
  shareMintAddress,
  tokenAccountCodec,
  treasuryAddress,
  vaultAddress,
} from '@percosec/sdk';
import { Failure } from '../failure.ts';
import { json } from '../print.ts';
import type { Market } from './market.ts';
import type { Settings } from './settings.ts';

export interface Part {
  readonly name: Creation['what'];
  readonly exists: boolean;
  readonly creates: readonly Creation[];
  instruction(): Promise<Instruction>;
}

/** Refuses where a part exists and is set otherwise: what is set once stays. */
export async function readParts(rpc: Rpc, market: Market, authority: Address, settings: Settings): Promise<Part[]> {
  const named = { market: market.address, authority, collateralMint: market.mint };
  const pool = await poolAddress(market.address);
  const premiumState = await premiumStateAddress(market.address);
  const token = (what: Creation['what'], address: Address) => ({ what, address, bytes: tokenAccountCodec.size });
  const part = async <T extends object>(
    name: Part['name'],
    codec: AccountCodec<T>,
    address: Address,
    set: Partial<T>,
    instruction: Part['instruction'],
    beside: readonly Creation[] = [],
  ): Promise<Part> => {
    const [read] = await readAccounts(rpc, [address]);
    // Lamports that somebody sent there beforehand do not make it exist.
    const exists = read?.account != null && read.account.data.length > 0;
    if (exists) refuseOther(name, address, decodeAccount(codec, { address, ...read.account }), set);
    return { name, exists, creates: [{ what: name, address, bytes: codec.size }, ...beside], instruction };
  };
  return Promise.all([
    part(
      'pool',
      insurancePoolCodec,
      pool,
      { collateralMint: market.mint, ...settings.pool },
      () => initializePoolInstruction({ ...named, ...settings.pool }),
      [
        token('pool vault', await vaultAddress(pool)),
        { what: 'share mint', address: await shareMintAddress(pool, 0), bytes: mintCodec.size },
      ],
    ),
    part('market config', marketConfigCodec, await marketConfigAddress(market.address), settings.config, () =>
      initializeMarketConfigInstruction({ ...named, ...settings.config }),
    ),
    part('risk metrics', riskMetricsCodec, await riskMetricsAddress(market.address), {}, () =>
      initializeRiskMetricsInstruction(named),
    ),
    part(
      'premium state',
      premiumStateCodec,
      premiumState,
      settings.premium,
      () => initializePremiumStateInstruction({ ...named, ...settings.premium }),
      [
        token('premium vault', await premiumVaultAddress(premiumState)),
        token('treasury', await treasuryAddress(market.address)),
      ],
    ),
    part('market claims', marketClaimsCodec, await marketClaimsAddress(market.address), {}, () =>
      initializeClaimsInstruction({ market: market.address, payer: authority }),
    ),
  ]);
}

function refuseOther<T extends object>(name: string, address: Address, found: T, wanted: Partial<T>): void {
  const others = (Object.keys(wanted) as (keyof T & string)[])
    .filter((field) => json(found[field]) !== json(wanted[field]))
    .map((field) => `${field} is ${json(found[field])}, not ${json(wanted[field])}`);
  if (others.length === 0) return;
  throw new Failure(
    `The ${name} of this market exists already, at ${address}, and is set otherwise: ${others.join('; ')}.`,
    'What is set once cannot be changed. Repeat the command with these settings to make what is still missing.',
  );
}
