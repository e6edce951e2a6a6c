// The losses that the slider stops at: zero, round amounts that grow by a third or so, and those that mean something.

/** More than the chain can count is nobody's loss. */
export const MOST = 2n ** 64n - 1n;

/** Of each decade. */
const ROUND = [10n, 15n, 20n, 30n, 40n, 50n, 60n, 80n];
const TENTHS = [1n, 5n, 10n];

/** 10 %, 50 % and all of what the pool holds. */
export const sharesOf = (nav: bigint): { readonly bps: number; readonly loss: bigint }[] =>
  TENTHS.map((tenths) => ({ bps: Number(tenths) * 1_000, loss: (nav * tenths) / 10n }));

/** From nothing to beyond what threshold and pool can take together; in order, each once. */
export function lossStops(nav: bigint, threshold: bigint, unit: bigint): bigint[] {
  const all = nav + threshold > 0n ? nav + threshold : unit * 1_000n;
  const beyond = all + all / 4n;
  const last = beyond < MOST ? beyond : MOST;
  const stops = new Set([0n, threshold, last, ...sharesOf(nav).map(({ loss }) => loss)]);
  let decade = 1n;
  while (decade * 100_000n < last) decade *= 10n;
  for (; decade * 10n <= last; decade *= 10n)
    for (const round of ROUND) if (decade * round < last) stops.add(decade * round);
  return [...stops].sort((one, other) => (one < other ? -1 : 1));
}

/** The last of them that is not above it. */
export const stopOf = (stops: readonly bigint[], loss: bigint): number =>
  Math.max(
    0,
    stops.findLastIndex((stop) => stop <= loss),
  );
