//! Ways to learn, plans and what providers say, act by act.

use super::Program;
use crate::both;
use crate::harness::World;
use serde_json::{Value, json};

/// An offering for criteria of competency 0.
fn offering(w: &World, title: &str, cents: i64, weeks: u16, criteria: &[usize]) -> Value {
    let criteria: Vec<_> = criteria.iter().map(|k| w.competency(0).criteria[*k].id.to_string()).collect();
    json!({
        "provider": w.owner, "title": { "en": title, "fr": title }, "summary": { "en": "About", "fr": "Sujet" }, "hours": 6, "cents": cents,
        "participation": "online", "weeks": weeks, "language": "en", "criteria": criteria,
    })
}

both!(from_a_gap_to_a_plan_by_the_api, async |w: World| {
    let author = Program::of(&w, w.author, &["profiles:read", "profiles:write"]).await;
    let fast = author.post("/offerings", offering(&w, "Fast", 30_000, 1, &[1, 2])).await.is(201).text("id");
    let cheap = author.post("/offerings", offering(&w, "Cheap", 9_000, 6, &[1, 2])).await.is(201).text("id");
    let claim = w.open_claim(w.learner).await;
    let sent = w.submit(w.learner, claim, 0).await;
    w.judge(w.assessor, sent, &[w.competency(0).criteria[1].id, w.competency(0).criteria[2].id]).await;

    let learner = Program::of(&w, w.learner, &["claims:read", "claims:write"]).await;
    let competency = w.competency(0).id;
    let paths = learner.get(&format!("/claims/{claim}/paths?competency={competency}")).await.is(200).json;
    let numbers: Vec<_> = paths["options"].as_array().unwrap().iter().map(|o| (o["cost_cents"].as_i64(), o["weeks"].as_i64())).collect();
    assert_eq!(numbers, [(Some(9_000), Some(6)), (Some(30_000), Some(1))]);
    assert_eq!((&paths["proof"], &paths["currency"], paths["missing"].as_array().unwrap().len()), (&json!("all"), &json!("CAD"), 2));
    learner.get(&format!("/claims/{claim}/paths?hours_a_week=0")).await.problem(422, "invalid");
    learner.get(&format!("/claims/{claim}/paths?mode=flying")).await.problem(422, "invalid");
    learner.get(&format!("/claims/{claim}/paths?rank=paid")).await.problem(422, "invalid");

    let plan = format!("/claims/{claim}/plan");
    learner.get(&plan).await.problem(404, "missing");
    learner.put(&plan, json!({ "offerings": [], "competency": competency })).await.problem(422, "invalid");
    learner.put(&plan, json!({ "offerings": [cheap], "competency": competency })).await.is(204);
    let kept = learner.get(&plan).await.is(200).json;
    let item = kept["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!((&kept["state"], &kept["items"][0]["state"]), (&json!("open"), &json!("planned")));
    learner.post(&format!("{plan}/items/{item}"), json!({ "state": "under_way" })).await.is(204);
    learner.post(&format!("{plan}/items/{item}"), json!({ "state": "declined" })).await.problem(422, "invalid");

    let recorded = author.post("/completions", json!({ "item": item })).await.is(200).json;
    assert_eq!(recorded["offering"], json!(cheap));
    learner.post("/completions", json!({ "item": item })).await.problem(403, "scope");
    let done = learner.get(&plan).await.is(200).json;
    assert_eq!((&done["state"], &done["items"][0]["word"]), (&json!("completed"), &json!("provider")));
    learner.put(&plan, json!({ "offerings": [fast], "competency": competency })).await.is(204);
    Program::of(&w, w.other_learner, &["claims:read"]).await.get(&plan).await.problem(404, "missing");
    learner.delete(&plan).await.is(204);
    learner.get(&plan).await.problem(404, "missing");
});

both!(without_a_token_ways_are_found_and_tests_of_support_told, async |w: World| {
    let author = Program::of(&w, w.author, &["profiles:read", "profiles:write"]).await;
    let id = author.post("/offerings", offering(&w, "Only", 5_000, 2, &[1])).await.is(201).text("id");
    let nobody = Program::nobody(&w);
    let ready = w.competency(0).criteria[2].id;
    let found = nobody.get(&format!("/profiles/{}/paths?competency={}&ready={ready}", w.profile, w.competency(0).id)).await.is(200).json;
    assert_eq!(found["options"][0]["steps"][0]["offering"], json!(id));
    assert_eq!(found["nothing_closes"], json!([w.competency(0).criteria[0].id]));
    let tests = nobody.post(&format!("/learning/{id}/funding"), json!({ "household": 1, "income_cents": 9_900_000 })).await.is(200).json;
    assert_eq!(tests[0]["verdict"], "fails_listed_test");
    assert_eq!(nobody.get("/learning-avoided").await.is(200).json["plans"], Value::Null, "too few to tell");
});

both!(a_provider_changes_its_offering_by_the_api, async |w: World| {
    let author = Program::of(&w, w.author, &["profiles:read", "profiles:write"]).await;
    let id = author.post("/offerings", offering(&w, "Before", 5_000, 2, &[1])).await.is(201).text("id");
    author.put(&format!("/offerings/{id}"), offering(&w, "After", 6_000, 3, &[1, 2])).await.is(204);
    let now = author.get(&format!("/learning/{id}")).await.is(200).json;
    assert_eq!((&now["title"]["en"], &now["price"]["known"]["most"]), (&json!("After"), &json!(6_000)));
    assert_eq!(author.get(&format!("/offerings/{id}/demand")).await.is(200).json, json!({ "missing": null, "planned": null }));
    let elsewhere = json!({ "provider": w.issuer_org });
    let mut moved = offering(&w, "Moved", 1, 1, &[1]);
    moved["provider"] = elsewhere["provider"].clone();
    author.put(&format!("/offerings/{id}"), moved).await.problem(422, "invalid");
    author.delete(&format!("/offerings/{id}")).await.is(204);
    author.delete(&format!("/offerings/{id}")).await.problem(409, "refused");
});
