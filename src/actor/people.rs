//! Whether a nationality, a party or a faith means people: "Ukrainians", "the French", but not "Ukrainian exports".

use crate::{
    Document,
    document::{Case, TokenKind},
    lexicon::WordFlags,
    text::Span,
};

/// Whether the word stands for itself, and is no adjective of what follows.
pub(super) fn are_people(document: &Document, span: Span) -> bool {
    let tokens = document.tokens_in(span);
    if modifies(document, tokens.end) {
        return false;
    }
    is_plural(document.str(span)) || is_introduced(document, tokens.start)
}

/// "Swedes", and what has no singular of its own: "Taliban".
fn is_plural(name: &str) -> bool {
    const ENDINGS: [&str; 4] = ["s", "men", "women", "ban"];
    let sibilant = name.ends_with("ss");
    ENDINGS.iter().any(|ending| name.ends_with(ending)) && !sibilant
}

/// Whether what follows is a noun or a name that the word belongs to: "Swedish exports", "Swedish-built", "Swedish King".
fn modifies(document: &Document, next: usize) -> bool {
    let Some(token) = document.tokens().get(next) else { return false };
    let tag = document.tags()[next];
    let other = WordFlags::VERB.with(WordFlags::SAY).with(WordFlags::STOP).with(WordFlags::JOINER);
    match token.kind {
        TokenKind::Word => tag.case != Case::Lower || !tag.flags.has_any(other.with(WordFlags::PRONOUN)),
        TokenKind::Hyphen => true,
        _ => false,
    }
}

/// "a Swede", "the French", "many French".
fn is_introduced(document: &Document, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    matches!(document.tokens()[before].kind, TokenKind::Number)
        || matches!(document.token_str(before).to_ascii_lowercase().as_str(), "a" | "an" | "the" | "many")
}

#[cfg(test)]
mod tests {
    use super::are_people;
    use crate::{Article, Models, name::tests::unmark, pipeline::read_words};

    #[test]
    fn nationalities_are_people_where_they_stand_alone() {
        for (marked, expected) in [
            ("{g Swedes} voted.", true),
            ("The {g Swedes} voted.", true),
            ("The {g French} said no.", true),
            ("A {g Swede} won.", true),
            ("{g Swedish} exports fell.", false),
            ("The {g Swedish} King spoke.", false),
            ("It is {g Swedish}.", false),
            ("A {g Swedish}-built ship sank.", false),
            ("He spoke in {g Swedish}.", false),
        ] {
            let (text, names) = unmark(marked);
            let document = read_words(Article::plain(&text), Models::embedded());
            assert_eq!(are_people(&document, names[0].span), expected, "{marked}");
        }
    }
}
