// One market, and what its perp program, Pyth, a keeper and its providers do to it.
import type { Chain } from '../../localnet/src/index.ts';
import {
  type Actor,
  addDeficit,
  find,
  get,
  payFees,
  report,
  type Site,
  setPrice,
} from '../../localnet/src/scenario/market.ts';
import type { send } from '../../localnet/src/scenario/send.ts';
import {
  type Address,
  depositInstruction,
  type Instruction,
  initializeClaimsInstruction,
  initializeMarketConfigInstruction,
  initializePoolInstruction,
  initializePremiumStateInstruction,
  initializeRiskMetricsInstruction,
  insurancePoolCodec,
  poolAddress,
  positionAddress,
  providerPositionCodec,
  setPremiumRateInstruction,
  settleEpochInstruction,
  updateScoreInstruction,
} from '../../sdk/src/exports/index.ts';
import { usdc } from '../programs/support/money.ts';

/** Long enough that none passes by itself while a test runs, short enough to be warped through. */
export const EPOCH = 10_000n;

/** A withdrawal needs nothing but the end of its lock; a claim takes what there is. */
const POOL = {
  minReserveBps: 0,
  insolvencyThreshold: usdc(50),
  epochDuration: EPOCH,
  lockEpochs: 2,
  cooldownEpochs: 0,
  windowEpochs: 1,
  claimCapBps: 10_000,
  coverBps: 1_000,
};
export type PoolSettings = Partial<typeof POOL>;

/** Step by step, what insures a market. */
export async function insure(site: Site, authority: Address, pool: PoolSettings = {}): Promise<Instruction[]> {
  const by = { market: site.market, authority };
  const config = { oracleFeed: site.feed, maxLeverageBps: 200_000n, minCoverBps: 1_000, maxOracleAgeSecs: 60 };
  const premium = { epochDuration: EPOCH, protocolFeeBps: 0, keeperFee: 5_000n };
  return Promise.all([
    initializePoolInstruction({ ...by, collateralMint: site.mint, ...POOL, ...pool }),
    initializeMarketConfigInstruction({ ...by, ...config }),
    initializeRiskMetricsInstruction(by),
    initializePremiumStateInstruction({ ...by, collateralMint: site.mint, ...premium }),
    initializeClaimsInstruction({ market: site.market, payer: authority }),
  ]);
}

interface Ground {
  readonly chain: Chain;
  /** Sent, and confirmed. */
  land(signers: Parameters<typeof send>[1], instructions: readonly Instruction[]): void;
  /** Whoever reads now sees what has happened. */
  confirm(): void;
}

export type Market = Awaited<ReturnType<typeof marketOf>>;

export async function marketOf(site: Site, { chain, land, confirm }: Ground) {
  const { market, oracle, mint: collateralMint } = site;
  const poolAt = await poolAddress(market);
  const pool = () => get(chain, insurancePoolCodec, poolAt);
  function publishPrice(): void {
    setPrice(chain, site, 150_00000000n);
    confirm();
  }
  return {
    ...site,
    poolAt,
    pool,
    publishPrice,
    position: async ({ wallet }: Actor) =>
      find(chain, providerPositionCodec, await positionAddress(poolAt, wallet.address)),
    async deposit({ wallet }: Actor, amount: bigint): Promise<void> {
      const { generation } = pool();
      const depositing = { market, depositor: wallet.address, collateralMint, generation, amount };
      land([wallet], [await depositInstruction(depositing)]);
    },
    /** Premium comes in and waits to be settled. */
    async payFees(payer: Actor, tradingFee: bigint): Promise<void> {
      await payFees(chain, site, payer, { tradingFee });
      confirm();
    },
    async settle({ wallet }: Actor): Promise<void> {
      land([wallet], [await settleEpochInstruction({ market })]);
    },
    async score({ wallet }: Actor): Promise<void> {
      publishPrice();
      const scoring = await updateScoreInstruction({ market, oracleData: oracle });
      land([wallet], [scoring, await setPremiumRateInstruction({ market })]);
    },
    lose(deficit: bigint, absorbed = 0n): void {
      addDeficit(chain, site, deficit, absorbed);
      confirm();
    },
    async report(keeper: Actor): Promise<void> {
      await report(chain, site, keeper);
      confirm();
    },
  };
}
