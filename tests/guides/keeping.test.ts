// The keeper's guide: the published loop, word for word, over the tasks that it names.
//
// As printed it ends at the first task that fails, be it that another keeper was faster. A keeper that means to stay
// catches each task's error and goes on.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlerAuthority, insolvencyRecordOf, riskAuthority } from '../programs/support/addresses.ts';
import { usdc } from '../programs/support/money.ts';
import { published, run } from './support/guide.ts';
import { keeperTasks } from './support/keeper.ts';
import { Reader, WAYS } from './support/reader.ts';
import { startWorld, type World } from './support/world.ts';

const EPOCH = 100n;
const KEEPER_FEE = 5_000n;

let world: World;
let folder: string;
beforeAll(async () => {
  world = await startWorld();
  folder = mkdtempSync(path.join(tmpdir(), 'keeper-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  return world.close();
});

/** Runs the published loop until it has slept this often; `asleep` is what happens in the meantime. */
async function loop(market: PublicKey, keeper: Keypair, tasks: object, asleep: (() => void)[]): Promise<string[]> {
  const file = path.join(folder, `${keeper.publicKey}.json`);
  writeFileSync(file, JSON.stringify([...keeper.secretKey]));
  const said: string[] = [];
  const woken = new Error('nobody wakes it any more');
  const end = await new Promise((resolve) => {
    const scope = {
      ...tasks,
      ACTIVE_MARKETS: [market],
      process: { env: { SOLANA_RPC_URL: world.rpcUrl, KEEPER_KEYPAIR_PATH: file } },
      console: { log: (line: string) => said.push(line), error: resolve },
      async sleep() {
        const next = asleep.shift();
        if (next === undefined) throw woken;
        next();
      },
    };
    run(published('Keeper Loop (TypeScript)'), scope).catch(resolve);
  });
  if (end !== woken) throw end;
  return said;
}

describe.each(WAYS)('keeping a market with $way', (way) => {
  it('scores, sets the rate, settles, and reports a deficit, each epoch', async () => {
    const { address: market, oracle, publish, write } = world.newMarket();
    const deployer = new Reader(world, way, market, world.provider);
    await deployer.follow(['pool', 'risk', 'premium']);
    const { provider: depositor } = await world.someoneWithUsdc(`depositor of ${way.way}`, usdc(10_000));
    await new Reader(world, way, market, depositor, deployer).follow(['deposit']);

    const { keypair, provider } = await world.someoneWithUsdc(`keeper of ${way.way}`, 0n);
    const programs = way.open(provider);
    const all = {
      ...world.accountsOf(market, provider.publicKey),
      oracleData: oracle,
      coverVault: world.coverVault,
      insolvencyRecord: insolvencyRecordOf(market, 0n),
      handlerAuthority,
      riskAuthority,
      keeperTokenAccount: world.usdcAccountOf(provider.publicKey),
    };
    const short = { market, oracleData: oracle };
    const tasks = keeperTasks(programs, () => (way.departures.deposit.length > 0 ? all : short));
    await tasks.initializeClaims(market);
    await world.collectFees(market, usdc(100));

    // The loop's connection looks at finalized slots, which are 32 behind: it notices an epoch that much later.
    const nextEpoch = () => {
      world.chain.warp({ slots: EPOCH - (world.chain.slot % EPOCH) + 32n });
      publish();
    };
    nextEpoch();
    const first = world.chain.slot / EPOCH;
    const said = await loop(market, keypair, tasks, [
      // Awake again within the same epoch: nothing to do.
      () => world.chain.warp({ slots: 5n }),
      nextEpoch,
      () => {
        nextEpoch();
        write({ cumulativeDeficit: usdc(60_000), marginAbsorbed: usdc(59_500) });
      },
    ]);
    expect(said).toEqual([0n, 1n, 2n].map((later) => `Epoch ${first + later} - running keeper tasks`));

    const metrics = await programs.riskEngine.account.riskMetrics.fetch(all.riskMetrics);
    expect(metrics.lastUpdatedEpoch.toNumber()).toBe(Number(first) + 2);
    expect(metrics.compositeScoreBps).toBeGreaterThan(0);
    const premium = await programs.premiumManager.account.premiumState.fetch(all.premiumState);
    expect(premium.premiumRateBps).toBeGreaterThan(50);
    expect(premium.totalSettled.toString()).toBe(String(usdc(95)));
    const record = await programs.insolvencyHandler.account.insolvencyRecord.fetch(all.insolvencyRecord);
    expect(record.coveredAmount.toString()).toBe(String(usdc(500)));
    const pool = await programs.insurancePool.account.insurancePool.fetch(all.pool);
    expect(pool.totalDeposits.toString()).toBe(String(usdc(1_095 - 500)));
    // Three rates, one settlement that moved premium, one report that paid.
    expect(await world.usdcOf(provider.publicKey)).toBe(5n * KEEPER_FEE);
  });
});
