//! Names of days and seasons.

pub(super) fn weekday_name(word: &str) -> Option<u8> {
    Some(match word {
        "monday" | "mondays" | "mon" => 1,
        "tuesday" | "tuesdays" | "tues" | "tue" => 2,
        "wednesday" | "wednesdays" | "wed" => 3,
        "thursday" | "thursdays" | "thurs" | "thur" | "thu" => 4,
        "friday" | "fridays" | "fri" => 5,
        "saturday" | "saturdays" | "sat" => 6,
        "sunday" | "sundays" | "sun" => 7,
        _ => return None,
    })
}

pub(super) fn season(word: &str) -> &'static str {
    match word {
        "spring" => "SP",
        "summer" => "SU",
        "winter" => "WI",
        _ => "FA",
    }
}
