//! Units and currencies: the tables that figures are read with.

use rustc_hash::FxHashMap;

/// What a unit measures, as far as the scanners tell dimensions apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dimension {
    /// Length of time.
    Time,
    /// Degrees of heat.
    Temperature,
    /// Degrees of an angle, or of heat where no scale is named.
    Angle,
    /// Percentage points and basis points.
    Points,
    /// Everything else.
    Other,
}

/// A unit of measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit {
    /// Canonical name, singular: "kilometre".
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// Whether SI prefixes go before it.
    pub si: bool,
}

/// A currency, or a part of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Currency {
    /// ISO 4217 code; none for what has none, and where the name is that of several.
    pub iso: Option<&'static str>,
    /// Unit, singular: "dollar".
    pub name: &'static str,
}

/// The tables.
#[derive(Debug, Default)]
pub struct Terms {
    unit_names: FxHashMap<&'static str, Unit>,
    unit_symbols: FxHashMap<&'static str, Unit>,
    currency_names: FxHashMap<&'static str, Currency>,
    currency_signs: FxHashMap<&'static str, Currency>,
    /// The currencies of a land that others share the name of, by the land's words.
    currency_lands: FxHashMap<&'static str, Vec<Currency>>,
}

impl Terms {
    /// Adds a line of `units.tsv`.
    pub(super) fn add_unit(&mut self, line: &'static str) {
        let mut cells = line.split('\t');
        let name = cells.next().unwrap_or_default();
        let dimension = match cells.next().unwrap_or_default() {
            "time" => Dimension::Time,
            "temperature" => Dimension::Temperature,
            "angle" => Dimension::Angle,
            "points" => Dimension::Points,
            _ => Dimension::Other,
        };
        let names = cells.next().unwrap_or_default();
        let symbols = cells.next().unwrap_or_default();
        let unit = Unit { name, dimension, si: cells.next() == Some("si") };
        self.unit_names.extend(entries(names).map(|form| (form, unit)));
        self.unit_symbols.extend(entries(symbols).map(|form| (form, unit)));
    }

    /// Adds a line of `currencies.tsv`.
    pub(super) fn add_currency(&mut self, line: &'static str) {
        let mut cells = line.split('\t');
        let iso = cells.next().filter(|&code| code != "-");
        let currency = Currency { iso, name: cells.next().unwrap_or_default() };
        self.currency_names.extend(entries(cells.next().unwrap_or_default()).map(|form| (form, currency)));
        self.currency_signs.extend(entries(cells.next().unwrap_or_default()).map(|form| (form, currency)));
    }

    /// Adds a line of `currency-lands.tsv`.
    pub(super) fn add_currency_land(&mut self, line: &'static str) {
        let mut cells = line.split('\t');
        let currency = Currency { iso: cells.next(), name: cells.next().unwrap_or_default() };
        for word in entries(cells.next().unwrap_or_default()) {
            self.currency_lands.entry(word).or_default().push(currency);
        }
    }

    /// The currencies that the land has of which the word tells; only those whose name other lands use too.
    pub(crate) fn currencies_of_land(&self, word: &str) -> &[Currency] {
        self.currency_lands.get(word).map_or(&[], Vec::as_slice)
    }

    /// The unit of a name in small letters, singular or plural.
    pub fn unit_name(&self, name: &str) -> Option<Unit> {
        singular_forms(name).find_map(|name| self.unit_names.get(name).copied())
    }

    /// The unit of a symbol, as it is written: "MW" is not "mW".
    pub fn unit_symbol(&self, symbol: &str) -> Option<Unit> {
        // "km." at a sentence's end.
        self.unit_symbols.get(symbol).or_else(|| self.unit_symbols.get(symbol.strip_suffix('.')?)).copied()
    }

    /// The currency of a name in small letters, singular or plural.
    pub fn currency_name(&self, name: &str) -> Option<Currency> {
        singular_forms(name).find_map(|name| self.currency_names.get(name).copied())
    }

    /// The currency of a sign or code, in small letters.
    pub fn currency_sign(&self, sign: &str) -> Option<Currency> {
        self.currency_signs.get(sign).copied()
    }
}

fn entries(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(',').filter(|entry| !entry.is_empty())
}

/// The word itself, and without a plural's ending.
fn singular_forms(word: &str) -> impl Iterator<Item = &str> {
    std::iter::once(word).chain(word.strip_suffix('s')).chain(word.strip_suffix("es"))
}
