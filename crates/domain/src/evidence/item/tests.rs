use super::*;
use crate::example::{OTHER, T0, item, named_as_stored};

const ASSESSMENT: AssessmentId = AssessmentId(1);
const LATER: Ts = Ts(T0.0 + 1);

fn every_state() -> Vec<EvidenceState> {
    use EvidenceState::*;
    let (assessment, at, by) = (ASSESSMENT, T0, OTHER);
    let why = || "why".to_owned();
    vec![
        Draft,
        Processing { at },
        Available { at },
        Rejected { at, reason: why() },
        Submitted { at },
        InReview { assessment, at },
        ReliedOn { assessment, at },
        NotReliedOn { assessment, at, reason: why() },
        Queried { assessment, at, question: why() },
        Withdrawn { at },
        AccessRestricted { at },
        Quarantined { by, at, reason: why(), before: Box::new(Submitted { at }) },
        Excluded { by, at, reason: why() },
        Purged { at },
    ]
}

/// The five states of what is with the assessors.
const SENT: [&str; 5] = ["submitted", "in_review", "relied_on", "not_relied_on", "queried"];

fn while_in(state: EvidenceState) -> EvidenceItem {
    EvidenceItem { state, ..item(1) }
}

type Step = Result<EvidenceItem, Cannot>;

/// `step` leads from each state named to the one beside it; every other state is named in the refusal.
#[track_caller]
fn leads(step: impl Fn(EvidenceItem) -> Step, from_to: &[(&str, &str)]) {
    for state in every_state() {
        let from = state.name();
        let outcome = step(while_in(state)).map(|item| item.state.name());
        let due = from_to.iter().find(|(f, _)| *f == from).map(|(_, to)| *to);
        assert_eq!(outcome, due.ok_or(Cannot::While(from)), "from {from}");
    }
}

#[track_caller]
fn states_where(holds: impl Fn(&EvidenceState) -> bool, due: &[&str]) {
    let found: Vec<_> = every_state().iter().filter(|s| holds(s)).map(|s| s.name()).collect();
    assert_eq!(found, due);
}

#[test]
fn every_state_is_named_as_it_is_stored() {
    named_as_stored("state", &every_state(), EvidenceState::name);
}

#[test]
fn bytes_arrive_for_a_draft_only() {
    leads(
        |i| {
            let c = i.content.clone();
            i.arrive(c, EvidenceKind::Video, T0)
        },
        &[("draft", "processing")],
    );
}

#[test]
fn what_arrived_replaces_what_was_announced() {
    let words = Content::Text("arrived".into());
    let arrived = while_in(EvidenceState::Draft).arrive(words.clone(), EvidenceKind::Document, LATER).unwrap();
    assert_eq!((arrived.content, arrived.kind), (words, EvidenceKind::Document));
    assert_eq!(arrived.state, EvidenceState::Processing { at: LATER });
}

#[test]
fn only_what_is_being_looked_at_is_accepted_or_rejected() {
    leads(|i| i.accept(T0), &[("processing", "available")]);
    leads(|i| i.reject(T0, "broken".into()), &[("processing", "rejected")]);
}

#[test]
fn what_is_available_is_sent_and_what_was_sent_stays_as_it_is() {
    let stays = SENT.map(|s| (s, s));
    leads(|i| i.submit(LATER), &[&[("available", "submitted")], &stays[..]].concat());
}

#[test]
fn evidence_in_which_a_protected_person_can_be_recognised_is_never_sent() {
    for state in every_state() {
        let mut item = while_in(state);
        item.occasion.people = ThirdPartyBasis::ProtectedPerson;
        assert_eq!(item.submit(T0), Err(Cannot::ProtectedPerson));
    }
}

#[test]
fn evidence_in_which_everyone_agreed_is_sent() {
    let mut item = item(1);
    item.occasion.people = ThirdPartyBasis::AllConsented;
    assert!(item.submit(T0).is_ok());
}

#[test]
fn opening_what_was_sent_puts_it_in_review_unless_something_rests_on_it() {
    let steps = [
        ("submitted", "in_review"),
        ("not_relied_on", "in_review"),
        ("in_review", "in_review"),
        ("relied_on", "relied_on"),
        ("queried", "queried"),
    ];
    leads(|i| i.open(AssessmentId(2), LATER), &steps);
}

#[test]
fn a_judgement_rests_on_what_was_sent_only() {
    leads(|i| i.judged(ASSESSMENT, T0, Ok(())), &SENT.map(|s| (s, "relied_on")));
}

#[test]
fn what_is_not_relied_on_keeps_the_reason() {
    let judged = while_in(EvidenceState::Submitted { at: T0 }).judged(ASSESSMENT, LATER, Err("cut".into())).unwrap();
    assert_eq!(judged.state, EvidenceState::NotReliedOn { assessment: ASSESSMENT, at: LATER, reason: "cut".into() });
}

#[test]
fn what_one_judgement_rests_on_stays_relied_on_whatever_another_says() {
    let to = |s| (s, if s == "relied_on" { "relied_on" } else { "not_relied_on" });
    leads(|i| i.judged(AssessmentId(2), LATER, Err("cut".into())), &SENT.map(to));
}

#[test]
fn what_nothing_rests_on_is_withdrawn_and_the_rest_is_hidden() {
    let steps = [
        ("draft", "withdrawn"),
        ("processing", "withdrawn"),
        ("available", "withdrawn"),
        ("rejected", "withdrawn"),
        ("submitted", "withdrawn"),
        ("not_relied_on", "withdrawn"),
        ("relied_on", "access_restricted"),
    ];
    leads(|i| i.withdraw(T0), &steps);
}

#[test]
fn what_is_shown_as_withdrawable_can_be_withdrawn_and_nothing_else() {
    for state in every_state() {
        assert_eq!(state.withdrawable(), while_in(state.clone()).withdraw(T0).is_ok(), "{}", state.name());
    }
}

#[test]
fn anything_not_gone_for_good_is_quarantined() {
    let all = every_state();
    let closed = ["quarantined", "excluded", "purged"];
    let steps: Vec<_> = all.iter().map(|s| s.name()).filter(|s| !closed.contains(s)).map(|s| (s, "quarantined")).collect();
    leads(|i| i.quarantine(OTHER, T0, "client visible".into()), &steps);
}

#[test]
fn cleared_evidence_goes_back_to_where_it_was() {
    for state in every_state() {
        if let Ok(quarantined) = while_in(state.clone()).quarantine(OTHER, T0, "client visible".into()) {
            assert_eq!(quarantined.clear().unwrap().state, state);
        }
    }
}

#[test]
fn only_what_is_quarantined_is_cleared() {
    leads(|i| i.clear(), &[("quarantined", "submitted")]);
}

#[test]
fn what_counts_is_here_and_neither_withdrawn_nor_closed() {
    states_where(EvidenceState::counts, &["available", "submitted", "in_review", "relied_on", "not_relied_on", "queried"]);
}

#[test]
fn what_is_with_the_assessors_was_sent() {
    states_where(EvidenceState::sent, &SENT);
}

#[test]
fn a_refusal_names_the_state() {
    assert_eq!(Cannot::While("purged").to_string(), "the evidence is purged");
}
