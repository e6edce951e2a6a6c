// What can be asked of those who live on the chain, over the wire.
import {
  associatedTokenAddress,
  insurancePoolCodec,
  poolAddress,
  riskMetricsAddress,
  riskMetricsCodec,
  tokenAccountCodec,
} from '@percosec/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, type Reply } from '../../conformance/raw.ts';
import { type Control, createControl } from '../control.ts';
import { type Localnet, startLocalnet } from '../server.ts';
import type { Scenario } from './cast.ts';
import { get } from './market.ts';
import { type Settled, settleScenario } from './settle.ts';
import { deriveAddress } from './wallet.ts';

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;
const STRANGER = deriveAddress('test', 'stranger');

interface Served {
  readonly localnet: Localnet;
  readonly settled: Settled;
  readonly control: Control;
}

async function serve(life: boolean): Promise<Served> {
  let settled: Settled | null = null;
  const localnet = await startLocalnet({
    rpcPort: 0,
    paused: true,
    async settle(chain, isNew) {
      settled = await settleScenario(chain, isNew, { life });
      return settled ?? { description: null };
    },
  });
  if (settled === null) throw new Error('a new chain must be told the scenario');
  return { localnet, settled, control: createControl(localnet.rpcUrl) };
}

let lively: Served;
let still: Served;
beforeAll(async () => {
  lively = await serve(true);
  still = await serve(false);
}, 120_000);
afterAll(async () => {
  await lively.localnet.close();
  await still.localnet.close();
});

async function addressOf({ control }: Served, symbol: string): Promise<string> {
  const market = (await control.scenario<Scenario>())?.markets.find((each) => each.symbol === symbol);
  if (market === undefined) throw new Error(`no ${symbol}`);
  return market.market;
}
const metrics = async ({ localnet }: Served, market: string) =>
  get(localnet.chain, riskMetricsCodec, await riskMetricsAddress(market));
const pool = async ({ localnet }: Served, market: string) =>
  get(localnet.chain, insurancePoolCodec, await poolAddress(market));

async function ask({ localnet }: Served, method: string, params: unknown, headers = {}): Promise<Reply> {
  const response = await post(localnet, JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }), headers);
  return (await response.json()) as Reply;
}

describe('life', () => {
  it('tells what moves, and is switched', async () => {
    const { control } = lively;
    expect(await control.life()).toEqual({ market: true, keeper: true });
    expect(await control.setLife({ keeper: false })).toEqual({ market: true, keeper: false });
    expect(await control.setLife({ market: false })).toEqual({ market: false, keeper: false });
    expect(await control.life()).toEqual({ market: false, keeper: false });
    expect(await control.setLife({ market: true, keeper: true })).toEqual({ market: true, keeper: true });
  });

  it('is null where nothing moves by itself, with a scenario and without', async () => {
    expect(await still.control.life()).toBeNull();
    await expect(still.control.setLife({ keeper: false })).rejects.toThrow('Nothing moves by itself on this chain');
    const empty = await startLocalnet({ rpcPort: 0, paused: true });
    expect(await createControl(empty.rpcUrl).life()).toBeNull();
    await expect(createControl(empty.rpcUrl).fund(STRANGER, 1n)).rejects.toThrow('Method not found');
    await empty.close();
  });
});

describe('a crash', () => {
  it.each([
    ['SOL-PERP', 3_000],
    ['JTO-PERP', 2_500],
  ])('of %s shows in its next score', async (symbol, bps) => {
    const { control } = lively;
    const market = await addressOf(lively, symbol);
    await control.warpEpochs(market, 1);
    const before = await metrics(lively, market);
    const { price } = await control.crash(market, bps);
    expect(Number(price) / Number(before.oraclePrice)).toBeCloseTo(1 - bps / 10_000, 2);
    await control.warpEpochs(market, 1);
    const after = await metrics(lively, market);
    expect(after?.lastUpdatedEpoch).toBe(before.lastUpdatedEpoch + 1n);
    for (const factor of ['leverageBps', 'oiRatioBps', 'volatilityBps'] as const)
      expect(after[factor]).toBeGreaterThan(before[factor]);
    expect(after.compositeScoreBps - before.compositeScoreBps).toBeGreaterThan(1_000);
    expect(after.grade).not.toBe(before.grade);
    const candles = await control.candles(market, 60, 2);
    expect(BigInt(candles.at(-1)?.[3] ?? 0)).toBeLessThan((price * 105n) / 100n);
  });

  it('ends before the price does', async () => {
    const market = await addressOf(still, 'WIF-PERP');
    for (let crash = 0; crash < 3; crash++) await still.control.crash(market, 9_000).catch(() => {});
    await expect(still.control.crash(market, 9_900)).rejects.toThrow("the price can't fall so far");
  });
});

