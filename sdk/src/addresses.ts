// Every address that follows from another one, and the programs' own.
import { type Address, type AddressLike, addressBytes, addressFromBytes } from './address.ts';
import { encode, u32, u64 } from './codec/codec.ts';
import { PercosecError } from './error.ts';
import {
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  PREMIUM_MANAGER_PROGRAM,
  RISK_ENGINE_PROGRAM,
} from './programs.ts';

export {
  HANDLER_AUTHORITY,
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  PREMIUM_MANAGER_PROGRAM,
  RISK_AUTHORITY,
  RISK_ENGINE_PROGRAM,
} from './programs.ts';

export const SYSTEM_PROGRAM = '11111111111111111111111111111111' as Address;
export const TOKEN_PROGRAM = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA' as Address;
export const ASSOCIATED_TOKEN_PROGRAM = 'ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL' as Address;
export const PYTH_RECEIVER_PROGRAM = 'rec5EKMGg6MxZYaMdyBfgwp4d5rB9T1VQH5pJv5LtFJ' as Address;
export const UPGRADEABLE_LOADER_PROGRAM = 'BPFLoaderUpgradeab1e11111111111111111111111' as Address;
export const SYSVAR_PROGRAM = 'Sysvar1111111111111111111111111111111111111' as Address;
export const CLOCK_SYSVAR = 'SysvarC1ock11111111111111111111111111111111' as Address;

export const poolAddress = async (market: AddressLike) => derive(INSURANCE_POOL_PROGRAM, 'insurance_pool', market);

export const vaultAddress = async (pool: AddressLike) => derive(INSURANCE_POOL_PROGRAM, 'pool_vault', pool);

export const shareMintAddress = async (pool: AddressLike, generation: number) =>
  derive(INSURANCE_POOL_PROGRAM, 'share_mint', pool, encode(u32, generation, 'generation'));

export const positionAddress = async (pool: AddressLike, depositor: AddressLike) =>
  derive(INSURANCE_POOL_PROGRAM, 'position', pool, addressBytes(depositor));

export const shareAccountAddress = async (pool: AddressLike, depositor: AddressLike, generation: number) =>
  derive(INSURANCE_POOL_PROGRAM, 'share_account', pool, addressBytes(depositor), encode(u32, generation, 'generation'));

export const riskMetricsAddress = async (market: AddressLike) => derive(RISK_ENGINE_PROGRAM, 'risk_metrics', market);

export const marketConfigAddress = async (market: AddressLike) => derive(RISK_ENGINE_PROGRAM, 'market_config', market);

export const premiumStateAddress = async (market: AddressLike) =>
  derive(PREMIUM_MANAGER_PROGRAM, 'premium_state', market);

export const premiumVaultAddress = async (premiumState: AddressLike) =>
  derive(PREMIUM_MANAGER_PROGRAM, 'premium_vault', premiumState);

export const treasuryAddress = async (market: AddressLike) => derive(PREMIUM_MANAGER_PROGRAM, 'treasury', market);

export const marketClaimsAddress = async (market: AddressLike) =>
  derive(INSOLVENCY_HANDLER_PROGRAM, 'market_claims', market);

export const insolvencyRecordAddress = async (market: AddressLike, sequence: bigint) =>
  derive(INSOLVENCY_HANDLER_PROGRAM, 'claim', market, encode(u64, sequence, 'sequence'));

export const associatedTokenAddress = async (owner: AddressLike, mint: AddressLike) =>
  derive(ASSOCIATED_TOKEN_PROGRAM, '', owner, addressBytes(TOKEN_PROGRAM), addressBytes(mint));

/** Where the loader keeps a program's code and who may change it. */
export const programDataAddress = async (program: AddressLike) => derive(UPGRADEABLE_LOADER_PROGRAM, '', program);

const known = new Map<string, Promise<Address>>();
/** A page shows a few hundred; a service that walks all positions must not keep them all. */
const MOST_KNOWN = 4096;

function derive(program: Address, label: string, of: AddressLike, ...rest: readonly Uint8Array[]): Promise<Address> {
  const seeds = [new TextEncoder().encode(label), addressBytes(of), ...rest];
  const key = [program, ...seeds].join();
  let found = known.get(key);
  if (found === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    found = search(program, seeds);
    known.set(key, found);
    // What failed for want of WebCrypto may succeed once there is one.
    found.catch(() => known.delete(key));
  }
  return found;
}

/** The first address, from bump 255 down, that is no point of the curve: nobody can have a key for it. */
async function search(program: Address, seeds: readonly Uint8Array[]): Promise<Address> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) {
    throw new PercosecError(
      'InsecureContext',
      'Addresses are derived with WebCrypto, which browsers give to secure pages only. Serve the page over https, or from localhost.',
    );
  }
  for (let bump = 255; ; bump--) {
    const parts = [...seeds, [bump], addressBytes(program), new TextEncoder().encode('ProgramDerivedAddress')];
    const hash = new Uint8Array(await subtle.digest('SHA-256', Uint8Array.from(parts.flatMap((part) => [...part]))));
    if (!isOnCurve(hash)) return addressFromBytes(hash);
  }
}

const PRIME = 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn;
const D = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n;

/** Of ed25519: whether x² = (y² − 1) / (D·y² + 1) has a root, so whether the two have the same quadratic character. */
export function isOnCurve(bytes: Uint8Array): boolean {
  // Little endian; the last bit is the sign of x.
  const y = bytes.reduceRight((high, byte) => (high << 8n) | BigInt(byte), 0n) & ((1n << 255n) - 1n);
  const y2 = (y * y) % PRIME;
  return jacobi(((y2 - 1n + PRIME) * (D * y2 + 1n)) % PRIME) >= 0;
}

/** Of a number by the prime: 1 for a square, −1 for another, 0 for none of both. */
function jacobi(value: bigint): number {
  let [a, n, sign] = [value, PRIME, 1];
  while (a > 0n) {
    while ((a & 1n) === 0n) {
      a >>= 1n;
      if ((n & 7n) === 3n || (n & 7n) === 5n) sign = -sign;
    }
    if ((a & n & 3n) === 3n) sign = -sign;
    [a, n] = [n % a, a];
  }
  return n === 1n ? sign : 0;
}
