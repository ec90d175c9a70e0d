//! A page as a tree: an arena of nodes in the order of the page, so that an element's content is the range behind it,
//! and every pass over the tree is a loop. Nothing here calls itself.

use super::{
    element::{Element, Name, Traits},
    entity::{Place, decode},
    tokenizer::{Token, Tokenizer, attributes},
};

/// The place of a node in the arena; the page itself is 0.
pub(super) type Id = usize;

/// Elements within so many others are read as if they stood beside each other, as browsers do.
const DEPTH: usize = 400;

/// An element or a text.
pub(super) struct Node<'s> {
    pub(super) parent: Id,
    /// One past the last node within it.
    pub(super) end: Id,
    pub(super) content: Content<'s>,
}

/// What a node is.
#[derive(Clone, Copy)]
pub(super) enum Content<'s> {
    /// An element with its attributes, as they are written.
    Element(Name, &'s str),
    /// Text, its references not yet read.
    Text(&'s str),
    /// The content of `script` or `style`.
    Raw(&'s str),
}

/// The nodes of a page.
pub(super) struct Tree<'s> {
    nodes: Vec<Node<'s>>,
}

impl<'s> Tree<'s> {
    /// Reads a page; whatever stands in it, there is a tree.
    pub(super) fn read(source: &'s str) -> Self {
        let mut builder = Builder {
            nodes: vec![Node { parent: 0, end: 0, content: Content::Text("") }],
            open: vec![(0, Name::of("html"))],
            counts: [0; Name::COUNT],
            beyond: 0,
        };
        for token in Tokenizer::new(source) {
            match token {
                Token::Text { text, raw } => builder.text(text, raw),
                Token::Start { name, attributes } => builder.start(name, attributes),
                Token::End(name) => builder.end(name),
            }
        }
        builder.pop_to(0);
        Self { nodes: builder.nodes }
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, id: Id) -> &Node<'s> {
        &self.nodes[id]
    }

    pub(super) fn parent(&self, id: Id) -> Id {
        self.nodes[id].parent
    }

    /// One past the last node within an element.
    pub(super) fn end(&self, id: Id) -> Id {
        self.nodes[id].end
    }

    /// The element; none for text.
    pub(super) fn element(&self, id: Id) -> Option<Element> {
        self.name(id).map(Name::element)
    }

    pub(super) fn name(&self, id: Id) -> Option<Name> {
        match self.nodes[id].content {
            Content::Element(name, _) => Some(name),
            _ => None,
        }
    }

    /// Whether the node is an element with one of these traits.
    pub(super) fn has(&self, id: Id, traits: u16) -> bool {
        self.name(id).is_some_and(|name| name.has(traits))
    }

    /// The attributes with their raw values.
    pub(super) fn attributes(&self, id: Id) -> impl Iterator<Item = (&'s str, &'s str)> + use<'s> {
        attributes(match self.nodes[id].content {
            Content::Element(_, written) => written,
            _ => "",
        })
    }

    /// An attribute's raw value.
    pub(super) fn raw_attribute(&self, id: Id, wanted: &str) -> Option<&'s str> {
        self.attributes(id).find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
    }

    /// An attribute's value.
    pub(super) fn attribute(&self, id: Id, wanted: &str) -> Option<String> {
        self.raw_attribute(id, wanted).map(|raw| decode(raw, Place::Attribute))
    }

    /// The elements that an element lies in, from the inside out; itself first.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut next = Some(id);
        std::iter::from_fn(move || {
            let here = next?;
            next = (here != 0).then(|| self.nodes[here].parent);
            Some(here)
        })
    }

    /// All text in an element, as it is written, with single spaces; nothing of scripts.
    pub(super) fn text_content(&self, id: Id) -> String {
        let mut text = String::new();
        for at in id..self.end(id).max(id + 1) {
            if let Content::Text(raw) = self.nodes[at].content {
                text.push(' ');
                text.push_str(&decode(raw, Place::Text));
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

struct Builder<'s> {
    nodes: Vec<Node<'s>>,
    /// Open elements, the innermost last.
    open: Vec<(Id, Name)>,
    /// How many of each name are open.
    counts: [u32; Name::COUNT],
    /// How many elements are open that lie deeper than [`DEPTH`].
    beyond: usize,
}

impl<'s> Builder<'s> {
    fn top(&self) -> (Id, Name) {
        self.open.last().copied().unwrap_or((0, Name::of("html")))
    }

    fn push(&mut self, content: Content<'s>) -> Id {
        let id = self.nodes.len();
        self.nodes.push(Node { parent: self.top().0, end: id + 1, content });
        id
    }

    fn text(&mut self, text: &'s str, raw: bool) {
        // Text in a head that was never closed is the body's.
        if !raw && self.is_open(Name::of("head")) && !self.top().1.has(Traits::RAW) && !text.trim_ascii().is_empty() {
            self.close(Name::of("head"));
        }
        self.push(if raw { Content::Raw(text) } else { Content::Text(text) });
    }

    fn start(&mut self, name: Name, attributes: &'s str) {
        self.imply_ends(name);
        let id = self.push(Content::Element(name, attributes));
        if name.has(Traits::VOID) {
            return;
        }
        if self.open.len() >= DEPTH {
            self.beyond += 1;
            return;
        }
        // Elements of drawings and components close themselves with a slash; elements of HTML do not.
        let foreign = attributes.ends_with('/') && self.is_open(Name::of("svg"));
        if !foreign {
            self.open.push((id, name));
            self.counts[name.index()] += 1;
        }
    }

    fn end(&mut self, name: Name) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if name.element() == Element::Br {
            self.push(Content::Element(name, ""));
            return;
        }
        // Much is written behind `</body>`, and it is the body's.
        if matches!(name.element(), Element::Body | Element::Html) || !self.is_open(name) {
            return;
        }
        self.close(name);
    }

    fn is_open(&self, name: Name) -> bool {
        self.counts[name.index()] > 0
    }

    /// Closes the innermost element of a name, and what is open within it. An inline element ends no block; nothing
    /// within a cell ends what is outside it.
    fn close(&mut self, name: Name) {
        let inline = name.has(Traits::INLINE);
        let part = matches!(name.element(), Element::Table | Element::Tbody | Element::Tr | Element::Td);
        for at in (1..self.open.len()).rev() {
            let here = self.open[at].1;
            if here == name {
                self.pop_to(at);
                return;
            }
            let stops = if inline { Traits::SPECIAL } else { Traits::WALL };
            if here.has(stops) && !part {
                return;
            }
        }
    }

    /// Closes all from an open element on.
    fn pop_to(&mut self, at: usize) {
        let end = self.nodes.len();
        for (id, name) in self.open.drain(at..) {
            self.nodes[id].end = end;
            if id > 0 {
                self.counts[name.index()] -= 1;
            }
        }
        self.beyond = 0;
    }

    /// Closes what a start tag ends without saying so.
    fn imply_ends(&mut self, name: Name) {
        if !name.has(Traits::HEAD) && self.is_open(Name::of("head")) {
            self.close(Name::of("head"));
        }
        if name.has(Traits::ENDS_P) && self.is_open(Name::of("p")) {
            self.close(Name::of("p"));
        }
        if name.has(Traits::HEADING) && self.top().1.has(Traits::HEADING) {
            self.pop_to(self.open.len() - 1);
        }
        match name.element() {
            Element::Li => self.close_within(&["li"], &["ul", "ol", "menu"]),
            Element::Dd | Element::Dt => self.close_within(&["dd", "dt"], &["dl"]),
            Element::Td => self.close_within(&["td", "th"], &["tr", "table"]),
            Element::Tr => self.close_within(&["tr"], &["table", "tbody", "thead", "tfoot"]),
            Element::Tbody => self.close_within(&["tbody", "thead", "tfoot", "caption"], &["table"]),
            Element::A => self.close_within(&["a"], &["td", "th", "table", "div"]),
            Element::Button => self.close_within(&["button"], &[]),
            Element::Option => self.close_within(&["option"], &["select"]),
            Element::Body if self.is_open(name) => {}
            _ => {}
        }
    }

    /// Closes the innermost of these elements, unless one of the walls stands between.
    fn close_within(&mut self, names: &[&str], walls: &[&str]) {
        let known = |names: &[&str], name: Name| names.contains(&name.written());
        if !names.iter().any(|name| self.is_open(Name::of(name))) {
            return;
        }
        for at in (1..self.open.len()).rev() {
            let here = self.open[at].1;
            if known(names, here) {
                self.pop_to(at);
                return;
            }
            if known(walls, here) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Content, Tree};

    /// Elements with their content in brackets.
    fn check(source: &str, expected: &str) {
        let tree = Tree::read(source);
        let mut out = String::new();
        let mut ends = Vec::new();
        for id in 1..tree.len() {
            while ends.last().is_some_and(|&end| end <= id) {
                ends.pop();
                out.push(']');
            }
            match tree.node(id).content {
                Content::Element(name, _) => {
                    out.push_str(name.written());
                    out.push('[');
                    ends.push(tree.end(id));
                }
                Content::Text(text) => out.push_str(text),
                Content::Raw(text) => {
                    out.push('|');
                    out.push_str(text);
                    out.push('|');
                }
            }
        }
        ends.iter().for_each(|_| out.push(']'));
        assert_eq!(out, expected, "{source}");
    }

    #[test]
    fn implied_ends() {
        check("<p>a<p>b<div>c</div>", "p[a]p[b]div[c]");
        check("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul[li[a]li[bul[li[c]]]li[d]]");
        check("<dl><dt>a<dd>b<dt>c</dl>", "dl[dt[a]dd[b]dt[c]]");
        check("<table><tr><td>a<td>b<tr><th>c</table>d", "table[tr[td[a]td[b]]tr[th[c]]]d");
        check("<h2>a<h3>b</h3>", "h2[a]h3[b]");
        check("<a>b<a>c</a>", "a[b]a[c]");
        check("<select><option>a<option>b</select>c", "select[option[a]option[b]]c");
    }

    #[test]
    fn heads_that_are_not_closed() {
        check("<head><meta><title>a</title><body><p>b", "head[meta[]title[a]]body[p[b]]");
        check("<head><title>a</title><p>b", "head[title[a]]p[b]");
        check("<head> <script>x</script>text", "head[ script[|x|]]text");
    }

    #[test]
    fn ends_that_do_not_fit() {
        check("<div><button>a</div><h1>b</h1>", "div[button[a]]h1[b]");
        check("<b><p>a</b>b</p>c", "b[p[ab]c]");
        check("<table><tr><td>a</div>b</td></tr></table>", "table[tr[td[ab]]]");
        check("<div><table><tr><td><p>a</table>b</div>", "div[table[tr[td[p[a]]]]b]");
        check("a</p>b</br>c", "abbr[]c");
        check("<p>a</body></html><p>b", "p[a]p[b]");
    }

    #[test]
    fn foreign_elements() {
        check("<svg><path d=x /><title>a</title></svg>b", "svg[[]title[a]]b");
    }

    #[test]
    fn deep_pages() {
        let source = format!("{}x{}<p>y", "<div>".repeat(5000), "</div>".repeat(5000));
        let tree = Tree::read(&source);
        let deepest = (0..tree.len()).map(|id| tree.ancestors(id).count()).max();
        assert!(deepest <= Some(super::DEPTH + 2), "{deepest:?}");
        assert_eq!(tree.parent(tree.len() - 2), 0, "the paragraph is the page's own");
    }
}
