import { type Address, address } from '@percosec/sdk';
import { misuse } from './failure.ts';

/** An address that somebody typed. */
export function addressOf(text: string, name: string): Address {
  try {
    return address(text);
  } catch {
    throw misuse(`${name} ${text} is no address.`, 'An address is 32 bytes in base58: 32 to 44 letters and digits.');
  }
}
