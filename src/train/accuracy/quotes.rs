//! Quotations and who speaks, on PolNeAR's news articles.

use crate::{
    Article, Document, Models, Options, analyze,
    document::Quote,
    text::Span,
    train::polnear::{self, Attribution},
};
use std::{fmt::Write, io};

/// What is measured. The definitions are written out in the table's text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Quotations found: one for one.
    pub quotations: Found,
    /// The same in characters.
    pub characters: Found,
    /// Speakers of direct quotations that were found.
    pub direct: Sources,
    /// Indirect statements found.
    pub indirect_found: Found,
    /// Their sources.
    pub indirect: Sources,
    /// Speakers of direct quotations by the strict reading, nothing left out that has a source.
    pub direct_strict: Share,
    /// Sources of indirect statements by the strict reading.
    pub indirect_strict: Share,
}

/// Ours and theirs, one side measured against the other.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_field_names, reason = "ours and theirs, and what of them was right and found")]
pub struct Found {
    right: usize,
    ours: usize,
    found: usize,
    theirs: usize,
}

impl Found {
    fn push(&mut self, right: usize, ours: usize, found: usize, theirs: usize) {
        self.right += right;
        self.ours += ours;
        self.found += found;
        self.theirs += theirs;
    }

    /// Share of ours that touches theirs: 0 to 1.
    pub fn precision(self) -> f64 {
        Share { right: self.right, all: self.ours }.value()
    }

    /// Share of theirs that ours touches: 0 to 1.
    pub fn recall(self) -> f64 {
        Share { right: self.found, all: self.theirs }.value()
    }

    /// Harmonic mean of the two: 0 to 1.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

/// How many of them all are right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    /// The right ones.
    pub right: usize,
    /// All.
    pub all: usize,
}

impl Share {
    fn push(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    /// 0 to 1; 0 of none.
    pub fn value(self) -> f64 {
        if self.all == 0 { 0.0 } else { self.right as f64 / self.all as f64 }
    }
}

/// Right sources of those that were found, by the words that the gold data gives.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sources {
    /// The source is a name.
    pub named: Share,
    /// It is described: "a spokesman".
    pub described: Share,
    /// It is a pronoun.
    pub pronouns: Share,
}

impl Sources {
    /// All three together.
    pub fn all(&self) -> Share {
        let parts = [self.named, self.described, self.pronouns];
        Share { right: parts.iter().map(|part| part.right).sum(), all: parts.iter().map(|part| part.all).sum() }
    }
}

/// The table of `docs/accuracy/quotes.md`.
pub(super) fn score() -> io::Result<String> {
    let score = measure(&polnear::read("dev")?);
    let mut out = String::from(
        "# Quotes and speakers\n\n\
        `cargo train accuracy quotes`, on `quotes/quotes_polnear_dev` (84 news articles, \
        which no weight was trained on).\n\n",
    );
    out.push_str("| what | right | of | share |\n|---|---|---|---|\n");
    let mut row = |what: &str, share: Share| {
        let _ = writeln!(out, "| {what} | {} | {} | {:.3} |", share.right, share.all, share.value());
    };
    row("direct: speaker's head word", score.direct.all());
    row("… where the gold source is a name", score.direct.named);
    row("… a description", score.direct.described);
    row("… a pronoun", score.direct.pronouns);
    row("direct, strict reading", score.direct_strict);
    row("indirect: source's head word, of those found", score.indirect.all());
    row("… where the gold source is a name", score.indirect.named);
    row("… a description", score.indirect.described);
    row("… a pronoun", score.indirect.pronouns);
    row("indirect, strict reading", score.indirect_strict);
    out.push_str("\n| what | precision | recall | F1 |\n|---|---|---|---|\n");
    let mut row = |what: &str, counts: Found| {
        let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
        let _ = writeln!(out, "| {what} | {precision:.3} | {recall:.3} | {f1:.3} |");
    };
    row("direct quotations found (overlap)", score.quotations);
    row("… in characters", score.characters);
    row("indirect statements found (overlap)", score.indirect_found);
    out.push_str(DEFINITIONS);
    Ok(out)
}

