// The views beside the programs: whatever a preview says at a slot, the bytecode does at that slot. Random lives of pools
// of every kind; each refusal that a preview can name, and each limit, has to be met at least once.
import type { PublicKey } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../tests/programs/sequence/settings.ts';
import * as pdas from '../../../tests/programs/support/addresses.ts';
import { programs } from '../../../tests/programs/support/artifacts.ts';
import * as send from '../../../tests/programs/support/instructions.ts';
import { encodeMarket } from '../../../tests/programs/support/market.ts';
import { accepted, eventOf, type Outcome, returned } from '../../../tests/programs/support/outcome.ts';
import { randomOf } from '../../../tests/programs/support/random.ts';
import { World } from '../../../tests/programs/support/scenario.ts';
import { transfer } from '../../../tests/programs/support/token.ts';
import type { AccountCodec } from '../accounts/account.ts';
import {
  insolvencyRecordCodec,
  insurancePoolCodec,
  marketClaimsCodec,
  premiumStateCodec,
  providerPositionCodec,
} from '../accounts/generated.ts';
import { insuredMarketCodec } from '../accounts/insured-market.ts';
import { min } from '../math/integer.ts';
import { claimView } from './claim.ts';
import { depositPreview } from './deposit.ts';
import { lossPreview } from './loss.ts';
import { poolView } from './pool.ts';
import { positionView } from './position.ts';
import { type MarketState, type PositionState, rollEpoch } from './state.ts';
import { requestPreview, type WithdrawLimit, withdrawPreview } from './withdrawal.ts';

const SEED = process.env.SEQUENCE_SEED ?? 'views';
const ROUNDS = 4;
const STEPS = Number(process.env.SEQUENCE_LENGTH ?? 500);

/** What an account that was never made is read as, by the one instruction that does not name it. */
const NO_POSITION = 'AccountDataTooSmall';
const REFUSED_BY: Readonly<Record<WithdrawLimit, string>> = {
  lock: 'LockActive',
  request: 'NoRequest',
  cooldown: 'CooldownActive',
  expired: 'RequestExpired',
  claim: 'ClaimPending',
  reserve: 'ReserveBreached',
  settle: 'SettleFirst',
};

/** What was met, and how often, by the view that said it would be. */
type Met = Map<string, number>;

class Life {
  readonly world: World;
  readonly actors: readonly send.Actor[];
  readonly random: ReturnType<typeof randomOf>;
  readonly most: bigint;
  readonly cools: boolean;
  readonly met: Met;
  #gone = false;
  #coverVaultReceives = true;
  readonly #coverVault: PublicKey;

  constructor({ options, wealth, most }: (typeof SETTINGS)[number], seed: string, met: Met) {
    this.met = met;
    this.world = new World(options);
    this.actors = ['alice', 'bob', 'carol'].map((name) => this.world.actor(name, wealth));
    this.random = randomOf(seed);
    this.most = most;
    this.cools = (options.pool?.cooldownEpochs ?? 0) > 0;
    this.#coverVault = this.world.coverVault;
  }

  // --- what is read

