//! What the sentence speaks of, as far as words near a figure tell: heat, money.

use super::cursor::Cursor;
use crate::lexicon::List;

/// Whether the sentence speaks of heat or cold.
pub(super) fn is_about_heat(cursor: &Cursor, at: usize) -> bool {
    const CUES: [&str; 24] = [
        "°",
        "°C",
        "temperature",
        "temperatures",
        "thermostat",
        "warm",
        "warmer",
        "warming",
        "hot",
        "heat",
        "cold",
        "colder",
        "weather",
        "cool",
        "cooler",
        "degrees",
        "outside",
        "heatwave",
        "freezing",
        "frost",
        "fever",
        "celsius",
        "melting",
        "boiling",
    ];
    cursor.around(at, 12, 10).any(|near| near != at && cursor.is_any(near, &CUES))
}

/// Whether "pounds" near the token are money: something costs, is paid, is fined.
pub(super) fn is_about_money(cursor: &Cursor, at: usize) -> bool {
    const CUES: [&str; 30] = [
        "cost", "costs", "costing", "price", "priced", "paid", "pay", "pays", "paying", "worth", "fine", "fined",
        "sold", "sell", "spent", "spend", "spending", "value", "valued", "earn", "earned", "raised", "donated",
        "salary", "fee", "profit", "money", "bid", "budget", "owed",
    ];
    (at.saturating_sub(6)..at).any(|near| cursor.is_any(near, &CUES))
}

/// Whether the sentence speaks of pictures and their resolution.
pub(super) fn is_about_screens(cursor: &Cursor, at: usize) -> bool {
    cursor.around(at, 10, 8).any(|near| cursor.is_in(near, List::ScreenWords))
}
