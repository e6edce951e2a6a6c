// Widgets on a page without React, in a real browser.
import type { HostEvent } from '@percosec/sdk/react/core';
import { QueryClient } from '@tanstack/react-query';
import { waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type ScriptedChain, scriptedChain } from '../../../tests/scripted/chain.ts';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { defineElements, type Mounted, type MountOptions, mount, type PercosecElement } from '../exports/embed.ts';

let chain: ScriptedChain;
let sol: string;
let queryClient: QueryClient;
const mounted: Mounted[] = [];
const thrown = vi.fn((event: ErrorEvent | PromiseRejectionEvent) => event.preventDefault());
const closing = tidy();

beforeEach(async () => {
  thrown.mockClear();
  addEventListener('error', thrown);
  addEventListener('unhandledrejection', thrown);
  ({ chain } = closing({ chain: scriptedChain() }));
  sol = await chain.insure('sol');
  queryClient = new QueryClient();
  defineElements();
});

afterEach(async () => {
  for (const one of mounted.splice(0)) one.unmount();
  document.body.replaceChildren();
  // What was removed is closed in a turn of its own.
  await Promise.resolve();
  expect(thrown).not.toHaveBeenCalled();
  removeEventListener('error', thrown);
  removeEventListener('unhandledrejection', thrown);
});

const inside = (host: Element) => within((host.shadowRoot ?? host) as unknown as HTMLElement);

function put(options: Partial<MountOptions> = {}, target: Element = document.body) {
  const widget = mount(target, { widget: 'risk-badge', market: sol, client: chain.client, queryClient, ...options });
  mounted.push(widget);
  return { widget, host: target.lastElementChild as HTMLElement };
}

function element(name = 'percosec-risk-badge', props: Partial<PercosecElement> = {}): PercosecElement {
  const one = document.createElement(name) as PercosecElement;
  Object.assign(one, { market: sol, client: chain.client, queryClient, ...props });
  document.body.append(one);
  return one;
}

test('mount puts a widget into a shadow root, with the kit’s styles; update changes it in place, unmount leaves nothing', async () => {
  const target = document.createElement('main');
  target.innerHTML = '<p>before</p>';
  document.body.append(target);
  const { widget, host } = put({ name: 'SOL-PERP' }, target);
  const badge = await inside(host).findByRole('button', { name: /SOL-PERP.*Low/ });
  expect(getComputedStyle(badge.closest('.percosec') as Element).fontVariantNumeric).toBe('tabular-nums');
  expect(host.shadowRoot?.querySelector('style')).toBeNull();
  widget.update({ name: 'SOL', theme: 'dark' });
  await inside(host).findByRole('button', { name: /SOL Low|SOL.*Low/ });
  expect(badge.isConnected).toBe(true);
  expect((badge.closest('.percosec') as HTMLElement).dataset.theme).toBe('dark');
  widget.unmount();
  expect(target.innerHTML).toBe('<p>before</p>');
});

test('the badge stands in a line of text, as an element and mounted; the others are blocks', async () => {
  document.body.innerHTML = '<p style="width:600px"><i>before </i><i> after</i></p>';
  const [before, after] = document.querySelectorAll('i') as unknown as [HTMLElement, HTMLElement];
  const one = element();
  before.after(one);
  const { host } = put({}, before);
  await inside(one).findByRole('button', { name: /Low/ });
  await inside(host).findByRole('button', { name: /Low/ });
  const tops = [before, host, one, after].flatMap((box) => [...box.getClientRects()].map(({ top }) => top));
  expect(new Set(tops).size).toBe(1);
  expect(after.offsetLeft).toBeGreaterThan(before.offsetLeft);
  const timer = element('percosec-withdraw-unlock-timer');
  await waitFor(() => expect(getComputedStyle(timer).display).toBe('block'));
});

test('a page’s CSS gives an element its own tokens; the theme that it names goes before them', async () => {
  const sheet = document.createElement('style');
  sheet.textContent = 'percosec-risk-badge { --percosec-text: rgb(1, 2, 3); --percosec-line: rgb(4, 5, 6) }';
  document.body.append(sheet);
  const [one, other] = [element(), element('percosec-risk-badge', { theme: 'high-contrast' })];
  const frameOf = async (host: Element) =>
    (await inside(host).findByRole('button', { name: /Low/ })).closest('.percosec') as Element;
  expect(getComputedStyle(await frameOf(one)).color).toBe('rgb(1, 2, 3)');
  expect(getComputedStyle(await frameOf(other)).color).not.toBe('rgb(1, 2, 3)');
});

