// One insured market on a real localnet, and people with wallets. Time passes only where somebody waits.
import { createHash } from 'node:crypto';
import { Keypair } from '@solana/web3.js';
import { createMintInstructions, MINT_BYTES, mintToInstruction } from '../../localnet/src/scenario/collateral.ts';
import { signedTransaction } from '../../localnet/src/scenario/transaction.ts';
import { deriveAddress, deriveWallet, type Wallet } from '../../localnet/src/scenario/wallet.ts';
import { startLocalnet } from '../../localnet/src/server.ts';
import type { AccountCodec } from '../../sdk/src/accounts/account.ts';
import { insurancePoolCodec, providerPositionCodec } from '../../sdk/src/accounts/generated.ts';
import { type InsuredMarket, insuredMarketCodec } from '../../sdk/src/accounts/insured-market.ts';
import { type PriceUpdate, priceUpdateCodec } from '../../sdk/src/accounts/price-update.ts';
import { tokenAccountCodec } from '../../sdk/src/accounts/token.ts';
import type { Address } from '../../sdk/src/address.ts';
import {
  associatedTokenAddress,
  PYTH_RECEIVER_PROGRAM,
  poolAddress,
  positionAddress,
} from '../../sdk/src/addresses.ts';
import { createPercosecClient, type PercosecClient } from '../../sdk/src/client.ts';
import { createAssociatedTokenInstruction } from '../../sdk/src/instructions/associated-token.ts';
import { initializeClaimsInstruction } from '../../sdk/src/instructions/insolvency-handler.ts';
import type { Instruction } from '../../sdk/src/instructions/instruction.ts';
import { initializePoolInstruction } from '../../sdk/src/instructions/insurance-pool.ts';
import { collectInstruction, initializePremiumStateInstruction } from '../../sdk/src/instructions/premium-manager.ts';
import {
  initializeMarketConfigInstruction,
  initializeRiskMetricsInstruction,
} from '../../sdk/src/instructions/risk-engine.ts';
import type { Timer } from '../../sdk/src/transactions/patience.ts';
import { NATIVE_MINT } from '../../sdk/src/transactions/plans/wrapped.ts';

const SOL = 1_000_000_000n;
const SLOT_MS = 400;
const EPOCH_SLOTS = 1_000n;
export const usdc = (whole: number): bigint => BigInt(Math.round(whole * 1e6));

const POOL = {
  minReserveBps: 0,
  insolvencyThreshold: usdc(50),
  epochDuration: EPOCH_SLOTS,
  lockEpochs: 2,
  cooldownEpochs: 0,
  windowEpochs: 1,
  claimCapBps: 10_000,
  coverBps: 1_000,
};

export interface WorldOptions {
  readonly pool?: Partial<typeof POOL>;
  /** SOL itself as collateral. */
  readonly wrapped?: boolean;
}

export interface Person {
  readonly wallet: Wallet;
  readonly keypair: Keypair;
  readonly address: Address;
  readonly tokenAccount: Address;
}

export type World = Awaited<ReturnType<typeof startWorld>>;

