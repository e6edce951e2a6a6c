// Anchor's provider and wallet, as its users use them.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AnchorProvider, Program, Wallet } from '@coral-xyz/anchor';
import { Connection, Transaction } from '@solana/web3.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Localnet } from '../src/index.ts';
import { keypair, SOL, startWorld, transfer, type World } from './world.ts';

let world: World;
let localnet: Localnet;
let provider: AnchorProvider;
const wallet = keypair('anchor');

beforeAll(async () => {
  world = await startWorld({ slotMilliseconds: 10 });
  localnet = world.localnet;
  localnet.chain.airdrop(wallet.publicKey.toBase58(), 10n * SOL);
  localnet.clockwork.resume();
  const connection = new Connection(localnet.rpcUrl, 'confirmed');
  provider = new AnchorProvider(connection, new Wallet(wallet), { commitment: 'confirmed' });
});

afterAll(() => localnet.close());

it('sends and confirms', async () => {
  const to = keypair('by anchor').publicKey;
  const signature = await provider.sendAndConfirm(new Transaction().add(transfer(wallet, to, SOL)));
  expect(await provider.connection.getBalance(to)).toBe(Number(SOL));
  expect(localnet.chain.ledger.get(signature)?.err).toBeNull();
});

it('simulates, and says why something would fail', async () => {
  const to = keypair('by anchor').publicKey;
  const good = await provider.simulate(new Transaction().add(transfer(wallet, to, SOL)));
  expect(good.logs).toContain('Program 11111111111111111111111111111111 success');
  const bad = new Transaction().add(transfer(wallet, to, 100n * SOL));
  await expect(provider.simulate(bad)).rejects.toMatchObject({
    simulationResponse: { err: { InstructionError: [0, { Custom: 1 }] } },
  });
  await expect(provider.sendAndConfirm(bad)).rejects.toThrow('custom program error: 0x1');
});

it('finds no account of a program where there is none', async () => {
  const file = path.resolve(import.meta.dirname, '../../programs/artifacts/idl/insurance_pool.json');
  const program = new Program(JSON.parse(readFileSync(file, 'utf8')), provider);
  const namespace = program.account as unknown as Record<
    string,
    { fetchNullable(at: unknown): Promise<unknown>; all(): Promise<unknown[]> }
  >;
  expect(await namespace.insurancePool?.fetchNullable(wallet.publicKey)).toBeNull();
  expect(await namespace.insurancePool?.all()).toEqual([]);
});
