//! Asking to be shown a credential, and every way in which the answer proves nothing (OID4VP 1.0).

use super::Wallet;
use crate::apps::json_of;
use crate::both;
use crate::credential::document;
use crate::harness::{Answer, World};
use crate::verify::foreign;
use serde_json::{Value, json};
use vc::{Purpose, SignOptions, SigningKey, jose};

/// A page that waits for a wallet, and the link for the wallet.
pub async fn asked(w: &World) -> (String, String) {
    let page = w.stranger().post("/en/verify/showings", &[]).await.is(303).header("location").unwrap();
    let body = w.stranger().get(&page).await.is(200).says("Waiting for the wallet").body;
    let link = body.split("href=\"openid4vp://").nth(1).unwrap().split('"').next().unwrap();
    (page, format!("openid4vp://{}", link.replace("&amp;", "&")))
}

/// What the wallet is asked, after it checked who asks.
struct Question {
    page: String,
    claims: Value,
}

async fn question(w: &World) -> Question {
    let (page, link) = asked(w).await;
    let uri = crate::apps::parameter(&link, "request_uri").unwrap();
    let answer = w.stranger().get(uri.strip_prefix("https://tessera.example").unwrap()).await.is(200);
    assert_eq!(answer.header("content-type").as_deref(), Some("application/oauth-authz-req+jwt"));
    let jws = jose::parse(&answer.body).unwrap();
    let claims = Value::Object(jws.claims().unwrap());
    let did = claims["client_id"].as_str().unwrap().strip_prefix("decentralized_identifier:did:key:").unwrap();
    jws.verify(&vc::PublicKey::from_multibase(did).unwrap()).unwrap();
    assert_eq!(jws.header_text("kid"), Some(format!("did:key:{did}#{did}").as_str()));
    assert_eq!(crate::apps::parameter(&link, "client_id").as_deref(), claims["client_id"].as_str());
    Question { page, claims }
}

/// A presentation of these credentials, signed for this question unless something is changed.
fn presentation(key: &SigningKey, credentials: &[Value], q: &Question, change: impl FnOnce(&mut SignOptions)) -> Value {
    let document = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
        "holder": key.did_key(), "verifiableCredential": credentials,
    });
    let mut options = SignOptions {
        purpose: Purpose::Authentication,
        challenge: q.claims["nonce"].as_str().map(str::to_owned),
        domain: q.claims["client_id"].as_str().map(str::to_owned),
        ..SignOptions::new(key.did_key_method(), "2026-06-01T12:00:00Z")
    };
    change(&mut options);
    vc::sign(document, key, &options).unwrap()
}

async fn send(w: &World, q: &Question, fields: &[(&str, &str)]) -> Answer {
    let to = q.claims["response_uri"].as_str().unwrap().strip_prefix("https://tessera.example").unwrap();
    w.stranger().post(to, fields).await
}

async fn send_token(w: &World, q: &Question, token: &Value) -> Answer {
    send(w, q, &[("state", q.claims["state"].as_str().unwrap()), ("vp_token", &token.to_string())]).await
}

both!(the_question_is_for_open_badges_and_signed, async |w: World| {
    w.stranger().get("/en/verify").await.is(200).says("Ask to be shown one");
    let q = question(&w).await;
    for (claim, due) in [("response_type", "vp_token"), ("response_mode", "direct_post"), ("aud", "https://self-issued.me/v2")] {
        assert_eq!(q.claims[claim], due);
    }
    let query = &q.claims["dcql_query"]["credentials"][0];
    assert_eq!(query["format"], "ldp_vc");
    assert!(query["meta"]["type_values"][0].as_array().unwrap().iter().any(|t| t.as_str().unwrap().ends_with("#OpenBadgeCredential")));
    assert!(q.claims.get("presentation_definition").is_none());
    let fresh = question(&w).await;
    assert_ne!(fresh.claims["nonce"], q.claims["nonce"]);
});

both!(the_verifier_sees_what_the_holder_shows_and_nothing_is_kept, async |w: World| {
    let (wallet, id, credential) = Wallet::fetched(&w).await;
    let q = question(&w).await;
    let token = json!({ "badge": [presentation(&wallet.key, &[credential], &q, |_| {})] });
    let answer = send_token(&w, &q, &token).await.is(200);
    assert_eq!(json_of(&answer), json!({}));
    let page = w.stranger().get(&q.page).await.is(200);
    let page = page.says("it holds the key that the credential was issued to").says("genuine and in force").says("Lena Learner");
    assert!(page.body.contains(&id.to_string()));
    w.stranger().get(&q.page.replace("/en/", "/fr/")).await.is(200).says("Le portefeuille vient de le montrer");
    send_token(&w, &q, &token).await.is(404);
    let uri = format!("/oid4vp/requests/{}", q.claims["state"].as_str().unwrap());
    w.stranger().get(&uri).await.is(404);
    w.app.clock.advance(601_000_000);
    w.stranger().get(&q.page).await.is(404);
    let mut tx = w.app.begin().await.unwrap();
    store::showings::forget(&mut tx, w.app.now()).await.unwrap();
    assert_eq!(store::showings::kept(&mut tx, domain::Ts(0)).await.unwrap(), 0);
});

