use super::{NotTaken, Said, awaits, by_now};
use crate::actions::{Failure, Outcome, commit, record};
use crate::caller::Member;
use crate::sniff::{LOOKED_AT, Seen, sniff};
use domain::event::Event;
use domain::evidence::{Content, EvidenceItem};
use domain::{EvidenceId, UploadId};
use store::files::{Kept, Part};
use store::{StoreError, Tx};

/// How often to begin again when another act on the same claim was first.
const TRIES: usize = 5;

/// A file in its place that no row needs yet.
pub struct Stored {
    pub(super) kept: Kept,
    seen: Seen,
    said: Said,
    // Whoever holds this may finish the upload, nobody else.
    _part: Part,
}

impl Stored {
    /// Puts what has arrived in its place, and looks at what it is.
    pub async fn new(who: &Member, part: Part, said: Said) -> Outcome<Stored> {
        let (head, tail) = part.ends(LOOKED_AT).await?;
        let seen = sniff(&head, &tail, &said.file_name, &said.file_type);
        let kept = who.app.files.keep(&part).await.map_err(|e| match e {
            // Taken back while it was still being sent.
            StoreError::Files(e) if e.kind() == std::io::ErrorKind::NotFound => Failure::Missing,
            other => other.into(),
        })?;
        Ok(Stored { kept, seen, said, _part: part })
    }

    /// Gives it to the item that waits for it: ready to be linked and sent, or refused for what it is.
    async fn give(&self, tx: &mut Tx, who: &Member, id: EvidenceId) -> Result<(), NotTaken> {
        // Two uploads for one item may end together; the item is read when the other has done with it.
        let of = store::evidence::get(tx, id).await?.ok_or(Failure::Missing)?.claim;
        store::events::wait_for(tx, &of.to_string()).await?;
        let item = store::evidence::get(tx, id).await?.ok_or(Failure::Missing)?;
        let claim = store::claims::get(tx, item.claim).await?.ok_or(Failure::Missing)?;
        if !awaits(&item) || !claim.state.takes_evidence() {
            return Err(NotTaken::NotAwaited);
        }
        let content = self.content(&item);
        let item = item.arrive(content, self.seen.kind, who.now).map_err(Failure::from)?;
        let stored = Event::EvidenceStored { evidence: id, sha256: self.kept.sha256.clone(), size: self.kept.size };
        record(tx, who, item.claim, stored).await?;
        let item = match self.seen.against {
            None => item.accept(who.now),
            Some(why) => item.reject(who.now, why.key().to_owned()),
        }
        .map_err(Failure::from)?;
        if let Some(why) = self.seen.against {
            record(tx, who, item.claim, Event::EvidenceRejected { evidence: id, reason: why.key().to_owned() }).await?;
        }
        Ok(store::evidence::save(tx, &item).await?)
    }

    fn content(&self, item: &EvidenceItem) -> Content {
        let announced = match &item.content {
            Content::Awaited { file_name } => file_name.clone(),
            _ => String::new(),
        };
        Content::File {
            sha256: self.kept.sha256.clone(),
            size: self.kept.size,
            media_type: self.seen.media_type.clone(),
            file_name: if self.said.file_name.is_empty() { announced } else { self.said.file_name.clone() },
            duration_ms: self.said.duration_ms,
        }
    }

    /// Gives it to the evidence in a transaction of its own, together with the end of the upload if it was one.
    pub(super) async fn settle(self, who: &Member, evidence: EvidenceId, upload: Option<UploadId>) -> Result<(), NotTaken> {
        let who = by_now(who);
        for attempt in 1.. {
            match self.try_settle(&who, evidence, upload).await {
                Err(NotTaken::Failed(Failure::Stale)) if attempt < TRIES => {}
                Err(e) => return Err(e),
                Ok(()) => break,
            }
        }
        Ok(self.kept.done().await?)
    }

    async fn try_settle(&self, who: &Member, evidence: EvidenceId, upload: Option<UploadId>) -> Result<(), NotTaken> {
        let mut tx = who.app.begin().await?;
        if let Some(id) = upload {
            match store::uploads::get(&mut tx, id).await? {
                None => return Err(Failure::Missing.into()),
                Some(upload) if upload.finished.is_some() => return Ok(()),
                Some(_) => store::uploads::finish(&mut tx, id, who.now).await?,
            }
        }
        self.give(&mut tx, who, evidence).await?;
        Ok(commit(tx, who).await?)
    }
}

/// Finishes an upload whose bytes are all here, in whatever way it was cut off before.
pub async fn finish_if_whole(who: &Member, id: UploadId) -> Result<(), NotTaken> {
    let part = who.app.files.lock_part(id).await?.ok_or(NotTaken::Busy)?;
    finish(who, id, part).await
}

/// Finishes an upload for whoever holds its bytes. The row is read only now: the one who held them before may have
/// finished it, and then these are not its bytes but a new, empty file of the same name.
pub(super) async fn finish(who: &Member, id: UploadId, part: Part) -> Result<(), NotTaken> {
    let upload = store::uploads::get(&mut who.app.read().await?, id).await?;
    let Some(upload) = upload.filter(|u| u.finished.is_none()) else {
        return Ok(who.app.files.remove_part(id).await?);
    };
    if part.offset() != upload.length {
        return Err(NotTaken::Elsewhere);
    }
    let said = Said::read(&upload.metadata).unwrap_or_default();
    let stored = Stored::new(who, part, said).await?;
    match stored.settle(who, upload.evidence, Some(id)).await {
        // Withdrawn meanwhile, or another upload was first: nobody will ask for these bytes.
        Err(NotTaken::NotAwaited) => {
            super::end::forget(&who.app, id).await?;
            Err(NotTaken::NotAwaited)
        }
        other => other,
    }
}
