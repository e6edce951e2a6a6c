// A JSON-RPC body in, a JSON-RPC body out, whatever the body is.
import { INTERNAL_ERROR, INVALID_REQUEST, PARSE_ERROR, RpcError } from './errors.ts';
import { fromJson, toJson } from './json.ts';

/** Answers one call, now or later; what it throws becomes the error of that call. */
export type Answer = (method: string, params: unknown) => unknown | Promise<unknown>;

const MOST_IN_A_BATCH = 1000;
/** Small calls can have large answers: once these are so long together, the rest of a batch is refused. */
const MOST_ANSWERED = 64 * 1024 * 1024;

type Id = string | number | bigint | null;
const ID_TYPES = ['string', 'number', 'bigint'];

const failure = (id: Id, error: RpcError) => ({
  jsonrpc: '2.0',
  error: { code: error.code, message: error.message, ...(error.data === undefined ? {} : { data: error.data }) },
  id,
});

function idOf(request: Record<string, unknown>): Id | undefined {
  const { id } = request;
  return ID_TYPES.includes(typeof id) || id === null ? (id as Id) : undefined;
}

/** Null for a notification: it has no id, so nobody waits for an answer. */
async function answerOne(request: unknown, answer: Answer): Promise<unknown> {
  if (typeof request !== 'object' || request === null || Array.isArray(request))
    return failure(null, new RpcError(INVALID_REQUEST, 'Invalid request: a call is an object'));
  const fields = request as Record<string, unknown>;
  const id = idOf(fields);
  if ('id' in fields && id === undefined)
    return failure(null, new RpcError(INVALID_REQUEST, 'Invalid request: "id" must be a string, a number or null'));
  try {
    if (fields.jsonrpc !== '2.0') throw new RpcError(INVALID_REQUEST, 'Invalid request: "jsonrpc" must be "2.0"');
    if (typeof fields.method !== 'string')
      throw new RpcError(INVALID_REQUEST, 'Invalid request: "method" must be a string');
    const result = await answer(fields.method, fields.params);
    return id === undefined ? null : { jsonrpc: '2.0', result, id };
  } catch (error) {
    if (id === undefined && typeof fields.method === 'string' && fields.jsonrpc === '2.0') return null;
    if (error instanceof RpcError) return failure(id ?? null, error);
    console.error(error);
    return failure(id ?? null, new RpcError(INTERNAL_ERROR, 'Internal error: this is a defect of the localnet'));
  }
}

/** Null where there is nothing to say: the body held notifications only. */
export async function dispatch(body: string, answer: Answer): Promise<string | null> {
  let request: unknown;
  try {
    request = fromJson(body);
  } catch {
    return toJson(failure(null, new RpcError(PARSE_ERROR, 'Parse error')));
  }
  if (!Array.isArray(request)) {
    const answered = await answerOne(request, answer);
    return answered === null ? null : toJson(answered);
  }
  if (request.length === 0 || request.length > MOST_IN_A_BATCH)
    return toJson(
      failure(null, new RpcError(INVALID_REQUEST, `Invalid request: a batch holds 1 to ${MOST_IN_A_BATCH} calls`)),
    );
  let length = 0;
  const bounded: Answer = (method, params) => {
    if (length > MOST_ANSWERED)
      throw new RpcError(INVALID_REQUEST, `Invalid request: a batch is answered with about ${MOST_ANSWERED} bytes`);
    return answer(method, params);
  };
  const answered: string[] = [];
  for (const one of request) {
    // One after another: what one call does, the next one finds.
    const reply = await answerOne(one, bounded);
    if (reply === null) continue;
    const text = toJson(reply);
    length += text.length;
    answered.push(text);
  }
  return answered.length === 0 ? null : `[${answered.join()}]`;
}
