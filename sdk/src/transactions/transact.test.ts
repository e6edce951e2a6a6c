// Transactions from plan to outcome, on a real localnet with the real bytecode.
import {
  WalletDisconnectedError,
  WalletSignTransactionError,
  WalletWindowBlockedError,
} from '@solana/wallet-adapter-base';
import { PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MarketWorld, type Person, startMarket } from '../../../tests/chain/world.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { type FlakyRpc, type Script, startFlakyRpc } from '../../../tests/transactions/flaky.ts';
import {
  guarding,
  nothing,
  refusingWallet,
  sendingWallet,
  silentWallet,
  walletOf,
} from '../../../tests/transactions/wallets.ts';
import { createPercosecClient, type PercosecClient } from '../client.ts';
import { createAssociatedTokenInstruction } from '../instructions/associated-token.ts';
import { COMPUTE_BUDGET_PROGRAM } from './budget.ts';
import type { TransactOptions } from './options.ts';
import { depositPlan } from './plans/deposit.ts';
import { cancelWithdrawPlan, requestWithdrawPlan } from './plans/requests.ts';
import type { TerminalState, TransactionState } from './state.ts';
import { transact } from './transact.ts';
import type { TransactionWallet } from './wallet.ts';

const opened: { close(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function world(...options: Parameters<typeof startMarket>): Promise<MarketWorld> {
  const started = await startMarket(...options);
  opened.push(started);
  return started;
}

/** Alice has a hundred dollars and wants to deposit ten. */
async function depositing(...options: Parameters<typeof startMarket>) {
  const started = await world(...options);
  const alice = await started.person('alice', { collateral: usdc(100) });
  const plan = (client: PercosecClient = started.client, amount = usdc(10)) =>
    depositPlan(client, { market: started.market, owner: alice.address, amount });
  return { world: started, alice, plan };
}

/** What was told, without repetitions, and how it ended. */
async function run(
  { client, clockwork }: Pick<MarketWorld, 'client' | 'clockwork'>,
  wallet: TransactionWallet | null,
  plan: Parameters<typeof transact>[2],
  options: TransactOptions = {},
) {
  const states: TransactionState[] = [];
  const outcome = await transact(client, wallet, plan, {
    clockwork,
    ...options,
    onState: (state) => {
      states.push(state);
      options.onState?.(state);
    },
  });
  expect(states.at(-1)).toBe(outcome);
  return { states, statuses: states.map(({ status }) => status), outcome };
}

const errorOf = (outcome: TerminalState) => (outcome.status === 'error' ? outcome.error.code : outcome);
const refusalOf = (outcome: TerminalState) => (outcome.status === 'refused' ? outcome.refusal : outcome);
const signatureOf = (outcome: TerminalState) => ('signature' in outcome ? outcome.signature : null);

describe('a deposit', () => {
  it('is told state by state, and ends confirmed', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = walletOf(alice);
    const { statuses, outcome } = await run(world, wallet, plan());
    expect(statuses.filter((status) => status !== 'watching')).toEqual([
      'preparing',
      'awaiting-signature',
      'sending',
      'confirmed',
    ]);
    expect(await world.history(world.poolAt)).toContain(signatureOf(outcome));
    expect(await world.position(alice)).toMatchObject({ shares: usdc(10), depositedAmount: usdc(10) });
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(90));
    expect(wallet.asked()).toBe(1);
  });

  it('can be followed until it is finalized', async () => {
    const { world, alice, plan } = await depositing();
    const { statuses } = await run(world, walletOf(alice), plan(), { until: 'finalized' });
    expect(statuses.slice(-2)).toEqual(['confirmed', 'finalized']);
  });

  it('says beforehand what it costs, and costs that', async () => {
    const { world, alice, plan } = await depositing();
    const before = world.lamports(alice.address);
    const { states } = await run(world, walletOf(alice), plan());
    const awaiting = states.find((state) => state.status === 'awaiting-signature');
    if (awaiting?.status !== 'awaiting-signature') throw new Error('nobody was asked to sign');
    expect(before - world.lamports(alice.address)).toBe(awaiting.cost.total);
    expect(awaiting.cost.creates.map(({ what }) => what)).toEqual(['position', 'share account']);
  });
});

