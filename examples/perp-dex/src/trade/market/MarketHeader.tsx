// The market at a glance. Each figure renders by itself: the price changes every second, the rest rarely.
import type { ReactNode } from 'react';
import { MarketBadge } from '../../insurance/index.tsx';
import { useCandles } from '../../market-data/useCandles.ts';
import { usePrice } from '../../market-data/usePrice.ts';
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { Leverage } from '../Leverage.tsx';
import { Unknown } from '../Unknown.tsx';
import { useTradeWords } from '../useTradeWords.ts';
import { dayChangeBps } from './dayChange.ts';
import { useMarketAccount, useMaxLeverageBps } from './useMarketAccount.ts';
import './market.css';

interface Props {
  readonly market: Market;
}

export function MarketHeader({ market }: Props) {
  const w = useTradeWords();
  return (
    <header className="market-head">
      <div className="market-name">
        <h1>{market.symbol}</h1>
        <MarketBadge market={market} />
      </div>
      <dl aria-label={w.figures}>
        <Stat name={w.price}>
          <LivePrice market={market} />
        </Stat>
        <Stat name={w.dayChange}>
          <DayChange market={market} />
        </Stat>
        <Stat name={w.funding}>
          <FundingRate market={market} />
        </Stat>
        <Stat name={w.openInterest}>
          <OpenInterest market={market} />
        </Stat>
        <Stat name={w.maxLeverage}>
          <MaxLeverage market={market} />
        </Stat>
      </dl>
    </header>
  );
}

const Stat = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function LivePrice({ market }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const { price, stale, publishTime } = usePrice(market);
  if (price === undefined) return <Unknown reason={market.oracle === undefined ? w.noOracle : undefined} />;
  if (!stale) return <strong className="live-price">{figures.price(price)}</strong>;
  return (
    <strong className="live-price" data-stale title={w.stalePrice(figures.time(BigInt(publishTime ?? 0)))}>
      {figures.price(price)} <small>{w.stale}</small>
    </strong>
  );
}

const HOUR = 3_600;

function DayChange({ market }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const { price, publishTime } = usePrice(market);
  const { candles } = useCandles(market, HOUR);
  const bps =
    candles && price !== undefined && publishTime !== undefined ? dayChangeBps(candles, price, publishTime) : null;
  if (bps === null) return <Unknown reason={candles === undefined ? undefined : w.noDayChange} />;
  return <span data-trend={trendOf(bps)}>{figures.percentChange(bps)}</span>;
}

const trendOf = (value: bigint) => (value > 0n ? 'up' : value < 0n ? 'down' : undefined);

function FundingRate({ market }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const ppm = useMarketAccount(market, ({ fundingRatePpm }) => fundingRatePpm);
  if (ppm === undefined) return <Unknown />;
  return <span title={ppm === 0n ? undefined : ppm > 0n ? w.longsPay : w.shortsPay}>{figures.rate(ppm)}</span>;
}

function OpenInterest({ market }: Props) {
  const figures = useFigures();
  const openInterest = useMarketAccount(market, (account) => account.openInterest);
  if (openInterest === undefined) return <Unknown />;
  return (
    <span title={figures.exact(openInterest, market.decimals)}>
      {figures.whole(openInterest, market.decimals)} <small>{market.tokenSymbol}</small>
    </span>
  );
}

function MaxLeverage({ market }: Props) {
  const bps = useMaxLeverageBps(market);
  return bps == null ? <Unknown /> : <Leverage bps={bps} />;
}
