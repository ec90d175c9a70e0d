//! A date in the text, with its ISO 8601 / TIMEX3 value.

/// A date in the text.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::figure) struct When {
    /// First token.
    pub(in crate::figure) first: usize,
    /// One past the last token.
    pub(in crate::figure) end: usize,
    /// `2025-05-18`, `XXXX-WXX-7`, `2013/2014`; none where only the day of publication would tell, and that is not
    /// known.
    pub(in crate::figure) iso: Option<String>,
}

/// The parts of a calendar day that the text names.
#[derive(Clone, Copy, Default)]
pub(super) struct PartialDate {
    /// Year.
    pub(super) year: Option<i32>,
    /// Month, from 1.
    pub(super) month: Option<u8>,
    /// Day of the month, from 1.
    pub(super) day: Option<u8>,
}

impl PartialDate {
    pub(super) fn iso(self) -> String {
        let year = self.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year}-{month:02}"),
            (None, Some(day)) => format!("{year}-XX-{day:02}"),
            (None, None) => year,
        }
    }
}
