use serde_json::json;

use super::*;
use crate::testing::sample;
use crate::{CheckName, Outcome, Report, Unresolved, Verdict, verify};

const NOW: i64 = 1_800_000_000_000_000;

fn nowhere(_: &str) -> Result<Value, Unresolved> {
    Err(Unresolved::Offline)
}

fn key(kind: KeyType) -> SigningKey {
    SigningKey::from_secret(kind, &[&[0], &[7; 66][..kind.width() - 1]].concat()).unwrap()
}

fn document(key: &SigningKey) -> Value {
    let mut credential = sample();
    credential.issuer.id = key.did_key();
    credential.document()
}

fn report(text: &str) -> Report {
    verify(&json!(text), &nowhere, NOW).unwrap()
}

fn options(key: &SigningKey, profile: JwtProfile) -> JwtOptions {
    JwtOptions { profile, kid: Some(key.did_key_method()), ..JwtOptions::default() }
}

#[test]
fn what_we_sign_as_a_token_is_valid() {
    for kind in [KeyType::Ed25519, KeyType::P256, KeyType::P384, KeyType::P521] {
        let key = key(kind);
        let token = sign_jwt(&document(&key), &key, &options(&key, JwtProfile::VcJose)).unwrap();
        let report = report(&token);
        assert_eq!(report.verdict, Verdict::Valid, "{kind:?} {report:#?}");
        assert_eq!(report.name.as_deref(), Some("Hand hygiene"));
        let enveloped = json!({
            "@context": "https://www.w3.org/ns/credentials/v2", "type": "EnvelopedVerifiableCredential",
            "id": format!("data:application/vc+jwt,{token}"),
        });
        assert_eq!(verify(&enveloped, &nowhere, NOW).unwrap().verdict, Verdict::Valid);
    }
}

#[test]
fn the_profile_of_open_badges_repeats_dates_and_ids_in_claims() {
    let key = key(KeyType::P256);
    let token = sign_jwt(&document(&key), &key, &options(&key, JwtProfile::OpenBadges)).unwrap();
    let jws = jose::parse(&token).unwrap();
    let header: Vec<&str> = jws.header.keys().map(String::as_str).collect();
    assert_eq!(header, ["alg", "kid", "typ"]);
    let claims = jws.claims().unwrap();
    assert_eq!(claims["iss"], key.did_key());
    assert_eq!(claims["jti"], "urn:uuid:3f1f2a5e-6f3d-4b0e-9a51-9c4ed2b1a001");
    assert_eq!((&claims["nbf"], &claims["exp"]), (&json!(1_777_593_600), &json!(1_872_288_000)));
    assert_eq!(report(&token).verdict, Verdict::Valid);
    let with_key = JwtOptions { kid: None, ..options(&key, JwtProfile::OpenBadges) };
    let token = sign_jwt(&document(&key), &key, &with_key).unwrap();
    assert!(jose::parse(&token).unwrap().header.contains_key("jwk"));
    assert_eq!(report(&token).verdict, Verdict::Valid);
    let ed = self::key(KeyType::Ed25519);
    assert_eq!(sign_jwt(&document(&ed), &ed, &options(&ed, JwtProfile::OpenBadges)), Err(SignError::WrongKey));
}

/// Signs any claims under any header, as somebody else's program might.
fn token(header: Value, claims: &Value) -> String {
    jose::sign(header, claims.to_string().as_bytes(), &key(KeyType::P256))
}

fn badge_claims() -> Value {
    let mut claims = document(&key(KeyType::P256));
    claims["iss"] = json!(key(KeyType::P256).did_key());
    claims
}

fn header(typ: &str) -> Value {
    json!({"typ": typ, "kid": key(KeyType::P256).did_key_method()})
}

#[test]
fn claims_that_contradict_the_credential_are_found() {
    assert_eq!(report(&token(header("JWT"), &badge_claims())).verdict, Verdict::Valid);
    let refused = |typ: &str, claim: &str, value: Value| {
        let mut claims = badge_claims();
        claims[claim] = value;
        let report = report(&token(header(typ), &claims));
        assert_eq!(report.check(CheckName::Proof).outcome, Outcome::Passed, "{claim}");
        assert_eq!(report.check(CheckName::Shape).outcome, Outcome::Failed, "{claim}: {report:#?}");
    };
    refused("JWT", "iss", json!("did:example:other"));
    refused("JWT", "jti", json!("urn:uuid:0"));
    refused("JWT", "sub", json!("did:example:other"));
    refused("JWT", "nbf", json!(1));
    refused("JWT", "exp", json!(4_000_000_000_u64));
    refused("JWT", "nbf", json!("yesterday"));
    refused("vc+jwt", "iss", json!("did:example:other"));
    refused("vc+jwt", "vc", json!({}));
    refused("vc+jwt", "vp", json!({}));
    refused("vc+jwt", "badExtension", json!("means nothing"));
    refused("JWT", "colour", json!("means nothing"));
    let mut no_issuer = badge_claims();
    no_issuer.as_object_mut().unwrap().shift_remove("iss");
    assert_ne!(report(&token(header("JWT"), &no_issuer)).verdict, Verdict::Valid);
    let mut extra = header("JWT");
    extra["x5u"] = json!("https://a.example");
    assert_ne!(report(&token(extra, &badge_claims())).verdict, Verdict::Valid);
}

