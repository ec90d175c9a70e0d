use super::write_json;
use crate::{
    Digest,
    text::{parse_decimal, write_decimal},
};

/// The figures as a table: RFC 4180, with a head line; of each, the fact that it belongs to, and how much that tells. A cell
/// that a spreadsheet would run as a formula gets an apostrophe before it.
pub fn to_csv(digest: &Digest) -> String {
    let mut out = String::from(
        "text,kind,value,min,max,unit,currency,counts,change,iso,sentence,start,end,level,fact,weight\r\n",
    );
    for (figure, index) in digest.figures.iter().zip(0..) {
        let fact = digest.fact_of(index);
        let number = |value: Option<f64>| {
            let mut digits = String::new();
            value.into_iter().for_each(|value| write_decimal(value, &mut digits));
            digits
        };
        let cells = [
            figure.text.clone(),
            name(&figure.kind),
            number(figure.value),
            number(figure.min),
            number(figure.max),
            figure.unit.clone().unwrap_or_default(),
            figure.currency.clone().unwrap_or_default(),
            figure.counts.as_ref().map(|counts| counts.text.clone()).unwrap_or_default(),
            name(&figure.change),
            figure.iso.clone().unwrap_or_default(),
            figure.sentence.to_string(),
            figure.start.to_string(),
            figure.end.to_string(),
            if figure.level { figure.level.to_string() } else { String::new() },
            fact.map(|fact| fact.text.clone()).unwrap_or_default(),
            number(fact.map(|fact| fact.weight)),
        ];
        out.push_str(&cells.map(|cell| quoted(&cell)).join(","));
        out.push_str("\r\n");
    }
    out
}

/// The wire name of a plain enum.
fn name(value: &impl serde::Serialize) -> String {
    write_json(value).trim_matches('"').to_owned()
}

fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['+', '-', '@', '\t', '\r']) && parse_decimal(&cell[1..]).is_none()
        || cell.starts_with('=') && cell.len() > 1;
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    #[test]
    fn cells() {
        for (cell, expected) in [
            ("a", "a"),
            ("1,000", "\"1,000\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("=cmd()", "'=cmd()"),
            ("-3", "-3"),
            ("=", "="),
        ] {
            assert_eq!(super::quoted(cell), expected);
        }
    }
}
