//! Texts made of the sample articles, the same ones on every machine.

/// xorshift64, from a fixed seed.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new() -> Self {
        Self(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % end
    }

    fn pick<'t>(&mut self, parts: &[&'t str]) -> &'t str {
        parts[self.below(parts.len())]
    }
}

/// Texts made of an article in one way each, with the way's name.
pub(crate) fn groups(article: &str, all: &[&str], random: &mut Random) -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("itself", vec![article.to_owned()]),
        ("paragraphs shuffled", (0..3).map(|_| shuffled(article, random)).collect()),
        ("cut", (0..3).map(|_| cut(article, random)).collect()),
        ("other case", vec![article.to_uppercase(), article.to_lowercase(), titled(article)]),
        ("other numbers", (0..3).map(|_| renumbered(article, random)).collect()),
        ("words left out", (0..3).map(|_| thinned(article, random)).collect()),
        ("hostile characters", (0..6).map(|_| spoilt(article, random)).collect()),
        ("mixtures", (0..10).map(|_| mixture(all, random)).collect()),
    ]
}

/// As a page of HTML.
pub(crate) fn page(article: &str) -> String {
    let mut page = String::from("<!doctype html><title>x</title><nav><a href=/>Home</a></nav><article>");
    for block in article.split("\n\n") {
        let (open, close) = if block.starts_with('#') { ("<h1>", "</h1>") } else { ("<p>", "</p>") };
        page.push_str(open);
        page.push_str(
            &block.trim_start_matches(['#', ' ']).replace('&', "&amp;").replace('<', "&lt;").replace('’', "&rsquo;"),
        );
        page.push_str(close);
    }
    page + "</article>"
}

fn shuffled(article: &str, random: &mut Random) -> String {
    let mut blocks: Vec<&str> = article.split("\n\n").collect();
    for at in (1..blocks.len()).rev() {
        blocks.swap(at, random.below(at + 1));
    }
    blocks.join("\n\n")
}

/// Some stretch of the article, from within a word to within a word.
fn cut(article: &str, random: &mut Random) -> String {
    let chars: Vec<char> = article.chars().collect();
    let start = random.below(chars.len());
    let len = random.below(chars.len() - start) + 1;
    chars[start..start + len].iter().collect()
}

/// Every word with a capital.
fn titled(article: &str) -> String {
    let mut start = true;
    let mut text = String::with_capacity(article.len());
    for c in article.chars() {
        if start {
            text.extend(c.to_uppercase());
        } else {
            text.push(c);
        }
        start = c == ' ' || c == '\n';
    }
    text
}

fn renumbered(article: &str, random: &mut Random) -> String {
    article.chars().map(|c| if c.is_ascii_digit() { char::from(b'0' + random.below(10) as u8) } else { c }).collect()
}

fn thinned(article: &str, random: &mut Random) -> String {
    article.split(' ').filter(|_| random.below(5) > 0).collect::<Vec<_>>().join(" ")
}

/// One word in ten has something behind it that a text should not have there.
fn spoilt(article: &str, random: &mut Random) -> String {
    const HOSTILE: &[&str] = &[
        "\0",
        "\u{200b}",
        "\u{202e}",
        "\u{301}",
        "\u{feff}",
        "\u{ad}",
        "\u{a0}",
        "\u{2028}",
        "🙂",
        "👩‍💻",
        "漢字",
        "İ",
        "ß",
        "ﬁ",
        "½",
        "\"",
        "“",
        "”",
        "’",
        "(",
        "]",
        "<p>",
        "</b",
        "&amp;",
        "&#",
        "**",
        "](",
        "\n",
        "\r\n",
        "\n\n# ",
        " - ",
        "—",
        "…",
        "...",
        "%",
        "$",
        "£1e9",
        " million",
        " said ",
        " 99999999999999999999",
        "-1/2",
    ];
    let mut text = String::with_capacity(article.len() * 2);
    for word in article.split_inclusive(' ') {
        text.push_str(word);
        if random.below(10) == 0 {
            text.push_str(random.pick(HOSTILE));
        }
    }
    text
}

/// Words and sentences of all articles, shuffled.
fn mixture(all: &[&str], random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..10 + random.below(30) {
        let article = random.pick(all);
        let by = if random.below(3) == 0 { ' ' } else { '.' };
        let parts: Vec<&str> = article.split(by).collect();
        text.push_str(random.pick(&parts).trim_start_matches('\n'));
        text.push_str(random.pick(&["", ". ", " ", ".\n\n", "%", " “"]));
    }
    text
}
