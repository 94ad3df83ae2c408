//! Lets other people's programs check what this crate signs, and lets this crate check what they do.
//! `e2e/interop.test.mjs` is the other side.
//!
//! - `interop make` prints a JSON object: credentials signed in every way there is, and public keys.
//! - `interop check` reads a JSON list of credentials and presentations and prints the verdict on each.
//! - `interop derive` reads `{"document": …, "pointers": […]}` and prints the derived credential.

use std::error::Error;
use std::io::{Read, stdin};

use serde_json::{Map, Value, json};
use vc::sd_jwt::{self, IssueOptions, KeyBinding};
use vc::{JwtOptions, JwtProfile, KeyType, PresentationOptions, Purpose, SignOptions, SigningKey, Suite, Unresolved};

/// As of when everything is signed and checked: 2026-06-01.
const NOW: i64 = 1_780_272_000_000_000;
const CREATED: &str = "2026-05-01T00:00:00Z";

fn main() -> Result<(), Box<dyn Error>> {
    let command = std::env::args().nth(1).unwrap_or_default();
    let answer = match command.as_str() {
        "make" => make()?,
        "check" => {
            let documents: Vec<Value> = input()?;
            documents.iter().map(check).collect()
        }
        "derive" => {
            let asked: Value = input()?;
            let pointers: Vec<&str> = asked["pointers"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            vc::derive(&asked["document"], &pointers)?
        }
        _ => return Err("say make, check or derive".into()),
    };
    println!("{answer}");
    Ok(())
}

fn input<T: serde::de::DeserializeOwned>() -> Result<T, Box<dyn Error>> {
    let mut text = String::new();
    stdin().read_to_string(&mut text)?;
    Ok(serde_json::from_str(&text)?)
}

fn key(kind: KeyType) -> Result<SigningKey, vc::NotAKey> {
    let width = match kind {
        KeyType::P384 => 48,
        KeyType::P521 => 66,
        _ => 32,
    };
    SigningKey::from_secret(kind, &[&[0], &[7; 65][..width - 1]].concat())
}

fn credential(issuer: &SigningKey) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:2f0c6a3e-5c1b-4e7e-9a39-0c7f4f1d2b11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Équipe de réponse \u{1F44D} \"à l’heure\"\n\t\\",
        "issuer": {"id": issuer.did_key(), "type": ["Profile"], "name": "A college"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:holder",
            "type": ["AchievementSubject"],
            "identifier": [
                {"type": "IdentityObject", "hashed": false, "identityHash": "Ada Lovelace", "identityType": "name"},
                {"type": "IdentityObject", "hashed": false, "identityHash": "ada@a.example", "identityType": "emailAddress"},
            ],
            "achievement": {
                "id": "urn:uuid:7c2b5d0e-1111-4e7e-9a39-0c7f4f1d2b11",
                "type": ["Achievement"],
                "name": "Incident response",
                "description": "Handles an incident from report to review.",
                "criteria": {"narrative": "All criteria met."},
                "tag": ["safety", "care"],
            },
        },
    })
}

fn make() -> Result<Value, Box<dyn Error>> {
    let mut made = Map::new();
    let ways = [
        ("eddsa-rdfc-2022", Suite::EddsaRdfc2022, KeyType::Ed25519),
        ("ecdsa-rdfc-2019 P-256", Suite::EcdsaRdfc2019, KeyType::P256),
        ("ecdsa-rdfc-2019 P-384", Suite::EcdsaRdfc2019, KeyType::P384),
        ("ecdsa-sd-2023 base", Suite::EcdsaSd2023, KeyType::P256),
    ];
    for (name, suite, kind) in ways {
        let key = key(kind)?;
        let pointers = ["/issuer", "/validFrom", "/credentialSubject/achievement"].map(str::to_owned).to_vec();
        let mandatory_pointers = if suite == Suite::EcdsaSd2023 { pointers } else { Vec::new() };
        let options = SignOptions { mandatory_pointers, ..SignOptions::new(key.did_key_method(), CREATED).with_suite(suite) };
        made.insert(name.to_owned(), vc::sign(credential(&key), &key, &options)?);
    }
    let derived = vc::derive(&made["ecdsa-sd-2023 base"], &["/id", "/name", "/credentialSubject/identifier/1"])?;
    made.insert("ecdsa-sd-2023 derived".to_owned(), derived);
    for kind in [KeyType::Ed25519, KeyType::P256, KeyType::P384, KeyType::P521] {
        let key = key(kind)?;
        let name = vc::jose::algorithm(kind);
        let options = JwtOptions { kid: Some(key.did_key_method()), ..JwtOptions::default() };
        let token = vc::sign_jwt(&credential(&key), &key, &options)?;
        made.insert(format!("token {name}"), json!({"token": token, "jwk": key.public().to_jwk()}));
    }
    let p256 = key(KeyType::P256)?;
    let badge = JwtOptions { profile: JwtProfile::OpenBadges, ..JwtOptions::default() };
    made.insert("token of Open Badges".to_owned(), json!(vc::sign_jwt(&credential(&p256), &p256, &badge)?));
    let presentation = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
        "holder": p256.did_key(), "verifiableCredential": [made["eddsa-rdfc-2022"]],
    });
    let options = SignOptions {
        purpose: Purpose::Authentication,
        challenge: Some("n-1".into()),
        domain: Some("https://verifier.example".into()),
        ..SignOptions::new(p256.did_key_method(), CREATED).with_suite(Suite::EcdsaRdfc2019)
    };
    made.insert("presentation".to_owned(), vc::sign(presentation, &p256, &options)?);
    made.insert("sd-jwt".to_owned(), made_sd_jwt(&p256)?);
    Ok(Value::Object(made))
}

fn made_sd_jwt(issuer: &SigningKey) -> Result<Value, Box<dyn Error>> {
    let claims = json!({
        "iss": issuer.did_key(), "vct": "https://college.example/card", "iat": 1_770_000_000,
        "given_name": "Ada", "address": {"street": "Rue 1", "city": "Ville"}, "nationalities": ["CA", "FR"],
    });
    let options = IssueOptions {
        disclosable: ["/given_name", "/address/street", "/nationalities/0", "/nationalities/1"].map(str::to_owned).to_vec(),
        holder: Some(issuer.public().clone()),
        ..IssueOptions::default()
    };
    let whole = sd_jwt::issue(&claims, issuer, &options)?;
    let binding = KeyBinding { key: issuer, audience: "https://verifier.example", nonce: "n-1", issued_at_us: NOW };
    let shown = sd_jwt::present(&whole, &["/given_name", "/nationalities/1"], Some(&binding))?;
    Ok(json!({"whole": whole, "shown": shown, "jwk": issuer.public().to_jwk()}))
}

/// `valid` and the like; for a presentation `accepted` or `refused`.
fn check(document: &Value) -> Value {
    let nowhere = |_: &str| Err(Unresolved::Offline);
    let is_presentation = document["type"].as_array().is_some_and(|types| types.iter().any(|kind| kind == "VerifiablePresentation"));
    if is_presentation {
        let options =
            PresentationOptions { now_us: NOW, challenge: Some("n-1"), domain: Some("https://verifier.example"), ..Default::default() };
        let accepted = vc::verify_presentation(document, &nowhere, &options).is_ok_and(|report| report.accepted());
        return json!(if accepted { "accepted" } else { "refused" });
    }
    match vc::verify(document, &nowhere, NOW) {
        Ok(report) => json!(report.verdict.code()),
        Err(malformed) => json!(malformed.to_string()),
    }
}
