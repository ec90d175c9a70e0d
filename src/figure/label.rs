//! Numbers that are no figures: names of models and places, list and page numbers, telephone numbers.

use super::reader::Reader;
use crate::{lexicon::WordFlags, tag::Case, token::TokenKind};

/// Words that a number behind them only numbers.
const LABELS: [&str; 72] = [
    "no",
    "no.",
    "nos.",
    "nr",
    "number",
    "numbers",
    "page",
    "pages",
    "p.",
    "pp.",
    "chapter",
    "section",
    "article",
    "clause",
    "paragraph",
    "room",
    "gate",
    "flight",
    "route",
    "line",
    "platform",
    "verse",
    "item",
    "question",
    "case",
    "model",
    "version",
    "size",
    "channel",
    "type",
    "level",
    "phase",
    "grade",
    "tier",
    "category",
    "class",
    "round",
    "figure",
    "table",
    "exhibit",
    "act",
    "scene",
    "episode",
    "season",
    "volume",
    "vol.",
    "part",
    "step",
    "option",
    "bus",
    "highway",
    "interstate",
    "motorway",
    "exit",
    "apartment",
    "suite",
    "building",
    "block",
    "lane",
    "row",
    "ward",
    "district",
    "precinct",
    "zone",
    "sector",
    "group",
    "division",
    "unit",
    "formula",
    "area",
    "stage",
    "rule",
];

