//! What the words around a name say of its kind, where the model may be wrong: a table of rows, tried in order.

use crate::{
    codec::hash::hash_lower,
    document::{ActorKind, Case, Mention, TokenKind},
    lexicon::{Lexicon, List, WordFlags},
    name::{segment::Segments, token_features::hash_phrase, words::Words},
};
use std::ops::Range;

/// One reading, with an example whose name stands in brackets.
struct Row {
    #[cfg(test)]
    name: &'static str,
    #[cfg(test)]
    example: &'static str,
    kind: ActorKind,
    fits: fn(&Around) -> bool,
}

const ROWS: [Row; 10] = [
    Row {
        #[cfg(test)]
        name: "ticker",
        #[cfg(test)]
        example: "[Orr Steel] (NYSE: OSG) rose.",
        kind: ActorKind::Organization,
        fits: |around| around.after(0) == "(" && around.is(Side::After(1), List::Exchanges) && around.after(2) == ":",
    },
    Row {
        #[cfg(test)]
        name: "which",
        #[cfg(test)]
        example: "[Nordvik], which makes panels, fell.",
        kind: ActorKind::Organization,
        fits: |around| around.kind == ActorKind::Person && around.after(0) == "," && around.after(1) == "which",
    },
    Row {
        #[cfg(test)]
        name: "shares in",
        #[cfg(test)]
        example: "Shares in [Nordvik] fell.",
        kind: ActorKind::Organization,
        fits: |around| ["in", "of"].contains(&around.before(0)) && around.is(Side::Before(1), List::CompanyOwns),
    },
    Row {
        #[cfg(test)]
        name: "its shares",
        #[cfg(test)]
        example: "[Nordvik]'s shares fell.",
        kind: ActorKind::Organization,
        fits: |around| around.has_clitic() && around.is(Side::After(1), List::CompanyThings),
    },
    Row {
        #[cfg(test)]
        name: "company customers",
        #[cfg(test)]
        example: "They asked [Nordvik] customers.",
        kind: ActorKind::Organization,
        fits: |around| around.is(Side::After(0), List::CompanyThings),
    },
    Row {
        #[cfg(test)]
        name: "said its",
        #[cfg(test)]
        example: "[Nordvik] said its boss would leave.",
        kind: ActorKind::Organization,
        fits: |around| around.says() && around.after(1) == "its",
    },
    Row {
        #[cfg(test)]
        name: "director of",
        #[cfg(test)]
        example: "The director of [Reprall] spoke.",
        kind: ActorKind::Organization,
        fits: |around| around.before(0) == "of" && around.is(Side::Before(1), List::BodyHeads),
    },
    Row {
        #[cfg(test)]
        name: "king of",
        #[cfg(test)]
        example: "The kings of [Gezzar] wrote.",
        kind: ActorKind::Place,
        fits: |around| around.kind == ActorKind::Person && around.is_of_place(),
    },
    Row {
        #[cfg(test)]
        name: "told in capitals",
        #[cfg(test)]
        example: "They told [KURIER] so.",
        kind: ActorKind::Organization,
        fits: |around| around.kind == ActorKind::Person && around.is_loud(),
    },
    Row {
        #[cfg(test)]
        name: "who",
        #[cfg(test)]
        example: "[Chaullok], who spoke, left.",
        kind: ActorKind::Person,
        fits: |around| around.kind == ActorKind::Place && around.after(0) == "," && around.after(1) == "who",
    },
];

/// The kind that the words around a name tell; not where lists know the name.
pub(super) fn told(segments: &Segments, lexicon: &Lexicon, words: &Words, mention: Mention) -> Option<ActorKind> {
    let around = Around { segments, lexicon, tokens: segments.tokens_in(mention.span), kind: mention.kind };
    is_open(segments, words, mention).then(|| ROWS.iter().find(|row| (row.fits)(&around)))?.map(|row| row.kind)
}

