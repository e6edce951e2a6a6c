import './stress.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { RPC_URL } from '../cluster.ts';
import type { Market } from '../markets/market.ts';
import { usePreferences } from '../preferences.tsx';
import { recall, remember } from '../stored.ts';
import { useWords } from '../words/useWords.ts';
import type { Life } from './acts.ts';
import { Controls } from './Controls.tsx';
import { Facts } from './Facts.tsx';
import { figuresOf } from './figures.ts';
import { readStanding } from './standing.ts';
import { useActs } from './useActs.ts';
import { words } from './words.ts';

const OPEN = 'stress';
/** Nothing that matters is behind it; on less it is opened when it is wanted. */
const ROOMY = '(min-width: 60rem) and (min-height: 50rem)';

const isOpenAtFirst = () => {
  const kept = recall(OPEN);
  return kept === null ? matchMedia(ROOMY).matches : kept === 'open';
};

export default function Panel({ market, life }: { readonly market: Market; readonly life: Life }) {
  const id = useId();
  const w = useWords(words);
  const { language } = usePreferences();
  const [open, setOpen] = useState(isOpenAtFirst);
  const queryClient = useQueryClient();
  const { data: standing, isError } = useQuery({
    queryKey: ['stress', RPC_URL, market.market],
    queryFn: ({ signal }) => readStanding(market, signal),
    enabled: open,
    refetchInterval: ({ state }) => (state.status === 'error' ? 3_000 : 1_000),
    retry: false,
  });
  const acts = useActs(() =>
    Promise.all(['life', 'stress'].map((what) => queryClient.refetchQueries({ queryKey: [what, RPC_URL] }))),
  );
  const figures = figuresOf(market, language);
  const { outcome } = acts;
  const toggle = () => {
    setOpen(!open);
    remember(OPEN, open ? 'closed' : 'open');
  };
  return (
    <section className="stress" aria-label={w.title} data-open={open}>
      <div className="stress-head">
        <button type="button" className="stress-toggle" aria-expanded={open} aria-controls={id} onClick={toggle}>
          {w.title}
        </button>
        {/* What was told last takes its place, for those who see. */}
        {open && (
          <p className={outcome && !isError ? 'visually-hidden' : 'stress-about'}>{isError ? w.outdated : w.about}</p>
        )}
        <p className="stress-outcome" role="status" data-failed={outcome?.failed}>
          {open && outcome && (
            <>
              <time dateTime={outcome.at.toISOString()}>{outcome.at.toLocaleTimeString(language)}</time>{' '}
              {outcome.told(w, figures)}
            </>
          )}
        </p>
        {open && <Facts market={market} standing={standing} figures={figures} />}
      </div>
      <div id={id} hidden={!open}>
        {open && <Controls market={market} life={life} acts={acts} figures={figures} />}
      </div>
    </section>
  );
}
