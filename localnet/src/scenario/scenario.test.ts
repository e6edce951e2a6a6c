import { createHash } from 'node:crypto';
import {
  type Address,
  decodeEvents,
  insolvencyRecordAddress,
  insolvencyRecordCodec,
  mintCodec,
  PYTH_RECEIVER_PROGRAM,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  premiumVaultAddress,
  providerPositionCodec,
  riskMetricsAddress,
  riskMetricsCodec,
  SYSTEM_PROGRAM,
  shareMintAddress,
  TOKEN_PROGRAM,
  tokenAccountCodec,
  treasuryAddress,
  vaultAddress,
} from '@percosec/sdk';
import { positionView } from '@percosec/sdk/math';
import { beforeAll, describe, expect, it } from 'vitest';
import { Chain } from '../chain/chain.ts';
import { type Cast, type CastMarket, castOf, type Scenario, scenarioOf } from './cast.ts';
import { find, get, header, momentOf, view } from './market.ts';
import { PROVIDERS, SLOTS_PER_HOUR, startSlot } from './plan.ts';
import { genesisBefore, type Settled, settleScenario } from './settle.ts';

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;

let chain: Chain;
let cast: Cast;
let scenario: Scenario;

async function settle(on: Chain): Promise<Settled> {
  const settled = await settleScenario(on, true);
  if (settled === null) throw new Error('a new chain must be told the scenario');
  return settled;
}

beforeAll(async () => {
  chain = new Chain();
  ({ cast, description: scenario } = await settle(chain));
}, 120_000);

const marketOf = (symbol: string): CastMarket => {
  const market = cast.markets.find(({ plan }) => plan.symbol === symbol);
  if (market === undefined) throw new Error(`no market ${symbol}`);
  return market;
};
const symbols = ['SOL-PERP', 'WIF-PERP', 'JTO-PERP'] as const;
const metricsOf = async ({ site }: CastMarket) => get(chain, riskMetricsCodec, await riskMetricsAddress(site.market));
const balance = (address: Address) => get(chain, tokenAccountCodec, address).amount;

async function recordsOf({ site }: CastMarket) {
  const count = (await view(chain, site)).claims?.sequence ?? 0n;
  const sequences = Array.from({ length: Number(count) }, (_, sequence) => BigInt(sequence));
  return Promise.all(
    sequences.map(async (sequence) =>
      get(chain, insolvencyRecordCodec, await insolvencyRecordAddress(site.market, sequence)),
    ),
  );
}

async function statusesOf({ site }: CastMarket, slot: bigint) {
  const pool = await poolAddress(site.market);
  const state = { ...(await view(chain, site)), slot };
  const statuses: Record<string, string> = {};
  for (const name of PROVIDERS) {
    const address = await positionAddress(pool, cast.providers[name].wallet.address);
    const position = find(chain, providerPositionCodec, address);
    statuses[name] = positionView({ ...state, position }).status;
  }
  return statuses;
}

/** Every account and every signature, in one figure. */
function fingerprint(of: Chain, { programs }: Scenario): string {
  const hash = createHash('sha256');
  for (const owner of [...Object.values(programs), TOKEN_PROGRAM, SYSTEM_PROGRAM, PYTH_RECEIVER_PROGRAM]) {
    for (const [address, { lamports, data }] of of.programAccounts(owner)) {
      hash.update(`${owner} ${address} ${lamports} ${data.length}\n`).update(data);
    }
  }
  for (const { signature, slot } of of.ledger.all()) hash.update(`${signature} ${slot}\n`);
  return hash.digest('hex');
}

describe('the same seed', () => {
  it('gives the same bytes of every account, and the same signatures', async () => {
    const again = new Chain();
    const { description: told } = await settle(again);
    expect(told).toEqual(scenario);
    expect(again.slot).toBe(chain.slot);
    expect(fingerprint(again, told)).toBe(fingerprint(chain, scenario));
  });

  it('and another gives others', async () => {
    const other = new Chain({ seed: 'another' });
    const { description: told } = await settle(other);
    expect(told.markets.map(({ market }) => market)).not.toEqual(scenario.markets.map(({ market }) => market));
    expect(fingerprint(other, told)).not.toBe(fingerprint(chain, scenario));
  });
});

describe('a chain from a file', () => {
  it('is asked, not told again', async () => {
    const { slot, ledger } = chain;
    const count = ledger.count;
    expect((await settleScenario(chain, false))?.description).toEqual(scenario);
    expect([chain.slot, ledger.count]).toEqual([slot, count]);
  });

  it('that never had the scenario has none now', async () => {
    const empty = new Chain();
    expect(await settleScenario(empty, false)).toBeNull();
    expect(empty.ledger.count).toBe(0);
  });
});

describe('its time', () => {
  it('ends when it is said to', async () => {
    const now = 1_790_000_000n;
    const dated = new Chain(genesisBefore(now));
    dated.advanceTo(startSlot(dated.options.genesisSlot));
    expect(dated.unixTimestamp).toBe(now);
  });
});

