'use client';

// All of the panel but its frame: loaded while the chain is being read.
import type { ReactNode } from 'react';
import { Acknowledge, Review, Submit } from './consent.tsx';
import { PanelContext, usePanel } from './context.tsx';
import { Amount, AmountError, AmountLabel, Balance, Max } from './field.tsx';
import { Barrier, Deposit, Facts, Problem, Status } from './parts.tsx';
import { Preview } from './preview.tsx';
import { useShell } from './shell.ts';
import { Tabs } from './Tabs.tsx';
import { Heading } from './title.tsx';
import { usePanelState } from './usePanelState.ts';
import { Withdraw } from './withdraw/Withdraw.tsx';

export { Acknowledge, Review, Submit } from './consent.tsx';
export { Amount, AmountError, AmountLabel, Balance, Max } from './field.tsx';
export { Barrier, Deposit, Facts, Problem, Status } from './parts.tsx';
export { Preview } from './preview.tsx';
export { Tab, Tabs } from './Tabs.tsx';
export * from './withdraw/Withdraw.tsx';

/** What the parts inside of it read. */
export function PanelScope({ children }: { readonly children: ReactNode }): ReactNode {
  return <PanelContext.Provider value={usePanelState(useShell())}>{children}</PanelContext.Provider>;
}

/** The ready-made composition; where there is no pool to show, only what to do about it. */
export function Composed(): ReactNode {
  const { standing, reading } = usePanel();
  return (
    <div className="percosec-part percosec-stack">
      <Heading />
      <Problem />
      {(standing === 'ready' || standing === 'loading') && (
        <>
          <Tabs />
          <Deposit>
            <div className="percosec-part">
              <Barrier />
              <div className="percosec-part percosec-row percosec-deposit-panel-line">
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
            <div className="percosec-part">
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
