//! The API as programs use it: the whole loop, and every way of being refused.

mod acts;
mod document;
mod paths;
mod refusals;

use crate::harness::{Answer, Client, World};
use axum::http::Method;
use domain::PersonId;
use serde_json::{Value, json};
use server::actions::manage_tokens::{SCOPES, create_token};

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

    pub async fn delete(&self, path: &str) -> Said {
        self.send(Method::DELETE, path, "", "").await
    }

    pub async fn put(&self, path: &str, body: Value) -> Said {
        self.send(Method::PUT, path, "application/json", body.to_string()).await
    }
}

impl Said {
    #[track_caller]
    pub fn is(self, status: u16) -> Said {
        assert_eq!(self.answer.status.as_u16(), status, "{}", self.answer.body.chars().take(2000).collect::<String>());
        self
    }

    /// A problem of this kind, whole and as RFC 9457 has it.
    #[track_caller]
    pub fn problem(self, status: u16, kind: &str) -> Said {
        let said = self.is(status);
        assert_eq!(said.answer.header("content-type").as_deref(), Some("application/problem+json"));
        assert_eq!(said.json["status"], status);
        assert_eq!(said.json["type"], format!("https://tessera.example/api/docs#problem-{kind}"), "{}", said.json);
        for words in ["title", "detail"] {
            assert!(
                said.json[words].as_str().is_some_and(|w| !w.is_empty() && !w.starts_with("api-") && !w.starts_with("refused-")),
                "{}",
                said.json
            );
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
