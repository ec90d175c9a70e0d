//! Several persons of one surname: whom "Moll" means. Titles and pronouns tell the sex; who was introduced as somebody's
//! relative is seldom called by the surname alone; of two who are left, whoever was named last.

use super::alias::sex_of_name;
use crate::{
    Document, Models,
    document::{Actor, Mention, TokenKind},
    lexicon::{List, Sex, WordFlags},
    text::{Span, sort_by_number},
};

/// One who may be meant.
struct Candidate {
    actor: usize,
    sex: Sex,
    /// "his wife, Ada Moll".
    is_relative: bool,
}

/// For each mention of a name that several actors go by, the one whom it means.
pub(super) fn choose(
    document: &Document,
    models: &Models,
    actors: &[Actor],
    several: &[usize],
    mentions: &[Mention],
) -> Vec<usize> {
    let candidates: Vec<Candidate> = several
        .iter()
        .map(|&actor| Candidate {
            actor,
            sex: sex(document, models, &actors[actor]),
            is_relative: is_relative(document, models, &actors[actor]),
        })
        .collect();
    let named = |&actor: &usize| actors[actor].mentions.iter().map(move |mention| (mention.span, actor));
    let mut before: Vec<(Span, usize)> = several.iter().flat_map(named).collect();
    sort_by_number(&mut before, |&(span, actor)| u128::from(span.number()) << 64 | actor as u128);
    let mut before = before.into_iter().peekable();
    let mut nearest = vec![];
    let choice = |mention: &Mention| {
        while let Some((_, actor)) = before.next_if(|(span, _)| *span < mention.span) {
            nearest.retain(|&other| other != actor);
            nearest.push(actor);
        }
        let left = narrow(document, models, &candidates, mention.span);
        let last = nearest.iter().rev().find(|&&actor| left.iter().any(|candidate| candidate.actor == actor));
        last.copied().or_else(|| left.first().map(|candidate| candidate.actor)).unwrap_or(several[0])
    };
    mentions.iter().map(choice).collect()
}

/// Those who are left by sex, and of them those who are nobody's relative; all where nobody would be left.
fn narrow<'c>(document: &Document, models: &Models, all: &'c [Candidate], mention: Span) -> Vec<&'c Candidate> {
    let sex = sex_of_mention(document, models, mention);
    let of = |sexes: &[Sex]| all.iter().filter(|candidate| sexes.contains(&candidate.sex)).collect::<Vec<_>>();
    // Whose sex is known to be the one comes before whose sex nobody knows.
    let by_sex = [of(&[sex]), of(&[Sex::Unknown]), all.iter().collect()];
    let all = if sex == Sex::Unknown {
        all.iter().collect()
    } else {
        by_sex.into_iter().find(|left| !left.is_empty()).unwrap_or_default()
    };
    let mut left: Vec<&Candidate> = all;
    if left.iter().any(|candidate| !candidate.is_relative) {
        left.retain(|candidate| !candidate.is_relative);
    }
    left
}

/// By the titles before the name, or by the given name.
fn sex(document: &Document, models: &Models, actor: &Actor) -> Sex {
    let title = |mention: &Mention| sex_of_word_before(document, models, mention.span);
    let titles = actor.mentions.iter().map(title).find(|&sex| sex != Sex::Unknown);
    let kin = || kin_before(document, models, actor).map(|at| models.lexicon.sex_of_noun(document.token_str(at)));
    let told = titles.or_else(kin).filter(|&sex| sex != Sex::Unknown);
    told.unwrap_or_else(|| sex_of_name(document.str(actor.name), models))
}

fn sex_of_word_before(document: &Document, models: &Models, span: Span) -> Sex {
    let first = document.tokens_in(span).start;
    // "Ms. Hale": the full stop may be a token of its own.
    let before = (first.saturating_sub(2)..first).rev().map(|at| document.token_str(at)).find(|word| *word != ".");
    before.map_or(Sex::Unknown, |word| models.lexicon.sex_of_title(word))
}

/// By the title before it, or by the "he" or "she" that it is said to have said something of itself with: "Moll said she was
/// glad".
fn sex_of_mention(document: &Document, models: &Models, span: Span) -> Sex {
    let title = sex_of_word_before(document, models, span);
    if title != Sex::Unknown {
        return title;
    }
    let Some(sentence) = document.sentences().get(document.sentence_at(span.start())) else { return Sex::Unknown };
    let behind = document.tokens_in(span).end..sentence.tokens().end;
    // In a quotation others speak.
    let mut own = behind.take_while(|&at| document.tokens()[at].kind != TokenKind::Quote);
    let said = own.find(|&at| document.tags()[at].flags.has(WordFlags::SAY));
    let pronoun = said.and_then(|_| own.find(|&at| document.token_str(at) != "that"));
    pronoun.map_or(Sex::Unknown, |at| models.lexicon.sex_of_pronoun(document.token_str(at)))
}

/// Whether an actor is first named as somebody's relative: "his wife, Ada Moll", "her son Jens Moll", "Orr's brother Tom".
fn is_relative(document: &Document, models: &Models, actor: &Actor) -> bool {
    kin_before(document, models, actor).is_some()
}

/// The noun by which an actor is first named as somebody's relative.
fn kin_before(document: &Document, models: &Models, actor: &Actor) -> Option<usize> {
    let first = actor.mentions.iter().map(|mention| mention.span).min()?;
    let start = document.tokens_in(first).start;
    let word = |back: usize| start.checked_sub(back).map_or("", |at| document.token_str(at));
    let noun = 1 + usize::from(word(1) == ",");
    let is_kin = models.lexicon.has(List::Relatives, word(noun));
    // "his wife", "his late wife", "Orr's wife".
    let is_owned = || (noun + 1..noun + 4).any(|back| is_owner(document, start, back));
    (is_kin && is_owned()).then(|| start - noun)
}

fn is_owner(document: &Document, start: usize, back: usize) -> bool {
    let Some(at) = start.checked_sub(back) else { return false };
    let word = document.token_str(at);
    document.tokens()[at].kind == TokenKind::Clitic
        || matches!(word.to_ascii_lowercase().as_str(), "his" | "her" | "their" | "whose")
}
