//! Units with a prefix of the SI: "kilotonne", "µs".

use crate::{figure::cursor::Cursor, lexicon::Dimension};
use std::borrow::Cow;

const PREFIXES: [(&str, &str); 15] = [
    ("kilo", "k"),
    ("mega", "M"),
    ("giga", "G"),
    ("tera", "T"),
    ("peta", "P"),
    ("exa", "E"),
    ("centi", "c"),
    ("milli", "m"),
    ("micro", "µ"),
    ("micro", "μ"),
    ("nano", "n"),
    ("deci", "d"),
    ("pico", "p"),
    ("femto", "f"),
    ("atto", "a"),
];

pub(super) fn prefixed_name(word: &str, base: impl Fn(&str) -> Option<&'static str>) -> Option<Cow<'static, str>> {
    PREFIXES.iter().find_map(|(prefix, _)| Some(format!("{prefix}{}", base(word.strip_prefix(prefix)?)?).into()))
}

fn prefixed_symbol(word: &str, base: impl Fn(&str) -> Option<&'static str>) -> Option<Cow<'static, str>> {
    if matches!(
        word,
        "pm" | "am" | "as" | "cm" | "Pm" | "fl" | "fm" | "pt" | "TV" | "PA" | "MT" | "MV" | "MF" | "PT" | "at" | "fs"
    ) {
        return None;
    }
    PREFIXES.iter().find_map(|(prefix, sign)| {
        let rest = word.strip_prefix(sign).filter(|rest| !rest.is_empty())?;
        Some(format!("{prefix}{}", base(rest)?).into())
    })
}

/// The unit of a symbol, prefixes included.
pub(super) fn symbol(cursor: &Cursor, word: &str) -> Option<(Cow<'static, str>, Dimension)> {
    let terms = cursor.lexicon().terms();
    match terms.unit_symbol(word) {
        Some(unit) => Some((unit.name.into(), unit.dimension)),
        None => prefixed_symbol(word, |base| terms.unit_symbol(base).filter(|unit| unit.si).map(|unit| unit.name))
            .map(|name| (name, Dimension::Other)),
    }
}
