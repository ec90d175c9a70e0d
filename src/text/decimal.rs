//! Numbers as decimal digits, read and written.
//!
//! The standard library's and `serde_json`'s ways are right for every number there is, and take twenty kilobytes of the
//! engine for their tables. Numbers in news have few digits: integers of 128 bits do.

use std::fmt::Write;

/// More decimal places than these, times a number's 53 bits, do not fit into 128.
const MOST_PLACES: u32 = 22;

/// Digits with at most one point, perhaps with an exponent behind (`1.6e-19`); no sign. None for anything else, and for what
/// is too large.
///
/// Right to the last bit for up to fifteen digits and for whole numbers of up to nineteen; beyond, to one or two units in
/// the last place.
pub(crate) fn parse_decimal(word: &str) -> Option<f64> {
    let (digits, mut exponent) = match word.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse().ok()?),
        None => (word, 0_i32),
    };
    // `exponent`: what the digits that fit into `mantissa` leave out, as a power of ten.
    let mut mantissa = 0_u64;
    let (mut point, mut any) = (false, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                any = true;
                let next = mantissa.checked_mul(10).and_then(|next| next.checked_add(u64::from(byte - b'0')));
                mantissa = next.unwrap_or(mantissa);
                exponent = exponent.saturating_add(i32::from(next.is_none()) - i32::from(point));
            }
            b'.' if !point => point = true,
            _ => return None,
        }
    }
    let value = mantissa as f64;
    let scale = power_of_ten(exponent.unsigned_abs());
    Some(if exponent < 0 { value / scale } else { value * scale }).filter(|value| any && value.is_finite())
}

fn power_of_ten(exponent: u32) -> f64 {
    (0..exponent.min(400)).fold(1.0, |power, _| power * 10.0)
}

/// Writes the fewest digits that read back as the same number; whole numbers from 10²¹ on with an exponent, as JavaScript
/// does. What is beyond 128 bits is written with all its digits.
pub(crate) fn write_decimal(value: f64, out: &mut String) {
    if value < 0.0 {
        out.push('-');
    }
    let bits = value.abs().to_bits();
    // value = fraction · 2^exponent
    let (fraction, exponent) = match ((bits >> 52) as i32, bits & ((1 << 52) - 1)) {
        (0, fraction) => (fraction, -1074),
        (exponent, fraction) => (fraction | 1 << 52, exponent - 1075),
    };
    let power = exponent.unsigned_abs();
    // Nothing can go wrong where a text is written to.
    let _ = if value == 0.0 {
        out.write_char('0')
    } else if exponent > 73 {
        write_power(fraction, 2, power, out);
        Ok(())
    } else if exponent < 0 {
        if let Some((whole, places)) = shortest(fraction, power) {
            let ten = 10_u128.pow(places);
            match places {
                0 => write!(out, "{whole}"),
                _ => write!(out, "{}.{:0width$}", whole / ten, whole % ten, width = places as usize),
            }
        } else {
            // Over 2^n is times 5^n over 10^n.
            write_power(fraction, 5, power, out);
            write!(out, "e-{power}")
        }
    } else {
        let (digits, zeros) = shortest_whole(fraction, power);
        if value.abs() < 1e21 {
            write!(out, "{}", u128::from(digits) * 10_u128.pow(zeros))
        } else {
            write!(out, "{digits}e{zeros}")
        }
    };
}

/// All digits of `fraction` · `base`^`power`.
fn write_power(fraction: u64, base: u64, power: u32, out: &mut String) {
    const LIMB: u64 = 1_000_000_000;
    // Nine digits each, the lowest first.
    let mut limbs = vec![fraction % LIMB, fraction / LIMB];
    for _ in 0..power {
        let mut carry = 0;
        for limb in &mut limbs {
            let product = *limb * base + carry;
            (*limb, carry) = (product % LIMB, product / LIMB);
        }
        if carry > 0 {
            limbs.push(carry);
        }
    }
    let mut first = true;
    for limb in limbs.iter().rev().skip_while(|limb| **limb == 0) {
        let _ = if first { write!(out, "{limb}") } else { write!(out, "{limb:09}") };
        first = false;
    }
}

