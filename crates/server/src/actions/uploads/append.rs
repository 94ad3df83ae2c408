use super::finish::finish;
use super::{NotTaken, of};
use crate::access::Verb;
use crate::caller::Member;
use bytes::Bytes;
use domain::UploadId;
use futures::Stream;
use std::time::Duration;
use store::files::{Appended, Check};

/// How long a sender may say nothing before the line counts as cut. Longer, and whoever comes back on a new line finds
/// the upload still taken by the old one.
const PATIENCE: Duration = Duration::from_secs(30);

/// Bytes on their way.
pub struct Sending<S> {
    /// The place of the first in the whole.
    pub offset: u64,
    /// How many there will be, if that is known.
    pub length: Option<u64>,
    /// What they add up to, if that was said.
    pub check: Option<Check>,
    /// The bytes.
    pub bytes: S,
}

/// Takes bytes; how many are here afterwards. When the last is here, the evidence has its file.
pub async fn append<S, E>(who: &Member, id: UploadId, sending: Sending<S>) -> Result<u64, NotTaken>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    let upload = of(who, id, Verb::Edit).await?;
    if upload.finished.is_some() {
        // Nothing more can come; asked politely, that is where it stands.
        return if sending.offset == upload.length && sending.length.unwrap_or(0) == 0 {
            Ok(upload.length)
        } else {
            Err(NotTaken::Elsewhere)
        };
    }
    let part = who.app.files.lock_part(id).await?.ok_or(NotTaken::Busy)?;
    if part.offset() != sending.offset {
        return Err(NotTaken::Elsewhere);
    }
    let due = upload.length - part.offset().min(upload.length);
    if sending.length.is_some_and(|length| length > due) {
        return Err(NotTaken::TooMuch);
    }
    let (part, end) = part.append(sending.bytes, due, sending.check, PATIENCE).await;
    match end? {
        Appended::TooMuch => return Err(NotTaken::TooMuch),
        Appended::Mismatch => return Err(NotTaken::Mismatch),
        Appended::All | Appended::Cut => {}
    }
    let offset = part.offset();
    if offset == upload.length {
        finish(who, id, part).await?;
    }
    Ok(offset)
}
