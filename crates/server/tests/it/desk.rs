//! The assessor's desk: what is in the queue, who sees it, and that nothing that was filled in is lost.

use crate::both;
use crate::harness::{Client, T0, World};
use axum::http::Method;
use domain::assessment::{AssessmentState, CriterionResult, ScoreSheet};
use domain::people::{AssessorScope, ConflictDeclaration};
use domain::{AssessmentId, EvidenceId, Lang};
use server::actions::record_judgement;
use server::urls;

async fn loaded(w: &World, id: AssessmentId) -> domain::assessment::Assessment {
    store::assessments::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn items(w: &World, id: AssessmentId) -> Vec<EvidenceId> {
    let a = loaded(w, id).await;
    let items = store::evidence::of_competency(&mut w.app.read().await.unwrap(), a.claim, a.competency).await.unwrap();
    items.iter().map(|i| i.id).collect()
}

/// Something sent and taken on, with the assessor's browser.
async fn taken(w: &World) -> (AssessmentId, Client) {
    let claim = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, claim, 0).await;
    record_judgement::claim_assessment(&w.member(w.assessor).await, assessment, ConflictDeclaration::None).await.unwrap();
    (assessment, w.client(w.assessor).await)
}

/// The fields of a sheet in which everything is met and relied on, but for what `change` names.
async fn fields(w: &World, id: AssessmentId, change: &[(&str, &str)]) -> Vec<(String, String)> {
    let a = loaded(w, id).await;
    let mut all = vec![("revision".to_owned(), a.revision.to_string())];
    all.extend(a.criteria.iter().map(|c| (format!("result-{c}"), "competent".to_owned())));
    for item in items(w, id).await {
        all.extend(["valid", "authentic", "reliable", "current", "sufficient"].map(|l| (format!("{l}-{item}"), "yes".to_owned())));
    }
    for (name, value) in change {
        all.retain(|(n, _)| n != name);
        all.push(((*name).to_owned(), (*value).to_owned()));
    }
    all
}

fn sent(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect()
}

both!(the_queue_shows_numbers_instead_of_names_and_what_a_scope_covers, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    w.submit(w.learner, claim, 0).await;
    let second = w.submit(w.learner, claim, 1).await;
    let narrow = AssessorScope {
        person: w.second_assessor,
        organisation: w.owner,
        profile: w.profile,
        competencies: vec![w.competency(1).id],
        from: T0.plus_days(-1),
        until: T0.plus_days(365),
    };
    let mut tx = w.app.begin().await.unwrap();
    store::people::set_scope(&mut tx, &narrow).await.unwrap();
    tx.commit().await.unwrap();
    let both = w.client(w.assessor).await.get("/en/desk?show=unclaimed").await.is(200).says("Makes a line fast").says("Tends a line");
    assert!(!both.body.contains("Lena"), "a name at the desk");
    assert!(both.body.contains("Unclaimed <span>2</span>"), "both are counted");
    let one = w.client(w.second_assessor).await.get("/en/desk?show=unclaimed").await.is(200).says("Tends a line");
    assert!(!one.body.contains("Makes a line fast") && one.body.contains("Unclaimed <span>1</span>"), "the scope leaves the other out");
    w.client(w.second_assessor).await.get(&urls::assessment(Lang::En, second)).await.is(200).says("conflict of interest");
    w.client(w.author).await.get("/en/desk").await.is(404);
    w.client(w.other_learner).await.get(&urls::assessment(Lang::En, second)).await.is(404);
});

both!(a_tie_sends_it_back_and_none_takes_it_on, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, claim, 0).await;
    let here = urls::assessment(Lang::En, assessment);
    let assessor = w.client(w.assessor).await;
    assessor.post(&here, &[]).await.is(422).says("Say whether there is a conflict of interest.");
    assessor.post(&here, &[("conflict", "tie"), ("tie", " ")]).await.is(422).says("Say why you step back");
    assessor.post(&here, &[("conflict", "tie"), ("tie", "We share a boat.")]).await.leads_to("/en/desk");
    assert!(loaded(&w, assessment).await.not_by.contains(&w.assessor));
    assessor.get(&here).await.is(404);
    let other = w.client(w.second_assessor).await;
    other.get("/en/desk?show=unclaimed").await.says("The assessor before stepped back");
    other.post(&here, &[("conflict", "none")]).await.leads_to(&here);
    other.get(&here).await.is(200).says("Rubric, level 2").says("0 of 3 scored").says("Before you can decide");
    other.get("/fr/desk").await.is(200).says("Amarre une ligne");
    assessor.get(&here).await.is(404);
});

