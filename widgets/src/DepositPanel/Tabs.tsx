'use client';

import type { KeyboardEvent } from 'react';
import { useMessages } from '../core/messages.ts';
import { type Defaults, type PartProps, part } from '../core/part.tsx';
import { useSettings } from '../core/settings.tsx';
import { usePanel } from './context.tsx';
import { panelMessages } from './panel-messages.ts';
import type { PanelTab } from './shell.ts';

const TABS = ['deposit', 'withdraw'] as const;

/** The panel of a tab: what its element says of itself. It stays where another tab is chosen, and so does what was typed in it. */
export function useTabPanel(tab: PanelTab): Defaults {
  const panel = usePanel();
  return {
    className: 'percosec-stack',
    role: 'tabpanel',
    id: `${panel.id}${tab}`,
    'aria-labelledby': `${panel.id}${tab}-tab`,
    hidden: panel.tab !== tab,
  };
}

/** `<DepositPanel.Tab value="withdraw" />` */
export const Tab = /* @__PURE__ */ part('button', 'deposit-panel', 'tab', ({ value }: PartProps<'button'>) => {
  const t = useMessages('depositPanel', panelMessages);
  const { id, tab, setTab } = usePanel();
  const own: PanelTab = value === 'withdraw' ? value : 'deposit';
  const selected = tab === own;
  return {
    className: `percosec-bare${selected ? '' : ' percosec-unit'}`,
    type: 'button',
    role: 'tab',
    id: `${id}${own}-tab`,
    'aria-selected': selected,
    'aria-controls': `${id}${own}`,
    tabIndex: selected ? 0 : -1,
    'data-state': selected ? 'active' : 'inactive',
    onClick: () => setTab(own),
    children: t(own === 'withdraw' ? 'tabWithdraw' : 'tabDeposit'),
  };
});

/** Deposit | Withdraw: one stop of the Tab key, arrows between the two. */
export const Tabs = /* @__PURE__ */ part('div', 'deposit-panel', 'tabs', () => {
  const t = useMessages('depositPanel', panelMessages);
  const { dir } = useSettings();
  const { tab, setTab } = usePanel();
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = TABS.indexOf(tab);
    const step = dir === 'rtl' ? -1 : 1;
    const to = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + TABS.length) % TABS.length;
    setTab(TABS[next] as PanelTab);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return {
    className: 'percosec-tabs',
    role: 'tablist',
    'aria-label': t('tabs'),
    onKeyDown: move,
    children: TABS.map((value) => <Tab key={value} value={value} />),
  };
});
