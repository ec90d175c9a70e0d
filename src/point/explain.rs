//! Why a sentence is a point, in plain words.

use crate::{
    Document,
    article::BlockKind,
    document::{Figure, FigureKind},
    rank::{Ranking, Reading},
    text::Span,
};

/// Actors that count as main ones, the most salient first.
const MAIN: usize = 5;

/// The main figure stands in the first sentence or, at the latest, in the one with this body index.
const OPENING: usize = 1;

/// Reasons for the sentences of an article: what is the same for all of them is looked up once.
pub(super) struct Reasons<'r, 'd> {
    reading: &'r Reading<'d>,
    /// The first quantity of a heading; without one, that of the opening.
    main_figure: Option<&'r Figure>,
}

impl<'r, 'd> Reasons<'r, 'd> {
    pub(super) fn new(ranking: &'r Ranking<'d>) -> Self {
        let reading = &ranking.reading;
        let document = reading.document;
        let block = |figure: &Figure| document.sentences()[figure.sentence as usize].block as usize;
        let headed =
            |figure: &&Figure| matches!(document.blocks()[block(figure)].kind, BlockKind::Title | BlockKind::Heading);
        let opening =
            reading.candidates.get(OPENING).or(reading.candidates.last()).map_or(0, |candidate| candidate.sentence);
        let mut quantities = document.figures().iter().filter(|figure| is_quantity(document, figure));
        let opens = |figure: &&Figure| figure.sentence <= opening && !is_attribute(document, figure);
        let first = quantities.clone().find(opens);
        let main_figure = quantities.find(headed).or(first);
        Self { reading, main_figure }
    }

    /// At least one reason, the strongest first.
    pub(super) fn of(&self, body: usize) -> Vec<String> {
        let document = self.reading.document;
        let index = self.reading.candidates[body].sentence as usize;
        let span = document.sentence_span(&document.sentences()[index]);
        let mut why = Vec::new();
        if self.reading.candidates[body]
            .tokens()
            .any(|at| self.reading.terms.at(at).is_some_and(|term| self.reading.terms.terms[term].asked))
        {
            why.push("holds words that you asked for".to_owned());
        }
        if body == 0 {
            why.push("opens the article".to_owned());
        }
        why.extend(actors(document, span));
        why.extend(self.figures(document, index));
        why.extend(speaker(document, span));
        if self.is_about_the_title(body) {
            why.push("speaks of what the title names".to_owned());
        }
        if why.is_empty() {
            why.push("holds words that the article comes back to".to_owned());
        }
        why
    }

    fn figures(&self, document: &Document, index: usize) -> Option<String> {
        let figures = document.figures();
        let first = figures.partition_point(|figure| (figure.sentence as usize) < index);
        let own = figures[first..].iter().take_while(|figure| figure.sentence as usize == index);
        let own = own.filter(|figure| is_quantity(document, figure));
        let main = |figure: &Figure| self.main_figure.is_some_and(|main| is_same(figure, main));
        if own.clone().any(main) {
            return Some("gives the main figure".to_owned());
        }
        let count = own.count();
        match count {
            0 => None,
            1 => Some("gives a figure".to_owned()),
            count => Some(format!("gives {count} figures")),
        }
    }

    /// Two content words or more in common with the title or a heading.
    fn is_about_the_title(&self, body: usize) -> bool {
        let terms = &self.reading.terms;
        let mut headed: Vec<u32> = self.reading.candidates[body]
            .tokens()
            .filter_map(|at| terms.at(at))
            .filter(|&term| terms.terms[term].headed && !terms.terms[term].stop)
            .map(|term| term as u32)
            .collect();
        headed.sort_unstable();
        headed.dedup();
        headed.len() >= 2
    }
}

/// A number of something that is news, as against a date, or the "two" of "the two men".
fn is_quantity(document: &Document, figure: &Figure) -> bool {
    match figure.kind {
        FigureKind::Date | FigureKind::Time | FigureKind::Ordinal | FigureKind::Duration => false,
        FigureKind::Count => {
            const SMALL: f64 = 12.0;
            let spelled = document.str(figure.span).bytes().all(|byte| byte.is_ascii_alphabetic());
            !spelled || figure.value.is_none_or(|value| value > SMALL)
        }
        _ => true,
    }
}

/// "a 19-year-old", "a 16-term congressman": a figure that describes somebody.
fn is_attribute(document: &Document, figure: &Figure) -> bool {
    figure.kind == FigureKind::Age || document.text()[figure.span.end() as usize..].starts_with('-')
}

/// Whether two figures are one, said twice.
fn is_same(one: &Figure, other: &Figure) -> bool {
    let bits = |value: Option<f64>| value.map(f64::to_bits);
    let known = |figure: &Figure| figure.value.is_some() || figure.min.is_some();
    one.span == other.span
        || known(one)
            && one.kind == other.kind
            && one.currency == other.currency
            && bits(one.value) == bits(other.value)
            && bits(one.min) == bits(other.min)
            && bits(one.max) == bits(other.max)
}

fn actors(document: &Document, span: Span) -> Option<String> {
    let named = |actor: &&crate::document::Actor| {
        let next = actor.mentions.partition_point(|mention| mention.span.start() < span.start());
        actor.mentions.get(next).is_some_and(|mention| span.contains(mention.span))
    };
    match document.actors().iter().take(MAIN).filter(named).count() {
        0 => None,
        1 => Some("names a main actor".to_owned()),
        main => Some(format!("names {main} main actors")),
    }
}

fn speaker(document: &Document, span: Span) -> Option<String> {
    let quotes = document.quotes();
    let next = quotes.partition_point(|quote| quote.span.start() < span.start());
    let quote = quotes.get(next).filter(|quote| span.contains(quote.span) && quote.direct)?;
    let actor = document.actors().get(quote.speaker? as usize)?;
    Some(format!("quotes {}", document.str(actor.name).split_whitespace().collect::<Vec<_>>().join(" ")))
}
