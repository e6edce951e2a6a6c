// The paper account of this market and wallet, for whoever shows a part of it or trades.
import { useWallet } from '@solana/wallet-adapter-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Market } from '../../markets/market.ts';
import { useMoment } from '../market/useMoment.ts';
import { type KeptAccount, keptAccount } from './keptAccount.ts';
import { type Account, advance } from './positions.ts';

/** What everybody begins with, in whole units of collateral. */
export const OPENING_CASH = 10_000n;

const PaperContext = createContext<KeptAccount | null>(null);

export function usePaper(): KeptAccount {
  const paper = useContext(PaperContext);
  if (paper === null) throw new Error('usePaper needs a <PaperProvider> around it.');
  return paper;
}

/** Renders when what is selected changes: select a plain value, or a part of the account as it is. */
export function usePaperAccount<Part>(select: (account: Account) => Part): Part {
  const paper = usePaper();
  return useSyncExternalStore(paper.subscribe, () => select(paper.get()));
}

export function usePaperDropped(): boolean {
  const paper = usePaper();
  return useSyncExternalStore(paper.subscribe, paper.wasDropped);
}

export function PaperProvider({ market, children }: { readonly market: Market; readonly children: ReactNode }) {
  const wallet = useWallet().publicKey?.toBase58() ?? null;
  const paper = useMemo(
    () => keptAccount({ market: market.market, wallet }, OPENING_CASH * 10n ** BigInt(market.decimals)),
    [market.market, market.decimals, wallet],
  );
  return (
    <PaperContext value={paper}>
      <Passing market={market} />
      {children}
    </PaperContext>
  );
}

/** Each moment of the chain passes over the account. Shows nothing, so that no more than this renders for it. */
function Passing({ market }: { readonly market: Market }) {
  const paper = usePaper();
  const moment = useMoment(market);
  useEffect(() => {
    if (moment !== null) paper.update((account) => advance(account, moment));
  }, [paper, moment]);
  return null;
}
