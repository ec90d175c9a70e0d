//! Gives each quotation its speaker.

use super::{
    chunk::Class,
    marks::Quoted,
    non_speech,
    phrase::{Phrase, PhraseKind, find_phrases},
    reading::{Attribution, Bound, NEAR, Reading},
    source::{Saying, find_sayings},
    speaker::{Mentions, Speaker, speaker_of},
    unit::{Classes, Unit},
};
use crate::{Document, Models, document::Quote, lexicon::List};

/// The outermost quotations with their speakers, in order; titles of works and single words set apart are left out.
pub(super) fn attribute(
    document: &Document,
    models: &Models,
    mentions: &Mentions,
    quoted: &[Quoted],
    readings: &[Reading],
) -> Vec<Quote> {
    let mut binder = Binder { document, models, quoted, readings, mentions, last: None };
    let mut bound: Vec<Option<Bound>> = Vec::with_capacity(quoted.len());
    for (index, reading) in readings.iter().enumerate() {
        for quotation in reading.unit.quoted.clone() {
            let found = binder.bind(index, quotation, &bound);
            if let Some(speaker) = found.and_then(|bound| bound.speaker) {
                binder.last = Some((reading.unit.block, speaker));
            }
            bound.push(found);
        }
        binder.end_unit(index);
    }
    binder.backward(&mut bound);
    let quotes = quoted.iter().zip(&bound).filter_map(|(quoted, bound)| {
        let reading = readings.get(readings.partition_point(|reading| reading.unit.tokens.end <= quoted.open))?;
        if non_speech::is_no_speech(document, reading, quoted, bound.as_ref()) {
            return None;
        }
        let speaker = bound.and_then(|bound| bound.speaker);
        Some(Quote {
            span: quoted.span(document),
            speaker: speaker.and_then(|speaker| speaker.actor),
            speaker_span: speaker.map(|speaker| speaker.span),
            cue: bound.and_then(|bound| bound.cue),
            direct: true,
            antecedent: None,
            source: None,
        })
    });
    quotes.collect()
}

struct Binder<'d> {
    document: &'d Document<'d>,
    models: &'d Models,
    quoted: &'d [Quoted],
    readings: &'d [Reading],
    mentions: &'d Mentions,
    /// The speaker before, with its block.
    last: Option<(usize, Speaker)>,
}

