//! Title, author, site, day, address, language and genre of a page's article: from what the page says to machines and
//! from what stands around the text.

use super::{
    super::{
        byline::{byline_of, is_names, starts_with_by, without_by},
        day::{day, says_change},
    },
    clean::Kept,
    element::{Element, Traits},
    facts::Facts,
    page::{Page, is_good},
    tree::{Id, Tree},
};
use crate::{
    article::{BlockKind, Genre, Metadata},
    text::lower,
};

/// Puts everything together; `kept` are the blocks of the article.
pub(super) fn metadata(page: &Page, facts: &Facts, kept: &[Kept]) -> Metadata {
    let title = title(page, facts, kept);
    let url = facts.url.clone();
    Metadata {
        byline: byline(page, facts, kept),
        site: facts.site.clone(),
        published_at: facts
            .day
            .clone()
            .or_else(|| day_near(page, kept))
            .or_else(|| url.as_deref().and_then(day))
            .and_then(|day| day.parse().ok()),
        language: facts.language.clone(),
        genre: genre(facts, title.as_deref().unwrap_or_default(), url.as_deref().unwrap_or_default()),
        title,
        url,
    }
}

/// Headings and lines of authors hold no more nodes than this.
const LARGEST: usize = 60;

/// Letters and digits, small: what makes two titles the same.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).map(lower).collect()
}

/// Marks between a title and a site's name.
const SEPARATORS: [&str; 9] = [" | ", " - ", " – ", " — ", " » ", " « ", " · ", " :: ", " • "];

/// The title: what the page tells machines, without the site's name; else the heading that the head names too, else the
/// one nearest to the text.
fn title(page: &Page, facts: &Facts, kept: &[Kept]) -> Option<String> {
    let site = facts.site.as_deref().unwrap_or_default();
    let headings = headings_before(page, kept);
    let in_head = |title: &&String| {
        facts.head.as_ref().is_some_and(|head| letters(head).contains(&letters(&without_site(title, site))))
    };
    // What the head says too is no description.
    if let Some(title) = facts.titles.iter().find(in_head).or(facts.titles.first()) {
        return Some(without_site(title, site));
    }
    let Some(head) = facts.head.as_deref() else { return nearest(page, &headings, false) };
    let is_part = |id: &&Id| {
        let heading = letters(&page.tree.text_content(**id));
        // "Norbury News" is a part of the title too, but the site's.
        !heading.is_empty() && segments(head).any(|segment| letters(segment) == heading) && !is_site(head, &heading)
    };
    if let Some(&id) = headings.iter().rev().find(is_part) {
        return Some(page.tree.text_content(id));
    }
    let cleaned = without_site(head, site);
    let nearest = nearest(page, &headings, true);
    let words = |text: &str| text.split_whitespace().count();
    // "t", "Home", the site alone: the heading says more.
    let says_little =
        words(&cleaned) < 2 || (words(&cleaned) < 4 && nearest.as_deref().is_some_and(|text| words(text) >= 4));
    if says_little { nearest.or(Some(cleaned)) } else { Some(cleaned) }
}

/// The parts of a title between its marks, and what is left of it without its first or last part.
fn segments(head: &str) -> impl Iterator<Item = &str> {
    let cut = SEPARATORS.iter().flat_map(move |mark| {
        let first = head.split_once(mark).into_iter().flat_map(|(left, right)| [left, right]);
        let last = head.rsplit_once(mark).into_iter().flat_map(|(left, right)| [left, right]);
        first.chain(last)
    });
    std::iter::once(head).chain(cut)
}

/// Whether a part of a title is its site: the last one, and much shorter than what stands before.
pub(super) fn is_site(head: &str, part: &str) -> bool {
    let whole = letters(head);
    whole.len() > part.len() * 2 && whole.ends_with(part)
}

/// A title without the site's name at its end or start.
fn without_site(title: &str, site: &str) -> String {
    let site = letters(site);
    let is = |part: &str| {
        let part = letters(part);
        !site.is_empty() && (part == site || (part.len() >= 4 && (site.starts_with(&part) || part.starts_with(&site))))
    };
    for mark in SEPARATORS {
        if let Some((left, right)) = title.rsplit_once(mark) {
            // Without a known name the last part is taken for one, where it is short and the rest is not.
            let guess =
                site.is_empty() && right.split_whitespace().count() <= 4 && left.split_whitespace().count() >= 4;
            if is(right) || guess {
                return left.trim().to_owned();
            }
            if let Some((_, right)) = title.split_once(mark).filter(|(left, _)| is(left)) {
                return right.trim().to_owned();
            }
        }
    }
    title.to_owned()
}

