// Written by `npm run programs:layouts` from the IDLs. Don't edit.

import type { Address } from '../address.ts';
import type { Grade } from '../codec/grade.ts';
import { bytes, grade, i32, i64, pubkey, u8, u16, u32, u64 } from '../codec/read.ts';
import { type EventCodec, type EventOf, eventCodec } from './event.ts';

export interface ClaimsInitialized {
  readonly market: Address;
  readonly marketClaims: Address;
}

export const claimsInitializedEvent: EventCodec<'insolvency_handler', 'ClaimsInitialized', ClaimsInitialized> =
  /* @__PURE__ */ eventCodec<'insolvency_handler', 'ClaimsInitialized', ClaimsInitialized>({
    program: 'insolvency_handler',
    name: 'ClaimsInitialized',
    size: 72,
    discriminator: 0x64292b1142779d9an,
    read: (from) => ({ market: pubkey(from), marketClaims: pubkey(from) }),
    fields: { market: 'pubkey', marketClaims: 'pubkey' },
  });

/** A claim: deficit = buffer_used + covered + queued + uncovered. */
export interface InsolvencyEvent {
  readonly market: Address;
  readonly reporter: Address;
  readonly sequence: bigint;
  readonly deficitAmount: bigint;
  readonly bufferUsed: bigint;
  readonly coveredAmount: bigint;
  readonly queuedAmount: bigint;
  readonly uncoveredAmount: bigint;
  readonly navBefore: bigint;
  readonly navAfter: bigint;
  readonly seenDeficitBefore: bigint;
  readonly seenDeficitAfter: bigint;
  readonly bufferUsedTotalBefore: bigint;
  readonly bufferUsedTotalAfter: bigint;
  readonly slot: bigint;
  readonly timestamp: bigint;
}

export const insolvencyEvent: EventCodec<'insolvency_handler', 'InsolvencyEvent', InsolvencyEvent> =
  /* @__PURE__ */ eventCodec<'insolvency_handler', 'InsolvencyEvent', InsolvencyEvent>({
    program: 'insolvency_handler',
    name: 'InsolvencyEvent',
    size: 184,
    discriminator: 0x48875114c94fd8b3n,
    read: (from) => ({
      market: pubkey(from),
      reporter: pubkey(from),
      sequence: u64(from),
      deficitAmount: u64(from),
      bufferUsed: u64(from),
      coveredAmount: u64(from),
      queuedAmount: u64(from),
      uncoveredAmount: u64(from),
      navBefore: u64(from),
      navAfter: u64(from),
      seenDeficitBefore: u64(from),
      seenDeficitAfter: u64(from),
      bufferUsedTotalBefore: u64(from),
      bufferUsedTotalAfter: u64(from),
      slot: u64(from),
      timestamp: i64(from),
    }),
    fields: {
      market: 'pubkey',
      reporter: 'pubkey',
      sequence: 'u64',
      deficitAmount: 'u64',
      bufferUsed: 'u64',
      coveredAmount: 'u64',
      queuedAmount: 'u64',
      uncoveredAmount: 'u64',
      navBefore: 'u64',
      navAfter: 'u64',
      seenDeficitBefore: 'u64',
      seenDeficitAfter: 'u64',
      bufferUsedTotalBefore: 'u64',
      bufferUsedTotalAfter: 'u64',
      slot: 'u64',
      timestamp: 'i64',
    },
  });

/** A deficit that is no claim: it is noted, and in time becomes the market's own. */
export interface NoClaim {
  readonly market: Address;
  readonly openDeficit: bigint;
  readonly insolvencyThreshold: bigint;
  readonly seenDeficitBefore: bigint;
  readonly seenDeficitAfter: bigint;
  readonly bufferUsedTotalBefore: bigint;
  readonly bufferUsedTotalAfter: bigint;
  readonly notedDeficitBefore: bigint;
  readonly notedDeficitAfter: bigint;
  readonly notedEpochBefore: bigint;
  readonly notedEpochAfter: bigint;
}

export const noClaimEvent: EventCodec<'insolvency_handler', 'NoClaim', NoClaim> = /* @__PURE__ */ eventCodec<
  'insolvency_handler',
  'NoClaim',
  NoClaim
>({
  program: 'insolvency_handler',
  name: 'NoClaim',
  size: 120,
  discriminator: 0xdc3552e6965be5fan,
  read: (from) => ({
    market: pubkey(from),
    openDeficit: u64(from),
    insolvencyThreshold: u64(from),
    seenDeficitBefore: u64(from),
    seenDeficitAfter: u64(from),
    bufferUsedTotalBefore: u64(from),
    bufferUsedTotalAfter: u64(from),
    notedDeficitBefore: u64(from),
    notedDeficitAfter: u64(from),
    notedEpochBefore: u64(from),
    notedEpochAfter: u64(from),
  }),
  fields: {
    market: 'pubkey',
    openDeficit: 'u64',
    insolvencyThreshold: 'u64',
    seenDeficitBefore: 'u64',
    seenDeficitAfter: 'u64',
    bufferUsedTotalBefore: 'u64',
    bufferUsedTotalAfter: 'u64',
    notedDeficitBefore: 'u64',
    notedDeficitAfter: 'u64',
    notedEpochBefore: 'u64',
    notedEpochAfter: 'u64',
  },
});

