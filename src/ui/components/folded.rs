use yew::prelude::*;

/// More entries than this are not drawn at all: nobody reads them here, the downloads have all, and hundreds that nobody
/// sees take as long to draw as the article.
const MOST: usize = 100;

/// A list whose first entries are shown and whose others wait behind "more".
pub(super) fn folded(entries: impl Iterator<Item = Html>, shown: usize, wrap: impl Fn(Vec<Html>) -> Html) -> Html {
    let mut first: Vec<Html> = Vec::new();
    let mut more: Vec<Html> = Vec::new();
    let mut left = 0_usize;
    for entry in entries {
        if first.len() < shown {
            first.push(entry);
        } else if more.len() < MOST {
            more.push(entry);
        } else {
            left += 1;
        }
    }
    // One or two behind a fold would be a nuisance.
    if more.len() <= 2 {
        first.append(&mut more);
    }
    html! {
        <>
            {wrap(first)}
            if !more.is_empty() {
                <details>
                    <summary>{format!("{} more", more.len() + left)}</summary>
                    {wrap(more)}
                    if left > 0 {
                        <p class="none">{format!("{left} more are in the downloads.")}</p>
                    }
                </details>
            }
        </>
    }
}
