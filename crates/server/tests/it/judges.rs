//! Several judges of one competency: who may be the second and the third, and what each of them sees and when.

use crate::api::Program;
use crate::both;
use crate::harness::World;
use domain::assessment::{Assessment, CompetencyDecision, Outcome};
use domain::people::ConflictDeclaration;
use domain::{AssessmentId, CriterionId, Lang, PersonId};
use serde_json::{Value, json};
use server::actions::{Failure, record_judgement};
use server::urls;

async fn loaded(w: &World, id: AssessmentId) -> Assessment {
    store::assessments::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn take(w: &World, who: PersonId, id: AssessmentId) -> Result<(), Failure> {
    record_judgement::claim_assessment(&w.member(who).await, id, ConflictDeclaration::None).await
}

/// Takes it on and judges it: everything met but what is listed.
async fn score(w: &World, who: PersonId, id: AssessmentId, short: &[CriterionId]) -> Outcome {
    take(w, who, id).await.unwrap();
    let (sheet, revision) = w.sheet(id, short).await;
    record_judgement::record_judgement(&w.member(who).await, id, revision, sheet).await.unwrap()
}

/// In a world that asks for several judges, something that was judged near the line: one criterion short.
async fn near_the_line(w: World) -> (World, AssessmentId, CriterionId) {
    let w = w.judged_by_several().await;
    let claim = w.open_claim(w.learner).await;
    let id = w.submit(w.learner, claim, 0).await;
    let short = w.competency(0).criteria[0].id;
    assert_eq!(score(&w, w.assessor, id, &[short]).await, Outcome::SecondNeeded);
    (w, id, short)
}

both!(two_who_agree_decide_and_the_learner_reads_one_result, async |w: World| {
    let (w, id, short) = near_the_line(w).await;
    assert_eq!(score(&w, w.second_assessor, id, &[short]).await, Outcome::Decided(CompetencyDecision::NotYetCompetent));
    let a = loaded(&w, id).await;
    assert_eq!(a.state.judgement().unwrap().judges().count(), 2);
    let page = w.client(w.learner).await.get(&urls::claimed_competency(Lang::En, a.claim, a.competency)).await.is(200);
    page.says("The second knot slipped");
});

both!(a_judgement_that_waits_for_another_is_not_seen_by_the_learner, async |w: World| {
    let (w, id, _) = near_the_line(w).await;
    let a = loaded(&w, id).await;
    let page = w.client(w.learner).await.get(&urls::claimed_competency(Lang::En, a.claim, a.competency)).await.is(200);
    page.says("Under second review").never_says("The second knot slipped");
});

both!(the_second_assessor_sees_nothing_of_the_first, async |w: World| {
    let (w, id, _) = near_the_line(w).await;
    let second = w.client(w.second_assessor).await;
    second.get("/en/desk?show=unclaimed").await.is(200).says("Second assessor");
    take(&w, w.second_assessor, id).await.unwrap();
    let desk = second.get(&urls::assessment(Lang::En, id)).await.is(200);
    desk.says("You are the second assessor").never_says("The second knot slipped").never_says("Ada Assessor");
});

both!(the_first_assessor_sees_their_own_judgement_and_not_the_others, async |w: World| {
    let (w, id, _) = near_the_line(w).await;
    let first = w.client(w.assessor).await;
    first.get(&urls::assessment(Lang::En, id)).await.is(200).says("Not decided yet").says("The second knot slipped");
    assert_eq!(score(&w, w.second_assessor, id, &[]).await, Outcome::AdjudicationNeeded);
    first.get(&urls::assessment(Lang::En, id)).await.is(200).says("a third person decides").never_says("Second assessor");
});

both!(nobody_judges_the_same_attempt_twice, async |w: World| {
    let (w, id, _) = near_the_line(w).await;
    assert!(matches!(take(&w, w.assessor, id).await, Err(Failure::Refused("refused-must-differ"))));
    let mut tx = w.app.begin().await.unwrap();
    let mut a = store::assessments::get(&mut tx, id).await.unwrap().unwrap();
    // Past the rules, the database still refuses.
    if let domain::assessment::AssessmentState::SecondQueued { first, .. } = a.state.clone() {
        a.state = domain::assessment::AssessmentState::ScoredSecond { second: first.clone(), first };
    }
    assert!(store::assessments::save(&mut tx, &a).await.is_err());
});

both!(nobody_scores_their_own_claim_even_past_the_rules, async |w: World| {
    let (w, id, _) = near_the_line(w).await;
    let mut tx = w.app.begin().await.unwrap();
    let mut a = store::assessments::get(&mut tx, id).await.unwrap().unwrap();
    if let domain::assessment::AssessmentState::SecondQueued { first, since } = a.state.clone() {
        let first = domain::assessment::Score { assessor: w.learner, ..first };
        a.state = domain::assessment::AssessmentState::SecondQueued { first, since };
    }
    assert!(store::assessments::save(&mut tx, &a).await.is_err());
});

both!(two_who_differ_are_settled_by_a_third_with_experience_who_sees_both_afterwards, async |w: World| {
    let (w, id, short) = near_the_line(w).await;
    score(&w, w.second_assessor, id, &[]).await;
    let new = w.another_assessor("Nils New", w.issuer_org, 30).await;
    assert!(matches!(take(&w, new, id).await, Err(Failure::Refused("refused-too-new"))));
    let third = w.another_assessor("Ella Elder", w.issuer_org, 800).await;
    let client = w.client(third).await;
    client.get("/en/desk?show=unclaimed").await.is(200).says("Two assessors differ");
    take(&w, third, id).await.unwrap();
    let page = client.get(&urls::assessment(Lang::En, id)).await.is(200);
    page.says("Two assessors judged this differently").never_says("The second knot slipped");
    let (sheet, revision) = w.sheet(id, &[short]).await;
    let outcome = record_judgement::record_judgement(&w.member(third).await, id, revision, sheet).await.unwrap();
    assert_eq!(outcome, Outcome::Decided(CompetencyDecision::NotYetCompetent));
    for judge in [third, w.assessor, w.second_assessor] {
        let page = w.client(judge).await.get(&urls::assessment(Lang::En, id)).await.is(200);
        page.says("What each judge found").says("nothing is averaged");
    }
});

both!(a_difference_that_waited_three_working_days_is_open_to_all_in_scope, async |w: World| {
    let (w, id, _) = near_the_line(w).await;
    score(&w, w.second_assessor, id, &[]).await;
    let new = w.another_assessor("Nils New", w.issuer_org, 30).await;
    let client = w.client(new).await;
    client.get("/en/desk?show=unclaimed").await.is(200).never_says("Two assessors differ");
    w.app.clock.advance(5 * domain::time::DAY);
    client.get("/en/desk?show=unclaimed").await.is(200).says("Two assessors differ");
    take(&w, new, id).await.unwrap();
});

both!(what_was_taken_on_and_not_begun_is_back_in_the_queue_after_two_working_days, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let (untouched, begun) = (w.submit(w.learner, claim, 0).await, w.submit(w.learner, claim, 1).await);
    take(&w, w.assessor, untouched).await.unwrap();
    take(&w, w.assessor, begun).await.unwrap();
    let (sheet, revision) = w.sheet(begun, &[]).await;
    record_judgement::save_draft(&w.member(w.assessor).await, begun, revision, sheet).await.unwrap();
    w.app.clock.advance(4 * domain::time::DAY);
    server::jobs::pass_time::run(&w.app).await.unwrap();
    assert_eq!(loaded(&w, untouched).await.state.name(), "queued");
    assert_eq!(loaded(&w, begun).await.state.name(), "in_progress");
    take(&w, w.assessor, untouched).await.unwrap();
});

