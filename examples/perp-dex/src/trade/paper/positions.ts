// Trading on paper: what isolated positions do as a market's price and funding move. Exact, and without any I/O: who
// keeps an account, and who shows it, is elsewhere. Money is in atoms of the collateral, a price in the oracle's integers.
import { tradeFee } from '@percosec/sdk/math';

export type Side = 'long' | 'short';

export interface Order {
  readonly side: Side;
  /** Notional. */
  readonly size: bigint;
  /** 10,000 = 1×. */
  readonly leverageBps: bigint;
}

/** What a market allows. */
export interface Terms {
  readonly maxLeverageBps: bigint;
  readonly minSize: bigint;
}

/** What a market says now. */
export interface Moment {
  readonly price: bigint;
  /** Unix seconds of the chain. */
  readonly time: bigint;
  /** Parts per million an interval; where positive, longs pay. */
  readonly fundingPpm: bigint;
}

export interface Position {
  readonly id: number;
  readonly side: Side;
  readonly size: bigint;
  readonly entry: bigint;
  readonly margin: bigint;
  /** Whose equity falls to this is liquidated. */
  readonly maintenance: bigint;
  /** Paid for opening it. */
  readonly fee: bigint;
  /** The account's funding index when it was opened. */
  readonly fundingIndex: bigint;
}

export interface PastPosition extends Position {
  readonly end: 'closed' | 'liquidated';
  readonly exit: bigint;
  /** Unix seconds. */
  readonly endedAt: bigint;
  /** All that it brought or cost, fees and funding included. */
  readonly result: bigint;
  /** What it lost beyond its margin: a market's deficit. */
  readonly beyondMargin: bigint;
}

export interface Account {
  /** What no position binds: the buying power. */
  readonly cash: bigint;
  /** What a long has paid since the account was made: the sum of rate · seconds. */
  readonly fundingIndex: bigint;
  /** Unix seconds up to which that counts. */
  readonly fundedUntil: bigint;
  readonly nextId: number;
  readonly positions: readonly Position[];
  /** The latest first. */
  readonly past: readonly PastPosition[];
}

export const FEE_BPS = 5n;
/** The chain says a rate an interval, not how long one is: on paper it is an hour. */
const FUNDING_INTERVAL = 3_600n;
export const ONCE = 10_000n;
const PPM = 1_000_000n;
const PAST_KEPT = 50;

export const newAccount = (cash: bigint): Account => ({
  cash,
  fundingIndex: 0n,
  fundedUntil: 0n,
  nextId: 1,
  positions: [],
  past: [],
});

// --- an order, before it is one

export type Refusal = 'too-small' | 'leverage' | 'buying-power' | 'no-price';

const fee = (notional: bigint): bigint => tradeFee({ notional, bps: FEE_BPS }).value;

/** What an order binds and costs. Half of the margin that the highest leverage asks for must remain. */
export function costs({ size, leverageBps }: Omit<Order, 'side'>, { maxLeverageBps }: Pick<Terms, 'maxLeverageBps'>) {
  const margin = ceilDiv(size * ONCE, leverageBps);
  const maintenance = ceilDiv(size * ONCE, 2n * maxLeverageBps);
  return { margin, maintenance, fee: fee(size), required: margin + fee(size) };
}

export function refusal({ cash }: Pick<Account, 'cash'>, order: Omit<Order, 'side'>, terms: Terms): Refusal | null {
  if (order.size < terms.minSize || order.size <= 0n) return 'too-small';
  if (order.leverageBps < ONCE || order.leverageBps > terms.maxLeverageBps) return 'leverage';
  return costs(order, terms).required > cash ? 'buying-power' : null;
}

/** The largest order that so much cash pays for. */
export function largestSize(cash: bigint, leverageBps: bigint): bigint {
  const cost = (size: bigint) => ceilDiv(size * ONCE, leverageBps) + fee(size);
  let size = (cash * leverageBps * ONCE) / (ONCE * ONCE + FEE_BPS * leverageBps);
  // Margin and fee are each rounded up: a few atoms less.
  while (size > 0n && cost(size) > cash) size -= 1n;
  while (cost(size + 1n) <= cash) size += 1n;
  return size;
}

/** The position that an order would be at this price. */
const draft = (order: Order, terms: Terms, price: bigint): Position => {
  const { margin, maintenance, fee } = costs(order, terms);
  return { id: 0, side: order.side, size: order.size, entry: price, margin, maintenance, fee, fundingIndex: 0n };
};

export const liquidationPriceOf = (order: Order, terms: Terms, price: bigint): bigint | null =>
  liquidationPrice(draft(order, terms, price), { fundingIndex: 0n });

