use super::{page, prefers};
use crate::ui::state::{Anchor, Jump};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls to a place in the article and flashes it.
pub(crate) fn scroll_to(jump: Jump) {
    let Some(page) = page() else { return };
    if let Ok(Some(old)) = page.query_selector("[data-flash]") {
        let _ = old.remove_attribute("data-flash");
    }
    let sentence = Anchor::Sentence(jump.sentence);
    let found = page.get_element_by_id(&jump.anchor.id()).or_else(|| page.get_element_by_id(&sentence.id()));
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    let calm = prefers("(prefers-reduced-motion: reduce)");
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if calm { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    // Asking for a size lays the page out, so that the same element can flash a second time.
    let _ = element.offset_width();
    let _ = element.set_attribute("data-flash", "");
}
