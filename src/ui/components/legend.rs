use crate::ui::{
    browser,
    kind::{Kind, KindSet},
    state::Action,
};
use yew::prelude::*;

/// What [`legend`] needs.
pub struct LegendProps {
    /// How many highlights there are of each kind.
    pub counts: [usize; Kind::ALL.len()],
    /// Kinds that are not highlighted.
    pub hidden: KindSet,
    /// What happens.
    pub on: Callback<Action>,
}

/// What the highlights mean, how many there are, and a switch for each kind.
pub fn legend(props: &LegendProps) -> Html {
    let entry = |(kind, count): (Kind, usize)| {
        let onclick = props.on.reform(move |_| Action::Toggle(kind));
        let pressed = (!props.hidden.has(kind)).to_string();
        html! {
            <button type="button" class="switch" data-kind={kind.slug()} aria-pressed={pressed} {onclick}>
                <span class="swatch">{kind.label()}</span><span class="count">{count}</span>
            </button>
        }
    };
    let shown = Kind::ALL.into_iter().zip(props.counts).filter(|&(_, count)| count > 0);
    // On a phone the digest is far above; elsewhere it stands beside, and the style sheet leaves this out.
    let up = Callback::from(|_: MouseEvent| browser::show_section("points-heading"));
    html! {
        <div class="legend" role="group" aria-label="Highlights">
            <button type="button" class="up" onclick={up}>{"↑ Digest"}</button>
            { for shown.map(entry) }
        </div>
    }
}
