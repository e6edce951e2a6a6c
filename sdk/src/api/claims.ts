import type { Address } from '../address.ts';
import { type Api, readRows } from './read.ts';
import { addressOf, i64Of, type Row, u64Of } from './row.ts';

/** A row of the indexer's `claims`: an InsolvencyRecord. */
export interface ClaimRow {
  readonly market: Address;
  readonly reporter: Address;
  readonly sequence: bigint;
  readonly deficitAmount: bigint;
  readonly bufferUsed: bigint;
  readonly coveredAmount: bigint;
  readonly queuedAmount: bigint;
  readonly uncoveredAmount: bigint;
  readonly slot: bigint;
  /** Unix time, seconds. */
  readonly timestamp: bigint;
}

const columns =
  'market_id,reporter,sequence,deficit_amount,buffer_used,covered_amount,queued_amount,uncovered_amount,slot,timestamp';

function claimRow(row: Row): ClaimRow {
  const claim = {
    market: addressOf(row, 'market_id'),
    reporter: addressOf(row, 'reporter'),
    sequence: u64Of(row, 'sequence'),
    deficitAmount: u64Of(row, 'deficit_amount'),
    bufferUsed: u64Of(row, 'buffer_used'),
    coveredAmount: u64Of(row, 'covered_amount'),
    queuedAmount: u64Of(row, 'queued_amount'),
    uncoveredAmount: u64Of(row, 'uncovered_amount'),
    slot: u64Of(row, 'slot'),
    timestamp: i64Of(row, 'timestamp'),
  };
  const parts = claim.bufferUsed + claim.coveredAmount + claim.queuedAmount + claim.uncoveredAmount;
  if (parts !== claim.deficitAmount) throw new TypeError(`claim ${claim.sequence} does not add up`);
  return claim;
}

/** What PostgREST gives at most, unless told otherwise. */
const PAGE = 1_000;

/** Newest first. Page by page from where the last one ended: claims that come meanwhile move nothing. */
export async function readClaimRows(
  api: Api,
  market: Address,
  limit: number,
  signal: AbortSignal,
): Promise<ClaimRow[]> {
  const all: ClaimRow[] = [];
  while (all.length < limit) {
    const oldest = all.at(-1)?.sequence;
    const query = {
      select: columns,
      market_id: `eq.${market}`,
      ...(oldest !== undefined && { sequence: `lt.${oldest}` }),
      order: 'sequence.desc',
      limit: `${Math.min(limit - all.length, PAGE)}`,
    };
    const page = await readRows(api, 'claims', query, claimRow, signal);
    const rows = page.filter((row) => row.market === market && (oldest === undefined || row.sequence < oldest));
    all.push(...rows);
    // A server may give fewer than it was asked for, and have more: only nothing, or the first claim, is the end.
    if (rows.length === 0 || all.at(-1)?.sequence === 0n) break;
  }
  return all;
}
