//! The VC-API: any credential issued, verified and derived for programs.

use crate::both;
use crate::harness::{Answer, Client, Folder, World, instance_with};
use axum::http::Method;
use serde_json::{Value, json};
use server::app::App;
use server::config::VcApi;

async fn open() -> (App, Client, Folder) {
    let (app, folder) = instance_with(|config| config.vc_api = VcApi::Open).await;
    let client = Client::stranger(&app);
    (app, client, folder)
}

async fn send(client: &Client, path: &str, body: &Value) -> Answer {
    client.ask(Method::POST, path, &[("content-type", "application/json")], body.to_string()).await
}

fn parsed(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}

fn credential(issuer: &str) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "type": ["VerifiableCredential", "DiplomaCredential"],
        "issuer": issuer,
        "credentialSubject": { "id": "did:example:subject", "degree": { "type": "Diploma", "name": "Welding" }, "grade": "A" },
    })
}

/// The ids of the issuers of that suite.
async fn issuers(client: &Client, suite: &str) -> Vec<String> {
    let listed = parsed(&client.get("/vc/issuers").await.is(200));
    let of_suite = |i: &&Value| i["cryptosuites"].as_array().unwrap().iter().any(|s| s == suite);
    listed["issuers"].as_array().unwrap().iter().filter(of_suite).map(|i| i["id"].as_str().unwrap().to_owned()).collect()
}

async fn issued(client: &Client, suite: &str, issuer: &str, options: Value) -> Value {
    let path = format!("/vc/{suite}/credentials/issue");
    let answer = send(client, &path, &json!({ "credential": credential(issuer), "options": options })).await.is(201);
    parsed(&answer)["verifiableCredential"].take()
}

