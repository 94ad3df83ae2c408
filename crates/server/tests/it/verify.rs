//! Checking any credential: on the page, by every way in; and on the command line, without a server.

use crate::both;
use crate::credential::{change, competency, document, status_lists, why};
use crate::harness::{Answer, Folder, World};
use axum::http::Method;
use domain::credential::Ground;
use serde_json::Value;
use std::process::{Command, Output};

/// The form as a browser sends it, with a file or without.
pub async fn sent(w: &World, fields: &[(&str, &str)], file: Option<&[u8]>) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    // A browser sends the field of a file that was not chosen, too.
    let name = if file.is_some() { "c.json" } else { "" };
    body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n").into_bytes());
    body.extend(file.unwrap_or_default());
    body.extend(b"\r\n--edge--\r\n");
    let kind = [("content-type", "multipart/form-data; boundary=edge")];
    w.stranger().ask(Method::POST, "/en/verify", &kind, body).await
}

/// A credential by an issuer that nobody here knows.
pub fn foreign(until: Option<&str>) -> Value {
    use vc::achievement as ob;
    let key = vc::SigningKey::from_seed(&[9; 32]);
    let badge = ob::Credential {
        id: "urn:uuid:0d4e5f60-1111-4222-8333-444455556666".to_owned(),
        name: "Net mending".to_owned(),
        issuer: ob::Profile { id: key.did_key(), name: Some("Far Away School".to_owned()), ..Default::default() },
        valid_from: "2025-05-01T00:00:00Z".to_owned(),
        valid_until: until.map(str::to_owned),
        subject: ob::Subject {
            identifiers: vec![ob::IdentityObject::plain("name", "Nia Netter")],
            achievement: ob::Achievement {
                id: "https://school.example/a/1".to_owned(),
                name: "Net mending".to_owned(),
                description: "Mends <b>nets</b>.".to_owned(),
                criteria: ob::Criteria { id: None, narrative: Some("Mends three nets.".to_owned()) },
                ..Default::default()
            },
            ..Default::default()
        },
        ..Default::default()
    };
    vc::sign(badge.document(), &key, &vc::SignOptions::new(key.did_key_method(), "2025-05-01T00:00:00Z")).unwrap()
}

both!(the_same_answer_by_link_file_and_text, async |w: World| {
    let id = competency(&w).await;
    let text = document(&w, id).await.to_string();
    for link in [
        format!("https://tessera.example/c/{id}"),
        format!("https://tessera.example/fr/c/{id}?x=1"),
        format!("https://tessera.example/c/{id}.json"),
        id.to_string(),
    ] {
        sent(&w, &[("link", &link), ("text", "")], None).await.is(200).says("genuine and in force").says("Lena Learner");
    }
    sent(&w, &[], Some(text.as_bytes())).await.is(200).says("genuine and in force").says(&format!("/en/c/{id}"));
    sent(&w, &[("text", &text)], None).await.is(200).says("genuine and in force").says("register was read at");
    let plain = w.stranger().post("/fr/verify", &[("text", &format!("\u{feff}{text}"))]).await.is(200);
    plain.says("authentique et en vigueur");
});

both!(the_register_counts_whatever_the_file_says, async |w: World| {
    let id = competency(&w).await;
    let text = document(&w, id).await.to_string();
    let (by, at) = (w.issuer, w.app.now());
    change(&w, id, |c| c.suspend(by, at, why(Ground::UnderReview, "Private")).unwrap()).await;
    let answer = sent(&w, &[("text", &text)], None).await.is(200).says("This credential is suspended");
    assert!(!answer.body.contains("Private"));
    let report = server::verifying::check_here(&w.app, &document(&w, id).await).await.unwrap().unwrap();
    assert_eq!(report.verdict, vc::Verdict::Suspended);
    change(&w, id, |c| c.revoke(by, at, why(Ground::IssuedInError, "Private")).unwrap()).await;
    sent(&w, &[("text", &text)], None).await.is(200).says("This credential was revoked");
    sent(&w, &[("link", &format!("https://tessera.example/c/{id}"))], None).await.is(200).says("This credential was revoked");
});

both!(what_was_altered_is_called_altered, async |w: World| {
    let text = document(&w, competency(&w).await).await.to_string().replace("Lena Learner", "Mallory Learner");
    sent(&w, &[("text", &text)], None).await.is(200).says("not as it was signed").says("Don’t rely on it");
});

