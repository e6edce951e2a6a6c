import '../theme/styles.css';
import { QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { Profiler, type ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import { userEvent as device } from 'vitest/browser';
import { type Scene, type SceneName, scene } from '../../../storybook/stories/LossSimulator.scenes.ts';
import { ScriptedPage } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { conforms } from '../core/conformance.tsx';
import { LossSimulator, type LossSimulatorProps } from './LossSimulator.tsx';
import { lossStops, stopOf } from './stops.ts';

const closing = tidy();

const stage = async (name: SceneName): Promise<Scene> => closing(await scene(name));

type Props = Partial<LossSimulatorProps>;

async function show(name: SceneName, props: Props = {}): Promise<Scene> {
  const staged = await stage(name);
  render(
    <ScriptedPage chain={staged.chain} wallet={name === 'position' ? staged.chain.wallet() : null}>
      <LossSimulator market={staged.market} name="SOL-PERP" {...props} />
    </ScriptedPage>,
  );
  await staged.chain.settle();
  return staged;
}

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;
const simulator = () => screen.getByRole('group', { name: 'If SOL-PERP makes a loss' });
const said = () => simulator().textContent?.replace(/\s+/g, ' ');
const field = () => screen.getByRole('textbox', { name: 'The market loses' }) as HTMLInputElement;
const slider = () => screen.getByRole('slider', { name: 'The market loses' }) as HTMLInputElement;

async function lose(amount: string): Promise<void> {
  await userEvent.clear(field());
  await userEvent.type(field(), amount);
}

describe('tells what is kept', () => {
  test('of a deposit made now', async () => {
    await show('deposit');
    // A tenth of the pool, of which the thousand is a part.
    expect(said()).toMatch(/loses 100,000 USDC, you keep 900\.09 USDC of 1,000 USDC deposited now/);
    await lose('250000');
    expect(said()).toMatch(/loses 250,000 USDC, you keep 750\.24 USDC of 1,000 USDC deposited now/);
  });

  test('of the position of the connected wallet', async () => {
    await show('position', { defaultLoss: usdc(750_000) });
    expect(said()).toMatch(/loses 750,000 USDC, you keep 5,000 USDC of your 20,000 USDC/);
    await lose('2000000');
    expect(said()).toMatch(/loses 2,000,000 USDC, you keep 0 USDC of your 20,000 USDC/);
    expect(said()).toMatch(/Pool, at once1,000,000 USDC Nobody1,000,000 USDC/);
  });

  test('that the pool pays nothing up to the threshold, and why; and all of it from there', async () => {
    await show('position', { defaultLoss: usdc(50_000) });
    expect(said()).toMatch(/A loss of 50,000 USDC is not above the threshold of 50,000 USDC: the market bears it/);
    expect(said()).toMatch(/Kept20,000 USDC Lost0 USDC/);
    await lose('50000.000001');
    expect(said()).toMatch(/you keep 18,999\.99 USDC of your 20,000 USDC/);
  });

  test('what the market’s own buffer takes, where the host knows', async () => {
    await show('position', { defaultLoss: usdc(80_000), absorbed: usdc(10_000) });
    expect(said()).toMatch(/Market’s buffer10,000 USDC Pool, at once70,000 USDC/);
    expect(said()).toMatch(/Assumed: the market’s own margin buffer absorbs 10,000 USDC of it/);
    cleanup();
    await show('position', { defaultLoss: usdc(80_000) });
    expect(said()).toMatch(/Assumed: the market’s own margin buffer absorbs none of it/);
  });

  test('what is paid later, where a cap holds it back', async () => {
    await show('capped', { defaultLoss: usdc(250_000) });
    expect(said()).toMatch(/Pool, at once100,000 USDC Pool, later150,000 USDC/);
  });

  test('together with what is open already', async () => {
    await show('claim pending', { defaultLoss: usdc(20_000) });
    expect(said()).toMatch(/Included: 80,000 USDC that the market has lost already/);
    expect(said()).toMatch(/Market’s buffer10,000 USDC Pool, at once90,000 USDC/);
    // Nobody can deposit while a claim is open.
    expect(said()).toMatch(/the pool keeps 910,000 USDC of 1,000,000 USDC/);
  });

  test('in a table of the losses that mean something', async () => {
    await show('position');
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent?.replaceAll('\u202f', ' ')))).toEqual([
      ['Loss', 'Pool pays', 'You keep'],
      ['Threshold 50,000', '0', '20,000'],
      ['10.00 % of the pool 100,000', '100,000', '18,000'],
      ['50.00 % of the pool 500,000', '500,000', '10,000'],
      ['100.00 % of the pool 1,000,000', '1,000,000', '0'],
    ]);
  });
});

