//! Aliases, roles and pronouns on texts whose names are given: `{p Jane Roe}` is a person, `o` an organisation, `l` a
//! place, `g` a group.

use super::link_actors;
use crate::{
    Article, Document, Models,
    document::{Actor, MentionForm},
    name::tests::unmark,
    pipeline::read_words,
};
use std::fmt::Write;

/// What `show` tells of each actor, in the order of the text, joined by " | ".
fn check(marked: &str, expected: &str, show: impl Fn(&Document, &Actor) -> String) {
    let models = Models::embedded();
    let (text, names) = unmark(marked);
    let mut document = read_words(Article::plain(&text), models);
    document.names = names;
    let mut actors = link_actors(&document, models);
    actors.sort_by_key(|actor| actor.mentions[0].span);
    let shown: Vec<String> =
        actors.iter().map(|actor| show(&document, actor)).filter(|shown| !shown.is_empty()).collect();
    assert_eq!(shown.join(" | "), expected, "{marked}");
}

/// Name and aliases.
fn names(document: &Document, actor: &Actor) -> String {
    let mut shown = document.str(actor.name).to_owned();
    for alias in &actor.aliases {
        _ = write!(shown, " = {}", document.str(*alias));
    }
    shown
}

/// Name and role, where there is one.
fn role(document: &Document, actor: &Actor) -> String {
    actor.role.map_or(String::new(), |role| format!("{}: {}", document.str(actor.name), document.str(role)))
}

/// Name and pronouns, where there are any.
fn pronouns(document: &Document, actor: &Actor) -> String {
    let of = actor.mentions.iter().filter(|mention| mention.form == MentionForm::Pronoun);
    let of: Vec<&str> = of.map(|mention| document.str(mention.span)).collect();
    if of.is_empty() { String::new() } else { format!("{}: {}", document.str(actor.name), of.join(" ")) }
}

