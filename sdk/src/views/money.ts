// Money between a person's notation and the chain's atoms: the one place that parses and formats it. Exact: no figure
// is ever a float; Intl is given decimal text.
import { invalidArgument } from '../error.ts';
import { U64_MAX } from '../math/integer.ts';
import { APY_SATURATED_BPS } from '../math/premium.ts';

export interface LocaleOptions {
  /** A BCP 47 tag; the runtime's own by default. */
  readonly locale?: string | undefined;
}

// --- reading

export interface ParseOptions extends LocaleOptions {
  /** The collateral's symbol, which may be typed or pasted with the amount, as may a dollar sign. */
  readonly symbol?: string | undefined;
}

export type AmountRefusal =
  | 'empty'
  | 'not-a-number'
  | 'negative'
  /** `1e6`: too easily not what was meant. */
  | 'exponent'
  /** Its separators are not where this locale puts them: `1,5` may be one and a half to one and fifteen to another. */
  | 'separators'
  /** Of another currency than the pool's. */
  | 'currency'
  | 'too-many-decimals'
  /** More atoms than the chain can count. */
  | 'too-large';

export type ParsedAmount =
  | { readonly ok: true; readonly atoms: bigint }
  | { readonly ok: false; readonly reason: AmountRefusal };

const refused = (reason: AmountRefusal): ParsedAmount => ({ ok: false, reason });

/** Other marks of direction leave the digits as they are; these show 123 as 321. */
const REORDERED = /[\u202d\u202e]/;
const MINUS = '[-−–]';
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;
/** Groups of three; in India the first three and then twos. No number is grouped that begins with 0: `0,123` is not 123. */
const GROUPED = /^[1-9]\d{0,2}(?:g\d{3})+$|^[1-9]\d?(?:g\d{2})*g\d{3}$/;

/** The atoms of a text that somebody typed or pasted. */
export function parseAmount(text: string, decimals: number, options: ParseOptions = {}): ParsedAmount {
  checkDecimals(decimals);
  if (REORDERED.test(text) || isMixed(text)) return refused('not-a-number');
  const { number, negative } = bare(text, options.symbol ?? 'USDC');
  if (number === '') return refused(negative ? 'negative' : 'empty');
  if (/[\d.,](?:e[-+−]?\d|\s*[×*]\s*10)/i.test(number)) return refused('exponent');
  if (/\p{Sc}/u.test(number)) return refused('currency');

  const { decimal, group } = separatorsOf(options.locale);
  const kindOf = (char: string) => (decimal.has(char) ? 'd' : group.has(char) ? 'g' : /[.,]/.test(char) ? 's' : char);
  const marked = [...number].map(kindOf).join('');
  if (!/^[\ddgs]+$/.test(marked) || !/\d/.test(marked)) return refused('not-a-number');
  const [whole = '', fraction = '', ...more] = marked.split('d');
  const groups = new Set([...number].filter((char) => group.has(char)));
  const misplaced = whole !== '' && !/^\d+$/.test(whole) && !GROUPED.test(whole);
  if (misplaced || groups.size > 1 || /\D/.test(fraction) || more.length > 0) return refused('separators');
  if (negative) return refused('negative');

  // Up to the last digit that counts; not by /0+$/, which is slow to find that a long run of zeros is not the end.
  const cents = /^\d*[1-9]/.exec(fraction)?.[0] ?? '';
  if (cents.length > decimals) return refused('too-many-decimals');
  const units = whole.replaceAll('g', '').replace(/^0+/, '');
  // Before it becomes a number: a pasted book must not be one.
  if (units.length > 20) return refused('too-large');
  const atoms = BigInt(units + cents.padEnd(decimals, '0'));
  return atoms > U64_MAX ? refused('too-large') : { ok: true, atoms };
}

/** The number alone, in ASCII digits: without invisible marks, sign and unit. */
function bare(text: string, symbol: string): { readonly number: string; readonly negative: boolean } {
  const units = [symbol, 'US$', '$'].filter((unit) => unit !== '').map((unit) => unit.replace(SPECIAL, '\\$&'));
  const unit = `(?:${units.join('|')})?`;
  const parts = new RegExp(
    `^(\\(|${MINUS})?\\+?\\s*${unit}\\s*(${MINUS})?\\s*(.*?)\\s*${unit}\\s*(${MINUS}|\\))?$`,
    'isu',
  ).exec(tidy(text));
  const [, before, between, number = '', after] = parts ?? [];
  return { number, negative: Boolean(before || between || after) };
}

/** Digits of every script and full-width signs as ASCII, all spaces alike, one apostrophe, no marks of direction. */
const tidy = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/\s+/g, ' ')
    .replaceAll('’', "'")
    .trim();

const digitOf = (char: string): string => String((char.codePointAt(0) as number) - zeroOf(char));

/** Unicode lists the digits of each script one after another, from zero to nine. */
function zeroOf(char: string): number {
  const point = char.codePointAt(0) as number;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return point - ((point - first) % 10);
}

/** Digits of two scripts in one number: a Bengali ৪ looks like an 8, and is a 4. */
const isMixed = (text: string): boolean => new Set(text.match(/\p{Nd}/gu)?.map(zeroOf)).size > 1;

interface Separators {
  readonly decimal: ReadonlySet<string>;
  readonly group: ReadonlySet<string>;
}

