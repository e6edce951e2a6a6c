// Which cluster the page is on, and the calls that only a localnet of PercoSec's answers.

/** Fixed when the page is built: an address bar that could change it would be a gift to phishers. */
export const RPC_URL: string = import.meta.env.VITE_RPC_URL || 'http://127.0.0.1:8899';
/** undefined: web3.js derives it from the RPC's. */
export const WS_URL: string | undefined = import.meta.env.VITE_WS_URL || undefined;

export const isLocal: boolean = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(RPC_URL).hostname);

/** The cluster answered, and said no: -32601 is a method that it doesn't have. */
export class ClusterRefused extends Error {
  readonly code: number;
  constructor(method: string, { code, message }: { code: number; message: string }) {
    super(`${method}: ${message}`);
    this.name = 'ClusterRefused';
    this.code = code;
  }
}

/** Longer than a warp takes on a busy machine: an answer that never ends is none. */
const PATIENCE = 30_000;

/** One JSON-RPC call. Rejects with ClusterRefused where the cluster says no, else because it could not be reached. */
export async function control<T>(method: string, ...params: readonly unknown[]): Promise<T> {
  const response = await fetch(RPC_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const answer = (await response.json()) as { result?: T; error?: { code: number; message: string } | null };
  // Some write an error of null beside the result.
  if (answer.error !== undefined && answer.error !== null) throw new ClusterRefused(method, answer.error);
  if (answer.result === undefined) throw new Error(`${method}: what answers is no RPC.`);
  return answer.result;
}

/** The same, where a cluster without the call is no failure: null. */
export async function controlIfThere<T>(method: string, ...params: readonly unknown[]): Promise<T | null> {
  try {
    return await control<T>(method, ...params);
  } catch (error) {
    if (error instanceof ClusterRefused) return null;
    throw error;
  }
}

/** How soon a query asks again: a cluster comes back by itself, and what was read once stays. */
export const retryAfterError = ({ state }: { readonly state: { readonly status: string } }): number | false =>
  state.status === 'error' ? 3_000 : false;
