//! News articles with attributions: who says what, by which words. The form of `quotes/quotes_polnear_*.jsonl`.

use super::data;
use crate::text::Span;
use serde::Deserialize;
use std::io;

/// An article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its name in the data.
    pub id: String,
    /// Its words; spans lie in them.
    pub text: String,
    /// Who says what.
    pub attributions: Vec<Attribution>,
}

/// Somebody's words or thoughts, quoted or not.
#[derive(Clone, Debug, Default)]
pub struct Attribution {
    /// Who says it; may be empty.
    pub source: Vec<Span>,
    /// The words that say so.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    attributions: Vec<LineAttribution>,
}

#[derive(Deserialize)]
struct LineAttribution {
    #[serde(default)]
    source: Vec<(usize, usize)>,
    #[serde(default)]
    cue: Vec<(usize, usize)>,
    #[serde(default)]
    content: Vec<(usize, usize)>,
}

/// Reads `quotes/quotes_polnear_PART.jsonl`.
///
/// # Errors
/// Where it is absent or broken.
pub fn read(part: &str) -> io::Result<Vec<Article>> {
    let lines: Vec<Line> = data::read(&format!("quotes/quotes_polnear_{part}.jsonl"))?;
    Ok(lines.into_iter().map(article).collect())
}

/// The file counts code points; spans count bytes.
fn article(line: Line) -> Article {
    let mut bytes: Vec<u32> = line.text.char_indices().map(|(byte, _)| byte as u32).collect();
    bytes.push(line.text.len() as u32);
    let spans = |ranges: &[(usize, usize)]| {
        let last = bytes.len() - 1;
        ranges.iter().map(|&(start, end)| Span::new(bytes[start.min(last)], bytes[end.min(last)])).collect()
    };
    let attributions = line.attributions.iter().map(|attribution| Attribution {
        source: spans(&attribution.source),
        cue: spans(&attribution.cue),
        content: spans(&attribution.content),
    });
    Article { attributions: attributions.collect(), id: line.id, text: line.text }
}
