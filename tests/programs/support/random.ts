// Numbers that look random and are the same in every run.
import { createHash } from 'node:crypto';

export function randomOf(seed: string) {
  let drawn = 0;
  const draw = () => createHash('sha256').update(`${seed}/${drawn++}`).digest().readBigUInt64LE();
  /** Both ends included. */
  const between = (low: bigint, high: bigint) => low + (draw() % (high - low + 1n));
  const pick = <T>(values: readonly T[]): T => values[Number(draw() % BigInt(values.length))] as T;
  return { between, pick };
}
