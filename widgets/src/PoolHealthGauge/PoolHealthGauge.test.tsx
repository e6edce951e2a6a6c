import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler, type ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../theme/styles.css';
import { type Insured, type ScriptedChain, scriptedChain } from '../../../tests/scripted/chain.ts';
import { ScriptedPage } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { conforms } from '../core/conformance.tsx';
import { PoolHealthGauge } from './PoolHealthGauge.tsx';

const USDC = 1_000_000n;
const million = (count: number) => BigInt(count * 1_000_000) * USDC;

const closing = tidy();
const chainOf = (...options: Parameters<typeof scriptedChain>) => closing({ chain: scriptedChain(...options) }).chain;

const on = (chain: ScriptedChain, children: ReactElement) => <ScriptedPage chain={chain}>{children}</ScriptedPage>;

async function gaugeOf(insured: Insured = {}, props: Partial<Parameters<typeof PoolHealthGauge>[0]> = {}) {
  const chain = chainOf();
  const market = await chain.insure('sol', insured);
  const shown = render(on(chain, <PoolHealthGauge market={market} name="SOL-PERP" {...props} />));
  await chain.settle();
  await screen.findByText(/You can lose them/);
  await waitFor(() =>
    expect(shown.container.querySelector('[data-part="root"]')).toHaveProperty('dataset.state', 'ready'),
  );
  return { chain, market, ...shown };
}

/** What stands beside a label. */
const figure = (label: string) => screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;

