//! What happened to whom, scenario by scenario.

mod sc01;
mod sc02;
mod sc03;
mod sc04;
mod sc05;
mod sc06;
mod sc07;
mod sc08;
mod sc09;
mod sc10;
mod sc11;
mod sc12;

use super::case::{Case, Piece, Short};
use super::media;
use super::world::World;
use domain::assessment::CriterionResult::{ApproachingCompetence as Partly, NotEvident as NotShown};
use domain::claim::SelfRating;

/// Tells everything.
pub(super) async fn tell(world: &World<'_>) -> anyhow::Result<()> {
    sc01::tell(world).await?;
    sc02::tell(world).await?;
    sc03::tell(world).await?;
    sc04::tell(world).await?;
    sc05::tell(world).await?;
    sc06::tell(world).await?;
    sc07::tell(world).await?;
    sc08::tell(world).await?;
    sc09::tell(world).await?;
    sc10::tell(world).await?;
    sc11::tell(world).await?;
    sc12::tell(world).await?;
    world.day(1);
    world.welcome("l-0120").await?;
    Ok(())
}
