// Every plan carried out on a real localnet, and what each does when something stands in its way.
import { afterEach, describe, expect, it } from 'vitest';
import { find } from '../../../../localnet/src/scenario/market.ts';
import { type MarketWorld, type Person, startMarket } from '../../../../tests/chain/world.ts';
import { usdc } from '../../../../tests/programs/support/money.ts';
import { walletOf } from '../../../../tests/transactions/wallets.ts';
import { premiumStateCodec, riskMetricsCodec } from '../../accounts/generated.ts';
import { premiumStateAddress, riskMetricsAddress } from '../../addresses.ts';
import { PercosecError } from '../../error.ts';
import { estimate } from '../estimate.ts';
import type { Plan } from '../plan.ts';
import type { TerminalState } from '../state.ts';
import { transact } from '../transact.ts';
import { depositPlan } from './deposit.ts';
import { payQueuedPlan, reopenPlan, reportDeficitPlan, settleEpochPlan, updateScorePlan } from './keeping.ts';
import { withdrawPlan } from './withdraw.ts';

const SOL = 1_000_000_000n;
const NO_MARKET = '9xQeWvG816bUx9EPjHmaT23yvVM2ZWbrrpZb9PusVFin';

const worlds: MarketWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function world(...options: Parameters<typeof startMarket>): Promise<MarketWorld> {
  const started = await startMarket(...options);
  worlds.push(started);
  return started;
}

const carryOut = ({ client, clockwork }: MarketWorld, person: Person, plan: Plan): Promise<TerminalState> =>
  transact(client, walletOf(person), plan, { clockwork });

async function done(world: MarketWorld, person: Person, plan: Plan): Promise<void> {
  const outcome = await carryOut(world, person, plan);
  if (outcome.status !== 'confirmed') throw new Error(`expected confirmed, got ${JSON.stringify(outcome, jsonOf)}`);
}

async function refusedWith(world: MarketWorld, person: Person, plan: Plan) {
  const outcome = await carryOut(world, person, plan);
  if (outcome.status !== 'refused') throw new Error(`expected refused, got ${JSON.stringify(outcome, jsonOf)}`);
  return outcome.refusal;
}

const jsonOf = (_: string, value: unknown) =>
  typeof value === 'bigint' ? `${value}` : value instanceof PercosecError ? value.message : value;

const by = ({ market }: MarketWorld, { address }: Person) => ({ market, owner: address });
const deposit = (world: MarketWorld, person: Person, amount: bigint) =>
  depositPlan(world.client, { ...by(world, person), amount });
const withdraw = (world: MarketWorld, person: Person, shares: bigint) =>
  withdrawPlan(world.client, { ...by(world, person), shares });

/** Alice holds this much of the pool, and her lock is over. */
async function holding(amount = usdc(100), ...options: Parameters<typeof startMarket>) {
  const started = await world(...options);
  const alice = await started.person('alice', { collateral: amount });
  await done(started, alice, deposit(started, alice, amount));
  started.nextEpoch(3n);
  return { world: started, alice };
}

