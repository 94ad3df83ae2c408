use super::*;
use crate::example::{COLLEGE, ISSUER, LEARNER, T0, credential, named_as_stored};

const END: Ts = Ts(T0.0 + 730 * crate::time::DAY);
const LATER: Ts = Ts(T0.0 + 1);

fn why(ground: Ground) -> Reason {
    Reason { ground, words: "why".to_owned() }
}

fn every_state() -> Vec<CredentialState> {
    use CredentialState::*;
    let (by, at, since) = (ISSUER, T0, T0);
    vec![
        Offered { at },
        Active { since },
        Declined { at },
        Unclaimed { at },
        Suspended { by, at, reason: why(Ground::UnderReview) },
        Revoked { by, at, reason: why(Ground::IssuedInError) },
        Withdrawn { by, at, reason: why(Ground::IssuedInError) },
        Expired { at },
        Superseded { at, by: CredentialId(2) },
    ]
}

fn while_in(state: CredentialState) -> Credential {
    Credential { until: Some(END), ..credential(state) }
}

/// `step` leads to the state `to` from these states only, and every other state is named in the refusal.
#[track_caller]
fn leads(step: impl Fn(Credential) -> Result<Credential, NotPossible>, from: &[&str], to: &str) {
    for state in every_state() {
        let name = state.name();
        let outcome = step(while_in(state)).map(|c| c.state.name());
        let due = if from.contains(&name) { Ok(to) } else { Err(NotPossible::While(name)) };
        assert_eq!(outcome, due, "from {name}");
    }
}

#[track_caller]
fn at(from: CredentialState, now: Ts, due: CredentialState) {
    assert_eq!(while_in(from).at(now).state, due);
}

#[test]
fn every_state_is_named_as_it_is_stored() {
    named_as_stored("state", &every_state(), CredentialState::name);
}

#[test]
fn an_offer_is_accepted_even_when_it_went_unclaimed() {
    leads(|c| c.accept(T0), &["offered", "unclaimed"], "active");
}

#[test]
fn an_offer_is_declined_even_when_it_went_unclaimed() {
    leads(|c| c.decline(T0), &["offered", "unclaimed"], "declined");
}

#[test]
fn only_what_is_active_is_suspended_and_only_what_is_suspended_is_reinstated() {
    leads(|c| c.suspend(ISSUER, T0, why(Ground::UnderReview)), &["active"], "suspended");
    leads(|c| c.reinstate(T0), &["suspended"], "active");
}

#[test]
fn what_was_accepted_is_revoked_and_what_waits_for_an_answer_is_withdrawn() {
    for state in every_state() {
        let due = match state.name() {
            "active" | "suspended" => Ok("revoked"),
            "offered" | "unclaimed" => Ok("withdrawn"),
            other => Err(NotPossible::While(other)),
        };
        assert_eq!(while_in(state).revoke(ISSUER, T0, why(Ground::IssuedInError)).map(|c| c.state.name()), due);
    }
}

#[test]
fn what_was_withdrawn_is_nobody_elses_business() {
    let withdrawn = while_in(CredentialState::Offered { at: T0 }).revoke(ISSUER, LATER, why(Ground::IssuedInError)).unwrap();
    assert!(!withdrawn.state.public());
    assert_eq!(withdrawn.out_of_force(), Some((LATER, &why(Ground::IssuedInError))));
}

#[test]
fn a_revocation_keeps_who_when_and_why() {
    let active = while_in(CredentialState::Active { since: T0 });
    let due = CredentialState::Revoked { by: ISSUER, at: LATER, reason: why(Ground::IssuedInError) };
    assert_eq!(active.revoke(ISSUER, LATER, why(Ground::IssuedInError)).unwrap().state, due);
}

#[test]
fn an_offer_goes_unclaimed_after_ninety_days() {
    let offered = CredentialState::Offered { at: T0 };
    at(offered.clone(), Ts(T0.plus_days(90).0 - 1), offered.clone());
    at(offered, T0.plus_days(90), CredentialState::Unclaimed { at: T0.plus_days(90) });
}

#[test]
fn an_active_credential_expires_at_its_end() {
    let active = CredentialState::Active { since: T0 };
    at(active.clone(), Ts(END.0 - 1), active.clone());
    at(active, END, CredentialState::Expired { at: END });
}

#[test]
fn a_credential_without_an_end_does_not_expire() {
    let endless = Credential { until: None, ..while_in(CredentialState::Active { since: T0 }) };
    assert_eq!(endless.clone().at(Ts(i64::MAX)), endless);
}

