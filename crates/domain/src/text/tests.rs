use super::*;

#[test]
fn text_is_trimmed() {
    assert_eq!(Text::parse(" a ", "b\n", 9), Ok(Text::of("a", "b")));
}

#[test]
fn text_that_is_blank_in_one_language_is_refused() {
    assert_eq!(Text::parse("a", "  ", 9), Err(BadText::Empty(Lang::Fr)));
    assert_eq!(Text::parse("\t", "b", 9), Err(BadText::Empty(Lang::En)));
}

#[test]
fn length_is_counted_in_characters_without_the_space_around() {
    assert_eq!(Text::parse("éé", " b ", 2), Ok(Text::of("éé", "b")));
    assert_eq!(Text::parse("éé", "b", 1), Err(BadText::TooLong { lang: Lang::En, max: 1 }));
    assert_eq!(Text::parse("a", "bb", 1), Err(BadText::TooLong { lang: Lang::Fr, max: 1 }));
}

#[test]
fn a_refusal_names_the_language() {
    assert_eq!(BadText::Empty(Lang::Fr).to_string(), "the text is empty in fr");
    assert_eq!(BadText::TooLong { lang: Lang::En, max: 3 }.to_string(), "the text is longer than 3 characters in en");
}

#[test]
fn a_missing_translation_falls_back_to_the_other_language() {
    assert_eq!(Text::of("only", "").get(Lang::Fr), "only");
    assert_eq!(Text::of("", "seul").get(Lang::En), "seul");
}

#[test]
fn a_blank_translation_counts_as_missing() {
    assert_eq!(Text::of("only", " \n").get(Lang::Fr), "only");
}

#[test]
fn a_written_translation_is_used() {
    let text = Text::of("door", "porte");
    assert_eq!((text.get(Lang::En), text.get(Lang::Fr)), ("door", "porte"));
}

#[test]
fn the_missing_languages_are_listed() {
    assert_eq!(Text::of("only", " ").missing().collect::<Vec<_>>(), [Lang::Fr]);
    assert_eq!(Text::default().missing().collect::<Vec<_>>(), Lang::ALL);
    assert_eq!(Text::of("a", "b").missing().count(), 0);
}

#[test]
fn a_language_reads_back_from_its_code() {
    for lang in Lang::ALL {
        assert_eq!(Lang::parse(lang.code()), Some(lang));
    }
}

#[test]
fn only_the_exact_code_is_read() {
    for bad in ["", "EN", "en-CA", "de"] {
        assert_eq!(Lang::parse(bad), None, "{bad}");
    }
}

#[test]
fn the_tag_begins_with_the_code() {
    for lang in Lang::ALL {
        assert_eq!(lang.tag(), format!("{}-CA", lang.code()));
    }
}

#[test]
fn the_other_of_the_other_is_the_first() {
    for lang in Lang::ALL {
        assert_ne!(lang.other(), lang);
        assert_eq!(lang.other().other(), lang);
    }
}

#[test]
fn accents_ligatures_case_and_marks_make_no_difference_to_a_search() {
    assert_eq!(fold("Œuvre d’Élodie, n° 5"), "oeuvre d elodie n 5");
    assert_eq!(fold("e\u{301}te\u{301}"), "ete");
    assert_eq!(fold("  WLD-01 100% a_b "), "wld 01 100 a b");
    assert_eq!(fold("ᐊᓂᔑᓈᐯᒧᐎᓐ"), "ᐊᓂᔑᓈᐯᒧᐎᓐ");
}
