//! From the phrase that is a source to the speaker: its words in full, and the actor it means.

use super::{
    chunk::Class,
    phrase::{Phrase, PhraseKind},
    reading::Reading,
};
use crate::{
    Document, Models,
    actor::sex,
    document::{Actor, ActorKind, MentionForm},
    lexicon::{Lexicon, Sex, lowercase},
    text::{Span, is_upper, sort_by_number},
};
use rustc_hash::FxHashMap;

/// Who speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Speaker {
    /// The article's words.
    pub(super) span: Span,
    /// The actor, where it is certain.
    pub(super) actor: Option<u32>,
    /// Whether the words are "he" or "she" and mean a person.
    pub(super) personal: bool,
}

/// Where actors are mentioned, in order.
#[derive(Debug)]
pub(super) struct Mentions {
    places: Vec<(Span, u32, ActorKind, MentionForm)>,
    /// People by their last names in small letters; no more than [`NAMESAKES`] of each.
    called: FxHashMap<String, Vec<u32>>,
    /// What is known of each actor's sex.
    known: Vec<Known>,
    pub(super) lexicon: &'static Lexicon,
}

/// People of one last name that are told apart.
const NAMESAKES: usize = 8;

/// What is known of somebody's sex.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Known {
    sex: Sex,
    is_sure: bool,
    /// Pronouns of both sexes were given to it: some of them are somebody else's.
    is_disputed: bool,
    is_person: bool,
}

/// What name, title and role say of a person's sex, else what the mentions do: pronouns and the words right before names.
fn known(document: &Document, models: &Models, actor: &Actor) -> Known {
    const BEFORE: usize = 3;
    let is_person = actor.kind == ActorKind::Person;
    let told = if is_person { sex(document, models, actor) } else { Sex::Unknown };
    if told != Sex::Unknown {
        return Known { sex: told, is_sure: true, is_disputed: false, is_person };
    }
    let lexicon = models.lexicon;
    // Of each sex; a single pronoun may have been given to the wrong person.
    let (mut men, mut women) = (0, 0);
    for mention in &actor.mentions {
        let first = document.tokens_in(mention.span).start;
        let is_pronoun = mention.form == MentionForm::Pronoun;
        let words = (first.saturating_sub(BEFORE)..first).rev().map(|at| document.token_str(at));
        // "the wife of John Smith": only an apposition is about the one named.
        let mut described = words.take_while(|word| *word != "of").map(|word| lexicon.sex_of_noun(word));
        let sex = if is_pronoun {
            lexicon.sex_of_pronoun(document.str(mention.span))
        } else {
            described.find(|&sex| sex != Sex::Unknown).unwrap_or_default()
        };
        let weight = if is_pronoun { 1 } else { 2 };
        match sex {
            Sex::Male => men += weight,
            Sex::Female => women += weight,
            Sex::Unknown => {}
        }
    }
    let (sex, most, least) = if men > women { (Sex::Male, men, women) } else { (Sex::Female, women, men) };
    let is_disputed = least > 0 && most < 2 * least;
    let sex = if most == 0 || is_disputed { Sex::Unknown } else { sex };
    Known { sex, is_sure: most > 1 && least == 0, is_disputed, is_person }
}

