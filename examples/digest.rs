//! Prints the key points of an article, and who is in it: `cargo run --example digest -- ARTICLE.txt`.

use newsgist::{Options, digest::ActorKind};

fn main() -> std::io::Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => std::io::read_to_string(std::io::stdin())?,
    };
    let digest = newsgist::digest(&text, &Options::default().with_points(3));
    for point in &digest.key_points {
        println!("{}. {}", point.rank, point.text);
    }
    for actor in digest.actors.iter().filter(|actor| actor.kind == ActorKind::Person) {
        let role = actor.role.as_deref().unwrap_or("no role given");
        println!("{} ({role}): {} mentions", actor.name, actor.mentions.len());
        // Every mention is a part of the text, at the place that is given.
        for mention in &actor.mentions {
            assert_eq!(&text[mention.start as usize..mention.end as usize], mention.text);
        }
    }
    Ok(())
}
