// Accounts as they were a few slots ago, so that reads at `confirmed` and `finalized` are what those words say.
//
// Kept backwards: for each account what it was before it was first changed in a slot. Everything older than the
// finalized slot is let go.
import type { Account } from './account.ts';
import type { Address } from './address.ts';

export interface Before {
  readonly slot: bigint;
  readonly account: Account | null;
}

export class History {
  readonly #before = new Map<Address, Before[]>();
  readonly #bySlot = new Map<bigint, Set<Address>>();

  /** To be told before every change. */
  remember(slot: bigint, address: Address, account: Account | null): void {
    const changed = this.#bySlot.get(slot) ?? new Set();
    this.#bySlot.set(slot, changed);
    if (changed.has(address)) return;
    changed.add(address);
    const all = this.#before.get(address);
    if (all === undefined) this.#before.set(address, [{ slot, account }]);
    else all.push({ slot, account });
  }

  /** What the account was at the end of `slot`; undefined where it has not changed since. */
  at(slot: bigint, address: Address): Account | null | undefined {
    return this.#before.get(address)?.find((before) => before.slot > slot)?.account;
  }

  /** Accounts that may differ now from what they were at the end of `slot`. */
  changedSince(slot: bigint): Set<Address> {
    const changed = new Set<Address>();
    for (const [later, addresses] of this.#bySlot) {
      if (later > slot) for (const address of addresses) changed.add(address);
    }
    return changed;
  }

  forgetUntil(slot: bigint): void {
    for (const [old, addresses] of this.#bySlot) {
      if (old > slot) continue;
      this.#bySlot.delete(old);
      for (const address of addresses) {
        const left = (this.#before.get(address) ?? []).filter((before) => before.slot > slot);
        if (left.length === 0) this.#before.delete(address);
        else this.#before.set(address, left);
      }
    }
  }

  entries(): [Address, readonly Before[]][] {
    return [...this.#before];
  }
}
