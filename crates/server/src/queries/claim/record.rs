//! Everything that happened on a claim, a page at a time.

use crate::actions::Outcome;
use crate::caller::Member;
use crate::queries::claim::own;
use crate::queries::versions::version;
use crate::web::extract::PAGE;
use domain::ClaimId;
use domain::claim::Claim;
use domain::event::Event;
use domain::profile::ProfileVersion;
use std::sync::Arc;
use store::events::Entry;

/// A page of the record.
pub struct RecordPage {
    /// The claim.
    pub claim: Claim,
    /// The version it is pinned to.
    pub version: Arc<ProfileVersion>,
    /// What happened, latest first.
    pub entries: Vec<(Entry, Event)>,
    /// How many entries there are in all.
    pub length: i64,
}

/// A page of what happened, latest first.
pub async fn record_page(who: &Member, id: ClaimId, page: i64) -> Outcome<RecordPage> {
    let mut tx = who.app.read().await?;
    let claim = own(&mut tx, who, id).await?;
    let version = version(&who.app, &mut tx, claim.version).await?;
    let chain = id.to_string();
    let length = store::events::length(&mut tx, &chain).await?;
    // Places in a chain are counted from 1 without gaps, so the latest page ends at the length.
    let until = (length - (page - 1) * PAGE).max(0);
    let after = (until - PAGE).max(0);
    let mut entries = Vec::new();
    for entry in store::events::of(&mut tx, &chain, after, until - after).await? {
        let event = entry.event()?;
        entries.push((entry, event));
    }
    entries.reverse();
    Ok(RecordPage { claim, version, entries, length })
}
