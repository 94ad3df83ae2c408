//! The loop, act by act, on both databases.

use crate::both;
use crate::harness::World;
use domain::claim::{ClaimState, Standing};
use domain::credential::{Achievement, CredentialState};
use server::actions::award_credential::{accept_credential, award_credential};
use server::actions::{Failure, record_judgement};

async fn claim(w: &World, id: domain::ClaimId) -> domain::claim::Claim {
    store::claims::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap()
}

both!(a_gap_then_new_evidence_then_the_credential_verifies, async |w: World| {
    let id = w.open_claim(w.learner).await;
    let first = w.submit(w.learner, id, 0).await;
    let second = w.submit(w.learner, id, 1).await;
    let unmet = w.competency(1).criteria[0].id;
    w.judge(w.assessor, first, &[]).await;
    w.judge(w.assessor, second, &[unmet]).await;
    let after = claim(&w, id).await;
    assert!(matches!(after.state, ClaimState::GapsOpen { .. }), "{:?}", after.state);
    assert_eq!(after.part(w.competency(1).id).unwrap().open(w.competency(1)), [unmet]);

    w.run_jobs().await;
    let recognitions = store::awards::recognitions_of_claim(&mut w.app.read().await.unwrap(), id).await.unwrap();
    let about = Achievement::Competency(recognitions[0].id);
    let credential = store::awards::credential_about(&mut w.app.read().await.unwrap(), about).await.unwrap().unwrap();
    let document = serde_json::from_str(&credential.document.expect("signed by the job")).unwrap();
    let report = server::verifying::check_here(&w.app, &document).await.unwrap().unwrap();
    assert_eq!(report.verdict, vc::Verdict::Valid, "{report:?}");

    let again = w.submit(w.learner, id, 1).await;
    w.judge(w.assessor, again, &[]).await;
    assert!(matches!(claim(&w, id).await.state, ClaimState::AllCompetent { .. }));
    let granted = award_credential(&w.member(w.issuer).await, id).await.unwrap();
    w.run_jobs().await;
    accept_credential(&w.member(w.learner).await, granted).await.unwrap();
    let held = store::awards::credential(&mut w.app.read().await.unwrap(), granted).await.unwrap().unwrap();
    assert!(matches!(held.state, CredentialState::Active { .. }));
    let report = server::verifying::check_here(&w.app, &serde_json::from_str(&held.document.unwrap()).unwrap()).await.unwrap().unwrap();
    assert_eq!(report.verdict, vc::Verdict::Valid, "{report:?}");
});

both!(only_unmet_criteria_are_judged_again_and_attempts_leave_no_trace, async |w: World| {
    let id = w.open_claim(w.learner).await;
    let unmet = w.competency(0).criteria[1].id;
    let first = w.submit(w.learner, id, 0).await;
    w.judge(w.assessor, first, &[unmet]).await;
    let second = w.submit(w.learner, id, 0).await;
    let assessment = store::assessments::get(&mut w.app.read().await.unwrap(), second).await.unwrap().unwrap();
    assert_eq!(assessment.criteria, [unmet]);
    w.judge(w.assessor, second, &[]).await;
    w.run_jobs().await;
    let part = claim(&w, id).await.part(w.competency(0).id).unwrap().clone();
    let Standing::Demonstrated { recognition, .. } = part.standing else { panic!("{:?}", part.standing) };
    let credential =
        store::awards::credential_about(&mut w.app.read().await.unwrap(), Achievement::Competency(recognition)).await.unwrap().unwrap();
    let document = credential.document.unwrap();
    assert!(!document.contains("slipped") && !document.to_lowercase().contains("attempt"), "{document}");
});

both!(the_owner_of_a_claim_can_never_judge_it, async |w: World| {
    let scope = domain::people::AssessorScope {
        person: w.learner,
        organisation: w.owner,
        profile: w.profile,
        competencies: vec![],
        from: w.app.now(),
        until: w.app.now().plus_days(9),
    };
    server::actions::run_instance::grant_scope(&w.member(w.admin).await, scope).await.unwrap();
    let id = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, id, 0).await;
    let refused =
        record_judgement::claim_assessment(&w.member(w.learner).await, assessment, domain::people::ConflictDeclaration::None).await;
    assert!(matches!(refused, Err(Failure::Refused("refused-own-claim"))), "{refused:?}");
});

both!(somebody_without_scope_does_not_learn_that_an_assessment_exists, async |w: World| {
    let id = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, id, 0).await;
    let refused =
        record_judgement::claim_assessment(&w.member(w.other_learner).await, assessment, domain::people::ConflictDeclaration::None).await;
    assert!(matches!(refused, Err(Failure::Missing)), "{refused:?}");
});

both!(of_two_who_decide_at_once_one_wins_and_the_other_is_told, async |w: World| {
    let id = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, id, 0).await;
    let who = w.member(w.assessor).await;
    record_judgement::claim_assessment(&who, assessment, domain::people::ConflictDeclaration::None).await.unwrap();
    let (sheet, revision) = w.sheet(assessment, &[]).await;
    let (a, b) = tokio::join!(
        record_judgement::record_judgement(&who, assessment, revision, sheet.clone()),
        record_judgement::record_judgement(&who, assessment, revision, sheet.clone())
    );
    assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1, "{a:?} {b:?}");
    let recognitions = store::awards::recognitions_of_claim(&mut w.app.read().await.unwrap(), id).await.unwrap();
    assert_eq!(recognitions.len(), 1);
});

both!(the_issuer_decides_and_nobody_who_judged, async |w: World| {
    let id = w.open_claim(w.learner).await;
    for n in 0..2 {
        let assessment = w.submit(w.learner, id, n).await;
        w.judge(w.assessor, assessment, &[]).await;
    }
    let refused = award_credential(&w.member(w.assessor).await, id).await;
    assert!(matches!(refused, Err(Failure::Missing)), "{refused:?}");
    let mut tx = w.app.begin().await.unwrap();
    let issuer = domain::people::Membership { organisation: w.issuer_org, role: domain::people::Role::Issuer };
    store::people::grant(&mut tx, w.assessor, issuer).await.unwrap();
    tx.commit().await.unwrap();
    let refused = award_credential(&w.member(w.assessor).await, id).await;
    assert!(matches!(refused, Err(Failure::Refused("refused-judged"))), "{refused:?}");
});

both!(what_happened_to_a_claim_is_an_unbroken_chain, async |w: World| {
    let id = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, id, 0).await;
    w.judge(w.assessor, assessment, &[]).await;
    let mut tx = w.app.begin().await.unwrap();
    assert_eq!(store::events::check(&mut tx, &id.to_string()).await.unwrap(), None);
    store::testing::tamper_with_event(&mut tx, &id.to_string(), 2).await.unwrap();
    let broken = store::events::check(&mut tx, &id.to_string()).await.unwrap().expect("a changed entry is found");
    assert_eq!(broken.seq, 2);
});
