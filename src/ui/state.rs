//! What the page knows, and how it changes: one pure reducer.
//!
//! Nothing here touches the browser. What has to happen outside (asking the worker, scrolling, fetching a sample) is
//! written into the state as a wish with a growing number, and the page's hooks carry it out.

use super::{
    capture,
    figures::Order,
    kind::{Kind, KindSet},
    reading::{Reading, Shared},
    samples::SAMPLES,
};
use crate::{Points, article::Format};
use std::rc::Rc;

/// All that the page shows depends on this.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The reader's own text, kept while a sample is shown.
    pub draft: Draft,
    /// Whether it will be there at the next visit.
    pub kept: bool,
    /// Where the article on the page comes from.
    pub source: Source,
    /// How often the worker has been asked: the number of the newest wish.
    pub asked: u32,
    /// What the worker is to read; none once the reader has cancelled.
    pub wish: Option<Wish>,
    /// What the article that is shown was read from.
    pub shown: Option<Wish>,
    /// How often the reader has told the page to try again.
    pub attempt: u32,
    /// The article that is shown; stays until the next one is ready.
    pub reading: Option<Shared<Reading>>,
    /// How much of the page has been drawn: the points, the article, the rest.
    pub drawn: Drawn,
    /// How far the worker is with the wish.
    pub work: Work,
    /// What went wrong, for the reader.
    pub trouble: Option<String>,
    /// How many key points.
    pub length: Length,
    /// Kinds that are not highlighted.
    pub hidden: KindSet,
    /// Where to scroll to.
    pub jump: Option<Jump>,
    /// What the reader stands on, for "next" and "previous".
    pub cursor: Option<Cursor>,
    /// How the figures are sorted.
    pub order: Order,
    /// What is open on top of the page.
    pub panel: Option<Panel>,
    /// Whether single keys do something.
    pub keys: bool,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// What a screen reader is told.
    pub told: Rc<str>,
}

/// The reader's own text.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// As typed, pasted or opened.
    pub text: Rc<str>,
    /// How it is written.
    pub format: Format,
    /// The page that it was read of, which the worker reads again; none once the reader has changed the text.
    pub page: Option<Rc<str>>,
    /// Grows when the text was not typed, so that the box has to show it.
    pub written: u32,
    /// What the reader ought to know about it.
    pub hint: Option<&'static str>,
    /// What was in the box before it was cleared, for as long as it is empty.
    pub cleared: Option<(Rc<str>, Format)>,
}

/// Where the article on the page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The sample with this index.
    Sample(usize),
    /// The reader's own text.
    Draft,
}

/// What the worker is to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// Grows with each wish.
    pub id: u32,
    /// The article.
    pub text: Rc<str>,
    /// How it is written.
    pub format: Format,
    /// How many key points.
    pub length: Length,
}

/// How much of the article and its digest has been drawn. The points are there at once, and no step keeps the page busy
/// for long; of an article before, each part stays until its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub enum Drawn {
    /// The key points.
    Points,
    /// The article too.
    Article,
    /// The first of the lists below the key points.
    Figures,
    /// The second.
    Actors,
    /// The others.
    Others,
    /// Everything.
    All,
}

impl Drawn {
    const fn next(self) -> Self {
        match self {
            Self::Points => Self::Article,
            Self::Article => Self::Figures,
            Self::Figures => Self::Actors,
            Self::Actors => Self::Others,
            Self::Others | Self::All => Self::All,
        }
    }
}

/// How far the worker is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Work {
    /// Nothing to do.
    Idle,
    /// Waiting for a sample or for the worker.
    Waiting,
    /// This many percent of the work are done.
    Reading(u8),
}

/// How many key points the reader wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Three to five, as the article deserves.
    Auto,
    /// Three.
    Short,
    /// Five.
    Medium,
    /// Seven.
    Long,
    /// This many percent of the article's sentences.
    Share(u8),
}

