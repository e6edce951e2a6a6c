import { PercosecError } from '../error.ts';
import type { Clockwork } from '../live/clockwork.ts';

export type Timer = Pick<Clockwork, 'after'>;

/** A wait that can be cut short. Cut short before it begins, it doesn't begin. */
export function createPause({ after }: Timer) {
  let finish: (() => void) | null = null;
  let cut = false;
  return {
    begin: (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        if (cut) {
          cut = false;
          resolve();
          return;
        }
        const callOff = after(milliseconds, () => finish?.());
        finish = () => {
          callOff();
          finish = null;
          resolve();
        };
      }),
    end(): void {
      if (finish === null) cut = true;
      else finish();
    },
  };
}

const FIRST_WAIT_MS = 500;
const TRIES = 4;
const PASSING = ['RpcUnreachable', 'RpcTimeout', 'RpcRateLimited'];

/** Reads again what an RPC did not answer: nothing has been signed yet, so asking twice changes nothing. */
export async function patiently<T>(read: () => Promise<T>, { after }: Timer): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await read();
    } catch (thrown) {
      const passing = thrown instanceof PercosecError && PASSING.includes(thrown.code);
      if (!passing || tried >= TRIES) throw thrown;
      const asked = Number(thrown.context.retryAfterMs ?? 0);
      await new Promise<void>((resolve) => after(Math.max(asked, FIRST_WAIT_MS * 2 ** (tried - 1)), resolve));
    }
  }
}
