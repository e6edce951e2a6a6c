import type { InsolvencyRecord } from '@percosec/sdk';
import type { QueryClient } from '@tanstack/react-query';
import { act, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler, type ReactElement, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { type ScriptedChain, type ScriptedChainOptions, scriptedChain } from '../../../tests/scripted/chain.ts';
import { ScriptedPage, scriptedQueryClient } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { conforms } from '../core/conformance.tsx';
import '../theme/styles.css';
import { ClaimHistory } from './ClaimHistory.tsx';
import type { ClaimColumn } from './columns.tsx';
import { ClaimHistoryContext, useClaimHistory } from './context.ts';

// Ten thousand claims on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

const closing = tidy();
const chainFor = (options?: ScriptedChainOptions) => closing({ chain: scriptedChain(options) }).chain;

let errors: unknown[];
beforeEach(() => {
  errors = [];
});
afterEach(() => {
  expect(errors).toEqual([]);
});

interface Page {
  readonly width?: number;
  readonly queryClient?: QueryClient;
}

function page(chain: ScriptedChain, children: ReactNode, { width = 960, queryClient }: Page = {}): ReactElement {
  return (
    <ScriptedPage
      chain={chain}
      queryClient={queryClient}
      onEvent={(event) => event.type === 'error' && errors.push(event.error)}
    >
      <div style={{ width }}>{children}</div>
    </ScriptedPage>
  );
}

const show = (chain: ScriptedChain, children: ReactNode, options?: Page) => render(page(chain, children, options));

const UNIT = 1_000_000n;
const usdc = (amount: number) => BigInt(Math.round(amount * 1e6));

/** 92,790 deficit: 20,000 buffer, 60,000 covered, 12,790 uncovered. */
const CLAIM: Partial<InsolvencyRecord> = {
  deficitAmount: usdc(92_790),
  bufferUsed: usdc(20_000),
  coveredAmount: usdc(60_000),
  queuedAmount: 0n,
  uncoveredAmount: usdc(12_790),
};
const COVERED: Partial<InsolvencyRecord> = {
  deficitAmount: usdc(1_234.567891),
  bufferUsed: usdc(234.567891),
  coveredAmount: usdc(1_000),
  queuedAmount: 0n,
  uncoveredAmount: 0n,
};
const QUEUED: Partial<InsolvencyRecord> = {
  deficitAmount: usdc(500),
  bufferUsed: 0n,
  coveredAmount: usdc(400),
  queuedAmount: usdc(100),
  uncoveredAmount: 0n,
};

async function market(chain: ScriptedChain, records: readonly Partial<InsolvencyRecord>[] | number) {
  const sol = await chain.insure('sol');
  await chain.records(sol, records);
  return sol;
}

const table = () => screen.findByRole('table');
/** The sequence numbers of the rows in the document, top down. */
const sequences = () => screen.queryAllByRole('rowheader').map((cell) => Number(cell.textContent?.replace('#', '')));
const scroller = async () => (await table()).parentElement as HTMLElement;

async function scrollTo(top: number) {
  const box = await scroller();
  await act(async () => {
    const scrolled = new Promise((resolve) => box.addEventListener('scroll', resolve, { once: true }));
    box.scrollTop = top;
    await scrolled;
  });
  return box;
}

/** As long as they get: an indexer has them, and the chain the newest. */
async function longHistory(length = 10_000) {
  const chain = chainFor({ indexer: true });
  const records = Array.from({ length }, (_, at) => {
    const sequence = BigInt(at);
    // Sorted by it they are in another order than by age; some so large that a number would take them for one.
    const huge = sequence % 500n === 0n && sequence < 1_500n;
    const deficitAmount = huge ? 2n ** 62n + sequence : ((sequence * 7_919n) % 10_007n) * UNIT;
    return { deficitAmount, bufferUsed: 0n, coveredAmount: deficitAmount, queuedAmount: 0n, uncoveredAmount: 0n };
  });
  return { chain, sol: await market(chain, records) };
}

describe('what it shows', () => {
  test('each claim, its amounts exact in their titles, and what the chain has counted', async () => {
    const chain = chainFor();
    const sol = await market(chain, [COVERED, CLAIM]);
    show(chain, <ClaimHistory market={sol} name="SOL-PERP" />);
    expect(await table()).toHaveAccessibleName?.('Claims of SOL-PERP, amounts in USDC');
    expect(sequences()).toEqual([1, 0]);
    const [, newest, oldest] = screen.getAllByRole('row');
    const texts = within(newest as HTMLElement)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(texts.slice(2, 7)).toEqual(['92,790', '20,000', '60,000', '0', '12,790']);
    expect(within(oldest as HTMLElement).getByTitle('1234.567891').textContent).toBe('1,234.56');
    expect((newest as HTMLElement).dataset.state).toBe('uncovered');
    const facts = screen.getAllByRole('definition').map((one) => one.textContent?.replace('\u202f', ' '));
    expect(facts).toEqual(['2', '61,000 USDC', '12,790 USDC']);
    expect(screen.getByText('2 claims')).toBeTruthy();
  });

  test('local time with UTC in its title, the slot, and a link to the record itself', async () => {
    const chain = chainFor();
    const sol = await market(chain, [{ ...CLAIM, timestamp: 1_795_262_400n, slot: 349_999_000n }]);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    const time = document.querySelector('tbody time') as HTMLTimeElement;
    expect(time.dateTime).toBe('2026-11-21T12:00:00.000Z');
    expect(time.title).toMatch(/Nov 21, 2026, 12:00.PM UTC$/);
    expect(screen.getByText('349,999,000')).toBeTruthy();
    const record = await chain.client.addresses.insolvencyRecordAddress(sol, 0n);
    const link = await screen.findByRole('link', { name: /Record #0/ });
    expect(link.getAttribute('href')).toBe(`https://explorer.solana.com/address/${record}`);
  });

  test('figures and dates as another language writes them', async () => {
    const chain = chainFor();
    const sol = await market(chain, [{ ...COVERED, timestamp: 1_795_262_400n }]);
    show(chain, <ClaimHistory market={sol} locale={{ tag: 'de-DE' }} />);
    await table();
    expect(screen.getByTitle('1234.567891').textContent).toBe('1.234,56');
    expect((document.querySelector('tbody time') as HTMLElement).title).toContain('21.11.2026, 12:00 UTC');
  });

  test('columns that a host chose, and its own', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM, COVERED, QUEUED]);
    const share: ClaimColumn = {
      name: 'share',
      header: 'Share',
      cell: (claim) => `${(claim.payoutAmount * 100n) / claim.deficitAmount} %`,
      value: (claim) => (claim.payoutAmount * 100n) / claim.deficitAmount,
      numeric: true,
    };
    show(chain, <ClaimHistory market={sol} columns={['sequence', 'deficitAmount', share]} />);
    await table();
    expect(screen.getAllByRole('columnheader').map((one) => one.textContent)).toEqual(['Claim ▼', 'Deficit', 'Share']);
    await userEvent.click(screen.getByRole('button', { name: 'Share' }));
    expect(sequences()).toEqual([2, 1, 0]);
    expect(screen.getAllByText(/ %$/).map((one) => one.textContent)).toEqual(['100 %', '81 %', '64 %']);
  });
});

