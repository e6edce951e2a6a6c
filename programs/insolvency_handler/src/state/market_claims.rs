//! What of a market's deficits has been dealt with.
use crate::errors::HandlerError;
use anchor_lang::prelude::*;
use core::mem::offset_of;
use percosec_chain::foreign::{
    lies_at, MARKET_CLAIMS_BUFFER_USED, MARKET_CLAIMS_SEED, MARKET_CLAIMS_SEEN_DEFICIT,
};
use percosec_math::waterfall::{Losses, Note};

#[account]
pub struct MarketClaims {
    pub market: Address,
    /// Of the market's cumulative deficit, what has been claimed or has become the market's own.
    pub seen_deficit: u64,
    /// Of what the market's margin absorbed, what has been counted towards those.
    pub buffer_used_total: u64,
    /// The cumulative deficit at the time when it was last no claim.
    pub noted_deficit: u64,
    pub noted_epoch: u64,
    /// The next record's.
    pub sequence: u64,
    /// Granted by the pool, paid or queued.
    pub total_covered: u64,
    pub total_uncovered: u64,
    pub bump: u8,
    pub reserved: [u8; 31],
}

// The insurance pool reads these without knowing this crate.
const _: () = {
    assert!(lies_at(
        offset_of!(MarketClaims, seen_deficit),
        MARKET_CLAIMS_SEEN_DEFICIT
    ));
    assert!(lies_at(
        offset_of!(MarketClaims, buffer_used_total),
        MARKET_CLAIMS_BUFFER_USED
    ));
};

impl MarketClaims {
    pub const SEED: &'static [u8] = MARKET_CLAIMS_SEED;

    pub fn seen(&self) -> Losses {
        Losses {
            deficit: self.seen_deficit,
            absorbed: self.buffer_used_total,
        }
    }

    pub fn set_seen(&mut self, seen: Losses) {
        self.seen_deficit = seen.deficit;
        self.buffer_used_total = seen.absorbed;
    }

    pub fn note(&self) -> Note {
        Note {
            deficit: self.noted_deficit,
            epoch: self.noted_epoch,
        }
    }

    pub fn set_note(&mut self, note: Note) {
        self.noted_deficit = note.deficit;
        self.noted_epoch = note.epoch;
    }

    /// What must hold after every change, from `before`: nothing that was dealt with is open again.
    pub fn invariant(&self, before: Losses) -> Result<()> {
        require!(
            self.seen_deficit >= before.deficit && self.buffer_used_total >= before.absorbed,
            HandlerError::MathOverflow
        );
        Ok(())
    }
}
