// The life of one market, instruction by instruction, in the circumstances that decide what each costs.
// Keys follow from the market's name, so bumps differ between markets and never between runs.

import { handlerAuthority, premiumStateOf, riskAuthority } from '../../tests/programs/support/addresses.ts';
import * as ix from '../../tests/programs/support/instructions.ts';
import { usdc } from '../../tests/programs/support/money.ts';
import { accepted, type Outcome } from '../../tests/programs/support/outcome.ts';
import {
  CONFIG_DEFAULTS,
  POOL_DEFAULTS,
  PREMIUM_DEFAULTS,
  World,
  type WorldOptions,
} from '../../tests/programs/support/scenario.ts';
import type { Samples } from './samples.ts';

/** Deposits, and what of a million shares a withdrawal takes. */
export const AMOUNTS = [usdc(1), usdc('12.345678'), usdc('777.7'), usdc('1234.560001'), usdc(98_765), usdc(1_000_000)];
export const PARTS_PER_MILLION = [1n, 1_234n, 20_000n, 33_333n, 100_000n, 250_000n];

/** What the first depositor brings; decides which path a product of 128 bits takes. */
const SIZES = [3_000, 50_000, 200_000, 1_000_000, 5_000_000, 20_000_000, 100_000_000, 1_000_000_000].map(usdc);
export const MARKETS = SIZES.length;

const PLENTY = usdc(10_000_000_000);
/** A ring of prices and of funding rates is full after this many scores. */
const FULL_RING = 33;

export interface Aged {
  readonly world: World;
  readonly holder: ix.Actor;
}

/** A market with an exit's cooldown where `cooldownEpochs` says so; everything initialized and measured. */
function create(samples: Samples, name: string, size: bigint, cooldownEpochs = 0): World {
  const pool = { ...POOL_DEFAULTS, cooldownEpochs, insolvencyThreshold: size / 20n };
  const options: WorldOptions = { seed: `bench ${name}`, parts: [], pool };
  const world = new World(options);
  const payer = world.authority;
  samples.take('insurance_pool', 'initialize_pool', '', world.send(ix.initializePool(world, pool)));
  const config = ix.initializeMarketConfig(world, CONFIG_DEFAULTS);
  samples.take('risk_engine', 'initialize_market_config', '', world.send(config));
  samples.take('risk_engine', 'initialize_risk_metrics', '', world.send(ix.initializeRiskMetrics(world)));
  const premium = ix.initializePremiumState(world, PREMIUM_DEFAULTS);
  samples.take('premium_manager', 'initialize_premium_state', '', world.send(premium));
  samples.take('insolvency_handler', 'initialize_claims', '', world.send(ix.initializeClaims(world, { payer })));
  return world;
}

function collect(world: World, payer: ix.Actor, amount: bigint): Outcome {
  return world.send(ix.collect(world, { payer, amount, source: ix.PREMIUM_SOURCE.premium }));
}

/** Scores, premiums and a claim, until a share is worth something crooked and premium waits to be settled. */
function age(samples: Samples, world: World, holder: ix.Actor, size: bigint): void {
  const keeper = world.actor('keeper');
  for (let epoch = 1n; epoch <= FULL_RING; epoch++) {
    world.nextEpoch();
    world.setMarket({ fundingRatePpm: 100n - 13n * (epoch % 7n) });
    world.setPrice({ price: 150_00000000n + (epoch % 5n) * 77_777_777n });
    const full = epoch === BigInt(FULL_RING);
    samples.take(
      'risk_engine',
      'update_score',
      full ? 'full rings' : 'rings filling',
      world.send(ix.updateScore(world)),
    );
    const paid = epoch % 2n === 0n;
    const rate = world.send(ix.setPremiumRate(world, paid ? { keeper } : {}));
    samples.take('risk_engine', 'set_premium_rate', paid ? 'keeper paid' : 'no keeper', rate);
    const idle = epoch % 4n === 3n;
    if (!idle) samples.take('premium_manager', 'collect', '', collect(world, holder, size / 977n + epoch));
    const settled = world.send(ix.settleEpoch(world, paid ? { keeper } : {}));
    samples.take(
      'premium_manager',
      'settle_epoch',
      idle ? 'nothing to move' : paid ? 'keeper paid' : 'no keeper',
      settled,
    );
  }
}

function claim(samples: Samples, world: World): void {
  const keeper = world.actor('reporter');
  const reporter = keeper.address;
  const report = (amount: bigint, absorbed: bigint, paid: boolean) => {
    world.addDeficit(amount, absorbed);
    samples.take('insolvency_handler', 'verify_deficit', '', world.send(ix.verifyDeficit(world)));
    return world.send(ix.reportDeficit(world, paid ? { reporter, amount, keeper } : { reporter, amount }));
  };
  const threshold = world.pool.insolvencyThreshold;
  samples.take('insolvency_handler', 'report_deficit', 'payout', report(threshold + 1n, 0n, false));
  const rewarded = report(threshold * 2n, threshold / 2n, true);
  samples.take('insolvency_handler', 'report_deficit', 'payout, keeper paid', rewarded);
}

function switches(samples: Samples, world: World): void {
  for (const active of [false, true]) {
    samples.take('insurance_pool', 'set_active', '', world.send(ix.setActive(world, { active })));
  }
  world.setMarket({ openInterest: 0n });
  samples.take('risk_engine', 'activate_market', '', world.send(ix.activateMarket(world)));
  samples.take('risk_engine', 'deactivate_market', '', world.send(ix.deactivateMarket(world)));
  world.setMarket({ openInterest: usdc(500_000) });
}

