//! Names that the model cut: "House of Hope" before "Foundation", `Robert "Bobby" Keane`, "sub-Saharan Africa"; and names
//! that it ran together in a headline.

use super::{acronym::add, ends_body};
use crate::{
    document::{ActorKind, Case, Mention, MentionForm, TokenKind},
    lexicon::{Lexicon, List, WordFlags},
    name::{segment::Segments, token_features::hash_phrase, words::Words},
    text::Span,
};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Makes cut names whole, and takes apart those of headlines.
pub(super) fn wholes(segments: &Segments, lexicon: &Lexicon, mentions: &mut Vec<Mention>, words: &Words) {
    headlines(segments, lexicon, mentions);
    let mut found = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let next = mentions.get(index + 1);
        found.extend(
            nickname(segments, mention, next)
                .or_else(|| body(segments, lexicon, mention, next))
                .or_else(|| listed(segments, mention, next, words))
                .or_else(|| behind_prefix(segments, mention)),
        );
    }
    add(mentions, found);
}

fn name(segments: &Segments, tokens: Range<usize>, kind: ActorKind) -> Mention {
    let span = segments.tokens[tokens.start].span.cover(segments.tokens[tokens.end - 1].span);
    Mention { span, kind, form: MentionForm::Name }
}

fn word<'d>(segments: &Segments<'d>, at: usize) -> &'d str {
    segments.tokens.get(at).map_or("", |token| token.span.of(segments.text))
}

/// `Robert "Bobby" Keane`, "Robert (Bobby) Keane": one person.
fn nickname(segments: &Segments, mention: &Mention, next: Option<&Mention>) -> Option<Mention> {
    const LONGEST: usize = 3;
    let tokens = segments.tokens_in(mention.span);
    let opens = |at: usize| {
        matches!(
            segments.tokens.get(at).map(|token| token.kind),
            Some(TokenKind::Quote | TokenKind::Open | TokenKind::Close)
        )
    };
    if mention.kind != ActorKind::Person || !opens(tokens.end) {
        return None;
    }
    let close = (tokens.end + 2..tokens.end + 2 + LONGEST).find(|&at| opens(at))?;
    let capitals = (tokens.end + 1..close).all(|at| segments.is_capital(at));
    let surname = close + 1;
    let touches = |left: usize| segments.tokens[left].span.end() == segments.tokens[left + 1].span.start();
    if !capitals
        || surname >= segments.tokens.len()
        || !segments.is_capital(surname)
        || !touches(tokens.end)
        || touches(close)
    {
        return None;
    }
    // Where the surname's name goes on, so does the whole; a lone surname needs no label.
    let mut last = surname + 1;
    let names = [next, Some(mention)].into_iter().flatten();
    for other in names.map(|other| segments.tokens_in(other.span)).filter(|other| other.contains(&surname)) {
        last = other.end;
    }
    Some(name(segments, tokens.start..last, ActorKind::Person))
}

/// "House of Hope" before "Foundation", "Orr" before "Bulletin", "Catholic" before "Church".
fn body(segments: &Segments, lexicon: &Lexicon, mention: &Mention, next: Option<&Mention>) -> Option<Mention> {
    let tokens = segments.tokens_in(mention.span);
    let end = (tokens.end..segments.tokens.len()).find(|&at| !goes_on(segments, at)).unwrap_or(segments.tokens.len());
    let behind = tokens.end..end;
    if behind.is_empty() || in_headline(segments, &tokens) {
        return None;
    }
    let last = behind.end - 1;
    let fits = match mention.kind {
        ActorKind::Organization => {
            behind.len() < 3 && ends_body(segments, lexicon, last) && !ends_body(segments, lexicon, tokens.end - 1)
        }
        ActorKind::Place => behind.len() < 3 && lexicon.has(List::NewspaperWords, word(segments, last)),
        ActorKind::Group => behind.len() < 3 && ends_body(segments, lexicon, last),
        ActorKind::Person => false,
    };
    // What is labelled behind it may not go on farther.
    let free = next.is_none_or(|next| {
        next.span.start() > segments.tokens[last].span.start() || next.span.end() <= segments.tokens[last].span.end()
    });
    (fits && free).then(|| name(segments, tokens.start..behind.end, ActorKind::Organization))
}

/// Whether a token may be a further word of the name before it: a capital on the same line, no title, and no word that
/// begins a sentence.
fn goes_on(segments: &Segments, at: usize) -> bool {
    let other = WordFlags::TITLE.with(WordFlags::STARTER).with(WordFlags::STOP).with(WordFlags::CALENDAR);
    let gap = segments.tokens[at - 1].span.end() as usize..segments.tokens[at].span.start() as usize;
    segments.is_capital(at)
        && !segments.tags[at].flags.has_any(other)
        && segments.text[gap].trim_matches(' ').is_empty()
}