/// The headings up to the first paragraphs of the article, in order.
fn headings_before(page: &Page, kept: &[Kept]) -> Vec<Id> {
    const NEAR: usize = 3;
    let tree = page.tree;
    let paragraphs = kept.iter().filter(|kept| kept.kind == BlockKind::Paragraph);
    let end = paragraphs.take(NEAR).last().map_or(tree.len(), |kept| page.blocks[kept.block].first);
    let shown = |id: &Id| {
        let first = page.blocks.partition_point(|block| block.first < *id);
        let short = tree.end(*id) - id <= LARGEST;
        short
            && tree.has(*id, Traits::HEADING)
            && page.blocks.get(first).is_some_and(|block| block.first < tree.end(*id))
    };
    (1..end).filter(shown).collect()
}

/// The heading nearest to the text, the larger ones first; a logo is a link home or has no words beside it.
///
/// A part of a page that has no head may begin anywhere: only its main heading is a title.
fn nearest(page: &Page, headings: &[Id], has_head: bool) -> Option<String> {
    let tree = page.tree;
    for &level in if has_head { &[Element::H1, Element::H2][..] } else { &[Element::H1] } {
        let fits = |id: &&Id| tree.element(**id) == Some(level) && !is_logo(tree, **id);
        if let Some(&id) = headings.iter().rev().find(fits) {
            return Some(tree.text_content(id));
        }
    }
    None
}

fn is_logo(tree: &Tree, id: Id) -> bool {
    let home = |at: Id| {
        tree.element(at) == Some(Element::A)
            && tree.raw_attribute(at, "href").is_some_and(|href| matches!(href.trim(), "/" | "." | "./" | "#"))
    };
    (id + 1..tree.end(id)).any(home)
}

/// Who wrote it: what the page tells machines, else the element that says so.
fn byline(page: &Page, facts: &Facts, kept: &[Kept]) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for author in facts.authors.iter().map(|author| without_by(author)) {
        // "Ann Lee, ann": the name that she logs in with.
        if !names.iter().any(|known| letters(known).contains(&letters(&author))) && !author.is_empty() {
            names.push(author);
        }
    }
    if !names.is_empty() {
        return Some(names.join(", "));
    }
    let first = first_prose(page, kept);
    let found = (1..page.tree.len()).filter_map(|id| Some((author_weight(page.tree, id)?, id)));
    let named = found.filter_map(|(weight, id)| {
        let text = page.tree.text_content(id);
        let by = starts_with_by(&text);
        let name = Some(without_by(&text)).filter(|name| is_names(name))?;
        // Above the text rather than below it, where other articles' authors are; and of those the nearest.
        let above = id < first;
        Some(((above, weight + u8::from(by), if above { id } else { usize::MAX - id }), name))
    });
    named.max_by_key(|(key, _)| *key).map(|(_, name)| name).or_else(|| byline_of_line(page, kept))
}

/// A line above the text that begins with "By".
fn byline_of_line(page: &Page, kept: &[Kept]) -> Option<String> {
    let end = first_prose(page, kept);
    let mut lines = page.blocks.iter().take_while(|block| block.first < end);
    lines.find_map(|block| byline_of(&block.text))
}

/// Where the article's prose begins.
fn first_prose(page: &Page, kept: &[Kept]) -> Id {
    let prose = |kept: &&Kept| is_good(page.tree, &page.blocks[kept.block]);
    kept.iter().find(prose).map_or(page.tree.len(), |kept| page.blocks[kept.block].first)
}

/// How surely an element names the author: by a relation, or by its class.
fn author_weight(tree: &Tree, id: Id) -> Option<u8> {
    const CLASSES: [&str; 3] = ["byline", "author", "writtenby"];
    let given = |name| tree.raw_attribute(id, name).unwrap_or_default();
    let has = |name, wanted: &str| given(name).split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(wanted));
    let is_part = tree.element(id).is_some_and(|element| element != Element::Meta);
    if !is_part || tree.end(id) - id > LARGEST {
        return None;
    }
    if has("rel", "author") || has("itemprop", "author") {
        return Some(2);
    }
    let class = letters(given("class"));
    CLASSES.iter().any(|name| class.contains(name)).then_some(1)
}

