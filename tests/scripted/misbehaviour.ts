// How RPCs fail: late, refusing, unreachable, never answering, or answering something else.

/** `lie`s are told by a function of what was asked and what would have been the answer. */
export type Misbehaviour =
  | 'timeout'
  | '429'
  | 'refused'
  | 'malformed'
  | 'hang'
  | 'unreachable'
  | ((params: readonly unknown[], truth: unknown) => unknown);

export interface Misbehaving {
  /** From now on; `*` is every method. */
  fail(method: string, how: Misbehaviour): void;
  /** One method, or all of them. */
  mend(method?: string): void;
}

export interface Misbehaviours extends Misbehaving {
  of(method: string): Misbehaviour | undefined;
}

export function createMisbehaviours(): Misbehaviours {
  const failing = new Map<string, Misbehaviour>();
  return {
    fail: (method, how) => void failing.set(method, how),
    mend(method) {
      if (method === undefined) failing.clear();
      else failing.delete(method);
    },
    of: (method) => failing.get(method) ?? failing.get('*'),
  };
}

/** A whole answer of JSON-RPC, or what the connection throws instead. */
export async function misbehave(
  how: Misbehaviour,
  id: number,
  params: readonly unknown[],
  truth: () => unknown,
): Promise<unknown> {
  switch (how) {
    case 'timeout':
      throw new DOMException('The operation timed out.', 'TimeoutError');
    case '429':
      throw new Error('429 Too Many Requests: slow down');
    case 'refused':
      return { jsonrpc: '2.0', id, error: { code: -32005, message: 'Node is behind by 42 slots' } };
    case 'malformed':
      return { jsonrpc: '2.0', id };
    case 'hang':
      return new Promise(() => {});
    case 'unreachable':
      throw new TypeError('Failed to fetch');
    default:
      return { jsonrpc: '2.0', id, result: how(params, truth()) };
  }
}
