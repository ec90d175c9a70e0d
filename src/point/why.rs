//! Why a sentence is a point, in plain words.

use crate::{
    Document,
    figure::{Figure, FigureKind},
    rank::{Ranking, Reading},
    text::Span,
};

/// Actors that count as main ones, the most salient first.
const MAIN: usize = 5;

/// Reasons for the sentences of an article: what is the same for all of them is looked up once.
pub(super) struct Reasons<'r, 'd> {
    reading: &'r Reading<'d>,
    /// The first quantity of the article.
    main_figure: Option<Span>,
}

impl<'r, 'd> Reasons<'r, 'd> {
    pub(super) fn new(ranking: &'r Ranking<'d>) -> Self {
        let reading = &ranking.reading;
        let main_figure =
            reading.document.figures().iter().find(|figure| is_quantity(figure)).map(|figure| figure.span);
        Self { reading, main_figure }
    }

    /// At least one reason, the strongest first.
    pub(super) fn of(&self, body: usize) -> Vec<String> {
        let document = self.reading.document;
        let index = self.reading.shown[body].sentence as usize;
        let span = document.sentence_span(&document.sentences()[index]);
        let mut why = Vec::new();
        if self.reading.shown[body]
            .tokens()
            .any(|at| self.reading.terms.at(at).is_some_and(|term| self.reading.terms.terms[term].asked))
        {
            why.push("holds words that you asked for".to_owned());
        }
        if body == 0 {
            why.push("opens the article".to_owned());
        }
        why.extend(actors(document, span));
        why.extend(self.figures(document, span, index));
        why.extend(speaker(document, span));
        if self.is_about_the_title(body) {
            why.push("speaks of what the title names".to_owned());
        }
        if why.is_empty() {
            why.push("holds words that the article comes back to".to_owned());
        }
        why
    }

    fn figures(&self, document: &Document, span: Span, index: usize) -> Option<String> {
        let figures = document.figures();
        let first = figures.partition_point(|figure| (figure.sentence as usize) < index);
        let own = figures[first..].iter().take_while(|figure| figure.sentence as usize == index);
        let count = own.filter(|figure| is_quantity(figure)).count();
        if self.main_figure.is_some_and(|main| span.contains(main)) {
            return Some("gives the main figure".to_owned());
        }
        match count {
            0 => None,
            1 => Some("gives a figure".to_owned()),
            count => Some(format!("gives {count} figures")),
        }
    }

    /// Two content words or more in common with the title or a heading.
    fn is_about_the_title(&self, body: usize) -> bool {
        let terms = &self.reading.terms;
        let mut headed: Vec<usize> = self.reading.shown[body]
            .tokens()
            .filter_map(|at| terms.at(at))
            .filter(|&term| terms.terms[term].headed && !terms.terms[term].stop)
            .collect();
        headed.sort_unstable();
        headed.dedup();
        headed.len() >= 2
    }
}

/// A number of something, as against a date.
fn is_quantity(figure: &Figure) -> bool {
    !matches!(figure.kind, FigureKind::Date | FigureKind::Time | FigureKind::Ordinal | FigureKind::Duration)
}

fn actors(document: &Document, span: Span) -> Option<String> {
    let named = |actor: &&crate::actor::Actor| {
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
