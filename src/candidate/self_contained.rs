//! Standing alone: which sentences make sense away from their neighbours, and where they have to begin for it.

use super::{boilerplate, cues, opening::opening};
use crate::{
    Document, Models,
    article::BlockKind,
    document::{ActorKind, Case, MentionForm, TokenKind},
    lexicon::WordFlags,
    text::{Span, sort_by_number},
};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Whether a sentence can be shown away from its neighbours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Standing {
    /// It can, from this token on; an actor's name may stand for a pronoun.
    Alone {
        /// First token to be shown.
        first: usize,
        /// A pronoun's token, and the actor that it means.
        named: Option<(usize, u32)>,
    },
    /// It says something, but leans on what goes before: only where nothing better is there.
    Leaning {
        /// First token to be shown.
        first: usize,
    },
    /// No sentence of the article proper: a caption, a credit, a heading.
    Never,
}

/// How one sentence stands. `inside` says whether it begins within a quotation.
pub(super) fn standing(
    document: &Document,
    models: &Models,
    pronouns: &Pronouns,
    index: usize,
    inside: bool,
) -> Standing {
    let sentence = document.sentences()[index];
    let kind = document.blocks()[sentence.block as usize].kind;
    if !matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) {
        return Standing::Never;
    }
    let range = sentence.tokens();
    let first = opening(document, range.clone());
    let part = interview_part(document, index);
    let labelled = part.is_some() && document.token_str(first + 1) == ":" && first == range.start;
    let first = if labelled { first + 2 } else { first };
    let rest = first..range.end;
    if part == Some(Part::Question)
        || boilerplate::is_title(document, index)
        || rest.is_empty()
        || boilerplate::is_boilerplate(document, models.lexicon, rest.clone())
    {
        return Standing::Never;
    }
    // Whose "I" and "we" these are only the page around the answer tells.
    let own = part == Some(Part::Answer) && rest.clone().any(|at| cues::is_first_person(document.small_str(at)));
    let whole = !own && !inside && is_whole(document, range, kind);
    let subject = early_pronoun(document, rest.clone());
    let loose = loose_person(document, rest.clone(), inside);
    // A name can be put in for one pronoun: the first, where it is a subject.
    let named = match (subject, loose) {
        (Some(early), Some(loose)) if early > loose => None,
        (Some(at), _) | (None, Some(at)) => pronouns.actor(document, index, at).map(|actor| (at, actor)),
        (None, None) => None,
    };
    let settled = named.is_some() || subject.is_none() && loose.is_none();
    // "Roe spoke after he and": whom the sentence names already needs no name put in.
    let named = named.filter(|&(at, actor)| !says_name(document, rest.start..at, actor));
    let back = || {
        // A pronoun that a name stands for is what the words begin with, or they begin with something else that may lean.
        named.is_none_or(|(at, _)| at > first) && leans(document, rest.clone())
            || cues::points_at_text(document, rest.clone(), inside)
            || cues::means_one_before(document, rest.clone())
            || cues::declines(document, rest.clone())
            || cues::answers(document, rest.clone())
            || is_alone_in_block(document, index) && boilerplate::is_caption(document, rest.clone())
    };
    if !settled || !whole || back() {
        return Standing::Leaning { first };
    }
    Standing::Alone { first, named }
}

/// Whether the last word of an actor's name stands among the tokens.
fn says_name(document: &Document, mut range: Range<usize>, actor: u32) -> bool {
    let name = document.str(document.actors()[actor as usize].name);
    let last = name.rsplit(' ').next().unwrap_or(name);
    range.any(|at| document.token_str(at) == last)
}

/// Whose turn a paragraph of a transcript is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Question,
    Answer,
}

/// "Q: What comes next?", "A: We start in May. …": whose turn the sentence's paragraph is.
fn interview_part(document: &Document, index: usize) -> Option<Part> {
    let block = document.sentences()[index].block as usize;
    let text = document.str(document.blocks()[block].span);
    match text.get(..2)? {
        "Q:" => Some(Part::Question),
        "A:" => Some(Part::Answer),
        _ => None,
    }
}