/** A part of a deficit that nobody covers. It is flagged, never silently socialized. */
export interface UncoveredDeficit {
  readonly market: Address;
  readonly sequence: bigint;
  readonly uncoveredAmount: bigint;
  readonly totalUncoveredBefore: bigint;
  readonly totalUncoveredAfter: bigint;
}

export const uncoveredDeficitEvent: EventCodec<'insolvency_handler', 'UncoveredDeficit', UncoveredDeficit> =
  /* @__PURE__ */ eventCodec<'insolvency_handler', 'UncoveredDeficit', UncoveredDeficit>({
    program: 'insolvency_handler',
    name: 'UncoveredDeficit',
    size: 72,
    discriminator: 0x05941901f186c930n,
    read: (from) => ({
      market: pubkey(from),
      sequence: u64(from),
      uncoveredAmount: u64(from),
      totalUncoveredBefore: u64(from),
      totalUncoveredAfter: u64(from),
    }),
    fields: {
      market: 'pubkey',
      sequence: 'u64',
      uncoveredAmount: 'u64',
      totalUncoveredBefore: 'u64',
      totalUncoveredAfter: 'u64',
    },
  });

export interface ActiveChanged {
  readonly pool: Address;
  readonly wasActive: number;
  readonly isActive: number;
}

export const activeChangedEvent: EventCodec<'insurance_pool', 'ActiveChanged', ActiveChanged> =
  /* @__PURE__ */ eventCodec<'insurance_pool', 'ActiveChanged', ActiveChanged>({
    program: 'insurance_pool',
    name: 'ActiveChanged',
    size: 42,
    discriminator: 0x62e5d377f2a7e0e4n,
    read: (from) => ({ pool: pubkey(from), wasActive: u8(from), isActive: u8(from) }),
    fields: { pool: 'pubkey', wasActive: 'u8', isActive: 'u8' },
  });

export interface ApyUpdated {
  readonly pool: Address;
  readonly apyBpsBefore: number;
  readonly apyBpsAfter: number;
}

export const apyUpdatedEvent: EventCodec<'insurance_pool', 'ApyUpdated', ApyUpdated> = /* @__PURE__ */ eventCodec<
  'insurance_pool',
  'ApyUpdated',
  ApyUpdated
>({
  program: 'insurance_pool',
  name: 'ApyUpdated',
  size: 44,
  discriminator: 0x804de79960965429n,
  read: (from) => ({ pool: pubkey(from), apyBpsBefore: u16(from), apyBpsAfter: u16(from) }),
  fields: { pool: 'pubkey', apyBpsBefore: 'u16', apyBpsAfter: 'u16' },
});

export interface DeficitCovered {
  readonly pool: Address;
  readonly market: Address;
  readonly amount: bigint;
  readonly paid: bigint;
  readonly queued: bigint;
  readonly totalDepositsBefore: bigint;
  readonly totalDepositsAfter: bigint;
  readonly pendingClaimsBefore: bigint;
  readonly pendingClaimsAfter: bigint;
  readonly totalShares: bigint;
}

export const deficitCoveredEvent: EventCodec<'insurance_pool', 'DeficitCovered', DeficitCovered> =
  /* @__PURE__ */ eventCodec<'insurance_pool', 'DeficitCovered', DeficitCovered>({
    program: 'insurance_pool',
    name: 'DeficitCovered',
    size: 136,
    discriminator: 0xd5d00528366f6dc6n,
    read: (from) => ({
      pool: pubkey(from),
      market: pubkey(from),
      amount: u64(from),
      paid: u64(from),
      queued: u64(from),
      totalDepositsBefore: u64(from),
      totalDepositsAfter: u64(from),
      pendingClaimsBefore: u64(from),
      pendingClaimsAfter: u64(from),
      totalShares: u64(from),
    }),
    fields: {
      pool: 'pubkey',
      market: 'pubkey',
      amount: 'u64',
      paid: 'u64',
      queued: 'u64',
      totalDepositsBefore: 'u64',
      totalDepositsAfter: 'u64',
      pendingClaimsBefore: 'u64',
      pendingClaimsAfter: 'u64',
      totalShares: 'u64',
    },
  });

