//! What a noun beside a name says of its kind: "the mobile operator Telvana", "Bahatyr, a village in Donetsk".

use crate::{
    document::{ActorKind, Case, Mention, TokenKind},
    lexicon::WordFlags,
    name::segment::Segments,
};
use rustc_hash::FxHashSet;

/// The kind that the words beside a name tell, where they do.
pub(super) fn cue(segments: &Segments, mention: Mention) -> Option<ActorKind> {
    let tokens = segments.tokens_in(mention.span);
    let word = |at: usize| segments.tokens[at].span.of(segments.text);
    if let Some(before) = tokens.start.checked_sub(1) {
        if matches!(word(before), "Mr" | "Mrs" | "Ms" | "Mr." | "Mrs." | "Ms.") {
            return Some(ActorKind::Person);
        }
        let office = |at: usize| segments.tags[at].flags.has(WordFlags::OCCUPATION);
        let end = segments.tokens.get(tokens.end).map(|token| token.kind);
        // "the opposition candidate, Ada Moll, won"
        if word(before) == ","
            && mention.kind == ActorKind::Place
            && tokens.len() > 1
            && before > 0
            && office(before - 1)
            && end == Some(TokenKind::Comma)
        {
            return Some(ActorKind::Person);
        }
        // "Telvana's parent, Orbis Nordic,"
        if word(before) == ","
            && before > 1
            && matches!(word(before - 1), "parent" | "subsidiary" | "affiliate")
            && segments.tokens[before - 2].kind == TokenKind::Clitic
            && matches!(end, Some(TokenKind::Comma | TokenKind::Terminal))
        {
            return Some(ActorKind::Organization);
        }
        // "the mayor of Orr"
        if mention.kind == ActorKind::Person
            && tokens.len() == 1
            && before > 0
            && word(before) == "of"
            && matches!(word(before - 1), "mayor" | "Mayor" | "governor" | "Governor")
        {
            return Some(ActorKind::Place);
        }
        // "Mayor Ada Moll of Orr"
        if mention.kind == ActorKind::Person && tokens.len() == 1 && word(before) == "of" && before > 1 {
            let has = |back: usize, flag| before.checked_sub(back).is_some_and(|at| segments.tags[at].flags.has(flag));
            let titled = has(2, WordFlags::TITLE) || has(3, WordFlags::TITLE) || has(2, WordFlags::GIVEN);
            if titled && segments.is_capital(before - 1) {
                return Some(ActorKind::Place);
            }
        }
        if let Some(kind) = kind_of(word(before)).filter(|kind| *kind == ActorKind::Organization) {
            return Some(kind);
        }
        // "west of the Shannon", "on the banks of the Shannon"
        if mention.kind == ActorKind::Person && tokens.len() == 1 && word(before) == "the" && before > 1 {
            let side = matches!(
                word(before - 2),
                "north" | "south" | "east" | "west" | "bank" | "banks" | "mouth" | "shore" | "shores" | "side"
            );
            let noun = segments.tokens.get(tokens.end).is_some_and(|token| token.kind == TokenKind::Word);
            if side && word(before - 1) == "of" && !noun {
                return Some(ActorKind::Place);
            }
        }
        // "the village of Bahatyr"
        if word(before) == "of" && before > 0 && kind_of(word(before - 1)) == Some(ActorKind::Place) {
            return Some(ActorKind::Place);
        }
    }
    // ", a village", ", the mobile operator"
    let comma = segments.tokens.get(tokens.end).filter(|token| token.kind == TokenKind::Comma);
    if comma.is_none() || !matches!(segments.tokens.get(tokens.end + 1)?.span.of(segments.text), "a" | "an" | "the") {
        return None;
    }
    let first = tokens.end + 2;
    let len = (first..segments.tokens.len().min(first + 5))
        .take_while(|&at| {
            segments.tokens[at].kind == TokenKind::Hyphen
                || segments.tokens[at].kind == TokenKind::Word
                    && segments.tags[at].case != Case::None
                    && !matches!(word(at), "of" | "in" | "for" | "at" | "and" | "that" | "which" | "who" | "with")
        })
        .count();
    // "Li Wei, the bank's chief economist"; "Jane Roe, a machine operator".
    let owns = segments.tokens.get(first + len).is_none_or(|token| token.kind == TokenKind::Clitic);
    let head = (first + len).checked_sub(1).filter(|_| len > 0 && !owns)?;
    kind_of(word(head)).filter(|_| !is_also_person(word(head)))
}

/// Nouns for companies that people may be as well.
fn is_also_person(noun: &str) -> bool {
    matches!(
        noun,
        "operator" | "broker" | "retailer" | "manufacturer" | "publisher" | "broadcaster" | "lender" | "giant"
    )
}

/// Takes away the names of storms, which are nobody's: "Tropical Storm Dalisay", and "Dalisay" wherever else it stands.
/// Not those that say something.
pub(super) fn storms(segments: &Segments, mentions: &mut Vec<Mention>) {
    let text = segments.text;
    let is_storm = |word: &str| {
        matches!(word, "Storm" | "storm" | "Hurricane" | "hurricane" | "Typhoon" | "typhoon" | "Cyclone" | "cyclone")
    };
    let word = |at: usize| segments.tokens[at].span.of(text);
    let mut storms: FxHashSet<&str> = (1..segments.tokens.len())
        .filter(|&at| segments.is_capital(at) && is_storm(word(at - 1)))
        .filter(|&at| at + 1 == segments.tokens.len() || !segments.is_capital(at + 1))
        .map(word)
        .collect();
    if storms.is_empty() {
        return;
    }
    for mention in mentions.iter() {
        let tokens = segments.tokens_in(mention.span);
        if tokens.end < segments.tokens.len() && matches!(word(tokens.end), "said" | "says" | "told") {
            storms.remove(mention.span.of(text));
        }
    }
    mentions.retain(|mention| {
        let name = mention.span.of(text);
        let last = name.split_once(' ').filter(|(first, _)| is_storm(first)).map_or(name, |(_, last)| last);
        !storms.contains(last)
    });
}

/// Takes away the names of ships: "the MV Santa Rosa".
pub(super) fn ships(segments: &Segments, mentions: &mut Vec<Mention>) {
    let is_ship = |word: &str| matches!(word, "MV" | "HMS" | "USS" | "RMS" | "HMAS" | "HMCS");
    mentions.retain(|mention| {
        let first = segments.tokens_in(mention.span).start;
        !(first.saturating_sub(1)..=first).any(|at| is_ship(segments.tokens[at].span.of(segments.text)))
    });
}

/// What a common noun means.
fn kind_of(noun: &str) -> Option<ActorKind> {
    Some(match noun {
        "company" | "firm" | "operator" | "airline" | "bank" | "broker" | "brokerage" | "retailer" | "carmaker"
        | "automaker" | "manufacturer" | "publisher" | "insurer" | "startup" | "agency" | "charity" | "newspaper"
        | "website" | "magazine" | "broadcaster" | "supermarket" | "lender" | "giant" | "conglomerate" | "utility"
        | "nonprofit" | "watchdog" | "consultancy" => ActorKind::Organization,
        "village" | "town" | "city" | "province" | "suburb" | "island" | "district" | "region" | "county" | "port"
        | "hamlet" | "neighbourhood" | "neighborhood" => ActorKind::Place,
        _ => return None,
    })
}
