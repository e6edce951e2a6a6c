// The indexer's REST gateway, in PostgREST's words. Browsers have one way to it, `fetch`: what goes to a scripted address is
// answered here, and everything else goes where it always went.
import type { InsolvencyRecord } from '@percosec/sdk';
import type { Misbehaviours } from './misbehaviour.ts';
import type { Settlement } from './settlements.ts';

/** What `rpc.fail` calls it. */
export const INDEXER = 'indexer';

export interface Rows {
  claims(market: string): readonly InsolvencyRecord[];
  settlements(market: string): readonly Settlement[];
}

type Answer = (url: URL) => Promise<Response>;
const answers = new Map<string, Answer>();

function takeOver(): void {
  const { fetch: others } = globalThis;
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), 'https://page.invalid');
    return answers.get(url.host)?.(url) ?? others(input, init);
  };
}

/** Its URL. */
export function openIndexer(
  host: string,
  rows: Rows,
  misbehaviours: Misbehaviours,
  online: () => boolean,
  happened: (what: string) => void,
): string {
  if (answers.size === 0) takeOver();
  answers.set(host, async (url) => {
    happened(`${url.pathname}${url.search}`);
    const how = online() ? misbehaviours.of(INDEXER) : 'unreachable';
    const truth = () => rowsFor(rows, url);
    if (typeof how === 'function') return Response.json(how([url.pathname], truth()));
    if (how === 'hang') return new Promise(() => {});
    if (how === 'timeout') throw new DOMException('The operation timed out.', 'TimeoutError');
    if (how === 'unreachable') throw new TypeError('Failed to fetch');
    if (how === 'malformed') return new Response('<html>502 Bad Gateway</html>');
    if (how !== undefined) return new Response(null, { status: how === '429' ? 429 : 403 });
    return Response.json(truth());
  });
  return `https://${host}`;
}

function rowsFor(rows: Rows, url: URL): readonly object[] {
  const ask = (name: string) => url.searchParams.get(name) ?? '';
  const market = ask('market_id').replace(/^eq\./, '');
  const limit = Number(ask('limit') || 1_000);
  const below = /^lt\.(\d+)$/.exec(ask('sequence'))?.[1];
  switch (url.pathname) {
    case '/rest/v1/claims':
      return rows
        .claims(market)
        .filter(({ sequence }) => below === undefined || sequence < BigInt(below))
        .toReversed()
        .slice(0, limit)
        .map((claim) => ({
          market_id: claim.market,
          reporter: claim.reporter,
          sequence: String(claim.sequence),
          deficit_amount: String(claim.deficitAmount),
          buffer_used: String(claim.bufferUsed),
          covered_amount: String(claim.coveredAmount),
          queued_amount: String(claim.queuedAmount),
          uncovered_amount: String(claim.uncoveredAmount),
          slot: String(claim.slot),
          timestamp: String(claim.timestamp),
        }));
    case '/rest/v1/apy_snapshots':
      return rows
        .settlements(market)
        .toReversed()
        .slice(0, limit)
        .map((one) => ({
          slot: String(one.slot),
          timestamp: String(one.timestamp ?? 0n),
          apy_bps: one.apyBps,
          premium: String(one.premium),
          nav: String(one.nav),
          total_shares: String(one.totalShares),
        }));
    default:
      return [];
  }
}
