//! The command line's contract, on the built program.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use serde_json::Value;
use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsgist-cli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it: no concern of the test.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

#[test]
fn json_lines() {
    let input = concat!(
        r#"{"id":"1","text":"Maria Okafor leads the World Bank.","title":"A title","date":"2025-05-18"}"#,
        "\nnot json\n\n",
        r#"{"id":7}"#,
        "\n",
        r#"{"id":"8","text":"x","date":"yesterday"}"#,
        "\n",
        r#"{"text":"no id"}"#,
        "\n",
    );
    let output = run(&["--jsonl"], input);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[0]["id"], "1");
    assert_eq!(lines[0]["digest"]["title"], "A title");
    assert!(
        stdout(&output)
            .starts_with(r#"{"id":"1","digest":{"schema":1,"language":"en","title":"A title","sentences":["#)
    );
    assert_eq!(lines[1]["line"], 2);
    assert!(lines[1]["error"].is_string());
    assert_eq!(lines[2]["id"], 7);
    assert!(lines[2]["error"].as_str().unwrap().contains("text"));
    assert_eq!(lines[3]["id"], "8");
    assert_eq!(lines[4]["line"], 6);
}

#[test]
fn a_bad_file_is_told_and_the_others_are_read() {
    let output = run(&["no-such-file.txt", "seeds/articles/01-rome-talks.md"], "");
    assert_eq!(output.status.code(), Some(2));
    let error = std::str::from_utf8(&output.stderr).unwrap();
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(error.contains("no-such-file.txt"), "{error}");
    assert!(stdout(&output).contains("Key points"));
    assert_eq!(run(&["--jsonl", "seeds"], "").status.code(), Some(2));
}

#[test]
fn empty_input_gives_an_empty_digest_with_a_notice() {
    for input in ["", " \n\t "] {
        let output = run(&["--format", "json"], input);
        assert_eq!(output.status.code(), Some(0));
        let digest: Value = serde_json::from_str(stdout(&output)).unwrap();
        assert_eq!(digest["notices"][0]["code"], "empty");
        assert_eq!(digest["keyPoints"].as_array().unwrap().len(), 0);
    }
}

#[test]
fn formats() {
    let article = "seeds/articles/02-ballintra-results.md";
    for (format, start) in [
        ("text", "Ballintra"),
        ("markdown", "# Ballintra"),
        ("json", "{\"schema\":1"),
        ("jsonld", "{\""),
        ("csv", "text,kind,value"),
    ] {
        let output = run(&["--format", format, article], "");
        assert_eq!(output.status.code(), Some(0));
        assert!(stdout(&output).starts_with(start), "{format}: {}", &stdout(&output)[..40]);
    }
}

#[test]
fn offsets_count_what_was_asked_for() {
    let text = "🙂 Jane Doe met the mayor of Paris.";
    for (unit, start) in [("utf8", 5), ("utf16", 3), ("codepoint", 2)] {
        let output = run(&["--format", "json", "--offsets", unit], text);
        let digest: Value = serde_json::from_str(stdout(&output)).unwrap();
        let jane = digest["actors"].as_array().unwrap().iter().find(|actor| actor["name"] == "Jane Doe").unwrap();
        assert_eq!(jane["mentions"][0]["start"], start, "{unit}");
    }
}

#[test]
fn what_was_read_of_a_text() {
    let text = "Norbury to rebuild its weir\nBy Jo Roe\nPublished 4 March 2025\n\n\
                The council of Norbury agreed on Tuesday to rebuild the weir for &pound;9m.\n\nPhoto: Jo Roe/PA\n";
    let output = run(&["--format", "article"], text);
    let article: Value = serde_json::from_str(stdout(&output)).unwrap();
    let told = ["title", "byline", "publishedAt"].map(|field| article[field].as_str().unwrap());
    assert_eq!(told, ["Norbury to rebuild its weir", "Jo Roe", "2025-03-04"]);
    assert_eq!(article["text"], "The council of Norbury agreed on Tuesday to rebuild the weir for £9m.");
}

#[test]
fn points_can_be_counted() {
    for points in [0, 3, 7] {
        let output =
            run(&["--format", "json", "--points", &points.to_string(), "seeds/articles/06-san-alipio-floods.md"], "");
        let digest: Value = serde_json::from_str(stdout(&output)).unwrap();
        assert_eq!(digest["keyPoints"].as_array().unwrap().len(), points);
    }
    assert_eq!(run(&["--points", "many"], "").status.code(), Some(2));
}

#[test]
fn bytes_that_are_no_text() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsgist-cli"))
        .args(["--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&[0xff, 0xfe, 0x00, 0x80].repeat(100)).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let digest: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(digest["notices"][0]["code"], "not-text");
}

#[test]
fn explain_names_the_rules_behind_each_figure() {
    let output = run(&["--explain"], "Profit fell by at least 3% in May. The hall holds a maximum of 80 guests.");
    assert!(output.status.success());
    let rules = stdout(&output).split_once("Rules").unwrap().1;
    assert!(rules.contains("“3%” Percent of “Profit”: at least, verb of change"), "{rules}");
    assert!(rules.contains("“80” Count of “guests”: a maximum of"), "{rules}");
}
