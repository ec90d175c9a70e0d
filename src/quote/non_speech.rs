//! Quotation marks that set something apart instead of quoting speech: titles of works, bynames, single words.

use super::{
    chunk::Class,
    marks::Quoted,
    reading::{Attribution, Bound, Reading},
};
use crate::{
    Document,
    document::{Case, TokenKind},
    lexicon::WordFlags,
};

/// Whether the words are no speech.
pub(super) fn is_no_speech(document: &Document, reading: &Reading, quoted: &Quoted, bound: Option<&Bound>) -> bool {
    let words = quoted.inner().filter(|&at| document.tokens()[at].kind == TokenKind::Word);
    let (mut count, mut capitals, mut small) = (0, 0, 0);
    for at in words.take(12) {
        count += 1;
        // The capital of a sentence's first word tells nothing.
        if at == reading.unit.tokens.start + 1 {
            continue;
        }
        let tag = document.tags()[at];
        let function = tag.flags.has_any(WordFlags::STOP.with(WordFlags::JOINER));
        match tag.case {
            Case::Lower if !function => small += 1,
            Case::Lower => {}
            _ => capitals += 1,
        }
    }
    let last = document.token_str(quoted.end - 1);
    let sentence = matches!(last, "." | "!" | "?" | "," | "…");
    let attribution = bound.map(|bound| bound.attribution);
    let before = quoted.open.checked_sub(1).filter(|&at| at >= reading.unit.tokens.start);
    let says_work = |at: usize| document.tags().get(at).is_some_and(|tag| tag.flags.has(WordFlags::WORK));
    // “The Mill”, a musical.
    let described = reading.classes.at(quoted.after) == Class::Comma
        && reading.classes.at(quoted.after + 1) == Class::Determiner
        && (says_work(quoted.after + 2) || says_work(quoted.after + 3));
    let work = before.is_some_and(says_work) || described;
    let owner = before.is_some_and(|at| reading.classes.at(at) == Class::Clitic);
    let title = capitals > 0 && small == 0 && count <= 8;
    // “Face the Nation,” the song “Let It Be”.
    if title
        && !matches!(attribution, Some(Attribution::Behind | Attribution::Noun))
        && (work || owner || !matches!(attribution, Some(Attribution::Before | Attribution::Colon)))
    {
        return true;
    }
    // She sang “Blue Moon”.
    let performed = before.is_some_and(|at| {
        matches!(
            document.token_str(at),
            "sang" | "sings" | "sing" | "wrote" | "writes" | "recited" | "published" | "released"
        )
    });
    if title && count > 1 && performed {
        return true;
    }
    // The so-called “smart” lamps.
    if before.is_some_and(|at| document.token_str(at) == "called" && reading.classes.before(at) == Class::Hyphen) {
        return true;
    }
    // "A man who goes by the name “Lefty”."
    let names = before.is_some_and(|at| matches!(document.token_str(at), "name" | "as" | "named" | "nickname"));
    if names && title && count <= 2 {
        return true;
    }
    // Robert C. “Bobby” Scott.
    let capital = |at: usize| matches!(reading.classes.at(at), Class::Capital);
    if count <= 2 && before.is_some_and(capital) && capital(quoted.after) {
        return true;
    }
    match attribution {
        None => count < 4 || !sentence && count < 6,
        Some(Attribution::Later) => count <= 2 && !sentence,
        Some(Attribution::Carried) => count <= 4 && !sentence,
        Some(_) => false,
    }
}

/// Whether what is quoted within a quotation is the title of a work: “I read ‘Night Boats’ twice.”
pub(super) fn is_title(document: &Document, quoted: &Quoted) -> bool {
    let (mut count, mut small) = (0, 0);
    for at in quoted.inner().take(12).filter(|&at| document.tokens()[at].kind == TokenKind::Word) {
        let tag = document.tags()[at];
        let function = tag.flags.has_any(WordFlags::STOP.with(WordFlags::JOINER));
        count += 1;
        small += usize::from(tag.case == Case::Lower && !function);
    }
    count > 1 && small == 0 && !matches!(document.token_str(quoted.end - 1), "." | "!" | "?" | ",")
}