// --- what a position is worth

type Index = Pick<Account, 'fundingIndex'>;

/** Rounded down: nobody is shown more than there is. */
export function pnl({ side, size, entry }: Position, price: bigint): bigint {
  return floorDiv(size * (side === 'long' ? price - entry : entry - price), entry);
}

/** Negative where it was received. Rounded against the position, so that nobody gains by rounding. */
export function fundingPaid({ side, size, fundingIndex }: Position, now: Index): bigint {
  const moved = now.fundingIndex - fundingIndex;
  return ceilDiv(size * (side === 'long' ? moved : -moved), PPM * FUNDING_INTERVAL);
}

export const equity = (position: Position, price: bigint, now: Index): bigint =>
  position.margin + pnl(position, price) - fundingPaid(position, now);

const isLiquidated = (position: Position, price: bigint, now: Index): boolean =>
  equity(position, price, now) <= position.maintenance;

/** The first price that liquidates it; null where none does. */
export function liquidationPrice(position: Position, now: Index): bigint | null {
  const { side, size, entry, margin, maintenance } = position;
  // The profit at which its equity is still one atom too much, and how far from its entry the price is then.
  const allowed = maintenance - margin + fundingPaid(position, now) + 1n;
  if (side === 'short') return floorDiv(entry * (size - allowed), size) + 1n;
  const price = ceilDiv(entry * (size + allowed), size) - 1n;
  return price > 0n ? price : null;
}

/** To whole hundredths, as it was asked for: the margin was rounded up. */
export const leverageOf = ({ size, margin }: Pick<Position, 'size' | 'margin'>): bigint =>
  (((size * ONCE) / margin + 50n) / 100n) * 100n;

/** What a profit is of the margin that it was made with. */
export const returnBps = ({ margin }: Pick<Position, 'margin'>, profit: bigint): bigint => (profit * ONCE) / margin;

// --- what happens to an account

/** Funding accrues up to the moment, and what cannot stand its price is liquidated: all margin is lost. */
export function advance(account: Account, { price, time, fundingPpm }: Moment): Account {
  const { positions, fundedUntil } = account;
  if (positions.length === 0) return account;
  const passed = time > fundedUntil ? time - fundedUntil : 0n;
  const now = {
    ...account,
    fundingIndex: account.fundingIndex + fundingPpm * passed,
    fundedUntil: fundedUntil + passed,
  };
  const lost = positions.filter((position) => isLiquidated(position, price, now));
  return lost.reduce((left, position) => end(left, position, 'liquidated', price, time), now);
}

export type Opened =
  | { readonly ok: true; readonly account: Account; readonly position: Position }
  | { readonly ok: false; readonly reason: Refusal };

export function open(before: Account, order: Order, terms: Terms, moment: Moment): Opened {
  if (moment.price <= 0n) return { ok: false, reason: 'no-price' };
  const account = advance(before, moment);
  const reason = refusal(account, order, terms);
  if (reason !== null) return { ok: false, reason };
  const { nextId: id, fundingIndex, positions } = account;
  const position = { ...draft(order, terms, moment.price), id, fundingIndex };
  return {
    ok: true,
    position,
    account: {
      ...account,
      cash: account.cash - position.margin - position.fee,
      // Nothing accrued while nothing was open.
      fundedUntil: positions.length === 0 ? moment.time : account.fundedUntil,
      nextId: id + 1,
      positions: [...positions, position],
    },
  };
}

/** Null where it is no longer open: it may have been liquidated by this very price. */
export function close(before: Account, id: number, moment: Moment): Account | null {
  const account = advance(before, moment);
  const position = account.positions.find((one) => one.id === id);
  return position === undefined ? null : end(account, position, 'closed', moment.price, moment.time);
}

function end(account: Account, position: Position, how: PastPosition['end'], exit: bigint, endedAt: bigint): Account {
  const worth = equity(position, exit, account);
  const paid = how === 'closed' ? atLeastNothing(worth - fee((position.size * exit) / position.entry)) : 0n;
  const ended: PastPosition = {
    ...position,
    end: how,
    exit,
    endedAt,
    result: paid - position.margin - position.fee,
    beyondMargin: atLeastNothing(-worth),
  };
  return {
    ...account,
    cash: account.cash + paid,
    positions: account.positions.filter(({ id }) => id !== position.id),
    past: [ended, ...account.past].slice(0, PAST_KEPT),
  };
}

const atLeastNothing = (value: bigint): bigint => (value > 0n ? value : 0n);

function floorDiv(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient;
}

const ceilDiv = (value: bigint, by: bigint): bigint => -floorDiv(-value, by);
