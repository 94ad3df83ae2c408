//! Issuers' keys: rotation, and what happens when one fell into wrong hands (E16).

use crate::both;
use crate::credential::{competency, document, kept};
use crate::harness::World;
use crate::node;
use domain::key::KeyState;
use domain::{CredentialId, Lang};
use serde_json::{Value, json};
use server::actions::manage_keys::{report_key, rotate_key};
use server::urls;
use store::awards::SealedKey;

async fn keys(w: &World) -> Vec<SealedKey> {
    store::awards::keys(&mut w.app.read().await.unwrap(), w.issuer_org).await.unwrap()
}

/// The key that a document was signed with.
fn method(document: &Value) -> String {
    document["proof"]["verificationMethod"].as_str().unwrap().rsplit('#').next().unwrap().to_owned()
}

async fn verdict(w: &World, document: &Value) -> vc::Verdict {
    server::verifying::check_here(&w.app, document).await.unwrap().unwrap().verdict
}

/// Another competency of the learner, recognised and signed.
async fn second(w: &World) -> CredentialId {
    let claim = w.open_claim(w.learner).await;
    let assessment = w.submit(w.learner, claim, 1).await;
    w.judge(w.assessor, assessment, &[]).await;
    w.run_jobs().await;
    let mut tx = w.app.read().await.unwrap();
    let recognitions = store::awards::recognitions_of_claim(&mut tx, claim).await.unwrap();
    let last = recognitions.iter().find(|r| r.competency == w.competency(1).id).unwrap();
    store::awards::credential_about(&mut tx, domain::credential::Achievement::Competency(last.id)).await.unwrap().unwrap().id
}

both!(a_new_key_signs_and_the_old_one_still_verifies, async |w: World| {
    let before = competency(&w).await;
    let old = keys(&w).await[0].id;
    w.app.clock.advance(1_000_000);
    let new = rotate_key(&w.member(w.admin).await, w.issuer_org).await.unwrap();
    assert_ne!(old, new);
    let after = second(&w).await;
    let (first, then) = (document(&w, before).await, document(&w, after).await);
    assert_eq!((method(&first), method(&then)), (old.to_string(), new.to_string()));
    assert_eq!((verdict(&w, &first).await, verdict(&w, &then).await), (vc::Verdict::Valid, vc::Verdict::Valid));
    let published = w.stranger().get(&format!("/issuers/{}/did.json", w.issuer_org)).await.is(200).body;
    let published: Value = serde_json::from_str(&published).unwrap();
    assert_eq!(published["assertionMethod"].as_array().unwrap().len(), 4, "each time one for documents and one for tokens");
    let one = w.stranger().get(&format!("/issuers/{}/keys/{old}", w.issuer_org)).await.is(200).body;
    let one: Value = serde_json::from_str(&one).unwrap();
    assert_eq!((one["type"].as_str(), one["controller"].as_str()), (Some("Multikey"), published["id"].as_str()));
    w.stranger().get(&format!("/issuers/{}/keys/{old}", w.owner)).await.is(404);
    let states: Vec<_> = keys(&w).await.iter().map(|k| matches!(k.state(), KeyState::InUse)).collect();
    assert_eq!(states, [true, true, false, false]);
});

