use crate::ui::state::{Action, Draft, Source};
use gloo_timers::callback::Timeout;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// How long after the last key the article is read again, in milliseconds.
const PAUSE: u32 = 250;

/// What [`PasteBox`] needs.
#[derive(Properties, PartialEq)]
pub struct PasteBoxProps {
    /// The reader's text.
    pub draft: Draft,
    /// What is shown.
    pub source: Source,
    /// What happens.
    pub on: Callback<Action>,
}

/// The box for the reader's own article.
///
/// The browser keeps what is typed; the page looks at it when the typing pauses. So typing never waits.
#[component]
pub fn PasteBox(props: &PasteBoxProps) -> Html {
    let area = use_node_ref();
    let pause = use_mut_ref(|| None::<Timeout>);
    {
        let (area, text) = (area.clone(), props.draft.text.clone());
        use_effect_with(props.draft.written, move |_| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.set_value(&text);
            }
        });
    }
    let oninput = {
        let (on, pause) = (props.on.clone(), pause);
        Callback::from(move |event: InputEvent| {
            let (on, area) = (on.clone(), event.target_unchecked_into::<HtmlTextAreaElement>());
            let timeout = Timeout::new(PAUSE, move || on.emit(Action::Typed(area.value())));
            // The one before is dropped, and with it cancelled.
            *pause.borrow_mut() = Some(timeout);
        })
    };
    let filled = !props.draft.text.is_empty();
    let own = props.source == Source::Draft;
    html! {
        <div class="paste">
            <label for="article-text">{"Your article"}</label>
            <textarea id="article-text" ref={area} rows="3" spellcheck="false" autocomplete="off"
                placeholder="Paste a news article here" {oninput} />
            if let Some(hint) = props.draft.hint {
                <p class="notice">{hint}</p>
            }
            if filled {
                <p class="buttons">
                    if !own {
                        <button type="button" onclick={props.on.reform(|_| Action::ShowDraft)}>{"Show your article"}</button>
                    }
                    <button type="button" onclick={props.on.reform(|_| Action::Clear)}>{"Clear"}</button>
                </p>
            }
        </div>
    }
}
