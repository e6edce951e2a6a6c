// One market through its life, on the real bytecode in an embedded chain. What is printed is read from the chain, and
// compared with what PROTOCOL's rules say it must be: the walk fails where they differ.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { PROGRAM_NAMES, programs } from '../../tests/programs/support/artifacts.ts';
import {
  type Actor,
  activateMarket,
  collect,
  deposit,
  initializeClaims,
  initializeMarketConfig,
  initializePool,
  initializePremiumState,
  initializeRiskMetrics,
  PREMIUM_SOURCE,
  reportDeficit,
  setPremiumRate,
  settleEpoch,
  updateScore,
  verifyDeficit,
  withdraw,
} from '../../tests/programs/support/instructions.ts';
import { formatUsdc, usdc } from '../../tests/programs/support/money.ts';
import { type Accepted, accepted, type Outcome, refused, returned } from '../../tests/programs/support/outcome.ts';
import { CONFIG_DEFAULTS, POOL_DEFAULTS, PREMIUM_DEFAULTS, World } from '../../tests/programs/support/scenario.ts';
import { bold } from '../terminal.ts';
import { aside, figures, step, table } from './page.ts';

const SLOTS_PER_DAY = 216_000n;
const SLOTS_PER_YEAR = 78_894_000n;
const SHARE = 1_000_000n;

const pool = { ...POOL_DEFAULTS, epochDuration: SLOTS_PER_DAY, lockEpochs: 7 };
const premium = { ...PREMIUM_DEFAULTS, epochDuration: SLOTS_PER_DAY };

const money = (atoms: bigint) => `${formatUsdc(atoms)} USDC`;
const count = (value: number | bigint) => value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
const percent = (bps: number | bigint) => `${(Number(bps) / 100).toFixed(2)} %`;
const units = ({ cu }: Outcome) => `${count(cu)} CU`;
const word = (ascii: readonly number[]) => String.fromCharCode(...ascii.filter((letter) => letter !== 0));
const perShare = (world: World) => formatUsdc((world.nav * SHARE) / world.pool.totalShares);

console.log(bold('PercoSec: one insured market, from its first deposit to its last withdrawal'));
console.log('The four programs as they are deployed, and the real SPL Token program, in a chain inside this process.');
table(
  ['program', 'bytes', 'id'],
  PROGRAM_NAMES.map((name) => [name, count(programs[name].bytecode.length), programs[name].id.toBase58()]),
);

// --- 1
step(
  'A perp market attaches its insurance',
  'Its authority makes the pool, the risk score, the premium account and the claims book. None of it can be changed later.',
);
const world = new World({ parts: [], pool, premium });
const marketStart = world.balance(world.coverVault);
const run = (instruction: Parameters<World['send']>[0]): Accepted => accepted(world.send(instruction));
figures([
  ['pool', units(run(initializePool(world, pool))), 'a claim needs a deficit above 50,000 USDC; 8 % stays as reserve'],
  ['market config', units(run(initializeMarketConfig(world, CONFIG_DEFAULTS))), 'price feed, 20× leverage at most'],
  ['risk metrics', units(run(initializeRiskMetrics(world)))],
  [
    'premium state',
    units(run(initializePremiumState(world, premium))),
    'an epoch is a day; keepers earn 0.005 USDC a task',
  ],
  ['market claims', units(run(initializeClaims(world, { payer: world.authority })))],
]);
equal(world.pool.totalDeposits, 0n);
equal(world.pool.insolvencyThreshold, usdc(50_000));

// --- 2
step('Two people deposit', 'Deposits cover this market’s losses and earn its premiums. They can be lost.');
const alice = world.actor('alice', usdc(60_000));
const bob = world.actor('bob', usdc(40_000));
const keeper = world.actor('keeper');
const deposits = [
  { name: 'Alice', who: alice, amount: usdc(60_000) },
  { name: 'Bob', who: bob, amount: usdc(40_000) },
].map(({ name, who, amount }) => {
  const outcome = run(deposit(world, { depositor: who, amount }));
  equal(world.shares(who), amount, 'the first shares cost one USDC each');
  equal(world.balance(who), 0n);
  return [name, money(amount), formatUsdc(world.shares(who)), units(outcome)];
});
table(['who', 'deposited', 'shares', 'compute'], deposits);
equal(world.pool.totalDeposits, usdc(100_000));
equal(world.vaultBalance, usdc(100_000));
const early = refused(world.send(withdraw(world, { depositor: bob, shares: usdc(40_000) })), 'LockActive');
aside(`Bob changes his mind at once: refused, ${early.error.name}. The lock is ${pool.lockEpochs} days.`);
equal(world.pool.totalDeposits, usdc(100_000));

