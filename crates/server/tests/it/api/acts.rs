//! The whole loop, act by act.

use super::{Program, evidence, judge, send_competency, sheet};
use crate::both;
use crate::harness::World;
use axum::http::Method;
use serde_json::{Value, json};

both!(the_whole_loop_by_the_api, async |w: World| {
    let learner = Program::of(&w, w.learner, &["claims:read", "claims:write"]).await;
    let assessor = Program::of(&w, w.assessor, &["assessments:write"]).await;
    let issuer = Program::of(&w, w.issuer, &["awards:write"]).await;
    let found = learner.get("/profiles?q=cordages").await.is(200).json;
    assert_eq!((found["total"].as_i64(), &found["items"][0]["profile"]), (Some(1), &json!(w.profile.to_string())));
    let profile = learner.get(&format!("/profiles/{}", w.profile)).await.is(200).json;
    assert_eq!(profile["body"]["title"]["fr"], "Travail des cordages sur petite embarcation");
    let ids = |n: usize| -> Vec<Value> {
        profile["body"]["competencies"][n]["criteria"].as_array().unwrap().iter().map(|c| c["id"].clone()).collect()
    };
    let (first, second) = (ids(0), ids(1));

    let opened =
        learner.post("/claims", json!({ "profile": w.profile, "self_ratings": { first[0].as_str().unwrap(): "ready" } })).await.is(201);
    let claim = opened.text("id");
    assert_eq!(opened.answer.header("location").unwrap(), format!("/api/v1/claims/{claim}"));
    assert_eq!(learner.post("/claims", json!({ "profile": w.profile })).await.is(200).text("id"), claim);

    let sent = send_competency(&w, &learner, &claim, 0, &first.iter().collect::<Vec<_>>(), "First").await;
    let waiting = assessor.get("/assessments?show=unclaimed").await.is(200).json;
    assert_eq!(waiting["items"][0]["id"], json!(sent));
    assert_eq!(judge(&assessor, &sent, &[]).await.json["decision"], "competent");
    let sent = send_competency(&w, &learner, &claim, 1, &second.iter().collect::<Vec<_>>(), "First").await;
    assert_eq!(judge(&assessor, &sent, &[&second[1]]).await.json["decision"], "not_yet_competent");

    let after = learner.get(&format!("/claims/{claim}")).await.is(200).json;
    assert_eq!(after["competencies"][0]["standing"]["name"], "demonstrated");
    assert_eq!(after["competencies"][1]["standing"]["name"], "gap");
    assert_eq!(after["competencies"][1]["standing"]["open_criteria"], 1);
    let competency = after["competencies"][1]["competency"].as_str().unwrap();
    let gap = learner.get(&format!("/claims/{claim}/competencies/{competency}")).await.is(200).json;
    assert_eq!(gap["criteria"][1]["found"]["reason"], "The second knot slipped; show it under load.");
    assert!(gap["criteria"][0]["met"].is_string() && gap["criteria"][1]["met"].is_null());

    let again = send_competency(&w, &learner, &claim, 1, &[&second[1]], "Second").await;
    let open = assessor.get(&format!("/assessments/{again}")).await.is(200).json;
    assert_eq!(
        (&open["criteria"], &open["desk"]),
        (&json!([second[1]]), &Value::Null),
        "only what is open is judged, and nothing is seen before it is taken on"
    );
    assert_eq!(judge(&assessor, &again, &[]).await.json["decision"], "competent");

    assert_eq!(issuer.get("/decisions").await.is(200).json["items"][0]["claim"], json!(claim));
    assert_eq!(issuer.get(&format!("/decisions/{claim}")).await.is(200).json["learner"], "Lena Learner");
    let credential = issuer.post(&format!("/claims/{claim}/award"), Value::Null).await.is(201).text("credential");
    w.run_jobs().await;
    learner.get(&format!("/credentials/{credential}/document")).await.problem(404, "missing");
    let held = learner.get("/credentials").await.is(200).json;
    assert_eq!((held["items"][0]["state"].as_str(), held["total"].as_i64()), (Some("offered"), Some(3)));
    learner.post(&format!("/credentials/{credential}/acceptance"), Value::Null).await.is(204);
    learner.put(&format!("/credentials/{credential}/listing"), json!({ "listed": true })).await.is(204);

    let nobody = Program::nobody(&w);
    let document = nobody.get(&format!("/credentials/{credential}/document")).await.is(200);
    assert_eq!(document.answer.header("content-type").as_deref(), Some("application/vc"));
    let report = nobody.post("/verify", document.json.clone()).await.is(200).json;
    assert_eq!(report["verdict"], "valid", "{report}");
    let mut altered = document.json;
    altered["name"] = json!("Something else");
    assert_eq!(nobody.post("/verify", altered).await.is(200).json["verdict"], "altered");
});

