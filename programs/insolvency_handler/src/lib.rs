//! Claims of insured markets: docs/PROTOCOL.md, section 5.
pub mod errors;
pub mod events;
pub mod instructions;
pub mod state;

use anchor_lang::prelude::*;
use instructions::*;

declare_id!("5Gy6MyuJ8uyyK2ySsHQ8e8k27BMr848tY8iC71ymW13T");

#[program]
pub mod insolvency_handler {
    use super::*;

    /// Deals with the market's whole open deficit, of which `deficit_amount` was expected.
    pub fn report_deficit(ctx: &mut Context<ReportDeficit>, deficit_amount: u64) -> Result<()> {
        report_deficit::handler(ctx, deficit_amount)
    }

    /// Tells what a report would find.
    pub fn verify_deficit(ctx: &mut Context<VerifyDeficit>) -> Result<DeficitStatus> {
        verify_deficit::handler(ctx)
    }

    /// Opens the claims of a market.
    pub fn initialize_claims(ctx: &mut Context<InitializeClaims>) -> Result<()> {
        initialize_claims::handler(ctx)
    }
}
