//! When things happened: the dates and times among the figures, in order of time.

use crate::{
    Document,
    document::{FigureKind, Moment},
    text::{CivilDate, sort_by_number},
};

/// Puts dates and times in order. Reads figures and quotes.
///
/// What has a date on the calendar comes first, by its beginning: a year before its months, a month before its days.
/// What has none ("Sunday" of an article without a day of publication, "10:30") keeps the article's order behind them.
pub(crate) fn find_timeline(document: &Document) -> Vec<Moment> {
    let mut moments: Vec<(Option<Instant>, Moment)> = Vec::new();
    let quotes = document.quotes();
    // Quotes are in order of their starts; a long one may hold the next ones.
    let (mut next, mut holding): (usize, Vec<usize>) = (0, Vec::new());
    for (index, figure) in document.figures().iter().enumerate() {
        while quotes.get(next).is_some_and(|quote| quote.span.start() <= figure.span.start()) {
            holding.retain(|&held| quotes[held].span.end() > quotes[next].span.start());
            holding.push(next);
            next += 1;
        }
        if !matches!(figure.kind, FigureKind::Date | FigureKind::Time) {
            continue;
        }
        // The innermost one: the last that began.
        let quote = holding.iter().rev().find(|&&held| quotes[held].span.contains(figure.span));
        let instant = figure.iso.as_deref().and_then(Instant::read);
        moments.push((instant, Moment { figure: index as u32, quote: quote.map(|&quote| quote as u32) }));
    }
    give_days(document, &mut moments);
    // Equals keep the article's order.
    sort_by_number(&mut moments, |(instant, _)| instant.map_or(u128::MAX, Instant::number));
    moments.into_iter().map(|(_, moment)| moment).collect()
}

/// "At 10:30 p.m. on Monday": a time of day takes the day that its sentence names, where that is one day alone. Only its
/// place in the order changes.
fn give_days(document: &Document, moments: &mut [(Option<Instant>, Moment)]) {
    let sentence = |moment: Moment| document.figures()[moment.figure as usize].sentence;
    let mut start = 0;
    while start < moments.len() {
        let own = sentence(moments[start].1);
        let end = start + moments[start..].iter().take_while(|(_, moment)| sentence(*moment) == own).count();
        let mut days = moments[start..end].iter().filter_map(|&(instant, _)| instant).filter(|day| day.day > 0);
        if let Some(day) = days.next()
            && days.all(|other| (other.year, other.month, other.day) == (day.year, day.month, day.day))
        {
            for (instant, moment) in moments[start..end].iter_mut().filter(|(instant, _)| instant.is_none()) {
                let iso = document.figures()[moment.figure as usize].iso.as_deref();
                if let Some(minute) = iso.and_then(|iso| iso.strip_prefix('T')).and_then(minute_of_day) {
                    *instant = Some(Instant { minute, ..day });
                }
            }
        }
        start = end;
    }
}

/// `10:30` as minutes since midnight, and one.
fn minute_of_day(time: &str) -> Option<u16> {
    // Parts of the day, by their beginning.
    match time {
        "MO" => return Some(6 * 60 + 1),
        "AF" => return Some(12 * 60 + 1),
        "EV" => return Some(18 * 60 + 1),
        "NI" => return Some(20 * 60 + 1),
        _ => {}
    }
    let mut parts = time.split(':');
    let hour: u16 = parts.next()?.parse().ok().filter(|&hour| hour < 25)?;
    let minute: u16 = parts.next().and_then(|minute| minute.parse().ok()).filter(|&minute| minute < 60)?;
    Some(hour * 60 + minute + 1)
}

/// When a TIMEX3 value begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Instant {
    year: i32,
    /// 0 for a whole year.
    month: u8,
    /// 0 for a whole month.
    day: u8,
    /// Minutes since midnight and one; 0 for a whole day.
    minute: u16,
}

impl Instant {
    /// A number that sorts as the instant does.
    fn number(self) -> u128 {
        let year = u128::from(self.year.cast_unsigned() ^ 1 << 31);
        year << 32 | u128::from(self.month) << 24 | u128::from(self.day) << 16 | u128::from(self.minute)
    }