describe('what it shows', () => {
  test('a healthy pool: its figures, its cover, and that deposits can be lost', async () => {
    await gaugeOf();
    expect(screen.getByRole('group', { name: 'Pool health of SOL-PERP' })).toBeTruthy();
    expect(figure('Net asset value')).toBe('2,500,000\u202fUSDC');
    expect(figure('Must stay')).toBe('500,000\u202fUSDC');
    expect(figure('Withdrawable')).toBe('2,000,000\u202fUSDC');
    expect(figure('Open interest')).toBe('12,500,000\u202fUSDC');
    expect(figure('Utilization')).toBe('50.00\u202f%');
    expect(figure('Share price')).toBe('1.041666\u202fUSDC');
    expect(figure('Last epoch’s yield, a year')).toBe('8.42\u202f%');
    expect(figure('Claims may take')).toBe('1,250,000\u202fUSDC');
    expect(figure('Claims to pay')).toBe('0\u202fUSDC');
    const [risk, apy] = [screen.getByText(/You can lose them/), screen.getByText('8.42 %')];
    expect(getComputedStyle(risk).fontSize).toBe(getComputedStyle(apy).fontSize);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('the meter says its reading, its scale and its target', async () => {
    await gaugeOf({ header: { openInterest: million(20) } });
    const meter = screen.getByRole('meter', { name: 'Coverage of open interest' });
    expect(meter).toHaveProperty('ariaValueNow', '12.5');
    expect(meter).toHaveProperty('ariaValueMin', '0');
    expect(meter).toHaveProperty('ariaValueMax', '20');
    expect(meter).toHaveProperty(
      'ariaValueText',
      '12.50\u202f%. Enough for the 10.00\u202f% that it is meant to cover',
    );
    expect(meter.dataset.state).toBe('covered');
    const ends = [...meter.querySelectorAll('line')].map((line) => [line.dataset.kind, line.getAttribute('x2')]);
    expect(ends).toEqual([
      [undefined, '100%'],
      ['reserve', '12.5%'],
      ['nav', '62.5%'],
      ['mark', '50%'],
    ]);
  });

  test('cover that falls short is told by word and shape; more than the scale holds is a full bar with the true figure', async () => {
    const { chain, market } = await gaugeOf({ header: { openInterest: million(50) } });
    const meter = screen.getByRole('meter');
    expect(meter.dataset.state).toBe('short');
    expect(screen.getByText(/Less than the 10.00/).textContent).toMatch(/^▲/);
    await chain.change.header(market, { openInterest: USDC });
    await waitFor(() => expect(meter).toHaveProperty('ariaValueNow', '20'));
    expect(meter.ariaValueText).toMatch(/^250,000,000\.00/);
  });

  test('where nothing is open there is no reading, and no zero for it', async () => {
    await gaugeOf({ header: { openInterest: 0n } });
    expect(screen.queryByRole('meter')).toBeNull();
    expect(screen.getAllByText('No position is open: there is nothing to cover.').length).toBeGreaterThan(0);
    expect(screen.getByText('No position is open: there is nothing to cover.', { selector: 'p' }).dataset.state).toBe(
      'unknown',
    );
  });

  test('a pool without a target is measured by all of the open interest', async () => {
    await gaugeOf({ pool: { coverBps: 0 } });
    expect(screen.getByRole('meter')).toHaveProperty('ariaValueMax', '100');
    expect(screen.getByRole('meter')).toHaveProperty('ariaValueNow', '20');
  });

  test('a yield beyond what the chain can count is a bound', async () => {
    await gaugeOf({ pool: { apyBps: 65_535 } });
    expect(figure('Last epoch’s yield, a year')).toBe('>\u202f655.35\u202f%');
  });

  test('before the first premium there is no yield, not a yield of 0', async () => {
    await gaugeOf({ pool: { apyBps: 0, openInterest: 0n, utilizationRateBps: 0 }, premium: { totalSettled: 0n } });
    expect(figure('Last epoch’s yield, a year')).toBe('—No epoch has brought the pool a premium yet.');
    expect(figure('Utilization')).toBe('—No epoch has brought the pool a premium yet.');
    expect(figure('Net asset value')).toBe('2,500,000\u202fUSDC');
  });

  test('while no keeper settles, yield and utilization are as of then, and the rest is not', async () => {
    const { chain, market } = await gaugeOf();
    await chain.advanceEpochs(market, 2);
    expect(figure('Utilization')).toBe('50.00\u202f%');
    await chain.advanceEpochs(market, 1);
    await waitFor(() => expect(figure('Utilization')).toMatch(/50\.00\u202f% ◷ as of .*2026/));
    expect(figure('Last epoch’s yield, a year')).toMatch(/as of/);
    expect(figure('Net asset value')).toBe('2,500,000\u202fUSDC');
  });

  test('amounts in a locale of other separators, words in English where there are no others', async () => {
    await gaugeOf({}, { locale: { tag: 'de' } });
    expect(figure('Open interest')).toBe('12.500.000\u202fUSDC');
    expect(figure('Share price')).toBe('1,041666\u202fUSDC');
  });

  test('single words are the host’s', async () => {
    await gaugeOf(
      {},
      { messages: { poolHealthGauge: { nav: 'Behind the market', risk: 'Mind.', covered: 'Fine.' } } },
    ).catch(() => null);
    expect(await screen.findByText('Behind the market')).toBeTruthy();
    expect(await screen.findByText('Fine.')).toBeTruthy();
  });

  test('amounts without decimals are not known, shares’ price and percentages are', async () => {
    const chain = chainOf();
    const market = await chain.insure('sol');
    await chain.put(chain.place(market).shareMint, null);
    render(on(chain, <PoolHealthGauge market={market} />));
    await chain.settle();
    expect(await screen.findAllByText(/decimals could not be read/, { selector: 'p' })).toHaveLength(1);
    expect(figure('Net asset value')).toMatch(/^—The token’s decimals/);
    expect(figure('Share price')).toMatch(/^1\.041666/);
  });
});

describe('who bears a loss', () => {
  const bars = () =>
    [...document.querySelectorAll('[data-part="waterfall"] dl > div')].map((entry) => [
      (entry as HTMLElement).dataset.kind,
      entry.querySelector('dd')?.textContent,
    ]);

  test('nothing is open: the most that the pool would pay, now and later', async () => {
    await gaugeOf();
    expect(bars()).toEqual([
      ['pool', '1,250,000\u202fUSDC'],
      ['queued', '1,250,000\u202fUSDC'],
    ]);
    expect(screen.getByText('Pool pays at most, for a loss over 1,000 USDC')).toBeTruthy();
  });

  test('an open loss: buffer, pool, later, nobody; and that it can be claimed', async () => {
    await gaugeOf({ header: { cumulativeDeficit: million(3), marginAbsorbed: million(0.2) } });
    expect(bars()).toEqual([
      ['buffer', '200,000\u202fUSDC'],
      ['pool', '1,250,000\u202fUSDC'],
      ['queued', '1,250,000\u202fUSDC'],
      ['uncovered', '300,000\u202fUSDC'],
    ]);
    expect(screen.getByRole('status').textContent).toMatch(/can be claimed now, by anybody: 2,500,000/);
  });

  test('a loss below the threshold is open, and nobody’s claim', async () => {
    await gaugeOf({ header: { cumulativeDeficit: 900n * USDC } });
    expect(screen.getByText(/A loss of 900 USDC is open. The pool pays only above 1,000/)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('without a cap it is all paid at once', async () => {
    await gaugeOf({ pool: { claimCapBps: 10_000 } });
    expect(bars()).toEqual([['pool', '2,500,000\u202fUSDC']]);
    expect(figure('Claims may take')).toBe('Everything');
  });
});

describe('what one has to know', () => {
  const notices = () =>
    within(screen.getByRole('status'))
      .queryAllByText(/./, { selector: 'p' })
      .map(({ dataset }) => dataset.state);

  test('a claim that waits, and a pool that is closed', async () => {
    await gaugeOf({ pool: { pendingClaims: million(0.12), isActive: 0 } });
    expect(notices()).toEqual(['queued', 'inactive']);
    expect(figure('Claims to pay')).toBe('120,000\u202fUSDC');
    expect(figure('Net asset value')).toBe('2,380,000\u202fUSDC');
  });

  test('an exhausted pool', async () => {
    await gaugeOf({ pool: { totalDeposits: 1n, totalShares: million(2) } });
    expect(notices()).toEqual(['exhausted']);
    expect(figure('Must stay')).toBe('Nothing');
  });

  test('a market that is gone holds nobody in, and what it had is not known', async () => {
    await gaugeOf({ header: null });
    expect(notices()).toEqual(['gone']);
    expect(screen.getByRole('status').textContent).toMatch(/cannot lock its depositors in/);
    expect(figure('Must stay')).toBe('Nothing');
    expect(figure('Open interest')).toBe('—The market’s account is gone.');
    expect(figure('Claims may take')).toBe('Nothing');
    expect(document.querySelector('[data-part="waterfall"]')).toBeNull();
  });

  test('what a market that is gone was still to be paid goes back', async () => {
    await gaugeOf({ header: null, pool: { pendingClaims: million(0.04) } });
    expect(notices()).toEqual(['gone', 'returns']);
    expect(screen.getByRole('status').textContent).toMatch(/40,000\u202fUSDC/);
  });

  test('offline for more than two epochs: the last figures stay, with their age, until the line is back', async () => {
    const { chain } = await gaugeOf({ pool: { epochDuration: 300n } });
    await chain.goOffline();
    await chain.advance(3 * 300 * 400);
    await waitFor(() => expect(notices()).toEqual(['offline']));
    expect(figure('Net asset value')).toMatch(/^2,500,000\u202fUSDC ◷ as of/);
    await chain.goOnline();
    await chain.advance(60_000);
    await waitFor(() => expect(figure('Net asset value')).toBe('2,500,000\u202fUSDC'));
    expect(notices()).toEqual([]);
  });

  test('a claim that becomes due is announced where it stands', async () => {
    const { chain, market } = await gaugeOf();
    const region = screen.getByRole('status');
    await chain.change.header(market, { cumulativeDeficit: million(1) });
    await waitFor(() => expect(region.textContent).toMatch(/can be claimed now/));
    expect(screen.getByRole('status')).toBe(region);
  });
});

describe('where there is nothing to show', () => {
  const state = () => document.querySelector<HTMLElement>('[data-part="root"]')?.dataset.state;

  test('no market, a market without a pool', async () => {
    const chain = chainOf();
    const { rerender } = render(on(chain, <PoolHealthGauge market={null} />));
    expect(await screen.findByText(/Choose a market/)).toBeTruthy();
    rerender(on(chain, <PoolHealthGauge market={chain.address('nobody')} />));
    await chain.settle();
    expect(await screen.findByText(/has no insurance pool/)).toBeTruthy();
    expect(state()).toBe('empty');
    expect(screen.queryByText('Net asset value')).toBeNull();
  });

  test('an address that is none, an account that is no pool: said, nothing thrown', async () => {
    const chain = chainOf();
    const market = await chain.insure('sol');
    const { rerender } = render(on(chain, <PoolHealthGauge market="not an address" />));
    expect((await screen.findByRole('alert')).textContent).toMatch(/"not an address" is no address/);
    const { pool } = chain.place(market);
    await chain.put(pool, { owner: chain.address('stranger'), data: new Uint8Array(464) });
    rerender(on(chain, <PoolHealthGauge market={market} />));
    await chain.settle();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/owner|own/i));
    expect(state()).toBe('failed');
  });

  test('an RPC that fails says why, and another try is one key away', async () => {
    const chain = chainOf();
    const market = await chain.insure('sol');
    chain.rpc.fail('*', '429');
    render(on(chain, <PoolHealthGauge market={market} />));
    await chain.settle();
    await chain.advance(60_000);
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(state()).toBe('failed');
    chain.rpc.mend();
    await userEvent.tab();
    expect(document.activeElement).toBe(again);
    await userEvent.keyboard('{Enter}');
    await chain.settle();
    await waitFor(() => expect(figure('Net asset value')).toBe('2,500,000\u202fUSDC'));
  });

  test('an RPC that hangs leaves the skeleton', async () => {
    const chain = chainOf();
    const market = await chain.insure('sol');
    chain.rpc.fail('*', 'hang');
    const { container } = render(on(chain, <PoolHealthGauge market={market} />));
    await chain.settle();
    expect(state()).toBe('loading');
    expect(screen.getByText('Loading')).toBeTruthy();
    expect(container.querySelectorAll('.percosec-skeleton').length).toBeGreaterThan(9);
  });
});

test.each([320, 480, 960])('the skeleton is of the size of what comes, at %i px', async (width) => {
  await page.viewport(width + 40, 900);
  const placesWhen = async (hangs: boolean, shown: () => Promise<unknown>) => {
    const chain = chainOf();
    const market = await chain.insure('sol');
    await chain.settlements(market, 5);
    if (hangs) chain.rpc.fail('*', 'hang');
    const { container, unmount } = render(
      on(
        chain,
        <div style={{ inlineSize: width, fontFamily: 'sans-serif' }}>
          <PoolHealthGauge market={market} name="SOL-PERP" />
        </div>,
      ),
    );
    await chain.settle();
    await shown();
    const places = ['figures', 'risk', 'waterfall', 'share-price-sparkline', 'apy-sparkline', 'root'].map((part) => {
      const { top, bottom } = (container.querySelector(`[data-part="${part}"]`) as HTMLElement).getBoundingClientRect();
      return part === 'root' ? bottom : top;
    });
    unmount();
    return places;
  };
  const before = await placesWhen(true, () => screen.findByText('Loading'));
  const after = await placesWhen(false, () => screen.findAllByText(/^First .*%/));
  expect(after.map((place, at) => Math.abs(place - (before[at] as number)))).toEqual(after.map(() => 0));
});

describe('charts', () => {
  test('the settled epochs: in words, and as a table', async () => {
    const chain = chainOf();
    const market = await chain.insure('sol');
    await chain.settlements(market, [
      { apyBps: 500, nav: million(1), totalShares: million(1) },
      { apyBps: 1_500, nav: million(1.2), totalShares: million(1) },
      { apyBps: 900, nav: million(1.1), totalShares: million(1), timestamp: null },
    ]);
    render(on(chain, <PoolHealthGauge market={market} />));
    await chain.settle();
    expect(await screen.findByText(/^First 1, last 1\.1(0)?, low 1, high 1\.2(0)?$/)).toBeTruthy();
    expect(await screen.findByText('First 5.00 %, last 9.00 %, low 5.00 %, high 15.00 %')).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Last epoch’s yield, a year' });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(within(table).getByText(/^Slot /)).toBeTruthy();
  });

  test('no history: said, not drawn', async () => {
    const chain = chainOf();
    const market = await chain.insure('sol');
    render(on(chain, <PoolHealthGauge market={market} />));
    await chain.settle();
    expect(await screen.findAllByText('No epoch has been settled yet.')).toHaveLength(2);
    expect(document.querySelector('[data-part="apy-sparkline"] svg')).toBeNull();
  });

  test('a history with holes says so; one that fails can be tried again', async () => {
    const chain = chainOf();
    const market = await chain.insure('sol');
    await chain.settlements(market, 3);
    chain.rpc.fail('getTransaction', (_, truth) => ({ ...(truth as object), meta: null }));
    const { unmount } = render(on(chain, <PoolHealthGauge market={market} />));
    await chain.settle();
    expect((await screen.findAllByText(/could not be read and are missing/)).length).toBe(2);
    unmount();
    chain.rpc.fail('getSignaturesForAddress', 'refused');
    render(on(chain, <PoolHealthGauge market={market} />));
    await chain.settle();
    const [again] = await screen.findAllByRole('button', { name: 'Try again' });
    chain.rpc.mend();
    await userEvent.click(again as HTMLElement);
    await chain.settle();
    expect((await screen.findAllByText(/^First /)).length).toBe(2);
  });

  test('what is not on screen asks for no history', async () => {
    const chain = chainOf();
    const market = await chain.insure('sol');
    await chain.settlements(market, 3);
    const asked = () => chain.asked.some(({ method }) => method === 'getSignaturesForAddress');
    render(
      on(
        chain,
        <>
          <div style={{ blockSize: '300vh' }} />
          <PoolHealthGauge market={market} />
        </>,
      ),
    );
    await chain.settle();
    await waitFor(() => expect(figure('Net asset value')).toBe('2,500,000\u202fUSDC'));
    // An observer tells once at the start: after that of one who looks at the same place, all have been told.
    const chart = await waitFor(() => {
      const found = document.querySelector('.percosec-pool-health-gauge-chart');
      if (!found) throw new Error('no chart yet');
      return found;
    });
    await new Promise<void>((told) => {
      new IntersectionObserver((_, observer) => {
        observer.disconnect();
        told();
      }).observe(chart);
    });
    await chain.settle();
    expect(asked()).toBe(false);
    chart.scrollIntoView();
    expect((await screen.findAllByText(/^First /)).length).toBe(2);
    expect(asked()).toBe(true);
  });
});

test('nothing renders while nothing changes, and once where something does', async () => {
  const chain = chainOf();
  const market = await chain.insure('sol');
  let commits = 0;
  render(
    on(
      chain,
      <Profiler id="gauge" onRender={() => void commits++}>
        <PoolHealthGauge market={market} />
      </Profiler>,
    ),
  );
  await chain.settle();
  await screen.findAllByText('No epoch has been settled yet.');
  commits = 0;
  await chain.advance(20_000);
  expect(commits).toBe(0);
  await chain.change.pool(market, { totalDeposits: million(3) });
  await waitFor(() => expect(figure('Net asset value')).toBe('3,000,000\u202fUSDC'));
  expect(commits).toBe(1);
});

test('a server’s page is taken over without a word', async () => {
  const chain = chainOf();
  const market = await chain.insure('sol');
  const widget = on(chain, <PoolHealthGauge market={market} name="SOL-PERP" />);
  const root = document.createElement('div');
  document.body.append(root);
  root.innerHTML = renderToString(widget);
  expect(root.textContent).toContain('Deposits cover this market’s losses. You can lose them.');
  const recovered = vi.fn();
  const hydrated = hydrateRoot(root, widget, { onRecoverableError: recovered });
  await chain.settle();
  await waitFor(() => expect(root.textContent).toContain('2,500,000'));
  expect(recovered).not.toHaveBeenCalled();
  hydrated.unmount();
  root.remove();
});

test('what it takes', () => {
  expectTypeOf<Parameters<typeof PoolHealthGauge>[0]['market']>().toEqualTypeOf<
    string | { toBase58(): string } | null | undefined
  >();
  // @ts-expect-error a market has to be said, if only that there is none
  const nothing = <PoolHealthGauge />;
  expect(nothing.props).toEqual({});
});

const PARTS = {
  Title: ['title', 'p'],
  Notice: ['notice', 'div'],
  Meter: ['meter', 'div'],
  Standing: ['standing', 'p'],
  Figures: ['figures', 'dl'],
  Nav: ['nav', 'span'],
  Reserve: ['reserve', 'span'],
  Available: ['available', 'span'],
  OpenInterest: ['open-interest', 'span'],
  Coverage: ['coverage', 'span'],
  Utilization: ['utilization', 'span'],
  SharePrice: ['share-price', 'span'],
  Apy: ['apy', 'span'],
  CapLeft: ['cap-left', 'span'],
  Pending: ['pending', 'span'],
  Risk: ['risk', 'p'],
  Waterfall: ['waterfall', 'div'],
  SharePriceSparkline: ['share-price-sparkline', 'figure'],
  ApySparkline: ['apy-sparkline', 'figure'],
} as const;

const shared = scriptedChain();
for (const [name, [part, tag]] of Object.entries(PARTS))
  conforms(`PoolHealthGauge.${name}`, PoolHealthGauge[name as keyof typeof PARTS], {
    widget: 'pool-health-gauge',
    part,
    tag,
    within: async (child) =>
      on(shared, <PoolHealthGauge.Root market={await shared.insure('sol')}>{child}</PoolHealthGauge.Root>),
  });
conforms('PoolHealthGauge', PoolHealthGauge, {
  widget: 'pool-health-gauge',
  part: 'root',
  tag: 'div',
  within: (child) => on(shared, child),
  props: { market: null },
});
