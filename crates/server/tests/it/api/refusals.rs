//! Every way of being refused.

use super::{Program, evidence};
use crate::both;
use crate::harness::World;
use axum::http::Method;
use serde_json::{Value, json};
use server::actions::manage_tokens::revoke_token;

both!(without_a_token_that_works_nobody_is_let_in, async |w: World| {
    let none = Program::nobody(&w).get("/claims").await.problem(401, "no-token");
    assert_eq!(none.answer.header("www-authenticate").as_deref(), Some("Bearer realm=\"Tessera\""));
    let wrong = Program { token: Some("tessera_wrong".to_owned()), ..Program::nobody(&w) };
    let wrong = wrong.get("/claims").await.problem(401, "unknown-token");
    assert!(wrong.answer.header("www-authenticate").unwrap().contains("error=\"invalid_token\""));
    let learner = Program::all(&w, w.learner).await;
    learner.get("/me").await.is(200);
    let mut tx = w.app.read().await.unwrap();
    let token = store::people::tokens(&mut tx, w.learner, w.app.now()).await.unwrap()[0].id;
    drop(tx);
    revoke_token(&w.member(w.learner).await, token).await.unwrap();
    learner.get("/me").await.problem(401, "unknown-token");
    let short = Program::all(&w, w.learner).await;
    w.app.clock.advance(31 * 86_400_000_000);
    short.get("/me").await.problem(401, "unknown-token");
    // A session is no token: what a browser sends along by itself counts for nothing here.
    let browser = w.client(w.learner).await.get("/api/v1/claims").await;
    assert_eq!(browser.status.as_u16(), 401);
});

both!(a_token_does_what_its_scopes_say_and_no_more, async |w: World| {
    let reads = Program::of(&w, w.learner, &["claims:read"]).await;
    reads.get("/claims").await.is(200);
    let refused = reads.post("/claims", json!({ "profile": w.profile })).await.problem(403, "scope");
    assert!(refused.answer.header("www-authenticate").unwrap().contains("error=\"insufficient_scope\", scope=\"claims:write\""));
    assert!(refused.text("detail").contains("claims:write"));
    let me = reads.get("/me").await.is(200).json;
    assert_eq!((me["name"].as_str(), &me["scopes"]), (Some("Lena Learner"), &json!(["claims:read"])));
    // A scope gives no role: a learner's token with every scope still judges nothing and writes no profile.
    let learner = Program::all(&w, w.learner).await;
    learner.get("/assessments").await.problem(404, "missing");
    learner.get("/versions").await.problem(404, "missing");
    learner.get("/decisions").await.problem(404, "missing");
});

both!(what_is_somebody_elses_is_not_there, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, claim, 0).await;
    let item = store::evidence::of_claim(&mut w.app.read().await.unwrap(), claim).await.unwrap()[0].id;
    let other = Program::all(&w, w.other_learner).await;
    let competency = w.competency(0).id;
    for path in [
        format!("/claims/{claim}"),
        format!("/claims/{claim}/evidence"),
        format!("/claims/{claim}/competencies/{competency}"),
        format!("/evidence/{item}"),
    ] {
        other.get(&path).await.problem(404, "missing");
    }
    other.post(&format!("/claims/{claim}/withdrawal"), Value::Null).await.problem(404, "missing");
    other.post(&format!("/evidence/{item}/withdrawal"), Value::Null).await.problem(404, "missing");
    other.post(&format!("/assessments/{assessment}/answer"), json!({ "answer": "x" })).await.problem(404, "missing");
    let issuer = Program::all(&w, w.issuer).await;
    issuer.get(&format!("/decisions/{claim}")).await.problem(404, "missing");
    issuer.post(&format!("/claims/{claim}/award"), Value::Null).await.problem(409, "refused");
    let unassigned = Program::all(&w, w.assessor).await;
    unassigned.get(&format!("/assessments/{assessment}/evidence/{item}/file")).await.problem(404, "missing");
    unassigned.put(&format!("/assessments/{assessment}/draft"), json!({ "revision": 1, "sheet": {} })).await.problem(404, "missing");
});

