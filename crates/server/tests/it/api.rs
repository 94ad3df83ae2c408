//! The API as programs use it: the whole loop, and every way of being refused.

use crate::both;
use crate::harness::{Answer, Client, World};
use axum::http::Method;
use domain::{ClaimId, PersonId};
use serde_json::{Value, json};
use server::actions::manage_tokens::{SCOPES, create_token, revoke_token};

/// A program with a token.
pub struct Program {
    client: Client,
    token: Option<String>,
    language: &'static str,
}

/// What came back, as JSON.
pub struct Said {
    pub answer: Answer,
    pub json: Value,
}

impl Program {
    pub async fn of(w: &World, person: PersonId, scopes: &[&str]) -> Program {
        let scopes: Vec<String> = scopes.iter().map(|s| (*s).to_owned()).collect();
        let token = create_token(&w.member(person).await, "A test", &scopes, 30).await.unwrap();
        Program { client: w.stranger(), token: Some(token), language: "en-CA" }
    }

    pub async fn all(w: &World, person: PersonId) -> Program {
        Program::of(w, person, SCOPES).await
    }

    pub fn nobody(w: &World) -> Program {
        Program { client: w.stranger(), token: None, language: "en-CA" }
    }

    pub fn in_french(self) -> Program {
        Program { language: "fr-CA", ..self }
    }

    pub async fn send(&self, method: Method, path: &str, content_type: &str, body: impl Into<axum::body::Body>) -> Said {
        let bearer = self.token.as_ref().map(|t| format!("Bearer {t}"));
        let mut headers = vec![("accept-language", self.language)];
        if !content_type.is_empty() {
            headers.push(("content-type", content_type));
        }
        headers.extend(bearer.as_deref().map(|b| ("authorization", b)));
        let path = if path.starts_with("/uploads") { path.to_owned() } else { format!("/api/v1{path}") };
        let answer = self.client.ask(method, &path, &headers, body).await;
        let json = serde_json::from_str(&answer.body).unwrap_or(Value::Null);
        Said { answer, json }
    }

    pub async fn get(&self, path: &str) -> Said {
        self.send(Method::GET, path, "", "").await
    }

    pub async fn post(&self, path: &str, body: Value) -> Said {
        let content = if body.is_null() { ("", String::new()) } else { ("application/json", body.to_string()) };
        self.send(Method::POST, path, content.0, content.1).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Said {
        self.send(Method::PUT, path, "application/json", body.to_string()).await
    }
}

impl Said {
    #[track_caller]
    fn is(self, status: u16) -> Said {
        assert_eq!(self.answer.status.as_u16(), status, "{}", self.answer.body.chars().take(2000).collect::<String>());
        self
    }

    /// A problem of this kind, whole and as RFC 9457 has it.
    #[track_caller]
    fn problem(self, status: u16, kind: &str) -> Said {
        let said = self.is(status);
        assert_eq!(said.answer.header("content-type").as_deref(), Some("application/problem+json"));
        assert_eq!(said.json["status"], status);
        assert_eq!(said.json["type"], format!("https://tessera.example/api/docs#problem-{kind}"), "{}", said.json);
        for words in ["title", "detail"] {
            assert!(said.json[words].as_str().is_some_and(|w| !w.is_empty() && !w.starts_with("api-") && !w.starts_with("refused-")), "{}", said.json);
        }
        said
    }

    /// The pointers to what is wrong.
    fn pointers(&self) -> Vec<&str> {
        self.json["errors"].as_array().map(|all| all.iter().filter_map(|e| e["pointer"].as_str()).collect()).unwrap_or_default()
    }

