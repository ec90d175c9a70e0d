//! Figures of news, against the field's own set: sentences whose quantities were marked by the makers of CQE.
//!
//! The rules are theirs (Almasian et al., "CQE: A Comprehensive Quantity Extractor", EMNLP 2023): a quantity is right by its
//! value; by value and unit; by value and change; by value and one word in common with what it refers to, where "-" for
//! nothing is a word too. A pair of one value and unlike units stays open for the next quantity of that value, so that it can
//! be counted twice: the answers of CQE, which the file holds, get the numbers that its makers' own program gives them.
//!
//! What Newsgist says is put in their terms: dates, times, ordinals and scores are no quantities; what something rose to is
//! no change; of a count, the noun with its modifiers is the unit, and nothing is left that it refers to.

use super::{Counts, news::sign};
use crate::{
    Document, Models, Options,
    article::Article,
    document::{Figure, FigureKind},
    pipeline::analyze,
    train::data,
};
use serde::Deserialize;
use std::io;

/// A sentence with its quantities.
#[derive(Deserialize)]
pub struct Sentence {
    text: String,
    quantities: Vec<Gold>,
    /// What CQE finds, as it prints it.
    cqe: Vec<String>,
}

#[derive(Deserialize)]
struct Gold {
    change: String,
    value: String,
    normalized_unit: String,
    referred_concepts: String,
}

/// A quantity in the terms of the set.
#[derive(Clone, Debug)]
struct Quantity {
    value: Value,
    unit: String,
    change: String,
    /// The words of what it refers to, in small letters.
    concepts: Vec<String>,
    /// The rules that say so.
    rules: String,
}

/// A number, or the ends of a range.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Value {
    One(f64),
    Range(f64, f64),
}

/// The four measures.
#[derive(Clone, Copy, Default, Debug)]
pub struct Score {
    /// Values.
    pub value: Counts,
    /// Values with the right unit.
    pub unit: Counts,
    /// Values with the right change.
    pub change: Counts,
    /// Values with a word in common in what they refer to.
    pub concept: Counts,
}

/// Names of units here, and in the set.
const UNITS: [(&str, &str); 20] = [
    ("percent", "percentage"),
    ("person", "people"),
    ("degree of arc", "degree"),
    ("degree Celsius", "celsius"),
    ("degree Fahrenheit", "fahrenheit"),
    ("tonne", "metric ton"),
    ("penny", "point"),
    ("part per billion", "parts-per-billion"),
    ("part per million", "parts-per-million"),
    ("td", "touch down"),
    ("touchdown", "touch down"),
    ("ksi", "kilopound per square inch"),
    ("yuan", "chinese yuan"),
    ("yen", "japanese yen"),
    ("ringgit", "malaysian ringgit"),
    ("rand", "south african rand"),
    ("rupee", "indian rupee"),
    ("time per minute", "count per minute"),
    ("time per second", "count per second"),
    ("pound-foot", "foot pound-force"),
];

/// Codes of currencies whose land stands in the set's name.
const CURRENCIES: [(&str, &str); 6] = [
    ("GBP", "pound sterling"),
    ("AUD", "australian dollar"),
    ("NZD", "new zealand dollar"),
    ("CAD", "canadian dollar"),
    ("HKD", "hong kong dollar"),
    ("SGD", "singapore dollar"),
];

impl Value {
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((from, to)) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')?.split_once(',')) {
            return Some(Self::Range(from.trim().parse().ok()?, to.trim().parse().ok()?));
        }
        match text.split_once('-').filter(|(from, _)| !from.is_empty() && !from.contains(['E', 'e'])) {
            Some((from, to)) => Some(Self::Range(from.trim().parse().ok()?, to.trim().parse().ok()?)),
            None => text.parse().ok().map(Self::One),
        }
    }

    fn of(figure: &Figure) -> Option<Self> {
        match (figure.value, figure.min, figure.max) {
            (Some(value), ..) => Some(Self::One(value)),
            (None, Some(low), Some(high)) => Some(Self::Range(low, high)),
            (None, low, high) => high.or(low).map(Self::One),
        }
    }

    fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::One(one), Self::One(other)) => is_close(one, other),
            (Self::Range(from, to), Self::Range(other_from, other_to)) => {
                is_close(from, other_from) && is_close(to, other_to)
            }
            _ => false,
        }
    }
}

fn is_close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-8 + 1e-5 * other.abs()
}

impl Gold {
    fn quantity(&self) -> Option<Quantity> {
        Some(Quantity {
            value: Value::read(&self.value)?,
            unit: self.normalized_unit.to_lowercase(),
            change: self.change.clone(),
            concepts: words(&self.referred_concepts),
            rules: String::new(),
        })
    }
}

/// Words in small letters, cut at spaces and commas; a possessive's `'s` is none.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| c == ',' || c.is_whitespace())
        .map(|word| word.trim_matches(['“', '”', '"', '(', ')']).to_lowercase())
        .map(|word| word.trim_end_matches("'s").trim_end_matches("’s").to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// A quantity as CQE prints it: `(=,6.0,[$],dollar,{0: [Tickets], 1: [pair]})`.
fn printed(text: &str) -> Option<Quantity> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let (change, rest) = inner.split_once(',')?;
    let (value, rest) = rest.split_once(",[")?;
    let (_, rest) = rest.split_once("],")?;
    let (unit, concepts) = rest.rsplit_once(",{").unwrap_or_else(|| (rest.strip_suffix(",-").unwrap_or(rest), "-"));
    let concepts = concepts.split(['[', ']', '{', '}']).filter(|part| !part.contains(':')).flat_map(words).collect();
    Some(Quantity {
        value: Value::read(value)?,
        unit: unit.to_lowercase(),
        change: change.to_owned(),
        concepts,
        rules: String::new(),
    })
}

