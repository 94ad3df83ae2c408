//! Tessera as a server: pages, API, jobs and command line.

pub mod i18n;
pub mod web;