both!(a_draft_is_kept_without_script_and_a_note_loses_nothing, async |w: World| {
    let (id, assessor) = taken(&w).await;
    let item = items(&w, id).await[0];
    let criterion = w.competency(0).criteria[0].id;
    let reason = format!("reason-{criterion}");
    let result = format!("result-{criterion}");
    let change = [
        (result.as_str(), "approaching_competence"),
        (reason.as_str(), "The knot slipped."),
        ("do", "note"),
        ("note-item", &item.to_string()),
        ("note-words", "Two turns, then a hitch"),
        ("note-criterion", &criterion.to_string()),
    ];
    let form = fields(&w, id, &change).await;
    let to = assessor.post(&urls::assessment_draft(Lang::En, id), &sent(&form)).await.is(303).header("location").unwrap();
    assessor
        .get(to.split('#').next().unwrap())
        .await
        .is(200)
        .says("The knot slipped.")
        .says("Two turns, then a hitch")
        .says("Record: Not yet");
    let draft = loaded(&w, id).await.draft;
    assert_eq!((draft.results[&criterion], draft.notes.len()), (CriterionResult::ApproachingCompetence, 1));
    let wrong = fields(&w, id, &[("do", "note"), ("note-item", &item.to_string()), ("note-words", "x"), ("note-at", "soon")]).await;
    assessor.post(&urls::assessment_draft(Lang::En, id), &sent(&wrong)).await.is(422).says("Give the moment as minutes and seconds");
    let drop = fields(&w, id, &[("do", "drop-note-0"), ("note-item", &item.to_string())]).await;
    assessor.post(&urls::assessment_draft(Lang::En, id), &sent(&drop)).await.is(303);
    assert!(loaded(&w, id).await.draft.notes.is_empty());
});

both!(an_older_page_shows_both_versions_and_can_still_be_saved, async |w: World| {
    let (id, assessor) = taken(&w).await;
    let criterion = w.competency(0).criteria[0].id;
    let (reason, result) = (format!("reason-{criterion}"), format!("result-{criterion}"));
    let old = fields(&w, id, &[(result.as_str(), "not_evident"), (reason.as_str(), "From the first tab")]).await;
    let newer = fields(&w, id, &[(result.as_str(), "approaching_competence"), (reason.as_str(), "From the second tab")]).await;
    let draft = urls::assessment_draft(Lang::En, id);
    assessor.post(&draft, &sent(&newer)).await.is(303);
    let page = assessor
        .post(&draft, &sent(&old))
        .await
        .is(409)
        .says("From the first tab")
        .says("From the second tab")
        .says("Not shown")
        .says("Partly");
    assert_eq!(loaded(&w, id).await.draft.reasons[&criterion], "From the second tab");
    // What the page carries on can be saved over it, once it was seen.
    let revision = loaded(&w, id).await.revision.to_string();
    assert!(page.body.contains(&format!("name=\"revision\" value=\"{revision}\"")), "the form is based on what is saved now");
    let mine: Vec<_> =
        old.iter().map(|(n, v)| if n == "revision" { (n.clone(), revision.clone()) } else { (n.clone(), v.clone()) }).collect();
    assert!(
        mine.iter().all(|(n, v)| page.body.contains(&format!("name=\"{n}\" value=\"{v}\""))),
        "everything that was sent is on the page"
    );
    assessor.post(&draft, &sent(&mine)).await.is(303);
    assert_eq!(loaded(&w, id).await.draft.reasons[&criterion], "From the first tab");
});

