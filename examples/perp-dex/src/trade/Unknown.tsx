// What is not known is a dash with its reason, never a 0.
import { useTradeWords } from './useTradeWords.ts';

export function Unknown({ reason }: { readonly reason?: string | undefined }) {
  const { unknown } = useTradeWords();
  return (
    <span className="unknown" title={reason ?? unknown}>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{reason ?? unknown}</span>
    </span>
  );
}
