//! Sending a file for a piece of evidence: in pieces that survive whatever happens to network, browser and server, or
//! all at once with a form.
//!
//! How much of an upload has arrived is the length of its file, never a number beside it. Whoever holds the file's lock
//! may add to it and, when it is whole, give it to the evidence.

mod append;
mod end;
mod finish;
mod receive;
mod said;
mod start;

pub use append::{Sending, append};
pub use end::{end, forget_expired, forget_unused};
pub use finish::{Stored, finish_if_whole};
pub use receive::{Received, give, receive};
pub use said::Said;
pub use start::{NewUpload, start};

use super::Failure;
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use domain::UploadId;
use domain::evidence::{Content, EvidenceItem, EvidenceState};
use store::uploads::Upload;

/// Why bytes were not taken, beyond what can go wrong with any act.
#[derive(Debug)]
pub enum NotTaken {
    /// Its time is over.
    Expired,
    /// One file may not be so large.
    TooLarge,
    /// More came than was announced.
    TooMuch,
    /// The next bytes due are those at another place.
    Elsewhere,
    /// Somebody else is sending to it at this moment.
    Busy,
    /// What came is not what was sent.
    Mismatch,
    /// The evidence waits for no file, or no longer.
    NotAwaited,
    /// The disk is full.
    Full,
    /// Anything else.
    Failed(Failure),
}

impl From<Failure> for NotTaken {
    fn from(failure: Failure) -> NotTaken {
        match failure {
            Failure::Store(store::StoreError::Files(e)) if e.kind() == std::io::ErrorKind::StorageFull => NotTaken::Full,
            other => NotTaken::Failed(other),
        }
    }
}

impl From<store::StoreError> for NotTaken {
    fn from(error: store::StoreError) -> NotTaken {
        Failure::from(error).into()
    }
}

impl From<NotTaken> for Failure {
    fn from(problem: NotTaken) -> Failure {
        match problem {
            NotTaken::TooLarge | NotTaken::TooMuch => Failure::field("file", "refused-file-too-large"),
            NotTaken::NotAwaited => Failure::Refused("refused-file-not-awaited"),
            NotTaken::Full => Failure::Refused("refused-file-full"),
            NotTaken::Expired => Failure::Refused("refused-upload-expired"),
            NotTaken::Elsewhere | NotTaken::Busy | NotTaken::Mismatch => Failure::Stale,
            NotTaken::Failed(failure) => failure,
        }
    }
}

/// An upload, and how much of it is here.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The upload.
    pub upload: Upload,
    /// Bytes on the disk.
    pub offset: u64,
}

/// The upload, if it is this person's and its time is not over.
async fn of(who: &Member, id: UploadId, verb: Verb) -> Result<Upload, NotTaken> {
    let mut tx = who.app.read().await?;
    let upload = store::uploads::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(verb, Thing::Upload, Relation::owned_by(upload.learner))?;
    if upload.expires <= who.app.now() && upload.finished.is_none() {
        return Err(NotTaken::Expired);
    }
    Ok(upload)
}

/// How far an upload is. One that is whole but was cut off before the evidence had it gets there now.
pub async fn progress(who: &Member, id: UploadId) -> Result<Progress, NotTaken> {
    let upload = of(who, id, Verb::View).await?;
    if upload.finished.is_some() {
        return Ok(Progress { offset: upload.length, upload });
    }
    let offset = who.app.files.part_len(id).await?;
    if offset == upload.length {
        finish_if_whole(who, id).await?;
    }
    Ok(Progress { upload, offset })
}

/// Whether an item still waits for its file.
fn awaits(item: &EvidenceItem) -> bool {
    matches!((&item.state, &item.content), (EvidenceState::Draft, Content::Awaited { .. }))
}

/// The member at this moment: receiving may have taken hours.
fn by_now(who: &Member) -> Member {
    let mut who = who.clone();
    who.visitor.now = who.app.now();
    who
}