both!(a_script_saves_and_is_told_what_is_missing, async |w: World| {
    let (id, assessor) = taken(&w).await;
    let draft = urls::assessment_draft(Lang::En, id);
    let criterion = w.competency(0).criteria[0].id;
    let reason = format!("reason-{criterion}");
    let result = format!("result-{criterion}");
    let put = async |fields: Vec<(String, String)>| {
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", urls::encode(n), urls::encode(v))).collect();
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        assessor.ask(Method::PUT, &draft, &kind, body.join("&")).await
    };
    let first = fields(&w, id, &[(result.as_str(), "not_evident")]).await;
    let said: serde_json::Value = serde_json::from_str(&put(first.clone()).await.is(200).body).unwrap();
    assert_eq!((&said["missing"], &said["scored"]), (&1.into(), &"3 of 3 scored".into()));
    assert!(said["standing"].as_str().unwrap().contains("No reason yet"), "{said}");
    put(first).await.is(409);
    let whole = fields(&w, id, &[(result.as_str(), "not_evident"), (reason.as_str(), "Not seen")]).await;
    let said: serde_json::Value = serde_json::from_str(&put(whole).await.is(200).body).unwrap();
    assert!(said["standing"].as_str().unwrap().contains("Record: Not yet"), "{said}");
    assert_eq!(said["revision"], loaded(&w, id).await.revision);
    let long = "x".repeat(4001);
    let long = fields(&w, id, &[(result.as_str(), "not_evident"), (reason.as_str(), &long)]).await;
    put(long).await.is(422);
    let strangers = w.client(w.second_assessor).await;
    strangers.ask(Method::PUT, &draft, &[], "revision=1").await.is(404);
});

both!(a_decision_says_what_is_missing_then_what_it_leads_to_then_is_recorded, async |w: World| {
    let (id, assessor) = taken(&w).await;
    let claim = w.open_claim(w.other_learner).await;
    let next = w.submit(w.other_learner, claim, 0).await;
    record_judgement::claim_assessment(&w.member(w.assessor).await, next, ConflictDeclaration::None).await.unwrap();
    let decision = urls::assessment_decision(Lang::En, id);
    let criterion = w.competency(0).criteria[0].id;
    let (result, reason) = (format!("result-{criterion}"), format!("reason-{criterion}"));
    let early = fields(&w, id, &[(result.as_str(), "")]).await;
    assessor.post(&decision, &sent(&early)).await.is(422).says("Criterion 1: choose a level.");
    let unreasoned = fields(&w, id, &[(result.as_str(), "not_evident")]).await;
    assessor.post(&decision, &sent(&unreasoned)).await.is(422).says("Criterion 1: give the reason");
    let item = items(&w, id).await[0];
    let doubted = format!("current-{item}");
    let undoubted = fields(&w, id, &[(doubted.as_str(), "no")]).await;
    assessor.post(&decision, &sent(&undoubted)).await.is(422).says("say why the answer is no");
    let unseen = fields(&w, id, &[(reason.as_str(), "Begun, then met")]).await;
    let page = assessor.post(&decision, &sent(&unseen)).await.is(200).says("Your answers are saved.").says("Record: Demonstrated");
    assert!(page.body.contains("name=\"expects\" value=\"competent\""));
    assert!(matches!(loaded(&w, id).await.state, AssessmentState::InProgress { .. }), "nothing is recorded before it was seen");
    let seen = fields(&w, id, &[(reason.as_str(), "Begun, then met"), ("expects", "competent")]).await;
    assessor.post(&decision, &sent(&seen)).await.leads_to(&urls::assessment(Lang::En, next));
    let judged = loaded(&w, id).await;
    assert!(judged.state.judgement().unwrap().score().sheet.reasons.is_empty(), "a reason that was not needed is not kept");
    assessor.get(&urls::assessment(Lang::En, id)).await.is(200).says("Your judgement").says("Demonstrated");
    assessor.get("/en/desk?show=decided").await.is(200).says("Makes a line fast").says("Demonstrated");
    let late = fields(&w, id, &[("revision", "1")]).await;
    assessor.post(&urls::assessment_draft(Lang::En, id), &sent(&late)).await.is(409).says("This has been decided meanwhile");
});

both!(asking_keeps_the_draft_and_the_answer_brings_it_back, async |w: World| {
    let (id, assessor) = taken(&w).await;
    let question = urls::assessment_question(Lang::En, id);
    let empty = fields(&w, id, &[("question", " ")]).await;
    assessor.post(&question, &sent(&empty)).await.is(422).says("Write your question");
    let asked = fields(&w, id, &[("question", "Show it under load, please.")]).await;
    assessor.post(&question, &sent(&asked)).await.is(303);
    assert_eq!(loaded(&w, id).await.draft.results.len(), 3);
    let waiting = assessor
        .get(&urls::assessment(Lang::En, id))
        .await
        .is(200)
        .says("Show it under load")
        .says("You can decide once the learner has answered");
    assert!(!waiting.body.contains("Record decision"));
    assessor.get("/en/desk").await.says("Waiting for the learner");
    let learner = w.member(w.learner).await;
    server::actions::submit_competency::answer_assessor(&learner, id, "Here it is.".to_owned()).await.unwrap();
    assessor.get("/en/desk").await.says("Answered your question");
    assessor.get(&urls::assessment(Lang::En, id)).await.is(200).says("Here it is.").says("Record: Demonstrated");
});

