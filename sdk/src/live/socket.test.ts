import { describe, expect, test } from 'vitest';
import { type FakeClockwork, fakeClockwork } from '../../../tests/sdk/clockwork.ts';
import type { PercosecError } from '../error.ts';
import { createSocket, type Subscription } from './socket.ts';

interface Watched extends Subscription {
  readonly told: unknown[];
  readonly events: string[];
  readonly errors: (PercosecError | undefined)[];
}

function subscription(name: string): Watched {
  const told: unknown[] = [];
  const events: string[] = [];
  const errors: (PercosecError | undefined)[] = [];
  return {
    kind: 'account',
    params: [name],
    told,
    events,
    errors,
    active: () => events.push('active'),
    message: (result) => told.push(result),
    lost(error) {
      events.push('lost');
      errors.push(error);
    },
  };
}

const url = 'ws://chain.example';
const last = (clockwork: FakeClockwork) => clockwork.sockets.at(-1) as FakeClockwork['sockets'][number];

function connected(...names: string[]) {
  const clockwork = fakeClockwork();
  const socket = createSocket(url, clockwork);
  const subscriptions = names.map(subscription);
  const leave = subscriptions.map((one) => socket.add(one));
  last(clockwork).open();
  for (const [index] of names.entries()) last(clockwork).acknowledge(index);
  return { clockwork, socket, subscriptions: subscriptions as [Watched, ...Watched[]], leave };
}

describe('one socket', () => {
  test('opens with the first subscription, carries all, and closes with the last', () => {
    const { clockwork, leave, subscriptions } = connected('a', 'b', 'c');
    expect(clockwork.sockets).toHaveLength(1);
    expect(last(clockwork).sent.map(({ method, params }) => [method, params[0]])).toEqual([
      ['accountSubscribe', 'a'],
      ['accountSubscribe', 'b'],
      ['accountSubscribe', 'c'],
    ]);
    expect(subscriptions.map(({ events }) => events)).toEqual([['active'], ['active'], ['active']]);
    leave[1]?.();
    expect(last(clockwork).sent.at(-1)).toMatchObject({ method: 'accountUnsubscribe', params: [1] });
    leave[0]?.();
    leave[2]?.();
    expect(last(clockwork).closed).toBe(true);
    expect(clockwork.pending()).toBe(0);
  });

  test('a message goes to its subscription; one of an unknown subscription to nobody', () => {
    const { clockwork, subscriptions } = connected('a', 'b');
    last(clockwork).notify(1, 'for b');
    last(clockwork).notify(7, 'for nobody');
    last(clockwork).notify('1', 'for nobody');
    expect(subscriptions.map(({ told }) => told)).toEqual([[], ['for b']]);
  });

  test('equal subscriptions share an id of the server, and the last of them ends it', () => {
    const clockwork = fakeClockwork();
    const socket = createSocket(url, clockwork);
    const [left, right, other] = [subscription('a'), subscription('a'), subscription('b')];
    const leaveLeft = socket.add(left);
    const leaveRight = socket.add(right);
    socket.add(other);
    last(clockwork).open();
    last(clockwork).acknowledge(5);
    last(clockwork).acknowledge(5);
    last(clockwork).acknowledge(6);
    leaveLeft();
    last(clockwork).notify(5, 'news');
    expect([left.told, right.told]).toEqual([[], ['news']]);
    expect(last(clockwork).sent.at(-1)?.method).toBe('accountSubscribe');
    leaveRight();
    expect(last(clockwork).sent.at(-1)).toMatchObject({ method: 'accountUnsubscribe', params: [5] });
  });

  test('who leaves before the server answers is unsubscribed when it does, and told nothing', () => {
    const clockwork = fakeClockwork();
    const socket = createSocket(url, clockwork);
    socket.add(subscription('a'));
    const early = subscription('b');
    const leave = socket.add(early);
    last(clockwork).open();
    leave();
    last(clockwork).acknowledge(0, 'a');
    last(clockwork).acknowledge(1, 'b');
    expect(early.events).toEqual([]);
    expect(last(clockwork).sent.at(-1)).toMatchObject({ method: 'accountUnsubscribe', params: [1] });
  });
});

