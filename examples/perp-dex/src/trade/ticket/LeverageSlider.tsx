import { useId } from 'react';
import { useFigures } from '../figures.ts';
import { Leverage } from '../Leverage.tsx';
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
        <b>
          <Leverage bps={leverageBps} />
        </b>
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
        <Leverage bps={ONCE} />
        <Leverage bps={maxLeverageBps} />
      </div>
    </div>
  );
}
