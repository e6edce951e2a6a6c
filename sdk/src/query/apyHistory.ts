import { checked } from '../accounts/checked.ts';
import { premiumStateLayout } from '../accounts/generated.ts';
import { type Address, type AddressLike, address } from '../address.ts';
import { type ApySnapshotRow, readApySnapshotRows } from '../api/apySnapshots.ts';
import type { PercosecClient } from '../client.ts';
import { invalidArgument, type PercosecError } from '../error.ts';
import { decodeEvents } from '../events/decode.ts';
import type { AccountSnapshot } from '../live/accounts.ts';
import type { Snapshot } from '../rpc.ts';
import { type Later, nameOf, type PercosecQueryContext, percosecQueryOptions, snapshotOf } from './source.ts';

export interface ApyHistoryParameters {
  readonly market: Later;
  /** How many of the newest settlements; 30 unless told otherwise. */
  readonly limit?: number;
}

/** A settled epoch. */
export interface ApyPoint extends Omit<ApySnapshotRow, 'timestamp' | 'totalShares'> {
  /** Unix time, seconds; null where the RPC doesn't know it. */
  readonly timestamp: bigint | null;
  /** Null where nobody had a share. */
  readonly totalShares: bigint | null;
}

export interface ApyHistory {
  /** Oldest first. */
  readonly points: readonly ApyPoint[];
  /** There is nothing between the points and now that is left out. */
  readonly complete: boolean;
  /** Of the last settlement; null where the market has no premium manager. */
  readonly lastSettledSlot: bigint | null;
  /** Why the indexer was not used, though there is one. */
  readonly apiError: PercosecError | null;
}

/** Of the source `api` where points came from the indexer. */
export type ApyHistoryData = Snapshot<ApyHistory>;

const LIMIT = 30;
const HIGHEST_LIMIT = 1_000;
/** Deposits, withdrawals and claims are looked through too: no more than so many transactions. */
const MOST_TRANSACTIONS = 300;
const PAGE = 50;
/** Requests under way at once: public RPCs allow few a second. */
const LANES = 4;

export const apyHistoryQueryKey = (
  client: Pick<PercosecClient, 'key'>,
  { market, limit = LIMIT }: ApyHistoryParameters,
) => ['percosec', client.key, 'apyHistory', { market: nameOf(market), limit }] as const;

/** What a market's pool has earned, epoch by epoch: from the indexer, or from the events of the pool's transactions. */
export function apyHistoryQueryOptions(client: PercosecClient, { market, limit = LIMIT }: ApyHistoryParameters) {
  const queryKey = apyHistoryQueryKey(client, { market, limit });
  const addresses = () => [client.addresses.premiumStateAddress(address(market as AddressLike))];
  const read = async ({ signal, client: cache }: PercosecQueryContext): Promise<ApyHistoryData> => {
    if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT)
      throw invalidArgument('limit', `a whole number from 1 to ${HIGHEST_LIMIT}`, limit);
    return readHistory(client, address(market as AddressLike), limit, signal, cache?.getQueryData(queryKey));
  };
  const update = ([account]: readonly AccountSnapshot[], previous: ApyHistoryData | undefined) => {
    const state = checked(client.decode(premiumStateLayout, account), { market: nameOf(market) });
    const settled = state?.lastSettledSlot ?? null;
    return previous?.value.lastSettledSlot === settled ? previous : undefined;
  };
  return percosecQueryOptions(queryKey, market != null, Object.assign(read, { live: { client, addresses, update } }));
}

async function readHistory(
  client: PercosecClient,
  market: Address,
  limit: number,
  signal: AbortSignal,
  previous: ApyHistoryData | undefined,
): Promise<ApyHistoryData> {
  let apiError: PercosecError | null = null;
  const rowsOfApi = client.apiUrl
    ? readApySnapshotRows(client, market, limit, signal).catch((error) => {
        apiError = error;
        return null;
      })
    : null;
  const accounts = await client.readAccounts([client.addresses.premiumStateAddress(market)], { signal });
  const rows = (await rowsOfApi) ?? [];
  signal.throwIfAborted();

  const premium = checked(client.decode(premiumStateLayout, accounts[0]), { market });
  const lastSettledSlot = premium?.lastSettledSlot ?? null;
  const known = rows.length > 0 ? rows : readBefore(previous, lastSettledSlot);
  const newest = known[0]?.slot ?? -1n;
  // The indexer may be some slots behind the chain: what it lacks is read there.
  const { points: newer, complete } =
    lastSettledSlot === null || lastSettledSlot <= newest
      ? { points: [], complete: true }
      : await readSettlements(client, market, limit, newest, signal);
  const points = [...newer, ...known].slice(0, limit).reverse();
  const history: ApyHistory = { points, complete, lastSettledSlot, apiError };
  const snapshot = snapshotOf(accounts, history);
  return rows.length > 0 ? { ...snapshot, source: 'api' } : snapshot;
}

