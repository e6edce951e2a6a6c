// The bad line itself: what it does to calls and sockets between a client and a chain.
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Localnet, startLocalnet } from '../../../localnet/src/server.ts';
import { type RpcProxy, startProxy } from './proxy.ts';

let chain: Localnet;
let proxy: RpcProxy;
beforeEach(async () => {
  chain = await startLocalnet({ rpcPort: 0, paused: true });
  proxy = await startProxy(chain);
});
afterEach(async () => {
  await proxy.close();
  await chain.close();
});

const post = (method: string, params: readonly unknown[] = []) =>
  fetch(proxy.rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
const call = async (method: string, params?: readonly unknown[]) => (await (await post(method, params)).json()).result;

async function subscribed(): Promise<{ socket: WebSocket; slots: number[] }> {
  const socket = new WebSocket(proxy.wsUrl);
  const slots: number[] = [];
  const standing = new Promise<void>((resolve) => {
    socket.on('message', (message) => {
      const { params } = JSON.parse(String(message));
      if (params) slots.push(params.result.slot);
      else resolve();
    });
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'slotSubscribe' }));
  await standing;
  return { socket, slots };
}

test('calls and sockets pass, and are remembered', async () => {
  const { socket, slots } = await subscribed();
  expect((await call('percosec_clock')).slot).toBe(Number(chain.chain.slot));
  await call('percosec_warp', [{ slots: '1' }]);
  await expect.poll(() => slots.length).toBeGreaterThan(0);
  expect(proxy.asked.map(({ method }) => method)).toEqual(['percosec_clock', 'percosec_warp']);
  expect(proxy.open()).toBe(1);
  socket.close();
  await expect.poll(proxy.open).toBe(0);
});

test('a cut line ends what is on it, and refuses what comes until it is mended', async () => {
  const { socket } = await subscribed();
  proxy.calls('cut');
  proxy.sockets('cut');
  await once(socket, 'close');
  await expect(post('getSlot')).rejects.toThrow();
  const [error] = await once(new WebSocket(proxy.wsUrl), 'error');
  expect(String(error)).toMatch(/socket hang up|ECONNRESET/);
  proxy.mend();
  expect(await call('getHealth')).toBe('ok');
  (await subscribed()).socket.close();
});

test('a stalled line keeps everything until it is mended', async () => {
  const { socket, slots } = await subscribed();
  proxy.calls('stall');
  proxy.sockets('stall');
  let answered = false;
  const answer = call('getHealth').finally(() => {
    answered = true;
  });
  await expect.poll(() => proxy.asked.length).toBe(1);
  // Straight to the chain: what it tells of this has to wait.
  chain.chain.warp({ slots: 3n });
  const before = slots.length;
  expect(answered).toBe(false);
  expect(proxy.open()).toBe(1);
  expect(slots).toHaveLength(before);
  proxy.mend();
  expect(await answer).toBe('ok');
  await expect.poll(() => slots.length).toBeGreaterThan(before);
  socket.close();
});

test('a call may be turned away, or done and its answer lost, by its name', async () => {
  proxy.calls(({ method }) => (method === 'getSlot' ? 'busy' : method === 'percosec_warp' ? 'lose' : 'pass'));
  expect((await post('getSlot')).status).toBe(429);
  const before = chain.chain.slot;
  await expect(post('percosec_warp', [{ slots: '5' }])).rejects.toThrow();
  expect(chain.chain.slot).toBe(before + 5n);
  expect(await call('getHealth')).toBe('ok');
});

test('what waits meets what happens next, not only what passes', async () => {
  proxy.calls('stall');
  const answer = post('getSlot');
  await expect.poll(() => proxy.asked.length).toBe(1);
  proxy.calls('cut');
  await expect(answer).rejects.toThrow();
});
