//! Sorted numbers as Golomb-Rice codes of their gaps: near the least number of bits for hashes, which do not compress.

/// Writes sorted, distinct numbers; [`read_sorted`] gives them back.
#[cfg(any(test, feature = "train"))]
pub(crate) fn write_sorted(numbers: &[u32], width: u32, out: &mut Vec<u8>) {
    let shift = rice_shift(numbers.len(), width);
    out.extend((numbers.len() as u32).to_le_bytes());
    let (mut byte, mut used) = (0_u8, 0);
    let mut push = |bit: bool, out: &mut Vec<u8>| {
        byte |= u8::from(bit) << used;
        used += 1;
        if used == 8 {
            out.push(byte);
            (byte, used) = (0, 0);
        }
    };
    let mut next = 0;
    for &number in numbers {
        debug_assert!(number >= next && u64::from(number) < 1 << width);
        let gap = number - next;
        for _ in 0..gap >> shift {
            push(true, out);
        }
        push(false, out);
        for bit in 0..shift {
            push(gap >> bit & 1 == 1, out);
        }
        next = number + 1;
    }
    for _ in 0..7 {
        push(false, out);
    }
}

/// Reads what [`write_sorted`] wrote, and gives the bytes behind it; none where the bytes are cut off or broken.
pub(crate) fn read_sorted(data: &[u8], width: u32) -> Option<(Vec<u32>, &[u8])> {
    let (len, data) = data.split_first_chunk()?;
    let len = u32::from_le_bytes(*len) as usize;
    let shift = rice_shift(len, width);
    if len / 8 > data.len() {
        return None;
    }
    let mut numbers = Vec::with_capacity(len);
    let mut at = 0;
    let mut next = 0_u32;
    for _ in 0..len {
        let mut high = 0;
        let mut bits = window(data, at);
        while bits.trailing_ones() >= LEAST {
            high += LEAST;
            at += LEAST as usize;
            bits = window(data, at);
        }
        let ones = bits.trailing_ones();
        high += ones;
        let low = (window(data, at + ones as usize + 1) & ((1 << shift) - 1)) as u32;
        at += (ones + 1 + shift) as usize;
        let number = next.checked_add(high.checked_mul(1 << shift)?)?.checked_add(low)?;
        numbers.push(number);
        next = number.checked_add(1)?;
    }
    // The writer adds seven bits to the last one, and drops what does not fill a byte.
    Some((numbers, data.get(at.div_ceil(8)..)?))
}

/// A window has this many bits at least.
const LEAST: u32 = 57;

/// The bits from the place `at` on; zeros behind the end.
fn window(data: &[u8], at: usize) -> u64 {
    let rest = data.get(at / 8..).unwrap_or_default();
    let bytes = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        bytes
    });
    u64::from_le_bytes(bytes) >> (at % 8)
}

/// Bits of a gap that are written as they are: the logarithm of the mean gap.
fn rice_shift(len: usize, width: u32) -> u32 {
    let mean = (1_u64 << width) / (len as u64).max(1);
    mean.max(1).ilog2().min(31)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{read_sorted, write_sorted};
    use proptest::{collection::btree_set, prelude::*};

    proptest! {
        #[test]
        fn numbers_come_back(numbers in btree_set(0_u32..1 << 24, 0..60), tail in any::<[u8; 3]>()) {
            let numbers = Vec::from_iter(numbers);
            let mut bytes = Vec::new();
            write_sorted(&numbers, 24, &mut bytes);
            bytes.extend(tail);
            let (read, rest) = read_sorted(&bytes, 24).unwrap();
            prop_assert_eq!(read, numbers);
            prop_assert_eq!(rest, &tail);
        }

        #[test]
        fn odd_bytes_are_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            read_sorted(&bytes, 24);
        }
    }
}
