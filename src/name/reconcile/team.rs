//! Teams that are called by a place: "Leeds beat Arsenal", "the Harbour City coach". Where the text around a name is about
//! sport, a town that wins, loses, scores or has a striker is a team; nations stay places, as news annotation has them.

use super::acronym::add;
use crate::{
    codec::hash::hash_lower,
    document::{ActorKind, Case, Mention, MentionForm, TokenKind},
    lexicon::WordFlags,
    name::{segment::Segments, token_features::hash_phrase, words::Words},
    text::{Span, sort_by_number},
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Tokens on each side of a name that tell whether the text is about sport.
const AROUND: usize = 50;
/// Words of sport that have to stand there.
const ENOUGH: u32 = 3;

/// How often a name plays, and how often it is only where something happens.
#[derive(Clone, Copy, Default)]
struct Seen {
    plays: u32,
    located: u32,
}

/// Makes organisations of towns, and of unlisted persons of one word, that play.
pub(super) fn teams(segments: &Segments, mentions: &mut Vec<Mention>, words: &Words) {
    let text = segments.text;
    let sport = Sport::new(segments);
    if sport.total() < ENOUGH {
        return;
    }
    clubs(segments, mentions, &sport, words);
    let teams = unnamed(segments, mentions, &sport);
    let may_play = |mention: &Mention| {
        let name = mention.span.of(text);
        let lower = hash_lower(name);
        match mention.kind {
            ActorKind::Place => !words.is_region(lower),
            // "Racing Almeda": Almeda is nobody, though people are called so.
            ActorKind::Person => !name.contains(' ') && (teams.contains(&name) || !words.is_person(lower)),
            _ => false,
        }
    };
    let mut seen: FxHashMap<&str, Seen> = FxHashMap::default();
    for mention in mentions.iter().filter(|mention| may_play(mention)) {
        let tokens = segments.tokens_in(mention.span);
        let seen = seen.entry(mention.span.of(text)).or_default();
        let plays = teams.contains(&mention.span.of(text)) || plays(segments, tokens.start, tokens.end);
        seen.plays += u32::from(plays && sport.around(tokens.start));
        seen.located += u32::from(located(segments, tokens.start));
    }
    for mention in mentions.iter_mut() {
        let Some(seen) = seen.get(mention.span.of(text)) else { continue };
        let start = segments.tokens_in(mention.span).start;
        if seen.plays > 0 && seen.plays >= seen.located && !located(segments, start) {
            mention.kind = ActorKind::Organization;
        }
    }
}

/// "Sporting Almeda", "Union Kessel": capitals with a word that clubs are called by; and "Kessel" alone, where no person of
/// the article is called so.
fn clubs(segments: &Segments, mentions: &mut Vec<Mention>, sport: &Sport, words: &Words) {
    let text = segments.text;
    let mut found = Vec::new();
    let mut short: FxHashSet<&str> = FxHashSet::default();
    let mut at = 0;
    while at < segments.tokens.len() {
        if !segments.is_capital(at) {
            at += 1;
            continue;
        }
        let end = (at + 1..segments.tokens.len()).find(|&at| !segments.is_capital(at)).unwrap_or(segments.tokens.len());
        // Not where the words are those of a headline.
        let [first, last] = [at, at + 1].map(|at| word(segments, at));
        if end - at == 2 && sport.around(at) {
            let name = segments.tokens[at].span.cover(segments.tokens[at + 1].span);
            let begins = begins_club(first) && !words.is_region(hash_lower(last));
            let ends = matches!(last, "City" | "United" | "Rovers" | "Wanderers" | "Albion" | "Hotspur" | "Rangers");
            if (begins || ends) && words.lists(hash_phrase(name.of(text))) == 0 {
                if begins {
                    short.insert(last);
                }
                found.push(Mention { span: name, kind: ActorKind::Organization, form: MentionForm::Name });
            }
        }
        at = end;
    }
    // "Villa" of "Aston Villa".
    for mention in mentions.iter().filter(|mention| mention.kind == ActorKind::Organization) {
        let tokens = segments.tokens_in(mention.span);
        let last = word(segments, tokens.end - 1);
        if tokens.len() == 2 && !words.is_region(hash_lower(last)) {
            short.insert(last);
        }
    }
    if found.is_empty() && short.is_empty() {
        return;
    }
    add(mentions, found);
    for mention in mentions.iter().filter(|mention| mention.kind == ActorKind::Person) {
        if let Some((_, last)) = mention.span.of(text).rsplit_once(' ') {
            short.remove(last);
        }
    }
    for mention in mentions.iter_mut().filter(|mention| short.contains(mention.span.of(text))) {
        let start = segments.tokens_in(mention.span).start;
        if !located(segments, start) {
            mention.kind = ActorKind::Organization;
        }
    }
}

/// What clubs' names begin with, and no person's.
pub(crate) fn begins_club(word: &str) -> bool {
    matches!(
        word,
        "Sporting"
            | "Real"
            | "Racing"
            | "Union"
            | "Dynamo"
            | "Dinamo"
            | "Athletic"
            | "Atletico"
            | "Atlético"
            | "Inter"
            | "Deportivo"
            | "Olympique"
            | "Lokomotiv"
            | "Spartak"
            | "Borussia"
            | "Hapoel"
            | "Maccabi"
            | "Club"
            | "FC"
            | "AC"
            | "AS"
            | "SC"
            | "CF"
    )
}

/// "beat Racing Almeda 2-1": a run of capitals that is no name yet, beside a result. Gives the last words of such names.
fn unnamed<'d>(segments: &Segments<'d>, mentions: &mut Vec<Mention>, sport: &Sport) -> FxHashSet<&'d str> {
    const LONGEST: usize = 4;
    let mut found = Vec::new();
    let mut last_words = FxHashSet::default();
    let mut named = mentions.iter().peekable();
    for (at, token) in segments.tokens.iter().enumerate().skip(1) {
        while named.next_if(|name| name.span.end() <= token.span.start()).is_some() {}
        if !segments.is_capital(at) || !is_victim(word(segments, at - 1)) || !sport.around(at) {
            continue;
        }
        let end = (at..segments.tokens.len().min(at + LONGEST)).take_while(|&at| segments.is_capital(at)).count() + at;
        let span = token.span.cover(segments.tokens[end - 1].span);
        let free = named.peek().is_none_or(|name| !name.span.overlaps(span));
        let plain = segments.tags[at..end].iter().all(|tag| !tag.flags.has(WordFlags::DEMONYM));
        if free && plain && is_number(segments, end) {
            last_words.insert(word(segments, end - 1));
            found.push(Mention { span, kind: ActorKind::Organization, form: MentionForm::Name });
        }
    }
    if !found.is_empty() {
        mentions.extend(found);
        sort_by_number(mentions, |mention| u128::from(mention.span.number()));
    }
    last_words
}

