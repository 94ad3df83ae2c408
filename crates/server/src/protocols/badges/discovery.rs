//! What this provider offers: the Service Description Document, a profiled OpenAPI 3.0 file. Never protected.

use super::super::scope::Scope;
use crate::api::callers::Reader;
use crate::urls;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::Lang;
use serde_json::{Map, Value, json};

/// `GET /discovery`.
pub async fn document(who: Reader) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, describe(&who.app.base_url).to_string()).into_response()
}

/// The document, for an instance at `base`.
pub fn describe(base: &str) -> Value {
    let about = |page: &str| format!("{base}{}", urls::about(Lang::En, page));
    json!({
        "openapi": "3.0.1",
        "info": {
            "title": "Tessera",
            "description": "Open Badges 3.0 API: the credentials and the profile of whoever connects your program with their account.",
            "version": "3.0",
            "termsOfService": about("privacy"),
            "x-imssf-privacyPolicyUrl": about("privacy"),
            "x-imssf-image": format!("{base}{}", crate::web::assets::url("favicon.svg")),
        },
        "servers": [{ "url": format!("{base}/ims/ob/v3p0"), "description": "This instance" }],
        "tags": [{ "name": "OpenBadgeCredentials" }, { "name": "Discovery" }, { "name": "Profiles" }],
        "paths": {
            "/discovery": { "get": {
                "tags": ["Discovery"], "operationId": "getServiceDescription", "summary": "This document", "security": [],
                "responses": { "200": answer("The Service Description Document.", json!({ "type": "object" })), "default": refusal("Any refusal.") },
            } },
            "/credentials": { "get": get_credentials(), "post": upsert_credential() },
            "/profile": { "get": get_profile(), "put": put_profile() },
        },
        "components": { "securitySchemes": { "OAuth2ACG": oauth(base) }, "schemas": schemas() },
    })
}

fn oauth(base: &str) -> Value {
    let scopes: Map<String, Value> = Scope::ALL.iter().map(|s| (s.name().to_owned(), crate::i18n::t(Lang::En, s.words()).into())).collect();
    json!({
        "type": "oauth2",
        "description": "OAuth 2.0 authorisation code grant with PKCE (S256).",
        "x-imssf-registrationUrl": format!("{base}/oauth/register"),
        "flows": { "authorizationCode": {
            "authorizationUrl": format!("{base}/oauth/authorize"),
            "tokenUrl": format!("{base}/oauth/token"),
            "refreshUrl": format!("{base}/oauth/token"),
            "scopes": scopes,
        } },
    })
}

fn operation(id: &str, tag: &str, summary: &str, scope: Scope, answers: &[(&str, Value)]) -> Value {
    let mut responses: Map<String, Value> = answers.iter().map(|(code, answer)| ((*code).to_owned(), answer.clone())).collect();
    for (code, words) in [
        ("400", "What was sent is not what it should be."),
        ("401", "There is no access token, or it does not work."),
        ("403", "The access token does not allow this."),
        ("404", "There is no such thing."),
        ("405", "The address takes other methods."),
        ("500", "Something went wrong here."),
    ] {
        responses.insert(code.to_owned(), refusal(words));
    }
    json!({ "operationId": id, "tags": [tag], "summary": summary, "security": [{ "OAuth2ACG": [scope.name()] }], "responses": responses })
}

fn answer(description: &str, schema: Value) -> Value {
    json!({ "description": description, "content": { "application/json": { "schema": schema } } })
}

fn refusal(description: &str) -> Value {
    answer(description, json!({ "$ref": "#/components/schemas/Imsx_StatusInfo" }))
}

