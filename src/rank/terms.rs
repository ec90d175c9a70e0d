//! The article's words: each stem once, with where and how it stands.

use super::stem;
use crate::{
    Document,
    article::BlockKind,
    candidate::Candidate,
    codec::hash::fnv1a,
    document::{Case, TokenKind},
    lexicon::{WordFlags, lowercase},
    tag::forms,
    text::Interner,
};

/// What is known of a stem in this article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Term {
    /// 20-bit hash of the stem, as the background table knows it.
    pub(crate) hash: u32,
    /// How often it stands in the body.
    pub(crate) count: u32,
    /// In how many sentences.
    pub(crate) sentences: u32,
    /// The first of them, counted among the sentences of the body.
    pub(crate) first: u32,
    /// The last of them.
    last: u32,
    /// How often with a capital.
    pub(crate) capital: u32,
    /// How often in quotation marks.
    pub(crate) quoted: u32,
    /// How often in the first three sentences.
    pub(crate) opening: u32,
    /// Letters of the word as first seen.
    pub(crate) len: u32,
    /// A function word.
    pub(crate) stop: bool,
    /// Holds a digit.
    pub(crate) number: bool,
    /// In the title or a heading.
    pub(crate) headed: bool,
    /// In the reader's context.
    pub(crate) asked: bool,
    /// Mentions of the most mentioned actor whose name holds it.
    pub(crate) named: u32,
}

impl Term {
    /// Whether the reader asked for it, and it says something.
    pub(crate) const fn is_asked(&self) -> bool {
        self.asked && !self.stop
    }
}

/// All terms of an article, and the term of each token.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    pub(crate) terms: Vec<Term>,
    /// [`Terms::NONE`] for a token that is no word of the body.
    of_token: Vec<u32>,
}

impl Terms {
    const NONE: u32 = u32::MAX;

    /// The term of a token.
    pub(crate) fn at(&self, token: usize) -> Option<usize> {
        self.of_token.get(token).copied().filter(|&term| term != Self::NONE).map(|term| term as usize)
    }

    /// Reads the body's words; `shown` says which of them can be shown at all, `quoted` which stand in quotation marks.
    pub(crate) fn read(document: &Document, candidates: &[Candidate], quoted: &[bool], context: Option<&str>) -> Self {
        let (tokens, tags) = (document.tokens(), document.tags());
        let forms = forms(tags);
        let mut reader = Reader {
            by_form: vec![Self::NONE; forms],
            stems: Interner::with_capacity(forms),
            terms: Vec::with_capacity(forms),
        };
        let mut of_token = vec![Self::NONE; tokens.len()];
        for (body, candidate) in candidates.iter().enumerate() {
            for at in candidate.tokens() {
                if !matches!(tokens[at].kind, TokenKind::Word | TokenKind::Number) {
                    continue;
                }
                let tag = tags[at];
                let id = reader.id(tag.form, document.token_str(at));
                of_token[at] = id;
                let term = &mut reader.terms[id as usize];
                if term.count == 0 {
                    term.first = body as u32;
                    term.stop = tag.flags.has(WordFlags::STOP);
                }
                if term.count == 0 || term.last != body as u32 {
                    term.sentences += 1;
                    term.last = body as u32;
                }
                term.count += 1;
                term.opening += u32::from(body < 3);
                term.quoted += u32::from(quoted[at]);
                // The capital that begins a sentence says nothing.
                term.capital += u32::from(at != candidate.first() && !matches!(tag.case, Case::Lower | Case::None));
            }
        }
        for actor in document.actors() {
            for mention in actor.mentions.iter().take(8) {
                for at in document.tokens_in(mention.span) {
                    if let Some(&id) = of_token.get(at).filter(|&&id| id != Self::NONE) {
                        let term = &mut reader.terms[id as usize];
                        term.named = term.named.max(actor.mentions.len() as u32);
                    }
                }
            }
        }
        for block in document.blocks() {
            if matches!(block.kind, BlockKind::Title | BlockKind::Heading) {
                reader.mark(document.str(block.span), |term| term.headed = true);
            }
        }
        reader.mark(document.title().unwrap_or_default(), |term| term.headed = true);
        reader.mark(context.unwrap_or_default(), |term| term.asked = true);
        Self { terms: reader.terms, of_token }
    }
}

struct Reader {
    /// The term of each form of a token that has been seen.
    by_form: Vec<u32>,
    /// The terms' stems, under the terms' own numbers.
    stems: Interner,
    terms: Vec<Term>,
}

impl Reader {
    fn id(&mut self, form: u32, word: &str) -> u32 {
        let known = self.by_form[form as usize];
        if known != Terms::NONE {
            return known;
        }
        let lower = lowercase(word);
        let stem = stem(lower.trim_end_matches('.'));
        let id = self.stems.id(stem.as_bytes(), 0);
        if id as usize == self.terms.len() {
            let number = lower.bytes().any(|byte| byte.is_ascii_digit());
            let len = word.chars().count() as u32;
            self.terms.push(Term { hash: hash(stem.as_bytes()), number, len, ..Term::default() });
        }
        self.by_form[form as usize] = id;
        id
    }

    /// Marks the terms of some other text; its other words are not added.
    fn mark(&mut self, text: &str, mark: impl Fn(&mut Term)) {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            if let Some(id) = self.stems.find(stem(&lowercase(word)).as_bytes(), 0) {
                mark(&mut self.terms[id as usize]);
            }
        }
    }
}

/// FNV-1a, folded to 20 bits: a background table of five thousand stems takes one other stem in two hundred for its
/// own.
pub(crate) fn hash(stem: &[u8]) -> u32 {
    let full = fnv1a(stem);
    let folded = (full >> 24) ^ (full & 0x00ff_ffff);
    (folded >> 20) ^ (folded & 0x000f_ffff)
}
