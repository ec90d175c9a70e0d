use super::quotes;

/// The words in quotation marks, whoever says them.
fn check(text: &str, expected: &str) {
    let found = quotes(text, true);
    let words: Vec<&str> =
        found.split(" | ").map(|quote| quote.split_once(": ").map_or("", |(_, words)| words)).collect();
    assert_eq!(words.join(" | "), expected, "{text}");
}

#[test]
fn forms_of_marks() {
    for (text, expected) in [
        ("“We will rebuild the bridge,” Anna Berg said.", "We will rebuild the bridge"),
        ("\"We will rebuild the bridge,\" Anna Berg said.", "We will rebuild the bridge"),
        ("‘We will rebuild the bridge,’ Anna Berg said.", "We will rebuild the bridge"),
        ("'We will rebuild the bridge,' Anna Berg said.", "We will rebuild the bridge"),
        ("''We will rebuild the bridge,'' Anna Berg said.", "We will rebuild the bridge"),
        ("``We will rebuild the bridge,'' Anna Berg said.", "We will rebuild the bridge"),
        ("«We will rebuild the bridge», Anna Berg said.", "We will rebuild the bridge"),
        ("“We will rebuild the bridge”, Anna Berg said.", "We will rebuild the bridge"),
        ("Anna Berg said: “We will rebuild the bridge.”", "We will rebuild the bridge."),
        ("“Will you rebuild it?” Anna Berg asked.", "Will you rebuild it?"),
        ("“Rebuild it!” Anna Berg shouted.", "Rebuild it!"),
        ("“We will …” Anna Berg said.", "We will …"),
        ("“We — all of us — will stay,” Anna Berg said.", "We — all of us — will stay"),
        ("(“We will stay,” Anna Berg said.)", "We will stay"),
    ] {
        check(text, expected);
    }
}

#[test]
fn apostrophes_quote_nothing() {
    for (text, expected) in [
        ("The workers’ rights were sold, and the owners’ too.", ""),
        ("The workers' rights were sold, and the owners' too.", ""),
        ("Rock ’n’ roll of the ’90s was his life.", ""),
        ("Rock 'n' roll of the '90s was his life.", ""),
        ("It's Anna's hat, isn't it? She didn't say.", ""),
        ("‘It isn’t the workers’ fault,’ Anna Berg said.", "It isn’t the workers’ fault"),
        ("'It isn't the workers' fault,' Anna Berg said.", "It isn't the workers' fault"),
        ("“I don’t know,” Anna Berg said. “I can’t say.”", "I don’t know | I can’t say."),
        ("‘I don’t know,’ Anna Berg said. ‘I can’t say.’", "I don’t know | I can’t say."),
        ("The board is 6' long and 5\" wide.", ""),
        ("<img src=\"a.png\" alt=\"a picture of the bridge\"> The bridge fell.", ""),
    ] {
        check(text, expected);
    }
}

#[test]
fn split_quotations() {
    for (text, expected) in [
        ("“We will stay,” Anna Berg said, “until they go.”", "We will stay | until they go."),
        ("\"We will stay,\" Anna Berg said, \"until they go.\"", "We will stay | until they go."),
        ("“We will stay,” Anna Berg said. “They will go.”", "We will stay | They will go."),
        ("“We,” Anna Berg said, “will stay,” and left.", "We | will stay"),
        ("“We will stay. They will go. That is all,” Anna Berg said.", "We will stay. They will go. That is all"),
    ] {
        check(text, expected);
    }
}

#[test]
fn nested_quotations() {
    for (text, expected) in [
        ("“He told me ‘no’ and left,” Anna Berg said.", "He told me ‘no’ and left | no"),
        ("\"He told me 'no' and left,\" Anna Berg said.", "He told me 'no' and left | no"),
        ("‘He told me “no” and left,’ Anna Berg said.", "He told me “no” and left | no"),
        (
            "“She looked at it and said, ‘That will never fly,’” Tom Hale recalled.",
            "She looked at it and said, ‘That will never fly,’ | That will never fly",
        ),
        ("“What they call ‘progress’ is noise,” Tom Hale said.", "What they call ‘progress’ is noise"),
    ] {
        check(text, expected);
    }
}

#[test]
fn several_paragraphs() {
    for (text, expected) in [
        (
            "Anna Berg wrote to the council.\n\n“We have waited for nine years now.\n\n“We shall not wait for a tenth,” she said.",
            "We have waited for nine years now. | We shall not wait for a tenth",
        ),
        (
            "“The first paragraph has no closing mark at all.\n\n“Nor has the second one of them.\n\n“The third one has,” Anna Berg said.",
            "The first paragraph has no closing mark at all. | Nor has the second one of them. | The third one has",
        ),
        (
            "\"The first paragraph has no closing mark at all.\n\n\"The second one has,\" Anna Berg said.",
            "The first paragraph has no closing mark at all. | The second one has",
        ),
        ("The door “was open all night. Nobody saw why.\n\nThe police came at nine.", ""),
    ] {
        check(text, expected);
    }
}

#[test]
fn partial_quotations() {
    for (text, expected) in [
        ("Anna Berg called the plan “a gift to nobody”.", "a gift to nobody"),
        ("Anna Berg described the talks as “constructive”.", "constructive"),
        ("The talks were “better than ever”, Anna Berg said.", "better than ever"),
        ("Anna Berg said the plan was “bad” and the timing “worse”.", "bad | worse"),
        ("In what the mayor called a “dark day”, the mill closed.", "dark day"),
    ] {
        check(text, expected);
    }
}

#[test]
fn titles_and_bynames_are_no_speech() {
    for text in [
        "She sang in the musical “The Long Road Home” for a year.",
        "His novel “A Winter in Ghent” was a success.",
        "Tom Hale denied that he paid for “The Lighthouse”, a musical.",
        "He appeared on CNN's \"State of the Union\" on Sunday.",
        "The film “Night Ferry” opens on Friday.",
        "Robert “Bobby” Hale opened the shop in 1987.",
        "The 30-second spot, titled “Arrogant,” runs until May.",
        "The so-called “smart” lamps went dark.",
        "The “fact” was none.",
        "They met at a “pop-up” shop in the old harbour.",
    ] {
        check(text, "");
    }
}

#[test]
fn odd_marks() {
    for (text, expected) in [
        ("", ""),
        ("“", ""),
        ("“”", ""),
        ("\"\"\"\"", ""),
        ("””“““”", ""),
        ("'''''''", ""),
        ("“a", ""),
        ("She said “", ""),
    ] {
        check(text, expected);
    }
}
