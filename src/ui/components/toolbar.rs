use crate::ui::state::{Action, Panel, Theme};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What [`toolbar`] needs.
pub struct ToolbarProps {
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// What happens.
    pub on: Callback<Action>,
}

/// What concerns the whole page.
pub fn toolbar(props: &ToolbarProps) -> Html {
    let onchange = props.on.reform(|event: Event| {
        Action::SetTheme(Theme::from_slug(&event.target_unchecked_into::<HtmlSelectElement>().value()))
    });
    let option = |theme: Theme| {
        let label = match theme {
            Theme::System => "Theme: auto",
            Theme::Light => "Theme: light",
            Theme::Dark => "Theme: dark",
        };
        html! { <option value={theme.slug()} selected={props.theme == theme}>{label}</option> }
    };
    html! {
        <p class="toolbar">
            <label for="theme" class="unseen">{"Colours"}</label>
            <select id="theme" {onchange}>{ for Theme::ALL.into_iter().map(option) }</select>
            <button type="button" onclick={props.on.reform(|_| Action::TogglePanel(Panel::Help))} aria-haspopup="dialog">{"Help"}</button>
        </p>
    }
}
