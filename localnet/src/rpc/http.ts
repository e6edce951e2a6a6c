// The HTTP side of the RPC: POST / with a JSON-RPC body, GET /health, and nothing else.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { dispatch } from './dispatch.ts';
import type { Caller, Node } from './method.ts';
import { isTrusted } from './origin.ts';

/** Agave's. */
export const MOST_BODY_BYTES = 50 * 1024;

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, GET, OPTIONS',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
};

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...CORS, 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

const sentence = (response: ServerResponse, status: number, text: string) =>
  reply(response, status, 'text/plain; charset=utf-8', `${text}\n`);

/** A client that writes on after this much is not one that waits for an answer. */
const MOST_DROPPED_BYTES = 64 * 1024 * 1024;

/** Null where it is longer than may be. The rest is read and dropped: a client that still writes must get to the answer. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes <= MOST_BODY_BYTES) parts.push(part as Buffer);
    else if (bytes > MOST_DROPPED_BYTES) throw new Error('the body does not end');
  }
  return bytes > MOST_BODY_BYTES ? null : Buffer.concat(parts).toString();
}

export function httpListener(
  ready: Promise<Node>,
  call: (node: Node, method: string, params: unknown, caller: Caller) => unknown,
): RequestListener {
  return async (request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    if (request.method === 'GET' && request.url === '/health') return sentence(response, 200, 'ok');
    if (request.method !== 'POST')
      return sentence(response, 405, 'This is a Solana RPC: POST a JSON-RPC 2.0 call, or GET /health.');
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
      return sentence(response, 415, 'Content-Type: application/json is required.');
    try {
      const body = await readBody(request);
      if (body === null) return sentence(response, 413, `The body is longer than ${MOST_BODY_BYTES} bytes.`);
      const node = await ready;
      const caller = { trusted: isTrusted(request.headers) };
      const answer = await dispatch(body, (method, params) => call(node, method, params, caller));
      if (answer === null) response.writeHead(204, CORS).end();
      else reply(response, 200, 'application/json', answer);
    } catch {
      // The client left in the middle of its own request, or would not end it.
      response.destroy();
    }
  };
}
