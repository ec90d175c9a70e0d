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
        ("The company announced that the mill would close.", "The company: the mill would close"),
        ("The company claimed to have saved the mill.", "The company: claimed to have saved the mill"),
        ("A spokesman for the mayor said the mill would close.", "A spokesman for the mayor: the mill would close"),
        ("Officials warned that the river would rise.", "Officials: the river would rise"),
        ("She said the mill would close.", "She: the mill would close"),
        ("Anna Berg expects the mill to close; Tom Hale doubts it.", "Anna Berg: expects the mill to close"),
        ("The ministry denied that the mill would close.", "The ministry: denied that the mill would close"),
        ("Anna Berg accused Tom Hale of breaking his word.", "Anna Berg: accused Tom Hale of breaking his word"),
        ("In a statement, Anna Berg said the mill would close.", "Anna Berg: the mill would close"),
        ("Russia claimed to have taken the village.", "Russia: claimed to have taken the village"),
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
    ] {
        check(text, expected);
    }
}

#[test]
fn the_clause_around() {
    for (text, expected) in [
        ("The mill, Anna Berg said, would close in May.", "Anna Berg: The mill, Anna Berg said, would close in May"),
        ("It is warm in here; heat, she explains, is bad for glue.", "she: heat, she explains, is bad for glue"),
    ] {
        check(text, expected);
    }
}

#[test]
fn two_clauses() {
    for (text, expected) in [
        (
            "Anna Berg said the mill would close and Tom Hale said it would stay open.",
            "Anna Berg: the mill would close | Tom Hale: it would stay open",
        ),
        (
            "Anna Berg said the mill would close, adding that the workers would be paid.",
            "Anna Berg: the mill would close | Anna Berg: the workers would be paid",
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn with_the_verb_where_the_words_make_no_sense_alone() {
    for (text, expected) in [
        ("Anna Berg announced the sale of the mill.", "Anna Berg: announced the sale of the mill"),
        ("Anna Berg called the plan a mistake.", "Anna Berg: called the plan a mistake"),
        ("Anna Berg promised to keep the mill open.", "Anna Berg: promised to keep the mill open"),
        ("Anna Berg did not say that the mill would close.", "Anna Berg: did not say that the mill would close"),
        ("Anna Berg never said the mill would close.", "Anna Berg: never said the mill would close"),
        ("Anna Berg asked whether the mill would close.", "Anna Berg: asked whether the mill would close"),
        ("Anna Berg hopes the mill will stay open.", "Anna Berg: hopes the mill will stay open"),
        ("Anna Berg told the council she would stay.", "Anna Berg: she would stay"),
        ("Anna Berg told the council on Monday that she would stay.", "Anna Berg: she would stay"),
        ("Anna Berg went on to say that the mill would close.", "Anna Berg: the mill would close"),
    ] {
        check(text, expected);
    }
}

#[test]
fn texts_that_say() {
    for (text, expected) in [
        ("The report found that the dam was weak.", "The report: the dam was weak"),
        ("A poll showed that most voters want the dam.", "A poll: most voters want the dam"),
        (
            "The dam was weak, according to a report written in 2019 by the council.",
            "a report written in 2019 by the council: The dam was weak",
        ),
        ("It was reported that the dam was weak.", "?: the dam was weak"),
        ("Tom Hale was accused of stealing the plans.", "?: Tom Hale was accused of stealing the plans"),
        (
            "Tom Hale was accused by the council of stealing the plans.",
            "the council: Tom Hale was accused by the council of stealing the plans",
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn no_statements() {
    for text in [
        "The workers were told to go home.",
        "Anna Berg declined to say why.",
        "The report was published in May.",
        "Anna Berg walked to the mill and opened the door.",
        "A photograph suggested a friendlier mood.",
        "Anna Berg tells the story at the mill.",
        "His claims were never tested.",
        "The company offered a longer list of plants.",
        "The talks began in May.",
        "Anna Berg announced the call on Friday.",
        "“It is over,” Anna Berg wrote in a note to clients on Friday.",
        "The mill would shut “for good,” Anna Berg said on Friday, after divers had found cracks in it.",
        "In the valley, where the mill stands, Anna Berg advised against a visit.",
        "Anna Berg conceded defeat on Friday after the mill had shut.",
        "I think the mill will shut.",
        "Asked whether the mill would shut, Anna Berg said: “Not today.”",
    ] {
        check(text, "");
    }
}