  #read<T>(codec: AccountCodec<T>, address: PublicKey): T | null {
    const account = this.world.chain.rawAccount(address);
    return account === null || account.data.length === 0 ? null : codec.decode(account.data);
  }

  get state(): MarketState {
    const { market, chain } = this.world;
    const pool = this.#read(insurancePoolCodec, pdas.poolOf(market));
    if (pool === null) throw new Error('the pool is gone');
    return {
      pool,
      premium: this.#read(premiumStateCodec, pdas.premiumStateOf(market)),
      market: this.#gone ? null : this.#read(insuredMarketCodec, market),
      claims: this.#read(marketClaimsCodec, pdas.marketClaimsOf(market)),
      slot: chain.slot,
    };
  }

  stateOf(actor: send.Actor): PositionState {
    const pool = pdas.poolOf(this.world.market);
    return { ...this.state, position: this.#read(providerPositionCodec, pdas.positionOf(pool, actor.address)) };
  }

  // --- what is done

  /** Each order of magnitude as likely as the next. */
  #amount(): bigint {
    const { between } = this.random;
    return between(0n, 1n << between(0n, BigInt(this.most.toString(2).length - 1)));
  }

  step(): void {
    const { world } = this;
    const { pick, between } = this.random;
    const actor = () => pick(this.actors);
    const scenes: readonly (readonly [weight: bigint, () => void])[] = [
      [16n, () => this.#deposit(actor())],
      [8n, () => this.#withdraw(actor())],
      [12n, () => this.#withdrawMost(actor())],
      [this.cools ? 8n : 1n, () => this.#request(actor())],
      [this.cools ? 4n : 0n, () => world.send(send.cancelWithdraw(world, { depositor: actor() }))],
      [5n, () => this.#collect(actor())],
      [4n, () => this.#leaveLittle(actor())],
      [5n, () => world.send(send.settleEpoch(world))],
      [5n, () => this.#lose()],
      [4n, () => this.#probe(true)],
      [between(0n, 3n) === 0n ? 1n : 0n, () => this.#probe(false)],
      [2n, () => world.send(send.payQueued(world))],
      [4n, () => world.send(send.reopen(world, { payer: actor().address }))],
      [10n, () => world.nextEpoch(pick([1n, 1n, 1n, 2n, 3n]))],
      [2n, () => world.chain.warpBy(between(0n, world.epochDuration))],
      [3n, () => this.#refund(actor())],
      [1n, () => this.#trade(pick([{ open: false, openInterest: 0n }, { open: false }, { open: true }]))],
      [between(0n, 3n) === 0n ? 1n : 0n, () => this.#vanish()],
      [4n, () => this.#return()],
      [1n, () => this.#coverTo(pick([true, false]))],
    ];
    let drawn = between(
      1n,
      scenes.reduce((sum, [weight]) => sum + weight, 0n),
    );
    for (const [weight, scene] of scenes) {
      drawn -= weight;
      if (drawn > 0n) continue;
      scene();
      return;
    }
  }

  #collect(payer: send.Actor): void {
    const amount = min(this.#amount(), this.world.balance(payer));
    this.world.send(send.collect(this.world, { payer, amount, source: 2 }));
  }

  /** Premium waits, and somebody wants to leave fewer shares than can share it out. */
  #leaveLittle(depositor: send.Actor): void {
    // What comes in after this epoch's settlement holds nobody back.
    if (this.random.pick([true, false])) this.world.send(send.settleEpoch(this.world));
    this.#collect(this.random.pick(this.actors));
    const { pool, position } = this.stateOf(depositor);
    const left = pool.totalShares - this.random.between(0n, 1_000_000n);
    if (position !== null && position.shares >= left && left > 0n) this.#withdraw(depositor, left);
    this.#withdrawMost(depositor);
  }

  /** What the market was paid comes back to somebody, or nobody would have anything left. */
  #refund(to: send.Actor): void {
    const held = this.world.balance(this.#coverVault);
    accepted(this.world.send(transfer(this.#coverVault, to.tokenAccount, this.world.authority, held)));
  }

  // --- what befalls the market

  #trade(change: { readonly open: boolean; readonly openInterest?: bigint }): void {
    if (!this.#gone) this.world.setMarket(change);
  }

  #vanish(): void {
    this.#gone = true;
    const { market, marketProgram, header } = this.world;
    const [owner, data] = this.random.pick([
      [programs.risk_engine.id, encodeMarket(header)],
      [marketProgram, new Uint8Array(8)],
      [marketProgram, encodeMarket({ ...header, version: 2 })],
    ] as const);
    this.world.chain.putAccount(market, owner, data);
  }

  #return(): void {
    this.#gone = false;
    this.world.setMarket({ open: true, openInterest: 1_000n });
  }

  #coverTo(receives: boolean): void {
    if (this.#gone) return;
    this.#coverVaultReceives = receives;
    this.world.setMarket({ coverVault: receives ? this.#coverVault : pdas.vaultOf(pdas.poolOf(this.world.market)) });
  }

  // --- what is compared

  #deposit(depositor: send.Actor): void {
    const { pick, between } = this.random;
    const { most } = this;
    const amount = min(
      pick([this.#amount(), this.#amount(), between(0n, most), between(0n, most), 999_999n, 0n]),
      this.world.balance(depositor),
    );
    const before = this.stateOf(depositor);
    const preview = depositPreview({ ...before, amount });
    const { acceptsDeposits, sharePrice } = poolView(before);
    const had = this.world.balance(depositor);
    const outcome = this.world.send(send.deposit(this.world, { depositor, amount }));
    this.#agreed('deposit', preview.refused, outcome);
    if (!acceptsDeposits.ok) expect(preview).toEqual({ refused: acceptsDeposits.reason });
    if (preview.refused !== null) return;
    const { position, pool } = this.stateOf(depositor);
    expect(position).toMatchObject({
      shares: preview.sharesAfter,
      depositedAmount: preview.depositedAfter,
      unlockEpoch: preview.unlockEpoch,
    });
    expect(preview.unlockSlot / pool.epochDuration).toBe(preview.unlockEpoch);
    expect(had - this.world.balance(depositor)).toBe(preview.cost);
    expect(eventOf(outcome, 'Deposited').shares).toBe(preview.shares);
    expect(preview.cost + preview.change).toBe(amount);
    expect(preview.creates.position).toBe(before.position === null);
    expect(preview.creates.shareAccount).toBe(outcome.events.some(({ name }) => name === 'PositionOpened'));
    if (pool.generation === 0 && sharePrice.denominator > 1n && before.premium?.epochPremiumAccrued === 0n) {
      expect(preview.sharePrice).toEqual(sharePrice);
    }
  }

  #withdraw(depositor: send.Actor, exactly?: bigint): void {
    const { pick, between } = this.random;
    const before = this.stateOf(depositor);
    const held = before.position?.shares ?? 0n;
    const asked = before.position?.requestedShares ?? 0n;
    const some = [held, held + 1n, asked, between(0n, held), between(0n, held), between(0n, asked)];
    const shares = exactly ?? (between(0n, 9n) === 0n ? 0n : pick(some));
    const preview = withdrawPreview({ ...before, shares });
    const had = this.world.balance(depositor);
    const outcome = this.world.send(send.withdraw(this.world, { depositor, shares }));
    this.#agreed('withdraw', preview.refused, outcome);
    if (preview.refused !== null) return;
    expect(this.world.balance(depositor) - had).toBe(preview.amount);
    const after = this.stateOf(depositor);
    const left = positionView(after);
    expect('value' in left ? left.value : 0n).toBe(preview.valueAfter);
    expect(after.position).toMatchObject({
      shares: preview.sharesAfter,
      depositedAmount: preview.depositedAfter,
      requestedShares: preview.requestAfter?.shares ?? 0n,
      requestedValue: preview.requestAfter?.value ?? 0n,
    });
  }

  /** One share more than the most is refused for the reason that was named; the most is accepted. */
  #withdrawMost(depositor: send.Actor): void {
    const before = this.stateOf(depositor);
    const view = positionView(before);
    this.#meet(`status ${view.status}`);
    const refusedBy = (shares: bigint) => {
      const outcome = this.world.send(send.withdraw(this.world, { depositor, shares }));
      return outcome.ok ? 'accepted' : outcome.error.name;
    };
    if (view.status === 'none') return void expect(refusedBy(1n)).toMatch(/^(InsufficientShares|WrongGeneration)$/);
    if (view.status === 'void') return void expect(refusedBy(1n)).toBe('WrongGeneration');
    const { shares, amount, limitedBy } = view.maxWithdrawable;
    this.#meet(`limited by ${limitedBy}`);
    expect(refusedBy(shares + 1n)).toBe(limitedBy === null ? 'InsufficientShares' : REFUSED_BY[limitedBy]);
    if (shares === 0n) {
      expect(amount).toBe(0n);
      return;
    }
    expect(withdrawPreview({ ...before, shares })).toMatchObject({ refused: null, amount });
    // Else everybody would always be gone.
    if (this.random.between(0n, 2n) > 0n) this.#withdraw(depositor, shares);
  }

  #request(depositor: send.Actor): void {
    const { pick, between } = this.random;
    const before = this.stateOf(depositor);
    const held = before.position?.shares ?? 0n;
    const shares = pick([between(0n, held), held, held, between(0n, held), held + 1n, 0n]);
    const preview = requestPreview({ ...before, shares });
    const outcome = this.world.send(send.requestWithdraw(this.world, { depositor, shares }));
    // Without the account there is nobody to judge the rest.
    if (before.position === null) return void expect(outcome.error?.name).toBe(NO_POSITION);
    this.#agreed('request', preview.refused, outcome);
    if (preview.refused !== null) return;
    expect(this.stateOf(depositor).position).toMatchObject({
      requestedShares: shares,
      requestedValue: preview.value,
      claimableEpoch: preview.claimableEpoch,
    });
    const view = positionView(this.stateOf(depositor));
    expect(view).toMatchObject({ status: 'cooling', request: { shares, value: preview.value } });
    expect(preview.windowEndsSlot - preview.claimableSlot).toBe(
      BigInt(before.pool.windowEpochs) * before.pool.epochDuration,
    );
  }

  #lose(): void {
    const { pick, between } = this.random;
    const before = this.state;
    const { nav } = poolView(before);
    const loss = pick([this.#amount(), 0n, nav, (nav * between(0n, 12_000n)) / 10_000n]);
    const { cumulativeDeficit, marginAbsorbed } = this.world.header;
    if (cumulativeDeficit + loss >= 2n ** 64n) return;
    const absorbed = pick([0n, 0n, between(0n, loss), loss]);
    if (marginAbsorbed + absorbed >= 2n ** 64n) return;
    const holder = pick(this.actors);
    const preview = lossPreview({
      ...this.stateOf(holder),
      loss,
      absorbed,
      coverVaultReceives: this.#coverVaultReceives,
    });
    if (this.#gone) return void expect(preview).toMatchObject({ reportable: false, navAfter: nav, deficit: 0n });
    this.world.addDeficit(loss, absorbed);
    // Sometimes it stays open for a while.
    if (between(0n, 3n) === 0n) return;
    this.#report(preview, holder);
  }

  #report(preview: ReturnType<typeof lossPreview>, holder: send.Actor): void {
    const { world } = this;
    const status = poolView(this.state);
    expect(status.openDeficit).toBe(preview.deficit);
    const { openDeficit, bufferUsed, reportable, payable } = status;
    const verified = accepted(world.send(send.verifyDeficit(world)));
    const { insolvencyThreshold, ...found } = returned(verified, 'DeficitStatus');
    expect(found).toEqual({ openDeficit, bufferUsed, reportable, payable });
    expect(insolvencyThreshold).toBe(preview.threshold);
    const sequence = world.nextSequence;
    const outcome = world.send(
      send.reportDeficit(world, { reporter: this.actors[0]?.address as PublicKey, amount: preview.deficit }),
    );
    if (preview.deficit === 0n) {
      this.#meet('loss of nothing');
      return void expect(outcome.error?.name).toBe('NothingToReport');
    }
    accepted(outcome);
    const { nav } = poolView(this.state);
    expect(nav).toBe(preview.navAfter);
    const after = positionView(this.stateOf(holder));
    if (preview.held !== null) expect(after).toMatchObject({ value: preview.held.after });
    if (!preview.reportable) {
      this.#meet('loss below the threshold');
      return void eventOf(outcome, 'NoClaim');
    }
    this.#meet(`loss ${preview.queued > 0n ? 'queued' : ''} ${preview.uncovered > 0n ? 'uncovered' : ''}`);
    const record = this.#read(insolvencyRecordCodec, pdas.insolvencyRecordOf(world.market, sequence));
    if (record === null) throw new Error('there is no record');
    expect(claimView(record)).toMatchObject({
      sequence,
      deficitAmount: preview.deficit,
      bufferUsed: preview.bufferUsed,
      coveredAmount: preview.paid,
      queuedAmount: preview.queued,
      payoutAmount: preview.navBefore - preview.navAfter,
      uncoveredAmount: preview.uncovered,
      fullyCovered: preview.uncovered === 0n,
    });
  }

  #meet(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1);
  }

  #agreed(what: string, predicted: string | null, outcome: Outcome): void {
    this.#meet(`${what}: ${predicted ?? 'accepted'}`);
    expect(outcome.ok ? null : outcome.error.name, outcome.logs.join('\n')).toBe(predicted);
  }

  /** An instruction that rolls the epoch, and changes one flag beside. */
  #probe(active: boolean): void {
    const { pool, slot } = this.state;
    accepted(this.world.send(send.setActive(this.world, { active })));
    expect(this.state.pool).toEqual({ ...rollEpoch(pool, slot), isActive: active ? 1 : 0 });
    this.#meet(rollEpoch(pool, slot) === pool ? 'the same epoch' : 'a later epoch');
  }
}

const played = new Map<string, Met>();

/** Once a run, whichever tests of this file are run. */
function play(setting: (typeof SETTINGS)[number]): Met {
  const known = played.get(setting.name);
  if (known !== undefined) return known;
  const met: Met = new Map();
  for (let round = 0; round < ROUNDS; round += 1) {
    const life = new Life(setting, `${SEED}/${setting.name}/${round}`, met);
    for (let step = 0; step < STEPS; step += 1) life.step();
  }
  played.set(setting.name, met);
  return met;
}

describe('in a random life', { timeout: 300_000 }, () => {
  it.each(SETTINGS)('of $name each view is right', (setting) => {
    expect(play(setting).size).toBeGreaterThan(0);
  });

  it('everything that a view can say was met', () => {
    const refusals = {
      deposit: ['PoolInactive', 'PoolExhausted', 'InvalidMarket', 'ClaimPending', 'SettleFirst', 'DepositTooSmall'],
      withdraw: [
        ...['ZeroShares', 'InsufficientShares', 'WrongGeneration', 'LockActive', 'NoRequest', 'CooldownActive'],
        ...['RequestExpired', 'ClaimPending', 'ReserveBreached', 'SettleFirst'],
      ],
      request: [
        'CooldownNotUsed',
        'ZeroShares',
        'InsufficientShares',
        'WrongGeneration',
        'LockActive',
        'RequestExists',
      ],
    };
    const said = Object.entries(refusals).flatMap(([what, names]) =>
      [...names, 'accepted'].map((name) => `${what}: ${name}`),
    );
    const statuses = ['none', 'void', 'locked', 'withdrawable', 'requestable', 'cooling', 'claimable', 'expired'];
    const limits = [null, ...Object.keys(REFUSED_BY)];
    const all = [
      ...said,
      ...statuses.map((status) => `status ${status}`),
      ...limits.map((limit) => `limited by ${limit}`),
      ...['loss of nothing', 'loss below the threshold', 'loss  ', 'loss queued ', 'loss  uncovered'],
      ...['the same epoch', 'a later epoch'],
    ];
    const met = new Set(SETTINGS.flatMap((setting) => [...play(setting).keys()]));
    expect(all.filter((what) => !met.has(what))).toEqual([]);
  });
});
