// The buttons, and what each is told.
import { parseAmount } from '@percosec/sdk/math';
import { useWallet } from '@solana/wallet-adapter-react';
import { type ReactNode, useId, useState } from 'react';
import type { Market } from '../markets/market.ts';
import { usePreferences } from '../preferences.tsx';
import { useWords } from '../words/useWords.ts';
import { crash, fund, type Life, lose, nextEpoch, report, setLife, settle, type Told, unlock } from './acts.ts';
import { CannotBeDone } from './failure.ts';
import type { Figures } from './figures.ts';
import type { ActName, Acts } from './useActs.ts';
import { words } from './words.ts';

const DEPTHS = [5, 10, 20, 30, 50, 70, 90];
const DEPTH = 30;
const LOSS = '120,000';
/** Of a loss, the market's own margin bears a sixth: 20,000 of 120,000. */
const absorbedOf = (loss: bigint) => loss / 6n;

interface Props {
  readonly market: Market;
  readonly life: Life;
  readonly acts: Acts;
  readonly figures: Figures;
}

export function Controls({ market, life, acts, figures }: Props) {
  const id = useId();
  const w = useWords(words);
  const { language } = usePreferences();
  const { publicKey } = useWallet();
  const [depth, setDepth] = useState(DEPTH);
  const [typed, setTyped] = useState(LOSS);

  const parsed = parseAmount(typed, market.decimals, { locale: language, symbol: market.tokenSymbol });
  const loss = parsed.ok && parsed.atoms > 0n ? parsed.atoms : null;

  const button = (name: ActName, label: ReactNode, act: () => Promise<Told>) => (
    <button
      type="button"
      aria-disabled={acts.busy !== null}
      aria-busy={acts.busy === name}
      onClick={() => acts.run(name, act)}
    >
      {label}
    </button>
  );
  const lifeSwitch = (name: keyof Life) => (
    <label className="stress-switch">
      <input
        type="checkbox"
        role="switch"
        checked={life[name]}
        aria-checked={life[name]}
        aria-busy={acts.busy === name}
        onChange={() => acts.run(name, () => setLife({ [name]: !life[name] }))}
      />
      {w[name]}
    </label>
  );
  return (
    <div className="stress-controls">
      <div className="stress-group">
        <label htmlFor={`${id}depth`}>{w.depth}</label>
        <select id={`${id}depth`} value={depth} onChange={(event) => setDepth(Number(event.target.value))}>
          {DEPTHS.map((one) => (
            <option key={one} value={one}>
              {w.depthOf(figures.count(one))}
            </option>
          ))}
        </select>
        {button('crash', w.crash, () => crash(market, depth))}
      </div>
      <div className="stress-group">
        <label htmlFor={`${id}loss`}>{w.loss}</label>
        <input
          id={`${id}loss`}
          inputMode="decimal"
          autoComplete="off"
          size={10}
          value={typed}
          aria-invalid={loss === null}
          aria-describedby={`${id}absorbs`}
          onChange={(event) => setTyped(event.target.value)}
        />
        {button('lose', w.lose, async () => {
          if (loss === null) throw new CannotBeDone('noAmount');
          return lose(market, loss, absorbedOf(loss));
        })}
        <small id={`${id}absorbs`}>{loss === null ? '—' : w.absorbs(figures.money(absorbedOf(loss)))}</small>
      </div>
      <div className="stress-group">
        {button('report', w.report, () => report(market))}
        {button('settle', w.settle, () => settle(market))}
      </div>
      <div className="stress-group">
        {button('nextEpoch', w.nextEpoch, () => nextEpoch(market))}
        {button('unlock', w.unlock, () => unlock(market))}
        {button('fund', w.fund, () => fund(market, publicKey?.toBase58()))}
      </div>
      <div className="stress-group">
        {lifeSwitch('keeper')}
        {lifeSwitch('market')}
      </div>
    </div>
  );
}
