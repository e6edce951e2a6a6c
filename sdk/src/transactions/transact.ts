// One transaction a wish, told state by state. How it is carried out is loaded when the first is wished for.
import { PercosecError } from '../error.ts';
import { systemClockwork } from '../live/clockwork.ts';
import { asError } from './failed.ts';
import type { TransactOptions } from './options.ts';
import type { Plan } from './plan.ts';
import type { TransactionClient } from './prepare.ts';
import type { TerminalState, TransactionState } from './state.ts';
import type { TransactionWallet } from './wallet.ts';

/** One transaction under way, and who wants to know. */
interface Run {
  state: TransactionState;
  readonly listeners: Set<(state: TransactionState) => void>;
  /** Set off when nobody waits any more. */
  readonly left: AbortController;
  /** Whether the wallet sends by itself, whoever waits. */
  readonly sentByWallet: boolean;
  readonly outcome: Promise<TerminalState>;
}

const running = /* @__PURE__ */ new WeakMap<TransactionClient, Map<string, Run>>();

/**
 * Does what the plan says, once. Whoever asks for the same intent while it is under way (a double click, another widget)
 * is told of the same transaction. Never rejects: every end is a state.
 */
export function transact(
  client: TransactionClient,
  wallet: TransactionWallet | null,
  plan: Plan,
  options: TransactOptions = {},
): Promise<TerminalState> {
  const runs = running.get(client) ?? new Map<string, Run>();
  running.set(client, runs);
  const run = runs.get(plan.intent) ?? start(client, wallet, plan, options);
  if (!runs.has(plan.intent)) {
    runs.set(plan.intent, run);
    run.outcome.finally(() => runs.get(plan.intent) === run && runs.delete(plan.intent));
  }
  return follow(run, options, () => {
    // Nothing is signed, and nothing will be: whoever asks again begins anew.
    if (runs.get(plan.intent) === run) runs.delete(plan.intent);
    run.left.abort();
  });
}

function start(client: TransactionClient, wallet: TransactionWallet | null, plan: Plan, options: TransactOptions): Run {
  const listeners = new Set<(state: TransactionState) => void>();
  const left = new AbortController();
  const emit = (state: TransactionState) => {
    run.state = state;
    for (const listener of listeners) listener(state);
  };
  const surroundings = { client, emit, clockwork: options.clockwork ?? systemClockwork };
  // After this turn: whoever asked is listening by then.
  const outcome = import('./carry-out.ts')
    .then(({ carryOut }) => carryOut(wallet, plan, options, surroundings, left.signal))
    .catch((thrown): TerminalState => ({ status: 'error', error: asError(thrown) }))
    .then((state) => {
      emit(state);
      return state;
    });
  const run: Run = {
    state: { status: 'idle' },
    listeners,
    left,
    sentByWallet: wallet?.signTransaction === undefined,
    outcome,
  };
  return run;
}

/** Listens until the end, or until the caller has had enough. */
function follow(run: Run, { onState, signal }: TransactOptions, giveUp: () => void): Promise<TerminalState> {
  const listener = (state: TransactionState) => {
    try {
      onState?.(state);
    } catch (error) {
      // A mistake in somebody's screen must not lose a transaction that is on its way.
      console.error(error);
    }
  };
  run.listeners.add(listener);
  if (run.state.status !== 'idle') listener(run.state);
  return new Promise((resolve) => {
    const leave = () => {
      run.listeners.delete(listener);
      const state = stoppedAt(run);
      if (run.listeners.size === 0 && state.status === 'error') giveUp();
      listener(state);
      resolve(state);
    };
    if (signal?.aborted) return leave();
    signal?.addEventListener('abort', leave, { once: true });
    run.outcome.then((state) => {
      signal?.removeEventListener('abort', leave);
      run.listeners.delete(listener);
      resolve(state);
    });
  });
}

/** What a caller who stops waiting can still say. */
function stoppedAt({ state, sentByWallet }: Run): TerminalState {
  if (state.status === 'confirmed') return state;
  const signature = 'signature' in state ? state.signature : null;
  if (signature === null && !(sentByWallet && state.status === 'awaiting-signature')) {
    const message = 'Stopped before anything was signed or sent: nothing was changed.';
    return { status: 'error', error: new PercosecError('TransactionStopped', message) };
  }
  const message = 'Nobody watches this transaction any more, but it goes on. Look for it before trying again.';
  return { status: 'unknown', signature, reason: new PercosecError('TransactionStopped', message) };
}
