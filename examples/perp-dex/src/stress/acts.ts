// What each button does, and what it then says. A sentence is made when it is shown: the language can change after it.
import { fetchInsolvencyRecord } from '@percosec/sdk';
import { control } from '../cluster.ts';
import type { Market } from '../markets/market.ts';
import { shortAddress } from '../short-address.ts';
import { CannotBeDone } from './failure.ts';
import type { Figures } from './figures.ts';
import { NOW, readStanding, rpc, type Standing } from './standing.ts';
import type { StressWords } from './words.ts';

export type Told = (words: StressWords, figures: Figures) => string;

/** What of the chain's life goes on by itself. */
export interface Life {
  readonly market: boolean;
  readonly keeper: boolean;
}

const FUNDS = 10_000n;

async function standingOf(market: Market): Promise<Standing> {
  const standing = await readStanding(market);
  if (standing === null) throw new CannotBeDone('notRead');
  return standing;
}

export async function crash({ market, symbol }: Market, percent: number): Promise<Told> {
  const { price } = await control<{ price: string }>('percosec_crash', market, percent * 100);
  return (words, { count, price: written }) => words.crashed(symbol, count(percent), written(BigInt(price)));
}

export async function lose({ market, symbol }: Market, deficit: bigint, absorbed: bigint): Promise<Told> {
  const loss = { deficit: deficit.toString(), absorbed: absorbed.toString() };
  const { openDeficit } = await control<{ openDeficit: string }>('percosec_lose', market, loss);
  return (words, { money }) => words.lost(symbol, money(deficit), money(absorbed), money(BigInt(openDeficit)));
}

export async function report(market: Market): Promise<Told> {
  const { claims, pool } = await standingOf(market);
  const { signature } = await control<{ signature: string | null }>('percosec_report', market.market);
  const { symbol } = market;
  if (signature === null) return (words) => words.nothingOpen(symbol);
  const { value: record } = await fetchInsolvencyRecord(rpc, market.market, claims?.sequence ?? 0n, NOW);
  if (record === null) return (words, { money }) => words.noClaim(symbol, money(pool.insolvencyThreshold));
  const { deficitAmount, coveredAmount, queuedAmount, uncoveredAmount } = record;
  return (words, { money }) =>
    words.reported(symbol, money(deficitAmount), money(coveredAmount + queuedAmount), money(uncoveredAmount));
}

export async function settle(market: Market): Promise<Told> {
  const before = await standingOf(market);
  const { signatures } = await control<{ signatures: readonly string[] }>('percosec_settle', market.market);
  if (signatures.length === 0) return (words) => words.nothingDue(market.symbol);
  const after = await standingOf(market);
  const premium = after.pool.cumulativePremiums - before.pool.cumulativePremiums;
  return (words, { money }) => words.settled(market.symbol, money(premium));
}

async function epochsOn(market: Market, count: number): Promise<bigint> {
  await control('percosec_warpEpochs', market.market, count);
  return (await standingOf(market)).view.epoch;
}

export async function nextEpoch(market: Market): Promise<Told> {
  const epoch = await epochsOn(market, 1);
  return (words, { count }) => words.epochBegan(market.symbol, count(epoch));
}

/** Past the lock of what is deposited now. */
export async function unlock(market: Market): Promise<Told> {
  const { lockEpochs } = (await standingOf(market)).pool;
  const epoch = await epochsOn(market, lockEpochs);
  return (words, { count }) => words.unlocked(market.symbol, count(lockEpochs), count(epoch));
}

export async function fund({ decimals }: Market, wallet: string | undefined): Promise<Told> {
  if (wallet === undefined) throw new CannotBeDone('noWallet');
  const atoms = FUNDS * 10n ** BigInt(decimals);
  await control('percosec_fund', wallet, atoms.toString());
  return (words, { money }) => words.funded(money(atoms), shortAddress(wallet));
}

export async function setLife(life: Partial<Life>): Promise<Told> {
  await control<Life>('percosec_setLife', life);
  const { keeper, market } = life;
  if (keeper !== undefined) return (words) => (keeper ? words.keeperOn : words.keeperOff);
  return (words) => (market ? words.marketOn : words.marketOff);
}
