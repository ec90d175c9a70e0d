//! JSON lines: an article a line in, a digest a line out. The command line reads and writes them.

use crate::{Article, Digest, Format, Models, OffsetUnit, Options, analyze, export};
use serde::Deserialize;
use serde_json::{Value, json};

/// One line of input.
#[derive(Deserialize)]
struct Line {
    id: Value,
    text: Option<String>,
    html: Option<String>,
    title: Option<String>,
    date: Option<String>,
}

/// The answer to `{"id","text"}` or `{"id","html"}`, with `"title"` and `"date"` where the line has them: `{"id","digest"}`, or
/// `{"id"|"line","error"}` where the line cannot be read. One line without its end, whatever `line` holds; `number`
/// counts from 1.
pub fn answer(line: &[u8], number: u64, options: &Options, unit: OffsetUnit) -> String {
    read(line, number, options, unit).map_or_else(
        |error| error.to_string(),
        |(id, digest)| format!("{{\"id\":{id},\"digest\":{}}}", export::to_json(&digest)),
    )
}

fn read(line: &[u8], number: u64, options: &Options, unit: OffsetUnit) -> Result<(Value, Digest), Value> {
    let value: Value = match serde_json::from_slice(line) {
        Ok(value) => value,
        Err(error) => return Err(json!({ "line": number, "error": error.to_string() })),
    };
    let id = value.get("id").cloned();
    let failed = |error: String| match &id {
        Some(id) => Err(json!({ "id": id, "error": error })),
        None => Err(json!({ "line": number, "error": error })),
    };
    let line: Line = match serde_json::from_value(value) {
        Ok(line) => line,
        Err(error) => return failed(error.to_string()),
    };
    let published_at = match line.date.as_deref().map(str::parse).transpose() {
        Ok(date) => date.or(options.published_at),
        Err(error) => return failed(format!("date: {error}")),
    };
    let (text, format) = match (&line.text, &line.html) {
        (Some(text), None) => (text, Format::Plain),
        (None, Some(html)) => (html, Format::Html),
        (None, None) => return failed("missing field `text` or `html`".to_owned()),
        (Some(_), Some(_)) => return failed("`text` or `html`, not both".to_owned()),
    };
    let options = Options { published_at, title: line.title, ..options.clone() };
    let document = analyze(Article::read(text, format), Models::embedded(), &options);
    Ok((line.id, Digest::new(&document, unit)))
}
