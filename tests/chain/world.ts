// A real chain for tests, with people who have money and a perp program that lists markets.
import { Keypair } from '@solana/web3.js';
import { type Account, startLocalnet } from '../../localnet/src/index.ts';
import { createMintInstructions, MINT_BYTES, mintToInstruction } from '../../localnet/src/scenario/collateral.ts';
import { type Actor, find, type Site, setHeader } from '../../localnet/src/scenario/market.ts';
import { send } from '../../localnet/src/scenario/send.ts';
import { deriveAddress, deriveWallet } from '../../localnet/src/scenario/wallet.ts';
import {
  type Address,
  associatedTokenAddress,
  createAssociatedTokenInstruction,
  createPercosecClient,
  type InsuredMarket,
  tokenAccountCodec,
} from '../../sdk/src/exports/index.ts';
import { NATIVE_MINT } from '../../sdk/src/transactions/plans/wrapped.ts';
import { usdc } from '../programs/support/money.ts';
import { waitingMoves } from './clockwork.ts';
import { EPOCH, insure, type Market, marketOf, type PoolSettings } from './market.ts';

const SEED = 'tests';
const SOL = 1_000_000_000n;

export interface WorldOptions {
  /** Slots pass by themselves, each in so long; without it, only where somebody waits or moves them. */
  readonly slotMilliseconds?: number;
  /** SOL itself as collateral. */
  readonly wrapped?: boolean;
}

export interface Person extends Actor {
  readonly keypair: Keypair;
  readonly address: Address;
}

export type World = Awaited<ReturnType<typeof startWorld>>;
export type MarketWorld = Awaited<ReturnType<typeof startMarket>>;

/** A world with one insured market, both at once. */
export async function startMarket({ pool, ...options }: WorldOptions & { readonly pool?: PoolSettings } = {}) {
  const world = await startWorld(options);
  return { ...world, ...(await world.insured(pool)) };
}

export async function startWorld({ slotMilliseconds, wrapped = false }: WorldOptions = {}) {
  const pace = slotMilliseconds === undefined ? { paused: true } : { slotMilliseconds };
  const localnet = await startLocalnet({ rpcPort: 0, seed: SEED, ...pace });
  const { chain, rpcUrl, wsUrl } = localnet;
  const client = createPercosecClient({ rpcUrl, wsUrl });

  /** Whoever reads now sees what has happened. */
  const confirm = () => chain.advanceTo(chain.slot + 2n);
  function land(signers: Parameters<typeof send>[1], instructions: Parameters<typeof send>[2]): void {
    send(chain, signers, instructions);
    confirm();
  }

  /** Past the runtime; null takes the account away. */
  function setAccount(address: Address, account: Account | null): void {
    chain.setAccount(address, account);
    confirm();
  }

  const minter = deriveWallet(SEED, 'mint');
  const mint = wrapped ? NATIVE_MINT : minter.address;

  async function mintTo({ address: owner, tokenAccount: to }: Person, amount: bigint): Promise<void> {
    const payer = authority.address;
    const opening = await createAssociatedTokenInstruction({ payer, owner, mint });
    const minting = mintToInstruction({ mint, to, authority: payer, amount });
    land([authority.wallet], amount === 0n ? [opening] : [opening, minting]);
  }

  /** Without collateral, without an account for it. */
  async function person(name: string, { sol = 10n * SOL, collateral = 0n } = {}): Promise<Person> {
    const wallet = deriveWallet(SEED, name);
    const { address, secretKey } = wallet;
    const tokenAccount = await associatedTokenAddress(address, mint);
    const somebody = { wallet, keypair: Keypair.fromSecretKey(secretKey), address, tokenAccount };
    if (sol > 0n) chain.airdrop(address, sol);
    confirm();
    if (collateral > 0n) await mintTo(somebody, collateral);
    return somebody;
  }

  /** Of every market; its tokens are the cover vault. */
  const authority = await person('authority', { sol: 100n * SOL });
  if (!wrapped) {
    const rent = chain.minimumBalance(MINT_BYTES);
    const creating = { payer: authority.address, mint, authority: authority.address, rent };
    land([authority.wallet, minter], createMintInstructions(creating));
  }
  await mintTo(authority, 0n);

  let markets = 0;
  /** Nobody insures it yet. */
  async function newMarket(header: Partial<InsuredMarket> = {}): Promise<Market> {
    markets += 1;
    const coverVault = authority.tokenAccount;
    const site: Site = {
      market: deriveAddress(SEED, `market ${markets}`),
      program: deriveAddress(SEED, 'perp program'),
      oracle: deriveAddress(SEED, `price ${markets}`),
      feed: new Uint8Array(32).fill(7),
      coverVault,
      mint,
    };
    setHeader(chain, site, {
      version: 1,
      flags: 1,
      reserved: new Uint8Array(6),
      authority: authority.address,
      coverVault,
      openInterest: usdc(500_000),
      liquidity: usdc(1_000_000),
      avgLeverageBps: 50_000n,
      fundingRatePpm: 100n,
      marginAbsorbed: 0n,
      cumulativeDeficit: 0n,
      updatedSlot: chain.slot,
      ...header,
    });
    confirm();
    return marketOf(site, { chain, land, confirm });
  }

  return {
    localnet,
    chain,
    client,
    clockwork: waitingMoves(chain),
    mint,
    authority,
    person,
    mintTo,
    setAccount,
    put(address: Address, owner: Address, data: Uint8Array): void {
      setAccount(address, { owner, data, lamports: chain.minimumBalance(data.length), executable: false });
    },
    newMarket,
    async insured(pool?: PoolSettings): Promise<Market> {
      const market = await newMarket();
      for (const step of await insure(market, authority.address, pool)) land([authority.wallet], [step]);
      return market;
    },
    nextEpoch(epochs = 1n): void {
      chain.advanceTo((chain.slot / EPOCH + epochs) * EPOCH);
    },
    lamports: (address: Address) => chain.getAccount(address)?.lamports ?? 0n,
    /** Null where there is no such account. */
    tokens: (account: Address) => find(chain, tokenAccountCodec, account)?.amount ?? null,
    /** Signatures of what touched an account, newest first. */
    async history(address: Address): Promise<string[]> {
      chain.advanceTo(chain.slot + 40n);
      const found = await client.rpc.request<{ signature: string }[]>('getSignaturesForAddress', [address]);
      return found.map(({ signature }) => signature);
    },
    async close(): Promise<void> {
      client.close();
      await localnet.close();
    },
  };
}