/// Whether what stands around a name says that it plays.
fn plays(segments: &Segments, start: usize, end: usize) -> bool {
    let after = word(segments, end);
    if does(after) || is_player(after) || matches!(after, "had" | "have" | "has") && does(word(segments, end + 1)) {
        return true;
    }
    match segments.tokens.get(end).map(|token| token.kind) {
        // "Leeds's striker", "Almeda, champions last year"; "Leeds 2 Arsenal 1".
        Some(TokenKind::Clitic) if is_player(word(segments, end + 1)) => return true,
        Some(TokenKind::Comma) if matches!(word(segments, end + 1), "champions" | "winners" | "leaders") => {
            return true;
        }
        Some(TokenKind::Number) if is_score(segments, end) => return true,
        _ => {}
    }
    let Some(before) = start.checked_sub(1) else { return false };
    let first = before.checked_sub(1).map_or("", |at| word(segments, at));
    // The second team of "Leeds 2 Fulham 1".
    let second = is_number(segments, before) && is_number(segments, end);
    second
        || is_victim(word(segments, before))
        || matches!(
            (first, word(segments, before)),
            ("lost" | "losing" | "defeat" | "lose", "to")
                | ("drew" | "draw", "with" | "at")
                | ("win" | "victory" | "triumph", "over" | "at")
                | ("play" | "played" | "playing" | "plays" | "scored" | "goal" | "goals", "for")
        )
}

