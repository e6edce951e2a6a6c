export type { Account } from './chain/account.ts';
export { Chain, type ChainOptions, type Commitment, TransactionRefused } from './chain/chain.ts';
export type { TransactionRecord } from './chain/ledger.ts';
export { StateFileRefused } from './chain/state-file.ts';
export type { Timers } from './clockwork.ts';
export { type ClockState, type Control, createControl, type Warp, type WrittenAccount } from './control.ts';
export { type Inhabitants, type Localnet, type LocalnetOptions, startLocalnet, type Traffic } from './server.ts';