impl Mentions {
    /// Sorts the mentions of all actors.
    pub(super) fn of(document: &Document, models: &Models) -> Self {
        let mut places = Vec::new();
        for (id, actor) in document.actors().iter().enumerate() {
            for mention in &actor.mentions {
                places.push((mention.span, id as u32, actor.kind, mention.form));
            }
        }
        sort_by_number(&mut places, |&(span, id, ..)| {
            u128::from(span.end()) << 64 | u128::from(span.start()) << 32 | u128::from(id)
        });
        let mut called: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for (id, actor) in document.actors().iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Person) {
            if let Some(last) = document.str(actor.name).rsplit(' ').next() {
                let people = called.entry(lowercase(last).into_owned()).or_default();
                if people.len() < NAMESAKES {
                    people.push(id as u32);
                }
            }
        }
        let known = document.actors().iter().map(|actor| known(document, models, actor)).collect();
        Self { places, called, known, lexicon: models.lexicon }
    }

    /// Whom a personal pronoun means, where the actors' stage does not say: the speaker before in the same block; else
    /// the only person named in it before; else the only one of the last block that names anybody, if that one has
    /// spoken last or is known to be of the pronoun's sex. Where two could be meant, none is.
    pub(super) fn meant(
        &self,
        document: &Document,
        block: usize,
        pronoun: Span,
        last: Option<(usize, Option<u32>)>,
    ) -> Option<u32> {
        const BLOCKS: usize = 3;
        let sex = self.lexicon.sex_of_pronoun(document.str(pronoun));
        let fits = |actor: u32| {
            let known = self.known[actor as usize].sex;
            known == Sex::Unknown || known == sex
        };
        // "“We lost,” said Smith. Striker Jones disagreed; he …": whom the pronoun's own sentence is about.
        if let Some(subject) = self.subject_before(document, pronoun).filter(|&actor| fits(actor)) {
            return Some(subject);
        }
        if let Some((at, Some(actor))) = last
            && at == block
            && fits(actor)
        {
            return Some(actor);
        }
        let blocks = document.blocks();
        let here = Span::new(blocks[block].span.start(), pronoun.start());
        if let Some(only) = self.only_person_in(here) {
            return only.filter(|&actor| fits(actor));
        }
        let spoke = last.filter(|&(at, _)| at + 1 == block).and_then(|(_, actor)| actor);
        let (before, only) = (block.saturating_sub(BLOCKS)..block)
            .rev()
            .find_map(|before| Some((before, self.only_person_in(blocks[before].span)?)))?;
        only.filter(|&actor| fits(actor))
            .filter(|&actor| before + 1 == block && spoke == Some(actor) || self.is_surely(actor, sex))
    }

    fn is_surely(&self, actor: u32, sex: Sex) -> bool {
        let known = self.known[actor as usize];
        known.sex == sex && known.is_sure
    }

    /// Whether "he", "she" or "it" can mean an actor.
    pub(super) fn agrees(&self, actor: u32, pronoun: &str) -> bool {
        let known = self.known[actor as usize];
        let sex = self.lexicon.sex_of_pronoun(pronoun);
        let is_of_sex = !known.is_disputed && (known.sex == Sex::Unknown || known.sex == sex);
        known.is_person == (sex != Sex::Unknown) && (is_of_sex || !known.is_person)
    }

    /// The only person named in the pronoun's sentence before it, where the sentence begins with the name, or with what
    /// describes it.
    fn subject_before(&self, document: &Document, pronoun: Span) -> Option<u32> {
        const NEAR: usize = 3;
        let sentences = document.sentences();
        let at = document.tokens_in(pronoun).start;
        let sentence = sentences.get(sentences.partition_point(|sentence| sentence.tokens().end <= at))?;
        let tokens = document.tokens();
        let begin = tokens[sentence.tokens().start].span.start();
        let only = self.only_person_in(Span::new(begin, pronoun.start()))??;
        let near = tokens[sentence.tokens().start..at].iter().take(NEAR + 1).map(|token| token.span.start());
        let first = self.places.partition_point(|(span, ..)| span.end() <= begin);
        let named = self.places[first..].iter().take(NEAR).any(|&(span, actor, _, form)| {
            actor == only && form == MentionForm::Name && near.clone().any(|start| start == span.start())
        });
        named.then_some(only)
    }

    /// "Ms Smith was in court. She said …": who is named with a title of the pronoun's sex, nearer than the actor that
    /// the pronoun was given to, is meant; nobody where the name fits several.
    fn titled(&self, document: &Document, block: usize, pronoun: Span, given: u32) -> Option<u32> {
        const REACH: usize = 80;
        let sex = self.lexicon.sex_of_pronoun(document.str(pronoun));
        let at = document.tokens_in(pronoun).start;
        let start = document.blocks()[block.saturating_sub(1)].span.start();
        let names = |actor: u32, word: &str| {
            let name = document.str(document.actors()[actor as usize].name);
            name.rsplit(' ').next() == Some(word)
        };
        for title in (at.saturating_sub(REACH)..at.saturating_sub(1)).rev() {
            let span = document.tokens()[title].span;
            if span.start() < start {
                break;
            }
            let named = self.places.partition_point(|(place, ..)| place.end() < span.end());
            let here = self.places.get(named).filter(|(place, ..)| place.start() <= span.start());
            if here.is_some_and(|&(_, actor, _, form)| actor == given && form == MentionForm::Name) {
                break;
            }
            if self.lexicon.sex_of_title(document.token_str(title)) != sex || sex == Sex::Unknown {
                continue;
            }
            // "Ms. Smith": the full stop is a part of the title's token or stands behind it.
            let word = (title + 1..at).map(|at| document.token_str(at)).find(|word| *word != ".").unwrap_or_default();
            if !word.starts_with(is_upper) || names(given, word) {
                break;
            }
            let people = self.called.get(&*lowercase(word)).map_or(&[][..], Vec::as_slice);
            let of = |sex: Sex| {
                let mut people = people.iter().copied().filter(move |&actor| self.known[actor as usize].sex == sex);
                (people.next(), people.next())
            };
            return match (of(sex), of(Sex::Unknown)) {
                ((Some(only), None), _) | ((None, _), (Some(only), None)) => Some(only),
                _ => None,
            };
        }
        Some(given)
    }

    /// The actor whose mention ends with the byte range of a phrase's head.
    fn ending_with(&self, head: Span) -> Option<(u32, ActorKind, MentionForm)> {
        let first = self.places.partition_point(|(span, ..)| span.end() < head.end());
        let &(span, id, kind, form) = self.places.get(first)?;
        (span.start() < head.end() && span.end() <= head.end()).then_some((id, kind, form))
    }

    /// The actor whose mention holds a word, with the mention.
    pub(super) fn over(&self, word: Span) -> Option<(u32, Span, MentionForm)> {
        let at = self.places.partition_point(|(span, ..)| span.end() < word.end());
        let &(span, id, _, form) = self.places.get(at)?;
        (span.start() <= word.start()).then_some((id, span, form))
    }

    /// The actors that are named within the span, as often as they are; the first ones of a long list.
    pub(super) fn named_in(&self, within: Span) -> impl Iterator<Item = u32> {
        const MOST: usize = 64;
        let at = self.places.partition_point(|(span, ..)| span.end() <= within.start());
        let here = self.places[at..].iter().take(MOST).take_while(move |(span, ..)| span.end() <= within.end());
        here.filter(|&&(.., form)| form == MentionForm::Name).map(|&(_, actor, ..)| actor)
    }

    /// Whether a name stands within the span.
    pub(super) fn any_name_in(&self, within: Span) -> bool {
        let at = self.places.partition_point(|(span, ..)| span.end() <= within.start());
        let here = self.places[at..].iter().take_while(|(span, ..)| span.end() <= within.end());
        here.take(1).any(|&(.., form)| form == MentionForm::Name)
    }

    /// The actor whose mention ends where the span does.
    pub(super) fn ending_at(&self, span: Span) -> Option<u32> {
        self.ending_with(span).map(|(id, ..)| id)
    }

    /// The person whose last name the words are, whatever their letters' size: "WALLACE".
    pub(super) fn called(&self, document: &Document, words: Span) -> Option<u32> {
        self.called.get(&*lowercase(document.str(words)))?.first().copied()
    }

    /// The only person named in the span; inside, none where there are two. None where nobody is named.
    #[allow(clippy::option_option, reason = "nobody, and nobody for certain, are two things")]
    pub(super) fn only_person_in(&self, within: Span) -> Option<Option<u32>> {
        const FURTHEST: usize = 32;
        let end = self.places.partition_point(|(span, ..)| span.end() <= within.end());
        let mut people = self.places[..end]
            .iter()
            .rev()
            .take(FURTHEST)
            .take_while(|(span, ..)| span.end() > within.start())
            .filter(|&&(span, _, kind, form)| {
                kind == ActorKind::Person && form == MentionForm::Name && within.contains(span)
            })
            .map(|&(_, id, ..)| id);
        let first = people.next()?;
        Some(people.all(|id| id == first).then_some(first))
    }
}