describe('what a caller gets wrong', () => {
  it('is an error with a name, before anything is signed', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = walletOf(alice);
    const negative = await run(world, wallet, plan(), { priorityFeeCeiling: -1n });
    expect(errorOf(negative.outcome)).toBe('InvalidArgument');
    for (const amount of [-1n, 2n ** 64n, 5 as unknown as bigint]) {
      const { outcome } = await run(world, wallet, plan(world.client, amount));
      expect(['error', 'refused']).toContain(outcome.status);
    }
    expect(wallet.asked()).toBe(0);
  });

  it('does not lose the transaction: a listener that throws', async () => {
    const { world, alice, plan } = await depositing();
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { outcome } = await run(world, walletOf(alice), plan(), {
      onState: () => {
        throw new Error('a mistake in the screen');
      },
    });
    expect(outcome.status).toBe('confirmed');
    expect(logged).toHaveBeenCalled();
    logged.mockRestore();
  });
});

describe('a double click', () => {
  it('is one transaction, signed once, told to both', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = walletOf(alice);
    const [first, second] = await Promise.all([run(world, wallet, plan()), run(world, wallet, plan())]);
    expect(first.outcome).toBe(second.outcome);
    expect(first.statuses).toEqual(second.statuses);
    expect(wallet.asked()).toBe(1);
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(90));
  });

  it('in the middle is told where it stands', async () => {
    const { world, alice, plan } = await depositing();
    const { wallet, opened, answer } = silentWallet(alice);
    const first = run(world, wallet, plan());
    await opened;
    const second = run(world, wallet, plan());
    answer();
    expect((await second).statuses[0]).toBe('awaiting-signature');
    expect((await second).outcome).toBe((await first).outcome);
    expect(wallet.asked()).toBe(1);
  });

  it('is no double click where the amounts differ, or the first has ended', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = walletOf(alice);
    await Promise.all([run(world, wallet, plan()), run(world, wallet, plan(world.client, usdc(20)))]);
    await run(world, wallet, plan());
    expect(wallet.asked()).toBe(3);
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(60));
  });
});

describe('what the network would refuse', () => {
  it('no wallet is opened for', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = walletOf(alice);
    const { statuses, outcome } = await run(world, wallet, plan(world.client, 5n));
    expect(statuses).toEqual(['preparing', 'refused']);
    expect(refusalOf(outcome)).toMatchObject({ program: 'insurance_pool', name: 'DepositTooSmall' });
    expect(wallet.asked()).toBe(0);
  });

  it('after the wallet has answered is not sent, and costs nothing', async () => {
    const { world, alice, plan } = await depositing();
    const { wallet, opened, answer } = silentWallet(alice);
    const running = run(world, wallet, plan());
    await opened;
    // Meanwhile the market loses more than its threshold.
    world.lose(usdc(60));
    const lamports = world.lamports(alice.address);
    answer();
    expect(refusalOf((await running).outcome)).toMatchObject({ name: 'ClaimPending' });
    expect(world.lamports(alice.address)).toBe(lamports);
  });
});

