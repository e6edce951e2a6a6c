//! Every arithmetic lowering against this machine's own arithmetic, at every width it handles.

use crate::host::{edges, Host, Random};

const RANDOM_PAIRS: usize = 20_000;
const WIDTHS: [u32; 12] = [8, 32, 33, 48, 63, 64, 65, 80, 100, 120, 127, 128];

/// A value's low bits, as unsigned and as signed.
#[derive(Clone, Copy)]
struct Operand {
    unsigned: u128,
    signed: i128,
}

fn operand(value: u128, width: u32) -> Operand {
    let free = 128 - width;
    Operand {
        unsigned: value << free >> free,
        signed: (value as i128) << free >> free,
    }
}

/// What an operation yields, and whether it overflowed; nothing where it is undefined.
type Reference = fn(Operand, Operand, u32) -> Option<(u128, bool)>;

fn plain(value: u128) -> Option<(u128, bool)> {
    Some((value, false))
}

fn fits_signed(value: i128, width: u32) -> bool {
    operand(value as u128, width).signed == value
}

fn unsigned_product(a: Operand, b: Operand, width: u32) -> Option<(u128, bool)> {
    let (value, overflow) = a.unsigned.overflowing_mul(b.unsigned);
    Some((value, overflow || operand(value, width).unsigned != value))
}

fn signed_product(a: Operand, b: Operand, width: u32) -> Option<(u128, bool)> {
    let (value, overflow) = a.signed.overflowing_mul(b.signed);
    Some((value as u128, overflow || !fits_signed(value, width)))
}

/// Signed division is undefined by zero, and when its quotient does not fit.
fn signed_quotient(a: Operand, b: Operand, width: u32) -> Option<i128> {
    a.signed
        .checked_div(b.signed)
        .filter(|&q| fits_signed(q, width))
}

const INSTRUCTIONS: [(&str, Reference); 8] = [
    ("mul", |a, b, _| plain(a.unsigned.wrapping_mul(b.unsigned))),
    ("udiv", |a, b, _| plain(a.unsigned.checked_div(b.unsigned)?)),
    ("urem", |a, b, _| plain(a.unsigned.checked_rem(b.unsigned)?)),
    ("sdiv", |a, b, width| {
        plain(signed_quotient(a, b, width)? as u128)
    }),
    ("srem", |a, b, width| {
        signed_quotient(a, b, width)?;
        plain((a.signed % b.signed) as u128)
    }),
    ("shl", |a, b, width| {
        (b.unsigned < width.into()).then(|| (a.unsigned << b.unsigned, false))
    }),
    ("lshr", |a, b, width| {
        (b.unsigned < width.into()).then(|| (a.unsigned >> b.unsigned, false))
    }),
    ("ashr", |a, b, width| {
        (b.unsigned < width.into()).then(|| ((a.signed >> b.unsigned) as u128, false))
    }),
];

const CHECKED: [(&str, Reference); 2] = [("umul", unsigned_product), ("smul", signed_product)];

fn check(name: &str, text: &str, width: u32, reference: Reference) {
    let host = Host::lowered(text);
    let operation = host.operation("operation");
    let mut random = Random::new();
    let seed = random.seed;
    let check_pair = |a: u128, b: u128| {
        let (x, y) = (operand(a, width), operand(b, width));
        let Some((value, overflow)) = reference(x, y, width) else {
            return 0;
        };
        let mut result = [0_u128; 2];
        let [a, b] = [&x.unsigned, &y.unsigned].map(|v| std::ptr::from_ref(v).cast());
        unsafe { operation(result.as_mut_ptr().cast(), a, b) };
        assert_eq!(
            (result[0], result[1]),
            (operand(value, width).unsigned, overflow.into()),
            "{name} of {} and {} at {width} bits, SEED={seed}",
            x.unsigned,
            y.unsigned
        );
        1
    };
    let edges = edges();
    let mut checked = 0;
    for &a in &edges {
        for &b in &edges {
            checked += check_pair(a, b);
        }
    }
    for _ in 0..RANDOM_PAIRS {
        let (a, b) = (random.wide(), random.wide());
        // A shift's amount is rarely small enough by chance.
        let small = if name.contains("sh") {
            b % u128::from(width)
        } else {
            b
        };
        checked += check_pair(a, small);
    }
    assert!(checked > RANDOM_PAIRS / 4, "{name}: only {checked} pairs");
}

fn function(width: u32, body: &str) -> String {
    format!(
        "define void @operation(ptr %out, ptr %pa, ptr %pb) {{
  %wa = load i128, ptr %pa, align 8
  %wb = load i128, ptr %pb, align 8
  {}
  {body}
  ret void
}}",
        if width == 128 {
            "%a = add i128 %wa, 0\n  %b = add i128 %wb, 0".to_owned()
        } else {
            format!("%a = trunc i128 %wa to i{width}\n  %b = trunc i128 %wb to i{width}")
        }
    )
}

fn store(value: &str, width: u32, at: &str) -> String {
    if width == 128 {
        return format!("store i128 {value}, ptr {at}, align 8");
    }
    let wide = format!("{value}.wide");
    format!("{wide} = zext i{width} {value} to i128\n  store i128 {wide}, ptr {at}, align 8")
}

#[test]
fn instructions() {
    for (name, reference) in INSTRUCTIONS {
        for width in WIDTHS {
            let body = format!(
                "%r = {name} i{width} %a, %b\n  {}",
                store("%r", width, "%out")
            );
            check(name, &function(width, &body), width, reference);
        }
    }
}

#[test]
fn checked_products() {
    for (name, reference) in CHECKED {
        for width in WIDTHS {
            let pair = format!("{{ i{width}, i1 }}");
            let body = format!(
                "%pair = call {pair} @llvm.{name}.with.overflow.i{width}(i{width} %a, i{width} %b)
  %r = extractvalue {pair} %pair, 0
  %o = extractvalue {pair} %pair, 1
  %flag = getelementptr i8, ptr %out, i64 16
  {}
  {}",
                store("%r", width, "%out"),
                store("%o", 1, "%flag")
            );
            let declaration =
                format!("declare {pair} @llvm.{name}.with.overflow.i{width}(i{width}, i{width})");
            let text = format!("{}\n{declaration}", function(width, &body));
            check(name, &text, width, reference);
        }
    }
}

/// A constant or extended operand lets parts of a lowering fold away: the rest must still be right.
#[test]
fn folded_operands() {
    for divisor in [
        1_u128,
        3,
        10_000,
        1 << 32,
        (1 << 64) - 1,
        1 << 64,
        10_u128.pow(30),
    ] {
        let body = format!(
            "%q = udiv i128 %a, {divisor}\n  %r = urem i128 %a, {divisor}\n  %s = mul i128 %q, {divisor}
  %t = add i128 %s, %r\n  {}",
            store("%t", 128, "%out")
        );
        check("udiv and urem", &function(128, &body), 128, |a, _, _| {
            plain(a.unsigned)
        });
    }
    let body = format!(
        "%x = trunc i128 %a to i64\n  %y = trunc i128 %b to i64\n  %xw = zext i64 %x to i128
  %yw = sext i64 %y to i128\n  %r = mul i128 %xw, %yw\n  {}",
        store("%r", 128, "%out")
    );
    check("mul of words", &function(128, &body), 128, |a, b, _| {
        let (x, y) = (a.unsigned as u64, b.unsigned as i64);
        plain((x as i128).wrapping_mul(y.into()) as u128)
    });
}