const DEFINITIONS: &str = "
**Definitions.** A gold quotation is a stretch in double quotation marks within an attribution's content; it is found
where a direct quote of ours shares a character with it, and a direct quote of ours is right where it shares one with any
attribution's content. A gold attribution is direct where its content holds such a stretch; it is found where a direct
quote of ours overlaps it, and then the quote with the largest overlap tells the speaker. The other attributions are
indirect. A source's head word is the last word before its first comma, bracket, relative pronoun or preposition; of two
sources joined by \"and\", or of a description and the name in apposition to it, either will do. A speaker is right where the head word of its words in the article is the
gold one, and, if the speaker was resolved to an actor, that word is in one of the actor's names too. A pronoun is right
only where it is the same pronoun at the same place; for a relative pronoun the words right before it will do. Left out
are attributions without a source, those whose cue stands within a quotation (somebody's words about somebody's words),
and those whose cue and source the annotators swapped (the source is \"said\").

**The strict reading** knows no second choice and leaves nothing out that has a source: the head word of the whole of our
speaker's words, as they stand, is that of the whole of the gold source; an actor has that word in its name or an alias;
a pronoun is the same one at the same place.

The gold data has attributions of thought and attitude too (\"wants\", \"endorsed\"), which are no speech; and whole
paragraphs of speech were passed over by its annotators. Recall of indirect statements and precision are bounded by that.
";

/// Measures on articles.
pub fn measure(articles: &[polnear::Article]) -> Score {
    let mut score = Score::default();
    for article in articles {
        let document = analyze(Article::verbatim(&article.text), Models::embedded(), &Options::default());
        score.add(article, &document);
    }
    score
}

impl Score {
    fn add(&mut self, article: &polnear::Article, document: &Document) {
        let text = &article.text;
        let stretches = marked(text);
        let shared = |spans: &[Span], span: Span| spans.iter().map(|other| overlap(*other, span)).sum::<u32>();
        let gold_content: Vec<Span> = article.attributions.iter().flat_map(|a| a.content.iter().copied()).collect();
        let (direct, indirect): (Vec<&Quote>, Vec<&Quote>) = document.quotes().iter().partition(|quote| quote.direct);
        let direct_spans: Vec<Span> = direct.iter().map(|quote| quote.span).collect();
        let gold_stretches: Vec<Span> =
            stretches.iter().copied().filter(|&stretch| shared(&gold_content, stretch) > 0).collect();
        let found = gold_stretches.iter().filter(|&&stretch| shared(&direct_spans, stretch) > 0).count();
        let right = direct_spans.iter().filter(|&&span| shared(&gold_content, span) > 0).count();
        self.quotations.push(right, direct_spans.len(), found, gold_stretches.len());
        let chars = |spans: &[Span]| merge(spans).iter().map(|span| span.len() as usize).sum::<usize>();
        let both = |a: &[Span], b: &[Span]| {
            let (a, b) = (merge(a), merge(b));
            a.iter().map(|span| shared(&b, *span) as usize).sum::<usize>()
        };
        self.characters.push(
            both(&direct_spans, &gold_content),
            chars(&direct_spans),
            both(&gold_stretches, &direct_spans),
            chars(&gold_stretches),
        );
        for attribution in article.attributions.iter().filter(|attribution| !attribution.content.is_empty()) {
            let is_direct = stretches.iter().any(|&stretch| shared(&attribution.content, stretch) > 0);
            let ours = if is_direct { &direct } else { &indirect };
            let best = ours
                .iter()
                .map(|quote| (shared(&attribution.content, quote.span), *quote))
                .filter(|(shared, _)| *shared > 0)
                .max_by_key(|(shared, quote)| (*shared, std::cmp::Reverse(quote.span)));
            if !is_direct {
                self.indirect_found.push(0, 0, usize::from(best.is_some()), 1);
            }
            let Some((_, quote)) = best else { continue };
            if !attribution.source.is_empty() {
                let right = is_strictly_right(document, attribution, quote);
                if is_direct { &mut self.direct_strict } else { &mut self.indirect_strict }.push(right);
            }
            let within = attribution.cue.iter().any(|cue| stretches.iter().any(|stretch| stretch.contains(*cue)));
            let swapped = matches!(source_text(text, attribution).as_str(), "said" | "says");
            if attribution.source.is_empty() || within || swapped {
                continue;
            }
            let right = is_right(document, attribution, quote);
            let sources = if is_direct { &mut self.direct } else { &mut self.indirect };
            let words = source_text(text, attribution);
            let kind = if is_pronoun(&words) {
                &mut sources.pronouns
            } else if words.split(' ').any(|word| word.starts_with(char::is_uppercase) && !is_determiner(word)) {
                &mut sources.named
            } else {
                &mut sources.described
            };
            kind.push(right);
        }
        let right = indirect.iter().filter(|quote| shared(&gold_content, quote.span) > 0).count();
        self.indirect_found.push(right, indirect.len(), 0, 0);
    }
}

fn is_right(document: &Document, attribution: &Attribution, quote: &Quote) -> bool {
    let words = source_text(document.text(), attribution);
    let Some(span) = quote.speaker_span else { return false };
    if is_pronoun(&words) {
        const BESIDE: u32 = 60;
        let relative = matches!(words.as_str(), "who" | "which" | "that");
        return attribution.source.iter().any(|source| {
            let before = relative && span.end() <= source.start() && span.end() + BESIDE > source.start();
            source.overlaps(span) || before
        });
    }
    let gold = heads(&words);
    if !heads(document.str(span)).iter().any(|head| gold.contains(head)) {
        return false;
    }
    let Some(actor) = quote.speaker.map(|id| &document.actors()[id as usize]) else { return true };
    let names = std::iter::once(actor.name).chain(actor.aliases.iter().copied());
    let mentions = actor.mentions.iter().map(|mention| mention.span);
    names.chain(mentions).any(|name| {
        let words = heads_of_words(document.str(name));
        words.iter().any(|word| gold.contains(word))
    })
}

/// The same without second choices; see [`DEFINITIONS`].
fn is_strictly_right(document: &Document, attribution: &Attribution, quote: &Quote) -> bool {
    let words = source_text(document.text(), attribution);
    let Some(span) = quote.speaker_span else { return false };
    if is_pronoun(&words) {
        return attribution.source.iter().any(|source| source.overlaps(span));
    }
    let gold = last_before_stop(words.split([',', '(', '[', ';', '—', '–']).find(|part| !part.trim().is_empty()));
    let ours = document.str(span);
    let ours = last_before_stop(ours.split([',', '(', '[', ';', '—', '–']).find(|part| !part.trim().is_empty()));
    if gold.is_none() || gold != ours {
        return false;
    }
    let Some(actor) = quote.speaker.map(|id| &document.actors()[id as usize]) else { return true };
    let mut names = std::iter::once(actor.name).chain(actor.aliases.iter().copied());
    names.any(|name| heads_of_words(document.str(name)).iter().any(|word| gold.as_ref() == Some(word)))
}

fn source_text(text: &str, attribution: &Attribution) -> String {
    attribution.source.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
}

fn is_pronoun(words: &str) -> bool {
    matches!(
        words.to_lowercase().as_str(),
        "he" | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "you"
            | "who"
            | "which"
            | "that"
            | "him"
            | "her"
            | "his"
            | "their"
            | "its"
            | "them"
            | "my"
            | "our"
            | "me"
            | "us"
            | "whose"
            | "whom"
    )
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "The" | "A" | "An" | "His" | "Her" | "Their" | "Some" | "Many" | "One" | "Most" | "Both" | "Several")
}

/// The head words of a source, in small letters; see [`DEFINITIONS`].
fn heads(source: &str) -> Vec<String> {
    let mut parts = source.split([',', '(', '[', ';', '—', '–']).filter(|part| !part.trim().is_empty());
    let first = parts.next().unwrap_or_default();
    // "His brother, John Smith,": the name in apposition.
    let second = parts.next().filter(|part| part.split_whitespace().all(|word| word.starts_with(char::is_uppercase)));
    let mut heads = Vec::new();
    for part in first.split(" and ").chain(second) {
        heads.extend(last_before_stop(Some(part)));
    }
    heads
}

/// The last word before a preposition or a relative pronoun.
fn last_before_stop(part: Option<&str>) -> Option<String> {
    let mut last = None;
    for word in part?.split_whitespace() {
        let plain = plain(word);
        let stops = matches!(
            plain.as_str(),
            "of" | "for" | "with" | "from" | "in" | "at" | "on" | "to" | "who" | "which" | "that" | "by"
        );
        if stops && last.is_some() {
            break;
        }
        // "Jr." is no head.
        if !plain.is_empty() && !matches!(plain.as_str(), "jr" | "sr" | "iii" | "ii") {
            last = Some(plain);
        }
    }
    last
}

/// All words of a name, as [`heads`] writes them.
fn heads_of_words(name: &str) -> Vec<String> {
    name.split_whitespace().map(plain).collect()
}

/// A word in small letters, with straight apostrophes, without marks around it and without a possessive.
fn plain(word: &str) -> String {
    let word = word.replace('’', "'");
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_lowercase();
    word.trim_end_matches("'s").trim_end_matches('.').to_owned()
}

/// What stands in double quotation marks, by the plainest reading: from an opening mark to the next closing one in the
/// same paragraph, or to its end.
fn marked(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let mut open: Option<usize> = None;
        let bytes = paragraph.as_bytes();
        for (at, c) in paragraph.char_indices() {
            let typewriter = c == '\'' && bytes.get(at + 1) == Some(&b'\'');
            let (opens, closes) = match c {
                '“' => (true, false),
                '”' => (false, true),
                '"' => (open.is_none(), open.is_some()),
                '\'' if typewriter => (open.is_none(), open.is_some()),
                _ => (false, false),
            };
            let width = if typewriter { 2 } else { c.len_utf8() };
            if closes {
                if let Some(first) = open.take().filter(|&first| first < at) {
                    spans.push(Span::from_range(start + first..start + at));
                }
            } else if opens && open.is_none() {
                open = Some(at + width);
            }
        }
        if let Some(first) = open.filter(|&first| first + 40 < paragraph.len()) {
            spans.push(Span::from_range(start + first..start + paragraph.len()));
        }
        start += paragraph.len() + 1;
    }
    spans
}

fn overlap(a: Span, b: Span) -> u32 {
    a.end().min(b.end()).saturating_sub(a.start().max(b.start()))
}

fn merge(spans: &[Span]) -> Vec<Span> {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.cover(span),
            _ => merged.push(span),
        }
    }
    merged
}
