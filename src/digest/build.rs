//! From the engine's document to the wire types.

use super::{Actor, Digest, Excerpt, Fact, Figure, KeyPoint, Mention, Moment, Notice, Piece, Quote, SCHEMA, Sentence};
use crate::{
    Document,
    document::{self, Change, FigureKind},
    fact::fact_text,
    point,
    text::{OffsetUnit, Offsets, Span, sort_by_number},
};

impl Digest {
    /// The fact that a figure belongs to, by its index. Facts stand in the order of their first figures.
    pub(crate) fn fact_of(&self, figure: u32) -> Option<&Fact> {
        let behind = self.facts.partition_point(|fact| fact.figures.first().is_some_and(|&first| first <= figure));
        self.facts[..behind].last().filter(|fact| fact.figures.contains(&figure))
    }

    /// Writes down what a document holds, with offsets in the given unit.
    pub fn new(document: &Document, unit: OffsetUnit) -> Self {
        let mentions = document
            .actors()
            .iter()
            .zip(0..)
            .flat_map(|(actor, id)| actor.mentions.iter().map(move |mention| (mention.span, id)));
        let mut mentions: Vec<(Span, u32)> = mentions.collect();
        sort_by_number(&mut mentions, |&(span, actor)| u128::from(span.number()) << 64 | u128::from(actor));
        let writer = Writer { document, offsets: Offsets::new(document.article.given(), unit), mentions };
        Self {
            schema: SCHEMA,
            language: "en".to_owned(),
            title: document.title().map(str::to_owned),
            sentences: writer.sentences(),
            key_points: document.points().iter().map(|point| writer.key_point(point)).collect(),
            actors: writer.actors(),
            figures: document.figures().iter().map(|figure| writer.figure(figure)).collect(),
            facts: document.facts().iter().map(|fact| writer.fact(fact)).collect(),
            quotes: document.quotes().iter().map(|quote| writer.quote(quote)).collect(),
            timeline: writer.timeline(),
            notices: document
                .notices()
                .iter()
                .map(|notice| Notice { code: notice.code.to_owned(), message: notice.message.to_owned() })
                .collect(),
            article: document.article.metadata().clone(),
        }
    }
}

struct Writer<'d> {
    document: &'d Document<'d>,
    offsets: Offsets<'d>,
    /// All mentions in the text's order, each with its actor.
    mentions: Vec<(Span, u32)>,
}

