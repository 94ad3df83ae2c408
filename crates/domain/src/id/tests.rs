use super::*;
use std::collections::BTreeSet;

#[track_caller]
fn refused(text: &str) {
    assert_eq!(text.parse::<ClaimId>(), Err(BadId("clm")), "{text}");
}

#[test]
fn an_id_reads_back_as_it_was_written() {
    for n in [0, 1, u128::MAX, 0x0190_1234_5678_7abc_8def_0123_4567_89ab] {
        assert_eq!(ClaimId(n).to_string().parse(), Ok(ClaimId(n)));
    }
}

#[test]
fn an_id_is_its_prefix_and_twenty_six_characters() {
    assert_eq!(ClaimId(0).to_string(), "clm_00000000000000000000000000");
    assert_eq!(ClaimId(u128::MAX).to_string(), "clm_7zzzzzzzzzzzzzzzzzzzzzzzzz");
}

#[test]
fn another_kind_is_refused() {
    let id = ClaimId(77).to_string();
    assert_eq!(id.parse::<PersonId>(), Err(BadId("per")));
}

#[test]
fn a_number_too_large_is_refused() {
    refused("clm_80000000000000000000000000");
}

#[test]
fn a_damaged_id_is_refused() {
    let id = ClaimId(77).to_string();
    refused("");
    refused("clm_");
    refused(&id[..29]);
    refused(&format!("{id}0"));
    refused(&format!(" {id}"));
    refused("clm_é000000000000000000000000");
}

#[test]
fn letters_outside_the_alphabet_are_refused() {
    for letter in ["i", "l", "o", "u", "A"] {
        refused(&format!("clm_0000000000000000000000000{letter}"));
    }
}

#[test]
fn a_refusal_says_what_was_due() {
    assert_eq!(BadId("clm").to_string(), "not an id that starts with clm_");
}

#[test]
fn no_two_kinds_share_a_prefix() {
    let distinct: BTreeSet<_> = PREFIXES.iter().collect();
    assert_eq!(distinct.len(), PREFIXES.len());
}

#[test]
fn an_id_is_stored_as_its_text() {
    assert_eq!(serde_json::to_value(ClaimId(5)).unwrap(), ClaimId(5).to_string());
}
