//! Small pages, each with one fault of markup or one thing beside the article: what is read of them is the article.

use newsgist::{Article, Format, article::BlockKind};

const FIRST: &str =
    "The harbour board of Lindow agreed on Tuesday to deepen the eastern channel, chairwoman Rosa Field said.";
const SECOND: &str =
    "Dredging starts in June and costs 4 million pounds, according to the plan that the board adopted.";

/// `§` stands for the heading and the two paragraphs, `¶` for the two paragraphs alone.
fn read(page: &str) -> Article<'static> {
    let body = format!("<p>{FIRST}</p><p>{SECOND}</p>");
    let page = page.replace('§', &format!("<h1>Channel</h1>{body}")).replace('¶', &body);
    Article::read(page.leak(), Format::Html)
}

/// The article's blocks without title and asides.
fn body(article: &Article) -> Vec<String> {
    article.body().split("\n\n").map(str::to_owned).collect()
}

/// Pages of which nothing but heading and paragraphs is read.
const CLEAN: &[(&str, &str)] = &[
    ("a loop in a script", "<!doctype html><title>x</title><body><script>for(k=0;k<max;k¶¶)go(k)</script>§"),
    ("a loop in a script of the head", "<html><head><script>if(a<b&&b<c){}</script></head><body>§"),
    ("a script that writes a script", r#"<script>document.write("<script src=b.js><\/script>")</script>§"#),
    ("an apostrophe in a script", "<script>if(a<b){} // won't\n</script>§"),
    ("a tag's name in a comment of a script", "<head><script>/* goes to <head> */</script></head><body>§"),
    ("a comment that a script does not end", "<script><!--\nrun()</script>§"),
    ("a tag in a style", "<style>b{content:\"<style>\"}</style>§"),
    ("a head that is not closed", "<html><head><meta charset=utf-8><title>Channel</title><body>§"),
    ("no head and no body", "<title>Channel</title>§"),
    ("a form around the page", "<form id=f action=.><div>§</div></form>"),
    ("another story in an aside", "<main><aside><p>A story of a ferry that nobody asked for.</p></aside>§</main>"),
    ("noscript", "<noscript><p>Please switch scripts on to read this.</p></noscript>§"),
    ("a template", "<template><p>Nobody is shown what a template holds.</p></template>§"),
    ("hidden", "<p hidden>This line is hidden from everybody who reads.</p>§"),
    ("hidden by style", "<div style='color:red; display : none'><p>Hidden by its style from all.</p></div>§"),
    ("hidden from those who listen", "<div aria-hidden=true><p>Not meant to be read to anybody.</p></div>§"),
    ("two mains", "<main><form><input></form></main><main>§</main>"),
    ("text for browsers without video", "<video>Your browser shows no video.</video><object>No plugin.</object>§"),
    ("a label and a dialog", "<label>Choose a harbour</label><dialog><p>A dialog says a thing here.</p></dialog>§"),
    ("a section of CDATA", "<![CDATA[ a > b ]]>§"),
    ("a mark in an attribute", "<div data-x='a > b'></div>§"),
    ("a text area", "<textarea><p>not closed in</p></textarea>§"),
    ("the title of a drawing", "<svg><title>Icon of an anchor</title></svg>§"),
    ("a frame that closes itself", "<iframe src=x />§"),
    ("navigation that is not closed", "<nav><a href=x>Home</a><div>§"),
    ("a button that is not closed", "<div><button>Share</div>§"),
    ("a comment that ends at once", "<!--> §<!-- end -->"),
    ("a conditional comment", "<!--[if lt IE 9]><p>An old browser is yours.</p><![endif]-->§"),
    ("a comment that ends with a bang", "<!-- a --!>§"),
    ("consent in a component", "<amp-consent><p>We value your choices and ask for them here.</p></amp-consent>§"),
    ("a wall", "§<p>Subscribe to continue reading.</p>"),
    (
        "what stands around",
        "<div class=topMenu><ul><li><a href=1>World</a><li><a href=2>Sport</a></ul></div>§\
         <div class='story-related'><h3>Related</h3><p>Fishers of Norrow said on Sunday that they had caught less.</p></div>\
         <div id=comments><p>Ed Moor: I always said that the channel would cost 9 million.</p></div>\
         <div class=cookieBanner><p>We and our partners use cookies for the best experience.</p></div>\
         <div class=page-footer><p>© 2024 The Lindow Echo. All rights reserved.</p></div>",
    ),
    (
        "other stories in a list without a name",
        "<div>§</div><ul><li><h3><a href=1>One story</a></h3><p>It says something else, and at length, in the same paper.</p>\
         <li><h3><a href=2>Another story</a></h3><p>It says yet another thing, and at length, in the same paper.</p>\
         <li><h3><a href=3>A third story</a></h3><p>It has nothing to do with the channel, or with the board.</p></ul>",
    ),
    ("a stamp of time", "<h1>Channel</h1><time>Mar 4</time><p class=date>Published 4 March 2024 at 10:30 GMT</p>¶"),
    (
        "a logo",
        "<title>Channel of Lindow deepened - Lindow Echo</title><h1>Lindow Echo</h1><h2>Channel of Lindow deepened</h2>¶",
    ),
    ("links between the paragraphs", "<h1>Channel</h1>¶<p><a href=x>Read more: the ferry that stayed at home</a></p>"),
    ("a heading of nothing", "§<h2>More to read</h2><ul><li><a href=1>One</a><li><a href=2>Two</a></ul>"),
];

#[test]
fn nothing_but_the_article() {
    for (fault, page) in CLEAN {
        let article = read(page);
        assert_eq!(body(&article), [FIRST, SECOND], "{fault}");
        let title = article.title().unwrap_or_default();
        assert!(title.starts_with("Channel"), "{fault}: {title}");
        assert_eq!(article.blocks()[0].kind, BlockKind::Title, "{fault}");
    }
}

/// Pages with one more line, before the two paragraphs or behind.
const LINES: &[(&str, &str, &str)] = &[
    ("rows of a table", "<h1>Channel</h1><table><tr><td>East<td>12</table>¶", "East\t12"),
    ("a line break", "<h1>Channel</h1><p>One<br>two went home</p>¶", "One two went home"),
    (
        "an apostrophe in a bare attribute",
        "<h1>Channel</h1><p><a title=it's href=x>The</a> board met.</p>¶",
        "The board met.",
    ),
    ("a quote that is never closed", "<h1>Channel</h1><a href=\"x>y</a>¶<p>\"End\" of it.</p>", "\"End\" of it."),
    (
        "references",
        "<h1>Channel</h1><p>Caf&eacute; &ndash; &frac12; of &pound;3 &#146;x&#146; AT&T &lt;b&gt;.</p>¶",
        "Café – ½ of £3 ’x’ AT&T <b>.",
    ),
    (
        "references without semicolons",
        "<h1>Channel</h1><p>Tea &amp coffee &copy 2024 on Monday.</p>¶",
        "Tea & coffee © 2024 on Monday.",
    ),
    ("references that were escaped twice", "<h1>Channel</h1><p>Tea &amp;amp; coffee.</p>¶", "Tea &amp; coffee."),
    ("soft hyphens", "<h1>Channel</h1><p>The dredg&shy;er came.</p>¶", "The dredger came."),
    ("components", "<h1>Channel</h1><p-note>A note of ours.</p-note>¶", "A note of ours."),
];

#[test]
fn lines_are_read_as_they_are_shown() {
    for (fault, page, line) in LINES {
        let found = body(&read(page));
        assert!(found.iter().any(|text| text == line), "{fault}: {found:?}");
        assert!(
            found.iter().any(|text| text == FIRST) && found.iter().any(|text| text == SECOND),
            "{fault}: {found:?}"
        );
    }
}

#[test]
fn a_wall_is_told() {
    for (page, is) in [
        ("§", false),
        ("§<p>Subscribe to continue reading.</p>", true),
        ("§<div class=paywall><p>This article is for subscribers only.</p></div>", true),
        ("<header><p>Already a subscriber? Log in</p></header>§", false),
        ("§<p>The board will meet again in…</p>", true),
    ] {
        assert_eq!(read(page).is_partial(), is, "{page}");
    }
}

#[test]
fn two_line_breaks_are_a_paragraph() {
    let page = format!("<h1>Channel</h1><div>{FIRST}<br><br>{SECOND}<br> <br>It is deep.</div>");
    assert_eq!(body(&read(&page)), [FIRST, SECOND, "It is deep."]);
}

#[test]
fn captions_and_bylines_stay_and_do_not_count() {
    for page in [
        "<h1>Channel</h1><figure><img><figcaption>A ship at noon. Photograph: Al Noor</figcaption></figure>¶",
        "<h1>Channel</h1><div class=photo-caption>A ship at noon. Photograph: Al Noor</div>¶",
        "<h1>Channel</h1><div><span>By Ann Lee</span><span>4 March 2024</span></div>¶",
    ] {
        let article = read(page);
        assert_eq!(body(&article), [FIRST, SECOND], "{page}");
        assert!(article.blocks().iter().any(|block| block.kind == BlockKind::Aside), "{page}");
    }
}

/// What a page says of itself: title, byline, site, day, language, genre; `-` for none.
const FACTS: &[(&str, [&str; 6])] = &[
    (
        "<html lang=en-GB><head><title>Channel deepened | Lindow Echo</title><meta property=og:title content='Channel deepened'>\
         <meta property=og:site_name content='Lindow Echo'><meta name=author content='By Ann Lee'>\
         <meta property=article:published_time content=2024-03-04T10:00:00Z></head><body>¶",
        ["Channel deepened", "Ann Lee", "Lindow Echo", "2024-03-04", "en-GB", "-"],
    ),
    (
        "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"No\"},{\"@type\":[\"NewsArticle\"],\
         \"headline\":\"Channel &amp; harbour\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},{\"name\":\"Bo Ray\"}],\
         \"publisher\":{\"name\":\"Lindow Echo\"},\"datePublished\":\"2024-03-04\",\"articleSection\":\"Opinion\"}]}</script>§",
        ["Channel & harbour", "Ann Lee, Bo Ray", "Lindow Echo", "2024-03-04", "-", "opinion"],
    ),
    (
        "<title>t</title><h1>Channel</h1><p class=byline>By Ann Lee</p><time datetime=2024-03-04>Monday</time>¶",
        ["Channel", "Ann Lee", "-", "2024-03-04", "-", "-"],
    ),
    (
        "<head><meta property=article:published_time content=2020-07-10></head><body><h1>Channel</h1>\
         <p>Last updated: January 7, 2025</p>¶",
        ["Channel", "-", "-", "2020-07-10", "-", "-"],
    ),
    ("<h1>Channel</h1><p>Updated 7 January 2025</p>¶", ["Channel", "-", "-", "-", "-", "-"]),
    (
        "<link rel=canonical href=https://echo.example/live/2024/03/04/channel><h1>Channel</h1>¶",
        ["Channel", "-", "-", "2024-03-04", "-", "live"],
    ),
    (
        "<title>Interview: the woman of the channel</title>¶",
        ["Interview: the woman of the channel", "-", "-", "-", "-", "interview"],
    ),
    (
        "<title>Channel of Lindow made deeper - Lindow Echo</title>¶",
        ["Channel of Lindow made deeper", "-", "-", "-", "-", "-"],
    ),
];

#[test]
fn what_a_page_says_of_itself() {
    for (page, expected) in FACTS {
        let article = read(page);
        let of = article.metadata();
        let genre = of.genre.map(|genre| format!("{genre:?}").to_lowercase());
        let day = of.published_at.map(|day| day.to_string());
        let found = [&of.title, &of.byline, &of.site, &day, &of.language, &genre];
        assert_eq!(found.map(|text| text.as_deref().unwrap_or("-")), *expected, "{page}");
        assert_eq!(body(&article), [FIRST, SECOND], "{page}");
    }
}

#[test]
fn a_page_without_text_may_carry_it_as_data() {
    let page = format!(
        "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"Channel\",\"articleBody\":\"{FIRST}\n\n{SECOND}\"}}\
         </script><div id=app></div>"
    );
    assert_eq!(body(&read(&page)), [FIRST, SECOND]);
}

#[test]
fn the_day_of_a_page_dates_its_digest() {
    let page = "<meta property=article:published_time content=2024-03-04><p>The board met on Thursday in Lindow.</p>";
    let document = newsgist::analyze(
        Article::read(page, Format::Html),
        newsgist::Models::embedded(),
        &newsgist::Options::default(),
    );
    let days: Vec<_> = document.figures().iter().filter_map(|figure| figure.iso.as_deref()).collect();
    assert!(days.iter().any(|day| day.starts_with("2024-0")), "{days:?}");
}
