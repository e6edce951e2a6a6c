'use client';

// The second tab, put together.
import type { ReactNode } from 'react';
import { usePanel } from '../context.tsx';
import {
  Cancel,
  Limit,
  Position,
  Request,
  Withdraw,
  WithdrawAmount,
  WithdrawAmountError,
  WithdrawAmountLabel,
  WithdrawMax,
  WithdrawPreview,
  WithdrawReview,
  WithdrawStatus,
  WithdrawSubmit,
} from './parts.tsx';
import { useWithdraw } from './useWithdrawForm.ts';

export const WithdrawTab = (): ReactNode => (
  <Withdraw>
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
  </Withdraw>
);

function Field(): ReactNode {
  const { symbol } = usePanel().reading;
  if (!useWithdraw().way) return null;
  return (
    <div className="percosec-part">
      <WithdrawAmountLabel className="percosec-label" />
      <div className="percosec-part percosec-field">
        <WithdrawAmount />
        <span className="percosec-unit">{symbol}</span>
        <WithdrawMax />
      </div>
      <WithdrawAmountError />
    </div>
  );
}