    /// Reads `2025`, `2025-05`, `2025-05-18`, `2025-05-18T10:30`, `2025-05-18TMO`, `2025-W20`, `2025-W20-WE`, `2025-W20-7`, `2025-Q2`,
    /// `2025-SU`, `198X`, `20XX` and stretches `begin/end`. None for what is on no calendar: `XXXX-WXX-7`, `T10:30`.
    fn read(iso: &str) -> Option<Self> {
        let begin = iso.split('/').next()?;
        let (date, time) = begin.split_once('T').map_or((begin, None), |(date, time)| (date, Some(time)));
        let mut parts = date.split('-');
        let year = parts.next()?;
        // A decade or a century begins with its first year.
        let known = year.trim_end_matches('X');
        if year.len() != 4 || known.len() < 2 || !known.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let year: i32 = year.replace('X', "0").parse().ok()?;
        let instant = Self { year, month: 0, day: 0, minute: 0 };
        let Some(part) = parts.next() else { return Some(instant) };
        if let Some(week) = part.strip_prefix('W') {
            let weekday = match parts.next() {
                Some("WE") => 6,
                Some(day) => day.parse().ok()?,
                None => 1,
            };
            let date = week_day(year, week.parse().ok()?, weekday)?;
            return Some(Self { year: date.year(), month: date.month(), day: date.day(), minute: 0 });
        }
        let month = match part {
            "Q1" | "H1" => 1,
            "Q2" => 4,
            "Q3" | "H2" => 7,
            "Q4" => 10,
            "SP" => 3,
            "SU" => 6,
            "FA" => 9,
            "WI" => 12,
            "XX" => return Some(instant),
            month => month.parse().ok().filter(|month| (1..=12).contains(month))?,
        };
        let day = parts.next().and_then(|day| day.parse().ok()).filter(|day| (1..=31).contains(day));
        let minute = time.and_then(minute_of_day);
        Some(Self { month, day: day.unwrap_or(0), minute: minute.unwrap_or(0), ..instant })
    }
}

/// A day of an ISO 8601 week: week 1 holds the year's fourth of January.
fn week_day(year: i32, week: i32, weekday: i32) -> Option<CivilDate> {
    if !(1..=53).contains(&week) || !(1..=7).contains(&weekday) {
        return None;
    }
    let fourth = CivilDate::new(year, 1, 4)?;
    fourth.plus_days((week - 1) * 7 + weekday - i32::from(fourth.weekday()))
}

#[cfg(test)]
mod tests {
    use super::Instant;
    use crate::{Article, Models, Options, analyze};

    /// The moments of a text in order, each as its words, with the speaker in brackets where it is somebody's.
    fn check(date: Option<&str>, text: &str, expected: &str) {
        let options = Options { published_at: date.map(|date| date.parse().unwrap()), ..Options::default() };
        let document = analyze(Article::plain(text), Models::embedded(), &options);
        let moments: Vec<String> = document
            .timeline()
            .iter()
            .map(|moment| {
                let words = document.str(document.figures()[moment.figure as usize].span);
                let quote = moment.quote.map(|quote| document.quotes()[quote as usize]);
                match quote.and_then(|quote| quote.speaker_span) {
                    Some(speaker) => format!("{words} ({})", document.str(speaker)),
                    None => words.to_owned(),
                }
            })
            .collect();
        assert_eq!(moments.join(" | "), expected, "{text}");
    }

    #[test]
    fn order_of_time() {
        check(
            None,
            "The mill opened in 1938. It burned down in March 1912. It was sold on 4 May 1996.",
            "March 1912 | 1938 | 4 May 1996",
        );
        check(None, "They met in May 2020, again on 3 May 2020 and first in 2020.", "2020 | May 2020 | 3 May 2020");
        check(None, "Doors open at 10:30. The hall dates from 1875.", "1875 | 10:30");
        check(
            Some("2025-05-19"),
            "The vote is on Friday. The storm struck on Sunday. The dam was built in 1987.",
            "1987 | Sunday | Friday",
        );
    }

    #[test]
    fn anchored_on_the_day_of_publication() {
        check(
            Some("2026-03-10"),
            "The mill closed last Thursday. It opens again next month. Talks began two weeks ago and end tomorrow.",
            "two weeks ago | last Thursday | tomorrow | next month",
        );
        check(
            Some("2026-03-10"),
            "Sales fell in the fourth quarter of 2025. They had risen in the spring of 2024, and in the 1990s.",
            "1990s | spring of 2024 | fourth quarter of 2025",
        );
        // A reader's own day of publication goes before the dateline's.
        check(
            Some("2026-03-10"),
            "ROME, 18 May 2025 — The leaders met on Friday. They had met in January.",
            "18 May 2025 | January | Friday",
        );
    }