// --- 3
world.nextEpoch();
const live = run(activateMarket(world));
equal(world.config.active, 1);
step(
  'The market goes live',
  `Open interest ${money(world.header.openInterest)}, of which the pool must hold at least ${percent(CONFIG_DEFAULTS.minCoverBps)}.`,
);
figures([
  ['held', money(world.nav), percent((world.nav * 10_000n) / world.header.openInterest)],
  ['compute', units(live)],
]);
ok(world.nav * 10_000n >= world.header.openInterest * BigInt(CONFIG_DEFAULTS.minCoverBps));

// --- 4, 5
step(
  'A week of trading: score, premium, settlement',
  'Each day a keeper scores the market from its own account and a Pyth price, and sets the premium by the score. The market',
  'pays fees in; when the day is over, a keeper settles them into the pool, where they belong to the depositors.',
);
const days = [150, 153, 149, 155, 151, 146, 148];
const dailyFees = usdc(24);
const fund = world.actor('market fund', dailyFees * BigInt(days.length));
const week: string[][] = [];
const costs = new Map<string, number[]>();
const cost = (name: string, { cu }: Outcome) => costs.set(name, [...(costs.get(name) ?? []), cu]);

for (const [day, price] of days.entries()) {
  world.setPrice({ price: BigInt(price) * 100_000_000n });
  world.setMarket({ fundingRatePpm: BigInt(100 + 60 * (day % 3)) });
  cost('update_score', run(updateScore(world)));
  const { metrics } = world;
  const composite =
    (3_500n * BigInt(metrics.leverageBps) +
      2_500n * BigInt(metrics.oiRatioBps) +
      2_000n * BigInt(metrics.volatilityBps) +
      2_000n * BigInt(metrics.fundingVarianceBps)) /
    10_000n;
  equal(BigInt(metrics.compositeScoreBps), composite);

  cost('set_premium_rate', run(setPremiumRate(world, { keeper })));
  equal(BigInt(world.premium.premiumRateBps), 50n + (2_450n * composite ** 2n) / 100_000_000n);

  const treasuryBefore = world.treasuryBalance;
  cost('collect', run(collect(world, { payer: fund, amount: dailyFees, source: PREMIUM_SOURCE.tradingFee })));
  const toTreasury = world.treasuryBalance - treasuryBefore;
  equal(toTreasury, (dailyFees * BigInt(premium.protocolFeeBps)) / 10_000n);
  equal(world.premium.epochPremiumAccrued, dailyFees - toTreasury);

  world.nextEpoch();
  const before = { nav: world.nav, accrued: world.premium.epochPremiumAccrued, at: world.premium.lastSettledSlot };
  cost('settle_epoch', run(settleEpoch(world, { keeper })));
  equal(world.nav, before.nav + before.accrued);
  equal(world.vaultBalance, world.nav);
  const slots = world.chain.slot - before.at;
  equal(BigInt(world.pool.apyBps), (before.accrued * SLOTS_PER_YEAR * 10_000n) / (before.nav * slots));
  week.push([
    `day ${day + 1}`,
    `${price}.00`,
    count(metrics.compositeScoreBps),
    word(metrics.grade),
    percent(world.premium.premiumRateBps),
    money(before.accrued),
    money(world.nav),
    percent(world.pool.apyBps),
  ]);
}
table(['', 'price', 'score', 'grade', 'premium a year', 'settled', 'pool worth', 'yield a year'], week);
const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
figures([
  ...[...costs].map(([name, values]) => [name, `${count(middle(values))} CU`, 'the median of the week'] as const),
  ['keeper earned', money(world.balance(keeper)), 'paid by the treasury'],
  ['a share is worth', `${perShare(world)} USDC`, 'it was 1.00'],
]);

