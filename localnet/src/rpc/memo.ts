// The memos of a transaction, as lists of signatures show them.
import { MEMO_PROGRAMS } from '../chain/address.ts';
import { accountKeys, type TransactionRecord } from '../chain/ledger.ts';

export function memosOf(record: TransactionRecord): string | null {
  const keys = accountKeys(record);
  const memos = record.transaction.message.instructions
    .filter(({ programIdIndex }) => MEMO_PROGRAMS.includes(keys[programIdIndex] ?? ''))
    .map(({ data }) => `[${data.length}] ${Buffer.from(data).toString()}`);
  return memos.length === 0 ? null : memos.join('; ');
}