test('without a shadow root it is in the page, styled there', async () => {
  const { host } = put({ shadow: false });
  const badge = await inside(host).findByRole('button', { name: /Low/ });
  expect(host.shadowRoot).toBeNull();
  expect(getComputedStyle(badge.closest('.percosec') as Element).fontVariantNumeric).toBe('tabular-nums');
});

test('a target that is none is an error with a name', () => {
  expect(() =>
    mount(null as unknown as Element, { widget: 'risk-badge', market: sol, rpcUrl: 'https://rpc.invalid' }),
  ).toThrow(expect.objectContaining({ name: 'PercosecError', code: 'InvalidArgument' }));
});

test('an element is made of HTML alone, and its attributes change it in place', async () => {
  const pair = await chain.insure('btc', { risk: null });
  const one = element('percosec-risk-badge', { market: undefined as never });
  one.setAttribute('market', sol);
  one.setAttribute('name', 'SOL-PERP');
  const badge = await inside(one).findByRole('button', { name: /SOL-PERP.*Low/ });
  one.setAttribute('theme', 'high-contrast');
  one.setAttribute('name', 'SOL');
  await waitFor(() => expect((badge.closest('.percosec') as HTMLElement).dataset.theme).toBe('high-contrast'));
  one.setAttribute('locale', 'de-CH');
  await waitFor(() => expect((badge.closest('.percosec') as HTMLElement).lang).toBe('de-CH'));
  one.setAttribute('market', pair);
  await waitFor(() => expect(inside(one).queryByRole('button', { name: /Low/ })).toBeNull());
  expect(one.market).toBe(pair);
});

test('its language comes with its attribute, the words of a region’s language with the region’s figures', async () => {
  const one = element('percosec-loss-simulator', { name: 'SOL-PERP' });
  one.setAttribute('locale', 'ja');
  await inside(one).findByText('SOL-PERPに損失が出た場合');
  await inside(one).findByText('預け入れた資金は、この市場の損失の補填に使われます。失う可能性があります。');
  const frame = one.shadowRoot?.querySelector<HTMLElement>('.percosec');
  expect(frame?.lang).toBe('ja');
  // Its own language chooses glyphs and breaks lines, not the page's.
  expect(document.documentElement.lang).toBe('en');
  expect(getComputedStyle(frame as Element).getPropertyValue('-webkit-locale')).toBe('"ja"');
  one.setAttribute('locale', 'zh-Hans-SG');
  await inside(one).findByText('如果SOL-PERP出现亏损');
  expect(frame?.lang).toBe('zh-Hans-SG');
  one.setAttribute('locale', 'es-CO');
  await inside(one).findByText(/^Los depósitos cubren/);
  expect(inside(one).getAllByText(/\d\.\d{3}/)).not.toEqual([]);
  one.setAttribute('locale', 'ar');
  await waitFor(() => expect(frame?.dir).toBe('rtl'));
  expect(frame?.textContent).not.toMatch(/deposits cover/i);
  one.setAttribute('locale', 'en');
  await inside(one).findByText('If SOL-PERP makes a loss');
});

test('it can be moved without losing anything, removed, and put back', async () => {
  const one = element();
  const badge = await inside(one).findByRole('button', { name: /Low/ });
  const elsewhere = document.createElement('section');
  document.body.append(elsewhere);
  elsewhere.append(one);
  await chain.settle();
  expect(badge.isConnected).toBe(true);
  one.remove();
  await waitFor(() => expect(one.shadowRoot?.childElementCount).toBe(0));
  document.body.append(one);
  await inside(one).findByRole('button', { name: /Low/ });
});

test('defining twice, and beside a class of somebody else, is harmless', () => {
  defineElements();
  defineElements();
  expect(customElements.get('percosec-risk-badge')).toBeDefined();
});