describe('a deficit', () => {
  it('is left open, reported by the keeper, and paid; asked again there is none', async () => {
    const { control } = still;
    const market = await addressOf(still, 'SOL-PERP');
    const before = await pool(still, market);
    const loss = { deficit: usdc(120_000), absorbed: usdc(20_000) };
    expect(await control.lose(market, loss)).toEqual({ openDeficit: usdc(120_000) });
    const { signature } = await control.report(market);
    expect(still.localnet.chain.ledger.get(signature ?? '')?.err).toBeNull();
    expect(before.totalDeposits - (await pool(still, market)).totalDeposits).toBe(usdc(100_000));
    expect(await control.report(market)).toEqual({ signature: null });
  });

  it('too small for a claim can be reported twice in a slot', async () => {
    const market = await addressOf(still, 'SOL-PERP');
    await still.control.lose(market, { deficit: 1n, absorbed: 0n });
    const [first, second] = [await still.control.report(market), await still.control.report(market)];
    expect(first.signature).not.toBe(second.signature);
    expect(first.signature).not.toBeNull();
  });

  it('with life is reported after some slots, unless the keeper is off', async () => {
    const { control } = lively;
    const market = await addressOf(lively, 'SOL-PERP');
    await control.setLife({ keeper: false });
    await control.lose(market, { deficit: usdc(120_000), absorbed: usdc(20_000) });
    const before = await pool(lively, market);
    for (let slot = 0; slot < 30; slot++) await control.warp({ slots: 1n });
    expect((await pool(lively, market)).cumulativeClaims).toBe(before.cumulativeClaims);
    await control.setLife({ keeper: true });
    for (let slot = 0; slot < 20; slot++) await control.warp({ slots: 1n });
    expect((await pool(lively, market)).cumulativeClaims).toBe(before.cumulativeClaims + usdc(100_000));
  });
});

describe('settling', () => {
  it('does what is due, with a fresh price, and nothing twice', async () => {
    const { control, localnet } = still;
    const market = await addressOf(still, 'JTO-PERP');
    const { slot } = await control.warpEpochs(market, 3);
    expect(slot % 3_000).toBe(0);
    expect((await metrics(still, market)).lastUpdatedEpoch).toBeLessThan(BigInt(slot) / 3_000n);
    const { signatures } = await control.settle(market);
    expect(signatures).toHaveLength(2);
    for (const signature of signatures) expect(localnet.chain.ledger.get(signature)?.err).toBeNull();
    expect((await metrics(still, market)).lastUpdatedEpoch).toBe(BigInt(slot) / 3_000n);
    expect(await control.settle(market)).toEqual({ signatures: [] });
  });
});

describe('a warp over epochs', () => {
  it('ends in the first slot of one, which life has begun', async () => {
    const { control } = lively;
    const market = await addressOf(lively, 'WIF-PERP');
    const { slot } = await control.clock();
    const later = await control.warpEpochs(market, 24);
    expect(later.slot).toBe((Math.floor(slot / 20) + 24) * 20);
    expect((await metrics(lively, market)).lastUpdatedEpoch).toBe(BigInt(later.slot) / 20n);
    // So has one that is told in slots.
    const more = await control.warp({ slots: 20n });
    expect((await metrics(lively, market)).lastUpdatedEpoch).toBe(BigInt(more.slot) / 20n);
  });
});

describe('the faucet', () => {
  it('opens an account, mints into it, gives SOL once, and the same again in the same slot', async () => {
    const { control, localnet, settled } = still;
    const { chain } = localnet;
    const { tokenAccount } = await control.fund(STRANGER, usdc(2_500));
    expect(tokenAccount).toBe(await associatedTokenAddress(STRANGER, settled.cast.mint.address));
    const amount = () => get(chain, tokenAccountCodec, tokenAccount as typeof STRANGER).amount;
    expect(amount()).toBe(usdc(2_500));
    expect(chain.getAccount(STRANGER)?.lamports).toBe(10_000_000_000n);
    await control.fund(STRANGER, usdc(2_500));
    expect(amount()).toBe(usdc(5_000));
    expect(chain.getAccount(STRANGER)?.lamports).toBe(10_000_000_000n);
  });

  it('that is in the way says so', async () => {
    const { localnet, settled } = still;
    const owner = deriveAddress('test', 'unlucky');
    const at = await associatedTokenAddress(owner, settled.cast.mint.address);
    localnet.chain.setAccount(at, { owner, data: new Uint8Array(3), lamports: 10_000_000n, executable: false });
    const { error } = await ask(still, 'percosec_fund', [owner, '1']);
    expect(error?.code).toBe(-32600);
    expect(error?.message).toContain('transaction failed');
  });

  it.each([
    ['a built-in program', '11111111111111111111111111111111'],
    ['a sysvar', 'SysvarC1ock11111111111111111111111111111111'],
  ])('%s takes no SOL, and gets no dollars either', async (_, owner) => {
    const { chain } = lively.localnet;
    const { mint } = lively.settled.cast;
    const tokenAccount = await associatedTokenAddress(owner, mint.address);
    const before = chain.getAccount(mint.address);
    const { error } = await ask(lively, 'percosec_fund', [owner, '1']);
    expect(error?.code).toBe(-32600);
    expect(chain.getAccount(mint.address)).toEqual(before);
    expect(chain.getAccount(tokenAccount)).toBeNull();
  });
});

