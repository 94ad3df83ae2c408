//! From the offer to the credential in the wallet, and every way of being refused (OID4VCI 1.0).

use super::{ISSUER, Wallet, held, refused};
use crate::apps::json_of;
use crate::both;
use crate::credential::{change, kept};
use crate::harness::World;
use domain::credential::{Credential, CredentialState};
use serde_json::{Value, json};
use server::actions::offer_to_wallet::offer_to_wallet;
use server::verifying::check_here;
use vc::{KeyType, SigningKey, Verdict};

const LDP: &str = "OpenBadgeCredential_ldp";
const JWT: &str = "OpenBadgeCredential_jwt";

both!(the_issuer_says_what_it_offers_and_where, async |w: World| {
    let said = json_of(&w.stranger().get("/.well-known/openid-credential-issuer").await.is(200));
    assert_eq!(said["credential_issuer"], ISSUER);
    for endpoint in ["credential_endpoint", "nonce_endpoint", "notification_endpoint"] {
        assert!(said[endpoint].as_str().unwrap().starts_with("https://tessera.example/oid4vci/"), "{endpoint}");
    }
    let configurations = said["credential_configurations_supported"].as_object().unwrap();
    let formats: Vec<&Value> = configurations.values().map(|c| &c["format"]).collect();
    assert_eq!(formats, ["ldp_vc", "jwt_vc_json-ld"]);
    let server = json_of(&w.stranger().get("/.well-known/oauth-authorization-server").await.is(200));
    assert_eq!(server["issuer"], ISSUER);
    assert_eq!(server["pre-authorized_grant_anonymous_access_supported"], true);
});

both!(the_holder_shows_a_code_and_the_offer_is_behind_it, async |w: World| {
    let id = held(&w).await;
    let learner = w.client(w.learner).await;
    let path = format!("/en/credentials/{id}/wallet");
    learner.get(&format!("/en/credentials/{id}")).await.is(200).says(&path);
    learner.get(&path).await.is(200).says("Show the code");
    w.client(w.other_learner).await.get(&path).await.is(404);
    w.client(w.other_learner).await.post(&path, &[]).await.is(404);
    let page = learner.post(&path, &[("pin", "yes")]).await.is(200).says("asks for this number").body;
    let code = page.split("oid4vci%2Foffers%2F").nth(1).unwrap().split('"').next().unwrap();
    let offer = json_of(&w.stranger().get(&format!("/oid4vci/offers/{code}")).await.is(200));
    assert_eq!(offer["credential_issuer"], ISSUER);
    assert_eq!(offer["credential_configuration_ids"], json!([LDP, JWT]));
    let grant = &offer["grants"]["urn:ietf:params:oauth:grant-type:pre-authorized_code"];
    assert_eq!((&grant["pre-authorized_code"], &grant["tx_code"]["length"]), (&json!(code), &json!(6)));
    w.stranger().get("/oid4vci/offers/guess").await.is(404);
    w.app.clock.advance(601_000_000);
    w.stranger().get(&format!("/oid4vci/offers/{code}")).await.is(404);
});

both!(a_credential_that_is_not_in_force_is_not_offered, async |w: World| {
    let id = held(&w).await;
    change(&w, id, |c| Credential { until: Some(domain::Ts(1)), ..c }).await;
    let member = w.member(w.learner).await;
    assert!(matches!(kept(&w, id).await.at(member.now).state, CredentialState::Expired { .. }));
    let page = w.client(w.learner).await.post(&format!("/en/credentials/{id}/wallet"), &[]).await;
    page.is(409).says("in force");
});

both!(a_wallet_fetches_the_credential_bound_to_its_key, async |w: World| {
    let (wallet, id, credential) = Wallet::fetched(&w).await;
    assert_eq!(credential["credentialSubject"]["id"], wallet.did());
    assert_eq!(credential["id"], format!("{ISSUER}/c/{id}"));
    assert_eq!(check_here(&w.app, &credential).await.unwrap().unwrap().verdict, Verdict::Valid);
    let mut stolen = credential;
    stolen["credentialSubject"]["id"] = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp".into();
    assert_eq!(check_here(&w.app, &stolen).await.unwrap().unwrap().verdict, Verdict::Altered);
});