test('what was said before the element knew of it is not lost', async () => {
  // An element of a document without a window is upgraded when it arrives in one that has.
  const other = document.implementation.createHTMLDocument();
  const early = other.createElement('percosec-risk-badge') as PercosecElement;
  Object.assign(early, { market: sol, client: chain.client, queryClient, name: 'early' });
  document.body.append(early);
  await inside(early).findByRole('button', { name: /early.*Low/ });
  expect(Object.hasOwn(early, 'market')).toBe(false);
});

test('every widget is an element', async () => {
  const names = ['deposit-panel', 'pool-health-gauge', 'claim-history', 'withdraw-unlock-timer', 'loss-simulator'];
  const all = ['risk-badge', ...names].map((name) => element(`percosec-${name}`, { name: 'SOL-PERP' }));
  for (const one of all) {
    await waitFor(() => expect(one.shadowRoot?.textContent).toContain('SOL-PERP'));
    expect(one.shadowRoot?.querySelector('[data-state=broken]')).toBeNull();
  }
});

test('ten elements are one read and one socket', async () => {
  const markets = await Promise.all(Array.from({ length: 5 }, (_, index) => chain.insure(`market ${index}`)));
  const before = chain.asked.length;
  for (const market of markets) {
    element('percosec-risk-badge', { market });
    element('percosec-withdraw-unlock-timer', { market });
  }
  await waitFor(() => {
    for (const one of document.querySelectorAll<HTMLElement>('percosec-risk-badge'))
      inside(one).getByRole('button', { name: /Low/ });
  });
  const asked = chain.asked.slice(before).map(({ method }) => method);
  expect(asked.filter((method) => method === 'getMultipleAccounts')).toHaveLength(1);
  expect(chain.sockets).toBe(1);
});

test.each<[string, Record<string, string | null>, RegExp]>([
  ['no market', { market: null }, /market.*missing/],
  ['no RPC', { rpc: null }, /rpc.*missing/],
  ['an RPC that is none', { rpc: 'wss://rpc' }, /rpc.*wss:\/\/rpc/],
  ['a theme that is none', { theme: 'drak' }, /theme.*drak/],
  ['a language that is none', { locale: 'no_such_tag' }, /locale.*no_such_tag/],
])('%s is a state that says so, told to the page, and mended in place', async (_, attributes, words) => {
  const one = document.createElement('percosec-risk-badge');
  Object.assign(one, { queryClient });
  const heard: HostEvent[] = [];
  one.addEventListener('percosec', (event) => heard.push((event as CustomEvent<HostEvent>).detail));
  for (const [name, value] of Object.entries({ market: sol, rpc: 'https://rpc.invalid', ...attributes }))
    if (value !== null) one.setAttribute(name, value);
  document.body.append(one);
  expect((await inside(one).findByRole('alert')).textContent).toMatch(words);
  await waitFor(() =>
    expect(heard).toMatchObject([{ type: 'error', widget: 'risk-badge', error: { code: 'InvalidArgument' } }]),
  );
  for (const name of Object.keys(attributes)) one.removeAttribute(name);
  Object.assign(one, { market: sol, client: chain.client });
  await inside(one).findByRole('button', { name: /Low/ });
});

test('a market that is no address, a widget that is none and a wallet that is none say so, too', async () => {
  const { host } = put({ market: 'nowhere', widget: 'withdraw-unlock-timer' });
  await inside(host).findByText(/nowhere.*is no address/);
  const { host: unknown } = put({ widget: 'toString' as never });
  expect((await inside(unknown).findByRole('alert')).textContent).toMatch(/widget.*toString.*risk-badge/);
  const { host: walletless } = put({ wallet: 'phantom' as never });
  expect((await inside(walletless).findByRole('alert')).textContent).toMatch(/wallet.*signTransaction/);
});

test('events arrive as DOM events and at the property', async () => {
  const heard: string[] = [];
  const one = element('percosec-risk-badge', {
    onEvent: (event: HostEvent) => void heard.push(`property ${event.type}`),
  });
  document.body.addEventListener(
    'percosec',
    (event) => heard.push(`page ${(event as CustomEvent<HostEvent>).detail.type}`),
    {
      once: true,
    },
  );
  await inside(one).findByRole('button', { name: /Low/ });
  await waitFor(() => expect(heard).toEqual(expect.arrayContaining(['property live', 'page live'])));
});

