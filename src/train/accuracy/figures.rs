//! Figures, against the test suites of two other extractors and a data set of science writing.
//!
//! What a figure is differs between suites. Each scorer says how figures are projected to the suite's conventions; what
//! is still different on purpose is listed below the table.

use super::{Counts, news, newsquant};
use crate::{
    Document, Models, Options,
    article::Article,
    document::{Figure, FigureKind},
    figure::numerals,
    pipeline::analyze,
    text::{CivilDate, Span},
    train::data,
};
use serde::Deserialize;
use serde_json::Value;
use std::{fmt::Write as _, io};

/// A case of Microsoft Recognizers-Text's specs.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Spec {
    /// The recognizer that the case is for.
    #[serde(rename = "model")]
    pub model: String,
    /// The text.
    pub input: String,
    /// What is to be found.
    pub results: Vec<SpecResult>,
    /// The day from which relative dates count.
    #[serde(default)]
    pub context: Option<Value>,
}

/// What a recognizer is to find.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct SpecResult {
    /// The words, in small letters at times.
    pub text: String,
    /// First character.
    #[serde(default)]
    pub start: Option<usize>,
    /// Value and unit.
    #[serde(default)]
    pub resolution: Option<Value>,
    /// Value of a date.
    #[serde(default)]
    pub value: Option<Value>,
}

/// How right a model is.
#[derive(Clone, Copy, Default, Debug)]
pub struct ModelScore {
    /// Exact spans.
    pub spans: Counts,
    /// Exact spans, where what is no figure by Newsgist's own definition is left out: see [`is_no_figure`].
    pub own: Counts,
    /// Values right, of the exact spans that have a gold value.
    pub values: Counts,
}

/// A found figure in a suite's terms.
type Found = (Span, Vec<String>);

/// The models that are scored, with the names of their specs.
pub const MODELS: &[(&str, &[&str])] = &[
    ("Number", &["NumberModel"]),
    ("Ordinal", &["OrdinalModelSuppressExtendedTypes", "OrdinalModel"]),
    ("Percentage", &["PercentModel"]),
    ("Currency", &["CurrencyModel"]),
    ("Dimension", &["DimensionModel"]),
    ("Age", &["AgeModel"]),
    ("Temperature", &["TemperatureModel"]),
    ("Date", &["DateExtractor", "DateParser"]),
    ("Duration", &["DurationExtractor", "DurationParser"]),
];

/// All specs of the files.
///
/// # Errors
/// Where a file cannot be read.
pub fn specs() -> io::Result<Vec<Spec>> {
    let mut specs = Vec::new();
    for file in ["number", "numberwithunit", "datetime"] {
        specs.extend(data::read::<Spec>(&format!("figures/figures_msrecognizers_{file}.jsonl"))?);
    }
    Ok(specs)
}

fn read(text: &str, published: Option<CivilDate>) -> Document<'_> {
    let options = Options { published_at: published, ..Options::default() };
    analyze(Article::verbatim(text), Models::embedded(), &options)
}

fn number(value: f64) -> String {
    // The suites write up to fifteen digits.
    format!("{value:.6e}")
}

