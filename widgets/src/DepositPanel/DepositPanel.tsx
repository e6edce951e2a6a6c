'use client';

import { createContext, type ReactNode } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { type WidgetRoot, widget } from '../core/widget.tsx';
import { Later } from './Later.tsx';
import { around, laterParts } from './later-parts.tsx';
import { depositPanelMessages } from './messages.ts';
import { type PanelProps, ShellContext, useShellState } from './shell.ts';
import { Heading, Notice, Title } from './title.tsx';

type Loaded = typeof import('./panel.tsx');

/** While the chain is being read. */
const loadPanel = () => import('./panel.tsx');

const LoadedContext = /* @__PURE__ */ createContext<Loaded | null>(null);

const later = /* @__PURE__ */ laterParts(LoadedContext, 'DepositPanel');

/** Of the size of what is coming. */
function Waiting() {
  const common = useMessages('common', commonMessages);
  return (
    <div className="percosec-part percosec-stack">
      <Heading />
      <div className="percosec-part percosec-skeleton percosec-deposit-panel-waiting">{common('loading')}</div>
    </div>
  );
}

const inside = (parts: ReactNode) => (
  <Later load={loadPanel} fallback={parts ? null : <Waiting />}>
    {(panel) => (
      <LoadedContext.Provider value={panel}>
        <panel.PanelScope>{parts ?? <panel.Composed />}</panel.PanelScope>
      </LoadedContext.Provider>
    )}
  </Later>
);

/**
 * Deposits into a market's insurance pool and takes out of it: an amount as it is typed, what it brings and costs, who can
 * claim from the pool, a review of all that will happen to the money, and every state of the transaction with its remedy.
 *
 * Ready-made as it is. With children of your own it is the frame that its parts stand in: `Title`, `Notice`, `Problem`,
 * `Tabs` (`Tab`), `Deposit`, `Barrier`, `Balance`, `AmountLabel`, `Amount`, `Max`, `AmountError`, `Preview`, `Facts`,
 * `Acknowledge`, `Submit`, `Review`, `Withdraw` (`WithdrawStatus`, `Position`, `Limit`, `Request`, `Cancel`,
 * `WithdrawAmountLabel`, `WithdrawAmount`, `WithdrawMax`, `WithdrawAmountError`, `WithdrawPreview`, `WithdrawSubmit`,
 * `WithdrawReview`), `Status`. `Review` and `Status` belong into every composition.
 * Headless: `useInsurance`, `usePosition`, `useBalance`, `useDepositCost`, `useProgramAuthority` and `useDeposit`, with
 * `parseAmount` and `depositPreview` on `marketStateOf(insurance, slot)`; for claims in the way `useReportDeficit`,
 * `usePayQueued`, `useReopen` and `useSettleEpoch`.
 *
 * Renders a `<div role="group">` with `data-state`: `no-market`, `loading`, `failed`, `no-pool` or `ready`.
 */
const Root: WidgetRoot<'div', PanelProps> = /* @__PURE__ */ widget('div', 'deposit-panel', ShellContext, (props) => {
  const { market, name, onConnect, tab, defaultTab, onTabChange, acknowledged, onAcknowledge, ...rest } = props;
  const shell = useShellState(props);
  const t = useMessages('depositPanel', depositPanelMessages);
  return [
    shell,
    { ...rest, children: around(rest, inside) },
    {
      className: 'percosec-card',
      role: 'group',
      'aria-label': t('title', { market: shell.name }),
      'aria-busy': shell.standing === 'loading',
      'data-state': shell.standing,
    },
  ];
});

export const DepositPanel = /* @__PURE__ */ Object.assign(Root, {
  Root,
  Title,
  Notice,
  Problem: /* @__PURE__ */ later('Problem'),
  Tabs: /* @__PURE__ */ later('Tabs'),
  Tab: /* @__PURE__ */ later('Tab'),
  Deposit: /* @__PURE__ */ later('Deposit'),
  Barrier: /* @__PURE__ */ later('Barrier'),
  Balance: /* @__PURE__ */ later('Balance'),
  AmountLabel: /* @__PURE__ */ later('AmountLabel'),
  Amount: /* @__PURE__ */ later('Amount'),
  Max: /* @__PURE__ */ later('Max'),
  AmountError: /* @__PURE__ */ later('AmountError'),
  Preview: /* @__PURE__ */ later('Preview'),
  Facts: /* @__PURE__ */ later('Facts'),
  Acknowledge: /* @__PURE__ */ later('Acknowledge'),
  Submit: /* @__PURE__ */ later('Submit'),
  Review: /* @__PURE__ */ later('Review'),
  Withdraw: /* @__PURE__ */ later('Withdraw'),
  WithdrawStatus: /* @__PURE__ */ later('WithdrawStatus'),
  Position: /* @__PURE__ */ later('Position'),
  Limit: /* @__PURE__ */ later('Limit'),
  Request: /* @__PURE__ */ later('Request'),
  Cancel: /* @__PURE__ */ later('Cancel'),
  WithdrawAmountLabel: /* @__PURE__ */ later('WithdrawAmountLabel'),
  WithdrawAmount: /* @__PURE__ */ later('WithdrawAmount'),
  WithdrawMax: /* @__PURE__ */ later('WithdrawMax'),
  WithdrawAmountError: /* @__PURE__ */ later('WithdrawAmountError'),
  WithdrawPreview: /* @__PURE__ */ later('WithdrawPreview'),
  WithdrawSubmit: /* @__PURE__ */ later('WithdrawSubmit'),
  WithdrawReview: /* @__PURE__ */ later('WithdrawReview'),
  Status: /* @__PURE__ */ later('Status'),
});
