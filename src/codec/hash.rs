//! Hashes of words and features: 32 bits, the same on every machine.
//!
//! The models are keyed by them, so that no string is stored and none is made while reading.

use crate::text::lower;

/// Where an FNV-1a hash begins (Fowler, Noll, Vo; 32 bits).
const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

/// FNV-1a of some bytes.
pub(crate) fn fnv1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(FNV_OFFSET, |hash, &byte| fnv1a_step(hash, u32::from(byte)))
}

/// One step of FNV-1a.
pub(crate) const fn fnv1a_step(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(FNV_PRIME)
}

/// FNV-1a of some bytes, small and capital letters alike.
pub(crate) fn fnv1a_ignoring_case(bytes: &[u8]) -> u32 {
    bytes.iter().fold(FNV_OFFSET, |hash, byte| fnv1a_step(hash, u32::from(byte.to_ascii_lowercase())))
}

/// FNV-1a of numbers; each goes in by its low and its high half.
pub(crate) fn fnv1a_of_numbers(first: u32, rest: &[u32]) -> u32 {
    let begun = fnv1a_step(FNV_OFFSET, first);
    rest.iter().fold(begun, |hash, &part| fnv1a_step(fnv1a_step(hash, part & 0xffff), part >> 16))
}

/// Hash of a word in small letters, every digit read as `0`.
pub(crate) fn hash_lower(word: &str) -> u32 {
    let mut hash = FNV_OFFSET;
    if word.is_ascii() {
        for &byte in word.as_bytes() {
            let byte = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
            hash = fnv1a_step(hash, u32::from(byte));
        }
    } else {
        let mut bytes = [0; 4];
        for c in word.chars().map(lower) {
            let c = if c == '’' { '\'' } else { c };
            for &byte in c.encode_utf8(&mut bytes).as_bytes() {
                hash = fnv1a_step(hash, u32::from(byte));
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