describe('a wallet', () => {
  const guardOf = async (world: MarketWorld, { address, keypair }: Person) => {
    // Two calls of a program that the deposit doesn't load by itself: its account is there, so they change nothing.
    const guard = await createAssociatedTokenInstruction({ payer: address, owner: address, mint: world.mint });
    const keys = guard.accounts.map(({ address, signer, writable }) => ({
      pubkey: new PublicKey(address),
      isSigner: signer,
      isWritable: writable,
    }));
    expect(keypair.publicKey.toBase58()).toBe(address);
    return new TransactionInstruction({
      programId: new PublicKey(guard.programId),
      keys,
      data: Buffer.from(guard.data),
    });
  };

  it('may append guards: there is room for what they use', async () => {
    const { world, alice, plan } = await depositing();
    const guard = await guardOf(world, alice);
    const { outcome } = await run(world, guarding(alice, [guard, guard]), plan());
    expect(outcome.status).toBe('confirmed');
  });

  it('may set its own compute budget', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = walletOf(alice, (message) => {
      message.instructions = message.instructions.filter(
        ({ programId }) => programId.toBase58() !== COMPUTE_BUDGET_PROGRAM,
      );
    });
    expect((await run(world, wallet, plan())).outcome.status).toBe('confirmed');
  });

  it('may use a blockhash of its own', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = walletOf(alice, (message) => {
      world.chain.advance();
      message.recentBlockhash = world.chain.latestBlockhash();
    });
    expect((await run(world, wallet, plan())).outcome.status).toBe('confirmed');
  });

  it('may not touch what it was asked to sign', async () => {
    const { world, alice, plan } = await depositing();
    const changes: Record<string, Parameters<typeof walletOf>[1]> = {
      'another amount': ({ instructions }) => {
        const last = instructions.at(-1);
        if (last) last.data[8] = (last.data[8] ?? 0) ^ 1;
      },
      'another account': ({ instructions }) => {
        const account = instructions.at(-1)?.keys[2];
        if (account) account.pubkey = alice.keypair.publicKey;
      },
      'nothing at all': (message) => {
        message.instructions = [];
      },
      'another instruction in its place': (message) => {
        message.instructions[message.instructions.length - 1] = nothing(alice);
      },
    };
    for (const [what, change] of Object.entries(changes)) {
      const { outcome } = await run(world, walletOf(alice, change), plan());
      expect(errorOf(outcome), what).toBe('WalletChangedTransaction');
    }
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(100));
  });

  it('may not make it last for ever, nor hand back what it has not signed', async () => {
    const { world, alice, plan } = await depositing();
    const bob = await world.person('bob');
    const lasting = walletOf(alice, ({ instructions }) => {
      const nonce = { noncePubkey: bob.keypair.publicKey, authorizedPubkey: alice.keypair.publicKey };
      instructions.unshift(SystemProgram.nonceAdvance(nonce));
    });
    expect(errorOf((await run(world, lasting, plan())).outcome)).toBe('WalletChangedTransaction');
    const unsigned = walletOf(alice, () => {}, { signTransaction: async (transaction) => transaction });
    expect(errorOf((await run(world, unsigned, plan())).outcome)).toBe('WalletFailed');
    const paidByBob = walletOf(alice, (message) => {
      message.payerKey = bob.keypair.publicKey;
    });
    expect(errorOf((await run(world, paidByBob, plan())).outcome)).toMatch(/^Wallet/);
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(100));
  });

  it('may only send by itself', async () => {
    const { world, alice, plan } = await depositing();
    const { statuses, outcome } = await run(world, sendingWallet(alice), plan());
    expect(statuses).toContain('awaiting-signature');
    expect(outcome.status).toBe('confirmed');
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(90));
  });

  it('may know no versions of transactions', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = walletOf(alice, () => {}, { wallet: { adapter: { supportedTransactionVersions: null } } });
    expect((await run(world, wallet, plan())).outcome.status).toBe('confirmed');
  });

  it.each<[string, unknown]>([
    ['as wallet-adapter says it', new WalletSignTransactionError('User rejected the request.')],
    ['by number', new WalletSignTransactionError('it failed', { code: 4001, message: '' })],
    ['in other words', new Error('Transaction was declined')],
  ])('may have its person say no, %s', async (_, error) => {
    const { world, alice, plan } = await depositing();
    expect((await run(world, refusingWallet(alice, error), plan())).statuses.slice(-2)).toEqual([
      'awaiting-signature',
      'rejected',
    ]);
  });

  it.each<[string, unknown]>([
    ['WalletMissing', new WalletDisconnectedError()],
    ['WalletBlocked', new WalletWindowBlockedError()],
    ['WalletFailed', new WalletSignTransactionError('internal error', { code: -32603 })],
  ])('may fail: %s', async (code, error) => {
    const { world, alice, plan } = await depositing();
    expect(errorOf((await run(world, refusingWallet(alice, error), plan())).outcome)).toBe(code);
  });

  it('may be missing, or another than the plan is for', async () => {
    const { world, alice, plan } = await depositing();
    const bob = await world.person('bob');
    for (const absent of [null, { ...walletOf(alice), publicKey: null }])
      expect(errorOf((await run(world, absent, plan())).outcome)).toBe('WalletMissing');
    expect(errorOf((await run(world, walletOf(bob), plan())).outcome)).toBe('WalletMissing');
  });

  it('may never answer: once it is too late, what it signs is not sent', async () => {
    const { world, alice, plan } = await depositing();
    const { wallet, answer } = silentWallet(alice);
    const { outcome } = await run(world, wallet, plan());
    expect(outcome).toEqual({ status: 'expired', signature: null });
    answer();
    await run(world, walletOf(alice), plan());
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(90));
  });

  it('that sends by itself may never answer: then only it knows', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = sendingWallet(alice, { sendTransaction: () => new Promise(() => {}) });
    const { outcome } = await run(world, wallet, plan());
    expect(outcome).toMatchObject({ status: 'unknown', signature: null, reason: { code: 'WalletSilent' } });
  });

  it('that sends by itself may be refused by its RPC, or fail without saying whether it has sent', async () => {
    const { world, alice, plan } = await depositing();
    const lost = sendingWallet(alice, { sendTransaction: async () => Promise.reject(new Error('timed out')) });
    expect((await run(world, lost, plan())).outcome).toMatchObject({ status: 'unknown', signature: null });

    const { outcome } = await run(world, sendingWallet(alice), plan(), {
      onState: ({ status }) => {
        if (status === 'awaiting-signature') world.lose(usdc(60));
      },
    });
    expect(refusalOf(outcome)).toMatchObject({ name: 'ClaimPending' });
  });

  it('on another cluster is told before it signs', async () => {
    const { world, alice, plan } = await depositing();
    const account = { address: alice.address, chains: ['solana:mainnet', 'solana:devnet'] };
    const wallet = walletOf(alice, () => {}, { wallet: { adapter: { wallet: { accounts: [account] } } } });
    const { outcome } = await run(world, wallet, plan());
    expect(outcome).toEqual({ status: 'wrong-cluster', expected: 'solana:localnet', wallet: account.chains });
    expect(wallet.asked()).toBe(0);

    const right = walletOf(alice, () => {}, { supportedChains: ['solana:localnet'] });
    expect((await run(world, right, plan())).outcome.status).toBe('confirmed');
  });
});

