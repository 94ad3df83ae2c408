//! The bytes of a piece of evidence, for whoever may see them.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Visitor;
use domain::evidence::{Content, EvidenceItem, EvidenceState};
use domain::{EvidenceId, Lang, PersonId};
use store::Tx;

/// A file of evidence.
#[derive(Clone, Debug)]
pub struct EvidenceFile {
    /// Names the bytes, and is their entity tag.
    pub sha256: String,
    /// Bytes.
    pub size: u64,
    /// As sniffed.
    pub media_type: String,
    /// What the learner's device called it.
    pub file_name: String,
}

/// Finds the bytes. `None`: they were there, and nobody gets them any more (E5).
pub async fn evidence_file(visitor: &Visitor, id: EvidenceId) -> Outcome<Option<EvidenceFile>> {
    let mut tx = visitor.app.read().await?;
    let Some(item) = open_item(&mut tx, visitor, id).await? else { return Ok(None) };
    match item.content {
        Content::File { sha256, size, media_type, file_name, .. } => Ok(Some(EvidenceFile { sha256, size, media_type, file_name })),
        _ => Err(Failure::Missing),
    }
}

/// The captions of a recording in a language, as WebVTT, for whoever may see the recording. `None`: as for the bytes.
pub async fn captions(visitor: &Visitor, id: EvidenceId, language: Lang) -> Outcome<Option<String>> {
    let mut tx = visitor.app.read().await?;
    if open_item(&mut tx, visitor, id).await?.is_none() {
        return Ok(None);
    }
    Ok(Some(store::evidence::captions(&mut tx, id, language).await?.ok_or(Failure::Missing)?))
}

/// The item, for whoever may see it. `None`: it was there, and is closed.
async fn open_item(tx: &mut Tx, visitor: &Visitor, id: EvidenceId) -> Outcome<Option<EvidenceItem>> {
    let item = store::evidence::get(tx, id).await?.ok_or(Failure::Missing)?;
    visitor.may(Verb::View, Thing::Evidence, relation(tx, visitor, &item).await?)?;
    match &item.state {
        // Nobody opens it until the complaint is settled (E6).
        EvidenceState::Draft | EvidenceState::Processing { .. } | EvidenceState::Quarantined { .. } => Err(Failure::Missing),
        EvidenceState::Rejected { .. }
        | EvidenceState::Withdrawn { .. }
        | EvidenceState::AccessRestricted { .. }
        | EvidenceState::Excluded { .. }
        | EvidenceState::Purged { .. } => Ok(None),
        _ => Ok(Some(item)),
    }
}

/// How whoever asks relates to an item: it is theirs, or they judge a competency that it was sent for.
async fn relation(tx: &mut Tx, visitor: &Visitor, item: &EvidenceItem) -> Outcome<Relation> {
    let me = visitor.me.as_ref().map(|me| me.person.id);
    let assigned = match me {
        Some(me) if item.learner != me && was_sent(item) && judges(tx, me, item).await? => Some(me),
        _ => None,
    };
    Ok(Relation { owner: Some(item.learner), assigned, ..Relation::default() })
}

/// Nobody but the learner sees what was not sent; what was, and is closed now, answers so.
fn was_sent(item: &EvidenceItem) -> bool {
    item.state.sent() || matches!(item.state, EvidenceState::AccessRestricted { .. } | EvidenceState::Excluded { .. })
}

async fn judges(tx: &mut Tx, me: PersonId, item: &EvidenceItem) -> Outcome<bool> {
    let assessments = store::assessments::latest_of_item(tx, item.id).await?;
    Ok(assessments.iter().any(|a| a.state.concerns(me)))
}
