//! The elements of HTML that matter here, and what is known of each.

/// Elements that rules name; all others are told by their [`Traits`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Element {
    A,
    Article,
    Aside,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Custom,
    Dd,
    Details,
    Dialog,
    Div,
    Dl,
    Dt,
    Figcaption,
    Figure,
    Footer,
    Form,
    H1,
    H2,
    H3,
    Head,
    Header,
    Html,
    Img,
    Inline,
    Li,
    Link,
    Main,
    Meta,
    Nav,
    Noscript,
    Ol,
    Option,
    P,
    Pre,
    Script,
    Section,
    Span,
    Table,
    Tbody,
    Td,
    Template,
    Textarea,
    Time,
    Title,
    Tr,
    Ul,
    /// Any other element.
    Other,
}

/// What holds of an element by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Traits(u16);

impl Traits {
    /// Has no content and no end tag.
    pub(super) const VOID: u16 = 1;
    /// Stands in a line of text.
    pub(super) const INLINE: u16 = 2;
    /// Its content is no markup, up to its own end tag.
    pub(super) const RAW: u16 = 4;
    /// Raw, but with references.
    pub(super) const REFERENCES: u16 = 8;
    /// Its start ends an open paragraph.
    pub(super) const ENDS_P: u16 = 16;
    /// Nothing in it is text of an article.
    pub(super) const SILENT: u16 = 32;
    /// Belongs to the head, and does not end it.
    pub(super) const HEAD: u16 = 64;
    /// End tags of outer inline elements do not reach over it.
    pub(super) const SPECIAL: u16 = 128;
    /// A table's cell or the like: end tags within it stay within it.
    pub(super) const WALL: u16 = 256;
    /// A heading.
    pub(super) const HEADING: u16 = 512;

    pub(super) const fn has(self, traits: u16) -> bool {
        self.0 & traits != 0
    }
}

const INLINE: u16 = Traits::INLINE;
const BLOCK: u16 = Traits::SPECIAL | Traits::ENDS_P;
const SPECIAL: u16 = Traits::SPECIAL;
const SILENT: u16 = Traits::SILENT;
const SILENT_INLINE: u16 = Traits::SILENT | Traits::INLINE;
const CELL: u16 = Traits::SPECIAL | Traits::WALL;
const HEADING: u16 = BLOCK | Traits::HEADING;
const RAW: u16 = Traits::RAW | Traits::SILENT;