describe('an RPC', () => {
  /** The same chain, through an RPC that does what the script says. */
  async function through(script: Script) {
    const all = await depositing();
    const rpc: FlakyRpc = await startFlakyRpc(all.world.localnet.rpcUrl, script);
    const client = createPercosecClient({ rpcUrl: rpc.url, wsUrl: all.world.localnet.wsUrl });
    opened.push({ close: () => rpc.close() }, client);
    return { ...all, rpc, client, flaky: { client, clockwork: all.world.clockwork } };
  }
  const first = (times: number, fate: ReturnType<Script>, method: string): Script => {
    return (called, before) => (called === method && before < times ? fate : 'answered');
  };

  it.each(['dropped', 'lost', 'rate limited', 'unavailable'] as const)(
    'by which sends are %s: one transaction all the same',
    async (fate) => {
      const { world, alice, plan, flaky, client, rpc } = await through(first(3, fate, 'sendTransaction'));
      const wallet = walletOf(alice);
      const before = await world.history(world.poolAt);
      const { outcome } = await run(flaky, wallet, plan(client));
      expect(outcome.status).toBe('confirmed');
      expect(wallet.asked()).toBe(1);
      expect((await world.history(world.poolAt)).filter((signature) => !before.includes(signature))).toEqual([
        signatureOf(outcome),
      ]);
      expect(world.tokens(alice.tokenAccount)).toBe(usdc(90));
      if (fate !== 'lost') expect(rpc.calls.get('sendTransaction')).toBeGreaterThan(3);
    },
  );

  it('that does not answer while it is watched: it says so and goes on', async () => {
    const script: Script = (method, before) =>
      /getSignatureStatuses|isBlockhashValid|getTransaction/.test(method) && before < 8 ? 'unavailable' : 'answered';
    const { alice, plan, flaky, client, world } = await through(script);
    // Without its socket too: nothing but reads tells.
    const deaf: PercosecClient = { ...client, watchSignature: () => () => {} };
    const { states, outcome } = await run({ ...flaky, client: deaf }, walletOf(alice), plan(deaf));
    const silent = states.filter((state) => state.status === 'watching' && state.reason !== undefined);
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.every((state) => state.status === 'watching' && state.slow)).toBe(true);
    expect(outcome.status).toBe('confirmed');
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(90));
  });

  it('that is busy while a transaction is prepared is asked again', async () => {
    const busy: Script = (_, before) => (before < 2 ? 'rate limited' : 'answered');
    const { alice, plan, flaky, client } = await through(busy);
    expect((await run(flaky, walletOf(alice), plan(client))).outcome.status).toBe('confirmed');
  });

  it('that is gone is an error, before anything is signed', async () => {
    const { alice, plan, flaky, client } = await through(() => 'dropped');
    const wallet = walletOf(alice);
    expect(errorOf((await run(flaky, wallet, plan(client))).outcome)).toBe('RpcUnreachable');
    expect(wallet.asked()).toBe(0);
  });

  it('that takes a transaction and drops it: it expires, and is known not to have happened', async () => {
    const { world, alice, plan, flaky, client } = await through(() => 'answered');
    const swallowing: PercosecClient = {
      ...client,
      rpc: {
        ...client.rpc,
        request: <T>(method: string, params: readonly unknown[], options?: { signal?: AbortSignal }) =>
          method === 'sendTransaction' ? Promise.resolve('taken' as T) : client.rpc.request<T>(method, params, options),
      },
    };
    const { states, outcome } = await run({ ...flaky, client: swallowing }, walletOf(alice), plan(swallowing));
    expect(outcome.status).toBe('expired');
    expect(signatureOf(outcome)).toMatch(/^\w{80,90}$/);
    expect(states.filter((state) => state.status === 'watching').map(({ slow }) => slow)).toContain(true);
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(100));
  });
});

