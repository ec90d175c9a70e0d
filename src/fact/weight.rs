//! How much a fact tells: a row of the table that fits makes it none.

use crate::{
    Document,
    document::{ActorKind, Change, Fact, Figure, FigureKind, TokenKind},
    lexicon::List,
    text::Span,
};

/// A figure with what is known of it.
struct Site<'d> {
    document: &'d Document<'d>,
    fact: &'d Fact,
    figure: &'d Figure,
}

/// A kind of row that tells a reader nothing.
struct Idle {
    /// What it is, for whoever reads the table.
    #[cfg(test)]
    name: &'static str,
    /// A sentence that has no fact but such a one.
    #[cfg(test)]
    example: &'static str,
    fits: fn(&Site) -> bool,
}

const fn row(name: &'static str, example: &'static str, fits: fn(&Site) -> bool) -> Idle {
    let _ = (name, example);
    Idle {
        #[cfg(test)]
        name,
        #[cfg(test)]
        example,
        fits,
    }
}

#[rustfmt::skip]
static IDLE: [Idle; 9] = [
    row("of nothing", "It came to 45.", |site| site.fact.what.is_none()),
    row("idle noun", "There are two ways to do it.", is_idle_noun),
    row("few and at rest", "He has two brothers.", is_few_at_rest),
    row("many at rest", "The hall has room for 72 people.", is_bare_count),
    row("share of a group", "Most of the talk was of the 58% of islanders.", is_bare_share),
    row("an amount of somebody", "“It is 90 miles,” Anna Berg said.", is_of_somebody),
    row("a part of a name for a thing", "He had a 12-gauge shotgun.", is_attribute),
    row("a unit once", "It took a day.", is_one_unit),
    row("a length of time, an age, a score", "The cook, aged 40, had been there for three days.", is_idle_kind),
];

/// How much a row tells: 0 to 1.
pub(super) fn weight(document: &Document, fact: &Fact) -> f32 {
    let Some(figure) = fact.figures.first().map(|&index| &document.figures()[index as usize]) else { return 0.0 };
    let site = Site { document, fact, figure };
    if IDLE.iter().any(|row| (row.fits)(&site)) {
        return 0.0;
    }
    let base = match figure.kind {
        FigureKind::Money | FigureKind::Percent => 0.7,
        FigureKind::Count | FigureKind::Rate | FigureKind::Measure => 0.5,
        _ => 0.3,
    };
    let happened = if fact.happened.is_some() { 0.2 } else { 0.0 };
    let compared = if fact.from.is_some() { 0.1 } else { 0.0 };
    base + happened + compared
}

impl Site<'_> {
    /// Whether something happens to it, or it has changed.
    fn moves(&self) -> bool {
        self.fact.happened.is_some()
            || self.fact.from.is_some()
            || matches!(self.figure.change, Change::Up | Change::Down)
    }

    /// Whether the last word of a span is in a list.
    fn ends_in(&self, span: Span, list: List) -> bool {
        let tokens = self.document.tokens();
        let after = tokens.partition_point(|token| token.span.end() <= span.end());
        let last = (0..after).rev().find(|&at| tokens[at].kind == TokenKind::Word);
        last.is_some_and(|at| self.document.lists[self.document.tags[at].form as usize].has(list))
    }
}

/// "two ways", "three times", "the three days".
fn is_idle_noun(site: &Site) -> bool {
    site.figure.kind == FigureKind::Count
        && site.figure.counts.is_some_and(|counts| site.ends_in(counts, List::IdleNouns))
}

/// "two brothers": so few are no news unless something happens to them.
fn is_few_at_rest(site: &Site) -> bool {
    const FEW: f64 = 10.0;
    let few = site.figure.value.is_some_and(|value| value <= FEW && value.fract() == 0.0);
    site.figure.kind == FigureKind::Count && few && site.fact.happened.is_none()
}

/// "72 people": a noun alone that nothing happens to.
fn is_bare_count(site: &Site) -> bool {
    const SIZEABLE: f64 = 100.0;
    let is_alone = |what: Span| !site.document.str(what).trim().contains([' ', '-']);
    let is_small = site.figure.value.is_some_and(|value| value < SIZEABLE);
    match site.figure.kind {
        // "At least 23 dead" is hedged because it is news.
        FigureKind::Count if site.figure.change == Change::Exact && !site.moves() => {
            is_small && site.fact.what.is_none_or(is_alone)
        }
        _ => false,
    }
}

/// "58% of islanders": what they do is not told.
fn is_bare_share(site: &Site) -> bool {
    let behind = site.document.small[site.figure.span.end() as usize..].trim_start();
    match site.figure.kind {
        FigureKind::Percent if !site.moves() => behind.starts_with("of "),
        _ => false,
    }
}

/// "90 miles: Berg": whoever says it is not what it is of.
fn is_of_somebody(site: &Site) -> bool {
    let Some(what) = site.fact.what else { return false };
    let names = &site.document.names;
    let at = names.partition_point(|name| name.span.end() <= what.start());
    let is_name = names.get(at).is_some_and(|name| name.kind == ActorKind::Person && name.span.contains(what));
    match site.figure.kind {
        FigureKind::Count => false,
        _ => is_name && site.fact.happened.is_none(),
    }
}

/// "12-gauge shotgun", "360-degree view".
fn is_attribute(site: &Site) -> bool {
    match site.figure.kind {
        FigureKind::Measure if site.fact.happened.is_none() => site.document.str(site.figure.span).contains('-'),
        _ => false,
    }
}

/// "a day", "an hour", "a mile".
fn is_one_unit(site: &Site) -> bool {
    let text = site.document.str(site.figure.span);
    site.figure.value == Some(1.0) && text.starts_with(['a', 'A'])
}

/// An age or a score says little without its sentence, and so does a length of time, but for what somebody is "sentenced to".
fn is_idle_kind(site: &Site) -> bool {
    match site.figure.kind {
        FigureKind::Age | FigureKind::Score => true,
        FigureKind::Duration => {
            let before = &site.document.small[..site.figure.span.start() as usize];
            site.fact.happened.is_none() || !before.ends_with(" to ")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::IDLE;
    use crate::{Options, digest};

    #[test]
    fn idle_rows_have_no_weight() {
        for row in &IDLE {
            let digest = digest(row.example, &Options::default());
            let told: Vec<&str> =
                digest.facts.iter().filter(|fact| fact.weight > 0.0).map(|fact| fact.text.as_str()).collect();
            assert!(told.is_empty(), "{}: {} tells {told:?}", row.name, row.example);
        }
    }
}