both!(what_was_shown_is_deleted_when_the_verifier_says_so, async |w: World| {
    let (wallet, _, credential) = Wallet::fetched(&w).await;
    let q = question(&w).await;
    send_token(&w, &q, &json!({ "badge": [presentation(&wallet.key, &[credential], &q, |_| {})] })).await.is(200);
    w.stranger().post(&format!("{}/removal", q.page), &[]).await.leads_to("/en/verify");
    w.stranger().get(&q.page).await.is(404);
});

both!(a_showing_that_proves_nothing_is_told_the_verifier, async |w: World| {
    let (wallet, id, credential) = Wallet::fetched(&w).await;
    let thief = SigningKey::from_seed(&[13; 32]);
    let (copy, holder) = ("may be a copy", &wallet.key);
    let unbound = document(&w, id).await;
    type Change = fn(&mut SignOptions);
    let cases: [(&SigningKey, &Value, Change, &str); 6] = [
        (holder, &credential, |o| o.challenge = Some("another".to_owned()), copy),
        (holder, &credential, |o| o.challenge = None, copy),
        (holder, &credential, |o| o.domain = Some("https://other.example".to_owned()), copy),
        (holder, &credential, |o| o.purpose = Purpose::AssertionMethod, copy),
        (&thief, &credential, |_| {}, "issued to another wallet"),
        (holder, &unbound, |_| {}, "does not say to which wallet"),
    ];
    for (key, credential, change, words) in cases {
        let q = question(&w).await;
        let token = json!({ "badge": [presentation(key, &[(*credential).clone()], &q, change)] });
        send_token(&w, &q, &token).await.is(200);
        let page = w.stranger().get(&q.page).await.is(200).says(words);
        assert!(!page.body.contains("it holds the key"), "{words}");
    }
});

both!(a_credential_in_it_that_was_changed_is_found, async |w: World| {
    let (wallet, _, mut credential) = Wallet::fetched(&w).await;
    credential["name"] = "Brain surgery".into();
    let q = question(&w).await;
    send_token(&w, &q, &json!({ "badge": [presentation(&wallet.key, &[credential], &q, |_| {})] })).await.is(200);
    w.stranger().get(&q.page).await.is(200).says("not as it was signed");
});

both!(a_wallet_that_says_no_or_nothing_sensible, async |w: World| {
    let q = question(&w).await;
    let state = q.claims["state"].as_str().unwrap().to_owned();
    let wrong = presentation(&SigningKey::from_seed(&[1; 32]), &[foreign(None)], &q, |_| {});
    for fields in [
        vec![("vp_token", "{}")],
        vec![("state", "other"), ("error", "access_denied")],
        vec![("state", state.as_str())],
        vec![("state", state.as_str()), ("vp_token", "{")],
        vec![("state", state.as_str()), ("vp_token", "[]")],
        vec![("state", state.as_str()), ("vp_token", "{\"badge\":[]}")],
        vec![("state", state.as_str()), ("vp_token", "{\"badge\":[{}]}")],
        vec![("state", state.as_str()), ("vp_token", "{\"other\":[{}]}")],
        vec![("state", state.as_str()), ("vp_token", "{}"), ("error", "x")],
    ] {
        send(&w, &q, &fields).await.is(400);
    }
    send_token(&w, &q, &json!({ "badge": [wrong.clone(), wrong] })).await.is(400);
    w.stranger().get(&q.page).await.is(200).says("Waiting for the wallet");
    send(&w, &q, &[("state", &state), ("error", "access_denied")]).await.is(200);
    w.stranger().get(&q.page).await.is(200).says("its holder said no");
});

both!(a_page_looks_again_by_itself_only_for_those_who_asked, async |w: World| {
    let (page, _) = asked(&w).await;
    assert!(w.stranger().get(&page).await.header("refresh").is_none());
    assert_eq!(w.stranger().get(&format!("{page}?again=auto")).await.header("refresh").as_deref(), Some("4"));
    w.stranger().get("/en/verify/showings/guess").await.is(404);
});
