// Waiting that makes time pass on the chain, and takes none here.
import type { Chain } from '../../localnet/src/index.ts';
import type { Timer } from '../../sdk/src/transactions/patience.ts';

const SLOT_MS = 400;

export const waitingMoves = (chain: Chain): Timer => ({
  after(milliseconds, run) {
    const timer = setTimeout(() => {
      chain.advanceTo(chain.slot + BigInt(Math.ceil(milliseconds / SLOT_MS)));
      run();
    });
    return () => clearTimeout(timer);
  },
});
