export type { Account } from './chain/account.ts';
export { Chain, type ChainOptions, type Commitment, TransactionRefused } from './chain/chain.ts';
export type { TransactionRecord } from './chain/ledger.ts';
export type { Timers } from './clockwork.ts';
export { type Localnet, type LocalnetOptions, startLocalnet } from './server.ts';
