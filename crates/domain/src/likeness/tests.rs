use super::*;
use proptest::prelude::*;

fn some() -> Likeness {
    Likeness::of([
        vec!["manage relationships with stakeholders", "stakeholder management"],
        vec!["Java (computer programming)"],
        vec!["JavaScript"],
        vec!["C++"],
        vec!["Rédiger un compte rendu"],
    ])
}

fn first(text: &str) -> Option<usize> {
    some().like(text, 3).first().map(|(s, _)| *s)
}

#[test]
fn a_text_finds_the_statement_it_is_most_like() {
    assert_eq!(first("partner with your many stakeholders"), Some(0));
    assert_eq!(first("javascript"), Some(2));
    assert_eq!(first("programming in java"), Some(1));
    assert_eq!(first("c++"), Some(3));
    assert_eq!(first("rediger des comptes rendus"), Some(4));
}

#[test]
fn a_statements_own_name_counts_more_than_its_others() {
    let twice = Likeness::of([vec!["welding", "joining metal"], vec!["joining metal"]]);
    assert_eq!(twice.like("joining metal", 2)[0].0, 1);
}

#[test]
fn nothing_is_like_a_text_without_any_known_piece() {
    for text in ["", "   ", "!?", "ᐊᓂᔑᓈᐯᒧᐎᓐ"] {
        assert!(some().like(text, 5).is_empty(), "{text}");
    }
    assert!(Likeness::default().like("anything", 5).is_empty());
    assert!(some().like("java", 0).is_empty());
}

#[test]
fn several_texts_find_what_any_of_them_is_like() {
    let found = some().like_any(["JavaScript", "stakeholder management"], 2);
    assert_eq!(found.iter().map(|(s, _)| *s).collect::<std::collections::BTreeSet<_>>(), [0, 2].into());
}

proptest! {
    #[test]
    fn a_statement_is_most_like_its_own_words(names in prop::collection::vec("[a-z]{3,9}( [a-z]{3,9}){0,3}", 1..20), at in any::<prop::sample::Index>()) {
        let all = Likeness::of(names.iter().map(|n| vec![n.as_str()]));
        let wanted = at.get(&names);
        let found = all.like(wanted, names.len());
        let best: Vec<&String> = found.iter().filter(|(_, l)| *l > 0.9999).map(|(s, _)| &names[*s]).collect();
        prop_assert!(best.contains(&wanted), "{:?}", found);
    }

    #[test]
    fn no_text_breaks_it_and_likeness_stays_between_nothing_and_one(name in ".{0,80}", text in ".{0,200}") {
        let found = Likeness::of([vec![name.as_str()]]).like(&text, 3);
        prop_assert!(found.iter().all(|(s, l)| *s == 0 && *l > 0.0 && *l < 1.0001));
    }
}
