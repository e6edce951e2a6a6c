//! A market's risk: four factors, each 0 to 10,000, their composite, its grade and its premium rate.
use crate::{bps, wide};

/// A return, in ppm, counts at most this much.
const MAX_RETURN: u64 = 1_000_000_000;
/// A funding rate, in ppm, counts at most this much.
const MAX_FUNDING_RATE: u64 = 1_000_000;
const MAX_FACTOR: u64 = 10_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarketFactors {
    pub leverage_bps: u16,
    pub oi_ratio_bps: u16,
}

#[inline]
pub fn market_factors(
    avg_leverage_bps: u64,
    max_leverage_bps: u64,
    open_interest: u64,
    liquidity: u64,
) -> MarketFactors {
    MarketFactors {
        leverage_bps: bps::ratio(avg_leverage_bps, max_leverage_bps),
        oi_ratio_bps: bps::ratio(open_interest, liquidity),
    }
}

/// Volatility of successive returns over `prices`, oldest first, all of one exponent: 5 % is 10,000.
#[inline]
pub fn volatility(prices: impl IntoIterator<Item = u64>) -> u16 {
    let mut prices = prices.into_iter();
    let Some(first) = prices.next() else {
        return 0;
    };
    let (_, spread) = prices.fold((first, Spread::default()), |(before, spread), price| {
        (
            price,
            spread.with(return_ppm(before, price), price < before),
        )
    });
    factor(spread.deviation() / 5)
}

/// Variance of funding `rates_ppm`, in any order: 0.1 % is 10,000.
#[inline]
pub fn funding_variance(rates_ppm: impl IntoIterator<Item = i64>) -> u16 {
    let spread = rates_ppm
        .into_iter()
        .fold(Spread::default(), |spread, rate| {
            spread.with(rate.unsigned_abs().min(MAX_FUNDING_RATE), rate < 0)
        });
    factor(spread.deviation().saturating_mul(10))
}

/// A price of one exponent, in another: what no longer fits stays at the largest, what vanishes at 1, for a
/// change of the oracle's exponent must never stop the score.
#[inline]
pub fn rescaled(price: u64, from_exponent: i32, to_exponent: i32) -> u64 {
    let power = 10u64.checked_pow(from_exponent.abs_diff(to_exponent));
    if from_exponent >= to_exponent {
        power.map_or(u64::MAX, |power| price.saturating_mul(power))
    } else {
        power
            .and_then(|power| price.checked_div(power))
            .unwrap_or(0)
            .max(1)
    }
}

/// The size of a return, in ppm; one from nothing is the largest.
#[inline]
fn return_ppm(before: u64, price: u64) -> u64 {
    const PPM: u64 = 1_000_000;
    let step = price.abs_diff(before);
    if step == 0 {
        return 0;
    }
    let ppm = if step <= u64::MAX / PPM {
        step.wrapping_mul(PPM).checked_div(before)
    } else {
        wide::mul_div(step, PPM, before).ok()
    };
    ppm.map_or(MAX_RETURN, |ppm| ppm.min(MAX_RETURN))
}

#[inline]
fn factor(value: u64) -> u16 {
    u16::try_from(value.min(MAX_FACTOR)).unwrap_or(u16::MAX)
}

/// What a standard deviation needs of values, gathered one by one.
#[derive(Clone, Copy, Default)]
struct Spread {
    count: u64,
    sum: i64,
    squares: u128,
}

impl Spread {
    /// One more value, of at most 10⁹: its square fits 64 bits, and so does a sum of nine billion of them.
    #[inline]
    fn with(self, size: u64, negative: bool) -> Self {
        let value = size as i64;
        let square = size.wrapping_mul(size);
        Self {
            count: self.count.wrapping_add(1),
            sum: self.sum.wrapping_add(if negative {
                value.wrapping_neg()
            } else {
                value
            }),
            squares: self.squares.wrapping_add(u128::from(square)),
        }
    }

    #[inline]
    fn deviation(&self) -> u64 {
        let mean = self.sum.unsigned_abs().checked_div(self.count).unwrap_or(0);
        let mean_square = match u64::try_from(self.squares) {
            Ok(squares) => squares.checked_div(self.count),
            Err(_) => self
                .squares
                .checked_div(u128::from(self.count))
                .and_then(|mean| u64::try_from(mean).ok()),
        };
        mean_square
            .unwrap_or(0)
            .saturating_sub(mean.wrapping_mul(mean))
            .isqrt()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    Low,
    Moderate,
    High,
    Extreme,
}

impl Grade {
    #[inline]
    pub fn of(score_bps: u16) -> Self {
        match score_bps {
            0..=3_000 => Self::Low,
            3_001..=5_500 => Self::Moderate,
            5_501..=7_500 => Self::High,
            _ => Self::Extreme,
        }
    }

    /// ASCII, padded with zeros.
    #[inline]
    pub fn name(self) -> [u8; 8] {
        match self {
            Self::Low => *b"Low\0\0\0\0\0",
            Self::Moderate => *b"Moderate",
            Self::High => *b"High\0\0\0\0",
            Self::Extreme => *b"Extreme\0",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Composite {
    pub score_bps: u16,
    pub grade: Grade,
    pub premium_rate_bps: u16,
}

#[inline]
pub fn composite(
    leverage_bps: u16,
    oi_ratio_bps: u16,
    volatility_bps: u16,
    funding_variance_bps: u16,
) -> Composite {
    let weighted = [
        (3_500, leverage_bps),
        (2_500, oi_ratio_bps),
        (2_000, volatility_bps),
        (2_000, funding_variance_bps),
    ]
    .into_iter()
    .fold(0u64, |sum, (weight, factor)| {
        sum.saturating_add(u64::from(factor).saturating_mul(weight))
    });
    let score_bps = factor(weighted / bps::WHOLE);
    Composite {
        score_bps,
        grade: Grade::of(score_bps),
        premium_rate_bps: premium_rate(score_bps),
    }
}

/// A year's premium for the open interest: 50 at a score of 0, 2,500 at 10,000, rising with its square.
#[inline]
pub fn premium_rate(score_bps: u16) -> u16 {
    let score = u64::from(score_bps).min(MAX_FACTOR);
    let risk = score.saturating_mul(score).saturating_mul(2_450) / 100_000_000;
    u16::try_from(risk.saturating_add(50)).unwrap_or(u16::MAX)
}
