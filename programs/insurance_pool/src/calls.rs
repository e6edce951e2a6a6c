//! How the other programs call this one.
use anchor_lang::prelude::*;
use percosec_chain::cpi::{as_given, invoke, readonly, writable};
use percosec_math::waterfall::Cover;

// Asserted, where the program is built, to be what it dispatches by.
pub const COVER_DEFICIT: [u8; 8] = [111, 47, 68, 186, 165, 82, 169, 88];
pub const ACCRUE_PREMIUM: [u8; 8] = [55, 34, 12, 100, 169, 55, 112, 198];
pub const UPDATE_APY: [u8; 8] = [94, 110, 147, 45, 73, 167, 222, 77];

/// This program, as the account that callers name.
pub struct InsurancePoolProgram;

impl Id for InsurancePoolProgram {
    fn id() -> Address {
        crate::ID
    }
    const IDL_ADDRESS: &'static str = "6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk";
}

/// `cover_deficit`'s accounts, in its order.
pub struct CoverDeficit<'a> {
    pub pool: &'a AccountView,
    pub vault: &'a AccountView,
    pub market: &'a AccountView,
    pub cover_vault: &'a AccountView,
    pub handler_authority: &'a AccountView,
    pub token_program: &'a AccountView,
}

/// Calls `cover_deficit`; its answer is in the return data.
pub fn cover_deficit(a: CoverDeficit<'_>, amount: u64, seeds: &[&[u8]]) {
    let metas = [
        writable(a.pool),
        writable(a.vault),
        readonly(a.market),
        as_given(a.cover_vault),
        readonly(a.handler_authority).signing(),
        readonly(a.token_program),
    ];
    invoke(&crate::ID, &with_u64(COVER_DEFICIT, amount), metas, seeds);
}

/// What `cover_deficit` answered.
pub fn covered(return_data: &[u8]) -> Option<Cover> {
    let (paid, queued) = return_data.split_first_chunk()?;
    Some(Cover {
        paid: u64::from_le_bytes(*paid),
        queued: u64::from_le_bytes(queued.try_into().ok()?),
    })
}

pub fn accrue_premium(
    pool: &AccountView,
    vault: &AccountView,
    premium_state: &AccountView,
    amount: u64,
    open_interest: u64,
    seeds: &[&[u8]],
) {
    let mut data = [0; 24];
    data[..16].copy_from_slice(&with_u64(ACCRUE_PREMIUM, amount));
    data[16..].copy_from_slice(&open_interest.to_le_bytes());
    let metas = [
        writable(pool),
        readonly(vault),
        readonly(premium_state).signing(),
    ];
    invoke(&crate::ID, &data, metas, seeds);
}

pub fn update_apy(pool: &AccountView, premium_state: &AccountView, apy_bps: u16, seeds: &[&[u8]]) {
    let mut data = [0; 10];
    data[..8].copy_from_slice(&UPDATE_APY);
    data[8..].copy_from_slice(&apy_bps.to_le_bytes());
    invoke(
        &crate::ID,
        &data,
        [writable(pool), readonly(premium_state).signing()],
        seeds,
    );
}

fn with_u64(discriminator: [u8; 8], value: u64) -> [u8; 16] {
    let mut data = [0; 16];
    data[..8].copy_from_slice(&discriminator);
    data[8..].copy_from_slice(&value.to_le_bytes());
    data
}
