// What a market's insurance is set to, for good: read from the options and held to the protocol's rules before anything
// is sent, so that a mistake is told by its name and by its reason.
import { parseAmount } from '@percosec/sdk/math';
import type { Given, Option } from '../command.ts';
import { type Failure, misuse } from '../failure.ts';

const SLOTS_PER_DAY = 216_000n;
const SLOTS_PER_YEAR = 78_894_000n;
const U32_MAX = 4_294_967_295n;
const U64_MAX = 18_446_744_073_709_551_615n;

export interface Settings {
  readonly pool: {
    readonly minReserveBps: number;
    readonly insolvencyThreshold: bigint;
    readonly epochDuration: bigint;
    readonly lockEpochs: number;
    readonly cooldownEpochs: number;
    readonly windowEpochs: number;
    readonly claimCapBps: number;
    readonly coverBps: number;
  };
  readonly config: {
    readonly oracleFeed: Uint8Array;
    readonly maxLeverageBps: bigint;
    readonly minCoverBps: number;
    readonly maxOracleAgeSecs: number;
  };
  readonly premium: { readonly epochDuration: bigint; readonly protocolFeeBps: number; readonly keeperFee: bigint };
}

export const SETTINGS: readonly Option[] = [
  {
    name: 'min-reserve-bps',
    value: 'BPS',
    help: 'what of the pool may not leave in an epoch, 0 to 5000',
    required: true,
  },
  { name: 'insolvency-threshold', value: 'AMOUNT', help: 'a deficit must be above this to be a claim', required: true },
  { name: 'epoch-duration', value: 'SLOTS', help: 'an epoch, at least 1; a slot is about 400 ms', required: true },
  {
    name: 'lock-epochs',
    value: 'EPOCHS',
    help: 'how long a deposit stays',
    fallback: "default: 7 days' worth, at least 2 less the cooldown",
  },
  {
    name: 'cooldown-epochs',
    value: 'EPOCHS',
    help: 'between the request of a withdrawal and it',
    fallback: 'default: 0, no requests',
  },
  {
    name: 'window-epochs',
    value: 'EPOCHS',
    help: 'how long a requested withdrawal may be taken',
    fallback: "default: 1 day's worth",
  },
  {
    name: 'claim-cap-bps',
    value: 'BPS',
    help: 'what of the pool claims may take in an epoch, 1 to 10000',
    fallback: 'default: 10000, no cap',
  },
  {
    name: 'cover-bps',
    value: 'BPS',
    help: 'what of the open interest counts as used cover, 0 to 10000',
    fallback: 'default: 1000',
  },
  { name: 'oracle-feed', value: 'HEX', help: 'the Pyth feed whose price is followed, 64 hex digits', required: true },
  {
    name: 'max-leverage-bps',
    value: 'BPS',
    help: "the market's highest leverage, at least 10000, which is 1×",
    required: true,
  },
  {
    name: 'min-cover-bps',
    value: 'BPS',
    help: 'what of the open interest the pool must hold to activate, 0 to 10000',
    required: true,
  },
  { name: 'max-oracle-age', value: 'SECONDS', help: 'how old a price may be, 1 to 3600', required: true },
  {
    name: 'protocol-fee-bps',
    value: 'BPS',
    help: 'what of the premium goes to the treasury, 0 to 2000',
    fallback: 'default: 500',
  },
  {
    name: 'keeper-fee',
    value: 'AMOUNT',
    help: 'what a keeper earns by an instruction, 1 to 1000000 atoms',
    fallback: 'default: 5000 atoms, which is 0.005 USDC',
  },
];

interface Range {
  readonly least: bigint;
  readonly most: bigint;
}

const illegal = (name: string, text: string, rule: string): Failure =>
  misuse(
    `--${name} ${text} breaks a rule of the protocol (InvalidParameter): it is ${rule}.`,
    'Give a value the rule allows.',
  );

const ruleOf = ({ least, most }: Range) =>
  most >= U32_MAX ? `a whole number of at least ${least}` : `a whole number from ${least} to ${most}`;

