// Why there is nothing to show, and what to do about it.
import { isLocal, RPC_URL } from '../cluster.ts';
import { AddMarket } from '../markets/AddMarket.tsx';
import type { Markets } from '../markets/useMarkets.ts';
import { useWords } from '../words/useWords.ts';
import { useTitle } from './useTitle.ts';
import { words } from './words.ts';

interface Problem {
  readonly status: 'none' | 'foreign' | 'unreadable' | 'unreachable';
  readonly retry: Markets['retry'];
}

export function ClusterProblem({ status, retry }: Problem) {
  const w = useWords(words);
  useTitle(w[status]);
  return (
    <section className="notice-page">
      <div role="alert">
        <h1>{w[status]}</h1>
      </div>
      {status === 'unreachable' && (
        <>
          <p>{w.unreachableWhy(RPC_URL)}</p>
          <p>{isLocal ? w.unreachableLocal : w.unreachableRemote}</p>
        </>
      )}
      {status === 'unreadable' && <p>{w.unreadableWhy(RPC_URL)}</p>}
      {status === 'foreign' && (
        <>
          <p>{w.foreignWhy(RPC_URL)}</p>
          <p>{w.foreignToDo}</p>
        </>
      )}
      {status === 'none' && (
        <>
          <p>{w.noneWhy}</p>
          <p>{w.noneToDo}</p>
          <AddMarket />
        </>
      )}
      <button type="button" onClick={retry}>
        {w.retry}
      </button>
    </section>
  );
}