/// Whether the sentence is a block of its own, behind the article's first.
fn is_alone_in_block(document: &Document, index: usize) -> bool {
    let sentences = document.sentences();
    let block = sentences[index].block;
    let other = |at: Option<usize>| at.and_then(|at| sentences.get(at)).is_none_or(|other| other.block != block);
    index > 0 && other(index.checked_sub(1)) && other(Some(index + 1))
}

/// A whole statement: some words, a mark at its end, quotation marks in pairs, and a speaker for what is quoted.
fn is_whole(document: &Document, range: Range<usize>, kind: BlockKind) -> bool {
    const FEW: usize = 5;
    let tokens = &document.tokens()[range.clone()];
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
    let Some(last) = range.clone().rev().find(|&at| !is_closing(document, at)) else { return false };
    let mark = document.token_str(last);
    let ended = mark == "." || mark == "!" || mark.ends_with('.') || kind == BlockKind::ListItem && mark != "?";
    words >= FEW && ended && cues::quotes_are_whole(document, range)
}

fn is_closing(document: &Document, at: usize) -> bool {
    matches!(document.tokens()[at].kind, TokenKind::Quote | TokenKind::Close)
}

/// So many tokens into a sentence a name is its subject, most likely: "On Friday the mayor, Doe".
const NEAR_START: usize = 4;

/// Pronouns whose actor is known.
#[derive(Debug, Default)]
pub(super) struct Pronouns {
    /// First byte and actor.
    known: FxHashMap<u32, u32>,
    /// For each sentence, the first person whom it names or means, and whether it is surely about that one: nobody else is
    /// named in it, or the name stands near its beginning.
    subjects: Vec<Option<(u32, bool)>>,
}

impl Pronouns {
    pub(super) fn of(document: &Document) -> Self {
        let actors = document.actors().iter().enumerate();
        let mentions = actors.flat_map(|(id, actor)| actor.mentions.iter().map(move |mention| (id as u32, mention)));
        let pronouns = mentions.filter(|(_, mention)| mention.form == MentionForm::Pronoun);
        // One who is "he" here and "she" there was mistaken for somebody else: the rarer of the two is not believed.
        let woman = |span: Span| matches!(document.str(span).as_bytes(), [_, b'h', ..] | [b'h' | b'H', b'e', b'r', ..]);
        let mut times = vec![[0u32; 2]; document.actors().len()];
        for (id, mention) in pronouns.clone() {
            times[id as usize][usize::from(woman(mention.span))] += 1;
        }
        let sure = pronouns.filter(|&(id, mention)| {
            let woman = usize::from(woman(mention.span));
            times[id as usize][woman] >= 3 * times[id as usize][1 - woman]
        });
        let mut known: FxHashMap<u32, u32> = sure.map(|(id, mention)| (mention.span.start(), id)).collect();
        // Where the quotes' stage knows it otherwise, or does not know, nobody does.
        for quote in document.quotes() {
            if let Some(speaker) = quote.speaker_span
                && known.get(&speaker.start()).is_some_and(|&actor| quote.speaker != Some(actor))
            {
                known.remove(&speaker.start());
            }
        }
        let mut people: Vec<(u32, u32)> = Vec::new();
        for (id, actor) in document.actors().iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Person) {
            people.extend(actor.mentions.iter().map(|mention| (mention.span.start(), id as u32)));
        }
        sort_by_number(&mut people, |&(start, id)| u128::from(start) << 32 | u128::from(id));
        let mut next = people.into_iter().peekable();
        let mut subjects = Vec::with_capacity(document.sentences().len());
        for sentence in document.sentences() {
            let span = document.sentence_span(sentence);
            let mut first: Option<(u32, bool, bool)> = None;
            while let Some((start, id)) = next.next_if(|&(start, _)| start < span.end()) {
                let early = || document.tokens_in(Span::new(span.start(), start)).len() <= NEAR_START;
                let (subject, early, alone) = first.unwrap_or_else(|| (id, early(), true));
                first = Some((subject, early, alone && subject == id));
            }
            subjects.push(first.map(|(subject, early, alone)| (subject, early || alone)));
        }
        Self { known, subjects }
    }

    /// The actor that the pronoun at a token of a sentence means, where a mention says so and the sentence before begins
    /// with the same one: of two who are named there, the other may be meant.
    fn actor(&self, document: &Document, sentence: usize, at: usize) -> Option<u32> {
        // "He's" would leave the clitic without its word, and only a subject reads well as a name.
        let clitic = document.tokens().get(at + 1).is_some_and(|next| next.kind == TokenKind::Clitic);
        if !matches!(document.token_str(at), "he" | "He" | "she" | "She" | "they" | "They" | "it" | "It") {
            return None;
        }
        let actor = self.known.get(&document.tokens()[at].span.start()).copied()?;
        let person = document.actors()[actor as usize].kind == ActorKind::Person;
        let own = self.subjects.get(sentence).copied().flatten();
        let before = sentence.checked_sub(1).and_then(|before| self.subjects[before]);
        let follows = before.is_none_or(|(subject, sure)| subject == actor && sure);
        let sure = !person || own.is_some_and(|(subject, _)| subject == actor) && follows;
        (sure && !clitic).then_some(actor)
    }
}

