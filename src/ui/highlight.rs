//! From a digest to what the article column shows: blocks of sentences, sentences of marks.
//!
//! A pure function, in one pass over text order, so that a long article costs no more a word than a short one.

use super::kind::Kind;
use crate::{
    Digest,
    article::{Block, BlockKind},
    digest::MentionForm,
    text::Span,
};

/// A paragraph, heading or list item.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockView {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, whole: sentences and what lies between them.
    pub parts: Vec<Part>,
    /// How much of the article's substance its best sentence holds, in five steps; 4 is as much as any.
    pub weight: u8,
}

/// A sentence, or the space between two.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Index of the sentence; none for what lies between sentences.
    pub sentence: Option<u32>,
    /// Its text, whole.
    pub nodes: Vec<Node>,
}

/// A run of text, marked or not.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nothing is said of it.
    Plain(Span),
    /// A name or a figure.
    Mark(Mark),
    /// Words in quotation marks, or the part of them that stands in this sentence.
    Quote {
        /// Index of the quote.
        quote: u32,
        /// Whether the quote begins here.
        first: bool,
        /// Its text, whole; no quotes among them.
        nodes: Vec<Node>,
    },
}

/// A name or a figure in the text, or the part of it on this side of a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Where it stands.
    pub span: Span,
    /// How it is shown.
    pub kind: Kind,
    /// What it belongs to.
    pub of: MarkOf,
    /// Whether it begins here.
    pub first: bool,
}

/// What a mark belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkOf {
    /// The actor with this id, mentioned in this form.
    Actor(u32, MentionForm),
    /// The figure with this index.
    Figure(u32),
}

/// Lays the digest over the text. Where a name and a figure overlap, the one that begins first is shown, and of two
/// that begin together the longer.
pub fn highlight(blocks: &[Block], digest: &Digest) -> Vec<BlockView> {
    let marks = marks(digest);
    let mut layers = Layers { marks: &marks, quotes: &quotes(digest) };
    let mut sentences = digest.sentences.iter().enumerate().peekable();
    let mut views = Vec::with_capacity(blocks.len());
    let most = most(digest);
    for block in blocks {
        let mut parts = Vec::new();
        let mut at = block.span.start();
        let mut salience = 0.0_f64;
        while let Some((index, sentence)) = sentences.next_if(|(_, sentence)| sentence.start < block.span.end()) {
            let (start, end) = (sentence.start.max(at), sentence.end.min(block.span.end()));
            if end <= start {
                continue;
            }
            if at < start {
                parts.push(Part { sentence: None, nodes: layers.nodes(Span::new(at, start)) });
            }
            parts.push(Part { sentence: Some(index as u32), nodes: layers.nodes(Span::new(start, end)) });
            salience = salience.max(sentence.salience);
            at = end;
        }
        if at < block.span.end() {
            parts.push(Part { sentence: None, nodes: layers.nodes(Span::new(at, block.span.end())) });
        }
        views.push(BlockView { kind: block.kind, parts, weight: step(salience, most) });
    }
    views
}

/// How many highlights of a kind there are.
pub fn count(views: &[BlockView], kind: Kind) -> usize {
    fn in_nodes(nodes: &[Node], kind: Kind) -> usize {
        nodes
            .iter()
            .map(|node| match node {
                Node::Plain(_) => 0,
                Node::Mark(mark) => usize::from(mark.first && mark.kind == kind),
                Node::Quote { first, nodes, .. } => usize::from(*first && kind == Kind::Quote) + in_nodes(nodes, kind),
            })
            .sum()
    }
    views.iter().flat_map(|view| &view.parts).map(|part| in_nodes(&part.nodes, kind)).sum()
}

/// A salience in five steps, 0 to 4, of which the last is as much as any sentence has.
pub fn step(salience: f64, most: f64) -> u8 {
    if most > 0.0 { ((salience / most).clamp(0.0, 1.0) * 4.999) as u8 } else { 0 }
}

/// The salience of the article's best sentence.
pub fn most(digest: &Digest) -> f64 {
    digest.sentences.iter().fold(0.0, |most, sentence| sentence.salience.max(most))
}

