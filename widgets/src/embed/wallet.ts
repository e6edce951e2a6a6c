import type { TransactionWallet } from '@percosec/sdk';
import { useEffect, useMemo, useReducer } from 'react';

type Listening = (event: string, listener: () => void) => unknown;

/** What a page has for a wallet: an injected provider, an adapter, or anything else with a key and a way to sign. */
export interface EmbedWallet extends Omit<TransactionWallet, 'publicKey'> {
  readonly publicKey?: TransactionWallet['publicKey'] | undefined;
  readonly on?: Listening | undefined;
  readonly off?: Listening | undefined;
  readonly removeListener?: Listening | undefined;
}

const EVENTS = ['connect', 'disconnect', 'accountChanged'];

/** The wallet as it is now: such objects stay the same, change, and say so. */
export function useFollowedWallet(source: EmbedWallet | null | undefined): TransactionWallet | null | undefined {
  const [, render] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    if (typeof source?.on !== 'function') return;
    const leave = source.off ?? source.removeListener;
    for (const event of EVENTS) source.on(event, render);
    return () => {
      for (const event of EVENTS) leave?.call(source, event, render);
    };
  }, [source]);
  const owner = source?.publicKey?.toBase58?.() ?? null;
  return useMemo(() => {
    if (!source) return source;
    const { publicKey = null, signTransaction, sendTransaction, supportedChains, wallet } = source;
    return {
      publicKey: owner === null ? null : publicKey,
      signTransaction: signTransaction?.bind(source) as TransactionWallet['signTransaction'],
      sendTransaction: sendTransaction?.bind(source),
      supportedChains,
      // Where an adapter itself was given, its chains and versions are read of it.
      wallet: wallet && 'adapter' in wallet ? wallet : { adapter: source },
    };
  }, [source, owner]);
}