describe('deposit', () => {
  it('costs the rent of what it creates the first time, and nothing of that the second', async () => {
    const started = await world();
    const alice = await started.person('alice', { collateral: usdc(100) });
    const first = await estimate(started.client, deposit(started, alice, usdc(10)));
    expect(first.creates.map(({ what }) => what)).toEqual(['position', 'share account']);
    expect(first.rent).toBe(first.creates.reduce((sum, { rent }) => sum + rent, 0n));
    expect(first.rent).toBeGreaterThan(0n);
    expect(first.baseFee).toBe(5_000n);
    expect(first.total).toBe(first.rent + first.baseFee + first.priorityFee);
    await done(started, alice, deposit(started, alice, usdc(10)));
    const second = await estimate(started.client, deposit(started, alice, usdc(10)));
    expect([second.creates, second.rent]).toEqual([[], 0n]);
    expect(second.total).toBe(second.baseFee + second.priorityFee);
  });

  it('needs less rent where lamports have been sent beforehand', async () => {
    const started = await world();
    const alice = await started.person('alice', { collateral: usdc(100) });
    const plain = await estimate(started.client, deposit(started, alice, usdc(10)));
    const [position] = plain.creates;
    if (position === undefined) throw new Error('no position is created');
    started.chain.airdrop(position.address as typeof started.market, 1_000_000n);
    started.chain.advanceTo(started.chain.slot + 2n);
    const less = await estimate(started.client, deposit(started, alice, usdc(10)));
    expect(plain.rent - less.rent).toBe(1_000_000n);
    const before = started.lamports(alice.address);
    await done(started, alice, deposit(started, alice, usdc(10)));
    expect(before - started.lamports(alice.address)).toBe(less.total);
  });

  it('says how much collateral is missing', async () => {
    const started = await world();
    const alice = await started.person('alice', { collateral: usdc(12.5) });
    const refusal = await refusedWith(started, alice, deposit(started, alice, usdc(500)));
    expect(refusal).toMatchObject({ program: 'wallet', name: 'NotEnoughCollateral' });
    expect(refusal.message).toContain('takes 500 of');
    expect(refusal.message).toContain('holds 12.5');
    const bob = await started.person('bob');
    const none = await refusedWith(started, bob, deposit(started, bob, usdc(500)));
    expect(none.message).toContain('does not exist yet');
  });

  it.each([0n, 1_000n, 3_000_000n])('says how much SOL is missing where there are %s lamports', async (lamports) => {
    const started = await world();
    const alice = await started.person('alice', { sol: 0n, collateral: usdc(100) });
    if (lamports > 0n) started.setAccount(alice.address, { ...NOTHING, lamports });
    const refusal = await refusedWith(started, alice, deposit(started, alice, usdc(10)));
    expect(refusal).toMatchObject({ program: 'wallet', name: 'NotEnoughSol' });
    expect(refusal.message).toContain('deposits of rent');
    const missing = /Add at least ([\d.]+) SOL/.exec(refusal.remedy)?.[1];
    // Exactly what it says is enough.
    started.setAccount(alice.address, {
      ...NOTHING,
      lamports: lamports + BigInt(Math.round(Number(missing) * 1e9)),
    });
    await done(started, alice, deposit(started, alice, usdc(10)));
  });

  it('goes into the token account that is named', async () => {
    const started = await world();
    const alice = await started.person('alice', { collateral: usdc(100) });
    const plan = depositPlan(started.client, {
      ...by(started, alice),
      amount: usdc(1),
      tokenAccount: alice.tokenAccount,
    });
    await done(started, alice, plan);
    const wrong = depositPlan(started.client, { ...by(started, alice), amount: usdc(1), tokenAccount: started.market });
    expect(await refusedWith(started, alice, wrong)).toMatchObject({ name: 'NotEnoughCollateral' });
  });

  it('settles first what a small pool has to settle', async () => {
    const { world: started, alice } = await holding(1_500_000n);
    const bob = await started.person('bob', { collateral: usdc(100) });
    await done(started, alice, withdraw(started, alice, 1_000_000n));
    await started.payFees(bob, usdc(1));
    await done(started, bob, deposit(started, bob, usdc(10)));
    expect((await started.position(bob))?.shares).toBe(usdc(10));
  });

  it('tells a market without a pool', async () => {
    const started = await world();
    const alice = await started.person('alice', { collateral: usdc(100) });
    const plan = depositPlan(started.client, { market: NO_MARKET, owner: alice.address, amount: 1n });
    expect(await refusedWith(started, alice, plan)).toMatchObject({ name: 'NoPool' });
    await expect(estimate(started.client, plan)).rejects.toMatchObject({ code: 'TransactionRefused' });
  });

  it('takes no address that is none', () => {
    expect(() => depositPlan({} as never, { market: 'market', owner: NO_MARKET, amount: 1n })).toThrow(
      expect.objectContaining({ code: 'InvalidAddress' }),
    );
  });
});

const NOTHING = {
  owner: '11111111111111111111111111111111' as MarketWorld['market'],
  data: new Uint8Array(),
  executable: false,
};

