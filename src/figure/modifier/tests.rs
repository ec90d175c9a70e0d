//! Each row's example fires the row, and no other of its table.

use super::{
    direction_after::DIRECTIONS_AFTER, direction_before::DIRECTIONS_BEFORE, hedge::HEDGES, hedge_after::HEDGES_AFTER,
};
use crate::figure::rules::check_rows;

#[test]
fn hedges() {
    check_rows(HEDGES.iter().map(|row| (row.name, row.example)));
}

#[test]
fn hedges_after() {
    check_rows(HEDGES_AFTER.iter().map(|row| (row.name, row.example)));
}

#[test]
fn directions_after() {
    check_rows(DIRECTIONS_AFTER.iter().map(|row| (row.name, row.example)));
}

#[test]
fn directions_before() {
    check_rows(DIRECTIONS_BEFORE.iter().map(|row| (row.name, row.example)));
}
