// What an RPC says goes into fees and into bytes that are signed: it is looked at before it is used.
import type { Address } from '../address.ts';
import { PercosecError } from '../error.ts';
import type { Rpc } from '../rpc.ts';

export const malformed = (method: string, what: string): PercosecError =>
  new PercosecError('RpcMalformed', `${method}: ${what}. Nothing was done with it: try again, or use another RPC.`, {
    method,
  });

export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export function whole(value: unknown, method: string): number {
  if (isWhole(value)) return value;
  throw malformed(method, `${JSON.stringify(value)} is no whole number`);
}

/** An answer that says of which slot it is. */
export async function ask<T>(
  rpc: Pick<Rpc, 'request'>,
  method: string,
  params: readonly unknown[],
): Promise<{ readonly slot: bigint; readonly value: T }> {
  const { context, value } = Object(await rpc.request<unknown>(method, params)) as {
    readonly context?: unknown;
    readonly value?: T;
  };
  const { slot } = Object(context) as { readonly slot?: unknown };
  if (value === undefined) throw malformed(method, 'there is no value');
  return { slot: BigInt(whole(slot, method)), value };
}

const HASH = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

export function blockhashIn(value: unknown, method: string): Address {
  const { blockhash } = Object(value) as { readonly blockhash?: unknown };
  if (typeof blockhash === 'string' && HASH.test(blockhash)) return blockhash as Address;
  throw malformed(method, 'there is no blockhash');
}