describe('its addresses', () => {
  it('are known without a chain, and are plain JSON without a secret', async () => {
    expect(await scenarioOf(await castOf('percosec'))).toEqual(scenario);
    const text = JSON.stringify(scenario);
    expect(JSON.parse(text)).toEqual(scenario);
    for (const { wallet } of [cast.faucet, cast.keeper, ...Object.values(cast.providers)]) {
      expect(text).not.toContain(Buffer.from(wallet.secretKey).toString('hex').slice(0, 64));
    }
  });
});

describe('its markets', () => {
  it.each([
    ['SOL-PERP', 'Low'],
    ['WIF-PERP', 'High'],
    ['JTO-PERP', 'Moderate'],
  ])('%s is graded %s in the epoch that runs', async (symbol, grade) => {
    const market = marketOf(symbol);
    const metrics = await metricsOf(market);
    expect(metrics.grade).toBe(grade);
    expect(metrics.lastUpdatedEpoch).toBe(chain.slot / market.plan.epochSlots);
    expect(metrics.samples).toBe(BigInt(market.plan.epochs));
    for (const factor of ['leverageBps', 'oiRatioBps', 'volatilityBps', 'fundingVarianceBps'] as const) {
      expect(metrics[factor]).toBeGreaterThan(0);
      expect(metrics[factor]).toBeLessThan(10_000);
    }
    expect(metrics.oraclePrice).toBe(momentOf(chain, market.site).price);
  });

  it('differ in how much of them is used', async () => {
    const used = await Promise.all(
      symbols.map(async (symbol) => (await view(chain, marketOf(symbol).site)).utilizationBps),
    );
    const [calm = 0, stressed = 0, claimed = 0] = used;
    expect(calm).toBeLessThan(4_000);
    expect(stressed).toBeGreaterThan(8_000);
    expect(stressed).toBeLessThan(10_000);
    expect(claimed).toBeGreaterThan(3_000);
    expect(claimed).toBeLessThan(7_000);
  });

  it.each(symbols)('%s takes deposits, pays a believable yield and has premium waiting', async (symbol) => {
    const { acceptsDeposits, apyBps, unsettledPremium } = await view(chain, marketOf(symbol).site);
    expect(acceptsDeposits).toEqual({ ok: true });
    expect(apyBps).toBeGreaterThan(100);
    expect(apyBps).toBeLessThan(20_000);
    expect(unsettledPremium).toBeGreaterThan(0n);
  });

  it.each(symbols)("%s's books balance, to the atom", async (symbol) => {
    const { market } = marketOf(symbol).site;
    const pool = await poolAddress(market);
    const { pool: books, premium } = await view(chain, marketOf(symbol).site);
    expect(balance(await vaultAddress(pool))).toBe(books.totalDeposits);
    const premiumState = await premiumStateAddress(market);
    expect(balance(await premiumVaultAddress(premiumState))).toBe(premium?.epochPremiumAccrued);
    expect(balance(await treasuryAddress(market))).toBeGreaterThan(0n);
    const shares = get(chain, mintCodec, await shareMintAddress(pool, books.generation)).supply;
    expect(shares).toBe(books.totalShares);
    let held = 0n;
    for (const name of PROVIDERS) {
      const address = await positionAddress(pool, cast.providers[name].wallet.address);
      const position = find(chain, providerPositionCodec, address);
      if (position?.generation === books.generation) held += position.shares;
    }
    expect(held).toBe(books.totalShares);
  });

  it('no dollar is lost: every one that was minted is in some account', () => {
    const { supply } = get(chain, mintCodec, scenario.mint.address);
    let found = 0n;
    for (const [address] of chain.programAccounts(TOKEN_PROGRAM)) {
      const account = chain.getAccount(address);
      if (account?.data.length !== 165) continue;
      const { mint, amount } = get(chain, tokenAccountCodec, address as Address);
      if (mint === scenario.mint.address) found += amount;
    }
    expect(found).toBe(supply);
  });
});

