//! Numbers with what they are numbers of: units, money, ranges, scores and rates.

mod amount;
mod compound;
mod currency;
mod degree;
mod land;
mod measure;
mod measured_number;
mod money;
mod per;
mod prefix;
mod rate;
mod score;
mod smaller;
mod unit;

pub(super) use amount::{Amount, amount};
pub(super) use land::{Lands, is_shared_name, shared_currency};
pub(super) use measure::{Measure, Quantity};
pub(super) use measured_number::{has_unit, quantity_at};
pub(super) use rate::rate;
pub(super) use score::score;
pub(super) use unit::time_unit;