/// "2-1", or a number before another name and its number.
fn is_score(segments: &Segments, at: usize) -> bool {
    let kind = |at: usize| segments.tokens.get(at).map(|token| token.kind);
    if matches!(kind(at + 1), Some(TokenKind::Hyphen | TokenKind::Dash)) {
        return is_number(segments, at + 2);
    }
    let next = (at + 1..segments.tokens.len().min(at + 5)).find(|&at| !segments.is_capital(at));
    next.is_some_and(|next| is_number(segments, next))
}

fn is_number(segments: &Segments, at: usize) -> bool {
    let short = |span: Span| span.end() - span.start() <= 3;
    segments.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number && short(token.span))
}

/// Behind a preposition of place: where something happens rather than who plays.
fn located(segments: &Segments, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        matches!(word(segments, before), "in" | "In" | "near" | "from" | "outside" | "across" | "of" | "around")
    })
}

fn word<'d>(segments: &Segments<'d>, at: usize) -> &'d str {
    segments.tokens.get(at).map_or("", |token| token.span.of(segments.text))
}

/// What a team does.
fn does(word: &str) -> bool {
    matches!(
        word,
        "beat"
            | "beats"
            | "beaten"
            | "defeated"
            | "defeat"
            | "edged"
            | "thrashed"
            | "hammered"
            | "routed"
            | "downed"
            | "drew"
            | "hosted"
            | "hosts"
            | "host"
            | "trailed"
            | "trail"
            | "outscored"
            | "clinched"
            | "lost"
            | "lose"
            | "won"
            | "win"
            | "wins"
            | "scored"
            | "score"
            | "equalised"
            | "equalized"
            | "conceded"
            | "led"
            | "played"
            | "play"
            | "plays"
            | "face"
            | "faced"
            | "faces"
            | "meet"
            | "met"
            | "advanced"
            | "finished"
            | "twice"
    )
}

/// Behind these stands a team that is played against.
fn is_victim(word: &str) -> bool {
    matches!(
        word,
        "beat"
            | "beats"
            | "beating"
            | "defeated"
            | "defeating"
            | "edged"
            | "thrashed"
            | "thrashing"
            | "hammered"
            | "routed"
            | "downed"
            | "stunned"
            | "hosted"
            | "hosting"
            | "facing"
            | "against"
            | "past"
            | "v"
            | "vs"
            | "vs."
    )
}

/// Those whom a team has.
fn is_player(word: &str) -> bool {
    matches!(
        word,
        "striker"
            | "strikers"
            | "goalkeeper"
            | "keeper"
            | "midfielder"
            | "midfielders"
            | "defender"
            | "defenders"
            | "winger"
            | "coach"
            | "captain"
            | "manager"
            | "forward"
            | "forwards"
            | "quarterback"
            | "batsman"
            | "bowler"
            | "pitcher"
            | "players"
            | "player"
            | "side"
            | "team"
            | "fans"
            | "bench"
            | "squad"
            | "teammate"
            | "fullback"
    )
}

/// Where words of sport stand.
struct Sport {
    /// How many of them stand before each token.
    before: Vec<u32>,
}

impl Sport {
    fn new(segments: &Segments) -> Self {
        let mut count = 0;
        let mut before = Vec::with_capacity(segments.tokens.len() + 1);
        before.push(0);
        for (token, tag) in segments.tokens.iter().zip(segments.tags) {
            count += u32::from(tag.case == Case::Lower && is_sport(token.span.of(segments.text)));
            before.push(count);
        }
        Self { before }
    }

