//! The functions of `percosec-math`, by their names in the vectors.
use percosec_math::score::Grade;
use percosec_math::shares::Request;
use percosec_math::waterfall::{Losses, Pool};
use percosec_math::{epoch, premium, score, shares, waterfall, Overflow};
use serde_json::{Map, Value};

use crate::fields::{output, Input};

type Answer = Result<Map<String, Value>, String>;

pub fn answer(function: &str, input: &Input) -> Option<Answer> {
    Some(match function {
        "deposit" => deposit(input),
        "withdraw" => withdraw(input),
        "withdrawAfterCooldown" => withdraw_after_cooldown(input),
        "maxWithdrawableShares" => max_withdrawable_shares(input),
        "composite" => composite(input),
        "marketFactors" => market_factors(input),
        "volatility" => volatility(input),
        "fundingVariance" => funding_variance(input),
        "apy" => apy(input),
        "waterfall" => waterfall(input),
        "premiumOwed" => premium_owed(input),
        _ => return None,
    })
}

fn refused(_: Overflow) -> String {
    "refused".into()
}

fn deposit(input: &Input) -> Answer {
    let bought = shares::deposit(
        input.number("amount")?,
        input.number("totalShares")?,
        input.number("nav")?,
        input.number("unsettled")?,
    )
    .map_err(refused)?;
    Ok(output([("shares", &bought.shares), ("cost", &bought.cost)]))
}

fn withdraw(input: &Input) -> Answer {
    let value = shares::withdraw(
        input.number("shares")?,
        input.number("totalShares")?,
        input.number("nav")?,
    )
    .map_err(refused)?;
    Ok(output([("value", &value)]))
}

fn withdraw_after_cooldown(input: &Input) -> Answer {
    let request = Request {
        shares: input.number("requestedShares")?,
        value: input.number("requestedValue")?,
    };
    let withdrawal = shares::withdraw_after_cooldown(
        input.number("shares")?,
        input.number("totalShares")?,
        input.number("nav")?,
        request,
    )
    .map_err(refused)?;
    Ok(output([("value", &withdrawal.value)]))
}

fn max_withdrawable_shares(input: &Input) -> Answer {
    let reserve = epoch::reserve(input.number("reserveBase")?, input.number("minReserveBps")?);
    let most = shares::max_withdrawable_shares(
        input.number("owned")?,
        input.number("totalShares")?,
        input.number("nav")?,
        reserve,
    );
    Ok(output([("reserve", &reserve), ("shares", &most)]))
}

fn composite(input: &Input) -> Answer {
    let composite = score::composite(
        input.number("leverageBps")?,
        input.number("oiRatioBps")?,
        input.number("volatilityBps")?,
        input.number("fundingVarianceBps")?,
    );
    Ok(output([
        ("score", &composite.score_bps),
        ("grade", &name_of(composite.grade)),
        ("premiumRateBps", &composite.premium_rate_bps),
    ]))
}

/// As the account holds it, without its padding.
fn name_of(grade: Grade) -> String {
    String::from_utf8_lossy(&grade.name())
        .trim_end_matches('\0')
        .to_owned()
}

fn market_factors(input: &Input) -> Answer {
    let factors = score::market_factors(
        input.number("avgLeverageBps")?,
        input.number("maxLeverageBps")?,
        input.number("openInterest")?,
        input.number("liquidity")?,
    );
    Ok(output([
        ("leverageBps", &factors.leverage_bps),
        ("oiRatioBps", &factors.oi_ratio_bps),
    ]))
}

fn volatility(input: &Input) -> Answer {
    Ok(output([(
        "bps",
        &score::volatility(input.numbers("prices")?),
    )]))
}

fn funding_variance(input: &Input) -> Answer {
    Ok(output([(
        "bps",
        &score::funding_variance(input.numbers("ratesPpm")?),
    )]))
}

fn apy(input: &Input) -> Answer {
    let bps = premium::apy(
        input.number("premium")?,
        input.number("navBefore")?,
        input.number("slots")?,
    );
    Ok(output([("bps", &bps)]))
}

fn waterfall(input: &Input) -> Answer {
    let open = Losses {
        deficit: input.number("openDeficit")?,
        absorbed: input.number("absorbed")?,
    };
    let pool = Pool {
        threshold: input.number("threshold")?,
        total_shares: input.number("totalShares")?,
        nav: input.number("nav")?,
        epoch_assets: input.number("epochAssets")?,
        epoch_paid: input.number("epochPaid")?,
        claim_cap_bps: input.number("claimCapBps")?,
    };
    let fall = waterfall::waterfall(open, &pool);
    let mut answer = output([
        ("bufferUsed", &fall.buffer_used),
        ("paid", &fall.paid),
        ("queued", &fall.queued),
        ("uncovered", &fall.uncovered),
    ]);
    answer.insert("reportable".into(), Value::Bool(fall.reportable));
    Ok(answer)
}

fn premium_owed(input: &Input) -> Answer {
    let owed = premium::premium_owed(
        input.number("openInterest")?,
        input.number("rateBps")?,
        input.number("slots")?,
    );
    Ok(output([("value", &owed)]))
}
