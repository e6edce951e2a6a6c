// Every address that follows from another one, and the programs' own.
import { type Address, type AddressLike, addressBytes, addressFromBytes } from './address.ts';
import { invalidArgument, PercosecError } from './error.ts';
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
  derive(INSURANCE_POOL_PROGRAM, 'share_mint', pool, u32Seed(generation, 'generation'));

export const positionAddress = async (pool: AddressLike, depositor: AddressLike) =>
  derive(INSURANCE_POOL_PROGRAM, 'position', pool, addressBytes(depositor));

export const shareAccountAddress = async (pool: AddressLike, depositor: AddressLike, generation: number) =>
  derive(INSURANCE_POOL_PROGRAM, 'share_account', pool, addressBytes(depositor), u32Seed(generation, 'generation'));

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
  derive(INSOLVENCY_HANDLER_PROGRAM, 'claim', market, u64Seed(sequence, 'sequence'));

export const associatedTokenAddress = async (owner: AddressLike, mint: AddressLike) =>
  derive(ASSOCIATED_TOKEN_PROGRAM, '', owner, addressBytes(TOKEN_PROGRAM), addressBytes(mint));

/** Where the loader keeps a program's code and who may change it. */
export const programDataAddress = async (program: AddressLike) => derive(UPGRADEABLE_LOADER_PROGRAM, '', program);

// Not by the codecs' way of writing: a page that only reads must not carry that.
function u64Seed(value: bigint, name: string): Uint8Array {
  if (typeof value !== 'bigint' || BigInt.asUintN(64, value) !== value) throw invalidArgument(name, 'a u64', value);
  return new Uint8Array(BigUint64Array.of(value).buffer);
}

function u32Seed(value: number, name: string): Uint8Array {
  if (value >>> 0 !== value) throw invalidArgument(name, 'a u32', value);
  return new Uint8Array(Uint32Array.of(value).buffer);
}

const known = new Map<string, Promise<Address>>();
/** A page shows a few hundred; a service that walks all positions must not keep them all. */
const MOST_KNOWN = 4096;

function derive(program: Address, label: string, of: AddressLike, ...rest: readonly Uint8Array[]): Promise<Address> {
  const seeds = [utf8(label), addressBytes(of), ...rest].flatMap((seed) => [...seed]);
  const key = program + seeds;
  if (known.size > MOST_KNOWN) known.clear();
  const found = known.get(key) ?? search(program, seeds);
  known.set(key, found);
  // What failed for want of WebCrypto may succeed once there is one.
  found.catch(() => known.delete(key));
  return found;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The first address, from bump 255 down, that is no point of the curve: nobody can have a key for it. */
async function search(program: Address, seeds: readonly number[]): Promise<Address> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) {
    throw new PercosecError(
      'InsecureContext',
      'No WebCrypto, which derives addresses: serve the page over https, or from localhost.',
    );
  }
  for (let bump = 255; ; bump--) {
    const bytes = [...seeds, bump, ...addressBytes(program), ...utf8('ProgramDerivedAddress')];
    const hash = new Uint8Array(await subtle.digest('SHA-256', Uint8Array.from(bytes)));
    if (!isOnCurve(hash)) return addressFromBytes(hash);
  }
}

/**
 * Whether the bytes are the y of a point of ed25519, −x² + y² = 1 − (121665/121666)·x²·y²: whether that x² is a square, by
 * Euler's criterion. A product is one where the quotient is, and the sign doesn't matter: −1 is one, too.
 */
export function isOnCurve(bytes: Uint8Array): boolean {
  const prime = (1n << 255n) - 19n;
  // Little endian; the last bit is the sign of x.
  const y = bytes.reduceRight((high, byte) => (high << 8n) | BigInt(byte), 0n) & ((1n << 255n) - 1n);
  let power = (121666n * (y * y - 1n) * (121665n * y * y - 121666n)) % prime;
  let result = 1n;
  for (let exponent = prime >> 1n; exponent; exponent >>= 1n) {
    if (exponent & 1n) result = (result * power) % prime;
    power = (power * power) % prime;
  }
  return result < 2n;
}
