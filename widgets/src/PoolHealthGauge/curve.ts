// A line through values over time, as SVG polylines in a square of 100 by 100.

export interface CurvePoint {
  readonly slot: bigint;
  /** null: not known, where the line breaks. */
  readonly value: bigint | null;
}

export interface Curve {
  /** The points of a polyline for each run of known values. */
  readonly lines: readonly string[];
  /** Of known values between two breaks: a line of no length, whose round ends are a dot. */
  readonly dots: readonly string[];
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
  const place = (at: number) => `${x((points[at] as CurvePoint).slot)},${SIZE - y(valueAt(at))}`;
  const runs: string[][] = [];
  for (const at of known) {
    if (isKnown(at - 1)) runs.at(-1)?.push(place(at));
    else runs.push([place(at)]);
  }
  return {
    lines: runs.filter(({ length }) => length > 1).map((run) => run.join(' ')),
    dots: runs.filter(({ length }) => length === 1).map(([only]) => `${only} ${only}`),
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
