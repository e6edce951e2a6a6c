// The arithmetic of docs/PROTOCOL.md, done a second time: what the chain and the page have to come to.
import type { Fields } from './documented.ts';

const most = (one: bigint, other: bigint) => (one > other ? one : other);
const least = (one: bigint, other: bigint) => (one < other ? one : other);
const WHOLE = 10_000n;
const UNIT = 1_000_000n;

export const navOf = (pool: Fields): bigint => pool('total_deposits') - pool('pending_claims');

/** What is read at a slot, of accounts that were written in earlier epochs, too. */
export interface Read {
  readonly slot: bigint;
  readonly pool: Fields;
}

export const epochOf = ({ slot, pool }: Read): bigint => slot / pool('epoch_duration');

/** Section 2: shares for an amount, of which only what they cost is taken. */
export function depositOf(amount: bigint, pool: Fields, unsettledPremium: bigint) {
  const entryNav = navOf(pool) + unsettledPremium;
  const total = pool('total_shares');
  const shares = (amount * total) / entryNav;
  return { shares, cost: (shares * entryNav + total - 1n) / total };
}

/** Sections 1 and 5: what a report of all that is open comes to, where it is reportable. */
export function claimOf({ slot, pool }: Read, market: Fields, claims: Fields) {
  const open = most(0n, market('cumulative_deficit') - most(claims('seen_deficit'), pool('deficit_base')));
  const unused = market('margin_absorbed') - most(claims('buffer_used_total'), pool('absorbed_base'));
  const buffer = least(open, most(0n, unused));
  const wanted = open - buffer;
  const payable = least(wanted, navOf(pool));
  const isNewEpoch = epochOf({ slot, pool }) > pool('epoch');
  const assets = isNewEpoch ? pool('total_deposits') : pool('epoch_assets');
  const spent = isNewEpoch ? 0n : pool('epoch_paid');
  const capLeft = most(0n, most((assets * pool('claim_cap_bps')) / WHOLE, least(assets, UNIT)) - spent);
  const paid = pool('claim_cap_bps') === WHOLE ? payable : least(payable, capLeft);
  return {
    reportable: open > pool('insolvency_threshold'),
    payable,
    record: {
      deficit_amount: open,
      buffer_used: buffer,
      covered_amount: paid,
      queued_amount: payable - paid,
      uncovered_amount: wanted - payable,
    },
  };
}

/** Section 2: what shares are worth. */
export const worthOf = (shares: bigint, pool: Fields): bigint => (shares * navOf(pool)) / pool('total_shares');

/** Section 2: what leaves for shares that were requested. Losses since then are shared, gains are left to those who stay. */
export const withdrawalOf = (shares: bigint, pool: Fields, position: Fields): bigint =>
  least(worthOf(shares, pool), (position('requested_value') * shares) / position('requested_shares'));
