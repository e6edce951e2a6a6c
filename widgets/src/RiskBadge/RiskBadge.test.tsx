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
import { type Scene, type SceneName, scene } from '../../../storybook/stories/RiskBadge.scenes.ts';
import { ScriptedPage } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { conforms } from '../core/conformance.tsx';
import { RiskBadge } from './RiskBadge.tsx';
import { RiskDetails } from './RiskDetails.tsx';

const closing = tidy();

const stage = async (name: SceneName): Promise<Scene> => closing(await scene(name));

type Props = Partial<Parameters<typeof RiskBadge>[0]>;

const page = ({ chain, market }: Scene, props: Props = {}) => (
  <ScriptedPage chain={chain}>
    {/* In a line of text, where only what may stand in a paragraph can stand. */}
    <p>
      Trade <RiskBadge market={market} name="SOL-PERP" {...props} /> with care.
    </p>
  </ScriptedPage>
);

async function show(name: SceneName, props: Props = {}): Promise<Scene> {
  const staged = await stage(name);
  render(page(staged, props));
  await staged.chain.settle();
  return staged;
}

const button = () => screen.getByRole('button', { name: /^Risk SOL-PERP/ });
const badge = () => button().parentElement as HTMLElement;
const details = () => badge().querySelector('[popover]') as HTMLElement;
const isOpen = () => details().matches(':popover-open');

async function open(): Promise<HTMLElement> {
  await userEvent.click(button());
  await waitFor(() => within(details()).getByText(/Deposits cover/));
  expect(isOpen()).toBe(true);
  return details();
}

describe('says how it stands', () => {
  test.each<[SceneName, string, string]>([
    ['low', 'ready', '●Low0.24'],
    ['moderate', 'ready', '◆Moderate0.41'],
    ['high', 'ready', '▲High0.75'],
    ['extreme', 'ready', '■Extreme1.00'],
    ['no risk at all', 'ready', '●Low0.00'],
    ['stale', 'stale', '◷Out of date'],
    ['partial', 'partial', '–Age not known'],
    ['unscored', 'unscored', '–Not scored'],
    ['missing', 'missing', '–Unknown'],
    ['no market', 'empty', '–Unknown'],
    ['no address', 'error', '–Unknown'],
    ['another account', 'missing', '–Unknown'],
    ['loading', 'loading', '–Loading'],
    ['rate limit', 'error', '–Unknown'],
    ['unreachable', 'error', '–Unknown'],
    ['lies', 'error', '–Unknown'],
  ])('%s', async (name, state, words) => {
    await show(name);
    await waitFor(() => expect(badge().dataset.state).toBe(state));
    expect(button().textContent).toBe(`Risk SOL-PERP${words}`);
  });

  test.each<[SceneName, RegExp]>([
    ['stale', /more than two epochs old/],
    ['partial', /can’t be told/],
    ['unscored', /Not scored does not mean low/],
    ['missing', /no risk score on this network/],
    ['no market', /Choose a market/],
  ])('%s: and why', async (name, words) => {
    await show(name);
    expect(within(await open()).getByRole('status').textContent).toMatch(words);
  });

  test.each<[SceneName, RegExp]>([
    ['no address', /address/i],
    ['rate limit', /too many|limit/i],
    ['unreachable', /Check the RPC/],
  ])('%s: and what to do', async (name, words) => {
    await show(name);
    await waitFor(() => expect(badge().dataset.state).toBe('error'));
    expect(within(await open()).getByRole('alert').textContent).toMatch(words);
  });

  test('what is out of date, old or unknown has no grade to be taken for the market’s', async () => {
    for (const name of ['stale', 'partial', 'unscored', 'missing', 'no market'] as const) {
      await show(name);
      expect(button().textContent).not.toMatch(/low|moderate|high|extreme|\d/i);
      cleanup();
    }
  });

  test('the last score is told as the last', async () => {
    await show('stale');
    const shown = await open();
    expect(within(shown).getByText(/^Last score: Moderate, 0\.41$/)).toBeTruthy();
    expect(within(shown).getByText(/5 epochs ago/)).toBeTruthy();
  });
});