    fn text(&self, name: &str) -> String {
        self.json[name].as_str().unwrap_or_else(|| panic!("no {name} in {}", self.json)).to_owned()
    }
}

/// Evidence that shows `criteria` of a competency, on a day in May.
fn evidence(day: u8, words: &str, competency: &Value, criteria: &[&Value]) -> Value {
    let shows: Vec<Value> = criteria.iter().map(|c| json!({ "competency": competency, "criterion": c })).collect();
    json!({
        "title": format!("Log of {day} May"),
        "class": "indirect",
        "performed": format!("2026-05-{day:02}"),
        "setting": "At the pier",
        "edited": false,
        "people": "nobody_identifiable",
        "content": { "name": "text", "text": words },
        "shows": shows,
    })
}

/// Opens a claim and sends one competency of it, all by the API. Answers the assessment's id.
async fn send_competency(w: &World, learner: &Program, claim: &str, n: usize, criteria: &[&Value], attempt: &str) -> String {
    let profile = learner.get(&format!("/profiles/{}", w.profile)).await.is(200).json;
    let competency = &profile["body"]["competencies"][n]["id"];
    for day in [3, 12] {
        let words = format!("{attempt}: what I did on {day} May for competency {n}.");
        learner.post(&format!("/claims/{claim}/evidence"), evidence(day, &words, competency, criteria)).await.is(201);
    }
    let at = format!("/claims/{claim}/competencies/{}/submission", competency.as_str().unwrap());
    learner.post(&at, json!({ "own_work": true, "help_used": "None", "same_assessor": true })).await.is(201).text("assessment")
}

/// A complete sheet for an assessment as it was read: met, but for `unmet`.
fn sheet(assessment: &Value, unmet: &[&Value]) -> Value {
    let criteria = assessment["criteria"].as_array().unwrap();
    let mut sheet = json!({ "results": {}, "reasons": {}, "evidence": {} });
    for criterion in criteria {
        let id = criterion.as_str().unwrap();
        let met = !unmet.contains(&criterion);
        sheet["results"][id] = json!(if met { "competent" } else { "approaching_competence" });
        if !met {
            sheet["reasons"][id] = json!("The second knot slipped; show it under load.");
        }
    }
    for item in assessment["desk"]["evidence"].as_array().unwrap() {
        sheet["evidence"][item["id"].as_str().unwrap()] =
            json!({ "valid": true, "authentic": true, "reliable": true, "current": true, "sufficient": true });
    }
    sheet
}

async fn judge(assessor: &Program, id: &str, unmet: &[&Value]) -> Said {
    assessor.post(&format!("/assessments/{id}/assignment"), Value::Null).await.is(204);
    let read = assessor.get(&format!("/assessments/{id}")).await.is(200).json;
    let body = json!({ "revision": read["desk"]["revision"], "sheet": sheet(&read, unmet) });
    assessor.post(&format!("/assessments/{id}/judgement"), body).await.is(200)
}

both!(the_whole_loop_by_the_api, async |w: World| {
    let learner = Program::of(&w, w.learner, &["claims:read", "claims:write"]).await;
    let assessor = Program::of(&w, w.assessor, &["assessments:write"]).await;
    let issuer = Program::of(&w, w.issuer, &["awards:write"]).await;
    let found = learner.get("/profiles?q=cordages").await.is(200).json;
    assert_eq!((found["total"].as_i64(), &found["items"][0]["profile"]), (Some(1), &json!(w.profile.to_string())));
    let profile = learner.get(&format!("/profiles/{}", w.profile)).await.is(200).json;
    assert_eq!(profile["body"]["title"]["fr"], "Travail des cordages sur petite embarcation");
    let ids = |n: usize| -> Vec<Value> { profile["body"]["competencies"][n]["criteria"].as_array().unwrap().iter().map(|c| c["id"].clone()).collect() };
    let (first, second) = (ids(0), ids(1));

    let opened = learner.post("/claims", json!({ "profile": w.profile, "self_ratings": { first[0].as_str().unwrap(): "ready" } })).await.is(201);
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
    assert_eq!((&open["criteria"], &open["desk"]), (&json!([second[1]]), &Value::Null), "only what is open is judged, and nothing is seen before it is taken on");
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

both!(a_sheet_made_from_an_old_revision_is_refused_and_nothing_is_overwritten, async |w: World| {
    let assessor = Program::all(&w, w.assessor).await;
    let claim = w.open_claim(w.learner).await;
    let id = w.submit(w.learner, claim, 0).await;
    assessor.post(&format!("/assessments/{id}/assignment"), Value::Null).await.is(204);
    let read = assessor.get(&format!("/assessments/{id}")).await.is(200).json;
    let (revision, unmet) = (read["desk"]["revision"].as_i64().unwrap(), json!(w.competency(0).criteria[0].id.to_string()));
    let saved = assessor.put(&format!("/assessments/{id}/draft"), json!({ "revision": revision, "sheet": sheet(&read, &[&unmet]) })).await.is(200);
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
    let grounds = |revision: i64| json!({ "revision": revision, "consultation": "May", "validation": "Two employers", "approval": "Board, 1 May" });
    let blank = json!({ "revision": 2, "consultation": " ", "validation": "x", "approval": "y" });
    assert_eq!(author.post(&format!("/versions/{version}/publication"), blank).await.problem(422, "invalid").pointers(), ["#/consultation"]);
    let profile = author.post(&format!("/versions/{version}/publication"), grounds(2)).await.is(200).text("profile");
    let shown = Program::nobody(&w).get(&format!("/profiles/{profile}")).await.is(200).json;
    assert_eq!(shown["body"]["title"]["en"], "Splicing on small craft");
    assert_eq!(shown["body"]["competencies"][0]["id"], draft["body"]["competencies"][0]["id"], "ids stay");
    let next = author.post(&format!("/profiles/{profile}/versions"), Value::Null).await.is(201).text("version");
    let edit = json!({ "revision": 1, "body": draft["body"], "change": { "class": "editorial", "note": { "en": "Wording", "fr": "Libellé" } } });
    author.put(&format!("/versions/{next}"), edit).await.is(200);
    author.post(&format!("/versions/{next}/publication"), grounds(2)).await.is(200);
    let old = Program::nobody(&w).get(&format!("/profiles/{profile}/versions/1")).await.is(200).json;
    assert_eq!((old["state"].as_str(), old["versions"].as_array().unwrap().len()), (Some("superseded"), 2));
    let refused = author.put(&format!("/versions/{next}"), json!({ "revision": 3, "body": draft["body"] })).await;
    assert_eq!(refused.problem(409, "refused").json["code"], "refused-published");
});

both!(frameworks_and_offerings_by_the_api, async |w: World| {
    let author = Program::of(&w, w.author, &["profiles:read", "profiles:write"]).await;
    let element = |kind: &str, id: &str, text: &str| {
        json!({ "doc_identifier": "D1", "element_type": kind, "element_identifier": id, "title": "", "text": text })
    };
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
    assert_eq!(author.get("/offerings").await.is(200).json[0]["hours"], 3);
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
    for path in [format!("/claims/{claim}"), format!("/claims/{claim}/evidence"), format!("/claims/{claim}/competencies/{competency}"), format!("/evidence/{item}")] {
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
    assert_eq!((said.text("title").as_str(), said.answer.header("content-language").as_deref()), ("Quelque chose est à corriger", Some("fr-CA")));
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
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json"), ("origin", "https://elsewhere.example"), ("sec-fetch-site", "cross-site")];
    let body = json!({ "profile": w.profile }).to_string();
    assert_eq!(w.stranger().ask(Method::POST, "/api/v1/claims", &headers, body).await.status.as_u16(), 201);
});

both!(when_the_database_is_gone_the_api_says_when_to_come_back, async |w: World| {
    let learner = Program::all(&w, w.learner).await;
    w.app.db.close().await;
    let gone = learner.get("/claims").await.problem(503, "unavailable");
    assert_eq!(gone.answer.header("retry-after").as_deref(), Some("5"));
});

/// Every `$ref` in a document.
fn refs<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(all) => {
            found.extend(all.get("$ref").and_then(Value::as_str));
            all.values().for_each(|v| refs(v, found));
        }
        Value::Array(all) => all.iter().for_each(|v| refs(v, found)),
        _ => {}
    }
}

both!(the_openapi_document_lists_every_operation_and_nothing_else, async |w: World| {
    let document = Program::nobody(&w).get("/openapi.json").await.is(200).json;
    assert_eq!(document["openapi"], "3.1.0");
    let (_, routes) = server::web::site(w.app.clone());
    let mut registered: Vec<String> =
        routes.iter().filter(|r| r.path.starts_with("/api/v1")).map(|r| format!("{} {}", r.method.as_str().to_lowercase(), r.path)).collect();
    let mut described = Vec::new();
    let mut ids = std::collections::HashSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let name = format!("{method} {path}");
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.keys().any(|s| s.starts_with('2')), "{name} says nothing about success");
            assert!(answers.values().all(|a| a["$ref"].is_string() || a["description"].as_str().is_some_and(|d| !d.is_empty())), "{name}: {answers:?}");
            assert!(answers.contains_key("500") && answers.contains_key("503"), "{name}");
            assert!(ids.insert(operation["operationId"].clone()), "{name} has another operation's id");
            let summary = operation["summary"].as_str().unwrap();
            assert!(!summary.starts_with("api-op-"), "{name} has no words");
            assert!(operation["security"].is_array(), "{name}");
            for tag in operation["tags"].as_array().unwrap() {
                assert!(document["tags"].as_array().unwrap().iter().any(|t| t["name"] == *tag), "{name}: {tag}");
            }
            let placed = path.matches('{').count();
            let parameters = operation["parameters"].as_array().map_or(0, |p| p.iter().filter(|p| p["in"] == "path").count());
            assert_eq!(placed, parameters, "{name}");
            described.push(name);
        }
    }
    registered.sort();
    described.sort();
    assert_eq!(registered, described);
    let mut found = Vec::new();
    refs(&document, &mut found);
    assert!(found.len() > 100);
    for r in found {
        let at = r.strip_prefix('#').unwrap_or_else(|| panic!("{r} leads elsewhere"));
        assert!(document.pointer(at).is_some(), "{r} leads nowhere");
    }
});