/// Names and figures in text order, without overlaps.
fn marks(digest: &Digest) -> Vec<Mark> {
    let names = digest.actors.iter().flat_map(|actor| {
        actor.mentions.iter().map(|mention| Mark {
            span: Span::new(mention.start, mention.end),
            kind: Kind::of_actor(actor.kind),
            of: MarkOf::Actor(actor.id, mention.form),
            first: true,
        })
    });
    let figures = digest.figures.iter().enumerate().map(|(index, figure)| Mark {
        span: Span::new(figure.start, figure.end),
        kind: Kind::of_figure(figure.kind),
        of: MarkOf::Figure(index as u32),
        first: true,
    });
    let mut marks: Vec<Mark> = names.chain(figures).filter(|mark| !mark.span.is_empty()).collect();
    // A stable sort: of a name and a figure in the same place the name is kept.
    marks.sort_by_key(|mark| (mark.span.start(), u32::MAX - mark.span.end()));
    let mut end = 0;
    marks.retain(|mark| {
        let free = end <= mark.span.start();
        end = if free { mark.span.end() } else { end };
        free
    });
    marks
}

/// Direct quotes in text order, without overlaps. Reported speech is not marked: it would be most of some articles.
fn quotes(digest: &Digest) -> Vec<(u32, Span)> {
    let direct = |(index, quote): (usize, &crate::digest::Quote)| {
        (quote.direct && quote.start < quote.end).then(|| (index as u32, Span::new(quote.start, quote.end)))
    };
    let mut quotes: Vec<(u32, Span)> = digest.quotes.iter().enumerate().filter_map(direct).collect();
    quotes.sort_by_key(|(_, span)| (span.start(), span.end()));
    let mut end = 0;
    quotes.retain(|(_, span)| {
        let free = end <= span.start();
        end = if free { span.end() } else { end };
        free
    });
    quotes
}

/// What is left of the layers behind the place that the pass has come to.
struct Layers<'d> {
    marks: &'d [Mark],
    quotes: &'d [(u32, Span)],
}

