use super::*;
use percosec_math::score::*;
use proptest::collection::vec;

/// The deviation as PROTOCOL.md words it, one step at a time.
fn deviation(values: &[i128]) -> u128 {
    let Some(count) = i128::try_from(values.len()).ok().filter(|count| *count > 0) else {
        return 0;
    };
    let mean = values.iter().sum::<i128>() / count;
    let mean_square = values
        .iter()
        .map(|value| value * value)
        .sum::<i128>()
        .div_euclid(count);
    let variance = u128::try_from(mean_square - mean * mean).unwrap_or(0);
    let mut root = 0u128;
    for bit in (0..32).rev() {
        let next = root | 1 << bit;
        if next * next <= variance {
            root = next;
        }
    }
    root
}

fn slow_volatility(prices: &[u64]) -> u128 {
    let returns: Vec<i128> = prices
        .windows(2)
        .map(|pair| {
            let (before, after) = (i128::from(pair[0]), i128::from(pair[1]));
            ((after - before) * 1_000_000 / before).clamp(-1_000_000_000, 1_000_000_000)
        })
        .collect();
    (deviation(&returns) / 5).min(10_000)
}

/// Prices as they come, and prices that wander as a market's do.
fn rings() -> impl Strategy<Value = Vec<u64>> {
    let wandering = (any_u64(), vec(-60_000i64..60_000, 0..32)).prop_map(|(first, steps)| {
        steps
            .iter()
            .scan(first.max(1), |price, ppm| {
                let step = i128::from(*price) * i128::from(*ppm) / 1_000_000;
                *price =
                    u64::try_from(i128::from(*price) + step).map_or(u64::MAX, |price| price.max(1));
                Some(*price)
            })
            .collect()
    });
    let calm = (any_u64(), vec(0u64..2_000_000, 0..32)).prop_map(|(base, steps)| {
        steps
            .iter()
            .map(|step| (base.max(1)).saturating_add(*step))
            .collect()
    });
    prop_oneof![3 => wandering, 1 => calm, 1 => vec(any_u64().prop_map(|price| price.max(1)), 0..33)]
}

#[test]
fn volatility_is_exact() {
    always(rings(), |prices| {
        assert_eq!(
            u128::from(volatility(prices.iter().copied())),
            slow_volatility(&prices)
        );
    });
}

#[test]
fn fewer_than_two_returns_have_no_volatility() {
    always((any_u64(), any_u64()), |(one, other)| {
        assert_eq!(volatility([]), 0);
        assert_eq!(volatility([one]), 0);
        assert_eq!(volatility([one, other]), 0);
    });
}

#[test]
fn a_return_from_nothing_is_the_largest() {
    // Of 10⁹ and 0 ppm the deviation is far past the clamp; of a price that stayed it is nothing.
    assert_eq!(volatility([0, 1, 1]), 10_000);
    assert_eq!(volatility([0, 0, 0]), 0);
}

#[test]
fn funding_variance_is_exact() {
    let small = vec(-2_000i64..2_000, 0..33);
    let clamped = vec(-2_000_000i64..2_000_000, 0..33);
    always(
        prop_oneof![2 => small, 1 => clamped, 1 => vec(any::<i64>(), 0..33)],
        |rates| {
            let clamped: Vec<i128> = rates
                .iter()
                .map(|rate| i128::from(*rate).clamp(-1_000_000, 1_000_000))
                .collect();
            let expected = (10 * deviation(&clamped)).min(10_000);
            assert_eq!(u128::from(funding_variance(rates)), expected);
        },
    );
}

#[test]
fn a_price_keeps_its_worth_in_another_exponent() {
    always((any_u64(), -30i32..30, -30i32..30), |(price, from, to)| {
        let power = 10u128
            .checked_pow(from.abs_diff(to))
            .filter(|power| *power <= wide(u64::MAX));
        let expected = match (from >= to, power) {
            (true, Some(power)) => (wide(price) * power).min(wide(u64::MAX)),
            (true, None) => wide(u64::MAX),
            (false, Some(power)) => (wide(price) / power).max(1),
            (false, None) => 1,
        };
        assert_eq!(wide(rescaled(price, from, to)), expected);
        assert_eq!(rescaled(price, from, from), price);
    });
    assert_eq!(rescaled(5, -6, -8), 500);
    assert_eq!(rescaled(599, -8, -6), 5);
    assert_eq!(rescaled(5, i32::MAX, i32::MIN), u64::MAX);
    assert_eq!(rescaled(5, i32::MIN, i32::MAX), 1);
}

#[test]
fn factors_are_ratios() {
    always(
        (any_u64(), any_u64(), any_u64(), any_u64()),
        |(leverage, most, open_interest, liquidity)| {
            let factors = market_factors(leverage, most, open_interest, liquidity);
            assert_eq!(
                factors.leverage_bps,
                percosec_math::bps::ratio(leverage, most)
            );
            assert_eq!(
                factors.oi_ratio_bps,
                percosec_math::bps::ratio(open_interest, liquidity)
            );
        },
    );
}

#[test]
fn the_composite_is_exact_and_bounded() {
    always(
        (any_bps(), any_bps(), any_bps(), any_bps()),
        |(leverage, oi, volatility, funding)| {
            let composite = composite(leverage, oi, volatility, funding);
            let [l, o, v, f] =
                [leverage, oi, volatility, funding].map(|factor| wide(factor.into()));
            let score = ((3_500 * l + 2_500 * o + 2_000 * v + 2_000 * f) / 10_000).min(10_000);
            assert_eq!(u128::from(composite.score_bps), score);
            assert_eq!(composite.grade, Grade::of(composite.score_bps));
            assert_eq!(
                composite.premium_rate_bps,
                premium_rate(composite.score_bps)
            );
        },
    );
}

#[test]
fn a_higher_score_never_costs_less() {
    for score in 0..=u16::MAX {
        let clamped = wide(score.min(10_000).into());
        assert_eq!(
            u128::from(premium_rate(score)),
            50 + 2_450 * clamped * clamped / 100_000_000
        );
    }
    assert_eq!(
        (
            premium_rate(0),
            premium_rate(10_000),
            premium_rate(u16::MAX)
        ),
        (50, 2_500, 2_500)
    );
}

#[test]
fn bands_begin_where_the_last_one_ends() {
    let expected = |score| match score {
        0..=3_000 => (Grade::Low, *b"Low\0\0\0\0\0"),
        3_001..=5_500 => (Grade::Moderate, *b"Moderate"),
        5_501..=7_500 => (Grade::High, *b"High\0\0\0\0"),
        _ => (Grade::Extreme, *b"Extreme\0"),
    };
    for score in 0..=u16::MAX {
        let grade = Grade::of(score);
        assert_eq!((grade, grade.name()), expected(score));
    }
}