#[test]
fn names_are_put_together() {
    for (marked, expected) in [
        ("{p Halina Mroz} left. {p Mroz} was tired.", "Halina Mroz = Mroz"),
        ("{p Mroz} leaves\n\n{p Halina Mroz} left.", "Halina Mroz = Mroz"),
        (
            "{p Volodymyr Zelensky} spoke; {p Zelenskyy} and {p Zelenskiy} too.",
            "Volodymyr Zelensky = Zelenskyy = Zelenskiy",
        ),
        ("{p Tom B. Hale} met {p Tom Hale}.", "Tom B. Hale = Tom Hale"),
        ("{p Ada Moll OBE} spoke. {p Ada Moll} left.", "Ada Moll OBE = Ada Moll"),
        ("{p Tom Hale Jr.} spoke. {p Hale} left.", "Tom Hale Jr. = Hale"),
        ("{p Ursula von der Leyen} met {p von der Leyen}.", "Ursula von der Leyen = von der Leyen"),
        ("{p Ada Moll} and {p Jens Moll} came. {p Ada Moll} sat. {p Moll} spoke.", "Ada Moll = Moll | Jens Moll"),
        ("{p Ada Moll} came. {p Jens Moll} sat. {p Moll} spoke.", "Ada Moll | Jens Moll = Moll"),
        ("{o World Health Organization} ({o WHO}) met. {o WHO} rose.", "World Health Organization = WHO"),
        (
            "{o Association of Southeast Orr Nations} met. {o ASEON} rose.",
            "Association of Southeast Orr Nations = ASEON",
        ),
        ("{o Racing Orr} won. {o Orr} lost.", "Racing Orr = Orr"),
        ("{o Orr Motor Union} met. {o OMX} rose.", "Orr Motor Union | OMX"),
        ("{l Yucatán} is wet; {l Yucatan} is dry.", "Yucatán = Yucatan"),
        ("{o European Commission} met. The {o Commission} rose.", "European Commission = Commission"),
        ("{o Ballin Packaging} grew. {o Ballin} fell.", "Ballin Packaging = Ballin"),
        ("{o Orr Foods Inc.} grew. {o Orr Foods} fell.", "Orr Foods Inc. = Orr Foods"),
        ("{o Bank of Orr} grew. {o Bank of Moll} fell.", "Bank of Orr | Bank of Moll"),
        ("{l U.S.} and {l United States} and {l America}.", "United States = U.S. = America"),
        ("{l Orr River} rose. The {l Orr} fell.", "Orr River = Orr"),
        ("{l Mississippi River} rose. {l Mississippi} voted.", "Mississippi River | Mississippi"),
        ("{l Salem, Oregon} is wet. {l Salem} is dry.", "Salem, Oregon = Salem"),
        ("{l Georgia} and {g Georgian} wine.", "Georgia"),
        ("A {g Swede} and {g Swedes}.", "Swede = Swedes"),
        ("{l Wales} won. {o Wales} lost. {l Wales} is wet.", "Wales"),
        ("{l Washington} is hot. {p Washington} was tall.", "Washington"),
        ("{p Tom Washington} spoke in {l Washington}.", "Tom Washington | Washington"),
        ("{o Orr & Sons} grew. {o Orr and Sons} fell.", "Orr & Sons = Orr and Sons"),
        ("{o Orr Board} met. {l Orr board} rose.", "Orr Board = Orr board"),
        ("{o U.N. Harbour Council} met. {o Harbour Council} rose.", "U.N. Harbour Council = Harbour Council"),
        (
            "{o Department of Harbours} met. {o Harbours Department} rose.",
            "Department of Harbours = Harbours Department",
        ),
        ("{o English Orr Association} met. {o OA} rose.", "English Orr Association = OA"),
        ("{p Karim al-Mroz} spoke. {p Mroz} left. {p Al-Mroz} sat.", "Karim al-Mroz = Mroz = Al-Mroz"),
        ("{p Jean-Luc Mroz} spoke. {p Jean Luc Mroz} left.", "Jean Luc Mroz = Jean-Luc Mroz"),
        ("{p Edwin Chau Wing-lok} spoke. {p Chau} left.", "Edwin Chau Wing-lok = Chau"),
        (
            "{p Robert \"Bobby\" Mroz} won. {p Robert Mroz} sat. {p Bobby} left.",
            "Robert \"Bobby\" Mroz = Robert Mroz = Bobby",
        ),
        // Whoever was introduced as a relative is seldom meant; a title and a pronoun tell the sex.
        ("{p Tom Moll} and his wife, {p Ada Moll}, came. {p Moll} spoke.", "Tom Moll = Moll | Ada Moll"),
        ("{p Tom Moll} came. {p Ada Moll} sat. Mr {p Moll} spoke.", "Tom Moll = Moll | Ada Moll"),
        ("{p Tom Moll} came. {p Ada Moll} sat. {p Moll} said he was glad.", "Tom Moll = Moll | Ada Moll"),
        ("{p Ada Moll} came. {p Tom Moll} sat. {p Moll} said she was glad.", "Ada Moll = Moll | Tom Moll"),
        (
            "{p Tom Moll} came. His sister, {p Zzana Moll}, sat. {p Qqum Moll} left. Ms {p Moll} spoke.",
            "Tom Moll | Zzana Moll = Moll | Qqum Moll",
        ),
        // Of a dateline's agency nothing is told.
        ("{l OSLO} ({o Wire}) - {p Ada Moll} left.", "OSLO | Ada Moll"),
    ] {
        check(marked, expected, names);
    }
}

