// What may happen, as plain data: drawn at random, printed where a sequence fails, left out one by one to shrink it.
import type { randomOf } from '../support/random.ts';

export const ACTORS = ['alice', 'bob', 'carol', 'dave'] as const;
export type ActorName = (typeof ACTORS)[number];

/** Where a market may send its payouts. Those of the second line can't receive any. */
export const COVERS = ['cover', 'freezable', 'alice', 'treasury', 'premiumVault'] as const;
export const BAD_COVERS = ['vault', 'pool', 'foreign', 'nothing'] as const;
export type Cover = (typeof COVERS)[number] | (typeof BAD_COVERS)[number];

export const WAYS_TO_GO = ['closed', 'of another program', 'of another version', 'cut short'] as const;

/** Instructions that only another program, or nobody any more, may send. */
export const TRESPASSES = [
  'coverDeficit',
  'accruePremium',
  'updateApy',
  'acceptPremiumRate',
  'payKeeper',
  'initializePool',
  'initializeMarketConfig',
  'initializeRiskMetrics',
  'initializePremiumState',
  'initializeClaims',
  'setActive',
  'activateMarket',
] as const;

/** A figure as it is when the step is taken, so that a step keeps its sense when those before it are left out. */
export type Quantity = 'balance' | 'held' | 'requested' | 'leavable' | 'open' | 'threshold' | 'nav';
/** Atoms, or so many basis points of a figure and a little more or less. */
export type Amount = bigint | { readonly of: Quantity; readonly bps: number; readonly more: number };

export type Step =
  | { readonly do: 'deposit' | 'withdraw' | 'requestWithdraw'; readonly who: ActorName; readonly amount: Amount }
  | { readonly do: 'cancelWithdraw' | 'reopen'; readonly who: ActorName }
  | { readonly do: 'collect'; readonly who: ActorName; readonly amount: Amount; readonly source: number }
  | { readonly do: 'settleEpoch' | 'setPremiumRate'; readonly keeper: ActorName | null }
  | {
      readonly do: 'reportDeficit';
      readonly who: ActorName;
      readonly amount: Amount;
      readonly keeper: ActorName | null;
    }
  | { readonly do: 'payQueued' | 'verifyDeficit' | 'updateScore' | 'activateMarket' | 'deactivateMarket' }
  | { readonly do: 'setActive'; readonly active: boolean }
  | { readonly do: 'trespass'; readonly who: ActorName; readonly how: (typeof TRESPASSES)[number] }
  // What is no instruction of the four programs:
  | { readonly do: 'wait'; readonly slots: bigint }
  | { readonly do: 'waitEpochs'; readonly epochs: bigint }
  | { readonly do: 'deficit'; readonly amount: Amount; readonly absorbedBps: number }
  | { readonly do: 'restate'; readonly deficitBps: number; readonly absorbedBps: number }
  | { readonly do: 'trade'; readonly openInterest: bigint; readonly liquidity: bigint; readonly leverage: bigint }
  | { readonly do: 'fund'; readonly ratePpm: bigint }
  | { readonly do: 'openMarket'; readonly open: boolean }
  | { readonly do: 'coverTo'; readonly cover: Cover }
  | { readonly do: 'loseMarket'; readonly how: (typeof WAYS_TO_GO)[number] }
  | { readonly do: 'returnMarket' }
  | { readonly do: 'freeze' | 'thaw' }
  | {
      readonly do: 'price';
      readonly price: bigint;
      readonly confidenceBps: number;
      readonly age: bigint;
      readonly verified: boolean;
    }
  | {
      readonly do: 'donate';
      readonly who: ActorName;
      readonly to: 'vault' | 'premiumVault' | 'treasury';
      readonly amount: Amount;
    }
  | { readonly do: 'payTrader'; readonly who: ActorName; readonly bps: number };

type Random = ReturnType<typeof randomOf>;

export interface Scale {
  /** About the most that amounts in atoms come to. */
  readonly most: bigint;
  /** Whether positions leave by request. */
  readonly cools: boolean;
}

