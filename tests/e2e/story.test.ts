// The whole story, as somebody lives it: a deposit, a crash, a deficit, a claim, a way out. At every step the page says
// what the chain's bytes say, and both say what docs/PROTOCOL.md says.
import { priceUpdateCodec } from '@percosec/sdk';
import { getAssociatedTokenAddressSync } from '@solana/spl-token';
import { Connection, PublicKey } from '@solana/web3.js';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Scenario } from '../../localnet/src/scenario/cast.ts';
import {
  insolvencyRecordOf,
  marketClaimsOf,
  poolOf,
  positionOf,
  premiumStateOf,
} from '../programs/support/addresses.ts';
import { documented } from './support/documented.ts';
import { askToDeposit, balance, earnPage, outcome, panel } from './support/earn.ts';
import { claimOf, depositOf, epochOf, navOf, withdrawalOf, worthOf } from './support/rules.ts';
import { row, shownAtoms } from './support/screen.ts';
import { type Stack, startStack } from './support/stack.ts';
import { fact, factNumber, flip, press, stressPanel } from './support/stress.ts';
import { type Visitor, visitor } from './support/visitor.ts';
import { approve, connect } from './support/wallet.ts';

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;

let stack: Stack;
let somebody: Visitor;
let scenario: Scenario;
let connection: Connection;
beforeAll(async () => {
  [stack, somebody] = await Promise.all([startStack(), visitor()]);
  connection = new Connection(stack.rpcUrl, 'processed');
  scenario = (await stack.control.scenario<Scenario>()) as Scenario;
});
afterAll(async () => {
  await somebody?.close();
  await stack?.stop();
});
beforeEach(() => stack.control.setLife({ keeper: true, market: true }));
afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(stack.printed());
});

const tradePage = (symbol: string) => new URL(`/trade/${symbol}`, stack.url).href;

/** A market of the scenario, and all that the chain says of it in one slot. */
function marketOf(symbol: string) {
  const found = scenario.markets.find((one) => one.symbol === symbol);
  if (found === undefined) throw new Error(`There is no ${symbol}.`);
  const market = new PublicKey(found.market);
  const pool = poolOf(market);
  return {
    ...found,
    async read() {
      const tables = ['InsurancePool', 'InsuredMarket', 'MarketClaims', 'PremiumState'] as const;
      const places = [pool, market, marketClaimsOf(market), premiumStateOf(market)];
      const { slot, accounts } = await documented(stack.rpcUrl, tables, places);
      const [insurance, header, claims, premium] = accounts;
      return {
        slot,
        pool: insurance.fields,
        header: header.fields,
        claims: claims.fields,
        premium: premium.fields,
      };
    },
    async position(owner: string) {
      const place = positionOf(pool, new PublicKey(owner));
      return (await documented(stack.rpcUrl, ['ProviderPosition'], [place])).accounts[0].fields;
    },
    async record(sequence: bigint) {
      const place = insolvencyRecordOf(market, sequence);
      return (await documented(stack.rpcUrl, ['InsolvencyRecord'], [place])).accounts[0];
    },
  };
}

const accountOf = (owner: string) =>
  getAssociatedTokenAddressSync(new PublicKey(scenario.mint.address), new PublicKey(owner)).toBase58();

/** Atoms in a token account. */
const tokensOf = async (account: string): Promise<bigint> =>
  BigInt((await connection.getTokenAccountBalance(new PublicKey(account))).value.amount);

const gaugeOf = (page: Page) => page.locator('.percosec-pool-health-gauge');
const claimsOf = (page: Page) => page.locator('.percosec-claim-history');
const timerOf = (page: Page) => page.locator('.percosec-withdraw-unlock-timer');

/** What a claim's row shows, to the atom. */
async function claimOnScreen(page: Page, sequence: bigint) {
  const line = claimsOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: `#${sequence}`, exact: true }) });
  await line.waitFor();
  const cell = (column: string) => shownAtoms(line.locator(`[data-column="${column}"]`));
  return {
    deficit_amount: await cell('deficitAmount'),
    buffer_used: await cell('bufferUsed'),
    covered_amount: await cell('coveredAmount'),
    queued_amount: await cell('queuedAmount'),
    uncovered_amount: await cell('uncoveredAmount'),
  };
}

