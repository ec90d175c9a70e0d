//! Which sentences become points.

use super::{explain::Reasons, introduce::Introduced};
use crate::{
    Models, Options, Points,
    candidate::{Candidate, is_fit, shorten},
    document::{KeyPoint, TokenKind},
    rank::Ranking,
    text::sort_by_number,
};

/// Points that an article has at the least, and at the most, where nobody tells how many.
const LEAST: usize = 3;
const MOST: usize = 5;
/// Words that the points have together before no other one is taken.
const WORDS: usize = 95;
/// Sentences that are looked at beyond those that are wanted: some do not stand in a list.
const SPARE: usize = 6;
/// Words of a point that is too long, where there is another one.
const LONG: usize = 40;

/// Chooses the key points, in the article's order.
pub(crate) fn choose_points(ranking: &Ranking, models: &Models, options: &Options) -> Vec<KeyPoint> {
    let document = ranking.reading.document;
    let share = |share: f32| libm::ceilf(share.clamp(0.0, 1.0) * document.sentences().len() as f32) as usize;
    let wanted = match (options.share, options.points) {
        (Some(wanted), _) => Some(share(wanted)),
        (None, Points::Count(count)) => Some(count.min(Options::MAX_POINTS) as usize),
        (None, Points::Auto) => None,
    };
    let mut chosen = best(ranking, models, wanted.unwrap_or(MOST));
    if wanted.is_none() {
        chosen = as_deserved(ranking, chosen);
    }
    let reasons = Reasons::new(ranking);
    let mut introduced = Introduced::default();
    let mut chosen: Vec<(u32, usize, Candidate)> =
        chosen.into_iter().zip(1..).map(|((body, candidate), rank)| (rank, body, candidate)).collect();
    sort_by_number(&mut chosen, |(_, _, candidate)| candidate.sentence.into());
    let point = |(rank, body, candidate): (u32, usize, Candidate)| {
        let names = introduced.names(document, &candidate);
        let pieces = candidate.pieces_with(document, &names);
        KeyPoint { sentence: candidate.sentence, pieces, rank, why: reasons.of(body) }
    };
    chosen.into_iter().map(point).collect()
}

/// The best candidates, shortened, the strongest first. Those that do not stand in a list come last.
fn best(ranking: &Ranking, models: &Models, wanted: usize) -> Vec<(usize, Candidate)> {
    if wanted == 0 {
        return Vec::new();
    }
    let reading = &ranking.reading;
    let mut bodies = ranking.choose(wanted + SPARE);
    if bodies.is_empty() {
        // Nothing stands alone: the best of what there is.
        bodies.extend(ranking.scores.order().first());
    }
    let is_fit = |body: &usize| is_fit(reading.document, models, &reading.candidates[*body], &reading.quoted);
    let fitness: Vec<bool> = bodies.iter().map(is_fit).collect();
    // Where most sentences do not fit, a diary or a play, none is worse than the others.
    let is_news = 2 * fitness.iter().filter(|&&is_fit| is_fit).count() > fitness.len();
    let (mut fit, mut others) = (Vec::new(), Vec::new());
    for (body, is_fit) in bodies.into_iter().zip(fitness) {
        if fit.len() == wanted {
            break;
        }
        let shorter = shorten(reading.document, models, &reading.candidates[body], &reading.quoted);
        // A long sentence that holds the news is better than a short one that does not.
        let is_long = !fit.is_empty() && words(ranking, &shorter) > LONG;
        let list = if is_long || is_news && !is_fit { &mut others } else { &mut fit };
        list.push((body, shorter));
    }
    let missing = wanted - fit.len();
    fit.extend(others.into_iter().take(missing));
    fit
}

/// The first three, and others that leave the whole short.
fn as_deserved(ranking: &Ranking, mut chosen: Vec<(usize, Candidate)>) -> Vec<(usize, Candidate)> {
    let mut total = 0;
    let mut count = 0;
    chosen.retain(|(_, candidate)| {
        let words = words(ranking, candidate);
        let is_wanted = count < LEAST || total + words <= WORDS;
        if is_wanted {
            (total, count) = (total + words, count + 1);
        }
        is_wanted
    });
    chosen
}

/// Words that are shown.
fn words(ranking: &Ranking, candidate: &Candidate) -> usize {
    let tokens = ranking.reading.document.tokens();
    candidate.tokens().filter(|&at| matches!(tokens[at].kind, TokenKind::Word | TokenKind::Number)).count()
}
