use super::*;

/// One line of the check.
type Line = fn(&mut VarcsCheck) -> &mut Option<bool>;

const LINES: [Line; 5] = [|v| &mut v.valid, |v| &mut v.authentic, |v| &mut v.reliable, |v| &mut v.current, |v| &mut v.sufficient];

/// A check with all lines yes but this one.
fn all_yes_but(line: Line, answer: Option<bool>) -> VarcsCheck {
    let mut check = VarcsCheck::all_yes();
    *line(&mut check) = answer;
    check
}

#[test]
fn a_check_with_five_yes_is_complete_and_can_be_relied_on() {
    assert!(VarcsCheck::all_yes().complete());
    assert!(VarcsCheck::all_yes().relied_on());
}

#[test]
fn a_check_without_one_of_its_answers_is_not_complete() {
    for line in LINES {
        assert!(!all_yes_but(line, None).complete());
    }
}

#[test]
fn an_item_with_one_no_is_not_relied_on() {
    for line in LINES {
        assert!(!all_yes_but(line, Some(false)).relied_on());
    }
}

#[test]
fn a_no_needs_its_reason() {
    for line in LINES {
        let check = all_yes_but(line, Some(false));
        assert!(!check.complete());
        assert!(!VarcsCheck { reason: "  ".into(), ..check.clone() }.complete());
        assert!(VarcsCheck { reason: "cut".into(), ..check }.complete());
    }
}

#[test]
fn a_reason_does_not_stand_for_an_answer() {
    assert!(!VarcsCheck { reason: "later".into(), ..VarcsCheck::default() }.complete());
}

#[test]
fn the_supervision_levels_rise_with_their_codes() {
    let codes: Vec<_> = SupervisionIdentity::ALL.iter().map(|s| s.code()).collect();
    assert_eq!(codes, ["A0", "A1", "A2", "A3", "A4", "A5"]);
    assert!(SupervisionIdentity::ALL.is_sorted());
}

#[test]
fn content_is_known_again_by_its_hash_its_words_or_its_address() {
    let file = |name: &str| Content::File {
        sha256: "00ff".into(),
        size: 2,
        media_type: "video/mp4".into(),
        file_name: name.into(),
        duration_ms: None,
    };
    assert_eq!(file("a.mp4").fingerprint(), file("b.mp4").fingerprint());
    assert_eq!(Content::Text("words".into()).fingerprint(), Some("words"));
    assert_eq!(Content::Link("https://example.org".into()).fingerprint(), Some("https://example.org"));
}

#[test]
fn an_upload_under_way_is_like_no_other() {
    assert_eq!(Content::Awaited { file_name: "a.mp4".into() }.fingerprint(), None);
}
