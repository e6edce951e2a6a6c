import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { servedTokens, testAddress } from '../../../tests/sdk/markets.ts';
import { type RpcServer, startRpcServer } from '../../../tests/sdk/rpcServer.ts';
import { associatedTokenAddress, SYSTEM_PROGRAM } from '../addresses.ts';
import { createPercosecClient, type PercosecClient } from '../client.ts';
import { balanceQueryOptions } from './balance.ts';
import { clusterQueryOptions } from './cluster.ts';

const [mint, owner, other] = [testAddress('mint'), testAddress('owner'), testAddress('other')];

let server: RpcServer;
let client: PercosecClient;

beforeEach(async () => {
  server = await startRpcServer();
  client = createPercosecClient({ rpcUrl: server.url });
});

afterEach(async () => {
  client.close();
  await server.stop();
});

const read = (of: string = owner) =>
  new QueryClient().fetchQuery({ ...balanceQueryOptions(client, { mint, owner: of }), retry: false });

test('a balance is what is in the associated account, and the lamports beside it', async () => {
  const tokenAccount = await associatedTokenAddress(owner, mint);
  expect((await read()).value).toEqual({ amount: 0n, lamports: 0n, tokenAccount, frozen: false });
  server.accounts.set(tokenAccount, servedTokens(mint, owner, 7_000_000n));
  server.accounts.set(owner, { owner: SYSTEM_PROGRAM, data: new Uint8Array(), lamports: 5 });
  expect((await read()).value).toEqual({ amount: 7_000_000n, lamports: 5n, tokenAccount, frozen: false });
  server.accounts.set(tokenAccount, servedTokens(mint, owner, 7_000_000n, 2));
  expect((await read()).value).toMatchObject({ frozen: true });
});

test('another’s tokens, what is no token account, and what is no address are errors, and no figure', async () => {
  const tokenAccount = await associatedTokenAddress(owner, mint);
  server.accounts.set(tokenAccount, servedTokens(mint, other, 7n));
  await expect(read()).rejects.toMatchObject({ code: 'RpcMalformed' });
  server.accounts.set(tokenAccount, { owner: other, data: new Uint8Array(165) });
  await expect(read()).rejects.toMatchObject({ code: 'WrongOwner' });
  await expect(read('nobody')).rejects.toMatchObject({ code: 'InvalidAddress' });
  expect(balanceQueryOptions(client, { mint, owner: null }).enabled).toBe(false);
});

test('the cluster is told by its first block, which is asked for once', async () => {
  const queryClient = new QueryClient();
  server.answers.set('getGenesisHash', () => 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG');
  expect(await queryClient.fetchQuery(clusterQueryOptions(client))).toBe('solana:devnet');
  expect(await queryClient.fetchQuery({ ...clusterQueryOptions(client), staleTime: 0 })).toBe('solana:devnet');
  expect(server.asked.map(({ method }) => method)).toEqual(['getGenesisHash']);
});
