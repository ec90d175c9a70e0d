//! What the targets share: from bytes to a text and options, and on to the invariants.

#[allow(dead_code, reason = "each target checks some of them")]
#[path = "../../tests/invariants/mod.rs"]
pub(crate) mod invariants;

mod slow;

use newsgist::{Format, Options, text::CivilDate};
pub(crate) use slow::bounded;

/// Reads a text in the given format, with options that the text chooses, and checks everything.
#[allow(dead_code, reason = "one target reads lines")]
pub(crate) fn read(data: &[u8], format: Format) {
    bounded(data.len(), || invariants::check(&String::from_utf8_lossy(data), format, &options(data)));
}

/// The same bytes give the same options: the defaults mostly, and each extreme now and then.
pub(crate) fn options(data: &[u8]) -> Options {
    let sum = data.iter().fold(0_u32, |sum, &byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    let default = Options::default();
    match sum >> 8 & 15 {
        0 => default.with_points(0),
        1 => default.with_points(u32::MAX),
        2 => default.with_share(0.0),
        3 => default.with_share(1.0),
        4 => default.with_share(f32::NAN),
        5 => default.with_title(String::from_utf8_lossy(&data[..data.len().min(40)])),
        6 => default.with_context(String::from_utf8_lossy(data)),
        7 => default.with_published_at(CivilDate::new(1, 1, 1)),
        8 => default.with_published_at(CivilDate::new(9999, 12, 31)),
        _ => default,
    }
}
