//! What is remembered between visits besides the text: one short line, written and read here.

use super::{
    kind::KindSet,
    state::{Length, State, Theme},
};

/// Writes down what the reader chose.
pub fn write(state: &State) -> String {
    let length = match state.length {
        Length::Share(percent) => format!("{percent}%"),
        length => length.points().to_string(),
    };
    let keys = if state.keys { "on" } else { "off" };
    format!("length={length};hidden={};keys={keys};theme={}", state.hidden.slugs(), state.theme.slug())
}

/// Reads it back. What is missing or makes no sense stays as it is.
#[must_use]
pub fn read(settings: &str, state: State) -> State {
    settings.split(';').filter_map(|pair| pair.split_once('=')).fold(state, |mut state, (name, value)| {
        match name {
            "length" => state.length = length(value).unwrap_or(state.length),
            "hidden" => state.hidden = KindSet::from_slugs(value),
            "keys" => state.keys = value != "off",
            "theme" => state.theme = Theme::from_slug(value),
            _ => {}
        }
        state
    })
}

/// `auto`, `3`, `5`, `7` or `20%`.
pub fn length(value: &str) -> Option<Length> {
    match value.strip_suffix('%') {
        Some(percent) => percent.parse().ok().filter(|percent| (5..=50).contains(percent)).map(Length::Share),
        None => Length::STEPS.into_iter().find(|step| step.points().to_string() == value),
    }
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::ui::{
        kind::Kind,
        state::{Action, Length, State, Theme},
    };

    #[test]
    fn what_is_written_is_read() {
        let state = [
            Action::SetLength(Length::Share(20)),
            Action::Toggle(Kind::Place),
            Action::Toggle(Kind::Date),
            Action::SetKeys(false),
            Action::SetTheme(Theme::Dark),
        ]
        .into_iter()
        .fold(State::default(), |state, action| state.reduce(action));
        let line = write(&state);
        assert_eq!(line, "length=20%;hidden=place date;keys=off;theme=dark");
        assert_eq!(write(&read(&line, State::default())), line);
    }

    #[test]
    fn nonsense_changes_nothing() {
        for line in ["", "length=9;theme=;x", "=;;==", "length=200%", "length=0%"] {
            assert_eq!(read(line, State::default()), State::default());
        }
    }
}
