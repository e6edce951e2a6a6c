import { PercosecError } from '../error.ts';

/** An account says whose it is: an RPC that mixes up its answers must not show one market's money as another's. */
export function checked<T>(account: T | null, asked: { readonly [K in keyof T]?: T[K] | string | null }): T | null {
  for (const field in account && asked) {
    const [found, wanted] = [account?.[field], asked[field]];
    if (found !== wanted)
      throw new PercosecError('RpcMalformed', `Asked for the ${field} ${wanted}, the RPC gave ${found}: use another.`);
  }
  return account;
}
