//! A learner's claims, a page of them.

use crate::actions::Outcome;
use crate::caller::Member;
use crate::queries::versions::version;
use crate::web::extract::PAGE;
use domain::claim::Claim;
use domain::profile::ProfileVersion;
use std::sync::Arc;

/// One claim in the list.
pub struct Line {
    /// The claim.
    pub claim: Claim,
    /// What it is made against.
    pub version: Arc<ProfileVersion>,
}

/// A page of claims, last changed first, and how many there are in all.
pub async fn mine(who: &Member, page: i64) -> Outcome<(Vec<Line>, i64)> {
    let mut tx = who.app.read().await?;
    let mut lines = Vec::new();
    for claim in store::claims::of_learner(&mut tx, who.id(), (page - 1) * PAGE, PAGE).await? {
        let version = version(&who.app, &mut tx, claim.version).await?;
        lines.push(Line { claim, version });
    }
    let all = store::claims::count_of_learner(&mut tx, who.id()).await?;
    Ok((lines, all))
}