both!(what_an_operation_needs_is_what_its_document_says, async |w: World| {
    let document = Program::nobody(&w).get("/openapi.json").await.is(200).json;
    let (_, routes) = server::web::site(w.app.clone());
    for route in routes {
        let Some(needs) = route.needs else { continue };
        let said = &document["paths"][route.path][route.method.as_str().to_lowercase()]["security"];
        let due = match needs {
            server::api::Needs::Nothing => json!([]),
            server::api::Needs::Token => json!([{ "token": [] }]),
            server::api::Needs::Scope(scope) => json!([{ "token": [scope] }]),
        };
        assert_eq!(*said, due, "{} {}", route.method, route.path);
    }
});

both!(each_answer_fits_its_schema, async |w: World| {
    let document = Program::nobody(&w).get("/openapi.json").await.is(200).json;
    let learner = Program::all(&w, w.learner).await;
    let claim: ClaimId = w.open_claim(w.learner).await;
    w.submit(w.learner, claim, 0).await;
    let competency = w.competency(0).id;
    for (path, pattern) in [
        ("/profiles".to_owned(), "/profiles"),
        (format!("/profiles/{}", w.profile), "/profiles/{profile}"),
        ("/claims".to_owned(), "/claims"),
        (format!("/claims/{claim}"), "/claims/{claim}"),
        (format!("/claims/{claim}/competencies/{competency}"), "/claims/{claim}/competencies/{competency}"),
        (format!("/claims/{claim}/evidence"), "/claims/{claim}/evidence"),
        ("/me".to_owned(), "/me"),
    ] {
        let answer = learner.get(&path).await.is(200).json;
        let schema = &document["paths"][format!("/api/v1{pattern}")]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        fits(&document, schema, &answer, pattern);
    }
});

