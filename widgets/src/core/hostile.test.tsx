// All six widgets before a chain that nobody could have made, or whose accounts are told one after the other.
import '../theme/styles.css';
import {
  INSURANCE_POOL_PROGRAM,
  type InsurancePool,
  mintCodec,
  RISK_ENGINE_PROGRAM,
  type RiskMetrics,
  riskMetricsAddress,
  TOKEN_PROGRAM,
} from '@percosec/sdk';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import type { ComponentType } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { type Insured, type ScriptedChain, scriptedChain } from '../../../tests/scripted/chain.ts';
import { ScriptedPage } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { ClaimHistory } from '../ClaimHistory/ClaimHistory.tsx';
import { DepositPanel } from '../DepositPanel/DepositPanel.tsx';
import { LossSimulator } from '../LossSimulator/LossSimulator.tsx';
import { PoolHealthGauge } from '../PoolHealthGauge/PoolHealthGauge.tsx';
import { RiskBadge } from '../RiskBadge/RiskBadge.tsx';
import { WithdrawUnlockTimer } from '../WithdrawUnlockTimer/WithdrawUnlockTimer.tsx';

type AnyProps = Record<string, unknown>;

const WIDGETS = { DepositPanel, ClaimHistory, LossSimulator, PoolHealthGauge, RiskBadge, WithdrawUnlockTimer };
const U64 = 2n ** 64n - 1n;
const closing = tidy();

// What is loaded later is there, as on every page but the first.
beforeAll(() =>
  Promise.all([
    import('../DepositPanel/panel.tsx'),
    import('../DepositPanel/withdraw/WithdrawTab.tsx'),
    import('../ClaimHistory/list.tsx'),
    import('../PoolHealthGauge/content.tsx'),
    import('../WithdrawUnlockTimer/content.tsx'),
    import('../RiskBadge/RiskDetails.tsx'),
  ]),
);

/** One of each. */
const All = ({ defaultTab, ...props }: AnyProps) =>
  Object.entries(WIDGETS).map(([key, Widget]) => {
    const One = Widget as unknown as ComponentType<AnyProps>;
    return <One key={key} {...props} {...(key === 'DepositPanel' && { defaultTab })} />;
  });

async function show(insured: Insured = {}) {
  const { chain } = closing({ chain: scriptedChain() });
  const market = await chain.insure('SOL-PERP', insured);
  await chain.balance('alice', { market, amount: 12_500_000_000n, lamports: 2_000_000_000n });
  await chain.position(market, 'alice');
  await chain.records(market, 3);
  render(
    <ScriptedPage chain={chain} wallet={chain.wallet()}>
      <All market={market} name="SOL-PERP" defaultTab="withdraw" />
    </ScriptedPage>,
  );
  await chain.settle();
  await waitFor(() => expect(roots('[data-state="loading"]')).toEqual([]));
  await chain.settle();
  return { chain, market, place: chain.place(market) };
}

const roots = (that = '') => [...document.querySelectorAll<HTMLElement>(`[data-part="root"]${that}`)];
const root = (widget: string) => document.querySelector<HTMLElement>(`.percosec-${widget}[data-part="root"]`);

type Attack = (chain: ScriptedChain, market: string) => Promise<unknown>;

const poolAs =
  (changes: Partial<InsurancePool>): Attack =>
  (chain, market) =>
    chain.change.pool(market, changes);
const riskAs =
  (changes: Partial<RiskMetrics>): Attack =>
  (chain, market) =>
    chain.change.risk(market, changes);

