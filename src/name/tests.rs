//! What is settled once the model has found names, on texts whose names are given: `{p Jane Roe}` is a person, `o` an
//! organisation, `l` a place, `g` a group.

use super::{
    reconcile::{Evidence, reconcile},
    segment::Segments,
};
use crate::{
    Article, Models,
    document::{ActorKind, Mention, MentionForm},
    pipeline::read_words,
    text::Span,
};

/// The text without its marks, and the names.
pub(crate) fn unmark(marked: &str) -> (String, Vec<Mention>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    for (index, piece) in marked.split('{').enumerate() {
        let Some((name, rest)) = piece.split_once('}').filter(|_| index > 0) else {
            text.push_str(piece);
            continue;
        };
        let (kind, name) = name.split_once(' ').unwrap();
        let kind = match kind {
            "p" => ActorKind::Person,
            "o" => ActorKind::Organization,
            "l" => ActorKind::Place,
            _ => ActorKind::Group,
        };
        let span = Span::from_range(text.len()..text.len() + name.len());
        names.push(Mention { span, kind, form: MentionForm::Name });
        text.push_str(name);
        text.push_str(rest);
    }
    (text, names)
}

/// The names and their kinds after settling, marked the same way.
fn check(marked: &str, expected: &str) {
    let (text, mut names) = unmark(marked);
    let models = Models::embedded();
    let document = read_words(Article::plain(&text), models);
    let segments = Segments::new(&text, document.tokens(), document.tags());
    reconcile(&segments, document.sentences(), &mut names, &Evidence::default(), models.lexicon, models.words());
    let shown: Vec<String> = names
        .iter()
        .map(|name| {
            let mark = ["p", "o", "l", "g"][name.kind as usize];
            format!("{mark} {}", name.span.of(&text))
        })
        .collect();
    assert_eq!(shown.join(" | "), expected, "{marked}");
}

#[test]
fn acronyms_and_their_long_forms() {
    for (marked, expected) in [
        // Brackets tell that both are one.
        ("The Valley Rescue Office ({o VRO}) met.", "o Valley Rescue Office | o VRO"),
        ("The {p Valley Rescue Office} (VRO) met.", "o Valley Rescue Office | o VRO"),
        ("They lowered a remotely operated vehicle ({o ROV}). The {o ROV} sank.", ""),
        // Used later without having been introduced.
        ("The {o Orr Renewal Party} won. Voters like the ORP.", "o Orr Renewal Party | o ORP"),
        ("The {o Orr Union} met. He led the OU team; an OU is not it.", "o Orr Union | o OU"),
        ("{o Orr Renewal Party} WINS THE ORP VOTE", "o Orr Renewal Party"),
    ] {
        check(marked, expected);
    }
}

#[test]
fn storms_are_nobody() {
    for (marked, expected) in [
        ("Hurricane {p Odalys} struck {l Orr}. {p Odalys} has weakened.", "l Orr"),
        ("{p Cyclone Freya} formed. {p Freya} is no threat.", ""),
        ("The storm {p Ada} passed. {p Ada} said she was afraid.", "p Ada | p Ada"),
    ] {
        check(marked, expected);
    }
}

#[test]
fn rivers_are_places() {
    for (marked, expected) in [
        ("The {l Banuyo River} rose. The {o Banuyo} fell.", "l Banuyo River | l Banuyo"),
        ("They live west of the {p Shannon}.", "l Shannon"),
        ("They live west of the {p Shannon} house.", "p Shannon"),
    ] {
        check(marked, expected);
    }
}

#[test]
fn what_stands_around_a_name_tells_its_kind() {
    for (marked, expected) in [
        ("{l Ada Moll-Orr} won. Ms. {l Moll-Orr} will not sell.", "p Ada Moll-Orr | p Moll-Orr"),
        ("The opposition candidate, {l Ada Molokwu}, won.", "p Ada Molokwu"),
        ("The mayor of {p Hartwell}, {p Tom Roe}, left.", "l Hartwell | p Tom Roe"),
        ("It rained in {l County Clare}. Roads in {p Clare} are shut.", "l County Clare | l Clare"),
        ("The MV {l Santa Rosa} left {l Orr}.", "l Orr"),
        ("They saw the {l Orr} Keys.", "l Orr Keys"),
        ("It bought {p Roe} & {p Sons} for little.", "o Roe & Sons"),
        ("Shares in {o Orr}'s parent, {p Moll Nord}, fell.", "o Orr | o Moll Nord"),
        ("Mayor {p Ada Moll} of {p Orr} spoke.", "p Ada Moll | l Orr"),
        ("The portrait of {p Orr} hung there.", "p Orr"),
        ("{p Ann}'s parent was {p Roe}.", "p Ann | p Roe"),
        ("It was told by {p Roe} & {p Moll}.", "p Roe | p Moll"),
    ] {
        check(marked, expected);
    }
}

#[test]
fn names_that_no_label_covers() {
    for (marked, expected) in [
        ("They sold Moll Spinning Company to a rival.", "o Moll Spinning Company"),
        ("Their February Oval Office clash went on for a long time.", "l Oval Office"),
        ("Moll Spinning Company Sold To Rival", ""),
    ] {
        check(marked, expected);
    }
}

#[test]
fn cut_names_are_made_whole() {
    for (marked, expected) in [
        ("He leads the {o House of Orr} Foundation in this town.", "o House of Orr Foundation"),
        ("She wrote in the {l Orr} Bulletin about the old town.", "o Orr Bulletin"),
        (
            "It was told by {g European} Commission President {p Ada Moll} on the day.",
            "o European Commission | p Ada Moll",
        ),
        ("He met {o Orr}.\n\nThe Navy said so to all of them.", "o Orr"),
        ("{p Robert} \"Bobby\" Keane won. {p Keane} left.", "p Robert \"Bobby\" Keane | p Keane"),
        ("They live in sub-Saharan {l Africa} now.", "l sub-Saharan Africa"),
        ("They turned to the West, and Republicans agreed.", "l West | g Republicans"),
        (
            "{p Hardy Picks Walz} as Mate\n\n{p Karen Hardy} picked {p Tim Walz}.",
            "p Hardy | p Walz | p Karen Hardy | p Tim Walz",
        ),
    ] {
        check(marked, expected);
    }
}
