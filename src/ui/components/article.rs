use crate::{
    article::BlockKind,
    digest::MentionForm,
    ui::{
        highlight::{BlockView, Mark, MarkOf, Node, Part},
        kind::KindSet,
        reading::{Reading, Shared},
        state::{Anchor, Target},
    },
};
use yew::{prelude::*, virtual_dom::VNode};

/// Articles of more blocks than this are laid out as they come into sight.
const LONG: usize = 30;

/// What [`reader`] needs.
pub struct ReaderProps {
    /// Kinds that are not highlighted.
    pub hidden: KindSet,
    /// The article.
    pub children: Html,
}

/// Around the article: says which kinds are hidden, so that a toggle changes one attribute and no mark.
pub fn reader(props: &ReaderProps) -> Html {
    html! { <div class="reader" data-hidden={props.hidden.slugs()}>{props.children.clone()}</div> }
}

/// What [`Article`] needs.
#[derive(Properties, PartialEq)]
pub struct ArticleProps {
    /// What to show.
    pub reading: Shared<Reading>,
}

/// The article with its highlights.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let reading = &*props.reading;
    let mut blocks: Vec<Html> = Vec::with_capacity(reading.views.len());
    let mut views = reading.views.iter().peekable();
    while let Some(view) = views.next() {
        let content = parts(reading, &view.parts);
        let weight = view.weight.to_string();
        blocks.push(match view.kind {
            BlockKind::Title => html! { <h2 class="title">{content}</h2> },
            BlockKind::Heading => html! { <h3>{content}</h3> },
            BlockKind::Paragraph => html! { <p data-weight={weight}>{content}</p> },
            BlockKind::Aside => html! { <p class="aside">{content}</p> },
            BlockKind::ListItem => {
                let mut items = vec![item(reading, view)];
                while let Some(view) = views.next_if(|view| view.kind == BlockKind::ListItem) {
                    items.push(item(reading, view));
                }
                html! { <ul>{items}</ul> }
            }
        });
    }
    if blocks.is_empty() {
        blocks.push(html! { <p class="aside">{"There is no article yet. Paste one above, or choose a sample."}</p> });
    }
    let long = (reading.views.len() > LONG).then_some("");
    html! { <article lang="en" aria-label="Article" data-long={long}>{blocks}</article> }
}

fn item(reading: &Reading, view: &BlockView) -> Html {
    html! { <li data-weight={view.weight.to_string()}>{parts(reading, &view.parts)}</li> }
}

fn parts(reading: &Reading, parts: &[Part]) -> Html {
    parts
        .iter()
        .map(|part| match part.sentence {
            None => nodes(reading, &part.nodes),
            Some(index) => {
                let point = reading.point_of(index).map(|point| (point + 1).to_string());
                let target = Target::Sentence(index).name();
                html! {
                    <span id={Anchor::Sentence(index).id()} class="sentence" data-target={target} data-point={point}>
                        {nodes(reading, &part.nodes)}
                    </span>
                }
            }
        })
        .collect()
}

fn nodes(reading: &Reading, list: &[Node]) -> Html {
    list.iter().map(|node| one(reading, node)).collect()
}

fn one(reading: &Reading, node: &Node) -> VNode {
    match node {
        Node::Plain(span) => text(reading.words(span.start(), span.end())),
        Node::Mark(mark) => marked(reading, mark),
        Node::Quote { quote, first, nodes: inner } => {
            let id = first.then(|| Anchor::Quote(*quote).id());
            let target = Target::Quote(*quote).name();
            html! { <mark {id} data-kind="quote" data-target={target}>{nodes(reading, inner)}</mark> }
        }
    }
}

fn marked(reading: &Reading, mark: &Mark) -> VNode {
    let words = text(reading.words(mark.span.start(), mark.span.end()));
    let id = mark.first.then(|| Anchor::Mark(mark.span.start()).id());
    let (target, form) = match mark.of {
        MarkOf::Actor(id, form) => (Target::Actor(id), form),
        MarkOf::Figure(index) => (Target::Figure(index), MentionForm::Name),
    };
    let form = match form {
        MentionForm::Name => None,
        MentionForm::Nominal => Some("nominal"),
        MentionForm::Pronoun => Some("pronoun"),
    };
    html! { <mark {id} data-kind={mark.kind.slug()} data-target={target.name()} data-form={form}>{words}</mark> }
}

fn text(words: &str) -> VNode {
    VNode::from(words)
}