describe('a lost socket', () => {
  test('comes back after 0.5 s, then twice as late each time, up to 30 s; half of the delay is chance', async () => {
    for (const [random, share] of [
      [1, 1],
      [0, 0.5],
    ] as const) {
      const clockwork = fakeClockwork(random);
      const socket = createSocket(url, clockwork);
      socket.add(subscription('a'));
      const delays: number[] = [];
      for (let attempt = 0; attempt < 9; attempt++) {
        last(clockwork).die();
        delays.push((socket.nextAttemptAt() as number) - clockwork.now());
        await clockwork.advance(delays[attempt] as number);
      }
      const whole = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000];
      expect(delays).toEqual(whole.map((delay) => delay * share));
      expect(clockwork.sockets).toHaveLength(10);
    }
  });

  test('asks again for every subscription, and takes the new ids', async () => {
    const { clockwork, subscriptions } = connected('a', 'b');
    const old = last(clockwork);
    old.die();
    expect(subscriptions[0].errors[0]).toMatchObject({ code: 'RpcUnreachable' });
    await clockwork.advance(500);
    last(clockwork).open();
    last(clockwork).acknowledge(20);
    last(clockwork).acknowledge(21);
    last(clockwork).notify(20, 'new');
    last(clockwork).notify(0, 'of the old socket');
    expect(old.onmessage).toBeNull();
    expect(subscriptions[0].events).toEqual(['active', 'lost', 'active']);
    expect(subscriptions[0].told).toEqual(['new']);
  });

  test('after a long life the next delay is the first one again; after a short one it is not', async () => {
    const { clockwork, socket } = connected('a');
    last(clockwork).die();
    await clockwork.advance(500);
    last(clockwork).open();
    last(clockwork).die();
    expect(socket.nextAttemptAt()).toBe(clockwork.now() + 1_000);
    await clockwork.advance(1_000);
    last(clockwork).open();
    await clockwork.advance(15_000);
    last(clockwork).receive({ jsonrpc: '2.0', id: 99, result: true });
    await clockwork.advance(15_000);
    last(clockwork).die();
    expect(socket.nextAttemptAt()).toBe(clockwork.now() + 500);
  });

  test('a handshake that does not end is given up after 10 s', async () => {
    const clockwork = fakeClockwork();
    const one = subscription('a');
    createSocket(url, clockwork).add(one);
    await clockwork.advance(9_999);
    expect(one.events).toEqual([]);
    await clockwork.advance(1);
    expect(one.errors[0]).toMatchObject({ code: 'RpcTimeout' });
    expect(last(clockwork).closed).toBe(true);
  });

  test('a socket that is half open is found out: asked after 20 s of quiet, dropped 10 s later', async () => {
    const { clockwork, subscriptions } = connected('a');
    await clockwork.advance(19_999);
    expect(last(clockwork).sent).toHaveLength(1);
    await clockwork.advance(1);
    expect(last(clockwork).sent.at(-1)).toMatchObject({ method: 'accountUnsubscribe' });
    await clockwork.advance(10_000);
    expect(subscriptions[0].errors[0]).toMatchObject({ code: 'RpcTimeout' });
  });

  test('a quiet socket that answers, though only with a refusal, lives on', async () => {
    const { clockwork, subscriptions } = connected('a');
    for (let round = 0; round < 5; round++) {
      await clockwork.advance(20_000);
      const { id } = last(clockwork).sent.at(-1) as { id: number };
      last(clockwork).receive({ jsonrpc: '2.0', id, error: { code: -32602, message: 'Invalid subscription id.' } });
    }
    expect(subscriptions[0].events).toEqual(['active']);
    expect(clockwork.sockets).toHaveLength(1);
  });

  test('after a sleep of the machine it is not believed any more', async () => {
    const { clockwork, subscriptions } = connected('a');
    clockwork.sleep(3_600_000);
    await clockwork.advance(0);
    expect(subscriptions[0].events).toEqual(['active', 'lost']);
    await clockwork.advance(500);
    expect(clockwork.sockets).toHaveLength(2);
  });

  test('what can not even be made (a forbidden address, no WebSocket) says why, and is a lost socket like any other', async () => {
    const clockwork = fakeClockwork();
    const one = subscription('a');
    const openSocket = clockwork.openSocket;
    clockwork.openSocket = () => {
      throw new DOMException('An insecure WebSocket connection may not be initiated', 'SecurityError');
    };
    const socket = createSocket(url, clockwork);
    socket.add(one);
    expect(one.errors[0]).toMatchObject({ code: 'RpcUnreachable', cause: { name: 'SecurityError' } });
    expect(one.errors[0]?.message).toContain('An insecure WebSocket connection may not be initiated');
    clockwork.openSocket = openSocket;
    await clockwork.advance(500);
    expect(clockwork.sockets).toHaveLength(1);
  });

  test('a subscription that comes while it is down is lost at once, and asked for when it is up', async () => {
    const { clockwork, socket } = connected('a');
    last(clockwork).die();
    const late = subscription('b');
    socket.add(late);
    expect(late.events).toEqual(['lost']);
    await socket.settled();
    await clockwork.advance(500);
    last(clockwork).open();
    expect(last(clockwork).sent.map(({ params }) => params[0])).toEqual(['a', 'b']);
  });
});

