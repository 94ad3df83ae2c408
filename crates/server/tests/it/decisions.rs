//! The issuer: what waits, what it rests on, and the decision.

use crate::both;
use crate::harness::World;
use domain::claim::ClaimState;
use domain::{ClaimId, Lang};
use server::urls;

async fn demonstrated(w: &World) -> ClaimId {
    let claim = w.open_claim(w.learner).await;
    for n in 0..2 {
        let assessment = w.submit(w.learner, claim, n).await;
        w.judge(w.assessor, assessment, &[]).await;
    }
    claim
}

async fn state(w: &World, id: ClaimId) -> ClaimState {
    store::claims::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap().state
}

both!(the_issuer_sees_what_the_decision_rests_on_and_awards, async |w: World| {
    let early = w.open_claim(w.other_learner).await;
    let claim = demonstrated(&w).await;
    let issuer = w.client(w.issuer).await;
    let here = urls::decision(Lang::En, claim);
    issuer.get("/en/decisions").await.is(200).says("Lena Learner").says("Waiting <span>1</span>");
    let page = issuer
        .get(&here)
        .await
        .is(200)
        .says("Harbour Crafts Association")
        .says("2 items")
        .says("Makes a line fast, step 1")
        .says("identity not checked (A0)");
    assert!(!page.body.contains("Ada Assessor"), "the body that assessed is named, not the person");
    issuer.get(&urls::decision(Lang::En, early)).await.is(404);
    issuer.get(&urls::decision(Lang::Fr, claim)).await.is(200).says("Attribuer le microtitre");
    for other in [w.assessor, w.learner, w.admin] {
        w.client(other).await.get(&here).await.is(404);
    }
    issuer.post(&here, &[]).await.leads_to("/en/decisions");
    assert!(matches!(state(&w, claim).await, ClaimState::Awarded { .. }));
    issuer.get("/en/decisions").await.is(200).says("Nothing is waiting for a decision");
    issuer.get("/en/decisions?show=decided").await.is(200).says("Lena Learner").says("Awarded");
    issuer.post(&here, &[]).await.is(409);
});

both!(a_refusal_needs_a_reason_that_the_learner_reads, async |w: World| {
    let claim = demonstrated(&w).await;
    let issuer = w.client(w.issuer).await;
    let refusal = urls::decision_refusal(Lang::En, claim);
    issuer.post(&refusal, &[("reason", "  ")]).await.is(422).says("Give the reason.");
    issuer.post(&refusal, &[("reason", "An integrity case is open.")]).await.leads_to("/en/decisions");
    assert!(matches!(state(&w, claim).await, ClaimState::NotAwarded { .. }));
    issuer.get(&urls::decision(Lang::En, claim)).await.is(200).says("An integrity case is open.");
});

both!(whoever_judged_is_told_that_a_colleague_decides, async |w: World| {
    let claim = demonstrated(&w).await;
    let mut tx = w.app.begin().await.unwrap();
    let role = domain::people::Membership { organisation: w.issuer_org, role: domain::people::Role::Issuer };
    store::people::grant(&mut tx, w.assessor, role).await.unwrap();
    tx.commit().await.unwrap();
    let both_roles = w.client(w.assessor).await;
    let page = both_roles.get(&urls::decision(Lang::En, claim)).await.is(200).says("A colleague with the issuer’s role has to decide");
    assert!(!page.body.contains("Award the micro-credential"));
    both_roles.post(&urls::decision(Lang::En, claim), &[]).await.is(409);
    assert!(matches!(state(&w, claim).await, ClaimState::AllCompetent { .. }));
});
