import { useFigures } from './figures.ts';

/** Written the same in every direction: 5× is never ×5. */
export function Leverage({ bps }: { readonly bps: bigint }) {
  const figures = useFigures();
  return <bdi dir="ltr">{figures.leverage(bps)}</bdi>;
}
