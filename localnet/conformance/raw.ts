// JSON-RPC with nothing in between, as it goes over the wire.
import type { Localnet } from '../src/index.ts';

export interface Reply {
  readonly jsonrpc?: string;
  readonly id?: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server says; the tests look at it piece by piece.
  readonly result?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly error?: { readonly code: number; readonly message: string; readonly data?: any };
}

export async function post(
  { rpcUrl }: Localnet,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
}

export async function rpc(localnet: Localnet, method: string, ...params: readonly unknown[]): Promise<Reply> {
  const response = await post(localnet, JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
  return (await response.json()) as Reply;
}