describe('a blockhash', () => {
  it('that has expired while the wallet thought: nothing happens, and it is said', async () => {
    const { world, alice, plan } = await depositing();
    const { wallet, opened, answer } = silentWallet(alice);
    const never: TransactOptions = {
      clockwork: { after: (ms, run) => world.clockwork.after(ms > 4_000 ? 0 : ms, run) },
    };
    const running = run(world, wallet, plan(), never);
    await opened;
    world.chain.advanceTo(world.chain.slot + 200n);
    answer();
    expect((await running).outcome.status).toBe('expired');
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(100));
  });
});

describe('a caller who stops waiting', () => {
  it('before the signature: nothing is sent, whatever the wallet then says', async () => {
    const { world, alice, plan } = await depositing();
    const { wallet, opened, answer } = silentWallet(alice);
    const stop = new AbortController();
    const running = run(world, wallet, plan(), { signal: stop.signal });
    await opened;
    stop.abort();
    expect(errorOf((await running).outcome)).toBe('TransactionStopped');
    answer();
    // Whoever asks anew gets a new one.
    await run(world, walletOf(alice), plan());
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(90));
  });

  it('after it: the transaction goes on, and asking again joins it', async () => {
    const { world, alice, plan } = await depositing();
    const wallet = walletOf(alice);
    const stop = new AbortController();
    const again: Promise<TerminalState>[] = [];
    const { outcome } = await run(world, wallet, plan(), {
      signal: stop.signal,
      onState: ({ status }) => {
        if (status !== 'sending') return;
        stop.abort();
        again.push(transact(world.client, wallet, plan(), { clockwork: world.clockwork }));
      },
    });
    expect(outcome).toMatchObject({ status: 'unknown', reason: { code: 'TransactionStopped' } });
    const joined = await again[0];
    expect(joined).toMatchObject({ status: 'confirmed', signature: signatureOf(outcome) });
    expect(wallet.asked()).toBe(1);
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(90));
  });
});

describe('a client that follows what is only processed', () => {
  it('is told of a confirmed transaction none the less', async () => {
    const { world, alice, plan } = await depositing();
    const { rpcUrl, wsUrl } = world.localnet;
    const client = createPercosecClient({ rpcUrl, wsUrl, commitment: 'processed' });
    opened.push(client);
    const { outcome } = await run({ client, clockwork: world.clockwork }, walletOf(alice), plan(client));
    expect(outcome.status).toBe('confirmed');
  });
});

describe('a transaction that fails on the chain', () => {
  it('is told with what the program refused', async () => {
    const { world, alice, plan } = await depositing();
    // A preflight that sees nothing: the state changes between it and the block.
    const blind: PercosecClient = {
      ...world.client,
      rpc: {
        ...world.client.rpc,
        request: <T>(method: string, params: readonly unknown[], options?: { signal?: AbortSignal }) => {
          const [wire, config] = params;
          const changed =
            method === 'sendTransaction' ? [wire, { ...(config as object), skipPreflight: true }] : params;
          return world.client.rpc.request<T>(method, changed, options);
        },
      },
    };
    const { outcome } = await run({ ...world, client: blind }, walletOf(alice), plan(blind), {
      onState: ({ status }) => {
        if (status === 'sending') world.lose(usdc(60));
      },
    });
    expect(outcome).toMatchObject({
      status: 'failed',
      refusal: { program: 'insurance_pool', code: 6007, name: 'ClaimPending' },
    });
  });
});

describe('requests', () => {
  it('are made and cancelled', async () => {
    const { world, alice, plan } = await depositing({ pool: { lockEpochs: 1, cooldownEpochs: 2 } });
    const by = { market: world.market, owner: alice.address };
    await run(world, walletOf(alice), plan());
    world.nextEpoch(2n);
    const request = await run(world, walletOf(alice), requestWithdrawPlan(world.client, { ...by, shares: usdc(4) }));
    expect(request.outcome.status).toBe('confirmed');
    expect(await world.position(alice)).toMatchObject({ requestedShares: usdc(4) });
    const again = await run(world, walletOf(alice), requestWithdrawPlan(world.client, { ...by, shares: usdc(1) }));
    expect(refusalOf(again.outcome)).toMatchObject({ name: 'RequestExists' });
    expect((await run(world, walletOf(alice), cancelWithdrawPlan(world.client, by))).outcome.status).toBe('confirmed');
    expect(await world.position(alice)).toMatchObject({ requestedShares: 0n });
  });
});
