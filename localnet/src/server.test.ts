import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { closeServer } from './ports.ts';
import { startLocalnet } from './server.ts';

it('listens on this machine only, on a port and the next', async () => {
  const localnet = await startLocalnet({ rpcPort: 0, paused: true });
  const [rpc, ws] = [new URL(localnet.rpcUrl), new URL(localnet.wsUrl)];
  expect([rpc.hostname, ws.hostname]).toEqual(['127.0.0.1', '127.0.0.1']);
  expect(Number(ws.port)).toBe(Number(rpc.port) + 1);
  await localnet.close();
  await expect(fetch(localnet.rpcUrl)).rejects.toThrow();
});

it('names a taken port and what to do, and leaves no other open', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as AddressInfo).port));
  });
  await expect(startLocalnet({ rpcPort: port })).rejects.toThrow(
    `Port ${port} is taken, perhaps by another validator or localnet: stop it, or choose another port with --rpc-port.`,
  );
  await expect(startLocalnet({ rpcPort: 0, wsPort: port })).rejects.toThrow(
    `Port ${port} is taken, perhaps by another validator or localnet: stop it, or choose another port with --ws-port.`,
  );
  await closeServer(taken);
  const localnet = await startLocalnet({ rpcPort: 0, wsPort: port, paused: true });
  expect(new URL(localnet.wsUrl).port).toBe(String(port));
  await localnet.close();
});

it('lets nobody see a chain before it is settled', async () => {
  let arrive: () => void = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  let early: Promise<unknown> = Promise.resolve();
  // A free pair, found and let go: the settlers have to know the port before the server is there.
  const finder = await startLocalnet({ rpcPort: 0, paused: true });
  const { rpcUrl } = finder;
  await finder.close();
  const localnet = await startLocalnet({
    rpcPort: Number(new URL(rpcUrl).port),
    paused: true,
    async settle(chain) {
      early = fetch(rpcUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"jsonrpc":"2.0","id":1,"method":"percosec_scenario"}',
      }).then((response) => {
        arrive();
        return response.json();
      });
      chain.advance();
      return { description: { here: 'we are' } };
    },
  });
  await arrived;
  expect(await early).toEqual({ jsonrpc: '2.0', id: 1, result: { here: 'we are' } });
  await localnet.close();
});

it('gives its ports back when settling fails', async () => {
  const start = startLocalnet({
    rpcPort: 0,
    settle() {
      throw new Error('nobody wants to live here');
    },
  });
  await expect(start).rejects.toThrow('nobody wants to live here');
});
