use super::{page, prefers};
use crate::ui::state::{Anchor, Jump};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls to a place in the article and flashes it.
pub(crate) fn scroll_to(jump: Jump) {
    let Some(page) = page() else { return };
    if let Ok(Some(old)) = page.query_selector("[data-flash]") {
        let _ = old.remove_attribute("data-flash");
    }
    let sentence = Anchor::Sentence(jump.sentence);
    let found = page.get_element_by_id(&jump.anchor.id()).or_else(|| page.get_element_by_id(&sentence.id()));
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    scroll(&element, ScrollLogicalPosition::Center);
    // Asking for a size lays the page out, so that the same element can flash a second time.
    let _ = element.offset_width();
    let _ = element.set_attribute("data-flash", "");
}

/// Shows the part of the page that has this id, and moves the focus there, as a link would. On a wide screen only the
/// digest is scrolled, and the article stays where it is.
pub(crate) fn show_section(id: &str) {
    let found = page().and_then(|page| page.get_element_by_id(id));
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
    let digest =
        element.closest(".digest").ok().flatten().filter(|digest| digest.scroll_height() > digest.client_height());
    match digest {
        Some(digest) => {
            let head = digest.first_element_child().map_or(0, |head| head.client_height());
            digest.set_scroll_top(element.offset_top() - head - 18);
        }
        None => scroll(&element, ScrollLogicalPosition::Start),
    }
}

fn scroll(element: &HtmlElement, block: ScrollLogicalPosition) {
    let calm = prefers("(prefers-reduced-motion: reduce)");
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if calm { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
