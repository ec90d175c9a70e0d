//! The trained grammar, unpacked.
//!
//! ```text
//! magic "NGSX" · version u16 · checksum u32 (of all that follows) · sizes · words · blocks
//! sizes:  frequent words, width of each table, hidden, layers, arcs, relations, u16s
//! words:  sorted hashes of frequent words (22 bits)
//! blocks: for each the bits behind the point, a byte, and the frequencies of its weights' values from -127 to 127, of those
//!         that there are: how many, u8, each value i8 with its frequency, u16 · then, for all blocks in turn, their values as
//!         symbols
//! ```

use super::network::{Block, Sizes};
use crate::codec::{
    BadData, Header,
    rans::{Frequencies, SymbolReader},
    rice::read_sorted,
    table::Table,
};

pub(crate) const HEADER: Header = Header { magic: *b"NGSX", version: 1 };

/// Values that a weight may have; the middle one is zero.
const VALUES: usize = 255;
const ZERO: i16 = 127;
/// Bits of a frequent word's hash.
pub(crate) const FREQUENT_WIDTH: u32 = 22;

/// A block's weights, and how many bits stand behind the point.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    pub(crate) values: Vec<i8>,
    pub(crate) fraction: u32,
}

/// The packed parts of a model.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) sizes: Sizes,
    pub(crate) frequent: Table<u16>,
    /// In the order of [`Block::all`].
    pub(crate) blocks: Vec<Weights>,
}

impl Parts {
    pub(crate) fn unpack(data: &[u8]) -> Result<Self, BadData> {
        Self::sections(HEADER.open(data)?).ok_or(BadData::Section)
    }

    fn sections(mut data: &[u8]) -> Option<Self> {
        let sizes = read_sizes(&mut data)?;
        let (hashes, mut data) = read_sorted(data, FREQUENT_WIDTH)?;
        if hashes.len() + 1 != sizes.words {
            return None;
        }
        let rows = (1..=hashes.len() as u16).collect();
        let mut tables = Vec::new();
        for _ in Block::all(&sizes) {
            let (&[fraction, count], rest) = data.split_first_chunk()?;
            let (pairs, rest) = rest.split_at_checked(usize::from(count) * 3)?;
            let mut frequencies = vec![0; VALUES];
            for pair in pairs.chunks_exact(3) {
                let symbol = usize::try_from(ZERO + i16::from(pair[0] as i8)).ok()?;
                *frequencies.get_mut(symbol)? = u16::from_le_bytes([pair[1], pair[2]]);
            }
            tables.push((u32::from(fraction.min(12)), Frequencies::new(&frequencies)?));
            data = rest;
        }
        let mut symbols = SymbolReader::new(data);
        let blocks = Block::all(&sizes).zip(&tables).map(|(block, (fraction, frequencies))| {
            let [rows, width] = block.shape(&sizes);
            let values = (0..rows * width).map(|_| (symbols.next(frequencies) as i16 - ZERO) as i8);
            Weights { values: values.collect(), fraction: *fraction }
        });
        Some(Self { sizes, blocks: blocks.collect(), frequent: Table::new(FREQUENT_WIDTH, &hashes, rows) })
    }
}

/// Sizes that no sane model goes beyond: broken bytes must not ask for gigabytes.
const MOST: u16 = 4096;

fn read_sizes(data: &mut &[u8]) -> Option<Sizes> {
    let mut next = || {
        let (number, rest) = data.split_first_chunk()?;
        *data = rest;
        let number = u16::from_le_bytes(*number);
        (1..=MOST).contains(&number).then_some(usize::from(number))
    };
    let words = next()?;
    let mut widths = [0; super::features::TABLES];
    for width in &mut widths {
        *width = next()?;
    }
    Some(Sizes { words, widths, hidden: next()?, layers: next()?, arcs: next()?, relations: next()? })
}

/// Packs a model: for each block its bits behind the point and its weights.
#[cfg(feature = "train")]
pub(crate) fn pack(sizes: &Sizes, frequent: &[u32], blocks: &[(u8, Vec<i8>)]) -> Vec<u8> {
    use crate::codec::{rans::write_symbols, rice::write_sorted};
    let mut data = Vec::new();
    let rest = [sizes.hidden, sizes.layers, sizes.arcs, sizes.relations];
    for size in [sizes.words].into_iter().chain(sizes.widths).chain(rest) {
        data.extend((size as u16).to_le_bytes());
    }
    write_sorted(frequent, FREQUENT_WIDTH, &mut data);
    let mut tables = Vec::new();
    for (fraction, values) in blocks {
        let mut counts = vec![0; VALUES];
        values.iter().for_each(|&value| counts[(ZERO + i16::from(value)) as usize] += 1);
        let frequencies = Frequencies::of(&counts);
        let present = || frequencies.sizes().enumerate().filter(|&(_, size)| size > 0);
        data.extend([*fraction, present().count() as u8]);
        for (symbol, size) in present() {
            data.push((symbol as i16 - ZERO) as i8 as u8);
            data.extend(size.to_le_bytes());
        }
        tables.push(frequencies);
    }
    let symbols: Vec<_> = blocks
        .iter()
        .zip(&tables)
        .flat_map(|((_, values), table)| values.iter().map(move |&value| (table, (ZERO + i16::from(value)) as u16)))
        .collect();
    write_symbols(&symbols, &mut data);
    HEADER.seal(&data)
}
