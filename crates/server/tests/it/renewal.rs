//! Ends, reminders and renewal: what time does to credentials, and how a newer one replaces an older (E2).

use crate::both;
use crate::credential::{competency, kept};
use crate::harness::World;
use domain::credential::CredentialState;
use domain::people::ConflictDeclaration;
use domain::{CredentialId, Lang, PersonId};
use server::actions::Failure;
use server::actions::award_credential::{accept_credential, award_credential};
use server::actions::record_judgement::{ask_learner, claim_assessment};
use server::actions::renew_credential::renew_credential;
use server::jobs::pass_time;
use server::urls;

const DAY: i64 = 86_400_000_000;

async fn subjects(w: &World, to: PersonId) -> Vec<String> {
    let all = store::messages::latest(&mut w.app.read().await.unwrap(), 0, 100).await.unwrap();
    all.into_iter().filter(|m| m.person == Some(to)).map(|m| m.subject).collect()
}

async fn events(w: &World, id: CredentialId, name: &str) -> usize {
    let entries = store::events::of(&mut w.app.read().await.unwrap(), &id.to_string(), 0, 100).await.unwrap();
    entries.iter().filter(|e| e.name == name).count()
}

/// A whole claim, judged, awarded and accepted.
async fn micro_credential(w: &World) -> CredentialId {
    let claim = w.open_claim(w.learner).await;
    for n in 0..2 {
        let assessment = w.submit(w.learner, claim, n).await;
        w.judge(w.assessor, assessment, &[]).await;
    }
    let id = award_credential(&w.member(w.issuer).await, claim).await.unwrap();
    w.run_jobs().await;
    accept_credential(&w.member(w.learner).await, id).await.unwrap();
    id
}

both!(the_end_is_announced_once_and_comes_once, async |w: World| {
    let id = competency(&w).await;
    let until = kept(&w, id).await.until.unwrap();
    assert_eq!(pass_time::run(&w.app).await.unwrap(), 0, "nothing is due yet");
    w.app.clock.advance(until.0 - 60 * DAY - w.app.now().0);
    pass_time::run(&w.app).await.unwrap();
    pass_time::run(&w.app).await.unwrap();
    assert_eq!(subjects(&w, w.learner).await.iter().filter(|s| s.starts_with("Ends on")).count(), 1);
    assert_eq!(events(&w, id, "expiry_announced").await, 1);
    w.app.clock.advance(61 * DAY);
    pass_time::run(&w.app).await.unwrap();
    pass_time::run(&w.app).await.unwrap();
    assert_eq!(kept(&w, id).await.state, CredentialState::Expired { at: until });
    assert_eq!(events(&w, id, "credential_expired").await, 1);
    assert_eq!(subjects(&w, w.learner).await.iter().filter(|s| s.starts_with("Ended:")).count(), 1);
    w.stranger().get(&urls::credential(Lang::En, id)).await.is(200).says("genuine but has expired");
});

both!(a_question_without_an_answer_goes_back_to_the_assessor, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let id = w.submit(w.learner, claim, 0).await;
    let assessor = w.member(w.assessor).await;
    claim_assessment(&assessor, id, ConflictDeclaration::None).await.unwrap();
    ask_learner(&assessor, id, "Which rope was it?".to_owned()).await.unwrap();
    w.app.clock.advance(13 * DAY);
    assert_eq!(pass_time::run(&w.app).await.unwrap(), 0);
    w.app.clock.advance(DAY);
    assert_eq!(pass_time::run(&w.app).await.unwrap(), 1);
    assert_eq!(pass_time::run(&w.app).await.unwrap(), 0);
    let on = store::assessments::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap();
    assert_eq!((on.state.name(), on.state.assessor()), ("in_progress", Some(w.assessor)));
    assert!(subjects(&w, w.assessor).await.iter().any(|s| s.starts_with("No answer came")));
    assert!(subjects(&w, w.learner).await.iter().any(|s| s.starts_with("Your assessment goes on")));
});

