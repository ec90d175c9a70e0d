use crate::{Digest, digest::ActorKind};
use std::fmt::Write;

/// A readable page of plain text.
pub fn to_text(digest: &Digest) -> String {
    let mut out = String::new();
    if let Some(title) = &digest.title {
        let _ = writeln!(out, "{}\n", one_line(title));
    }
    section(&mut out, "Key points", digest.key_points.iter().map(|point| point.text.clone()));
    for (kind, heading) in KINDS {
        section(&mut out, heading, actors(digest, kind));
    }
    section(&mut out, "By the numbers", facts(digest));
    section(&mut out, "Quotes", told_quotes(digest).map(|quote| quote_line(digest, quote)));
    for notice in &digest.notices {
        let _ = writeln!(out, "Note: {}", notice.message);
    }
    out
}

/// Headings for the kinds of actor, in the order of reading.
pub(super) const KINDS: [(ActorKind, &str); 4] = [
    (ActorKind::Person, "People"),
    (ActorKind::Organization, "Organisations"),
    (ActorKind::Place, "Places"),
    (ActorKind::Group, "Groups"),
];

fn section(out: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = writeln!(out, "{heading}");
        for line in lines {
            let _ = writeln!(out, "  - {line}");
        }
        out.push('\n');
    }
}

/// One line for each actor of a kind: name, role, how often.
pub(super) fn actors(digest: &Digest, kind: ActorKind) -> impl Iterator<Item = String> + '_ {
    digest.actors.iter().filter(move |actor| actor.kind == kind).map(|actor| {
        let role = actor.role.as_ref().map(|role| format!(", {}", one_line(role))).unwrap_or_default();
        let times = if actor.mentions.len() > 1 { format!(" ({}×)", actor.mentions.len()) } else { String::new() };
        format!("{}{role}{times}", one_line(&actor.name))
    })
}

/// The facts that are worth a row, in the article's order.
pub(super) fn facts(digest: &Digest) -> impl Iterator<Item = String> + '_ {
    digest.facts.iter().filter(|fact| fact.weight > 0.0).map(|fact| one_line(&fact.text))
}

/// The quotes of which it is told who is behind them.
pub(super) fn told_quotes(digest: &Digest) -> impl Iterator<Item = &crate::digest::Quote> {
    digest.quotes.iter().filter(|quote| quote.source.is_some())
}

/// A quote with its speaker.
pub(super) fn quote_line(digest: &Digest, quote: &crate::digest::Quote) -> String {
    let name = quote.speaker.and_then(|id| digest.actors.get(id as usize)).map(|actor| &actor.name);
    let speaker = name.or(quote.speaker_text.as_ref()).map(|name| format!(" — {}", one_line(name))).unwrap_or_default();
    let text = one_line(&quote.text);
    if quote.direct { format!("“{text}”{speaker}") } else { format!("{text}{speaker}") }
}

/// Line ends and runs of spaces made single.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::{Options, digest};

    /// A fact says without its sentence whether it is a level or a step or a bound.
    #[test]
    fn facts_stand_alone() {
        let text = "Margins narrowed by 90 basis points to 18.2%. Turnout fell from 61% to 48%. Taxes of \
                    up to 40% apply. It has about 300 rooms.";
        let found = super::to_text(&digest(text, &Options::default()));
        for line in [
            "down 90 basis points: Margins (to 18.2%)",
            "fallen from 61% to 48%: Turnout",
            "at most 40%: Taxes",
            "about 300 rooms",
        ] {
            assert!(found.contains(&format!("- {line}\n")), "{line:?} is not in\n{found}");
        }
    }
}
