//! Every check of a credential, and every way to bring one: pictures of codes, presentations, many at once.

use crate::api::Program;
use crate::both;
use crate::credential::{competency, document, status_lists};
use crate::harness::{Folder, World};
use crate::verify::{foreign, sent, tessera};
use serde_json::{Value, json};
use std::process::Command;
use vc::{Purpose, SignOptions, SigningKey};

both!(each_check_is_listed_with_how_it_went, async |w: World| {
    let text = document(&w, competency(&w).await).await.to_string();
    let english = sent(&w, &[("text", &text)], None).await.is(200);
    for name in ["Signature", "Signing key", "Required fields", "Dates", "Status", "Recipient", "Endorsements", "Issuer"] {
        assert!(english.body.contains(&format!("<strong>{name}. </strong>")), "{name} is missing");
    }
    english.says("Nothing to check:").says("it is for Lena Learner").says("Checked on 1 June 2026");
});

both!(whom_it_is_for_is_compared_even_if_it_is_hashed, async |w: World| {
    let text = document(&w, competency(&w).await).await.to_string();
    assert!(!text.contains("lena.learner@example.org"));
    let asked = async |who: &str| sent(&w, &[("text", &text), ("recipient", who)], None).await.is(200);
    asked(" Lena.Learner@Example.org ").await.says("It is for the person who was named.");
    asked("omar.other@example.org").await.says("genuine and in force").says("It is for somebody else than the person who was named.");
    asked("did:example:lena").await.says("It says nothing that can be compared");
});

/// A presentation of these credentials by a holder.
fn presentation(credentials: &[Value]) -> Value {
    let key = SigningKey::from_seed(&[5; 32]);
    let document = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
        "holder": key.did_key(), "verifiableCredential": credentials,
    });
    let options = SignOptions { purpose: Purpose::Authentication, ..SignOptions::new(key.did_key_method(), "2026-06-01T12:00:00Z") };
    vc::sign(document, &key, &options).unwrap()
}

both!(a_presentation_is_checked_with_each_credential_in_it, async |w: World| {
    let ours = document(&w, competency(&w).await).await;
    let shown = presentation(&[ours, foreign(Some("2026-01-01T00:00:00Z"))]).to_string();
    let page = sent(&w, &[("text", &shown)], None).await.is(200);
    let page = page.says("A presentation of 2 credentials").says("signed by the holder that it names");
    page.says("genuine and in force").says("has expired").says("can’t be told here");
    let altered = shown.replace("did:key:z6Mk", "did:key:z6Mj");
    sent(&w, &[("text", &altered)], None).await.is(200).says("missing or broken");
    sent(&w, &[("text", &presentation(&[]).to_string())], None).await.is(422).says("no credential in it");
});

both!(a_token_is_read_like_any_other_credential, async |w: World| {
    let key = SigningKey::from_seed(&[9; 32]);
    let mut plain = foreign(None);
    plain.as_object_mut().unwrap().remove("proof");
    let options = vc::JwtOptions { kid: Some(key.did_key_method()), ..Default::default() };
    let token = vc::sign_jwt(&plain, &key, &options).unwrap();
    sent(&w, &[("text", &token)], None).await.is(200).says("this site doesn’t know the issuer").says("Mends three nets.");
    sent(&w, &[], Some(token.as_bytes())).await.is(200).says("Nia Netter");
    let holder = SigningKey::from_seed(&[5; 32]);
    let shown = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
        "holder": holder.did_key(), "verifiableCredential": [vc::enveloped_credential(&token)],
    });
    let options = vc::JwtOptions { kid: Some(holder.did_key_method()), ..Default::default() };
    let shown = vc::sign_jwt(&shown, &holder, &options).unwrap();
    sent(&w, &[("text", &shown)], None).await.is(200).says("A presentation of 1 credential").says("Mends three nets.");
});

/// A picture of a code that says this.
fn code(text: &str) -> Vec<u8> {
    paper::raster::png(&paper::qr::qr(text).unwrap(), 400, 400).unwrap()
}

