//! Tessera as a server: pages, API, jobs and command line.
//!
//! In reading order: [`actions`] is what people can do; [`access`] who may; [`web`] the pages, each handler a parse, a
//! call and an answer; [`jobs`] what follows an act; [`issuing`] how an award becomes a signed credential.

pub mod access;
pub mod actions;
pub mod api;
pub mod app;
pub mod caller;
pub mod cli;
pub mod config;
pub mod demo;
pub mod funding;
pub mod i18n;
pub mod issuing;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod passwords;
pub mod protocols;
pub mod queries;
pub mod sniff;
pub mod tls;
pub mod urls;
pub mod verifying;
pub mod web;