/// Words that introduce a sentence before its subject.
const INTRODUCING: &[&str] = &[
    "in",
    "on",
    "at",
    "by",
    "after",
    "before",
    "during",
    "when",
    "while",
    "if",
    "as",
    "since",
    "for",
    "from",
    "with",
    "under",
    "last",
    "earlier",
    "later",
    "yesterday",
    "once",
    "although",
    "though",
    "because",
    "until",
    "despite",
    "like",
    "unlike",
];

/// "he", "she", "his", "her" outside quotation marks, before anybody whom it could mean has been named; and who says what
/// is quoted: "…," they said.
fn loose_person(document: &Document, range: Range<usize>, inside: bool) -> Option<usize> {
    let mut open = inside;
    let names = document.names();
    // Text in small letters has no names to tell who was named.
    let word = range.clone().find(|&at| document.tokens()[at].kind == TokenKind::Word);
    if names.is_empty() && word.is_some_and(|at| document.tags()[at].case == Case::Lower) {
        return None;
    }
    let mut name = names.partition_point(|name| name.span.end() <= document.tokens()[range.start].span.start());
    for at in range.clone() {
        let token = document.tokens()[at];
        if token.kind == TokenKind::Quote {
            open = cues::toggle(open, document.token_str(at));
        }
        if open || token.kind != TokenKind::Word {
            continue;
        }
        let word = document.small_str(at);
        match word.split(['\'', '’']).next().unwrap_or_default() {
            "he" | "she" | "his" | "her" | "him" => {
                let introduced = INTRODUCING.contains(&document.small_str(range.start));
                return Some(at).filter(|&at| !(introduced && name_follows(document, at..range.end)));
            }
            // "“…,” they said": the marks end right before it.
            "they" | "it"
                if at > range.start
                    && document.tokens()[at - 1].kind == TokenKind::Quote
                    && document.tags().get(at + 1).is_some_and(|tag| tag.flags.has(WordFlags::SAY)) =>
            {
                return Some(at);
            }
            _ => {}
        }
        while names.get(name).is_some_and(|name| name.span.end() <= token.span.start()) {
            name += 1;
        }
        let person = names
            .get(name)
            .is_some_and(|name| name.span.start() <= token.span.start() && name.kind == ActorKind::Person);
        let flags = document.tags()[at].flags;
        // "Observers take his wins for granted": several are not one.
        let several =
            word.ends_with('s') && !word.ends_with("ss") || matches!(word, "police" | "people" | "men" | "women");
        let human = !several && flags.has_any(WordFlags::OCCUPATION.with(WordFlags::SPEAKER).with(WordFlags::TITLE));
        // "As champion he fell": who the pronoun means is only described.
        let described = at > range.start
            && document.token_str(at - 1).eq_ignore_ascii_case("as")
            && matches!(document.token_str_at(at + 1), Some("he" | "she"));
        if !described && (person || human || cues::is_human(word)) {
            return None;
        }
    }
    None
}

/// "After he was elected, Doe said": the name follows.
fn name_follows(document: &Document, range: Range<usize>) -> bool {
    let comma = range.clone().find(|&at| document.tokens()[at].kind == TokenKind::Comma);
    comma.is_some_and(|comma| {
        (comma + 1..range.end.min(comma + 4)).any(|at| !matches!(document.tags()[at].case, Case::Lower | Case::None))
    })
}