both!(a_picture_of_a_code_leads_to_the_credential, async |w: World| {
    let id = competency(&w).await;
    sent(&w, &[], Some(&code(&format!("https://tessera.example/c/{id}")))).await.is(200).says("genuine and in force");
    let ours = w.stranger().get(&format!("/c/{id}.qr.png")).await.is(200).bytes;
    sent(&w, &[], Some(&ours)).await.is(200).says("Lena Learner");
    let padded = [ours, vec![0; 5 << 20]].concat();
    sent(&w, &[], Some(&padded)).await.is(200).says("Lena Learner");
    sent(&w, &[], Some(&code("Table 7, please"))).await.is(422).says("leads to no credential");
    sent(&w, &[], Some(&code("https://elsewhere.example/badge"))).await.is(422).says("does not fetch from other sites");
    let blank = paper::raster::png(&paper::drawing::Drawing { view: (0.0, 0.0, 9.0, 9.0), shapes: vec![] }, 90, 90).unwrap();
    sent(&w, &[], Some(&blank)).await.is(422).says("No credential and no QR code can be read");
});

both!(many_are_checked_in_one_request_by_whoever_has_a_name, async |w: World| {
    let ours = document(&w, competency(&w).await).await;
    let documents = json!([ours, presentation(&[foreign(None)]), { "a": 1 }, "eyJ.broken.token"]);
    let stranger = Program::nobody(&w).post("/verifications", json!({ "documents": documents })).await;
    stranger.problem(401, "no-token");
    let program = Program::of(&w, w.learner, &["profiles:read"]).await;
    let said = program.post("/verifications", json!({ "documents": documents, "recipient": "lena.learner@example.org" })).await.is(200);
    let results = said.json["results"].as_array().unwrap();
    assert_eq!(results.iter().map(|r| r["verdict"].as_str()).collect::<Vec<_>>(), [Some("valid"), Some("valid"), None, None]);
    let checks = results[0]["credentials"][0]["checks"].as_array().unwrap();
    let recipient = checks.iter().find(|c| c["name"] == "recipient").unwrap();
    assert_eq!((checks.len(), recipient["outcome"].as_str()), (8, Some("passed")));
    assert_eq!(results[0]["credentials"][0]["checked_at"], "2026-06-01T12:00:00Z");
    assert_eq!(results[1]["presentation"]["proof"]["outcome"], "passed");
    assert!(results[2]["unreadable"].as_str().unwrap().contains("neither a verifiable credential"));
    program.post("/verifications", json!({ "documents": [] })).await.problem(422, "invalid");
    program.post("/verifications", json!({ "documents": vec![0; 101] })).await.problem(422, "invalid");
    program.post("/verifications", json!({ "documents": [1], "extra": 1 })).await.problem(422, "invalid");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_issuer_on_a_list_that_the_operator_trusts_is_known() {
    let folder = Folder::new();
    let list = folder.0.join("trusted.json");
    let key = SigningKey::from_seed(&[9; 32]);
    let written = json!({
        "name": "Schools of the coast", "source": "https://coast.example/schools", "date": "2026-05-01",
        "issuers": [{ "id": key.did_key(), "name": "Far Away School (listed)" }],
    });
    std::fs::write(&list, written.to_string()).unwrap();
    let w = World::with(|config| config.trusted_issuers = vec![list.clone()]).await;
    let page = sent(&w, &[("text", &foreign(None).to_string())], None).await.is(200);
    page.says("genuine and in force").says("Far Away School (listed)").says("Schools of the coast").says("1 May 2026");
    let other = SigningKey::from_seed(&[3; 32]);
    let mut unlisted = foreign(None);
    unlisted.as_object_mut().unwrap().remove("proof");
    unlisted["issuer"]["id"] = json!(other.did_key());
    let unlisted = vc::sign(unlisted, &other, &SignOptions::new(other.did_key_method(), "2025-05-01T00:00:00Z")).unwrap();
    let page = sent(&w, &[("text", &unlisted.to_string())], None).await.is(200);
    let page = page.says("this site doesn’t know the issuer").says("not on any list that this site was given");
    assert!(!page.body.contains("not recognised"), "whoever is on no list is not for that reason false");
}

fn written(folder: &Folder, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.0.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_folder_is_checked_file_by_file_with_a_line_for_each() {
    let folder = Folder::new();
    written(&folder, "a-good.json", foreign(None).to_string());
    written(&folder, "b-over.json", foreign(Some("2025-06-01T00:00:00Z")).to_string());
    written(&folder, "c-notes.txt", "remember the milk");
    written(&folder, "d-shown.json", presentation(&[foreign(None)]).to_string());
    written(&folder, "e-code.png", code(&foreign(None)["id"].to_string()));
    std::fs::create_dir(folder.0.join("inside")).unwrap();
    // Nobody writes into it: whoever opens it waits for ever.
    Command::new("mkfifo").arg(folder.0.join("f-pipe")).status().unwrap();
    let output = tessera(&[folder.0.to_str().unwrap(), "--json", "--offline"]);
    assert_eq!(output.status.code(), Some(2), "one can't be read: {output:?}");
    let lines: Vec<Value> = String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let verdicts: Vec<_> = lines.iter().map(|line| line["verdict"].as_str()).collect();
    assert_eq!(verdicts, [Some("valid"), Some("expired"), None, Some("valid"), None, None]);
    assert!(lines[0]["file"].as_str().unwrap().ends_with("a-good.json"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("2 valid, 1 not valid, 0 can't be checked now, 3 unreadable"), "{said}");
}

#[test]
fn the_command_line_compares_the_recipient_and_asks_the_lists() {
    let folder = Folder::new();
    let mut badge = foreign(None);
    badge.as_object_mut().unwrap().remove("proof");
    badge["credentialSubject"]["id"] = json!("did:example:nia");
    let key = SigningKey::from_seed(&[9; 32]);
    let signed = vc::sign(badge, &key, &SignOptions::new(key.did_key_method(), "2025-05-01T00:00:00Z")).unwrap();
    let file = written(&folder, "badge.json", signed.to_string());
    let list = json!({ "name": "Friends", "source": "us", "date": "2026-01-01", "issuers": [{ "id": key.did_key(), "name": "Far" }] });
    let list = written(&folder, "list.json", list.to_string());
    let output = tessera(&[&file, "--recipient", "did:example:nia", "--trusted", &list]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("recipient      passed") && said.contains("on the list \"Friends\""), "{said}");
    let output = tessera(&[&file, "--recipient", "did:example:other"]);
    assert_eq!(output.status.code(), Some(1), "valid, but somebody else's");
    let output = tessera(&[&file, "--trusted", "/nowhere.json"]);
    assert!(output.status.code() == Some(2) && String::from_utf8_lossy(&output.stderr).contains("/nowhere.json"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_of_documents_is_all_that_the_command_line_needs() {
    let w = World::on_sqlite().await;
    let id = competency(&w).await;
    let (folder, saved) = (Folder::new(), Folder::new());
    let file = written(&folder, "c.json", document(&w, id).await.to_string());
    written(&saved, "keys.json", w.stranger().get(&format!("/issuers/{}/did.json", w.issuer_org)).await.is(200).body);
    for list in status_lists(&w, id).await {
        let name: String = url::form_urlencoded::byte_serialize(list["id"].as_str().unwrap().as_bytes()).collect();
        written(&saved, &format!("{name}.json"), list.to_string());
    }
    written(&saved, "junk.txt", "junk");
    let output = tessera(&[&file, "--documents", saved.0.to_str().unwrap(), "--offline"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("status         passed") || said.starts_with("not yet valid"), "{said}");
    assert!(said.contains("from the file, as of"), "{said}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("junk.txt: not used"));
}
