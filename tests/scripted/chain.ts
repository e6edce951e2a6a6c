// A Solana cluster that a script plays inside the process: no network, no clock of its own, and the real SDK in front of it.
// Runs in browsers and in Node. What a market is unless told otherwise stands in market.ts.
import {
  type Address,
  type AddressLike,
  addressBytes,
  associatedTokenAddress,
  CLOCK_SYSVAR,
  type Cluster,
  createPercosecClient,
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  type InsolvencyRecord,
  type InsurancePool,
  type InsuredMarket,
  insolvencyRecordAddress,
  insolvencyRecordCodec,
  insurancePoolCodec,
  insuredMarketCodec,
  type MarketClaims,
  type MarketConfig,
  marketClaimsAddress,
  marketClaimsCodec,
  marketConfigAddress,
  marketConfigCodec,
  mintCodec,
  type PercosecClient,
  PREMIUM_MANAGER_PROGRAM,
  type PremiumState,
  type ProviderPosition,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  premiumStateCodec,
  premiumVaultAddress,
  programDataAddress,
  providerPositionCodec,
  RISK_ENGINE_PROGRAM,
  type RiskMetrics,
  riskMetricsAddress,
  riskMetricsCodec,
  SYSTEM_PROGRAM,
  shareAccountAddress,
  shareMintAddress,
  TOKEN_PROGRAM,
  tokenAccountCodec,
  treasuryAddress,
  UPGRADEABLE_LOADER_PROGRAM,
  vaultAddress,
} from '@percosec/sdk';
import { NATIVE_MINT } from '../../sdk/src/transactions/plans/wrapped.ts';
import { INDEXER, openIndexer } from './indexer.ts';
import { closedAccount, createLedger, rentOf, type ScriptedAccount } from './ledger.ts';
import {
  betweenClaims,
  claimsOf,
  configOf,
  headerOf,
  type Place,
  poolOf,
  positionOf,
  premiumOf,
  recordOf,
  riskOf,
  USDC,
} from './market.ts';
import { createMisbehaviours, type Misbehaving } from './misbehaviour.ts';
import { addressOf, ownerOf } from './names.ts';
import { createRpcRequest } from './rpc.ts';
import { type Settlement, settlementsOf, settlementTransactions } from './settlements.ts';
import { createSockets } from './socket.ts';
import { scriptedTime } from './time.ts';
import { createTransactions, type Fate, type Landed } from './transactions.ts';
import { type ScriptedWallet, scriptedWallet, type WalletOptions } from './wallet.ts';

export interface ScriptedChainOptions {
  readonly slot?: bigint;
  /** Seconds. */
  readonly unixTimestamp?: bigint;
  readonly cluster?: Cluster;
  /** Whether there is an indexer that the client knows of; `rpc.fail('indexer', …)` has it fail. */
  readonly indexer?: boolean;
}

export interface Insured {
  readonly pool?: Partial<InsurancePool>;
  /** Null, here and below: there is no such account. */
  readonly premium?: Partial<PremiumState> | null;
  readonly header?: Partial<InsuredMarket> | null;
  readonly risk?: Partial<RiskMetrics> | null;
  readonly config?: Partial<MarketConfig> | null;
  readonly claims?: Partial<MarketClaims> | null;
  /** Of the collateral; 6 unless told otherwise. */
  readonly decimals?: number;
  /** Of the collateral, an address or a name; USDC's unless told otherwise. */
  readonly mint?: string;
  /** Whether the perp program's code can still be changed; it can, unless told otherwise. */
  readonly upgradeable?: boolean;
}

export interface Balance {
  readonly market: AddressLike;
  /** Of the market's collateral; null: the owner has no account of it. */
  readonly amount?: bigint | null;
  readonly lamports?: bigint;
  readonly frozen?: boolean;
}

/** What a market consists of, as it was last written. */
interface Books {
  readonly place: Place;
  header: InsuredMarket | null;
  pool: InsurancePool;
  premium: PremiumState | null;
  claims: MarketClaims | null;
  config: MarketConfig | null;
  risk: RiskMetrics | null;
  readonly positions: Map<Address, ProviderPosition>;
  records: readonly InsolvencyRecord[];
  settlements: readonly Settlement[];
}

