// An amount that somebody gained or lost, with its sign: colour alone tells nobody.
import { useFigures } from './figures.ts';

export function Trend({ atoms, decimals }: { readonly atoms: bigint; readonly decimals: number }) {
  const figures = useFigures();
  return (
    <span data-trend={atoms > 0n ? 'up' : atoms < 0n ? 'down' : undefined} title={figures.exact(atoms, decimals)}>
      {figures.change(atoms, decimals)}
    </span>
  );
}
