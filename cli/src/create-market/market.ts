// The market that shall be insured, as it is on the cluster: everything that would be refused later is found out first.
import {
  type AccountRead,
  type Address,
  decodeAccount,
  insuredMarketCodec,
  mintCodec,
  type PercosecError,
  type Rpc,
  readAccounts,
  TOKEN_PROGRAM,
  tokenAccountCodec,
} from '@percosec/sdk';
import { Failure } from '../failure.ts';

const TOKEN_2022_PROGRAM = 'TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb';

export interface Market {
  readonly address: Address;
  readonly mint: Address;
  readonly decimals: number;
  /** What is no mistake for certain, and should be looked at. */
  readonly warnings: readonly string[];
}

export async function readMarket(rpc: Rpc, address: Address, signer: Address, wanted: Address | null): Promise<Market> {
  const header = headerOf(await readOne(rpc, address), rpc);
  if (header.authority !== signer) {
    throw new Failure(
      `Only the market's authority may insure it (Unauthorized): that is ${header.authority}, and the key given is ${signer}.`,
      "Give the authority's key with --keypair.",
    );
  }
  const vault = vaultOf(await readOne(rpc, header.coverVault));
  const mint = wanted ?? vault?.mint;
  if (mint === undefined) {
    throw new Failure(
      `The market wants its claims paid to ${header.coverVault}, which is no token account, so its collateral is not known.`,
      'Give the collateral with --mint, and have the market show a token account of it.',
    );
  }
  return {
    address,
    mint,
    decimals: decimalsOf(await readOne(rpc, mint)),
    warnings: warningsOf(header.coverVault, vault, mint),
  };
}

async function readOne(rpc: Rpc, address: Address): Promise<AccountRead> {
  const [read] = await readAccounts(rpc, [address]);
  return read as AccountRead;
}

function headerOf({ address, account }: AccountRead, rpc: Rpc) {
  if (account === null)
    throw new Failure(`There is no market ${address} on ${rpc.url}.`, 'Check the address and --url.');
  try {
    return decodeAccount(insuredMarketCodec, { address, ...account });
  } catch (error) {
    const { code, context } = error as PercosecError;
    throw new Failure(
      `${address} shows no InsuredMarket header (InvalidMarket): ${code}, found ${context.found}, expected ${context.expected}.`,
      "The perp program writes the header into the market's first 136 bytes; see the protocol, section 1.",
    );
  }
}

/** A mint is 82 bytes, a token account 165; both belong to the token program. */
function vaultOf({ address, account }: AccountRead) {
  if (account?.owner !== TOKEN_PROGRAM || account.data.length !== tokenAccountCodec.size) return null;
  return decodeAccount(tokenAccountCodec, { address, ...account });
}

function decimalsOf({ address, account }: AccountRead): number {
  const unsupported = (why: string) =>
    new Failure(
      `${address} is no collateral that a pool can hold (UnsupportedMint): ${why}.`,
      'Use a mint of the SPL Token program, like USDC.',
    );
  if (account === null) throw unsupported('there is no such account');
  if (account.owner === TOKEN_2022_PROGRAM) throw unsupported('it is of Token-2022');
  if (account.owner !== TOKEN_PROGRAM || account.data.length !== mintCodec.size) throw unsupported('it is no mint');
  const { isInitialized, decimals } = decodeAccount(mintCodec, { address, ...account });
  if (!isInitialized) throw unsupported('it is not initialized');
  return decimals;
}

function warningsOf(coverVault: Address, vault: ReturnType<typeof vaultOf>, mint: Address): string[] {
  const waits = 'Claims will wait until the market shows an account that can receive them.';
  if (vault === null) return [`The market's cover vault ${coverVault} is no token account. ${waits}`];
  if (vault.mint !== mint) return [`The market's cover vault ${coverVault} holds ${vault.mint}, not ${mint}. ${waits}`];
  if (vault.state === 2) return [`The market's cover vault ${coverVault} is frozen. ${waits}`];
  return [];
}
