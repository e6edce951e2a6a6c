// The reference market's risk engine. H, one haircut for all, lets profit leave only as far as the vault's residual
// backs it; A/K, two lazy indices a side, clear a bankrupt position's overhang without choosing whom it falls on.
import {
  ceilDiv,
  type Figures,
  fitting,
  floorDiv,
  given,
  I128,
  max,
  min,
  POSITIVE_U64,
  POSITIVE_U128,
  U16,
  U64,
  U128,
  within,
} from './integer.ts';

/** Position quantities and the K index are in millionths. */
const POS_SCALE = 1_000_000n;
/** A side whose A falls below this may only be closed. */
const MIN_A_SIDE = 1_000n;

const sizeOf = (value: bigint) => (value < 0n ? -value : value);

/** The share, `num / den`, of every positive profit that the vault's residual backs. */
export function haircut(input: Figures<'vault' | 'capital' | 'insurance' | 'positivePnl'>): Figures<'num' | 'den'> {
  const { vault, capital, insurance, positivePnl } = given(input, {
    vault: U128,
    capital: U128,
    insurance: U128,
    positivePnl: U128,
  });
  // A vault that does not even hold capital and insurance can't be.
  const residual = fitting('vault − capital − insurance', vault - capital - insurance, U128);
  return positivePnl === 0n ? { num: 1n, den: 1n } : { num: min(residual, positivePnl), den: positivePnl };
}

/** What of a profit is backed; losses are no claim. */
export function effectivePnl(input: Figures<'pnl' | 'num' | 'den'>): Figures<'value'> {
  const { pnl, num, den } = given(input, { pnl: I128, num: U128, den: POSITIVE_U128 });
  return { value: fitting('value', (max(pnl, 0n) * num) / den, U128) };
}

/** What a position of `basis`, entered at `aBasis`, is now. */
export function effectivePosition(input: Figures<'basis' | 'a' | 'aBasis'>): Figures<'value'> {
  const { basis, a, aBasis } = given(input, { basis: I128, a: U64, aBasis: POSITIVE_U64 });
  // Toward zero: what a position has lost of itself, it lost whole.
  return { value: fitting('value', (basis * a) / aBasis, I128) };
}

/** What a position has gained since `kSnap`, rounded toward −∞. */
export function pnlDelta(input: Figures<'basis' | 'k' | 'kSnap' | 'aBasis'>): Figures<'value'> {
  const { basis, k, kSnap, aBasis } = given(input, { basis: I128, k: I128, kSnap: I128, aBasis: POSITIVE_U64 });
  return { value: fitting('value', floorDiv(sizeOf(basis) * (k - kSnap), aBasis * POS_SCALE), I128) };
}

/** What `elapsed` slots have warmed of `available` profit, over a `period` of slots; none: all at once. */
export function warmup(
  input: Figures<'available' | 'period' | 'elapsed' | 'num' | 'den'>,
): Figures<'slope' | 'warmable' | 'payout'> {
  const { available, period, elapsed, num, den } = given(input, {
    available: U128,
    period: U64,
    elapsed: U64,
    num: U128,
    den: POSITIVE_U128,
  });
  const slope = max(period === 0n ? available : available / period, 1n);
  const warmable = period === 0n ? available : min(available, slope * elapsed);
  return { slope, warmable, payout: fitting('payout', (warmable * num) / den, U128) };
}

/** A side after another's bankruptcy was laid on it. Where nothing of it remains, both sides reset. */
export type Adl = Figures<'deltaK'> &
  (
    | ({ readonly outcome: 'Normal' | 'DrainOnly' } & Figures<'a' | 'openInterest' | 'dust'>)
    | { readonly outcome: 'FullDrain' | 'TerminalDrain' }
  );

/**
 * Lays a quantity to `close` and a `deficit` on a side of `positions` stored positions. A deficit that moves K by
 * nothing stays a protocol loss: nobody is there to bear it, or K could not express it.
 */
export function adl(input: Figures<'a' | 'openInterest' | 'close' | 'deficit' | 'positions'>): Adl {
  const { a, openInterest, deficit, positions } = given(input, {
    a: U64,
    openInterest: U128,
    close: U128,
    deficit: U128,
    positions: U64,
  });
  const remaining = openInterest - fitting('close', input.close, [0n, openInterest]);
  const borne = positions > 0n && openInterest > 0n ? -ceilDiv(deficit * a * POS_SCALE, openInterest) : 0n;
  const deltaK = within(borne, I128) ? borne : 0n;
  if (remaining === 0n) return { deltaK, outcome: 'FullDrain' };

  const scaled = a * remaining;
  const left = scaled / openInterest;
  // Too little for the index to express: it is given up.
  if (left === 0n) return { deltaK, outcome: 'TerminalDrain' };
  const dust = scaled % openInterest === 0n ? 0n : positions + ceilDiv(openInterest + positions, a);
  return {
    deltaK,
    outcome: left < MIN_A_SIDE ? 'DrainOnly' : 'Normal',
    a: left,
    openInterest: remaining,
    dust: fitting('dust', dust, U128),
  };
}

/** What funding of `rateBps` a slot moves the K index of each side by: the payer's loss is rounded up, the gain down. */
export function funding(
  input: Figures<'price' | 'rateBps' | 'slots' | 'aPayer' | 'aReceiver'>,
): Figures<'payer' | 'receiver'> {
  const { price, rateBps, slots, aPayer, aReceiver } = given(input, {
    price: U64,
    rateBps: U16,
    slots: U64,
    aPayer: POSITIVE_U64,
    aReceiver: U64,
  });
  const paid = ceilDiv(aPayer * price * rateBps * slots, 10_000n);
  return {
    payer: fitting('payer', -paid, I128),
    receiver: fitting('receiver', (paid * aReceiver) / aPayer, I128),
  };
}

/** Rounded up, so never nothing where both are something. */
export function tradeFee(input: Figures<'notional' | 'bps'>): Figures<'value'> {
  const { notional, bps } = given(input, { notional: U128, bps: U16 });
  return { value: fitting('value', ceilDiv(notional * bps, 10_000n), U128) };
}
