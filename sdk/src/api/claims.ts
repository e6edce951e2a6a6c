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

/** Newest first. */
export async function readClaimRows(
  api: Api,
  market: Address,
  limit: number,
  signal: AbortSignal,
): Promise<ClaimRow[]> {
  const query = { select: columns, market_id: `eq.${market}`, order: 'sequence.desc', limit: `${limit}` };
  const rows = await readRows(api, 'claims', query, claimRow, signal);
  return rows.filter((row) => row.market === market);
}
