//! The singular of counted nouns.

use std::borrow::Cow;

/// Irregular plurals that news counts.
const IRREGULAR: [(&str, &str); 50] = [
    ("people", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("geese", "goose"),
    ("mice", "mouse"),
    ("oxen", "ox"),
    ("lives", "life"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("halves", "half"),
    ("wolves", "wolf"),
    ("shelves", "shelf"),
    ("thieves", "thief"),
    ("loaves", "loaf"),
    ("calves", "calf"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("selfies", "selfie"),
    ("zombies", "zombie"),
    ("ties", "tie"),
    ("pies", "pie"),
    ("dies", "die"),
    ("shoes", "shoe"),
    ("canoes", "canoe"),
    ("axes", "axe"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("theses", "thesis"),
    ("bases", "base"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("bacteria", "bacterium"),
    ("media", "media"),
    ("data", "data"),
    ("buses", "bus"),
    ("gases", "gas"),
    ("viruses", "virus"),
    ("campuses", "campus"),
    ("bonuses", "bonus"),
    ("censuses", "census"),
    ("statuses", "status"),
    ("choruses", "chorus"),
    ("walruses", "walrus"),
    ("surpluses", "surplus"),
    ("species", "species"),
    ("series", "series"),
];

/// The singular of a noun in lowercase; the word itself where it is none that is known.
pub(in crate::figure) fn singular(word: &str) -> Cow<'static, str> {
    if let Some((_, singular)) = IRREGULAR.iter().find(|(plural, _)| *plural == word) {
        return Cow::Borrowed(singular);
    }
    if let Some(stem) = word.strip_suffix("men").filter(|stem| stem.len() > 2 && !word.ends_with("specimen")) {
        return format!("{stem}man").into();
    }
    let keep = |len: usize| Cow::Owned(word[..word.len() - len].to_owned());
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") || word.len() < 4 {
        return Cow::Owned(word.to_owned());
    }
    if word.len() > 4 && word.ends_with("ies") {
        return format!("{}y", &word[..word.len() - 3]).into();
    }
    if ["sses", "shes", "ches", "xes", "zzes", "toes", "roes", "goes", "does"].iter().any(|end| word.ends_with(end)) {
        // "houses", "causes", "niches" keep their e.
        if word.ends_with("ouses") || word.ends_with("auses") || word.ends_with("aches") {
            return keep(1);
        }
        return keep(2);
    }
    if word.ends_with('s') { keep(1) } else { Cow::Owned(word.to_owned()) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn singulars() {
        for (plural, singular) in [
            ("drones", "drone"),
            ("people", "person"),
            ("policemen", "policeman"),
            ("companies", "company"),
            ("houses", "house"),
            ("churches", "church"),
            ("boxes", "box"),
            ("heroes", "hero"),
            ("buses", "bus"),
            ("tornadoes", "tornado"),
            ("glass", "glass"),
            ("species", "species"),
            ("aircraft", "aircraft"),
        ] {
            assert_eq!(super::singular(plural), singular);
        }
    }
}