describe('withdraw', () => {
  it('pays out', async () => {
    const { world: started, alice } = await holding();
    await done(started, alice, withdraw(started, alice, usdc(40)));
    expect(started.tokens(alice.tokenAccount)).toBe(usdc(40));
  });

  it('is refused while the lock holds, with what to do', async () => {
    const started = await world();
    const alice = await started.person('alice', { collateral: usdc(10) });
    await done(started, alice, deposit(started, alice, usdc(10)));
    const refusal = await refusedWith(started, alice, withdraw(started, alice, 1n));
    expect(refusal).toMatchObject({ program: 'insurance_pool', code: 6014, name: 'LockActive' });
    expect(refusal.remedy).toContain('when the lock ends');
  });

  it('makes the owner’s token account where it is missing, and says what that costs', async () => {
    const { world: started, alice } = await holding();
    started.setAccount(alice.tokenAccount, null);
    const cost = await estimate(started.client, withdraw(started, alice, usdc(40)));
    expect(cost.creates).toEqual([{ what: 'token account', address: alice.tokenAccount, rent: 2_039_280n }]);
    await done(started, alice, withdraw(started, alice, usdc(40)));
    expect(started.tokens(alice.tokenAccount)).toBe(usdc(40));
  });

  it('settles first where premium waits that few shares would be left with', async () => {
    const { world: started, alice } = await holding(1_500_000n);
    const payer = await started.person('payer', { collateral: usdc(1) });
    await started.payFees(payer, 1n);
    await done(started, alice, withdraw(started, alice, 500_001n));
    expect(started.tokens(alice.tokenAccount)).toBe(500_001n);
  });

  it('goes without settling where somebody else was faster', async () => {
    const { world: started, alice } = await holding(1_500_000n);
    const payer = await started.person('payer', { collateral: usdc(1) });
    await started.payFees(payer, 1n);
    const plan = withdraw(started, alice, 500_001n);
    const instead = plan.instead?.bind(plan);
    const raced: Plan = {
      ...plan,
      async instead(refusal, tried) {
        // Between the simulation of the withdrawal and that of the bundle.
        const step = await instead?.(refusal, tried);
        if (tried === 1) await done(started, payer, settleEpochPlan(started.client, by(started, payer)));
        return step ?? null;
      },
    };
    await done(started, alice, raced);
    expect(started.tokens(alice.tokenAccount)).toBe(500_001n);
  });

  it('gives back first what was queued for a market that is gone', async () => {
    const { world: started, alice } = await holding(usdc(100), { pool: { claimCapBps: 1_000 } });
    started.lose(usdc(60));
    await done(started, alice, reportDeficitPlan(started.client, by(started, alice)));
    expect(started.pool().pendingClaims).toBe(usdc(50));
    started.setAccount(started.market, null);
    await done(started, alice, withdraw(started, alice, usdc(100)));
    // All that the claim had not taken before the market went: 90 of 100, and the keeper's fee was not its.
    expect(started.tokens(alice.tokenAccount)).toBe(usdc(90));
    expect(started.pool()).toMatchObject({ pendingClaims: 0n, totalShares: 0n });
  });
});

describe('report_deficit', () => {
  it('pays a claim, and says what its record costs', async () => {
    const { world: started, alice } = await holding();
    started.lose(usdc(60));
    const plan = reportDeficitPlan(started.client, by(started, alice));
    const cost = await estimate(started.client, plan);
    expect(cost.creates.map(({ what }) => what)).toEqual(['insolvency record']);
    const before = started.lamports(alice.address);
    await done(started, alice, plan);
    expect(before - started.lamports(alice.address)).toBe(cost.total);
    expect(started.pool()).toMatchObject({ totalDeposits: usdc(40), cumulativeClaims: usdc(60) });
  });

  it('notes what is no claim, without a record', async () => {
    const { world: started, alice } = await holding();
    started.lose(usdc(50));
    const plan = reportDeficitPlan(started.client, { ...by(started, alice), amount: usdc(50) });
    expect((await estimate(started.client, plan)).creates).toEqual([]);
    await done(started, alice, plan);
    expect(started.pool().cumulativeClaims).toBe(0n);
  });

  it('is refused where there is nothing to report, or less than was said', async () => {
    const { world: started, alice } = await holding();
    const report = (amount: bigint) => reportDeficitPlan(started.client, { ...by(started, alice), amount });
    expect(await refusedWith(started, alice, report(0n))).toMatchObject({ name: 'NothingToReport' });
    started.lose(1n);
    expect(await refusedWith(started, alice, report(2n))).toMatchObject({ name: 'DeficitMismatch' });
  });
});

