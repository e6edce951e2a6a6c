// The InsuredMarket header of PROTOCOL.md, section 1: the first 136 bytes of whatever account a perp program owns.
import type { PublicKey } from '@solana/web3.js';
import { accountDiscriminator } from './bytes.ts';

export const HEADER_BYTES = 136;

export interface MarketHeader {
  readonly version: number;
  readonly open: boolean;
  readonly authority: PublicKey;
  readonly coverVault: PublicKey;
  readonly openInterest: bigint;
  readonly liquidity: bigint;
  readonly avgLeverageBps: bigint;
  readonly fundingRatePpm: bigint;
  readonly marginAbsorbed: bigint;
  readonly cumulativeDeficit: bigint;
  readonly updatedSlot: bigint;
}

const DISCRIMINATOR = accountDiscriminator('InsuredMarket');

export function encodeMarket(header: MarketHeader): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  DISCRIMINATOR.copy(bytes, 0);
  bytes.writeUInt8(header.version, 8);
  bytes.writeUInt8(header.open ? 1 : 0, 9);
  bytes.set(header.authority.toBytes(), 16);
  bytes.set(header.coverVault.toBytes(), 48);
  bytes.writeBigUInt64LE(header.openInterest, 80);
  bytes.writeBigUInt64LE(header.liquidity, 88);
  bytes.writeBigUInt64LE(header.avgLeverageBps, 96);
  bytes.writeBigInt64LE(header.fundingRatePpm, 104);
  bytes.writeBigUInt64LE(header.marginAbsorbed, 112);
  bytes.writeBigUInt64LE(header.cumulativeDeficit, 120);
  bytes.writeBigUInt64LE(header.updatedSlot, 128);
  return bytes;
}