describe('sort and filter', () => {
  test('by every column that has an order, both ways, and never through a float', async () => {
    const { chain, sol } = await longHistory(1_200);
    show(chain, <ClaimHistory market={sol} limit={10_000} />);
    await table();
    for (const name of ['Time', 'Slot', 'Deficit', 'Buffer', 'Covered', 'Queued', 'Uncovered', 'Claim']) {
      const header = () => screen.getByRole('columnheader', { name: new RegExp(name) });
      const button = within(header()).getByRole('button');
      await userEvent.click(button);
      expect(header().getAttribute('aria-sort')).toBe('descending');
      await userEvent.click(button);
      expect(header().getAttribute('aria-sort')).toBe('ascending');
      expect(document.querySelectorAll('[aria-sort]').length).toBe(1);
    }
    expect(sequences().slice(0, 3)).toEqual([0, 1, 2]);
    await userEvent.click(screen.getByRole('button', { name: 'Deficit' }));
    expect(sequences().slice(0, 3)).toEqual([1000, 500, 0]);
  });

  test('all, fully covered, uncovered, queued; and none says so', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM, COVERED, QUEUED]);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    const filter = screen.getByRole('combobox', { name: 'Which claims' });
    await userEvent.selectOptions(filter, 'Fully covered');
    expect(sequences()).toEqual([2, 1]);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('3');
    expect(screen.getByText('2 shown; the newest 3 of 3 are loaded')).toBeTruthy();
    await userEvent.selectOptions(filter, 'Uncovered');
    expect(sequences()).toEqual([0]);
    await userEvent.selectOptions(filter, 'Queued');
    expect(sequences()).toEqual([2]);
  });

  test('a filter that nothing passes is not an empty history', async () => {
    const chain = chainFor();
    const sol = await market(chain, [COVERED]);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Queued');
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText(/None of the loaded claims is like that/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox'), 'All claims');
    expect(sequences()).toEqual([0]);
  });
});

