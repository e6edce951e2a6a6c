// One suite, through two client libraries: what holds for one holds for the other.
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, Connect } from './client.ts';
import { connectKit } from './kit.ts';
import { until } from './until.ts';
import { connectWeb3 } from './web3.ts';
import { DECIMALS, keypair, land, SOL, startWorld, transfer, type World } from './world.ts';

const LIBRARIES: readonly (readonly [string, Connect])[] = [
  ['@solana/web3.js', connectWeb3],
  ['@solana/kit', connectKit],
];

describe.each(LIBRARIES)('%s', (_, connect) => {
  let world: World;
  let client: Client;

  beforeAll(async () => {
    world = await startWorld();
    client = connect(world.localnet);
  });

  afterAll(async () => {
    client.close();
    await world.localnet.close();
  });

  const chain = () => world.localnet.chain;
  /** Somebody whom no other case knows. */
  let strangers = 0;
  const stranger = () => keypair(`stranger ${++strangers}`).publicKey.toBase58();

  describe('accounts', () => {
    it('reads one, several, and the lack of one', async () => {
      const mint = world.mint.toBase58();
      const nobody = stranger();
      const expected = chain().getAccount(mint);
      expect(await client.account(mint)).toEqual(expected);
      expect(await client.account(nobody)).toBeNull();
      expect(await client.accounts([nobody, mint])).toEqual([null, expected]);
    });

    it('cuts data where it is asked to', async () => {
      const data = await client.slicedAccount(world.mint.toBase58(), 44, 2);
      expect(data).toEqual(Uint8Array.of(DECIMALS, 1));
    });

    it('finds a program’s accounts by length and by bytes', async () => {
      const found = await client.tokenAccountsOf(TOKEN_PROGRAM_ID.toBase58(), world.mint.toBase58());
      expect(found.toSorted()).toEqual(world.holders.map(({ account }) => account.toBase58()).toSorted());
      expect(await client.tokenAccountsOf(TOKEN_PROGRAM_ID.toBase58(), stranger())).toEqual([]);
    });

    it('shows token accounts in the open', async () => {
      const [{ owner, account }] = world.holders as [World['holders'][number]];
      expect(await client.parsedTokenAccount(account.toBase58())).toMatchObject({
        program: 'spl-token',
        type: 'account',
        info: { mint: world.mint.toBase58(), owner: owner.toBase58(), state: 'initialized', isNative: false },
      });
      expect(await client.tokenAccountsByOwner(owner.toBase58(), world.mint.toBase58())).toEqual([
        { address: account.toBase58(), amount: '3000001' },
      ]);
    });

    it('tells balances of tokens exactly', async () => {
      const [rich, poor] = world.holders.map(({ account }) => account.toBase58());
      expect(await client.tokenBalance(rich ?? '')).toEqual({ amount: '3000001', decimals: 6, text: '3.000001' });
      expect(await client.tokenBalance(poor ?? '')).toEqual({ amount: '500', decimals: 6, text: '0.0005' });
      expect(await client.tokenSupply(world.mint.toBase58())).toEqual({
        amount: '3000501',
        decimals: 6,
        text: '3.000501',
      });
      expect(await client.largestHolders(world.mint.toBase58())).toEqual([rich, poor]);
    });
  });

  describe('the cluster', () => {
    it('has slots, heights and times that belong together', async () => {
      const slot = await client.slot('processed');
      expect(slot).toBe(chain().slot);
      expect(await client.slot('confirmed')).toBe(slot - 1n);
      expect(await client.slot('finalized')).toBe(slot - 32n);
      expect(await client.blockHeight('processed')).toBe(slot - chain().options.genesisSlot);
      expect(await client.blockTime(slot)).toBe(chain().unixTimestamp);
      const { epoch, slotIndex, slotsInEpoch } = await client.epoch();
      expect(epoch * slotsInEpoch + slotIndex).toBe(slot - 1n);
    });

    it('knows itself', async () => {
      expect(await client.genesisHash()).toBe(chain().calendar.genesisHash);
      expect(await client.version()).toMatch(/^\d+\.\d+\.\d+$/);
      expect(await client.rent(165)).toBe(2_039_280n);
    });

    it('lists blocks and what is in them', async () => {
      const record = land(world.localnet, [world.payer], [transfer(world.payer, keypair('block').publicKey, SOL)]);
      chain().advance();
      const block = await client.block(record.slot);
      expect(block).toEqual({
        blockhash: chain().calendar.blockhash(record.slot),
        parentSlot: record.slot - 1n,
        signatures: [record.signature],
      });
      expect(await client.blocks(record.slot - 1n, record.slot + 9n)).toEqual([record.slot - 1n, record.slot]);
    });
  });

  describe('a transfer', () => {
    it('is simulated without happening', async () => {
      const to = stranger();
      const wanted = { from: world.payer, to, lamports: SOL };
      for (const replaceBlockhash of [false, true]) {
        const { err, logs, unitsConsumed } = await client.simulateTransfer(wanted, { replaceBlockhash });
        expect(err).toBeNull();
        expect(logs.at(-1)).toBe('Program 11111111111111111111111111111111 success');
        expect(unitsConsumed).toBe(150n);
      }
      expect(await client.balance(to, 'processed')).toBe(0n);
    });

    it('tells in simulation why it would fail', async () => {
      const { err, logs } = await client.simulateTransfer(
        { from: world.payer, to: stranger(), lamports: 10_000n * SOL },
        { replaceBlockhash: false },
      );
      // Numbers of errors are bigints to one of the libraries.
      expect(JSON.stringify(err, (_key, value) => (typeof value === 'bigint' ? Number(value) : value))).toBe(
        '{"InstructionError":[0,{"Custom":1}]}',
      );
      expect(logs.join('\n')).toContain('insufficient lamports');
    });

    it('costs what was said beforehand, and more with a price for its compute units', async () => {
      chain().advance();
      const to = stranger();
      for (const price of [undefined, 2_500_000n]) {
        const wanted = { from: world.payer, to, lamports: SOL, ...(price === undefined ? {} : { price }) };
        const fee = await client.transferFee(wanted);
        const { blockhash } = await client.blockhash('confirmed');
        const signature = await client.sendTransfer(wanted, blockhash, { skipPreflight: false });
        chain().advance();
        const landed = await client.transaction(signature);
        expect(landed?.fee).toBe(fee);
        // Two instructions of built-in programs may use 3,000 units each.
        expect(fee).toBe(price === undefined ? 5_000n : 5_000n + 15_000n);
      }
      expect(await client.prioritizationFees(to)).toContainEqual({ slot: chain().slot - 1n, fee: 2_500_000n });
    });

    it('is told with its balances, logs and time', async () => {
      chain().advance();
      const to = stranger();
      const { blockhash } = await client.blockhash('confirmed');
      const before = chain().getAccount(world.payer.publicKey.toBase58())?.lamports ?? 0n;
      const signature = await client.sendTransfer({ from: world.payer, to, lamports: SOL }, blockhash, {
        skipPreflight: false,
      });
      const slot = chain().slot;
      expect(await client.transaction(signature)).toBeNull();
      chain().advance();
      expect(await client.transaction(signature)).toEqual({
        slot,
        blockTime: chain().calendar.unixTimestamp(slot),
        fee: 5_000n,
        err: null,
        logs: [
          'Program 11111111111111111111111111111111 invoke [1]',
          'Program 11111111111111111111111111111111 success',
        ],
        unitsConsumed: 150n,
        preBalances: [before, 0n, 1n],
        postBalances: [before - SOL - 5_000n, SOL, 1n],
        tokenChanges: [],
        innerInstructions: 0,
      });
      expect(await client.parsedInstructions(signature)).toHaveLength(1);
    });

    it('moves from processed to confirmed to finalized, and so does what it changed', async () => {
      const to = stranger();
      const { blockhash } = await client.blockhash('confirmed');
      const wanted = { from: world.payer, to, lamports: SOL };
      const signature = await client.sendTransfer(wanted, blockhash, { skipPreflight: true });
      const stages = [
        ['processed', 0n, [SOL, 0n, 0n]],
        ['confirmed', 1n, [SOL, SOL, 0n]],
        ['confirmed', 30n, [SOL, SOL, 0n]],
        ['finalized', 1n, [SOL, SOL, SOL]],
      ] as const;
      for (const [commitment, slots, balances] of stages) {
        if (slots > 0n) chain().warp({ slots });
        expect(await client.status(signature)).toMatchObject({ commitment, err: null });
        for (const [index, at] of (['processed', 'confirmed', 'finalized'] as const).entries())
          expect(await client.balance(to, at)).toBe(balances[index]);
      }
    });

    it('is refused before it is sent where it would fail', async () => {
      const { blockhash } = await client.blockhash('confirmed');
      const send = client.sendTransfer({ from: world.payer, to: stranger(), lamports: 10_000n * SOL }, blockhash, {
        skipPreflight: false,
      });
      await expect(send).rejects.toThrow(/simulation failed/i);
    });

    it('is charged where it fails without preflight', async () => {
      const { blockhash } = await client.blockhash('confirmed');
      const signature = await client.sendTransfer(
        { from: world.payer, to: stranger(), lamports: 10_000n * SOL },
        blockhash,
        { skipPreflight: true },
      );
      chain().advance();
      const landed = await client.transaction(signature);
      expect(landed?.fee).toBe(5_000n);
      expect(landed?.err).not.toBeNull();
    });

    it('happens once, however often it is sent', async () => {
      const to = stranger();
      const { blockhash } = await client.blockhash('confirmed');
      const wanted = { from: world.payer, to, lamports: SOL };
      const first = await client.sendTransfer(wanted, blockhash, { skipPreflight: true });
      expect(await client.sendTransfer(wanted, blockhash, { skipPreflight: true })).toBe(first);
      await expect(client.sendTransfer(wanted, blockhash, { skipPreflight: false })).rejects.toThrow(
        /simulation failed/i,
      );
      expect(await client.balance(to, 'processed')).toBe(SOL);
    });

    it('is too late once its blockhash is 150 blocks old', async () => {
      const to = stranger();
      const { blockhash, lastValidBlockHeight } = await client.blockhash('confirmed');
      const send = (lamports: bigint) =>
        client.sendTransfer({ from: world.payer, to, lamports }, blockhash, { skipPreflight: true });
      chain().warp({ slots: 149n });
      expect(await client.blockHeight('processed')).toBe(lastValidBlockHeight);
      expect(await client.isBlockhashValid(blockhash)).toBe(true);
      await send(SOL);
      chain().advance();
      // The last block that may hold it is one further on than clients are told, as on a cluster.
      expect(await client.isBlockhashValid(blockhash)).toBe(true);
      chain().advance();
      expect(await client.isBlockhashValid(blockhash)).toBe(false);
      await send(2n * SOL);
      expect(await client.balance(to, 'processed')).toBe(SOL);
      await expect(
        client.sendTransfer({ from: world.payer, to, lamports: SOL }, blockhash, { skipPreflight: false }),
      ).rejects.toThrow();
    });
  });

  it('lists an address’s transactions, newest first, in pages', async () => {
    const to = keypair(`history of ${strangers}`).publicKey;
    const sent = [3n, 4n, 5n, 6n].map((sol) => {
      chain().advance();
      return land(world.localnet, [world.payer], [transfer(world.payer, to, sol * SOL)]).signature;
    });
    chain().advance();
    const [first, second, third, fourth] = sent as [string, string, string, string];
    const of = to.toBase58();
    expect(await client.signaturesFor(of)).toEqual([fourth, third, second, first]);
    expect(await client.signaturesFor(of, { limit: 2 })).toEqual([fourth, third]);
    expect(await client.signaturesFor(of, { before: third })).toEqual([second, first]);
    expect(await client.signaturesFor(of, { until: second })).toEqual([fourth, third]);
    expect(await client.signaturesFor(stranger())).toEqual([]);
  });

  describe('subscriptions', () => {
    it.each(['processed', 'confirmed', 'finalized'] as const)(
      'tell of an account once it is %s',
      async (commitment) => {
        const to = keypair(`told ${commitment}`).publicKey;
        const told: (readonly [bigint, bigint])[] = [];
        const stop = await client.onAccount(to.toBase58(), commitment, (...news) => told.push(news));
        const { slot } = land(world.localnet, [world.payer], [transfer(world.payer, to, SOL)]);
        const after = { processed: 0n, confirmed: 1n, finalized: 32n }[commitment];
        if (after > 1n) {
          chain().warp({ slots: after - 1n });
          // Whatever was wrongly told by now would have come before this answer.
          await client.slot('processed');
          expect(told).toEqual([]);
        }
        if (after > 0n) chain().advance();
        await until(() => told.length > 0);
        expect(told).toEqual([[SOL, slot]]);
        await stop();
        land(world.localnet, [world.payer], [transfer(world.payer, to, 2n * SOL)]);
        chain().warp({ slots: 40n });
        await client.slot('processed');
        expect(told).toHaveLength(1);
      },
    );

    it('tell of a program’s accounts and of logs', async () => {
      const accounts: string[] = [];
      const logs: (readonly [string, readonly string[]])[] = [];
      const holder = world.holders[0]?.account.toBase58() ?? '';
      const stops = [
        await client.onProgram(TOKEN_PROGRAM_ID.toBase58(), (address) => accounts.push(address)),
        await client.onLogs(holder, (...news) => logs.push(news)),
      ];
      const { createMintToInstruction } = await import('@solana/spl-token');
      const [{ account }] = world.holders as [World['holders'][number]];
      const mintTo = createMintToInstruction(world.mint, account, world.payer.publicKey, 1n);
      const record = land(world.localnet, [world.payer], [mintTo]);
      chain().advance();
      await until(() => accounts.length >= 2 && logs.length >= 1);
      expect(accounts.toSorted()).toEqual([holder, world.mint.toBase58()].toSorted());
      expect(logs).toEqual([[record.signature, record.logs]]);
      for (const stop of stops) await stop();
    });

    it('tell of slots', async () => {
      const slots: (readonly [bigint, bigint])[] = [];
      const stop = await client.onSlot((...news) => slots.push(news));
      const from = chain().slot;
      chain().advance();
      chain().advance();
      await until(() => slots.length >= 2);
      expect(slots).toEqual([
        [from + 1n, from - 31n],
        [from + 2n, from - 30n],
      ]);
      await stop();
    });

    it('tell of a signature, also of one that is there already', async () => {
      const { signature } = land(
        world.localnet,
        [world.payer],
        [transfer(world.payer, keypair('signed').publicKey, SOL)],
      );
      const told: unknown[] = [];
      await client.onSignature(signature, 'finalized', (err) => told.push(err));
      chain().warp({ slots: 32n });
      await until(() => told.length === 1);
      expect(told).toEqual([null]);
      // It ended by itself.
      await until(() => world.localnet.traffic().subscriptions === 0);
    });
  });

  it('asks for an airdrop, sends and confirms as its users do, while slots pass', async () => {
    world.localnet.clockwork.setSlotMilliseconds(10);
    world.localnet.clockwork.resume();
    const from = keypair('user');
    const to = stranger();
    await client.airdrop(from.publicKey.toBase58(), 5n * SOL);
    expect(await client.balance(from.publicKey.toBase58(), 'confirmed')).toBe(5n * SOL);
    const signature = await client.transfer({ from, to, lamports: SOL });
    expect(await client.balance(to, 'confirmed')).toBe(SOL);
    expect((await client.status(signature))?.err).toBeNull();
    await expect(client.transfer({ from, to, lamports: 50n * SOL })).rejects.toThrow(/simulation failed/i);
    world.localnet.clockwork.pause();
  });
});