both!(a_strangers_credential_is_sound_but_its_issuer_unknown, async |w: World| {
    let answer = sent(&w, &[("text", &foreign(None).to_string())], None).await.is(200);
    let answer =
        answer.says("this site doesn’t know the issuer").says("Far Away School").says("Nia Netter").says("Mends &lt;b&gt;nets&lt;/b&gt;");
    assert!(!answer.body.contains("genuine and in force"));
    let over = foreign(Some("2026-01-01T00:00:00Z")).to_string();
    sent(&w, &[("text", &over)], None).await.is(200).says("has expired").says("It ended on 31 December 2025");
});

both!(an_impostor_with_our_address_gains_nothing, async |w: World| {
    let id = competency(&w).await;
    let mut unsigned = foreign(None);
    unsigned.as_object_mut().unwrap().remove("proof");
    unsigned["id"] = format!("https://tessera.example/c/{id}").into();
    let key = vc::SigningKey::from_seed(&[9; 32]);
    let signed = vc::sign(unsigned.clone(), &key, &vc::SignOptions::new(key.did_key_method(), "2025-05-01T00:00:00Z")).unwrap();
    let answer = sent(&w, &[("text", &signed.to_string())], None).await.is(200).says("this site doesn’t know the issuer");
    assert!(!answer.body.contains(&format!("href=\"/en/c/{id}\"")));
    // Naming our issuer with a key of one's own is not signing as our issuer.
    unsigned["issuer"]["id"] = document(&w, id).await["issuer"]["id"].clone();
    let signed = vc::sign(unsigned, &key, &vc::SignOptions::new(key.did_key_method(), "2025-05-01T00:00:00Z")).unwrap();
    sent(&w, &[("text", &signed.to_string())], None).await.is(200).says("not signed by the issuer it names");
});

both!(what_could_not_be_checked_is_never_called_wrong, async |w: World| {
    let mut far = foreign(None);
    far["issuer"]["id"] = "did:web:school.example".into();
    far["proof"]["verificationMethod"] = "did:web:school.example#key-1".into();
    let answer =
        sent(&w, &[("text", &far.to_string())], None).await.is(200).says("can’t be checked right now").says("Not checked: Signature");
    assert!(!answer.body.to_lowercase().contains("invalid"));
});

both!(what_cannot_be_read_comes_back_with_a_sentence, async |w: World| {
    let cases: [(&str, &str, &str); 10] = [
        ("text", "{\"a\": ", "neither an object of whole JSON nor a signed token"),
        ("text", "[1, 2]", "neither an object of whole JSON nor a signed token"),
        ("text", "{\"a\": 1}", "neither a verifiable credential"),
        ("text", "eyJhbGciOiJFZERTQSJ9.e30.c2ln", "neither a verifiable credential nor a presentation"),
        ("text", "", "Give an address, a file or a text."),
        ("link", "https://elsewhere.example/badge", "does not fetch from other sites"),
        ("link", "https://tessera.example/c/crd_00000000000000000000000000", "No public credential is at this address"),
        ("link", "https://tessera.example/en/catalogue", "No public credential is at this address"),
        ("text", &"[".repeat(5_000), "neither an object of whole JSON nor a signed token"),
        ("text", &format!("{{\"a\": \"{}\"}}", "x".repeat(1 << 20)), "larger than 1 MB"),
    ];
    for (field, value, words) in cases {
        let answer = sent(&w, &[(field, value)], None).await.is(422).says(words);
        let kept: String = value.chars().take(20).filter(|c| *c != '"').collect();
        assert!(answer.body.contains("name=\"text\"") && (kept.contains('{') || answer.body.contains(&kept)), "{field} was not kept");
    }
    sent(&w, &[], Some(b"\x89PNG\r\n\x1a\n")).await.is(422).says("No credential and no QR code can be read");
    sent(&w, &[], Some(b"%PDF-1.7 of something else")).await.is(422).says("No credential can be read from this PDF");
    sent(&w, &[("text", "{}"), ("link", "https://x.example")], None).await.is(422).says("Give only one");
    let flood = vec![b' '; 10 << 20];
    sent(&w, &[], Some(&flood)).await.is(422).says("larger than 8 MB");
});

