//! Makes the data and models that the crate carries, and measures the engine.

use newsgist::train::{
    accuracy::{SCORERS, points},
    names::{self, Settings},
    pack_lexicon, rank, speed, syntax,
};
use std::{error::Error, fs, path::Path};

const USAGE: &str = "usage:
  train lexicon            packs seeds/lists into src/lexicon/data.bin
  train quotes             trains src/quote/source.bin, which chooses the source of a verb of saying
  train names              trains the model of names and writes src/name/names.bin
  train names --gold DIR   writes the labelled texts for tools/silver/teacher.py
  train names --prune      leaves out of src/name/names.bin what no training text has
  train names --time       tells how many tokens a second the finding of names takes
  train salience           fits the weights of the actors' salience into src/actor/salience.bin
  train rank               trains the ranker into src/rank/model.bin
  train rank --hold-out    trains on nine tenths of the stories, measures on the rest, and writes nothing
  train rank --time        tells how much of the analysis the ranker takes
  train syntax             trains the grammar and writes src/syntax/syntax.bin
  train syntax --words FILE  writes raw sentences for tools/silver/grammar.py
  train speed              measures how fast each stage is; prints JSON
  train accuracy [NAME]    measures on ../shared/data and writes docs/accuracy/NAME.md";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["lexicon"] => lexicon(),
        ["quotes"] => {
            let weights = newsgist::train::quotes::train()?;
            fs::write("src/quote/source.bin", &weights)?;
            println!("src/quote/source.bin: {} bytes", weights.len());
            Ok(())
        }
        ["rank"] => rank(false),
        ["rank", "--hold-out"] => rank(true),
        ["names", "--time"] => {
            println!("{}", names::time()?);
            Ok(())
        }
        ["names", "--prune"] => {
            let data = names::prune(&fs::read("src/name/names.bin")?)?;
            println!("{}", names::try_out(&data, &Settings::default())?);
            fs::write("src/name/names.bin", &data)?;
            println!("src/name/names.bin: {} bytes", data.len());
            Ok(())
        }
        ["names", "--gold", folder] => Ok(names::write_gold(Path::new(folder))?),
        ["names", ref settings @ ..] => train_names(settings),
        ["syntax", "--words", path] => Ok(syntax::text::write_words(Path::new(path))?),
        ["syntax", ref settings @ ..] => train_syntax(settings),
        ["rank", "--time"] => {
            println!("{}", points::time()?);
            Ok(())
        }
        ["salience"] => {
            let (model, report) = newsgist::train::salience::fit()?;
            fs::write("src/actor/salience.bin", model)?;
            println!("{report}");
            Ok(())
        }
        ["speed"] => {
            println!("{}", serde_json::to_string_pretty(&speed::measure()?)?);
            Ok(())
        }
        ["accuracy"] => SCORERS.iter().try_for_each(|(name, _)| accuracy(name)),
        ["accuracy", name] => accuracy(name),
        _ => Err(USAGE.into()),
    }
}

fn lexicon() -> Result<(), Box<dyn Error>> {
    let data = pack_lexicon(Path::new("seeds/lists"))?;
    fs::write("src/lexicon/data.bin", &data)?;
    println!("src/lexicon/data.bin: {} bytes", data.len());
    Ok(())
}

fn rank(hold_out: bool) -> Result<(), Box<dyn Error>> {
    let data = rank::train(hold_out)?;
    println!("src/rank/model.bin: {} bytes", data.len());
    if !hold_out {
        fs::write("src/rank/model.bin", &data)?;
    }
    Ok(())
}

fn train_names(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut settings = Settings::default();
    for argument in arguments {
        let (name, value) = argument.split_once('=').ok_or("settings are NAME=VALUE")?;
        settings.set(name, value)?;
    }
    let data = names::train(&settings)?;
    println!("{}", names::try_out(&data, &settings)?);
    // Only the settings that are on file make the model that ships.
    let path = if arguments.is_empty() { "src/name/names.bin" } else { "target/names.bin" };
    fs::write(path, &data)?;
    println!("{path}: {} bytes", data.len());
    Ok(())
}

fn train_syntax(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut settings = syntax::Settings::default();
    for argument in arguments {
        let (name, value) = argument.split_once('=').ok_or("settings are NAME=VALUE")?;
        settings.set(name, value)?;
    }
    let data = syntax::train(&settings)?;
    // Only the settings that are on file make the model that ships.
    let path = if arguments.is_empty() { "src/syntax/syntax.bin" } else { "target/syntax.bin" };
    fs::write(path, &data)?;
    println!("{path}: {} bytes", data.len());
    Ok(())
}

fn accuracy(name: &str) -> Result<(), Box<dyn Error>> {
    let (_, scorer) = SCORERS.iter().find(|(known, _)| *known == name).ok_or("no such scorer")?;
    let table = scorer()?;
    println!("{table}");
    fs::create_dir_all("docs/accuracy")?;
    fs::write(format!("docs/accuracy/{name}.md"), table)?;
    Ok(())
}