/** What other programs call, called without them: cheaper by nothing than inside, and measured alone. */
function calledByPrograms(samples: Samples, world: World): void {
  const keeper = world.actor('called keeper');
  const handler = { impersonate: [handlerAuthority] };
  const premium = { impersonate: [premiumStateOf(world.market)] };
  const risk = { impersonate: [riskAuthority] };
  const take = samples.take.bind(samples);
  take('insurance_pool', 'cover_deficit', '', world.send(ix.coverDeficit(world, { amount: 1_000n }), handler));
  const accrued = ix.accruePremium(world, { amount: 0n, openInterest: usdc(500_000) });
  take('insurance_pool', 'accrue_premium', '', world.send(accrued, premium));
  take('insurance_pool', 'update_apy', '', world.send(ix.updateApy(world, { apyBps: 321 }), premium));
  world.nextEpoch();
  const rate = ix.acceptPremiumRate(world, { rateBps: 345, keeper });
  take('premium_manager', 'set_premium_rate', '', world.send(rate, risk));
  const pay = ix.payKeeper(world, { atMost: usdc(1), keeper });
  take('premium_manager', 'pay_keeper', '', world.send(pay, handler));
}

/** A market that has seen premiums and claims; even ones owe unsettled premium at the end. */
export function liveMarket(samples: Samples, index: number): Aged {
  const size = SIZES[index] as bigint;
  const world = create(samples, `market ${index}`, size);
  const holder = world.actor('holder', PLENTY);
  const first = world.send(ix.deposit(world, { depositor: holder, amount: size }));
  samples.take('insurance_pool', 'deposit', 'first of a depositor', first);
  age(samples, world, holder, size);
  claim(samples, world);
  switches(samples, world);
  calledByPrograms(samples, world);
  for (const [position, amount] of AMOUNTS.entries()) {
    const depositor = world.actor(`depositor ${position}`, amount);
    const entered = world.send(ix.deposit(world, { depositor, amount }));
    samples.take('insurance_pool', 'deposit', 'first of a depositor', entered);
  }
  if (index % 2 === 0) accepted(collect(world, holder, size / 1_013n));
  return { world, holder };
}

export function depositAndWithdraw(samples: Samples, { world, holder: depositor }: Aged): void {
  for (const amount of AMOUNTS) {
    const outcome = world.send(ix.deposit(world, { depositor, amount }));
    samples.take('insurance_pool', 'deposit', 'existing position', outcome);
  }
  world.nextEpoch(BigInt(POOL_DEFAULTS.lockEpochs));
  const rolling = world.send(ix.deposit(world, { depositor, amount: usdc(1) }));
  samples.take('insurance_pool', 'deposit', 'existing position, first of an epoch', rolling);
  world.nextEpoch(BigInt(POOL_DEFAULTS.lockEpochs));
  const { shares } = world.position(depositor);
  const [alone, ...rest] = PARTS_PER_MILLION;
  const part = (parts = 1n) => (shares * parts) / 1_000_000n;
  const first = world.send(ix.withdraw(world, { depositor, shares: part(alone) }));
  samples.take('insurance_pool', 'withdraw', 'existing position, first of an epoch', first);
  for (const parts of [alone, ...rest]) {
    const outcome = world.send(ix.withdraw(world, { depositor, shares: part(parts) }));
    samples.take('insurance_pool', 'withdraw', 'existing position', outcome);
  }
}

/** A market whose exits cool down, and whose pool a claim uses up, so that it is opened anew. */
export function cooledMarket(samples: Samples, index: number): void {
  const size = SIZES[index] as bigint;
  const world = create(samples, `cooled market ${index}`, size, 1);
  const depositor = world.actor('holder', PLENTY);
  const first = world.send(ix.deposit(world, { depositor, amount: size }));
  samples.take('insurance_pool', 'deposit', 'first of a depositor', first);
  world.nextEpoch(2n);
  const { shares } = world.position(depositor);
  const request = ix.requestWithdraw(world, { depositor, shares: shares / 2n });
  samples.take('insurance_pool', 'request_withdraw', '', world.send(request));
  samples.take('insurance_pool', 'cancel_withdraw', '', world.send(ix.cancelWithdraw(world, { depositor })));
  accepted(world.send(request));
  world.nextEpoch(2n);
  for (const parts of PARTS_PER_MILLION.slice(0, -1)) {
    const outcome = world.send(ix.withdraw(world, { depositor, shares: (shares * parts) / 1_000_000n }));
    samples.take('insurance_pool', 'withdraw', 'after a cooldown', outcome);
  }
}

/** A market whose claims are capped: paid in part, queued, paid up; then used up and opened anew. */
export function cappedMarket(samples: Samples, index: number): void {
  const size = SIZES[index] as bigint;
  const pool = { ...POOL_DEFAULTS, claimCapBps: 6_000, insolvencyThreshold: size / 20n };
  const world = new World({ seed: `bench capped market ${index}`, pool });
  const depositor = world.actor('holder', PLENTY);
  accepted(world.send(ix.deposit(world, { depositor, amount: size })));
  world.nextEpoch();
  const reporter = depositor.address;
  const report = (amount: bigint) => {
    world.addDeficit(amount);
    return world.send(ix.reportDeficit(world, { reporter, amount }));
  };
  samples.take('insolvency_handler', 'report_deficit', 'not reportable', report(1n));
  const queued = report(size * 2n);
  samples.take('insolvency_handler', 'report_deficit', 'paid in part, rest queued, uncovered', queued);
  world.nextEpoch();
  samples.take('insurance_pool', 'pay_queued', '', world.send(ix.payQueued(world)));
  while (world.pool.pendingClaims > 0n) {
    world.nextEpoch();
    samples.take('insurance_pool', 'pay_queued', '', world.send(ix.payQueued(world)));
  }
  samples.take('insurance_pool', 'reopen', '', world.send(ix.reopen(world, { payer: reporter })));
}