describe('what a server may send', () => {
  test('no JSON: the line is not to be trusted, and made anew', () => {
    for (const garbage of ['<html>', '{"jsonrpc"', '']) {
      const { clockwork, subscriptions } = connected('a');
      last(clockwork).receive(garbage);
      expect(subscriptions[0].errors[0]).toMatchObject({ code: 'RpcMalformed' });
      expect(last(clockwork).closed).toBe(true);
    }
  });

  test('other shapes are nobody’s business', () => {
    const { clockwork, subscriptions } = connected('a');
    for (const odd of ['null', '5', '"text"', '[]', '{}', { params: null }, { params: 7 }, { id: 1, result: 3 }])
      last(clockwork).receive(odd);
    expect(subscriptions[0].events).toEqual(['active']);
    expect(subscriptions[0].told).toEqual([]);
  });

  test('a refused subscription is lost with the reason, the others live, and it is asked for again', () => {
    const clockwork = fakeClockwork();
    const socket = createSocket(url, clockwork);
    const [refused, taken] = [subscription('a'), subscription('b')];
    socket.add(refused);
    socket.add(taken);
    last(clockwork).open();
    last(clockwork).receive({ jsonrpc: '2.0', id: 1, error: { code: -32005, message: 'Too many subscriptions' } });
    last(clockwork).acknowledge(9, 'b');
    expect(refused.errors[0]).toMatchObject({
      code: 'RpcRefused',
      context: { method: 'accountSubscribe', rpcCode: -32005, rpcMessage: 'Too many subscriptions' },
    });
    expect(taken.events).toEqual(['active']);
    socket.askAgain();
    expect(
      last(clockwork)
        .sent.slice(2)
        .map(({ params }) => params[0]),
    ).toEqual(['a']);
    last(clockwork).receive({ jsonrpc: '2.0', id: 3, result: 10 });
    expect(refused.events).toEqual(['lost', 'active']);
  });
});

describe('reads wait for subscriptions', () => {
  test('until the server has answered the last one', async () => {
    const clockwork = fakeClockwork();
    const socket = createSocket(url, clockwork);
    for (const name of ['a', 'b']) socket.add(subscription(name));
    let settled = false;
    void socket.settled()?.then(() => {
      settled = true;
    });
    last(clockwork).open();
    last(clockwork).acknowledge(1);
    await clockwork.advance(0);
    expect(settled).toBe(false);
    last(clockwork).acknowledge(2);
    await clockwork.advance(0);
    expect(settled).toBe(true);
    await socket.settled();
  });

  test('or for one second, or until the socket has failed', async () => {
    const patient = fakeClockwork();
    const slow = createSocket(url, patient);
    slow.add(subscription('a'));
    const waited = slow.settled();
    await patient.advance(1_000);
    await waited;

    const clockwork = fakeClockwork();
    const failing = createSocket(url, clockwork);
    failing.add(subscription('a'));
    const failed = failing.settled();
    last(clockwork).die();
    await failed;
  });
});

describe('a page that nobody sees', () => {
  test('has no socket; when it is seen, it has one at once', async () => {
    const { clockwork, socket, subscriptions } = connected('a');
    socket.pause(true);
    expect(last(clockwork).closed).toBe(true);
    expect(subscriptions[0].errors).toEqual([undefined]);
    await clockwork.advance(3_600_000);
    expect(clockwork.sockets).toHaveLength(1);
    socket.pause(false);
    expect(clockwork.sockets).toHaveLength(2);
  });

  test('seen again, or online again, it does not wait for the next attempt', () => {
    const { clockwork, socket } = connected('a');
    last(clockwork).die();
    socket.pause(false);
    expect(clockwork.sockets).toHaveLength(2);
    socket.pause(false);
    expect(clockwork.sockets).toHaveLength(2);
  });
});
