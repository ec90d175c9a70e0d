//! How the words around a figure hedge or move it: about, at least, up to; rising, falling.
//!
//! A direction says more to a reader than a hedge: in "rose by about 3%" it is the direction that is kept.

use crate::{
    document::{Change, TokenKind},
    figure::{
        cursor::{Cursor, back},
        grammar::{follows_determiner, is_determiner, is_function_word, is_verb, part_of_speech},
        number::percent,
    },
};

/// What kinds of figure a verb without a preposition moves: "lost 3%", but not "lost 12 soldiers".
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::figure) enum Moves {
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

/// The change that the words around the tokens `first..end` say.
pub(in crate::figure) fn change(cursor: &Cursor, first: usize, end: usize, moves: Moves, is_time: bool) -> Change {
    let (hedge, left) = hedge_before(cursor, first, is_time);
    let hedge = hedge.or_else(|| hedge_after(cursor, end));
    if moves != Moves::Nothing
        && let Some(up) = direction(cursor, left, end, moves)
    {
        return if up { Change::Up } else { Change::Down };
    }
    hedge.unwrap_or_default()
}

/// Whether the figure is where a change leads, and not how far: "to 31%", "to a record high of 31%", "from 4 to 5".
pub(in crate::figure) fn is_level(cursor: &Cursor, first: usize, range: bool) -> bool {
    let mut at = back(left_of(cursor, first), 1);
    if cursor.is(at, "between") {
        at = back(at, 1);
    }
    let noun = back(at, 1);
    if cursor.is(at, "of") && noun_direction(cursor.lowercase(noun)).is_none() {
        at = cursor.preceding(at, 5).rev().find(|&at| cursor.is(at, "to")).unwrap_or(at);
    }
    // "dropped below 80".
    let bound = cursor.is_any(back(first, 1), &["below", "above"]) && verb_direction(cursor.lowercase(at)).is_some();
    cursor.is(at, "to") || bound || range && cursor.is(at, "from")
}

/// The hedge that ends before the token, and where it begins.
pub(in crate::figure) fn hedge_before(cursor: &Cursor, first: usize, is_time: bool) -> (Option<Change>, usize) {
    let mut left = first;
    let mut change = None;
    // "at least about", "up to an estimated": the one nearest to the sentence's start says most.
    while let Some((found, len)) = hedge_ending(cursor, left, is_time) {
        change = Some(found);
        left -= len;
    }
    // "up to a $1 million".
    if change.is_none()
        && left > cursor.start()
        && cursor.is_any(left - 1, &["a", "an", "the"])
        && let Some((found, len)) = hedge_ending(cursor, left - 1, is_time)
        // "lower than the 70% of last year": compared with a known number, and not bound by it.
        && !(cursor.is(left - 1, "the")
            && cursor.is_any(back(left, 2), &["than", "above", "below", "over", "under", "exceeding"]))
    {
        change = Some(found);
        left -= len + 1;
    }
    (change, left)
}

fn hedge_ending(cursor: &Cursor, end: usize, is_time: bool) -> Option<(Change, usize)> {
    let word =
        |count: usize| end.checked_sub(count).filter(|&at| at >= cursor.start()).map_or("", |at| cursor.lowercase(at));
    let is = |count: usize, wanted: &str| word(count) == wanted;
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
    if two("at", "least") || two("upwards", "of") || two("upward", "of") || two("north", "of") || two("minimum", "of") {
        return Some((Change::AtLeast, 2));
    }
    if two("at", "most")
        || two("up", "to")
            && !any(3, &["add", "adds", "added", "adding", "live", "lived", "stood", "close"])
            && !is_going(cursor, back(end, 3))
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
    match cursor.before(end) {
        // "not about one field", "talked about two films": of what, and not how many.
        "about" if cursor.is_any(back(end, 2), &TOPICAL) => None,
        "about" | "around" | "approximately" | "roughly" | "nearly" | "almost" | "some" | "estimated" | "circa"
        | "approx" | "approx." | "ca." | "virtually" | "practically" | "~" | "≈" => Some((Change::About, 1)),
        "over" if is_time || is_stretch(cursor, end) || is_phrasal(cursor, back(end, 2)) => None,
        "over" | "above" | "exceeding" | "exceed" | "exceeds" | "exceeded" | "topped" | "topping" | "surpassed"
        | "surpassing" | "minimum" | ">" | "≥" | "+" => Some((Change::AtLeast, 1)),
        "under" | "below" | "maximum" | "<" | "≤" => Some((Change::AtMost, 1)),
        // "just over", "well below", "only about".
        "just" | "only" | "well" | "slightly" | "little" | "far" | "even" if end > cursor.start() + 1 => {
            hedge_ending(cursor, end - 1, is_time).map(|(change, len)| (change, len + 1))
        }
        // Two signs are two tokens, or one of no kind: look at the characters.
        _ => match word(1) {
            "~" | "≈" => Some((Change::About, 1)),
            ">" | "≥" => Some((Change::AtLeast, 1)),
            "<" | "≤" => Some((Change::AtMost, 1)),
            _ => None,
        },
    }
}

/// What goes up to a level, so that "up to" is a direction and no bound.
fn is_going(cursor: &Cursor, at: usize) -> bool {
    cursor.is_any(
        at,
        &[
            "go", "goes", "went", "going", "gone", "back", "moved", "moves", "edged", "ticked", "crept", "jumped",
            "bid", "pushed", "shot", "climbed",
        ],
    )
}

/// "hand over 1,000 prisoners", "took over three rivals": the verb's own "over".
fn is_phrasal(cursor: &Cursor, verb: usize) -> bool {
    const VERBS: [&str; 17] = [
        "hand", "hands", "handed", "handing", "take", "takes", "took", "taken", "taking", "turn", "turns", "turned",
        "turning", "carry", "carried", "mull", "mulled",
    ];
    cursor.is_any(verb, &VERBS)
}

/// "ran over two miles", "struck out ten over seven innings": a stretch that "over" leads along, and no bound.
fn is_stretch(cursor: &Cursor, end: usize) -> bool {
    let unit = (end + 1..end + 3).any(|at| {
        cursor.is_any(
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
    let before = back(end, 2);
    unit && (cursor.is_word(before) || cursor.is_number(before))
        && !is_determiner(cursor, before)
        && (!is_function_word(cursor, before) || cursor.is_any(before, &["him", "them"])) | cursor.is_number(before)
        && !cursor.is_any(before, &["just", "well", "played", "won", "lost", "covered", "stretched"])
}

/// "or more", "or so", "+", "at least" after the figure.
fn hedge_after(cursor: &Cursor, end: usize) -> Option<Change> {
    if cursor.word(end) == "+" && cursor.touched(end) {
        return Some(Change::AtLeast);
    }
    let at = end + usize::from(cursor.is_hyphen(end));
    if cursor.is(at, "plus")
        && (at > end || !cursor.is_number(at + 1) && cursor.kind(at + 1) != Some(TokenKind::Symbol))
    {
        return Some(Change::AtLeast);
    }
    if cursor.is_any(at, &["odd", "ish"]) && cursor.touched(at) {
        return Some(Change::About);
    }
    if cursor.is_any(end, &["or", "and"]) {
        return match cursor.lowercase(end + 1) {
            "more" | "higher" | "above" | "over" | "older" | "greater" | "better" | "longer" | "upwards" => {
                Some(Change::AtLeast)
            }
            // "€1bn and up to four years".
            "up" if !cursor.is(end + 2, "to") => Some(Change::AtLeast),
            "less" | "fewer" | "lower" | "below" | "under" | "younger"
                if cursor.is(end, "or") || cursor.is_any(end + 1, &["under", "below", "younger"]) =>
            {
                Some(Change::AtMost)
            }
            "so" if cursor.is(end, "or") => Some(Change::About),
            _ => None,
        };
    }
    match (cursor.is(end, "at"), cursor.lowercase(end + 1)) {
        (true, "least") => Some(Change::AtLeast),
        (true, "most") => Some(Change::AtMost),
        _ => None,
    }
}

/// Whether the figure rises (true) or falls (false). `left` is where its hedges begin.
fn direction(cursor: &Cursor, left: usize, end: usize, moves: Moves) -> Option<bool> {
    direction_after(cursor, end, moves).or_else(|| direction_before(cursor, left, end, moves))
}

/// "a 3% rise", "3 percent higher", "5% fewer".
fn direction_after(cursor: &Cursor, end: usize, moves: Moves) -> Option<bool> {
    if !matches!(moves, Moves::Amounts | Moves::Measures) {
        return None;
    }
    let start = end + usize::from(cursor.is_hyphen(end));
    for at in start..start + 2 {
        if !cursor.is_word(at) {
            return None;
        }
        // "17 percent below its peak".
        if at == start && moves == Moves::Amounts && cursor.is_any(at, &["above", "below"]) && cursor.is_word(at + 1) {
            return Some(cursor.is(at, "above"));
        }
        if let Some(up) = noun_direction(cursor.lowercase(at)).or_else(|| degree_direction(cursor.lowercase(at))) {
            // "2% more than" what? "cut 5% off" is read on the other side.
            return Some(up);
        }
        // An adjective may stand between: "a 3 percent annual rise".
        let lower = cursor.lowercase(at);
        if !cursor.lexicon().speech(lower).is_adjective()
            && !cursor.is_any(at, &["pay", "price", "wage", "tax", "salary", "rent"])
        {
            return None;
        }
    }
    None
}

fn direction_before(cursor: &Cursor, left: usize, end: usize, moves: Moves) -> Option<bool> {
    let mut at = left;
    let mut preposition = false;
    // What may stand between the verb and the figure.
    while at > cursor.start() {
        let word = cursor.lowercase(at - 1);
        match word {
            // "fell to an annual pace of 5.8 million units".
            "of" if moves == Moves::Counts
                && cursor.is_any(back(at, 2), &["pace", "rate", "total", "average", "low", "high"]) =>
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
            "another" | "further" | "a" | "an" | "additional" | "only" | "just" | "as" | "its" | "record" | "total"
            | "combined" | "the" | "whopping" | "modest" | "mere" | "extra" | "even" | "seasonally" | "adjusted"
            | "annual" | "average" | "sharply" | "slightly" | "again" | "high" | "low" => at -= 1,
            "more" | "less" if at > left.saturating_sub(1) => at -= 1,
            _ => break,
        }
    }
    if at == cursor.start() {
        return None;
    }
    let near = at - 1;
    // "up 0.6% at 457.8 points", "closed down 3% at 12": how far, and where it is now.
    if cursor.is(at, "at")
        && (cursor.is_number(near)
            || cursor.is_any(near, &["%", "percent", "cent", "cents", "points", "lower", "higher"]))
    {
        return None;
    }
    let word = cursor.lowercase(near);
    if matches!(word, "up" | "down") && cursor.is_word(near) {
        // "up 3%", "were down by 5%"; "set up 3 schools", "picked up two".
        if word == "up"
            && cursor.is(near + 1, "to")
            && !cursor.is_any(back(near, 1), &["were", "was", "is", "are", ","])
            && !is_going(cursor, back(near, 1))
        {
            return None;
        }
        // "make up about a fifth of the total".
        if cursor.is_any(
            back(near, 1),
            &["make", "makes", "made", "making", "take", "takes", "took", "taken", "taking", "end", "ended", "wound"],
        ) {
            return None;
        }
        let phrase = moves != Moves::Counts || preposition;
        let verb = near > cursor.start() && verb_direction(cursor.before(near)).is_some();
        return (phrase || verb).then(|| &*word == "up");
    }
    if let Some(up) = verb_direction(word) {
        let takes = match word {
            // "nearly double its valuation of $47bn".
            "double" | "triple" | "quadruple" => {
                cursor.is_any(back(near, 1), &["to", "will", "would", "could", "may", "might", "should", "can"])
            }
            // What is raised, lost, added or cut is counted by the figure itself.
            "raise" | "raised" | "raises" | "raising" | "lift" | "lifted" | "improved" | "improve" | "boost"
            | "boosted" => preposition,
            "lose" | "lost" | "loses" | "losing" | "gain" | "gained" | "gains" | "gaining" | "add" | "added"
            | "adds" | "adding" => {
                preposition || moves == Moves::Measures || moves == Moves::Amounts && is_relative(cursor, left)
            }
            // "dropped 40 millimetres of rain".
            _ => {
                preposition
                    || !cursor.is(end, "of")
                    || percent(cursor, back(end, 1)).is_some()
                    || cursor.is_any(back(end, 1), &["percent", "cent"])
            }
        };
        return takes.then_some(up);
    }
    // "an increase of 3%", "a fall in sales of 3%", "raised its rate to 4.5%": across what stands between.
    if !preposition {
        return None;
    }
    let from = cursor.start().max(near.saturating_sub(13));
    for at in (from..=near).rev() {
        match cursor.kind(at) {
            // Amounts may stand between: "rose 3% to $5bn", "fell 2 percent, to 45".
            Some(TokenKind::Word | TokenKind::Clitic | TokenKind::Hyphen | TokenKind::Number | TokenKind::Symbol) => {}
            Some(TokenKind::Comma) if cursor.word(at) == "," && (at == near || cursor.is(at + 1, "or")) => {}
            _ => return None,
        }
        let word = cursor.lowercase(at);
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
            && (cursor.is_number(at + 1) || cursor.is_any(at - 1, &["were", "was", "is", "are", "be"]))
        {
            return Some(word == "up");
        }
        // "lowered the tax rate of 35%": what is lowered was so high.
        if cursor.is(near + 1, "of")
            && verb_direction(word).is_some()
            && !follows_determiner(cursor, at)
            && !is_level_of_change(cursor, near)
        {
            return None;
        }
        let twice = matches!(word, "double" | "triple" | "quadruple");
        if let Some(up) = verb_direction(word).or_else(|| noun_direction(word)).filter(|_| !twice) {
            return Some(up);
        }
        // "can lift 25kg and walks at 1.5 metres per second": another verb's.
        if cursor.is_any(back(at, 1), &["and", "but"]) && is_verb(cursor, at) && part_of_speech(cursor, at).is_finite()
        {
            return None;
        }
    }
    None
}

/// "fell at an annual rate of 3%", "was down an average of 3%": nouns whose "of" says how far something moved.
fn is_level_of_change(cursor: &Cursor, noun: usize) -> bool {
    let first = cursor.preceding(noun, 4).rev().find(|&at| is_determiner(cursor, at));
    noun_direction(cursor.lowercase(noun)).is_some()
        || cursor.is_any(noun, &["average", "total", "maximum", "minimum", "record", "mean", "median", "high", "low"])
        || first.is_some_and(|first| cursor.is_any(back(first, 1), &["at", "to", "by"]))
}

/// Whether the amount at the token is a share or stands in points, as what markets gain and lose.
fn is_relative(cursor: &Cursor, at: usize) -> bool {
    (at..(at + 8).min(cursor.end()))
        .any(|near| percent(cursor, near).is_some() || cursor.is_any(near, &["point", "points", "cents", "pence"]))
}

/// "higher", "fewer": after the figure.
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
pub(in crate::figure) fn noun_direction(word: &str) -> Option<bool> {
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
pub(in crate::figure) fn verb_direction(word: &str) -> Option<bool> {
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

/// Where the amount begins, its hedges, articles and descriptions counted in: "to a seasonally adjusted 385,000".
pub(in crate::figure) fn left_of(cursor: &Cursor, first: usize) -> usize {
    let (_, mut at) = hedge_before(cursor, first, false);
    while at > cursor.start()
        && cursor.is_any(
            at - 1,
            &[
                "a",
                "an",
                "the",
                "record",
                "seasonally",
                "adjusted",
                "total",
                "combined",
                "annual",
                "net",
                "further",
                "estimated",
            ],
        )
    {
        at -= 1;
    }
    at
}
