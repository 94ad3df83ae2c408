use serde_json::json;

use super::*;
use crate::testing::{self, sample};

fn shape(document: &Value) -> Result<(), String> {
    check(document.as_object().unwrap())
}

/// What the official schema says of each file, as told by ajv: that of achievement credentials in
/// either data model. The endorsement has no schema there, and `simple-err-type` does not say that
/// it is an achievement credential: its unknown type stops its proof.
#[test]
fn agrees_with_the_official_schema_on_the_validator_s_own_files() {
    let Some(folder) = testing::data("credentials/1edtech-validator/ob30") else { return };
    let invalid = [
        "complete_v1.json",
        "simple-err-context.json",
        "simple-err-credential-subject-identifier-type.json",
        "simple-err-credential-subject-result-type.json",
        "simple-err-credential-subject-type.json",
        "simple-err-issued.json",
        "simple-err-issuer-otheridentifier-type.json",
        "simple-err-issuer-parentorg-type.json",
        "simple-err-issuer-type.json",
        "simple-err-issuer.json",
        "simple-noproof.json",
        // Here the schema lets a type pass that is a text and the wrong one; the validator does not.
        "simple-err-credential-subject-achievement-result-description-type.json",
        "simple-err-credential-subject-profile-type.json",
        "simple-err-evidence-type.json",
    ];
    let mut seen = 0;
    for path in testing::files(&folder).into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "json" || kind == "1ob")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let found = shape(&testing::json(&path));
        assert_eq!(found.is_err(), invalid.contains(&name), "{name}: {found:?}");
        seen += usize::from(name.contains("-err-"));
    }
    assert_eq!(seen, 20);
}

#[test]
fn signed_credentials_of_another_collection_have_their_fields() {
    let Some(folder) = testing::data("credentials/dcc-vc-test-fixtures/verifiableCredentials") else { return };
    let mut wrong = Vec::new();
    for path in testing::files(&folder).into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "json")) {
        if let Err(why) = shape(&testing::json(&path)) {
            wrong.push(format!("{}: {why}", path.file_name().unwrap().display()));
        }
    }
    // It does not name the holder at all.
    assert_eq!(wrong, ["legacyRegistry-noStatus-noExpiry-issuerImageId.json: it does not say who the holder is"]);
}

#[test]
fn each_rule_names_the_place_that_breaks_it() {
    let cases = [
        (
            "/credentialSubject/achievement/achievementType",
            json!("Degreeish"),
            "credentialSubject.achievement.achievementType is not one of",
        ),
        ("/credentialSubject/achievement/inLanguage", json!("english"), "credentialSubject.achievement.inLanguage is not the code"),
        ("/credentialSubject/achievement/tag", json!(["a", 1]), "credentialSubject.achievement.tag is not a text"),
        ("/credentialSubject/achievement/creditsAvailable", json!("1.5"), "credentialSubject.achievement.creditsAvailable is not a number"),
        ("/credentialSubject/achievement", json!([]), "a required field is missing: credentialSubject.achievement"),
        ("/credentialSubject", json!([{}]), "credentialSubject is written as a list"),
        ("/credentialSubject/identifier/0/hashed", json!("true"), "credentialSubject.identifier.hashed is not true or false"),
        ("/credentialSubject/identifier/0/colour", json!("x"), "credentialSubject.identifier.colour does not belong there"),
        ("/credentialSubject/result/0/status", json!("ext:Done"), "credentialSubject.result.status is not one of"),
        ("/issuer/dateOfBirth", json!("yesterday"), "issuer.dateOfBirth is not a date"),
        ("/issuer/image", json!({"id": "x", "type": "Picture"}), "issuer.image is not of type Image"),
        ("/issuer", json!(7), "it does not say who issued it"),
        ("/endorsementJwt", json!(["a.b"]), "endorsementJwt is not a compact JWS"),
        ("/validFrom", json!("2026-05-01T00:00:00"), "its validFrom is not a date and time with a zone"),
        ("/credentialSchema/0/id", json!(null), "a required field is missing: credentialSchema.id"),
    ];
    assert_eq!(shape(&sample().document()), Ok(()));
    for (place, value, why) in cases {
        let mut document = sample().document();
        let (parent, name) = place.rsplit_once('/').unwrap();
        document.pointer_mut(parent).unwrap()[name] = value;
        let found = shape(&document).unwrap_err();
        assert!(found.starts_with(why), "{place}: {found}");
    }
}

#[test]
fn codes_of_languages() {
    assert!(["fr", "en-CA", "zh-Hant-TW", "es-419", "nan"].into_iter().all(is_language));
    assert!(!["", "f", "FR", "fr-ca", "fr_CA", "fr-", "en-CA-x", "english"].into_iter().any(is_language));
}
