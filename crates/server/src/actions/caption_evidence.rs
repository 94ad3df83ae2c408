//! Captions of recordings: an aid for whoever watches or listens, added by the learner at any time.

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use domain::event::Event;
use domain::evidence::{Captions, Content, EvidenceItem, EvidenceKind};
use domain::{EvidenceId, Lang};

/// Whether an item is a recording that captions can go with. They change nothing of what was sent, so they may come later.
pub fn takes_captions(item: &EvidenceItem) -> bool {
    let recording = matches!(item.kind, EvidenceKind::Video | EvidenceKind::Audio);
    recording && item.state.counts() && matches!(item.content, Content::File { .. })
}

/// Sets the captions of one's recording in a language; `None` removes them.
pub async fn caption_evidence(who: &Member, id: EvidenceId, language: Lang, captions: Option<Captions>) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let item = store::evidence::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Evidence, Relation::owned_by(item.learner))?;
    if !takes_captions(&item) {
        return Err(Failure::Refused("refused-captions"));
    }
    store::evidence::set_captions(&mut tx, id, language, captions.as_ref()).await?;
    record(&mut tx, who, item.claim, Event::CaptionsChanged { evidence: id, language, there: captions.is_some() }).await?;
    commit(tx, who).await
}
