//! A program registers itself: `POST /oauth/register` (RFC 7591, with the fields that Open Badges 3.0 demands).

use super::super::scope::Scope;
use crate::actions::Failure;
use crate::actions::register_app::{NewApp, register_app};
use crate::api::callers::Reader;
use crate::protocols::refusal::Refusal;
use axum::Json;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use url::Url;

/// Largest request, in bytes.
const LARGEST: usize = 16 * 1024;
/// Longest text in it, in characters.
const LONGEST: usize = 500;
/// Most addresses to send people back to.
const MOST_REDIRECTS: usize = 10;

/// Fields that are web addresses, besides `redirect_uris`.
const ADDRESSES: [&str; 4] = ["client_uri", "logo_uri", "tos_uri", "policy_uri"];

/// `POST /oauth/register`.
pub async fn register(who: Reader, body: Body) -> Result<Response, Refusal> {
    let bytes = axum::body::to_bytes(body, LARGEST).await.map_err(|_| wrong("The request is larger than 16 KiB."))?;
    let sent: Value = serde_json::from_slice(&bytes).map_err(|_| wrong("The request is not JSON."))?;
    let local = who.app.base_url.starts_with("http://");
    let new = read(sent.as_object().ok_or_else(|| wrong("The request is not a JSON object."))?, local)?;
    let about: Value = serde_json::from_str(&new.about).map_err(|e| Failure::Broken(e.to_string()))?;
    let (app, secret) = match register_app(&who, new).await {
        Err(Failure::Refused(_)) => return Err(Refusal::busy()),
        done => done?,
    };
    let mut answer = json!({
        "client_id": app.id.to_string(),
        "client_secret": secret,
        "client_id_issued_at": app.registered.0 / 1_000_000,
        "client_secret_expires_at": 0,
    });
    if let (Value::Object(answer), Value::Object(about)) = (&mut answer, about) {
        answer.extend(about);
    }
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

fn wrong(why: impl Into<String>) -> Refusal {
    Refusal::new("invalid_client_metadata", why)
}

/// What a program says of itself. `local`: this instance is tried out without https, so that programs may be, too.
pub fn read(sent: &Map<String, Value>, local: bool) -> Result<NewApp, Refusal> {
    let name = text(sent, "client_name")?;
    let mut about = Map::new();
    about.insert("client_name".to_owned(), name.clone().into());
    let mut host = None;
    for field in ADDRESSES {
        let address = text(sent, field)?;
        let url = web_address(&address, local).ok_or_else(|| wrong(format!("{field} is not an https address.")))?;
        same_host(&mut host, &url).map_err(|why| wrong(format!("{field}: {why}")))?;
        about.insert(field.to_owned(), address.into());
    }
    for field in ["software_id", "software_version"] {
        about.insert(field.to_owned(), text(sent, field)?.into());
    }
    let redirects = list(sent, "redirect_uris")?.unwrap_or_default();
    if redirects.is_empty() || redirects.len() > MOST_REDIRECTS {
        return Err(Refusal::new("invalid_redirect_uri", "redirect_uris needs one address to ten."));
    }
    for address in &redirects {
        let url = web_address(address, local).filter(|u| u.fragment().is_none());
        let url =
            url.ok_or_else(|| Refusal::new("invalid_redirect_uri", format!("{address:?} is not an https address without a fragment.")))?;
        same_host(&mut host, &url).map_err(|why| Refusal::new("invalid_redirect_uri", why))?;
    }
    about.insert("redirect_uris".to_owned(), json!(redirects));
    only(sent, &mut about, "grant_types", &["authorization_code", "refresh_token"], &["authorization_code", "refresh_token"])?;
    only(sent, &mut about, "response_types", &["code"], &["code"])?;
    match sent.get("token_endpoint_auth_method").map(Value::as_str) {
        None | Some(Some("client_secret_basic")) => {}
        Some(_) => return Err(wrong("token_endpoint_auth_method has to be client_secret_basic.")),
    }
    about.insert("token_endpoint_auth_method".to_owned(), "client_secret_basic".into());
    if let Some(contacts) = list(sent, "contacts")? {
        about.insert("contacts".to_owned(), json!(contacts));
    }
    let scopes = Scope::among(&long_text(sent, "scope", 2000)?);
    if scopes.is_empty() {
        return Err(wrong("scope names nothing that can be allowed here."));
    }
    about.insert("scope".to_owned(), Scope::list(&scopes).into());
    Ok(NewApp { name, about: Value::Object(about).to_string() })
}

fn text(sent: &Map<String, Value>, field: &str) -> Result<String, Refusal> {
    long_text(sent, field, LONGEST)
}

fn long_text(sent: &Map<String, Value>, field: &str, longest: usize) -> Result<String, Refusal> {
    let text = sent.get(field).and_then(Value::as_str).map(str::trim).unwrap_or_default();
    if text.is_empty() || text.chars().count() > longest || text.chars().any(char::is_control) {
        return Err(wrong(format!("{field} has to be a text of 1 to {longest} characters.")));
    }
    Ok(text.to_owned())
}

fn list(sent: &Map<String, Value>, field: &str) -> Result<Option<Vec<String>>, Refusal> {
    let Some(value) = sent.get(field) else { return Ok(None) };
    let sound = |v: &Value| v.as_str().filter(|t| t.chars().count() <= LONGEST && !t.chars().any(char::is_control)).map(str::to_owned);
    let all: Option<Vec<String>> = value.as_array().filter(|a| a.len() <= MOST_REDIRECTS).and_then(|a| a.iter().map(sound).collect());
    all.map(Some).ok_or_else(|| wrong(format!("{field} has to be a short list of texts.")))
}

/// A list that may only hold what is known; without it, it is as by default.
fn only(sent: &Map<String, Value>, about: &mut Map<String, Value>, field: &str, known: &[&str], default: &[&str]) -> Result<(), Refusal> {
    let given = list(sent, field)?.unwrap_or_else(|| default.iter().map(|s| (*s).to_owned()).collect());
    if !given.iter().any(|g| g == known[0]) || given.iter().any(|g| !known.contains(&g.as_str())) {
        return Err(wrong(format!("{field} has to hold {:?} and nothing but {known:?}.", known[0])));
    }
    about.insert(field.to_owned(), json!(given));
    Ok(())
}

fn web_address(text: &str, local: bool) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let loopback = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    let sound = url.scheme() == "https" || (local && loopback && url.scheme() == "http");
    (sound && url.has_host() && url.username().is_empty() && url.password().is_none()).then_some(url)
}