export interface Deposited {
  readonly pool: Address;
  readonly provider: Address;
  /** What was taken: at most what was offered. */
  readonly amount: bigint;
  readonly shares: bigint;
  readonly totalDepositsBefore: bigint;
  readonly totalDepositsAfter: bigint;
  readonly totalSharesBefore: bigint;
  readonly totalSharesAfter: bigint;
  readonly positionSharesBefore: bigint;
  readonly positionSharesAfter: bigint;
  readonly depositedAmountBefore: bigint;
  readonly depositedAmountAfter: bigint;
  readonly unlockEpochBefore: bigint;
  readonly unlockEpochAfter: bigint;
}

export const depositedEvent: EventCodec<'insurance_pool', 'Deposited', Deposited> = /* @__PURE__ */ eventCodec<
  'insurance_pool',
  'Deposited',
  Deposited
>({
  program: 'insurance_pool',
  name: 'Deposited',
  size: 168,
  discriminator: 0x6f8d1a2da1236439n,
  read: (from) => ({
    pool: pubkey(from),
    provider: pubkey(from),
    amount: u64(from),
    shares: u64(from),
    totalDepositsBefore: u64(from),
    totalDepositsAfter: u64(from),
    totalSharesBefore: u64(from),
    totalSharesAfter: u64(from),
    positionSharesBefore: u64(from),
    positionSharesAfter: u64(from),
    depositedAmountBefore: u64(from),
    depositedAmountAfter: u64(from),
    unlockEpochBefore: u64(from),
    unlockEpochAfter: u64(from),
  }),
  fields: {
    pool: 'pubkey',
    provider: 'pubkey',
    amount: 'u64',
    shares: 'u64',
    totalDepositsBefore: 'u64',
    totalDepositsAfter: 'u64',
    totalSharesBefore: 'u64',
    totalSharesAfter: 'u64',
    positionSharesBefore: 'u64',
    positionSharesAfter: 'u64',
    depositedAmountBefore: 'u64',
    depositedAmountAfter: 'u64',
    unlockEpochBefore: 'u64',
    unlockEpochAfter: 'u64',
  },
});

export interface PoolInitialized {
  readonly pool: Address;
  readonly market: Address;
  readonly marketProgram: Address;
  readonly authority: Address;
  readonly collateralMint: Address;
  readonly shareMint: Address;
  readonly insolvencyThreshold: bigint;
  readonly epochDuration: bigint;
  readonly deficitBase: bigint;
  readonly absorbedBase: bigint;
  readonly lockEpochs: number;
  readonly cooldownEpochs: number;
  readonly windowEpochs: number;
  readonly minReserveBps: number;
  readonly claimCapBps: number;
  readonly coverBps: number;
  readonly reserved: Uint8Array;
}

export const poolInitializedEvent: EventCodec<'insurance_pool', 'PoolInitialized', PoolInitialized> =
  /* @__PURE__ */ eventCodec<'insurance_pool', 'PoolInitialized', PoolInitialized>({
    program: 'insurance_pool',
    name: 'PoolInitialized',
    size: 256,
    discriminator: 0x6476ad570cc6fee5n,
    read: (from) => ({
      pool: pubkey(from),
      market: pubkey(from),
      marketProgram: pubkey(from),
      authority: pubkey(from),
      collateralMint: pubkey(from),
      shareMint: pubkey(from),
      insolvencyThreshold: u64(from),
      epochDuration: u64(from),
      deficitBase: u64(from),
      absorbedBase: u64(from),
      lockEpochs: u32(from),
      cooldownEpochs: u32(from),
      windowEpochs: u32(from),
      minReserveBps: u16(from),
      claimCapBps: u16(from),
      coverBps: u16(from),
      reserved: bytes(from, 6),
    }),
    fields: {
      pool: 'pubkey',
      market: 'pubkey',
      marketProgram: 'pubkey',
      authority: 'pubkey',
      collateralMint: 'pubkey',
      shareMint: 'pubkey',
      insolvencyThreshold: 'u64',
      epochDuration: 'u64',
      deficitBase: 'u64',
      absorbedBase: 'u64',
      lockEpochs: 'u32',
      cooldownEpochs: 'u32',
      windowEpochs: 'u32',
      minReserveBps: 'u16',
      claimCapBps: 'u16',
      coverBps: 'u16',
      reserved: 6,
    },
  });

export interface PoolReopened {
  readonly pool: Address;
  readonly shareMintBefore: Address;
  readonly shareMintAfter: Address;
  readonly totalSharesBefore: bigint;
  readonly totalDepositsBefore: bigint;
  readonly generationBefore: number;
  readonly generationAfter: number;
}

export const poolReopenedEvent: EventCodec<'insurance_pool', 'PoolReopened', PoolReopened> = /* @__PURE__ */ eventCodec<
  'insurance_pool',
  'PoolReopened',
  PoolReopened