describe('the details', () => {
  test('are what the grade is made of', async () => {
    await show('moderate');
    const shown = await open();
    expect(within(shown).getByText('Moderate, 0.41 of 1')).toBeTruthy();
    const meters = within(shown).getAllByRole('meter');
    expect(meters.map((meter) => [meter.getAttribute('aria-label'), meter.getAttribute('aria-valuetext')])).toEqual([
      ['Leverage', '60.00\u202f%'],
      ['Open interest', '40.00\u202f%'],
      ['Volatility', '20.00\u202f%'],
      ['Funding', '30.00\u202f%'],
    ]);
    for (const weight of [/35\.00\s%/, /25\.00\s%/]) expect(within(shown).getByText(weight)).toBeTruthy();
    // 50 + 2,450 · 0.41²
    expect(within(shown).getByText(/4\.61\s% of open interest a year/)).toBeTruthy();
    expect(within(shown).getByText(/ ± 0\.075$/)).toBeTruthy();
    expect(within(shown).getByText(/^published .+ ago$/)).toBeTruthy();
    expect(within(shown).getByText(/You can lose them/)).toBeTruthy();
    expect((await axe.run(shown)).violations).toEqual([]);
  });

  test('how old the oracle’s price is runs on with the chain’s clock, without a render', async () => {
    const staged = await stage('moderate');
    const renders = vi.fn();
    render(
      <Profiler id="badge" onRender={renders}>
        {page(staged)}
      </Profiler>,
    );
    await staged.chain.settle();
    const age = within(await open()).getByText(/^published .+ ago$/);
    const before = age.textContent;
    await staged.chain.settle();
    renders.mockClear();
    await staged.chain.advance(90_000);
    expect(age.textContent).not.toBe(before);
    expect(renders).not.toHaveBeenCalled();
  });

  test('are loaded when they are first opened', async () => {
    await show('low');
    expect(details().childElementCount).toBe(0);
    await open();
    expect(details().childElementCount).toBeGreaterThan(0);
  });

  test('open and close by keyboard, and give the focus back', async () => {
    await show('unreachable');
    await waitFor(() => expect(badge().dataset.state).toBe('error'));
    await device.keyboard('{Tab}');
    expect(document.activeElement).toBe(button());
    await device.keyboard('{Enter}');
    await waitFor(() => expect(isOpen()).toBe(true));
    const retry = await within(details()).findByRole('button', { name: 'Try again' });
    await device.keyboard('{Tab}');
    expect(document.activeElement).toBe(retry);
    await device.keyboard('{Escape}');
    await waitFor(() => expect(isOpen()).toBe(false));
    expect(document.activeElement).toBe(button());
  });

  test('close when somebody clicks elsewhere, and when he clicks the badge', async () => {
    await show('low');
    await open();
    await device.click(document.body, { position: { x: 1, y: 1 } });
    await waitFor(() => expect(isOpen()).toBe(false));
    await device.click(button());
    await waitFor(() => expect(isOpen()).toBe(true));
    await device.click(button());
    await waitFor(() => expect(isOpen()).toBe(false));
  });

  test('stand at the badge in browsers without anchors, too', async () => {
    const supports = vi.spyOn(CSS, 'supports').mockReturnValue(false);
    await show('low');
    const shown = await open();
    supports.mockRestore();
    // What such a browser doesn't understand.
    shown.style.setProperty('position-area', 'none');
    shown.style.setProperty('justify-self', 'auto');
    dispatchEvent(new Event('resize'));
    const under = button().getBoundingClientRect();
    const placed = shown.getBoundingClientRect();
    expect(placed.left).toBeGreaterThanOrEqual(0);
    expect(placed.right).toBeLessThanOrEqual(innerWidth);
    expect(placed.top).toBeGreaterThanOrEqual(under.bottom);
    expect(placed.top).toBeLessThan(under.bottom + 20);
  });

  test('“Try again” tries again', async () => {
    const { chain } = await show('unreachable');
    await waitFor(() => expect(badge().dataset.state).toBe('error'));
    const retry = within(await open()).getByRole('button', { name: 'Try again' });
    chain.rpc.mend();
    await userEvent.click(retry);
    await waitFor(() => expect(badge().dataset.state).toBe('ready'));
  });

  test.each([240, 320, 1_000])('never leave a page %i px wide', async (width) => {
    const frame = document.createElement('iframe');
    frame.style.cssText = `width: ${width}px; height: 400px; border: 0`;
    document.body.append(frame);
    const inside = frame.contentDocument as Document;
    for (const sheet of document.querySelectorAll('style, link[rel=stylesheet]'))
      inside.head.append(sheet.cloneNode(true));
    const staged = await stage('extreme');
    for (const dir of ['ltr', 'rtl']) {
      inside.documentElement.dir = dir;
      render(page(staged), { container: inside.body });
      await staged.chain.settle();
      const trigger = inside.querySelector('button') as HTMLButtonElement;
      trigger.click();
      const shown = inside.querySelector('[popover]') as HTMLElement;
      await waitFor(() => expect(shown.textContent).toMatch(/You can lose/));
      expect(shown.matches(':popover-open')).toBe(true);
      const { left, right, top, bottom } = shown.getBoundingClientRect();
      expect(right - left).toBeGreaterThan(200);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(400);
      cleanup();
    }
    frame.remove();
  });

  test('open and close by their button in browsers without popovers', async () => {
    const popover = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover') as PropertyDescriptor;
    Reflect.deleteProperty(HTMLElement.prototype, 'popover');
    const matches = vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector) {
      if (selector.includes(':popover-open')) throw new DOMException('no selector', 'SyntaxError');
      return document.querySelector(selector) === this;
    });
    vi.spyOn(CSS, 'supports').mockReturnValue(false);
    await show('low');
    button().click();
    const shown = document.querySelector('[popover]') as HTMLElement;
    await waitFor(() => expect(shown.textContent).toMatch(/You can lose/));
    expect(shown.hidden).toBe(false);
    button().click();
    expect(shown.hidden).toBe(true);
    button().click();
    expect(shown.hidden).toBe(false);
    matches.mockRestore();
    vi.mocked(CSS.supports).mockRestore();
    Object.defineProperty(HTMLElement.prototype, 'popover', popover);
  });

  test('have a ground of their own in a theme that has none', async () => {
    document.body.style.backgroundColor = 'rgb(12, 34, 56)';
    await show('low', { theme: 'inherit' });
    const shown = await open();
    expect(getComputedStyle(shown).backgroundColor).toBe('rgb(12, 34, 56)');
    document.body.style.backgroundColor = '';
  });
});

