//! What the insurance pool reads of accounts whose programs call it, and whose crates it therefore can't depend on.
//! The owners assert at compile time that their layouts are the ones read here.
use crate::ids::{INSOLVENCY_HANDLER, PREMIUM_MANAGER};
use crate::pda;
use anchor_lang::prelude::*;

pub const MARKET_CLAIMS_SEED: &[u8] = b"market_claims";
pub const MARKET_CLAIMS_SEEN_DEFICIT: usize = 40;
pub const MARKET_CLAIMS_BUFFER_USED: usize = 48;

pub const PREMIUM_STATE_SEED: &[u8] = b"premium_state";
pub const PREMIUM_STATE_TREASURY: usize = 168;
pub const PREMIUM_STATE_ACCRUED: usize = 200;
pub const PREMIUM_STATE_LAST_SETTLED_EPOCH: usize = 216;

/// Whether a field, behind the discriminator, lies where it is read: for the owner to assert.
pub const fn lies_at(field: usize, offset: usize) -> bool {
    matches!(field.checked_add(8), Some(place) if place == offset)
}

/// Where the insolvency handler keeps a market's claims.
pub fn market_claims_of(market: &Address) -> Address {
    pda::find(&[MARKET_CLAIMS_SEED, market.as_ref()], &INSOLVENCY_HANDLER).0
}

/// Where the premium manager keeps a market's premium.
pub fn premium_state_of(market: &Address) -> Address {
    pda::find(&[PREMIUM_STATE_SEED, market.as_ref()], &PREMIUM_MANAGER).0
}

/// A `u64` of a PDA whose address the caller has checked: 0 where its program hasn't made it yet. Nobody else can put
/// bytes at that address, so there being some proves whose they are.
#[inline(always)]
pub fn u64_at(account: &AccountView, offset: usize) -> u64 {
    // SAFETY: read at once, before any call.
    let data = unsafe { account.borrow_unchecked() };
    data.get(offset..)
        .and_then(<[u8]>::first_chunk)
        .map_or(0, |field| u64::from_le_bytes(*field))
}

/// Likewise for an address, against `address`.
pub fn names(account: &AccountView, offset: usize, address: &Address) -> bool {
    // SAFETY: read at once, before any call.
    let data = unsafe { account.borrow_unchecked() };
    data.get(offset..).and_then(<[u8]>::first_chunk::<32>) == Some(address.as_array())
}
