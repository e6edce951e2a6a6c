// An indexer that gives what a test puts in, over real HTTP, in PostgREST's words.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ApiServer {
  readonly url: string;
  readonly asked: { readonly table: string; readonly query: URLSearchParams }[];
  readonly tables: Map<string, Record<string, unknown>[]>;
  /** What it gives at most, whatever it is asked for. */
  mostRows: number;
  /** What is sent instead of rows. */
  broken: { readonly status: number; readonly body: string } | undefined;
  stop(): Promise<void>;
}

export async function startApiServer(): Promise<ApiServer> {
  const http = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url as string, 'http://host');
    const table = pathname.replace('/rest/v1/', '');
    server.asked.push({ table, query: searchParams });
    if (server.broken) {
      response.writeHead(server.broken.status).end(server.broken.body);
      return;
    }
    const [column, direction] = (searchParams.get('order') as string).split('.') as [string, string];
    const market = searchParams.get('market_id')?.replace('eq.', '');
    const before = searchParams.get('sequence')?.replace('lt.', '');
    const columns = (searchParams.get('select') as string).split(',');
    const rows = (server.tables.get(table) ?? [])
      .filter((row) => row.market_id === market)
      .filter((row) => before === undefined || BigInt(row.sequence as string) < BigInt(before))
      .sort(
        (a, b) => Number(BigInt(a[column] as string) - BigInt(b[column] as string)) * (direction === 'desc' ? -1 : 1),
      )
      .slice(0, Math.min(Number(searchParams.get('limit')), server.mostRows))
      .map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])));
    response.end(JSON.stringify(rows));
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const server: ApiServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    asked: [],
    tables: new Map(),
    mostRows: 1_000,
    broken: undefined,
    async stop() {
      const closed = once(http, 'close');
      http.closeAllConnections();
      http.close();
      await closed;
    },
  };
  return server;
}
