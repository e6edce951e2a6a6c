import { describe, expect, test } from 'vitest';
import { fakeClockwork, settle } from '../../../tests/sdk/clockwork.ts';
import type { Rpc } from '../rpc.ts';
import { type SignatureResult, watchSignature } from './signatures.ts';
import type { LiveSocket, Subscription } from './socket.ts';

type Status = { slot: number; err: unknown; confirmationStatus?: string } | null;

function setup(commitment = 'confirmed') {
  const clockwork = fakeClockwork();
  let subscription: Subscription | undefined;
  const socket = {
    add(added: Subscription) {
      subscription = added;
      return () => {
        subscription = undefined;
      };
    },
  } as LiveSocket;
  let asked = 0;
  let status: () => Status = () => null;
  const rpc = {
    async request(method: string, params: readonly unknown[]) {
      asked += 1;
      expect([method, params[0]]).toEqual(['getSignatureStatuses', ['signature']]);
      return { context: { slot: 1 }, value: [status()] };
    },
  } as unknown as Rpc;
  const told: SignatureResult[] = [];
  const controller = new AbortController();
  const tell = (result: SignatureResult) => told.push(result);
  watchSignature({ rpc, socket, clockwork, commitment }, 'signature', tell, controller.signal);
  const stop = () => controller.abort();
  return {
    clockwork,
    told,
    stop,
    asked: () => asked,
    subscription: () => subscription as Subscription,
    is: (next: () => Status) => {
      status = next;
    },
  };
}

describe('a signature', () => {
  test('is told once by the socket, and let go', async () => {
    const { clockwork, subscription, told } = setup();
    const watched = subscription();
    expect(watched).toMatchObject({ kind: 'signature', params: ['signature', { commitment: 'confirmed' }] });
    watched.active();
    await settle();
    watched.message({ context: { slot: 7 }, value: { err: { InstructionError: [0, { Custom: 6014 }] } } });
    watched.message({ context: { slot: 8 }, value: { err: null } });
    expect(told).toEqual([{ slot: 7n, err: { InstructionError: [0, { Custom: 6014 }] } }]);
    expect(subscription()).toBeUndefined();
    expect(clockwork.pending()).toBe(0);
  });

  test('that was confirmed before the subscription was there is found by asking once', async () => {
    const { asked, clockwork, is, subscription, told } = setup();
    is(() => ({ slot: 5, err: null, confirmationStatus: 'finalized' }));
    subscription().active();
    await settle();
    expect(told).toEqual([{ slot: 5n, err: null }]);
    await clockwork.advance(60_000);
    expect(asked()).toBe(1);
  });

  test('is asked for every 2 s while the socket is down, and not while it lives', async () => {
    const { asked, clockwork, is, subscription, told } = setup();
    subscription().active();
    await clockwork.advance(60_000);
    expect(asked()).toBe(1);
    subscription().lost();
    await clockwork.advance(6_000);
    expect(asked()).toBe(4);
    is(() => ({ slot: 5, err: null, confirmationStatus: 'processed' }));
    await clockwork.advance(2_000);
    expect(told).toEqual([]);
    is(() => {
      throw new Error('down');
    });
    await clockwork.advance(4_000);
    is(() => ({ slot: 6, err: null, confirmationStatus: 'confirmed' }));
    await clockwork.advance(2_000);
    expect(told).toEqual([{ slot: 6n, err: null }]);
    expect(clockwork.pending()).toBe(0);
  });

  test('whose watcher left while this was loaded is not watched at all', () => {
    const add = () => {
      throw new Error('watched');
    };
    const socket = { add } as unknown as LiveSocket;
    const options = { rpc: {} as Rpc, socket, clockwork: fakeClockwork(), commitment: 'confirmed' };
    watchSignature(options, 'signature', () => {}, AbortSignal.abort());
  });

  test('odd messages tell nothing', () => {
    const { subscription, told } = setup();
    for (const odd of [
      null,
      'text',
      {},
      { context: { slot: 1 } },
      { context: { slot: 1 }, value: 'receivedSignature' },
      { context: {}, value: { err: null } },
      { context: { slot: 1.5 }, value: { err: null } },
    ])
      subscription().message(odd);
    expect(told).toEqual([]);
  });

  test('who stops hears nothing any more', async () => {
    const { asked, clockwork, is, stop, subscription, told } = setup();
    const watched = subscription();
    is(() => ({ slot: 5, err: null, confirmationStatus: 'confirmed' }));
    watched.active();
    stop();
    await clockwork.advance(10_000);
    watched.message({ context: { slot: 7 }, value: { err: null } });
    expect([told, clockwork.pending(), asked()]).toEqual([[], 0, 1]);
  });
});
