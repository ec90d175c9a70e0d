//! From scores of heads to a tree: each word takes the head it likes best; where words hang on each other in a ring, one of
//! them takes another.

/// Heads of words, given for each word the scores of the root and of each word. Gives for each word the index of its head; the
/// root is its own head. One word is the root, and no word hangs on itself: total for any scores.
pub(crate) fn heads<S: Copy + PartialOrd>(scores: &[S], count: usize) -> Vec<u32> {
    let width = count + 1;
    let row = |word: usize| &scores[word * width..][..width];
    let root = root(count, row);
    let mut heads: Vec<u32> = (0..count as u32).collect();
    // Where each word takes the head it likes best, it nearly always is a tree.
    for word in (0..count).filter(|&word| word != root) {
        heads[word] = best(row(word), |head| head != word) as u32;
    }
    let mut state = vec![State::New; count];
    state[root] = State::Hangs;
    for word in 0..count {
        mend(word, &mut heads, &mut state, row);
    }
    heads
}

/// The word that is the root by the highest score.
fn root<'s, S: Copy + PartialOrd + 's>(count: usize, row: impl Fn(usize) -> &'s [S]) -> usize {
    let mut root = 0;
    for word in 1..count {
        if row(word)[0] > row(root)[0] {
            root = word;
        }
    }
    root
}

/// The word with the highest score that may be the head.
fn best<S: Copy + PartialOrd>(row: &[S], may: impl Fn(usize) -> bool) -> usize {
    let mut best: Option<(usize, S)> = None;
    for (head, &score) in row[1..].iter().enumerate() {
        if may(head) && best.is_none_or(|(_, most)| score > most) {
            best = Some((head, score));
        }
    }
    best.map_or(0, |(head, _)| head)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// On the way that is being walked.
    Walked,
    /// Known to hang on the root.
    Hangs,
}

/// Walks from a word to the root; where the way is a ring, one of its words takes a head that hangs: the one with the highest
/// score for such a head.
fn mend<'s, S: Copy + PartialOrd + 's>(
    word: usize,
    heads: &mut [u32],
    state: &mut [State],
    row: impl Fn(usize) -> &'s [S],
) {
    let mut way = Vec::new();
    let mut at = word;
    while state[at] == State::New {
        state[at] = State::Walked;
        way.push(at);
        at = heads[at] as usize;
    }
    if state[at] == State::Walked {
        let ring = way.iter().position(|&it| it == at).unwrap_or_default();
        let mut choice: Option<(usize, usize, S)> = None;
        for &member in &way[ring..] {
            let head = best(row(member), |head| state[head] == State::Hangs);
            let score = row(member)[head + 1];
            if choice.is_none_or(|(_, _, most)| score > most) {
                choice = Some((member, head, score));
            }
        }
        if let Some((member, head, _)) = choice {
            heads[member] = head as u32;
        }
    }
    for it in way {
        state[it] = State::Hangs;
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::heads;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn any_scores_give_a_tree(count in 1_usize..20, scores in vec(-100_i32..100, 20 * 21)) {
            let heads = heads(&scores[..count * (count + 1)], count);
            prop_assert_eq!(heads.iter().enumerate().filter(|&(word, &head)| word == head as usize).count(), 1);
            for word in 0..count {
                let mut at = word;
                for _ in 0..count {
                    at = heads[at] as usize;
                }
                prop_assert_eq!(heads[at] as usize, at);
            }
        }
    }

    #[test]
    fn a_tree_is_left_as_it_is() {
        // Rows: root, then words one and two.
        assert_eq!(heads(&[9, 0, 1, 2, 8, 0], 2), [0, 0]);
    }
}
