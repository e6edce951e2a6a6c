// For clusters that don't list their markets: whoever knows the address of one can open it.
import { PercosecError } from '@percosec/sdk';
import { type FormEvent, useState } from 'react';
import { useWords } from '../words/useWords.ts';
import { rememberMarket, useMarkets } from './useMarkets.ts';
import { words } from './words.ts';

export function AddMarket() {
  const w = useWords(words);
  const { retry } = useMarkets();
  const [problem, setProblem] = useState<string | null>(null);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const market = String(new FormData(event.currentTarget).get('market')).trim();
    setProblem(null);
    try {
      const { readMarket } = await import('./pools.ts');
      if ((await readMarket(market)) === null) return setProblem(w.noPool);
      rememberMarket(market);
      retry();
    } catch (error) {
      const isNoAddress = error instanceof PercosecError && error.code === 'InvalidAddress';
      setProblem(isNoAddress ? w.noAddress : (error as Error).message);
    }
  }

  return (
    <form className="add-market" onSubmit={add}>
      <label htmlFor="market">{w.address}</label>
      <input
        id="market"
        name="market"
        required
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        aria-describedby="market-problem"
      />
      <button type="submit" className="primary">
        {w.open}
      </button>
      <p id="market-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