/** Those of the locale's own digits and of ASCII digits; groups also by space or apostrophe, which mean nothing else. */
function separatorsOf(locale: string | undefined): Separators {
  const decimal = new Set(['٫']);
  const group = new Set(["'", ' ', '٬']);
  for (const numberingSystem of [undefined, 'latn']) {
    for (const { type, value } of numberFormat(locale, numberingSystem ? { numberingSystem } : {}).formatToParts(
      SAMPLE,
    )) {
      if (type === 'decimal') decimal.add(tidy(value));
      if (type === 'group') group.add(tidy(value) || ' ');
    }
  }
  for (const char of decimal) group.delete(char);
  return { decimal, group };
}

/** Long enough for every locale to group it. */
const SAMPLE = 1_234_567.5;

/** What parts the whole from the fraction in this locale: for a hint beside a field. */
export const decimalSeparator = (locale?: string): string =>
  numberFormat(locale, {})
    .formatToParts(SAMPLE)
    .find(({ type }) => type === 'decimal')?.value ?? '.';

// --- writing

export interface FormatOptions extends LocaleOptions {
  /** Every decimal there is: for titles and for input fields. */
  readonly exact?: boolean;
  /** At most so many decimals; otherwise as many as matter: 2, and under one unit 6. */
  readonly maximumFractionDigits?: number;
  /** Without them it is what `parseAmount` reads most easily. */
  readonly grouping?: boolean;
  readonly signDisplay?: 'auto' | 'exceptZero' | 'always' | 'never';
}

/** An amount for reading, without its unit. Cut, never rounded up: nobody is shown more than there is. */
export function formatAmount(atoms: bigint, decimals: number, options: FormatOptions = {}): string {
  checkDecimals(decimals);
  const { locale, exact = false, grouping = true, signDisplay = 'auto' } = options;
  const size = atoms < 0n ? -atoms : atoms;
  const matter = options.maximumFractionDigits ?? (size < 10n ** BigInt(decimals) ? 6 : 2);
  const digits = exact ? decimals : Math.min(matter, decimals);
  const format = numberFormat(locale, {
    useGrouping: grouping,
    signDisplay,
    minimumFractionDigits: Math.min(2, digits),
    maximumFractionDigits: digits,
    roundingMode: 'trunc',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const least = 10n ** BigInt(decimals - digits);
  if (size === 0n || size >= least) return format.format(decimalText(atoms, decimals) as Intl.StringNumericLiteral);
  // Something that is too small to be shown is not nothing.
  const bound = format.format(decimalText(atoms < 0n ? -least : least, decimals) as Intl.StringNumericLiteral);
  return `${atoms < 0n ? '>' : '<'}${THIN_SPACE}${bound}`;
}

/** An oracle's price or its confidence: `price · 10^exponent`. */
export const formatPrice = (price: bigint, exponent: number, options: FormatOptions = {}): string =>
  formatAmount(price * 10n ** BigInt(Math.max(exponent, 0)), Math.max(-exponent, 0), options);

/** Shares, for detail views. */
export const formatShares = (shares: bigint, decimals: number, options: LocaleOptions = {}): string =>
  formatAmount(shares, decimals, { ...options, maximumFractionDigits: 6 });

/** What a share costs or brings, in units of collateral. */
export const formatSharePrice = (
  price: { readonly numerator: bigint; readonly denominator: bigint },
  options: LocaleOptions = {},
): string =>
  formatAmount((price.numerator * 1_000_000n) / price.denominator, 6, { ...options, maximumFractionDigits: 6 });

/** Exactly the amount, as machines write it: `1234.5`. For the clipboard. */
export function decimalText(atoms: bigint, decimals: number): string {
  checkDecimals(decimals);
  const digits = (atoms < 0n ? -atoms : atoms).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(whole.length).replace(/0+$/, '');
  return `${atoms < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Basis points as a percentage of two decimals. */
export function formatPercent(bps: number | bigint, { locale }: LocaleOptions = {}): string {
  const format = numberFormat(locale, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const parts = format.formatToParts(`${bps}e-4` as Intl.StringNumericLiteral);
  // Where a locale puts the sign right after the figure, a thin space parts them, as it does with every unit.
  return parts
    .map(({ type, value }, at) =>
      type === 'percentSign' && at > 0 && parts[at - 1]?.type !== 'literal' ? THIN_SPACE + value : value,
    )
    .join('');
}

/** A risk score, of which 10,000 is 1: two decimals, cut, so that none looks worse than it is graded. */
export const formatScore = (bps: number | bigint, { locale }: LocaleOptions = {}): string =>
  numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, roundingMode: 'trunc' }).format(
    `${bps}e-4` as Intl.StringNumericLiteral,
  );

/** A year's yield. The chain's figure saturates: from there on it is only a bound. */
export function formatApy(bps: number | bigint, options: LocaleOptions = {}): string {
  const bound = formatPercent(bps, options);
  return bps >= APY_SATURATED_BPS ? `>${THIN_SPACE}${bound}` : bound;
}

/** Narrow, and never where a line breaks. */
const THIN_SPACE = '\u202f';

function checkDecimals(decimals: number): void {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 100) {
    throw invalidArgument('decimals', 'a whole number from 0 to 100', decimals);
  }
}

/** Making one costs a hundred times what using it does. */
const formats = /* @__PURE__ */ new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    try {
      format = new Intl.NumberFormat(locale, options);
    } catch {
      throw invalidArgument('locale', 'a BCP 47 language tag', locale);
    }
    formats.set(key, format);
  }
  return format;
}
