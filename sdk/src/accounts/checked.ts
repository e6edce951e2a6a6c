import { PercosecError } from '../error.ts';

/** What an account must say of itself. */
export type Asked<T> = { readonly [K in keyof T]?: T[K] | string | null };

/** An account says whose it is: an RPC that mixes up its answers must not show one market's money as another's. */
export function checked<T>(account: T | null, asked: Asked<T>): T | null {
  for (const field in account && asked) {
    const [found, wanted] = [account?.[field], asked[field]];
    if (found !== wanted)
      throw new PercosecError('RpcMalformed', `Asked for the ${field} ${wanted}, the RPC gave ${found}: use another.`);
  }
  return account;
}
