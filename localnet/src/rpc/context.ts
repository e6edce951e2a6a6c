// At which slot a read is answered: the commitment that was asked for, and not before `minContextSlot`.
import type { Chain, Commitment } from '../chain/chain.ts';
import { MIN_CONTEXT_SLOT, RpcError } from './errors.ts';
import { oneOf, optional, u64, withDefault } from './readers.ts';

/** The Agave whose answers these are modelled on. */
export const API_VERSION = '3.0.0';

export const commitment = withDefault(oneOf('processed', 'confirmed', 'finalized'), 'finalized' as Commitment);

export const readOptions = { commitment, minContextSlot: optional(u64) };

export interface ReadOptions {
  readonly commitment: Commitment;
  readonly minContextSlot: bigint | undefined;
}

export function slotOf(chain: Chain, { commitment, minContextSlot }: ReadOptions): bigint {
  const slot = chain.slotAt(commitment);
  if (minContextSlot !== undefined && slot < minContextSlot)
    throw new RpcError(MIN_CONTEXT_SLOT, 'Minimum context slot has not been reached', { contextSlot: slot });
  return slot;
}

export const withContext = <T>(slot: bigint, value: T) => ({ context: { apiVersion: API_VERSION, slot }, value });
