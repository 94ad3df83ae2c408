//! One binary of integration tests: real databases, real routes, fake clock. Each test runs on SQLite and, where
//! `TESSERA_TEST_POSTGRES` names a server, on PostgreSQL.

mod harness;

mod crash;
mod journeys;
mod rules;