both!(a_wallet_fetches_it_as_a_token_too, async |w: World| {
    let (wallet, _, token) = Wallet::with_token(&w).await;
    let said = json_of(&wallet.ask(&token, wallet.request(&w, JWT).await).await.is(200));
    let credential = &said["credentials"][0]["credential"];
    assert_eq!(check_here(&w.app, credential).await.unwrap().unwrap().verdict, Verdict::Valid);
    let claims = vc::jose::parse(credential.as_str().unwrap()).unwrap().claims().unwrap();
    assert_eq!(claims["credentialSubject"]["id"], wallet.did());
});

both!(a_copy_for_each_key_of_a_request, async |w: World| {
    let (wallet, _, token) = Wallet::with_token(&w).await;
    let other = Wallet { http: w.stranger(), key: SigningKey::from_secret(KeyType::P256, &[7; 32]).unwrap() };
    let nonce = wallet.nonce().await;
    let proofs = [wallet.proof(&w, &nonce), other.proof(&w, &nonce)];
    let request = json!({ "credential_configuration_id": LDP, "proofs": { "jwt": proofs } });
    let said = json_of(&wallet.ask(&token, request).await.is(200));
    let holders: Vec<&Value> =
        said["credentials"].as_array().unwrap().iter().map(|c| &c["credential"]["credentialSubject"]["id"]).collect();
    assert_eq!(holders, [&json!(wallet.did()), &json!(other.did())]);
});

both!(what_becomes_of_a_copy_follows_the_register, async |w: World| {
    let (_, id, credential) = Wallet::fetched(&w).await;
    let before = credential.get("credentialStatus").is_some();
    let stored: Value = serde_json::from_str(&kept(&w, id).await.document.unwrap()).unwrap();
    assert_eq!(before, stored.get("credentialStatus").is_some(), "the copy names the same place in the status list");
    change(&w, id, |c| Credential { until: Some(domain::Ts(1)), ..c }).await;
    assert_eq!(check_here(&w.app, &credential).await.unwrap().unwrap().verdict, Verdict::Expired);
});

both!(a_code_works_once_and_its_digits_are_needed, async |w: World| {
    let id = held(&w).await;
    let (member, wallet) = (w.member(w.learner).await, Wallet::new(&w));
    let offered = offer_to_wallet(&member, id, true).await.unwrap();
    let pin = offered.pin.as_deref().unwrap();
    refused(wallet.redeem(&offered.code, None).await, "invalid_request");
    let wrong = if pin == "000000" { "000001" } else { "000000" };
    refused(wallet.redeem(&offered.code, Some(wrong)).await, "invalid_grant");
    wallet.redeem(&offered.code, Some(pin)).await.is(200);
    refused(wallet.redeem(&offered.code, Some(pin)).await, "invalid_grant");

    let plain = offer_to_wallet(&member, id, false).await.unwrap();
    refused(wallet.redeem(&plain.code, Some("123456")).await, "invalid_request");
    w.app.clock.advance(601_000_000);
    refused(wallet.redeem(&plain.code, None).await, "invalid_grant");
    refused(wallet.redeem("guess", None).await, "invalid_grant");
});

both!(digits_cannot_be_guessed_for_long, async |w: World| {
    let id = held(&w).await;
    let offered = offer_to_wallet(&w.member(w.learner).await, id, true).await.unwrap();
    let (wallet, pin) = (Wallet::new(&w), offered.pin.unwrap());
    let wrong = if pin == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        refused(wallet.redeem(&offered.code, Some(wrong)).await, "invalid_grant");
    }
    refused(wallet.redeem(&offered.code, Some(&pin)).await, "invalid_grant");
});

both!(a_nonce_works_once_for_a_short_time, async |w: World| {
    let (wallet, _, token) = Wallet::with_token(&w).await;
    let request = wallet.request(&w, LDP).await;
    wallet.ask(&token, request.clone()).await.is(200);
    refused(wallet.ask(&token, request).await, "invalid_nonce");
    for nonce in ["", "guess", "AAAA"] {
        let request = json!({ "credential_configuration_id": LDP, "proofs": { "jwt": [wallet.proof(&w, nonce)] } });
        refused(wallet.ask(&token, request).await, "invalid_nonce");
    }
    let late = wallet.request(&w, LDP).await;
    w.app.clock.advance(301_000_000);
    refused(wallet.ask(&token, late).await, "invalid_nonce");
});

