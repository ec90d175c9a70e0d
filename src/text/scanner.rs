/// A cursor over a text, by characters.
#[derive(Clone, Debug)]
pub struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    /// At the byte `at`, which has to lie on a character boundary.
    pub fn new(text: &'t str, at: usize) -> Self {
        debug_assert!(text.is_char_boundary(at));
        Self { text, at }
    }

    /// Where the cursor stands, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What is ahead.
    pub fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// What has been stepped over.
    pub fn behind(&self) -> &'t str {
        &self.text[..self.at]
    }

    /// The next character, left where it is.
    pub fn peek(&self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte.is_ascii() { Some(char::from(byte)) } else { self.rest().chars().next() }
    }

    /// The character after the next one.
    pub fn peek_second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    /// The character before the byte `at`.
    pub fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The next character, stepped over.
    pub fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Steps over so many bytes, which end with a character.
    pub fn skip(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Steps over `prefix` where it is next.
    pub fn eat(&mut self, prefix: &str) -> bool {
        let found = self.rest().starts_with(prefix);
        if found {
            self.at += prefix.len();
        }
        found
    }

    /// Steps over characters while `wanted` says so; tells how many.
    pub fn eat_while(&mut self, wanted: impl Fn(char) -> bool) -> usize {
        let mut count = 0;
        while self.peek().is_some_and(&wanted) {
            self.bump();
            count += 1;
        }
        count
    }
}
