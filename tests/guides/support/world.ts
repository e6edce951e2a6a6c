// What the guides take for given: a cluster, a perp market on it that shows its header, a price, a deployer with SOL and
// a capital provider with USDC. Slots stand still unless a test moves them.
import { createHash } from 'node:crypto';
import anchor from '@coral-xyz/anchor';
import { startLocalnet } from '@percosec/localnet';
import { createAssociatedTokenAccount, createMint, getAssociatedTokenAddressSync, mintTo } from '@solana/spl-token';
import { Connection, Keypair, LAMPORTS_PER_SOL, type PublicKey } from '@solana/web3.js';
import * as pdas from '../../programs/support/addresses.ts';
import { encodeMarket, type MarketHeader } from '../../programs/support/market.ts';
import { usdc } from '../../programs/support/money.ts';
import { encodePriceUpdate, RECEIVER_PROGRAM } from '../../programs/support/oracle.ts';
import { anchorAlone, call, type Programs } from './programs.ts';

const FEED = createHash('sha256').update('SOL/USD').digest();

export type World = Awaited<ReturnType<typeof startWorld>>;

export async function startWorld() {
  const { chain, rpcUrl, close } = await startLocalnet({ rpcPort: 0, paused: true });
  // web3.js asks for a signature's status once more after it has heard of it, and waits for no answer: close does.
  const asked = new Set<Promise<unknown>>();
  const connect = () =>
    new Connection(rpcUrl, {
      commitment: 'processed',
      fetch(...request) {
        const answer = fetch(...request);
        asked.add(answer);
        answer.finally(() => asked.delete(answer)).catch(() => {});
        return answer;
      },
    });
  const connection = connect();
  const key = (name: string) => Keypair.fromSeed(createHash('sha256').update(name).digest());

  async function someone(name: string) {
    const keypair = key(name);
    chain.airdrop(keypair.publicKey.toBase58(), 100n * BigInt(LAMPORTS_PER_SOL));
    return keypair;
  }
  const deployer = await someone('deployer');
  const providerOf = (keypair: Keypair) =>
    new anchor.AnchorProvider(connection, new anchor.Wallet(keypair), { commitment: 'processed' });
  const provider = providerOf(deployer);
  const mint = await createMint(connection, deployer, deployer.publicKey, null, 6, key('usdc'));
  const usdcAccountOf = (owner: PublicKey) => getAssociatedTokenAddressSync(mint, owner);
  const coverVault = await createAssociatedTokenAccount(connection, deployer, mint, deployer.publicKey);
  await mintTo(connection, deployer, mint, coverVault, deployer, usdc(1_000_000));
  let markets = 0;

  const put = (address: PublicKey, owner: PublicKey, data: Uint8Array) =>
    chain.setAccount(address.toBase58(), {
      owner: owner.toBase58(),
      data,
      lamports: chain.minimumBalance(data.length),
      executable: false,
    });

  return {
    connection,
    provider,
    deployer,
    mint,
    coverVault,
    rpcUrl,
    chain,
    async close() {
      await Promise.allSettled(asked);
      await close();
    },
    /** A market that nobody insures yet. */
    newMarket() {
      markets += 1;
      const market = key(`market ${markets}`).publicKey;
      const oracle = key(`price ${markets}`).publicKey;
      let header: MarketHeader = {
        version: 1,
        open: true,
        authority: deployer.publicKey,
        coverVault,
        openInterest: usdc(500_000),
        liquidity: usdc(1_000_000),
        avgLeverageBps: 50_000n,
        fundingRatePpm: 100n,
        marginAbsorbed: 0n,
        cumulativeDeficit: 0n,
        updatedSlot: chain.slot,
      };
      const write = (change: Partial<MarketHeader> = {}) => {
        header = { ...header, ...change };
        put(market, key('perp program').publicKey, encodeMarket(header));
      };
      write();
      const price = {
        feedId: FEED,
        price: 150_00000000n,
        confidence: 5000000n,
        exponent: -8,
        verification: 'full',
      } as const;
      const publish = () =>
        put(
          oracle,
          RECEIVER_PROGRAM,
          encodePriceUpdate({ ...price, publishTime: chain.unixTimestamp, postedSlot: chain.slot }),
        );
      publish();
      return { address: market, oracle, write, publish };
    },
    /** Someone with SOL and USDC. */
    async someoneWithUsdc(name: string, amount: bigint) {
      const keypair = await someone(name);
      // A connection keeps its blockhash for half a minute, in which a test may have gone on by days.
      const fresh = connect();
      const tokenAccount = await createAssociatedTokenAccount(fresh, keypair, mint, keypair.publicKey);
      if (amount > 0n) await mintTo(fresh, deployer, mint, tokenAccount, deployer, amount);
      return { keypair, provider: providerOf(keypair) };
    },
    usdcAccountOf,
    async usdcOf(owner: PublicKey) {
      const { value } = await connection.getTokenAccountBalance(usdcAccountOf(owner));
      return BigInt(value.amount);
    },
    /** Trading fees that the market hands on. */
    async collectFees(market: PublicKey, amount: bigint) {
      const premiumState = pdas.premiumStateOf(market);
      await call(anchorAlone(provider).premiumManager, 'collect', [new anchor.BN(String(amount)), 0], {
        premiumState,
        premiumVault: pdas.premiumVaultOf(premiumState),
        treasury: pdas.treasuryOf(market),
        payer: deployer.publicKey,
        payerTokenAccount: coverVault,
      }).rpc();
    },
    /** The accounts that PROTOCOL.md adds to the guides' lists, by the IDLs' names. */
    accountsOf(market: PublicKey, depositor: PublicKey) {
      const pool = pdas.poolOf(market);
      const premiumState = pdas.premiumStateOf(market);
      return {
        market,
        pool,
        collateralMint: mint,
        vault: pdas.vaultOf(pool),
        shareMint: pdas.shareMintOf(pool, 0),
        position: pdas.positionOf(pool, depositor),
        depositorShareAccount: pdas.shareAccountOf(pool, depositor, 0),
        riskMetrics: pdas.riskMetricsOf(market),
        marketConfig: pdas.marketConfigOf(market),
        premiumState,
        premiumVault: pdas.premiumVaultOf(premiumState),
        treasury: pdas.treasuryOf(market),
        marketClaims: pdas.marketClaimsOf(market),
      };
    },
    /** The step that the creation guide lacks: what no client can make up. */
    configureMarket({ riskEngine }: Programs, market: PublicKey) {
      const settings = {
        oracleFeed: [...FEED],
        maxLeverageBps: new anchor.BN(200_000),
        minCoverBps: 1_000,
        maxOracleAgeSecs: 60,
      };
      return call(riskEngine, 'initializeMarketConfig', [settings], {
        marketConfig: pdas.marketConfigOf(market),
        pool: pdas.poolOf(market),
        market,
        authority: deployer.publicKey,
      }).rpc();
    },
  };
}
