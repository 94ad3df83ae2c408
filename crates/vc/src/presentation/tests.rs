use super::*;
use crate::key::{KeyType, SigningKey};
use crate::sd_jwt::{self, IssueOptions, KeyBinding};
use crate::testing::{key, sample};
use crate::{JwtOptions, SignOptions, Suite, Unresolved, sign, sign_jwt};

const NOW: i64 = 1_800_000_000_000_000;
const VERIFIER: &str = "https://verifier.example";

fn nowhere(_: &str) -> Result<Value, Unresolved> {
    Err(Unresolved::Offline)
}

fn holder() -> SigningKey {
    SigningKey::from_secret(KeyType::P256, &[8; 32]).unwrap()
}

/// A credential about the holder, before it is signed.
fn unsigned() -> Value {
    let mut document = sample().document();
    document["credentialSubject"]["id"] = json!(holder().did_key());
    document
}

fn credential() -> Value {
    sign(unsigned(), &key(), &SignOptions::new(key().did_key_method(), "2026-05-01T00:00:00Z")).unwrap()
}

fn token() -> String {
    let options = JwtOptions { kid: Some(key().did_key_method()), ..JwtOptions::default() };
    sign_jwt(&unsigned(), &key(), &options).unwrap()
}

fn presentation(held: Vec<Value>) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiablePresentation"],
        "holder": holder().did_key(),
        "verifiableCredential": held,
    })
}

fn proof_options() -> SignOptions {
    SignOptions {
        purpose: Purpose::Authentication,
        challenge: Some("n-1".into()),
        domain: Some(VERIFIER.into()),
        ..SignOptions::new(holder().did_key_method(), "2027-01-01T00:00:00Z").with_suite(Suite::EcdsaRdfc2019)
    }
}

fn signed(held: Vec<Value>) -> Value {
    sign(presentation(held), &holder(), &proof_options()).unwrap()
}

fn asked<'a>(challenge: &'a str, domain: &'a str) -> PresentationOptions<'a> {
    PresentationOptions { now_us: NOW, challenge: Some(challenge), domain: Some(domain), binding: Binding::Required }
}

fn checked(document: &Value) -> PresentationReport {
    verify_presentation(document, &nowhere, &asked("n-1", VERIFIER)).unwrap()
}

#[test]
fn what_a_holder_shows_is_accepted() {
    let found = checked(&signed(vec![credential(), enveloped_credential(&token())]));
    assert!(found.accepted(), "{found:#?}");
    assert_eq!(found.holder, Some(holder().did_key()));
    assert_eq!(found.credentials.len(), 2);
    assert_eq!(found.credentials[1].is_holders, Some(true));
}

#[test]
fn one_for_another_verifier_or_occasion_is_not() {
    let document = signed(vec![credential()]);
    for (challenge, domain) in [("n-2", VERIFIER), ("n-1", "https://other.example")] {
        let found = verify_presentation(&document, &nowhere, &asked(challenge, domain)).unwrap();
        assert_eq!(found.proof.outcome, Outcome::Failed);
        assert!(!found.accepted());
    }
    let as_credential =
        sign(presentation(vec![credential()]), &holder(), &SignOptions { purpose: Purpose::AssertionMethod, ..proof_options() });
    assert_eq!(checked(&as_credential.unwrap()).proof.outcome, Outcome::Failed, "a signature for another purpose");
    let ended = SignOptions { expires: Some("2026-12-31T00:00:00Z".into()), ..proof_options() };
    assert!(!checked(&sign(presentation(vec![credential()]), &holder(), &ended).unwrap()).accepted());
}

#[test]
fn a_credential_in_it_that_was_changed_is_found() {
    let mut inside = credential();
    inside["name"] = json!("Brain surgery");
    let found = checked(&signed(vec![inside]));
    assert_eq!(found.proof.outcome, Outcome::Passed);
    assert_eq!(found.credentials[0].report.verdict, Verdict::Altered);
    let mut outside = signed(vec![credential()]);
    outside["verifiableCredential"][0]["name"] = json!("Brain surgery");
    assert_eq!(checked(&outside).proof.outcome, Outcome::Failed);
}

#[test]
fn a_thief_cannot_show_somebody_elses_credential() {
    let thief = SigningKey::from_secret(KeyType::P256, &[9; 32]).unwrap();
    let mut document = presentation(vec![credential()]);
    let options = SignOptions { verification_method: thief.did_key_method(), ..proof_options() };
    let as_holder = checked(&sign(document.clone(), &thief, &options).unwrap());
    assert_eq!(as_holder.holder_binding.outcome, Outcome::Failed);
    document["holder"] = json!(thief.did_key());
    let as_thief = checked(&sign(document, &thief, &options).unwrap());
    assert_eq!(as_thief.holder_binding.outcome, Outcome::Passed);
    assert_eq!(as_thief.credentials[0].is_holders, Some(false));
    assert!(!as_thief.accepted());
}

