//! What a person holds or is offered.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::caller::Member;
use crate::queries::claim::Names;
use crate::queries::versions::version;
use crate::web::extract::PAGE;
use domain::credential::{Achievement, Credential};
use domain::profile::{Competency, ProfileVersion};
use domain::{CompetencyId, CredentialId, Lang};
use std::sync::Arc;
use store::Tx;

/// A credential with what it is about.
pub struct HeldLine {
    /// The credential.
    pub credential: Credential,
    /// The profile version it names.
    pub version: Arc<ProfileVersion>,
    /// The competency, if it is about one.
    pub competency: Option<CompetencyId>,
}

impl HeldLine {
    /// The competency as the version words it, if it is about one.
    pub fn competency(&self) -> Option<&Competency> {
        self.competency.and_then(|id| self.version.body.competency(id))
    }

    /// What it certifies.
    pub fn name(&self, lang: Lang) -> &str {
        self.competency().map_or(self.version.body.title.get(lang), |c| c.statement.get(lang))
    }
}

/// A page of what a person holds: what waits for an answer first.
pub struct HeldPage {
    /// The credentials.
    pub lines: Vec<HeldLine>,
    /// How many there are in all.
    pub all: i64,
    /// What organisations are called.
    pub names: Names,
}

/// A page of the member's credentials.
pub async fn held(who: &Member, page: i64) -> Outcome<HeldPage> {
    let mut tx = who.app.read().await?;
    let (held, all) = store::awards::held(&mut tx, who.id(), (page - 1) * PAGE, PAGE).await?;
    let mut lines = Vec::new();
    for h in held {
        let version = version(&who.app, &mut tx, h.version).await?;
        lines.push(HeldLine { credential: h.credential.at(who.now), version, competency: h.competency });
    }
    let issuers: Vec<_> = lines.iter().map(|l| l.credential.issuer).collect();
    let names = Names::of(&mut tx, issuers).await?;
    Ok(HeldPage { lines, all, names })
}

/// One credential of the member's own.
pub async fn one_held(who: &Member, id: CredentialId) -> Outcome<(HeldLine, Names)> {
    let mut tx = who.app.read().await?;
    let credential = store::awards::credential(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::View, Thing::Credential, Relation::held_by(credential.holder))?;
    let line = line(&who.app, &mut tx, credential).await?;
    let names = Names::of(&mut tx, [line.credential.issuer]).await?;
    Ok((line, names))
}

/// A credential with what it is about.
pub async fn line(app: &App, tx: &mut Tx, credential: Credential) -> Outcome<HeldLine> {
    let (pinned, competency) = match credential.achievement {
        Achievement::Competency(id) => {
            let recognition = store::awards::recognition(tx, id).await?.ok_or(Failure::Missing)?;
            (recognition.version, Some(recognition.competency))
        }
        Achievement::MicroCredential(id) => (store::claims::get(tx, id).await?.ok_or(Failure::Missing)?.version, None),
        Achievement::Batch(row) => (store::batches::get(tx, row.batch).await?.ok_or(Failure::Missing)?.version, None),
    };
    let version = version(app, tx, pinned).await?;
    Ok(HeldLine { credential: credential.at(app.now()), version, competency })
}
