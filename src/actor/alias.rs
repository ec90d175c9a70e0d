//! When two names mean the same: keys that a name is filed under, from the sure to the less sure.

use crate::{
    Models,
    codec::hash::hash_lower,
    document::ActorKind,
    lexicon::{Sex, WordFlags, lowercase},
    name::begins_club,
    text::{is_lower, is_upper, lower},
};

/// The name as it is compared: small letters, no full stops, spellings of one name made one, known short forms made
/// long.
pub(super) fn key(name: &str, kind: ActorKind) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        if word == "&" {
            key.push_str("and");
            continue;
        }
        key.extend(word.chars().filter(|c| *c != '.').map(lower).map(plain));
    }
    match kind {
        ActorKind::Place => country(&key).map_or(key, str::to_owned),
        // "Ukrainians" and "Ukrainian".
        ActorKind::Group => key.strip_suffix('s').map_or_else(|| key.clone(), str::to_owned),
        ActorKind::Person => ["yy", "iy", "yi", "ii"]
            .iter()
            .find_map(|ending| key.strip_suffix(ending))
            .map_or_else(|| key.clone(), |stem| format!("{stem}y")),
        ActorKind::Organization => ["inc", "corp", "ltd", "plc", "llc", "co", "ag"]
            .iter()
            .find_map(|ending| key.strip_suffix(ending)?.strip_suffix(' '))
            .map_or_else(|| key.clone(), |stem| stem.trim_end_matches(',').to_owned()),
    }
}

/// What is equal of two names of any kinds that are one: small letters and digits, "&" and "and" alike.
pub(super) fn plain_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split([' ', '-', '\n']) {
        match word {
            "&" => key.push_str("and"),
            _ => key.extend(word.chars().filter(|c| c.is_alphanumeric() || *c == '&').map(lower).map(plain)),
        }
    }
    key
}

/// A letter without the mark that one writer sets and another leaves out: "Yucatán" and "Yucatan"; hyphens as spaces.
fn plain(letter: char) -> char {
    match letter {
        '-' | '‐' | '‑' => ' ',
        '’' => '\'',
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ḥ' => 'h',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

/// Countries that go by more than one name.
fn country(key: &str) -> Option<&'static str> {
    Some(match key {
        "us" | "usa" | "united states" | "united states of america" | "america" => "united states",
        "uk" | "britain" | "great britain" | "united kingdom" => "united kingdom",
        "uae" | "united arab emirates" | "emirates" => "united arab emirates",
        "drc" | "dr congo" | "democratic republic of congo" | "democratic republic of the congo" => "dr congo",
        "prc" | "china" | "people's republic of china" => "china",
        "nyc" | "new york city" => "new york city",
        "la" | "los angeles" => "los angeles",
        _ => return None,
    })
}

/// Words of the longest name that has shorter forms.
const LONGEST_NAME: usize = 12;

/// Shorter names that a full name may be called by.
pub(super) fn short_forms(name: &str, kind: ActorKind, models: &Models) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut forms = Vec::new();
    // A run of capitals that goes on and on is no name that is ever shortened; forms of forms would be quadratic.
    if !(2..=LONGEST_NAME).contains(&words.len()) {
        return forms;
    }
    match kind {
        ActorKind::Person => short_persons(&words, models, &mut forms),
        ActorKind::Organization => short_organizations(&words, models, &mut forms),
        ActorKind::Place => short_places(name, &words, models, &mut forms),
        ActorKind::Group => {}
    }
    forms
}

fn short_persons(words: &[&str], models: &Models, forms: &mut Vec<String>) {
    let kind = ActorKind::Person;
    // "Robert "Bobby" Keane": "Robert Keane", "Bobby Keane", "Bobby".
    let (nicknames, mut core): (Vec<&str>, Vec<&str>) =
        words.iter().partition(|word| word.starts_with(['"', '“', '(']));
    // "Patrick Gordon of Auchleuchries": "Patrick Gordon".
    let of = core.iter().position(|word| *word == "of").filter(|&of| of > 0).unwrap_or(core.len());
    core.truncate(of);
    while core.len() > 2 && is_suffix(core[core.len() - 1]) {
        core.pop();
    }
    let Some((&last, before)) = core.split_last() else { return };
    // "Ursula von der Leyen": "von der Leyen", "der Leyen", "Leyen"; "Kim Jong Un": "Kim".
    forms.extend((1..core.len()).map(|start| key(&core[start..].join(" "), kind)));
    forms.extend((1..core.len()).rev().map(|end| key(&core[..end].join(" "), kind)));
    // "Bashar al-Assad": "Assad".
    let article = last.char_indices().nth(3).map_or("", |(end, _)| &last[..end]);
    if matches!(article, "al-" | "Al-" | "el-" | "El-") {
        forms.push(key(&last[article.len()..], kind));
    }
    // "Donald J. Trump": "Donald Trump"; "Edwin Chau Wing-lok": "Chau".
    if before.len() > 1 {
        forms.push(key(&format!("{} {last}", core[0]), kind));
        // Before a given name with a hyphen stands the surname.
        let families = before[1..].iter().filter(|word| last.contains('-') || is_family(word, models));
        forms.extend(families.map(|word| key(word, kind)));
    }
    if core.len() < words.len() {
        forms.push(key(&core.join(" "), kind));
    }
    for nickname in nicknames {
        let nickname = nickname.trim_matches(|letter: char| !letter.is_alphanumeric());
        forms.extend([key(nickname, kind), key(&format!("{nickname} {last}"), kind)]);
    }
}