/** One thing that may happen; some are several steps, each of which may be left out. */
export function drawScene(random: Random, { most, cools }: Scale): readonly Step[] {
  const { between, pick } = random;
  const chance = (percent: bigint) => between(1n, 100n) <= percent;
  const who = () => pick(ACTORS);
  const keeper = () => (chance(70n) ? who() : null);
  /** Each order of magnitude as likely as the next. */
  const atoms = () => between(0n, 1n << between(0n, BigInt(most.toString(2).length - 1)));
  const bps = () => Number(chance(4n) ? 0n : pick([1n, 10_000n, 10_000n, between(1n, 9_999n), between(1n, 9_999n)]));
  const of = (figure: Quantity): Amount => ({ of: figure, bps: bps(), more: pick([-1, 0, 0, 0, 1]) });
  const edge = (figure: Quantity): Amount => ({ of: figure, bps: 10_000, more: pick([-1, 0, 1]) });
  const leaving = (): Amount =>
    pick([of('held'), of('held'), edge('leavable'), chance(20n) ? atoms() : edge('leavable')]);
  const price = (fresh: boolean): Step => ({
    do: 'price',
    price: fresh ? between(100_00000000n, 200_00000000n) : between(-1n, 200_00000000n),
    confidenceBps: Number(fresh ? between(0n, 200n) : between(190n, 210n)),
    age: fresh ? 0n : pick([0n, 59n, 60n, 61n, -29n, -30n, -31n]),
    verified: fresh || chance(80n),
  });
  const deficit = (): Step => ({
    do: 'deficit',
    amount: pick([atoms(), edge('threshold'), edge('threshold'), chance(30n) ? edge('nav') : of('nav')]),
    absorbedBps: chance(50n) ? 0 : bps(),
  });
  const report = (): Step => ({
    do: 'reportDeficit',
    who: who(),
    amount: chance(80n) ? 0n : edge('open'),
    keeper: keeper(),
  });
  const score = (): Step => ({ do: 'updateScore' });
  const rate = (): Step => ({ do: 'setPremiumRate', keeper: keeper() });
  const pass = (epochs: bigint): Step => ({ do: 'waitEpochs', epochs });
  /** Everyone leaves who can, and again in the next epoch: no reserve may be crossed twice over one boundary. */
  const run = (): readonly Step[] => {
    const all = () => ACTORS.map((leaver): Step => ({ do: 'withdraw', who: leaver, amount: edge('leavable') }));
    return [...all(), pass(1n), ...all()];
  };
  const cooled = (): readonly Step[] => {
    const leaver = who();
    const waited = pick([2n, 3n, 3n, 3n, 4n, 5n, 7n]);
    const shares: Amount = chance(60n) ? of('requested') : edge('leavable');
    return [
      { do: 'cancelWithdraw', who: leaver },
      { do: 'requestWithdraw', who: leaver, amount: leaving() },
      pass(waited),
      ...(chance(20n) ? [deficit(), report()] : []),
      { do: 'withdraw', who: leaver, amount: shares },
    ];
  };

  const scenes: readonly (readonly [weight: number, () => Step | readonly Step[]])[] = [
    [26, () => ({ do: 'deposit', who: who(), amount: chance(70n) ? atoms() : of('balance') })],
    [cools ? 2 : 12, () => ({ do: 'withdraw', who: who(), amount: leaving() })],
    [cools ? 7 : 0, cooled],
    [cools ? 0 : 1, run],
    [cools ? 3 : 0.5, () => ({ do: 'requestWithdraw', who: who(), amount: leaving() })],
    [cools ? 2 : 0.5, () => ({ do: 'cancelWithdraw', who: who() })],
    [
      8,
      () => ({ do: 'collect', who: who(), amount: chance(80n) ? atoms() : of('balance'), source: pick([0, 1, 2, 3]) }),
    ],
    [0.5, () => ({ do: 'collect', who: who(), amount: atoms(), source: 4 })],
    [8, () => ({ do: 'settleEpoch', keeper: keeper() })],
    [3, () => [price(true), score(), rate()]],
    [1, () => pick([rate(), score(), [price(false), score()]])],
    [3, () => [deficit(), report()]],
    [3, () => [pass(1n), { do: 'payQueued' }, pass(1n), { do: 'payQueued' }]],
    [1, deficit],
    [3, report],
    [1, () => ({ do: 'verifyDeficit' })],
    [2, () => ({ do: 'payQueued' })],
    [5, () => ({ do: 'reopen', who: who() })],
    [0.2, () => ({ do: 'setActive', active: false })],
    [2, () => ({ do: 'setActive', active: true })],
    [1, () => ({ do: 'activateMarket' })],
    [0.5, () => ({ do: 'deactivateMarket' })],
    [2, () => ({ do: 'trespass', who: who(), how: pick(TRESPASSES) })],
    [3, () => ({ do: 'wait', slots: between(1n, 50n) })],
    [10, () => pass(chance(95n) ? pick([1n, 1n, 1n, 2n, 3n]) : between(4n, 5_000n))],
    [0.2, () => ({ do: 'restate', deficitBps: bps(), absorbedBps: bps() })],
    [1, () => ({ do: 'trade', openInterest: atoms(), liquidity: atoms(), leverage: between(0n, 300_000n) })],
    [1, () => ({ do: 'fund', ratePpm: between(-2_000n, 2_000n) })],
    [0.5, () => ({ do: 'openMarket', open: false })],
    [1, () => ({ do: 'openMarket', open: true })],
    [1, () => ({ do: 'coverTo', cover: pick(COVERS) })],
    [0.5, () => ({ do: 'coverTo', cover: pick(BAD_COVERS) })],
    [0.3, () => ({ do: 'loseMarket', how: pick(WAYS_TO_GO) })],
    [5, () => ({ do: 'returnMarket' })],
    [0.5, () => ({ do: pick(['freeze', 'thaw']) })],
    [1, () => ({ do: 'donate', who: who(), to: pick(['vault', 'premiumVault', 'treasury']), amount: atoms() })],
    [4, () => ({ do: 'payTrader', who: who(), bps: bps() })],
  ];
  const total = scenes.reduce((sum, [weight]) => sum + weight, 0);
  let drawn = Number(between(0n, BigInt(Math.round(total * 10)) - 1n)) / 10;
  for (const [weight, scene] of scenes) {
    drawn -= weight;
    if (drawn < 0) return [scene()].flat();
  }
  return [];
}

function tellAmount(amount: Amount): string {
  if (typeof amount === 'bigint') return `${amount}`;
  const more = amount.more === 0 ? '' : amount.more > 0 ? ` + ${amount.more}` : ` - ${-amount.more}`;
  return `${amount.bps} bps of ${amount.of}${more}`;
}

export function tellStep({ do: what, ...rest }: Step): string {
  const told = Object.entries(rest).map(([key, value]) => {
    const text =
      typeof value === 'bigint' || (typeof value === 'object' && value) ? tellAmount(value as Amount) : value;
    return `${key}: ${text}`;
  });
  return told.length === 0 ? what : `${what} (${told.join(', ')})`;
}