impl Binder<'_> {
    /// The speaker of a quotation by what stands before it and in its sentence.
    fn bind(&self, index: usize, quotation: usize, bound: &[Option<Bound>]) -> Option<Bound> {
        let reading = &self.readings[index];
        self.script(index, quotation)
            .or_else(|| self.behind(index, quotation))
            .or_else(|| self.signed(index, quotation))
            .or_else(|| self.before(reading, quotation))
            .or_else(|| self.colon(index, quotation))
            .or_else(|| self.later(reading, quotation))
            .or_else(|| self.noun(reading, quotation))
            .or_else(|| self.carried(index, quotation, bound))
    }

    fn by(&self, reading: &Reading, saying: &Saying, attribution: Attribution) -> Bound {
        let tokens = self.document.tokens();
        let cue = tokens[saying.cue.start].span.cover(tokens[saying.cue.end - 1].span);
        let speaker = saying.source.or(saying.likely).map(|source| self.speaker(reading, source));
        Bound { speaker, cue: Some(cue), attribution }
    }

    fn speaker(&self, reading: &Reading, phrase: usize) -> Speaker {
        let mut speaker = speaker_of(self.document, reading, self.mentions, phrase);
        if speaker.personal && speaker.actor.is_none() {
            let last = self.last.map(|(block, speaker)| (block, speaker.actor));
            speaker.actor = self.mentions.meant(self.document, reading.unit.block, speaker.span, last);
        }
        speaker
    }

    /// “SMITH: …”, as transcripts have it.
    fn script(&self, index: usize, quotation: usize) -> Option<Bound> {
        let name = self.quoted[quotation].script_name(self.document)?;
        let span = self.document.tokens()[name.start].span.cover(self.document.tokens()[name.end - 1].span);
        let actor = self.mentions.ending_at(span).or_else(|| self.mentions.called(self.document, span));
        let _ = index;
        Some(Bound {
            speaker: Some(Speaker { span, actor, personal: false }),
            cue: None,
            attribution: Attribution::Colon,
        })
    }

    /// “…” — Smith
    fn signed(&self, index: usize, quotation: usize) -> Option<Bound> {
        let quoted = &self.quoted[quotation];
        let reading = &self.readings[index];
        let next = self.readings.get(index + 1).filter(|next| next.unit.block == reading.unit.block);
        let reading = if quoted.after < reading.unit.tokens.end { reading } else { next? };
        let dash = quoted.after;
        let phrase = reading.phrase_at(dash + 1)?;
        let named = matches!(reading.phrases[phrase].kind, PhraseKind::Person | PhraseKind::Capital);
        let end = matches!(
            reading.classes.at(reading.phrases[phrase].tokens.end),
            Class::Edge | Class::Terminal | Class::Comma | Class::Quote
        );
        let signed = reading.classes.at(dash) == Class::Dash && named && end;
        signed.then(|| Bound {
            speaker: Some(self.speaker(reading, phrase)),
            cue: None,
            attribution: Attribution::Colon,
        })
    }

    /// “…,” said Smith. “…,” Smith said. “…!” Smith said.
    fn behind(&self, index: usize, quotation: usize) -> Option<Bound> {
        let quoted = &self.quoted[quotation];
        let mut reading = &self.readings[index];
        let mut at = quoted.after;
        if quoted.goes_on() {
            return None;
        }
        let mut short = false;
        if at >= reading.unit.tokens.end {
            // A question or a cry ends a sentence, and yet the verb may follow.
            let asks = quoted.end > 0 && matches!(self.document.token_str(quoted.end - 1), "?" | "!" | "…" | "...");
            reading = self.readings.get(index + 1).filter(|next| asks && next.unit.block == reading.unit.block)?;
            short = true;
        }
        // What may stand between the mark and the verb or its subject.
        let mut comma = false;
        loop {
            match reading.classes.at(at) {
                Class::Comma | Class::Dash if !comma => comma = true,
                Class::Adverb => {}
                Class::Terminal if !comma && at == quoted.after => comma = true,
                _ => break,
            }
            at += 1;
        }
        // “constructive” talks, a “sex tape” Smith described: no mark parts the quotation from what follows.
        let last = self.document.token_str(quoted.end - 1);
        let apart = comma || matches!(last, "," | "?" | "!" | "…" | "..." | "—" | "–" | "-" | ".");
        let long = quoted.inner().len() > 4 && quoted.open == reading.unit.tokens.start;
        let until = self.quoted.get(quotation + 1).map_or(usize::MAX, |next| next.open);
        let fits = |saying: &&Saying| {
            let cue = saying.cue.start;
            let Some(source) = saying.source else { return cue == at && saying.cue.len() == 1 && (apart || long) };
            let source = &reading.phrases[source].tokens;
            let first = cue.min(source.start);
            if first < quoted.after || cue >= until {
                // "…," said Smith of the other, adding …: the participle goes with the subject before.
                return cue == at && saying.class == Class::Say && apart;
            }
            let relative = reading.classes.at(first) == Class::Relative;
            first == at && !relative && (apart || long)
        };
        let saying = reading.sayings_from(quoted.after).find(fits)?;
        if short {
            // A new sentence that says something else is no tag: "Smith said that …".
            let end =
                saying.source.map_or(saying.cue.end, |source| saying.cue.end.max(reading.phrases[source].tokens.end));
            let tag = matches!(
                reading.classes.at(end),
                Class::Terminal | Class::Comma | Class::Edge | Class::Quote | Class::Preposition | Class::Calendar
            );
            if !tag {
                return None;
            }
        }
        Some(self.by(reading, saying, Attribution::Behind))
    }

    /// Smith said: “…”. He called it “…”.
    fn before(&self, reading: &Reading, quotation: usize) -> Option<Bound> {
        let quoted = &self.quoted[quotation];
        let mut before = reading.sayings_before(quoted.open);
        // A verb right before the marks has a source, whatever the ranker thinks of it; so has "called it “…”".
        let beside = |saying: &&Saying| {
            let between = saying.cue.end..quoted.open;
            let stops = |class: Class| {
                matches!(class, Class::Be | Class::Auxiliary | Class::Verb | Class::Quote | Class::Terminal)
            };
            let after_that = between.len() == 2 && reading.classes.before(quoted.open) == Class::That;
            let called = saying.class == Class::Report && between.len() <= 5;
            between.len() <= 1 || (after_that || called) && !between.clone().any(|at| stops(reading.classes.at(at)))
        };
        let nearest = before.clone().next().filter(beside);
        // "In the minister's account, the two spoke of “…”": the account is quoted, not the two.
        let loose = before.clone().next().is_some_and(|saying| saying.class == Class::Report);
        if loose && let Some(bound) = self.opening_noun(reading) {
            return Some(bound);
        }
        // Right before the marks stands whose words they are: "laughed when Berg said: “…”".
        let is_told = |saying: &&Saying| {
            let is_thought = self.document.is_in(saying.cue.start, List::ThoughtVerbs);
            saying.class == Class::Say && !is_thought && saying.cue.end + 1 >= quoted.open
        };
        let governing = if nearest.as_ref().is_some_and(is_told) { None } else { self.governing(reading, quoted) };
        if let Some(saying) = governing {
            return Some(self.by(reading, saying, Attribution::Before));
        }
        let saying =
            nearest.or_else(|| before.clone().find(|saying| saying.source.is_some())).or_else(|| before.next())?;
        Some(self.by(reading, saying, Attribution::Before))
    }

    /// The verb of saying in whose complement a quotation stands: "Smith said that the plan, which Jones liked, was “bad”".
    fn governing<'r>(&self, reading: &'r Reading, quoted: &Quoted) -> Option<&'r Saying> {
        let document = self.document;
        let first = document.tokens()[quoted.open].span;
        let grammar = document.grammar(document.sentence_at(first.start()), self.models)?;
        let word = grammar.word_at(first.end())?;
        let saying = |at: usize| {
            let token = grammar.word(at).token as usize;
            reading.sayings_before(quoted.open).find(|saying| saying.cue.start == token)
        };
        let above = grammar.heads(word).filter(|&at| at < word);
        let sayings: Vec<(usize, &Saying)> = above.filter_map(|at| Some((at, saying(at)?))).collect();
        // "Called him “bad”" is beside its words; of the rest, only what states something stands for what is said in it.
        let is_beside =
            |saying: &Saying| saying.cue.end + 3 >= quoted.open && document.is_in(saying.cue.start, List::NamingVerbs);
        let states = |at: usize, saying: &Saying| {
            let group = grammar.verb_group(at);
            document.is_in(saying.cue.start, List::StatementVerbs) && group.modal.is_none() && !group.is_infinitive
        };
        let strong = sayings.iter().find(|&&(at, saying)| states(at, saying) || is_beside(saying));
        strong.or(sayings.first()).map(|&(_, saying)| saying)
    }

    /// Smith: “…”; or the paragraph before ends with a colon.
    fn colon(&self, index: usize, quotation: usize) -> Option<Bound> {
        let quoted = &self.quoted[quotation];
        let reading = &self.readings[index];
        if quoted.open > reading.unit.tokens.start {
            if reading.classes.before(quoted.open) != Class::Colon {
                return None;
            }
            return self.introduced(reading, quoted.open - 1);
        }
        // The unit before it ends with a colon, in this paragraph or as the whole of the one before.
        let before = self.readings.get(index.checked_sub(1)?)?;
        let last = before.unit.tokens.end - 1;
        (before.unit.block + 1 >= reading.unit.block && before.classes.at(last) == Class::Colon)
            .then(|| self.introduced(before, last))
            .flatten()
    }

    /// Who is introduced by the colon at a token of the unit: the last verb's source, else the first phrase that can
    /// speak.
    fn introduced(&self, reading: &Reading, colon: usize) -> Option<Bound> {
        let said = reading.sayings_before(colon).find(|saying| saying.source.is_some());
        if let Some(saying) = said {
            return Some(self.by(reading, saying, Attribution::Colon));
        }
        let speaks = |phrase: &&Phrase| {
            phrase.tokens.end <= colon
                && matches!(
                    phrase.kind,
                    PhraseKind::Person
                        | PhraseKind::He
                        | PhraseKind::Organization
                        | PhraseKind::Speaker
                        | PhraseKind::They
                        | PhraseKind::Capital
                )
        };
        let speaks = |&index: &usize| speaks(&&reading.phrases[index]);
        let adjacent = reading.phrases_near(colon).rev().find(|index| reading.phrases[*index].tokens.end == colon);
        let phrase = adjacent.filter(speaks).or_else(|| (0..reading.phrases.len().min(NEAR)).find(speaks))?;
        Some(Bound { speaker: Some(self.speaker(reading, phrase)), cue: None, attribution: Attribution::Colon })
    }

    /// The plan was “bad” for the town, Smith said.
    fn later(&self, reading: &Reading, quotation: usize) -> Option<Bound> {
        let says = |saying: &&Saying| saying.source.is_some() && saying.class != Class::Saying;
        let saying = reading.sayings_from(self.quoted[quotation].after).find(says)?;
        Some(self.by(reading, saying, Attribution::Later))
    }

    /// “Bad” was the minister's word for it. In the minister's account, it was “bad”.
    fn noun(&self, reading: &Reading, quotation: usize) -> Option<Bound> {
        let quoted = &self.quoted[quotation];
        let document = self.document;
        let noun =
            reading.phrases_near(quoted.open).find(|&index| reading.phrases[index].kind == PhraseKind::SayNoun)?;
        let phrase = &reading.phrases[noun];
        let cue = document.tokens()[phrase.head()].span;
        if let Some(bound) = self.owner(reading, noun) {
            return Some(bound);
        }
        // "a letter from the minister".
        let next = reading.phrases.get(noun + 1)?;
        let by = matches!(document.token_str(phrase.tokens.end), "from" | "by" | "of");
        if !by || next.tokens.start != phrase.tokens.end + 1 {
            return None;
        }
        Some(Bound { speaker: Some(self.speaker(reading, noun + 1)), cue: Some(cue), attribution: Attribution::Noun })
    }

    /// "In the minister's account, …" at a unit's start.
    fn opening_noun(&self, reading: &Reading) -> Option<Bound> {
        let start = reading.classes.start();
        let noun = reading.phrase_at(start + 1)?;
        let phrase = &reading.phrases[noun];
        let opens = reading.classes.at(start) == Class::Preposition
            && phrase.kind == PhraseKind::SayNoun
            && reading.classes.at(phrase.tokens.end) == Class::Comma;
        opens.then(|| self.owner(reading, noun)).flatten()
    }

    /// "the minister's account": the owner of a noun of saying, without the noun.
    fn owner(&self, reading: &Reading, noun: usize) -> Option<Bound> {
        let phrase = &reading.phrases[noun];
        let tokens = self.document.tokens();
        let clitic = phrase.tokens.clone().rev().find(|&at| reading.classes.at(at) == Class::Clitic)?;
        if clitic == phrase.tokens.start {
            return None;
        }
        let span = tokens[phrase.tokens.start].span.cover(tokens[clitic - 1].span);
        let actor = self.mentions.ending_at(span);
        let cue = Some(tokens[phrase.head()].span);
        Some(Bound { speaker: Some(Speaker { span, actor, personal: false }), cue, attribution: Attribution::Noun })
    }

    /// The speaker goes on: within the paragraph, or from the one before.
    fn carried(&self, index: usize, quotation: usize, bound: &[Option<Bound>]) -> Option<Bound> {
        let reading = &self.readings[index];
        let quoted = &self.quoted[quotation];
        if quoted.open == reading.unit.tokens.start
            && let Some(found) = self.told_of(index)
        {
            return Some(found);
        }
        let partial = quoted.open > reading.classes.start();
        if partial && let Some(found) = self.told_of(index).filter(|bound| bound.cue.is_some()) {
            return Some(found);
        }
        let before = quotation.checked_sub(1).map(|before| (&self.quoted[before], &bound[before]));
        if let Some((previous, Some(found))) = before {
            let same = previous.block == quoted.block;
            let reopened = previous.goes_on() && previous.block + 1 == quoted.block;
            if same || reopened {
                return Some(Bound { attribution: Attribution::Carried, ..*found });
            }
        }
        // A paragraph that is a quotation and nothing else goes on where the one before spoke.
        let whole = quoted.open == reading.unit.tokens.start && quoted.after >= reading.unit.tokens.end;
        let (block, speaker) = self.last?;
        (whole && block + 1 >= quoted.block).then_some(Bound {
            speaker: Some(speaker),
            cue: None,
            attribution: Attribution::Carried,
        })
    }

    /// “….” stands by itself behind a sentence about somebody: “The mayor disagreed. ‘…’”
    fn told_of(&self, index: usize) -> Option<Bound> {
        let reading = &self.readings[index];
        let before = self.readings.get(index.checked_sub(1)?)?;
        if before.unit.block != reading.unit.block || !before.unit.quoted.is_empty() {
            return None;
        }
        if let Some(saying) = before.sayings_before(before.unit.tokens.end).find(|saying| saying.source.is_some()) {
            return Some(self.by(before, saying, Attribution::Carried));
        }
        let first = before.phrases.first()?;
        let person = matches!(first.kind, PhraseKind::Person | PhraseKind::He | PhraseKind::Speaker);
        (person && first.tokens.start == before.unit.tokens.start).then(|| Bound {
            speaker: Some(self.speaker(before, 0)),
            cue: None,
            attribution: Attribution::Carried,
        })
    }

    /// Remembers the last one who spoke in a unit, also without quotation marks.
    fn end_unit(&mut self, index: usize) {
        let reading = &self.readings[index];
        let said = reading
            .sayings_before(reading.unit.tokens.end)
            .find(|saying| saying.source.is_some() && saying.class == Class::Say);
        if let Some(source) = said.and_then(|saying| saying.source) {
            self.last = Some((reading.unit.block, self.speaker(reading, source)));
        }
    }

    /// A paragraph that begins with a quotation whose speaker comes with the next one: “….” “…,” Smith said.
    fn backward(&self, bound: &mut [Option<Bound>]) {
        for index in (1..bound.len()).rev() {
            let (first, second) = (&self.quoted[index - 1], &self.quoted[index]);
            let weak = bound[index - 1].is_none_or(|bound| bound.attribution == Attribution::Carried);
            let strong = bound[index].filter(|bound| bound.attribution == Attribution::Behind);
            if first.block == second.block
                && weak
                && first.after == second.open
                && let Some(strong) = strong
            {
                bound[index - 1] = Some(Bound { attribution: Attribution::Carried, ..strong });
            }
        }
    }
}