both!(what_is_not_as_documented_is_refused_with_a_pointer, async |w: World| {
    let learner = Program::all(&w, w.learner).await;
    let claim = w.open_claim(w.learner).await;
    let at = format!("/claims/{claim}/evidence");
    learner.send(Method::POST, &at, "application/json", "{ \"title\": ").await.problem(400, "malformed");
    learner.send(Method::POST, &at, "text/plain", "{}").await.problem(415, "not-json");
    learner.send(Method::POST, &at, "application/json", format!("\"{}\"", "x".repeat(1 << 20))).await.problem(413, "too-large");
    let right = evidence(3, "Words", &json!(w.competency(0).id.to_string()), &[]);
    let with = |name: &str, value: Value| {
        let mut body = right.clone();
        body[name] = value;
        body
    };
    let wrong = [
        (with("titel", json!("x")), "#/titel"),
        (with("title", json!(7)), "#/title"),
        (with("title", json!("  ")), "#/title"),
        (with("title", json!("a\u{0}b")), "#/title"),
        (with("performed", json!("3 May")), "#/performed"),
        (with("performed", json!("2026-07-01")), "#/performed"),
        (with("people", json!("protected_person")), "#/people"),
        (with("shows", json!([{ "competency": "clm_00000000000000000000000000", "criterion": "x" }])), "#/shows/0/competency"),
    ];
    for (body, pointer) in wrong {
        let said = learner.post(&at, body).await.problem(422, "invalid");
        assert_eq!(said.pointers(), [pointer], "{}", said.json);
    }
    let link = with("content", json!({ "name": "link", "link": "javascript:alert(1)" }));
    assert_eq!(learner.post(&at, link).await.problem(422, "invalid").pointers(), ["#/content/link"]);
    learner.get("/claims?pgae=2").await.problem(422, "invalid");
    learner.get("/claims/clm_7").await.problem(404, "missing");
    learner.get("/nothing").await.problem(404, "missing");
    let other = learner.send(Method::DELETE, "/claims", "", "").await.problem(405, "method");
    assert!(other.answer.header("allow").is_some_and(|a| a.contains("GET") && a.contains("POST")), "{:?}", other.answer.header("allow"));
    let french = Program::all(&w, w.learner).await.in_french();
    let said = french.post(&at, with("setting", json!(""))).await.problem(422, "invalid");
    assert_eq!(
        (said.text("title").as_str(), said.answer.header("content-language").as_deref()),
        ("Quelque chose est à corriger", Some("fr-CA"))
    );
});

both!(lists_say_where_the_next_page_is, async |w: World| {
    let learner = Program::all(&w, w.learner).await;
    let claim = w.open_claim(w.learner).await;
    for _ in 0..14 {
        w.add_texts(w.learner, claim, 0, &[]).await;
    }
    let first = learner.get(&format!("/claims/{claim}/evidence")).await.is(200);
    assert_eq!((first.json["items"].as_array().unwrap().len(), first.json["total"].as_i64()), (25, Some(28)));
    let next = format!("</api/v1/claims/{claim}/evidence?page=2>; rel=\"next\"");
    assert!(first.answer.header("link").unwrap().contains(&next), "{:?}", first.answer.header("link"));
    let second = learner.get(&format!("/claims/{claim}/evidence?page=2")).await.is(200);
    assert_eq!(second.json["items"].as_array().unwrap().len(), 3);
    assert!(!second.answer.header("link").unwrap().contains("rel=\"next\""));
});

both!(a_program_in_a_browser_elsewhere_is_not_taken_for_a_forgery, async |w: World| {
    let learner = Program::all(&w, w.learner).await;
    let bearer = format!("Bearer {}", learner.token.as_deref().unwrap());
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
        ("origin", "https://elsewhere.example"),
        ("sec-fetch-site", "cross-site"),
    ];
    let body = json!({ "profile": w.profile }).to_string();
    assert_eq!(w.stranger().ask(Method::POST, "/api/v1/claims", &headers, body).await.status.as_u16(), 201);
});

both!(when_the_database_is_gone_the_api_says_when_to_come_back, async |w: World| {
    let learner = Program::all(&w, w.learner).await;
    w.app.db.close().await;
    let gone = learner.get("/claims").await.problem(503, "unavailable");
    assert_eq!(gone.answer.header("retry-after").as_deref(), Some("5"));
});
