'use client';

// The withdrawal's tab: nothing of it is loaded before it is looked at, its parts included.
import { createContext, forwardRef, type ReactNode, type Ref, useState } from 'react';
import { type Part, type PartProps, renderPart } from '../../core/part.tsx';
import { Later } from '../Later.tsx';
import { around, laterParts } from '../later-parts.tsx';
import { useTabPanel } from '../Tabs.tsx';

const loadTab = () => import('./WithdrawTab.tsx');

type Parts = Awaited<ReturnType<typeof loadTab>>['parts'];

const PartsContext = /* @__PURE__ */ createContext<Parts | null>(null);

/** The withdrawal's tab: ready-made, or with its parts as children. Renders a `<div>`. */
export const Withdraw: Part<'div'> = /* @__PURE__ */ forwardRef<HTMLDivElement, PartProps<'div'>>((props, ref) => {
  const tab = useTabPanel('withdraw');
  const children = around(props, (inside) => <Scope wanted={!tab.hidden}>{inside}</Scope>);
  const own = { ...tab, tabIndex: -1 };
  return renderPart('div', 'deposit-panel', 'withdraw', own, { ...props, children }, ref as Ref<never>);
});

function Scope({ wanted, children }: { readonly wanted: boolean; readonly children: ReactNode }): ReactNode {
  const [seen, setSeen] = useState(wanted);
  // What was typed stays when another tab is looked at.
  if (wanted && !seen) setSeen(true);
  if (!seen) return null;
  return (
    <Later load={loadTab}>
      {({ parts, WithdrawScope }) => (
        <PartsContext.Provider value={parts}>
          <WithdrawScope>{children}</WithdrawScope>
        </PartsContext.Provider>
      )}
    </Later>
  );
}

const later = /* @__PURE__ */ laterParts(PartsContext, 'DepositPanel', 'DepositPanel.Withdraw');

/** Why there is nothing to withdraw, or nobody to sign. Renders a `<p>`; `data-state` is how the position stands. */
export const WithdrawStatus = /* @__PURE__ */ later('WithdrawStatus');

/** What is held: its worth, its shares, what was paid in, and gain or loss. Renders a `<dl>`. */
export const Position = /* @__PURE__ */ later('Position');

/** How much can leave now, why not more, and the button that changes it where anybody may press one. Renders a `<div>`. */
export const Limit = /* @__PURE__ */ later('Limit');

/** The open request: what it freezes, from when and until when it can be withdrawn. Renders a `<dl>`. */
export const Request = /* @__PURE__ */ later('Request');

/** Takes the request back; its review says what that costs. Renders a `<button>`. */
export const Cancel = /* @__PURE__ */ later('Cancel');

/** Names the field. Renders a `<label>`. */
export const WithdrawAmountLabel = /* @__PURE__ */ later('WithdrawAmountLabel');

/** How much shall leave, in collateral, as it is typed. Enter opens the review. Renders an `<input>`. */
export const WithdrawAmount = /* @__PURE__ */ later('WithdrawAmount');

/** All that can be asked for, whatever it is worth by the time it is signed. Renders a `<button>`. */
export const WithdrawMax = /* @__PURE__ */ later('WithdrawMax');

/** What is wrong with the amount, and what to do. Renders a `<p>`. */
export const WithdrawAmountError = /* @__PURE__ */ later('WithdrawAmountError');

/** What the amount would bring: what is paid and what remains, or what a request freezes. Renders a `<dl>`. */
export const WithdrawPreview = /* @__PURE__ */ later('WithdrawPreview');

/** The way on: to a wallet, to what is wrong, or to the review. Renders a `<button>`. */
export const WithdrawSubmit = /* @__PURE__ */ later('WithdrawSubmit');

/** The dialog, when a review is open. Belongs into every composition. Renders a `<div>`. */
export const WithdrawReview = /* @__PURE__ */ later('WithdrawReview');
