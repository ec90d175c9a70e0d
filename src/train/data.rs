//! Where the data for training and measuring lies, and reading it.

use serde::de::DeserializeOwned;
use std::{env, fs, io, path::PathBuf};

/// Reads a file of JSON lines, as `names/ner_wikigold_all.jsonl`.
///
/// # Errors
/// Where the file is absent, or a line is not what was expected.
pub fn read<T: DeserializeOwned>(file: &str) -> io::Result<Vec<T>> {
    let path = folder().join(file);
    let describe = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(&path).map_err(|error| io::Error::new(error.kind(), describe(&error)))?;
    text.lines().map(|line| serde_json::from_str(line).map_err(|error| io::Error::other(describe(&error)))).collect()
}

/// The same for tests: none where the file is absent, which is said in one line. Where `CI` is `true`, an absent file
/// fails.
///
/// # Panics
/// Where the file is broken, or absent in CI.
pub fn read_for_test<T: DeserializeOwned>(file: &str) -> Option<Vec<T>> {
    match read(file) {
        Ok(lines) => Some(lines),
        Err(error) if error.kind() == io::ErrorKind::NotFound && env::var("CI").as_deref() != Ok("true") => {
            println!("skipped: {error}");
            None
        }
        Err(error) => panic!("{error}"),
    }
}

/// The path of a file or a folder of the data.
pub fn path(file: &str) -> PathBuf {
    folder().join(file)
}

fn folder() -> PathBuf {
    env::var_os("NEWSGIST_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from)
}
