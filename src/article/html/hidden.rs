//! What a page does not show to anybody.

use super::{
    element::{Element, Traits},
    tree::{Id, Tree},
};

/// Whether an element hides all that is in it: by an attribute, by its own style, or by what it is.
pub(super) fn is_hidden(tree: &Tree, id: Id) -> bool {
    let given = |name| tree.raw_attribute(id, name);
    if tree.element(id) == Some(Element::Dialog) && given("open").is_none() {
        return true;
    }
    given("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
        || given("aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
        || given("style").is_some_and(hides)
}

/// Whether nothing in the element is ever text: scripts, controls, drawings.
pub(super) fn is_silent(tree: &Tree, id: Id) -> bool {
    tree.has(id, Traits::SILENT)
}

/// `display: none` and `visibility: hidden`, the last of each counting.
fn hides(style: &str) -> bool {
    let last = |property: &str| {
        let mut values = style.split(';').filter_map(|declaration| declaration.split_once(':'));
        values.rfind(|(name, _)| name.trim().eq_ignore_ascii_case(property)).map(|(_, value)| value)
    };
    let is = |value: Option<&str>, wanted: &str| {
        let word = value.and_then(|value| value.split(['!', ' ']).find(|word| !word.is_empty()));
        word.is_some_and(|word| word.eq_ignore_ascii_case(wanted))
    };
    is(last("display"), "none") || is(last("visibility"), "hidden")
}

#[cfg(test)]
mod tests {
    use super::{hides, is_hidden};
    use crate::article::html::tree::Tree;

    #[test]
    fn styles() {
        for (style, is) in [
            ("display:none", true),
            ("color: red; Display : None !important;", true),
            ("visibility:hidden", true),
            ("display:none;display:block", false),
            ("display: block; background: none", false),
            ("", false),
        ] {
            assert_eq!(hides(style), is, "{style}");
        }
    }

    #[test]
    fn attributes() {
        for (page, is) in [
            ("<p hidden>", true),
            ("<p hidden=until-found>", false),
            ("<p aria-hidden=true>", true),
            ("<p aria-hidden=false>", false),
            ("<dialog>", true),
            ("<dialog open>", false),
            ("<p>", false),
        ] {
            assert_eq!(is_hidden(&Tree::read(page), 1), is, "{page}");
        }
    }
}
