//! Families of hostile texts: each a way to write a text of any length that is hard on some part of the engine.
//! `tests/hostile.rs` reads short ones with every invariant; `make growth` measures how the work grows with the length.

/// A part of a text, by its number.
pub(crate) type Part = fn(usize) -> String;

/// A text of at least `len` bytes is made by …
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// saying the same again and again;
    Repeat(&'static str),
    /// as many of the one as of the other behind them;
    Nested(&'static str, &'static str),
    /// saying the same again and again, and something else at the end;
    Then(&'static str, &'static str),
    /// saying a thing with a number in it, which counts up.
    Numbered(Part),
}

impl Shape {
    pub(crate) fn text(self, len: usize) -> String {
        let times = |unit: &str, len: usize| unit.repeat(len.div_ceil(unit.len()));
        match self {
            Self::Repeat(unit) => times(unit, len),
            Self::Nested(open, close) => {
                let count = len.div_ceil(open.len() + close.len());
                open.repeat(count) + &close.repeat(count)
            }
            Self::Then(unit, last) => times(unit, len) + last,
            Self::Numbered(part) => {
                let mut text = String::with_capacity(len + 100);
                for number in 0.. {
                    if text.len() >= len {
                        break;
                    }
                    text.push_str(&part(number));
                }
                text
            }
        }
    }
}

/// Said again and again.
const UNITS: &[&str] = &[
    // Marks.
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "“‘",
    "«",
    "(",
    ")",
    "()",
    "[",
    "]",
    "{",
    ".",
    "...",
    "…",
    ". . ",
    ",",
    ", ",
    ";",
    ":",
    "!",
    "?",
    "-",
    "—",
    " - ",
    "/",
    "\\",
    "|",
    "@",
    "#",
    "&",
    "*",
    "_",
    "`",
    "~",
    "=",
    "+",
    "%",
    "$",
    "£€",
    "°C",
    "½",
    "'s ",
    "’s ",
    // Markup, whole and broken.
    "<",
    ">",
    "<!",
    "<!--",
    "<!-- -->",
    "<![CDATA[",
    "<?",
    "</",
    "</p>",
    "<p>",
    "<br>",
    "<p",
    "<a ",
    "<a href=\"",
    "<a href='x>",
    "<div>",
    "<ul><li>",
    "<b><i>",
    "<h1>",
    "<title>",
    "<script>",
    "<script",
    "<nav></nav>",
    "<p>x",
    "<iframe/>",
    "<table><tr><td>",
    "<dl><dt>a<dd>b",
    "<x-card class=related>",
    "<h2><a href=x>A story</a></h2>",
    "<header><p hidden>",
    "<b><p>",
    "<script><!--<script>",
    "<script type=application/ld+json>{\"@type\":\"Article\",\"a\":[",
    "<meta property=og:title content=x>",
    "<div class=author>By X",
    "<time datetime=2024-03-04>",
    "&amp;",
    "&pound;12\u{200b}m ",
    "mil-\n",
    "> a\n",
    "By Ann Lee and Bo Ray\n",
    "Home\n",
    "A mill (left). Photograph: Jo Roe/PA\n",
    "<p>Photo by Ann Lee/AP</p>",
    "&#",
    "&#x1F600;",
    "&#x",
    "![",
    "![a](",
    "[a](",
    "[a](b) ",
    "[a]",
    "](",
    "> ",
    ">",
    "# x\n",
    "#",
    "## The mayor said no\n\n",
    "- x\n",
    "* ",
    "1. x\n",
    "1. ",
    "---\n",
    "***",
    "```\n",
    "* * ",
    "\\*",
    "**a** ",
    "_a_ ",
    "a_",
    // Space and what is not seen.
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\u{a0}",
    "\u{2028}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2066}a\u{2069}",
    "\u{feff}",
    "\u{ad}",
    "\0",
    "\u{fffd}",
    // Letters of many kinds.
    "\u{301}",
    "a\u{301}",
    "🙂",
    "👩‍💻",
    "🇬🇧",
    "漢",
    "漢字。",
    "ا",
    "İ",
    "ß",
    "ﬁ",
    "é",
    "Ā ",
    "a",
    "a ",
    "A",
    "A ",
    "A. ",
    "A.",
    "a.",
    "a.b",
    "AB ",
    "I ",
    "x\n",
    // Numbers.
    "0",
    "1",
    "1 ",
    "1,",
    "1,000",
    "1.",
    "1.5",
    "1-",
    "1–",
    "1/",
    "1:",
    "1%",
    "1e",
    "-1 ",
    "+1",
    "$1 ",
    "$1",
    "£1m ",
    "€1bn-",
    "1 million ",
    "million ",
    "million",
    "one ",
    "twenty-",
    "twenty ",
    "hundred ",
    "thousand and ",
    "half ",
    "half a ",
    "dozen ",
    "a ",
    "and a half ",
    "1 in ",
    "1 of ",
    "1 out of ",
    "from 1 to ",
    "between 1 and ",
    "1 to ",
    "1 or ",
    "more than ",
    "up to 1 ",
    "at least ",
    "almost ",
    "rose by 1% ",
    "up 1% ",
    "to 1 from ",
    "1 km ",
    "1 km/h ",
    "1 kWh per ",
    "per ",
    "a year ",
    "1 x ",
    "2-1 ",
    "2-1",
    "first ",
    "1st ",
    "34-year-old ",
    "aged 34 ",
    "34, ",
    "10:30 ",
    "10:30 a.m. ",
    "at 10 ",
    "noon ",
    "Monday ",
    "on Monday ",
    "January ",
    "Jan. ",
    "Jan. 1, ",
    "1 January ",
    "3 May 2020 ",
    "in 2020 ",
    "2020 ",
    "1990s ",
    "last year ",
    "two years ago ",
    "years ",
    "for 1 year ",
    "next ",
    "the past 1 ",
    "No. 1 ",
    "Channel 4 ",
    "Covid-19 ",
    // Words.
    "the ",
    "and ",
    "and and ",
    "or ",
    "of ",
    "to ",
    "to be ",
    "not ",
    "who ",
    ", who ",
    "which ",
    ", which ",
    "that ",
    "but ",
    "However, ",
    "as ",
    "he ",
    "she ",
    "they ",
    "it ",
    "his ",
    "word ",
    "Word ",
    "WORD ",
    "said ",
    "says that ",
    "he said ",
    "said he ",
    "told ",
    "according to ",
    "according to the ",
    "accused ",
    "denied that ",
    "was quoted as saying ",
    "A said. ",
    "“a” ",
    "“Yes,” he said. ",
    "“Yes,” said ",
    "said: “",
    "” said “",
    "he said, ",
    "he said that he said that ",
    // Names.
    "Mr. ",
    "President ",
    "Smith ",
    "Smith’s ",
    "Jane Doe ",
    "Jane Doe, ",
    "Jane and ",
    "Jane Doe said. ",
    "Doe. ",
    "Bank of ",
    "University of ",
    "Bank of England ",
    "the Bank of England and ",
    "of England ",
    "Ltd. ",
    "U.S. ",
    "U.S.",
    "UN",
    "Ukrainian ",
    "Paris, ",
    "in Paris ",
    "van der ",
    "de ",
    "McDonald ",
    "O’Neil ",
    "Jane-",
    "Prime Minister ",
    "Prime Minister of ",
    "former ",
    "-based ",
    "a spokesman for ",
    "https://example.org/a ",
    "http://",
    "www.",
    "a@b.org ",
    "a@",
    "@a ",
    "#a ",
    "a-",
    "a-b ",
    "a/b ",
    "A&B ",
    "AT&T ",
    "a'b ",
    "can't ",
    "e.g. ",
    "et al. ",
    "etc. ",
    // Whole sentences.
    "It is so. ",
    "Yes. ",
    "He went. ",
    "She said it was so. ",
    "It rained.\n",
    "He said: “Yes.” She said: “No.” ",
    "The Bank of England raised its rate to 4.5% on Thursday, Governor Jane Doe said. ",
    "The Bank of England raised its rate to 4.5% on Thursday, Governor Jane Doe said.\n\n",
    "the bank of england raised its rate to 4.5% on thursday, governor jane doe said ",
    "THE BANK OF ENGLAND RAISED ITS RATE TO 4.5% ON THURSDAY, GOVERNOR JANE DOE SAID. ",
    "<p>Maria Okafor, who leads the council, said on Monday that 41 of 300 trees fell.</p>",
];