/// The speaker that a phrase of a unit names.
pub(super) fn speaker_of(document: &Document, reading: &Reading, mentions: &Mentions, index: usize) -> Speaker {
    let index = antecedent(reading, index);
    let index = apposed_name(reading, index).unwrap_or(index);
    let index = writing(document, reading, index).unwrap_or(index);
    let phrase = &reading.phrases[index];
    let head = head_token(reading, phrase);
    let named = mentions.ending_with(document.tokens()[head].span);
    let personal = phrase.kind == PhraseKind::He;
    let mut span = full_span(document, reading, index);
    let mut actor = named.map(|(id, ..)| id);
    if let Some(joint) = joint_span(document, reading, index) {
        span = joint.cover(span);
        actor = None;
    } else if actor.is_none() && phrase.kind == PhraseKind::SayNoun {
        // "A White House statement", "his letter": who made it speaks in it.
        actor = (phrase.tokens.start..attached_end(reading, index))
            .rev()
            .find_map(|at| mentions.ending_with(document.tokens()[at].span))
            .map(|(id, ..)| id);
    }
    if personal && let Some(given) = actor {
        actor = mentions.titled(document, reading.unit.block, span, given);
    }
    Speaker { span, actor, personal }
}

/// The last token that is no possessive mark.
fn head_token(reading: &Reading, phrase: &Phrase) -> usize {
    let head = phrase.head();
    if reading.classes.at(head) == Class::Clitic && head > phrase.tokens.start { head - 1 } else { head }
}