const ATTACKS: Record<string, Attack> = {
  'the pool is told before the position: the last has left': poolAs({ totalShares: 0n }),
  'more is pending than there is': poolAs({ pendingClaims: 9_000_000_000_000n }),
  'epochs of no slot': poolAs({ epochDuration: 0n }),
  'epochs of one slot': poolAs({ epochDuration: 1n }),
  'epochs of a third of a year': poolAs({ epochDuration: 26_000_000n }),
  'epochs of the end of time, locked for ever': poolAs({ epochDuration: 2n ** 50n, lockEpochs: 65_535 }),
  'rates past a hundred percent': poolAs({ minReserveBps: 65_535, claimCapBps: 0, coverBps: 65_535 }),
  'all that a pool can count': poolAs({ totalShares: 2n ** 63n, totalDeposits: U64, insolvencyThreshold: U64 }),
  'another generation': poolAs({ generation: 65_535 }),
  'a mint of 200 decimals': (chain, market) =>
    chain.put(chain.place(market).shareMint, {
      owner: TOKEN_PROGRAM,
      data: mintCodec.encode({
        mintAuthority: null,
        supply: 1n,
        decimals: 200,
        isInitialized: true,
        freezeAuthority: null,
      }),
    }),
  'a market full of ones': (chain, market) =>
    chain.put(market, { owner: chain.place(market).program, data: new Uint8Array(900).fill(255) }),
  'a market that has lost all that can be counted': (chain, market) =>
    chain.change.header(market, { cumulativeDeficit: U64, openInterest: U64 }),
  'a position of after the end of time': (chain, market) =>
    chain.change.position(market, 'alice', { entryEpoch: U64, unlockEpoch: U64 }),
  'a lock without a length': (chain, market) =>
    chain.change.position(market, 'alice', { entryEpoch: 10_000n, unlockEpoch: 10_000n }),
  'a position of more than everything': (chain, market) =>
    chain.change.position(market, 'alice', { shares: U64, requestedShares: U64, requestedValue: U64 }),
  'a request that can be claimed never': (chain, market) =>
    chain.change.position(market, 'alice', { requestedShares: 1n, requestedValue: U64, claimableEpoch: U64 }),
  'scores from times that no date can tell': riskAs({ lastUpdatedAt: 2n ** 62n, oraclePublishTime: 2n ** 62n }),
  'scores beyond their scale': riskAs({ compositeScoreBps: 65_535, leverageBps: 65_535 }),
  'more premium than there is money': (chain, market) =>
    chain.change.premium(market, { epochPremiumAccrued: U64, totalSettled: U64, lastSettledEpoch: U64 }),
};

test.each(Object.entries(ATTACKS))('%s: nothing breaks', async (_, attack) => {
  const { chain, market } = await show();
  await userEvent.click(screen.getByRole('button', { name: /^Risk/ }));
  await attack(chain, market);
  await chain.advance(2_000);
  expect(roots()).toHaveLength(6);
  expect(roots('[data-state="broken"]')).toEqual([]);
  expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined|Invalid Date/);
});

test('what can’t be read any more is told where the last of it is still shown, and a score of it is none', async () => {
  const { chain, market, place } = await show();
  const pool = await chain.client.readAccounts([place.pool]);
  await chain.put(place.pool, { owner: TOKEN_PROGRAM, data: pool[0]?.value?.data as Uint8Array });
  await chain.put(await riskMetricsAddress(market), { owner: RISK_ENGINE_PROGRAM, data: new Uint8Array(10) });
  for (const widget of ['deposit-panel', 'loss-simulator', 'pool-health-gauge', 'withdraw-unlock-timer'])
    await waitFor(() => expect(root(widget)?.textContent).toContain('A part could not be read'));
  expect(root('risk-badge')).toHaveAttribute('data-state', 'stale');
  expect(screen.getByRole('button', { name: /^Risk/ }).textContent).not.toContain('Low');
  await userEvent.click(screen.getByRole('button', { name: /^Risk/ }));
  expect(await screen.findByText(/is no RiskMetrics|is not the account/)).toBeVisible();

  await chain.put(place.pool, { owner: INSURANCE_POOL_PROGRAM, data: pool[0]?.value?.data as Uint8Array });
  await chain.change.risk(market, {});
  await waitFor(() => expect(root('risk-badge')).toHaveAttribute('data-state', 'ready'));
  await waitFor(() => expect(document.body.textContent).not.toContain('A part could not be read'));
});