>({
  program: 'insurance_pool',
  name: 'PoolReopened',
  size: 128,
  discriminator: 0x40d1b715d7035e58n,
  read: (from) => ({
    pool: pubkey(from),
    shareMintBefore: pubkey(from),
    shareMintAfter: pubkey(from),
    totalSharesBefore: u64(from),
    totalDepositsBefore: u64(from),
    generationBefore: u32(from),
    generationAfter: u32(from),
  }),
  fields: {
    pool: 'pubkey',
    shareMintBefore: 'pubkey',
    shareMintAfter: 'pubkey',
    totalSharesBefore: 'u64',
    totalDepositsBefore: 'u64',
    generationBefore: 'u32',
    generationAfter: 'u32',
  },
});

export interface PositionOpened {
  readonly pool: Address;
  readonly provider: Address;
  readonly position: Address;
  readonly shareAccount: Address;
  readonly generation: number;
}

export const positionOpenedEvent: EventCodec<'insurance_pool', 'PositionOpened', PositionOpened> =
  /* @__PURE__ */ eventCodec<'insurance_pool', 'PositionOpened', PositionOpened>({
    program: 'insurance_pool',
    name: 'PositionOpened',
    size: 140,
    discriminator: 0xedaff3e693756579n,
    read: (from) => ({
      pool: pubkey(from),
      provider: pubkey(from),
      position: pubkey(from),
      shareAccount: pubkey(from),
      generation: u32(from),
    }),
    fields: { pool: 'pubkey', provider: 'pubkey', position: 'pubkey', shareAccount: 'pubkey', generation: 'u32' },
  });

export interface PremiumAccrued {
  readonly pool: Address;
  readonly amount: bigint;
  readonly totalDepositsBefore: bigint;
  readonly totalDepositsAfter: bigint;
  readonly totalShares: bigint;
  readonly openInterestBefore: bigint;
  readonly openInterestAfter: bigint;
  readonly utilizationRateBpsBefore: number;
  readonly utilizationRateBpsAfter: number;
  readonly reserved: Uint8Array;
}

export const premiumAccruedEvent: EventCodec<'insurance_pool', 'PremiumAccrued', PremiumAccrued> =
  /* @__PURE__ */ eventCodec<'insurance_pool', 'PremiumAccrued', PremiumAccrued>({
    program: 'insurance_pool',
    name: 'PremiumAccrued',
    size: 96,
    discriminator: 0x053239b284f226dbn,
    read: (from) => ({
      pool: pubkey(from),
      amount: u64(from),
      totalDepositsBefore: u64(from),
      totalDepositsAfter: u64(from),
      totalShares: u64(from),
      openInterestBefore: u64(from),
      openInterestAfter: u64(from),
      utilizationRateBpsBefore: u16(from),
      utilizationRateBpsAfter: u16(from),
      reserved: bytes(from, 4),
    }),
    fields: {
      pool: 'pubkey',
      amount: 'u64',
      totalDepositsBefore: 'u64',
      totalDepositsAfter: 'u64',
      totalShares: 'u64',
      openInterestBefore: 'u64',
      openInterestAfter: 'u64',
      utilizationRateBpsBefore: 'u16',
      utilizationRateBpsAfter: 'u16',
      reserved: 4,
    },
  });

export interface QueuedClaimPaid {
  readonly pool: Address;
  readonly market: Address;
  readonly amount: bigint;
  readonly totalDepositsBefore: bigint;
  readonly totalDepositsAfter: bigint;
  readonly pendingClaimsBefore: bigint;
  readonly pendingClaimsAfter: bigint;
}

export const queuedClaimPaidEvent: EventCodec<'insurance_pool', 'QueuedClaimPaid', QueuedClaimPaid> =
  /* @__PURE__ */ eventCodec<'insurance_pool', 'QueuedClaimPaid', QueuedClaimPaid>({
    program: 'insurance_pool',
    name: 'QueuedClaimPaid',
    size: 112,
    discriminator: 0x583b06d0fb0d7591n,
    read: (from) => ({
      pool: pubkey(from),
      market: pubkey(from),
      amount: u64(from),
      totalDepositsBefore: u64(from),
      totalDepositsAfter: u64(from),
      pendingClaimsBefore: u64(from),
      pendingClaimsAfter: u64(from),
    }),
    fields: {
      pool: 'pubkey',
      market: 'pubkey',
      amount: 'u64',
      totalDepositsBefore: 'u64',
      totalDepositsAfter: 'u64',
      pendingClaimsBefore: 'u64',
      pendingClaimsAfter: 'u64',
    },
  });

/** The market is gone: what was queued for it is the holders' again. */
export interface QueuedClaimReleased {
  readonly pool: Address;
  readonly market: Address;
  readonly amount: bigint;
  readonly navBefore: bigint;
  readonly navAfter: bigint;
}