fn get_credentials() -> Value {
    let parameter = |name: &str, words: &str, schema: Value| json!({ "name": name, "in": "query", "description": words, "schema": schema });
    let mut page = answer(
        "A page of the person's credentials, latest first.",
        json!({ "$ref": "#/components/schemas/GetOpenBadgeCredentialsResponse" }),
    );
    page["headers"] = json!({
        "X-Total-Count": { "description": "How many there are in all.", "schema": { "type": "integer" } },
        "Link": { "description": "The next, last, first and previous page (RFC 8288).", "schema": { "type": "string" } },
    });
    let mut get = operation("getCredentials", "OpenBadgeCredentials", "The person's credentials", Scope::ReadCredentials, &[("200", page)]);
    get["parameters"] = json!([
        parameter("limit", "How many at most.", json!({ "type": "integer", "minimum": 1, "default": 50 })),
        parameter("offset", "After how many.", json!({ "type": "integer", "minimum": 0, "default": 0 })),
        parameter("since", "Only those valid from then on or later.", json!({ "type": "string", "format": "date-time" })),
    ]);
    get
}

fn upsert_credential() -> Value {
    let content = || {
        json!({
            "application/json": { "schema": { "$ref": "#/components/schemas/AchievementCredential" } },
            "text/plain": { "schema": { "$ref": "#/components/schemas/CompactJws" } },
        })
    };
    let echoed = |words: &str| json!({ "description": words, "content": content() });
    let answers = [("200", echoed("It replaced the one with the same id and issuer.")), ("201", echoed("It was added."))];
    let mut post = operation("upsertCredential", "OpenBadgeCredentials", "Adds or replaces a credential", Scope::AddCredentials, &answers);
    let mut taken = content();
    taken["application/vc+ld+json"] = json!({ "schema": { "$ref": "#/components/schemas/AchievementCredential" } });
    post["requestBody"] = json!({ "required": true, "content": taken });
    post
}

fn get_profile() -> Value {
    let profile = answer("The person's profile.", json!({ "$ref": "#/components/schemas/Profile" }));
    operation("getProfile", "Profiles", "The person's profile", Scope::ReadProfile, &[("200", profile)])
}

fn put_profile() -> Value {
    let profile = answer("The profile as it is kept now.", json!({ "$ref": "#/components/schemas/Profile" }));
    let mut put = operation("putProfile", "Profiles", "Changes the person's name", Scope::ChangeProfile, &[("200", profile)]);
    put["requestBody"] =
        json!({ "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Profile" } } } });
    put
}

fn schemas() -> Value {
    let texts = json!({ "type": "array", "items": { "type": "string" } });
    json!({
        "AchievementCredential": {
            "type": "object", "description": "An Open Badges 3.0 credential.",
            "required": ["@context", "id", "type", "credentialSubject", "issuer"],
            "properties": {
                "@context": { "type": "array", "items": {} }, "id": { "type": "string", "format": "uri" }, "type": texts,
                "issuer": {}, "credentialSubject": {},
            },
            "additionalProperties": true,
        },
        "CompactJws": { "type": "string", "pattern": "^[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]*$" },
        "GetOpenBadgeCredentialsResponse": {
            "type": "object",
            "properties": {
                "credential": { "type": "array", "items": { "$ref": "#/components/schemas/AchievementCredential" } },
                "compactJwsString": { "type": "array", "items": { "$ref": "#/components/schemas/CompactJws" } },
            },
        },
        "Profile": {
            "type": "object", "required": ["id", "type"],
            "properties": {
                "id": { "type": "string", "format": "uri" }, "type": texts, "name": { "type": "string" },
                "email": { "type": "string", "format": "email" },
            },
            "additionalProperties": true,
        },
        "Imsx_StatusInfo": {
            "type": "object", "required": ["imsx_codeMajor", "imsx_severity"],
            "properties": {
                "imsx_codeMajor": { "type": "string", "enum": ["failure", "processing", "success", "unsupported"] },
                "imsx_severity": { "type": "string", "enum": ["error", "status", "warning"] },
                "imsx_description": { "type": "string" },
                "imsx_CodeMinor": { "type": "object", "required": ["imsx_codeMinorField"], "properties": { "imsx_codeMinorField": {
                    "type": "array",
                    "items": { "type": "object", "required": ["imsx_codeMinorFieldName", "imsx_codeMinorFieldValue"], "properties": {
                        "imsx_codeMinorFieldName": { "type": "string" }, "imsx_codeMinorFieldValue": { "type": "string" },
                    } },
                } } },
            },
        },
    })
}
