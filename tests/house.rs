//! Rules of the house that no compiler knows: word lists are data, conditions are few, folders form no circle, the code map
//! is true.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The folders and files of the stages' code.
const STAGES: [&str; 13] = [
    "fact",
    "figure",
    "candidate",
    "point",
    "rank",
    "quote",
    "actor",
    "name",
    "sentence",
    "lex",
    "tag",
    "timeline.rs",
    "pipeline.rs",
];

/// Words that a list in the code may have; longer ones belong to `seeds/lists`.
const MOST_WORDS: usize = 4;

/// Conditions (`&&` and `||`) per 100 lines of a folder, at most. They may only fall.
const DENSITY: [(&str, f64); 7] =
    [("fact", 9.0), ("figure", 11.0), ("candidate", 16.0), ("quote", 8.6), ("actor", 9.0), ("name", 7.5), ("ui", 2.5)];

fn sources(path: &Path, into: &mut Vec<PathBuf>) {
    if path.is_file() {
        into.extend((path.extension().is_some_and(|end| end == "rs")).then(|| path.to_owned()));
        return;
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
        .iter()
        .filter(|path| !path.ends_with("tests") && !path.ends_with("tests.rs"))
        .for_each(|path| sources(path, into));
}

/// The code of a file without its tests and comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let text = text.split("#[cfg(all(test").next().unwrap_or_default();
    text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line }).collect::<Vec<_>>().join("\n")
}

/// The string literals of the code, each with what stands before it since the last one.
fn literals(code: &str) -> Vec<(&str, &str)> {
    let (mut found, mut rest) = (Vec::new(), code);
    while let Some((before, after)) = rest.split_once('"') {
        let mut escaped = false;
        let end = after.find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        let Some(end) = end else { break };
        found.push((before, &after[..end]));
        rest = &after[end + 1..];
    }
    found
}

/// How many lists of more words than a few the code has: literals with nothing but a comma or a bar between them.
fn lists(code: &str) -> usize {
    let (mut lists, mut run) = (0, 0);
    for (before, _) in literals(code) {
        let joins = matches!(before.trim(), "," | "|");
        lists += usize::from(!joins && run > MOST_WORDS);
        run = if joins { run + 1 } else { 1 };
    }
    lists + usize::from(run > MOST_WORDS)
}

/// `tests/house/lists.txt` says how many each file still has; it may only shrink. `UPDATE_EXPECT=1` writes it anew.
#[test]
fn word_lists_are_data() {
    let mut files = Vec::new();
    STAGES.iter().for_each(|stage| sources(&Path::new("src").join(stage), &mut files));
    let found: BTreeMap<String, usize> = files
        .iter()
        .map(|path| (path.to_string_lossy().replace('\\', "/"), lists(&code(path))))
        .filter(|(_, count)| *count > 0)
        .collect();
    let lines: Vec<String> = found.iter().map(|(path, count)| format!("{count} {path}")).collect();
    let written = lines.join("\n") + "\n";
    let total: usize = found.values().sum();
    println!("{total} literal lists of more than {MOST_WORDS} words are left in the stages' code");
    let path = Path::new("tests/house/lists.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all("tests/house").unwrap();
        fs::write(path, &written).unwrap();
    }
    let known = fs::read_to_string(path).unwrap();
    assert!(
        known == written,
        "lists belong to seeds/lists; where some went there, lower {}:\n{written}",
        path.display()
    );
}

#[test]
fn conditions_are_few() {
    for (folder, most) in DENSITY {
        let mut files = Vec::new();
        sources(&Path::new("src").join(folder), &mut files);
        let (mut conditions, mut lines) = (0, 0);
        for path in &files {
            let text = fs::read_to_string(path).unwrap();
            lines += text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().lines().count();
            // A closure without arguments is no condition.
            let code = code(path);
            let closures = code.matches("|| ").count() - code.matches(" || ").count() + code.matches("= || ").count();
            conditions += code.matches("&&").count() + code.matches("||").count().saturating_sub(closures);
        }
        let density = 100.0 * f64::from(conditions as u32) / f64::from(lines as u32);
        println!("{folder}: {density:.1} conditions per 100 lines");
        assert!(density <= most, "{folder}: {density:.1} conditions per 100 lines, {most} at most");
    }
}

/// The folders that a folder of the engine takes something from.
fn uses(folder: &str, folders: &BTreeSet<String>) -> BTreeSet<String> {
    let mut files = Vec::new();
    let path = Path::new("src").join(folder);
    sources(&if path.is_dir() { path } else { path.with_extension("rs") }, &mut files);
    let mut found = BTreeSet::new();
    for file in files {
        let code = code(&file);
        for statement in code.split("use crate::").skip(1).filter_map(|rest| rest.split(';').next()) {
            let names = if statement.starts_with('{') { top_names(statement) } else { vec![first_name(statement)] };
            found
                .extend(names.into_iter().filter(|name| folders.contains(*name) && *name != folder).map(str::to_owned));
        }
    }
    found
}

fn first_name(path: &str) -> &str {
    path.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

/// The first names of a group's paths: of `{Document, text::{Span, Offsets}}`, `Document` and `text`.
fn top_names(group: &str) -> Vec<&str> {
    let (mut names, mut depth, mut begins) = (Vec::new(), 0, true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => begins = true,
            _ if depth == 1 && begins && !c.is_whitespace() => {
                names.push(first_name(&group[at..]));
                begins = false;
            }
            _ => {}
        }
        begins |= c == '{' && depth == 1;
    }
    names
}

#[test]
fn folders_form_no_circle() {
    let engine = [
        "text",
        "codec",
        "lexicon",
        "article",
        "document",
        "lex",
        "tag",
        "sentence",
        "name",
        "actor",
        "figure",
        "quote",
        "timeline",
        "candidate",
        "rank",
        "point",
        "digest",
        "export",
    ];
    let folders: BTreeSet<String> = engine.iter().map(|&folder| folder.to_owned()).collect();
    let mut left: BTreeMap<&str, BTreeSet<String>> =
        engine.iter().map(|&folder| (folder, uses(folder, &folders))).collect();
    // Whatever uses nothing that is left can be taken away; what stays is a circle.
    while let Some(free) =
        left.iter().find(|(_, uses)| uses.iter().all(|used| !left.contains_key(used.as_str()))).map(|(&name, _)| name)
    {
        left.remove(free);
    }
    assert!(left.is_empty(), "a circle among {left:?}");
}

/// ARCHITECTURE's table has each folder and file of `src`, and every path that it names is there.
#[test]
fn the_code_map_is_true() {
    let page = fs::read_to_string("ARCHITECTURE.md").unwrap();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
    let named: BTreeSet<&str> = rows
        .iter()
        .filter_map(|row| row.split('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect();
    for entry in fs::read_dir("src").unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let name = if entry.path().is_dir() { name + "/" } else { name };
        assert!(
            named.contains(name.as_str()) || ["bin/", "lib.rs", "pipeline.rs"].contains(&&*name),
            "{name} is not named"
        );
    }
    for path in named.iter().filter(|name| name.contains(['/', '.'])) {
        assert!(Path::new("src").join(path).exists() || Path::new(path).exists(), "src/{path} is not there");
    }
}