both!(an_assessor_asks_and_the_learner_answers_by_the_api, async |w: World| {
    let (learner, assessor) = (Program::all(&w, w.learner).await, Program::all(&w, w.assessor).await);
    let claim = w.open_claim(w.learner).await;
    let id = w.submit(w.learner, claim, 0).await;
    assessor.post(&format!("/assessments/{id}/assignment"), Value::Null).await.is(204);
    assessor.post(&format!("/assessments/{id}/question"), json!({ "question": "  " })).await.problem(422, "invalid");
    assessor.post(&format!("/assessments/{id}/question"), json!({ "question": "Which rope was it?" })).await.is(204);
    let at = format!("/claims/{claim}/competencies/{}", w.competency(0).id);
    let asked = learner.get(&at).await.is(200).json;
    assert_eq!((&asked["standing"]["name"], &asked["question"]["question"]), (&json!("asked"), &json!("Which rope was it?")));
    let answered = learner.post(&format!("/assessments/{id}/answer"), json!({ "answer": "" })).await.problem(422, "invalid");
    assert_eq!(answered.pointers(), ["#/answer"]);
    learner.post(&format!("/assessments/{id}/answer"), json!({ "answer": "Three-strand, 12 mm." })).await.is(204);
    let desk = assessor.get(&format!("/assessments/{id}")).await.is(200).json["desk"].clone();
    assert_eq!(desk["messages"][1], json!({ "at": desk["messages"][1]["at"], "from_learner": true, "text": "Three-strand, 12 mm." }));
    assert!(!desk.to_string().contains("Lena"), "the learner is not named at the desk");
    w.run_jobs().await;
});

both!(stepping_back_leaves_an_assessment_to_others, async |w: World| {
    let (first, second) = (Program::all(&w, w.assessor).await, Program::all(&w, w.second_assessor).await);
    let claim = w.open_claim(w.learner).await;
    let id = w.submit(w.learner, claim, 0).await;
    first.post(&format!("/assessments/{id}/conflict"), json!({ "reason": "" })).await.problem(422, "invalid");
    first.post(&format!("/assessments/{id}/conflict"), json!({ "reason": "We are cousins." })).await.is(204);
    first.get(&format!("/assessments/{id}")).await.problem(404, "missing");
    let refused = first.post(&format!("/assessments/{id}/assignment"), Value::Null).await.problem(409, "refused");
    assert_eq!(refused.json["code"], "refused-must-differ");
    second.post(&format!("/assessments/{id}/assignment"), Value::Null).await.is(204);
    assert_eq!(second.get("/assessments").await.is(200).json["total"], 1);
    second.post(&format!("/assessments/{id}/recusal"), json!({ "reason": "I am away." })).await.is(204);
    second.get(&format!("/assessments/{id}")).await.problem(404, "missing");
    assert_eq!(second.get("/assessments").await.is(200).json["total"], 0);
});

