//! The functions of `percolator`, by their names in the vectors.
use percolator::exits::{self, Haircut};
use percolator::fees;
use percolator::overhang::{self, Outcome};
use serde_json::{Map, Value};

use crate::fields::{output, Input};

type Answer = Result<Map<String, Value>, String>;

pub fn answer(function: &str, input: &Input) -> Option<Answer> {
    Some(match function {
        "haircut" => haircut(input),
        "effectivePnl" => effective_pnl(input),
        "effectivePosition" => effective_position(input),
        "pnlDelta" => pnl_delta(input),
        "warmup" => warmup(input),
        "adl" => adl(input),
        "funding" => funding(input),
        "tradeFee" => trade_fee(input),
        _ => return None,
    })
}

fn haircut(input: &Input) -> Answer {
    let haircut = exits::haircut(
        input.number("vault")?,
        input.number("capital")?,
        input.number("insurance")?,
        input.number("positivePnl")?,
    )
    .ok_or("refused")?;
    Ok(output([("num", &haircut.num), ("den", &haircut.den)]))
}

fn given_haircut(input: &Input) -> Result<Haircut, String> {
    Ok(Haircut {
        num: input.number("num")?,
        den: input.number("den")?,
    })
}

fn effective_pnl(input: &Input) -> Answer {
    let value =
        exits::effective_pnl(input.number("pnl")?, given_haircut(input)?).ok_or("refused")?;
    Ok(output([("value", &value)]))
}

fn effective_position(input: &Input) -> Answer {
    let value = overhang::effective_position(
        input.number("basis")?,
        input.number("a")?,
        input.number("aBasis")?,
    )
    .ok_or("refused")?;
    Ok(output([("value", &value)]))
}

fn pnl_delta(input: &Input) -> Answer {
    let value = overhang::pnl_delta(
        input.number("basis")?,
        input.number("k")?,
        input.number("kSnap")?,
        input.number("aBasis")?,
    )
    .ok_or("refused")?;
    Ok(output([("value", &value)]))
}

fn warmup(input: &Input) -> Answer {
    let warmup = exits::warmup(
        input.number("available")?,
        input.number("period")?,
        input.number("elapsed")?,
        given_haircut(input)?,
    )
    .ok_or("refused")?;
    Ok(output([
        ("slope", &warmup.slope),
        ("warmable", &warmup.warmable),
        ("payout", &warmup.payout),
    ]))
}

fn adl(input: &Input) -> Answer {
    let adl = overhang::adl(
        input.number("a")?,
        input.number("openInterest")?,
        input.number("close")?,
        input.number("deficit")?,
        input.number("positions")?,
    )
    .ok_or("refused")?;
    Ok(match adl.outcome {
        Outcome::Open(side) => output([
            ("deltaK", &adl.delta_k),
            (
                "outcome",
                if side.drain_only() {
                    &"DrainOnly"
                } else {
                    &"Normal"
                },
            ),
            ("a", &side.a),
            ("openInterest", &side.open_interest),
            ("dust", &side.dust),
        ]),
        Outcome::FullDrain => output([("deltaK", &adl.delta_k), ("outcome", &"FullDrain")]),
        Outcome::TerminalDrain => output([("deltaK", &adl.delta_k), ("outcome", &"TerminalDrain")]),
    })
}

fn funding(input: &Input) -> Answer {
    let funding = overhang::funding(
        input.number("price")?,
        input.number("rateBps")?,
        input.number("slots")?,
        input.number("aPayer")?,
        input.number("aReceiver")?,
    )
    .ok_or("refused")?;
    Ok(output([
        ("payer", &funding.payer),
        ("receiver", &funding.receiver),
    ]))
}

fn trade_fee(input: &Input) -> Answer {
    let value =
        fees::trade_fee(input.number("notional")?, input.number("bps")?).ok_or("refused")?;
    Ok(output([("value", &value)]))
}