export interface Changes {
  pool(market: AddressLike, to: Partial<InsurancePool>): Promise<void>;
  premium(market: AddressLike, to: Partial<PremiumState> | null): Promise<void>;
  header(market: AddressLike, to: Partial<InsuredMarket> | null): Promise<void>;
  claims(market: AddressLike, to: Partial<MarketClaims> | null): Promise<void>;
  config(market: AddressLike, to: Partial<MarketConfig> | null): Promise<void>;
  risk(market: AddressLike, to: Partial<RiskMetrics> | null): Promise<void>;
  position(market: AddressLike, owner: AddressLike, to: Partial<ProviderPosition> | null): Promise<void>;
}

export interface ScriptedChain {
  /** A real one, on this chain. */
  readonly client: PercosecClient;
  /** What web3.js's Connection is to the SDK. */
  readonly connection: { readonly rpcEndpoint: string };
  readonly slot: bigint;
  readonly unixTimestamp: bigint;
  /** Of a market or anybody else that has no key; an address stays what it is. */
  address(name: string): Address;
  /** Of somebody who has a wallet. */
  owner(name: string): Address;
  /** A market with everything, healthy but for what is said; its address. */
  insure(name: string, insured?: Insured): Promise<Address>;
  /** Null: none. */
  position(market: AddressLike, owner: AddressLike, position?: Partial<ProviderPosition> | null): Promise<void>;
  /** Claims, oldest first, and the totals that go with them. */
  records(market: AddressLike, records: readonly Partial<InsolvencyRecord>[] | number): Promise<void>;
  balance(owner: AddressLike, balance: Balance): Promise<void>;
  /** Epochs that were settled, oldest first, or how many of them. */
  settlements(market: AddressLike, settlements: readonly Partial<Settlement>[] | number): Promise<void>;
  /** The account as it is then, written and told to subscribers. */
  readonly change: Changes;
  /** Any account, past all sense; null: there is none. */
  put(address: AddressLike, account: ScriptedAccount | null): Promise<void>;
  /** Where a market's accounts are. */
  place(market: AddressLike): Place;
  wallet(options?: WalletOptions): ScriptedWallet;
  /** What becomes of transactions from now on. */
  fate: Fate;
  /** Told of each transaction that lands, to change what it would have changed. */
  onLanded: ((transaction: Landed) => unknown) | null;
  readonly rpc: Misbehaving;
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** The page is hidden, or seen again. */
  look(visible: boolean): Promise<void>;
  /** All that was asked of the RPC and its socket. */
  readonly asked: { readonly method: string; readonly params: readonly unknown[] }[];
  /** How many sockets are open. */
  readonly sockets: number;
  /** How many timers wait for time to move. */
  readonly timers: number;
  /** Milliseconds; what falls due on the way happens. */
  advance(milliseconds: number): Promise<void>;
  /** To the first slot of the epoch that comes after so many. */
  advanceEpochs(market: AddressLike, epochs?: number): Promise<void>;
  /** The machine sleeps: the chain goes on, and nothing runs here. */
  sleep(milliseconds: number): void;
  /** The machine's own clock is set wrong by so much more. */
  skew(milliseconds: number): void;
  /** Until nothing happens any more. */
  settle(): Promise<void>;
  close(): void;
}

/** 2026-11-21, 12:00 UTC. */
const NOON = 1_795_262_400n;
/** A good third into an epoch of a day. */
const SLOT = 350_000_000n;

let chains = 0;

