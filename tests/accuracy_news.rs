//! Figures in sentences of news that were written for this project: what is right stays right, what is missed is known.
#![cfg(feature = "train")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use newsgist::train::accuracy::news::{TABLES, read_table, score, table_path};

#[test]
fn marks_say_what_is_missed() {
    for name in TABLES {
        let mut written = String::new();
        for case in read_table(name).unwrap() {
            let mut misses = String::new();
            let result = case.judge(|miss| misses.extend(["\n  ", miss]));
            case.write(&result, &mut written);
            let bless = std::env::var_os("UPDATE_EXPECT").is_some();
            assert!(bless || case.is_as_marked(&result), "{name}: {}{misses}\n`make bless` sets marks", case.text);
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(table_path(name), written).unwrap();
        }
    }
}

#[test]
fn floors() {
    let score = score(|_, _| ()).unwrap();
    for (name, counts, floor) in [
        ("value", score.value, 0.99),
        ("unit", score.unit, 0.98),
        ("change", score.change, 0.98),
        ("what it refers to", score.counts, 0.915),
    ] {
        assert!(counts.f1() >= floor, "{name}: {:.4}", counts.f1());
    }
}
