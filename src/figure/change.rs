//! How the words around a figure hedge or move it: about, at least, up to; rising, falling.
//!
//! A direction says more to a reader than a hedge: in "rose by about 3%" it is the direction that is kept.

use super::{Change, reader::Reader};
use crate::token::TokenKind;

/// What kinds of figure a verb without a preposition moves: "lost 3%", but not "lost 12 soldiers".
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Moves {
    /// Nothing: dates, ordinals.
    Nothing,
    /// Counts.
    Counts,
    /// Amounts: percent, money, points.
    Amounts,
    /// Measures and fractions, which nobody loses but as a change: "lost 15 kilograms", "lost a third of its value".
    Measures,
}

/// Words whose "about" says of what.
const TOPICAL: [&str; 18] = [
    "not",
    "talk",
    "talks",
    "talked",
    "talking",
    "worried",
    "concerns",
    "concerned",
    "questions",
    "care",
    "complained",
    "asked",
    "debate",
    "information",
    "story",
    "stories",
    "know",
    "spoke",
];

impl Reader<'_> {
    /// The change that the words around the tokens `first..end` say.
    pub(super) fn change(&self, first: usize, end: usize, moves: Moves, is_time: bool) -> Change {
        let (hedge, left) = self.hedge_before(first, is_time);
        let hedge = hedge.or_else(|| self.hedge_after(end));
        if moves != Moves::Nothing
            && let Some(up) = self.direction(left, end, moves)
        {
            return if up { Change::Up } else { Change::Down };
        }
        hedge.unwrap_or_default()
    }

    /// Whether the figure is where a change leads, and not how far: "to 31%", "to a record high of 31%", "from 4 to 5".
    pub(super) fn is_level(&self, first: usize, range: bool) -> bool {
        let mut at = self.left_of(first).wrapping_sub(1);
        if self.is(at, "between") {
            at = at.wrapping_sub(1);
        }
        let noun = at.wrapping_sub(1);
        if self.is(at, "of") && noun_direction(self.lower(noun)).is_none() {
            at = (self.range.start.max(at.saturating_sub(5))..at).rev().find(|&at| self.is(at, "to")).unwrap_or(at);
        }
        // "dropped below 80".
        let bound = self.is_any(first.wrapping_sub(1), &["below", "above"]) && verb_direction(self.lower(at)).is_some();
        self.is(at, "to") || bound || range && self.is(at, "from")
    }

    /// The hedge that ends before the token, and where it begins.
    pub(super) fn hedge_before(&self, first: usize, is_time: bool) -> (Option<Change>, usize) {
        let mut left = first;
        let mut change = None;
        // "at least about", "up to an estimated": the one nearest to the sentence's start says most.
        while let Some((found, len)) = self.hedge_ending(left, is_time) {
            change = Some(found);
            left -= len;
        }
        // "up to a $1 million".
        if change.is_none()
            && left > self.range.start
            && self.is_any(left - 1, &["a", "an", "the"])
            && let Some((found, len)) = self.hedge_ending(left - 1, is_time)
            // "lower than the 70% of last year": compared with a known number, and not bound by it.
            && !(self.is(left - 1, "the")
                && self.is_any(left.wrapping_sub(2), &["than", "above", "below", "over", "under", "exceeding"]))
        {
            change = Some(found);
            left -= len + 1;
        }
        (change, left)
    }

    fn hedge_ending(&self, end: usize, is_time: bool) -> Option<(Change, usize)> {
        let back =
            |count: usize| end.checked_sub(count).filter(|&at| at >= self.range.start).map_or("", |at| self.lower(at));
        let is = |count: usize, wanted: &str| back(count) == wanted;
        let three = |a: &str, b: &str, c: &str| is(3, a) && is(2, b) && is(1, c);
        let two = |a: &str, b: &str| is(2, a) && is(1, b);
        let any = |count: usize, wanted: &[&str]| wanted.iter().any(|wanted| is(count, wanted));
        if is(3, "as") && is(1, "as") {
            if any(2, &["much", "many", "high", "large", "long", "far"]) {
                return Some((Change::AtMost, 3));
            }
            if any(2, &["few", "little", "low", "small"]) {
                return Some((Change::AtLeast, 3));
            }
        }
        if any(3, &["no", "not"]) && is(1, "than") {
            if any(2, &["more", "greater", "higher", "longer", "later"]) {
                return Some((Change::AtMost, 3));
            }
            if any(2, &["less", "fewer", "lower"]) {
                return Some((Change::AtLeast, 3));
            }
        }
        if three("in", "excess", "of") || three("a", "minimum", "of") || three("at", "the", "least") {
            return Some((Change::AtLeast, 3));
        }
        if three("a", "maximum", "of") || three("at", "the", "most") {
            return Some((Change::AtMost, 3));
        }
        if three("in", "the", "region") || is(4, "in") && is(2, "region") && is(1, "of") {
            return Some((Change::About, if is(1, "of") { 4 } else { 3 }));
        }
        if is(1, "than") {
            if any(
                2,
                &[
                    "more", "greater", "higher", "larger", "longer", "older", "better", "bigger", "other", "later",
                    "taller", "faster", "heavier", "further", "farther",
                ],
            ) {
                return Some((Change::AtLeast, 2));
            }
            if any(
                2,
                &["less", "fewer", "lower", "smaller", "younger", "shorter", "cheaper", "sooner", "slower", "lighter"],
            ) {
                return Some((Change::AtMost, 2));
            }
        }
        if two("at", "least")
            || two("upwards", "of")
            || two("upward", "of")
            || two("north", "of")
            || two("minimum", "of")
        {
            return Some((Change::AtLeast, 2));
        }
        if two("at", "most")
            || two("up", "to")
                && !any(3, &["add", "adds", "added", "adding", "live", "lived", "stood", "close"])
                && !self.is_going(end.wrapping_sub(3))
            || two("south", "of")
            || two("maximum", "of")
            || two("shy", "of")
            || two("short", "of") && is(3, "just")
        {
            return Some((Change::AtMost, 2));
        }
        // "people under the age of 30".
        if three("the", "age", "of") && any(4, &["under", "below"]) {
            return Some((Change::AtMost, 4));
        }
        if three("the", "age", "of") && any(4, &["over", "above"]) {
            return Some((Change::AtLeast, 4));
        }
        if three("plus", "or", "minus") {
            return Some((Change::About, 3));
        }
        if two("close", "to") || two("an", "estimated") || two("or", "so") || two("something", "like") {
            return Some((Change::About, 2));
        }
        match self.before(end) {
            // "not about one field", "talked about two films": of what, and not how many.
            "about" if self.is_any(end.wrapping_sub(2), &TOPICAL) => None,
            "about" | "around" | "approximately" | "roughly" | "nearly" | "almost" | "some" | "estimated" | "circa"
            | "approx" | "approx." | "ca." | "virtually" | "practically" | "~" | "≈" => Some((Change::About, 1)),
            "over" if is_time || self.is_stretch(end) || self.is_phrasal(end.wrapping_sub(2)) => None,
            "over" | "above" | "exceeding" | "exceed" | "exceeds" | "exceeded" | "topped" | "topping" | "surpassed"
            | "surpassing" | "minimum" | ">" | "≥" | "+" => Some((Change::AtLeast, 1)),
            "under" | "below" | "maximum" | "<" | "≤" => Some((Change::AtMost, 1)),
            // "just over", "well below", "only about".
            "just" | "only" | "well" | "slightly" | "little" | "far" | "even" if end > self.range.start + 1 => {
                self.hedge_ending(end - 1, is_time).map(|(change, len)| (change, len + 1))
            }
            // Two signs are two tokens, or one of no kind: look at the characters.
            _ => match back(1) {
                "~" | "≈" => Some((Change::About, 1)),
                ">" | "≥" => Some((Change::AtLeast, 1)),
                "<" | "≤" => Some((Change::AtMost, 1)),
                _ => None,
            },
        }
    }

    /// What goes up to a level, so that "up to" is a direction and no bound.
    fn is_going(&self, at: usize) -> bool {
        self.is_any(
            at,
            &[
                "go", "goes", "went", "going", "gone", "back", "moved", "moves", "edged", "ticked", "crept", "jumped",
                "bid", "pushed", "shot", "climbed",
            ],
        )
    }

    /// "hand over 1,000 prisoners", "took over three rivals": the verb's own "over".
    fn is_phrasal(&self, verb: usize) -> bool {
        const VERBS: [&str; 17] = [
            "hand", "hands", "handed", "handing", "take", "takes", "took", "taken", "taking", "turn", "turns",
            "turned", "turning", "carry", "carried", "mull", "mulled",
        ];
        self.is_any(verb, &VERBS)
    }

    /// "ran over two miles", "struck out ten over seven innings": a stretch that "over" leads along, and no bound.
    fn is_stretch(&self, end: usize) -> bool {
        let unit = (end + 1..end + 3).any(|at| {
            self.is_any(
                at,
                &[
                    "miles",
                    "mile",
                    "km",
                    "kilometres",
                    "kilometers",
                    "metres",
                    "meters",
                    "furlongs",
                    "innings",
                    "holes",
                    "laps",
                    "games",
                    "matches",
                    "sessions",
                    "seasons",
                    "rounds",
                    "legs",
                    "sets",
                    "weekends",
                    "nights",
                ],
            )
        });
        let before = end.wrapping_sub(2);
        unit && (self.is_word(before) || self.is_number(before))
            && !self.is_determiner(before)
            && (!self.is_function(before) || self.is_any(before, &["him", "them"])) | self.is_number(before)
            && !self.is_any(before, &["just", "well", "played", "won", "lost", "covered", "stretched"])
    }

    /// "or more", "or so", "+", "at least" behind the figure.
    fn hedge_after(&self, end: usize) -> Option<Change> {
        if self.word(end) == "+" && self.touched(end) {
            return Some(Change::AtLeast);
        }
        let at = end + usize::from(self.is_hyphen(end));
        if self.is(at, "plus") && (at > end || !self.is_number(at + 1) && self.kind(at + 1) != Some(TokenKind::Symbol))
        {
            return Some(Change::AtLeast);
        }
        if self.is_any(at, &["odd", "ish"]) && self.touched(at) {
            return Some(Change::About);
        }
        if self.is_any(end, &["or", "and"]) {
            return match self.lower(end + 1) {
                "more" | "higher" | "above" | "over" | "older" | "greater" | "better" | "longer" | "upwards" => {
                    Some(Change::AtLeast)
                }
                // "€1bn and up to four years".
                "up" if !self.is(end + 2, "to") => Some(Change::AtLeast),
                "less" | "fewer" | "lower" | "below" | "under" | "younger"
                    if self.is(end, "or") || self.is_any(end + 1, &["under", "below", "younger"]) =>
                {
                    Some(Change::AtMost)
                }
                "so" if self.is(end, "or") => Some(Change::About),
                _ => None,
            };
        }
        match (self.is(end, "at"), self.lower(end + 1)) {
            (true, "least") => Some(Change::AtLeast),
            (true, "most") => Some(Change::AtMost),
            _ => None,
        }
    }

    /// Whether the figure rises (true) or falls (false). `left` is where its hedges begin.
    fn direction(&self, left: usize, end: usize, moves: Moves) -> Option<bool> {
        self.direction_behind(end, moves).or_else(|| self.direction_before(left, end, moves))
    }

    /// "a 3% rise", "3 percent higher", "5% fewer".
    fn direction_behind(&self, end: usize, moves: Moves) -> Option<bool> {
        if !matches!(moves, Moves::Amounts | Moves::Measures) {
            return None;
        }
        let start = end + usize::from(self.is_hyphen(end));
        for at in start..start + 2 {
            if !self.is_word(at) {
                return None;
            }
            // "17 percent below its peak".
            if at == start && moves == Moves::Amounts && self.is_any(at, &["above", "below"]) && self.is_word(at + 1) {
                return Some(self.is(at, "above"));
            }
            if let Some(up) = noun_direction(self.lower(at)).or_else(|| degree_direction(self.lower(at))) {
                // "2% more than" what? "cut 5% off" is read on the other side.
                return Some(up);
            }
            // An adjective may stand between: "a 3 percent annual rise".
            let lower = self.lower(at);
            if !self.lexicon.speech(lower).is_adjective()
                && !self.is_any(at, &["pay", "price", "wage", "tax", "salary", "rent"])
            {
                return None;
            }
        }
        None
    }

    fn direction_before(&self, left: usize, end: usize, moves: Moves) -> Option<bool> {
        let mut at = left;
        let mut preposition = false;
        // What may stand between the verb and the figure.
        while at > self.range.start {
            let word = self.lower(at - 1);
            match word {
                // "fell to an annual pace of 5.8 million units".
                "of" if moves == Moves::Counts
                    && self.is_any(at.wrapping_sub(2), &["pace", "rate", "total", "average", "low", "high"]) =>
                {
                    preposition = true;
                    at -= 2;
                }
                "of" | "at" if moves == Moves::Counts => break,
                "by" | "to" | "of" | "at" | "between" => {
                    preposition = true;
                    at -= 1;
                }
                // The base that is left: it is neither risen nor fallen.
                "from" => return None,
                "another" | "further" | "a" | "an" | "additional" | "only" | "just" | "as" | "its" | "record"
                | "total" | "combined" | "the" | "whopping" | "modest" | "mere" | "extra" | "even" | "seasonally"
                | "adjusted" | "annual" | "average" | "sharply" | "slightly" | "again" | "high" | "low" => at -= 1,
                "more" | "less" if at > left.saturating_sub(1) => at -= 1,
                _ => break,
            }
        }
        if at == self.range.start {
            return None;
        }
        let near = at - 1;
        // "up 0.6% at 457.8 points", "closed down 3% at 12": how far, and where it is now.
        if self.is(at, "at")
            && (self.is_number(near)
                || self.is_any(near, &["%", "percent", "cent", "cents", "points", "lower", "higher"]))
        {
            return None;
        }
        let word = self.lower(near);
        if matches!(word, "up" | "down") && self.is_word(near) {
            // "up 3%", "were down by 5%"; "set up 3 schools", "picked up two".
            if word == "up"
                && self.is(near + 1, "to")
                && !self.is_any(near.wrapping_sub(1), &["were", "was", "is", "are", ","])
                && !self.is_going(near.wrapping_sub(1))
            {
                return None;
            }
            // "make up about a fifth of the total".
            if self.is_any(
                near.wrapping_sub(1),
                &[
                    "make", "makes", "made", "making", "take", "takes", "took", "taken", "taking", "end", "ended",
                    "wound",
                ],
            ) {
                return None;
            }
            let phrase = moves != Moves::Counts || preposition;
            let verb = near > self.range.start && verb_direction(self.before(near)).is_some();
            return (phrase || verb).then(|| &*word == "up");
        }
        if let Some(up) = verb_direction(word) {
            let takes = match word {
                // "nearly double its valuation of $47bn".
                "double" | "triple" | "quadruple" => self
                    .is_any(near.wrapping_sub(1), &["to", "will", "would", "could", "may", "might", "should", "can"]),
                // What is raised, lost, added or cut is counted by the figure itself.
                "raise" | "raised" | "raises" | "raising" | "lift" | "lifted" | "improved" | "improve" | "boost"
                | "boosted" => preposition,
                "lose" | "lost" | "loses" | "losing" | "gain" | "gained" | "gains" | "gaining" | "add" | "added"
                | "adds" | "adding" => {
                    preposition || moves == Moves::Measures || moves == Moves::Amounts && self.is_relative(left)
                }
                // "dropped 40 millimetres of rain".
                _ => {
                    preposition
                        || !self.is(end, "of")
                        || self.percent(end.wrapping_sub(1)).is_some()
                        || self.is_any(end.wrapping_sub(1), &["percent", "cent"])
                }
            };
            return takes.then_some(up);
        }
        // "an increase of 3%", "a fall in sales of 3%", "raised its rate to 4.5%": across what stands between.
        if !preposition {
            return None;
        }
        let from = self.range.start.max(near.saturating_sub(13));
        for at in (from..=near).rev() {
            match self.kind(at) {
                // Amounts may stand between: "rose 3% to $5bn", "fell 2 percent, to 45".
                Some(
                    TokenKind::Word | TokenKind::Clitic | TokenKind::Hyphen | TokenKind::Number | TokenKind::Symbol,
                ) => {}
                Some(TokenKind::Comma) if self.word(at) == "," && (at == near || self.is(at + 1, "or")) => {}
                _ => return None,
            }
            let word = self.lower(at);
            if matches!(
                word,
                "that" | "which" | "who" | "said" | "but" | "while" | "because" | "when" | "if"
                    // "and stay at $80".
                    | "stay" | "stays" | "stayed" | "remain" | "remains" | "remained" | "unchanged" | "steady" | "stands" | "stood" | "above" | "below"
            ) {
                return None;
            }
            if matches!(word, "up" | "down")
                && at > from
                && (self.is_number(at + 1) || self.is_any(at - 1, &["were", "was", "is", "are", "be"]))
            {
                return Some(word == "up");
            }
            // "lowered the tax rate of 35%": what is lowered was so high.
            if self.is(near + 1, "of")
                && verb_direction(word).is_some()
                && !self.after_determiner(at)
                && !self.is_level_of_change(near)
            {
                return None;
            }
            let twice = matches!(word, "double" | "triple" | "quadruple");
            if let Some(up) = verb_direction(word).or_else(|| noun_direction(word)).filter(|_| !twice) {
                return Some(up);
            }
            // "can lift 25kg and walks at 1.5 metres per second": another verb's.
            if self.is_any(at.wrapping_sub(1), &["and", "but"]) && self.is_verb(at) && self.speech(at).is_finite() {
                return None;
            }
        }
        None
    }

    /// "fell at an annual rate of 3%", "was down an average of 3%": nouns whose "of" says how far something moved.
    fn is_level_of_change(&self, noun: usize) -> bool {
        let first = (self.range.start.max(noun.saturating_sub(4))..noun).rev().find(|&at| self.is_determiner(at));
        noun_direction(self.lower(noun)).is_some()
            || self.is_any(noun, &["average", "total", "maximum", "minimum", "record", "mean", "median", "high", "low"])
            || first.is_some_and(|first| self.is_any(first.wrapping_sub(1), &["at", "to", "by"]))
    }

    /// Whether the amount at the token is a share or stands in points, as what markets gain and lose.
    fn is_relative(&self, at: usize) -> bool {
        (at..(at + 8).min(self.range.end))
            .any(|near| self.percent(near).is_some() || self.is_any(near, &["point", "points", "cents", "pence"]))
    }
}