function whole(given: Given, name: string, range: Range, fallback = 0n): bigint {
  const text = given.text(name);
  if (text === undefined) return fallback;
  const value = /^\d{1,20}$/.test(text) ? BigInt(text) : -1n;
  if (value < range.least || value > range.most) throw illegal(name, text, ruleOf(range));
  return value;
}

const small = (given: Given, name: string, least: number, most: number, fallback = 0) =>
  Number(whole(given, name, { least: BigInt(least), most: BigInt(most) }, BigInt(fallback)));

const epochs = (given: Given, name: string, least: bigint, fallback = 0n) =>
  whole(given, name, { least, most: U32_MAX }, fallback);

function amount(given: Given, name: string, decimals: number): bigint | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  // One notation in scripts and on every machine, whatever its language.
  const parsed = parseAmount(text, decimals, { locale: 'en', symbol: '' });
  if (parsed.ok) return parsed.atoms;
  throw misuse(
    `--${name} ${text} is no amount of a token with ${decimals} decimals (${parsed.reason}).`,
    'Write it like 50000 or 0.005.',
  );
}

function feed(given: Given): Uint8Array {
  const text = given.text('oracle-feed') ?? '';
  const [, hex] = text.match(/^(?:0x)?([0-9a-f]{64})$/i) ?? [];
  if (hex === undefined)
    throw misuse(`--oracle-feed ${text} is no Pyth feed id.`, 'Give its 64 hex digits, with or without 0x.');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

const ceilDivide = (a: bigint, b: bigint) => (a + b - 1n) / b;
const larger = (a: bigint, b: bigint) => (a > b ? a : b);

export function readSettings(given: Given, decimals: number): Settings {
  const epochDuration = whole(given, 'epoch-duration', { least: 1n, most: U64_MAX });
  const cooldown = epochs(given, 'cooldown-epochs', 0n);
  const weeks = ceilDivide(7n * SLOTS_PER_DAY, epochDuration);
  const lock = epochs(given, 'lock-epochs', 1n, larger(weeks, 2n - cooldown));
  const window = epochs(given, 'window-epochs', 1n, ceilDivide(SLOTS_PER_DAY, epochDuration));
  if (lock + cooldown < 2n) {
    throw illegal(
      'lock-epochs',
      `${lock} with --cooldown-epochs ${cooldown}`,
      'at least 2 together, so that nobody comes and goes around a claim',
    );
  }
  const held = epochDuration * (lock + cooldown + window);
  if (held > SLOTS_PER_YEAR) {
    throw illegal(
      'epoch-duration',
      `${epochDuration} times ${lock + cooldown + window} epochs of lock, cooldown and window`,
      `at most a year, ${SLOTS_PER_YEAR} slots`,
    );
  }

  const keeperFee = amount(given, 'keeper-fee', decimals) ?? 5_000n;
  if (keeperFee < 1n || keeperFee > 1_000_000n) {
    throw illegal(
      'keeper-fee',
      given.text('keeper-fee') ?? '',
      'from 1 to 1000000 of the smallest units of the collateral',
    );
  }

  return {
    pool: {
      minReserveBps: small(given, 'min-reserve-bps', 0, 5_000),
      insolvencyThreshold: amount(given, 'insolvency-threshold', decimals) ?? 0n,
      epochDuration,
      lockEpochs: Number(lock),
      cooldownEpochs: Number(cooldown),
      windowEpochs: Number(window),
      claimCapBps: small(given, 'claim-cap-bps', 1, 10_000, 10_000),
      coverBps: small(given, 'cover-bps', 0, 10_000, 1_000),
    },
    config: {
      oracleFeed: feed(given),
      maxLeverageBps: whole(given, 'max-leverage-bps', { least: 10_000n, most: U64_MAX }),
      minCoverBps: small(given, 'min-cover-bps', 0, 10_000),
      maxOracleAgeSecs: small(given, 'max-oracle-age', 1, 3_600),
    },
    premium: {
      epochDuration,
      protocolFeeBps: small(given, 'protocol-fee-bps', 0, 2_000, 500),
      keeperFee,
    },
  };
}
