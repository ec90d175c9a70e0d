//! "percent", "%", "per cent".

use crate::figure::cursor::Cursor;

/// The token after "percent", "%", "per cent"; points are units.
pub(in crate::figure) fn percent(cursor: &Cursor, at: usize) -> Option<usize> {
    let end = match cursor.lowercase(at) {
        "%" | "percent" | "percents" | "pct" | "percentage" | "percentages" => at + 1,
        "pc" if cursor.touched(at) => at + 1,
        "wt" | "vol" | "mol" if cursor.word(at + 1) == "%" => at + 2,
        "per" if cursor.is_any(at + 1, &["cent", "cents"]) => at + 2,
        "per" if cursor.is_hyphen(at + 1) && cursor.is(at + 2, "cent") => at + 3,
        _ => return None,
    };
    let points = cursor.is_any(end + usize::from(cursor.is_hyphen(end)), &["point", "points"]);
    (!points).then_some(end)
}