/// The figures of a document in the terms of a model.
fn project(model: &str, document: &Document) -> Vec<Found> {
    let text = document.text();
    let value = |figure: &Figure| vec![number(figure.value.or(figure.max).unwrap_or(f64::NAN))];
    let degree = |figure: &Figure| {
        figure
            .unit
            .as_deref()
            .is_some_and(|unit| (unit.starts_with("degree") || unit == "kelvin") && unit != "degree of arc")
    };
    let mut found = Vec::new();
    for figure in document.figures() {
        let entry = (figure.span, value(figure));
        match (model, figure.kind) {
            // A number is what a figure is built from, its unit and sign left out.
            ("Number", kind) if !matches!(kind, FigureKind::Date | FigureKind::Time | FigureKind::Ordinal) => {
                if kind == FigureKind::Count && figure.min.is_none() || kind == FigureKind::Rate {
                    found.push(entry);
                } else {
                    let inner = numerals(document, Models::embedded(), figure.sentence, figure.span);
                    // A unit that is glued to it hides the number there: "180ml".
                    let glued = |span: &Span| text[span.end() as usize..].starts_with(char::is_alphabetic);
                    found.extend(
                        inner
                            .into_iter()
                            .filter(|(span, _)| !glued(span))
                            .map(|(span, value)| (span, vec![number(value)])),
                    );
                }
            }
            ("Ordinal", FigureKind::Ordinal) | ("Percentage", FigureKind::Percent) | ("Age", FigureKind::Age) => {
                found.push(entry);
            }
            // "per barrel" belongs to our unit, and to nothing there.
            ("Currency", FigureKind::Money) => {
                let mut span = figure.span;
                if figure.unit.as_deref().is_some_and(|unit| unit.contains(" per ")) {
                    let words = span.of(text);
                    let cut = [" per ", " a ", " an ", "-a-", "/"].iter().filter_map(|cut| words.rfind(cut)).max();
                    span = Span::new(span.start(), span.start() + cut.unwrap_or(words.len()) as u32);
                }
                found.push((span, entry.1));
            }
            ("Temperature", FigureKind::Measure) if degree(figure) => found.push(entry),
            ("Dimension", FigureKind::Measure) if !degree(figure) => {
                let span =
                    within_rate(document, figure).or_else(|| end_of_range(document, figure)).unwrap_or(figure.span);
                found.push((span, entry.1));
            }
            // A day, not a month, year or stretch.
            ("Date", FigureKind::Date) => {
                let iso = figure.iso.as_deref().unwrap_or("XXXX-XX-XX");
                // "Two months ago" is a day there, and a month here.
                let day =
                    iso.len() == 10 && !iso.contains(['/', 'E', 'Q']) || iso.contains('#') || figure.value.is_some();
                if day {
                    found.push((figure.span, vec![iso.to_owned()]));
                }
            }
            ("Duration", FigureKind::Duration) => {
                found.push((figure.span, vec![figure.iso.clone().unwrap_or_default()]));
            }
            _ => {}
        }
    }
    found
}

/// "500,000 barrels a day": speeds have names there, other rates end before the "a".
fn within_rate(document: &Document, figure: &Figure) -> Option<Span> {
    const SPEEDS: [&str; 8] = ["metre", "kilometre", "mile", "foot", "inch", "centimetre", "knot", "bit"];
    let unit = figure.unit.as_deref()?.split_once(" per ")?.0;
    let words = document.str(figure.span);
    let cut = [" per ", " a ", " an "].iter().filter_map(|cut| words.rfind(cut)).max()?;
    (!SPEEDS.iter().any(|speed| unit.ends_with(speed)))
        .then(|| Span::new(figure.span.start(), figure.span.start() + cut as u32))
}

/// "eight to 10 feet": one figure here, and the part that has the unit there.
fn end_of_range(document: &Document, figure: &Figure) -> Option<Span> {
    figure.min?;
    let inner = numerals(document, Models::embedded(), figure.sentence, figure.span);
    let [(low, _), (high, _)] = inner[..] else { return None };
    // A unit of its own: "5 feet to 10 feet" is two there.
    let between = Span::new(low.end(), high.start()).of(document.text());
    (!between.contains(char::is_alphabetic) || matches!(between.trim(), "to" | "and" | "or"))
        .then(|| Span::new(high.start(), figure.span.end()))
}

/// What no figure is by the definition that Newsgist is built to, and is gold in a suite:
///
/// - numbers glued to letters or other numbers by a hyphen, slash or full stop: parts of telephone numbers, addresses,
///   codes, clause numbers and slashed dates;
/// - ordinals behind "and a": the lower part of a fraction ("forty-two and a third");
/// - "percent" before its number ("percent of 10"): nothing is a share there.
pub fn is_no_figure(model: &str, text: &str, span: Span) -> bool {
    let (before, after) = (&text[..span.start() as usize], &text[span.end() as usize..]);
    let glue = |c: char| matches!(c, '-' | '/' | '.' | '+');
    match model {
        "Number" => {
            let mut left = before.chars().rev();
            let mut right = after.chars();
            let glued_left = left.next().is_some_and(glue) && left.next().is_some_and(char::is_alphanumeric);
            let glued_right = right.next().is_some_and(glue) && right.next().is_some_and(char::is_alphanumeric);
            glued_left || glued_right
        }
        "Ordinal" => before.trim_end().ends_with(" and a"),
        "Percentage" => span.of(text).to_lowercase().starts_with("per"),
        _ => false,
    }
}

