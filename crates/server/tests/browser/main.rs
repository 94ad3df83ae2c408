//! What people do, in Chromium, on the demo world: the journeys, and every page looked at by axe.

#![allow(clippy::unwrap_used, reason = "a test that can't go on says where it stopped")]

#[path = "../support/browser.rs"]
mod browser;

mod credential;
mod desk;
mod every_page;
mod hands;
mod journey;
mod no_script;
mod paths;
mod public;
mod register;
mod uploads;
mod wallets;
mod world;