both!(a_badge_and_a_certificate_are_checked_by_what_they_carry, async |w: World| {
    let id = competency(&w).await;
    for file in [format!("/c/{id}.png"), format!("/c/{id}.svg"), format!("/fr/c/{id}.pdf")] {
        let bytes = w.stranger().get(&file).await.is(200).bytes;
        sent(&w, &[], Some(&bytes)).await.is(200).says("genuine and in force").says("Lena Learner");
    }
    let bytes = w.stranger().get(&format!("/c/{id}.svg")).await.is(200).body.replace("Lena Learner", "Mallory Learner");
    sent(&w, &[], Some(bytes.as_bytes())).await.is(200).says("not as it was signed");
});

both!(the_page_asks_in_both_languages, async |w: World| {
    w.stranger().get("/en/verify").await.is(200).says("Verify a credential").says("multipart/form-data");
    w.stranger().get("/fr/verify").await.is(200).says("Vérifier un titre");
});

pub fn tessera(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tessera")).arg("verify").args(arguments).output().unwrap()
}

#[test]
fn the_command_line_says_valid_not_valid_or_unreadable() {
    let folder = Folder::new();
    let written = |name: &str, text: &str| {
        let path = folder.0.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let good = written("good.json", &foreign(None).to_string());
    let altered = written("altered.json", &foreign(None).to_string().replace("Net mending", "Brain surgery"));
    let broken = written("broken.json", "{\"@context\":");
    for (file, code, word) in [(&good, 0, "valid"), (&altered, 1, "altered"), (&broken, 2, ""), (&"/nowhere/at/all".to_owned(), 2, "")] {
        let output = tessera(&[file, "--offline"]);
        assert_eq!(output.status.code(), Some(code), "{file}: {output:?}");
        assert!(String::from_utf8_lossy(&output.stdout).starts_with(word));
    }
    let answer: Value = serde_json::from_slice(&tessera(&[&altered, "--offline", "--json"]).stdout).unwrap();
    assert_eq!((answer["verdict"].as_str(), answer["file"].as_str()), (Some("altered"), Some(altered.as_str())));
    assert_eq!(answer["credentials"][0]["checks"][0]["outcome"], "failed");
    let unreadable: Value = serde_json::from_slice(&tessera(&[&broken, "--json"]).stdout).unwrap();
    assert!(unreadable["verdict"].is_null() && unreadable["unreadable"].as_str().unwrap().contains("neither an object"));
    let (empty, http) = (folder.0.join("empty"), "http://college.example/c/1");
    std::fs::create_dir(&empty).unwrap();
    for (what, words) in [(empty.to_str().unwrap(), "no file in this folder"), (http, "only those with https")] {
        let output = tessera(&[what, "--offline"]);
        assert!(output.status.code() == Some(2) && String::from_utf8_lossy(&output.stderr).contains(words), "{output:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_line_needs_no_server_once_the_keys_are_saved() {
    let w = World::on_sqlite().await;
    let id = competency(&w).await;
    let folder = Folder::new();
    let (file, keys) = (folder.0.join("c.json"), folder.0.join("did.json"));
    std::fs::write(&file, w.stranger().get(&format!("/c/{id}.json")).await.is(200).body).unwrap();
    std::fs::write(&keys, w.stranger().get(&format!("/issuers/{}/did.json", w.issuer_org)).await.is(200).body).unwrap();
    let mut lists = Vec::new();
    for (n, list) in status_lists(&w, id).await.iter().enumerate() {
        let path = folder.0.join(format!("list-{n}.json"));
        std::fs::write(&path, list.to_string()).unwrap();
        lists.push(path.to_str().unwrap().to_owned());
    }
    let (file, keys) = (file.to_str().unwrap(), keys.to_str().unwrap());
    let output = tessera(&[file, "--documents", keys, "--documents", &lists[0], "--documents", &lists[1], "--offline"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    // The test's clock stands still in 2026; the machine's may be before that.
    assert!(said.starts_with("valid") || said.starts_with("not yet valid") || said.starts_with("expired"), "{said}");
    let without = tessera(&[file, "--offline"]);
    assert_eq!(without.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&without.stdout).starts_with("cannot check now"));
    let unread = tessera(&[file, "--documents", keys, "--offline"]);
    assert_eq!(unread.status.code(), Some(1), "without its status lists nothing is called sound");
}