async fn verify(client: &Client, document: &Value) -> Answer {
    send(client, "/vc/credentials/verify", &json!({ "verifiableCredential": document, "options": {} })).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_not_there_unless_it_is_switched_on() {
    let (app, _folder) = instance_with(|_| {}).await;
    let client = Client::stranger(&app);
    for path in ["/vc/issuers", "/vc/status/0"] {
        client.get(path).await.is(404).says("is off");
    }
    send(&client, "/vc/credentials/issue", &json!({ "credential": credential("did:example:a") })).await.is(404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_a_key_only_those_who_send_it_may_use_it_but_anybody_reads_the_status() {
    let (app, _folder) = instance_with(|config| config.vc_api = VcApi::Key("open sesame".to_owned())).await;
    let client = Client::stranger(&app);
    let ask = async |key: &str| client.ask(Method::GET, "/vc/issuers", &[("authorization", key)], "").await;
    client.get("/vc/issuers").await.is(401);
    ask("Bearer wrong").await.is(401);
    ask("Bearer open sesame").await.is(200);
    client.get("/vc/status/0").await.is(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_suite_issues_with_every_key_of_its_kind_what_then_verifies() {
    let (_, client, _folder) = open().await;
    for (suite, keys) in [("eddsa-rdfc-2022", 1), ("eddsa-jcs-2022", 1), ("ecdsa-rdfc-2019", 2), ("ecdsa-jcs-2019", 2)] {
        let ids = issuers(&client, suite).await;
        assert_eq!(ids.len(), keys, "{suite}");
        for id in ids {
            let document = issued(&client, suite, &id, json!({})).await;
            assert_eq!(document["proof"]["cryptosuite"], suite);
            assert!(document["proof"]["verificationMethod"].as_str().unwrap().starts_with(&id));
            verify(&client, &document).await.is(200).says("\"verified\":true");
            let mut altered = document;
            altered["credentialSubject"]["grade"] = "A+".into();
            verify(&client, &altered).await.is(400).says("CRYPTOGRAPHIC_SECURITY_ERROR");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_holder_derives_a_copy_that_shows_only_what_is_chosen() {
    let (_, client, _folder) = open().await;
    let id = &issuers(&client, "ecdsa-sd-2023").await[0];
    let base = issued(&client, "ecdsa-sd-2023", id, json!({ "mandatoryPointers": ["/issuer"] })).await;
    let chosen = json!({ "verifiableCredential": base, "options": { "selectivePointers": ["/credentialSubject/degree"] } });
    let derived = parsed(&send(&client, "/vc/credentials/derive", &chosen).await.is(201))["verifiableCredential"].take();
    assert_eq!(derived["credentialSubject"]["degree"]["name"], "Welding");
    assert!(derived["credentialSubject"].get("grade").is_none() && derived["issuer"].is_string());
    verify(&client, &derived).await.is(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_is_issued_in_an_envelope_and_verifies() {
    let (_, client, _folder) = open().await;
    let id = &issuers(&client, "eddsa-rdfc-2022").await[0];
    let document = issued(&client, "vc+jwt", id, json!({})).await;
    assert!(document["id"].as_str().unwrap().starts_with("data:application/vc+jwt,ey"));
    verify(&client, &document).await.is(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_credential_has_a_status_of_its_own_in_a_list_that_verifies() {
    let (app, client, _folder) = open().await;
    let id = &issuers(&client, "eddsa-rdfc-2022").await[0];
    let [one, two] = [issued(&client, "eddsa-rdfc-2022", id, json!({})).await, issued(&client, "eddsa-rdfc-2022", id, json!({})).await];
    let entry = |document: &Value| document["credentialStatus"].clone();
    assert_ne!(entry(&one)["statusListIndex"], entry(&two)["statusListIndex"]);
    let address = entry(&one)["statusListCredential"].as_str().unwrap().to_owned();
    let list = parsed(&client.get(address.strip_prefix(&app.base_url).unwrap()).await.is(200));
    assert_eq!((list["id"].as_str(), list["type"][1].as_str()), (Some(address.as_str()), Some("BitstringStatusListCredential")));
    verify(&client, &list).await.is(200);
    client.get("/vc/status/-1").await.is(404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_presentation_verifies_for_the_occasion_that_it_was_signed_for() {
    let (_, client, _folder) = open().await;
    let id = &issuers(&client, "eddsa-rdfc-2022").await[0];
    let holder = vc::SigningKey::from_seed(&[3; 32]);
    let signed = |presentation: Value| {
        let options = vc::SignOptions {
            purpose: vc::Purpose::Authentication,
            challenge: Some("once".to_owned()),
            domain: Some("verifier.example".to_owned()),
            ..vc::SignOptions::new(holder.did_key_method(), "2026-01-01T00:00:00Z")
        };
        vc::sign(presentation, &holder, &options).unwrap()
    };
    let presentation = |credentials: Value| {
        json!({
            "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
            "holder": holder.did_key(), "verifiableCredential": credentials,
        })
    };
    let check = async |document: &Value, challenge: &str| {
        let options = json!({ "challenge": challenge, "domain": "verifier.example" });
        send(&client, "/vc/presentations/verify", &json!({ "verifiablePresentation": document, "options": options })).await
    };
    let good = issued(&client, "eddsa-rdfc-2022", id, json!({})).await;
    check(&signed(presentation(json!([good]))), "once").await.is(200).says("\"verified\":true");
    check(&signed(presentation(json!([]))), "once").await.is(200);
    check(&signed(presentation(json!([good]))), "another").await.is(400);
    let mut altered = good;
    altered["credentialSubject"]["grade"] = "A+".into();
    check(&signed(presentation(json!([altered]))), "once").await.is(400);
    check(&presentation(json!([])), "once").await.is(400);
    check(&json!({ "type": "VerifiablePresentation" }), "once").await.is(400).says("@context");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_could_not_be_checked_is_named() {
    let (_, client, _folder) = open().await;
    let id = &issuers(&client, "eddsa-rdfc-2022").await[0];
    let mut credential = credential(id);
    credential["credentialStatus"] = json!({ "id": "did:example:status", "type": "https://status.example/#Kind" });
    let answer = send(&client, "/vc/credentials/issue", &json!({ "credential": credential })).await.is(201);
    verify(&client, &parsed(&answer)["verifiableCredential"]).await.is(400).says("STATUS_VERIFICATION_ERROR");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn credentials_of_the_older_data_model_are_issued_as_they_are() {
    let (_, client, _folder) = open().await;
    let id = &issuers(&client, "eddsa-rdfc-2022").await[0];
    let credential = json!({
        "@context": ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/security/data-integrity/v2"],
        "type": ["VerifiableCredential"], "issuer": id, "issuanceDate": "2020-01-01T00:00:00Z",
        "credentialSubject": { "id": "did:example:subject" },
    });
    let answer = send(&client, "/vc/credentials/issue", &json!({ "credential": credential })).await.is(201);
    let document = parsed(&answer)["verifiableCredential"].take();
    assert!(document.get("credentialStatus").is_none());
    verify(&client, &document).await.is(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_does_not_conform_is_refused_with_the_field_and_not_signed() {
    let (_, client, _folder) = open().await;
    let with = |field: &str, value: Value| {
        let mut credential = credential("did:example:issuer");
        credential[field] = value;
        json!({ "credential": credential })
    };
    for (request, says) in [
        (json!({}), "credential"),
        (with("issuer", json!(null)), "issuer"),
        (with("credentialSubject", json!({})), "credentialSubject"),
        (with("type", json!(["DiplomaCredential"])), "type"),
        (with("@context", json!(["https://www.w3.org/ns/credentials/v2"])), "DiplomaCredential"),
        (with("@context", json!(["https://www.w3.org/ns/credentials/v2", "https://unknown.example/"])), "unknown.example"),
        (with("validFrom", json!("yesterday")), "validFrom"),
        (json!({ "credential": credential("did:example:issuer"), "options": { "cryptosuite": "rot13" } }), "rot13"),
        (json!({ "credential": credential("did:example:issuer"), "options": { "mandatoryPointers": 7 } }), "mandatoryPointers"),
    ] {
        send(&client, "/vc/credentials/issue", &request).await.is(400).says(says);
    }
    client.ask(Method::POST, "/vc/credentials/issue", &[], "{").await.is(400).says("not JSON");
    client.ask(Method::POST, "/vc/credentials/issue", &[], "[]").await.is(400).says("not a JSON object");
    client.ask(Method::POST, "/vc/credentials/issue", &[], " ".repeat(2 << 20)).await.is(413);
    verify(&client, &json!("")).await.is(400);
    verify(&client, &json!({ "type": "VerifiableCredential" })).await.is(400).says("@context");
    send(&client, "/vc/credentials/derive", &json!({ "verifiableCredential": {} })).await.is(400);
}

both!(numbers_are_taken_once_and_what_was_issued_is_kept, async |w: World| {
    let mut tx = w.app.begin().await.unwrap();
    assert_eq!(store::vc_api::take_block(&mut tx, 10).await.unwrap(), 0);
    assert_eq!(store::vc_api::take_block(&mut tx, 5).await.unwrap(), 10);
    store::vc_api::keep(&mut tx, 3, "{}", w.app.now()).await.unwrap();
    let twice = store::vc_api::keep(&mut tx, 3, "{}", w.app.now()).await;
    assert!(matches!(twice, Err(store::StoreError::Conflict(_))), "{twice:?}");
});