describe('ten thousand claims', () => {
  test('at most sixty rows are in the document, wherever one scrolls, and each says where it stands', async () => {
    const { chain, sol } = await longHistory();
    show(chain, <ClaimHistory market={sol} limit={10_000} />);
    expect((await table()).getAttribute('aria-rowcount')).toBe('10001');
    const box = await scroller();
    const height = box.scrollHeight;
    for (const part of [0, 0.3, 0.5, 0.999, 1, 0.1]) {
      const top = Math.floor((box.scrollHeight - box.clientHeight) * part);
      if (box.scrollTop !== top) await scrollTo(top);
      const rows = screen.getAllByRole('row').slice(1);
      expect(rows.length).toBeLessThanOrEqual(60);
      // What one sees is all there.
      const seen = rows.filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > box.getBoundingClientRect().top && top < box.getBoundingClientRect().bottom;
      });
      const covered = seen.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
      expect(covered).toBeGreaterThanOrEqual(box.clientHeight - 40);
      for (const row of rows) {
        const sequence = Number(within(row).getByRole('rowheader').textContent?.slice(1));
        expect(Number(row.getAttribute('aria-rowindex'))).toBe(10_000 - sequence + 1);
      }
      // As high as all of them, however few there are.
      expect(Math.abs(box.scrollHeight - height)).toBeLessThan(4);
    }
    await scrollTo(box.scrollHeight);
    expect(sequences().at(-1)).toBe(0);
  });

  test('the keys lead from row to row, and out again with one more Tab', async () => {
    const { chain, sol } = await longHistory();
    show(
      chain,
      <>
        <ClaimHistory market={sol} limit={10_000} columns={['sequence', 'deficitAmount', 'proof']} />
        <button type="button">after</button>
      </>,
    );
    await table();
    await screen.findByRole('link', { name: /#9999/ });
    screen.getByRole('button', { name: 'Deficit' }).focus();
    const user = userEvent.setup();
    const focused = () => document.activeElement?.getAttribute('aria-rowindex');
    await user.tab();
    expect(focused()).toBe('2');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('4');
    await user.keyboard('{End}');
    expect(focused()).toBe('10001');
    const row = document.activeElement?.getBoundingClientRect() as DOMRect;
    expect(row.bottom).toBeLessThanOrEqual((await scroller()).getBoundingClientRect().bottom + 1);
    await user.keyboard('{ArrowUp}{Home}{PageDown}');
    expect(Number(focused())).toBeGreaterThan(4);
    await user.keyboard('{Home}');
    expect(focused()).toBe('2');
    expect((document.activeElement?.getBoundingClientRect().top as number) + 1).toBeGreaterThan(
      screen.getAllByRole('columnheader')[0]?.getBoundingClientRect().bottom as number,
    );
    await user.tab();
    expect(document.activeElement?.tagName).toBe('A');
    await user.tab();
    expect(document.activeElement?.textContent).toBe('after');
  });

  test('the row that has the focus keeps it, however far one scrolls', async () => {
    const { chain, sol } = await longHistory();
    show(chain, <ClaimHistory market={sol} limit={10_000} />);
    await table();
    const link = await screen.findByRole('link', { name: /#9997/ });
    act(() => link.focus());
    await scrollTo(200_000);
    expect(document.activeElement).toBe(link);
    expect(screen.getAllByRole('row').length).toBeLessThanOrEqual(62);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('5');
  });

  test('addresses are derived for rows on screen only', async () => {
    const { chain, sol } = await longHistory();
    const derive = vi.spyOn(chain.client.addresses, 'insolvencyRecordAddress');
    show(chain, <ClaimHistory market={sol} limit={10_000} />);
    await table();
    await screen.findByRole('link', { name: /#9999/ });
    expect(new Set(derive.mock.calls.map(([, sequence]) => sequence)).size).toBeLessThanOrEqual(60);
  });

  test('where it is narrow, each row is a block of one height; a container that grows makes a table of it', async () => {
    const { chain, sol } = await longHistory();
    show(chain, <ClaimHistory market={sol} limit={10_000} />, { width: 320 });
    const box = await scroller();
    const heights = () =>
      new Set(
        screen
          .getAllByRole('row')
          .slice(1)
          .map((row) => row.getBoundingClientRect().height),
      );
    expect(heights().size).toBe(1);
    const [blocks] = heights();
    expect(blocks).toBeGreaterThan(80);
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
    await scrollTo(400_000);
    expect(heights()).toEqual(new Set([blocks]));
    (box.closest('[style]') as HTMLElement).style.width = '960px';
    await waitFor(() => expect(box.scrollHeight).toBeLessThan(10_100 * 42));
    expect([...heights()][0]).toBeLessThan(50);
    expect(screen.getAllByRole('row').length).toBeLessThanOrEqual(62);
  });
});

describe('older claims', () => {
  test('are loaded by a button; what is there stays, and so does the focus', async () => {
    const chain = chainFor();
    const sol = await market(chain, 60);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    expect(screen.getByText('50 shown; the newest 50 of 60 are loaded')).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Load older' });
    await userEvent.click(button);
    expect(sequences()[0]).toBe(59);
    await screen.findByText('60 claims');
    expect(screen.queryByRole('button', { name: 'Load older' })).toBeNull();
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('61');
  });

  test('that can’t be read leave what is there, and say so', async () => {
    const chain = chainFor();
    const sol = await market(chain, 60);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    chain.rpc.fail('getMultipleAccounts', 'unreachable');
    await userEvent.click(screen.getByRole('button', { name: 'Load older' }));
    const alert = await screen.findByRole('alert');
    expect(sequences()[0]).toBe(59);
    expect(screen.getByText('50 shown; the newest 50 of 60 are loaded')).toBeTruthy();
    chain.rpc.mend();
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await screen.findByText('60 claims');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('claims that come', () => {
  const status = () => document.querySelector('[data-part=status]')?.textContent;

  test('are announced once, not at first, and highlighted', async () => {
    const chain = chainFor();
    const sol = await market(chain, [COVERED]);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    expect(status()).toBe('');
    await chain.records(sol, [COVERED, CLAIM]);
    await waitFor(() =>
      expect(status()).toBe('New claim: 92,790 USDC deficit, 60,000 USDC covered, 12,790 USDC uncovered'),
    );
    expect(document.querySelector('[data-part=status]')?.getAttribute('role')).toBe('status');
    expect(sequences()).toEqual([1, 0]);
    expect(screen.queryByRole('button', { name: /new claim/ })).toBeNull();
    const row = screen.getAllByRole('row')[1] as HTMLElement;
    expect(row.dataset.new).toBe('true');
    await waitFor(() => expect(row.dataset.new).toBeUndefined());
  });

  test('don’t move what one is reading; a button leads to them', async () => {
    const chain = chainFor();
    const sol = await market(chain, 40);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    const box = await scrollTo(600);
    const read = screen.getByRole('rowheader', { name: '#20' });
    const before = read.getBoundingClientRect().top;
    await chain.records(sol, 42);
    const button = await screen.findByRole('button', { name: '2 new claims' });
    expect(status()).toBe('2 new claims');
    expect(screen.getByRole('rowheader', { name: '#20' }).getBoundingClientRect().top).toBeCloseTo(before, 0);
    await userEvent.click(button);
    expect(box.scrollTop).toBe(0);
    expect(document.activeElement).toBe(screen.getAllByRole('row')[1]);
    expect(sequences()[0]).toBe(41);
    expect(screen.queryByRole('button', { name: /new claims/ })).toBeNull();
  });

  test('in another order or behind a filter, too', async () => {
    const chain = chainFor();
    const sol = await market(chain, [COVERED]);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Fully covered');
    await chain.records(sol, [COVERED, CLAIM]);
    await userEvent.click(await screen.findByRole('button', { name: '1 new claim' }));
    expect(sequences()).toEqual([1, 0]);
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('all');
  });

  test('of another market are none of this one', async () => {
    const chain = chainFor();
    const sol = await market(chain, [COVERED]);
    const btc = await chain.insure('btc');
    await chain.records(btc, [COVERED, CLAIM]);
    const { rerender } = show(chain, <ClaimHistory market={sol} />);
    await table();
    rerender(page(chain, <ClaimHistory market={btc} />));
    await waitFor(() => expect(sequences()).toEqual([1, 0]));
    expect(status()).toBe('');
    expect(document.querySelector('[data-new]')).toBeNull();
  });
});

describe('what is not as it should be', () => {
  test('records that can’t be found are named, and nothing stands in their place', async () => {
    const chain = chainFor();
    const sol = await market(chain, 5);
    await chain.put(await chain.client.addresses.insolvencyRecordAddress(sol, 3n), null);
    const { container } = show(chain, <ClaimHistory market={sol} />);
    await table();
    expect(sequences()).toEqual([4, 2, 1, 0]);
    expect(screen.getByText('Could not be found, so not in the list: #3.')).toBeTruthy();
    expect(container.querySelector('[data-part=root]')?.getAttribute('data-state')).toBe('partial');
    expect(screen.getByText('4 shown; the newest 4 of 5 are loaded')).toBeTruthy();
  });

  test('an indexer that says otherwise than the chain', async () => {
    const chain = chainFor({ indexer: true });
    const sol = await market(chain, [COVERED, COVERED, CLAIM]);
    chain.rpc.fail('indexer', (_, truth) => {
      const [newest, ...more] = truth as [Record<string, string>, ...object[]];
      if (more.length < 2) return [];
      const wrong = { buffer_used: '0', covered_amount: '5', queued_amount: '0', uncovered_amount: '0' };
      return [
        { ...newest, ...wrong, sequence: '7', deficit_amount: '5' },
        { ...newest, ...wrong, deficit_amount: '5' },
      ];
    });
    show(chain, <ClaimHistory market={sol} />);
    await table();
    expect(sequences()).toEqual([2, 1, 0]);
    expect(screen.getByTitle('92790')).toBeTruthy();
    expect(screen.getByText('The indexer does not have these; they are from the chain: #1, #0.')).toBeTruthy();
    expect(screen.getByText('The indexer has these differently; the chain’s are shown: #2.')).toBeTruthy();
    expect(screen.getByText('The indexer has these, the chain does not; they are left out: #7.')).toBeTruthy();
  });

  test('an indexer that is down', async () => {
    const chain = chainFor({ indexer: true });
    const sol = await market(chain, [CLAIM]);
    chain.rpc.fail('indexer', 'refused');
    show(chain, <ClaimHistory market={sol} />);
    await table();
    expect(screen.getByText(/The indexer gave no claims: HTTP 403/)).toBeTruthy();
  });

  test('a time that no calendar has', async () => {
    const chain = chainFor();
    const sol = await market(chain, [{ ...CLAIM, timestamp: 2n ** 62n }]);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    expect(screen.getByText('—')).toBeTruthy();
  });

  test('decimals that can’t be read: no amount is guessed', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM]);
    await chain.put(chain.place(sol).shareMint, null);
    const { container } = show(chain, <ClaimHistory market={sol} />);
    await table();
    expect(screen.getAllByText('The token’s decimals could not be read.').length).toBeGreaterThan(3);
    expect(screen.queryByText('92,790')).toBeNull();
    expect(container.querySelector('[data-part=root]')?.getAttribute('data-state')).toBe('partial');
  });

  test('no claims, with what would make one', async () => {
    const chain = chainFor();
    show(chain, <ClaimHistory market={await chain.insure('sol')} />);
    expect(await screen.findByText(/^No claims yet. When a deficit above/)).toBeTruthy();
    expect(screen.getByText('0 claims')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save CSV' }).disabled).toBe(true);
  });

  test('no claims account', async () => {
    const chain = chainFor();
    show(chain, <ClaimHistory market={await chain.insure('sol', { claims: null })} />);
    expect(await screen.findByText(/claims account is not set up/)).toBeTruthy();
  });

  test('no pool, no market, no address', async () => {
    const chain = chainFor();
    const { rerender, container } = show(chain, <ClaimHistory market={chain.address('nobody')} />);
    expect(await screen.findByText(/This market has no insurance pool/)).toBeTruthy();
    rerender(page(chain, <ClaimHistory market={null} />));
    expect(await screen.findByText('Choose a market to see its insurance.')).toBeTruthy();
    rerender(page(chain, <ClaimHistory market="SOL-PERP" />));
    expect((await screen.findByRole('alert')).textContent).toContain('"SOL-PERP" is no address');
    expect(container.querySelector('[data-part=root]')?.getAttribute('data-state')).toBe('error');
  });

  test('an RPC that never answers: it is loading, and takes the room that it will take', async () => {
    const chain = chainFor();
    const sol = await market(chain, 30);
    chain.rpc.fail('*', 'hang');
    const { container } = show(chain, <ClaimHistory market={sol} />);
    await waitFor(() => expect(document.querySelector('[data-part=status]')?.textContent).toBe('Loading'));
    const size = () => container.querySelector('[data-part=root]')?.getBoundingClientRect().height;
    const loading = size();
    expect(screen.queryByRole('table')).toBeNull();
    cleanup();
    chain.rpc.mend();
    const after = show(chain, <ClaimHistory market={sol} />);
    await table();
    expect(after.container.querySelector('[data-part=root]')?.getBoundingClientRect().height).toBe(loading);
  });

  test('an RPC that refuses, and then does not', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM]);
    chain.rpc.fail('getMultipleAccounts', '429');
    show(chain, <ClaimHistory market={sol} />);
    const alert = await screen.findByRole('alert');
    chain.rpc.mend();
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await table();
    expect(sequences()).toEqual([0]);
  });

  test('no line: what was known stays, and says since when', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM]);
    const { container } = show(chain, <ClaimHistory market={sol} />);
    await table();
    await chain.goOffline();
    await chain.advance(60_000);
    expect(await screen.findByText(/^Offline: figures are as of/)).toBeTruthy();
    expect(sequences()).toEqual([0]);
    expect(container.querySelector('[data-part=root]')?.getAttribute('data-state')).toBe('stale');
  });

  test('amounts as large as the chain can count', async () => {
    const chain = chainFor();
    const most = 2n ** 64n - 1n;
    const sol = await market(chain, [
      { ...CLAIM, deficitAmount: most, bufferUsed: most, coveredAmount: 0n, uncoveredAmount: 0n },
    ]);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    expect(screen.getAllByTitle('18446744073709.551615')[0]?.textContent).toBe('18,446,744,073,709.55');
  });
});

