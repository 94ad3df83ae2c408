//! Programs of others: they register, ask a person, get tokens, read and add credentials, and are disconnected.

mod badges;
mod connecting;

use crate::harness::{Answer, Client, World};
use axum::body::Body;
use axum::http::Method;
use base64::Engine as _;
use serde_json::{Value, json};
use server::protocols::scope::Scope;
use server::urls::encode;

pub const BACK: &str = "https://passport.example/back";
/// What a program shows for its code, and the hash of it that it sends first (RFC 7636 appendix B).
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// What a program says of itself.
pub fn registration() -> Value {
    json!({
        "client_name": "Passport", "client_uri": "https://passport.example/", "logo_uri": "https://passport.example/logo.png",
        "tos_uri": "https://passport.example/terms", "policy_uri": "https://passport.example/privacy",
        "software_id": "0c5f9f1e-passport", "software_version": "2.1", "redirect_uris": [BACK],
        "token_endpoint_auth_method": "client_secret_basic", "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"], "scope": Scope::list(&Scope::ALL),
    })
}

/// A program of somebody else.
pub struct Passport {
    pub http: Client,
    pub id: String,
    basic: String,
}

pub fn json_of(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("not JSON: {}", answer.body))
}

impl Passport {
    pub async fn registered(w: &World) -> Passport {
        let http = w.stranger();
        let kind = [("content-type", "application/json")];
        let said = json_of(&http.ask(Method::POST, "/oauth/register", &kind, registration().to_string()).await.is(201));
        let (id, secret) = (said["client_id"].as_str().unwrap().to_owned(), said["client_secret"].as_str().unwrap());
        let basic = base64::engine::general_purpose::STANDARD.encode(format!("{id}:{secret}"));
        Passport { http, id, basic: format!("Basic {basic}") }
    }

    /// Where it sends the person's browser.
    pub fn question(&self, scopes: &[Scope]) -> String {
        format!(
            "/oauth/authorize?response_type=code&client_id={}&redirect_uri={}&scope={}&state=s%26t&code_challenge={CHALLENGE}&code_challenge_method=S256",
            self.id,
            encode(BACK),
            encode(&Scope::list(scopes))
        )
    }

    /// The page on which the person is asked.
    pub async fn ask(&self, person: &Client, scopes: &[Scope]) -> String {
        let sent_on = person.get(&self.question(scopes)).await.is(303);
        sent_on.header("location").unwrap()
    }

    /// The person says yes; the code.
    pub async fn allowed(&self, person: &Client, scopes: &[Scope]) -> String {
        let page = self.ask(person, scopes).await;
        let back = person.post(&page, &[("answer", "allow")]).await.is(303).header("location").unwrap();
        parameter(&back, "code").unwrap()
    }

    pub async fn token(&self, form: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = form.iter().map(|(n, v)| format!("{n}={}", encode(v))).collect();
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("authorization", self.basic.as_str())];
        self.http.ask(Method::POST, "/oauth/token", &headers, body.join("&")).await
    }

    pub async fn redeem(&self, code: &str) -> Answer {
        self.token(&[("grant_type", "authorization_code"), ("code", code), ("redirect_uri", BACK), ("code_verifier", VERIFIER)]).await
    }

    pub async fn refresh(&self, token: &str) -> Answer {
        self.token(&[("grant_type", "refresh_token"), ("refresh_token", token)]).await
    }

    pub async fn give_back(&self, token: &str) -> Answer {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("authorization", self.basic.as_str())];
        self.http.ask(Method::POST, "/oauth/revoke", &headers, format!("token={}", encode(token))).await
    }

    /// Connected with a person: an access token.
    pub async fn connected(&self, person: &Client, scopes: &[Scope]) -> String {
        let code = self.allowed(person, scopes).await;
        json_of(&self.redeem(&code).await.is(200))["access_token"].as_str().unwrap().to_owned()
    }

    pub async fn call(&self, method: Method, path: &str, token: &str, kind: &str, body: impl Into<Body>) -> Answer {
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str()), ("content-type", kind)];
        self.http.ask(method, &format!("/ims/ob/v3p0{path}"), &headers, body).await
    }

    pub async fn read(&self, path: &str, token: &str) -> Answer {
        self.call(Method::GET, path, token, "application/json", "").await
    }
}

/// A parameter of an address.
pub fn parameter(address: &str, name: &str) -> Option<String> {
    let url = url::Url::parse(address).unwrap();
    url.query_pairs().find(|(n, _)| n == name).map(|(_, v)| v.into_owned())
}
