use crate::ui::{browser, keys, state::Action};
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

/// What [`Help`] needs.
#[derive(Properties, PartialEq)]
pub struct HelpProps {
    /// Whether it is shown.
    pub open: bool,
    /// Whether single keys do something.
    pub keys: bool,
    /// What happens.
    pub on: Callback<Action>,
}

/// Keys, ways in, and how the digest is made.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |&open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(|dialog| dialog.open() != open) {
                if open {
                    let _ = dialog.show_modal();
                } else {
                    dialog.close();
                }
            }
        });
    }
    let onkeys =
        props.on.reform(|event: Event| Action::SetKeys(event.target_unchecked_into::<HtmlInputElement>().checked()));
    // A click here would run it on this very page, which has nothing to be read and forbids it.
    let still = Callback::from(|event: MouseEvent| event.prevent_default());
    let bookmarklet = if props.open { browser::bookmarklet() } else { String::new() };
    let close = props.on.reform(|_: MouseEvent| Action::Close);
    let onclose = props.on.reform(|_: Event| Action::Close);
    let key = |&(key, what): &(&'static str, &'static str)| {
        html! {
            <tr>
                <th scope="row">{ for key.split(' ').map(|key| if key == "–" { html! { "–" } } else { html! { <kbd>{key}</kbd> } }) }</th>
                <td>{what}</td>
            </tr>
        }
    };
    html! {
        <dialog ref={dialog} class="help" aria-labelledby="help-heading" {onclose}>
            <header>
                <h2 id="help-heading">{"About this page"}</h2>
                <button type="button" onclick={close}>{"Close"}</button>
            </header>
            <h3>{"Keys"}</h3>
            <table><tbody>{ for keys::HELP.iter().map(key) }</tbody></table>
            <p><label><input type="checkbox" checked={props.keys} onchange={onkeys} />{" Single keys do this"}</label></p>
            <h3>{"Ways in"}</h3>
            <p>{"Paste text or a part of a page, open a file (.txt, .md, .html) or drop it on the page. A pasted page is reduced to its paragraphs and headings."}</p>
            <p>{"To read what another page shows, drag this to the bookmarks bar and click it there: "}<a class="button" href={bookmarklet.clone()} onclick={still}>{"Read in Newsgist"}</a></p>
            <p>{"Or save this as the address of a bookmark:"}</p>
            <p><code>{bookmarklet}</code></p>
            <h3>{"How it is made"}</h3>
            <p>{"A program in your browser finds names, figures, quotes and dates, weighs each sentence by what it says and where it stands, and copies the strongest ones. It writes nothing of its own: a point may leave out words, and a name in [square brackets] stands for a pronoun. It can miss things and it can be wrong; the article is beside it, and every entry goes to its place there."}</p>
            <p>{"The text stays in this browser. It is kept for your next visit until you clear it."}</p>
            <p><a href="THIRD-PARTY.txt">{"What it is made of, and its licences"}</a></p>
        </dialog>
    }
}
