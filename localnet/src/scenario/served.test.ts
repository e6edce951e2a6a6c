// The scenario as a front-end meets it: through the RPC, and alive: its market's hosts and keepers go on where history ends.
import {
  createRpc,
  fetchInsurancePool,
  fetchInsuredMarket,
  fetchProviderPosition,
  fetchRiskMetrics,
  type Rpc,
} from '@percosec/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createControl } from '../control.ts';
import { type Localnet, startLocalnet } from '../server.ts';
import type { CastMarket, Scenario } from './cast.ts';
import { addDeficit, momentOf, moveTo, payFees, report, setPrice, startEpoch, view } from './market.ts';
import { type Settled, settleScenario } from './settle.ts';

let localnet: Localnet;
let settled: Settled;
let rpc: Rpc;

beforeAll(async () => {
  localnet = await startLocalnet({
    rpcPort: 0,
    paused: true,
    async settle(chain, isNew) {
      const found = await settleScenario(chain, isNew);
      if (found === null) throw new Error('a new chain must be told the scenario');
      settled = found;
      return found;
    },
  });
  rpc = createRpc({ rpcUrl: localnet.rpcUrl });
}, 120_000);
afterAll(() => localnet.close());

const control = () => createControl(localnet.rpcUrl);

async function found(symbol: string) {
  const scenario = await control().scenario<Scenario>();
  const market = scenario?.markets.find((each) => each.symbol === symbol);
  if (scenario == null || market === undefined) throw new Error(`no ${symbol}`);
  return { scenario, ...market };
}

function castOf(symbol: string): CastMarket {
  const market = settled.cast.markets.find(({ plan }) => plan.symbol === symbol);
  if (market === undefined) throw new Error(`no ${symbol}`);
  return market;
}

describe('over the RPC', () => {
  it('its addresses are found, and lead to its accounts', async () => {
    const { scenario, market, pool } = await found('WIF-PERP');
    expect(scenario).toEqual(settled.description);
    const [insurance, metrics, header] = await Promise.all([
      fetchInsurancePool(rpc, market),
      fetchRiskMetrics(rpc, market),
      fetchInsuredMarket(rpc, market),
    ]);
    expect(insurance.value?.market).toBe(market);
    expect(insurance.value?.collateralMint).toBe(scenario.mint.address);
    expect(metrics.value?.grade).toBe('High');
    expect(header.value?.openInterest).toBeGreaterThan(0n);
    const { data } = (await fetchRaw(pool)) ?? {};
    expect(data?.[1]).toBe('base64');
  });

  it("the demo wallet's position is there, and its key is the wallet's", async () => {
    const { scenario, market } = await found('SOL-PERP');
    const position = await fetchProviderPosition(rpc, market, scenario.wallets.demo);
    expect(position.value?.shares).toBeGreaterThan(2_490_000_000n);
    const keypair = await control().demoKeypair();
    expect(Uint8Array.from(keypair ?? [])).toEqual(settled.demoKeypair);
  });

  it('the history has signatures, logs and block times', async () => {
    const { pool } = await found('JTO-PERP');
    const newest = await rpc.request<{ signature: string; blockTime: number; err: unknown }[]>(
      'getSignaturesForAddress',
      [pool, { limit: 1000 }],
    );
    expect(newest.length).toBeGreaterThan(150);
    const times = newest.map(({ blockTime }) => blockTime);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect((times[0] ?? 0) - (times.at(-1) ?? 0)).toBeGreaterThan(40 * 3600);
    const transaction = await rpc.request<{ meta: { logMessages: string[] } } | null>('getTransaction', [
      newest[0]?.signature,
      { maxSupportedTransactionVersion: 0 },
    ]);
    expect(transaction?.meta.logMessages.some((line) => line.startsWith('Program data: '))).toBe(true);
  });

  const fetchRaw = async (address: string) =>
    (
      await rpc.request<{ value: { data: [string, string] } | null }>('getAccountInfo', [
        address,
        { encoding: 'base64', commitment: 'processed' },
      ])
    ).value;
});

describe('life after the history', () => {
  it('goes on with what it was made of: a price, fees, an epoch, a crash and its claim', async () => {
    const { chain } = localnet;
    const { site, plan, treasurer } = castOf('WIF-PERP');
    const { keeper } = settled.cast;
    const before = await view(chain, site);

    chain.advanceTo((chain.slot / plan.epochSlots + 1n) * plan.epochSlots);
    const moment = momentOf(chain, site);
    moveTo(chain, site, { ...moment, price: (moment.price * 8n) / 10n });
    await startEpoch(chain, site, keeper);
    const settledEpoch = await view(chain, site);
    expect(settledEpoch.nav).toBe(before.nav + before.unsettledPremium);
    expect(settledEpoch.unsettledPremium).toBe(0n);

    // Once an epoch: a keeper that comes again has nothing to do.
    const count = chain.ledger.count;
    await startEpoch(chain, site, keeper);
    expect(chain.ledger.count).toBe(count);

    await payFees(chain, site, treasurer, { tradingFee: 5_000_000n });
    expect((await view(chain, site)).unsettledPremium).toBe(4_500_000n);

    addDeficit(chain, site, 60_000_000_000n, 4_000_000_000n);
    const open = await view(chain, site);
    // The small loss that was open before counts with it.
    expect(open.openDeficit).toBe(67_250_000_000n);
    expect(open.reportable).toBe(true);
    await report(chain, site, keeper);
    const after = await view(chain, site);
    expect(after.openDeficit).toBe(0n);
    expect(after.nav).toBe(open.nav - open.payable);
    expect(after.claims?.sequence).toBe(1n);

    const quiet = chain.ledger.count;
    await report(chain, site, keeper);
    expect(chain.ledger.count).toBe(quiet);
  });

  it('a price is published at the time it is set', async () => {
    const { chain } = localnet;
    const { site } = castOf('SOL-PERP');
    chain.advanceTo(chain.slot + 10n);
    setPrice(chain, site, 123_00000000n);
    expect(momentOf(chain, site).price).toBe(123_00000000n);
  });
});