export async function startWorld({ pool = {}, wrapped = false }: WorldOptions = {}) {
  const seed = 'transactions';
  const localnet = await startLocalnet({ rpcPort: 0, paused: true, seed });
  const { chain, rpcUrl, wsUrl } = localnet;
  const client: PercosecClient = createPercosecClient({ rpcUrl, wsUrl });

  const [authority, minter] = [deriveWallet(seed, 'authority'), deriveWallet(seed, 'mint')];
  const mint = wrapped ? NATIVE_MINT : minter.address;
  const market = deriveAddress(seed, 'market');
  const marketProgram = deriveAddress(seed, 'perp program');
  const oracle = deriveAddress(seed, 'price');
  const feed = createHash('sha256').update('feed').digest();

  function send(signers: readonly [Wallet, ...Wallet[]], ...instructions: readonly Instruction[]): void {
    const { err, logs } = chain.process(signedTransaction(signers, instructions, chain.latestBlockhash()));
    chain.advance();
    if (err !== null) throw new Error(`${JSON.stringify(err)}\n${logs.join('\n')}`);
  }

  /** Past the runtime, and confirmed at once. */
  function setAccount(...set: Parameters<typeof chain.setAccount>): void {
    chain.setAccount(...set);
    chain.advanceTo(chain.slot + 2n);
  }

  function put(address: Address, owner: Address, data: Uint8Array): void {
    setAccount(address, { owner, data, lamports: chain.minimumBalance(data.length), executable: false });
  }

  function read<T>(codec: AccountCodec<T>, address: Address): T | null {
    const account = chain.getAccount(address);
    return account === null || account.data.length === 0 ? null : codec.decode(Uint8Array.from(account.data));
  }

  async function mintTo(owner: Address, amount: bigint): Promise<void> {
    const to = await associatedTokenAddress(owner, mint);
    send(
      [authority],
      await createAssociatedTokenInstruction({ payer: authority.address, owner, mint }),
      mintToInstruction({ mint, to, authority: authority.address, amount }),
    );
  }

  async function person(name: string, { sol = 10n * SOL, collateral = 0n } = {}): Promise<Person> {
    const wallet = deriveWallet(seed, name);
    if (sol > 0n) chain.airdrop(wallet.address, sol);
    if (collateral > 0n) await mintTo(wallet.address, collateral);
    chain.advanceTo(chain.slot + 2n);
    const tokenAccount = await associatedTokenAddress(wallet.address, mint);
    return { wallet, keypair: Keypair.fromSecretKey(wallet.secretKey), address: wallet.address, tokenAccount };
  }

  chain.airdrop(authority.address, 100n * SOL);
  if (!wrapped) {
    const rent = chain.minimumBalance(MINT_BYTES);
    const creating = { payer: authority.address, mint, authority: authority.address, rent };
    send([authority, minter], ...createMintInstructions(creating));
  }
  send(
    [authority],
    await createAssociatedTokenInstruction({ payer: authority.address, owner: authority.address, mint }),
  );

  let header: InsuredMarket = {
    version: 1,
    flags: 1,
    reserved: new Uint8Array(6),
    authority: authority.address,
    coverVault: await associatedTokenAddress(authority.address, mint),
    openInterest: usdc(500_000),
    liquidity: usdc(1_000_000),
    avgLeverageBps: 50_000n,
    fundingRatePpm: 100n,
    marginAbsorbed: 0n,
    cumulativeDeficit: 0n,
    updatedSlot: chain.slot,
  };
  function setMarket(change: Partial<InsuredMarket>): void {
    header = { ...header, ...change };
    put(market, marketProgram, insuredMarketCodec.encode(header));
  }
  setMarket({});

  function setPrice(): void {
    const publishTime = chain.unixTimestamp;
    const update: PriceUpdate = {
      writeAuthority: oracle,
      feedId: Uint8Array.from(feed),
      price: 150_00000000n,
      confidence: 5000000n,
      exponent: -8,
      publishTime,
      prevPublishTime: publishTime - 1n,
      emaPrice: 150_00000000n,
      emaConfidence: 5000000n,
      postedSlot: chain.slot,
    };
    put(oracle, PYTH_RECEIVER_PROGRAM, priceUpdateCodec.encode(update));
  }

  const by = { market, authority: authority.address };
  const premium = { epochDuration: EPOCH_SLOTS, protocolFeeBps: 0, keeperFee: 5_000n };
  const config = { oracleFeed: Uint8Array.from(feed), maxLeverageBps: 200_000n, minCoverBps: 1, maxOracleAgeSecs: 60 };
  send([authority], await initializePoolInstruction({ ...by, collateralMint: mint, ...POOL, ...pool }));
  send([authority], await initializeMarketConfigInstruction({ ...by, ...config }));
  send([authority], await initializeRiskMetricsInstruction(by));
  send([authority], await initializePremiumStateInstruction({ ...by, collateralMint: mint, ...premium }));
  send([authority], await initializeClaimsInstruction({ market, payer: authority.address }));
  const poolAt = await poolAddress(market);

  /** Waiting makes time pass on the chain, and takes none here. */
  const clockwork: Timer = {
    after(milliseconds, run) {
      const timer = setTimeout(() => {
        chain.advanceTo(chain.slot + BigInt(Math.ceil(milliseconds / SLOT_MS)));
        run();
      });
      return () => clearTimeout(timer);
    },
  };

  return {
    localnet,
    chain,
    client,
    clockwork,
    market,
    oracle,
    mint,
    poolAt,
    person,
    setMarket,
    setPrice,
    read,
    setAccount,
    removeMarket: () => setAccount(market, null),
    /** Premium comes in and waits to be settled. */
    async collect(payer: Person, amount: bigint): Promise<void> {
      const from = { payer: payer.address, payerTokenAccount: payer.tokenAccount };
      send([payer.wallet], await collectInstruction({ market, ...from, amount, source: 2 }));
    },
    nextEpoch(epochs = 1n): void {
      chain.advanceTo((chain.slot / EPOCH_SLOTS + epochs) * EPOCH_SLOTS);
    },
    pool() {
      const found = read(insurancePoolCodec, poolAt);
      if (found === null) throw new Error('there is no pool');
      return found;
    },
    position: async ({ address }: Person) => read(providerPositionCodec, await positionAddress(poolAt, address)),
    /** Null where there is no such account. */
    tokens: (account: Address) => read(tokenAccountCodec, account)?.amount ?? null,
    lamports: (address: Address) => chain.getAccount(address)?.lamports ?? 0n,
    /** Signatures of what touched the pool, newest first. */
    history: async () => {
      chain.advanceTo(chain.slot + 40n);
      const found = await client.rpc.request<{ signature: string; err: unknown }[]>('getSignaturesForAddress', [
        poolAt,
      ]);
      return found.map(({ signature }) => signature);
    },
    async close(): Promise<void> {
      client.close();
      await localnet.close();
    },
  };
}