/// What Newsgist finds, in the terms of the set.
fn found(document: &Document) -> Vec<Quantity> {
    document.figures().iter().filter_map(|figure| quantity(document, figure)).collect()
}

fn quantity(document: &Document, figure: &Figure) -> Option<Quantity> {
    use FigureKind::{Count, Date, Ordinal, Score, Time};
    if matches!(figure.kind, Date | Time | Ordinal | Score) {
        return None;
    }
    let label = figure.counts.map(|counts| document.str(counts));
    let is_counted = figure.kind == Count && figure.unit.is_some();
    Some(Quantity {
        value: Value::of(figure)?,
        unit: unit(figure, label.filter(|_| is_counted)).to_lowercase(),
        change: change(figure).to_owned(),
        concepts: words(label.filter(|_| !is_counted).unwrap_or("-")),
        rules: figure.rules.join(", "),
    })
}

fn unit(figure: &Figure, counted: Option<&str>) -> String {
    let Some(unit) = figure.unit.as_deref() else { return "-".to_owned() };
    if figure.kind == FigureKind::Age {
        return format!("{unit} of age");
    }
    let (base, per) = unit.split_once(" per ").map_or((unit, None), |(base, per)| (base, Some(per)));
    let land = CURRENCIES.iter().find(|(code, _)| Some(*code) == figure.currency && !matches!(base, "penny" | "cent"));
    let name = UNITS.iter().find(|(ours, _)| *ours == unit).or_else(|| UNITS.iter().find(|(ours, _)| *ours == base));
    if name.is_some_and(|(ours, _)| *ours == unit) {
        return with_modifiers(name.map_or(unit, |(_, theirs)| theirs), counted);
    }
    let base = match land.or(name) {
        Some((_, theirs)) => theirs,
        None if base == "pound" && figure.kind == FigureKind::Measure => "pound-mass",
        None => base,
    };
    let base = with_modifiers(base, counted);
    per.map_or_else(|| base.clone(), |per| format!("{base} per {per}"))
}

/// "country" with the modifiers that stand before it: "european country".
fn with_modifiers(noun: &str, counted: Option<&str>) -> String {
    let Some((modifiers, _)) = counted.and_then(|counted| counted.rsplit_once(' ')) else { return noun.to_owned() };
    format!("{modifiers} {noun}")
}

/// How it changes; what it changes to is no change there.
fn change(figure: &Figure) -> &'static str {
    if figure.level { "=" } else { sign(figure.change) }
}

/// Adds what is right of one sentence, by the published rules.
fn judge(gold: &[Quantity], mut found: Vec<Quantity>, score: &mut Score) {
    let mut gold: Vec<&Quantity> = gold.iter().collect();
    gold.sort_by(|one, other| one.unit.cmp(&other.unit));
    found.sort_by(|one, other| one.unit.cmp(&other.unit));
    let number = Counts { right: 0, found: found.len(), gold: gold.len() };
    for counts in [&mut score.value, &mut score.unit, &mut score.change, &mut score.concept] {
        *counts += number;
    }
    let mut values = gold.len();
    for wanted in gold {
        let mut at = 0;
        while let Some(answer) = found.get(at) {
            at += 1;
            if !wanted.value.is(answer.value) {
                continue;
            }
            if values > 0 {
                score.value.right += 1;
                values -= 1;
            }
            score.change.right += usize::from(wanted.change == answer.change);
            score.concept.right += usize::from(answer.concepts.iter().any(|word| wanted.concepts.contains(word)));
            if wanted.unit == answer.unit {
                score.unit.right += 1;
                found.remove(at - 1);
                break;
            }
        }
    }
}

/// The sentences of the set.
///
/// # Errors
/// Where the file cannot be read.
pub fn read() -> io::Result<Vec<Sentence>> {
    data::read("figures/figures_newsquant_dev.jsonl")
}

/// The score of CQE's answers, and that of Newsgist; `miss` is told of each sentence what was wanted and found.
pub fn score(sentences: &[Sentence], mut miss: impl FnMut(&str, &str)) -> (Score, Score) {
    let (mut theirs, mut ours) = (Score::default(), Score::default());
    for sentence in sentences {
        let gold: Vec<Quantity> = sentence.quantities.iter().filter_map(Gold::quantity).collect();
        judge(&gold, sentence.cqe.iter().filter_map(|text| printed(text)).collect(), &mut theirs);
        let document = analyze(Article::verbatim(&sentence.text), Models::embedded(), &Options::default());
        let answers = found(&document);
        for (mark, quantities) in [("wanted", &gold), ("found ", &answers)] {
            for Quantity { value, unit, change, concepts, rules } in quantities {
                let concepts = concepts.join(" ");
                miss(&sentence.text, &format!("{mark} {value:?} | {unit} | {change} | {concepts} | {rules}"));
            }
        }
        judge(&gold, answers, &mut ours);
    }
    (theirs, ours)
}

impl Score {
    /// The measures with their names.
    pub fn rows(&self) -> [(&'static str, Counts); 4] {
        [
            ("value", self.value),
            ("value and unit", self.unit),
            ("value and change", self.change),
            ("value and what it refers to", self.concept),
        ]
    }
}
