// Around what may throw while it is drawn: the rest of the page stays, and it can be tried again.
import { Component, type ReactNode } from 'react';
import { useWords } from '../words/useWords.ts';
import { words } from './words.ts';

interface Props {
  readonly children: ReactNode;
}

export class FailureBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render(): ReactNode {
    return this.state.failed ? <Failure retry={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

function Failure({ retry }: { readonly retry: () => void }) {
  const w = useWords(words);
  return (
    <section className="notice-page">
      <div role="alert">
        <h1>{w.failed}</h1>
      </div>
      <p>{w.failedWhy}</p>
      <button type="button" onClick={retry}>
        {w.retry}
      </button>
    </section>
  );
}