/// "British Columbia" before "Lottery", where the name was cut within a listed place.
fn listed(segments: &Segments, mention: &Mention, next: Option<&Mention>, words: &Words) -> Option<Mention> {
    const LONGEST: usize = 4;
    let next = next.filter(|next| next.kind != ActorKind::Person)?;
    let (first, second) = (segments.tokens_in(mention.span), segments.tokens_in(next.span));
    let touches = second.start == first.end || word(segments, first.end) == "and";
    if !touches || second.start > first.end + 1 {
        return None;
    }
    let ends = second.start + 1..(second.end + 1).min(first.start + 1 + LONGEST);
    let is_place = |end: &usize| {
        let span = segments.tokens[first.start].span.cover(segments.tokens[end - 1].span);
        words.is_place(hash_phrase(span.of(segments.text)))
    };
    let end = ends.rev().find(is_place)?;
    let kind = if end == second.end { ActorKind::Place } else { next.kind };
    Some(name(segments, first.start..second.end, kind))
}

/// "sub-Saharan Africa".
fn behind_prefix(segments: &Segments, mention: &Mention) -> Option<Mention> {
    let tokens = segments.tokens_in(mention.span);
    let first = tokens.start.checked_sub(3).filter(|_| mention.kind == ActorKind::Place)?;
    let is_prefix = word(segments, first) == "sub" && segments.tokens[first + 1].kind == TokenKind::Hyphen;
    (is_prefix && segments.is_capital(first + 2)).then(|| name(segments, first..tokens.end, ActorKind::Place))
}

/// In a line of capitals, they say nothing.
fn in_headline(segments: &Segments, tokens: &Range<usize>) -> bool {
    const NEAR: usize = 6;
    let around = tokens.start.saturating_sub(NEAR)..segments.tokens.len().min(tokens.end + NEAR);
    let lower = around.filter(|&at| segments.tags[at].case == Case::Lower).count();
    lower < 3
}

/// "Hardy Picks Waltz": a verb parts names that the text knows.
fn headlines(segments: &Segments, lexicon: &Lexicon, mentions: &mut Vec<Mention>) {
    let text = segments.text;
    let mut known: FxHashSet<&str> = FxHashSet::default();
    for mention in mentions.iter() {
        let name = mention.span.of(text);
        known.insert(name);
        known.extend(name.rsplit(' ').next());
    }
    let mut parted = Vec::with_capacity(mentions.len());
    for mention in mentions.drain(..) {
        let tokens = segments.tokens_in(mention.span);
        let verb = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|&at| is_verb(segments, lexicon, at));
        let Some(verb) = verb.filter(|_| in_headline(segments, &tokens)) else {
            parted.push(mention);
            continue;
        };
        let sides = [tokens.start..verb, verb + 1..tokens.end];
        let names = sides.map(|side| name(segments, side, mention.kind));
        if names.iter().any(|side| known.contains(side.span.of(text))) {
            parted.extend(names);
        } else {
            parted.push(mention);
        }
    }
    *mentions = parted;
}

/// "Picks", "Meets": no word of a name.
fn is_verb(segments: &Segments, lexicon: &Lexicon, at: usize) -> bool {
    let word = word(segments, at);
    let other = WordFlags::GIVEN.with(WordFlags::PLACE).with(WordFlags::ORGANIZATION);
    word.ends_with('s')
        && !segments.tags[at].flags.has_any(other)
        && lexicon.speech(&word.to_ascii_lowercase()).is_finite()
}

/// "the West", where it is no part of a longer name and modifies nothing.
pub(super) fn the_west(segments: &Segments, lexicon: &Lexicon, mentions: &mut Vec<Mention>) {
    let ends = |at: usize| {
        let Some(tag) = segments.tags.get(at) else { return true };
        let verb = WordFlags::VERB.with(WordFlags::SAY).with(WordFlags::STOP).with(WordFlags::JOINER);
        let finite = || tag.flags.has_any(verb) || lexicon.speech(word(segments, at)).is_finite();
        tag.case == Case::None || tag.case == Case::Lower && finite()
    };
    let stands =
        |&at: &usize| word(segments, at) == "West" && matches!(word(segments, at - 1), "the" | "The") && ends(at + 1);
    let found = (1..segments.tokens.len()).filter(stands).map(|at| name(segments, at..at + 1, ActorKind::Place));
    add(mentions, found.collect());
}

/// Parties, peoples and movements, as many people: whatever label they have.
pub(super) fn peoples(segments: &Segments, lexicon: &Lexicon, mentions: &mut Vec<Mention>) {
    let is_people = |span: Span| lexicon.has(List::Peoples, span.of(segments.text));
    let mut found = Vec::new();
    for (at, token) in segments.tokens.iter().enumerate().filter(|(_, token)| is_people(token.span)) {
        let next = mentions.partition_point(|mention| mention.span.end() <= token.span.start());
        let free = mentions.get(next).is_none_or(|mention| !mention.span.overlaps(token.span));
        let alone = !segments.tokens.get(at + 1).is_some_and(|_| segments.is_capital(at + 1));
        if free && alone {
            found.push(Mention { span: token.span, kind: ActorKind::Group, form: MentionForm::Name });
        }
    }
    for mention in mentions.iter_mut().filter(|mention| is_people(mention.span)) {
        mention.kind = ActorKind::Group;
    }
    add(mentions, found);
}
