//! Names of months.

/// The months, in lowercase.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month of a name or abbreviation in lowercase, without a full stop.
pub(crate) fn month_name(word: &str) -> Option<u8> {
    month_cut(word).filter(|&month| word.len() == 3 || word == "sept" || word == MONTHS[usize::from(month) - 1])
}

/// The same, wherever a name is cut, from three letters on: "febr".
pub(crate) fn month_cut(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|name| name.starts_with(word)).filter(|_| word.len() >= 3)?;
    Some(at as u8 + 1)
}