describe('settle_epoch', () => {
  it('settles, once an epoch', async () => {
    const { world: started, alice } = await holding();
    const payer = await started.person('payer', { collateral: usdc(10) });
    await started.payFees(payer, usdc(10));
    const plan = () => settleEpochPlan(started.client, by(started, alice));
    await done(started, alice, plan());
    expect(started.pool().cumulativePremiums).toBe(usdc(10));
    expect(await refusedWith(started, alice, plan())).toMatchObject({
      program: 'premium_manager',
      name: 'EpochNotElapsed',
    });
  });

  it('is done without a token account to be paid to', async () => {
    const { world: started } = await holding();
    const bob = await started.person('bob');
    await done(started, bob, settleEpochPlan(started.client, by(started, bob)));
    expect(started.tokens(bob.tokenAccount)).toBeNull();
  });
});

describe('what else keeps a market going', () => {
  it('pays what is queued', async () => {
    const { world: started, alice } = await holding(usdc(100), { pool: { claimCapBps: 1_000 } });
    started.lose(usdc(60));
    await done(started, alice, reportDeficitPlan(started.client, by(started, alice)));
    const pay = () => payQueuedPlan(started.client, by(started, alice));
    expect(await refusedWith(started, alice, pay())).toMatchObject({ name: 'NothingQueued' });
    started.nextEpoch();
    await done(started, alice, pay());
    expect(started.pool().pendingClaims).toBe(usdc(41));
  });

  it('reopens a used-up pool, and says what its new shares cost', async () => {
    const { world: started, alice } = await holding();
    const reopen = () => reopenPlan(started.client, by(started, alice));
    expect(await refusedWith(started, alice, reopen())).toMatchObject({ name: 'NotExhausted' });
    started.lose(usdc(100));
    await done(started, alice, reportDeficitPlan(started.client, by(started, alice)));
    const cost = await estimate(started.client, reopen());
    expect(cost.creates.map(({ what }) => what)).toEqual(['share mint']);
    await done(started, alice, reopen());
    expect(started.pool()).toMatchObject({ generation: 1, totalShares: 0n });
  });

  it('scores a market and prices it in one transaction; only prices it where it is scored', async () => {
    const { world: started, alice } = await holding();
    const bob = await started.person('bob');
    const score = (person: Person) =>
      updateScorePlan(started.client, { ...by(started, person), oracle: started.oracle });
    expect(await refusedWith(started, alice, score(alice))).toMatchObject({ name: 'WrongFeed' });
    started.publishPrice();
    await done(started, alice, score(alice));
    const metrics = find(started.chain, riskMetricsCodec, await riskMetricsAddress(started.market));
    const rated = async () => find(started.chain, premiumStateCodec, await premiumStateAddress(started.market));
    expect(metrics?.compositeScoreBps).toBeGreaterThan(0);
    expect(await rated()).toMatchObject({ lastRateEpoch: metrics?.lastUpdatedEpoch });
    const before = await rated();
    await done(started, bob, score(bob));
    expect((await rated())?.lastAccruedSlot).toBeGreaterThan(before?.lastAccruedSlot ?? 0n);
  });
});

describe('wrapped SOL as collateral', () => {
  it('is wrapped for a deposit and unwrapped for a withdrawal: nobody has to know of it', async () => {
    const started = await world({ wrapped: true, pool: { insolvencyThreshold: SOL } });
    const alice = await started.person('alice');
    const start = started.lamports(alice.address);
    const cost = await estimate(started.client, deposit(started, alice, 2n * SOL));
    await done(started, alice, deposit(started, alice, 2n * SOL));
    expect(start - started.lamports(alice.address)).toBe(2n * SOL + cost.total);
    expect(started.tokens(alice.tokenAccount)).toBeNull();
    expect((await started.position(alice))?.shares).toBe(2n * SOL);

    started.nextEpoch(3n);
    const before = started.lamports(alice.address);
    const leaving = await estimate(started.client, withdraw(started, alice, SOL));
    await done(started, alice, withdraw(started, alice, SOL));
    expect(started.lamports(alice.address) - before).toBe(SOL - leaving.total);
    expect(started.tokens(alice.tokenAccount)).toBeNull();
  });

  it('says how much SOL is missing', async () => {
    const started = await world({ wrapped: true });
    const alice = await started.person('alice', { sol: SOL });
    const refusal = await refusedWith(started, alice, deposit(started, alice, SOL));
    expect(refusal).toMatchObject({ program: 'wallet', name: 'NotEnoughSol' });
  });
});