impl Layers<'_> {
    /// Cuts a range of text into nodes. Ranges come in text order.
    fn nodes(&mut self, range: Span) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut at = range.start();
        while let [(quote, span), rest @ ..] = self.quotes {
            if span.end() <= at {
                self.quotes = rest;
                continue;
            }
            if range.end() <= span.start() {
                break;
            }
            let (start, end) = (span.start().max(at), span.end().min(range.end()));
            self.push_marks(Span::new(at, start), &mut nodes);
            let mut inner = Vec::new();
            self.push_marks(Span::new(start, end), &mut inner);
            nodes.push(Node::Quote { quote: *quote, first: start == span.start(), nodes: inner });
            at = end;
            if range.end() < span.end() {
                break;
            }
        }
        self.push_marks(Span::new(at, range.end()), &mut nodes);
        nodes
    }

    fn push_marks(&mut self, range: Span, nodes: &mut Vec<Node>) {
        let mut at = range.start();
        while let [mark, rest @ ..] = self.marks {
            if mark.span.end() <= at {
                self.marks = rest;
                continue;
            }
            if range.end() <= mark.span.start() {
                break;
            }
            let (start, end) = (mark.span.start().max(at), mark.span.end().min(range.end()));
            if at < start {
                nodes.push(Node::Plain(Span::new(at, start)));
            }
            nodes.push(Node::Mark(Mark { span: Span::new(start, end), first: start == mark.span.start(), ..*mark }));
            at = end;
            if range.end() < mark.span.end() {
                break;
            }
        }
        if at < range.end() {
            nodes.push(Node::Plain(Span::new(at, range.end())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, Part, count, highlight, step};
    use crate::{
        Article, Digest, Models, OffsetUnit, Options, analyze,
        digest::{ActorKind, FigureKind, MentionForm},
        ui::{
            kind::Kind,
            testing::{actor, digest, figure, quote},
        },
    };
    use std::fmt::Write;

    /// Text with `[kind:…]` around marks, `«…»` around quotes and `|` before sentences.
    fn show(text: &str, parts: &[Part]) -> String {
        fn nodes(text: &str, list: &[Node], out: &mut String) {
            for node in list {
                match node {
                    Node::Plain(span) => out.push_str(span.of(text)),
                    Node::Mark(mark) => {
                        let _ = write!(out, "[{}:{}]", mark.kind.slug(), mark.span.of(text));
                    }
                    Node::Quote { nodes: inner, .. } => {
                        out.push('«');
                        nodes(text, inner, out);
                        out.push('»');
                    }
                }
            }
        }
        let mut out = String::new();
        for part in parts {
            if part.sentence.is_some() {
                out.push('|');
            }
            nodes(text, &part.nodes, &mut out);
        }
        out
    }

    fn check(text: &str, digest: &Digest, expected: &str) {
        let article = Article::plain(text);
        let views = highlight(article.blocks(), digest);
        let shown: Vec<String> = views.iter().map(|view| show(text, &view.parts)).collect();
        assert_eq!(shown.join("\n"), expected);
    }

    #[test]
    fn layers() {
        let text = "Ann Lee met Bo. “It cost $5. Bo paid,” she said.";
        let sentences = &["Ann Lee met Bo.", "“It cost $5.", "Bo paid,” she said."];
        check(text, &digest(text, sentences), "|Ann Lee met Bo. |“It cost $5. |Bo paid,” she said.");

        let mut all = digest(text, sentences);
        all.actors.push(actor(text, ActorKind::Person, &["Ann Lee", "she"]));
        all.figures.push(figure(text, FigureKind::Money, "$5"));
        all.quotes.push(quote(text, "It cost $5. Bo paid,"));
        check(text, &all, "|[person:Ann Lee] met Bo. |“«It cost [figure:$5].»« »|«Bo paid,»” [person:she] said.");
    }

    #[test]
    fn overlaps_keep_the_first_and_the_longer() {
        let text = "A Boeing 737 landed.";
        let mut both = digest(text, &[text]);
        both.figures.push(figure(text, FigureKind::Count, "737"));
        both.actors.push(actor(text, ActorKind::Organization, &["Boeing 737"]));
        check(text, &both, "|A [organization:Boeing 737] landed.");
    }

    #[test]
    fn a_mark_across_a_quotation_mark_is_cut() {
        let text = "He met “Ann Lee.";
        let mut cut = digest(text, &[text]);
        cut.quotes.push(quote(text, "met “Ann"));
        cut.actors.push(actor(text, ActorKind::Person, &["Ann Lee"]));
        check(text, &cut, "|He «met “[person:Ann]»[person: Lee].");
        let views = highlight(Article::plain(text).blocks(), &cut);
        assert_eq!(count(&views, Kind::Person), 1);
        assert_eq!(count(&views, Kind::Quote), 1);
    }

    #[test]
    fn nothing_is_lost_on_the_way() {
        for text in [
            "",
            "é",
            "# Title\n\nOne “two” three. Four 5.\n\n- six\n- seven",
            include_str!("../../seeds/articles/06-san-alipio-floods.md"),
        ] {
            let document = analyze(Article::plain(text), Models::embedded(), &Options::default());
            let digest = Digest::new(&document, OffsetUnit::Utf8);
            let views = highlight(document.blocks(), &digest);
            let blocks: Vec<&str> = document.blocks().iter().map(|block| block.span.of(text)).collect();
            let shown: Vec<String> = views.iter().map(|view| plain(text, &view.parts)).collect();
            assert_eq!(shown, blocks);
        }
    }

    fn plain(text: &str, parts: &[Part]) -> String {
        fn nodes(text: &str, list: &[Node], out: &mut String) {
            for node in list {
                match node {
                    Node::Plain(span) => out.push_str(span.of(text)),
                    Node::Mark(mark) => out.push_str(mark.span.of(text)),
                    Node::Quote { nodes: inner, .. } => nodes(text, inner, out),
                }
            }
        }
        let mut out = String::new();
        for part in parts {
            nodes(text, &part.nodes, &mut out);
        }
        out
    }

    #[test]
    fn forms_and_steps() {
        let text = "Ann said she would.";
        let mut one = digest(text, &[text]);
        one.actors.push(actor(text, ActorKind::Person, &["Ann", "she"]));
        one.actors[0].mentions[1].form = MentionForm::Pronoun;
        assert_eq!(count(&highlight(Article::plain(text).blocks(), &one), Kind::Person), 2);
        let steps = [0.0, 0.1, 0.2, 0.5, 0.99, 1.0, 7.0].map(|salience| step(salience / 2.0, 0.5));
        assert_eq!(steps, [0, 0, 0, 2, 4, 4, 4]);
        assert_eq!(step(0.0, 0.0), 0);
    }
}
