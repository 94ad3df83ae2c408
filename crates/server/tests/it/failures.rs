//! What people see when something is wrong: a clear answer, and nothing lost.

use crate::both;
use crate::harness::World;
use domain::credential::Achievement;
use domain::people::ConflictDeclaration;
use server::actions::add_evidence::{link_evidence, withdraw_evidence};
use server::actions::submit_competency::{Signed, submit_competency};
use server::actions::write_profile::edit_profile;
use server::actions::{Failure, record_judgement};
use server::jobs::Job;

both!(a_database_that_is_gone_is_said_plainly_and_may_be_retried, async |w: World| {
    let learner = w.client(w.learner).await;
    w.app.db.close().await;
    for path in ["/en/catalogue", "/fr/catalogue"] {
        let answer = learner.get(path).await.is(503);
        assert_eq!(answer.header("retry-after").as_deref(), Some("5"));
        assert!(answer.header("content-type").is_some_and(|t| t.starts_with("text/html")));
    }
});

both!(a_draft_made_from_an_old_page_never_overwrites, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, claim, 0).await;
    let who = w.member(w.assessor).await;
    record_judgement::claim_assessment(&who, assessment, ConflictDeclaration::None).await.unwrap();
    let (sheet, revision) = w.sheet(assessment, &[]).await;
    let next = record_judgement::save_draft(&who, assessment, revision, sheet.clone()).await.unwrap();
    let late = record_judgement::save_draft(&who, assessment, revision, Default::default()).await;
    assert!(matches!(late, Err(Failure::Stale)), "{late:?}");
    let kept = store::assessments::get(&mut w.app.read().await.unwrap(), assessment).await.unwrap().unwrap();
    assert_eq!((kept.draft, kept.revision), (sheet, next));
});

both!(a_job_that_fails_holds_up_no_other_and_is_tried_again, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, claim, 0).await;
    let mut tx = w.app.begin().await.unwrap();
    let lost = Job::SignCredential { credential: w.app.id() };
    store::jobs::add(&mut tx, w.app.id(), lost.kind(), &lost.payload(), w.app.now()).await.unwrap();
    tx.commit().await.unwrap();
    w.judge(w.assessor, assessment, &[]).await;
    server::jobs::run_due(&w.app).await.unwrap();
    let mut tx = w.app.read().await.unwrap();
    let recognition = store::awards::recognitions_of_claim(&mut tx, claim).await.unwrap().remove(0).id;
    let credential = store::awards::credential_about(&mut tx, Achievement::Competency(recognition)).await.unwrap().unwrap();
    assert!(credential.document.is_some(), "signed, although the job before it failed");
    assert_eq!(store::jobs::waiting(&mut tx).await.unwrap(), (1, 0));
});

both!(a_published_version_is_never_edited, async |w: World| {
    let version = store::profiles::version(&mut w.app.read().await.unwrap(), w.version).await.unwrap().unwrap();
    let refused = edit_profile(&w.member(w.author).await, w.version, version.revision, version.body.clone(), None).await;
    assert!(matches!(refused, Err(Failure::Refused("refused-published"))), "{refused:?}");
});

both!(nothing_is_sent_before_it_is_sufficient_declared_and_new, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let who = w.member(w.learner).await;
    let competency = w.competency(0).id;
    let signed = Signed { own_work: true, help_used: "None".to_owned(), same_assessor: true };
    let early = submit_competency(&who, claim, competency, signed.clone()).await;
    assert!(matches!(early, Err(Failure::Refused("refused-not-sufficient"))), "{early:?}");
    let all: Vec<_> = w.competency(0).criteria.iter().map(|c| c.id).collect();
    w.add_texts(w.learner, claim, 0, &all).await;
    let unsigned = submit_competency(&who, claim, competency, Signed { own_work: false, ..signed.clone() }).await;
    assert!(matches!(&unsigned, Err(Failure::Invalid(e)) if e[0].field == "own_work"), "{unsigned:?}");
    let silent = submit_competency(&who, claim, competency, Signed { help_used: " ".to_owned(), ..signed.clone() }).await;
    assert!(matches!(&silent, Err(Failure::Invalid(e)) if e[0].field == "help_used"), "{silent:?}");
    let first = submit_competency(&who, claim, competency, signed.clone()).await.unwrap();
    w.judge(w.assessor, first, &[all[0]]).await;
    let stale = submit_competency(&who, claim, competency, signed).await;
    assert!(matches!(stale, Err(Failure::Refused("refused-nothing-new"))), "{stale:?}");
});

both!(evidence_that_a_decision_rests_on_is_hidden_and_not_removed, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, claim, 0).await;
    w.judge(w.assessor, assessment, &[]).await;
    let items = store::evidence::of_claim(&mut w.app.read().await.unwrap(), claim).await.unwrap();
    withdraw_evidence(&w.member(w.learner).await, items[0].id).await.unwrap();
    let kept = store::evidence::get(&mut w.app.read().await.unwrap(), items[0].id).await.unwrap().unwrap();
    assert_eq!(kept.state.name(), "access_restricted");
    let refused = link_evidence(&w.member(w.other_learner).await, items[1].id, vec![]).await;
    assert!(matches!(refused, Err(Failure::Missing)), "{refused:?}");
});

both!(somebody_elses_claim_is_not_there, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let other = w.client(w.other_learner).await;
    other.get(&server::urls::claim(domain::Lang::En, claim)).await.is(404);
    w.client(w.learner).await.get(&server::urls::claim(domain::Lang::En, claim)).await.is(200);
});

both!(several_pieces_of_evidence_can_arrive_at_once, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let criteria: Vec<_> = w.competency(0).criteria.iter().map(|c| c.id).collect();
    let add = || w.add_texts(w.learner, claim, 0, &criteria);
    let (a, b, c) = tokio::join!(add(), add(), add());
    assert_eq!(a.len() + b.len() + c.len(), 6);
    assert_eq!(store::events::check(&mut w.app.read().await.unwrap(), &claim.to_string()).await.unwrap(), None);
});
