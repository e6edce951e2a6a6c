// Who may drive the chain: programs, which send no Origin, and pages served from this machine.
import type { IncomingHttpHeaders } from 'node:http';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return LOCAL.includes(hostname) || hostname.endsWith('.localhost');
}

/** Its own name counts, too: a page can have one that leads to this machine, and be of one origin with the chain. */
export function isTrusted({ origin, host }: IncomingHttpHeaders): boolean {
  return (origin === undefined || isLocal(origin)) && isLocal(`http://${host}`);
}