/// A family name that nobody is called by as a given name.
fn is_family(word: &str, models: &Models) -> bool {
    let hash = hash_lower(word);
    models.words().is_family(hash) && models.words().sexes(hash) == (false, false)
}

fn short_organizations(words: &[&str], models: &Models, forms: &mut Vec<String>) {
    let kind = ActorKind::Organization;
    let has = |word: &str, flag| models.lexicon.flags(word).has(flag);
    forms.extend(acronyms(words));
    // "Goldman Sachs": "Goldman"; not "Bank of England": "Bank of".
    for end in (1..words.len()).rev() {
        let small = words[end - 1].starts_with(is_lower);
        if !small && !words[..end].iter().all(|word| is_generic(word, models)) {
            forms.push(key(&words[..end].join(" "), kind));
        }
    }
    // "European Commission": "Commission"; "Racing Almeda": "Almeda".
    let last = words[words.len() - 1];
    if has(last, WordFlags::ORGANIZATION) || words.len() == 2 && begins_club(words[0]) {
        // "U.N. Security Council": "Security Council".
        forms.extend((1..words.len()).rev().map(|start| key(&words[start..].join(" "), kind)));
    }
    if words[0].len() > 3 && has(words[0], WordFlags::ORGANIZATION) {
        forms.push(key(words[0], kind));
    }
    // "English Football Association": "FA".
    if has(words[0], WordFlags::DEMONYM) || has(words[0], WordFlags::PLACE) {
        forms.extend(acronyms(&words[1..]));
    }
    // "Department of Defense": "Defense Department".
    let of = words.iter().position(|&word| word == "of");
    if let Some((body, rest)) = of.map(|of| (words[..of].join(" "), words[of + 1..].join(" "))) {
        let office = body.rsplit(' ').next().unwrap_or_default();
        if matches!(office, "Department" | "Ministry" | "Bureau") {
            forms.extend([key(&format!("{rest} {office}"), kind), key(&format!("{office} of {rest}"), kind)]);
        }
    }
}

/// A word that tells no organisation from others.
fn is_generic(word: &str, models: &Models) -> bool {
    let flags = WordFlags::ORGANIZATION.with(WordFlags::PLACE).with(WordFlags::DEMONYM);
    let small = WordFlags::STOP.with(WordFlags::JOINER).with(WordFlags::TITLE);
    models.lexicon.flags(word).has_any(flags.with(small)) || word.len() < 3
}

fn short_places(name: &str, words: &[&str], models: &Models, forms: &mut Vec<String>) {
    let kind = ActorKind::Place;
    forms.extend(acronyms(words));
    // "Washington, D.C.": "Washington".
    if let Some((town, _)) = name.split_once(", ") {
        forms.push(key(town, kind));
    }
    let rest = words[..words.len() - 1].join(" ");
    let own = match words[words.len() - 1] {
        "City" | "County" | "Island" | "Islands" | "Province" | "Region" | "Strip" | "District" => true,
        // The Mississippi is not Mississippi.
        "River" | "Sea" | "Ocean" | "Mountains" | "Valley" | "Peninsula" | "Desert" => {
            !models.words().is_place(hash_lower(&rest))
        }
        _ => false,
    };
    if own {
        forms.push(key(&rest, kind));
    }
}

/// "World Health Organization": "who"; with and without the small words.
fn acronyms(words: &[&str]) -> Vec<String> {
    let initials = |small: bool| -> String {
        let kept = words.iter().filter(|word| small || word.starts_with(is_upper));
        kept.flat_map(|word| word.split('-')).filter_map(|word| word.chars().next()).map(lower).collect()
    };
    let mut forms = vec![initials(false)];
    let all = initials(true);
    if all != forms[0] {
        forms.push(all);
    }
    forms.retain(|form| form.len() > 1);
    forms
}

/// Whether an acronym takes letters from within the words too: "Association of Southeast Asian Nations", "ASEAN". Every
/// capital word gives its first letter, at least three of them do.
pub(super) fn is_loose_acronym(acronym: &str, name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().filter(|word| word.starts_with(is_upper)).collect();
    let letters = acronym.as_bytes();
    (3..=LONGEST_NAME).contains(&words.len())
        && letters.iter().all(u8::is_ascii_uppercase)
        && letters.len() <= words.len() + 2
        && gives(&words, letters)
}

/// Whether the words give these letters: of each the first one, of some more, in order.
fn gives(words: &[&str], letters: &[u8]) -> bool {
    let Some((word, rest)) = words.split_first() else { return letters.is_empty() };
    let mut bytes = word.bytes().map(|byte| byte.to_ascii_uppercase());
    if letters.len() < words.len() || bytes.next() != Some(letters[0]) {
        return false;
    }
    let most = 1 + letters.len() - words.len();
    (1..=most)
        .any(|taken| (taken == 1 || bytes.any(|byte| byte == letters[taken - 1])) && gives(rest, &letters[taken..]))
}

/// "Jr.", "III", "OBE", "PhD": no part of what somebody is called.
fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "PhD" | "Ph.D." | "M.D.")
        || (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// What a given name says.
pub(super) fn sex_of_name(name: &str, models: &Models) -> Sex {
    let Some((given, _)) = name.split_once([' ', '-']) else { return Sex::Unknown };
    match models.words().sexes(hash_lower(given)) {
        (true, false) => Sex::Male,
        (false, true) => Sex::Female,
        (true, true) => models.lexicon.sex_of_given_name(&lowercase(given)),
        (false, false) => Sex::Unknown,
    }
}
