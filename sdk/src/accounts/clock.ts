// The cluster's clock.
import { SYSVAR_PROGRAM } from '../addresses.ts';
import { i64, u64 } from '../codec/read.ts';
import { type AccountCodec, type AccountLayout, accountCodec } from './account.ts';

export interface Clock {
  readonly slot: bigint;
  readonly epochStartTimestamp: bigint;
  readonly epoch: bigint;
  readonly leaderScheduleEpoch: bigint;
  readonly unixTimestamp: bigint;
}

export const clockLayout: AccountLayout<Clock> = {
  name: 'Clock',
  program: SYSVAR_PROGRAM,
  size: 40,
  read: (from) => ({
    slot: u64(from),
    epochStartTimestamp: i64(from),
    epoch: u64(from),
    leaderScheduleEpoch: u64(from),
    unixTimestamp: i64(from),
  }),
};

export const clockCodec: AccountCodec<Clock> = /* @__PURE__ */ accountCodec(clockLayout, {
  slot: 'u64',
  epochStartTimestamp: 'i64',
  epoch: 'u64',
  leaderScheduleEpoch: 'u64',
  unixTimestamp: 'i64',
});