describe('says how it stands', () => {
  test.each<[SceneName, string, RegExp]>([
    ['loading', 'loading', /If SOL-PERP/],
    ['inactive', 'ready', /takes no deposits now/],
    ['exhausted', 'ready', /the pool keeps/],
    ['gone', 'gone', /can’t claim from the pool/],
    ['missing', 'missing', /no insurance pool on this network/],
    ['no market', 'empty', /Choose a market/],
    ['no address', 'error', /address/],
    ['rate limit', 'error', /Try again/],
    ['lies', 'error', /Try again/],
    ['no decimals', 'partial', /amounts can’t be told/],
    ['huge numbers', 'ready', /461,168,601,842\.73 USDC/],
    ['tiny numbers', 'ready', /0\.123456 USDC/],
  ])('%s', async (name, state, words) => {
    await show(name);
    await waitFor(() => expect(simulator().dataset.state).toBe(state));
    expect(said()).toMatch(words);
    expect(said()).not.toMatch(/undefined|NaN|\{/);
  });

  test('tries again', async () => {
    const { chain } = await show('rate limit');
    await waitFor(() => expect(simulator().dataset.state).toBe('error'));
    chain.rpc.mend();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(simulator().dataset.state).toBe('ready'));
  });

  test('what has grown old offline', async () => {
    const { chain } = await show('deposit');
    await chain.goOffline();
    await chain.advance(2 * 86_400_000 + 60_000);
    await waitFor(() => expect(simulator().dataset.state).toBe('stale'));
    expect(said()).toMatch(/Out of date: the figures are as of/);
  });
});

describe('is asked', () => {
  test('by the slider and by keyboard alone', async () => {
    await show('position');
    await device.keyboard('{Tab}');
    expect(document.activeElement).toBe(field());
    await device.keyboard('{Tab}');
    expect(document.activeElement).toBe(slider());
    await device.keyboard('{Home}');
    expect(field().value).toBe('0');
    expect(slider().getAttribute('aria-valuetext')).toMatch(/^0\sUSDC$/);
    await device.keyboard('{End}');
    expect(field().value).toBe('1,312,500');
    const last = slider().valueAsNumber;
    await device.keyboard('{PageDown}');
    expect(slider().valueAsNumber).toBeLessThan(last - 1);
    expect(said()).toContain(`loses ${field().value} USDC`);
  });

  test('in the page’s own notation', async () => {
    await show('position', { locale: { tag: 'de' } });
    await lose('250.000,5');
    expect(said()).toMatch(/loses 250\.000,50 USDC, you keep 14\.999,99 USDC/);
  });

  test.each(['abc', '-5', '1e6', '1.2.3', '99999999999999999999', ''])(
    '“%s” is no amount, and changes nothing',
    async (typed) => {
      await show('position', { defaultLoss: usdc(500_000) });
      const before = said();
      await userEvent.tripleClick(field());
      if (typed) await userEvent.paste(typed);
      else await userEvent.keyboard('{Delete}');
      expect(field()).toHaveProperty('ariaInvalid', 'true');
      expect(said()).toMatch(/Type an amount such as 1,234\.5\./);
      expect(said()?.replace(/Type an amount such as 1,234\.5\./, '')).toBe(before);
      const described = document.getElementById(field().getAttribute('aria-describedby') ?? '');
      expect(described?.textContent).toMatch(/Type an amount/);
    },
  );
});

describe('the slider’s stops', () => {
  test('go from nothing past all that threshold and pool can take, through what means something', () => {
    const stops = lossStops(usdc(1_000_000), usdc(50_000), 1_000_000n);
    expect(stops[0]).toBe(0n);
    expect(stops.at(-1)).toBeGreaterThan(usdc(1_050_000));
    for (const loss of [50_000, 100_000, 500_000, 1_000_000]) expect(stops).toContain(usdc(loss));
    expect([...stops].sort((one, other) => (one < other ? -1 : 1))).toEqual(stops);
    expect(new Set(stops).size).toBe(stops.length);
    expect(stops.length).toBeLessThan(60);
  });

  test('are there for an empty pool and for the largest', () => {
    for (const [nav, threshold] of [
      [0n, 0n],
      [1n, 0n],
      [2n ** 64n - 1n, 2n ** 64n - 1n],
    ] as const) {
      const stops = lossStops(nav, threshold, 1_000_000n);
      expect(stops.length).toBeGreaterThan(1);
      expect(stops.length).toBeLessThan(80);
    }
  });

  test('of two, the one below', () => {
    expect([0n, 9n, 10n, 15n, 99n].map((loss) => stopOf([0n, 10n, 20n], loss))).toEqual([0, 0, 1, 1, 2]);
  });
});

