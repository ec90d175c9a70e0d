use super::{Action, Anchor, Cursor, Drawn, Length, Source, State, Target, Work};
use crate::{
    Article, Format, Points,
    digest::ActorKind,
    ui::{
        figures::Column,
        kind::Kind,
        reading::{Reading, Shared},
        testing::{actor, digest, figure, point, quote},
    },
};

const TEXT: &str = "Ann Lee came. Bo left for $5. She said “no”. Ann Lee stayed.";

fn reading() -> Shared<Reading> {
    let mut all = digest(TEXT, &["Ann Lee came.", "Bo left for $5.", "She said “no”.", "Ann Lee stayed."]);
    all.actors.push(actor(TEXT, ActorKind::Person, &["Ann Lee", "She", "Ann Lee"]));
    all.figures.push(figure(TEXT, crate::digest::FigureKind::Money, "$5"));
    all.quotes.push(quote(TEXT, "no"));
    all.key_points = vec![point(TEXT, &all, 0), point(TEXT, &all, 1)];
    Shared::new(Reading::new(TEXT.to_owned(), Article::plain(TEXT).blocks(), all, String::new()))
}

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), |state, action| state.reduce(action))
}

fn typed() -> Action {
    Action::Typed(TEXT.to_owned())
}

#[test]
fn the_first_sample_is_read_at_once() {
    let state = State::default();
    assert_eq!((state.source, state.work), (Source::Sample(0), Work::Waiting));
    let state = state.reduce(Action::SampleCame(0, "# A".to_owned()));
    let wish = state.wish.expect("the sample is to be read");
    assert_eq!((wish.id, &*wish.text, wish.format), (1, "# A", Format::Markdown));
}

#[test]
fn a_sample_that_comes_late_does_not_replace_what_was_typed() {
    let state = after([typed(), Action::SampleCame(0, "# A".to_owned())]);
    assert_eq!(&*state.wish.expect("typed").text, TEXT);
    let state = after([Action::OpenSample(2), Action::SampleCame(1, "# B".to_owned())]);
    assert!(state.wish.is_none());
}

#[test]
fn only_the_newest_answer_is_shown() {
    let state = after([typed(), typed(), Action::Read(1, reading())]);
    assert!(state.reading.is_none());
    let state = state.reduce(Action::Read(2, reading()));
    assert!(state.reading.is_some());
    assert_eq!(state.work, Work::Idle);
}

#[test]
fn the_old_article_stays_until_the_next_is_read() {
    let state = after([typed(), Action::Read(1, reading()), Action::OpenSample(3)]);
    assert!(state.reading.is_some());
    assert_eq!(state.work, Work::Waiting);
}

#[test]
fn the_own_text_is_kept_while_a_sample_is_shown() {
    let state = after([typed(), Action::OpenSample(1), Action::SampleCame(1, "# B".to_owned())]);
    assert_eq!(&*state.draft.text, TEXT);
    let state = state.reduce(Action::ShowDraft);
    assert_eq!(state.source, Source::Draft);
    assert_eq!(&*state.wish.expect("the own text").text, TEXT);
}

#[test]
fn a_crash_loses_no_text() {
    let state = after([typed(), Action::Crashed("out of memory".to_owned())]);
    assert_eq!(&*state.draft.text, TEXT);
    assert!(state.trouble.as_deref().is_some_and(|words| words.contains("out of memory")));
    let state = state.reduce(Action::Retry);
    assert_eq!((state.wish_id(), state.trouble), (Some(2), None));
}

#[test]
fn a_cancelled_answer_is_not_shown() {
    let state = after([typed(), Action::Progress(1, 50)]);
    assert_eq!(state.work, Work::Reading(50));
    let state = state.reduce(Action::Cancel).reduce(Action::Progress(1, 70)).reduce(Action::Read(1, reading()));
    assert!(state.reading.is_none());
    assert_eq!(state.work, Work::Idle);
    let state = state.reduce(typed()).reduce(Action::Read(2, reading()));
    assert!(state.reading.is_some());
}

#[test]
fn the_length_asks_again() {
    let state = after([typed(), Action::Read(1, reading()), Action::SetLength(Length::Auto)]);
    assert_eq!(state.wish_id(), Some(1), "nothing has changed");
    let state = state.reduce(Action::Longer);
    assert_eq!((state.length, state.wish_id()), (Length::Long, Some(2)));
    let state = state.reduce(Action::Longer).reduce(Action::Shorter).reduce(Action::Shorter).reduce(Action::Shorter);
    assert_eq!(state.length, Length::Short);
    assert_eq!(state.length.points(), Points::Count(3));
    assert_eq!(Length::Share(20).percent(), Some(20));
}

#[test]
fn points_are_stepped_through_and_round() {
    let state = after([typed(), Action::Read(1, reading()), Action::StepPoint(1)]);
    assert_eq!(state.cursor, Some(Cursor::Point(0)));
    let state = state.reduce(Action::StepPoint(1));
    let jump = state.jump.expect("a place to go");
    assert_eq!((jump.id, jump.anchor, jump.sentence), (2, Anchor::Sentence(1), 1));
    assert_eq!(state.reduce(Action::StepPoint(1)).cursor, Some(Cursor::Point(0)));
    let last = after([typed(), Action::Read(1, reading()), Action::StepPoint(-1)]);
    assert_eq!(last.cursor, Some(Cursor::Point(1)));
}