describe('files', () => {
  async function saved(name: string): Promise<{ text: string; file: string }> {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:scripted';
    });
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this.download);
    });
    await userEvent.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(clicked.length).toBe(1));
    return { text: await (blobs[0] as Blob).text(), file: clicked[0] as string };
  }

  test('JSON: exact, as text, with all that one has to know of it', async () => {
    const chain = chainFor();
    const sol = await market(chain, [COVERED, { ...CLAIM, timestamp: 1_795_262_400n }]);
    show(chain, <ClaimHistory market={sol} name="SOL-PERP" />);
    await table();
    const { text, file } = await saved('Save JSON');
    expect(file).toBe(`claims-${sol}.json`);
    const { claims, ...rest } = JSON.parse(text);
    expect(rest).toEqual({
      market: sol,
      name: 'SOL-PERP',
      collateralMint: chain.place(sol).mint,
      symbol: 'USDC',
      decimals: 6,
      amountsIn: 'USDC',
      readAtSlot: expect.stringMatching(/^\d+$/),
      filter: 'all',
      total: '2',
      inFile: 2,
      complete: true,
      missing: [],
    });
    expect(claims[0]).toMatchObject({
      sequence: '1',
      time: '2026-11-21T12:00:00.000Z',
      unixTime: '1795262400',
      deficit: '92790',
      uncovered: '12790',
    });
    expect(claims[1].deficit).toBe('1234.567891');
  });

  test('CSV: a part says that it is one; a name is no formula', async () => {
    const chain = chainFor();
    const sol = await market(chain, 60);
    show(chain, <ClaimHistory market={sol} name={'=cmd|"x",1'} />);
    await table();
    const { text, file } = await saved('Save CSV');
    expect(file).toBe(`claims-${sol}-part.csv`);
    const lines = text.split('\r\n');
    expect(lines.length).toBe(52);
    expect(lines.at(-1)).toBe('');
    expect(lines[0]).toBe(
      'sequence,time,unixTime,slot,deficit,buffer,covered,queued,uncovered,reporter,market,name,collateralMint,symbol,decimals,amountsIn,readAtSlot,filter,total,inFile,complete,missing',
    );
    expect(lines[1]).toContain(`"'=cmd|""x"",1"`);
    expect(lines[1]).toMatch(/USDC,6,USDC,\d+,all,60,50,false,$/);
  });

  test('without decimals amounts are in the smallest unit, and the file says so', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM]);
    await chain.put(chain.place(sol).shareMint, null);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    const { text } = await saved('Save JSON');
    expect(JSON.parse(text)).toMatchObject({
      decimals: null,
      amountsIn: 'atoms',
      claims: [{ deficit: '92790000000' }],
    });
  });

  test('hold what the list holds: filtered and in its order', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM, COVERED, QUEUED]);
    show(chain, <ClaimHistory market={sol} />);
    await table();
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Fully covered');
    await userEvent.click(screen.getByRole('button', { name: 'Deficit' }));
    const { text } = await saved('Save JSON');
    const file = JSON.parse(text);
    expect([file.filter, file.complete, file.inFile, file.total]).toEqual(['covered', false, 2, '3']);
    expect(file.claims.map((claim: { sequence: string }) => claim.sequence)).toEqual(['1', '2']);
  });

  test('from within a shadow root, too; what fails is said', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM]);
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    const inside = root.appendChild(document.createElement('div'));
    render(page(chain, <ClaimHistory market={sol} />), { container: inside });
    const button = await waitFor(() => {
      const found = root.querySelector<HTMLButtonElement>('[data-part=export-csv]:enabled');
      if (!found) throw new Error('not yet');
      return found;
    });
    const made = vi.spyOn(URL, 'createObjectURL').mockImplementationOnce(() => {
      throw new Error('blocked by the page');
    });
    act(() => button.click());
    await waitFor(() => expect(root.textContent).toContain('No file was made: blocked by the page'));
    made.mockReturnValue('blob:scripted');
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    act(() => button.click());
    await waitFor(() => expect(click).toHaveBeenCalledOnce());
    expect(made).toHaveBeenCalledTimes(2);
    expect(root.textContent).not.toContain('No file was made');
    host.remove();
  });
});

