//! Symbols in about as many bits as their entropy: a range asymmetric numeral system (Duda, 2013), a byte at a time.
//!
//! A compressor that comes after sees two bytes of a symbol apart, and loses what they say of each other; here a symbol is
//! one, however many there are.

/// Bits of a frequency: those of all symbols add up to `1 << SCALE`.
const SCALE: u32 = 14;
/// The state stays at or above this; below it, a byte is read.
const LEAST: u32 = 1 << 23;

/// How frequent each symbol is.
#[derive(Debug)]
pub(crate) struct Frequencies {
    /// Where the share of each symbol begins, and behind the last one.
    starts: Vec<u16>,
    /// The symbol of each part of the scale.
    symbols: Vec<u16>,
}

impl Frequencies {
    /// None where the frequencies do not add up.
    pub(crate) fn new(frequencies: &[u16]) -> Option<Self> {
        let mut starts = vec![0];
        let mut symbols = Vec::with_capacity(1 << SCALE);
        for (symbol, &frequency) in (0..).zip(frequencies) {
            let end = symbols.len() + usize::from(frequency);
            if end > 1 << SCALE {
                return None;
            }
            symbols.resize(end, symbol);
            starts.push(end as u16);
        }
        (symbols.len() == 1 << SCALE).then_some(Self { starts, symbols })
    }

    /// Those of counts: what was seen stays above zero, and the sum is right.
    #[cfg(any(all(test, not(target_arch = "wasm32")), feature = "train"))]
    pub(crate) fn of(counts: &[u32]) -> Self {
        let total = counts.iter().map(|&count| u64::from(count)).sum::<u64>().max(1);
        let share = |&count: &u32| ((u64::from(count) << SCALE) / total).max(u64::from(count != 0)) as u16;
        let mut sizes: Vec<u16> = counts.iter().map(share).collect();
        // The most frequent one takes what rounding has left, or gives what it has taken.
        let most = (0..counts.len()).max_by_key(|&at| counts[at]).expect("a symbol");
        let sum: u32 = sizes.iter().map(|&size| u32::from(size)).sum();
        sizes[most] = (u32::from(sizes[most]) + (1 << SCALE) - sum) as u16;
        Self::new(&sizes).expect("frequencies add up")
    }

    /// The frequency of each symbol.
    #[cfg(feature = "train")]
    pub(crate) fn sizes(&self) -> impl Iterator<Item = u16> + Clone {
        self.starts.windows(2).map(|ends| ends[1] - ends[0])
    }

    /// Where a symbol's share begins, and its size.
    fn share(&self, symbol: u16) -> (u32, u32) {
        let at = usize::from(symbol);
        let (start, end) = (u32::from(self.starts[at]), u32::from(self.starts[at + 1]));
        (start, end - start)
    }
}

/// Reads symbols in the order in which they were written. Behind the end they are of no meaning, but some symbol.
pub(crate) struct SymbolReader<'d> {
    state: u32,
    rest: std::slice::Iter<'d, u8>,
}

impl<'d> SymbolReader<'d> {
    pub(crate) fn new(data: &'d [u8]) -> Self {
        let (state, rest) =
            data.split_first_chunk().map_or((0, data), |(state, rest)| (u32::from_le_bytes(*state), rest));
        Self { state, rest: rest.iter() }
    }

    /// The next symbol, which was written by the same frequencies.
    pub(crate) fn next(&mut self, frequencies: &Frequencies) -> u16 {
        let place = self.state & ((1 << SCALE) - 1);
        let symbol = frequencies.symbols[place as usize];
        let (start, size) = frequencies.share(symbol);
        self.state = size.wrapping_mul(self.state >> SCALE).wrapping_add(place - start);
        while self.state < LEAST {
            let Some(&byte) = self.rest.next() else { break };
            self.state = self.state << 8 | u32::from(byte);
        }
        symbol
    }
}

/// Writes symbols, each by its frequencies; [`SymbolReader`] gives them back.
#[cfg(any(all(test, not(target_arch = "wasm32")), feature = "train"))]
pub(crate) fn write_symbols(symbols: &[(&Frequencies, u16)], out: &mut Vec<u8>) {
    let mut state = LEAST;
    let mut bytes = Vec::new();
    for (frequencies, symbol) in symbols.iter().rev() {
        let (start, size) = frequencies.share(*symbol);
        while state >> (31 - SCALE) >= size {
            bytes.push(state as u8);
            state >>= 8;
        }
        state = (state / size) << SCALE | (state % size + start);
    }
    out.extend(state.to_le_bytes());
    out.extend(bytes.iter().rev());
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Frequencies, SymbolReader, write_symbols};
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn symbols_come_back(symbols in vec((0_u16..2, 0_u16..300), 0..400)) {
            let counts = |kind: u16| {
                let mut counts = vec![0; 300];
                counts[0] = 1;
                symbols.iter().filter(|(its, _)| *its == kind).for_each(|(_, symbol)| counts[usize::from(*symbol)] += 1);
                counts
            };
            let tables = [0, 1].map(|kind| Frequencies::of(&counts(kind)));
            let written: Vec<_> = symbols.iter().map(|&(kind, symbol)| (&tables[usize::from(kind)], symbol)).collect();
            let mut bytes = Vec::new();
            write_symbols(&written, &mut bytes);
            let mut reader = SymbolReader::new(&bytes);
            for (table, symbol) in written {
                prop_assert_eq!(reader.next(table), symbol);
            }
        }

        #[test]
        fn odd_bytes_are_no_harm(bytes in vec(any::<u8>(), 0..60)) {
            let table = Frequencies::of(&[5, 1, 0, 900]);
            let mut reader = SymbolReader::new(&bytes);
            for _ in 0..100 {
                prop_assert!(reader.next(&table) < 4);
            }
        }
    }

    #[test]
    fn frequencies_that_do_not_add_up_are_told() {
        assert!(Frequencies::new(&[]).is_none());
        assert!(Frequencies::new(&[1 << 13]).is_none());
        assert!(Frequencies::new(&[1 << 13, 1 << 13, 1]).is_none());
        assert!(Frequencies::new(&[1 << 14]).is_some());
    }
}
