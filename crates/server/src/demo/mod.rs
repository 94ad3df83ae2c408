//! The demo world: fictional organisations and people, made by the same acts that people do.
//!
//! [`profiles`] and [`offerings`] are what is on the shelf, [`stories`] what happened to whom; each story is a list of
//! acts with the day they happened on, counted back from the day of the loading, so that the demo never looks old.

mod case;
mod cast;
mod media;
mod offerings;
mod organisations;
mod profiles;
mod revisions;
mod scopes;
mod stories;
mod world;

pub use cast::{Actor, CAST, Group};
pub use organisations::Org;

use crate::app::App;
use world::World;

/// The setting that says that the demo world is there.
const LOADED: &str = "demo";

/// Fills an empty instance with the demo world; one that is filled already is left as it is.
pub async fn load(app: &App) -> anyhow::Result<()> {
    if store::messages::setting(&mut app.read().await?, LOADED).await?.is_some() {
        return Ok(());
    }
    if store::people::has_admin(&mut app.read().await?).await? {
        anyhow::bail!("there are people here already, but not the whole demo world: begin anew with --reset");
    }
    let mut world = World::new(app);
    let made = make(&mut world).await;
    world.present();
    made?;
    world.jobs().await?;
    let mut tx = app.begin().await?;
    store::messages::set_setting(&mut tx, LOADED, &app.now().0.to_string()).await?;
    Ok(tx.commit().await?)
}

async fn make(world: &mut World<'_>) -> anyhow::Result<()> {
    world.found().await?;
    world.publish().await?;
    offerings::list(world).await?;
    revisions::reworded(world).await?;
    stories::tell(world).await?;
    revisions::substantial(world).await?;
    revisions::unfinished(world).await
}

#[cfg(test)]
mod tests;
