//! How the other programs call this one.
use anchor_lang::prelude::*;
use percosec_chain::cpi::{as_given, invoke, readonly, writable};

// Asserted, where the program is built, to be what it dispatches by.
pub const SET_PREMIUM_RATE: [u8; 8] = [221, 74, 20, 166, 199, 42, 137, 81];
pub const PAY_KEEPER: [u8; 8] = [247, 184, 250, 227, 130, 186, 17, 65];

/// This program, as the account that callers name.
pub struct PremiumManagerProgram;

impl Id for PremiumManagerProgram {
    fn id() -> Address {
        crate::ID
    }
    const IDL_ADDRESS: &'static str = "ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE";
}

/// `set_premium_rate`'s accounts, in its order.
pub struct SetPremiumRate<'a> {
    pub premium_state: &'a AccountView,
    pub market: &'a AccountView,
    pub risk_authority: &'a AccountView,
    pub treasury: &'a AccountView,
    /// This program's own account where there is none.
    pub keeper_token_account: &'a AccountView,
    pub token_program: &'a AccountView,
}

pub fn set_premium_rate(a: SetPremiumRate<'_>, rate_bps: u16, seeds: &[&[u8]]) {
    let mut data = [0; 10];
    data[..8].copy_from_slice(&SET_PREMIUM_RATE);
    data[8..].copy_from_slice(&rate_bps.to_le_bytes());
    let metas = [
        writable(a.premium_state),
        readonly(a.market),
        readonly(a.risk_authority).signing(),
        writable(a.treasury),
        as_given(a.keeper_token_account),
        readonly(a.token_program),
    ];
    invoke(&crate::ID, &data, metas, seeds);
}

/// `pay_keeper`'s accounts, in its order.
pub struct PayKeeper<'a> {
    pub premium_state: &'a AccountView,
    pub handler_authority: &'a AccountView,
    pub treasury: &'a AccountView,
    pub keeper_token_account: &'a AccountView,
    pub token_program: &'a AccountView,
}

pub fn pay_keeper(a: PayKeeper<'_>, at_most: u64, seeds: &[&[u8]]) {
    let mut data = [0; 16];
    data[..8].copy_from_slice(&PAY_KEEPER);
    data[8..].copy_from_slice(&at_most.to_le_bytes());
    let metas = [
        readonly(a.premium_state),
        readonly(a.handler_authority).signing(),
        writable(a.treasury),
        as_given(a.keeper_token_account),
        readonly(a.token_program),
    ];
    invoke(&crate::ID, &data, metas, seeds);
}
