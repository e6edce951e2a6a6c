// An RPC as the internet has it: it stands in front of the real one, and what it does to each request is scripted.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `lost`: it arrives, its answer doesn't. `dropped`: it doesn't arrive. */
export type Fate = 'answered' | 'lost' | 'dropped' | 'rate limited' | 'unavailable';
/** By method and how often it was called before. */
export type Script = (method: string, times: number) => Fate;

export interface FlakyRpc {
  readonly url: string;
  readonly calls: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export async function startFlakyRpc(target: string, script: Script): Promise<FlakyRpc> {
  const calls = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const text = Buffer.concat(body).toString();
    const { method } = JSON.parse(text) as { method: string };
    const times = calls.get(method) ?? 0;
    calls.set(method, times + 1);
    const fate = script(method, times);
    if (fate === 'dropped') return request.socket.destroy();
    if (fate === 'rate limited') return response.writeHead(429, { 'retry-after': '0' }).end('slow down');
    if (fate === 'unavailable') return response.writeHead(503).end('busy');
    try {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(target, { method: 'POST', headers, body: text });
      const answered = await answer.text();
      if (fate === 'lost') return request.socket.destroy();
      return response.writeHead(answer.status, headers).end(answered);
    } catch {
      // The chain has been closed: so is this line.
      return request.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
