//! Paying a keeper. It never fails: a fee that can't be paid is skipped, so the work it was for goes on.
use crate::events::KeeperPaid;
use crate::state::PremiumState;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::token::{self, TokenAccount};

/// What the treasury can spend: nothing while it is frozen.
pub fn spendable(treasury: &AccountView) -> u64 {
    TokenAccount::read(treasury)
        .filter(TokenAccount::is_usable)
        .map_or(0, |t| t.amount())
}

/// Pays `fee` from the treasury, which holds it, unless it is nothing or the keeper's account can't take it.
pub fn pay(
    state: &Account<PremiumState>,
    treasury: &AccountView,
    keeper: Option<&AccountView>,
    fee: u64,
) {
    let Some(keeper) = keeper.filter(|k| fee > 0 && can_be_paid(k, treasury)) else {
        return;
    };
    let treasury_before = spendable(treasury);
    let signer: &[&[u8]] = &[PremiumState::SEED, state.market.as_ref(), &[state.bump]];
    token::transfer(treasury, keeper, state.view(), fee, signer);
    emit(KeeperPaid {
        premium_state: *state.address(),
        keeper_token_account: *keeper.address(),
        amount: fee,
        treasury_before,
        treasury_after: spendable(treasury),
    });
}

fn can_be_paid(keeper: &AccountView, treasury: &AccountView) -> bool {
    let same_mint = match (TokenAccount::read(keeper), TokenAccount::read(treasury)) {
        (Some(k), Some(t)) => k.is_usable() && k.mint() == t.mint(),
        _ => false,
    };
    same_mint && keeper.is_writable() && !address_eq(keeper.address(), treasury.address())
}
