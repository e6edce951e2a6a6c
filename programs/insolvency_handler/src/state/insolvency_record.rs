//! One claim, for good.
use crate::errors::HandlerError;
use anchor_lang::prelude::*;

#[account]
pub struct InsolvencyRecord {
    pub market: Address,
    pub reporter: Address,
    pub sequence: u64,
    /// The whole deficit; the four amounts below add up to it.
    pub deficit_amount: u64,
    /// Absorbed by the market's own margin.
    pub buffer_used: u64,
    /// Paid by the pool at once.
    pub covered_amount: u64,
    /// Granted by the pool, to be paid under a later epoch's cap.
    pub queued_amount: u64,
    pub uncovered_amount: u64,
    pub slot: u64,
    /// Unix time.
    pub timestamp: i64,
    pub bump: u8,
    pub reserved: [u8; 23],
}

impl InsolvencyRecord {
    pub const SEED: &'static [u8] = b"claim";

    /// What must hold: no atom of a deficit is without an answer.
    pub fn invariant(&self) -> Result<()> {
        let answered = [
            self.covered_amount,
            self.queued_amount,
            self.uncovered_amount,
        ]
        .iter()
        .try_fold(self.buffer_used, |sum, part| sum.checked_add(*part));
        require!(
            answered == Some(self.deficit_amount),
            HandlerError::MathOverflow
        );
        Ok(())
    }
}
