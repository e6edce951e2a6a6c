// What is said when something could not be done: what, why, and what to do.
import { PercosecError } from '@percosec/sdk';
import { ClusterRefused, RPC_URL } from '../cluster.ts';
import type { Told } from './acts.ts';
import type { StressWords } from './words.ts';

/** Known before the chain is asked. */
export class CannotBeDone extends Error {
  readonly why: 'notRead' | 'noWallet' | 'noAmount';
  constructor(why: CannotBeDone['why']) {
    super(why);
    this.name = 'CannotBeDone';
    this.why = why;
  }
}

const INVALID_REQUEST = -32600;
const INVALID_PARAMS = -32602;

const bare = (sentence: string) => sentence.replace(/^(?:percosec_\w+: |Invalid params: )+|\.$/g, '');

function reasonOf(error: unknown, words: StressWords): string {
  if (error instanceof CannotBeDone) return words[error.why];
  if (error instanceof ClusterRefused) {
    const reason = bare(error.message);
    if (error.code === INVALID_PARAMS) return words.refused(reason);
    return error.code === INVALID_REQUEST ? words.elsewhere(reason) : words.broken(reason);
  }
  // The SDK's own sentences have all three parts, in English.
  if (error instanceof PercosecError && error.code !== 'RpcUnreachable') return error.message;
  return words.unreachable(RPC_URL);
}

export const failed =
  (act: keyof StressWords['failed'], error: unknown): Told =>
  (words) =>
    `${words.failed[act]} ${reasonOf(error, words)}`;
