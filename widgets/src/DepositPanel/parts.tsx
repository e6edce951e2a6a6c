'use client';

import { useLiveStatus } from '@percosec/sdk/react/core';
import { type SyntheticEvent, useState } from 'react';
import { useMessages } from '../core/messages.ts';
import { part } from '../core/part.tsx';
import { usePanel } from './context.tsx';
import { FactList } from './FactList.tsx';
import { BarrierNotice, isOld, ReadingNotice } from './notices.tsx';
import { panelMessages } from './panel-messages.ts';
import { useTabPanel } from './Tabs.tsx';
import { RunStatus } from './TransactionStatus.tsx';

const useWords = () => useMessages('depositPanel', panelMessages);

/** What could not be read, or is out of date, with the way to try again. Always there, so that it is read aloud when it comes. */
export const Problem = /* @__PURE__ */ part('div', 'deposit-panel', 'problem', () => {
  const { standing, reading, ownError } = usePanel();
  const offline = isOld(useLiveStatus());
  const wrong = offline || ownError || reading.error || reading.decimals === null;
  const well = standing === 'loading' || (standing === 'ready' && !wrong);
  return {
    role: 'status',
    'data-state': well ? undefined : offline ? 'offline' : standing === 'ready' ? 'partial' : standing,
    children: !well && <ReadingNotice />,
  };
});

/** The deposit's tab. */
export const Deposit = /* @__PURE__ */ part('div', 'deposit-panel', 'deposit', () => useTabPanel('deposit'));

/**
 * Why nobody can deposit now, or this wallet can't, with the button that resolves it where anybody may: reports a deficit,
 * pays a queued claim, reopens the pool, settles the epoch. Always there, so that it is read aloud when it comes.
 */
export const Barrier = /* @__PURE__ */ part('div', 'deposit-panel', 'barrier', () => {
  const { wallet, onConnect, balance, deposit } = usePanel();
  const why =
    deposit.barrier ??
    (wallet === 'watching' || (wallet === 'none' && !onConnect) ? wallet : balance?.frozen ? 'frozen' : undefined);
  return {
    role: 'status',
    'data-state': why,
    children: why && <BarrierNotice />,
  };
});

/** Who can claim from the pool, and how fast: a disclosure. */
export const Facts = /* @__PURE__ */ part('details', 'deposit-panel', 'facts', () => {
  const [wanted, setWanted] = useState(false);
  return {
    onToggle: (event: SyntheticEvent<HTMLDetailsElement>) => event.currentTarget.open && setWanted(true),
    children: (
      <>
        <summary className="percosec-part percosec-bare">{useWords()('facts')}</summary>
        {wanted && <FactList />}
      </>
    ),
  };
});

/** Where transactions are. Always there, so that what is new is read aloud. */
export const Status = /* @__PURE__ */ part('div', 'deposit-panel', 'status', () => {
  const { transactions, deposit } = usePanel();
  // What the open review shows needs no second place.
  const runs = transactions.runs.filter(({ id }) => id !== deposit.review?.run);
  return {
    role: 'status',
    'data-state': runs.at(-1)?.state.status,
    children: runs.map((run) => <RunStatus key={run.id} run={run} />),
  };
});
