//! Dates, times of day, lengths of time and ages.

mod age;
mod calendar_date;
mod date;
mod date_time;
mod day;
mod duration;
mod duration_event;
mod names;
mod numeric_date;
mod reference_date;
mod relative;
mod tense;
mod time_of_day;
mod weekday;
mod when;
mod year;
mod year_alone;

pub(super) use age::{Age, age, bare_age, whose_age};
pub(super) use date::date;
pub(super) use date_time::join_days_and_times;
pub(super) use duration::{duration, duration_range};
pub(super) use duration_event::{duration_event, elapsing_event};
pub(super) use reference_date::ReferenceDate;
pub(super) use time_of_day::time_of_day;
