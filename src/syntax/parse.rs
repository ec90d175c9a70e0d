//! Parses the sentences of a document, when they are asked for.

use super::{
    Parsed,
    features::{Manner, ROWS, SHAPE, TABLES, WordRows},
    parser::Network,
    words::words_of,
};
use crate::{
    Document, Models, Span,
    codec::BadData,
    document::{Relation, Sentence, Word},
    name::Words,
    tag::forms,
};
use std::{
    ops::Range,
    sync::{LazyLock, Mutex, OnceLock, PoisonError},
};

static DATA: &[u8] = include_bytes!("syntax.bin");

/// The model of grammar.
#[derive(Debug, Default)]
pub struct SyntaxModel {
    pub(super) network: Network,
}

impl SyntaxModel {
    /// The model that the crate carries, unpacked once.
    ///
    /// # Panics
    /// Where the committed bytes are broken, which a test rules out.
    pub fn embedded() -> &'static Self {
        static MODEL: LazyLock<SyntaxModel> = LazyLock::new(|| match SyntaxModel::unpack(DATA) {
            Ok(model) => model,
            Err(error) => panic!("syntax/syntax.bin: {error}"),
        });
        &MODEL
    }

    /// Reads a packed model.
    ///
    /// # Errors
    /// Where magic number, version or checksum do not fit, or the bytes are cut off.
    pub fn unpack(data: &[u8]) -> Result<Self, BadData> {
        Network::unpack(data).map(|network| Self { network })
    }
}

/// The words of a document's sentences, with heads and relations; each sentence is parsed when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Parses {
    sentences: Vec<OnceLock<Parsed>>,
    known: Mutex<Known>,
}

impl Parses {
    /// Of a document's sentences, none of them parsed yet.
    pub(crate) fn of(document: &Document) -> Self {
        let mut sentences = Vec::new();
        sentences.resize_with(document.sentences.len(), OnceLock::new);
        let mut known = Known::default();
        known.seen.resize_with(2 * forms(&document.tags), || None);
        known.shapes.resize_with(ROWS[SHAPE], || None);
        Self { sentences, known: Mutex::new(known) }
    }

    /// A sentence of the document that this was made for; none where there is no such sentence.
    pub(crate) fn sentence(&self, document: &Document, number: usize, models: &Models) -> Option<&Parsed> {
        let (cell, sentence) = self.sentences.get(number).zip(document.sentences.get(number))?;
        let read = || {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            let mut reader =
                Reader { document, network: &models.syntax.network, words: models.words(), known: &mut known };
            Parsed::new(reader.read(sentence))
        };
        Some(cell.get_or_init(read))
    }
}

/// Longest stretch that is parsed as one, in words: what is longer is no sentence but a list, and time stays linear.
const LONGEST: usize = 200;

/// What is known of a document's words: each word's rows are looked up once.
#[derive(Debug, Default)]
struct Known {
    /// For each form of a token and each half of it, what its rows say but for its shape.
    seen: Vec<Option<Seen>>,
    /// What the shapes say.
    shapes: Vec<Option<Box<[i32]>>>,
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    network: &'d Network,
    words: &'d Words,
    known: &'d mut Known,
}

impl Reader<'_, '_> {
    fn read(&mut self, sentence: &Sentence) -> Vec<Word> {
        let document = self.document;
        let all: Vec<_> = words_of(document, sentence.tokens()).collect();
        let mut out = Vec::with_capacity(all.len());
        let mut root = None;
        for (part, words) in all.chunks(LONGEST).enumerate() {
            let sums = self.sums(words);
            let first = (part * LONGEST) as u32;
            for (node, &(span, token)) in self.network.parse(&sums).into_iter().zip(words) {
                let (mut relation, mut head) = (node.relation, first + node.head);
                if relation == Relation::Root {
                    // One root a sentence: that of a later stretch hangs on the first one's.
                    let above = *root.get_or_insert(head);
                    if above != head {
                        (relation, head) = (Relation::Parataxis, above);
                    }
                }
                out.push(Word { span, token, tag: node.tag, form: node.form, relation, head });
            }
        }
        out
    }