export const queuedClaimReleasedEvent: EventCodec<'insurance_pool', 'QueuedClaimReleased', QueuedClaimReleased> =
  /* @__PURE__ */ eventCodec<'insurance_pool', 'QueuedClaimReleased', QueuedClaimReleased>({
    program: 'insurance_pool',
    name: 'QueuedClaimReleased',
    size: 96,
    discriminator: 0xbe5bb3faf4d92f1bn,
    read: (from) => ({
      pool: pubkey(from),
      market: pubkey(from),
      amount: u64(from),
      navBefore: u64(from),
      navAfter: u64(from),
    }),
    fields: { pool: 'pubkey', market: 'pubkey', amount: 'u64', navBefore: 'u64', navAfter: 'u64' },
  });

export interface WithdrawCancelled {
  readonly pool: Address;
  readonly provider: Address;
  readonly shares: bigint;
  readonly value: bigint;
}

export const withdrawCancelledEvent: EventCodec<'insurance_pool', 'WithdrawCancelled', WithdrawCancelled> =
  /* @__PURE__ */ eventCodec<'insurance_pool', 'WithdrawCancelled', WithdrawCancelled>({
    program: 'insurance_pool',
    name: 'WithdrawCancelled',
    size: 88,
    discriminator: 0xa299b52f9a84b775n,
    read: (from) => ({ pool: pubkey(from), provider: pubkey(from), shares: u64(from), value: u64(from) }),
    fields: { pool: 'pubkey', provider: 'pubkey', shares: 'u64', value: 'u64' },
  });

export interface WithdrawRequested {
  readonly pool: Address;
  readonly provider: Address;
  readonly shares: bigint;
  readonly value: bigint;
  readonly claimableEpoch: bigint;
  /** The first epoch in which it can no longer be claimed. */
  readonly expiryEpoch: bigint;
}

export const withdrawRequestedEvent: EventCodec<'insurance_pool', 'WithdrawRequested', WithdrawRequested> =
  /* @__PURE__ */ eventCodec<'insurance_pool', 'WithdrawRequested', WithdrawRequested>({
    program: 'insurance_pool',
    name: 'WithdrawRequested',
    size: 104,
    discriminator: 0x7210f0ce5d809727n,
    read: (from) => ({
      pool: pubkey(from),
      provider: pubkey(from),
      shares: u64(from),
      value: u64(from),
      claimableEpoch: u64(from),
      expiryEpoch: u64(from),
    }),
    fields: {
      pool: 'pubkey',
      provider: 'pubkey',
      shares: 'u64',
      value: 'u64',
      claimableEpoch: 'u64',
      expiryEpoch: 'u64',
    },
  });

export interface Withdrawn {
  readonly pool: Address;
  readonly provider: Address;
  readonly amount: bigint;
  readonly shares: bigint;
  readonly totalDepositsBefore: bigint;
  readonly totalDepositsAfter: bigint;
  readonly totalSharesBefore: bigint;
  readonly totalSharesAfter: bigint;
  readonly positionSharesBefore: bigint;
  readonly positionSharesAfter: bigint;
  /** What is left of the request. */
  readonly requestedShares: bigint;
}

export const withdrawnEvent: EventCodec<'insurance_pool', 'Withdrawn', Withdrawn> = /* @__PURE__ */ eventCodec<
  'insurance_pool',
  'Withdrawn',
  Withdrawn
>({
  program: 'insurance_pool',
  name: 'Withdrawn',
  size: 144,
  discriminator: 0x1459dfc6c27cdb0dn,
  read: (from) => ({
    pool: pubkey(from),
    provider: pubkey(from),
    amount: u64(from),
    shares: u64(from),
    totalDepositsBefore: u64(from),
    totalDepositsAfter: u64(from),
    totalSharesBefore: u64(from),
    totalSharesAfter: u64(from),
    positionSharesBefore: u64(from),
    positionSharesAfter: u64(from),
    requestedShares: u64(from),
  }),
  fields: {
    pool: 'pubkey',
    provider: 'pubkey',
    amount: 'u64',
    shares: 'u64',
    totalDepositsBefore: 'u64',
    totalDepositsAfter: 'u64',
    totalSharesBefore: 'u64',
    totalSharesAfter: 'u64',
    positionSharesBefore: 'u64',
    positionSharesAfter: 'u64',
    requestedShares: 'u64',
  },
});

export interface EpochSettled {
  readonly premiumState: Address;
  readonly pool: Address;
  /** Premium that went to the pool, or to the treasury where nobody stood behind it. */
  readonly toPool: bigint;
  readonly toTreasury: bigint;
  readonly epochBefore: bigint;
  readonly epochAfter: bigint;
  /** Slots that the settlement spans. */
  readonly slots: bigint;
  readonly premiumOwedBefore: bigint;
  readonly premiumOwedAfter: bigint;
  readonly openInterest: bigint;
  readonly navBefore: bigint;
  readonly apyBps: bigint;
}