both!(learner_and_issuer_can_each_say_no_by_the_api, async |w: World| {
    let (learner, issuer) = (Program::all(&w, w.learner).await, Program::all(&w, w.issuer).await);
    let claim = w.open_claim(w.learner).await;
    let rating = w.competency(0).criteria[2].id.to_string();
    learner.put(&format!("/claims/{claim}/self-ratings"), json!({ rating.clone(): "partly" })).await.is(204);
    assert_eq!(learner.get(&format!("/claims/{claim}")).await.is(200).json["self_ratings"][&rating], "partly");
    for n in 0..2 {
        let id = w.submit(w.learner, claim, n).await;
        w.judge(w.assessor, id, &[]).await;
    }
    issuer.post(&format!("/claims/{claim}/refusal"), json!({ "reason": " " })).await.problem(422, "invalid");
    let credential = issuer.post(&format!("/claims/{claim}/award"), Value::Null).await.is(201).text("credential");
    assert_eq!(
        issuer.post(&format!("/claims/{claim}/refusal"), json!({ "reason": "Late" })).await.problem(409, "refused").json["code"],
        "refused-claim-state"
    );
    assert_eq!(issuer.get("/decisions?decided=true").await.is(200).json["items"][0]["state"], "awarded");
    learner.post(&format!("/credentials/{credential}/declination"), Value::Null).await.is(204);
    assert_eq!(learner.get(&format!("/credentials/{credential}")).await.is(200).json["state"], "declined");
    learner.post(&format!("/credentials/{credential}/acceptance"), Value::Null).await.problem(409, "refused");

    let other = Program::all(&w, w.other_learner).await;
    let claim = w.open_claim(w.other_learner).await;
    for n in 0..2 {
        let id = w.submit(w.other_learner, claim, n).await;
        w.judge(w.assessor, id, &[]).await;
    }
    issuer.post(&format!("/claims/{claim}/refusal"), json!({ "reason": "The evidence shows another person." })).await.is(204);
    assert_eq!(other.get(&format!("/claims/{claim}")).await.is(200).json["state"], "not_awarded");
    let last = other.post("/claims", json!({ "profile": w.profile })).await.is(201).text("id");
    other.post(&format!("/claims/{last}/withdrawal"), Value::Null).await.is(204);
    assert_eq!(other.get("/claims").await.is(200).json["total"], 2);
    other.post(&format!("/claims/{last}/withdrawal"), Value::Null).await.problem(409, "refused");
    let plan = format!("/claims/{claim}/competencies/{}/action-plan", w.competency(0).id);
    other.put(&plan, json!({ "plan": "x".repeat(2001) })).await.problem(422, "invalid");
    let known = Program::nobody(&w).get("/organisations").await.is(200).json;
    assert!(known.as_array().unwrap().iter().any(|o| o["id"] == json!(w.owner.to_string()) && o["kind"] == "association"));
    w.run_jobs().await;
});

both!(a_sheet_made_from_an_old_revision_is_refused_and_nothing_is_overwritten, async |w: World| {
    let assessor = Program::all(&w, w.assessor).await;
    let claim = w.open_claim(w.learner).await;
    let id = w.submit(w.learner, claim, 0).await;
    assessor.post(&format!("/assessments/{id}/assignment"), Value::Null).await.is(204);
    let read = assessor.get(&format!("/assessments/{id}")).await.is(200).json;
    let (revision, unmet) = (read["desk"]["revision"].as_i64().unwrap(), json!(w.competency(0).criteria[0].id.to_string()));
    let saved =
        assessor.put(&format!("/assessments/{id}/draft"), json!({ "revision": revision, "sheet": sheet(&read, &[&unmet]) })).await.is(200);
    assert_eq!(saved.json["revision"], revision + 1);
    for (method, what) in [(Method::PUT, "draft"), (Method::POST, "judgement")] {
        let body = json!({ "revision": revision, "sheet": sheet(&read, &[]) }).to_string();
        assessor.send(method, &format!("/assessments/{id}/{what}"), "application/json", body).await.problem(409, "stale");
    }
    let kept = assessor.get(&format!("/assessments/{id}")).await.is(200).json;
    assert_eq!(kept["desk"]["sheet"]["results"][unmet.as_str().unwrap()], "approaching_competence");
    let unfinished = assessor.post(&format!("/assessments/{id}/judgement"), json!({ "revision": revision + 1, "sheet": {} })).await;
    assert_eq!(unfinished.problem(409, "refused").json["code"], "refused-unfinished");
});