#[test]
fn mentions_are_stepped_through() {
    let read = after([typed(), Action::Read(1, reading())]);
    let first = read.reduce(Action::Go(Target::Actor(0)));
    assert_eq!(first.jump.expect("a place").anchor, Anchor::Mark(0));
    let second = first.reduce(Action::StepMention(None, 1));
    let jump = second.jump.expect("a place");
    assert_eq!((jump.anchor, jump.sentence), (Anchor::Mark(30), 2));
    assert_eq!(&*second.told, "Ann Lee: mention 2 of 3.");
    let none = read.reduce(Action::StepMention(Some(9), 1));
    assert_eq!(none.jump, None);
}

#[test]
fn figures_and_quotes_are_found() {
    let read = after([typed(), Action::Read(1, reading())]);
    let jump = read.reduce(Action::Go(Target::Figure(0))).jump.expect("a place");
    assert_eq!((jump.anchor.id(), jump.sentence), ("m26".to_owned(), 1));
    let jump = read.reduce(Action::Go(Target::Quote(0))).jump.expect("a place");
    assert_eq!((jump.anchor.id(), jump.sentence), ("q0".to_owned(), 2));
    assert_eq!(read.reduce(Action::Go(Target::Figure(7))).jump, None);
}

#[test]
fn kinds_toggle() {
    let state = after([Action::Toggle(Kind::Place)]);
    assert!(state.hidden.has(Kind::Place));
    assert_eq!(&*state.told, "Places hidden.");
    assert!(!state.reduce(Action::Toggle(Kind::Place)).hidden.has(Kind::Place));
    assert!(after([Action::Sort(Column::Value)]).order.descending);
}

#[test]
fn targets_have_names() {
    for target in [Target::Sentence(0), Target::Actor(12), Target::Figure(3), Target::Quote(4)] {
        assert_eq!(Target::from_name(&target.name()), Some(target));
    }
    for nonsense in ["", "s", "x1", "s-1", "é", "s1.5"] {
        assert_eq!(Target::from_name(nonsense), None);
    }
}

#[test]
fn clearing_shows_an_empty_box() {
    let state = after([typed(), Action::Clear]);
    assert_eq!((&*state.draft.text, state.draft.written), ("", 1));
    assert_eq!(&*state.wish.as_ref().expect("an empty article is an article").text, "");
    let state = state.reduce(Action::Unclear);
    assert_eq!((&*state.draft.text, state.draft.written, &state.draft.cleared), (TEXT, 2, &None));
    assert_eq!(&*state.wish.expect("the text before").text, TEXT);
    let state = after([typed(), Action::Clear, typed()]);
    assert_eq!(state.draft.cleared, None, "what is written now is not thrown away for what was");
}

#[test]
fn a_page_is_read_by_the_worker_and_its_article_comes_into_the_box() {
    let page = "<p>A page of which something else is read.</p>";
    let state = after([Action::Written { text: page.to_owned(), format: Format::Html, hint: None }]);
    assert_eq!(&*state.draft.text, "");
    let wish = state.wish.clone().expect("the page");
    assert_eq!((&*wish.text, wish.format), (page, Format::Html));
    let state = state.reduce(Action::Read(wish.id, reading()));
    assert!(!state.draft.text.is_empty(), "what was read");
    assert_eq!(state.draft.written, 2);
    let longer = state.reduce(Action::Longer).wish.expect("the page again");
    assert_eq!((&*longer.text, longer.format), (page, Format::Html));
    let typed = state.reduce(typed()).wish.expect("what was typed");
    assert_eq!((&*typed.text, typed.format), (TEXT, Format::Plain));
}

#[test]
fn an_address_gets_a_hint_and_what_follows_does_not() {
    let address = Action::Typed("https://news.example/a".to_owned());
    let state = after([address]);
    assert_eq!(state.draft.hint, Some(crate::ui::capture::ADDRESS));
    assert_eq!(state.reduce(typed()).draft.hint, None);
}

#[test]
fn each_article_is_drawn_in_steps() {
    let mut state = after([typed(), Action::Read(1, reading())]);
    for step in [Drawn::Points, Drawn::Article, Drawn::Figures, Drawn::Actors, Drawn::Others, Drawn::All] {
        assert_eq!(state.drawn, step);
        state = state.reduce(Action::Drawn(step));
    }
    assert_eq!(state.drawn, Drawn::All);
    let next = state.reduce(typed()).reduce(Action::Read(2, reading()));
    assert_eq!(next.drawn, Drawn::Points);
    assert_eq!(next.reduce(Action::Drawn(Drawn::Article)).drawn, Drawn::Points, "that was the article before");
}

#[test]
fn where_there_is_no_text_nothing_is_left_to_draw() {
    let blank = Reading::new(" \n".to_owned(), &[], digest(" \n", &[]), String::new());
    assert_eq!(after([typed(), Action::Read(1, Shared::new(blank))]).drawn, Drawn::All);
}

#[test]
fn the_reader_is_told_what_is_not_kept() {
    let state = after([typed(), Action::Kept(false)]);
    assert!(!state.kept);
    assert!(state.reduce(Action::Kept(true)).kept);
}