/// A subject pronoun that the sentence begins with, or that follows a few introducing words: "In October it had".
fn early_pronoun(document: &Document, range: Range<usize>) -> Option<usize> {
    const NEAR: usize = 8;
    const LONG: usize = 14;
    let first = range.start;
    let word = |at: usize| document.small_str(at);
    // "he's" may be one token.
    let subject = |at: usize| matches!(word(at).split(['\'', '’']).next(), Some("he" | "she" | "it" | "they"));
    if subject(first) {
        return (!cues::is_empty_it(document, range)).then_some(first);
    }
    if !INTRODUCING.contains(&word(first)) {
        // "The work of a baker, it shows": what stands before the comma only says what the pronoun means.
        let opens = matches!(word(first), "the" | "a" | "an");
        let mut near = first + 1..range.end.min(first + LONG);
        let at = near.find(|&at| opens && document.tokens()[at].kind == TokenKind::Comma)? + 1;
        let told = (first + 1..at).any(|at| cues::is_finite(document, at));
        let pronoun = matches!(document.token_str_at(at), Some("it" | "they"));
        return (at < range.end && pronoun && !told).then_some(at);
    }
    for at in first + 1..range.end.min(first + NEAR) {
        if subject(at) {
            return (!name_follows(document, at..range.end) && !cues::is_empty_it(document, at..range.end))
                .then_some(at);
        }
        let tag = document.tags()[at];
        let name = !matches!(tag.case, Case::Lower | Case::None) && !tag.flags.has(WordFlags::CALENDAR);
        if name {
            return None;
        }
    }
    None
}

/// Whether the words begin with something that points back.
fn leans(document: &Document, range: Range<usize>) -> bool {
    let Some(first) = range.clone().find(|&at| matches!(document.tokens()[at].kind, TokenKind::Word)) else {
        return true;
    };
    let word = document.small_str(first);
    let next = document.small_str(first + 1);
    let flags = document.tags()[first].flags;
    let base = word.split(['\'', '’']).next().unwrap_or(word);
    if flags.has(WordFlags::PRONOUN) || cues::is_pronoun(base) {
        let speaks = matches!(base, "i" | "we" | "you" | "my" | "our" | "your")
            && !cues::points_back(document, first..range.end);
        let time = matches!(base, "this" | "these") && (cues::is_time_noun(next) || cues::is_study(next));
        let empty = base == "it" && cues::is_empty_it(document, first..range.end);
        // The author speaks, or somebody whose words have their speaker with them.
        return !(speaks || time || empty);
    }
    if flags.has(WordFlags::CONNECTIVE) || document.tokens()[range.start].kind == TokenKind::Open {
        return true;
    }
    cues::of_them(document, range.clone())
        || cues::points_back(document, first..range.end)
        || cues::ends_back(document, range)
}

#[cfg(test)]
mod tests {
    use crate::{
        Article, Document, Models, Options,
        candidate::read_candidates,
        document::{Mention, MentionForm},
        pipeline::read_layers,
        point::point_text,
    };