/// Quotations within quotations that have a verb of their own: “She said, ‘Good.’”
pub(super) fn nested(document: &Document, models: &Models, mentions: &Mentions, quoted: &[Quoted]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    for (index, outer) in quoted.iter().enumerate().filter(|(_, quoted)| quoted.depth == 0) {
        let inner = quoted[index + 1..].iter().take_while(|inner| inner.open < outer.end);
        let inner: Vec<Quoted> = inner.filter(|inner| inner.depth == 1).copied().collect();
        if inner.is_empty() {
            continue;
        }
        let unit = Unit { tokens: outer.inner(), block: outer.block, quoted: 0..inner.len() };
        let classes = Classes::read(document, unit.tokens.clone(), &inner);
        let phrases = find_phrases(document, &classes);
        let sayings = find_sayings(document, models, &classes, &phrases);
        let reading = Reading { unit, classes, phrases, sayings };
        for inner in &inner {
            // Only a verb right beside the marks: what is quoted within a quotation is set apart more often than said.
            let beside = |saying: &&Saying| {
                let gap = if saying.cue.start < inner.open {
                    inner.open - saying.cue.end
                } else {
                    saying.cue.start - inner.after.min(saying.cue.start)
                };
                gap <= 2 && saying.likely.is_some()
            };
            let Some(saying) = reading.sayings_before(inner.open).chain(reading.sayings_from(inner.after)).find(beside)
            else {
                continue;
            };
            let Some(source) = saying.source.or(saying.likely) else { continue };
            if non_speech::is_title(document, inner) {
                continue;
            }
            let speaker = speaker_of(document, &reading, mentions, source);
            quotes.push(Quote {
                span: inner.span(document),
                speaker: speaker.actor,
                speaker_span: Some(speaker.span),
                cue: Some(document.tokens()[saying.cue.start].span),
                direct: true,
                antecedent: None,
                source: None,
            });
        }
    }
    quotes
}
