use crate::{
    lexicon::{Lexicon, WordFlags},
    text::{Scanner, is_upper},
};

/// Letters, marks that combine with them, digits after them, apostrophes inside, and an abbreviation's full stop.
pub(super) fn lex(scanner: &mut Scanner, next: char, lexicon: &Lexicon) -> bool {
    if !next.is_alphabetic() {
        return false;
    }
    let start = scanner.clone();
    scanner.eat_while(is_inner);
    // "USD115" is a code and a number, and so is "US113" behind a dollar's sign.
    let code = currency_code(&start, scanner.at() - start.at(), lexicon);
    if code > 0 {
        *scanner = start.clone();
        scanner.eat(&start.rest()[..code]);
        return true;
    }
    // "10M." is no initial.
    let after_digit = || start.behind().trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '°');
    while let (Some('\'' | '’'), Some(letter)) = (scanner.peek(), scanner.peek_second()) {
        if !letter.is_alphabetic() || clitic_len(scanner.rest()).is_some() {
            break;
        }
        scanner.bump();
        scanner.eat_while(is_inner);
    }
    let word = |scanner: &Scanner| &start.rest()[..scanner.at() - start.at()];
    if scanner.peek() != Some('.') {
        return true;
    }
    // "U.S.", "a.m.", "J.": single letters, each with its full stop.
    let mut acronym = scanner.clone();
    while word(&acronym).len() - word(&acronym).rfind('.').map_or(0, |dot| dot + 1) == 1
        && acronym.eat(".")
        && acronym.peek().is_some_and(char::is_alphabetic)
    {
        acronym.eat_while(is_inner);
    }
    let dots = word(&acronym).matches('.').count();
    if word(&acronym).ends_with('.') && (dots > 1 || is_upper(next) && next != 'I' && !after_digit()) {
        *scanner = acronym;
        return true;
    }
    let end = word(scanner).len() + 1;
    if lexicon.flags(&start.rest()[..end]).has(WordFlags::ABBREVIATION)
        && (!is_common_word(word(scanner)) || stands_by_number(&start, end))
    {
        scanner.bump();
    }
    true
}

/// Length of the currency code that digits follow; 0 where there is none. The word has `len` bytes.
fn currency_code(start: &Scanner, len: usize, lexicon: &Lexicon) -> usize {
    let word = &start.rest()[..len];
    let Some(code) = word.find(|c: char| c.is_ascii_digit()) else { return 0 };
    let (letters, number) = word.split_at(code);
    if code > 3 || !is_number_with_multiplier(number) {
        return 0;
    }
    let upper = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let known = match letters {
        "Rs" | "RM" | "Rp" | "Tk" => true,
        "R" => is_large(number, &start.rest()[len..]),
        _ if upper && start.behind().ends_with('$') => true,
        _ => upper && code == 3 && lexicon.terms().currency_sign(&letters.to_ascii_lowercase()).is_some(),
    };
    if known { code } else { 0 }
}

/// "115", "10m", "20bn".
fn is_number_with_multiplier(number: &str) -> bool {
    let letters = number.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.is_empty() || is_multiplier(letters)
}

fn is_multiplier(letters: &str) -> bool {
    (1..=2).contains(&letters.len()) && letters.bytes().all(|byte| b"kmbtnMBK".contains(&byte))
}

/// Whether a number is too large for that of a road or a model: "R500m", "R1.2bn", "R1,200", "R15 billion".
fn is_large(number: &str, rest: &str) -> bool {
    if number.ends_with(|c: char| c.is_ascii_lowercase()) {
        return true;
    }
    let decimals = rest.strip_prefix(['.', ',']).unwrap_or_default();
    let after = decimals.trim_start_matches(|c: char| c.is_ascii_digit());
    let letters = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let large = ["million", "billion", "trillion"].iter().any(|word| rest.trim_start().starts_with(word));
    let grouped = rest.starts_with(',') && decimals.len() - after.len() == 3;
    large || grouped || decimals.len() > after.len() && is_multiplier(letters)
}

/// Abbreviations that without their full stop are words of their own: only a number beside them tells.
fn is_common_word(word: &str) -> bool {
    matches!(word, "no" | "No" | "in" | "art" | "min" | "sec" | "fig" | "figs" | "p" | "mi" | "sq" | "c" | "C" | "ed")
}

/// "No. 5", "p. 12"; "6 in."
fn stands_by_number(start: &Scanner, len: usize) -> bool {
    let after = start.rest()[len..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    after || start.behind().strip_suffix(' ').is_some_and(|text| text.ends_with(|c: char| c.is_ascii_digit()))
}

/// The `'s` of a possessive, or of "it's"; the word before it has been read.
pub(super) fn lex_clitic(scanner: &mut Scanner, next: char) -> bool {
    let len = (next == '\'' || next == '’').then(|| clitic_len(scanner.rest())).flatten();
    len.is_some_and(|len| scanner.eat(&scanner.rest()[..len]))
}

/// Length of `'s`, where no letter follows.
fn clitic_len(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    let (_, letter) = chars.next()?;
    let (end, after) = chars.next().map_or((rest.len(), None), |(at, c)| (at, Some(c)));
    (matches!(letter, 's' | 'S') && !after.is_some_and(char::is_alphanumeric)).then_some(end)
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}
