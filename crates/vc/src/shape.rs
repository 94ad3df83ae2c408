//! The fields that each kind of credential must have, and what may stand in them.
//!
//! `rules` says it for Open Badges 3.0 and CLR 2.0, whose official schema leaves fields that it does
//! not know alone, so this does too. Of any other verifiable credential only the frame is checked.

mod rules;

use serde_json::{Map, Value};

use crate::time::parse_rfc3339;
use rules::{Kind as Part, Rule};

type Object = Map<String, Value>;

const DATA_MODELS: [&str; 2] = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1"];
const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context";
const CLR: &str = "https://purl.imsglobal.org/spec/clr/v2p0/context";

/// The kinds of credential whose fields are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Achievement,
    Endorsement,
    Clr,
    Other,
}

/// Whether `credential` has what its kind must have. `Err` names what is missing or wrong.
pub(crate) fn check(credential: &Object) -> Result<(), String> {
    let kind = kind(credential);
    check_contexts(credential, kind)?;
    check_frame(credential)?;
    let rules = match kind {
        Kind::Achievement => &rules::ACHIEVEMENT_CREDENTIAL,
        Kind::Endorsement => &rules::ENDORSEMENT,
        Kind::Clr => &rules::CLR,
        Kind::Other => return check_other(credential),
    };
    part(credential, rules, "")?;
    match credential.get("credentialSubject") {
        Some(Value::Object(subject)) if kind == Kind::Achievement => holder(subject),
        _ => Ok(()),
    }
}