impl Length {
    /// The steps that are offered as buttons.
    pub const STEPS: [Self; 4] = [Self::Auto, Self::Short, Self::Medium, Self::Long];

    /// How many points are asked for; with a share as many as usual.
    pub const fn points(self) -> Points {
        match self {
            Self::Auto | Self::Share(_) => Points::Auto,
            Self::Short => Points::Count(3),
            Self::Medium => Points::Count(5),
            Self::Long => Points::Count(7),
        }
    }

    /// Which share of the sentences is asked for, in percent.
    pub const fn percent(self) -> Option<u8> {
        match self {
            Self::Share(percent) => Some(percent),
            _ => None,
        }
    }

    fn longer(self) -> Self {
        match self {
            Self::Short => Self::Medium,
            Self::Auto | Self::Medium | Self::Long => Self::Long,
            Self::Share(percent) => Self::Share((percent + 5).min(50)),
        }
    }

    fn shorter(self) -> Self {
        match self {
            Self::Auto | Self::Short | Self::Medium => Self::Short,
            Self::Long => Self::Medium,
            Self::Share(percent) => Self::Share(percent.saturating_sub(5).max(5)),
        }
    }
}

/// Where to scroll to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jump {
    /// Grows with each jump, so that going to the same place twice scrolls twice.
    pub id: u32,
    /// What to flash: the sentence, where nothing smaller is highlighted.
    pub anchor: Anchor,
    /// The sentence that holds it.
    pub sentence: u32,
}

/// An element of the article column that can be scrolled to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The mark that begins at this byte.
    Mark(u32),
    /// The quote with this index.
    Quote(u32),
    /// The sentence with this index.
    Sentence(u32),
}

impl Anchor {
    /// The element's id.
    pub fn id(self) -> String {
        match self {
            Self::Mark(start) => format!("m{start}"),
            Self::Quote(index) => format!("q{index}"),
            Self::Sentence(index) => format!("s{index}"),
        }
    }
}

/// What the reader stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// The key point with this index.
    Point(usize),
    /// A mention of an actor, by index.
    Mention {
        /// The actor's id.
        actor: u32,
        /// Which of its mentions.
        mention: usize,
    },
}

/// Something that stands both in the article and in the digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The sentence with this index.
    Sentence(u32),
    /// The actor with this id.
    Actor(u32),
    /// The figure with this index.
    Figure(u32),
    /// The quote with this index.
    Quote(u32),
}

impl Target {
    /// The value of `data-target` on every element that shows it.
    pub fn name(self) -> String {
        match self {
            Self::Sentence(index) => format!("s{index}"),
            Self::Actor(id) => format!("a{id}"),
            Self::Figure(index) => format!("f{index}"),
            Self::Quote(index) => format!("q{index}"),
        }
    }

    /// Reads what [`name`](Self::name) wrote.
    pub fn from_name(name: &str) -> Option<Self> {
        let index = name.get(1..)?.parse().ok()?;
        match name.as_bytes().first()? {
            b's' => Some(Self::Sentence(index)),
            b'a' => Some(Self::Actor(index)),
            b'f' => Some(Self::Figure(index)),
            b'q' => Some(Self::Quote(index)),
            _ => None,
        }
    }
}