both!(stepping_back_says_why_and_gives_it_to_others, async |w: World| {
    let (id, assessor) = taken(&w).await;
    let recusal = urls::assessment_recusal(Lang::En, id);
    let silent = fields(&w, id, &[]).await;
    assessor.post(&recusal, &sent(&silent)).await.is(422).says("Say why you step back");
    let said = fields(&w, id, &[("tie", "I know the voice.")]).await;
    assessor.post(&recusal, &sent(&said)).await.leads_to("/en/desk");
    let after = loaded(&w, id).await;
    assert_eq!((after.draft, after.state.name()), (ScoreSheet::default(), "queued"));
    assessor.get(&urls::assessment(Lang::En, id)).await.is(404);
});

both!(what_was_met_before_is_closed_and_counts, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let first = w.submit(w.learner, claim, 0).await;
    let unmet = w.competency(0).criteria[1].id;
    w.judge(w.assessor, first, &[unmet]).await;
    let again = w.submit(w.learner, claim, 0).await;
    record_judgement::claim_assessment(&w.member(w.assessor).await, again, ConflictDeclaration::None).await.unwrap();
    let assessor = w.client(w.assessor).await;
    let page =
        assessor.get(&urls::assessment(Lang::En, again)).await.is(200).says("It stays met.").says("second attempt").says("0 of 1 scored");
    assert!(
        !page.body.contains(&format!("name=\"result-{}\"", w.competency(0).criteria[0].id)),
        "a criterion that is met is not asked again"
    );
    let seen = fields(&w, again, &[("expects", "competent")]).await;
    assessor.post(&urls::assessment_decision(Lang::En, again), &sent(&seen)).await.leads_to("/en/desk");
});

/// So many first attempts of as many learners, due one after the other, written without the acts in between.
async fn fill_queue(w: &World, count: u32) {
    let person = w.new_learner("Many Learners").await;
    let mut tx = w.app.begin().await.unwrap();
    let declaration = domain::evidence::AuthenticityDeclaration { own_work: true, help_used: "None".to_owned(), at: T0 };
    for n in 0..count {
        let claim = domain::claim::Claim::open(w.app.id(), person, w.profile, w.version, &w.body, T0);
        store::claims::add(&mut tx, &claim).await.unwrap();
        let competency = w.competency((n % 2) as usize);
        let assessment = domain::assessment::Assessment {
            id: w.app.id(),
            claim: claim.id,
            learner: person,
            version: w.version,
            competency: competency.id,
            tier: domain::profile::RiskTier::B,
            attempt: 1,
            criteria: competency.criteria.iter().map(|c| c.id).collect(),
            due: T0.plus_hours(i64::from(n) + 1),
            not_by: vec![],
            state: AssessmentState::Queued { since: T0, reason: domain::assessment::QueueReason::New },
            draft: ScoreSheet::default(),
            revision: 1,
        };
        store::assessments::add(&mut tx, &assessment, w.profile, &declaration).await.unwrap();
    }
    tx.commit().await.unwrap();
}

both!(a_queue_of_a_thousand_is_shown_in_pages, async |w: World| {
    fill_queue(&w, 1000).await;
    let assessor = w.client(w.assessor).await;
    let first = assessor.get("/en/desk?show=unclaimed").await.is(200).says("Unclaimed <span>1000</span>").says("Page 1 of 40");
    assert_eq!(first.body.matches("<tr>").count(), 26, "25 lines and the heads");
    assert!(first.body.contains("Due today") && !first.body.contains("Due in 3"), "due first");
    let last = assessor.get("/en/desk?show=unclaimed&page=40").await.is(200).says("Page 40 of 40");
    assert_eq!(last.body.matches("<tr>").count(), 26);
    assessor.get("/en/desk").await.is(200).says("You have nothing to review").says("See what is unclaimed");
});