both!(a_sheet_speaks_of_nothing_but_its_own_case, async |w: World| {
    let assessor = Program::all(&w, w.assessor).await;
    let claim = w.open_claim(w.learner).await;
    let id = w.submit(w.learner, claim, 0).await;
    assessor.post(&format!("/assessments/{id}/assignment"), Value::Null).await.is(204);
    let elsewhere = w.competency(1).criteria[0].id.to_string();
    let body = json!({ "revision": 2, "sheet": { "results": { elsewhere.clone(): "competent" } } });
    let refused = assessor.put(&format!("/assessments/{id}/draft"), body).await.problem(422, "invalid");
    assert_eq!(refused.pointers(), [format!("#/sheet/results/{elsewhere}")]);
});

both!(authors_begin_write_publish_and_revise_by_the_api, async |w: World| {
    let author = Program::of(&w, w.author, &["profiles:read", "profiles:write"]).await;
    let mut body = author.get(&format!("/profiles/{}", w.profile)).await.is(200).json["body"].clone();
    let begin = |body: &Value| json!({ "owner": w.owner.to_string(), "body": body });
    let stolen = author.post("/profiles", begin(&body)).await.problem(422, "invalid");
    assert!(stolen.pointers().contains(&"#/body/competencies/0/id"), "{:?}", stolen.pointers());
    for c in body["competencies"].as_array_mut().unwrap() {
        c.as_object_mut().unwrap().remove("id");
        for k in c["criteria"].as_array_mut().unwrap() {
            k.as_object_mut().unwrap().remove("id");
        }
    }
    let begun = author.post("/profiles", begin(&body)).await.is(201);
    let version = begun.text("version");
    assert_eq!(begun.answer.header("location").unwrap(), format!("/api/v1/versions/{version}"));
    let mut draft = author.get(&format!("/versions/{version}")).await.is(200).json;
    assert_eq!((draft["state"].as_str(), draft["revision"].as_i64()), (Some("draft"), Some(1)));
    draft["body"]["title"]["en"] = json!("Splicing on small craft");
    let edit = json!({ "revision": 1, "body": draft["body"] });
    assert_eq!(author.put(&format!("/versions/{version}"), edit.clone()).await.is(200).json["revision"], 2);
    author.put(&format!("/versions/{version}"), edit).await.problem(409, "stale");
    let grounds =
        |revision: i64| json!({ "revision": revision, "consultation": "May", "validation": "Two employers", "approval": "Board, 1 May" });
    let blank = json!({ "revision": 2, "consultation": " ", "validation": "x", "approval": "y" });
    assert_eq!(
        author.post(&format!("/versions/{version}/publication"), blank).await.problem(422, "invalid").pointers(),
        ["#/consultation"]
    );
    let profile = author.post(&format!("/versions/{version}/publication"), grounds(2)).await.is(200).text("profile");
    let shown = Program::nobody(&w).get(&format!("/profiles/{profile}")).await.is(200).json;
    assert_eq!(shown["body"]["title"]["en"], "Splicing on small craft");
    assert_eq!(shown["body"]["competencies"][0]["id"], draft["body"]["competencies"][0]["id"], "ids stay");
    let next = author.post(&format!("/profiles/{profile}/versions"), Value::Null).await.is(201).text("version");
    let edit =
        json!({ "revision": 1, "body": draft["body"], "change": { "class": "editorial", "note": { "en": "Wording", "fr": "Libellé" } } });
    author.put(&format!("/versions/{next}"), edit).await.is(200);
    author.post(&format!("/versions/{next}/publication"), grounds(2)).await.is(200);
    let old = Program::nobody(&w).get(&format!("/profiles/{profile}/versions/1")).await.is(200).json;
    assert_eq!((old["state"].as_str(), old["versions"].as_array().unwrap().len()), (Some("superseded"), 2));
    let refused = author.put(&format!("/versions/{next}"), json!({ "revision": 3, "body": draft["body"] })).await;
    assert_eq!(refused.problem(409, "refused").json["code"], "refused-published");
});