both!(what_a_lost_key_signed_before_counts_by_our_record_and_the_rest_is_signed_anew, async |w: World| {
    let before = competency(&w).await;
    let lost = keys(&w).await[0].id;
    w.app.clock.advance(86_400_000_000);
    let from = w.app.now();
    w.app.clock.advance(3_600_000_000);
    let within = second(&w).await;
    let stolen = document(&w, within).await;
    report_key(&w.member(w.admin).await, lost, from).await.unwrap();
    w.run_jobs().await;

    let old = document(&w, before).await;
    assert_eq!((method(&old), verdict(&w, &old).await), (lost.to_string(), vc::Verdict::Valid), "signed before");
    w.stranger()
        .get(&urls::credential(Lang::En, before))
        .await
        .is(200)
        .says("genuine and in force")
        .says("shows that this was signed before");

    let anew = document(&w, within).await;
    assert_ne!(method(&anew), lost.to_string(), "signed anew");
    assert_eq!(verdict(&w, &anew).await, vc::Verdict::Valid);
    assert_eq!(verdict(&w, &stolen).await, vc::Verdict::IssuerNotRecognised, "the file from the window does not count");
    assert_eq!(kept(&w, within).await.status.unwrap().place, kept(&w, within).await.status.unwrap().place);

    let keys = w.stranger().get(&format!("/issuers/{}/did.json", w.issuer_org)).await.is(200).body;
    let keys: Value = serde_json::from_str(&keys).unwrap();
    let revoked: Vec<_> = keys["verificationMethod"].as_array().unwrap().iter().filter(|m| m["revoked"].is_string()).collect();
    assert_eq!((revoked.len(), keys["assertionMethod"].as_array().unwrap().len()), (1, 3), "no verifier elsewhere accepts it");
    w.stranger().get(&urls::public_organisation(Lang::En, w.issuer_org)).await.is(200).says("a signing key was compromised");
    w.stranger().get(&urls::public_organisation(Lang::Fr, w.issuer_org)).await.is(200).says("une clé de signature a été compromise");
    let letters = store::messages::latest(&mut w.app.read().await.unwrap(), 0, 50).await.unwrap();
    assert_eq!(letters.iter().filter(|l| l.subject.starts_with("Signed anew")).count(), 1);
});

both!(a_back_dated_forgery_with_a_lost_key_does_not_count, async |w: World| {
    let id = competency(&w).await;
    let mut tx = w.app.begin().await.unwrap();
    let (key_id, key) = server::issuing::signing_key(&w.app, &mut tx, w.issuer_org).await.unwrap();
    tx.commit().await.unwrap();
    w.app.clock.advance(86_400_000_000);
    let from = w.app.now();
    w.app.clock.advance(86_400_000_000);
    // Whoever has the key writes any date, and the number of a credential that is there.
    let mut forged = document(&w, id).await;
    forged.as_object_mut().unwrap().remove("proof");
    forged["name"] = "Brain surgery".into();
    let did = forged["issuer"]["id"].as_str().unwrap().to_owned();
    let forged = vc::sign(forged, &key, &vc::SignOptions::new(format!("{did}#{key_id}"), "2026-06-01T12:00:00Z")).unwrap();
    assert_eq!(verdict(&w, &forged).await, vc::Verdict::Valid, "nobody knows yet");
    report_key(&w.member(w.admin).await, key_id, from).await.unwrap();
    w.run_jobs().await;
    assert_eq!(verdict(&w, &forged).await, vc::Verdict::IssuerNotRecognised);
    assert_eq!(verdict(&w, &document(&w, id).await).await, vc::Verdict::Valid);
});

both!(administrators_change_keys_and_nobody_else, async |w: World| {
    let key = keys(&w).await[0].id;
    let (page, here) = (urls::organisation(Lang::En, w.issuer_org), urls::organisation_keys(Lang::En, w.issuer_org));
    for other in [w.issuer, w.author, w.learner] {
        let client = w.client(other).await;
        client.post(&here, &[]).await.is(404);
        client.post(&urls::lost_key(Lang::En, w.issuer_org, key), &[("from", "2026-05-01")]).await.is(404);
    }
    let admin = w.client(w.admin).await;
    admin.get(&page).await.is(200).says("Signing keys").says(&key.to_string());
    admin.post(&here, &[]).await.leads_to(&page);
    let report = urls::lost_key(Lang::En, w.issuer_org, key);
    admin.get(&report).await.is(200).says("Report a key as compromised");
    admin.post(&report, &[("from", "")]).await.is(422);
    admin.post(&report, &[("from", "2027-01-01")]).await.is(422).says("lies in the future");
    admin.post(&report, &[("from", "2026-05-30")]).await.leads_to(&page);
    assert!(matches!(keys(&w).await.iter().find(|k| k.id == key).unwrap().state(), KeyState::Compromised(_)));
    admin.get(&page).await.is(200).says("reported as compromised");
});

/// A token of a credential, by the address of its file or by what is asked for.
async fn token(w: &World, id: CredentialId, accept: Option<&str>) -> (String, String) {
    let answer = match accept {
        None => w.stranger().get(&urls::credential_form(id, "jwt")).await,
        Some(kind) => {
            let path = format!("/c/{id}");
            w.stranger().ask(axum::http::Method::GET, &path, &[("accept", kind)], axum::body::Body::empty()).await
        }
    };
    let answer = answer.is(200);
    (answer.header("content-type").unwrap(), answer.body)
}

