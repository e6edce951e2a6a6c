//! The insured market's header, read from the perp program's account.
use anchor_lang::prelude::*;
use insured_market::InsuredMarket;
use percosec_math::waterfall::Losses;

/// The header of `account`; `None` where it is not one of `program`, in this version of the format.
#[inline(always)]
pub fn read<'a>(account: &'a AccountView, program: &Address) -> Option<InsuredMarket<'a>> {
    if !account.owned_by(program) {
        return None;
    }
    // SAFETY: no PercoSec program owns a market, so none can write to it while the header is in use.
    InsuredMarket::read(unsafe { account.borrow_unchecked() }).ok()
}

/// What the market has lost since genesis.
#[inline(always)]
pub fn losses(header: &InsuredMarket) -> Losses {
    Losses {
        deficit: header.cumulative_deficit(),
        absorbed: header.margin_absorbed(),
    }
}