both!(frameworks_and_offerings_by_the_api, async |w: World| {
    let author = Program::of(&w, w.author, &["profiles:read", "profiles:write"]).await;
    let element = |kind: &str, id: &str, text: &str| json!({ "doc_identifier": "D1", "element_type": kind, "element_identifier": id, "title": "", "text": text });
    let file = json!({ "documents": [{ "doc_identifier": "D1", "name": "A framework", "version": "1", "website": "https://example.org/" }],
        "relationship_types": [], "relationships": [],
        "elements": [element("task", "T1", "Splice a line."), element("task", "T1", "Again."), element("skill", "S1", "Skill in splicing.")] });
    let refused = author.post("/frameworks?bad_rows=refuse", file.clone()).await.problem(422, "invalid");
    assert_eq!(refused.pointers(), ["#/elements/1"]);
    let id = author.post("/frameworks", file.clone()).await.is(201).text("id");
    let again = author.post("/frameworks", file).await.problem(422, "invalid");
    assert_eq!(again.json["errors"][0]["code"], "wrong-framework-known");
    let found = author.get(&format!("/frameworks/{id}/elements?kind=task")).await.is(200).json;
    assert_eq!((found["total"].as_i64(), found["items"][0]["source_id"].as_str()), (Some(1), Some("T1")));
    assert_eq!(author.get(&format!("/frameworks/{id}/elements/S1")).await.is(200).json["element"]["kind"], "skill");
    assert_eq!(author.get(&format!("/frameworks/{id}/report")).await.is(200).json["remarks"]["items"][0]["code"], "duplicate_id");
    author.post("/frameworks", json!({ "not": "one" })).await.problem(422, "invalid");

    let both = |en: &str, fr: &str| json!({ "en": en, "fr": fr });
    let mut offering = json!({ "provider": w.owner.to_string(), "title": both("A morning of knots", "Une matinée de nœuds"),
        "summary": both("Hands on.", "Pratique."), "hours": 3, "cents": 4000, "participation": "onsite",
        "criteria": [w.competency(0).criteria[0].id.to_string()] });
    author.post("/offerings", offering.clone()).await.is(201);
    offering["title"]["fr"] = json!("");
    assert_eq!(author.post("/offerings", offering).await.problem(422, "invalid").pointers(), ["#/title"]);
    assert_eq!(author.get("/offerings").await.is(200).json[0]["minutes"]["known"]["most"], 180);
});

both!(a_catalogue_of_learning_by_the_api, async |w: World| {
    let author = Program::of(&w, w.author, &["profiles:write"]).await;
    let bearer = format!("Bearer {}", author.token.as_deref().unwrap());
    let send = async |query: String, table: &'static str| {
        let answer = w.stranger().ask(Method::POST, &format!("/api/v1/catalogues?{query}"), &[("authorization", &bearer)], table).await;
        (answer.status.as_u16(), serde_json::from_str::<serde_json::Value>(&answer.body).unwrap())
    };
    let table =
        "course_url,title,price\nhttps://example.org/1,Knots,FREE-Add a Verified Certificate for $49 USD\nhttps://example.org/2,,\n";
    let here = format!("owner={}&mapping=edx", w.owner);
    let (status, done) = send(here.clone(), table).await;
    assert_eq!((status, done["added"].as_i64()), (201, Some(1)));
    assert!(done["remarks"].as_array().unwrap().iter().any(|r| r["code"] == "empty_field" && r["line"] == 3), "{done}");
    let (status, refused) = send(format!("{here}&bad_rows=refuse"), table).await;
    assert_eq!((status, refused["errors"].as_array().unwrap().is_empty()), (422, false));
    assert_eq!(send(format!("owner={}&mapping=unheard-of", w.owner), table).await.0, 422);
    assert_eq!(send(here, "a,b\n1,2\n").await.0, 422);
    assert_eq!(send(format!("owner={}&mapping=edx", w.issuer_org), table).await.0, 404);
});

