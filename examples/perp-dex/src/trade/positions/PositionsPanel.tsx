// What is open, and what became of what was.
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { OPENING_CASH, usePaper, usePaperAccount, usePaperDropped } from '../paper/PaperProvider.tsx';
import { newAccount } from '../paper/positions.ts';
import { useTradeWords } from '../useTradeWords.ts';
import { LiquidationNotice } from './LiquidationNotice.tsx';
import { OpenPositions } from './OpenPositions.tsx';
import { PastPositions } from './PastPositions.tsx';
import './positions.css';

interface Props {
  readonly market: Market;
}

export function PositionsPanel({ market }: Props) {
  const w = useTradeWords();
  const { key } = usePaper();
  const dropped = usePaperDropped();
  return (
    <section className="panel positions" aria-labelledby="positions-name">
      <header className="panel-head">
        <h2 id="positions-name">{w.positions}</h2>
        <StartOver market={market} />
      </header>
      {dropped && (
        <p className="positions-dropped" role="status">
          {w.dropped}
        </p>
      )}
      <OpenPositions market={market} />
      <LiquidationNotice key={key} market={market} />
      <PastPositions market={market} />
    </section>
  );
}

function StartOver({ market: { decimals, tokenSymbol } }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const paper = usePaper();
  const isFresh = usePaperAccount(({ positions, past }) => positions.length + past.length === 0);
  if (isFresh) return null;
  const cash = OPENING_CASH * 10n ** BigInt(decimals);
  return (
    <button
      type="button"
      className="quiet"
      title={w.startOverExplained(`${figures.whole(cash, decimals)} ${tokenSymbol}`)}
      // No number is given twice: what is new is known by it.
      onClick={() => paper.update(({ nextId }) => ({ ...newAccount(cash), nextId }))}
    >
      {w.startOver}
    </button>
  );
}