function Deficits() {
  const { claims } = useClaimHistory();
  return <output>{claims.map(({ deficitAmount }) => String(deficitAmount)).join(' ')}</output>;
}

describe('as a guest', () => {
  test('it renders nothing while nothing of it changes', async () => {
    const chain = chainFor();
    const sol = await market(chain, 12);
    const renders = vi.fn();
    show(
      chain,
      <Profiler id="claims" onRender={renders}>
        <ClaimHistory market={sol} />
      </Profiler>,
    );
    await table();
    await screen.findByRole('link', { name: /#0/ });
    await chain.settle();
    renders.mockClear();
    await chain.advance(30_000);
    await chain.change.pool(sol, { totalDeposits: 5_000_000n * UNIT });
    expect(renders).not.toHaveBeenCalled();
  });

  test('a server’s markup is taken over without a complaint', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM]);
    const queryClient = scriptedQueryClient();
    const tree = page(chain, <ClaimHistory market={sol} />, { queryClient });
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = renderToString(tree);
    expect(container.querySelector('[data-part=root]')?.getAttribute('data-state')).toBe('loading');
    const recovered = vi.fn();
    const root = await act(async () => hydrateRoot(container, tree, { onRecoverableError: recovered }));
    await waitFor(() => expect(container.querySelector('table')).not.toBeNull());
    expect(recovered).not.toHaveBeenCalled();
    await act(async () => root.unmount());
    container.remove();
  });

  test('code that can’t be loaded is said, and tried again', async () => {
    const retry = vi.fn();
    const reading = { list: { loaded: null, failed: true, retry }, state: 'loading' } as never;
    render(
      <ClaimHistoryContext.Provider value={reading}>
        <ClaimHistory.Table />
        <ClaimHistory.Notes />
      </ClaimHistoryContext.Provider>,
    );
    expect(screen.getByRole('alert').textContent).toContain('could not be shown');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  test('a host’s own parts read what ours read', async () => {
    const chain = chainFor();
    const sol = await market(chain, [CLAIM, COVERED]);
    show(
      chain,
      <ClaimHistory.Root market={sol}>
        <Deficits />
      </ClaimHistory.Root>,
    );
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1234567891 92790000000'));
  });

  test('types: a column is one of ours or whole', () => {
    expectTypeOf<ClaimColumn['cell']>().parameter(1).toEqualTypeOf<{ readonly tabIndex: number }>();
    // @ts-expect-error there is no such column
    const wrong = <ClaimHistory market="x" columns={['deficit']} />;
    // @ts-expect-error it says nothing without a market
    const nothing = <ClaimHistory />;
    expect([wrong, nothing]).toHaveLength(2);
  });
});

async function inside(part: ReactElement, records: readonly Partial<InsolvencyRecord>[] | number = [CLAIM]) {
  const chain = chainFor();
  const sol = await market(chain, records);
  return page(chain, <ClaimHistory.Root market={sol}>{part}</ClaimHistory.Root>);
}

const NAMES = { widget: 'claim-history', within: inside };
{
  const chain = () => chainFor();
  conforms('ClaimHistory.Root', ClaimHistory.Root, {
    widget: 'claim-history',
    part: 'root',
    tag: 'div',
    props: { market: null },
    within: (part) => page(chain(), part),
  });
}
conforms('ClaimHistory.Title', ClaimHistory.Title, { ...NAMES, part: 'title', tag: 'div' });
conforms('ClaimHistory.Summary', ClaimHistory.Summary, { ...NAMES, part: 'summary', tag: 'dl' });
conforms('ClaimHistory.Filter', ClaimHistory.Filter, { ...NAMES, part: 'filter', tag: 'select', child: 'select' });
conforms('ClaimHistory.ExportCsv', ClaimHistory.ExportCsv, { ...NAMES, part: 'export-csv', tag: 'button' });
conforms('ClaimHistory.ExportJson', ClaimHistory.ExportJson, { ...NAMES, part: 'export-json', tag: 'button' });
conforms('ClaimHistory.Table', ClaimHistory.Table, { ...NAMES, part: 'table', tag: 'div' });
conforms('ClaimHistory.Message', ClaimHistory.Message, {
  ...NAMES,
  part: 'message',
  tag: 'div',
  within: (part) => inside(part, []),
});
conforms('ClaimHistory.Count', ClaimHistory.Count, { ...NAMES, part: 'count', tag: 'span' });
conforms('ClaimHistory.LoadOlder', ClaimHistory.LoadOlder, {
  ...NAMES,
  part: 'load-older',
  tag: 'button',
  within: (part) => inside(part, 51),
});
conforms('ClaimHistory.Notes', ClaimHistory.Notes, { ...NAMES, part: 'notes', tag: 'div' });
conforms('ClaimHistory.Status', ClaimHistory.Status, { ...NAMES, part: 'status', tag: 'span' });