#[test]
fn roles_stand_beside_names() {
    for (marked, expected) in [
        ("{g Italian} Prime Minister {p Ada Moll} spoke.", "Ada Moll: Italian Prime Minister"),
        ("Former presidential aide {p Ada Moll} spoke.", "Ada Moll: Former presidential aide"),
        ("{p Ada Moll}, the bank's chief economist, spoke.", "Ada Moll: bank's chief economist"),
        ("{p Ada Moll}, 45, a nurse, spoke.", "Ada Moll: nurse"),
        ("{p Ada Moll}, who is the mayor of {l Orr}, spoke.", "Ada Moll: mayor of Orr"),
        ("The bank's chairman, {p Jens Moll}, spoke.", "Jens Moll: bank's chairman"),
        ("A spokesman for the province, {p Jens Moll}, spoke.", "Jens Moll: spokesman for the province"),
        ("It rained and {o Orr City}'s coach, {p Jens Moll}, spoke.", "Jens Moll: Orr City's coach"),
        ("Her lawyer, {p Jens Moll}, spoke.", "Jens Moll: lawyer"),
        ("{l Iran}'s foreign minister, {p Ada Moll}, spoke.", "Ada Moll: Iran's foreign minister"),
        ("Chairman Sir {p Jens Moll} spoke.", "Jens Moll: Chairman"),
        ("Secretary of State {p Ada Moll} spoke.", "Ada Moll: Secretary of State"),
        ("The White House press secretary {p Ada Moll} spoke.", "Ada Moll: White House press secretary"),
        ("World champion {p Ada Moll} won.", "Ada Moll: World champion"),
        (
            "{p Ada Moll}, co-founder and president of {o Orr Foods}, spoke.",
            "Ada Moll: co-founder and president of Orr Foods",
        ),
        (
            "{p Ada Moll}, a senior fellow at the {o Orr Institute}, spoke.",
            "Ada Moll: senior fellow at the Orr Institute",
        ),
        (
            "{p Ada Moll}, head of the {o Office on Ports and Trade}, spoke.",
            "Ada Moll: head of the Office on Ports and Trade",
        ),
        ("{p Ada Moll}, a nurse and a friend of the family, spoke.", "Ada Moll: nurse"),
        ("{p Ada Moll}, author of \"A Life at Sea,\" spoke.", "Ada Moll: author"),
        ("{p Ada Moll}, the mayor who won in May, spoke.", "Ada Moll: mayor"),
        ("She met her son {p Jens Moll} there.", "Jens Moll: her son"),
        ("{p Ada Moll}'s husband, {p Jens Moll}, spoke.", "Jens Moll: Ada Moll's husband"),
        ("Cabinet ministers {p Jens Moll} and {p Ada Orr} spoke.", "Jens Moll: Cabinet ministers"),
        ("Mr {p Moll} spoke.", ""),
        ("{p Ada Moll}, {p Jens Orr} and others spoke.", ""),
        ("{p Ada Moll}, the nurse said, was ill.", ""),
        ("{p Ada Moll} met the mayor.", ""),
    ] {
        check(marked, expected, role);
    }
}

#[test]
fn pronouns_go_on_with_the_subject() {
    for (marked, expected) in [
        ("{p Anna Moll} came late. She sat down and took off her coat.", "Anna Moll: She her"),
        ("Mr {p Moll} came late. He sat down.", "Moll: He"),
        // The sex is known to be another one.
        ("{p Anna Moll} came late. He sat down.", ""),
        // A sentence is about its subject.
        ("{p Anna Moll} was a friend of {p Maria Orr}. She sat down.", "Anna Moll: She"),
        ("It was the plan of {p Anna Moll}. She sat down.", ""),
        ("{p Anna Moll} ran a mill. A daughter, {p Eva}, died young. She liked cats.", ""),
        // Somebody without a name comes between.
        ("{p Peter Moll} came late. A waiter took the order. He sat down.", ""),
        ("{p Peter Moll} came late. His father was ill. He sat down.", "Peter Moll: His"),
        // Nobody knows who is meant after that.
        ("It rained. He sat down. {p Anna Moll} left. He stood up.", ""),
        // In a quotation others speak.
        ("{p Anna Moll} left. \"She sat down,\" it said.", ""),
    ] {
        check(marked, expected, pronouns);
    }
}
