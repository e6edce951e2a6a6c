import { useId } from 'react';
import { useFigures } from '../figures.ts';
import { ONCE } from '../paper/positions.ts';
import { useTradeWords } from '../useTradeWords.ts';

interface Props {
  readonly leverageBps: bigint;
  readonly maxLeverageBps: bigint;
  onLeverage(bps: bigint): void;
}

/** Whole multiples up to the market's maximum. */
export function LeverageSlider({ leverageBps, maxLeverageBps, onLeverage }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const id = useId();
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{w.leverage}</label>
        <b>{figures.leverage(leverageBps)}</b>
      </div>
      <input
        id={id}
        type="range"
        min={1}
        max={Number(maxLeverageBps / ONCE)}
        value={Number(leverageBps / ONCE)}
        disabled={maxLeverageBps <= ONCE}
        aria-valuetext={figures.leverage(leverageBps)}
        onChange={(event) => onLeverage(BigInt(event.target.value) * ONCE)}
      />
      <div className="field-ends" aria-hidden="true">
        <span>{figures.leverage(ONCE)}</span>
        <span>{figures.leverage(maxLeverageBps)}</span>
      </div>
    </div>
  );
}