/// Whether a name may be of another kind: no person's with a given name, no place of a list, and no body.
fn is_open(segments: &Segments, words: &Words, mention: Mention) -> bool {
    let name = mention.span.of(segments.text);
    let hash = hash_phrase(name);
    match mention.kind {
        ActorKind::Person => {
            let first = name.split(' ').next().unwrap_or_default();
            let given = words.sexes(hash_lower(first)) != (false, false);
            !given || !name.contains(' ') && !is_titled(segments, mention)
        }
        ActorKind::Place => !words.is_place(hash),
        _ => false,
    }
}

fn is_titled(segments: &Segments, mention: Mention) -> bool {
    let before = segments.tokens_in(mention.span).start.checked_sub(1);
    before.is_some_and(|at| segments.tags[at].flags.has_any(WordFlags::TITLE.with(WordFlags::OCCUPATION)))
}

/// Where a word stands: how many words before or behind the name, 0 being the next one.
#[derive(Clone, Copy)]
enum Side {
    Before(usize),
    After(usize),
}

/// A name and what stands around it.
struct Around<'s> {
    segments: &'s Segments<'s>,
    lexicon: &'s Lexicon,
    tokens: Range<usize>,
    kind: ActorKind,
}

impl Around<'_> {
    fn at(&self, side: Side) -> Option<usize> {
        let at = match side {
            Side::Before(back) => self.tokens.start.checked_sub(back + 1)?,
            Side::After(on) => self.tokens.end + on,
        };
        (at < self.segments.tokens.len()).then_some(at)
    }

    fn word(&self, side: Side) -> &str {
        self.at(side).map_or("", |at| self.segments.tokens[at].span.of(self.segments.text))
    }

    fn before(&self, back: usize) -> &str {
        self.word(Side::Before(back))
    }

    fn after(&self, on: usize) -> &str {
        self.word(Side::After(on))
    }

    /// Whether a list holds the word, but for the capital that a sentence begins with.
    fn is(&self, side: Side, list: List) -> bool {
        let word = self.word(side);
        self.lexicon.has(list, word) || self.lexicon.has(list, &word.to_ascii_lowercase())
    }

    fn has_clitic(&self) -> bool {
        self.at(Side::After(0)).is_some_and(|at| self.segments.tokens[at].kind == TokenKind::Clitic)
    }

    fn says(&self) -> bool {
        self.at(Side::After(0)).is_some_and(|at| self.segments.tags[at].flags.has(WordFlags::SAY))
    }

    fn is_of_place(&self) -> bool {
        self.tokens.len() == 1 && self.before(0) == "of" && self.is(Side::Before(1), List::PlaceHeads)
    }

    /// Alone in capitals behind a verb of telling.
    fn is_loud(&self) -> bool {
        let is_upper = |at: usize| self.segments.tags[at].case == Case::Upper;
        let around = [Side::Before(0), Side::After(0)];
        self.tokens.len() == 1
            && self.before(0) == "told"
            && is_upper(self.tokens.start)
            && !around.into_iter().filter_map(|side| self.at(side)).any(is_upper)
    }
}

#[cfg(test)]
mod tests {
    use super::{Around, Mention, ROWS, Segments};
    use crate::{
        Article, Models,
        document::{ActorKind, MentionForm},
        pipeline::read_words,
        text::Span,
    };

    #[test]
    fn each_row_fits_its_example() {
        for row in &ROWS {
            let (before, rest) = row.example.split_once('[').unwrap();
            let (name, after) = rest.split_once(']').unwrap();
            let text = format!("{before}{name}{after}");
            let models = Models::embedded();
            let document = read_words(Article::plain(&text), models);
            let segments = Segments::new(&text, document.tokens(), document.tags());
            let span = Span::from_range(before.len()..before.len() + name.len());
            let kind = if row.kind == ActorKind::Person { ActorKind::Place } else { ActorKind::Person };
            let mention = Mention { span, kind, form: MentionForm::Name };
            let tokens = segments.tokens_in(mention.span);
            let around = Around { segments: &segments, lexicon: models.lexicon, tokens, kind };
            let fired: Vec<&str> = ROWS.iter().filter(|row| (row.fits)(&around)).map(|row| row.name).collect();
            assert_eq!(fired, [row.name], "{}", row.example);
            assert_eq!(
                super::told(&segments, models.lexicon, models.words(), mention),
                Some(row.kind),
                "{}",
                row.example
            );
        }
    }
}
