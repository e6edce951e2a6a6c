// The accounts that a version 0 transaction names through lookup tables.
import type { Account } from './account.ts';
import { type Address, addressFromBytes, LOOKUP_TABLE_PROGRAM } from './address.ts';
import type { LoadedAddresses } from './ledger.ts';
import type { TransactionErrorJson } from './transaction-error.ts';
import type { WireMessage } from './wire.ts';

const HEADER_BYTES = 56;

export function loadAddresses(
  { lookups }: WireMessage,
  account: (address: Address) => Account | null,
): { readonly loaded: LoadedAddresses; readonly err: TransactionErrorJson | null } {
  const writable: Address[] = [];
  const readonly: Address[] = [];
  const failed = (err: TransactionErrorJson) => ({ loaded: { writable: [], readonly: [] }, err });
  for (const lookup of lookups) {
    const table = account(lookup.table);
    if (table === null) return failed('AddressLookupTableNotFound');
    if (table.owner !== LOOKUP_TABLE_PROGRAM) return failed('InvalidAddressLookupTableOwner');
    if (table.data.length < HEADER_BYTES || (table.data.length - HEADER_BYTES) % 32 !== 0)
      return failed('InvalidAddressLookupTableData');
    const count = (table.data.length - HEADER_BYTES) / 32;
    if ([...lookup.writable, ...lookup.readonly].some((index) => index >= count))
      return failed('InvalidAddressLookupTableIndex');
    const at = (index: number) =>
      addressFromBytes(table.data.subarray(HEADER_BYTES + 32 * index, HEADER_BYTES + 32 * (index + 1)));
    writable.push(...lookup.writable.map(at));
    readonly.push(...lookup.readonly.map(at));
  }
  return { loaded: { writable, readonly }, err: null };
}