impl Reader<'_> {
    /// How many tokens to step over because they number or name something; 0 where they may be a figure.
    pub(super) fn label(&self, at: usize) -> usize {
        // "One day it will rain."
        let some_day = self.is(at, "one") && self.is_any(at + 1, &["day", "morning", "evening", "night", "afternoon"]);
        if some_day
            && !self.is_any(
                at.wrapping_sub(1),
                &["for", "in", "within", "than", "of", "just", "only", "least", "after", "about", "nearly"],
            )
            && !self.is_any(at + 2, &["ago", "later", "after", "before", "earlier", "old"])
        {
            return 2;
        }
        // "Nine Network reports": a capital inside a sentence, and a name behind.
        let name = at > self.range.start
            && self.case(at) == Case::Title
            && self.number_word(at).is_some()
            && self.case(at + 1) == Case::Title
            && self.case(at - 1) == Case::Lower;
        if name {
            return 1;
        }
        // "world number one".
        if self.is_word(at)
            && self.is_any(at.wrapping_sub(1), &["number", "no."])
            && self.number_word(at).is_some()
            && !self.is_plural_noun(at + 1)
        {
            return 1;
        }
        if !self.is_number(at) {
            if !(self.word(at) == "+" && self.touches(at) && self.is_number(at + 1)) {
                return 0;
            }
            // "+1 970 555 0142".
            let mut end = at + self.run(at);
            while self.is_number(end)
                && self.word(end).len() >= 2
                && self.word(end).len() <= 4
                && self.gap(end - 1) == " "
            {
                end += 1;
            }
            return end - at;
        }
        let run = self.run(at);
        if self.is_telephone(at, run) || self.is_code(at) {
            // Groups with spaces: "020 7946 0958".
            let mut end = at + run;
            let international = self.word(at.wrapping_sub(1)) == "+" && self.touched(at);
            while (self.word(at).starts_with('0') || international) && self.is_number(end) && self.word(end).len() >= 3
            {
                end += 1;
            }
            return end - at;
        }
        // "386 Mill Hill Road", "4K video".
        let street = self.street(at);
        if street > 0 {
            return street;
        }
        if self.word(at).len() == 1 && self.touches(at) && self.word(at + 1) == "K" && self.is_screen_word(at + 2) {
            return 2;
        }
        // "the new 787 Dreamliner": what has a capital and is one only is no counted noun.
        let model = self.is_number(at)
            && !self.touches(at)
            && !self.word(at).contains(['.', ','])
            && self.word(at).len() >= 3
            && matches!(self.case(at + 1), Case::Title | Case::Mixed)
            && !self.word(at + 1).ends_with('s')
            && (self.is_any(at.wrapping_sub(1), &["a", "an", "new", "first"]))
            && !self.is_plural_noun(at + 2);
        if model {
            return 1;
        }
        // "in his 20s".
        let plural = self.touches(at) && self.is(at + 1, "s") && self.case(at + 1) == Case::Lower;
        if plural || self.is_glued(at) || self.is_after_label(at) || self.is_in_name(at) {
            return run;
        }
        0
    }

    /// Tokens of the number of a house and its street: "386 Mill Hill Road"; 0 where there is none.
    fn street(&self, at: usize) -> usize {
        const LONGEST_NAME: usize = 5;
        if self.word(at).contains(['.', ',']) || self.word(at).len() > 5 {
            return 0;
        }
        let named = |at: usize| self.case(at) == Case::Title;
        let Some(last) = (at + 2..at + LONGEST_NAME).take_while(|&last| named(last) && named(last - 1)).find(|&last| {
            self.is_any(
                last,
                &["road", "street", "avenue", "lane", "drive", "boulevard", "square", "st.", "ave.", "rd."],
            )
        }) else {
            return 0;
        };
        // "12 Wall Street banks" are counted.
        let counts = self.is_word(last + 1) && !self.is_function(last + 1) && self.case(last + 1) == Case::Lower;
        if counts { 0 } else { last + 1 - at }
    }

    /// What "4K" and "8K" are said of.
    fn is_screen_word(&self, at: usize) -> bool {
        self.is_any(
            at,
            &[
                "video",
                "videos",
                "tv",
                "tvs",
                "resolution",
                "screen",
                "screens",
                "display",
                "displays",
                "footage",
                "camera",
                "cameras",
                "monitor",
                "monitors",
                "television",
                "televisions",
            ],
        )
    }

    /// Tokens of the run of digits, letters, hyphens and brackets that the token begins: a telephone number, a code.
    fn run(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end - at < 40
            && self.touches(end - 1)
            && (matches!(self.kind(end), Some(TokenKind::Number | TokenKind::Hyphen | TokenKind::Word))
                || self.word(end) == "/"
                || self.word(end) == "+")
        {
            end += 1;
        }
        end - at
    }

    /// "555-1234", "+1-222-2222", "020 7946 0958", "1-800-555-0199".
    fn is_telephone(&self, at: usize, run: usize) -> bool {
        let numbers = || (at..at + run).filter(|&at| self.is_number(at));
        let hyphens = (at..at + run).filter(|&at| self.is_hyphen(at)).count();
        let local = run == 3
            && hyphens == 1
            && self.word(at).len() == 3
            && self.is_number(at + 2)
            && self.word(at + 2).len() == 4
            && !self.word(at + 2).contains(['.', ',']);
        let long = hyphens >= 2 && numbers().count() >= 3 && numbers().any(|at| self.word(at).len() >= 3);
        let signed = at > self.range.start && self.word(at - 1) == "+" && self.touched(at);
        // Groups with spaces that begin with a nought.
        let spaced = self.word(at).starts_with('0') && self.word(at).len() > 2 && !self.word(at).contains('.');
        local || long || signed || spaced
    }

    /// "192.168.1.2", "1.2.3", "007".
    fn is_code(&self, at: usize) -> bool {
        let word = self.word(at);
        // What one dials.
        if matches!(word, "911" | "999" | "112")
            && (self.is_any(
                at.wrapping_sub(1),
                &["to", "call", "called", "calling", "calls", "dial", "dialed", "dialled", "a", "the"],
            ) || self.is_any(at + 1, &["call", "calls", "caller"]))
        {
            return true;
        }
        word.bytes().filter(|&byte| byte == b'.').count() > 1
            || word.len() > 1 && word.starts_with('0') && !word.starts_with("0.")
    }

    /// "5G", "F-16", "COVID-19", "737-800", "#5": glued to letters that are no unit.
    fn is_glued(&self, at: usize) -> bool {
        if at > self.range.start && self.touches(at - 1) {
            match self.kind(at - 1) {
                Some(TokenKind::Hyphen) => {
                    let before = at.wrapping_sub(2);
                    let part = self.is_any(
                        before,
                        &[
                            "mid",
                            "pre",
                            "post",
                            "sub",
                            "non",
                            "under",
                            "over",
                            "about",
                            "nearly",
                            "than",
                            "plus",
                            "top",
                            "all",
                            "magnitude",
                        ],
                    ) || self.is_number(before);
                    let letters =
                        self.is_word(before) && self.touches(before) && !part && self.number_word(before).is_none();
                    if letters {
                        return true;
                    }
                }
                Some(TokenKind::Word) => return true,
                Some(TokenKind::Symbol) if matches!(self.word(at - 1), "#" | "№" | "§") => return true,
                Some(TokenKind::Other) if matches!(self.word(at - 1), "_" | "©") => return true,
                // "as it ended.2": a note's number.
                Some(TokenKind::Terminal) if self.is_word(at.wrapping_sub(2)) && self.touches(at - 2) => return true,
                _ => {}
            }
        }
        // "3-D": a hyphen and one capital.
        if self.touches(at) && self.is_hyphen(at + 1) && self.touches(at + 1) && self.is_word(at + 2) {
            let letter = self.word(at + 2);
            if letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase()) && self.word(at).len() == 1 {
                return true;
            }
        }
        // "Wash. 98020": a post code behind a state's short name.
        let state = self.word(at.wrapping_sub(1));
        if self.word(at).len() == 5
            && self.word(at).bytes().all(|byte| byte.is_ascii_digit())
            && !self.is_word(at + 1)
            && (state.ends_with('.') && self.case(at - 1) == Case::Title
                || state.len() == 2 && self.case(at - 1) == Case::Upper)
        {
            return true;
        }
        // "5G": letters that are no unit and no multiplier.
        let letters = self.touches(at) && self.is_word(at + 1) && !self.is_any(at + 1, &["st", "nd", "rd", "th", "x"]);
        if letters && self.quantity(at).is_some_and(|quantity| quantity.end == at + 1) {
            return true;
        }
        // "9/11", "24/7": a slash that makes no fraction.
        self.word(at + 1) == "/"
            && self.slashed(at).is_none()
            && self.touches(at)
            && self.touches(at + 1)
            && self.is_number(at + 2)
    }

    fn is_after_label(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let before = if self.word(before) == "." && self.is_any(before.wrapping_sub(1), &["no", "nos", "p", "pp"]) {
            before - 1
        } else {
            before
        };
        let bracket = matches!(self.word(before), "°" | "№" | "©");
        // "number 5", but "a group of 5", "the number 200 million people".
        (bracket || self.is_any(before, &LABELS))
            && !self.has_unit(at)
            && !(self.case(before) == Case::Lower && self.is_plural_noun(at + 1))
    }

    fn has_unit(&self, at: usize) -> bool {
        self.quantity(at).is_some_and(|quantity| quantity.unit.is_some() || quantity.end > at + 1)
    }

    /// "Boeing 737", "Apollo 11", "iPhone 15", "World Cup 2018": behind a name, and nothing that is counted follows.
    fn is_in_name(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        if !self.range.contains(&before) || self.touches(before) && self.kind(before) != Some(TokenKind::Word) {
            return false;
        }
        let name = match self.case(before) {
            // "S&P 500": a letter that a sign joins to another.
            Case::Mixed | Case::Upper => {
                self.word(before).len() > 1 || self.touched(before) && self.word(before - 1) == "&"
            }
            Case::Title => {
                let first = before == self.range.start && !self.is_name_like_start(before);
                !first
                    && !self.flags(before).has_any(
                        WordFlags::STOP.with(WordFlags::STARTER).with(WordFlags::CALENDAR).with(WordFlags::CONNECTIVE),
                    )
            }
            _ => false,
        };
        if !name || self.has_unit(at) || self.word(at).contains(',') || self.word(at).len() > 4 {
            return false;
        }
        // "In Kyiv 200 people died", "Ukraine 2 Poland 0".
        let place = self.flags(before).has(WordFlags::PLACE) && !self.flags(before).has(WordFlags::ORGANIZATION);
        !(place && self.is_plural_noun(at + 1) || self.speech(before).is_finite() && self.is_plural_noun(at + 1))
    }

    /// Whether a sentence's first word is a name rather than a common word with a capital.
    fn is_name_like_start(&self, at: usize) -> bool {
        self.name_at(at).is_some()
            || !self.flags(at).has_any(WordFlags::STARTER.with(WordFlags::STOP))
                && !self.speech(at).is_finite()
                && !self.speech(at).is_adverb()
                && !self.speech(at).is_adjective()
    }
}
