// The list as a file: every amount exact, and how much of the history it is.
import { type ClaimView, decimalText } from '@percosec/sdk/math';
import type { ClaimHistoryReading } from './context.ts';
import type { Money } from './money.ts';

export type ExportFormat = 'csv' | 'json';

/** What a file says: the claims of the list, where they are from, and what is not among them. */
export type ExportedReading = Pick<ClaimHistoryReading, 'market' | 'name' | 'data' | 'rows' | 'view' | 'collateral'> &
  Pick<Money, 'symbol' | 'decimals'>;

export function save(format: ExportFormat, reading: ExportedReading): void {
  const [text, type] =
    format === 'csv' ? [csvOf(reading), 'text/csv;charset=utf-8'] : [jsonOf(reading), 'application/json'];
  const { complete } = circumstancesOf(reading);
  const url = URL.createObjectURL(new Blob([text], { type }));
  // In no document: it works as well where the widget stands in a shadow root.
  const link = document.createElement('a');
  link.href = url;
  link.download = `claims-${reading.market}${complete ? '' : '-part'}.${format}`;
  link.click();
  // The browser has to have begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function circumstancesOf({ market, name, data, rows, view, collateral, symbol, decimals }: ExportedReading) {
  const claims = data?.value;
  const total = claims?.totals?.sequence ?? 0n;
  return {
    market,
    name,
    collateralMint: collateral?.mint ?? null,
    symbol,
    decimals,
    /** Where the decimals are not known, amounts are in the smallest unit. */
    amountsIn: decimals === null ? 'atoms' : symbol,
    readAtSlot: data ? String(data.slot) : null,
    filter: view.order.filter,
    total: String(total),
    inFile: rows.length,
    complete: BigInt(rows.length) === total,
    missing: claims?.missing.map(String) ?? [],
  };
}

function fieldsOf(claim: ClaimView, decimals: number | null) {
  const amount = (atoms: bigint) => (decimals === null ? String(atoms) : decimalText(atoms, decimals));
  return {
    sequence: String(claim.sequence),
    time: isoTime(claim.timestamp),
    unixTime: String(claim.timestamp),
    slot: String(claim.slot),
    deficit: amount(claim.deficitAmount),
    buffer: amount(claim.bufferUsed),
    covered: amount(claim.coveredAmount),
    queued: amount(claim.queuedAmount),
    uncovered: amount(claim.uncoveredAmount),
    reporter: String(claim.reporter),
  };
}

/** UTC; empty where no date can say it. */
function isoTime(seconds: bigint): string {
  const date = new Date(Number(seconds) * 1_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

const jsonOf = (reading: ExportedReading): string =>
  `${JSON.stringify(
    { ...circumstancesOf(reading), claims: reading.rows.map((claim) => fieldsOf(claim, reading.decimals)) },
    null,
    2,
  )}\n`;

/** RFC 4180: a header, CRLF, quotes doubled. What the whole file says stands in each row: such a file has no other place. */
function csvOf(reading: ExportedReading): string {
  const { missing, ...circumstances } = circumstancesOf(reading);
  const table = reading.rows.map((claim) => ({
    ...fieldsOf(claim, reading.decimals),
    ...circumstances,
    missing: missing.join(' '),
  }));
  return [Object.keys(table[0] ?? {}), ...table.map((row) => Object.values(row))]
    .map((row) => `${row.map(field).join(',')}\r\n`)
    .join('');
}

/** A spreadsheet takes what begins like a formula for one: a name or a symbol is a host's, or anybody's. */
function field(value: string | number | boolean | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