// --- 6
const navBefore = world.nav;
world.addDeficit(usdc(80_000), usdc(10_000));
step(
  'A crash: liquidations leave a deficit',
  'The market’s own account shows 80,000 USDC lost beyond all margins, of which its margin buffer absorbed 10,000.',
);
const verified = run(verifyDeficit(world));
const status = returned(verified, 'DeficitStatus');
deepEqual(
  [status.openDeficit, status.insolvencyThreshold, status.bufferUsed, status.payable],
  [usdc(80_000), usdc(50_000), usdc(10_000), usdc(70_000)],
);
refused(world.send(reportDeficit(world, { reporter: keeper.address, amount: usdc(80_001) })), 'DeficitMismatch');
figures([
  ['open deficit', money(status.openDeficit), `above the threshold of ${money(status.insolvencyThreshold)}`],
  ['the buffer pays', money(status.bufferUsed)],
  ['the pool would pay', money(status.payable)],
  ['verify_deficit', units(verified), 'read-only: anyone can look before reporting'],
]);
aside('A reporter who claims 80,001 is refused, DeficitMismatch: only what the chain proves is paid.');

// --- 7
const sequence = world.nextSequence;
const keeperBefore = world.balance(keeper);
const report = run(reportDeficit(world, { reporter: keeper.address, amount: usdc(80_000), keeper }));
const record = world.record(sequence);
step(
  'The claim is paid, by rule',
  'No vote: market buffer first, then this market’s pool, and nothing but its own pool.',
);
deepEqual(
  [record.deficitAmount, record.bufferUsed, record.coveredAmount, record.queuedAmount, record.uncoveredAmount],
  [usdc(80_000), usdc(10_000), usdc(70_000), 0n, 0n],
);
equal(world.balance(world.coverVault) - marketStart, usdc(70_000));
equal(world.nav, navBefore - usdc(70_000));
equal(world.vaultBalance, world.nav);
equal(world.balance(keeper) - keeperBefore, premium.keeperFee);
figures([
  ['deficit', money(record.deficitAmount)],
  ['market buffer', money(record.bufferUsed)],
  ['insurance pool', money(record.coveredAmount), 'now in the market’s cover vault'],
  ['uncovered', money(record.uncoveredAmount)],
  ['pool worth', money(world.nav), `it was ${money(navBefore)}`],
  ['a share is worth', `${perShare(world)} USDC`, 'every depositor bears the same part'],
  ['report_deficit', units(report)],
]);

// --- 8
world.nextEpoch();
step('The depositors leave', 'The lock has passed. Alice leaves first; the market closes, and Bob takes the rest.');
function leave(who: Actor): readonly [bigint, Accepted] {
  const shares = world.shares(who);
  const { totalShares } = world.pool;
  const expected = (shares * world.nav) / totalShares;
  const outcome = run(withdraw(world, { depositor: who, shares }));
  equal(world.balance(who), expected);
  equal(world.shares(who), 0n);
  return [expected, outcome];
}
const [aliceOut, aliceLeft] = leave(alice);
refused(world.send(withdraw(world, { depositor: bob, shares: world.shares(bob) })), 'ReserveBreached');
world.setMarket({ open: false, openInterest: 0n });
const [bobOut, bobLeft] = leave(bob);
table(
  ['who', 'put in', 'took out', 'difference', 'compute'],
  [
    ['Alice', money(usdc(60_000)), money(aliceOut), formatUsdc(aliceOut - usdc(60_000)), units(aliceLeft)],
    ['Bob', money(usdc(40_000)), money(bobOut), formatUsdc(bobOut - usdc(40_000)), units(bobLeft)],
  ],
);
aside('Before the market closed, Bob could not take all: refused, ReserveBreached.');
equal(world.pool.totalShares, 0n);
equal(world.pool.totalDeposits, 0n);

// --- 9
const paidIn = usdc(100_000) + dailyFees * BigInt(days.length);
const places: (readonly [string, bigint])[] = [
  ['Alice and Bob', aliceOut + bobOut],
  ['the market, to cover its deficit', world.balance(world.coverVault) - marketStart],
  ['the keeper', world.balance(keeper)],
  ['the treasury, for keepers to come', world.treasuryBalance],
  ['dust of rounding, in the vault', world.vaultBalance],
];
const total = places.reduce((sum, [, amount]) => sum + amount, 0n);
equal(total, paidIn);
step('Where the money went', 'All that was paid in, to the atom.');
figures([
  ...places.map(([label, amount]) => [label, money(amount)] as const),
  ['together', money(total), `paid in: ${money(paidIn)}`],
]);
console.log('\nEvery figure above was read from the chain and compared with the rules of the protocol.');
