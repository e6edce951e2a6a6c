// A paper account as text, for the browser to keep. What is read back was anybody's to change: it is believed only
// where it is whole, of this market and wallet, and could have come about.
import type { Account, PastPosition, Position } from './positions.ts';

/** Raised whenever an older text would be misread. */
const VERSION = 1;

/** Whose account it is. */
export interface Owner {
  readonly market: string;
  /** Null without a wallet. */
  readonly wallet: string | null;
}

export const keyOf = ({ market, wallet }: Owner): string => `paper.${market}.${wallet ?? 'no-wallet'}`;

export const writeRecord = (owner: Owner, account: Account): string =>
  JSON.stringify({ version: VERSION, ...owner, account }, (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );

/** Null where it is not an account of this owner. */
export function readRecord(owner: Owner, text: string): Account | null {
  try {
    const { version, market, wallet, account } = object(JSON.parse(text));
    if (version !== VERSION || market !== owner.market || wallet !== owner.wallet) return null;
    return readAccount(object(account));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Damaged) return null;
    throw error;
  }
}

class Damaged extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function readAccount(from: Fields): Account {
  const account: Account = {
    cash: natural(from.cash),
    fundingIndex: integer(from.fundingIndex),
    fundedUntil: natural(from.fundedUntil),
    nextId: count(from.nextId),
    positions: list(from.positions).map(readPosition),
    past: list(from.past).map(readPast),
  };
  const ids = [...account.positions, ...account.past].map(({ id }) => id);
  if (new Set(ids).size < ids.length || ids.some((id) => id >= account.nextId)) throw new Damaged();
  return account;
}

const readPosition = (from: Fields): Position => ({
  id: count(from.id),
  side: oneOf(from.side, ['long', 'short']),
  size: positive(from.size),
  entry: positive(from.entry),
  margin: positive(from.margin),
  maintenance: natural(from.maintenance),
  fee: natural(from.fee),
  fundingIndex: integer(from.fundingIndex),
});

const readPast = (from: Fields): PastPosition => ({
  ...readPosition(from),
  end: oneOf(from.end, ['closed', 'liquidated']),
  exit: positive(from.exit),
  endedAt: natural(from.endedAt),
  result: integer(from.result),
  beyondMargin: natural(from.beyondMargin),
});

function object(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Damaged();
  return value as Fields;
}

function list(value: unknown): readonly Fields[] {
  if (!Array.isArray(value)) throw new Damaged();
  return value.map(object);
}

function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word {
  const word = words.find((one) => one === value);
  if (word === undefined) throw new Damaged();
  return word;
}

function count(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 1) throw new Damaged();
  return value as number;
}

/** Written as text; forty digits are more than any sum here has. */
function integer(value: unknown): bigint {
  if (typeof value !== 'string' || !/^(?:0|-?[1-9]\d{0,39})$/.test(value)) throw new Damaged();
  return BigInt(value);
}

const atLeast = (least: bigint) => (value: unknown) => {
  const read = integer(value);
  if (read < least) throw new Damaged();
  return read;
};
const natural = atLeast(0n);
const positive = atLeast(1n);
