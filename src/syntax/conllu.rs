//! The grammar in [CoNLL-U](https://universaldependencies.org/format.html).

use super::lemma;
use crate::{
    Article, Document, Format, Models, OffsetUnit, Span,
    document::{VerbForm, Word},
    pipeline::read_words,
    text::Offsets,
};
use std::fmt::Write as _;

/// All sentences: parts of speech, lemmas of verbs and nouns, verbs' forms, heads, universal relations, and where each word
/// stands in the text, in the unit. Plain text is read letter by letter.
pub fn to_conllu(text: &str, format: Format, models: &Models, unit: OffsetUnit) -> String {
    let article = match format {
        Format::Plain => Article::every_letter(text),
        _ => Article::read(text, format),
    };
    let document = &read_words(article, models);
    let offsets = Offsets::new(document.text(), unit);
    let place = |span: Span| {
        let (start, end) = offsets.of(span);
        format!("TokenRange={start}:{end}")
    };
    let mut out = String::new();
    for (number, sentence) in document.sentences().iter().enumerate() {
        let Some(words) =
            document.grammar(number, models).map(|grammar| grammar.words()).filter(|words| !words.is_empty())
        else {
            continue;
        };
        let text = document.str(document.sentence_span(sentence)).split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, "# sent_id = {}\n# text = {text}", number + 1);
        for (at, word) in words.iter().enumerate() {
            let is_first_half = words.get(at + 1).is_some_and(|next| next.token == word.token);
            if is_first_half {
                let whole = document.tokens()[word.token as usize].span;
                let form = document.str(whole);
                let after = space_after(document, words, at + 1);
                let _ = writeln!(out, "{}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{after}{}", at + 1, at + 2, place(whole));
            }
            let is_half = is_first_half || at > 0 && words[at - 1].token == word.token;
            let after = if is_half { "" } else { space_after(document, words, at) };
            let lemma = lemma(word.span.of(&document.small), word.tag, models);
            let head = if word.head as usize == at { 0 } else { word.head + 1 };
            let _ = writeln!(
                out,
                "{}\t{}\t{}\t{}\t_\t{}\t{head}\t{}\t_\t{after}{}",
                at + 1,
                document.str(word.span),
                lemma.as_deref().unwrap_or("_"),
                word.tag.name(),
                features(word.form),
                word.relation.universal(),
                place(word.span),
            );
        }
        out.push('\n');
    }
    out
}

fn space_after(document: &Document, words: &[Word], at: usize) -> &'static str {
    let end = words[at].span.end() as usize;
    let is_last = at + 1 == words.len();
    let touches = document.text().get(end..).is_some_and(|rest| !rest.starts_with(char::is_whitespace));
    if touches && !is_last { "SpaceAfter=No|" } else { "" }
}

/// A verb's form, as features.
fn features(form: VerbForm) -> &'static str {
    match form {
        VerbForm::Infinitive => "VerbForm=Inf",
        VerbForm::Present => "Tense=Pres|VerbForm=Fin",
        VerbForm::Past => "Tense=Past|VerbForm=Fin",
        VerbForm::Imperative => "Mood=Imp|VerbForm=Fin",
        VerbForm::PastParticiple => "Tense=Past|VerbForm=Part",
        VerbForm::Ing => "Tense=Pres|VerbForm=Part",
        VerbForm::None => "_",
    }
}