/// What can be open on top of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Keys, ways in, and how the digest is made.
    Help,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// For attributes, storage and people.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads what [`slug`](Self::slug) wrote; anything else is as the system says.
    pub fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.slug() == slug).unwrap_or(Self::System)
    }
}

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The reader chose a sample.
    OpenSample(usize),
    /// A sample has come.
    SampleCame(usize, String),
    /// A sample did not come.
    SampleFailed(usize, String),
    /// The reader typed.
    Typed(String),
    /// Text came from elsewhere: the clipboard, a file, the address, the last visit.
    Written {
        /// The text.
        text: String,
        /// How it is written.
        format: Format,
        /// What the reader ought to know about it.
        hint: Option<&'static str>,
    },
    /// The reader wants to see the own text again.
    ShowDraft,
    /// The reader wants an empty box.
    Clear,
    /// The reader wants back what was in it.
    Unclear,
    /// The reader's text was kept for the next visit, or could not be.
    Kept(bool),
    /// The worker tells how far it is.
    Progress(u32, u8),
    /// The worker has read the article.
    Read(u32, Shared<Reading>),
    /// This much is drawn.
    Drawn(Drawn),
    /// The worker has crashed, or could not be loaded.
    Crashed(String),
    /// The reader does not want to wait.
    Cancel,
    /// The reader wants the worker to try again.
    Retry,
    /// How many key points.
    SetLength(Length),
    /// One step more.
    Longer,
    /// One step less.
    Shorter,
    /// Highlight a kind, or no more.
    Toggle(Kind),
    /// Go to a place.
    Go(Target),
    /// Go to the words that begin at this byte.
    GoTo(u32),
    /// Go to a key point, by this many steps from the one the reader stands on.
    StepPoint(i32),
    /// Go to a mention of this actor (or the one the reader stands on), by this many steps.
    StepMention(Option<u32>, i32),
    /// Sort the figures; a second time turns the order round.
    Sort(super::figures::Column),
    /// Open a panel, or close it.
    TogglePanel(Panel),
    /// Close what is open.
    Close,
    /// Switch single keys on or off.
    SetKeys(bool),
    /// Light, dark, or as the system says.
    SetTheme(Theme),
    /// Something has been put into the clipboard.
    Copied(&'static str),
    /// Tell the reader that something went wrong.
    Trouble(String),
}

impl Default for State {
    fn default() -> Self {
        Self {
            draft: Draft {
                text: Rc::from(""),
                format: Format::Plain,
                page: None,
                written: 0,
                hint: None,
                cleared: None,
            },
            kept: true,
            source: Source::Sample(0),
            asked: 0,
            wish: None,
            shown: None,
            attempt: 0,
            reading: None,
            drawn: Drawn::Points,
            work: Work::Waiting,
            trouble: None,
            length: Length::Auto,
            hidden: KindSet::default(),
            jump: None,
            cursor: None,
            order: Order::default(),
            panel: None,
            keys: true,
            theme: Theme::System,
            told: Rc::from(""),
        }
    }
}