/// The gold values of a result; empty where it has none.
fn gold_values(model: &str, result: &SpecResult) -> Vec<String> {
    let mut values = Vec::new();
    if let Some(value) =
        result.resolution.as_ref().and_then(|resolution| resolution.get("value")).and_then(Value::as_str)
        && let Ok(value) = value.trim_end_matches('%').parse::<f64>()
    {
        values.push(number(value));
    }
    if matches!(model, "Date" | "Duration")
        && let Some(value) = &result.value
    {
        values.extend(value.get("Timex").and_then(Value::as_str).map(str::to_owned));
        for resolution in ["PastResolution", "FutureResolution"] {
            values.extend(
                value.get(resolution).and_then(|value| value.get("date")).and_then(Value::as_str).map(str::to_owned),
            );
        }
    }
    values
}

/// Scores one model. `miss` is told of each case that is not wholly right.
pub fn model(name: &str, specs: &[Spec], mut miss: impl FnMut(&Spec, &[String])) -> ModelScore {
    let models = MODELS.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, models)| models);
    let mut score = ModelScore::default();
    for spec in specs.iter().filter(|spec| models.contains(&spec.model.as_str())) {
        let published = spec
            .context
            .as_ref()
            .and_then(|context| context.get("ReferenceDateTime"))
            .and_then(Value::as_str)
            .and_then(|date| date.parse().ok())
            .or_else(|| CivilDate::new(2016, 11, 7));
        let document = read(&spec.input, published);
        let found = project(name, &document);
        // What has no value there ("last", a unit without a number) is no figure here.
        let gold: Vec<(Span, Vec<String>)> = spec
            .results
            .iter()
            .filter(|result| match name {
                "Date" | "Duration" => true,
                _ => !gold_values(name, result).is_empty(),
            })
            .filter_map(|result| Some((span_in(&spec.input, result)?, gold_values(name, result))))
            .collect();
        let right = found.iter().filter(|(span, _)| gold.iter().any(|(gold, _)| gold == span)).count();
        let mut wrong = right < found.len() || right < gold.len();
        score.spans += Counts { right, found: found.len(), gold: gold.len() };
        let excluded: Vec<Span> =
            gold.iter().map(|(span, _)| *span).filter(|&span| is_no_figure(name, &spec.input, span)).collect();
        let own = |span: Span| !excluded.iter().any(|excluded| excluded.overlaps(span));
        score.own += Counts {
            right: found.iter().filter(|(span, _)| own(*span) && gold.iter().any(|(gold, _)| gold == span)).count(),
            found: found.iter().filter(|(span, _)| own(*span)).count(),
            gold: gold.iter().filter(|(span, _)| own(*span)).count(),
        };
        for (span, values) in &found {
            if let Some((_, wanted)) = gold.iter().find(|(gold, wanted)| gold == span && !wanted.is_empty()) {
                let right = usize::from(values.iter().any(|value| wanted.contains(value)));
                wrong |= right == 0;
                score.values += Counts { right, found: 1, gold: 1 };
            }
        }
        if wrong {
            let found: Vec<String> =
                found.iter().map(|(span, values)| format!("{} = {}", span.of(&spec.input), values.join(" "))).collect();
            miss(spec, &found);
        }
    }
    score
}

/// Where a result stands; starts count characters.
fn span_in(input: &str, result: &SpecResult) -> Option<Span> {
    let start = result.start?;
    let mut ends = input.char_indices().map(|(at, _)| at).chain([input.len()]).skip(start);
    let first = ends.next()?;
    let last = ends.nth(result.text.chars().count().checked_sub(1)?)?;
    Some(Span::from_range(first..last))
}

/// A text of quantulum3's tests.
#[derive(Deserialize)]
pub struct Quantulum {
    /// The text.
    pub req: String,
    /// Its quantities.
    pub res: Vec<QuantulumQuantity>,
}

/// A quantity of quantulum3's tests.
#[derive(Deserialize)]
pub struct QuantulumQuantity {
    /// The middle of a range.
    pub value: f64,
    /// Unit.
    pub unit: String,
    /// The words.
    pub surface: String,
}