/// Whether a value has the type, the required fields and no others than a schema says.
fn fits(document: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(r) = schema["$ref"].as_str() {
        return fits(document, document.pointer(&r[1..]).unwrap(), value, at);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let named = |c: &&Value| c["type"] != "null" && (c["$ref"].is_string() || c["properties"]["name"]["enum"].as_array().is_none_or(|n| n.contains(&value["name"])));
        match choices.iter().find(named) {
            Some(choice) if !value.is_null() => return fits(document, choice, value, at),
            _ => return assert!(value.is_null() && choices.iter().any(|c| c["type"] == "null"), "{at}: {value} fits no choice"),
        }
    }
    let types: Vec<&str> = schema["type"].as_str().into_iter().chain(schema["type"].as_array().into_iter().flatten().filter_map(Value::as_str)).collect();
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    assert!(types.contains(&kind), "{at}: {value} is no {types:?}");
    if let (Some(names), Value::String(_)) = (schema["enum"].as_array(), value) {
        assert!(names.contains(value), "{at}: {value} is none of {names:?}");
    }
    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
        fits(document, &schema["items"], item, &format!("{at}/{i}"));
    }
    for (name, inner) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(name) {
            Some(known) => fits(document, known, inner, &format!("{at}/{name}")),
            None => assert!(schema["additionalProperties"].is_object() || schema["additionalProperties"] == true, "{at}/{name} is not documented"),
        }
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        assert!(value.get(name.as_str().unwrap()).is_some(), "{at}: {name} is missing");
    }
}
