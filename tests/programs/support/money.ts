// USDC between a person's notation and the chain's atoms.
const DECIMALS = 6;
const UNIT = 10n ** BigInt(DECIMALS);

/** `usdc(1_000)`, `usdc('0.000001')`. */
export function usdc(amount: number | string): bigint {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d{1,6}))?$/.exec(String(amount)) ?? [];
  if (whole === undefined) throw new Error(`${amount} is not an amount of USDC`);
  return BigInt(whole) * UNIT + BigInt(fraction.padEnd(DECIMALS, '0'));
}

/** At least two decimals, then as many as matter. */
export function formatUsdc(atoms: bigint): string {
  const size = atoms < 0n ? -atoms : atoms;
  const whole = (size / UNIT).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = (size % UNIT).toString().padStart(DECIMALS, '0');
  return `${atoms < 0n ? '-' : ''}${whole}.${fraction.replace(/0{1,4}$/, '')}`;
}
