// Epochs that were settled, as the transactions that settled them: their logs hold the programs' events.
import {
  epochSettledEvent,
  INSURANCE_POOL_PROGRAM,
  type InsurancePool,
  PREMIUM_MANAGER_PROGRAM,
  premiumAccruedEvent,
} from '@percosec/sdk';
import { encodeBase58 } from '../../sdk/src/base58.ts';
import { base64 } from './ledger.ts';
import type { Moment, Place } from './market.ts';
import { bytesFrom } from './names.ts';
import type { Landed } from './transactions.ts';

export interface Settlement {
  readonly slot: bigint;
  /** Null: the RPC has forgotten. */
  readonly timestamp: bigint | null;
  readonly apyBps: number;
  readonly premium: bigint;
  readonly nav: bigint;
  readonly totalShares: bigint;
}

/** Oldest first, an epoch each, up to the pool as it is: it grew by what it earned, and earned now more, now less. */
export function settlementsOf(
  pool: InsurancePool,
  now: Moment,
  given: readonly Partial<Settlement>[] | number,
): readonly Settlement[] {
  const list = typeof given === 'number' ? Array.from({ length: given }, () => ({})) : given;
  const settled: Settlement[] = [];
  let nav = pool.totalDeposits - pool.pendingClaims;
  for (let back = 0; back < list.length; back++) {
    const at = list.length - 1 - back;
    const slot = (pool.epoch - BigInt(back)) * pool.epochDuration + 120n;
    const apyBps = 842 + ((back * 53) % 9) * 17 - ((back * 31) % 7) * 23;
    const premium = (nav * BigInt(apyBps)) / 10_000n / 365n;
    settled.unshift({
      slot,
      timestamp: now.unixTimestamp - ((now.slot - slot) * 2n) / 5n,
      apyBps,
      premium,
      nav,
      totalShares: pool.totalShares,
      ...list[at],
    });
    nav -= premium;
  }
  return settled;
}

export function settlementTransactions(
  place: Place,
  pool: InsurancePool,
  settlements: readonly Settlement[],
): Landed[] {
  return settlements.map((settlement) => {
    const { slot, timestamp, apyBps, premium, nav, totalShares } = settlement;
    const before = nav - premium;
    const accrued = premiumAccruedEvent.encode({
      pool: place.pool,
      amount: premium,
      totalDepositsBefore: before,
      totalDepositsAfter: nav,
      totalShares,
      openInterestBefore: pool.openInterest,
      openInterestAfter: pool.openInterest,
      utilizationRateBpsBefore: pool.utilizationRateBps,
      utilizationRateBpsAfter: pool.utilizationRateBps,
      reserved: new Uint8Array(premiumAccruedEvent.size - 8 - 32 - 48 - 4),
    });
    const ended = epochSettledEvent.encode({
      premiumState: place.premium,
      pool: place.pool,
      toPool: premium,
      toTreasury: premium / 19n,
      epochBefore: slot / pool.epochDuration - 1n,
      epochAfter: slot / pool.epochDuration,
      slots: pool.epochDuration,
      premiumOwedBefore: 0n,
      premiumOwedAfter: 0n,
      openInterest: pool.openInterest,
      navBefore: before,
      apyBps: BigInt(apyBps),
    });
    return {
      signature: encodeBase58(bytesFrom(`${place.name} settled at ${slot}`, 64)),
      slot,
      blockTime: timestamp,
      err: null,
      finalized: true,
      accounts: [place.pool, place.premium, place.market],
      logs: [
        `Program ${PREMIUM_MANAGER_PROGRAM} invoke [1]`,
        `Program ${INSURANCE_POOL_PROGRAM} invoke [2]`,
        `Program data: ${base64(accrued)}`,
        `Program ${INSURANCE_POOL_PROGRAM} success`,
        `Program data: ${base64(ended)}`,
        `Program ${PREMIUM_MANAGER_PROGRAM} success`,
      ],
    };
  });
}
