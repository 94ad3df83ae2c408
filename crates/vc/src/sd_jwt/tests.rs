use proptest::prelude::*;

use super::*;
use crate::key::KeyType;
use crate::{CheckName, Outcome, Unresolved, Verdict, verify};

const NOW: i64 = 1_800_000_000_000_000;

fn issuer() -> SigningKey {
    SigningKey::from_seed(&[7; 32])
}

fn holder() -> SigningKey {
    SigningKey::from_secret(KeyType::P256, &[8; 32]).unwrap()
}

fn claims() -> Value {
    json!({
        "iss": issuer().did_key(), "vct": "https://college.example/card", "iat": 1_700_000_000, "exp": 1_900_000_000,
        "given_name": "Ada", "address": {"street": "Rue 1", "city": "Ville"}, "nationalities": ["CA", "FR"],
    })
}

fn issued() -> String {
    let options = IssueOptions {
        disclosable: ["/given_name", "/address", "/address/street", "/nationalities/0", "/nationalities/1"].map(str::to_owned).to_vec(),
        holder: Some(holder().public().clone()),
        ..IssueOptions::default()
    };
    issue(&claims(), &issuer(), &options).unwrap()
}

fn bound(text: &str, pointers: &[&str]) -> String {
    let binding = KeyBinding { key: &holder(), audience: "https://v.example", nonce: "n-1", issued_at_us: NOW };
    present(text, pointers, Some(&binding)).unwrap()
}

fn verdict(text: &str) -> Verdict {
    verify(&json!(text), &|_| Err(Unresolved::Offline), NOW).unwrap().verdict
}

#[test]
fn everything_is_there_before_anything_is_held_back() {
    let shown = read(&issued()).unwrap();
    let mut expected = claims();
    expected["cnf"] = json!({"jwk": holder().public().to_jwk()});
    assert_eq!(Value::Object(shown.claims), expected);
}

#[test]
fn what_is_shown_is_shown_and_nothing_else() {
    let show = |pointers: &[&str]| {
        let mut claims = read(&present(&issued(), pointers, None).unwrap()).unwrap().claims;
        ["iss", "vct", "iat", "exp", "cnf"].iter().for_each(|claim| drop(claims.shift_remove(*claim)));
        Value::Object(claims)
    };
    assert_eq!(show(&[]), json!({"nationalities": []}));
    assert_eq!(show(&["/given_name"]), json!({"given_name": "Ada", "nationalities": []}));
    assert_eq!(show(&["/address/street"]), json!({"address": {"street": "Rue 1", "city": "Ville"}, "nationalities": []}));
    assert_eq!(show(&["/nationalities/1"]), json!({"nationalities": ["FR"]}));
    assert!(matches!(present(&issued(), &["/surname"], None), Err(SdJwtError::Pointer(_))));
}

#[test]
fn what_is_shown_is_checked_like_any_credential() {
    let shown = bound(&issued(), &["/given_name"]);
    let report = verify(&json!(shown), &|_| Err(Unresolved::Offline), NOW).unwrap();
    assert_eq!(report.verdict, Verdict::Valid, "{report:#?}");
    assert_eq!(report.issuer, Some(issuer().did_key()));
    let late = verify(&json!(shown), &|_| Err(Unresolved::Offline), 2_000_000_000_000_000).unwrap();
    assert_eq!(late.verdict, Verdict::Expired);
    let mut parts: Vec<&str> = shown.split('~').collect();
    let token = parts[0].to_owned() + "A";
    parts[0] = &token;
    assert_eq!(verdict(&parts.join("~")), Verdict::Altered);
}

#[test]
fn the_holder_signs_for_one_verifier_and_one_occasion() {
    let shown = read(&bound(&issued(), &["/given_name"])).unwrap();
    assert_eq!(shown.check_key_binding(Some("https://v.example"), Some("n-1")), Ok(()));
    for (audience, nonce) in [("https://w.example", "n-1"), ("https://v.example", "n-2")] {
        assert!(shown.check_key_binding(Some(audience), Some(nonce)).is_err());
    }
    let unsigned = read(&present(&issued(), &[], None).unwrap()).unwrap();
    assert!(unsigned.check_key_binding(None, None).is_err());
}

