// The chain dies under the page: whoever supervises it brings it back, and the page comes back with it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { askToDeposit, balance, earnPage, outcome, panel, shownBalance } from './support/earn.ts';
import { demoWallet, expectOneDeposit, holdings } from './support/holdings.ts';
import { type Stack, startStack } from './support/stack.ts';
import { type Visit, type Visitor, visitor } from './support/visitor.ts';
import { approve, connect } from './support/wallet.ts';

let somebody: Visitor;
beforeAll(async () => {
  somebody = await visitor();
});
afterAll(() => somebody?.close());

let stack: Stack;
afterEach(() => stack?.stop());

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly args: string;
}

const processes = (): Process[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
    });

/** Of this test's own stack: nobody else's descends from this process. */
function chainProcess(): number {
  const all = processes();
  const descends = (pid: number): boolean => {
    const found = all.find((one) => one.pid === pid);
    return found !== undefined && (found.parent === process.pid || descends(found.parent));
  };
  const chains = all.filter(({ pid, args }) => args.includes('localnet/src/main.ts') && descends(pid));
  const [chain, ...others] = chains;
  if (chain === undefined || others.length > 0) throw new Error(`Which is the chain? ${JSON.stringify(chains)}`);
  return chain.pid;
}

/** Ends the chain as a crash does, and waits until it is there again. */
async function crashChain(): Promise<void> {
  const before = stack.printed().length;
  const first = chainProcess();
  process.kill(first, 'SIGKILL');
  await expect
    .poll(() => stack.printed().slice(before), { timeout: 60_000 })
    .toMatch(/The chain died[\s\S]*The chain is started again[\s\S]*The chain runs again/);
  expect(chainProcess()).not.toBe(first);
}

const visitEarn = (): Promise<Visit> => {
  const [rpc, ws] = [new URL(stack.rpcUrl).host, new URL(stack.wsUrl).host];
  return somebody.visit(earnPage(stack.url), {
    // While nobody listens there.
    expected: [
      new RegExp(`^console: Failed to load resource: net::ERR_.*${rpc}`),
      new RegExp(`^request: POST http://${rpc}/: net::ERR_`),
      new RegExp(`^console: WebSocket connection to 'ws://${ws}/' failed`),
      /^console: ws error: /,
    ],
  });
};

async function expectTruth(page: Page): Promise<void> {
  await expect
    .poll(async () => (await shownBalance(page)) - (await holdings(stack)).tokens, { timeout: 60_000 })
    .toBe(0n);
  await panel(page)
    .getByText(/^Offline/)
    .waitFor({ state: 'detached' });
}

async function expectDeposit(page: Page, amount: string): Promise<void> {
  const before = await holdings(stack);
  await askToDeposit(page, amount);
  await approve(page);
  await expect.poll(() => outcome(page).textContent()).toContain('Done');
  expectOneDeposit(before, await holdings(stack), BigInt(amount) * 1_000_000n);
}

test('a chain that is killed goes on from its file, on the same ports, and the page goes on by itself', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'percosec-restart-'));
  try {
    stack = await startStack(['--state', path.join(folder, 'chain')]);
    const { page, leave } = await visitEarn();
    await connect(page);
    await expectDeposit(page, '50');
    const kept = await holdings(stack);
    await stack.control.saveState();
    await crashChain();
    expect(await holdings(stack)).toEqual(kept);
    await stack.control.fund(await demoWallet(stack), 1_000_000n);
    // Not before it is confirmed: until then the page and the chain agree on what was before.
    await expect.poll(async () => (await holdings(stack)).tokens).toBe(kept.tokens + 1_000_000n);
    await expectTruth(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await expectDeposit(page, '51');
    await leave();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a chain that is killed and began anew is not mistaken for the one before: the page says so, and is right once it is loaded anew', async () => {
  stack = await startStack();
  const { page, leave } = await visitEarn();
  await connect(page);
  await balance(page).waitFor();
  const known = await shownBalance(page);
  // So that the new chain is behind it for as long as the test lasts.
  await stack.control.warp({ slots: 5_000n });
  await stack.control.fund(await demoWallet(stack), 7_000_000n);
  await expect.poll(() => shownBalance(page)).toBe(known + 7_000_000n);
  await crashChain();
  await panel(page)
    .getByText(/reload the page if the chain began anew/)
    .first()
    .waitFor();
  expect(await shownBalance(page)).toBe(known + 7_000_000n);
  await page.reload();
  await balance(page).waitFor();
  expect(await shownBalance(page)).toBe(known);
  await expectDeposit(page, '52');
  await leave();
});
