//! Grammar, against two treebanks, from raw text: words are aligned by their letters, as at the CoNLL 2018 shared task.

use super::Counts;
use crate::{
    Article, Models,
    document::Relation,
    pipeline::read_words,
    train::{data, syntax::cells},
};
use rustc_hash::FxHashMap;
use std::{fmt::Write as _, fs, io, ops::Range};

/// A word by its place among the letters of the text, spaces left out.
#[derive(Clone, Debug)]
struct Row {
    place: Range<usize>,
    tag: String,
    /// The head's place; none at the root.
    head: Option<Range<usize>>,
    relation: String,
}

/// A document of a treebank.
#[derive(Default)]
struct Gold {
    text: String,
    rows: Vec<Row>,
    letters: usize,
}

/// What is right: words, parts of speech, heads, heads with relations; and by relation.
#[derive(Default)]
pub struct Scores {
    /// Words that are cut as in the treebank.
    pub words: Counts,
    /// Parts of speech.
    pub tags: Counts,
    /// Heads.
    pub heads: Counts,
    /// Heads with relations, subtypes left out.
    pub relations: Counts,
    by_relation: FxHashMap<String, Counts>,
}

impl Scores {
    /// Of one relation.
    pub fn relation(&self, name: &str) -> Counts {
        self.by_relation.get(name).copied().unwrap_or_default()
    }

    fn add(&mut self, gold: &[Row], found: &[Row]) {
        let by_place: FxHashMap<(usize, usize), &Row> =
            gold.iter().map(|row| ((row.place.start, row.place.end), row)).collect();
        let mut right = [0; 4];
        for row in found {
            let own = self.by_relation.entry(row.relation.clone()).or_default();
            own.found += 1;
            let Some(same) = by_place.get(&(row.place.start, row.place.end)) else { continue };
            let head = row.head == same.head;
            let relation = head && row.relation == same.relation;
            own.right += usize::from(relation);
            let all = [true, row.tag == same.tag, head, relation];
            right.iter_mut().zip(all).for_each(|(right, is)| *right += usize::from(is));
        }
        for row in gold {
            self.by_relation.entry(row.relation.clone()).or_default().gold += 1;
        }
        let columns = [&mut self.words, &mut self.tags, &mut self.heads, &mut self.relations];
        for (counts, right) in columns.into_iter().zip(right) {
            *counts += Counts { right, found: found.len(), gold: gold.len() };
        }
    }
}

/// Measures on a treebank of `syntax/`.
///
/// # Errors
/// Where it is absent.
pub fn score(name: &str) -> io::Result<Scores> {
    let text = fs::read_to_string(data::path(&format!("syntax/{name}.conllu")))?;
    let mut scores = Scores::default();
    for document in documents(&text) {
        scores.add(&document.rows, &found(&document.text));
    }
    Ok(scores)
}

/// Documents, their paragraphs apart, a space between sentences.
fn documents(text: &str) -> Vec<Gold> {
    let mut documents: Vec<Gold> = Vec::new();
    for sentence in text.split("\n\n").filter(|sentence| !sentence.trim().is_empty()) {
        let lines = || sentence.lines();
        if documents.is_empty() || lines().any(|line| line.starts_with("# newdoc")) {
            documents.push(Gold::default());
        }
        let Some(document) = documents.last_mut() else { continue };
        if !document.text.is_empty() {
            let begins = lines().any(|line| line.starts_with("# newpar"));
            document.text.push_str(if begins { "\n\n" } else { " " });
        }
        document.text.push_str(lines().find_map(|line| line.strip_prefix("# text = ")).unwrap_or_default());
        document.sentence(sentence);
    }
    documents
}

impl Gold {
    fn sentence(&mut self, sentence: &str) {
        let mut places: Vec<Range<usize>> = Vec::new();
        let mut rows: Vec<(String, usize, String)> = Vec::new();
        // Words of a token that is several, and its place.
        let mut inside = 0;
        let mut whole = 0..0;
        for cells in sentence.lines().filter_map(cells) {
            let letters = cells[1].chars().filter(|c| !c.is_whitespace()).count();
            if let Some((first, last)) = cells[0].split_once('-') {
                let number = |cell: &str| cell.parse::<usize>().unwrap_or_default();
                inside = 1 + number(last) - number(first);
                whole = self.letters..self.letters + letters;
                continue;
            }
            if cells[0].contains('.') {
                continue;
            }
            let end = if inside == 1 { whole.end.max(self.letters) } else { self.letters + letters };
            let end = if inside > 0 { end.min(whole.end) } else { end };
            inside = inside.saturating_sub(1);
            places.push(self.letters..end);
            self.letters = end;
            let relation = cells[7].split(':').next().unwrap_or_default();
            rows.push((cells[3].to_owned(), cells[6].parse().unwrap_or_default(), relation.to_owned()));
        }
        for ((tag, head, relation), place) in rows.into_iter().zip(&places) {
            let head = head.checked_sub(1).and_then(|head| places.get(head).cloned());
            self.rows.push(Row { place: place.clone(), tag, head, relation });
        }
    }
}

/// What Newsgist finds in a text.
fn found(text: &str) -> Vec<Row> {
    let document = read_words(Article::every_letter(text), Models::embedded());
    // For each byte, how many letters stand before it.
    let text = document.text();
    let mut before = vec![0; text.len() + 1];
    let mut count = 0;
    for (at, c) in text.char_indices() {
        before[at..at + c.len_utf8()].fill(count);
        count += usize::from(!c.is_whitespace());
    }
    before[text.len()] = count;
    let mut rows = Vec::new();
    for sentence in 0..document.sentences().len() {
        let Some(grammar) = document.grammar(sentence, Models::embedded()) else { continue };
        let words = grammar.words();
        let place = |at: usize| before[words[at].span.start() as usize]..before[words[at].span.end() as usize];
        rows.extend(words.iter().enumerate().map(|(at, word)| Row {
            place: place(at),
            tag: word.tag.name().to_owned(),
            head: (word.relation != Relation::Root).then(|| place(word.head as usize)),
            relation: word.relation.universal().to_owned(),
        }));
    }
    rows
}

/// Relations that stages ask for most.
const ASKED: [&str; 7] = ["nsubj", "obj", "obl", "appos", "nummod", "ccomp", "root"];

/// The table.
pub(super) fn table() -> io::Result<String> {
    let mut out = String::from(
        "# Grammar\n\n\
         Reproduce: `cargo train accuracy syntax` (with `../shared/data`).\n\n\
         From raw text: F1 of words aligned by their letters, as at the CoNLL 2018 shared task; universal relations,\n\
         punctuation among them.\n\n\
         | what | words | UPOS | UAS | LAS |",
    );
    for relation in ASKED {
        let _ = write!(out, " {relation} |");
    }
    out.push_str("\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (name, file) in [("EWT dev", "ud_ewt_dev"), ("GUM (open part) dev", "ud_gumopen_dev")] {
        let scores = score(file)?;
        let percent = |counts: Counts| counts.f1() * 100.0;
        let columns = [scores.words, scores.tags, scores.heads, scores.relations];
        let _ = write!(out, "| {name} |");
        for counts in columns.into_iter().chain(ASKED.map(|relation| scores.relation(relation))) {
            let _ = write!(out, " {:.1} |", percent(counts));
        }
        out.push('\n');
    }
    Ok(out)
}
