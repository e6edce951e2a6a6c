// A real chain to test hooks on: markets with their insurance set up by real instructions, and people with money.
import { startLocalnet } from '../../../localnet/src/index.ts';
import { createMintInstructions, MINT_BYTES, mintToInstruction } from '../../../localnet/src/scenario/collateral.ts';
import {
  type Actor,
  addDeficit,
  get,
  payFees,
  report,
  type Site,
  setHeader,
  setPrice,
} from '../../../localnet/src/scenario/market.ts';
import { send } from '../../../localnet/src/scenario/send.ts';
import { deriveAddress, deriveWallet } from '../../../localnet/src/scenario/wallet.ts';
import {
  associatedTokenAddress,
  createAssociatedTokenInstruction,
  depositInstruction,
  initializeClaimsInstruction,
  initializeMarketConfigInstruction,
  initializePoolInstruction,
  initializePremiumStateInstruction,
  initializeRiskMetricsInstruction,
  insurancePoolCodec,
  poolAddress,
  setPremiumRateInstruction,
  settleEpochInstruction,
  updateScoreInstruction,
} from '../../../sdk/src/exports/index.ts';

export const usdc = (whole: number) => BigInt(whole) * 1_000_000n;

/** Long enough that no epoch passes by itself while a test runs, short enough to be warped through. */
export const EPOCH = 10_000n;
const SEED = 'hooks';
const SOL = 1_000_000_000n;

export type World = Awaited<ReturnType<typeof startWorld>>;

/** Slots pass quickly, so that a confirmation does too. */
export async function startWorld() {
  const localnet = await startLocalnet({ rpcPort: 0, seed: SEED, slotMilliseconds: 20 });
  const { chain } = localnet;
  const mint = deriveWallet(SEED, 'mint');
  const faucet = deriveWallet(SEED, 'faucet');
  chain.airdrop(faucet.address, 100n * SOL);
  send(
    chain,
    [faucet, mint],
    createMintInstructions({
      payer: faucet.address,
      mint: mint.address,
      authority: faucet.address,
      rent: chain.minimumBalance(MINT_BYTES),
    }),
  );

  /** Sent, and confirmed: whoever reads now sees it. */
  function land(signers: Parameters<typeof send>[1], instructions: Parameters<typeof send>[2]): void {
    send(chain, signers, instructions);
    chain.advanceTo(chain.slot + 2n);
  }

  /** Someone with SOL and this much of the collateral. */
  async function actor(name: string, collateral = 0n): Promise<Actor> {
    const wallet = deriveWallet(SEED, name);
    const tokenAccount = await associatedTokenAddress(wallet.address, mint.address);
    chain.airdrop(wallet.address, 10n * SOL);
    const opened = { payer: faucet.address, owner: wallet.address, mint: mint.address };
    const minted = { mint: mint.address, to: tokenAccount, authority: faucet.address, amount: collateral };
    land([faucet], [await createAssociatedTokenInstruction(opened), mintToInstruction(minted)]);
    return { wallet, tokenAccount };
  }

  async function insured(name: string, { cooldownEpochs = 0, claimCapBps = 10_000 } = {}): Promise<Site> {
    const authority = await actor(`${name} authority`);
    const site: Site = {
      market: deriveAddress(SEED, `${name} market`),
      program: deriveAddress(SEED, 'perp program'),
      oracle: deriveAddress(SEED, `${name} price`),
      feed: new Uint8Array(32).fill(7),
      coverVault: authority.tokenAccount,
      mint: mint.address,
    };
    setPrice(chain, site, 150_00000000n);
    setHeader(chain, site, {
      version: 1,
      flags: 1,
      authority: authority.wallet.address,
      coverVault: site.coverVault,
      openInterest: usdc(500_000),
      liquidity: usdc(1_000_000),
      avgLeverageBps: 50_000n,
      fundingRatePpm: 100n,
      marginAbsorbed: 0n,
      cumulativeDeficit: 0n,
      updatedSlot: chain.slot,
      reserved: new Uint8Array(6),
    });
    const named = { market: site.market, authority: authority.wallet.address };
    const pool = {
      minReserveBps: 800,
      insolvencyThreshold: usdc(1_000),
      epochDuration: EPOCH,
      lockEpochs: 2,
      cooldownEpochs,
      windowEpochs: 2,
      claimCapBps,
      coverBps: 1_000,
    };
    const config = { oracleFeed: site.feed, maxLeverageBps: 200_000n, minCoverBps: 1_000, maxOracleAgeSecs: 60 };
    const premium = { epochDuration: EPOCH, protocolFeeBps: 500, keeperFee: 5_000n };
    for (const step of [
      await initializePoolInstruction({ ...named, ...pool, collateralMint: site.mint }),
      await initializeMarketConfigInstruction({ ...named, ...config }),
      await initializeRiskMetricsInstruction(named),
      await initializePremiumStateInstruction({ ...named, ...premium, collateralMint: site.mint }),
      await initializeClaimsInstruction({ market: site.market, payer: authority.wallet.address }),
    ])
      land([authority.wallet], [step]);
    return site;
  }

  return {
    localnet,
    chain,
    actor,
    insured,
    async deposit({ market, mint: collateralMint }: Site, { wallet }: Actor, amount: bigint): Promise<void> {
      const { generation } = get(chain, insurancePoolCodec, await poolAddress(market));
      const named = { market, depositor: wallet.address, collateralMint, generation, amount };
      land([wallet], [await depositInstruction(named)]);
    },
    async score(site: Site, { wallet }: Actor): Promise<void> {
      const { market, oracle } = site;
      setPrice(chain, site, 151_00000000n);
      land(
        [wallet],
        [await updateScoreInstruction({ market, oracleData: oracle }), await setPremiumRateInstruction({ market })],
      );
    },
    payFees: (site: Site, payer: Actor, tradingFee: bigint) => payFees(chain, site, payer, { tradingFee }),
    async settle({ market }: Site, { wallet }: Actor): Promise<void> {
      land([wallet], [await settleEpochInstruction({ market })]);
    },
    report: (site: Site, keeper: Actor) => report(chain, site, keeper),
    lose: (site: Site, deficit: bigint, absorbed = 0n) => addDeficit(chain, site, deficit, absorbed),
    nextEpoch(epochs = 1n): void {
      chain.advanceTo((chain.slot / EPOCH + epochs) * EPOCH);
    },
  };
}