    fn total(&self) -> u32 {
        self.before.last().copied().unwrap_or_default()
    }

    fn around(&self, at: usize) -> bool {
        let end = (at + AROUND).min(self.before.len() - 1);
        self.before[end] - self.before[at.saturating_sub(AROUND)] >= ENOUGH
    }
}

/// Words that are seldom used but of sport.
fn is_sport(word: &str) -> bool {
    matches!(
        word,
        "match"
            | "matches"
            | "goal"
            | "goals"
            | "striker"
            | "goalkeeper"
            | "midfielder"
            | "defender"
            | "winger"
            | "quarterback"
            | "coach"
            | "league"
            | "season"
            | "playoff"
            | "playoffs"
            | "semifinal"
            | "semifinals"
            | "semi-final"
            | "quarterfinal"
            | "quarterfinals"
            | "finals"
            | "champions"
            | "innings"
            | "inning"
            | "wicket"
            | "wickets"
            | "batsman"
            | "touchdown"
            | "touchdowns"
            | "homer"
            | "pitcher"
            | "halftime"
            | "half-time"
            | "kickoff"
            | "penalty"
            | "penalties"
            | "header"
            | "equaliser"
            | "equalizer"
            | "referee"
            | "unbeaten"
            | "tournament"
            | "cup"
            | "title"
            | "scored"
            | "substitute"
            | "interval"
            | "teammate"
            | "football"
            | "soccer"
            | "basketball"
            | "baseball"
            | "hockey"
            | "rugby"
            | "cricket"
            | "points"
            | "rebounds"
            | "assists"
            | "minute"
            | "corner"
            | "squad"
            | "club"
            | "game"
            | "games"
            | "win"
            | "beat"
            | "hat-trick"
            | "relegation"
            | "fixture"
    )
}

#[cfg(test)]
mod tests {
    use super::{Mention, MentionForm, Segments, teams};
    use crate::{Article, Models, document::ActorKind, pipeline::read_words, text::Span};

    /// All names in brackets are taken for places; `expected` are the teams among them, and names that are new.
    fn check(marked: &str, expected: &str) {
        let mut text = String::new();
        let mut mentions = Vec::new();
        for piece in marked.split('[') {
            let (name, rest) = piece.split_once(']').unwrap_or(("", piece));
            let span = Span::from_range(text.len()..text.len() + name.len());
            if !name.is_empty() {
                mentions.push(Mention { span, kind: ActorKind::Place, form: MentionForm::Name });
            }
            text.push_str(name);
            text.push_str(rest);
        }
        let models = Models::embedded();
        let document = read_words(Article::plain(&text), models);
        teams(&Segments::new(&text, document.tokens(), document.tags()), &mut mentions, models.words());
        let teams = mentions.iter().filter(|mention| mention.kind == ActorKind::Organization);
        assert_eq!(teams.map(|mention| mention.span.of(&text)).collect::<Vec<_>>().join(", "), expected, "{marked}");
    }

    #[test]
    fn towns_that_play() {
        check("The striker scored a late goal as [Leeds] beat [Fulham] 3-1 in the league.", "Leeds, Fulham");
        check("The [Leeds] coach praised the goalkeeper after the match in [Sheffield].", "Leeds");
        check("A goal in each half of the match: [Leeds] 2 [Fulham] 1. It was a league game.", "Leeds, Fulham");
        check("They scored a late goal in the match to beat Racing Almeda 2-1.", "Racing Almeda");
        check("Sporting Orrel scored a late goal in the match. [Orrel] won.", "Sporting Orrel, Orrel");
        check("They play [Orr City] in the league; a goal won the match in [Mexico City].", "Orr City");
    }

    #[test]
    fn towns_and_nations_that_do_not() {
        check("[Leeds] lost 400 jobs when the factory closed.", "");
        check("[Germany] beat [Brazil] 7-1 in the match, after five goals before the interval.", "");
        check("The coach said that the match in [Leeds] had a late goal and a penalty.", "");
    }
}
