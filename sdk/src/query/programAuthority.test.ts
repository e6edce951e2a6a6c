import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testAddress } from '../../../tests/sdk/markets.ts';
import { type RpcServer, startRpcServer } from '../../../tests/sdk/rpcServer.ts';
import { addressBytes } from '../address.ts';
import { programDataAddress, UPGRADEABLE_LOADER_PROGRAM } from '../addresses.ts';
import { createPercosecClient } from '../client.ts';
import { programAuthorityQueryOptions } from './programAuthority.ts';

const program = testAddress('perp program');
const authority = testAddress('authority');
let server: RpcServer;

beforeEach(async () => {
  server = await startRpcServer();
});

afterEach(() => server.stop());

async function read() {
  const client = createPercosecClient({ rpcUrl: server.url });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });
  try {
    return await queryClient.fetchQuery({ ...programAuthorityQueryOptions(client, { program }), retry: false });
  } finally {
    queryClient.clear();
    client.close();
  }
}

async function load(owner: string, programData?: number[]) {
  server.accounts.set(program, { owner, data: new Uint8Array(36) });
  if (programData)
    server.accounts.set(await programDataAddress(program), {
      owner: UPGRADEABLE_LOADER_PROGRAM,
      data: Uint8Array.from(programData),
    });
}

const header = (option: number, key: Uint8Array) => [3, 0, 0, 0, ...new Uint8Array(8), option, ...key];

test('a program that can be upgraded, and by whom', async () => {
  await load(UPGRADEABLE_LOADER_PROGRAM, header(1, addressBytes(authority)));
  expect(await read()).toEqual({ upgradeable: true, authority });
  expect(server.asked.map(({ method, params }) => [method, params[1].dataSlice])).toEqual([
    ['getMultipleAccounts', { offset: 0, length: 45 }],
  ]);
});

test('one whose authority was given up, or whose loader never allowed it', async () => {
  await load(UPGRADEABLE_LOADER_PROGRAM, header(0, addressBytes(authority)));
  expect(await read()).toEqual({ upgradeable: false, authority: null });
  await load('BPFLoader2111111111111111111111111111111111');
  expect(await read()).toEqual({ upgradeable: false, authority: null });
});

test('what can not be found out is unknown, not safe', async () => {
  const unknown = { upgradeable: null, authority: null };
  expect(await read()).toEqual(unknown);
  await load('LoaderV411111111111111111111111111111111111');
  expect(await read()).toEqual(unknown);
  await load(UPGRADEABLE_LOADER_PROGRAM);
  expect(await read()).toEqual(unknown);
});

test('data that is no program’s is an error', async () => {
  for (const data of [
    [],
    header(1, addressBytes(authority)).slice(0, 44),
    header(1, addressBytes(authority)).fill(2, 0, 1),
  ]) {
    await load(UPGRADEABLE_LOADER_PROGRAM, data);
    await expect(read()).rejects.toMatchObject({ code: 'RpcMalformed' });
  }
});
