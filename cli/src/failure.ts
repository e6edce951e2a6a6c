// Every way in which a command does not do what was asked: what happened, why, what to do.
import { PercosecError } from '@percosec/sdk';

export const EXIT = { done: 0, failed: 1, usage: 2, unreachable: 3, unknown: 4 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export class Failure extends Error {
  override readonly name = 'Failure';
  readonly remedy: string;
  readonly exit: ExitCode;

  constructor(message: string, remedy: string, exit: ExitCode = EXIT.failed) {
    super(message);
    this.remedy = remedy;
    this.exit = exit;
  }
}

export const misuse = (message: string, remedy: string) => new Failure(message, remedy, EXIT.usage);

const UNREACHABLE = new Set<string>(['RpcUnreachable', 'RpcTimeout', 'RpcRateLimited', 'RpcMalformed']);

/** The SDK's errors say what to do in their own message. */
export function exitOf(error: unknown): ExitCode {
  if (error instanceof Failure) return error.exit;
  return error instanceof PercosecError && UNREACHABLE.has(error.code) ? EXIT.unreachable : EXIT.failed;
}
