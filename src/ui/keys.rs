//! What a single key does.

use super::{
    kind::Kind,
    state::{Action, Panel},
};

/// What a key asks for.
#[derive(Clone, Debug)]
pub enum Deed {
    /// A change of the page.
    Do(Action),
    /// The digest in the clipboard.
    Copy,
}

/// What the help panel says, and nothing that it does not say.
pub const HELP: [(&str, &str); 6] = [
    ("j k", "next and previous key point"),
    ("n p", "next and previous mention of the actor"),
    ("1 – 7", "show or hide a kind of highlight"),
    ("[ ]", "fewer or more key points"),
    ("c", "copy the digest as Markdown"),
    ("?", "this help"),
];

/// What the key does; nothing for most keys.
pub fn deed(key: &str) -> Option<Deed> {
    let action = match key {
        "j" => Action::StepPoint(1),
        "k" => Action::StepPoint(-1),
        "n" => Action::StepMention(None, 1),
        "p" => Action::StepMention(None, -1),
        "[" => Action::Shorter,
        "]" => Action::Longer,
        "?" => Action::TogglePanel(Panel::Help),
        "c" => return Some(Deed::Copy),
        _ => {
            let place: usize = key.parse().ok()?;
            Action::Toggle(*Kind::ALL.get(place.checked_sub(1)?)?)
        }
    };
    Some(Deed::Do(action))
}

#[cfg(test)]
mod tests {
    use super::{Deed, HELP, deed};
    use crate::ui::{kind::Kind, state::Action};

    #[test]
    fn the_help_tells_of_keys_that_do_something() {
        for key in HELP.iter().flat_map(|(keys, _)| keys.split_whitespace()).filter(|key| *key != "–") {
            assert!(deed(key).is_some(), "{key}");
        }
        for key in ["a", "0", "8", "Enter", "", "é", "17"] {
            assert!(deed(key).is_none(), "{key}");
        }
        assert!(matches!(deed("7"), Some(Deed::Do(Action::Toggle(Kind::Quote)))));
    }
}
