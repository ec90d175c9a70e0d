//! Which sentences become points.

use super::explain::Reasons;
use crate::{Options, document::KeyPoint, rank::Ranking, text::sort_by_number};

/// Chooses the key points, in the article's order.
pub(crate) fn choose_points(ranking: &Ranking, options: &Options) -> Vec<KeyPoint> {
    let document = ranking.reading.document;
    let wanted = match options.share {
        Some(share) => libm::ceilf(share.clamp(0.0, 1.0) * document.sentences().len() as f32) as usize,
        None => options.points.min(Options::MAX_POINTS) as usize,
    };
    let mut bodies = ranking.choose(wanted);
    if bodies.is_empty() && wanted > 0 {
        // Nothing stands alone: the best of what there is.
        bodies.extend(ranking.scores.order().first());
    }
    let reasons = Reasons::new(ranking);
    let mut points: Vec<KeyPoint> = bodies
        .into_iter()
        .zip(1..)
        .map(|(body, rank)| {
            let candidate = &ranking.reading.candidates[body];
            KeyPoint { sentence: candidate.sentence, pieces: candidate.pieces(document), rank, why: reasons.of(body) }
        })
        .collect();
    sort_by_number(&mut points, |point| point.sentence.into());
    points
}