test('an injected wallet is followed where it connects, changes and leaves', async () => {
  const listeners = new Map<string, Set<() => void>>();
  const { publicKey, signTransaction } = chain.wallet({ owner: 'alice' });
  const phantom = {
    publicKey: null as typeof publicKey | null,
    signTransaction,
    on: (event: string, listener: () => void) =>
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener)),
    off: (event: string, listener: () => void) => listeners.get(event)?.delete(listener),
  };
  const say = (event: string) => {
    for (const listener of listeners.get(event) ?? []) listener();
  };
  await chain.position(sol, 'alice', { shares: 5_000_000n });
  const one = element('percosec-withdraw-unlock-timer', { wallet: phantom });
  await inside(one).findByText(/connect/i);
  phantom.publicKey = publicKey;
  say('connect');
  await waitFor(() => expect(inside(one).queryByText(/connect/i)).toBeNull());
  phantom.publicKey = null;
  say('disconnect');
  await inside(one).findByText(/connect/i);
  one.remove();
  await waitFor(() => expect([...listeners.values()].every((of) => of.size === 0)).toBe(true));
});

test('a browser without sheets made by script gets a style with the page’s nonce', async () => {
  const replaceSync = Object.getOwnPropertyDescriptor(CSSStyleSheet.prototype, 'replaceSync') as PropertyDescriptor;
  Reflect.deleteProperty(CSSStyleSheet.prototype, 'replaceSync');
  try {
    const { host } = put({ nonce: 'a-nonce' });
    const badge = await inside(host).findByRole('button', { name: /Low/ });
    expect(host.shadowRoot?.querySelector('style')?.nonce).toBe('a-nonce');
    const rules = [...(host.shadowRoot?.querySelector('style')?.sheet?.cssRules ?? [])];
    expect(rules.some(({ cssText }) => /:host \{ --percosec/.test(cssText))).toBe(true);
    expect(getComputedStyle(badge.closest('.percosec') as Element).fontVariantNumeric).toBe('tabular-nums');
  } finally {
    Object.defineProperty(CSSStyleSheet.prototype, 'replaceSync', replaceSync);
  }
});

test('a dialog stays in the shadow root, keeps the focus, goes on Escape and gives it back', async () => {
  await chain.balance('alice', { market: sol, amount: 900_000_000n, lamports: 1_000_000_000n });
  const outside = document.createElement('button');
  document.body.append(outside);
  const one = element('percosec-deposit-panel', { wallet: chain.wallet({ owner: 'alice' }) });
  const root = one.shadowRoot as ShadowRoot;
  const amount = await inside(one).findByRole('textbox');
  await userEvent.fill(amount, '5');
  await userEvent.click(await inside(one).findByRole('checkbox'));
  const review = await inside(one).findByRole('button', { name: /^Review/ });
  await waitFor(() => expect(review.getAttribute('aria-disabled')).not.toBe('true'));
  await userEvent.click(review);
  const dialog = await inside(one).findByRole('dialog');
  expect(document.body.contains(dialog)).toBe(false);
  const panel = amount.closest('[data-part="root"]') as HTMLElement;
  expect(panel.parentElement?.inert).toBe(true);
  expect(getComputedStyle(dialog.parentElement as Element).position).toBe('fixed');

  // Round and round, forwards and backwards, however many stops there are.
  const stops = new Set<Element | null>();
  for (const key of [...Array(6).fill('{Tab}'), ...Array(6).fill('{Shift>}{Tab}{/Shift}')]) {
    await userEvent.keyboard(key);
    expect(dialog.contains(root.activeElement)).toBe(true);
    stops.add(root.activeElement);
  }
  expect(stops.size).toBeGreaterThan(1);
  // From the browser's own bars the first stop is the guard at the page's beginning.
  (document.querySelector('[data-radix-focus-guard]') as HTMLElement).focus();
  expect(dialog.contains(root.activeElement)).toBe(true);

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(inside(one).queryByRole('dialog')).toBeNull());
  expect(panel.parentElement?.inert).toBe(false);
  await waitFor(() => expect(root.activeElement).toBe(review));
});