#[test]
fn the_holders_signature_covers_what_is_shown() {
    let whole = bound(&issued(), &["/given_name", "/nationalities/0"]);
    let mut parts: Vec<&str> = whole.split('~').collect();
    parts.remove(1);
    let less = parts.join("~");
    assert!(read(&less).unwrap().check_key_binding(None, None).is_err());
    assert_eq!(verdict(&less), Verdict::Altered);
    let thief = KeyBinding { key: &issuer(), audience: "https://v.example", nonce: "n-1", issued_at_us: NOW };
    let stolen = present(&issued(), &[], Some(&thief)).unwrap();
    assert!(read(&stolen).unwrap().check_key_binding(None, None).is_err());
}

#[test]
fn claims_that_were_not_signed_for_are_refused() {
    let whole = issued();
    let smuggled = encode64(json!(["salt", "admin", true]).to_string().as_bytes());
    assert_eq!(read(&format!("{whole}{smuggled}~")).unwrap_err(), SdJwtError::Disclosure);
    let twice = whole.split('~').nth(1).unwrap();
    assert_eq!(read(&format!("{whole}{twice}~")).unwrap_err(), SdJwtError::Disclosure);
    let changed = whole.replacen('~', "~A", 1);
    assert_eq!(read(&changed).unwrap_err(), SdJwtError::Disclosure);
    assert_eq!(read(&"~".repeat(2000)).unwrap_err(), SdJwtError::TooMany);
}

#[test]
fn a_hash_stands_in_one_place_and_a_claim_is_not_overwritten() {
    let disclosure = encode64(br#"["s","a",1]"#);
    let with = |claims: Value| format!("{}~{disclosure}~", jose::sign(json!({}), claims.to_string().as_bytes(), &issuer()));
    let hash = hash(&disclosure);
    assert!(read(&with(json!({"_sd": [hash]}))).is_ok());
    assert_eq!(read(&with(json!({"_sd": [hash], "x": {"_sd": [hash]}}))).unwrap_err(), SdJwtError::Disclosure);
    assert_eq!(read(&with(json!({"_sd": [hash], "a": 2}))).unwrap_err(), SdJwtError::Disclosure);
    assert_eq!(read(&with(json!({"x": [{"...": hash}]}))).unwrap_err(), SdJwtError::Disclosure, "a member is no item");
    assert_eq!(read(&with(json!({"_sd": [hash], "_sd_alg": "md5"}))).unwrap_err(), SdJwtError::Hash);
    assert_eq!(read(&with(json!({"_sd": 7}))).unwrap_err(), SdJwtError::Disclosure);
}

#[test]
fn what_must_always_be_shown_cannot_be_held_back() {
    for pointer in ["/iss", "/vct", "/exp", "/cnf", "", "/nowhere", "/nationalities/7", "name"] {
        let options = IssueOptions { disclosable: vec![pointer.to_owned()], ..IssueOptions::default() };
        assert!(matches!(issue(&claims(), &issuer(), &options), Err(SdJwtError::Pointer(_))), "{pointer}");
    }
    assert!(issue(&json!({"_sd": []}), &issuer(), &IssueOptions::default()).is_err());
    assert!(issue(&json!([]), &issuer(), &IssueOptions::default()).is_err());
}

#[test]
fn a_w3c_credential_can_be_shown_in_part() {
    let mut document = crate::testing::sample().document();
    document["issuer"]["id"] = json!(issuer().did_key());
    let options = IssueOptions {
        kind: "vc+sd-jwt".into(),
        kid: Some(issuer().did_key_method()),
        disclosable: vec!["/evidence".into(), "/credentialSubject/identifier/0".into()],
        ..IssueOptions::default()
    };
    let whole = issue(&document, &issuer(), &options).unwrap();
    let shown = present(&whole, &["/credentialSubject/identifier/0"], None).unwrap();
    let report = verify(&json!(shown), &|_| Err(Unresolved::Offline), NOW).unwrap();
    assert_eq!(report.verdict, Verdict::Valid, "{report:#?}");
    assert_eq!(report.check(CheckName::Shape).outcome, Outcome::Passed);
    assert!(!shown.contains(&encode64(b"Ward 3")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_or_refused(text in "[a-zA-Z0-9_.~-]{0,120}", value in any::<String>()) {
        let _ = read(&text);
        let options = IssueOptions { disclosable: vec!["/x".into()], ..IssueOptions::default() };
        let whole = issue(&json!({"x": value}), &issuer(), &options).unwrap();
        prop_assert_eq!(&read(&whole).unwrap().claims["x"], &json!(value));
        let _ = read(&format!("{whole}{text}"));
    }
}