/// All families, each with a name.
pub(crate) fn families() -> Vec<(String, Shape)> {
    let mut all: Vec<(String, Shape)> = UNITS.iter().map(|unit| (format!("{unit:?} …"), Shape::Repeat(unit))).collect();
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("“", "”"),
        ("“‘", "’”"),
        ("<div>", "</div>"),
        ("<p>a", "</p>"),
        ("<ul><li>", "</li></ul>"),
        ("<nav>", "</nav>"),
        ("<a href='", "'>"),
        ("[", "](x)"),
        ("![", "](x)"),
        ("*", "a*"),
        ("> ", "x\n"),
        ("(he said ", ") "),
        ("“he said ", "” "),
        ("<!--", "-->"),
        ("Bank of ", "England "),
        ("more than ", "1 "),
        ("between ", "and "),
        ("half ", "1 "),
        ("the ", "Bank "),
        ("he said that ", "it is so "),
    ] {
        all.push((format!("{open:?} … {close:?} …"), Shape::Nested(open, close)));
    }
    for (unit, last) in [
        ("[", "]("),
        ("[", "](a)"),
        ("![", "](a)"),
        ("<!", ">"),
        ("<!--", "-->"),
        ("<a '", ">"),
        ("&", ";"),
        ("“", "”"),
        ("a ", "."),
        ("1", "%"),
        ("1 ", "km"),
        ("Jane Doe ", "said."),
        ("\n", "x"),
        (
            "a\n",
            "a very long line that is certainly longer than any screen is wide, or was, ever since there were screens, I say",
        ),
        ("he ", "said Jane Doe."),
        ("---\n", "a"),
        ("a b, ", "said."),
        ("million ", "$"),
    ] {
        all.push((format!("{unit:?} … {last:?}"), Shape::Then(unit, last)));
    }
    let numbered: &[(&str, Part)] = &[
        ("ever other persons", |n| format!("{} {} said no. ", name(n), name(n + 7))),
        ("ever other persons with titles", |n| {
            format!("President {} {} of {} went. ", name(n), name(n + 7), name(n + 9))
        }),
        ("persons of one surname", |n| format!("{} Smith said no. ", name(n))),
        ("persons of one first name", |n| format!("Jane {} said no. ", name(n))),
        ("persons of one surname, then the surname alone", |n| format!("{} Smith said no. Smith went. ", name(n))),
        ("persons in a list", |n| format!("{} {}, ", name(n), name(n + 7))),
        ("persons and a pronoun", |n| {
            format!("{} {} spoke. She said that she went, and her dog with her. ", name(n), name(n + 7))
        }),
        ("one person and ever other pronouns", |n| {
            format!("Jane Doe spoke {n} times. She said that she went. They saw it. ")
        }),
        ("ever other names of one word", |n| format!("{} ", name(n))),
        ("ever other names, each in a line", |n| format!("{}\n", name(n))),
        ("ever other organisations", |n| format!("The {} Corporation said no. ", name(n))),
        ("ever other organisations and their letters", |n| {
            format!("The {0} Bank of {1} (GB{0}) said no. GB{0} went. ", name(n), name(n + 3))
        }),
        ("ever other places", |n| format!("It rained in {}, {}. ", name(n), name(n + 5))),
        ("ever other banks of banks", |n| format!("Bank of {} of ", name(n))),
        ("ever other words in small letters", |n| format!("{} ", name(n).to_lowercase())),
        ("ever other words in capitals", |n| format!("{} ", name(n).to_uppercase())),
        ("ever other roles", |n| format!("Jane Doe, the {} of the town, spoke. ", name(n).to_lowercase())),
        ("ever other numbers", |n| format!("{} ", 100_000 + n)),
        ("ever longer numbers", |n| format!("{} ", "9".repeat(n % 400 + 1))),
        ("ever other sums", |n| format!("It paid ${n}.{n} million to {n} of {n} people. ")),
        ("ever other dates", |n| format!("On {} May {} it rained. ", n % 31 + 1, n % 9000 + 1000)),
        ("ever other counts", |n| format!("{n} {} of wool fell. ", name(n).to_lowercase())),
        ("quotes of one speaker", |n| format!("“We will go {n} times,” Jane Doe said. ")),
        ("quotes of ever other speakers", |n| format!("“We will go {n} times,” {} {} said. ", name(n), name(n + 7))),
        ("quotes of nobody", |n| format!("“We will go {n} times.” ")),
        ("quotes, each in a paragraph", |n| format!("“We will go {n} times.”\n\n")),
        ("a quote that goes on, paragraph after paragraph", |n| format!("“We will go {n} times.\n\n")),
        ("statements", |n| format!("He said that {n} went, and {} denied that it had. ", name(n))),
        ("headings", |n| format!("## The mayor went {n} times\n\n")),
        ("headings and text", |n| format!("## The mayor went\n\nThe mayor of {} went on {n} March. ", name(n))),
        ("list items", |n| format!("- The mayor went {n} times\n")),
        ("every character there is", |n| {
            char::from_u32((n * 7 % 0x11_0000) as u32).map(String::from).unwrap_or_default()
        }),
        ("every character there is, in words", |n| {
            (0..5).filter_map(|k| char::from_u32(((n * 5 + k) % 0x11_0000) as u32)).chain([' ']).collect()
        }),
        ("lines that grow", |n| format!("{}\n", "word ".repeat(n % 300))),
        ("words that grow", |n| format!("{} ", "w".repeat(n % 1000))),
        ("noise", |n| noise(n, " ,.;:'\"“”()-—!?$%0123456789aeinorstADEJMPS\n")),
        ("noise of markup", |n| noise(n, "<>/!-=\"'&;#*_`[]()ab p\n")),
    ];
    all.extend(numbered.iter().map(|&(name, part)| (name.to_owned(), Shape::Numbered(part))));
    all
}

/// A word with a capital, another one for each number.
fn name(number: usize) -> String {
    const ONSETS: [&str; 12] = ["b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v"];
    const VOWELS: [&str; 5] = ["a", "e", "i", "o", "u"];
    let mut word = String::new();
    let mut rest = number;
    loop {
        word.push_str(ONSETS[rest % ONSETS.len()]);
        rest /= ONSETS.len();
        word.push_str(VOWELS[rest % VOWELS.len()]);
        rest /= VOWELS.len();
        if rest == 0 {
            break;
        }
    }
    word.push('n');
    word[..1].to_uppercase() + &word[1..]
}

/// Eight of the signs, as the number says.
fn noise(number: usize, signs: &str) -> String {
    let signs: Vec<char> = signs.chars().collect();
    let mut state = (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (0..8)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            signs[(state >> 33) as usize % signs.len()]
        })
        .collect()
}
