// How a price gets from one moment to the next: a Brownian bridge, which wanders as freely as its volatility says and
// ends exactly where it has to.
import type { Dice } from './random.ts';

const PPM = 1_000_000n;
const THOUSAND = 1_000n;

/** The price after each of so many equal steps; the last is `to`. `volatility` in ppm, of the whole way. */
export function bridge(
  from: bigint,
  to: bigint,
  steps: number,
  volatility: bigint,
  dice: Dice,
  name: string,
): bigint[] {
  let walked = 0n;
  const walk = Array.from({ length: steps }, (_, step) => {
    walked += dice.normal(`${name}/${step}`);
    return walked;
  });
  const whole = BigInt(steps);
  const spread = (from * volatility) / PPM;
  const root = BigInt(Math.round(Math.sqrt(steps) * Number(THOUSAND)));
  return walk.map((there, index) => {
    const step = BigInt(index + 1);
    const astray = there - (walked * step) / whole;
    const price = from + ((to - from) * step) / whole + (spread * astray * THOUSAND) / (root * PPM);
    return price > 0n ? price : 1n;
  });
}
