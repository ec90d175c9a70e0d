//! Times of day: "10:30 a.m.", "7pm", "noon", "5 o'clock".

use crate::figure::{cursor::Cursor, number::numeral_at};

/// The time that begins at the token: the token after it and its ISO form, `T10:30`.
pub(in crate::figure) fn time_of_day(cursor: &Cursor, at: usize) -> Option<(usize, String)> {
    match cursor.lowercase(at) {
        "noon" | "midday" => return Some((at + 1, "T12:00".to_owned())),
        "midnight" => return Some((at + 1, "T24:00".to_owned())),
        _ => {}
    }
    if cursor.touched(at) && cursor.word(at - 1) != "(" {
        return None;
    }
    if let Some(range) = hours(cursor, at) {
        return Some(range);
    }
    let (hour, minute, mut end) = digital(cursor, at).or_else(|| hour(cursor, at))?;
    let half = half_day(cursor, end);
    let colon = end > at + 1;
    if let Some((_, after)) = half {
        end = after;
    } else if cursor.is_any(end, &["o'clock", "o’clock"]) {
        end += 1;
    } else if !is_zone(cursor.word(end)) && !colon {
        return None;
    }
    // "10.30" is a time with "pm" or "GMT" alone, "21:15" may be a score or a ratio.
    let last = if half.is_some() { 12 } else { 23 };
    if hour > last || minute > 59 {
        return None;
    }
    let hour = match half {
        Some((true, _)) if hour < 12 => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        _ => hour,
    };
    Some((end, format!("T{hour:02}:{minute:02}")))
}

/// "10-11 a.m.": two hours with one half of the day.
fn hours(cursor: &Cursor, at: usize) -> Option<(usize, String)> {
    let (from, _, dash) = hour(cursor, at)?;
    let (to, _, end) = hour(cursor, dash + 1).filter(|_| cursor.is_dash(dash) && cursor.touched(dash))?;
    let (late, end) = half_day(cursor, end).filter(|_| from <= 12 && to <= 12)?;
    let to = to % 12 + if late { 12 } else { 0 };
    // "11-1 p.m." begins before noon.
    let from = if from % 12 < to % 12 { from % 12 + if late { 12 } else { 0 } } else { from };
    Some((end, format!("T{from:02}:00/T{to:02}:00")))
}

/// "10:30", "10.30" before "pm" or "GMT", "0930 GMT".
fn digital(cursor: &Cursor, at: usize) -> Option<(u32, u32, usize)> {
    if !cursor.is_number(at) {
        return None;
    }
    let word = cursor.word(at);
    let zone = is_zone(cursor.word(at + 1));
    if let Some((hour, minute)) = word.split_once('.') {
        let close = zone || half_day(cursor, at + 1).is_some();
        return Some((hour.parse().ok()?, minute.parse().ok()?, at + 1)).filter(|_| close && minute.len() == 2);
    }
    if zone && word.len() == 4 {
        return Some((word[..2].parse().ok()?, word[2..].parse().ok()?, at + 1));
    }
    if word.len() > 2 || !begins_minutes(cursor, at + 1) || !cursor.touches(at + 1) {
        return None;
    }
    // Seconds belong to it too; a race's time does as well.
    let end = at + if begins_minutes(cursor, at + 3) { 5 } else { 3 };
    Some((word.parse().ok()?, cursor.word(at + 2).parse().ok()?, end))
}

/// ":30".
fn begins_minutes(cursor: &Cursor, at: usize) -> bool {
    if cursor.word(at) != ":" || !cursor.touched(at) {
        return false;
    }
    cursor.is_number(at + 1) && cursor.word(at + 1).len() == 2
}

/// "7" before "pm" or "o'clock"; also in words.
fn hour(cursor: &Cursor, at: usize) -> Option<(u32, u32, usize)> {
    if cursor.is_number(at) && cursor.word(at).len() > 2 {
        return None;
    }
    let number = numeral_at(cursor, at, false)?;
    let whole = number.value.fract() == 0.0 && (0.0..=24.0).contains(&number.value) && number.end == at + 1;
    whole.then_some((number.value as u32, 0, number.end))
}

/// "a.m." (false) or "p.m." (true), and the token after it.
fn half_day(cursor: &Cursor, at: usize) -> Option<(bool, usize)> {
    match cursor.lowercase(at) {
        "a.m." | "am" | "a.m" => Some((false, at + 1)),
        "p.m." | "pm" | "p.m" => Some((true, at + 1)),
        "p." | "a." if cursor.is_any(at + 1, &["m", "m."]) => Some((cursor.is(at, "p."), at + 2)),
        _ => None,
    }
}

fn is_zone(word: &str) -> bool {
    matches!(word, "GMT" | "BST" | "EST" | "EDT" | "ET" | "PT" | "PST" | "CET" | "UTC" | "IST")
}