fn kind(credential: &Object) -> Kind {
    if has_type(credential, "OpenBadgeCredential") || has_type(credential, "AchievementCredential") {
        Kind::Achievement
    } else if has_type(credential, "EndorsementCredential") {
        Kind::Endorsement
    } else if has_type(credential, "ClrCredential") {
        Kind::Clr
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
    let names = |wanted: &str| (1..contexts.len()).any(|place| url(place).starts_with(wanted));
    match kind {
        Kind::Achievement | Kind::Endorsement if !names(OPEN_BADGES) => Err("it does not name the Open Badges vocabulary".into()),
        Kind::Clr if !names(CLR) => Err("it does not name the vocabulary of learner records".into()),
        _ => Ok(()),
    }
}

/// What every verifiable credential must have.
fn check_frame(credential: &Object) -> Result<(), String> {
    let is_v1 = list(credential.get("@context")).first().is_some_and(|url| *url == DATA_MODELS[1]);
    if issuer_id(credential).is_none() {
        return Err("it does not say who issued it".into());
    }
    let dates = if is_v1 { ["issuanceDate", "expirationDate"] } else { ["validFrom", "validUntil"] };
    if is_v1 || kind(credential) != Kind::Other {
        require(credential, &dates[..1], "")?;
    }
    for field in dates.into_iter().chain(["awardedDate"]) {
        if credential.get(field).is_some_and(|date| !is_moment(date)) {
            return Err(format!("its {field} is not a date and time with a zone"));
        }
    }
    Ok(())
}

fn check_other(credential: &Object) -> Result<(), String> {
    for field in ["credentialStatus", "credentialSchema", "refreshService", "termsOfUse", "evidence"] {
        each(credential, field, |entry| require(entry, &["type"], field))?;
    }
    each(credential, "credentialSchema", |entry| require(entry, &["id"], "credentialSchema"))?;
    require(credential, &["credentialSubject"], "")?;
    each(credential, "credentialSubject", |subject| match subject.is_empty() {
        true => Err("it says nothing about anybody".into()),
        false => Ok(()),
    })
}

fn each(object: &Object, field: &str, check: impl Fn(&Object) -> Result<(), String>) -> Result<(), String> {
    list(object.get(field)).into_iter().try_for_each(|entry| match entry {
        Value::Object(entry) => check(entry),
        _ => Err(format!("{field} is not written as an object")),
    })
}

/// The specification asks for `id` or `identifier`; issuers who give only a name are many.
fn holder(subject: &Object) -> Result<(), String> {
    match ["id", "identifier", "name"].iter().all(|field| list(subject.get(*field)).is_empty()) {
        true => Err("it does not say who the holder is".into()),
        false => Ok(()),
    }
}

/// Whether `object`, which stands at `place`, is a part of that kind.
fn part(object: &Object, kind: &Part, place: &str) -> Result<(), String> {
    if !kind.name.is_empty() && !has_type(object, kind.name) {
        return Err(format!("{} is not of type {}", if place.is_empty() { "it" } else { place }, kind.name));
    }
    require(object, kind.required, place)?;
    if std::ptr::eq(kind, &rules::ENDORSEMENT) && !object.contains_key("issuanceDate") {
        require(object, &["validFrom"], place)?;
    }
    if kind.closed {
        let is_known = |name: &String| name == "type" || kind.fields.iter().any(|(known, _)| known == name);
        if let Some(stranger) = object.keys().find(|name| !is_known(name)) {
            return Err(format!("{} does not belong there", join(place, stranger)));
        }
    }
    object.iter().try_for_each(|(name, value)| match kind.fields.iter().find(|(known, _)| known == name) {
        None => Ok(()),
        Some((_, rule)) => field(value, *rule, || join(place, name)),
    })
}

fn join(place: &str, name: &str) -> String {
    let name: String = name.chars().take(80).collect();
    if place.is_empty() { name } else { format!("{place}.{name}") }
}

/// Whether `value`, which stands at `place`, is what `rule` says.
fn field(value: &Value, rule: Rule, place: impl Fn() -> String) -> Result<(), String> {
    let all = |is_right: fn(&Value) -> bool| items(Some(value)).iter().all(is_right);
    let among = |words: &[&str]| value.as_str().is_some_and(|word| words.contains(&word));
    let (is_right, wanted) = match rule {
        Rule::One(kind) | Rule::Many(kind) => {
            if matches!((rule, value), (Rule::One(_), Value::Array(_))) {
                return Err(format!("{} is written as a list", place()));
            }
            let place = place();
            return items(Some(value)).iter().try_for_each(|entry| match entry {
                Value::Object(entry) => part(entry, kind, &place),
                _ => Err(format!("{place} is not written as an object")),
            });
        }
        Rule::Issuer if value.is_object() => return field(value, Rule::One(&rules::PROFILE), place),
        Rule::Image if value.is_object() => return field(value, Rule::One(&rules::IMAGE), place),
        Rule::Image => (value.is_string(), "an image or its address"),
        Rule::Issuer => (value.is_string(), "an address or a profile"),
        Rule::Text => (is_text(value), "a text"),
        Rule::Texts => (all(is_text), "a text"),
        Rule::Moment => (is_moment(value), "a date and time with a zone"),
        Rule::Day => (is_day(value), "a date"),
        Rule::Number => (value.is_number(), "a number"),
        Rule::Truth => (value.is_boolean(), "true or false"),
        Rule::Word(words) => (among(words) || is_own_word(value), "one of the words for it"),
        Rule::Choice(words) => (among(words), "one of the words for it"),
        Rule::Language => (value.as_str().is_some_and(is_language), "the code of a language"),
        Rule::Jws => (all(is_jws), "a compact JWS"),
    };
    if is_right { Ok(()) } else { Err(format!("{} is not {wanted}", place())) }
}

/// A text, or an object of texts: one for each language, or one with its language beside it.
fn is_text(value: &Value) -> bool {
    match value {
        Value::String(_) => true,
        Value::Object(versions) => !versions.is_empty() && versions.values().all(Value::is_string),
        _ => false,
    }
}

fn is_moment(value: &Value) -> bool {
    value.as_str().and_then(parse_rfc3339).is_some()
}

fn is_day(value: &Value) -> bool {
    value.as_str().is_some_and(|day| day.len() == 10 && parse_rfc3339(&format!("{day}T00:00:00Z")).is_some())
}

fn is_own_word(value: &Value) -> bool {
    value.as_str().is_some_and(|word| word.strip_prefix("ext:").is_some_and(|rest| !rest.is_empty()))
}

/// Language, and where they matter script and region: `fr`, `fr-CA`, `zh-Hant-TW`, `es-419`.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-').peekable();
    let language = parts.next().unwrap_or_default();
    let has = |part: &str, length: usize, letter: fn(&u8) -> bool| part.len() == length && part.bytes().all(|byte| letter(&byte));
    parts
        .next_if(|part| has(&part.to_lowercase(), 4, u8::is_ascii_lowercase) && part.starts_with(|first: char| first.is_ascii_uppercase()));
    parts.next_if(|part| has(part, 2, u8::is_ascii_uppercase) || has(part, 3, u8::is_ascii_digit));
    (2..=4).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase()) && parts.next().is_none()
}

fn is_jws(value: &Value) -> bool {
    let is_base64url = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    let parts: Vec<&str> = value.as_str().unwrap_or_default().split('.').collect();
    parts.len() == 3 && !parts[0].is_empty() && !parts[2].is_empty() && parts.into_iter().all(is_base64url)
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
    items(object.get("type")).iter().any(|entry| entry == kind)
}

/// One value or several, as a list. `null` is none.
pub(crate) fn list(value: Option<&Value>) -> Vec<&Value> {
    items(value).iter().collect()
}

/// One value or several, where they stand. `null` is none.
fn items(value: Option<&Value>) -> &[Value] {
    match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}

fn require(object: &Object, fields: &[&str], place: &str) -> Result<(), String> {
    match fields.iter().find(|field| items(object.get(**field)).is_empty()) {
        Some(missing) => Err(format!("a required field is missing: {}", join(place, missing))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