export const epochSettledEvent: EventCodec<'premium_manager', 'EpochSettled', EpochSettled> =
  /* @__PURE__ */ eventCodec<'premium_manager', 'EpochSettled', EpochSettled>({
    program: 'premium_manager',
    name: 'EpochSettled',
    size: 152,
    discriminator: 0x20db2d9cfa73beffn,
    read: (from) => ({
      premiumState: pubkey(from),
      pool: pubkey(from),
      toPool: u64(from),
      toTreasury: u64(from),
      epochBefore: u64(from),
      epochAfter: u64(from),
      slots: u64(from),
      premiumOwedBefore: u64(from),
      premiumOwedAfter: u64(from),
      openInterest: u64(from),
      navBefore: u64(from),
      apyBps: u64(from),
    }),
    fields: {
      premiumState: 'pubkey',
      pool: 'pubkey',
      toPool: 'u64',
      toTreasury: 'u64',
      epochBefore: 'u64',
      epochAfter: 'u64',
      slots: 'u64',
      premiumOwedBefore: 'u64',
      premiumOwedAfter: 'u64',
      openInterest: 'u64',
      navBefore: 'u64',
      apyBps: 'u64',
    },
  });

export interface KeeperPaid {
  readonly premiumState: Address;
  readonly keeperTokenAccount: Address;
  readonly amount: bigint;
  readonly treasuryBefore: bigint;
  readonly treasuryAfter: bigint;
}

export const keeperPaidEvent: EventCodec<'premium_manager', 'KeeperPaid', KeeperPaid> = /* @__PURE__ */ eventCodec<
  'premium_manager',
  'KeeperPaid',
  KeeperPaid
>({
  program: 'premium_manager',
  name: 'KeeperPaid',
  size: 96,
  discriminator: 0xf8601af4802f8c88n,
  read: (from) => ({
    premiumState: pubkey(from),
    keeperTokenAccount: pubkey(from),
    amount: u64(from),
    treasuryBefore: u64(from),
    treasuryAfter: u64(from),
  }),
  fields: {
    premiumState: 'pubkey',
    keeperTokenAccount: 'pubkey',
    amount: 'u64',
    treasuryBefore: 'u64',
    treasuryAfter: 'u64',
  },
});

export interface PremiumCollected {
  readonly premiumState: Address;
  readonly payer: Address;
  readonly amount: bigint;
  readonly toPool: bigint;
  readonly toTreasury: bigint;
  readonly source: bigint;
  readonly accruedBefore: bigint;
  readonly accruedAfter: bigint;
  readonly premiumOwedBefore: bigint;
  readonly premiumOwedAfter: bigint;
}

export const premiumCollectedEvent: EventCodec<'premium_manager', 'PremiumCollected', PremiumCollected> =
  /* @__PURE__ */ eventCodec<'premium_manager', 'PremiumCollected', PremiumCollected>({
    program: 'premium_manager',
    name: 'PremiumCollected',
    size: 136,
    discriminator: 0xc19637d9be52c7e3n,
    read: (from) => ({
      premiumState: pubkey(from),
      payer: pubkey(from),
      amount: u64(from),
      toPool: u64(from),
      toTreasury: u64(from),
      source: u64(from),
      accruedBefore: u64(from),
      accruedAfter: u64(from),
      premiumOwedBefore: u64(from),
      premiumOwedAfter: u64(from),
    }),
    fields: {
      premiumState: 'pubkey',
      payer: 'pubkey',
      amount: 'u64',
      toPool: 'u64',
      toTreasury: 'u64',
      source: 'u64',
      accruedBefore: 'u64',
      accruedAfter: 'u64',
      premiumOwedBefore: 'u64',
      premiumOwedAfter: 'u64',
    },
  });

export interface PremiumRateSet {
  readonly premiumState: Address;
  readonly premiumOwedBefore: bigint;
  readonly premiumOwedAfter: bigint;
  readonly rateBpsBefore: number;
  readonly rateBpsAfter: number;
  readonly reserved: Uint8Array;
}

export const premiumRateSetEvent: EventCodec<'premium_manager', 'PremiumRateSet', PremiumRateSet> =
  /* @__PURE__ */ eventCodec<'premium_manager', 'PremiumRateSet', PremiumRateSet>({
    program: 'premium_manager',
    name: 'PremiumRateSet',
    size: 64,
    discriminator: 0x2a80f09e9ec897e3n,
    read: (from) => ({
      premiumState: pubkey(from),
      premiumOwedBefore: u64(from),
      premiumOwedAfter: u64(from),
      rateBpsBefore: u16(from),
      rateBpsAfter: u16(from),
      reserved: bytes(from, 4),
    }),
    fields: {
      premiumState: 'pubkey',
      premiumOwedBefore: 'u64',
      premiumOwedAfter: 'u64',
      rateBpsBefore: 'u16',
      rateBpsAfter: 'u16',
      reserved: 4,
    },
  });

