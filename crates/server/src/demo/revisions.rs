//! What was revised after it came into force: one profile in wording, one in substance, one only in a draft.

use super::world::World;
use crate::actions::write_profile::{Grounds, edit_profile, publish_profile, revise_profile};
use anyhow::Context as _;
use domain::profile::{Change, ChangeClass, PerformanceCriterion, ProfileBody};
use domain::{Text, VersionId};

/// SC10: a criterion reworded so that it can be met without speaking. Its meaning is the same, so it keeps its id.
pub(super) async fn reworded(world: &World<'_>) -> anyhow::Result<()> {
    world.day(120);
    let note = Text::of(
        "OAC-01.2 no longer asks for a spoken greeting: what matters is contact in the person’s own mode.",
        "OAC-01.2 ne demande plus un accueil parlé : ce qui compte, c’est le contact dans le mode de la personne.",
    );
    let change = Change { class: ChangeClass::Minor, note };
    let (version, revision) = draft(world, "SC10", change, |body| {
        criterion(body, "OAC-01.2")?.statement = Text::of(
            "Greet the person in the language and mode that they choose: spoken, signed or written.",
            "Accueillir la personne dans la langue et le mode qu’elle choisit : parlé, signé ou écrit.",
        );
        Ok(())
    })
    .await?;
    let grounds = [
        "Un comité de personnes sourdes et malentendantes a proposé la formulation.",
        "Deux évaluatrices ont jugé les mêmes preuves selon les deux versions.",
        "Approuvé par le conseil de programme, résolution 27.",
    ];
    publish(world, "SC10", version, revision, grounds).await
}

/// SC05: a criterion that now asks for something else, and therefore is another one.
pub(super) async fn substantial(world: &World<'_>) -> anyhow::Result<()> {
    world.day(5);
    let note = Text::of(
        "ECE-02.3 now asks for a next step that was tried, not only proposed.",
        "ECE-02.3 demande désormais une suite qui a été mise à l’essai, et non seulement proposée.",
    );
    let change = Change { class: ChangeClass::Substantive, note };
    let id = world.app.id();
    let (version, revision) = draft(world, "SC05", change, |body| {
        let criterion = criterion(body, "ECE-02.3")?;
        criterion.id = id;
        criterion.statement = Text::of(
            "Try out a next step, and show by what was observed whether it worked.",
            "Mettre une suite à l’essai et montrer, par ce qui a été observé, si elle a porté fruit.",
        );
        Ok(())
    })
    .await?;
    let grounds = [
        "Les mêmes sept services de garde ont demandé que la suite soit vécue et non seulement imaginée.",
        "Trois directions ont jugé cinq dossiers selon la nouvelle formulation.",
        "Approuvé par le conseil de programme, résolution 41.",
    ];
    publish(world, "SC05", version, revision, grounds).await
}

/// SC07: a draft that is not finished.
pub(super) async fn unfinished(world: &World<'_>) -> anyhow::Result<()> {
    world.day(3);
    let note = Text::of("WHS-02.2 names the width of the fall zone.", "WHS-02.2 précise la largeur de la zone de chute.");
    draft(world, "SC07", Change { class: ChangeClass::Minor, note }, |body| {
        criterion(body, "WHS-02.2")?.statement = Text::of(
            "Keep people out of a fall zone as wide as the load is high, and stop when anybody comes near.",
            "Garder les personnes hors d’une zone de chute aussi large que la charge est haute, et s’arrêter si quelqu’un approche.",
        );
        Ok(())
    })
    .await?;
    Ok(())
}

async fn draft(
    world: &World<'_>,
    key: &str,
    change: Change,
    edit: impl Fn(&mut ProfileBody) -> anyhow::Result<()>,
) -> anyhow::Result<(VersionId, i64)> {
    let who = world.who(World::author(owner(key)?)?).await?;
    let id = revise_profile(&who, world.profile(key)).await?;
    let version = store::profiles::version(&mut world.app.read().await?, id).await?.context("it was just begun")?;
    let mut body = version.body;
    edit(&mut body)?;
    let revision = edit_profile(&who, id, version.revision, body, Some(change)).await?;
    Ok((id, revision))
}

async fn publish(world: &World<'_>, key: &str, id: VersionId, revision: i64, grounds: [&str; 3]) -> anyhow::Result<()> {
    let who = world.who(World::author(owner(key)?)?).await?;
    let [consultation, validation, approval] = grounds.map(str::to_owned);
    publish_profile(&who, id, revision, Grounds { consultation, validation, approval }).await?;
    Ok(())
}

fn owner(key: &str) -> anyhow::Result<super::organisations::Org> {
    let profile = super::profiles::PROFILES.iter().find(|p| p.key == key);
    Ok(profile.with_context(|| format!("there is no {key}"))?.owner)
}

fn criterion<'b>(body: &'b mut ProfileBody, code: &str) -> anyhow::Result<&'b mut PerformanceCriterion> {
    let mut all = body.competencies.iter_mut().flat_map(|c| &mut c.criteria);
    all.find(|c| c.code == code).with_context(|| format!("there is no {code}"))
}