impl Writer<'_> {
    fn text(&self, span: Span) -> String {
        self.document.str(span).to_owned()
    }

    /// What stands at a place, as it was given.
    fn excerpt(&self, span: Span) -> Excerpt {
        let article = &self.document.article;
        let (start, end) = self.place(span);
        Excerpt { text: article.given_span(span).of(article.given()).to_owned(), start, end }
    }

    /// Both ends of a span in what was given.
    fn place(&self, span: Span) -> (u32, u32) {
        self.offsets.of(self.document.article.given_span(span))
    }

    fn sentences(&self) -> Vec<Sentence> {
        let write = |(sentence, &salience)| {
            let (start, end) = self.place(self.document.sentence_span(sentence));
            Sentence { start, end, paragraph: sentence.block, salience: thousandths(salience) }
        };
        self.document.sentences().iter().zip(self.document.salience()).map(write).collect()
    }

    /// The actors with a mention that lies wholly within a span.
    fn actors_in(&self, span: Span) -> impl Iterator<Item = u32> + '_ {
        let first = self.mentions.partition_point(|(mention, _)| mention.start() < span.start());
        let begun = self.mentions[first..].iter().take_while(move |(mention, _)| mention.start() < span.end());
        begun.filter(move |(mention, _)| span.contains(*mention)).map(|&(_, actor)| actor)
    }

    fn key_point(&self, point: &document::KeyPoint) -> KeyPoint {
        let sentence = self.document.sentences()[point.sentence as usize];
        let span = self.document.sentence_span(&sentence);
        let (start, end) = self.place(span);
        let copied = || {
            point.pieces.iter().filter_map(|piece| match *piece {
                document::Piece::Copied(span) => Some(span),
                document::Piece::Inserted(_) => None,
            })
        };
        let inserted = point.pieces.iter().filter_map(|piece| match *piece {
            document::Piece::Copied(_) => None,
            document::Piece::Inserted(actor) => Some(actor),
        });
        let mut actors: Vec<u32> = copied().flat_map(|span| self.actors_in(span)).chain(inserted).collect();
        actors.sort_unstable();
        actors.dedup();
        let figures = self.document.figures();
        let figures = copied().flat_map(|span| {
            let first = figures.partition_point(|figure| figure.span.start() < span.start());
            (first..figures.len())
                .take_while(move |&index| figures[index].span.start() < span.end())
                .filter(move |&index| span.contains(figures[index].span))
        });
        KeyPoint {
            sentence: point.sentence,
            start,
            end,
            text: point::point_text(self.document, &point.pieces),
            rank: point.rank,
            pieces: point.pieces.iter().map(|piece| self.piece(*piece)).collect(),
            actors,
            figures: figures.map(|index| index as u32).collect(),
            why: point.why.clone(),
        }
    }

    fn insert(&self, actor: u32) -> String {
        point::insert_text(self.document, actor)
    }

    fn piece(&self, piece: document::Piece) -> Piece {
        match piece {
            document::Piece::Copied(span) => {
                let (start, end) = self.place(span);
                Piece::Copied { start, end }
            }
            document::Piece::Inserted(actor) => Piece::Inserted { insert: self.insert(actor), actor },
        }
    }

    fn actors(&self) -> Vec<Actor> {
        let write = |(id, actor): (usize, &document::Actor)| Actor {
            id: id as u32,
            kind: actor.kind,
            name: self.text(actor.name),
            role: actor.role.map(|role| self.text(role)),
            aliases: actor.aliases.iter().map(|&alias| self.text(alias)).collect(),
            salience: thousandths(actor.salience),
            mentions: actor
                .mentions
                .iter()
                .map(|mention| {
                    let Excerpt { text, start, end } = self.excerpt(mention.span);
                    Mention { start, end, text, form: mention.form }
                })
                .collect(),
        };
        self.document.actors().iter().enumerate().map(write).collect()
    }

    fn figure(&self, figure: &document::Figure) -> Figure {
        let Excerpt { text, start, end } = self.excerpt(figure.span);
        let lead = lead(figure, self.document.str(figure.span)).to_owned();
        Figure {
            start,
            end,
            text,
            kind: figure.kind,
            value: figure.value,
            min: figure.min,
            max: figure.max,
            unit: figure.unit.as_deref().map(str::to_owned),
            currency: figure.currency.map(str::to_owned),
            counts: figure.counts.map(|span| self.excerpt(span)),
            change: figure.change,
            level: figure.level,
            lead,
            iso: figure.iso.clone(),
            sentence: figure.sentence,
        }
    }

    fn fact(&self, fact: &document::Fact) -> Fact {
        let figure = fact.figures.first().map(|&index| &self.document.figures()[index as usize]);
        let lead = figure.map_or("", |figure| lead(figure, self.document.str(figure.span)));
        let excerpt = |span: Option<Span>| span.map(|span| self.excerpt(span));
        Fact {
            figures: fact.figures.clone(),
            what: excerpt(fact.what),
            happened: excerpt(fact.happened),
            per: excerpt(fact.per),
            when: excerpt(fact.when),
            from: fact.from,
            to: fact.to,
            weight: thousandths(fact.weight),
            sentence: fact.sentence,
            text: fact_text(self.document, fact, lead),
        }
    }

    fn quote(&self, quote: &document::Quote) -> Quote {
        let Excerpt { text, start, end } = self.excerpt(quote.span);
        Quote {
            start,
            end,
            text,
            speaker: quote.speaker,
            // A pronoun that means nobody known tells a reader nothing.
            speaker_text: quote.source.and(quote.antecedent.or(quote.speaker_span)).map(|span| self.text(span)),
            cue: quote.cue.map(|span| self.text(span)),
            direct: quote.direct,
            source: quote.source,
        }
    }

    fn timeline(&self) -> Vec<Moment> {
        let write = |moment: &document::Moment| {
            let figure = &self.document.figures()[moment.figure as usize];
            let quote = moment.quote.map(|quote| &self.document.quotes()[quote as usize]);
            let Excerpt { text, start, end } = self.excerpt(figure.span);
            Moment {
                start,
                end,
                text,
                iso: figure.iso.clone(),
                sentence: figure.sentence,
                speaker: quote.and_then(|quote| quote.speaker),
                speaker_text: quote.and_then(|quote| quote.speaker_span).map(|span| self.text(span)),
            }
        };
        self.document.timeline().iter().map(write).collect()
    }
}

/// Rounded, so that a digest is short and the last bits of a float are nobody's business.
fn thousandths(value: f32) -> f64 {
    libm::round(f64::from(value) * 1000.0) / 1000.0
}

/// The words to put before a figure where it stands without its sentence.
fn lead(figure: &document::Figure, text: &str) -> &'static str {
    let from = figure.value.is_none() && text.contains(" to ");
    // "34-year-old" and "five months old" say themselves what they are.
    let age = figure.kind == FigureKind::Age && !["old", "age", "yo"].iter().any(|word| text.contains(word));
    match figure.change {
        Change::Exact if age => "aged",
        Change::About if age => "aged about",
        Change::AtMost if age => "aged at most",
        Change::AtLeast if age => "aged at least",
        Change::Exact => "",
        Change::About => "about",
        Change::AtMost => "at most",
        Change::AtLeast => "at least",
        Change::Up if figure.level && from => "risen from",
        Change::Up if figure.level => "risen to",
        Change::Up => "up",
        Change::Down if figure.level && from => "fallen from",
        Change::Down if figure.level => "fallen to",
        Change::Down => "down",
    }
}