/// Name, element, traits; sorted by name.
const ROWS: [(&str, Element, u16); 133] = [
    ("a", Element::A, INLINE),
    ("abbr", Element::Inline, INLINE),
    ("acronym", Element::Inline, INLINE),
    ("address", Element::Other, BLOCK),
    ("applet", Element::Other, SILENT | CELL),
    ("area", Element::Other, Traits::VOID),
    ("article", Element::Article, BLOCK),
    ("aside", Element::Aside, BLOCK),
    ("audio", Element::Other, SILENT),
    ("b", Element::Inline, INLINE),
    ("base", Element::Other, Traits::VOID | Traits::HEAD),
    ("bdi", Element::Inline, INLINE),
    ("bdo", Element::Inline, INLINE),
    ("big", Element::Inline, INLINE),
    ("blink", Element::Inline, INLINE),
    ("blockquote", Element::Blockquote, BLOCK),
    ("body", Element::Body, SPECIAL),
    ("br", Element::Br, Traits::VOID | Traits::INLINE),
    ("button", Element::Button, SILENT | SPECIAL),
    ("canvas", Element::Other, SILENT),
    ("caption", Element::Caption, CELL),
    ("center", Element::Div, BLOCK),
    ("cite", Element::Inline, INLINE),
    ("code", Element::Inline, INLINE),
    ("col", Element::Other, Traits::VOID),
    ("colgroup", Element::Other, SPECIAL),
    ("data", Element::Inline, INLINE),
    ("datalist", Element::Other, SILENT),
    ("dd", Element::Dd, BLOCK),
    ("del", Element::Inline, SILENT_INLINE),
    ("details", Element::Details, BLOCK),
    ("dfn", Element::Inline, INLINE),
    ("dialog", Element::Dialog, BLOCK),
    ("dir", Element::Ul, BLOCK),
    ("div", Element::Div, BLOCK),
    ("dl", Element::Dl, BLOCK),
    ("dt", Element::Dt, BLOCK),
    ("em", Element::Inline, INLINE),
    ("embed", Element::Other, Traits::VOID),
    ("fieldset", Element::Other, BLOCK),
    ("figcaption", Element::Figcaption, BLOCK),
    ("figure", Element::Figure, BLOCK),
    ("font", Element::Inline, INLINE),
    ("footer", Element::Footer, BLOCK),
    ("form", Element::Form, BLOCK),
    ("frame", Element::Other, Traits::VOID),
    ("frameset", Element::Other, SPECIAL),
    ("h1", Element::H1, HEADING),
    ("h2", Element::H2, HEADING),
    ("h3", Element::H3, HEADING),
    ("h4", Element::H3, HEADING),
    ("h5", Element::H3, HEADING),
    ("h6", Element::H3, HEADING),
    ("head", Element::Head, SILENT | SPECIAL | Traits::HEAD),
    ("header", Element::Header, BLOCK),
    ("hgroup", Element::Div, BLOCK),
    ("hr", Element::Other, Traits::VOID | Traits::ENDS_P),
    ("html", Element::Html, CELL),
    ("i", Element::Inline, INLINE),
    ("iframe", Element::Other, RAW),
    ("img", Element::Img, Traits::VOID | Traits::INLINE),
    ("input", Element::Other, Traits::VOID | Traits::INLINE),
    ("ins", Element::Inline, INLINE),
    ("kbd", Element::Inline, INLINE),
    ("label", Element::Other, SILENT_INLINE),
    ("legend", Element::Other, SILENT | SPECIAL),
    ("li", Element::Li, BLOCK),
    ("link", Element::Link, Traits::VOID | Traits::HEAD),
    ("listing", Element::Pre, BLOCK),
    ("main", Element::Main, BLOCK),
    ("map", Element::Inline, INLINE),
    ("mark", Element::Inline, INLINE),
    ("marquee", Element::Other, SILENT | CELL),
    ("math", Element::Other, SILENT_INLINE),
    ("menu", Element::Ul, BLOCK),
    ("meta", Element::Meta, Traits::VOID | Traits::HEAD),
    ("meter", Element::Other, SILENT_INLINE),
    ("nav", Element::Nav, BLOCK),
    ("nobr", Element::Inline, INLINE),
    ("noembed", Element::Other, RAW),
    ("noframes", Element::Other, RAW | Traits::HEAD),
    ("noscript", Element::Noscript, SILENT | Traits::HEAD),
    ("object", Element::Other, SILENT | CELL),
    ("ol", Element::Ol, BLOCK),
    ("optgroup", Element::Option, SILENT),
    ("option", Element::Option, SILENT),
    ("output", Element::Other, SILENT_INLINE),
    ("p", Element::P, BLOCK),
    ("param", Element::Other, Traits::VOID),
    ("picture", Element::Other, Traits::INLINE),
    ("plaintext", Element::Pre, BLOCK),
    ("pre", Element::Pre, BLOCK),
    ("progress", Element::Other, SILENT_INLINE),
    ("q", Element::Inline, INLINE),
    ("rb", Element::Inline, INLINE),
    ("rp", Element::Other, SILENT_INLINE),
    ("rt", Element::Other, SILENT_INLINE),
    ("ruby", Element::Inline, INLINE),
    ("s", Element::Inline, SILENT_INLINE),
    ("samp", Element::Inline, INLINE),
    ("script", Element::Script, RAW | Traits::HEAD),
    ("search", Element::Nav, BLOCK),
    ("section", Element::Section, BLOCK),
    ("select", Element::Other, SILENT | SPECIAL),
    ("small", Element::Inline, INLINE),
    ("source", Element::Other, Traits::VOID),
    ("span", Element::Span, INLINE),
    ("strike", Element::Inline, SILENT_INLINE),
    ("strong", Element::Inline, INLINE),
    ("style", Element::Other, RAW | Traits::HEAD),
    ("sub", Element::Inline, INLINE),
    ("summary", Element::Other, BLOCK),
    ("sup", Element::Inline, INLINE),
    ("svg", Element::Other, SILENT_INLINE),
    ("table", Element::Table, BLOCK | Traits::WALL),
    ("tbody", Element::Tbody, SPECIAL),
    ("td", Element::Td, CELL),
    ("template", Element::Template, SILENT | CELL | Traits::HEAD),
    ("textarea", Element::Textarea, RAW | Traits::REFERENCES),
    ("tfoot", Element::Tbody, SPECIAL),
    ("th", Element::Td, CELL),
    ("thead", Element::Tbody, SPECIAL),
    ("time", Element::Time, INLINE),
    ("title", Element::Title, RAW | Traits::REFERENCES | Traits::HEAD),
    ("tr", Element::Tr, SPECIAL),
    ("track", Element::Other, Traits::VOID),
    ("tt", Element::Inline, INLINE),
    ("u", Element::Inline, INLINE),
    ("ul", Element::Ul, BLOCK),
    ("var", Element::Inline, INLINE),
    ("video", Element::Other, SILENT),
    ("wbr", Element::Inline, Traits::VOID | Traits::INLINE),
    ("xmp", Element::Other, RAW),
];

