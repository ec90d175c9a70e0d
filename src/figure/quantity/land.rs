//! Whose a currency is that several lands share: "dollars" in an article on Australia.

use crate::{Document, Lexicon, figure::cursor::Cursor, lexicon::Currency};
use std::ops::Range;

/// How near to an amount its sentence has to name the land, in tokens before it and from it on.
const NEAR: (usize, usize) = (60, 30);

/// Tokens of an article in which a land has to be named for a currency that is most often another's: "dollars" are
/// American unless the article begins elsewhere.
const OPENING: usize = 120;

/// The currencies of the lands that an article names, each unit with the land that is named first.
#[derive(Default)]
pub(in crate::figure) struct Lands {
    currencies: Vec<(usize, Currency)>,
}

impl Lands {
    pub(in crate::figure) fn of(document: &Document, lexicon: &Lexicon) -> Self {
        let mut lands = Self::default();
        for at in 0..document.tokens().len() {
            for &currency in lexicon.terms().currencies_of_land(document.small_str(at)) {
                if lands.first(currency.name, usize::MAX).is_none() {
                    lands.currencies.push((at, currency));
                }
            }
        }
        lands
    }

    /// The code of the unit whose land is named first, before a token.
    fn first(&self, unit: &str, end: usize) -> Option<&'static str> {
        self.currencies.iter().find(|(at, currency)| currency.name == unit && *at < end)?.1.iso
    }
}

/// Whether an amount names its currency by nothing but a word that several lands use: "500 dollars", and neither "$500"
/// nor "500 Swiss francs".
pub(in crate::figure) fn is_shared_name(cursor: &Cursor, amount: Range<usize>) -> bool {
    let terms = cursor.lexicon().terms();
    // "pounds" are weights as often, so that the table of names has none.
    let names =
        |at: usize| cursor.is_any(at, &["pound", "pounds"]) || terms.currency_name(cursor.lowercase(at)).is_some();
    let Some(name) = amount.clone().find(|&at| names(at)) else { return false };
    let signed = |at: usize| terms.currency_sign(cursor.lowercase(at)).is_some();
    let in_two_words = || {
        let before = cursor.before(name);
        terms.currency_name(&format!("{before} {}", cursor.lowercase(name))).is_some()
    };
    !amount.clone().any(signed) && !in_two_words()
}

/// The code of a shared currency: that of the land which the sentence names near the amount, or else the article; or
/// else the one that is meant most often, if any.
pub(in crate::figure) fn shared_currency(
    cursor: &Cursor,
    lands: &Lands,
    unit: &str,
    usual: Option<&'static str>,
    first: usize,
) -> Option<&'static str> {
    let of_land = |at: usize| {
        let currencies = cursor.lexicon().terms().currencies_of_land(cursor.lowercase(at));
        currencies.iter().find(|currency| currency.name == unit)?.iso
    };
    let end = if usual.is_some() { OPENING } else { usize::MAX };
    let near = cursor.around(first, NEAR.0, NEAR.1).find_map(of_land);
    near.or_else(|| lands.first(unit, end)).or(usual)
}