both!(a_claim_falls_asleep_and_new_evidence_wakes_it, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, claim, 0).await;
    w.judge(w.assessor, assessment, &[w.body.competencies[0].criteria[0].id]).await;
    let state = async || store::claims::get(&mut w.app.read().await.unwrap(), claim).await.unwrap().unwrap().state.name();
    assert_eq!(state().await, "gaps_open");
    w.app.clock.advance(179 * DAY);
    pass_time::run(&w.app).await.unwrap();
    assert_eq!(state().await, "gaps_open");
    w.app.clock.advance(2 * DAY);
    pass_time::run(&w.app).await.unwrap();
    assert_eq!(state().await, "dormant");
    assert!(subjects(&w, w.learner).await.iter().any(|s| s.starts_with("Still open")));
    w.submit(w.learner, claim, 0).await;
    assert_eq!(state().await, "under_assessment");
});

both!(an_offer_that_waits_in_vain_can_still_be_accepted, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    for n in 0..2 {
        let assessment = w.submit(w.learner, claim, n).await;
        w.judge(w.assessor, assessment, &[]).await;
    }
    let id = award_credential(&w.member(w.issuer).await, claim).await.unwrap();
    w.app.clock.advance(91 * DAY);
    pass_time::run(&w.app).await.unwrap();
    pass_time::run(&w.app).await.unwrap();
    assert_eq!((kept(&w, id).await.state.name(), events(&w, id, "offer_lapsed").await), ("unclaimed", 1));
    assert!(subjects(&w, w.learner).await.iter().any(|s| s.starts_with("Still waiting")));
    accept_credential(&w.member(w.learner).await, id).await.unwrap();
    assert_eq!(kept(&w, id).await.state.name(), "active");
});

both!(a_renewed_credential_replaces_the_old_one, async |w: World| {
    let old = micro_credential(&w).await;
    let me = w.member(w.learner).await;
    assert!(matches!(renew_credential(&me, old).await, Err(Failure::Refused("refused-not-renewable"))));
    let until = kept(&w, old).await.until.unwrap();
    w.app.clock.advance(until.0 + DAY - w.app.now().0);
    let here = urls::credential_settings(Lang::En, old);
    let client = w.client(w.learner).await;
    client.get(&here).await.is(200).says("Begin the renewal");
    w.client(w.other_learner).await.post(&format!("{here}/renewal"), &[]).await.is(404);
    let claim = w.open_claim_of_renewal(old).await;
    assert_eq!(renew_credential(&w.member(w.learner).await, old).await.unwrap(), claim, "the same claim goes on");
    for n in 0..2 {
        let assessment = w.submit(w.learner, claim, n).await;
        w.judge(w.assessor, assessment, &[]).await;
    }
    let new = award_credential(&w.member(w.issuer).await, claim).await.unwrap();
    w.run_jobs().await;
    assert_eq!(kept(&w, old).await.at(w.app.now()).state.name(), "expired", "nothing changes until the new one is accepted");
    accept_credential(&w.member(w.learner).await, new).await.unwrap();
    assert_eq!(kept(&w, old).await.state, CredentialState::Superseded { at: w.app.now(), by: new });
    assert_eq!(events(&w, old, "credential_superseded").await, 1);
    w.stranger().get(&urls::credential(Lang::En, old)).await.is(200).says("A renewed one has replaced it");
    w.stranger().get(&urls::credential(Lang::En, new)).await.is(200).says("genuine and in force");
});

both!(a_competency_shown_anew_replaces_its_older_credential, async |w: World| {
    let old = competency(&w).await;
    let me = w.member(w.learner).await;
    w.app.clock.advance(40 * 31 * DAY);
    let again = w.member(w.learner).await;
    assert!(matches!(renew_credential(&again, old).await, Err(Failure::Refused("refused-renew-open-claim"))));
    let claims = store::claims::of_learner(&mut w.app.read().await.unwrap(), w.learner, 0, 9).await.unwrap();
    server::actions::open_claim::withdraw_claim(&again, claims[0].id).await.unwrap();
    let claim = renew_credential(&again, old).await.unwrap();
    let assessment = w.submit(w.learner, claim, 0).await;
    w.judge(w.assessor, assessment, &[]).await;
    assert_eq!(kept(&w, old).await.state.name(), "superseded");
    drop(me);
});