export interface PremiumStateInitialized {
  readonly premiumState: Address;
  readonly market: Address;
  readonly pool: Address;
  readonly authority: Address;
  readonly premiumVault: Address;
  readonly treasury: Address;
  readonly epochDuration: bigint;
  readonly keeperFee: bigint;
  readonly premiumRateBps: number;
  readonly protocolFeeBps: number;
  readonly reserved: Uint8Array;
}

export const premiumStateInitializedEvent: EventCodec<
  'premium_manager',
  'PremiumStateInitialized',
  PremiumStateInitialized
> = /* @__PURE__ */ eventCodec<'premium_manager', 'PremiumStateInitialized', PremiumStateInitialized>({
  program: 'premium_manager',
  name: 'PremiumStateInitialized',
  size: 224,
  discriminator: 0x1c411e56030ec342n,
  read: (from) => ({
    premiumState: pubkey(from),
    market: pubkey(from),
    pool: pubkey(from),
    authority: pubkey(from),
    premiumVault: pubkey(from),
    treasury: pubkey(from),
    epochDuration: u64(from),
    keeperFee: u64(from),
    premiumRateBps: u16(from),
    protocolFeeBps: u16(from),
    reserved: bytes(from, 4),
  }),
  fields: {
    premiumState: 'pubkey',
    market: 'pubkey',
    pool: 'pubkey',
    authority: 'pubkey',
    premiumVault: 'pubkey',
    treasury: 'pubkey',
    epochDuration: 'u64',
    keeperFee: 'u64',
    premiumRateBps: 'u16',
    protocolFeeBps: 'u16',
    reserved: 4,
  },
});

export interface MarketActivated {
  readonly market: Address;
  /** What the pool could cover with. */
  readonly capital: bigint;
  readonly openInterest: bigint;
  readonly wasActive: bigint;
}

export const marketActivatedEvent: EventCodec<'risk_engine', 'MarketActivated', MarketActivated> =
  /* @__PURE__ */ eventCodec<'risk_engine', 'MarketActivated', MarketActivated>({
    program: 'risk_engine',
    name: 'MarketActivated',
    size: 64,
    discriminator: 0xc4494e30bb846b0bn,
    read: (from) => ({ market: pubkey(from), capital: u64(from), openInterest: u64(from), wasActive: u64(from) }),
    fields: { market: 'pubkey', capital: 'u64', openInterest: 'u64', wasActive: 'u64' },
  });

export interface MarketConfigured {
  readonly market: Address;
  readonly marketProgram: Address;
  readonly authority: Address;
  readonly oracleFeed: Uint8Array;
  readonly maxLeverageBps: bigint;
  readonly maxOracleAgeSecs: number;
  readonly minCoverBps: number;
  readonly reserved: Uint8Array;
}

export const marketConfiguredEvent: EventCodec<'risk_engine', 'MarketConfigured', MarketConfigured> =
  /* @__PURE__ */ eventCodec<'risk_engine', 'MarketConfigured', MarketConfigured>({
    program: 'risk_engine',
    name: 'MarketConfigured',
    size: 152,
    discriminator: 0x9f7b08eb382d3a77n,
    read: (from) => ({
      market: pubkey(from),
      marketProgram: pubkey(from),
      authority: pubkey(from),
      oracleFeed: bytes(from, 32),
      maxLeverageBps: u64(from),
      maxOracleAgeSecs: u32(from),
      minCoverBps: u16(from),
      reserved: bytes(from, 2),
    }),
    fields: {
      market: 'pubkey',
      marketProgram: 'pubkey',
      authority: 'pubkey',
      oracleFeed: 32,
      maxLeverageBps: 'u64',
      maxOracleAgeSecs: 'u32',
      minCoverBps: 'u16',
      reserved: 2,
    },
  });

export interface MarketDeactivated {
  readonly market: Address;
  readonly wasActive: number;
}

export const marketDeactivatedEvent: EventCodec<'risk_engine', 'MarketDeactivated', MarketDeactivated> =
  /* @__PURE__ */ eventCodec<'risk_engine', 'MarketDeactivated', MarketDeactivated>({
    program: 'risk_engine',
    name: 'MarketDeactivated',
    size: 41,
    discriminator: 0x79340bdb53945173n,
    read: (from) => ({ market: pubkey(from), wasActive: u8(from) }),
    fields: { market: 'pubkey', wasActive: 'u8' },
  });

