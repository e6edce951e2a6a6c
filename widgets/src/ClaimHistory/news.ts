// Claims that came while the list was open.
import { formatAmount } from '@percosec/sdk/math';
import { translator } from '../core/messages.ts';
import type { ClaimHistoryReading, ClaimHistoryView } from './context.ts';
import { claimHistoryMessages } from './messages.ts';
import { moneyOf } from './money.ts';

/** The list begins with the newest claim, and one sees its beginning. */
export const newestInView = ({ scrolled, order: { filter, by, ascending } }: ClaimHistoryView): boolean =>
  !scrolled && filter === 'all' && by === 'sequence' && !ascending;

/** The last arrival in words. */
export function newsText(reading: ClaimHistoryReading): string {
  const { claims, view, settings } = reading;
  const { latest } = view;
  const arrived = latest === undefined ? [] : claims.filter(({ sequence }) => sequence >= latest);
  const [claim] = arrived;
  if (!claim) return '';
  const t = translator(settings, 'claimHistory', claimHistoryMessages);
  const { symbol, decimals } = moneyOf(reading);
  if (arrived.length > 1 || decimals === null) return t('newClaims', { count: arrived.length });
  const money = (atoms: bigint) => `${formatAmount(atoms, decimals, { locale: settings.tag })} ${symbol}`;
  return t('newClaim', {
    deficit: money(claim.deficitAmount),
    covered: money(claim.coveredAmount),
    uncovered: money(claim.uncoveredAmount),
  });
}