/// Open Badges 3.0 section 7.2: everything that a program names is at one host, which is what people know it by.
fn same_host(known: &mut Option<String>, url: &Url) -> Result<(), &'static str> {
    let host = url.host_str().unwrap_or_default();
    match known {
        None => *known = Some(host.to_owned()),
        Some(first) if first != host => return Err("every address has to be at the same host"),
        Some(_) => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> Value {
        json!({
            "client_name": "Passport", "client_uri": "https://app.example/", "logo_uri": "https://app.example/logo.png",
            "tos_uri": "https://app.example/terms", "policy_uri": "https://app.example/privacy", "software_id": "passport",
            "software_version": "1.0", "redirect_uris": ["https://app.example/back"], "scope": Scope::list(&Scope::ALL),
        })
    }

    fn with(field: &str, value: Value) -> Result<NewApp, &'static str> {
        let mut request = request();
        request[field] = value;
        read(request.as_object().unwrap(), false).map_err(|r| r.error)
    }

    #[test]
    fn every_required_field_is_asked_for() {
        assert!(read(request().as_object().unwrap(), false).is_ok());
        for field in request().as_object().unwrap().keys() {
            let mut without = request();
            without.as_object_mut().unwrap().remove(field);
            assert!(read(without.as_object().unwrap(), false).is_err(), "{field}");
        }
    }

    #[test]
    fn addresses_are_https_and_at_one_host() {
        for wrong in ["http://app.example/", "javascript:alert(1)", "https://other.example/", "https://u:p@app.example/", "app.example"] {
            assert_eq!(with("tos_uri", wrong.into()).err(), Some("invalid_client_metadata"), "{wrong}");
            assert_eq!(with("redirect_uris", json!([wrong])).err(), Some("invalid_redirect_uri"), "{wrong}");
        }
        assert_eq!(with("redirect_uris", json!(["https://app.example/back#x"])).err(), Some("invalid_redirect_uri"));
        assert_eq!(with("redirect_uris", json!([])).err(), Some("invalid_redirect_uri"));
    }

    #[test]
    fn what_is_not_offered_here_is_refused() {
        assert!(with("grant_types", json!(["authorization_code"])).is_ok());
        for (field, value) in [
            ("grant_types", json!(["implicit"])),
            ("grant_types", json!(["authorization_code", "password"])),
            ("response_types", json!(["token"])),
            ("token_endpoint_auth_method", json!("none")),
            ("scope", json!("everything")),
            ("client_name", json!("n".repeat(501))),
        ] {
            assert_eq!(with(field, value.clone()).err(), Some("invalid_client_metadata"), "{field} {value}");
        }
    }
}