fn as_token(document: &Value) -> String {
    let options = JwtOptions {
        kid: Some(holder().did_key_method()),
        nonce: Some("n-1".into()),
        audience: Some(VERIFIER.into()),
        issued_at_us: Some(NOW),
        ..JwtOptions::default()
    };
    sign_jwt(document, &holder(), &options).unwrap()
}

#[test]
fn a_presentation_as_a_token() {
    let text = as_token(&presentation(vec![enveloped_credential(&token()), credential()]));
    assert_eq!(crate::jose::parse(&text).unwrap().header["typ"], "vp+jwt");
    assert!(checked(&json!(text)).accepted(), "{:#?}", checked(&json!(text)));
    let other = verify_presentation(&json!(text), &nowhere, &asked("n-2", VERIFIER)).unwrap();
    assert!(!other.accepted());
    let enveloped = json!({
        "@context": "https://www.w3.org/ns/credentials/v2", "type": "EnvelopedVerifiablePresentation",
        "id": format!("data:application/vp+jwt,{text}"),
    });
    assert!(checked(&enveloped).accepted());
}

#[test]
fn claims_around_a_presentation_must_not_contradict_it() {
    let refused = |claim: &str, value: Value| {
        let mut claims = presentation(vec![credential()]);
        claims["nonce"] = json!("n-1");
        claims["aud"] = json!([VERIFIER]);
        let sign = |claims: &Value| {
            let header = json!({"typ": "vp+jwt", "kid": holder().did_key_method()});
            checked(&json!(crate::jose::sign(header, claims.to_string().as_bytes(), &holder()))).accepted()
        };
        assert!(sign(&claims));
        claims[claim] = value;
        assert!(!sign(&claims), "{claim}");
    };
    refused("iss", json!("did:example:other"));
    refused("exp", json!(1_700_000_000));
    refused("exp", json!("never"));
    refused("nbf", json!(1_900_000_000));
    refused("vp", json!({}));
    refused("badExtension", json!("means nothing"));
}

#[test]
fn a_presentation_of_version_1_stands_in_vp() {
    let claims = json!({
        "iss": holder().did_key(), "nonce": "n-1", "aud": VERIFIER,
        "vp": {
            "@context": ["https://www.w3.org/2018/credentials/v1"], "type": ["VerifiablePresentation"], "verifiableCredential": [token()],
        },
    });
    let header = json!({"typ": "JWT", "kid": holder().did_key_method()});
    let text = crate::jose::sign(header, claims.to_string().as_bytes(), &holder());
    assert!(checked(&json!(text)).accepted(), "{:#?}", checked(&json!(text)));
}

#[test]
fn an_sd_jwt_that_its_holder_signed_is_a_presentation() {
    let claims = json!({"iss": key().did_key(), "vct": "https://college.example/card", "name": "Ada"});
    let options = IssueOptions { disclosable: vec!["/name".into()], holder: Some(holder().public().clone()), ..IssueOptions::default() };
    let whole = sd_jwt::issue(&claims, &key(), &options).unwrap();
    let binding = KeyBinding { key: &holder(), audience: VERIFIER, nonce: "n-1", issued_at_us: NOW };
    let shown = sd_jwt::present(&whole, &["/name"], Some(&binding)).unwrap();
    let found = checked(&json!(shown));
    assert!(found.accepted(), "{found:#?}");
    assert_eq!(found.holder, Some(holder().did_key()));
    assert!(!checked(&json!(whole)).accepted(), "nobody has signed it for this occasion");
    let other = verify_presentation(&json!(shown), &nowhere, &asked("n-2", VERIFIER)).unwrap();
    assert!(!other.accepted());
}

#[test]
fn what_is_no_presentation_is_said_to_be_none() {
    let refused = |document: &Value| verify_presentation(document, &nowhere, &asked("n-1", VERIFIER)).is_err();
    assert!(refused(&credential()));
    assert!(refused(&json!(token())));
    assert!(refused(&json!([])));
    assert!(refused(&presentation(vec![json!({"id": "urn:uuid:1", "type": "https://a.example/NotACredential"})])));
    assert!(!checked(&presentation(vec![credential()])).accepted(), "nobody signed it");
    assert!(!checked(&signed(vec![])).accepted(), "there is nothing in it");
}
