//! Hashes of words and features: 32 bits, the same on every machine.
//!
//! The models are keyed by them, so that no string is stored and none is made while reading.

use crate::text::lower;

/// Hash of a word in small letters, every digit read as `0`.
pub(crate) fn hash_lower(word: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    if word.is_ascii() {
        for &byte in word.as_bytes() {
            let byte = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    } else {
        let mut bytes = [0; 4];
        for c in word.chars().map(lower) {
            let c = if c == '’' { '\'' } else { c };
            for &byte in c.encode_utf8(&mut bytes).as_bytes() {
                hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            }
        }
    }
    mix(hash, 0)
}

/// Puts a value to a hash: the finaliser of `MurmurHash3` (Appleby, public domain).
pub(crate) const fn mix(hash: u32, value: u32) -> u32 {
    let mut x = (hash.rotate_left(11) ^ value).wrapping_mul(0x85eb_ca6b);
    x ^= x >> 13;
    x = x.wrapping_mul(0xc2b2_ae35);
    x ^ (x >> 16)
}
