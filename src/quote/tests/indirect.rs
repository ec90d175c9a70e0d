use super::quotes;

fn check(text: &str, expected: &str) {
    assert_eq!(quotes(text, false), expected, "{text}");
}

#[test]
fn the_clause_behind() {
    for (text, expected) in [
        ("Anna Berg said that the mill would close.", "Anna Berg: the mill would close"),
        ("Anna Berg said the mill would close.", "Anna Berg: the mill would close"),
        ("Anna Berg said on Tuesday that the mill would close.", "Anna Berg: the mill would close"),
        ("Anna Berg said in a statement that the mill would close.", "Anna Berg: the mill would close"),
        ("Anna Berg told reporters that the mill would close.", "Anna Berg: the mill would close"),
        ("Anna Berg told reporters in Ghent that the mill would close.", "Anna Berg: the mill would close"),
        ("Anna Berg, the mayor, said that the mill would close.", "Anna Berg: the mill would close"),
        ("Anna Berg also said the mill would close.", "Anna Berg: the mill would close"),
        ("Anna Berg said there were cracks in the mill.", "Anna Berg: there were cracks in the mill"),
        ("The company announced that the mill would close.", "The company: the mill would close"),
        ("A spokesman for the mayor said the mill would close.", "A spokesman for the mayor: the mill would close"),
        ("Officials warned that the river would rise.", "Officials: the river would rise"),
        ("In a statement, Anna Berg said the mill would close.", "Anna Berg: the mill would close"),
        ("His lawyer, Priya Nair, said the mill would close.", "Priya Nair: the mill would close"),
        ("Police spokesman Tom Hale said the mill was shut.", "Tom Hale: the mill was shut"),
        ("Anna Berg and Tom Hale said the mill would close.", "Anna Berg and Tom Hale: the mill would close"),
    ] {
        check(text, expected);
    }
}

#[test]
fn the_clause_before() {
    for (text, expected) in [
        ("The mill will close in May, Anna Berg said.", "Anna Berg: The mill will close in May"),
        ("The mill will close in May, said Anna Berg.", "Anna Berg: The mill will close in May"),
        ("The mill will close in May, officials said on Friday.", "officials: The mill will close in May"),
        ("The mill will close in May, according to the company.", "the company: The mill will close in May"),
        ("According to the company, the mill will close in May.", "the company: the mill will close in May"),
        ("The mill will close in May, said Anna Berg, who runs it.", "Anna Berg: The mill will close in May"),
        ("ROME, Sunday — The mill will close in May, officials said.", "officials: The mill will close in May"),
        ("The mill, Anna Berg said, would close in May.", "Anna Berg: The mill, Anna Berg said, would close in May"),
        ("The dam was weak, according to a report by the council.", "a report by the council: The dam was weak"),
    ] {
        check(text, expected);
    }
}

#[test]
fn the_writer_goes_on() {
    for (text, expected) in [
        (
            "Anna Berg said the mill would close and Tom Hale said it would stay open.",
            "Anna Berg: the mill would close | Tom Hale: it would stay open",
        ),
        (
            "Anna Berg said the mill would close, adding that the workers would be paid.",
            "Anna Berg: the mill would close | Anna Berg: the workers would be paid",
        ),
        ("Anna Berg said the mill was safe, but inspectors found cracks.", "Anna Berg: the mill was safe"),
        ("Anna Berg said the mill was safe, while the council had doubts.", "Anna Berg: the mill was safe"),
        ("The council met on Monday; the mill will close, Anna Berg said.", "Anna Berg: the mill will close"),
    ] {
        check(text, expected);
    }
}

#[test]
fn claims_are_shown_with_their_verbs() {
    for (text, expected) in [
        ("The ministry denied that the mill would close.", "The ministry: denied that the mill would close"),
        ("The company claimed that the mill was safe.", "The company: claimed that the mill was safe"),
    ] {
        check(text, expected);
    }
}

#[test]
fn texts_that_say() {
    for (text, expected) in [
        ("The report found that the dam was weak.", "The report: the dam was weak"),
        ("A poll showed that most voters want the dam.", "A poll: most voters want the dam"),
    ] {
        check(text, expected);
    }
}

#[test]
fn what_others_say_is_the_outer_speakers() {
    check(
        "Anna Berg said that Tom Hale had told the council that the mill was safe.",
        "Anna Berg: Tom Hale had told the council that the mill was safe",
    );
}

#[test]
fn pronouns_go_on_with_the_speaker() {
    use crate::{Article, Models, Options, analyze};
    for (text, expected) in [
        ("Anna Berg said the mill was shut.\n\nShe said the workers would be paid.", "Anna Berg, Anna Berg"),
        ("Anna Berg said the mill was shut.\n\nHe said the workers would be paid.", "Anna Berg"),
        ("The mill is shut. She said the workers would be paid.", ""),
    ] {
        let document = analyze(Article::plain(text), Models::embedded(), &Options::default());
        let name = |id: u32| document.str(document.actors()[id as usize].name);
        let names: Vec<&str> = document.quotes().iter().filter_map(|quote| quote.speaker).map(name).collect();
        assert_eq!(names.join(", "), expected, "{text}");
    }
}

#[test]
fn no_statements() {
    for text in [
        "The workers were told to go home.",
        "Anna Berg declined to say why.",
        "Anna Berg did not say that the mill would close.",
        "Anna Berg never said the mill would close.",
        "Anna Berg asked whether the mill would close.",
        "Anna Berg hopes the mill will stay open.",
        "Anna Berg called the plan a mistake.",
        "Anna Berg announced the sale of the mill.",
        "Anna Berg accused Tom Hale of breaking his word.",
        "They said the mill would close.",
        "The report was published in May.",
        "Anna Berg walked to the mill and opened the door.",
        "A photograph suggested a friendlier mood.",
        "Anna Berg tells the story at the mill.",
        "His claims were never tested.",
        "Anna Berg said so last week.",
        "Anna Berg said in a statement.",
        "“It is over,” Anna Berg wrote in a note to clients on Friday.",
        "The mill would shut “for good,” Anna Berg said on Friday, after divers had found cracks in it.",
        "Anna Berg conceded defeat on Friday after the mill had shut.",
        "I think the mill will shut.",
        "Asked whether the mill would shut, Anna Berg said: “Not today.”",
        "What the council wants, Anna Berg said, is a mill.",
    ] {
        check(text, "");
    }
}
