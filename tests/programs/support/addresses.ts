// Every PDA of PROTOCOL.md, section 0. Deriving one costs a quarter of a millisecond, so each is derived once.
import { PublicKey } from '@solana/web3.js';
import { type ProgramName, programs } from './artifacts.ts';
import { u32, u64 } from './bytes.ts';

type Seed = string | PublicKey | Uint8Array;

const derived = new Map<string, PublicKey>();

function pda(program: ProgramName, ...seeds: Seed[]): PublicKey {
  const bytes = seeds.map((seed) =>
    typeof seed === 'string' ? Buffer.from(seed) : seed instanceof PublicKey ? seed.toBuffer() : Buffer.from(seed),
  );
  const id = [program, ...bytes.map((part) => part.toString('hex'))].join('/');
  const address = derived.get(id) ?? PublicKey.findProgramAddressSync(bytes, programs[program].id)[0];
  derived.set(id, address);
  return address;
}

export const poolOf = (market: PublicKey) => pda('insurance_pool', 'insurance_pool', market);
export const vaultOf = (pool: PublicKey) => pda('insurance_pool', 'pool_vault', pool);
export const shareMintOf = (pool: PublicKey, generation: number) =>
  pda('insurance_pool', 'share_mint', pool, u32(generation));
export const positionOf = (pool: PublicKey, depositor: PublicKey) => pda('insurance_pool', 'position', pool, depositor);
export const shareAccountOf = (pool: PublicKey, depositor: PublicKey, generation: number) =>
  pda('insurance_pool', 'share_account', pool, depositor, u32(generation));

export const riskMetricsOf = (market: PublicKey) => pda('risk_engine', 'risk_metrics', market);
export const marketConfigOf = (market: PublicKey) => pda('risk_engine', 'market_config', market);
export const riskAuthority = pda('risk_engine', 'risk_authority');

export const premiumStateOf = (market: PublicKey) => pda('premium_manager', 'premium_state', market);
export const premiumVaultOf = (premiumState: PublicKey) => pda('premium_manager', 'premium_vault', premiumState);
export const treasuryOf = (market: PublicKey) => pda('premium_manager', 'treasury', market);

export const marketClaimsOf = (market: PublicKey) => pda('insolvency_handler', 'market_claims', market);
export const insolvencyRecordOf = (market: PublicKey, sequence: bigint) =>
  pda('insolvency_handler', 'claim', market, u64(sequence));
export const handlerAuthority = pda('insolvency_handler', 'handler_authority');