    #[test]
    fn what_lies_ahead() {
        for (text, expected) in [
            ("The committee next meets on 23 April.", "2026-04-23"),
            ("The president, who faces an election in October, said so.", "2026-10"),
            ("Inflation is likely to peak in June before it falls.", "2026-06"),
            ("The storm crossed the hills on Saturday and was expected to reach the sea.", "2026-02-28"),
            ("The trial begins in May.", "2026-05"),
            ("Prices were 5% higher in October than a year before.", "2025-10"),
            ("The plan, approved in August, has failed.", "2025-08"),
            ("The court is set to rule on Friday.", "2026-03-06"),
            // The date of a dateline is past, whatever the verb behind it.
            ("OSLO, March 3 (Wire) — The port will shut its pier.", "2026-03-03"),
        ] {
            let options = Options { published_at: Some("2026-03-04".parse().unwrap()), ..Options::default() };
            let document = analyze(Article::plain(text), Models::embedded(), &options);
            let found = document.timeline().first().map(|moment| &document.figures()[moment.figure as usize]);
            assert_eq!(found.and_then(|figure| figure.iso.as_deref()), Some(expected), "{text}");
        }
    }

    #[test]
    fn times_of_day_stand_on_their_sentences_day() {
        check(
            Some("2026-03-10"),
            "The dam broke at 10:30 p.m. on Monday. The town was dry on Sunday. The inquiry starts at 9 a.m. tomorrow.",
            "Sunday | Monday | 10:30 p.m. | tomorrow | 9 a.m.",
        );
        // Two days in one sentence: nobody knows whose the time is.
        check(
            Some("2026-03-10"),
            "They met on Sunday and on Monday at 10:30. The dam was built in 1987.",
            "1987 | Sunday | Monday | 10:30",
        );
    }

    #[test]
    fn each_has_its_sentence_and_the_innermost_speaker() {
        let text = "The hall closed in 2019. “Tom Hale told me, ‘We open in 2026,’” said Anna Berg on Monday.";
        let document = analyze(Article::plain(text), Models::embedded(), &Options::default());
        let found: Vec<(u32, Option<u32>)> = document
            .timeline()
            .iter()
            .map(|moment| (document.figures()[moment.figure as usize].sentence, moment.quote))
            .collect();
        assert_eq!(found.iter().map(|(sentence, _)| *sentence).collect::<Vec<_>>(), [0, 1, 1]);
        assert_eq!(found.iter().map(|(_, quote)| quote.is_some()).collect::<Vec<_>>(), [false, true, false]);
        check(None, text, "2019 | 2026 (Tom Hale) | Monday");
    }

    #[test]
    fn undated_ones_keep_their_order() {
        check(None, "They spoke on Friday. They had met on Monday.", "Friday | Monday");
    }

    #[test]
    fn somebodys_words() {
        check(
            Some("2025-05-19"),
            "“We shall open in June 2026,” said Anna Berg. The old hall closed in 2019.",
            "2019 | June 2026 (Anna Berg)",
        );
        check(
            Some("2025-05-19"),
            "Anna Berg said that the hall would open in June 2026. The old one closed in 2019.",
            "2019 | June 2026 (Anna Berg)",
        );
    }

    #[test]
    fn datelines() {
        check(
            None,
            "ROME, 18 May 2025 — The leaders met on Friday. They had met in 2024.",
            "2024 | Friday | 18 May 2025",
        );
    }

    #[test]
    fn beginnings() {
        let read = |iso: &str| Instant::read(iso).map(|at| (at.year, at.month, at.day, at.minute));
        for (iso, expected) in [
            ("2025", Some((2025, 0, 0, 0))),
            ("2025-05", Some((2025, 5, 0, 0))),
            ("2025-05-18", Some((2025, 5, 18, 0))),
            ("2025-05-18T10:30", Some((2025, 5, 18, 631))),
            ("2025-W20", Some((2025, 5, 12, 0))),
            ("2025-W20-WE", Some((2025, 5, 17, 0))),
            ("2025-W01", Some((2024, 12, 30, 0))),
            ("2025-Q2", Some((2025, 4, 0, 0))),
            ("2025-SU", Some((2025, 6, 0, 0))),
            ("198X", Some((1980, 0, 0, 0))),
            ("19XX", Some((1900, 0, 0, 0))),
            ("2013/2014", Some((2013, 0, 0, 0))),
            ("XXXX-WXX-7", None),
            ("XXXX-05-18", None),
            ("T10:30", None),
            ("PRESENT_REF", None),
            ("2025-W99", None),
            ("2025-13-01", None),
            ("", None),
        ] {
            assert_eq!(read(iso), expected, "{iso}");
        }
    }
}
