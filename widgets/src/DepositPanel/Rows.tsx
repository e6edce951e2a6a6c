import type { ReactNode } from 'react';

/** What a figure is called, and the figure. */
export interface Row {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
}

/** The inside of a `<dl class="percosec-rows">`. */
export const rowsOf = (rows: readonly Row[]): ReactNode =>
  rows.map(({ key, label, value }) => (
    <div key={key} className="percosec-part percosec-row">
      <dt className="percosec-part">{label}</dt>
      <dd className="percosec-part">{value}</dd>
    </div>
  ));
