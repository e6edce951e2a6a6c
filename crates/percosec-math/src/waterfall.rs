//! What of a deficit the market's buffer bears, what its pool, and what nobody.
use crate::epoch::cap_left;
use crate::shares::exhausted;

/// A market's two running sums: all its deficits, and what of them its own margin buffer absorbed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    pub deficit: u64,
    pub absorbed: u64,
}

impl Losses {
    /// Of two states of the books, what either has already accounted for.
    #[inline]
    pub fn or_later(self, other: Self) -> Self {
        Self {
            deficit: self.deficit.max(other.deficit),
            absorbed: self.absorbed.max(other.absorbed),
        }
    }

    /// What has come since `seen`: the open deficit, and the absorbed that no claim has used.
    #[inline]
    pub fn since(self, seen: Self) -> Self {
        Self {
            deficit: self.deficit.saturating_sub(seen.deficit),
            absorbed: self.absorbed.saturating_sub(seen.absorbed),
        }
    }

    /// Of an open deficit, what the market's buffer bears.
    #[inline]
    pub fn buffer_used(self) -> u64 {
        self.deficit.min(self.absorbed)
    }
}

/// Whether a claim can be made: past the threshold, or anything at all in an exhausted pool.
#[inline]
pub fn reportable(open_deficit: u64, threshold: u64, total_shares: u64, nav: u64) -> bool {
    open_deficit > threshold || (open_deficit > 0 && exhausted(total_shares, nav))
}

/// What an open deficit asks of its pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    pub reportable: bool,
    pub buffer_used: u64,
    /// Both 0 where not reportable.
    pub payable: u64,
    pub uncovered: u64,
}

#[inline]
pub fn claim(open: Losses, threshold: u64, total_shares: u64, nav: u64) -> Claim {
    let buffer_used = open.buffer_used();
    let reportable = reportable(open.deficit, threshold, total_shares, nav);
    let wanted = if reportable {
        open.deficit.saturating_sub(buffer_used)
    } else {
        0
    };
    let payable = wanted.min(nav);
    Claim {
        reportable,
        buffer_used,
        payable,
        uncovered: wanted.saturating_sub(payable),
    }
}

/// A claim as the pool meets it: what the cap lets out now, and what must wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    pub paid: u64,
    pub queued: u64,
}

#[inline]
pub fn cover(amount: u64, cap_left: u64) -> Cover {
    let paid = amount.min(cap_left);
    Cover {
        paid,
        queued: amount.saturating_sub(paid),
    }
}

/// The pool as a claim finds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    pub threshold: u64,
    pub total_shares: u64,
    pub nav: u64,
    pub epoch_assets: u64,
    pub epoch_paid: u64,
    pub claim_cap_bps: u16,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waterfall {
    pub reportable: bool,
    pub buffer_used: u64,
    pub paid: u64,
    pub queued: u64,
    pub uncovered: u64,
}

/// The whole way of an open deficit; all 0 where it is not reportable.
#[inline]
pub fn waterfall(open: Losses, pool: &Pool) -> Waterfall {
    let claim = claim(open, pool.threshold, pool.total_shares, pool.nav);
    if !claim.reportable {
        return Waterfall::default();
    }
    let cover = cover(
        claim.payable,
        cap_left(pool.epoch_assets, pool.epoch_paid, pool.claim_cap_bps),
    );
    Waterfall {
        reportable: true,
        buffer_used: claim.buffer_used,
        paid: cover.paid,
        queued: cover.queued,
        uncovered: claim.uncovered,
    }
}

/// An unreportable deficit, noted with the epoch it was noted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub deficit: u64,
    pub epoch: u64,
}

/// The note and the seen losses after an unreportable deficit was looked at in `epoch`: what stayed
/// unreportable for a whole lock period becomes the market's own.
#[inline]
pub fn noted(
    note: Note,
    seen: Losses,
    market: Losses,
    epoch: u64,
    lock_epochs: u32,
) -> (Note, Losses) {
    let present = Note {
        deficit: market.deficit,
        epoch,
    };
    if note.deficit <= seen.deficit {
        return (present, seen);
    }
    if epoch < note.epoch.saturating_add(u64::from(lock_epochs.max(2))) {
        return (note, seen);
    }
    let aged = note.deficit.saturating_sub(seen.deficit);
    let absorbed = seen
        .absorbed
        .saturating_add(aged.min(market.since(seen).absorbed));
    (
        present,
        Losses {
            deficit: note.deficit,
            absorbed,
        },
    )
}
