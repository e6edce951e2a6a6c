//! The accounts of a deposit and of a withdrawal, and what both read from them.
use crate::errors::PoolError;
use crate::state::{InsurancePool, ProviderPosition};
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::cpi::Called;
use percosec_chain::foreign::{u64_at, PREMIUM_STATE_ACCRUED};
use percosec_chain::pda::New;
use percosec_math::waterfall::{reportable, Losses};

/// Anchor's refusal, out of the way like the pool's own.
#[cold]
#[inline(never)]
pub fn misplaced(error: ErrorCode) -> Error {
    error.into()
}

/// Two structs rather than one: Anchor's loader of a struct that only one handler uses becomes a part of it, which
/// spares either some sixty compute units.
macro_rules! provider_accounts {
    ($name:ident) => {
        #[derive(Accounts)]
        pub struct $name {
            #[account(mut)]
            pub pool: Account<InsurancePool>,
            #[account(mut, constraint = address_eq(vault.address(), &pool.vault) @ misplaced(ErrorCode::ConstraintAddress))]
            pub vault: UncheckedAccount,
            /// Of the collateral, or the token program refuses it. A deposit comes out of it by the depositor's signature; a
            /// withdrawal goes to whichever he names.
            #[account(mut)]
            pub depositor_token_account: UncheckedAccount,
            /// Pays the rent of a first deposit's accounts.
            #[account(mut)]
            pub depositor: Signer,
            pub token_program: Called<Token>,
            #[account(constraint = address_eq(market.address(), &pool.market) @ PoolError::InvalidMarket.refuse())]
            pub market: UncheckedAccount,
            #[account(constraint = address_eq(market_claims.address(), &pool.market_claims) @ misplaced(ErrorCode::ConstraintSeeds))]
            pub market_claims: UncheckedAccount,
            #[account(constraint = address_eq(premium_state.address(), &pool.premium_state) @ misplaced(ErrorCode::ConstraintSeeds))]
            pub premium_state: UncheckedAccount,
            #[account(mut)]
            pub position: New<ProviderPosition>,
            #[account(mut, constraint = address_eq(share_mint.address(), &pool.share_mint) @ misplaced(ErrorCode::ConstraintAddress))]
            pub share_mint: UncheckedAccount,
            #[account(mut)]
            pub depositor_share_account: UncheckedAccount,
            /// Called only by a first deposit.
            pub system_program: Called<System>,
        }

        impl $name {
            /// The depositor's position, which has to be there.
            #[inline(always)]
            pub fn position(&self) -> Result<Account<ProviderPosition>> {
                // SAFETY: no two of an instruction's writable accounts are the same one.
                let position = unsafe { Account::<ProviderPosition>::load_mut(*self.position) }?;
                // Positions are made at one address for a pool and a provider: what they say of themselves proves it.
                require!(
                    address_eq(&position.pool, self.pool.address())
                        && address_eq(&position.provider, self.depositor.address()),
                    misplaced(ErrorCode::ConstraintSeeds)
                );
                Ok(position)
            }

            /// Whether the market has lost more than the pool has seen, so much that it can claim. Until it has claimed,
            /// nobody enters below value and nobody leaves the loss to others.
            #[inline(always)]
            pub fn claim_is_open(&self, market: Losses, nav: u64) -> bool {
                let open = self.pool.open_losses(&self.market_claims, market);
                reportable(open.deficit, self.pool.insolvency_threshold, self.pool.total_shares, nav)
            }

            /// Premium that was collected for the present holders and is not in NAV yet.
            #[inline(always)]
            pub fn unsettled_premium(&self) -> u64 {
                u64_at(&self.premium_state, PREMIUM_STATE_ACCRUED)
            }
        }
    };
}

provider_accounts!(Deposit);
provider_accounts!(Withdraw);