    fn read(text: &str) -> Document<'_> {
        read_layers(Article::plain(text), Models::embedded(), &Options::default(), &mut |_| ())
    }

    /// What would be shown of the last sentence, if it stands alone.
    fn alone(text: &str) -> Option<String> {
        let document = read(text);
        let (candidates, _) = read_candidates(&document, Models::embedded());
        let last =
            candidates.last().filter(|candidate| candidate.sentence as usize + 1 == document.sentences().len())?;
        last.alone.then(|| point_text(&document, &last.pieces(&document)))
    }

    #[test]
    fn datelines_go() {
        for (text, expected) in [
            ("(CNN) -- The dam on the Orr broke on Friday night.", "The dam on the Orr broke on Friday night."),
            ("OSLO, Norway (Reuters) - The dam on the Orr broke on Friday.", "The dam on the Orr broke on Friday."),
            ("ROME, Sunday — The dam on the Orr broke on Friday night.", "The dam on the Orr broke on Friday night."),
            ("17:35 – The dam on the Orr broke on Friday night.", "The dam on the Orr broke on Friday night."),
            (
                "-lrb- cnn -rrb- -- the dam on the orr broke on friday night .",
                "The dam on the orr broke on friday night .",
            ),
            (
                "Jane Doe -- a baker -- has run for mayor of the town again.",
                "Jane Doe -- a baker -- has run for mayor of the town again.",
            ),
        ] {
            assert_eq!(alone(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn connectives_go_or_keep_the_sentence_out() {
        for (text, expected) in [
            ("But the mayor said that the bridge was safe.", Some("The mayor said that the bridge was safe.")),
            ("Meanwhile, the mayor said that the bridge was safe.", Some("The mayor said that the bridge was safe.")),
            ("At the same time, the mayor kept the bridge open.", Some("The mayor kept the bridge open.")),
            (
                "At the same time, officials said, the mayor kept the bridge open.",
                Some("At the same time, officials said, the mayor kept the bridge open."),
            ),
            ("Also present were the mayor and two of her aides.", None),
            ("He said that the old bridge was safe.", None),
            ("No light reaches it, and few people cross the bridge.", None),
            ("Engineers gave it the name of the old bridge.", None),
            ("In recent weeks he's pushed for a new bridge.", None),
            ("Police called his phone on Friday about the bridge.", None),
            ("In it: a camera, tripod, flashlights and a phone.", None),
            ("Two weeks before the vote, as mayor he closed the bridge.", None),
            ("In October he said that the old bridge was safe.", None),
            (
                "After he was elected, Tom Roe closed the old bridge.",
                Some("After he was elected, Tom Roe closed the old bridge."),
            ),
            ("This week the old bridge was closed for good.", Some("This week the old bridge was closed for good.")),
            (
                "It is unclear whether the old bridge will open.",
                Some("It is unclear whether the old bridge will open."),
            ),
            ("Both of the old bridges were closed on Friday.", None),
            ("The bridge had two of them, officials said on Friday.", None),
            ("Some of these old bridges were closed by the county.", None),
            ("Two of them were closed on Friday by the county.", None),
            ("“We will open the old bridge in May,” he said.", None),
            ("“We will open the old bridge in May,” they said.", None),
            (
                "“We will open the old bridge in May,” one driver said.",
                Some("“We will open the old bridge in May,” one driver said."),
            ),
            ("The county condemned his remarks about the old bridge.", None),
            (
                "The mayor defended his remarks about the old bridge.",
                Some("The mayor defended his remarks about the old bridge."),
            ),
            (
                "[Updated at 10:35 p.m. ET] The old bridge was closed for good.",
                Some("The old bridge was closed for good."),
            ),
            ("10:35 a.m. ET: The old bridge was closed for good.", Some("The old bridge was closed for good.")),
            ("“Because the old bridge is closed for good,” Tom Roe said.", None),
            ("At least four people were injured there, the county said.", None),
            (
                "In Orr Bay at least four people went there, the county said.",
                Some("In Orr Bay at least four people went there, the county said."),
            ),
            (
                "There were four people on the bridge, the county said.",
                Some("There were four people on the bridge, the county said."),
            ),
            ("For anyone who likes bridges, that must be good news.", None),
            ("The 74-year-old owned the bridge and the ferry.", None),
            (
                "The 74-year-old baker owned the bridge and the ferry.",
                Some("The 74-year-old baker owned the bridge and the ferry."),
            ),
            ("The pair closed the bridge and the ferry on Friday.", None),
            ("The bridge was safe.\n\nResidents try to cross the bridge as a soldier takes photos.", None),
            (
                "The bridge was safe.\n\nResidents will try to cross the bridge in May.",
                Some("Residents will try to cross the bridge in May."),
            ),
            ("Our reporters saw the old bridge fall on Friday.", None),
            ("This study presents a way to mend old bridges.", Some("This study presents a way to mend old bridges.")),
            ("A further 40 bridges were closed on Friday.", None),
            ("The engineers like this bridge, and Tom Roe does.", None),
            (
                "The bridge over the Orr is closed, and this bridge was safe.",
                Some("The bridge over the Orr is closed, and this bridge was safe."),
            ),
            ("The engineers cared for that bridge, Tom Roe said.", None),
            ("Doctors said the 74-year-old was in the town of Orr Bay.", None),
            ("At that time, the county closed the old bridge for good.", None),
            ("The two bridges were closed by the county on Friday.", None),
            (
                "The two bridges over the Orr were closed on Friday.",
                Some("The two bridges over the Orr were closed on Friday."),
            ),
            ("The county did not respond to a request for comment on Friday.", None),
            ("Well, the county closed the old bridge for good.", Some("The county closed the old bridge for good.")),
            ("Fittingly, the 74-year-old's bridge was closed on Friday.", None),
            ("The work of a baker, it shows a bridge and a ferry.", None),
            ("Engineers took his closed bridge for granted on Friday.", None),
            ("The batsman took his bridge for granted.", Some("The batsman took his bridge for granted.")),
            ("The bridge was safe.\n\nTom Roe, pictured in May, closed the old bridge.", None),
            ("The bridge was safe.\n\nTom Roe crosses the old bridge on May 4, 2031.", None),
            (
                "The bridge was safe.\n\nThe troops left the old bridge on May 4, 2031.",
                Some("The troops left the old bridge on May 4, 2031."),
            ),
        ] {
            assert_eq!(alone(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn announcements_go_and_transcripts_are_known() {
        for (text, expected) in [
            (
                "Here is what we know so far: two bridges fell on Friday in Orr Bay.",
                Some("Two bridges fell on Friday in Orr Bay."),
            ),
            ("Here is the bridge of which we told you.", None),
            ("Q: The bridge over the Orr was closed in May, they say.", None),
            ("A: The bridge over the Orr was closed in May.", Some("The bridge over the Orr was closed in May.")),
            ("A: We closed the bridge over the Orr in May.", None),
            ("A: Yes. The bridge over the Orr was never safe for us.", None),
            ("We closed the bridge over the Orr in May.", Some("We closed the bridge over the Orr in May.")),
        ] {
            assert_eq!(alone(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn quotations_keep_their_speaker() {
        for (text, stands) in [
            ("“The bridge was never safe for lorries,” said Tom Roe.", true),
            ("“The bridge was never safe for lorries.”", false),
            ("“We closed it. The bridge was never safe for any lorries,” said Tom Roe.", false),
            ("The mayor called the bridge “a danger to all of us.”", true),
        ] {
            assert_eq!(alone(text).is_some(), stands, "{text}");
        }
    }

    #[test]
    fn furniture_is_never_a_point() {
        for text in [
            "Jane Doe contributed to this report from Oslo.",
            "Copyright 2031 The Orr Gazette. All rights reserved by it.",
            "Watch what the mayor said about the bridge »",
            "Was the old bridge on the Orr ever really safe?",
            "On this page you will find all that was said about the bridge.",
        ] {
            assert_eq!(alone(text), None, "{text}");
        }
    }

    #[test]
    fn headlines_are_no_points() {
        let shown = |text: &str, title: Option<&str>| {
            let mut article = Article::plain(text);
            title.into_iter().for_each(|title| article.set_title(title));
            let document = read_layers(article, Models::embedded(), &Options::default(), &mut |_| ());
            let (candidates, _) = read_candidates(&document, Models::embedded());
            candidates.iter().map(|candidate| candidate.sentence).collect::<Vec<_>>()
        };
        let text = "The Mayor Just Closed The Old Bridge For Good.\n\nThe county had asked for it since May.";
        assert_eq!(shown(text, None), [1]);
        let text = "The old bridge is closed for good.\n\nThe county had asked for that since May.";
        assert_eq!(shown(text, None), [0, 1]);
        assert_eq!(shown(text, Some("The old bridge is closed for good")), [1]);
    }

    #[test]
    fn a_name_stands_for_a_pronoun_whose_actor_is_known() {
        let text = "Tom Roe closed the old bridge on Friday. In October he had called the bridge safe.";
        let mut document = read(text);
        let start = text.find("he had").unwrap();
        let span = crate::Span::from_range(start..start + 2);
        let actor = document.actors.iter().position(|actor| document.str(actor.name) == "Tom Roe").unwrap();
        let kind = document.actors[actor].kind;
        document.actors[actor].mentions.push(Mention { span, kind, form: MentionForm::Pronoun });
        let (candidates, _) = read_candidates(&document, Models::embedded());
        assert!(candidates[1].alone);
        assert_eq!(
            point_text(&document, &candidates[1].pieces(&document)),
            "In October [Tom Roe] had called the bridge safe."
        );
    }
}
