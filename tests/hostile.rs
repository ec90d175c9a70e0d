//! Hostile texts: families of them that are hard on one part of the engine each, the big list of naughty strings, and
//! every input that fuzzing once found a fault with. All invariants hold of each, in each format.
//!
//! Nothing here has a clock. How the work grows with the length is measured by `make growth`; yet these texts are long
//! enough that a quadratic reader would be noticed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "hostile/families.rs"]
mod families;
mod invariants;

use newsgist::{Article, Digest, Format, MAX_TEXT, Models, OffsetUnit, Options, analyze, json_lines};
use std::{fs, path::Path};

const FORMATS: [Format; 3] = [Format::Plain, Format::Markdown, Format::Html];

#[test]
fn families_of_hostile_texts() {
    for (name, shape) in families::families() {
        println!("{name}");
        let text = shape.text(1000);
        for format in FORMATS {
            invariants::check(&text, format, &Options::default().with_share(1.0));
        }
    }
}

/// Every character, alone; and of every block of Unicode every fourth within a word.
#[test]
fn every_character() {
    for first in (0..0x11_0000).step_by(512) {
        let chars: Vec<char> = (first..first + 512).filter_map(char::from_u32).collect();
        let alone: String = chars.iter().flat_map(|c| [*c, ' ']).collect();
        let within: String = chars.iter().step_by(4).flat_map(|c| ['a', *c, 'B', '1', ' ']).collect();
        for text in [alone, within] {
            invariants::check(&text, Format::Plain, &Options::default());
        }
    }
}

#[test]
fn what_fuzzing_found() {
    let folder = Path::new("fuzz/regressions");
    for target in fs::read_dir(folder).unwrap().flatten() {
        for entry in fs::read_dir(target.path()).unwrap().flatten() {
            println!("{}", entry.path().display());
            let bytes = fs::read(entry.path()).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            for format in FORMATS {
                for options in [Options::default(), Options::default().with_share(1.0)] {
                    invariants::check(&text, format, &options);
                }
            }
            json_lines::answer(&bytes, 1, &Options::default(), OffsetUnit::Utf8);
        }
    }
}

/// Where the packages of npm are installed, as `make test` has them; the list is not ours to copy.
#[test]
fn naughty_strings() {
    let path = Path::new("node_modules/big-list-of-naughty-strings/blns.json");
    let Ok(list) = fs::read_to_string(path) else {
        println!("skipped: {} is not there; `tools/setup.sh` installs it", path.display());
        return;
    };
    let list: Vec<String> = serde_json::from_str(&list).unwrap();
    assert!(list.len() > 300);
    for string in &list {
        let sentence =
            format!("Mayor Jane Doe of Kelso said on Monday that {string} cost $3 million. “{string},” she said.");
        for text in [string, &sentence] {
            for format in FORMATS {
                invariants::check(text, format, &Options::default());
            }
        }
        let line = serde_json::json!({ "id": string, "text": sentence, "title": string }).to_string();
        let answer: serde_json::Value =
            serde_json::from_str(&json_lines::answer(line.as_bytes(), 1, &Options::default(), OffsetUnit::Utf16))
                .unwrap();
        assert_eq!(answer["id"], string.as_str());
        assert_eq!(answer["digest"]["title"], string.as_str());
        json_lines::answer(string.as_bytes(), 1, &Options::default(), OffsetUnit::Utf16);
    }
}

/// One over the limit is cut at a character and told.
#[test]
fn a_text_too_long_is_cut_and_told() {
    let text = "漢".repeat(MAX_TEXT / 3 + 1);
    let article = Article::plain(&text[..30]);
    assert!(!article.is_truncated());
    let article = Article::read(&text, Format::Plain);
    assert!(article.is_truncated() && article.text().len() <= MAX_TEXT && article.text().len() > MAX_TEXT - 3);
    let digest = Digest::new(&analyze(article, Models::embedded(), &Options::default()), OffsetUnit::Utf16);
    assert!(digest.notices.iter().any(|notice| notice.code == "truncated"));
}
