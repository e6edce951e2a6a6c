'use client';

import { forwardRef } from 'react';
import type { WidgetRoot } from '../core/widget.tsx';
import type { ClaimHistoryOwnProps } from './context.ts';
import {
  Count,
  ExportCsv,
  ExportJson,
  Filter,
  Grid,
  LoadOlder,
  Message,
  NewClaims,
  Notes,
  Root,
  Status,
  Summary,
  Table,
  Title,
} from './parts.tsx';

const ReadyMade = /* @__PURE__ */ forwardRef<HTMLDivElement, ClaimHistoryOwnProps & { readonly className?: string }>(
  ({ className, ...props }, ref) => (
    <Root {...props} ref={ref} className={`percosec-card percosec-stack ${className ?? ''}`}>
      <Title />
      <Summary />
      <div className="percosec-part percosec-actions percosec-wide">
        <Filter />
        <div className="percosec-part">
          <ExportCsv />
          <ExportJson />
        </div>
      </div>
      <Table />
      <div className="percosec-part percosec-actions percosec-wide">
        <Count />
        <LoadOlder />
      </div>
      <Notes />
      <Status />
    </Root>
  ),
) as unknown as WidgetRoot<'div', ClaimHistoryOwnProps>;

/**
 * What a market's insurance has paid and what it has not: each claim with its proof on the chain, live.
 *
 * Headless: `useClaims`, `useInsurance` and `usePercosec` of `@percosec/sdk/react`, `claimView` of `@percosec/sdk/math`;
 * inside of `ClaimHistory.Root`, `useClaimHistory`.
 */
export const ClaimHistory = /* @__PURE__ */ Object.assign(ReadyMade, {
  Root,
  Title,
  Summary,
  Filter,
  ExportCsv,
  ExportJson,
  Table,
  NewClaims,
  Message,
  Grid,
  Count,
  LoadOlder,
  Notes,
  Status,
});
