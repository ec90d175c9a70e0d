//! Components in a real browser: what is drawn is what was read, and text stays text.
//!
//! `CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CHROMEDRIVER=/usr/bin/chromedriver cargo test
//! --target wasm32-unknown-unknown --features ui,worker --test web`
#![cfg(all(target_arch = "wasm32", feature = "ui"))]

use newsgist::{
    Article, Digest, Models, OffsetUnit, Options, analyze,
    ui::{
        components::{Article as ArticleView, LegendProps, ReaderProps, legend, reader},
        kind::{Kind, KindSet},
        reading::{Reading, Shared},
        state::{Action, State},
    },
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "Ann Lee of Acme Ltd. paid $5 million in Paris on 3 May 2024. “It is done,” Lee said.";

fn read(text: &str) -> Shared<Reading> {
    let article = Article::plain(text);
    // The page shows what was given, as the worker does: blocks are told by their places in that.
    let blocks = article.given_blocks();
    let document = analyze(article, Models::embedded(), &Options::default());
    let digest = Digest::new(&document, OffsetUnit::Utf8);
    Shared::new(Reading::new(text.to_owned(), &blocks, digest, String::new()))
}

/// An element of the page to draw into.
fn root() -> Element {
    let page = web_sys::window().expect("a window").document().expect("a page");
    let root = page.create_element("div").expect("an element");
    page.body().expect("a body").append_child(&root).expect("room");
    root
}

async fn draw_article(text: &str) -> Element {
    let root = root();
    yew::Renderer::<ArticleView>::with_root_and_props(
        root.clone(),
        newsgist::ui::components::ArticleProps { reading: read(text), ondrawn: Callback::noop() },
    )
    .render();
    yew::scheduler::flush().await;
    root
}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let list = root.query_selector_all(selector).expect("a selector");
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

#[wasm_bindgen_test]
async fn the_article_is_drawn_whole_and_marked() {
    let root = draw_article(TEXT).await;
    assert_eq!(root.text_content().as_deref(), Some(TEXT));
    for mark in all(&root, "mark") {
        let kind = mark.get_attribute("data-kind").expect("a kind");
        assert!(Kind::ALL.iter().any(|known| known.slug() == kind), "{kind}");
        assert!(!mark.has_attribute("tabindex"), "marks are no tab stops");
    }
    let marked: Vec<_> = all(&root, "mark[data-kind=figure]").iter().filter_map(|mark| mark.text_content()).collect();
    assert!(marked.iter().any(|words| words.contains("$5 million")), "{marked:?}");
    assert_eq!(all(&root, "mark[data-kind=quote]").len(), 1);
    assert!(root.query_selector("#s0.sentence").expect("a selector").is_some());
}

#[wasm_bindgen_test]
async fn hostile_text_stays_text() {
    for line in [
        "<script>document.title = 'hit'</script>",
        "<img src=x onerror=\"document.title='hit'\">",
        "</article></div><b>out</b>",
        "&lt;b&gt; \u{202e} \u{0} \u{feff}",
        "javascript:alert(1)",
    ] {
        let text = format!("Ann Lee said on Monday that {line} was written there.");
        let root = draw_article(&text).await;
        assert_eq!(root.text_content().as_deref(), Some(&*text));
        assert!(all(&root, "script, img, b, a").is_empty());
    }
}

/// A page of one reducer, as the app uses it.
#[component]
fn Small() -> Html {
    let state = use_reducer(State::default);
    let dispatcher = state.dispatcher();
    let on = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    let reading = use_memo((), |()| read(TEXT));
    html! {
        <>
            {legend(&LegendProps { counts: reading.counts, hidden: state.hidden, on })}
            {reader(&ReaderProps { hidden: state.hidden, children: html! { <ArticleView reading={(*reading).clone()} /> } })}
        </>
    }
}

#[wasm_bindgen_test]
async fn a_toggle_goes_through_the_reducer() {
    let root = root();
    yew::Renderer::<Small>::with_root(root.clone()).render();
    yew::scheduler::flush().await;
    let button: HtmlElement =
        all(&root, ".switch[data-kind=person]").pop().expect("people are in the text").unchecked_into();
    assert_eq!(button.get_attribute("aria-pressed").as_deref(), Some("true"));
    button.click();
    yew::scheduler::flush().await;
    assert_eq!(button.get_attribute("aria-pressed").as_deref(), Some("false"));
    let reader = all(&root, ".reader").pop().expect("a reader");
    assert_eq!(reader.get_attribute("data-hidden"), Some(KindSet::default().toggled(Kind::Person).slugs()));
}
