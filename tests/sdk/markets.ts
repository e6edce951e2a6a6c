// Accounts of insured markets, by their bytes: zero but for what a test is about.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Address, addressBytes, addressFromBytes } from '../../sdk/src/address.ts';
import {
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  insolvencyRecordAddress,
  marketClaimsAddress,
  marketConfigAddress,
  PREMIUM_MANAGER_PROGRAM,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  RISK_ENGINE_PROGRAM,
  riskMetricsAddress,
  TOKEN_PROGRAM,
} from '../../sdk/src/addresses.ts';
import type { RpcServer, ServedAccount } from './rpcServer.ts';

export const testAddress = (name: string): Address => addressFromBytes(createHash('sha256').update(name).digest());

const programs = {
  insurance_pool: INSURANCE_POOL_PROGRAM,
  risk_engine: RISK_ENGINE_PROGRAM,
  premium_manager: PREMIUM_MANAGER_PROGRAM,
  insolvency_handler: INSOLVENCY_HANDLER_PROGRAM,
} as const;

const sizes = {
  InsurancePool: ['insurance_pool', 464],
  ProviderPosition: ['insurance_pool', 224],
  PremiumState: ['premium_manager', 336],
  MarketConfig: ['risk_engine', 208],
  RiskMetrics: ['risk_engine', 672],
  MarketClaims: ['insolvency_handler', 128],
  InsolvencyRecord: ['insolvency_handler', 160],
} as const;

type Name = keyof typeof sizes;

function discriminator(program: keyof typeof programs, name: Name): number[] {
  const idl = JSON.parse(
    readFileSync(new URL(`../../programs/artifacts/idl/${program}.json`, import.meta.url), 'utf8'),
  );
  return idl.accounts.find((account: { name: string }) => account.name === name).discriminator;
}

/** u64 and address fields by their offsets in docs/accounts.md. */
export function served(name: Name, fields: Record<number, bigint | Address> = {}): ServedAccount {
  const [program, size] = sizes[name];
  const data = new Uint8Array(size);
  data.set(discriminator(program, name));
  if (name === 'RiskMetrics') data.set(new TextEncoder().encode('Low'), 638);
  // A pool's epochs last: one of none is no pool's.
  if (name === 'InsurancePool') filled(data, { 296: 1_000n });
  return { owner: programs[program], data: filled(data, fields) };
}

function filled(data: Uint8Array, fields: Record<number, bigint | Address>): Uint8Array {
  for (const [offset, value] of Object.entries(fields)) {
    if (typeof value === 'bigint') new DataView(data.buffer).setBigUint64(Number(offset), value, true);
    else data.set(addressBytes(value), Number(offset));
  }
  return data;
}

export function servedHeader(owner: Address, fields: Record<number, bigint | Address> = {}): ServedAccount {
  const data = new Uint8Array(200);
  data.set(createHash('sha256').update('account:InsuredMarket').digest().subarray(0, 8));
  data[8] = 1;
  return { owner, data: filled(data, fields) };
}

export const servedMint = (decimals: number): ServedAccount => {
  const data = new Uint8Array(82);
  data.set([decimals, 1], 44);
  return { owner: TOKEN_PROGRAM, data };
};

/** State 1: initialized, 2: frozen. */
export const servedTokens = (mint: Address, owner: Address, amount: bigint, state = 1): ServedAccount => {
  const data = filled(new Uint8Array(165), { 0: mint, 32: owner, 64: amount });
  data[108] = state;
  return { owner: TOKEN_PROGRAM, data };
};

/** The offsets that tests write to. */
export const TOTAL_DEPOSITS = 264;
export const EPOCH_PREMIUM_ACCRUED = 200;
export const LAST_SETTLED_SLOT = 224;
export const SHARES = 144;
export const OPEN_INTEREST = 40;
export const CLAIMS_SEQUENCE = 72;

export function servedRecord(market: Address, sequence: bigint, deficit = 100n + sequence): ServedAccount {
  return served('InsolvencyRecord', { 8: market, 72: sequence, 80: deficit, 96: deficit, 120: 1_000n + sequence });
}

/** A market with everything, as of now: nobody is told. */
export async function insure(server: RpcServer, market: Address, owner: Address, claims = 0n): Promise<void> {
  const pool = await poolAddress(market);
  const accounts: [Address, ServedAccount][] = [
    [market, servedHeader(testAddress('perp program'))],
    [pool, served('InsurancePool', { 8: market, [TOTAL_DEPOSITS]: 1_000n })],
    [await premiumStateAddress(market), served('PremiumState', { 8: market })],
    [await riskMetricsAddress(market), served('RiskMetrics', { 8: market })],
    [await marketConfigAddress(market), served('MarketConfig', { 8: market })],
    [await marketClaimsAddress(market), served('MarketClaims', { 8: market, [CLAIMS_SEQUENCE]: claims })],
    [await positionAddress(pool, owner), served('ProviderPosition', { 8: owner, 40: pool, 72: market, [SHARES]: 5n })],
  ];
  for (let sequence = 0n; sequence < claims; sequence++)
    accounts.push([await insolvencyRecordAddress(market, sequence), servedRecord(market, sequence)]);
  for (const [address, account] of accounts) server.accounts.set(address, account);
}
