use super::{plain::one_line, write_json};
use crate::{
    Digest,
    digest::{Actor, ActorKind},
};
use serde_json::{Value, json};

/// How many actors an article is `about`; the others it `mentions`.
const ABOUT: usize = 3;

/// schema.org: a `NewsArticle` with what it is about, whom it mentions and whom it quotes.
pub fn to_json_ld(digest: &Digest) -> String {
    let named = || digest.actors.iter().filter(|actor| actor.kind != ActorKind::Group);
    let about: Vec<Value> = named().take(ABOUT).map(actor).collect();
    let mentions: Vec<Value> = named().skip(ABOUT).map(actor).collect();
    let abstract_: Vec<&str> = digest.key_points.iter().map(|point| point.text.as_str()).collect();
    let quotes: Vec<Value> = digest
        .quotes
        .iter()
        // What is reported in other words is no quotation.
        .filter(|quote| quote.direct)
        .map(|quote| {
            let speaker = quote.speaker.and_then(|id| digest.actors.get(id as usize));
            let speaker = speaker.map(actor).or_else(|| {
                quote.speaker_text.as_ref().map(|name| json!({ "@type": "Thing", "name": one_line(name) }))
            });
            let mut value = json!({ "@type": "Quotation", "text": quote.text });
            if let Some(speaker) = speaker {
                value["spokenByCharacter"] = speaker;
            }
            value
        })
        .collect();
    let mut article = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "inLanguage": digest.language,
        "abstract": abstract_.join(" "),
        "about": about,
        "mentions": mentions,
        "hasPart": quotes,
    });
    if let Some(title) = &digest.title {
        article["headline"] = json!(title);
    }
    // Inside a <script> element "</script>" would end it.
    write_json(&article).replace("</", "<\\/")
}

fn actor(actor: &Actor) -> Value {
    let kind = match actor.kind {
        ActorKind::Person => "Person",
        ActorKind::Organization => "Organization",
        ActorKind::Place => "Place",
        ActorKind::Group => "Thing",
    };
    let mut value = json!({ "@type": kind, "name": one_line(&actor.name) });
    if !actor.aliases.is_empty() {
        value["alternateName"] = json!(actor.aliases.iter().map(|alias| one_line(alias)).collect::<Vec<_>>());
    }
    if let (Some(role), ActorKind::Person) = (&actor.role, actor.kind) {
        value["jobTitle"] = json!(one_line(role));
    }
    value
}