test('claims that can’t be found are not none', async () => {
  const { chain, market } = await show();
  await chain.change.claims(market, { sequence: U64 });
  await waitFor(() => expect(root('claim-history')?.textContent).toContain('Could not be found'));
  expect(root('claim-history')?.textContent).not.toContain('No claims yet');
});

test.each([0, 9, 18, 19])('a token of %i decimals', async (decimals) => {
  const name = `${decimals} decimals`;
  await show({ decimals, mint: name });
  expect(roots('[data-state="broken"]')).toEqual([]);
  expect(root('loss-simulator')).toHaveAttribute('data-state', 'ready');
});

const OVERRIDE = '\u202e';

test.each([
  ['markup', '<img src=x onerror=alert(1)>'],
  ['a book', 'W'.repeat(5_000)],
  ['a mark that turns what follows', `${OVERRIDE}PREP-LOS`],
])('a market and a token that are called %s', async (_, called) => {
  const { chain, market, place } = await show();
  cleanup();
  document.body.style.inlineSize = '320px';
  render(
    <ScriptedPage chain={chain} wallet={chain.wallet()}>
      <All market={market} name={called} symbols={{ [place.mint]: called }} />
    </ScriptedPage>,
  );
  await chain.settle();
  await waitFor(() => expect(roots('[data-state="loading"]')).toEqual([]));
  expect(document.querySelector('img')).toBeNull();
  // What turns the text around it would turn the amount that stands before it.
  for (const unit of document.querySelectorAll('.percosec-unit')) expect(unit.textContent).not.toContain(OVERRIDE);
  for (const one of document.querySelectorAll('.percosec-loss-simulator-result, .percosec-deposit-panel-submit'))
    expect(one.textContent).not.toContain(OVERRIDE);
  const over = roots().filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
  expect(over.map((one) => one.className)).toEqual([]);
  document.body.style.inlineSize = '';
});

test('two of each on a page, of one market and one name: axe finds nothing', async () => {
  const { chain, market } = await show();
  render(
    <ScriptedPage chain={chain} wallet={chain.wallet()}>
      <All market={market} name="SOL-PERP" />
    </ScriptedPage>,
  );
  await chain.settle();
  await waitFor(() => expect(roots('[data-state="loading"]')).toEqual([]));
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
});

test('nothing is read aloud for the time that passes, nor for what others deposit', async () => {
  const { chain, market } = await show();
  await chain.advance(2_000);
  const said: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest('[role=status],[role=alert]');
      if (region?.getAttribute('aria-live') !== 'off') said.push(String(region?.textContent));
    }
  });
  for (const region of document.querySelectorAll('[role=status],[role=alert]'))
    observer.observe(region, { childList: true, subtree: true, characterData: true });
  for (let second = 0; second < 100; second += 1) await chain.advance(1_000);
  for (let more = 1n; more <= 10n; more += 1n)
    await chain.change.pool(market, { totalDeposits: 2_600_000_000_000n + more * 1_000_000n });
  observer.disconnect();
  expect(said).toEqual([]);
});

test('two hundred come and go, and leave nothing running', async () => {
  const { chain, market } = await show();
  cleanup();
  const many = (count: number) => (
    <ScriptedPage chain={chain} wallet={chain.wallet()}>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike
        <All key={at} market={market} />
      ))}
    </ScriptedPage>
  );
  const { rerender } = render(many(34));
  await chain.settle();
  await waitFor(() => expect(roots('[data-state="loading"]')).toEqual([]));
  expect(roots()).toHaveLength(204);
  expect(chain.sockets).toBe(1);
  rerender(many(0));
  await chain.advance(60_000);
  expect([chain.sockets, chain.timers]).toEqual([0, 0]);
});
