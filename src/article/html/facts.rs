//! What a page says of itself to machines: JSON-LD, Open Graph and `meta`.

use super::{
    super::day::day,
    block::blocks,
    element::Element,
    entity::{Place, decode},
    json::{self, Item, Value},
    tree::{Content, Id, Tree},
};

/// What a page says of itself; each as it is written, without spaces at the ends.
#[derive(Default, Debug)]
pub(super) struct Facts {
    /// From the best source on.
    pub(super) titles: Vec<String>,
    pub(super) authors: Vec<String>,
    pub(super) site: Option<String>,
    pub(super) day: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    /// Types and sections: `NewsArticle`, `Opinion`.
    pub(super) kinds: Vec<String>,
    /// The article's text, where the page carries it beside what it shows.
    pub(super) body: Vec<String>,
    /// The content of `title`.
    pub(super) head: Option<String>,
}

/// Names in `meta`, with full stops for colons, and what they tell: earlier rows are believed first.
const METAS: [(&str, Tells); 31] = [
    ("og.title", Tells::Title),
    ("dc.title", Tells::Title),
    ("dcterm.title", Tells::Title),
    ("parsely-title", Tells::Title),
    ("twitter.title", Tells::Title),
    ("weibo.article.title", Tells::Title),
    ("title", Tells::Title),
    ("dc.creator", Tells::Author),
    ("dcterm.creator", Tells::Author),
    ("dcterms.creator", Tells::Author),
    ("author", Tells::Author),
    ("parsely-author", Tells::Author),
    ("sailthru.author", Tells::Author),
    ("byl", Tells::Author),
    ("article.author", Tells::Author),
    ("og.article.author", Tells::Author),
    ("og.site_name", Tells::Site),
    ("application-name", Tells::Site),
    ("article.published_time", Tells::Day),
    ("og.article.published_time", Tells::Day),
    ("parsely-pub-date", Tells::Day),
    ("dc.date.issued", Tells::Day),
    ("datepublished", Tells::Day),
    ("pubdate", Tells::Day),
    ("publishdate", Tells::Day),
    ("sailthru.date", Tells::Day),
    ("dc.date", Tells::Day),
    ("date", Tells::Day),
    ("og.url", Tells::Url),
    ("og.locale", Tells::Language),
    ("article.section", Tells::Kind),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tells {
    Title,
    Author,
    Site,
    Day,
    Url,
    Language,
    Kind,
}

impl Facts {
    /// Reads the head and what stands in scripts of data.
    pub(super) fn read(tree: &Tree) -> Self {
        let mut facts = Self::default();
        let mut metas: Vec<(usize, String)> = Vec::new();
        for id in 1..tree.len() {
            match tree.element(id) {
                Some(Element::Script) if is_json_ld(tree, id) => facts.read_json_ld(tree, id),
                Some(Element::Meta) => metas.extend(rows_of_meta(tree, id)),
                Some(Element::Link)
                    if tree.raw_attribute(id, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
                {
                    facts.url = facts.url.take().or_else(|| text(tree.attribute(id, "href")));
                }
                Some(Element::Title) if facts.head.is_none() && !in_drawing(tree, id) => {
                    facts.head = text(Some(tree.text_content(id)));
                }
                Some(Element::Html) => {
                    facts.language = facts.language.take().or_else(|| text(tree.attribute(id, "lang")));
                }
                _ => {}
            }
        }
        // A page may say a thing more than once: the better name counts, then the first.
        let mut author = None;
        for (row, (_, tells)) in METAS.iter().enumerate() {
            for (_, content) in metas.iter().filter(|meta| meta.0 == row) {
                // Of authors one name of `meta` is believed: another one may be the paper's.
                if *tells != Tells::Author || *author.get_or_insert(row) == row {
                    facts.take(*tells, content.clone());
                }
            }
        }
        facts
    }

    fn take(&mut self, tells: Tells, content: String) {
        match tells {
            Tells::Title => self.titles.push(content),
            Tells::Author if !is_address(&content) => self.authors.push(content),
            Tells::Author => {}
            Tells::Site => self.site = self.site.take().or(Some(content)),
            Tells::Day => self.day = self.day.take().or_else(|| day(&content)),
            Tells::Url => self.url = self.url.take().or(Some(content)),
            Tells::Language => self.language = self.language.take().or(Some(content.replace('_', "-"))),
            Tells::Kind => self.kinds.push(content),
        }
    }

    fn read_json_ld(&mut self, tree: &Tree, id: Id) {
        for at in id + 1..tree.end(id) {
            if let Content::Raw(source) = tree.node(at).content {
                let items = json::read(source);
                let articles = (0..items.len()).filter(|&at| is_article(&items, at));
                articles.for_each(|at| self.read_article(&items, at));
            }
        }
    }

    /// The fields of an article; the first article of a page is the page's own.
    fn read_article(&mut self, items: &[Item], object: usize) {
        let texts = |key: &str| -> Vec<String> {
            fields(items, object).filter(|(_, item)| item.key == key).flat_map(|(at, _)| texts(items, at)).collect()
        };
        if self.titles.is_empty() {
            self.titles.extend(texts("headline").into_iter().take(1).chain(texts("name").into_iter().take(1)));
        }
        if self.authors.is_empty() {
            self.authors = texts("author");
            if self.authors.is_empty() {
                self.authors = texts("creator");
            }
            self.authors.retain(|author| !is_address(author));
        }
        self.site = self.site.take().or_else(|| texts("publisher").into_iter().next());
        self.day = self.day.take().or_else(|| texts("datePublished").iter().find_map(|text| day(text)));
        self.language = self.language.take().or_else(|| texts("inLanguage").into_iter().next());
        if self.body.is_empty() {
            self.body = paragraphs(items, object);
        }
        self.kinds.extend(texts("@type").into_iter().chain(texts("articleSection")).chain(texts("genre")));
    }
}

fn is_json_ld(tree: &Tree, id: Id) -> bool {
    tree.raw_attribute(id, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
}

/// Whether the title is that of an icon.
fn in_drawing(tree: &Tree, id: Id) -> bool {
    tree.ancestors(id).skip(1).any(|id| tree.name(id).is_some_and(|name| matches!(name.written(), "svg" | "math")))
}

/// The rows that a `meta` stands for; one may have several names.
fn rows_of_meta(tree: &Tree, id: Id) -> Vec<(usize, String)> {
    let Some(content) = text(tree.attribute(id, "content")) else { return Vec::new() };
    let names = ["property", "name", "itemprop"].into_iter().filter_map(|name| tree.raw_attribute(id, name));
    let row = |name: &str| {
        let name = name.replace(':', ".");
        METAS.iter().position(|row| row.0.eq_ignore_ascii_case(&name))
    };
    names.flat_map(str::split_ascii_whitespace).filter_map(row).map(|row| (row, content.clone())).collect()
}

/// Types of what is an article, by their ends: `NewsArticle`, `BlogPosting`, `Report`.
fn is_article(items: &[Item], object: usize) -> bool {
    const ENDS: [&str; 4] = ["Article", "Posting", "Report", "Review"];
    if items[object].value != Value::Object {
        return false;
    }
    let mut types = fields(items, object).filter(|(_, item)| item.key == "@type");
    types.any(|(at, _)| texts(items, at).iter().any(|kind| ENDS.iter().any(|end| kind.ends_with(end))))
}

/// The text of the article by its lines.
fn paragraphs(items: &[Item], object: usize) -> Vec<String> {
    let mut bodies = fields(items, object).filter(|(_, item)| item.key == "articleBody");
    let Some((_, Item { value: Value::Text(body), .. })) = bodies.next() else { return Vec::new() };
    let body = decode(body, Place::Text);
    if body.contains("</p>") {
        return blocks(&Tree::read(&body), false).into_iter().map(|block| block.text).collect();
    }
    body.lines().filter_map(|line| text(Some(line.to_owned()))).collect()
}

/// What stands in an object or an array itself.
fn fields(items: &[Item], parent: usize) -> impl Iterator<Item = (usize, &Item)> {
    let within = items.iter().enumerate().skip(parent + 1).take_while(move |(_, item)| item.parent >= parent);
    within.filter(move |(_, item)| item.parent == parent)
}

/// The texts that a value stands for: its own, those in its array, or the names of the objects that it is.
fn texts(items: &[Item], at: usize) -> Vec<String> {
    let single = |at: usize| match &items[at].value {
        Value::Text(text) => Some(text.clone()),
        Value::Object => fields(items, at).find_map(|(_, item)| match &item.value {
            Value::Text(text) if item.key == "name" => Some(text.clone()),
            _ => None,
        }),
        _ => None,
    };
    let found: Vec<String> = match items[at].value {
        Value::Array => fields(items, at).filter_map(|(at, _)| single(at)).collect(),
        _ => single(at).into_iter().collect(),
    };
    // Search engines are given references, too.
    found.into_iter().filter_map(|raw| text(Some(decode(&raw, Place::Text)))).collect()
}

/// With single spaces; none where it is blank.
fn text(raw: Option<String>) -> Option<String> {
    let text = raw?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

fn is_address(text: &str) -> bool {
    text.starts_with("http") || text.starts_with("www.") || text.starts_with('@') || text.contains("://")
}
