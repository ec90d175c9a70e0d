//! The command line: a readable digest of a file or of standard input, or JSON lines for scripts and measurements.

use clap::{Parser, ValueEnum, builder::PossibleValue};
use indicatif::{ProgressBar, ProgressStyle};
use newsgist::{
    Article, Digest, Document, Format, Models, OffsetUnit, Options, Points, analyze, charset,
    export::{self, Form},
    json_lines, syntax,
};
use std::{
    fs,
    io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Reads English news articles and prints what they say: key points, actors, figures and quotes, all copied from the
/// text.
///
/// Files ending in .md are read as Markdown and .html as HTML, and so is standard input that begins like a page; their
/// offsets count in the text without markup.
#[derive(Parser)]
#[command(name = "newsgist-cli", version)]
struct Arguments {
    /// Articles to read; standard input where none is named
    files: Vec<PathBuf>,
    /// How to print a digest
    #[arg(long, value_enum, default_value_t = Output::Digest(Form::Text))]
    format: Output,
    /// How many key points: "auto" (three to five), or 0 to 50
    #[arg(long, default_value_t = Points::Auto, value_parser = points)]
    points: Points,
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Unit::Utf8)]
    offsets: Unit,
    /// Day of publication, YYYY-MM-DD: resolves "Thursday"
    #[arg(long)]
    date: Option<newsgist::text::CivilDate>,
    /// Read {"id","text"} or {"id","html"} a line, with optional "title" and "date"; write {"id","digest"} a line
    #[arg(long)]
    jsonl: bool,
    /// Name the rules behind each figure, after the digest
    #[arg(long, conflicts_with = "jsonl")]
    explain: bool,
}

impl Arguments {
    fn options(&self) -> Options {
        Options::default().with_points(self.points).with_published_at(self.date)
    }
}

/// What is printed: the digest in a form, or what was read.
#[derive(Clone, Copy)]
enum Output {
    Digest(Form),
    Article,
    Conllu,
}

impl ValueEnum for Output {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Digest(Form::Text),
            Self::Digest(Form::Markdown),
            Self::Digest(Form::Json),
            Self::Digest(Form::JsonLd),
            Self::Digest(Form::Csv),
            Self::Article,
            Self::Conllu,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Digest(form) => PossibleValue::new(form.name()),
            Self::Article => PossibleValue::new("article").help("What was read of a page or text, as JSON"),
            Self::Conllu => PossibleValue::new("conllu").help("The grammar: parts of speech, lemmas, heads, relations"),
        })
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Unit {
    Utf8,
    Utf16,
    Codepoint,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Utf8 => Self::Utf8,
            Unit::Utf16 => Self::Utf16,
            Unit::Codepoint => Self::CodePoint,
        }
    }
}

/// A file that could not be read; the others were.
const BAD_INPUT: u8 = 2;

/// Reads how many key points are wanted.
fn points(text: &str) -> Result<Points, String> {
    match text.parse() {
        Ok(Points::Count(count)) if count > Options::MAX_POINTS => {
            Err(format!("{count} is more than {}", Options::MAX_POINTS))
        }
        Ok(points) => Ok(points),
        Err(_) => Err("it is \"auto\" or a whole number".to_owned()),
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(code) => code,
        // Whoever reads our output has had enough: no error of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("newsgist-cli: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    if arguments.files.is_empty() {
        if arguments.jsonl {
            digest_lines(&mut io::stdin().lock(), ProgressBar::new_spinner(), arguments, &mut out)?;
        } else {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes)?;
            let format = if is_page(&bytes) { Format::Html } else { Format::Plain };
            print(&text(&bytes, format), format, arguments, &mut out)?;
        }
    }
    for path in &arguments.files {
        let result = if arguments.jsonl {
            match fs::File::open(path).and_then(|file| Ok((file.metadata()?, file))) {
                Ok((metadata, file)) if metadata.is_file() => {
                    digest_lines(&mut BufReader::new(file), ProgressBar::new(metadata.len()), arguments, &mut out)?;
                    Ok(())
                }
                Ok(_) => Err(io::Error::other("is not a file")),
                Err(error) => Err(error),
            }
        } else {
            match fs::read(path) {
                Ok(bytes) => {
                    let format = format_of(path);
                    print(&text(&bytes, format), format, arguments, &mut out)?;
                    Ok(())
                }
                Err(error) => Err(error),
            }
        };
        if let Err(error) = result {
            out.flush()?;
            eprintln!("newsgist-cli: {}: {error}", path.display());
            code = ExitCode::from(BAD_INPUT);
        }
    }
    out.flush()?;
    Ok(code)
}

/// In whichever letters it is written. Bytes that fit none are shown as replacement characters; the digest then says so.
fn text(bytes: &[u8], format: Format) -> String {
    let text = charset::decode(bytes, format == Format::Html);
    text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
}

/// Whether standard input, which has no name, is the source of a page.
fn is_page(bytes: &[u8]) -> bool {
    const BEGINNING: usize = 1000;
    let begin = &bytes[..bytes.len().min(BEGINNING)];
    newsgist::article::is_page_source(&charset::decode(begin, true))
}

fn format_of(path: &Path) -> Format {
    match path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("md" | "markdown") => Format::Markdown,
        Some("html" | "htm" | "xhtml") => Format::Html,
        _ => Format::Plain,
    }
}

fn print(text: &str, format: Format, arguments: &Arguments, out: &mut impl Write) -> io::Result<()> {
    let form = match arguments.format {
        Output::Digest(form) => form,
        Output::Article => return writeln!(out, "{}", export::to_article_json(&Article::read(text, format))),
        Output::Conllu => {
            return write!(out, "{}", syntax::to_conllu(text, format, Models::embedded(), arguments.offsets.into()));
        }
    };
    let document = analyze(Article::read(text, format), Models::embedded(), &arguments.options());
    let digest = Digest::new(&document, arguments.offsets.into());
    let text = form.write(&digest);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    write!(out, "{text}{end}")?;
    if arguments.explain { explain(&document, out) } else { Ok(()) }
}

/// A figure a line, with the names of the rules that say what it means.
fn explain(document: &Document, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nRules")?;
    for figure in document.figures() {
        let counts = figure.counts.map_or("", |span| document.str(span));
        let rules = if figure.rules.is_empty() { "-".to_owned() } else { figure.rules.join(", ") };
        writeln!(out, "  “{}” {:?} of “{counts}”: {rules}", document.str(figure.span), figure.kind)?;
    }
    Ok(())
}

/// Reads a line, writes a line: memory holds one article at a time.
fn digest_lines(
    input: &mut impl BufRead,
    bar: ProgressBar,
    arguments: &Arguments,
    out: &mut impl Write,
) -> io::Result<()> {
    // A bar for people only: not where the output is on the same terminal, and not in logs.
    let show = io::stderr().is_terminal() && !io::stdout().is_terminal();
    let bar = if show { bar } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}") {
        bar.set_style(style);
    }
    let options = arguments.options();
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let read = input.read_until(b'\n', &mut bytes)?;
        if read == 0 {
            break;
        }
        bar.inc(read as u64);
        if !bytes.trim_ascii().is_empty() {
            writeln!(out, "{}", json_lines::answer(&bytes, number, &options, arguments.offsets.into()))?;
        }
        // A program that feeds us line by line waits for each answer.
        if !show {
            out.flush()?;
        }
    }
    bar.finish_and_clear();
    Ok(())
}
