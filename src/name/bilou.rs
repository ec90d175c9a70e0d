//! Labels of tokens: outside, or the beginning, inside, last or only token of a name of one kind (BILOU; Ratinov and
//! Roth, 2009, "Design Challenges and Misconceptions in Named Entity Recognition").

use crate::document::ActorKind;

/// The kinds that the model tells apart, in the order of the labels. Groups are found by list.
pub(crate) const KINDS: [ActorKind; 3] = [ActorKind::Person, ActorKind::Organization, ActorKind::Place];

/// How many labels there are.
pub(crate) const LABELS: usize = 1 + 4 * KINDS.len();

/// Not in a name.
pub(crate) const OUTSIDE: usize = 0;

/// Where in its name a token stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Begin,
    Inside,
    Last,
    Only,
}

/// The label of a token in a name of the kind at `kind` in [`KINDS`].
pub(crate) const fn label(kind: usize, place: Place) -> usize {
    1 + 4 * kind + place as usize
}

/// Kind and place of a label other than [`OUTSIDE`].
pub(crate) const fn parts(label: usize) -> Option<(usize, Place)> {
    if label == OUTSIDE {
        return None;
    }
    let place = match (label - 1) % 4 {
        0 => Place::Begin,
        1 => Place::Inside,
        2 => Place::Last,
        _ => Place::Only,
    };
    Some(((label - 1) / 4, place))
}

/// Whether the second label may follow the first.
pub(crate) const fn may_follow(before: usize, after: usize) -> bool {
    let open = match parts(before) {
        Some((kind, Place::Begin | Place::Inside)) => Some(kind),
        _ => None,
    };
    match (open, parts(after)) {
        (Some(kind), Some((same, Place::Inside | Place::Last))) => kind == same,
        (None, None | Some((_, Place::Begin | Place::Only))) => true,
        _ => false,
    }
}

/// A set of labels, one bit each.
pub(crate) type LabelSet = u16;

/// All labels.
pub(crate) const ANY: LabelSet = (1 << LABELS) - 1;
/// A small word between capitals: outside or inside.
pub(crate) const JOINT: LabelSet = set(&[Place::Inside]);
/// A number behind a capital: also last.
pub(crate) const TAIL: LabelSet = set(&[Place::Inside, Place::Last]);
const fn set(places: &[Place]) -> LabelSet {
    let mut set = 1 << OUTSIDE;
    let mut at = 0;
    while at < places.len() {
        let mut kind = 0;
        while kind < KINDS.len() {
            set |= 1 << label(kind, places[at]);
            kind += 1;
        }
        at += 1;
    }
    set
}