export function scriptedChain(options: ScriptedChainOptions = {}): ScriptedChain {
  const { slot = SLOT, unixTimestamp = NOON, cluster = 'solana:mainnet', indexer = false } = options;
  chains += 1;
  const endpoint = `https://chain-${chains}.scripted.invalid`;
  const asked: { method: string; params: readonly unknown[] }[] = [];
  const books = new Map<Address, Books>();
  let online = true;
  let onLanded: ScriptedChain['onLanded'] = null;

  const note = (method: string, params: readonly unknown[]) => {
    asked.push({ method, params });
    time.happened();
  };
  const misbehaviours = createMisbehaviours();
  const tellAccount = (address: string) =>
    sockets.notify('account', address, () => ({
      context: ledger.context(),
      value: ledger.encoded(address) ?? closedAccount,
    }));
  const tellSignature = (signature: string) => {
    const landed = transactions.find(signature);
    if (landed)
      sockets.notify('signature', signature, () => ({ context: ledger.context(), value: { err: landed.err } }));
  };
  const time = scriptedTime(
    Number(unixTimestamp) * 1_000,
    (url) => sockets.open(url),
    () => tellAccount(CLOCK_SYSVAR),
  );
  const ledger = createLedger({ slot, unixTimestamp }, time.elapsed, tellAccount);
  const sockets = createSockets({
    soon: time.soon,
    misbehaviours,
    asked: note,
    online: () => online,
    onSubscribed: (method, key) => method === 'signatureSubscribe' && tellSignature(key),
  });
  const transactions = createTransactions({
    slot: ledger.slot,
    unixTimestamp: ledger.unixTimestamp,
    landed(transaction) {
      tellSignature(transaction.signature);
      onLanded?.(transaction);
    },
  });
  const request = createRpcRequest({
    ledger,
    transactions,
    misbehaviours,
    cluster,
    asked: note,
    happened: time.happened,
    soon: time.soon,
    online: () => online,
  });
  const connection = {
    rpcEndpoint: endpoint,
    _rpcWsEndpoint: endpoint.replace('https', 'wss'),
    _rpcRequest: request,
  };
  const rows = {
    claims: (market: string) => books.get(market as Address)?.records ?? [],
    settlements: (market: string) => books.get(market as Address)?.settlements ?? [],
  };
  const apiUrl = indexer
    ? openIndexer(
        `indexer-${chains}.scripted.invalid`,
        rows,
        misbehaviours,
        () => online,
        (path) => note(INDEXER, [path]),
      )
    : null;
  const client = createPercosecClient({ connection, apiUrl, clockwork: time });

  const now = () => ({ slot: ledger.slot(), unixTimestamp: ledger.unixTimestamp() });
  const nameOf = (one: AddressLike) => (typeof one === 'string' ? one : one.toBase58());
  const marketOf = (market: AddressLike): Books => {
    const found = books.get(addressOf(nameOf(market)));
    if (!found) throw new Error(`No market ${nameOf(market)} was insured on this chain.`);
    return found;
  };
  const store = (address: Address, owner: Address, data: Uint8Array | null) =>
    ledger.write(address, data && { owner, data });

  const accounts: {
    readonly [Kind in keyof Omit<Books, 'place' | 'positions' | 'records' | 'settlements'>]: (
      of: Books,
    ) => Promise<void>;
  } = {
    async header({ place, header }) {
      store(place.market, place.program, header && insuredMarketCodec.encode(header));
    },
    async pool({ place, pool }) {
      store(place.pool, INSURANCE_POOL_PROGRAM, insurancePoolCodec.encode(pool));
    },
    async premium({ place, premium }) {
      store(place.premium, PREMIUM_MANAGER_PROGRAM, premium && premiumStateCodec.encode(premium));
    },
    async claims({ place, claims }) {
      store(place.claims, INSOLVENCY_HANDLER_PROGRAM, claims && marketClaimsCodec.encode(claims));
    },
    async config({ place, config }) {
      store(await marketConfigAddress(place.market), RISK_ENGINE_PROGRAM, config && marketConfigCodec.encode(config));
    },
    async risk({ place, risk }) {
      store(await riskMetricsAddress(place.market), RISK_ENGINE_PROGRAM, risk && riskMetricsCodec.encode(risk));
    },
  };

  async function setPosition(
    market: AddressLike,
    owner: AddressLike,
    given: Partial<ProviderPosition> | null,
  ): Promise<void> {
    const { place, pool, positions } = marketOf(market);
    const who = ownerOf(nameOf(owner));
    const where = await positionAddress(place.pool, who);
    if (given === null) {
      positions.delete(who);
      store(where, INSURANCE_POOL_PROGRAM, null);
      return;
    }
    const shareAccount = await shareAccountAddress(place.pool, who, pool.generation);
    const position = { ...(positions.get(who) ?? positionOf(place, who, shareAccount, pool, given)), ...given };
    positions.set(who, position);
    store(where, INSURANCE_POOL_PROGRAM, providerPositionCodec.encode(position));
  }

  /** Parts of what is there; where there was nothing, of a healthy market's. */
  function changes<Kind extends keyof typeof accounts>(
    kind: Kind,
    healthy: (of: Books, given: object) => Books[Kind],
  ): (market: AddressLike, to: object | null) => Promise<void> {
    return async (market, to) => {
      const of = marketOf(market);
      const before = of[kind];
      of[kind] = (to && (before ? { ...before, ...to } : healthy(of, to))) as Books[Kind];
      await accounts[kind](of);
      await settle();
    };
  }

  const change: Changes = {
    pool: changes('pool', ({ pool }) => pool),
    premium: changes('premium', ({ place, pool }, given) => premiumOf(place, pool, given)),
    header: changes('header', ({ place }, given) => headerOf(place, now(), given)),
    claims: changes('claims', ({ place }, given) => claimsOf(place, given)),
    config: changes('config', ({ place, pool }, given) => configOf(place, pool, given)),
    risk: changes('risk', ({ place, header, pool }, given) => riskOf(place, now(), header, pool, given)),
    async position(market, owner, to) {
      await setPosition(market, owner, to);
      await settle();
    },
  };

  const settle = () => quietly(time.settle);

  return {
    client,
    connection,
    asked,
    change,
    settle,
    get slot() {
      return ledger.slot();
    },
    get unixTimestamp() {
      return ledger.unixTimestamp();
    },
    address: addressOf,
    owner: ownerOf,
    async insure(name, { pool, premium, header, risk, config, claims, decimals = 6, mint, upgradeable = true } = {}) {
      const market = addressOf(name);
      const poolAt = await poolAddress(market);
      const premiumAt = await premiumStateAddress(market);
      const generation = pool?.generation ?? 0;
      const place: Place = {
        name,
        market,
        pool: poolAt,
        vault: await vaultAddress(poolAt),
        shareMint: await shareMintAddress(poolAt, generation),
        claims: await marketClaimsAddress(market),
        premium: premiumAt,
        premiumVault: await premiumVaultAddress(premiumAt),
        treasury: await treasuryAddress(market),
        program: pool?.marketProgram ?? addressOf('perp program'),
        mint: mint === undefined ? USDC : addressOf(mint),
        decimals,
      };
      const headerIs = header === null ? null : headerOf(place, now(), header ?? {});
      const poolIs = poolOf(place, now(), headerIs, pool ?? {});
      const of: Books = {
        place,
        header: headerIs,
        pool: poolIs,
        premium: premium === null ? null : premiumOf(place, poolIs, premium ?? {}),
        claims: claims === null ? null : claimsOf(place, claims ?? {}),
        config: config === null ? null : configOf(place, poolIs, config ?? {}),
        risk: risk === null ? null : riskOf(place, now(), headerIs, poolIs, risk ?? {}),
        positions: new Map(),
        records: [],
        settlements: [],
      };
      books.set(market, of);
      for (const write of Object.values(accounts)) await write(of);
      const minted = (mintAuthority: Address, supply: bigint) =>
        mintCodec.encode({ mintAuthority, supply, decimals, isInitialized: true, freezeAuthority: null });
      store(place.mint, TOKEN_PROGRAM, minted(addressOf('mint authority'), 10n ** 18n));
      store(place.shareMint, TOKEN_PROGRAM, minted(poolAt, poolIs.totalShares));
      if (generation > 0) store(await shareMintAddress(poolAt, 0), TOKEN_PROGRAM, minted(poolAt, 0n));
      await putProgram(place.program, upgradeable ? addressOf(`${name} upgrades`) : null);
      return market;
    },
    position: (market, owner, position = {}) => setPosition(market, owner, position),
    async records(market, records) {
      const of = marketOf(market);
      const list = typeof records === 'number' ? Array.from({ length: records }, () => ({})) : records;
      const apart = betweenClaims(now(), list.length);
      const made = list.map((given, at) =>
        recordOf(of.place, now(), BigInt(at), apart * BigInt(list.length - at), given),
      );
      of.records = made;
      // Of many, an indexer is asked and the chain only for the newest: to find an address takes its time.
      const asked = ({ sequence }: InsolvencyRecord) =>
        !indexer || sequence < 2n || made.length - Number(sequence) <= 100;
      await Promise.all(
        made
          .filter(asked)
          .map(async (record) =>
            store(
              await insolvencyRecordAddress(of.place.market, record.sequence),
              INSOLVENCY_HANDLER_PROGRAM,
              insolvencyRecordCodec.encode(record),
            ),
          ),
      );
      const sum = (of: (record: InsolvencyRecord) => bigint) => made.reduce((total, record) => total + of(record), 0n);
      const [deficit, buffer] = [sum((one) => one.deficitAmount), sum((one) => one.bufferUsed)];
      of.claims = claimsOf(of.place, {
        ...of.claims,
        sequence: BigInt(made.length),
        seenDeficit: deficit,
        bufferUsedTotal: buffer,
        totalCovered: sum((one) => one.coveredAmount + one.queuedAmount),
        totalUncovered: sum((one) => one.uncoveredAmount),
      });
      await accounts.claims(of);
      // What was claimed is no open deficit.
      if (of.header && of.header.cumulativeDeficit < deficit) {
        of.header = { ...of.header, cumulativeDeficit: deficit, marginAbsorbed: buffer };
        await accounts.header(of);
      }
      await settle();
    },
    async balance(owner, { market, amount, lamports, frozen = false }) {
      const { place } = marketOf(market);
      const who = ownerOf(nameOf(owner));
      if (lamports !== undefined) ledger.write(who, { owner: SYSTEM_PROGRAM, data: new Uint8Array(), lamports });
      if (amount !== undefined) {
        const nativeReserve = place.mint === NATIVE_MINT ? rentOf(tokenAccountCodec.size) : null;
        const held = amount !== null && {
          mint: place.mint,
          owner: who,
          amount,
          delegate: null,
          state: frozen ? 2 : 1,
          nativeReserve,
          delegatedAmount: 0n,
          closeAuthority: null,
        };
        const where = await associatedTokenAddress(who, place.mint);
        store(where, TOKEN_PROGRAM, held ? tokenAccountCodec.encode(held) : null);
      }
      await settle();
    },
    async settlements(market, settlements) {
      const of = marketOf(market);
      of.settlements = settlementsOf(of.pool, now(), settlements);
      const made = settlementTransactions(of.place, of.pool, of.settlements);
      for (const transaction of made) transactions.land(transaction);
      const last = made.at(-1)?.slot;
      if (of.premium && last !== undefined) {
        of.premium = { ...of.premium, lastSettledSlot: last };
        await accounts.premium(of);
      }
      await settle();
    },
    async put(address, account) {
      ledger.write(addressOf(nameOf(address)), account);
      await settle();
    },
    place: (market) => marketOf(market).place,
    wallet(given = {}) {
      const wallet = scriptedWallet(
        given,
        (wire) => transactions.send(btoa(String.fromCharCode(...wire))),
        () => transactions.fate === 'unknown',
      );
      const who = wallet.publicKey.toBase58();
      // Enough for fees, for whom nothing was said of it.
      if (!ledger.read(who))
        ledger.write(who, { owner: SYSTEM_PROGRAM, data: new Uint8Array(), lamports: 1_000_000_000n });
      return wallet;
    },
    get fate() {
      return transactions.fate;
    },
    set fate(fate) {
      transactions.fate = fate;
    },
    get onLanded() {
      return onLanded;
    },
    set onLanded(listener) {
      onLanded = listener;
    },
    rpc: misbehaviours,
    async goOffline() {
      online = false;
      sockets.cut();
      await settle();
    },
    async goOnline() {
      online = true;
      time.look(true);
      await settle();
    },
    async look(visible) {
      time.look(visible);
      await settle();
    },
    get sockets() {
      return sockets.count();
    },
    get timers() {
      return time.pending();
    },
    advance: (milliseconds) => quietly(() => time.advance(milliseconds)),
    async advanceEpochs(market, epochs = 1) {
      const { epochDuration } = marketOf(market).pool;
      const target = (ledger.slot() / epochDuration + BigInt(epochs)) * epochDuration;
      await quietly(() => time.advance(Number(target - ledger.slot()) * 400));
    },
    sleep: time.sleep,
    skew: time.skew,
    close: () => client.close(),
  };

  async function putProgram(program: Address, authority: Address | null): Promise<void> {
    const code = await programDataAddress(program);
    const pointer = Uint8Array.from([2, 0, 0, 0, ...addressBytes(code)]);
    const data = new Uint8Array(45);
    data[0] = 3;
    if (authority) {
      data[12] = 1;
      data.set(addressBytes(authority), 13);
    }
    ledger.write(program, { owner: UPGRADEABLE_LOADER_PROGRAM, data: pointer, executable: true });
    ledger.write(code, { owner: UPGRADEABLE_LOADER_PROGRAM, data });
  }
}

/** What React is told here comes from the chain, not from a test: it need not be announced to it, as Testing Library has it. */
async function quietly(run: () => Promise<void>): Promise<void> {
  const page = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };
  const before = page.IS_REACT_ACT_ENVIRONMENT;
  page.IS_REACT_ACT_ENVIRONMENT = false;
  try {
    await run();
  } finally {
    page.IS_REACT_ACT_ENVIRONMENT = before;
  }
}