describe('candles', () => {
  it('reach from before the start to now, in decimal', async () => {
    const { control, localnet } = lively;
    for (const symbol of ['SOL-PERP', 'JTO-PERP']) {
      const market = await addressOf(lively, symbol);
      await control.warp({ seconds: 61 });
      const candles = await control.candles(market, 300, 5_000);
      expect(candles.length).toBeGreaterThan(500);
      for (const [time, ...prices] of candles) {
        expect(time % 300).toBe(0);
        for (const price of prices) expect(price).toMatch(/^[1-9]\d*$/);
      }
      const last = candles.at(-1)?.[0] ?? 0;
      expect(Number(localnet.chain.unixTimestamp) - last).toBeLessThan(300);
      expect(await control.candles(market, 300, 7)).toEqual(
        candles.slice(-7).filter(([time]) => time > last - 7 * 300),
      );
    }
  });
});

describe('bad input', () => {
  it.each([
    ['percosec_setLife', [{ keeper: 'no' }], 'true or false'],
    ['percosec_crash', ['MARKET', 0], 'a whole number from 1 to 9900'],
    ['percosec_crash', ['MARKET', 9_901], 'a whole number from 1 to 9900'],
    ['percosec_crash', ['MARKET', '1e3'], 'a whole number'],
    ['percosec_crash', [STRANGER, 100], `percosec_scenario has no market ${STRANGER}`],
    ['percosec_crash', ['no address', 100], 'base58'],
    ['percosec_lose', ['MARKET', { deficit: '0', absorbed: '0' }], 'from 1'],
    ['percosec_lose', ['MARKET', { deficit: '5', absorbed: '6' }], 'no more than the deficit'],
    ['percosec_lose', ['MARKET', { deficit: '18446744073709551615', absorbed: '0' }], 'below 2^64'],
    ['percosec_lose', ['MARKET', { deficit: '5' }], 'absorbed'],
    ['percosec_report', [], 'market'],
    ['percosec_settle', [null], 'market'],
    ['percosec_warpEpochs', ['MARKET', 0], 'from 1'],
    ['percosec_warpEpochs', ['MARKET', '1000000000000000'], "can't go to slot"],
    ['percosec_fund', [STRANGER, '0'], 'from 1'],
    ['percosec_fund', [STRANGER, '1000000000001'], 'to 1000000000000'],
    ['percosec_fund', ['no address', '1'], 'base58'],
    ['percosec_candles', ['MARKET', 0, 10], 'from 1 to 86400'],
    ['percosec_candles', ['MARKET', 60, 5_001], 'from 1 to 5000'],
    ['percosec_candles', ['MARKET', 60], 'limit'],
  ])('%s %j is refused in a sentence, and changes nothing', async (method, params, sentence) => {
    const market = await addressOf(lively, 'JTO-PERP');
    const { chain } = lively.localnet;
    const account = () => [chain.getAccount(market), chain.slot, chain.ledger.count, lively.settled.life?.switches];
    const before = account();
    const given = params.map((param) => (param === 'MARKET' ? market : param));
    const { error, result } = await ask(lively, method, given);
    expect(result).toBeUndefined();
    expect(error?.code).toBe(-32602);
    expect(error?.message).toContain(sentence);
    expect(account()).toEqual(before);
  });

  it('comes from pages elsewhere, which may read and nothing else', async () => {
    const market = await addressOf(lively, 'JTO-PERP');
    const origin = { origin: 'https://evil.example' };
    const driving = Object.keys(lively.settled.calls?.driving ?? {});
    expect(driving).toHaveLength(7);
    for (const method of driving)
      expect((await ask(lively, method, [], origin)).error?.message, method).toContain('pages served from localhost');
    expect((await ask(lively, 'percosec_life', [], origin)).result).toEqual({ market: true, keeper: true });
    expect((await ask(lively, 'percosec_candles', [market, 60, 3], origin)).result).not.toEqual([]);
  });
});
