// From what is typed to an order, or to the reason why it is none.
import { type AmountRefusal, parseAmount } from '@percosec/sdk/math';
import type { Market } from '../../markets/market.ts';
import { type Account, type Order, type Refusal, refusal, type Terms } from '../paper/positions.ts';

/** In whole units of collateral. */
const SMALLEST = 10n;

export const termsOf = ({ decimals }: Market, maxLeverageBps: bigint): Terms => ({
  maxLeverageBps,
  minSize: SMALLEST * 10n ** BigInt(decimals),
});

export type Sized = Omit<Order, 'side'>;
export type Entry =
  | { readonly ok: true; readonly order: Sized }
  /** `order` where it is one but for the account or the market's terms. */
  | { readonly ok: false; readonly reason: AmountRefusal | Refusal; readonly order?: Sized };

export interface Typed {
  readonly text: string;
  readonly leverageBps: bigint;
  readonly locale: string;
}

export function readEntry(
  { text, leverageBps, locale }: Typed,
  market: Market,
  account: Pick<Account, 'cash'>,
  terms: Terms,
): Entry {
  const amount = parseAmount(text, market.decimals, { locale, symbol: market.tokenSymbol });
  if (!amount.ok) return amount;
  const order = { size: amount.atoms, leverageBps };
  const reason = refusal(account, order, terms);
  return reason === null ? { ok: true, order } : { ok: false, reason, order };
}
