//! The whole page: state, the hooks that carry out its wishes, and where each component stands.

use super::{
    browser,
    components::{
        COPIED, Desk, Help, PasteBox, SamplePickerProps, ToolbarProps, TroubleProps, WaitingProps, sample_picker,
        toolbar, trouble, waiting,
    },
    engine::Engine,
    hooks::{use_address, use_arrivals, use_keys},
    settings,
    state::{Action, Drawn, Panel, Source, State, Work},
};
use crate::{Format, export::Form};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// Where the reader's text is kept between visits.
const DRAFT: &str = "newsgist.draft";

/// Where the reader's choices are kept.
const SETTINGS: &str = "newsgist.settings";

/// Longer drafts are not kept: browsers give a page about five million characters.
const MAX_KEPT: usize = 2_000_000;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self::reduce(&self, action))
    }
}

/// The reading page.
#[component]
pub fn App() -> Html {
    // What changes nothing draws nothing.
    let state = use_reducer_eq(first_state);
    let dispatcher = state.dispatcher();
    let on = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    let engine = {
        let on = on.clone();
        use_memo((), |()| Engine::new(on))
    };
    {
        let engine = Rc::clone(&engine);
        use_effect_with(state.wish.clone(), move |wish| match wish {
            Some(wish) => engine.ask(wish),
            None => engine.cancel(),
        });
    }
    let write = use_callback(state.shown.as_ref().map(|wish| wish.id), move |form: Form, id| {
        if let Some(id) = *id {
            engine.write(id, form);
        }
    });
    {
        let on = on.clone();
        use_effect_with((state.source, state.attempt), move |&(source, _)| {
            if let Source::Sample(index) = source {
                browser::fetch_sample(index, on);
            }
        });
    }
    {
        let on = on.clone();
        // Each part of the page in a task of its own; the article tells when it is done.
        use_effect_with((state.reading.clone(), state.drawn), move |(reading, drawn)| {
            let (shown, drawn) = (reading.is_some(), *drawn);
            if shown && drawn != Drawn::Article && drawn != Drawn::All {
                Timeout::new(0, move || on.emit(Action::Drawn(drawn))).forget();
            }
        });
    }
    use_effect_with(state.jump, |jump| {
        if let Some(jump) = *jump {
            browser::scroll_to(jump);
        }
    });
    {
        let on = on.clone();
        use_effect_with(state.draft.text.clone(), move |text| {
            let fits = text.len() <= MAX_KEPT;
            let saved = browser::save(DRAFT, if fits { text } else { "" });
            on.emit(Action::Kept(fits && saved));
        });
    }
    use_effect_with(settings::write(&state), |settings| {
        browser::save(SETTINGS, settings);
    });
    use_effect_with(state.theme, |&theme| browser::set_theme(theme));
    // Not before the digest is there: keeping the page fetches all of it once more.
    use_effect_with(state.drawn == Drawn::All || state.trouble.is_some(), |&settled| {
        if settled {
            browser::keep_offline();
        }
    });
    use_keys(state.keys && state.panel.is_none(), state.reading.clone(), on.clone());
    use_address(on.clone());
    use_arrivals(on.clone());
    let light = use_callback((), |event: Event, ()| browser::light(&event));
    let onmouseover = light.reform(|event: MouseEvent| event.into());
    let onfocusin = light.reform(|event: FocusEvent| event.into());
    let picker = sample_picker(&SamplePickerProps {
        source: state.source,
        draft: !state.draft.text.trim().is_empty(),
        on: on.clone(),
    });
    html! {
        <>
            <section class="input" aria-label="Choose an article">
                <PasteBox draft={state.draft.clone()} source={state.source} kept={state.kept} on={on.clone()} />
                {picker}
                {toolbar(&ToolbarProps { theme: state.theme, on: on.clone() })}
            </section>
            {waiting(&WaitingProps { work: state.work, on: on.clone() })}
            {trouble(&TroubleProps { message: state.trouble.clone().map(AttrValue::from), on: on.clone() })}
            if let Some(reading) = &state.reading {
                <div class="desk" {onmouseover} {onfocusin} aria-busy={(state.work != Work::Idle || state.drawn < Drawn::All).to_string()}>
                    <Desk reading={reading.clone()} drawn={state.drawn} sample={matches!(state.source, Source::Sample(_))}
                        length={state.length} hidden={state.hidden} cursor={state.cursor} order={state.order}
                        copied={&*state.told == COPIED} {write} on={on.clone()} />
                </div>
            }
            <Help open={state.panel == Some(Panel::Help)} keys={state.keys} on={on.clone()} />
            <p class="told" role="status">{&*state.told}</p>
        </>
    }
}

/// With what the reader chose, and the text of the address or of the last visit; else the first sample.
fn first_state() -> State {
    let state = settings::read(&browser::load(SETTINGS).unwrap_or_default(), State::default());
    match browser::take_text().or_else(|| browser::load(DRAFT)) {
        Some(text) if !text.trim().is_empty() => {
            State::reduce(&state, Action::Written { text, format: Format::Plain, hint: None })
        }
        _ => state,
    }
}
