//! What a credential stands for: recognitions of its claim, or the decision that its batch names.

use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::queries::versions::version;
use domain::assessment::CriterionResult;
use domain::batch::{Batch, BatchRow, Listed, Terms};
use domain::credential::Achievement;
use domain::profile::ProfileVersion;
use domain::recognition::RecognitionState;
use domain::{OrganisationId, Text, Ts};
use std::sync::Arc;
use store::Tx;
use store::public::Recognised;

/// The batch that a credential belongs to, and what the list says of its recipient.
#[derive(Clone, Debug)]
pub struct OfBatch {
    /// The batch.
    pub batch: Batch,
    /// What the issuer stated.
    pub terms: Terms,
    /// The row.
    pub listed: Listed,
}

/// What a credential stands for.
pub struct Grounds {
    /// The competencies.
    pub recognised: Vec<Recognised>,
    /// The version that words them.
    pub version: Arc<ProfileVersion>,
    /// The batch, if it was issued by one.
    pub batch: Option<OfBatch>,
}

/// What a credential about this, awarded at `from`, stands for.
pub async fn grounds(app: &App, tx: &mut Tx, about: Achievement, from: Ts) -> Outcome<Grounds> {
    let Achievement::Batch(row) = about else {
        let recognised = store::public::recognised(tx, about).await?;
        let version = version(app, tx, recognised.first().ok_or(Failure::Missing)?.version).await?;
        return Ok(Grounds { recognised, version, batch: None });
    };
    let batch = of_batch(tx, row).await?;
    let version = version(app, tx, batch.batch.version).await?;
    let bodies = Bodies::of(tx, &version, &batch.batch).await?;
    Ok(Grounds { recognised: by_decision(&version, &bodies, &batch.terms, from), version, batch: Some(batch) })
}

async fn of_batch(tx: &mut Tx, row: BatchRow) -> Outcome<OfBatch> {
    let batch = store::batches::get(tx, row.batch).await?.ok_or(Failure::Missing)?;
    let listed = store::batches::row(tx, row).await?.ok_or(Failure::Missing)?;
    let terms = batch.terms.clone().ok_or(Failure::Missing)?;
    Ok(OfBatch { batch, terms, listed })
}

/// Who is named with what a batch recognises.
pub struct Bodies {
    owner: (OrganisationId, Text),
    issuer: (OrganisationId, Text),
}

impl Bodies {
    /// Those of a batch.
    pub async fn of(tx: &mut Tx, version: &ProfileVersion, batch: &Batch) -> Outcome<Bodies> {
        let owner = store::people::organisation(tx, version.owner).await?.ok_or(Failure::Missing)?;
        let issuer = store::people::organisation(tx, batch.issuer).await?.ok_or(Failure::Missing)?;
        Ok(Bodies { owner: (owner.id, owner.name), issuer: (issuer.id, issuer.name) })
    }
}

/// Every required competency with all its criteria, as the issuer decided elsewhere.
pub fn by_decision(version: &ProfileVersion, bodies: &Bodies, terms: &Terms, from: Ts) -> Vec<Recognised> {
    let required = version.body.competencies.iter().filter(|c| c.required);
    required
        .map(|c| Recognised {
            competency: c.id,
            version: version.id,
            results: c.criteria.iter().map(|k| (k.id, CriterionResult::Competent)).collect(),
            supervision: (terms.supervision, terms.supervision),
            from,
            until: c.validity_months.map(|m| from.plus_months(m.into())),
            state: RecognitionState::Recognised { at: from },
            assessed_by: bodies.issuer.clone(),
            owner: bodies.owner.clone(),
            evidence: vec![],
        })
        .collect()
}
