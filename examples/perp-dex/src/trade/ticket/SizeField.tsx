// How much, and what is wrong with it.
import { decimalText, formatAmount } from '@percosec/sdk/math';
import { useId } from 'react';
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { costs, largestSize, type Terms } from '../paper/positions.ts';
import { useTradeWords } from '../useTradeWords.ts';
import type { Entry } from './order.ts';

interface Props {
  readonly market: Market;
  readonly text: string;
  onText(text: string): void;
  readonly cash: bigint;
  readonly leverageBps: bigint;
  readonly terms: Terms;
  readonly wrong: Extract<Entry, { ok: false }> | null;
}

const PARTS = [25n, 50n, 75n, 100n];

export function SizeField({ market, text, onText, cash, leverageBps, terms, wrong }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const id = useId();
  const { decimals, tokenSymbol } = market;
  const part = (percent: bigint) => {
    const cent = 10n ** BigInt(Math.max(decimals - 2, 0));
    const size = (largestSize(cash, leverageBps) * percent) / 100n;
    // Cents are enough to buy with.
    onText(formatAmount(size - (size % cent), decimals, { locale: figures.locale, exact: true, grouping: false }));
  };
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{w.size}</label>
        <span>
          {w.buyingPower} <b title={decimalText(cash, decimals)}>{figures.money(cash, decimals)}</b>{' '}
          <small>{tokenSymbol}</small>
        </span>
      </div>
      <div className="field-box" data-wrong={wrong !== null || undefined}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          placeholder={figures.money(0n, decimals)}
          value={text}
          onChange={(event) => onText(event.target.value)}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-wrong`}
        />
        <span aria-hidden="true">{tokenSymbol}</span>
      </div>
      <div className="parts">
        {PARTS.map((percent) => {
          const share = figures.share(percent);
          return (
            <button key={share} type="button" aria-label={w.sizeOf(share)} onClick={() => part(percent)}>
              {share}
            </button>
          );
        })}
      </div>
      <p className="field-wrong" id={`${id}-wrong`} aria-live="polite">
        <Wrong wrong={wrong} market={market} cash={cash} terms={terms} />
      </p>
    </div>
  );
}

function Wrong({ wrong, market, cash, terms }: Pick<Props, 'wrong' | 'market' | 'cash' | 'terms'>) {
  const w = useTradeWords();
  const figures = useFigures();
  const money = (atoms: bigint) => `${figures.money(atoms, market.decimals)} ${market.tokenSymbol}`;
  if (wrong === null) return null;
  if (wrong.reason === 'too-small') return w.tooSmall(money(terms.minSize));
  if (wrong.reason === 'buying-power' && wrong.order)
    return w.tooMuch(money(costs(wrong.order, terms).required), money(cash));
  return w.refused[wrong.reason];
}