fn header_of(token: &str) -> Value {
    use base64::Engine as _;
    let part = token.split('.').next().unwrap();
    serde_json::from_slice(&base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

both!(a_credential_is_taken_as_a_token_in_both_standards_forms, async |w: World| {
    let id = competency(&w).await;
    let (kind, badge) = token(&w, id, None).await;
    let header = header_of(&badge);
    assert_eq!((kind.as_str(), header["alg"].as_str(), header["typ"].as_str()), ("application/jwt", Some("ES256"), Some("JWT")));
    let (kind, plain) = token(&w, id, Some("application/vc+jwt")).await;
    assert_eq!((kind.as_str(), header_of(&plain)["typ"].as_str()), ("application/vc+jwt", Some("vc+jwt")));
    for token in [&badge, &plain] {
        assert_eq!(verdict(&w, &Value::String(token.clone())).await, vc::Verdict::Valid);
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let other = if signature.starts_with('A') { "B" } else { "A" };
        let altered = format!("{signed}.{other}{}", &signature[1..]);
        assert_eq!(verdict(&w, &Value::String(altered)).await, vc::Verdict::Altered);
    }
    let set = w.stranger().get(&format!("/issuers/{}/jwks.json", w.issuer_org)).await.is(200);
    let set: Value = serde_json::from_str(&set.body).unwrap();
    let named = set["keys"].as_array().unwrap().iter().find(|k| k["kid"] == header["kid"]).expect("the key of the header");
    assert_eq!((named["kty"].as_str(), named["crv"].as_str()), (Some("EC"), Some("P-256")));
    w.stranger().get(&format!("{}x", urls::credential_form(id, "jwt"))).await.is(404);
    w.client(w.learner).await.get(&urls::credential(Lang::En, id)).await.is(200).says("As a signed token");
});

both!(a_library_that_nobody_here_wrote_checks_both_tokens_by_the_issuers_key_set, async |w: World| {
    if !node::is_there() {
        return;
    }
    let id = competency(&w).await;
    let keys = w.stranger().get(&format!("/issuers/{}/jwks.json", w.issuer_org)).await.is(200);
    let keys: Value = serde_json::from_str(&keys.body).unwrap();
    let now = vc::rfc3339(w.app.now().0).unwrap();
    for accept in [None, Some("application/vc+jwt")] {
        let (_, token) = token(&w, id, accept).await;
        let said = node::run("token.mjs", &["--now", &now], &json!({ "token": token, "keys": keys })).await;
        assert_eq!(said["header"]["alg"], "ES256", "{said}");
        let own = format!("{}/c/{id}", w.app.base_url);
        let credential = if accept.is_none() { &said["claims"]["jti"] } else { &said["claims"]["id"] };
        assert_eq!(*credential, own, "{said}");
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let altered = format!("{signed}.{}{}", if signature.starts_with('A') { "B" } else { "A" }, &signature[1..]);
        let said = node::run("token.mjs", &["--now", &now], &json!({ "token": altered, "keys": keys })).await;
        assert_eq!(said["refused"], "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
    }
});

both!(a_token_outlives_rotation_and_not_the_loss_of_its_key, async |w: World| {
    let id = competency(&w).await;
    let (_, before) = token(&w, id, None).await;
    w.app.clock.advance(1_000_000);
    rotate_key(&w.member(w.admin).await, w.issuer_org).await.unwrap();
    let (_, after) = token(&w, id, None).await;
    assert_ne!(header_of(&before)["kid"], header_of(&after)["kid"]);
    assert_eq!(verdict(&w, &Value::String(before.clone())).await, vc::Verdict::Valid);
    let kid = header_of(&before)["kid"].as_str().unwrap().rsplit('#').next().unwrap().parse().unwrap();
    report_key(&w.member(w.admin).await, kid, w.app.now().plus_days(-1)).await.unwrap();
    w.run_jobs().await;
    assert_ne!(verdict(&w, &Value::String(before)).await, vc::Verdict::Valid);
    assert_eq!(verdict(&w, &Value::String(after)).await, vc::Verdict::Valid);
});

both!(nobody_takes_as_a_token_what_is_not_public, async |w: World| {
    let id = crate::credential::offered(&w).await;
    w.stranger().get(&urls::credential_form(id, "jwt")).await.is(404);
});
