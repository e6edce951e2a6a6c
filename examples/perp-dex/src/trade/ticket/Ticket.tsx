// Where an order is made up. Typing renders this; the price renders only what depends on it.
import { useState } from 'react';
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { useMaxLeverageBps } from '../market/useMarketAccount.ts';
import { usePaperAccount } from '../paper/PaperProvider.tsx';
import { ONCE, type Terms } from '../paper/positions.ts';
import { useTradeWords } from '../useTradeWords.ts';
import { LeverageSlider } from './LeverageSlider.tsx';
import { OrderButtons } from './OrderButtons.tsx';
import { OrderTerms } from './OrderTerms.tsx';
import { readEntry, termsOf } from './order.ts';
import { SizeField } from './SizeField.tsx';
import './ticket.css';

const USUAL_LEVERAGE = 5n * ONCE;

export function Ticket({ market }: { readonly market: Market }) {
  const w = useTradeWords();
  const { locale } = useFigures();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(USUAL_LEVERAGE);
  const [asked, setAsked] = useState(false);
  const cash = usePaperAccount((account) => account.cash);
  const maxLeverageBps = useMaxLeverageBps(market) ?? ONCE;
  const terms = termsOf(market, maxLeverageBps);
  const leverageBps = allowed(wanted, terms);
  const entry = readEntry({ text, leverageBps, locale }, market, { cash }, terms);
  // An empty field is no mistake until somebody orders with it.
  const isWrong = !entry.ok && (asked || entry.reason !== 'empty');

  return (
    <section className="panel ticket" aria-labelledby="ticket-name">
      <header className="panel-head">
        <h2 id="ticket-name">{w.ticket}</h2>
        <span className="tag">{w.paper}</span>
      </header>
      <form onSubmit={(event) => event.preventDefault()}>
        <SizeField
          market={market}
          text={text}
          onText={setText}
          cash={cash}
          leverageBps={leverageBps}
          terms={terms}
          wrong={isWrong ? entry : null}
        />
        <LeverageSlider leverageBps={leverageBps} maxLeverageBps={maxLeverageBps} onLeverage={setWanted} />
        <OrderTerms market={market} order={('order' in entry && entry.order) || null} terms={terms} />
        <OrderButtons
          market={market}
          entry={entry}
          terms={terms}
          onRefused={() => setAsked(true)}
          onOpened={() => {
            setText('');
            setAsked(false);
          }}
        />
      </form>
      <p className="panel-note">{w.paperExplained}</p>
    </section>
  );
}

function allowed(wanted: bigint, { maxLeverageBps }: Terms): bigint {
  if (wanted > maxLeverageBps) return maxLeverageBps;
  return wanted;
}