describe('its claims', () => {
  it('SOL-PERP has none: what it lost was below the threshold and became its own', async () => {
    const { claims, openDeficit } = await view(chain, marketOf('SOL-PERP').site);
    expect(claims).toMatchObject({ sequence: 0n, seenDeficit: usdc(12_400), totalCovered: 0n });
    expect(openDeficit).toBe(0n);
  });

  it('WIF-PERP has a loss open, too small to be one', async () => {
    const { claims, openDeficit, reportable } = await view(chain, marketOf('WIF-PERP').site);
    expect(claims?.sequence).toBe(0n);
    expect(claims?.notedDeficit).toBe(usdc(7_250));
    expect(openDeficit).toBe(usdc(7_250));
    expect(reportable).toBe(false);
  });

  it('JTO-PERP has four: one whole, one queued by the cap, one uncovered in part, one of the new generation', async () => {
    const market = marketOf('JTO-PERP');
    const [first, second, third, fourth, ...more] = await recordsOf(market);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      deficitAmount: usdc(62_000),
      bufferUsed: usdc(9_000),
      coveredAmount: usdc(53_000),
      queuedAmount: 0n,
      uncoveredAmount: 0n,
    });
    expect(second?.queuedAmount).toBeGreaterThan(usdc(50_000));
    expect((second?.coveredAmount ?? 0n) + (second?.queuedAmount ?? 0n)).toBe(usdc(240_000));
    expect(third?.uncoveredAmount).toBeGreaterThan(usdc(50_000));
    expect((third?.coveredAmount ?? 0n) + (third?.queuedAmount ?? 0n) + (third?.uncoveredAmount ?? 0n)).toBe(
      usdc(310_000),
    );
    expect(fourth).toMatchObject({ coveredAmount: usdc(35_000), queuedAmount: 0n, uncoveredAmount: 0n });

    const { claims, pool } = await view(chain, market.site);
    expect(claims?.totalUncovered).toBe(third?.uncoveredAmount);
    expect(pool.generation).toBe(1);
    expect(pool.pendingClaims).toBe(0n);
    const records = await recordsOf(market);
    const owed = records.reduce((sum, record) => sum + record.coveredAmount + record.queuedAmount, 0n);
    expect(balance(market.site.coverVault)).toBe(owed);
    expect(header(chain, market.site).cumulativeDeficit).toBe(usdc(62_000 + 260_000 + 310_000 + 41_000));
  });
});

describe('its positions', () => {
  const expected = {
    'SOL-PERP': {
      alma: 'requestable',
      bruno: 'claimable',
      chiara: 'cooling',
      dmitri: 'expired',
      esther: 'requestable',
      farid: 'requestable',
      greta: 'locked',
      hiro: 'none',
      demo: 'requestable',
    },
    'WIF-PERP': {
      alma: 'withdrawable',
      bruno: 'none',
      chiara: 'none',
      dmitri: 'none',
      esther: 'withdrawable',
      farid: 'withdrawable',
      greta: 'locked',
      hiro: 'withdrawable',
      demo: 'none',
    },
    'JTO-PERP': {
      alma: 'cooling',
      bruno: 'expired',
      chiara: 'void',
      dmitri: 'locked',
      esther: 'void',
      farid: 'claimable',
      greta: 'void',
      hiro: 'requestable',
      demo: 'none',
    },
  };

  // In the market whose epochs pass while one watches, for some minutes.
  it.each([
    ['SOL-PERP', 'an hour', SLOTS_PER_HOUR],
    ['JTO-PERP', 'an hour', SLOTS_PER_HOUR],
    ['WIF-PERP', 'eight minutes', 1_200n],
  ] as const)('in %s stand at every stage, and still do %s later', async (symbol, _, slots) => {
    const market = marketOf(symbol);
    expect(await statusesOf(market, chain.slot)).toEqual(expected[symbol]);
    expect(await statusesOf(market, chain.slot + slots)).toEqual(expected[symbol]);
  });

  it('the demo wallet has dollars and SOL to go on with', () => {
    const { wallet, tokenAccount } = cast.providers.demo;
    expect(balance(tokenAccount)).toBe(usdc(10_000));
    expect(chain.getAccount(wallet.address)?.lamports).toBeGreaterThan(99_000_000_000n);
  });
});

describe('its history', () => {
  const eventsOf = (address: Address) =>
    chain.ledger.of(address).flatMap(({ logs }) => decodeEvents(logs).map(({ name }) => name));

  it('is whole: every transaction succeeded, and all are remembered', () => {
    const all = [...chain.ledger.all()];
    expect(all.length).toBe(chain.ledger.count);
    expect(all.filter(({ err }) => err !== null)).toEqual([]);
    expect(all.length).toBeGreaterThan(1_000);
    expect(chain.slot).toBe(startSlot(chain.options.genesisSlot));
  });

  it.each(symbols)('%s was scored, priced and settled in every epoch', async (symbol) => {
    const { plan, site } = marketOf(symbol);
    const names = eventsOf(site.market);
    const count = (wanted: string) => names.filter((name) => name === wanted).length;
    expect(count('ScoreUpdated')).toBe(plan.epochs);
    expect(count('PremiumRateSet')).toBe(plan.epochs);
    expect(count('EpochSettled')).toBe(plan.epochs - 1);
    const { premium } = await view(chain, site);
    for (const collected of premium?.collected ?? []) expect(collected).toBeGreaterThan(0n);
    expect(premium?.collected).toHaveLength(4);
  });

  it('has every kind of event that markets and depositors cause', () => {
    const names = new Set([...chain.ledger.all()].flatMap(({ logs }) => decodeEvents(logs).map(({ name }) => name)));
    expect([...names]).toEqual(
      expect.arrayContaining(
        'PoolInitialized Deposited PositionOpened WithdrawRequested WithdrawCancelled Withdrawn DeficitCovered QueuedClaimPaid PoolReopened PremiumCollected EpochSettled KeeperPaid InsolvencyEvent UncoveredDeficit NoClaim MarketActivated MarketDeactivated ScoreUpdated'.split(
          ' ',
        ),
      ),
    );
  });
});
