// The control calls with types, for tests and demos: what no cluster has, and only this server knows.
import type { Address } from './chain/address.ts';

export interface ClockState {
  /** The slot that transactions land in now. */
  readonly slot: number;
  readonly unixTimestamp: number;
  /** Whether slots pass by themselves. */
  readonly running: boolean;
  readonly slotMilliseconds: number;
}

/** One of them: so many slots on, to a slot, or over at least so many seconds of the chain's own time. */
export type Warp = { readonly slots: bigint } | { readonly toSlot: bigint } | { readonly seconds: number };

export interface WrittenAccount {
  readonly owner: Address;
  readonly data: Uint8Array;
  /** What keeps it rent exempt, unless given. */
  readonly lamports?: bigint;
  readonly executable?: boolean;
}

/** What moves by itself. */
export interface Life {
  /** Prices and fees. */
  readonly market: boolean;
  /** The stand-in for a keeper. */
  readonly keeper: boolean;
}

/** Chain time in Unix seconds, then open, high, low and close as the oracle's integers, in decimal. */
export type Candle = readonly [time: number, open: string, high: string, low: string, close: string];

export interface Control {
  clock(): Promise<ClockState>;
  warp(by: Warp): Promise<ClockState>;
  pause(): Promise<ClockState>;
  resume(): Promise<ClockState>;
  setSlotDuration(milliseconds: number): Promise<ClockState>;
  /** Writes an account past the runtime; null takes it away. */
  setAccount(address: Address, account: WrittenAccount | null): Promise<{ readonly slot: number }>;
  /** Writes the state file now. */
  saveState(): Promise<{ readonly slot: number }>;
  /** The 64 bytes of the scenario's demo wallet, which are worth nothing elsewhere; null where there is none. */
  demoKeypair(): Promise<number[] | null>;
  /** What lives on the chain; null where nothing does. */
  scenario<T>(): Promise<T | null>;
  /** Null where nothing moves by itself. */
  life(): Promise<Life | null>;
  setLife(change: Partial<Life>): Promise<Life>;
  /** The price falls by so many basis points (1 to 9,900) and stays thereabouts. */
  crash(market: Address, bps: number): Promise<{ readonly price: bigint }>;
  /** Liquidations leave a loss, of which the market's own buffer absorbs a part. */
  lose(
    market: Address,
    loss: { readonly deficit: bigint; readonly absorbed: bigint },
  ): Promise<{ readonly openDeficit: bigint }>;
  /** The keeper reports what is open; null where nothing is. */
  report(market: Address): Promise<{ readonly signature: string | null }>;
  /** The keeper settles, scores, prices and pays what is due. */
  settle(market: Address): Promise<{ readonly signatures: readonly string[] }>;
  /** To the first slot of a later epoch of the market. */
  warpEpochs(market: Address, count: number): Promise<ClockState>;
  /** Mints test dollars, at most a million a call; and gives SOL to who has hardly any. */
  fund(owner: Address, atoms: bigint): Promise<{ readonly tokenAccount: Address }>;
  /** Oldest first; the last one may still grow. */
  candles(market: Address, seconds: number, limit: number): Promise<readonly Candle[]>;
}

const inJson = (of: object) =>
  Object.fromEntries(
    Object.entries(of).map(([name, value]) => [name, typeof value === 'bigint' ? value.toString() : value]),
  );

export function createControl(rpcUrl: string): Control {
  async function request<T>(method: string, ...params: readonly unknown[]): Promise<T> {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const { result, error } = (await response.json()) as { result: T; error?: { message: string } };
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }
  return {
    clock: () => request('percosec_clock'),
    warp: (by) => request('percosec_warp', inJson(by)),
    pause: () => request('percosec_pause'),
    resume: () => request('percosec_resume'),
    setSlotDuration: (milliseconds) => request('percosec_setSlotDuration', milliseconds),
    setAccount: (address, account) =>
      request(
        'percosec_setAccount',
        address,
        account && {
          ...account,
          data: Buffer.from(account.data).toString('base64'),
          lamports: account.lamports?.toString(),
        },
      ),
    saveState: () => request('percosec_saveState'),
    demoKeypair: () => request('percosec_demoKeypair'),
    scenario: () => request('percosec_scenario'),
    life: () => request('percosec_life'),
    setLife: (change) => request('percosec_setLife', change),
    async crash(market, bps) {
      const { price } = await request<{ price: string }>('percosec_crash', market, bps);
      return { price: BigInt(price) };
    },
    async lose(market, loss) {
      const { openDeficit } = await request<{ openDeficit: string }>('percosec_lose', market, inJson(loss));
      return { openDeficit: BigInt(openDeficit) };
    },
    report: (market) => request('percosec_report', market),
    settle: (market) => request('percosec_settle', market),
    warpEpochs: (market, count) => request('percosec_warpEpochs', market, count),
    fund: (owner, atoms) => request('percosec_fund', owner, atoms.toString()),
    candles: (market, seconds, limit) => request('percosec_candles', market, seconds, limit),
  };
}
