// A PriceUpdateV2 account as Pyth's receiver program writes it.
import { PublicKey } from '@solana/web3.js';
import { accountDiscriminator, u64 } from './bytes.ts';

export const RECEIVER_PROGRAM = new PublicKey('rec5EKMGg6MxZYaMdyBfgwp4d5rB9T1VQH5pJv5LtFJ');

export interface PriceUpdate {
  readonly feedId: Uint8Array;
  readonly price: bigint;
  readonly confidence: bigint;
  readonly exponent: number;
  readonly publishTime: bigint;
  /** Fully verified, or by this many of the guardians only. */
  readonly verification: 'full' | { readonly partial: number };
  readonly postedSlot: bigint;
}

const DISCRIMINATOR = accountDiscriminator('PriceUpdateV2');
const ALLOCATED_BYTES = 134;
const MESSAGE_BYTES = 84;

export function encodePriceUpdate(update: PriceUpdate): Buffer {
  const writeAuthority = Buffer.alloc(32);
  const verification = update.verification === 'full' ? [1] : [0, update.verification.partial];
  const message = Buffer.alloc(MESSAGE_BYTES);
  message.set(update.feedId, 0);
  message.writeBigInt64LE(update.price, 32);
  message.writeBigUInt64LE(update.confidence, 40);
  message.writeInt32LE(update.exponent, 48);
  message.writeBigInt64LE(update.publishTime, 52);
  message.writeBigInt64LE(update.publishTime - 1n, 60);
  message.writeBigInt64LE(update.price, 68);
  message.writeBigUInt64LE(update.confidence, 76);
  const slot = u64(update.postedSlot);
  const used = Buffer.concat([DISCRIMINATOR, writeAuthority, Uint8Array.from(verification), message, slot]);
  return Buffer.concat([used, Buffer.alloc(ALLOCATED_BYTES - used.length)]);
}