#[test]
fn a_revocation_or_suspension_is_not_hidden_by_the_end() {
    for state in every_state().into_iter().filter(|s| matches!(s.name(), "revoked" | "suspended" | "withdrawn")) {
        at(state.clone(), END, state);
    }
}

#[test]
fn a_credential_reinstated_after_its_end_expires() {
    let reinstated = while_in(CredentialState::Suspended { by: ISSUER, at: T0, reason: why(Ground::UnderReview) }).reinstate(END).unwrap();
    assert_eq!(reinstated.at(END).state, CredentialState::Expired { at: END });
}

#[test]
fn what_was_never_accepted_is_not_public() {
    let hidden: Vec<_> = every_state().iter().filter(|s| !s.public()).map(|s| s.name()).collect();
    assert_eq!(hidden, ["offered", "declined", "unclaimed", "withdrawn"]);
}

#[test]
fn an_achievement_has_its_open_badges_type() {
    assert_eq!(Achievement::Competency(RecognitionId(1)).type_name(), "Competency");
    assert_eq!(Achievement::MicroCredential(ClaimId(1)).type_name(), "MicroCredential");
}

#[test]
fn a_refusal_names_the_state() {
    assert_eq!(NotPossible::While("revoked").to_string(), "the credential is revoked");
}

#[test]
fn what_is_for_good_has_other_grounds_than_what_is_for_a_time() {
    let active = || while_in(CredentialState::Active { since: T0 });
    for ground in Ground::ALL {
        let suspended = active().suspend(ISSUER, T0, why(ground)).is_ok();
        let revoked = active().revoke(ISSUER, T0, why(ground)).is_ok();
        assert_eq!((suspended, revoked), (Ground::FOR_A_TIME.contains(&ground), Ground::FOR_GOOD.contains(&ground)), "{ground:?}");
        assert!(suspended || revoked, "{ground:?} is of no use");
    }
}

#[test]
fn nobody_is_put_out_of_force_without_a_word() {
    let active = || while_in(CredentialState::Active { since: T0 });
    let silent = |ground| Reason { ground, words: "  ".into() };
    assert_eq!(active().suspend(ISSUER, T0, silent(Ground::UnderReview)), Err(NotPossible::NoWords));
    assert_eq!(active().revoke(ISSUER, T0, silent(Ground::IssuedInError)), Err(NotPossible::NoWords));
}

#[test]
fn a_renewed_one_replaces_what_is_in_force_or_past_its_end() {
    leads(|c| c.supersede(T0, CredentialId(2)), &["active", "expired"], "superseded");
}

#[test]
fn every_ground_is_stored_under_its_code() {
    for ground in Ground::ALL {
        assert_eq!(serde_json::to_string(&ground).unwrap(), format!("\"{}\"", ground.code()));
    }
}

fn recognised_until(until: Option<Ts>) -> CompetencyRecognition {
    CompetencyRecognition {
        id: RecognitionId(1),
        person: LEARNER,
        claim: ClaimId(1),
        profile: crate::ProfileId(1),
        version: crate::VersionId(1),
        competency: crate::CompetencyId(1),
        assessment: crate::AssessmentId(1),
        assessed_by: COLLEGE,
        results: Default::default(),
        supervision: Default::default(),
        from: T0,
        until,
        state: crate::recognition::RecognitionState::Recognised { at: T0 },
    }
}

#[test]
fn what_requires_current_competencies_ends_with_the_first_of_them() {
    let body = |requires_current| ProfileBody { validity_months: Some(24), requires_current, ..crate::example::profile(vec![]) };
    let parts = [recognised_until(Some(T0.plus_days(300))), recognised_until(None), recognised_until(Some(T0.plus_days(200)))];
    let own = Some(T0.plus_months(24));
    assert_eq!(end_of(&body(true), &parts, T0), Some(T0.plus_days(200)));
    assert_eq!(end_of(&body(false), &parts, T0), own);
    assert_eq!(end_of(&body(true), &parts[1..2], T0), own);
    assert_eq!(end_of(&ProfileBody { validity_months: None, ..body(true) }, &parts, T0), Some(T0.plus_days(200)));
}

#[test]
fn a_credential_is_renewed_from_ninety_days_before_its_end() {
    let active = while_in(CredentialState::Active { since: T0 });
    assert!(!active.renewable(Ts(END.plus_days(-90).0 - 1)) && active.renewable(END.plus_days(-90)));
    for state in every_state().into_iter().filter(|s| s.name() != "active") {
        let name = state.name();
        assert_eq!(while_in(state).renewable(END), name == "expired", "{name}");
    }
}
