use super::page;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Lights what the pointer or the focus is on, in the article and in the digest at once.
///
/// Attributes are set past Yew: nothing has to be drawn anew while the pointer moves over a long article.
pub(crate) fn light(event: &Event) {
    let Some(page) = page() else { return };
    let mut names = Vec::new();
    let mut at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    while let Some(element) = at {
        names.extend(targets(&element));
        at = element.parent_element();
    }
    let lit = page.query_selector_all("[data-lit]").ok();
    for element in elements(lit) {
        let keep = targets(&element).iter().any(|name| names.contains(name));
        if !keep {
            let _ = element.remove_attribute("data-lit");
        }
    }
    for name in names {
        // Names are ours and hold letters and digits alone.
        let twins = page.query_selector_all(&format!("[data-target~=\"{name}\"]:not([data-lit])")).ok();
        for element in elements(twins) {
            let _ = element.set_attribute("data-lit", "");
        }
    }
}

/// What an element shows: one thing mostly, two where it is a line between them.
fn targets(element: &Element) -> Vec<String> {
    let names = element.get_attribute("data-target").unwrap_or_default();
    names.split(' ').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn elements(list: Option<web_sys::NodeList>) -> impl Iterator<Item = Element> {
    let len = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..len).filter_map(move |index| list.as_ref()?.item(index)?.dyn_into().ok())
}