/// Right values and units of quantulum3's quantities; the second count leaves out the numbers of names ("English 101"):
/// those without a unit that stand right behind a word with a capital.
pub fn quantulum(
    texts: &[Quantulum],
    mut miss: impl FnMut(&str, &QuantulumQuantity, Option<&Figure>),
) -> (Counts, Counts) {
    let (mut counts, mut own) = (Counts::default(), Counts::default());
    for text in texts {
        let document = read(&text.req, None);
        let mut from = 0;
        for quantity in &text.res {
            counts.gold += 1;
            let start = text.req[from..]
                .find(&quantity.surface)
                .map_or_else(|| text.req.find(&quantity.surface), |at| Some(from + at));
            let Some(start) = start else { continue };
            let span = Span::from_range(start..start + quantity.surface.len());
            from = start + quantity.surface.len();
            let figure = document.figures().iter().find(|figure| figure.span.overlaps(span));
            let right = figure.is_some_and(|figure| is_same(figure, quantity));
            let found = usize::from(figure.is_some());
            counts.found += found;
            counts.right += usize::from(right);
            let last = text.req[..start].split_whitespace().next_back().unwrap_or_default();
            let name = quantity.unit == "dimensionless"
                && start > last.len()
                && last.trim_start_matches(['"', '“', '(']).starts_with(char::is_uppercase);
            if !name {
                own += Counts { right: usize::from(right), found, gold: 1 };
            }
            if !right {
                miss(&text.req, quantity, figure);
            }
        }
    }
    (counts, own)
}

/// The value of one part of a length of time, which is one figure here: the months of `P3Y2M14D`.
fn part_of_time(figure: &Figure, unit: &str) -> Option<f64> {
    let (date, time) = figure.iso.as_deref()?.strip_prefix('P').map(|iso| iso.split_once('T').unwrap_or((iso, "")))?;
    let (part, letter) = match unit {
        "year" => (date, 'Y'),
        "month" => (date, 'M'),
        "day" => (date, 'D'),
        "hour" => (time, 'H'),
        "minute" => (time, 'M'),
        "second" => (time, 'S'),
        _ => return None,
    };
    let end = part.find(letter)?;
    let start = part[..end].rfind(char::is_alphabetic).map_or(0, |at| at + 1);
    part[start..end].parse().ok()
}

fn is_same(figure: &Figure, quantity: &QuantulumQuantity) -> bool {
    let year = || {
        let iso = figure.iso.as_deref()?.replace('X', "0");
        iso.get(..4)?.parse().ok()
    };
    if part_of_time(figure, &quantity.unit) == Some(quantity.value) {
        return true;
    }
    // A dozen is twelve here.
    if quantity.unit == "dozen" && figure.value == Some(12.0 * quantity.value) {
        return true;
    }
    // A range is its middle there; years are numbers.
    let middle = figure.min.zip(figure.max).map(|(min, max)| f64::midpoint(min, max));
    let value = figure.value.or(middle).or_else(year).unwrap_or(f64::NAN);
    let close = (value - quantity.value).abs() <= 1e-6 * quantity.value.abs().max(1e-12);
    let unit = figure.unit.as_deref().unwrap_or_default();
    let wanted = quantity.unit.as_str();
    let same = match wanted {
        // A counted noun is our unit, and none there.
        "dimensionless" => matches!(
            figure.kind,
            FigureKind::Count | FigureKind::Ordinal | FigureKind::Rate | FigureKind::Date | FigureKind::Age
        ),
        "percentage" => unit == "percent",
        "pound sterling" | "pound-mass" => unit == "pound",
        "cubic centimetre" => unit == "cubic centimetre" || unit == "millilitre",
        "degree fahrenheit" => unit == "degree Fahrenheit",
        _ => unit == wanted || unit.eq_ignore_ascii_case(wanted),
    };
    close && same
}

/// A paragraph of `MeasEval`.
#[derive(Deserialize)]
pub struct MeasEval {
    /// The paragraph.
    pub text: String,
    /// Its annotations.
    pub annotations: Vec<Annotation>,
}

/// An annotated span of `MeasEval`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Annotation {
    annot_set: String,
    annot_type: String,
    start_offset: String,
    end_offset: String,
}

