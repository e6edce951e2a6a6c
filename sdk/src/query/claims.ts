import { checked } from '../accounts/checked.ts';
import {
  type InsolvencyRecord,
  insolvencyRecordLayout,
  type MarketClaims,
  marketClaimsLayout,
} from '../accounts/generated.ts';
import { type Address, type AddressLike, address } from '../address.ts';
import { type ClaimRow, readClaimRows } from '../api/claims.ts';
import type { PercosecClient } from '../client.ts';
import { invalidArgument, type PercosecError } from '../error.ts';
import type { AccountSnapshot } from '../live/accounts.ts';
import type { Snapshot } from '../rpc.ts';
import { type Later, nameOf, type PercosecQueryOptions, percosecQueryOptions, snapshotOf } from './source.ts';

export interface ClaimsParameters {
  readonly market: Later;
  /** How many of the newest claims; 20 unless told otherwise. Raise it to show older ones. */
  readonly limit?: number;
}

export type Claim = ClaimRow;

/** What the indexer says differently from the chain, which is believed. */
export interface ClaimDifference {
  readonly sequence: bigint;
  /** The indexer doesn't have it, has it otherwise, or has one that the chain doesn't. */
  readonly kind: 'missing' | 'different' | 'unknown';
}

export interface Claims {
  /** How many claims there were, and what became of them in all; null where the market's claims were never set up. */
  readonly totals: MarketClaims | null;
  /** Newest first. */
  readonly records: readonly Claim[];
  /** Of the newest ones, those that could not be found. */
  readonly missing: readonly bigint[];
  /** Nothing is left out: neither older ones nor missing ones. */
  readonly complete: boolean;
  /** Why the indexer was not used, though there is one. */
  readonly apiError: PercosecError | null;
  readonly differences: readonly ClaimDifference[];
}

/** Of the source `api` where records came from the indexer. */
export type ClaimsData = Snapshot<Claims>;

const LIMIT = 20;
const HIGHEST_LIMIT = 10_000;
/** Addresses a read, and reads under way at once: public RPCs allow few a second. */
const CHUNK = 100;
const LANES = 4;

export const claimsQueryKey = (client: Pick<PercosecClient, 'key'>, { market, limit = LIMIT }: ClaimsParameters) =>
  ['percosec', client.key, 'claims', { market: nameOf(market), limit }] as const;

export interface ClaimsQueryOptions extends PercosecQueryOptions<ClaimsData, ReturnType<typeof claimsQueryKey>> {
  /** While older claims of the same market are read, the newer ones stay. */
  readonly placeholderData: (
    previous: ClaimsData | undefined,
    query?: { readonly queryKey: readonly unknown[] },
  ) => ClaimsData | undefined;
}

/** What a market's insurance has paid: from the chain alone, or from the indexer, held to what the chain says. */
export function claimsQueryOptions(
  client: PercosecClient,
  { market, limit = LIMIT }: ClaimsParameters,
): ClaimsQueryOptions {
  const addresses = () => [client.addresses.marketClaimsAddress(address(market as AddressLike))];
  const read = async ({ signal }: { readonly signal: AbortSignal }): Promise<ClaimsData> => {
    if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT)
      throw invalidArgument('limit', `a whole number from 1 to ${HIGHEST_LIMIT}`, limit);
    return readClaims(client, address(market as AddressLike), limit, signal);
  };
  const update = ([account]: readonly AccountSnapshot[], previous: ClaimsData | undefined) => {
    const totals = checked(client.decode(marketClaimsLayout, account), { market: nameOf(market) });
    if (!account || previous?.value.totals?.sequence !== totals?.sequence) return undefined;
    return previous && snapshotOf([account], { ...previous.value, totals });
  };
  const options = percosecQueryOptions(
    claimsQueryKey(client, { market, limit }),
    market != null,
    Object.assign(read, { live: { client, addresses, update } }),
  );
  return {
    ...options,
    placeholderData: (previous, query) =>
      (query?.queryKey[3] as { market?: unknown } | undefined)?.market === nameOf(market) ? previous : undefined,
  };
}