both!(programs_are_told_what_a_judgement_led_to_and_see_the_scores_afterwards, async |w: World| {
    let (w, id, _) = near_the_line(w).await;
    let program = Program::all(&w, w.second_assessor).await;
    let open = program.get(&format!("/assessments/{id}")).await.is(200).json;
    assert_eq!((open["seat"].as_str(), open["desk"].is_null()), (Some("second"), true));
    program.post(&format!("/assessments/{id}/assignment"), Value::Null).await.is(204);
    let desk = program.get(&format!("/assessments/{id}")).await.is(200).json["desk"].clone();
    assert_eq!((&desk["scores"], &desk["sheet"]["results"]), (&json!([]), &json!({})), "they begin with nothing");
    let yes = json!({ "valid": true, "authentic": true, "reliable": true, "current": true, "sufficient": true });
    let evidence: serde_json::Map<_, _> =
        desk["evidence"].as_array().unwrap().iter().map(|e| (e["id"].as_str().unwrap().to_owned(), yes.clone())).collect();
    let results: serde_json::Map<_, _> =
        open["criteria"].as_array().unwrap().iter().map(|c| (c.as_str().unwrap().to_owned(), json!("competent"))).collect();
    let sent = json!({ "revision": desk["revision"], "sheet": { "results": results, "evidence": evidence } });
    let judged = program.post(&format!("/assessments/{id}/judgement"), sent).await.is(200).json;
    assert_eq!(judged, json!({ "outcome": "adjudication_needed", "decision": null }));
});
