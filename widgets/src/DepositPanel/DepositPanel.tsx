'use client';

import { useMessages } from '../core/messages.ts';
import { type WidgetRoot, widget } from '../core/widget.tsx';
import { Acknowledge, Review, Submit } from './consent.tsx';
import { PanelContext, type PanelProps, usePanel, usePanelState } from './context.tsx';
import { Amount, AmountError, AmountLabel, Balance, Max } from './field.tsx';
import { depositPanelMessages } from './messages.ts';
import { Barrier, Deposit, Facts, Notice, Problem, Status, Title } from './parts.tsx';
import { Preview } from './preview.tsx';
import { Tab, Tabs } from './Tabs.tsx';
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
} from './withdraw/Withdraw.tsx';

/** The ready-made composition; where there is no pool to show, only what to do about it. */
function Composed() {
  const { standing, reading } = usePanel();
  const there = standing === 'ready' || standing === 'loading';
  return (
    <div className="percosec-part percosec-stack">
      <div className="percosec-part">
        <Title />
        <Notice />
      </div>
      <Problem />
      {there && (
        <>
          <Tabs />
          <Deposit>
            <div className="percosec-part percosec-deposit-panel-entry">
              <Barrier />
              <div className="percosec-part percosec-deposit-panel-line">
                <AmountLabel />
                <Balance />
              </div>
              <div className="percosec-part percosec-field">
                <Amount />
                <span className="percosec-part percosec-unit">{reading.symbol}</span>
                <Max />
              </div>
              <AmountError />
            </div>
            <div className="percosec-part percosec-deposit-panel-terms">
              <Preview />
              <Facts />
            </div>
            <div className="percosec-part percosec-deposit-panel-consent">
              <Acknowledge />
              <Submit />
              <Review />
            </div>
          </Deposit>
          <Withdraw />
        </>
      )}
      <Status />
    </div>
  );
}

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
const Root: WidgetRoot<'div', PanelProps> = /* @__PURE__ */ widget('div', 'deposit-panel', PanelContext, (props) => {
  const { market, name, onConnect, tab, defaultTab, onTabChange, acknowledged, onAcknowledge, ...rest } = props;
  const panel = usePanelState(props);
  const t = useMessages('depositPanel', depositPanelMessages);
  return [
    panel,
    {
      role: 'group',
      'aria-label': t('title', { market: panel.name }),
      'aria-busy': panel.standing === 'loading',
      'data-state': panel.standing,
      children: <Composed />,
      ...rest,
      className: ['percosec-card', rest.className].filter(Boolean).join(' '),
    },
  ];
});

export const DepositPanel = /* @__PURE__ */ Object.assign(Root, {
  Root,
  Title,
  Notice,
  Problem,
  Tabs,
  Tab,
  Deposit,
  Barrier,
  Balance,
  AmountLabel,
  Amount,
  Max,
  AmountError,
  Preview,
  Facts,
  Acknowledge,
  Submit,
  Review,
  Status,
  Withdraw,
  WithdrawStatus,
  Position,
  Limit,
  Request,
  Cancel,
  WithdrawAmountLabel,
  WithdrawAmount,
  WithdrawMax,
  WithdrawAmountError,
  WithdrawPreview,
  WithdrawSubmit,
  WithdrawReview,
});
