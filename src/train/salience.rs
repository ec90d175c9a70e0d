//! Fits the weights of the actors' salience (`train salience`): a logistic model of whether a summary names an actor.
//!
//! Two kinds of summaries: how many of five writers have a GUM document's entity in theirs, as a share; and whether the
//! highlights of a news story hold one of the actor's names.

use super::{
    accuracy::actors::{Gold, names_of},
    data,
    names::corpus::normal,
    rank::Story,
};
use crate::{
    Article, Document, Models, Options,
    actor::{FEATURES, features, pack_salience},
    document::{Actor, ActorKind, MentionForm},
    pipeline::read_layers,
};
use std::io;

/// Stories that are learnt from, and those behind them that are measured on.
const STORIES: usize = 2500;
const HELD_OUT: usize = 500;
/// Penalty of the weights' squares.
const L2: f64 = 1.0;
/// Steps of Newton's method.
const STEPS: usize = 15;

type Row = ([f32; FEATURES], f64);

/// Fits; gives the bytes of `src/actor/salience.bin`, and tells how many of the actors that held-out highlights name are among the first five.
///
/// # Errors
/// Where data are absent.
pub fn fit() -> io::Result<(Vec<u8>, String)> {
    let mut cases: Vec<(Row, f64)> = Vec::new();
    for gold in data::read::<Gold>("actors/coref_gumopen_train.jsonl")? {
        let (text, names) = names_of(&gold);
        let salience = gold.salience();
        let target = |actor: &Actor| {
            let named = names_in(actor).filter_map(|span| names.get(&normal(&text, span, actor.kind)));
            named.filter_map(|&cluster| salience[cluster]).max().unwrap_or_default() as f64 / 5.0
        };
        cases.extend(rows(&read(&text), target).into_iter().map(|row| (row, 1.0)));
    }
    let mut held_out = Vec::new();
    for (at, story) in data::read::<Story>("summaries/sum_cnn_train.jsonl")?.iter().take(STORIES + HELD_OUT).enumerate()
    {
        let document = read(&story.text);
        let summary = story.summary.join("\n");
        let rows = rows(&document, |actor| f64::from(u8::from(is_in(&summary, &document, actor))));
        if at < STORIES {
            cases.extend(rows.into_iter().map(|row| (row, 1.0)));
        } else {
            held_out.push(rows);
        }
    }
    let weights = newton(&cases);
    let (mut hits, mut all) = (0.0, 0.0);
    for rows in &mut held_out {
        let score = |row: &Row| row.0.iter().zip(weights).map(|(x, w)| f64::from(*x) * w).sum::<f64>();
        rows.sort_by(|a, b| score(b).total_cmp(&score(a)));
        hits += rows.iter().take(5).map(|row| row.1).sum::<f64>();
        all += rows.iter().map(|row| row.1).sum::<f64>().min(5.0);
    }
    Ok((
        pack_salience(&weights),
        format!("{:.4} of the actors that highlights name are among the first five", hits / all),
    ))
}

fn read(text: &str) -> Document<'_> {
    read_layers(Article::verbatim(text), Models::embedded(), &Options::default(), &mut |_| ())
}

fn names_in(actor: &Actor) -> impl Iterator<Item = crate::text::Span> {
    actor.mentions.iter().filter(|mention| mention.form == MentionForm::Name).map(|mention| mention.span)
}

fn rows(document: &Document, target: impl Fn(&Actor) -> f64) -> Vec<Row> {
    let actors = document.actors();
    let rows = features(document, actors).into_iter().zip(actors);
    rows.filter(|(_, actor)| actor.kind != ActorKind::Group).map(|(row, actor)| (row, target(actor))).collect()
}

/// Whether a summary holds one of an actor's names, or a person's last name.
fn is_in(summary: &str, document: &Document, actor: &Actor) -> bool {
    let last = document.str(actor.name).rsplit(' ').next().filter(|_| actor.kind == ActorKind::Person);
    names_in(actor).map(|span| document.str(span)).chain(last).any(|name| holds(summary, name))
}

/// Whether a text holds a name as whole words.
fn holds(text: &str, name: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(name)
        .any(|(at, _)| !letter(text[..at].chars().next_back()) && !letter(text[at + name.len()..].chars().next()))
}

/// Logistic regression by Newton's method; targets are shares.
fn newton(cases: &[(Row, f64)]) -> [f64; FEATURES] {
    let mut weights = [0.0; FEATURES];
    for _ in 0..STEPS {
        let mut gradient = weights.map(|weight| L2 * weight);
        let mut hessian = vec![[0.0; FEATURES]; FEATURES];
        (0..FEATURES).for_each(|at| hessian[at][at] = L2);
        for ((row, target), count) in cases {
            let row = row.map(f64::from);
            let score: f64 = row.iter().zip(weights).map(|(x, w)| x * w).sum();
            let likely = 1.0 / (1.0 + libm::exp(-score));
            let curve = count * likely * (1.0 - likely);
            for a in 0..FEATURES {
                gradient[a] += count * (likely - target) * row[a];
                for b in 0..=a {
                    hessian[a][b] += curve * row[a] * row[b];
                }
            }
        }
        for a in 0..FEATURES {
            for b in a + 1..FEATURES {
                hessian[a][b] = hessian[b][a];
            }
        }
        let step = solve(hessian, gradient);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight -= step);
    }
    weights
}

/// Solves a system of linear equations whose matrix is symmetric and positive definite (Gauss).
fn solve(mut matrix: Vec<[f64; FEATURES]>, mut right: [f64; FEATURES]) -> [f64; FEATURES] {
    for pivot in 0..FEATURES {
        for row in pivot + 1..FEATURES {
            let factor = matrix[row][pivot] / matrix[pivot][pivot];
            for column in pivot..FEATURES {
                matrix[row][column] -= factor * matrix[pivot][column];
            }
            right[row] -= factor * right[pivot];
        }
    }
    for pivot in (0..FEATURES).rev() {
        let known: f64 = (pivot + 1..FEATURES).map(|column| matrix[pivot][column] * right[column]).sum();
        right[pivot] = (right[pivot] - known) / matrix[pivot][pivot];
    }
    right
}