both!(requests_that_are_wrong_are_told_how, async |w: World| {
    let (wallet, _, token) = Wallet::with_token(&w).await;
    let right = wallet.request(&w, LDP).await;
    let with = |field: &str, value: Value| {
        let mut request = right.clone();
        request[field] = value;
        request
    };
    let without = |field: &str| {
        let mut request = right.clone();
        request.as_object_mut().unwrap().remove(field);
        request
    };
    for (request, error) in [
        (without("credential_configuration_id"), "invalid_credential_request"),
        (with("credential_configuration_id", "UniversityDegree".into()), "unknown_credential_configuration"),
        (with("credential_configuration_id", 7.into()), "invalid_credential_request"),
        (with("credential_identifier", "x".into()), "invalid_credential_request"),
        (json!({ "credential_identifier": "x", "proofs": right["proofs"] }), "unknown_credential_identifier"),
        (with("credential_response_encryption", json!({ "enc": "A128GCM" })), "invalid_encryption_parameters"),
        (without("proofs"), "invalid_proof"),
        (with("proofs", json!({})), "invalid_proof"),
        (with("proofs", json!({ "jwt": [] })), "invalid_proof"),
        (with("proofs", json!({ "jwt": ["x", "x", "x", "x", "x", "x"] })), "invalid_proof"),
        (with("proofs", json!({ "jwt": [7] })), "invalid_proof"),
        (with("proofs", json!({ "jwt": right["proofs"]["jwt"], "di_vp": [{}] })), "invalid_proof"),
        (with("proofs", json!({ "attestation": ["x"] })), "invalid_proof"),
        (json!([]), "invalid_credential_request"),
    ] {
        refused(wallet.ask(&token, request).await, error);
    }
    let forged = format!("{}x", right["proofs"]["jwt"][0].as_str().unwrap());
    refused(wallet.ask(&token, with("proofs", json!({ "jwt": [forged] }))).await, "invalid_proof");
    wallet.ask(&token, right.clone()).await.is(200);
});

both!(without_a_token_that_works_there_is_nothing, async |w: World| {
    let (wallet, _, token) = Wallet::with_token(&w).await;
    let request = wallet.request(&w, LDP).await;
    let refused = wallet.ask("guess", request.clone()).await.is(401);
    assert!(refused.header("www-authenticate").unwrap().starts_with("Bearer"));
    let in_query = format!("/oid4vci/credential?access_token={token}");
    let kind = [("content-type", "application/json")];
    w.stranger().ask(axum::http::Method::POST, &in_query, &kind, request.to_string()).await.is(401);
    w.app.clock.advance(601_000_000);
    wallet.ask(&token, wallet.request(&w, LDP).await).await.is(401);
});

both!(an_offer_gives_no_end_of_copies, async |w: World| {
    let (wallet, _, token) = Wallet::with_token(&w).await;
    for _ in 0..10 {
        wallet.ask(&token, wallet.request(&w, LDP).await).await.is(200);
    }
    refused(wallet.ask(&token, wallet.request(&w, LDP).await).await, "credential_request_denied");
});

both!(a_wallet_says_what_became_of_it, async |w: World| {
    let (wallet, id, token) = Wallet::with_token(&w).await;
    let said = json_of(&wallet.ask(&token, wallet.request(&w, LDP).await).await.is(200));
    let told = |event: &str, id: &Value| json!({ "notification_id": id, "event": event });
    let notification = &said["notification_id"];
    refused(wallet.tell("/oid4vci/notification", &token, told("credential_eaten", notification)).await, "invalid_notification_request");
    refused(wallet.tell("/oid4vci/notification", &token, told("credential_accepted", &json!("x"))).await, "invalid_notification_id");
    wallet.tell("/oid4vci/notification", "guess", told("credential_accepted", notification)).await.is(401);
    wallet.tell("/oid4vci/notification", &token, told("credential_accepted", notification)).await.is(204);
    let mut tx = w.app.read().await.unwrap();
    let names: Vec<String> = store::events::of(&mut tx, &id.to_string(), 0, 100).await.unwrap().into_iter().map(|e| e.name).collect();
    for name in ["wallet_offered", "wallet_issued", "wallet_told"] {
        assert!(names.iter().any(|n| n == name), "{name} in {names:?}");
    }
    assert_eq!(store::events::check(&mut tx, &id.to_string()).await.unwrap(), None);
});
