import type { ReactNode } from 'react';

export interface WaterfallPart {
  /** `buffer`, `pool`, `queued`, `uncovered`, `kept` and `lost` have a look of their own. */
  readonly key: string;
  readonly label: string;
  readonly atoms: bigint;
  /** The amount in words, beside the bar. */
  readonly text: ReactNode;
}

export interface WaterfallProps {
  readonly parts: readonly WaterfallPart[];
  /** What the whole width stands for, where bars are to be compared; the sum of the parts otherwise, and never less. */
  readonly scale?: bigint | undefined;
}

/** A part that is there is seen: half a percent at least. */
const SLIVER = 0.5;
const PRECISION = 1_000_000n;

/** Amounts that follow one another, drawn to one scale; the list beneath says the same in words and is what is read aloud. */
export function Waterfall({ parts, scale = 0n }: WaterfallProps): ReactNode {
  const sum = parts.reduce((all, { atoms }) => all + atoms, 0n);
  const whole = sum > scale ? sum : scale;
  const widths = parts.map(({ atoms }) =>
    atoms > 0n ? Math.max(Number((atoms * 100n * PRECISION) / whole) / Number(PRECISION), SLIVER) : 0,
  );
  // Slivers must not push the rest over the edge.
  const fit = Math.min(
    1,
    100 /
      Math.max(
        widths.reduce((all, width) => all + width, 0),
        1,
      ),
  );
  let end = 0;
  return (
    <>
      <svg className="percosec-svg percosec-waterfall" aria-hidden="true">
        <line x2="100%" y1="6" y2="6" />
        {parts.map(({ key }, at) => {
          const start = end;
          end += (widths[at] as number) * fit;
          return <line key={key} data-kind={key} x1={`${start}%`} x2={`${end}%`} y1="6" y2="6" />;
        })}
      </svg>
      <dl className="percosec-part percosec-actions">
        {parts.map(({ key, label, text }) => (
          <div key={key} className="percosec-part percosec-waterfall-entry" data-kind={key}>
            <dt className="percosec-part percosec-label">
              <svg className="percosec-svg percosec-waterfall" aria-hidden="true">
                <line data-kind={key} x2="12" y1="6" y2="6" />
              </svg>{' '}
              {label}
            </dt>
            <dd className="percosec-part">{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
