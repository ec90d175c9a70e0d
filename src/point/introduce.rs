//! Who is who in a list of points: where it first tells of somebody, it says the full name.

use crate::{
    Document,
    candidate::Candidate,
    document::{ActorKind, Mention, MentionForm},
};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The actors that the points so far have named in full.
#[derive(Default)]
pub(super) struct Introduced(FxHashSet<u32>);

impl Introduced {
    /// The tokens of a point that a full name stands for, with the actor, in order. Points are to be asked about in the
    /// order in which they are read.
    pub(super) fn names(&mut self, document: &Document, candidate: &Candidate) -> Vec<(Range<usize>, u32)> {
        let span = document.sentence_span(&document.sentences()[candidate.sentence as usize]);
        let mut mentions: Vec<(Range<usize>, u32)> = Vec::new();
        for (actor, number) in document.actors().iter().zip(0..).filter(|(actor, _)| actor.kind == ActorKind::Person) {
            let here = |mention: &&Mention| mention.form == MentionForm::Name && span.contains(mention.span);
            let tokens = actor.mentions.iter().filter(here).map(|mention| document.tokens_in(mention.span));
            mentions.extend(tokens.map(|tokens| (tokens, number)));
        }
        mentions.sort_unstable_by_key(|(tokens, _)| tokens.start);
        let put_in = candidate.named.map(|(_, actor)| actor);
        self.0.extend(put_in);
        mentions.retain(|(tokens, actor)| {
            candidate.shows(tokens) && self.0.insert(*actor) && is_part(document, tokens, *actor)
        });
        mentions
    }
}

/// Whether the word is a part of the actor's full name, which may stand in its place: not behind "Mr".
fn is_part(document: &Document, tokens: &Range<usize>, actor: u32) -> bool {
    let name = document.str(document.actors()[actor as usize].name);
    let word = document.token_str(tokens.start);
    let is_alone = tokens.len() == 1 && name.contains(' ');
    is_alone && name.split(' ').any(|part| part == word) && !has_courtesy(document, tokens.start)
}

fn has_courtesy(document: &Document, name: usize) -> bool {
    const LONGER: [&str; 4] = ["Miss", "Dame", "Lord", "Lady"];
    let before = name.checked_sub(1).map_or("", |before| document.token_str(before));
    let is_short = before.len() < 4 && before.starts_with(char::is_uppercase);
    is_short || before.ends_with('.') && before.len() > 1 || LONGER.contains(&before)
}

#[cfg(test)]
mod tests {
    use crate::{Article, Models, Options, analyze, point::point_text};

    #[test]
    fn the_first_point_with_somebody_has_the_full_name() {
        let text = "Ada Lindqvist was on the pier at nine.\n\nThe old bridge of Orr Bay will be closed to all lorries, \
            Lindqvist told the council on Monday.\n\nShe said so.\n\nMr Lindqvist agreed with the plan of the council \
            to close the old bridge.\n\nLindqvist asked the county for $3 million to mend the old bridge of Orr Bay.";
        let document = analyze(Article::plain(text), Models::embedded(), &Options::default().with_points(2));
        let points: Vec<String> = document.points().iter().map(|point| point_text(&document, &point.pieces)).collect();
        let named = points.iter().filter(|point| point.contains("[Ada Lindqvist]")).count();
        assert_eq!(named, 1, "{points:#?}");
    }
}
