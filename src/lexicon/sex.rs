//! What a word says of somebody's sex.

use super::{Lexicon, List};

/// What is known of a person's sex.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Sex {
    #[default]
    Unknown,
    Male,
    Female,
}

impl Lexicon {
    /// "Mr", "Queen", "spokeswoman": a title, or a word of a role, as it is written.
    pub(crate) fn sex_of_title(&self, word: &str) -> Sex {
        self.sex_by(word, List::MenTitles, List::WomenTitles)
    }

    /// "husband", "girl": a noun for somebody, or a title.
    pub(crate) fn sex_of_noun(&self, word: &str) -> Sex {
        match self.sex_by(word, List::Men, List::Women) {
            Sex::Unknown => self.sex_of_title(word),
            sex => sex,
        }
    }

    /// "Mary": a given name in small letters that nearly always is of one sex, though there are others.
    pub(crate) fn sex_of_given_name(&self, small: &str) -> Sex {
        self.sex_by(small, List::NamesOfMen, List::NamesOfWomen)
    }

    /// "he", "herself": unknown for all other words.
    pub(crate) fn sex_of_pronoun(&self, word: &str) -> Sex {
        self.sex_by(word, List::He, List::She)
    }

    fn sex_by(&self, word: &str, men: List, women: List) -> Sex {
        let lists = self.lists(word);
        match (lists.has(men), lists.has(women)) {
            (true, false) => Sex::Male,
            (false, true) => Sex::Female,
            _ => Sex::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sex::{Female, Male, Unknown};
    use crate::Lexicon;

    #[test]
    fn words() {
        let lexicon = Lexicon::embedded();
        for (word, sex) in [("Mrs.", Female), ("Count", Male), ("count", Unknown), ("chairman", Male)] {
            assert_eq!(lexicon.sex_of_title(word), sex, "{word}");
        }
        for (word, sex) in [("widow", Female), ("nephew", Male), ("Lady", Female), ("doctor", Unknown)] {
            assert_eq!(lexicon.sex_of_noun(word), sex, "{word}");
        }
        for (word, sex) in [("His", Male), ("hers", Female), ("they", Unknown)] {
            assert_eq!(lexicon.sex_of_pronoun(word), sex, "{word}");
        }
    }
}
