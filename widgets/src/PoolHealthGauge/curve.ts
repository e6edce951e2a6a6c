// A line through values over time, as an SVG path in a square of 100 by 100.

export interface CurvePoint {
  readonly slot: bigint;
  /** null: not known, where the line breaks. */
  readonly value: bigint | null;
}

export interface Curve {
  readonly line: string;
  /** Points between two breaks, of which a line shows nothing. */
  readonly dots: string;
  /** Of the known points. */
  readonly first: number;
  readonly last: number;
  readonly low: number;
  readonly high: number;
}

const SIZE = 100;
/** Hundredths of the square's side are too coarse for a wide page. */
const STEPS = 100_000n;

/** Places as indices of `points`, oldest first; null where no value is known. */
export function curveOf(points: readonly CurvePoint[]): Curve | null {
  const valueAt = (at: number) => points[at]?.value as bigint;
  const known = points.flatMap(({ value }, at) => (value === null ? [] : [at]));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  const low = known.reduce((lowest, at) => (valueAt(at) < valueAt(lowest) ? at : lowest));
  const high = known.reduce((highest, at) => (valueAt(at) > valueAt(highest) ? at : highest));

  const start = (points[0] as CurvePoint).slot;
  const x = scale(start, (points.at(-1) as CurvePoint).slot);
  const y = scale(valueAt(low), valueAt(high));
  const isKnown = (at: number) => points[at] !== undefined && points[at].value !== null;
  const place = (at: number) => `${x((points[at] as CurvePoint).slot)} ${SIZE - y(valueAt(at))}`;
  const alone = (at: number) => !isKnown(at - 1) && !isKnown(at + 1);
  return {
    line: known
      .filter((at) => !alone(at))
      .map((at) => `${isKnown(at - 1) ? 'L' : 'M'}${place(at)}`)
      .join(''),
    // A line of no length has round ends.
    dots: known
      .filter(alone)
      .map((at) => `M${place(at)}h0`)
      .join(''),
    first,
    last,
    low,
    high,
  };
}

/** From 0 to 100; the middle, where all is the same. */
function scale(from: bigint, to: bigint): (value: bigint) => number {
  return (value) => (to === from ? SIZE / 2 : (Number(((value - from) * STEPS) / (to - from)) * SIZE) / Number(STEPS));
}
