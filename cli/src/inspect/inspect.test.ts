// inspect on a cluster: a market from nothing to a claim, in words and in exact strings.
import { createPercosecClient, depositPlan, reportDeficitPlan, transact } from '@percosec/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTerminal, type Terminal } from '../testing/terminal.ts';
import { walletOf } from '../wallet.ts';

let world: Terminal;
beforeAll(async () => {
  world = await openTerminal();
});
afterAll(() => world.close());

const inspect = (subject: string, ...more: string[]) =>
  world.percosec(['inspect', subject, '--url', world.rpcUrl, ...more]);

it('tells of a market that nobody insures that nobody does', async () => {
  const { market } = await world.newMarket({ avgLeverageBps: 52_500n });
  const { exit, out } = await inspect(market);
  expect(exit).toBe(0);
  expect(out).toContain('Not insured yet');
  expect(out).toMatch(/average leverage +5\.25×/);
  const told = JSON.parse((await inspect(market, '--json')).out);
  expect(told).toMatchObject({ pool: null, poolView: null, header: { openInterest: '500000000000', version: 1 } });
});

it('tells everything of an insured one, by its own address or its pool’s', async () => {
  const { market, lose } = await world.newMarket();
  const owner = world.authority.address;
  const settings = ['--min-reserve-bps=800', '--insolvency-threshold=100', '--epoch-duration=216000'];
  const limits = ['--max-leverage-bps=200000', '--min-cover-bps=1000', '--max-oracle-age=60', '--cooldown-epochs=2'];
  const feed = `--oracle-feed=${'ef'.repeat(32)}`;
  const made = await world.percosec(['create-market', market, '--url', world.rpcUrl, feed, ...settings, ...limits]);
  expect(made.exit).toBe(0);

  await world.mintTo(world.authority, 5_000_000_000n);
  const client = createPercosecClient({ rpcUrl: world.rpcUrl });
  const wallet = walletOf(world.authority.keypair);
  const act = async (plan: ReturnType<typeof depositPlan>) =>
    expect((await transact(client, wallet, plan)).status).toBe('confirmed');
  try {
    await act(depositPlan(client, { market, owner, amount: 1_234_567_890n }));
    lose(250_000_000n, 50_000_000n);
    expect((await inspect(market)).out).toMatch(/open deficit +250 +reportable: 200 payable/);
    await act(reportDeficitPlan(client, { market, owner }));
  } finally {
    client.close();
  }

  const { exit, out, err } = await inspect(market);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  for (const line of [
    /worth \(NAV\) +1,034\.56789/,
    /shares +1,234\.56789 +each worth 0\.837999/,
    /in the vault +1,034\.56789/,
    /lock +7 epochs +about 7 days/,
    /withdrawals +by request: 2 epochs to wait +about 2 days/,
    /then open for +1 epoch +about 1 day/,
    /a claim is above +100/,
    /cap in an epoch +none: a claim can take the whole pool at once/,
    /so far +1 claim +200 covered, 0 not/,
    /claim 0 +250 in slot \d+ +50 by the market's margin, 200 by the pool, 0 by nobody/,
    /score +never scored/,
    /rate +0\.50/,
    /whether it can be changed is unknown/,
  ]) {
    expect(out).toMatch(line);
  }

  const told = JSON.parse((await inspect(market, '--json')).out);
  expect(told.poolView).toMatchObject({ nav: '1034567890', capLeft: null, reportable: false });
  expect(told.records).toMatchObject([{ payoutAmount: '200000000', bufferUsed: '50000000', fullyCovered: true }]);
  const byPool = JSON.parse((await inspect(told.at.pool, '--json')).out);
  expect({ ...byPool, slot: 0, poolView: 0 }).toEqual({ ...told, slot: 0, poolView: 0 });
});

it('refuses what is neither a market nor a pool', async () => {
  const nothing = await inspect(world.authority.address);
  expect(nothing).toMatchObject({ exit: 1, out: '' });
  expect(nothing.err).toContain('is neither an insured market nor a pool');
  expect((await inspect('11111111111111111111111111111112')).err).toContain('there is no such account');
});
