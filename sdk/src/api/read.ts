// Reads the indexer: PostgREST's query language over HTTP.
import { PercosecError } from '../error.ts';
import type { Row } from './row.ts';

export interface Api {
  readonly apiUrl: string | null;
  readonly apiKey: string | null;
}

/** Longer, and the chain is asked instead. */
const PATIENCE = 10_000;

/** `query` in PostgREST's words: `{ select: 'a,b', market_id: 'eq.…', order: 'slot.desc', limit: '30' }`. */
export async function readRows<T>(
  { apiUrl, apiKey }: Api,
  table: string,
  query: Readonly<Record<string, string>>,
  parse: (row: Row) => T,
  signal: AbortSignal,
): Promise<T[]> {
  const url = `${apiUrl?.replace(/\/+$/, '')}/rest/v1/${table}?${new URLSearchParams(query)}`;
  const headers = { accept: 'application/json', ...(apiKey !== null && { apikey: apiKey }) };
  const late = AbortSignal.timeout(PATIENCE);
  let text: string;
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.any([signal, late]) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    text = await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    throw new PercosecError(
      'ApiUnreachable',
      `The indexer gave no ${table}: ${late.aborted ? `no answer in ${PATIENCE / 1_000} s` : (cause as Error).message}. ` +
        'The chain is read instead; check apiUrl.',
      { table, url },
      cause,
    );
  }
  try {
    const rows: unknown = JSON.parse(text);
    if (!Array.isArray(rows)) throw new TypeError('it is no array');
    if (rows.length > Number(query.limit)) throw new TypeError(`there are ${rows.length} rows of ${query.limit}`);
    return rows.map((row) => parse(row ?? {}));
  } catch (cause) {
    throw new PercosecError(
      'ApiMalformed',
      `The indexer's ${table} can't be understood: ${(cause as Error).message}. The chain is read instead.`,
      { table, url },
      cause,
    );
  }
}
