//! What happened, with the values before and after.
use anchor_lang::prelude::*;
use percosec_chain::plain_events;

#[event(bytemuck)]
pub struct ClaimsInitialized {
    pub market: Address,
    pub market_claims: Address,
}

/// A claim: deficit = buffer_used + covered + queued + uncovered.
#[event(bytemuck)]
pub struct InsolvencyEvent {
    pub market: Address,
    pub reporter: Address,
    pub sequence: u64,
    pub deficit_amount: u64,
    pub buffer_used: u64,
    pub covered_amount: u64,
    pub queued_amount: u64,
    pub uncovered_amount: u64,
    pub nav_before: u64,
    pub nav_after: u64,
    pub seen_deficit_before: u64,
    pub seen_deficit_after: u64,
    pub buffer_used_total_before: u64,
    pub buffer_used_total_after: u64,
    pub slot: u64,
    pub timestamp: i64,
}

/// A part of a deficit that nobody covers. It is flagged, never silently socialized.
#[event(bytemuck)]
pub struct UncoveredDeficit {
    pub market: Address,
    pub sequence: u64,
    pub uncovered_amount: u64,
    pub total_uncovered_before: u64,
    pub total_uncovered_after: u64,
}

/// A deficit that is no claim: it is noted, and in time becomes the market's own.
#[event(bytemuck)]
pub struct NoClaim {
    pub market: Address,
    pub open_deficit: u64,
    pub insolvency_threshold: u64,
    pub seen_deficit_before: u64,
    pub seen_deficit_after: u64,
    pub buffer_used_total_before: u64,
    pub buffer_used_total_after: u64,
    pub noted_deficit_before: u64,
    pub noted_deficit_after: u64,
    pub noted_epoch_before: u64,
    pub noted_epoch_after: u64,
}

plain_events!(
    ClaimsInitialized,
    InsolvencyEvent,
    UncoveredDeficit,
    NoClaim
);
