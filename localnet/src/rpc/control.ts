// What no cluster has: moving time and writing accounts, for tests and demos. Only this server knows these methods, and
// they are refused to web pages from elsewhere: a page that you happen to visit must not drive your chain.
import type { Account } from '../chain/account.ts';
import { AccountRefused } from '../chain/chain.ts';
import { MOST_SLOT_MILLISECONDS } from '../clockwork.ts';
import { INVALID_REQUEST, invalidParams, RpcError } from './errors.ts';
import { type Method, type Methods, method, type Node } from './method.ts';
import { address, base64, flag, object, optional, positive, u64, withDefault } from './readers.ts';

export function clockJson({ chain, clockwork }: Node) {
  return {
    slot: chain.slot,
    unixTimestamp: chain.unixTimestamp,
    running: clockwork.running,
    slotMilliseconds: clockwork.slotMilliseconds,
  };
}

/** Twelve million years on, and still a number that JSON holds exactly. */
export const LAST_SLOT = 10n ** 15n;

const account = object({
  lamports: optional(u64),
  owner: address,
  data: base64,
  executable: withDefault(flag, false),
});

const methods: Methods = {
  ...method('percosec_clock', [], clockJson),

  ...method(
    'percosec_warp',
    [['by', object({ slots: optional(u64), toSlot: optional(u64), seconds: optional(positive) })]],
    async (node, { slots, toSlot, seconds }) => {
      const { chain } = node;
      const given = [slots, toSlot, seconds].filter((value) => value !== undefined);
      if (given.length !== 1)
        throw invalidParams('Invalid params: percosec_warp takes one of "slots", "toSlot" and "seconds"');
      const target =
        toSlot ?? chain.slot + (slots ?? chain.calendar.slotsIn(Math.min(seconds as number, Number(LAST_SLOT))));
      if (target <= chain.slot || target > LAST_SLOT)
        throw invalidParams(
          `Invalid params: percosec_warp: the chain is in slot ${chain.slot} and can't go to ${target}`,
        );
      chain.advanceTo(target);
      await node.caughtUp();
      return clockJson(node);
    },
  ),

  ...method(
    'percosec_setAccount',
    [
      ['address', address],
      ['account', optional(account)],
    ],
    (node, at, given) => {
      const { chain } = node;
      const written: Account | null =
        given === undefined ? null : { ...given, lamports: given.lamports ?? chain.minimumBalance(given.data.length) };
      try {
        chain.setAccount(at, written);
      } catch (error) {
        if (error instanceof AccountRefused)
          throw invalidParams(`Invalid params: percosec_setAccount: ${error.message}`);
        throw error;
      }
      return { slot: chain.slot };
    },
  ),

  ...method('percosec_pause', [], (node) => {
    node.clockwork.pause();
    return clockJson(node);
  }),

  ...method('percosec_resume', [], (node) => {
    node.clockwork.resume();
    return clockJson(node);
  }),

  ...method('percosec_setSlotDuration', [['milliseconds', positive]], (node, milliseconds) => {
    if (milliseconds > MOST_SLOT_MILLISECONDS)
      throw invalidParams(
        `Invalid params: percosec_setSlotDuration: a slot lasts at most ${MOST_SLOT_MILLISECONDS} ms`,
      );
    node.clockwork.setSlotMilliseconds(milliseconds);
    return clockJson(node);
  }),

  ...method('percosec_demoKeypair', [], ({ demoKeypair }) => demoKeypair && [...demoKeypair]),

  ...method('percosec_saveState', [], ({ chain, saveState }) => {
    if (saveState === null)
      throw new RpcError(INVALID_REQUEST, 'This chain is not kept in a file: start it with --state FILE');
    saveState();
    return { slot: chain.slot };
  }),
};

/** Reading is free for every page, as all reading is. */
const reading: Methods = {
  ...method('percosec_scenario', [], (node) => node.scenario),
  // Unless those who live on the chain say otherwise: nobody moves.
  ...method('percosec_life', [], () => null),
};

const guarded =
  (run: Method): Method =>
  (node, params, caller) => {
    if (!caller.trusted)
      throw new RpcError(INVALID_REQUEST, 'Only programs and pages served from localhost may drive this chain');
    return run(node, params, caller);
  };

/** The same methods, for programs and this machine's own pages alone. */
export const guardedAll = (driving: Methods): Methods =>
  Object.fromEntries(Object.entries(driving).map(([name, run]) => [name, guarded(run)]));

export const control: Methods = { ...guardedAll(methods), ...reading };
