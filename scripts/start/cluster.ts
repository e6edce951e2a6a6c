// Where a chain is, and what another cluster says when it is asked whether it is there.
import { type Flags, UnknownOption } from '../../localnet/src/options.ts';

export interface Cluster {
  readonly rpcUrl: string;
  readonly wsUrl: string;
}

/** Where Solana's clients look for the socket: the next port, or the same name where none is given. */
export function socketBeside(rpcUrl: string): string {
  const url = new URL(rpcUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  if (url.port !== '') url.port = `${Number(url.port) + 1}`;
  return url.href.replace(/\/$/, '');
}

function address(flag: string, text: string, protocols: readonly string[]): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !protocols.includes(url.protocol))
    throw new UnknownOption(`${flag} takes an address that begins with ${protocols.join('// or ')}//, not "${text}".`);
  return text;
}

/** `--rpc` and `--ws`; null where neither was there. */
export function clusterFlags(): { readonly valued: Flags['valued']; readonly said: () => Cluster | null } {
  let rpcUrl: string | undefined;
  let wsUrl: string | undefined;
  return {
    valued: {
      '--rpc': (text) => {
        rpcUrl = address('--rpc', text, ['http:', 'https:']);
      },
      '--ws': (text) => {
        wsUrl = address('--ws', text, ['ws:', 'wss:']);
      },
    },
    said() {
      if (rpcUrl !== undefined) return { rpcUrl, wsUrl: wsUrl ?? socketBeside(rpcUrl) };
      if (wsUrl !== undefined) throw new UnknownOption('--ws belongs to --rpc: name both.');
      return null;
    },
  };
}

const PATIENCE = 5_000;

/** A sentence where nobody answers as a Solana RPC does; `isLocalnet` where the one that answers is such a chain as ours. */
export async function lookAt(rpcUrl: string): Promise<{ readonly trouble?: string; readonly isLocalnet: boolean }> {
  const { host } = new URL(rpcUrl);
  const trouble = (what: string) => ({ trouble: `${host} ${what}`, isLocalnet: false });
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // A call that only such a chain has: any other cluster says so, which is an answer, too.
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'percosec_scenario', params: [] }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await response.text();
    if (!response.ok) return trouble(`answers with HTTP ${response.status}.`);
    const answer = JSON.parse(text);
    if (answer?.jsonrpc !== '2.0') return trouble('answers, but not as a Solana RPC.');
    return { isLocalnet: 'result' in answer };
  } catch (error) {
    if (error instanceof SyntaxError) return trouble('answers, but not as a Solana RPC.');
    if ((error as Error).name === 'TimeoutError') return trouble(`does not answer within ${PATIENCE / 1000} s.`);
    const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    return trouble(`can't be reached (${code ?? message}).`);
  }
}
