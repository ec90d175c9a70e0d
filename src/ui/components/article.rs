use crate::{
    article::BlockKind,
    digest::MentionForm,
    ui::{
        highlight::{BlockView, Mark, MarkOf, Node, Part},
        kind::KindSet,
        reading::{Reading, Shared},
        slice::Slice,
        state::{Anchor, Target},
    },
};
use gloo_timers::callback::Timeout;
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
    /// Told once all of it is drawn.
    #[prop_or_default]
    pub ondrawn: Callback<()>,
}

/// The article with its highlights, drawn slice by slice: between two slices the browser answers keys and shows frames.
/// What was there before stays until its slice's turn.
#[derive(Debug)]
pub struct Article {
    /// What stands on the page: this article's slices as far as they are drawn, then those of the one before.
    shown: Vec<Shared<Slice>>,
    /// How many of this article's slices are drawn.
    drawn: usize,
    /// Whether it was told that all are.
    told: bool,
    /// The next slice's turn.
    turn: Option<Timeout>,
}

impl Article {
    /// Puts in the next slice that does not look like what stands in its place.
    fn advance(&mut self, slices: &[Shared<Slice>]) {
        let same = |(old, new): &(&Shared<Slice>, &Shared<Slice>)| **old == **new || ***old == ***new;
        let rest = self.shown[self.drawn..].iter().zip(&slices[self.drawn..]);
        self.drawn += rest.take_while(same).count();
        let Some(next) = slices.get(self.drawn) else {
            self.shown.truncate(self.drawn);
            return;
        };
        match self.shown.get_mut(self.drawn) {
            Some(place) => *place = next.clone(),
            None => self.shown.push(next.clone()),
        }
        self.drawn += 1;
    }

    fn is_done(&self, slices: &[Shared<Slice>]) -> bool {
        self.drawn == slices.len() && self.shown.len() == slices.len()
    }
}

impl Component for Article {
    type Message = ();
    type Properties = ArticleProps;

    fn create(context: &Context<Self>) -> Self {
        let mut article = Self { shown: Vec::new(), drawn: 0, told: false, turn: None };
        article.advance(&context.props().reading.slices);
        article
    }

    fn changed(&mut self, context: &Context<Self>, old: &ArticleProps) -> bool {
        if context.props().reading != old.reading {
            (self.drawn, self.told) = (0, false);
            self.advance(&context.props().reading.slices);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, (): ()) -> bool {
        self.advance(&context.props().reading.slices);
        true
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        let ArticleProps { reading, ondrawn } = context.props();
        if !self.is_done(&reading.slices) {
            let link = context.link().clone();
            self.turn = Some(Timeout::new(0, move || link.send_message(())));
        } else if !self.told {
            self.told = true;
            ondrawn.emit(());
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let blocks: usize = context.props().reading.slices.iter().map(|slice| slice.blocks.len()).sum();
        let long = (blocks > LONG).then_some("");
        // Where one child of a list has no key, Yew pairs them from the end, and one more at the end changes all before it.
        let slice = |(index, slice): (usize, &Shared<Slice>)| html! { <Blocks key={index} slice={slice.clone()} /> };
        let slices: Html = self.shown.iter().enumerate().map(slice).collect();
        html! {
            <article lang="en" aria-label="Article" data-long={long}>
                {slices}
                if blocks == 0 {
                    <p class="aside">{"There is no article yet. Paste one above, or choose a sample."}</p>
                }
            </article>
        }
    }
}

/// What [`Blocks`] needs.
#[derive(Properties, PartialEq)]
struct BlocksProps {
    slice: Shared<Slice>,
}

/// A slice. A component, so that it is left alone while others are drawn.
#[component]
fn Blocks(props: &BlocksProps) -> Html {
    let slice = &*props.slice;
    let mut views = slice.blocks.iter().enumerate().peekable();
    let mut blocks: Vec<Html> = Vec::with_capacity(slice.blocks.len());
    while let Some((key, view)) = views.next() {
        let weight = view.weight.to_string();
        let content = || parts(slice, &view.parts);
        blocks.push(match view.kind {
            BlockKind::Title => html! { <h2 {key} class="title">{content()}</h2> },
            BlockKind::Heading => html! { <h3 {key}>{content()}</h3> },
            BlockKind::Paragraph => html! { <p {key} data-weight={weight}>{content()}</p> },
            BlockKind::Aside => html! { <p {key} class="aside">{content()}</p> },
            BlockKind::ListItem => {
                let mut items = vec![item(slice, view)];
                while let Some((_, view)) = views.next_if(|(_, view)| view.kind == BlockKind::ListItem) {
                    items.push(item(slice, view));
                }
                html! { <ul {key}>{items}</ul> }
            }
        });
    }
    blocks.into_iter().collect()
}

fn item(slice: &Slice, view: &BlockView) -> Html {
    html! { <li data-weight={view.weight.to_string()}>{parts(slice, &view.parts)}</li> }
}

fn parts(slice: &Slice, parts: &[Part]) -> Html {
    parts
        .iter()
        .map(|part| match part.sentence {
            None => nodes(slice, &part.nodes),
            Some(index) => {
                let point = slice.point_of(index).map(|point| (point + 1).to_string());
                let target = Target::Sentence(index).name();
                html! {
                    <span id={Anchor::Sentence(index).id()} class="sentence" data-target={target} data-point={point}>
                        {nodes(slice, &part.nodes)}
                    </span>
                }
            }
        })
        .collect()
}

fn nodes(slice: &Slice, list: &[Node]) -> Html {
    list.iter().map(|node| one(slice, node)).collect()
}

fn one(slice: &Slice, node: &Node) -> VNode {
    match node {
        Node::Plain(span) => text(slice.words(*span)),
        Node::Mark(mark) => marked(slice, mark),
        Node::Quote { quote, first, nodes: inner } => {
            let id = first.then(|| Anchor::Quote(*quote).id());
            let target = Target::Quote(*quote).name();
            html! { <mark {id} data-kind="quote" data-target={target}>{nodes(slice, inner)}</mark> }
        }
    }
}

fn marked(slice: &Slice, mark: &Mark) -> VNode {
    let words = text(slice.words(mark.span));
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