/// The number with the fewest decimal places that is nearer to `fraction` / 2^`shift` than to its neighbours: that number
/// without its point, and its places. None for what is too small.
fn shortest(fraction: u64, shift: u32) -> Option<(u128, u32)> {
    if shift > 126 {
        return None;
    }
    (0..=MOST_PLACES).find_map(|places| {
        let ten = 10_u128.pow(places);
        let scaled = u128::from(fraction) * ten;
        let nearest = (scaled + (1 << (shift - 1))) >> shift;
        ((nearest << shift).abs_diff(scaled) < ten.div_ceil(parts(fraction))).then_some((nearest, places))
    })
}

/// The fewest digits, with zeros behind them, that are nearer to `fraction` · 2^`shift` than to its neighbours.
fn shortest_whole(fraction: u64, shift: u32) -> (u64, u32) {
    let value = u128::from(fraction) << shift;
    let find = |zeros: &u32| {
        let unit = 10_u128.pow(*zeros);
        ((value + unit / 2) / unit * unit).abs_diff(value) < (1_u128 << shift).div_ceil(parts(fraction))
    };
    let zeros = (0..38).rev().find(find).unwrap_or_default();
    let unit = 10_u128.pow(zeros);
    (((value + unit / 2) / unit) as u64, zeros)
}

/// What is nearer than this part of the gap belongs to the number; below a power of two the gap is half as wide.
fn parts(fraction: u64) -> u128 {
    if fraction == 1 << 52 { 4 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::{parse_decimal, write_decimal};

    fn written(value: f64) -> String {
        let mut out = String::new();
        write_decimal(value, &mut out);
        out
    }

    #[test]
    fn numbers_of_news() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (0.5, "0.5"),
            (-1.25, "-1.25"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1.0 / 3.0, "0.3333333333333333"),
            (28.0 / 3.0, "9.333333333333334"),
            (2.0 / 3.0, "0.6666666666666666"),
            (0.001, "0.001"),
            (1e-7, "0.0000001"),
            (123_456_789.125, "123456789.125"),
            (9_007_199_254_740_993.0, "9007199254740992"),
            (1e17, "100000000000000000"),
            (1e20, "100000000000000000000"),
            (1e21, "1e21"),
            (6.022e23, "6022e20"),
            (1e30, "1e30"),
        ] {
            assert_eq!(written(value), text);
        }
    }

    #[test]
    fn what_is_no_number() {
        for word in ["", ".", "1.2.3", "e5", "1e", "1ex", "+5", "-5", "12th", "nan", "inf"] {
            assert_eq!(parse_decimal(word), None, "{word}");
        }
        assert_eq!(parse_decimal(&"9".repeat(400)), None);
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod properties {
        use super::{parse_decimal, written};
        use proptest::prelude::*;

        proptest! {
            #[test]
            fn as_the_standard_library_reads(digits in "[0-9]{1,12}", places in "[0-9]{0,3}") {
                let word = format!("{digits}.{places}");
                prop_assert_eq!(parse_decimal(&word), word.parse().ok());
                prop_assert_eq!(parse_decimal(&digits), digits.parse().ok());
                let word = format!("{digits}e{}", places.len());
                prop_assert_eq!(parse_decimal(&word), word.parse().ok());
            }

            #[test]
            fn written_numbers_read_back(value in -1e18_f64..1e18, small in -1.0_f64..1.0) {
                prop_assert_eq!(written(value).parse::<f64>().ok(), Some(value));
                prop_assert_eq!(written(small).parse::<f64>().ok(), Some(small));
            }

            #[test]
            fn as_short_as_the_standard_library_writes(value in 1e-3_f64..1e15) {
                prop_assert!(written(value).len() <= value.to_string().len());
            }

            #[test]
            fn any_number_reads_back(bits in any::<u64>()) {
                let value = f64::from_bits(bits);
                if value.is_finite() {
                    prop_assert_eq!(written(value).parse(), Ok(value));
                }
            }
        }
    }
}
