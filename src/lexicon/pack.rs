//! Packs `seeds/lists` into the bytes that the crate carries.

use super::unpack::{HEADER, List};
use std::{collections::BTreeSet, fs, io, path::Path};

/// Reads the lists in a folder and packs them. A list's lines are its entries; `#` begins a comment.
///
/// # Errors
/// Where a list cannot be read.
pub fn pack(folder: &Path) -> io::Result<Vec<u8>> {
    let mut payload = Vec::new();
    for (id, list) in List::ALL.iter().enumerate() {
        let path = folder.join(list.file());
        let text = fs::read_to_string(&path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        let entries: BTreeSet<&str> = text
            .lines()
            .map(|line| line.split_once('#').map_or(line, |(entry, _)| entry).trim())
            .filter(|entry| !entry.is_empty())
            .collect();
        let entries = Vec::from_iter(entries).join("\n");
        payload.push(id as u8);
        payload.extend((entries.len() as u32).to_le_bytes());
        payload.extend(entries.as_bytes());
    }
    Ok(HEADER.seal(&payload))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn data_is_what_the_lists_pack_to() {
        let packed = super::pack(Path::new("seeds/lists")).unwrap();
        assert!(packed == super::super::DATA, "seeds/lists have changed: run `cargo train lexicon`");
    }
}