/// How many of the quantities that are found have a `counts` that overlaps what they are annotated to measure, and
/// how many quantities are found.
pub fn meas_eval(paragraphs: &[MeasEval], mut miss: impl FnMut(&str, &str, Option<&str>, &str)) -> (Counts, Counts) {
    let (mut counts, mut quantities) = (Counts::default(), Counts::default());
    for MeasEval { text, annotations } in paragraphs {
        let document = read(text, None);
        let byte = |offset: &str| {
            let offset: usize = offset.parse().ok()?;
            text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(offset)
        };
        let span = |annotation: &Annotation| {
            Some(Span::from_range(byte(&annotation.start_offset)?..byte(&annotation.end_offset)?))
        };
        for quantity in annotations.iter().filter(|annotation| annotation.annot_type == "Quantity") {
            let targets: Vec<Span> = annotations
                .iter()
                .filter(|other| {
                    other.annot_set == quantity.annot_set
                        && matches!(other.annot_type.as_str(), "MeasuredEntity" | "MeasuredProperty")
                })
                .filter_map(span)
                .collect();
            let Some(place) = span(quantity).filter(|_| !targets.is_empty()) else { continue };
            let figure =
                document.figures().iter().find(|figure| figure.span.overlaps(place) && figure.kind != FigureKind::Date);
            quantities +=
                Counts { right: usize::from(figure.is_some()), found: usize::from(figure.is_some()), gold: 1 };
            let Some(figure) = figure else { continue };
            let right = figure.counts.is_some_and(|counts| targets.iter().any(|target| target.overlaps(counts)));
            counts += Counts { right: usize::from(right), found: usize::from(figure.counts.is_some()), gold: 1 };
            if !right {
                let sentence = document.sentences()[figure.sentence as usize];
                let wanted: Vec<&str> = targets.iter().map(|target| target.of(text)).collect();
                miss(
                    document.str(document.sentence_span(&sentence)),
                    document.str(figure.span),
                    figure.counts.map(|counts| document.str(counts)),
                    &wanted.join(" / "),
                );
            }
        }
    }
    (counts, quantities)
}

/// The table.
pub(super) fn table() -> io::Result<String> {
    let verbose = std::env::var("NEWSGIST_MISSES").unwrap_or_default();
    let specs = specs()?;
    let mut out = String::from(
        "# Figures\n\n\
         Reproduce: `cargo train accuracy figures` (with `../shared/data`).\n\n\
         Specs of Microsoft Recognizers-Text, English; a span has to be exact to count. Values: of the exact spans.\n\n\
         | model | cases | F1 | precision | recall | F1, figures by our definition | values right |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for (name, models) in MODELS {
        let cases = specs.iter().filter(|spec| models.contains(&spec.model.as_str())).count();
        let score = model(name, &specs, |spec, found| {
            if verbose.contains(name) {
                let wanted: Vec<&str> = spec.results.iter().map(|result| result.text.as_str()).collect();
                println!("{name}: {}\n      wanted {wanted:?}\n      found  {found:?}", spec.input);
            }
        });
        let _ = writeln!(
            out,
            "| {name} | {cases} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} |",
            score.spans.f1(),
            score.spans.precision(),
            score.spans.recall(),
            score.own.f1(),
            score.values.precision()
        );
    }
    let texts: Vec<Quantulum> = data::read("figures/figures_quantulum3_tests.jsonl")?;
    let (counts, own) = quantulum(&texts, |text, quantity, figure| {
        if verbose.contains("quantulum") {
            println!("quantulum: {text}\n      wanted {} {}\n      found  {figure:?}", quantity.value, quantity.unit);
        }
    });
    let _ = write!(out, "\n| other suites | measure | Newsgist |\n|---|---|---|\n");
    let _ = writeln!(out, "| quantulum3's tests | value and unit right, of {} | {:.3} |", counts.gold, counts.recall());
    let _ = writeln!(
        out,
        "| quantulum3's tests | the same without numbers of names, of {} | {:.3} |",
        own.gold,
        own.recall()
    );
    let paragraphs: Vec<MeasEval> = data::read("figures/figures_measeval_train.jsonl")?;
    let (counts, quantities) = meas_eval(&paragraphs, |sentence, figure, counts, wanted| {
        if verbose.contains("measeval") {
            println!("measeval: {sentence}\n      {figure} wanted «{wanted}» found «{}»", counts.unwrap_or_default());
        }
    });
    let _ = writeln!(out, "| MeasEval train | quantities found, of {} | {:.3} |", quantities.gold, quantities.recall());
    let _ = writeln!(out, "| MeasEval train | what they measure overlaps, of the found | {:.3} |", counts.recall());
    let mut last = String::new();
    let news = news::score(|sentence, what| {
        if verbose.contains("news") {
            if sentence != last {
                println!("news: {sentence}");
                sentence.clone_into(&mut last);
            }
            println!("      {what}");
        }
    })?;
    let _ = write!(
        out,
        "\n{} figures in sentences of news that were written for this project (`tests/news_figures`):\n\n\
         | what has to be right | F1 | precision | recall |\n|---|---|---|---|\n",
        news.value.gold
    );
    for (name, counts) in [
        ("value", news.value),
        ("value and unit", news.unit),
        ("value and change", news.change),
        ("value and what it refers to", news.counts),
    ] {
        let _ = writeln!(out, "| {name} | {:.3} | {:.3} | {:.3} |", counts.f1(), counts.precision(), counts.recall());
    }
    add_newsquant(&mut out, verbose.contains("quant"))?;
    out.push_str(LEFT_ON_PURPOSE);
    Ok(out)
}

