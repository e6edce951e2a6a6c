//! One market's premium: docs/PROTOCOL.md, section 4.
pub mod calls;
pub mod constants;
pub mod errors;
pub mod events;
#[cfg(not(feature = "cpi"))]
pub mod instructions;
#[cfg(not(feature = "cpi"))]
pub mod keeper;
pub mod state;

use anchor_lang::prelude::*;
#[cfg(not(feature = "cpi"))]
use instructions::*;

declare_id!("ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE");

#[cfg(not(feature = "cpi"))]
const _: () = {
    use percosec_chain::cpi::is_discriminator;
    assert!(is_discriminator(
        instruction::SetPremiumRate::DISCRIMINATOR,
        calls::SET_PREMIUM_RATE
    ));
    assert!(is_discriminator(
        instruction::PayKeeper::DISCRIMINATOR,
        calls::PAY_KEEPER
    ));
};

#[cfg(not(feature = "cpi"))]
#[program]
pub mod premium_manager {
    use super::*;

    /// Pays `amount` of trading fees (source 0), funding (1), premium (2) or liquidation penalties (3) in.
    pub fn collect(ctx: &mut Context<Collect>, amount: u64, source: u8) -> Result<()> {
        collect::handler(ctx, amount, source)
    }

    /// Hands the collected premium to the pool, once an epoch.
    pub fn settle_epoch(ctx: &mut Context<SettleEpoch>) -> Result<()> {
        settle_epoch::handler(ctx)
    }

    /// Sets the yearly rate; only the risk engine calls this.
    pub fn set_premium_rate(ctx: &mut Context<SetPremiumRate>, rate_bps: u16) -> Result<()> {
        set_premium_rate::handler(ctx, rate_bps)
    }

    /// Pays a claim's keeper; only the insolvency handler calls this.
    pub fn pay_keeper(ctx: &mut Context<PayKeeper>, at_most: u64) -> Result<()> {
        pay_keeper::handler(ctx, at_most)
    }

    /// Opens the books of a market's premium.
    pub fn initialize_premium_state(
        ctx: &mut Context<InitializePremiumState>,
        args: InitializePremiumStateArgs,
    ) -> Result<()> {
        initialize_premium_state::handler(ctx, args)
    }
}
