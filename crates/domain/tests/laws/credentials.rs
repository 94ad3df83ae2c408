//! Laws of credentials and recognitions, whatever happens and however much time passes.

use crate::worlds::*;
use domain::credential::*;
use domain::recognition::*;
use domain::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Something done to a credential or recognition, at so many days from `T0`.
#[derive(Clone, Copy, Debug)]
enum Act {
    Accept,
    Decline,
    Suspend,
    Reinstate,
    Revoke,
    Supersede,
    Confirm,
    Rescind,
    Wait(i64),
}

fn act() -> impl Strategy<Value = Act> {
    use Act::*;
    let done = prop::sample::select(&[Accept, Decline, Suspend, Reinstate, Revoke, Supersede, Confirm, Rescind][..]);
    prop_oneof![3 => done, 1 => (0..2_000i64).prop_map(Wait)]
}

fn offered() -> impl Strategy<Value = Credential> {
    option::of(0..1_500i64).prop_map(|days| Credential {
        id: CredentialId(1),
        holder: Some(LEARNER),
        recipient: Recipient { name: "Lena".into(), email: Some("lena@example.org".into()) },
        title: Text::of("Rope work", "Matelotage"),
        issuer: OrganisationId(1),
        achievement: Achievement::MicroCredential(ClaimId(1)),
        from: T0,
        until: days.map(|d| T0.plus_days(d)),
        status: None,
        state: CredentialState::Offered { at: T0 },
        listed: false,
        document: None,
        revision: 0,
    })
}

fn recognised() -> impl Strategy<Value = CompetencyRecognition> {
    let state = prop_oneof![Just(RecognitionState::Provisional { at: T0 }), Just(RecognitionState::Recognised { at: T0 })];
    (option::of(0..1_500i64), state).prop_map(|(days, state)| CompetencyRecognition {
        id: RecognitionId(1),
        person: LEARNER,
        claim: ClaimId(1),
        profile: ProfileId(1),
        version: VersionId(1),
        competency: CompetencyId(1),
        assessment: AssessmentId(1),
        assessed_by: OrganisationId(1),
        results: BTreeMap::new(),
        supervision: Default::default(),
        from: T0,
        until: days.map(|d| T0.plus_days(d)),
        state,
    })
}

fn to_credential(act: Act, to: Credential) -> Result<Credential, NotPossible> {
    let (by, why) = (PersonId(9), |ground| Reason { ground, words: "why".to_owned() });
    match act {
        Act::Accept => to.accept(T0),
        Act::Decline => to.decline(T0),
        Act::Suspend => to.suspend(by, T0, why(Ground::UnderReview)),
        Act::Reinstate => to.reinstate(T0),
        Act::Revoke => to.revoke(by, T0, why(Ground::IssuedInError)),
        Act::Supersede => to.supersede(T0, CredentialId(2)),
        Act::Wait(days) => Ok(to.at(T0.plus_days(days))),
        Act::Confirm | Act::Rescind => Ok(to),
    }
}

fn to_recognition(act: Act, to: CompetencyRecognition) -> Result<CompetencyRecognition, NotNow> {
    let (by, why) = (PersonId(9), "why".to_owned());
    match act {
        Act::Confirm => to.confirm(T0),
        Act::Suspend => to.suspend(by, T0, why),
        Act::Rescind => to.rescind(by, T0, why),
        Act::Wait(days) => Ok(to.at(T0.plus_days(days))),
        Act::Accept | Act::Decline | Act::Reinstate | Act::Revoke | Act::Supersede => Ok(to),
    }
}

proptest! {
    #[test]
    fn whatever_happens_to_a_credential_its_end_is_its_end_and_the_public_stays_informed(
        credential in offered(),
        acts in vec(act(), 0..30),
    ) {
        let (mut now, mut accepted) = (credential, false);
        for act in acts {
            let before = now.clone();
            match to_credential(act, now) {
                Ok(after) => {
                    accepted |= matches!(act, Act::Accept);
                    now = after;
                }
                Err(why) => {
                    prop_assert_eq!(why, NotPossible::While(before.state.name()));
                    now = before.clone();
                }
            }
            prop_assert_eq!(now.state.public(), accepted, "public without the holder's word, or hidden after it");
            if matches!(before.state.name(), "declined" | "revoked" | "superseded") {
                prop_assert_eq!(&now.state, &before.state, "changed after its end");
            }
            if before.state.name() == "expired" {
                prop_assert!(matches!(now.state.name(), "expired" | "superseded"), "in force after its end");
            }
        }
    }

    #[test]
    fn whatever_happens_to_a_recognition_its_end_is_its_end(recognition in recognised(), acts in vec(act(), 0..30)) {
        let mut now = recognition;
        for act in acts {
            let before = now.clone();
            match to_recognition(act, now) {
                Ok(after) => now = after,
                Err(NotNow(name)) => {
                    prop_assert_eq!(name, before.state.name());
                    now = before.clone();
                }
            }
            if matches!(before.state.name(), "expired" | "rescinded") {
                prop_assert_eq!(&now.state, &before.state, "changed after its end");
            }
            if now.state.name() == "expired" {
                prop_assert!(now.until.is_some(), "expired without an end");
            }
        }
    }

    #[test]
    fn looking_at_a_credential_in_between_changes_nothing(
        credential in offered(),
        acts in vec(act(), 0..10),
        first in 0..2_000i64,
        then in 0..2_000i64,
    ) {
        let reached = acts.into_iter().fold(credential, |c, act| to_credential(act, c.clone()).unwrap_or(c));
        let last = T0.plus_days(first + then);
        prop_assert_eq!(reached.clone().at(T0.plus_days(first)).at(last), reached.at(last));
    }

    #[test]
    fn looking_at_a_recognition_in_between_changes_nothing(
        recognition in recognised(),
        acts in vec(act(), 0..10),
        first in 0..2_000i64,
        then in 0..2_000i64,
    ) {
        let reached = acts.into_iter().fold(recognition, |r, act| to_recognition(act, r.clone()).unwrap_or(r));
        let last = T0.plus_days(first + then);
        prop_assert_eq!(reached.clone().at(T0.plus_days(first)).at(last), reached.at(last));
    }
}