/// The field's own set of news, beside the extractor of its makers.
fn add_newsquant(out: &mut String, verbose: bool) -> io::Result<()> {
    let sentences = newsquant::read()?;
    let mut last = String::new();
    let (theirs, ours) = newsquant::score(&sentences, |sentence, what| {
        if verbose && sentence != last {
            println!("newsquant: {sentence}");
            sentence.clone_into(&mut last);
        }
        if verbose {
            println!("      {what}");
        }
    });
    let _ = write!(
        out,
        "\n{} quantities in {} sentences of NewsQuant, by its published rules (`newsquant.rs` says how Newsgist's figures are put \
         in its terms), with the answers of CQE 2.0.3 on spaCy's small model:\n\n\
         | what has to be right | Newsgist: F1 | precision | recall | CQE: F1 |\n|---|---|---|---|---|\n",
        ours.value.gold,
        sentences.len()
    );
    for ((name, ours), (_, theirs)) in ours.rows().into_iter().zip(theirs.rows()) {
        let _ = writeln!(
            out,
            "| {name} | {:.3} | {:.3} | {:.3} | {:.3} |",
            ours.f1(),
            ours.precision(),
            ours.recall(),
            theirs.f1()
        );
    }
    Ok(())
}

/// What the suites ask for and Newsgist does otherwise, on purpose.
const LEFT_ON_PURPOSE: &str = "
Different on purpose:

- **By our definition** leaves out of gold and answers what is no figure by the rules of `is_no_figure`: numbers glued to letters or numbers by a
  hyphen, slash or full stop (telephone numbers, addresses, codes, slashed dates), the lower part of a fraction as an ordinal (\"forty-two
  and a third\"), and \"percent\" before its number.
- **Number**: `10G` may be a model's name, and \"2000 over 3\" two numbers; sums of three parts (\"twenty and three and three fifths\").
- **Ordinal**: relative words (\"last\", \"next\") have no value and are left out of the gold.
- **Currency, Dimension, Temperature**: units without a number (\"dollar\", \"fahrenheit\") are left out of the gold; of `5 to 10 feet`, one figure with a
  range here, the part with the unit is taken; \"per barrel\", \"a day\" belong to the figure, and are cut off where the suite has no such unit.
- **Date**: \"the day\", \"my day\", \"on 15\", `4.22`, \"in 3 weeks\" (a length of time here); prepositions are no part of a date; \"two months ago\" is a month, not a day.
- **Duration**: \"less than\", \"more than\" are the figure's `change`, not part of its span; business days are days.
- **quantulum3**: lengths of time are one figure (\"3 years, 2 months\"), judged part by part; a dozen is 12; four times are counted, not a rate; \"a gross\", units
  without a sign between (`Js`) and accounting's brackets for minus are not read. Numbers of names (\"English 101\") have no unit and stand behind a word with a capital.
";
