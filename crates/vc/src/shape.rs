//! The fields that each kind of credential must have.

use serde_json::{Map, Value};

use crate::time::parse_rfc3339;

type Object = Map<String, Value>;

const DATA_MODELS: [&str; 2] = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1"];
const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context";

/// The kinds of credential whose fields are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Achievement,
    Endorsement,
    Other,
}

/// Whether `credential` has what its kind must have. `Err` names what is missing or wrong.
pub(crate) fn check(credential: &Object) -> Result<(), String> {
    let kind = kind(credential);
    check_contexts(credential, kind)?;
    check_frame(credential)?;
    match kind {
        Kind::Achievement => each(credential, "credentialSubject", achievement_subject),
        Kind::Endorsement => each(credential, "credentialSubject", endorsement_subject),
        Kind::Other => Ok(()),
    }
}

fn kind(credential: &Object) -> Kind {
    if has_type(credential, "OpenBadgeCredential") || has_type(credential, "AchievementCredential") {
        Kind::Achievement
    } else if has_type(credential, "EndorsementCredential") {
        Kind::Endorsement
    } else {
        Kind::Other
    }
}

fn check_contexts(credential: &Object, kind: Kind) -> Result<(), String> {
    let contexts = list(credential.get("@context"));
    let url = |place: usize| contexts.get(place).and_then(|url| url.as_str()).unwrap_or_default();
    if !DATA_MODELS.contains(&url(0)) {
        return Err("its first vocabulary is not that of verifiable credentials".into());
    }
    if kind != Kind::Other && !(1..contexts.len()).any(|place| url(place).starts_with(OPEN_BADGES)) {
        return Err("it does not name the Open Badges vocabulary".into());
    }
    Ok(())
}

/// What every verifiable credential must have.
fn check_frame(credential: &Object) -> Result<(), String> {
    let is_v1 = list(credential.get("@context")).first().is_some_and(|url| *url == DATA_MODELS[1]);
    if issuer_id(credential).is_none() {
        return Err("it does not say who issued it".into());
    }
    if let Some(Value::Object(issuer)) = credential.get("issuer")
        && kind(credential) != Kind::Other
    {
        profile(issuer)?;
    }
    let dates = if is_v1 { ["issuanceDate", "expirationDate"] } else { ["validFrom", "validUntil"] };
    if kind(credential) != Kind::Other || is_v1 {
        require(credential, &dates[..1])?;
    }
    for field in dates.into_iter().chain(["awardedDate"]) {
        if credential.get(field).is_some_and(|date| date.as_str().and_then(parse_rfc3339).is_none()) {
            return Err(format!("its {field} is not a date and time with a zone"));
        }
    }
    if kind(credential) != Kind::Other {
        require(credential, &["id"])?;
    }
    for field in ["credentialStatus", "credentialSchema", "refreshService", "termsOfUse"] {
        each_if_any(credential, field, |entry| require(entry, &["type"]))?;
    }
    each_if_any(credential, "credentialSchema", |entry| require(entry, &["id"]))?;
    each_if_any(credential, "evidence", |entry| match kind(credential) {
        Kind::Other => require(entry, &["type"]),
        _ => require_type(entry, "Evidence"),
    })?;
    each(credential, "credentialSubject", |subject| match subject.is_empty() {
        true => Err("it says nothing about anybody".into()),
        false => Ok(()),
    })
}

fn achievement_subject(subject: &Object) -> Result<(), String> {
    require_type(subject, "AchievementSubject")?;
    // The specification asks for `id` or `identifier`; issuers who give only a name are many.
    if ["id", "identifier", "name"].iter().all(|field| list(subject.get(*field)).is_empty()) {
        return Err("it does not say who the holder is".into());
    }
    each(subject, "achievement", achievement)?;
    each_if_any(subject, "identifier", |identity| {
        require_type(identity, "IdentityObject")?;
        require(identity, &["hashed", "identityHash", "identityType"])
    })?;
    each_if_any(subject, "result", |result| require_type(result, "Result"))?;
    each_if_any(subject, "source", profile)
}

fn achievement(achievement: &Object) -> Result<(), String> {
    require_type(achievement, "Achievement")?;
    require(achievement, &["id", "criteria", "description", "name"])?;
    each_if_any(achievement, "alignment", alignment)?;
    each_if_any(achievement, "creator", profile)?;
    each_if_any(achievement, "related", |related| {
        require_type(related, "Related")?;
        require(related, &["id"])
    })?;
    each_if_any(achievement, "resultDescription", |description| {
        require_type(description, "ResultDescription")?;
        require(description, &["id", "name", "resultType"])?;
        each_if_any(description, "alignment", alignment)?;
        each_if_any(description, "rubricCriterionLevel", |level| {
            require_type(level, "RubricCriterionLevel")?;
            require(level, &["id", "name"])
        })
    })
}

fn alignment(alignment: &Object) -> Result<(), String> {
    require_type(alignment, "Alignment")?;
    require(alignment, &["targetName", "targetUrl"])
}

fn profile(profile: &Object) -> Result<(), String> {
    require_type(profile, "Profile")?;
    require(profile, &["id"])?;
    each_if_any(profile, "otherIdentifier", |entry| {
        require_type(entry, "IdentifierEntry")?;
        require(entry, &["identifier", "identifierType"])
    })?;
    each_if_any(profile, "parentOrg", self::profile)
}

fn endorsement_subject(subject: &Object) -> Result<(), String> {
    require_type(subject, "EndorsementSubject")?;
    require(subject, &["id"])
}

/// The id of a credential's issuer, which is a text or an object with one.
pub(crate) fn issuer_id(credential: &Object) -> Option<&str> {
    match credential.get("issuer")? {
        Value::String(id) => Some(id),
        Value::Object(issuer) => issuer.get("id")?.as_str(),
        _ => None,
    }
}

/// Whether `kind` is among the types of `object`.
pub(crate) fn has_type(object: &Object, kind: &str) -> bool {
    list(object.get("type")).iter().any(|entry| *entry == kind)
}

/// One value or several, as a list. `null` is none.
pub(crate) fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.iter().collect(),
        Some(one) => vec![one],
    }
}

fn require(object: &Object, fields: &[&str]) -> Result<(), String> {
    match fields.iter().find(|field| list(object.get(**field)).is_empty()) {
        Some(missing) => Err(format!("a required field is missing: {missing}")),
        None => Ok(()),
    }
}

fn require_type(object: &Object, kind: &str) -> Result<(), String> {
    if has_type(object, kind) { Ok(()) } else { Err(format!("a part of it is not of type {kind}")) }
}

fn each(object: &Object, field: &str, check: impl Fn(&Object) -> Result<(), String>) -> Result<(), String> {
    require(object, &[field])?;
    each_if_any(object, field, check)
}

fn each_if_any(object: &Object, field: &str, check: impl Fn(&Object) -> Result<(), String>) -> Result<(), String> {
    list(object.get(field)).into_iter().try_for_each(|entry| match entry {
        Value::Object(entry) => check(entry),
        _ => Err(format!("{field} is not written as an object")),
    })
}
