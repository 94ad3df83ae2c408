//! What people do, in Chromium, on the demo world: the journeys, and every page looked at by axe.

#[path = "../support/browser.rs"]
mod browser;

mod credential;
mod desk;
mod every_page;
mod hands;
mod journey;
mod no_script;
mod public;
mod uploads;
mod world;