    /// What the rows of each word say.
    fn sums(&mut self, words: &[(Span, u32)]) -> Vec<i32> {
        let document = self.document;
        let manner = Manner::of(words.iter().map(|&(span, _)| document.str(span)));
        let len = self.network.row_len();
        let mut sums = vec![0; words.len() * len];
        for (at, (&(span, token), sums)) in words.iter().zip(sums.chunks_exact_mut(len)).enumerate() {
            let half = usize::from(span.start() > document.tokens[token as usize].span.start());
            let place = 2 * document.tags[token as usize].form as usize + half;
            let (network, known) = (self.network, self.words);
            let seen = self.known.seen[place].get_or_insert_with(|| Seen::new(document.str(span), network, known));
            let rows = seen.rows.at(at == 0, manner);
            let shape = self.known.shapes[usize::from(rows[SHAPE])]
                .get_or_insert_with(|| sums_of(network, &rows, SHAPE..SHAPE + 1));
            for ((sum, word), shape) in sums.iter_mut().zip(&seen.sums).zip(&*shape) {
                *sum = word + shape;
            }
        }
        sums
    }
}

#[derive(Debug)]
struct Seen {
    rows: WordRows,
    sums: Box<[i32]>,
}

impl Seen {
    fn new(word: &str, network: &Network, words: &Words) -> Self {
        let rows = network.rows(word, words);
        let mut sums = sums_of(network, &rows.rows, 0..SHAPE);
        network.add_rows(&rows.rows, SHAPE + 1..TABLES, &mut sums);
        Self { rows, sums }
    }
}

fn sums_of(network: &Network, rows: &[u16; TABLES], tables: Range<usize>) -> Box<[i32]> {
    let mut sums = vec![0; network.row_len()].into_boxed_slice();
    network.add_rows(rows, tables, &mut sums);
    sums
}

#[cfg(test)]
mod tests {
    use super::{DATA, SyntaxModel};
    use crate::{Article, Models, codec::BadData, document::Relation, pipeline::read_words};

    /// Words with their relations and heads: "said root · Hale nsubj said".
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = read_words(Article::plain(text), Models::embedded());
        let Some(grammar) = document.grammar(0, Models::embedded()) else { panic!("no sentence") };
        let words = grammar.words();
        let shown = words.iter().map(|word| {
            let head = document.str(words[word.head as usize].span);
            format!("{} {} {head}", document.str(word.span), word.relation.name())
        });
        let shown: Vec<String> = shown.collect();
        for arc in expected {
            assert!(shown.iter().any(|shown| shown == arc), "no {arc} among {shown:#?}");
        }
    }

    #[test]
    fn who_does_what() {
        check(
            "The council approved the plan on Monday.",
            &["council nsubj approved", "plan obj approved", "Monday obl approved", "approved root approved"],
        );
        check(
            "Twelve boats were sunk by the storm.",
            &["boats nsubj:pass sunk", "Twelve nummod boats", "storm obl:agent sunk"],
        );
        check("The mayor said that taxes would fall.", &["fall ccomp said", "taxes nsubj fall", "would aux fall"]);
        check("Ada Brown, the mayor of Leeds, resigned.", &["Brown flat Ada", "mayor appos Ada", "Ada nsubj resigned"]);
    }

    #[test]
    fn any_text_has_a_tree_a_sentence() {
        let long = "and a very long list of towns, ".repeat(60);
        for text in ["", "?", "\u{0}\u{301}", "((((", "ALL IN CAPITALS HERE", long.as_str()] {
            let document = read_words(Article::plain(text), Models::embedded());
            for sentence in 0..document.sentences().len() {
                let Some(grammar) = document.grammar(sentence, Models::embedded()) else { panic!("no sentence") };
                let words = grammar.words();
                let roots = words.iter().filter(|word| word.relation == Relation::Root).count();
                assert_eq!(roots, 1, "{text}");
                assert!(words.iter().all(|word| (word.head as usize) < words.len()));
            }
        }
    }

    #[test]
    fn broken_bytes_are_told() {
        assert!(SyntaxModel::unpack(DATA).is_ok());
        assert_eq!(SyntaxModel::unpack(b"").err(), Some(BadData::Magic));
        assert_eq!(SyntaxModel::unpack(&DATA[..DATA.len() - 1]).err(), Some(BadData::Checksum));
    }
}