both!(a_file_is_described_sent_with_the_token_and_read_back, async |w: World| {
    let learner = Program::of(&w, w.learner, &["claims:read", "claims:write"]).await;
    let claim = w.open_claim(w.learner).await;
    let mut new = evidence(3, "", &json!(w.competency(0).id.to_string()), &[&json!(w.competency(0).criteria[0].id.to_string())]);
    new["content"] = json!({ "name": "file", "kind": "document", "file_name": "log.txt" });
    let added = learner.post(&format!("/claims/{claim}/evidence"), new).await.is(201).json;
    let (id, metadata) = (added["id"].as_str().unwrap(), added["content"]["upload_metadata"].as_str().unwrap());
    let send = async |token: Option<&str>, method: Method, path: &str, headers: &[(&str, &str)], body: &'static str| {
        let bearer = token.map(|t| format!("Bearer {t}"));
        let mut all = vec![("tus-resumable", "1.0.0")];
        all.extend_from_slice(headers);
        all.extend(bearer.as_deref().map(|b| ("authorization", b)));
        w.stranger().ask(method, path, &all, body).await
    };
    let token = learner.token.as_deref();
    let headers = [("upload-length", "11"), ("upload-metadata", metadata)];
    let upload = send(token, Method::POST, "/uploads", &headers, "").await.is(201).header("location").unwrap();
    let reads_only = Program::of(&w, w.learner, &["claims:read"]).await;
    send(reads_only.token.as_deref(), Method::POST, "/uploads", &headers, "").await.is(403);
    send(Some("tessera_wrong"), Method::POST, "/uploads", &headers, "").await.is(401);
    let other = Program::all(&w, w.other_learner).await;
    send(other.token.as_deref(), Method::HEAD, &upload, &[], "").await.is(404);
    let piece = [("upload-offset", "0"), ("content-type", "application/offset+octet-stream")];
    send(token, Method::PATCH, &upload, &piece, "hello world").await.is(204);
    let file = learner.get(&format!("/evidence/{id}")).await.is(200).json["evidence"]["content"].clone();
    assert_eq!((file["name"].as_str(), file["size"].as_i64()), (Some("file"), Some(11)));
    assert_eq!(learner.get(&format!("/evidence/{id}/file")).await.is(200).answer.body, "hello world");
    other.get(&format!("/evidence/{id}/file")).await.problem(404, "missing");
    learner.put(&format!("/evidence/{id}/links"), json!([])).await.is(204);
    learner.post(&format!("/evidence/{id}/withdrawal"), Value::Null).await.is(204);
    learner.get(&format!("/evidence/{id}/file")).await.problem(404, "missing");
    let listed = learner.get(&format!("/claims/{claim}/evidence")).await.is(200).json;
    assert_eq!((listed["total"].as_i64(), listed["items"][0]["state"].as_str()), (Some(1), Some("withdrawn")));
});

both!(the_issuer_changes_the_register_by_the_api, async |w: World| {
    let id = crate::credential::competency(&w).await;
    let issuer = Program::of(&w, w.issuer, &["awards:write"]).await;
    let found = issuer.get("/register?q=lena&show=active").await.is(200).json;
    assert_eq!((found["total"].as_i64(), &found["items"][0]["credential"]), (Some(1), &json!(id.to_string())));
    let here = format!("/register/{id}");
    let wrong = json!({ "ground": "not_own_work", "words": "Not for a time." });
    issuer.post(&format!("{here}/suspension"), wrong).await.is(422);
    issuer.post(&format!("{here}/suspension"), json!({ "ground": "under_review", "words": "An appeal." })).await.is(204);
    let entry = issuer.get(&here).await.is(200).json;
    assert_eq!((&entry["state"], &entry["ground"]), (&json!("suspended"), &json!("under_review")));
    assert!(!entry.to_string().contains("An appeal."), "what is written to the holder is not repeated");
    issuer.post(&format!("{here}/reinstatement"), json!({ "words": "Closed." })).await.is(204);
    issuer.post(&format!("{here}/revocation"), json!({ "ground": "issued_in_error", "words": "Twice." })).await.is(204);
    assert_eq!(issuer.get(&here).await.is(200).json["state"], "revoked");
    let stranger = Program::all(&w, w.learner).await;
    stranger.get("/register").await.problem(404, "missing");
    stranger.post(&format!("{here}/revocation"), json!({ "ground": "issued_in_error", "words": "x" })).await.problem(404, "missing");
});