/// "who" means the phrase before it: "Macaraeg, 58, who …", "a spokesman for the mayor who …".
fn antecedent(reading: &Reading, index: usize) -> usize {
    const FURTHEST: usize = 6;
    if reading.phrases[index].kind != PhraseKind::Relative {
        return index;
    }
    let mut at = index;
    while at > index.saturating_sub(FURTHEST) {
        at -= 1;
        let phrase = &reading.phrases[at];
        let age = phrase.tokens.len() == 1 && reading.classes.at(phrase.tokens.start) == Class::Number;
        let attached = matches!(reading.classes.before(phrase.tokens.start), Class::Of | Class::Preposition);
        if !(age || attached && at > 0) {
            return at;
        }
    }
    index
}

/// "A spokesman for the government, Miguel Ang, said": the name behind a description.
fn apposed_name(reading: &Reading, index: usize) -> Option<usize> {
    let described = matches!(reading.phrases[index].kind, PhraseKind::Speaker | PhraseKind::Noun);
    if !described {
        return None;
    }
    let end = attached_end(reading, index);
    let next = reading.phrases.partition_point(|phrase| phrase.tokens.start < end);
    let name = reading.phrases.get(next)?;
    let fits = reading.classes.at(end) == Class::Comma
        && name.tokens.start == end + 1
        && name.kind == PhraseKind::Person
        && !matches!(reading.classes.at(name.tokens.end), Class::Conjunction)
        && reading.classes.at(name.head()) != Class::Clitic;
    fits.then_some(next)
}

/// "A letter from Smith said": the letter, in which Smith speaks.
fn writing(document: &Document, reading: &Reading, index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let (noun, name) = (&reading.phrases[before], &reading.phrases[index]);
    let from = noun.kind == PhraseKind::SayNoun
        && noun.tokens.end + 1 == name.tokens.start
        && matches!(name.kind, PhraseKind::Person | PhraseKind::Organization)
        && matches!(document.token_str(noun.tokens.end), "from" | "by");
    from.then_some(before)
}

/// One past the last token of what is attached to the phrase: "a spokesman | for the provincial government".
fn attached_end(reading: &Reading, index: usize) -> usize {
    const MOST: usize = 3;
    let mut end = reading.phrases[index].tokens.end;
    for phrase in reading.phrases[index + 1..].iter().take(MOST) {
        let joined = matches!(reading.classes.at(end), Class::Of | Class::Preposition | Class::To)
            && phrase.tokens.start == end + 1
            && !matches!(phrase.kind, PhraseKind::Temporal | PhraseKind::Relative);
        if !joined {
            break;
        }
        end = phrase.tokens.end;
    }
    end
}

/// The words that name the speaker: a name with its title, a description with what is attached to it.
fn full_span(document: &Document, reading: &Reading, index: usize) -> Span {
    let phrase = &reading.phrases[index];
    let tokens = document.tokens();
    let mut end = match phrase.kind {
        PhraseKind::Speaker | PhraseKind::Noun | PhraseKind::Capital | PhraseKind::SayNoun => {
            attached_end(reading, index)
        }
        _ => phrase.tokens.end,
    };
    if reading.classes.at(end - 1) == Class::Clitic && end > phrase.tokens.start + 1 {
        end -= 1;
    }
    tokens[phrase.tokens.start].span.cover(tokens[end - 1].span)
}

/// "Blumenthal and Cohen": the words before "and", where two speak together.
fn joint_span(document: &Document, reading: &Reading, index: usize) -> Option<Span> {
    let phrase = &reading.phrases[index];
    let named = |kind: PhraseKind| {
        matches!(kind, PhraseKind::Person | PhraseKind::Organization | PhraseKind::Capital | PhraseKind::Place)
    };
    let next_to = |first: &Phrase, second: &Phrase| {
        first.tokens.end + 1 == second.tokens.start
            && matches!(document.token_str(first.tokens.end), "and" | "&")
            && named(first.kind)
            && named(second.kind)
    };
    let before = index.checked_sub(1).map(|index| &reading.phrases[index]).filter(|first| next_to(first, phrase));
    let after = reading.phrases.get(index + 1).filter(|second| next_to(phrase, second));
    // Only where the verb stands beside the pair; "said Smith and left" is one speaker.
    before.or(after).map(|other| other.span(document))
}
