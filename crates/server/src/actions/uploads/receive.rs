use super::NotTaken;
use super::finish::Stored;
use super::said::{Said, plain_name};
use crate::access::{Relation, Thing, Verb};
use crate::actions::Failure;
use crate::caller::Member;
use bytes::Bytes;
use domain::{EvidenceId, UploadId};
use futures::Stream;
use std::time::Duration;
use store::files::{Appended, Part};

/// A form can't go on where it stopped: a short silence is no reason to give up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A file that came with a form and belongs to nothing yet. Dropped, it is swept away later.
pub struct Received {
    part: Part,
    said: Said,
    /// How many bytes.
    pub size: u64,
}

/// Takes a file from a form, piece by piece.
pub async fn receive<S, E>(who: &Member, file_name: &str, file_type: &str, bytes: S) -> Result<Received, NotTaken>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    let id: UploadId = who.app.id();
    let part = who.app.files.lock_part(id).await?.ok_or_else(|| Failure::Broken("a new upload is in use".to_owned()))?;
    let (part, end) = part.append(bytes, who.app.config.limits.file_bytes, None, PATIENCE).await;
    let problem = match end {
        Ok(Appended::All) => {
            let said = Said { file_name: plain_name(file_name), file_type: file_type.to_owned(), ..Said::default() };
            return Ok(Received { size: part.offset(), part, said });
        }
        Ok(Appended::TooMuch) => NotTaken::TooLarge,
        Ok(Appended::Cut | Appended::Mismatch) => Failure::field("file", "wrong-file-cut").into(),
        Err(e) => e.into(),
    };
    who.app.files.remove_part(id).await?;
    Err(problem)
}

/// Gives a file that came with a form to the evidence that waits for it.
pub async fn give(who: &Member, evidence: EvidenceId, received: Received) -> Result<(), NotTaken> {
    let item = store::evidence::get(&mut who.app.read().await?, evidence).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Evidence, Relation::owned_by(item.learner))?;
    Stored::new(who, received.part, received.said).await?.settle(who, evidence, None).await
}