/// The day in a `time` or a line of its own near the text, unless it is that of a change.
fn day_near(page: &Page, kept: &[Kept]) -> Option<String> {
    const SHORT: usize = 60;
    let tree = page.tree;
    let end = first_prose(page, kept);
    let published = |id: &Id| {
        let says =
            |name: &str| tree.raw_attribute(*id, name).is_some_and(|value| letters(value).contains("datepublished"));
        says("itemprop") || tree.raw_attribute(*id, "pubdate").is_some()
    };
    let read = |id: Id| {
        let machine = ["datetime", "content", "title"].into_iter().filter_map(|name| tree.attribute(id, name));
        machine.chain([tree.text_content(id)]).find_map(|text| day(&text))
    };
    if let Some(day) = (1..tree.len()).filter(published).find_map(read) {
        return Some(day);
    }
    let is_time = |id: &Id| tree.element(*id) == Some(Element::Time) && !is_change(tree, *id);
    if let Some(day) = (1..end).rev().filter(is_time).find_map(read) {
        return Some(day);
    }
    let is_line = |id: &Id| tree.element(*id).is_some() && says_date(tree, *id) && !is_change(tree, *id);
    if let Some(day) = (1..end).filter(is_line).find_map(|id| day(&tree.text_content(id))) {
        return Some(day);
    }
    let before = page.blocks.iter().take_while(|block| block.first < end).filter(|block| block.text.len() <= SHORT);
    before.filter(|block| !says_change(&block.text)).filter_map(|block| day(&block.text)).last()
}

fn says_date(tree: &Tree, id: Id) -> bool {
    const WORDS: [&str; 4] = ["date", "published", "timestamp", "posted"];
    const FEW: usize = 12;
    let class = letters(tree.raw_attribute(id, "class").unwrap_or_default());
    tree.end(id) - id <= FEW && WORDS.iter().any(|word| class.contains(word))
}

/// Whether a day stands beside words that make it the day of a change.
fn is_change(tree: &Tree, id: Id) -> bool {
    const NEAR: usize = 2;
    const FEW: usize = 40;
    let around = tree.ancestors(id).take(NEAR).filter(|&id| tree.end(id) - id <= FEW);
    let mut around = around.filter(|&id| tree.element(id).is_some());
    around.any(|id| {
        let said = [tree.raw_attribute(id, "class"), tree.raw_attribute(id, "itemprop")];
        said.into_iter().flatten().any(says_change) || says_change(&tree.text_content(id))
    })
}

/// Words of sections and addresses, and the genre that they mean.
const GENRES: [(&str, Genre); 12] = [
    ("opinion", Genre::Opinion),
    ("opinions", Genre::Opinion),
    ("editorial", Genre::Opinion),
    ("editorials", Genre::Opinion),
    ("op-ed", Genre::Opinion),
    ("commentary", Genre::Opinion),
    ("commentisfree", Genre::Opinion),
    ("columnists", Genre::Opinion),
    ("interview", Genre::Interview),
    ("interviews", Genre::Interview),
    ("live", Genre::Live),
    ("liveblog", Genre::Live),
];

/// What kind of article it is: by its type, its section, its address, or the first word of its title.
fn genre(facts: &Facts, title: &str, url: &str) -> Option<Genre> {
    let types = [("OpinionNewsArticle", Genre::Opinion), ("LiveBlogPosting", Genre::Live)];
    let typed = types.iter().find(|(name, _)| facts.kinds.iter().any(|kind| kind == name));
    if let Some((_, genre)) = typed {
        return Some(*genre);
    }
    let of = |word: &str| GENRES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|row| row.1);
    let by_section = facts.kinds.iter().find_map(|kind| of(kind.trim()));
    let by_address = || url.split('/').skip(3).find_map(of);
    let by_title = || title.split_once([':', '|']).and_then(|(first, _)| of(first.trim()));
    let found = by_section.or_else(by_address).or_else(by_title);
    let news = || facts.kinds.iter().any(|kind| kind.ends_with("NewsArticle")).then_some(Genre::News);
    found.or_else(news)
}