describe('follows the chain', () => {
  test('a new score is shown, and one that has grown old no more', async () => {
    const { chain, market } = await show('low');
    expect(button().textContent).toMatch(/Low0\.24$/);
    await chain.change.risk(market as string as never, { compositeScoreBps: 8_000, grade: 'Extreme' });
    await chain.settle();
    expect(button().textContent).toMatch(/Extreme0\.80$/);
    await chain.advanceEpochs(market as never, 3);
    await waitFor(() => expect(badge().dataset.state).toBe('stale'));
  });

  test('what can’t be followed for two epochs is no grade any more', async () => {
    const { chain } = await show('low');
    await chain.goOffline();
    await chain.settle();
    expect(badge().dataset.state).toBe('ready');
    await chain.advance(2 * 86_400_000 + 60_000);
    await waitFor(() => expect(badge().dataset.state).toBe('stale'));
  });

  test('nothing renders while nothing changes, and one query serves fifty badges', async () => {
    const staged = await stage('low');
    const renders = vi.fn();
    render(
      <ScriptedPage chain={staged.chain}>
        <Profiler id="badges" onRender={renders}>
          {Array.from({ length: 50 }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
            <RiskBadge key={at} market={staged.market} name="SOL-PERP" />
          ))}
        </Profiler>
      </ScriptedPage>,
    );
    await staged.chain.settle();
    await waitFor(() => expect(screen.getAllByText('Low')).toHaveLength(50));
    renders.mockClear();
    const asked = staged.chain.asked.filter(({ method }) => method === 'getMultipleAccounts').length;
    await staged.chain.advance(30_000);
    expect(renders).not.toHaveBeenCalled();
    expect(asked).toBe(1);
  });
});

