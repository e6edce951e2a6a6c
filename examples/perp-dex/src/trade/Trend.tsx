// An amount that somebody gained or lost, with its sign: colour alone tells nobody.
import { useFigures } from './figures.ts';

interface Props {
  readonly atoms: bigint;
  readonly decimals: number;
  readonly small?: boolean;
}

export function Trend({ atoms, decimals, small = false }: Props) {
  const figures = useFigures();
  return (
    <span data-trend={atoms > 0n ? 'up' : atoms < 0n ? 'down' : undefined} title={figures.exact(atoms, decimals)}>
      {small ? figures.smallChange(atoms, decimals) : figures.change(atoms, decimals)}
    </span>
  );
}