#[test]
fn a_token_has_dates_of_its_own() {
    let mut claims = badge_claims();
    claims["exp"] = json!(1_799_999_999);
    assert_eq!(report(&token(header("vc+jwt"), &claims)).verdict, Verdict::Expired);
    claims["exp"] = json!(1_900_000_000);
    claims["nbf"] = json!(1_800_000_001);
    assert_eq!(report(&token(header("vc+jwt"), &claims)).verdict, Verdict::NotYetValid);
}

#[test]
fn a_token_by_somebody_else_is_not_the_issuers() {
    let mut claims = badge_claims();
    claims["issuer"]["id"] = json!("did:web:college.example");
    claims["iss"] = json!("did:web:college.example");
    for header in [header("JWT"), json!({"typ": "JWT", "jwk": key(KeyType::P256).public().to_jwk()})] {
        let offline = report(&token(header.clone(), &claims));
        assert_eq!(offline.check(CheckName::Proof).outcome, Outcome::Passed);
        assert!(matches!(offline.verdict, Verdict::CannotCheckNow | Verdict::IssuerNotRecognised), "{offline:#?}");
    }
    let with_jwk = token(json!({"typ": "JWT", "jwk": key(KeyType::P256).public().to_jwk()}), &claims);
    let published = |keys: &SigningKey| crate::did_web_document("did:web:college.example", &[("key-9".into(), keys.public_multibase())]);
    let online = |document: Value| verify(&json!(with_jwk), &|_| Ok(document.clone()), NOW).unwrap().verdict;
    assert_eq!(online(published(&key(KeyType::P256))), Verdict::Valid);
    assert_eq!(online(published(&key(KeyType::P384))), Verdict::IssuerNotRecognised);
}

#[test]
fn a_key_at_its_own_address_is_the_issuers_only_if_the_issuer_says_so() {
    let issuer = "https://college.example/issuer";
    let mut claims = badge_claims();
    claims["issuer"]["id"] = json!(issuer);
    claims["iss"] = json!(issuer);
    let jwk = key(KeyType::P256).public().to_jwk();
    let with = |kid: &str, profile: Value| {
        let text = token(json!({"typ": "JWT", "kid": kid}), &claims);
        let resolve = |asked: &str| if asked == issuer { Ok(profile.clone()) } else { Ok(jwk.clone()) };
        verify(&json!(text), &resolve, NOW).unwrap().verdict
    };
    let listing = crate::did_web_document(issuer, &[("k".into(), key(KeyType::P256).public_multibase())]);
    let not_listing = crate::did_web_document(issuer, &[("k".into(), key(KeyType::P384).public_multibase())]);
    assert_eq!(with("https://evil.example/key", listing.clone()), Verdict::Valid);
    assert_eq!(with("https://evil.example/key", not_listing), Verdict::IssuerNotRecognised);
    assert_eq!(with("https://college.example/issuer#k", listing.clone()), Verdict::Valid);
    assert_eq!(with("k", listing), Verdict::Valid);
}

#[test]
fn a_credential_of_version_1_stands_in_vc() {
    let issuer = key(KeyType::P256).did_key();
    let claims = json!({
        "iss": issuer, "nbf": 1_700_000_000, "jti": "urn:uuid:00000000-0000-4000-8000-000000000001", "sub": "did:example:1",
        "vc": {
            "@context": ["https://www.w3.org/2018/credentials/v1"], "type": ["VerifiableCredential"], "credentialSubject": {"type": "x:Y"},
        },
    });
    let found = report(&token(header("JWT"), &claims));
    assert_eq!(found.verdict, Verdict::Valid, "{found:#?}");
    assert_eq!(found.issuer, Some(issuer));
    assert_eq!(found.valid_from.as_deref(), Some("2023-11-14T22:13:20Z"));
}

#[test]
fn what_is_no_token_and_what_cannot_be_signed() {
    for bad in ["", "hello", "e30.e30.e30", "~", "ey.ey.ey"] {
        assert!(verify(&json!(bad), &nowhere, NOW).is_err(), "{bad}");
    }
    let key = key(KeyType::P256);
    let options = options(&key, JwtProfile::VcJose);
    let with = |name: &str, value: Value| {
        let mut document = document(&key);
        document[name] = value;
        sign_jwt(&document, &key, &options)
    };
    for (name, value) in
        [("vc", json!({})), ("proof", json!({})), ("colour", json!("red")), ("type", json!(["VerifiableCredential", "Nope"]))]
    {
        assert!(matches!(with(name, value), Err(SignError::Document(_))), "{name}");
    }
}
