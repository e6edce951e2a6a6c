// The cluster's clock.
import { SYSVAR_PROGRAM } from '../addresses.ts';
import { type AccountCodec, accountCodec } from './account.ts';

export interface Clock {
  readonly slot: bigint;
  readonly epochStartTimestamp: bigint;
  readonly epoch: bigint;
  readonly leaderScheduleEpoch: bigint;
  readonly unixTimestamp: bigint;
}

export const clockCodec: AccountCodec<Clock> = /* @__PURE__ */ accountCodec<Clock>({
  name: 'Clock',
  program: SYSVAR_PROGRAM,
  size: 40,
  fields: {
    slot: 'u64',
    epochStartTimestamp: 'i64',
    epoch: 'u64',
    leaderScheduleEpoch: 'u64',
    unixTimestamp: 'i64',
  },
});
