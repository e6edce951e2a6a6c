// A method is the readers of its parameters and what it does with them.
import type { Chain } from '../chain/chain.ts';
import type { Clockwork } from '../clockwork.ts';
import { invalidParams, METHOD_NOT_FOUND, RpcError } from './errors.ts';
import type { Reader } from './readers.ts';

/** What methods may reach. */
export interface Node {
  readonly chain: Chain;
  readonly clockwork: Clockwork;
  /** What lives on the chain, in JSON; null where nothing does. */
  readonly scenario: unknown;
  /** The 64 bytes of the demo wallet; null where there is none. */
  readonly demoKeypair: Uint8Array | null;
  /** Null where the chain is not kept in a file. */
  readonly saveState: (() => void) | null;
  /** Resolves once those who live on the chain have done what there was to do in this slot. */
  readonly caughtUp: () => Promise<void>;
}

export interface Caller {
  /** Not a web page of somebody else's: may drive the chain. */
  readonly trusted: boolean;
}

export type Method = (node: Node, params: unknown, caller: Caller) => unknown;
export type Methods = Readonly<Record<string, Method>>;

export type Parameter = readonly [name: string, reader: Reader<unknown>];
export type Values<P extends readonly Parameter[]> = { readonly [K in keyof P]: ReturnType<P[K][1]> };

export function readParams<const P extends readonly Parameter[]>(
  method: string,
  parameters: P,
  params: unknown,
): Values<P> {
  const given = params ?? [];
  if (!Array.isArray(given)) throw invalidParams(`Invalid params: ${method}: params must be a list`);
  if (given.length > parameters.length)
    throw invalidParams(
      `Invalid params: ${method} takes at most ${parameters.length} parameters, found ${given.length}`,
    );
  return parameters.map(([name, reader], index) =>
    reader(given[index], `${method}, parameter ${index + 1}, ${name}`),
  ) as unknown as Values<P>;
}

export function method<const P extends readonly Parameter[]>(
  name: string,
  parameters: P,
  run: (node: Node, ...values: Values<P>) => unknown,
): Methods {
  return { [name]: (node, params) => run(node, ...readParams(name, parameters, params)) };
}

export function call(methods: Methods, node: Node, name: string, params: unknown, caller: Caller): unknown {
  const known = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (known === undefined)
    throw new RpcError(METHOD_NOT_FOUND, `Method not found: ${JSON.stringify(name.slice(0, 60))}`);
  return known(node, params, caller);
}
