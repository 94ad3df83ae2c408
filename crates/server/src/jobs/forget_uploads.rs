//! Forgets uploads whose time is over, and throws away bytes that nothing needs. Running it twice changes nothing more.

use crate::actions::{Outcome, uploads};
use crate::app::App;

/// Microseconds between two runs.
const EVERY: i64 = super::FORGET.as_micros() as i64;

pub(super) async fn run(app: &App) -> Outcome<()> {
    let expired = uploads::forget_expired(app).await?;
    // A sixteenth of everything each time, which one by the clock: all of it in a few hours, whoever was restarted.
    let first = (app.now().0 / EVERY).rem_euclid(16) as u8 * 16;
    let thrown = uploads::forget_unused(app, first..=first + 15).await?;
    tracing::debug!(expired, thrown, "uploads forgotten");
    Ok(())
}
