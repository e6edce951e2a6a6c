'use client';

// The withdrawal's tab, put together, and what its parts read; loaded when it is looked at.
import { type ReactNode, useEffect, useRef } from 'react';
import { usePanel } from '../context.tsx';
import * as parts from './parts.tsx';
import {
  Cancel,
  Limit,
  Position,
  Request,
  WithdrawAmount,
  WithdrawAmountError,
  WithdrawAmountLabel,
  WithdrawMax,
  WithdrawPreview,
  WithdrawReview,
  WithdrawStatus,
  WithdrawSubmit,
} from './parts.tsx';
import { useWithdraw, useWithdrawForm, WithdrawContext } from './useWithdrawForm.ts';

export { parts };

export function WithdrawScope({ children = <WithdrawTab /> }: { readonly children?: ReactNode }): ReactNode {
  const form = useWithdrawForm();
  const { review } = form;
  const last = useRef(review);
  useEffect(() => {
    // What opened the review goes with what it did, now or when the chain has told: the focus stays in the tab.
    if (review) last.current = review;
    else if (last.current && !last.current.from.isConnected) {
      if (document.activeElement === document.body) last.current.tab?.focus();
      last.current = null;
    }
  });
  return <WithdrawContext.Provider value={form}>{children}</WithdrawContext.Provider>;
}

const WithdrawTab = (): ReactNode => (
  <>
    <div className="percosec-part percosec-stack">
      <WithdrawStatus />
      <Position />
      <Limit />
    </div>
    <div className="percosec-part percosec-stack">
      <Request />
      <Field />
      <WithdrawPreview />
      <div className="percosec-part percosec-actions">
        <WithdrawSubmit />
        <Cancel />
      </div>
      <WithdrawReview />
    </div>
  </>
);

function Field(): ReactNode {
  const { symbol } = usePanel().reading;
  if (!useWithdraw().way) return null;
  return (
    <div className="percosec-part">
      <WithdrawAmountLabel className="percosec-label" />
      <div className="percosec-part percosec-field">
        <WithdrawAmount />
        <span className="percosec-part percosec-unit">{symbol}</span>
        <WithdrawMax />
      </div>
      <WithdrawAmountError />
    </div>
  );
}