/** A review is agreed to, and the wallet approves. */
async function carryOut(page: Page, review: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name: review });
  await dialog.locator('[data-part="confirm"]').click();
  await approve(page);
  await expect.poll(() => outcome(page).getAttribute('data-state')).toMatch(/^(confirmed|finalized)$/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('a deposit, a crash, a deficit that its owner reports, a claim to the atom, and the way out', async () => {
  const sol = marketOf('SOL-PERP');
  const demo = scenario.wallets.demo;
  const wallet = accountOf(demo);
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  const watching = await somebody.visit(tradePage('SOL-PERP'), { beside: page });
  const nav = gaugeOf(watching.page).locator('[data-part="nav"]');
  await connect(page);

  // --- a deposit: its shares and its lock
  const atFirst = { ...(await sol.read()), position: await sol.position(demo), tokens: await tokensOf(wallet) };
  await askToDeposit(page, '500');
  await approve(page);
  await expect.poll(() => outcome(page).getAttribute('data-state')).toMatch(/^(confirmed|finalized)$/);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  const inside = { ...(await sol.read()), position: await sol.position(demo), tokens: await tokensOf(wallet) };
  const shares = inside.position('shares') - atFirst.position('shares');
  const cost = atFirst.tokens - inside.tokens;
  expect(inside.position('deposited_amount') - atFirst.position('deposited_amount')).toBe(cost);
  expect(navOf(inside.pool) - navOf(atFirst.pool)).toBe(cost);
  expect(inside.pool('total_shares') - atFirst.pool('total_shares')).toBe(shares);
  // Premium came in all the while: it was bought into at some amount between the two that were read.
  const dearest = depositOf(usdc(500), atFirst.pool, inside.premium('epoch_premium_accrued'));
  const cheapest = depositOf(usdc(500), atFirst.pool, atFirst.premium('epoch_premium_accrued'));
  expect(shares).toBeGreaterThanOrEqual(dearest.shares);
  expect(shares).toBeLessThanOrEqual(cheapest.shares);
  expect(cost).toBeLessThanOrEqual(usdc(500));
  expect(inside.position('unlock_epoch')).toBe(epochOf(inside) + inside.pool('lock_epochs'));

  await expect.poll(() => shownAtoms(balance(page))).toBe(inside.tokens);
  await panel(page).getByRole('tab', { name: 'Withdraw' }).click();
  const held = panel(page).locator('[data-part="position"]');
  await expect.poll(() => shownAtoms(row(held, 'Shares'))).toBe(inside.position('shares'));
  expect(await shownAtoms(row(held, 'Worth now'))).toBe(worthOf(inside.position('shares'), inside.pool));
  expect(await shownAtoms(row(held, 'Deposited'))).toBe(inside.position('deposited_amount'));
  await expect.poll(() => timerOf(page).getAttribute('data-state')).toBe('locked');
  const left = (inside.position('unlock_epoch') * inside.pool('epoch_duration') - inside.slot) * 400n;
  const countdown = (await timerOf(page).getByRole('timer').textContent()) ?? '';
  const [, hours, minutes] = /^Unlocks in (\d+)\s?h(?: (\d+)\s?m)?$/.exec(countdown.replaceAll('\u00a0', ' ')) ?? [];
  expect(Math.abs(Number(hours) * 60 + Number(minutes ?? 0) - Number(left) / 60_000), countdown).toBeLessThan(3);

  // --- the keeper stops, the price falls, a loss is left
  expect(await flip(page, 'Keeper')).toContain('The keeper has stopped');
  expect(await stack.control.life()).toEqual({ keeper: false, market: true });
  const before = await factNumber(page, 'Price');
  const [, after] = /SOL-PERP fell 30 % to ([\d,.]+)\.$/.exec(await press(page, 'Crash the price')) ?? [];
  expect(Number(after?.replaceAll(',', '')) / before).toBeCloseTo(0.7, 1);
  await expect.poll(async () => (await factNumber(page, 'Price')) / before).toBeCloseTo(0.7, 1);
  expect(await press(page, 'Force a deficit')).toContain(
    'left a loss of 120,000 USDC, of which its own margin absorbed 20,000 USDC. Open now: 120,000 USDC.',
  );
  await expect.poll(() => fact(page, 'Open deficit')).toBe('120,000 USDC');

  // --- whoever has money in it reports it
  await panel(page).getByRole('tab', { name: 'Deposit' }).click();
  const barrier = panel(page).locator('[data-part="barrier"]');
  await barrier.getByText(/The market shows a deficit of 120,000\sUSDC that nobody has reported\./).waitFor();
  const open = { ...(await sol.read()), covered: await tokensOf(sol.coverVault) };
  const expected = claimOf(open, open.header, open.claims);
  expect(expected).toMatchObject({ reportable: true, payable: usdc(100_000) });
  await expect.poll(() => shownAtoms(nav)).toBe(navOf(open.pool));
  await barrier.getByRole('button', { name: 'Report the deficit' }).click();
  await approve(page);
  const sequence = open.claims('sequence');
  expect(await claimOnScreen(page, sequence)).toEqual(expected.record);
  const covered = { ...(await sol.read()), covered: await tokensOf(sol.coverVault) };
  const record = await sol.record(sequence);
  expect(Object.fromEntries(Object.keys(expected.record).map((name) => [name, record.fields(name)]))).toEqual(
    expected.record,
  );
  expect(record.key('reporter')).toBe(demo);
  expect(navOf(open.pool) - navOf(covered.pool)).toBe(expected.payable);
  expect(covered.covered - open.covered).toBe(expected.record.covered_amount);
  await expect.poll(() => shownAtoms(nav)).toBe(navOf(open.pool) - expected.payable);
  await expect.poll(() => barrier.getAttribute('data-state')).toBe(null);
  await expect.poll(() => fact(page, 'Open deficit')).toBe('0 USDC');

  // --- the lock ends: a request, taken back, made again
  expect(await press(page, 'Unlock deposits')).toContain('24 epochs have passed');
  await expect.poll(() => timerOf(page).getAttribute('data-state')).toBe('requestable');
  await panel(page).getByRole('tab', { name: 'Withdraw' }).click();
  const requestAll = async () => {
    await panel(page).getByRole('button', { name: 'Max' }).click();
    await panel(page)
      .getByRole('button', { name: /^Review request of / })
      .click();
    await carryOut(page, /^Request a withdrawal from /);
    const now = { ...(await sol.read()), position: await sol.position(demo) };
    expect(now.position('requested_shares')).toBe(now.position('shares'));
    expect(now.position('requested_value')).toBe(worthOf(now.position('shares'), now.pool));
    expect(now.position('claimable_epoch')).toBe(epochOf(now) + now.pool('cooldown_epochs') + 1n);
    const request = panel(page).locator('[data-part="request"]');
    await expect.poll(() => shownAtoms(row(request, 'Shares requested'))).toBe(now.position('requested_shares'));
    expect(await shownAtoms(row(request, 'Paid at most'))).toBe(now.position('requested_value'));
    await expect.poll(() => timerOf(page).getAttribute('data-state')).toBe('cooling');
    return now;
  };
  await requestAll();
  await panel(page).getByRole('button', { name: 'Cancel the request' }).click();
  await carryOut(page, /^Cancel the request at /);
  expect((await sol.position(demo))('requested_shares')).toBe(0n);
  await expect.poll(() => timerOf(page).getAttribute('data-state')).toBe('requestable');
  const requested = await requestAll();

  // --- the cooldown passes, and what the rule says comes back
  await press(page, 'Settle premiums');
  await stack.control.warpEpochs(sol.market, Number(requested.pool('cooldown_epochs')) + 1);
  await expect.poll(() => timerOf(page).getAttribute('data-state')).toBe('claimable');
  const ready = { ...(await sol.read()), position: await sol.position(demo), tokens: await tokensOf(wallet) };
  // The premium that has come in since stays with those who stay.
  const out = withdrawalOf(ready.position('requested_shares'), ready.pool, ready.position);
  expect(out).toBe(requested.position('requested_value'));
  expect(worthOf(ready.position('requested_shares'), ready.pool)).toBeGreaterThan(out);
  await panel(page).getByRole('button', { name: 'Max' }).click();
  await panel(page)
    .getByRole('button', { name: /^Review withdrawal of / })
    .click();
  await carryOut(page, /^Withdraw from /);
  const gone = { ...(await sol.read()), position: await sol.position(demo), tokens: await tokensOf(wallet) };
  expect(gone.tokens - ready.tokens).toBe(out);
  expect(navOf(ready.pool) - navOf(gone.pool)).toBe(out);
  expect(gone.position('shares')).toBe(0n);
  await panel(page).getByRole('tab', { name: 'Deposit' }).click();
  await expect.poll(() => shownAtoms(balance(page))).toBe(gone.tokens);
  await expect.poll(() => shownAtoms(nav)).toBe(navOf(gone.pool));
  await watching.leave();
  await leave();
});

test('the keeper, where it works, reports by itself; what its cap allows is paid, the rest waits', async () => {
  const jto = marketOf('JTO-PERP');
  const { page, leave } = await somebody.visit(earnPage(stack.url, 'JTO-PERP'));
  await stressPanel(page).getByRole('textbox', { name: 'Loss' }).fill('150,000');
  await press(page, 'Force a deficit');
  const open = await jto.read();
  const expected = claimOf(open, open.header, open.claims);
  // It is seen open first: nobody has reported it yet.
  expect(expected).toMatchObject({ reportable: true, record: { deficit_amount: usdc(150_000) } });
  expect(expected.record.queued_amount).toBeGreaterThan(0n);
  await expect.poll(() => fact(page, 'Open deficit')).toBe('150,000 USDC');

  const sequence = open.claims('sequence');
  expect(await claimOnScreen(page, sequence)).toEqual(expected.record);
  const record = await jto.record(sequence);
  expect(Object.fromEntries(Object.keys(expected.record).map((name) => [name, record.fields(name)]))).toEqual(
    expected.record,
  );
  expect(record.key('reporter')).toBe(scenario.wallets.keeper);
  const covered = await jto.read();
  expect(navOf(open.pool) - navOf(covered.pool)).toBe(expected.payable);
  await expect.poll(() => fact(page, 'Open deficit')).toBe('0 USDC');
  await leave();
});

test('premium that is settled raises what the pool is worth by exactly what had accrued', async () => {
  const jto = marketOf('JTO-PERP');
  const { page, leave } = await somebody.visit(tradePage('JTO-PERP'));
  const nav = gaugeOf(page).locator('[data-part="nav"]');
  await flip(page, 'Keeper');
  const { slot, pool } = await jto.read();
  await press(page, 'Next epoch');
  // It has its fees when it stands still: none comes between the reading and the settlement.
  await expect.poll(async () => (await jto.read()).premium('epoch_premium_accrued')).toBeGreaterThan(0n);
  await flip(page, 'Market');
  const before = await jto.read();
  expect(epochOf(before)).toBe(epochOf({ slot, pool }) + 1n);
  const accrued = before.premium('epoch_premium_accrued');
  await expect.poll(() => shownAtoms(nav)).toBe(navOf(before.pool));
  const said = await press(page, 'Settle premiums');
  const after = await jto.read();
  expect(navOf(after.pool) - navOf(before.pool)).toBe(accrued);
  expect(after.premium('epoch_premium_accrued')).toBe(0n);
  expect(said).toMatch(/The keeper settled JTO-PERP: [\d,.]+ USDC of premium went to the pool\.$/);
  const [, settled = ''] = /: ([\d,.]+) USDC/.exec(said) ?? [];
  expect(Number(settled.replaceAll(',', ''))).toBeCloseTo(Number(accrued) / 1e6, 1);
  await expect.poll(() => shownAtoms(nav)).toBe(navOf(after.pool));
  expect(await press(page, 'Settle premiums')).toContain('nothing was due');
  await leave();
});

test('a market that stands still keeps its price and pays no fee, until it moves again', async () => {
  const sol = marketOf('SOL-PERP');
  const oracle = new PublicKey(sol.oracle);
  const { page, leave } = await somebody.visit(tradePage('SOL-PERP'));
  const state = async () => {
    const { slot, premium } = await sol.read();
    const { price, publishTime } = priceUpdateCodec.decode((await connection.getAccountInfo(oracle))?.data as Buffer);
    return { slot, publishTime, accrued: premium('epoch_premium_accrued'), price };
  };
  await flip(page, 'Market');
  const still = await state();
  const shown = await fact(page, 'Price');
  await expect.poll(async () => (await state()).slot, { timeout: 30_000 }).toBeGreaterThan(still.slot + 20n);
  const later = await state();
  expect(later).toMatchObject({ accrued: still.accrued, price: still.price });
  // The same price, and not an old one: what is computed from it goes on.
  expect(later.publishTime).toBeGreaterThan(still.publishTime);
  expect(await fact(page, 'Price')).toBe(shown);
  await flip(page, 'Market');
  await expect.poll(async () => (await state()).price).not.toBe(still.price);
  await expect.poll(() => fact(page, 'Price')).not.toBe(shown);
  await leave();
});

test('what the panel can’t do it says in three parts, and nothing changes; what it does it does once', async () => {
  const sol = marketOf('SOL-PERP');
  const { page, leave, expect: provoke } = await somebody.visit(tradePage('SOL-PERP'));
  const panel = stressPanel(page);
  const failing = async (name: string) => {
    await panel.getByRole('button', { name }).click();
    const outcome = panel.locator('[role="status"][data-failed="true"]');
    await outcome.waitFor();
    await expect.poll(() => panel.locator('[aria-busy="true"]').count()).toBe(0);
    return (await outcome.textContent()) ?? '';
  };
  const before = await sol.read();
  const loss = panel.getByRole('textbox', { name: 'Loss' });
  await loss.fill('a lot');
  expect(await failing('Force a deficit')).toMatch(
    /No deficit was made\. The loss is no amount above zero that the chain can count\. Write one like 120,000, then try again\.$/,
  );
  await loss.fill('18,446,744,073,709');
  expect(await failing('Force a deficit')).toMatch(
    /No deficit was made\. The chain refused: .*below 2\^64\. Change what you asked for, then try again\.$/,
  );
  expect(await failing('Get test funds')).toMatch(
    /No funds came\. There is no wallet to send them to\. Connect one, then try again\.$/,
  );
  expect((await sol.read()).header('cumulative_deficit')).toBe(before.header('cumulative_deficit'));

  const asked: unknown[] = [];
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(`${stack.rpcUrl}/`, async (route) => {
    const { method } = route.request().postDataJSON() ?? {};
    if (method === 'percosec_crash' || method === 'percosec_lose') {
      asked.push(method);
      await held;
    }
    await route.continue();
  });
  const crash = panel.getByRole('button', { name: 'Crash the price' });
  await crash.click();
  await expect.poll(() => crash.getAttribute('aria-busy')).toBe('true');
  // As an impatient person's clicks come, whatever the buttons say of themselves.
  await crash.click({ force: true });
  await panel.getByRole('button', { name: 'Force a deficit' }).click({ force: true });
  answer();
  await expect.poll(() => panel.getByRole('status').textContent()).toMatch(/SOL-PERP fell 30 % to [\d.]+\.$/);
  expect(asked).toEqual(['percosec_crash']);
  expect((await sol.read()).header('cumulative_deficit')).toBe(before.header('cumulative_deficit'));

  provoke(/ERR_CONNECTION_REFUSED/);
  await page.unroute(`${stack.rpcUrl}/`);
  await page.route(`${stack.rpcUrl}/`, (route) => route.abort('connectionrefused'));
  expect(await failing('Crash the price')).toMatch(
    /The price was not crashed\. The chain at \S+ does not answer\. See whether npm start still runs, then try again\.$/,
  );
  await panel.getByText('The chain does not answer: figures are from before.').waitFor();
  await page.unroute(`${stack.rpcUrl}/`);
  await panel.getByText('This chain is your own').waitFor();
  await leave();
});

test('the panel is as it was left, speaks Arabic, and hands out funds to the atom', async () => {
  const demo = scenario.wallets.demo;
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  await connect(page);
  const before = await tokensOf(accountOf(demo));
  await press(page, 'Get test funds');
  expect((await tokensOf(accountOf(demo))) - before).toBe(usdc(10_000));
  await expect.poll(() => shownAtoms(balance(page))).toBe(before + usdc(10_000));

  await stressPanel(page).getByRole('button', { name: 'Stress test' }).press('Enter');
  await expect.poll(() => stressPanel(page).getByRole('button').count()).toBe(1);
  await page.reload();
  const toggle = stressPanel(page).getByRole('button', { name: 'Stress test' });
  await toggle.waitFor();
  expect(await toggle.getAttribute('aria-expanded')).toBe('false');
  await page.getByRole('button', { name: 'العربية' }).click();
  const arabic = page.getByRole('region', { name: 'اختبار الضغط' });
  await arabic.getByRole('button', { name: 'اختبار الضغط' }).click();
  await arabic.getByRole('switch', { name: 'المُشغِّل' }).press('Space');
  await arabic.getByText('توقّف المُشغِّل').waitFor();
  expect(await stack.control.life()).toEqual({ keeper: false, market: true });
  await leave();
});

test('where no life answers, there is no panel, and nothing of it is loaded', async () => {
  const loaded: string[] = [];
  let asked = 0;
  const { page, leave } = await somebody.visit(tradePage('SOL-PERP'), {
    async before(page) {
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await page.route(`${stack.rpcUrl}/`, (route) => {
        const { id, method } = route.request().postDataJSON() ?? {};
        if (method !== 'percosec_life') return route.fallback();
        asked += 1;
        const headers = { 'access-control-allow-origin': '*' };
        return route.fulfill({ headers, json: { jsonrpc: '2.0', id, result: null } });
      });
    },
  });
  await expect.poll(() => shownAtoms(gaugeOf(page).locator('[data-part="nav"]'))).not.toBe(null);
  await expect.poll(() => asked).toBeGreaterThan(0);
  expect(await stressPanel(page).count()).toBe(0);
  expect(loaded).toContain('/src/stress/StressPanel.tsx');
  expect(loaded).not.toContain('/src/stress/Panel.tsx');
  await leave();
});
