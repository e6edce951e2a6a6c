import type { Address } from '../address.ts';
import { type Api, readRows } from './read.ts';
import { bpsOf, i64Of, type Row, u64Of } from './row.ts';

/** A row of the indexer's `apy_snapshots`: one settled epoch. */
export interface ApySnapshotRow {
  readonly slot: bigint;
  /** Unix time, seconds. */
  readonly timestamp: bigint;
  readonly apyBps: number;
  /** Premium that went to the pool. */
  readonly premium: bigint;
  /** After the premium came in. */
  readonly nav: bigint;
  readonly totalShares: bigint;
}

const columns = 'slot,timestamp,apy_bps,premium,nav,total_shares';

const apySnapshotRow = (row: Row): ApySnapshotRow => ({
  slot: u64Of(row, 'slot'),
  timestamp: i64Of(row, 'timestamp'),
  apyBps: bpsOf(row, 'apy_bps'),
  premium: u64Of(row, 'premium'),
  nav: u64Of(row, 'nav'),
  totalShares: u64Of(row, 'total_shares'),
});

/** Newest first. */
export function readApySnapshotRows(
  api: Api,
  market: Address,
  limit: number,
  signal: AbortSignal,
): Promise<ApySnapshotRow[]> {
  const query = { select: columns, market_id: `eq.${market}`, order: 'slot.desc', limit: `${limit}` };
  return readRows(api, 'apy_snapshots', query, apySnapshotRow, signal);
}
