// The accounts of a scripted chain, and its clock among them.
import { type Address, CLOCK_SYSVAR, clockCodec, SYSTEM_PROGRAM } from '@percosec/sdk';

const SYSVARS = 'Sysvar1111111111111111111111111111111111111' as Address;
const SLOT_MS = 400;

export interface ScriptedAccount {
  readonly owner: Address;
  readonly data: Uint8Array;
  readonly lamports?: bigint;
  readonly executable?: boolean;
}

export interface Ledger {
  slot(): bigint;
  /** Seconds. */
  unixTimestamp(): bigint;
  read(address: string): ScriptedAccount | null;
  /** Null: it is closed. */
  write(address: string, account: ScriptedAccount | null): void;
  /** As an RPC writes an account in JSON; a slice of its data, where only that is asked for. */
  encoded(address: string, slice?: { readonly offset: number; readonly length: number }): object | null;
  context(): { slot: number; apiVersion: string };
}

export const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

export const rentOf = (bytes: number): bigint => BigInt((128 + bytes) * 6_960);

export function createLedger(
  genesis: { readonly slot: bigint; readonly unixTimestamp: bigint },
  elapsed: () => number,
  written: (address: string) => void,
): Ledger {
  const accounts = new Map<string, ScriptedAccount>();
  const slot = () => genesis.slot + BigInt(Math.floor(elapsed() / SLOT_MS));
  const unixTimestamp = () => genesis.unixTimestamp + BigInt(Math.floor(elapsed() / 1_000));

  const clock = (): ScriptedAccount => ({
    owner: SYSVARS,
    data: clockCodec.encode({
      slot: slot(),
      unixTimestamp: unixTimestamp(),
      epoch: slot() / 432_000n,
      epochStartTimestamp: unixTimestamp(),
      leaderScheduleEpoch: slot() / 432_000n + 1n,
    }),
  });

  const read = (address: string) => (address === CLOCK_SYSVAR ? clock() : (accounts.get(address) ?? null));

  return {
    slot,
    unixTimestamp,
    read,
    write(address, account) {
      if (account) accounts.set(address, account);
      else accounts.delete(address);
      written(address);
    },
    encoded(address, slice) {
      const account = read(address);
      if (!account) return null;
      const { owner, data, lamports = rentOf(data.length), executable = false } = account;
      const part = slice ? data.subarray(slice.offset, slice.offset + slice.length) : data;
      return {
        owner,
        lamports: Number(lamports),
        data: [base64(part), 'base64'],
        executable,
        rentEpoch: 0,
        space: data.length,
      };
    },
    context: () => ({ slot: Number(slot()), apiVersion: '3.0.0' }),
  };
}

/** What a subscriber is told of an account that is gone. */
export const closedAccount = {
  owner: SYSTEM_PROGRAM,
  lamports: 0,
  data: ['', 'base64'],
  executable: false,
  rentEpoch: 0,
  space: 0,
};