/// An element's name: its row, or what can be told of an unknown one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Name(u8);

/// `<x-card>`: a component, laid out like a block.
const CUSTOM: Name = Name(254);
/// `<o:p>`, `<blink2>`: whatever it is, browsers lay it out in the line.
const UNKNOWN: Name = Name(255);

impl Name {
    /// By how a tag writes it.
    pub(super) fn of(written: &str) -> Self {
        let mut lowered = [0; LONGEST];
        let Some(buffer) = lowered.get_mut(..written.len()) else { return Self::unknown(written) };
        buffer.copy_from_slice(written.as_bytes());
        buffer.make_ascii_lowercase();
        let found = ROWS.binary_search_by(|row| row.0.as_bytes().cmp(buffer));
        found.map_or_else(|_| Self::unknown(written), |row| Self(row as u8))
    }

    fn unknown(written: &str) -> Self {
        if written.contains('-') { CUSTOM } else { UNKNOWN }
    }

    pub(super) fn element(self) -> Element {
        match self {
            CUSTOM => Element::Custom,
            UNKNOWN => Element::Inline,
            Self(row) => ROWS[row as usize].1,
        }
    }

    pub(super) fn has(self, traits: u16) -> bool {
        let own = match self {
            CUSTOM => SPECIAL,
            UNKNOWN => INLINE,
            Self(row) => ROWS[row as usize].2,
        };
        Traits(own).has(traits)
    }

    /// Whether it is a component of the page's own making.
    pub(super) fn is_custom(self) -> bool {
        self == CUSTOM
    }

    /// In small letters, for the end tag of raw text.
    pub(super) fn written(self) -> &'static str {
        ROWS.get(self.0 as usize).map_or("", |row| row.0)
    }

    /// For counting by name.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }

    /// How many indices there are.
    pub(super) const COUNT: usize = 256;
}

/// No known name is longer.
const LONGEST: usize = 10;

#[cfg(test)]
mod tests {
    use super::{Element, LONGEST, Name, ROWS, Traits};

    #[test]
    fn rows_are_sorted() {
        assert!(ROWS.is_sorted_by(|one, next| one.0 < next.0));
        assert!(ROWS.iter().all(|row| row.0.len() <= LONGEST));
    }

    #[test]
    fn names() {
        assert_eq!(Name::of("DIV").element(), Element::Div);
        assert_eq!(Name::of("p-note").element(), Element::Custom);
        assert_eq!(Name::of("o:p").element(), Element::Inline);
        assert_eq!(Name::of("blockquotation-of-somebody").element(), Element::Custom);
        assert!(Name::of("Script").has(Traits::RAW));
    }
}
