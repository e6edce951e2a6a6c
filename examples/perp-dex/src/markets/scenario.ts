// What a localnet says of its markets. Any RPC can answer to that name: it is believed only where it is markets.
import { address } from '@percosec/sdk';
import type { Market } from './market.ts';

/** It answered something else than markets, which no page can show. */
export class NoScenario extends Error {
  constructor(what: string) {
    super(`The cluster's list of markets can't be read: ${what}.`);
    this.name = 'NoScenario';
  }
}

/** Short, and in letters that read in one direction and lead nowhere else in an address. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;
/** More than any token has, and no more than figures are written with. */
const MOST_DECIMALS = 18;
const MOST_MARKETS = 200;

export function marketsOf(scenario: unknown): readonly Market[] {
  const { mint, markets } = fields(scenario, 'it');
  const token = fields(mint, 'its mint');
  const shared = {
    token: account(token.address, 'its mint'),
    decimals: whole(token.decimals, 0, MOST_DECIMALS, 'its mint’s decimals'),
    tokenSymbol: name(token.symbol, 'its mint’s symbol'),
  };
  if (!Array.isArray(markets) || markets.length > MOST_MARKETS)
    throw new NoScenario(`it has no list of at most ${MOST_MARKETS} markets`);
  const read = markets.map((one): Market => {
    const { symbol, market, oracle, epochSlots } = fields(one, 'a market');
    return {
      ...shared,
      symbol: name(symbol, 'a market’s symbol'),
      market: account(market, 'a market'),
      oracle: account(oracle, 'a market’s oracle'),
      epochSlots: whole(epochSlots, 1, Number.MAX_SAFE_INTEGER, 'the length of an epoch'),
    };
  });
  // Pages are found by it.
  if (new Set(read.map(({ symbol }) => symbol)).size < read.length) throw new NoScenario('two markets have one symbol');
  return read;
}

function fields(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new NoScenario(`${what} is no object`);
  return value as Readonly<Record<string, unknown>>;
}

function name(value: unknown, what: string): string {
  if (typeof value !== 'string' || !NAME.test(value)) throw new NoScenario(`${what} is no short name`);
  return value;
}

function account(value: unknown, what: string): string {
  try {
    return address(value as string);
  } catch {
    throw new NoScenario(`${what} has no address`);
  }
}

function whole(value: unknown, least: number, most: number, what: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
    throw new NoScenario(`${what} is no whole number from ${least} to ${most}`);
  return value as number;
}
