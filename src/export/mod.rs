//! A digest in other people's forms: Markdown, plain text, JSON, JSON-LD, CSV.

mod csv;
mod json_ld;
mod markdown;
mod plain;

use crate::{Digest, text::write_decimal};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io;

pub use csv::to_csv;
pub use json_ld::to_json_ld;
#[cfg(feature = "js")]
pub(crate) use markdown::escape;
pub use markdown::to_markdown;
pub use plain::to_text;

/// The digest as one line of JSON, schema 1.
pub fn to_json(digest: &Digest) -> String {
    write_json(digest)
}

/// Anything as one line of JSON.
pub(crate) fn write_json(value: &impl Serialize) -> String {
    let mut out = Bytes(Vec::with_capacity(1 << 14));
    // Writing plain structs to memory cannot fail: no maps with odd keys, no I/O.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut out, Decimals));
    String::from_utf8(out.0).unwrap_or_default()
}

/// What JSON is written to. Half of what comes is one quotation mark, comma or colon, which needs no copying of memory.
struct Bytes(Vec<u8>);

impl io::Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [byte] => self.0.push(*byte),
            _ => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Compact, with [`write_decimal`]'s numbers.
struct Decimals;

impl Formatter for Decimals {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        let mut digits = String::new();
        write_decimal(value, &mut digits);
        writer.write_all(digits.as_bytes())
    }
}