/// "higher", "fewer": behind the figure.
fn degree_direction(word: &str) -> Option<bool> {
    match word {
        "higher" | "more" | "up" | "bigger" | "larger" | "faster" | "longer" | "stronger" => Some(true),
        "lower" | "less" | "fewer" | "down" | "smaller" | "cheaper" | "slower" | "shorter" | "weaker" | "off" => {
            Some(false)
        }
        _ => None,
    }
}

/// Nouns of change.
pub(super) fn noun_direction(word: &str) -> Option<bool> {
    match word {
        "increase" | "increases" | "rise" | "rises" | "gain" | "gains" | "growth" | "jump" | "surge" | "climb"
        | "hike" | "hikes" | "boost" | "upturn" | "uptick" | "spike" | "leap" | "advance" | "rebound" | "expansion"
        | "improvement" | "upswing" | "raise" | "raises" | "bump" => Some(true),
        "decrease" | "decreases" | "fall" | "falls" | "drop" | "drops" | "decline" | "declines" | "cut" | "cuts"
        | "reduction" | "reductions" | "slump" | "plunge" | "dip" | "slide" | "contraction" | "downturn"
        | "slowdown" | "tumble" | "shrinkage" | "discount" => Some(false),
        _ => None,
    }
}

/// Verbs of change, in all forms.
pub(super) fn verb_direction(word: &str) -> Option<bool> {
    match word {
        "rise" | "rises" | "rose" | "risen" | "rising" | "increase" | "increases" | "increased" | "increasing"
        | "grow" | "grows" | "grew" | "grown" | "growing" | "climb" | "climbs" | "climbed" | "climbing" | "jump"
        | "jumps" | "jumped" | "jumping" | "surge" | "surges" | "surged" | "surging" | "soar" | "soars" | "soared"
        | "soaring" | "gain" | "gains" | "gained" | "gaining" | "advanced" | "advancing" | "leap" | "leapt"
        | "leaped" | "rallied" | "spiked" | "spike" | "swelled" | "swell" | "swollen" | "raise" | "raises"
        | "raised" | "raising" | "hike" | "hiked" | "hikes" | "lift" | "lifted" | "boost" | "boosted" | "boosting"
        | "expanded" | "expand" | "accelerated" | "accelerate" | "improve" | "improved" | "rebounded"
        | "strengthened" | "widened" | "add" | "adds" | "added" | "adding" | "ballooned" | "doubled" | "tripled"
        | "firmed" | "firming" | "appreciated" | "inched" | "crept" | "bounced" | "recovered" | "outgained"
        | "double" | "doubling" | "triple" | "tripling" | "quadruple" | "quadrupled" | "skyrocketed" | "rocketed"
        | "upped" => Some(true),
        "fall" | "falls" | "fell" | "fallen" | "falling" | "drop" | "drops" | "dropped" | "dropping" | "decline"
        | "declines" | "declined" | "declining" | "decrease" | "decreases" | "decreased" | "decreasing" | "slip"
        | "slips" | "slipped" | "slipping" | "slide" | "slid" | "sliding" | "sink" | "sank" | "sunk" | "sinking"
        | "tumble" | "tumbled" | "tumbling" | "plunge" | "plunged" | "plunging" | "plummet" | "plummeted"
        | "shrink" | "shrank" | "shrunk" | "shrinking" | "lose" | "loses" | "lost" | "losing" | "shed" | "sheds"
        | "shedding" | "cut" | "cuts" | "cutting" | "reduce" | "reduces" | "reduced" | "reducing" | "lower"
        | "lowered" | "lowering" | "slash" | "slashed" | "slashing" | "ease" | "eased" | "easing" | "weakened"
        | "dip" | "dipped" | "contracted" | "slumped" | "slump" | "narrowed" | "trimmed" | "trim" | "crashed"
        | "dived" | "halve" | "halving" | "halved" | "slowed" | "slowing" | "cooled" | "dwindled" | "retreated"
        | "depreciated" | "sagged" | "nosedived" | "cratered" | "collapsed" | "wiped" | "shaved" | "knocked"
        | "skidded" | "softened" | "plunges" | "tumbles" | "slumping" => Some(false),
        _ => None,
    }
}