describe('in every page', () => {
  test('in German', async () => {
    await show('moderate', { locale: { tag: 'de' }, messages: { riskBadge: { moderate: 'Mäßig' } } });
    expect(button().textContent).toMatch(/◆Mäßig0,41$/);
  });

  test('rendered on a server, and taken over without a word', async () => {
    const staged = await stage('low');
    const queryClient = new QueryClient();
    const tree = (
      <ScriptedPage chain={staged.chain} queryClient={queryClient}>
        <RiskBadge market={staged.market} name="SOL-PERP" />
      </ScriptedPage>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(tree);
    document.body.append(container);
    expect(container.innerHTML).not.toMatch(/style=/);
    const root = hydrateRoot(container, tree);
    await waitFor(() => expect(container.textContent).toMatch(/Low0\.24/));
    root.unmount();
    container.remove();
  });

  test('a part outside of its widget says so', async () => {
    const staged = await stage('low');
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const told = vi.fn();
    render(
      <ScriptedPage chain={staged.chain} onEvent={told}>
        <RiskBadge market={staged.market}>
          <Throws />
        </RiskBadge>
      </ScriptedPage>,
    );
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/money is not affected.*on purpose/));
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ type: 'error', widget: 'risk-badge' }));
    expect(() => render(<RiskBadge.Grade />)).toThrow(/into <RiskBadge.Root>/);
    vi.mocked(console.error).mockClear();
  });

  test('types', () => {
    expectTypeOf<Parameters<typeof RiskBadge>[0]>().toHaveProperty('market');
    // @ts-expect-error without a market, not even an unknown one
    void (<RiskBadge />);
    // @ts-expect-error no such theme
    void (<RiskBadge market={null} theme="pink" />);
  });
});

function Throws(): never {
  throw new Error('on purpose');
}

const inBadge = (name: SceneName) => async (part: ReactElement) => {
  const staged = await stage(name);
  return (
    <ScriptedPage chain={staged.chain}>
      <RiskBadge market={staged.market} name="SOL-PERP">
        {part}
      </RiskBadge>
    </ScriptedPage>
  );
};
const bare = async (part: ReactElement) => <ScriptedPage chain={(await stage('low')).chain}>{part}</ScriptedPage>;

conforms('RiskBadge', RiskBadge, {
  widget: 'risk-badge',
  part: 'root',
  tag: 'span',
  within: bare,
  props: { market: null },
});
conforms('RiskBadge.Trigger', RiskBadge.Trigger, {
  widget: 'risk-badge',
  part: 'trigger',
  tag: 'button',
  within: inBadge('low'),
});
for (const [name, Part] of [
  ['icon', RiskBadge.Icon],
  ['grade', RiskBadge.Grade],
  ['score', RiskBadge.Score],
] as const)
  conforms(`RiskBadge ${name}`, Part, { widget: 'risk-badge', part: name, tag: 'span', within: inBadge('low') });
conforms('RiskBadge.Details', RiskBadge.Details, {
  widget: 'risk-badge',
  part: 'details',
  tag: 'span',
  within: inBadge('low'),
});
for (const [name, Part, tag] of [
  ['summary', RiskDetails.Summary, 'strong'],
  ['reason', RiskDetails.Reason, 'span'],
  ['factors', RiskDetails.Factors, 'span'],
  ['premium', RiskDetails.Premium, 'span'],
  ['oracle', RiskDetails.Oracle, 'span'],
  ['scored', RiskDetails.Scored, 'span'],
  ['notice', RiskDetails.Notice, 'span'],
] as const)
  conforms(`RiskDetails ${name}`, Part, { widget: 'risk-badge', part: name, tag, within: inBadge('stale') });
