// A room of its own: who reads a market needs this of the views, and none of their arithmetic.
import type { InsurancePool } from '../accounts/generated.ts';
import type { InsuredMarket } from '../accounts/insured-market.ts';
import type { Address } from '../address.ts';

/** What a pool believes of a market's account: nothing where another program owns it than the one it was made with. */
export const headerFor = (
  { marketProgram }: InsurancePool,
  market: { readonly program: Address; readonly header: InsuredMarket } | null,
): InsuredMarket | null => (market?.program === marketProgram ? market.header : null);
