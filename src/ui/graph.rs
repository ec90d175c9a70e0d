//! Who appears with whom: actors that share sentences, on a circle.

use crate::{Digest, digest::Actor};

/// How many actors are drawn.
const NODES: usize = 10;

/// Actors and the sentences that they share.
#[derive(Clone, Debug, PartialEq)]
pub struct Graph {
    /// Actors with their places on the circle, most salient first.
    pub nodes: Vec<Node>,
    /// Pairs that share a sentence, the closest first.
    pub edges: Vec<Edge>,
}

/// An actor on the circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// The actor's id.
    pub actor: u32,
    /// To the right of the middle: -1 to 1.
    pub x: f64,
    /// Below the middle: -1 to 1.
    pub y: f64,
}

/// Two actors that share sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Index of a node.
    pub from: usize,
    /// Index of another.
    pub to: usize,
    /// How many sentences they share.
    pub sentences: usize,
    /// The first of them.
    pub first: u32,
}

/// Draws the most salient actors that share a sentence with another.
pub fn graph(digest: &Digest) -> Graph {
    // A few more than are drawn, since some of them stand alone.
    let actors = &digest.actors[..digest.actors.len().min(NODES * 2)];
    let sentences: Vec<Vec<u32>> = actors.iter().map(|actor| sentences(digest, actor)).collect();
    let mut pairs: Vec<(usize, usize, usize, u32)> = Vec::new();
    for from in 0..actors.len() {
        for to in from + 1..actors.len() {
            let mut shared = sentences[from].iter().filter(|sentence| sentences[to].binary_search(sentence).is_ok());
            if let Some(&first) = shared.next() {
                pairs.push((from, to, 1 + shared.count(), first));
            }
        }
    }
    let linked = |index: &usize| pairs.iter().any(|&(from, to, ..)| from == *index || to == *index);
    let drawn: Vec<usize> = (0..actors.len()).filter(linked).take(NODES).collect();
    let node = |(place, &index): (usize, &usize)| {
        let angle = std::f64::consts::TAU * (place as f64 / drawn.len() as f64 - 0.25);
        Node { actor: actors[index].id, x: libm::cos(angle), y: libm::sin(angle) }
    };
    let place = |index: usize| drawn.iter().position(|&drawn| drawn == index);
    let mut edges: Vec<Edge> = pairs
        .iter()
        .filter_map(|&(from, to, sentences, first)| Some(Edge { from: place(from)?, to: place(to)?, sentences, first }))
        .collect();
    edges.sort_by_key(|edge| (usize::MAX - edge.sentences, edge.from, edge.to));
    Graph { nodes: drawn.iter().enumerate().map(node).collect(), edges }
}

/// The sentences that mention an actor, each once, in text order.
fn sentences(digest: &Digest, actor: &Actor) -> Vec<u32> {
    let mut sentences: Vec<u32> = Vec::new();
    for mention in &actor.mentions {
        let after = digest.sentences.partition_point(|sentence| sentence.start <= mention.start);
        let index = after.saturating_sub(1) as u32;
        if sentences.last() != Some(&index) {
            sentences.push(index);
        }
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::graph;
    use crate::{
        digest::ActorKind,
        ui::testing::{actor, digest},
    };

    #[test]
    fn actors_of_a_sentence_are_linked() {
        let text = "Ann met Bo. Bo met Ann. Bo left Cy. Di slept.";
        let mut all = digest(text, &["Ann met Bo.", "Bo met Ann.", "Bo left Cy.", "Di slept."]);
        let names = [vec!["Ann", "Ann"], vec!["Bo", "Bo", "Bo"], vec!["Di"], vec!["Cy"]];
        for (id, mentions) in names.iter().enumerate() {
            all.actors.push(crate::digest::Actor { id: id as u32, ..actor(text, ActorKind::Person, mentions) });
        }
        let graph = graph(&all);
        let nodes: Vec<u32> = graph.nodes.iter().map(|node| node.actor).collect();
        assert_eq!(nodes, [0, 1, 3], "who stands alone is not drawn");
        let edges: Vec<_> = graph.edges.iter().map(|edge| (edge.from, edge.to, edge.sentences, edge.first)).collect();
        assert_eq!(edges, [(0, 1, 2, 0), (1, 2, 1, 2)]);
        assert!(graph.nodes[0].y < -0.99, "the first stands at the top");
    }

    #[test]
    fn nobody_is_drawn_alone() {
        let mut all = digest("Ann slept.", &["Ann slept."]);
        all.actors.push(actor("Ann slept.", ActorKind::Person, &["Ann"]));
        assert!(graph(&all).nodes.is_empty());
    }
}
