//! One binary of integration tests: real databases, real routes, fake clock. Each test runs on SQLite and, where
//! `TESSERA_TEST_POSTGRES` names a server, on PostgreSQL.

#![allow(clippy::unwrap_used, reason = "a test that can't go on says where it stopped")]

mod account;
mod admin;
mod api;
mod apps;
mod authors;
mod catalogue;
mod crash;
mod credential;
mod decisions;
mod desk;
mod failures;
mod harness;
mod journeys;
mod learner;
mod public;
mod register;
mod renewal;
mod rules;
mod status;
mod tidy;
mod tls;
mod uploads;
mod vc_api;
mod verify;
