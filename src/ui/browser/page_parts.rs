//! Takes a page apart with the browser's own parser. The parsed page is never shown, and parsing alone neither runs a
//! script nor fetches an image.

use super::host::parse;
use crate::ui::capture::{Captured, Piece, Shape, article};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

/// Elements whose content is no part of an article.
const SKIPPED: [&str; 22] = [
    "ASIDE",
    "AUDIO",
    "BUTTON",
    "DIALOG",
    "FIGCAPTION",
    "FOOTER",
    "FORM",
    "HEAD",
    "IFRAME",
    "INPUT",
    "LABEL",
    "NAV",
    "NOSCRIPT",
    "OBJECT",
    "SCRIPT",
    "SELECT",
    "STYLE",
    "SVG",
    "TEMPLATE",
    "TEXTAREA",
    "VIDEO",
    "TITLE",
];

/// Elements that stand in a line of text; all others begin a new piece.
const INLINE: [&str; 34] = [
    "A", "ABBR", "ACRONYM", "B", "BDI", "BDO", "BIG", "CITE", "CODE", "DATA", "DEL", "DFN", "EM", "FONT", "I", "INS",
    "KBD", "MARK", "META", "Q", "RUBY", "S", "SAMP", "SMALL", "SPAN", "STRIKE", "STRONG", "SUB", "SUP", "TIME", "TT",
    "U", "VAR", "WBR",
];

/// Deeper pages are taken as they are; the browsers' own parsers stop at a similar depth.
const DEPTH: usize = 500;

/// The article of a page; none where there is no running text in it.
pub(crate) fn capture(html: &str) -> Option<Captured> {
    let page = parse(html).ok()?;
    let mut parts = Parts::default();
    parts.walk(&root(&page)?, Shape::Paragraph, false, 0);
    parts.end();
    let captured = article(&parts.pieces);
    (captured.paragraphs > 0 || captured.text.contains('\n')).then_some(captured)
}

/// The longest `article`, where it holds a good part of the text; else `main`; else all of it.
fn root(page: &Document) -> Option<Node> {
    let body: Node = page.body()?.into();
    let length = |node: &Node| node.text_content().map_or(0, |text| text.len());
    let articles = page.query_selector_all("article").ok()?;
    let longest = (0..articles.length()).filter_map(|index| articles.item(index)).max_by_key(length);
    let main = page.query_selector("main, [role=main]").ok()?.map(Node::from);
    let whole = length(main.as_ref().unwrap_or(&body));
    longest.filter(|article| length(article) * 2 > whole).or(main).or(Some(body))
}

#[derive(Default)]
struct Parts {
    pieces: Vec<Piece>,
    text: String,
    linked: usize,
    shape: Option<Shape>,
}

impl Parts {
    fn walk(&mut self, node: &Node, shape: Shape, linked: bool, depth: usize) {
        let children = node.child_nodes();
        for child in (0..children.length()).filter_map(|index| children.item(index)) {
            if child.node_type() == Node::TEXT_NODE {
                self.push(&child.text_content().unwrap_or_default(), shape, linked);
            } else if let Some(element) = child.dyn_ref::<Element>() {
                self.element(element, shape, linked, depth);
            }
        }
    }

    fn element(&mut self, element: &Element, shape: Shape, linked: bool, depth: usize) {
        let name = element.tag_name().to_uppercase();
        let name = name.as_str();
        let hidden = element.has_attribute("hidden") || element.get_attribute("aria-hidden").as_deref() == Some("true");
        if SKIPPED.contains(&name) || hidden || depth > DEPTH {
            return;
        }
        if name == "BR" {
            self.push("\n", shape, linked);
            return;
        }
        let inline = INLINE.contains(&name);
        let inner = match name {
            "H1" => Shape::Title,
            "H2" | "H3" | "H4" | "H5" | "H6" => Shape::Heading,
            "LI" => Shape::Item,
            // A paragraph in a list item or a heading is that item's or heading's text.
            _ => shape,
        };
        if !inline {
            self.end();
        }
        self.walk(element, inner, linked || name == "A", depth + 1);
        if !inline {
            self.end();
        }
    }

    fn push(&mut self, text: &str, shape: Shape, linked: bool) {
        if self.shape.is_none() && text.trim().is_empty() {
            return;
        }
        self.shape.get_or_insert(shape);
        self.text.push_str(text);
        if linked {
            self.linked += text.len();
        }
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        if let Some(shape) = self.shape.take() {
            self.pieces.push(Piece { shape, text, linked });
        }
    }
}