impl State {
    /// The state after an action.
    #[must_use]
    pub fn reduce(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::OpenSample(index) if self.source == Source::Sample(index) || index >= SAMPLES.len() => {}
            Action::OpenSample(index) => {
                next.source = Source::Sample(index);
                next.work = Work::Waiting;
                next.trouble = None;
            }
            Action::SampleCame(index, text) if self.source == Source::Sample(index) => {
                next.wish_for(Rc::from(text), Format::Markdown);
            }
            Action::SampleFailed(index, message) if self.source == Source::Sample(index) => {
                next.work = Work::Idle;
                next.trouble = Some(format!("The sample could not be opened: {message}"));
            }
            Action::SampleCame(..) | Action::SampleFailed(..) => {}
            Action::Typed(text) => {
                // An emptied box holds whatever comes next.
                let format = if text.trim().is_empty() { Format::Plain } else { self.draft.format };
                let hint = capture::hint(&text);
                let written = self.draft.written;
                next.draft = Draft { text: Rc::from(text), format, page: None, written, hint, cleared: None };
                next.show_draft();
            }
            // The box is filled once the worker has said what the article is.
            Action::Written { text, format: Format::Html, .. } => next.open_page(Rc::from(text)),
            Action::Written { text, format, hint } => {
                let hint = hint.or_else(|| capture::hint(&text));
                next.write(Rc::from(text), format, hint);
            }
            Action::ShowDraft => next.show_draft(),
            Action::Clear => {
                next.write(Rc::from(""), Format::Plain, None);
                next.draft.cleared = Some((Rc::clone(&self.draft.text), self.draft.format));
            }
            Action::Unclear => {
                if let Some((text, format)) = self.draft.cleared.clone() {
                    next.write(text, format, None);
                }
            }
            Action::Kept(kept) => next.kept = kept,
            Action::Progress(id, done) => {
                if self.wish_id() == Some(id) && self.work != Work::Idle {
                    next.work = Work::Reading(done);
                }
            }
            Action::Read(id, reading) => {
                if self.wish_id() == Some(id) {
                    next.show(reading);
                }
            }
            // A step that belonged to an article before is no step of this one.
            Action::Drawn(step) if step != self.drawn => {}
            Action::Drawn(step) => next.drawn = step.next(),
            Action::Crashed(message) => {
                next.work = Work::Idle;
                next.trouble = Some(format!("The reading engine stopped: {message}. Your text is still here."));
            }
            Action::Cancel => {
                next.work = Work::Idle;
                next.wish = None;
                next.told = Rc::from("Cancelled.");
            }
            Action::Retry => {
                // A sample is fetched again; the own text is here.
                next.attempt += 1;
                next.trouble = None;
                match self.source {
                    Source::Sample(_) => next.work = Work::Waiting,
                    Source::Draft => next.show_draft(),
                }
            }
            Action::SetLength(length) => next.set_length(length),
            Action::Longer => next.set_length(self.length.longer()),
            Action::Shorter => next.set_length(self.length.shorter()),
            Action::Toggle(kind) => {
                next.hidden = self.hidden.toggled(kind);
                let word = if next.hidden.has(kind) { "hidden" } else { "shown" };
                next.told = Rc::from(format!("{} {word}.", kind.label()));
            }
            Action::Go(target) => next.go(target),
            Action::GoTo(start) => {
                if let Some(reading) = &self.reading {
                    next.jump_to(Anchor::Mark(start), reading.sentence_at(start));
                }
            }
            Action::StepPoint(step) => next.step_point(step),
            Action::StepMention(actor, step) => next.step_mention(actor, step),
            Action::Sort(column) => next.order = self.order.by(column),
            Action::TogglePanel(panel) => next.panel = if self.panel == Some(panel) { None } else { Some(panel) },
            Action::Close => {
                next.panel = None;
                next.trouble = None;
            }
            Action::SetKeys(keys) => next.keys = keys,
            Action::SetTheme(theme) => next.theme = theme,
            Action::Copied(what) => next.told = Rc::from(format!("{what} copied.")),
            Action::Trouble(message) => next.trouble = Some(message),
        }
        next
    }

    fn wish_id(&self) -> Option<u32> {
        self.wish.as_ref().map(|wish| wish.id)
    }

    fn wish_for(&mut self, text: Rc<str>, format: Format) {
        self.asked += 1;
        self.wish = Some(Wish { id: self.asked, text, format, length: self.length });
        self.work = Work::Waiting;
        self.trouble = None;
    }

    fn renew_wish(&mut self) {
        if let Some(Wish { text, format, .. }) = self.wish.clone().or_else(|| self.shown.clone()) {
            self.wish_for(text, format);
        }
    }

    fn write(&mut self, text: Rc<str>, format: Format, hint: Option<&'static str>) {
        let written = self.draft.written + 1;
        self.draft = Draft { text, format, page: None, written, hint, cleared: None };
        self.show_draft();
    }

    fn open_page(&mut self, page: Rc<str>) {
        let (text, format, written) = (Rc::from(""), Format::Plain, self.draft.written + 1);
        self.draft = Draft { text, format, page: Some(page), written, hint: None, cleared: None };
        self.show_draft();
    }

    fn show_draft(&mut self) {
        self.source = Source::Draft;
        match &self.draft.page {
            Some(page) => self.wish_for(Rc::clone(page), Format::Html),
            None => self.wish_for(Rc::clone(&self.draft.text), self.draft.format),
        }
    }

    fn show(&mut self, reading: Shared<Reading>) {
        let count = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        self.told = Rc::from(format!(
            "{}, {}, {}.",
            count(reading.digest.key_points.len(), "key point"),
            count(reading.digest.actors.len(), "actor"),
            count(reading.digest.figures.len(), "figure")
        ));
        self.cursor = None;
        self.work = Work::Idle;
        self.trouble = None;
        self.shown = self.wish.clone();
        self.drawn = if reading.is_blank() { Drawn::All } else { Drawn::Points };
        // The box shows what was read of a page, once the worker has said it.
        if self.source == Source::Draft && self.draft.page.is_some() && self.draft.text.is_empty() {
            self.draft.text = Rc::from(capture::as_plain(&reading.text, &reading.blocks));
            self.draft.written += 1;
        }
        self.reading = Some(reading);
    }

    fn set_length(&mut self, length: Length) {
        if self.length != length {
            self.length = length;
            self.renew_wish();
        }
    }

    fn go(&mut self, target: Target) {
        let Some(reading) = self.reading.clone() else { return };
        let digest = &reading.digest;
        match target {
            Target::Sentence(index) => {
                self.cursor = reading.point_of(index).map(Cursor::Point).or(self.cursor);
                self.jump_to(Anchor::Sentence(index), index);
            }
            Target::Actor(id) => self.step_mention(Some(id), 1),
            Target::Figure(index) => {
                if let Some(figure) = digest.figures.get(index as usize) {
                    self.jump_to(Anchor::Mark(figure.start), reading.sentence_at(figure.start));
                }
            }
            Target::Quote(index) => {
                if let Some(quote) = digest.quotes.get(index as usize) {
                    self.jump_to(Anchor::Quote(index), reading.sentence_at(quote.start));
                }
            }
        }
    }

    fn jump_to(&mut self, anchor: Anchor, sentence: u32) {
        let id = self.jump.map_or(0, |jump| jump.id) + 1;
        self.jump = Some(Jump { id, anchor, sentence });
    }

    fn step_point(&mut self, step: i32) {
        let Some(reading) = self.reading.clone() else { return };
        let points = &reading.digest.key_points;
        let at = match self.cursor {
            Some(Cursor::Point(at)) => Some(at),
            _ => None,
        };
        if let Some(at) = stepped(at, step, points.len()) {
            self.cursor = Some(Cursor::Point(at));
            self.told = Rc::from(format!("Key point {} of {}: {}", at + 1, points.len(), points[at].text));
            self.jump_to(Anchor::Sentence(points[at].sentence), points[at].sentence);
        }
    }

    fn step_mention(&mut self, actor: Option<u32>, step: i32) {
        let Some(reading) = self.reading.clone() else { return };
        let (current, at) = match self.cursor {
            Some(Cursor::Mention { actor, mention }) => (Some(actor), Some(mention)),
            _ => (None, None),
        };
        let id = actor.or(current).unwrap_or(0);
        let Some(actor) = reading.digest.actors.get(id as usize) else { return };
        let at = if current == Some(id) { at } else { None };
        if let Some(at) = stepped(at, step, actor.mentions.len()) {
            self.cursor = Some(Cursor::Mention { actor: id, mention: at });
            self.told = Rc::from(format!("{}: mention {} of {}.", actor.name, at + 1, actor.mentions.len()));
            let start = actor.mentions[at].start;
            self.jump_to(Anchor::Mark(start), reading.sentence_at(start));
        }
    }
}

/// The place `step` steps on, round the end; from nowhere, forwards goes to the first and backwards to the last.
fn stepped(at: Option<usize>, step: i32, len: usize) -> Option<usize> {
    if len == 0 {
        return None;
    }
    let from = match at {
        Some(at) => at as i64 + i64::from(step),
        None if step < 0 => -1,
        None => 0,
    };
    Some(from.rem_euclid(len as i64) as usize)
}

#[cfg(test)]
mod tests;
