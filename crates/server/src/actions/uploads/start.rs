use super::{NotTaken, Said, awaits, finish_if_whole};
use crate::access::{Relation, Thing, Verb};
use crate::actions::Failure;
use crate::caller::Member;
use store::uploads::Upload;

/// An upload that is announced.
#[derive(Clone, Debug)]
pub struct NewUpload {
    /// How many bytes it will be.
    pub length: u64,
    /// What is said about it, as it was sent.
    pub metadata: String,
}

/// Begins an upload for a piece of evidence that waits for its file.
pub async fn start(who: &Member, new: NewUpload) -> Result<Upload, NotTaken> {
    if new.length > who.app.config.limits.file_bytes {
        return Err(NotTaken::TooLarge);
    }
    let said = Said::read(&new.metadata).ok_or_else(|| Failure::field("Upload-Metadata", "wrong-upload-metadata"))?;
    let evidence = said.evidence.ok_or_else(|| Failure::field("Upload-Metadata", "wrong-upload-metadata"))?;
    let mut tx = who.app.begin().await?;
    let item = store::evidence::get(&mut tx, evidence).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Add, Thing::Upload, Relation::owned_by(item.learner))?;
    let claim = store::claims::get(&mut tx, item.claim).await?.ok_or(Failure::Missing)?;
    if !awaits(&item) || !claim.state.takes_evidence() {
        return Err(NotTaken::NotAwaited);
    }
    let upload = Upload {
        id: who.app.id(),
        evidence,
        learner: who.id(),
        length: new.length,
        metadata: new.metadata,
        duration_ms: said.duration_ms,
        created: who.now,
        expires: who.now.plus_days(who.app.config.limits.upload_days),
        finished: None,
    };
    store::uploads::add(&mut tx, &upload).await?;
    tx.commit().await?;
    if upload.length == 0 {
        finish_if_whole(who, upload.id).await?;
    }
    Ok(upload)
}