/** Newest first, what was read of the chain before, without a gap: settled epochs don't change, so none is asked for twice. */
function readBefore(previous: ApyHistoryData | undefined, lastSettledSlot: bigint | null): readonly ApyPoint[] {
  if (!previous?.value.complete || previous.source === 'api') return [];
  // A chain that has settled less than it had is another one.
  const { points, lastSettledSlot: before } = previous.value;
  return lastSettledSlot === null || before === null || before > lastSettledSlot ? [] : [...points].reverse();
}

interface SignatureInfo {
  readonly signature: string;
  readonly slot: number;
  readonly err: unknown;
}

interface TransactionInfo {
  readonly slot: number;
  readonly blockTime?: number | null;
  readonly meta: { readonly logMessages?: readonly string[] | null } | null;
}

/** Newest first, those after the slot `after`. The pool is in every settlement, and in fewer other transactions than the premium state. */
async function readSettlements(
  { rpc, commitment: wanted, addresses }: PercosecClient,
  market: Address,
  limit: number,
  after: bigint,
  signal: AbortSignal,
): Promise<{ points: ApyPoint[]; complete: boolean }> {
  const commitment = wanted === 'processed' ? 'confirmed' : wanted;
  const pool = await addresses.poolAddress(market);
  const premiumState = await addresses.premiumStateAddress(market);
  const points: ApyPoint[] = [];
  let complete = true;
  let before: string | undefined;
  for (let seen = 0; seen < MOST_TRANSACTIONS; seen += PAGE) {
    const page = await rpc.request<readonly SignatureInfo[]>(
      'getSignaturesForAddress',
      [pool, { commitment, limit: PAGE, ...(before && { before }) }],
      { signal },
    );
    const newer = page.filter(({ slot }) => BigInt(slot) > after);
    const wantedSignatures = newer.filter(({ err }) => err === null).map(({ signature }) => signature);
    for (let at = 0; at < wantedSignatures.length && points.length < limit; at += LANES) {
      const transactions = await Promise.all(
        wantedSignatures
          .slice(at, at + LANES)
          .map((signature) =>
            rpc.request<TransactionInfo | null>(
              'getTransaction',
              [signature, { commitment, encoding: 'json', maxSupportedTransactionVersion: 0 }],
              { signal },
            ),
          ),
      );
      for (const transaction of transactions) points.push(...settlementsOf(transaction, premiumState));
      // An RPC forgets: what it has no logs of may have been a settlement.
      complete &&= transactions.every((transaction) => transaction?.meta?.logMessages != null);
    }
    if (points.length >= limit || newer.length < PAGE) return { points: points.slice(0, limit), complete };
    before = page.at(-1)?.signature;
  }
  return { points, complete: false };
}

function settlementsOf(transaction: TransactionInfo | null, premiumState: Address): ApyPoint[] {
  const events = decodeEvents(transaction?.meta?.logMessages ?? []);
  const points: ApyPoint[] = [];
  let totalShares: bigint | null = null;
  for (const event of events) {
    if (event.name === 'PremiumAccrued') totalShares = event.data.totalShares;
    if (event.name !== 'EpochSettled' || event.data.premiumState !== premiumState || !transaction) continue;
    const { toPool, navBefore, apyBps } = event.data;
    points.unshift({
      slot: BigInt(transaction.slot),
      timestamp: transaction.blockTime == null ? null : BigInt(transaction.blockTime),
      apyBps: Number(apyBps),
      premium: toPool,
      nav: navBefore + toPool,
      totalShares,
    });
    totalShares = null;
  }
  return points;
}
