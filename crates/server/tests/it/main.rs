//! One binary of integration tests: real databases, real routes, fake clock. Each test runs on SQLite and, where
//! `TESSERA_TEST_POSTGRES` names a server, on PostgreSQL.

#![allow(clippy::unwrap_used, reason = "a test that can't go on says where it stopped")]

/// What the API says of a document.
async fn api_said(w: &harness::World, document: &serde_json::Value) -> serde_json::Value {
    let body = document.to_string();
    let answer = w.stranger().ask(axum::http::Method::POST, "/api/v1/verify", &[("content-type", "application/json")], body).await.is(200);
    serde_json::from_str(&answer.body).unwrap()
}

mod account;
mod admin;
mod agreement;
mod api;
mod apps;
mod authors;
mod batches;
mod catalogue;
mod checks;
mod closing;
mod crash;
mod credential;
mod decisions;
mod desk;
mod doctor;
mod failures;
mod harness;
mod journeys;
mod judges;
mod keys;
mod learner;
mod learning;
mod node;
mod path;
mod paths;
mod public;
mod register;
mod renewal;
mod rules;
mod standing;
mod status;
mod take;
mod tidy;
mod tls;
mod uploads;
mod vc_api;
mod verify;
mod wallet;