async function readClaims(client: PercosecClient, market: Address, limit: number, signal: AbortSignal) {
  let apiError: PercosecError | null = null;
  const rowsOfApi = client.apiUrl
    ? readClaimRows(client, market, limit, signal).catch((error) => {
        apiError = error;
        return null;
      })
    : null;
  const { insolvencyRecordAddress, marketClaimsAddress } = client.addresses;
  // Few markets have had more than one claim: theirs comes with the first read, and ten markets with all of theirs fit into one.
  const first = await client.readAccounts([marketClaimsAddress(market), insolvencyRecordAddress(market, 0n)], {
    signal,
  });
  const rows = await rowsOfApi;
  signal.throwIfAborted();
  const totals = checked(client.decode(marketClaimsLayout, first[0]), { market });
  const count = totals?.sequence ?? 0n;
  const newest = Array.from(
    { length: Number(count < limit ? count : limit) },
    (_, index) => count - 1n - BigInt(index),
  );

  const onChain: Records = new Map();
  const known = recordsOf(client, market);
  const note = (sequence: bigint, account: AccountSnapshot | undefined) => {
    const record = checked(client.decode(insolvencyRecordLayout, account), { market, sequence });
    if (!record) return;
    onChain.set(sequence, record);
    known.set(sequence, record);
  };
  note(0n, first[1]);

  const ofApi = new Map(rows?.map((row) => [row.sequence, row]));
  // The newest one is held to the chain; of the others, only what the indexer doesn't have is read there.
  const wanted = newest.filter((sequence, index) => {
    if (onChain.has(sequence) || (index > 0 && ofApi.has(sequence))) return false;
    const record = index > 0 ? known.get(sequence) : undefined;
    if (record) onChain.set(sequence, record);
    return !record;
  });
  const readOn = async (): Promise<void> => {
    while (wanted.length > 0) {
      const chunk = wanted.splice(0, CHUNK);
      const places = chunk.map((sequence) => insolvencyRecordAddress(market, sequence));
      const accounts = await client.readAccounts(places, { signal }).catch((error) => {
        // The other lanes stop, too, with what they have.
        wanted.length = 0;
        throw error;
      });
      for (const [index, sequence] of chunk.entries()) note(sequence, accounts[index]);
    }
  };
  await Promise.all(Array.from({ length: LANES }, readOn));

  const records: Claim[] = [];
  const missing: bigint[] = [];
  const differences: ClaimDifference[] = [];
  let usedApi = false;
  for (const sequence of newest) {
    const row = ofApi.get(sequence);
    const record = onChain.get(sequence);
    if (rows && !row) differences.push({ sequence, kind: 'missing' });
    if (record && row && !sameClaim(record, row)) differences.push({ sequence, kind: 'different' });
    if (!record && row) usedApi = true;
    const claim = record ? claimOf(record) : row;
    if (claim) records.push(claim);
    else missing.push(sequence);
  }
  for (const { sequence } of rows ?? []) if (sequence >= count) differences.push({ sequence, kind: 'unknown' });

  const complete = missing.length === 0 && BigInt(newest.length) === count;
  const claims: Claims = { totals, records, missing, complete, apiError, differences };
  const snapshot = snapshotOf(first.slice(0, 1), claims);
  return usedApi ? { ...snapshot, source: 'api' as const } : snapshot;
}

type Records = Map<bigint, InsolvencyRecord>;

const readBefore = /* @__PURE__ */ new WeakMap<PercosecClient, Map<Address, Records>>();

/**
 * Records are written once: those that were read stay read, when a new claim comes, when older ones are asked for, and
 * when a long reading was broken off. Not so what is only processed, which the chain may still drop.
 */
function recordsOf(client: PercosecClient, market: Address): Records {
  if (client.commitment === 'processed') return new Map();
  const ofClient = readBefore.get(client) ?? new Map<Address, Records>();
  readBefore.set(client, ofClient);
  const records: Records = ofClient.get(market) ?? new Map();
  ofClient.set(market, records);
  return records;
}

function claimOf({ bump, reserved, ...claim }: InsolvencyRecord): Claim {
  return claim;
}

const sameClaim = (record: InsolvencyRecord, row: ClaimRow) =>
  (Object.keys(row) as (keyof ClaimRow)[]).every((field) => record[field] === row[field]);