describe('in every page', () => {
  test('without a violation', async () => {
    await show('position', { defaultLoss: usdc(2_000_000) });
    expect((await axe.run(simulator())).violations).toEqual([]);
  });

  test.each([240, 320])('%i px wide, without a bar to scroll', async (width) => {
    const staged = await stage('position');
    render(
      <div style={{ width }}>
        <ScriptedPage chain={staged.chain} wallet={staged.chain.wallet()}>
          <LossSimulator market={staged.market} name="SOL-PERP" defaultLoss={usdc(2_000_000)} />
        </ScriptedPage>
      </div>,
    );
    await staged.chain.settle();
    expect(simulator().scrollWidth).toBeLessThanOrEqual(simulator().clientWidth);
  });

  test('nothing renders while nothing changes', async () => {
    const staged = await stage('position');
    const renders = vi.fn();
    render(
      <Profiler id="simulator" onRender={renders}>
        <ScriptedPage chain={staged.chain} wallet={staged.chain.wallet()}>
          <LossSimulator market={staged.market} name="SOL-PERP" />
        </ScriptedPage>
      </Profiler>,
    );
    await staged.chain.settle();
    renders.mockClear();
    await staged.chain.advance(30_000);
    expect(renders).not.toHaveBeenCalled();
  });

  test('rendered on a server, and taken over without a word', async () => {
    const staged = await stage('deposit');
    const queryClient = new QueryClient();
    const tree = (
      <ScriptedPage chain={staged.chain} queryClient={queryClient}>
        <LossSimulator market={staged.market} name="SOL-PERP" />
      </ScriptedPage>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(tree);
    document.body.append(container);
    expect(container.innerHTML).not.toMatch(/style=/);
    const root = hydrateRoot(container, tree);
    await waitFor(() => expect(container.textContent).toMatch(/you keep/));
    root.unmount();
    container.remove();
  });

  test('types', () => {
    expectTypeOf<LossSimulatorProps>().toHaveProperty('absorbed');
    // @ts-expect-error a loss is in atoms, and no float
    void (<LossSimulator market={null} defaultLoss={1.5} />);
  });
});

const inSimulator = async (part: ReactElement) => {
  const staged = await stage('position');
  return (
    <ScriptedPage chain={staged.chain} wallet={staged.chain.wallet()}>
      <LossSimulator.Root market={staged.market} name="SOL-PERP">
        {part}
      </LossSimulator.Root>
    </ScriptedPage>
  );
};

const PARTS = [
  ['title', LossSimulator.Title, 'p'],
  ['problem', LossSimulator.Problem, 'div'],
  ['label', LossSimulator.Label, 'label'],
  ['field', LossSimulator.Field, 'div'],
  ['amount', LossSimulator.Amount, 'input', 'input'],
  ['invalid', LossSimulator.Invalid, 'p'],
  ['slider', LossSimulator.Slider, 'input', 'input'],
  ['result', LossSimulator.Result, 'p'],
  ['loss', LossSimulator.Loss, 'div'],
  ['pool', LossSimulator.Pool, 'div'],
  ['own', LossSimulator.Own, 'div'],
  ['table', LossSimulator.Table, 'table', 'table'],
  ['assumptions', LossSimulator.Assumptions, 'p'],
  ['notice', LossSimulator.Notice, 'p'],
] as const;

for (const [part, Part, tag, child] of PARTS)
  conforms(`LossSimulator ${part}`, Part, {
    widget: 'loss-simulator',
    part,
    tag,
    within: inSimulator,
    ...(child && { child }),
    ...(child === 'table' && { words: <caption>Mine</caption> }),
  });

conforms('LossSimulator', LossSimulator.Root, {
  widget: 'loss-simulator',
  part: 'root',
  tag: 'div',
  props: { market: null },
  within: async (part) => <ScriptedPage chain={(await stage('deposit')).chain}>{part}</ScriptedPage>,
});