export interface PremiumRateRequested {
  readonly market: Address;
  readonly compositeScoreBps: number;
  readonly rateBps: number;
}

export const premiumRateRequestedEvent: EventCodec<'risk_engine', 'PremiumRateRequested', PremiumRateRequested> =
  /* @__PURE__ */ eventCodec<'risk_engine', 'PremiumRateRequested', PremiumRateRequested>({
    program: 'risk_engine',
    name: 'PremiumRateRequested',
    size: 44,
    discriminator: 0xf8c9f91c090c6a5dn,
    read: (from) => ({ market: pubkey(from), compositeScoreBps: u16(from), rateBps: u16(from) }),
    fields: { market: 'pubkey', compositeScoreBps: 'u16', rateBps: 'u16' },
  });

export interface RiskMetricsInitialized {
  readonly market: Address;
  readonly riskMetrics: Address;
}

export const riskMetricsInitializedEvent: EventCodec<'risk_engine', 'RiskMetricsInitialized', RiskMetricsInitialized> =
  /* @__PURE__ */ eventCodec<'risk_engine', 'RiskMetricsInitialized', RiskMetricsInitialized>({
    program: 'risk_engine',
    name: 'RiskMetricsInitialized',
    size: 72,
    discriminator: 0x0fbe489ea84b7f1bn,
    read: (from) => ({ market: pubkey(from), riskMetrics: pubkey(from) }),
    fields: { market: 'pubkey', riskMetrics: 'pubkey' },
  });

export interface ScoreUpdated {
  readonly market: Address;
  readonly epoch: bigint;
  readonly openInterest: bigint;
  readonly liquidity: bigint;
  readonly oraclePrice: bigint;
  readonly oracleConfidence: bigint;
  readonly oraclePublishTime: bigint;
  readonly grade: Grade;
  readonly oracleExponent: number;
  readonly compositeScoreBpsBefore: number;
  readonly compositeScoreBpsAfter: number;
  readonly leverageBps: number;
  readonly oiRatioBps: number;
  readonly volatilityBps: number;
  readonly fundingVarianceBps: number;
}

export const scoreUpdatedEvent: EventCodec<'risk_engine', 'ScoreUpdated', ScoreUpdated> = /* @__PURE__ */ eventCodec<
  'risk_engine',
  'ScoreUpdated',
  ScoreUpdated
>({
  program: 'risk_engine',
  name: 'ScoreUpdated',
  size: 112,
  discriminator: 0xaf90ce3e6cd5e6b7n,
  read: (from) => ({
    market: pubkey(from),
    epoch: u64(from),
    openInterest: u64(from),
    liquidity: u64(from),
    oraclePrice: u64(from),
    oracleConfidence: u64(from),
    oraclePublishTime: i64(from),
    grade: grade(from),
    oracleExponent: i32(from),
    compositeScoreBpsBefore: u16(from),
    compositeScoreBpsAfter: u16(from),
    leverageBps: u16(from),
    oiRatioBps: u16(from),
    volatilityBps: u16(from),
    fundingVarianceBps: u16(from),
  }),
  fields: {
    market: 'pubkey',
    epoch: 'u64',
    openInterest: 'u64',
    liquidity: 'u64',
    oraclePrice: 'u64',
    oracleConfidence: 'u64',
    oraclePublishTime: 'i64',
    grade: 'grade',
    oracleExponent: 'i32',
    compositeScoreBpsBefore: 'u16',
    compositeScoreBpsAfter: 'u16',
    leverageBps: 'u16',
    oiRatioBps: 'u16',
    volatilityBps: 'u16',
    fundingVarianceBps: 'u16',
  },
});

export const EVENTS = [
  claimsInitializedEvent,
  insolvencyEvent,
  noClaimEvent,
  uncoveredDeficitEvent,
  activeChangedEvent,
  apyUpdatedEvent,
  deficitCoveredEvent,
  depositedEvent,
  poolInitializedEvent,
  poolReopenedEvent,
  positionOpenedEvent,
  premiumAccruedEvent,
  queuedClaimPaidEvent,
  queuedClaimReleasedEvent,
  withdrawCancelledEvent,
  withdrawRequestedEvent,
  withdrawnEvent,
  epochSettledEvent,
  keeperPaidEvent,
  premiumCollectedEvent,
  premiumRateSetEvent,
  premiumStateInitializedEvent,
  marketActivatedEvent,
  marketConfiguredEvent,
  marketDeactivatedEvent,
  premiumRateRequestedEvent,
  riskMetricsInitializedEvent,
  scoreUpdatedEvent,
] as const;

/** What the programs tell, each by its name. */
export type PercosecEvent = EventOf<(typeof EVENTS)[number]>;
