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
}

const inJson = (by: Warp) =>
  Object.fromEntries(
    Object.entries(by).map(([name, value]) => [name, typeof value === 'bigint' ? value.toString() : value]),
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
  };
}
