use super::*;
use crate::AssessmentId;
use crate::example::{LEARNER, OTHER, T0, credential, item};

const LATER: Ts = Ts(T0.0 + 1);

fn after(state: CredentialState, wish: Wish) -> (&'static str, bool) {
    let after = credential(state).when_holder_goes(wish, LEARNER, LATER, "The holder asked.").unwrap();
    (after.state.name(), after.goes_with_holder(wish))
}

#[test]
fn a_wish_is_known_by_its_name() {
    assert!(Wish::ALL.iter().all(|wish| Wish::parse(wish.code()) == Some(*wish)));
    assert_eq!(Wish::parse("everything"), None);
}

#[test]
fn what_is_in_force_stays_unless_the_holder_wants_it_revoked() {
    let active = CredentialState::Active { since: T0 };
    assert_eq!(after(active.clone(), Wish::Keep), ("active", false));
    assert_eq!(after(active.clone(), Wish::Unlist), ("active", true));
    assert_eq!(after(active, Wish::Revoke), ("revoked", true));
}

#[test]
fn what_is_over_stays_over_and_an_offer_is_declined() {
    let expired = CredentialState::Expired { at: T0 };
    assert_eq!(after(expired, Wish::Revoke), ("expired", true));
    assert_eq!(after(CredentialState::Offered { at: T0 }, Wish::Keep), ("declined", true));
}

#[test]
fn evidence_goes_unless_a_decision_rests_on_it_or_a_complaint_is_open() {
    let assessment = AssessmentId(1);
    let gone = |state| EvidenceItem { state, ..item(1) }.when_learner_goes(LATER);
    let emptied = gone(EvidenceState::InReview { assessment, at: T0 });
    assert_eq!((emptied.state.name(), emptied.title.as_str(), emptied.occasion.setting.as_str()), ("withdrawn", "", ""));
    assert_eq!(emptied.content, Content::Awaited { file_name: String::new() });
    let kept = gone(EvidenceState::ReliedOn { assessment, at: T0 });
    assert_eq!((kept.state.name(), kept.title), ("access_restricted", item(1).title));
    let before = Box::new(EvidenceState::Submitted { at: T0 });
    let held = gone(EvidenceState::Quarantined { by: OTHER, at: T0, reason: "why".into(), before });
    assert_eq!(held.state.name(), "quarantined");
}
