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

/// The path of a file or a folder of the data.
pub fn path(file: &str) -> PathBuf {
    folder().join(file)
}

/// Where what trainers need besides lies: embeddings, and the labels of teachers.
pub fn resources() -> PathBuf {
    env::var_os("NEWSGIST_RESOURCES").map_or_else(|| PathBuf::from("target/resources"), PathBuf::from)
}

fn folder() -> PathBuf {
    env::var_os("NEWSGIST_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from)
}
