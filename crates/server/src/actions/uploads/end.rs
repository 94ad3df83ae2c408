use super::{NotTaken, of};
use crate::access::Verb;
use crate::actions::Outcome;
use crate::app::App;
use crate::caller::Member;
use domain::UploadId;
use std::ops::RangeInclusive;

/// How many are forgotten in one transaction.
const AT_ONCE: i64 = 100;

/// Takes an upload back. What the evidence has already got stays.
pub async fn end(who: &Member, id: UploadId) -> Result<(), NotTaken> {
    of(who, id, Verb::Withdraw).await?;
    Ok(forget(&who.app, id).await?)
}

/// Forgets an upload and its bytes. The row goes first: bytes without a row are swept away, a row without bytes would
/// promise what isn't there.
pub(super) async fn forget(app: &App, id: UploadId) -> Outcome<()> {
    let mut tx = app.begin().await?;
    store::uploads::remove(&mut tx, id).await?;
    tx.commit().await?;
    Ok(app.files.remove_part(id).await?)
}

/// Forgets the uploads whose time is over. How many there were.
pub async fn forget_expired(app: &App) -> Outcome<usize> {
    let mut forgotten = 0;
    loop {
        let expired = store::uploads::expired(&mut app.read().await?, app.now(), AT_ONCE).await?;
        for upload in &expired {
            forget(app, upload.id).await?;
        }
        forgotten += expired.len();
        if expired.is_empty() {
            return Ok(forgotten);
        }
    }
}

/// Throws away bytes that nothing needs: what a form or a crash left behind, and the files of evidence that was
/// withdrawn, refused or purged, on these shelves. How many files there were.
pub async fn forget_unused(app: &App, shelves: RangeInclusive<u8>) -> Outcome<usize> {
    let mut thrown = 0;
    for id in app.files.parts(10_000).await? {
        // Locked, it is being sent at this moment.
        let Some(_part) = app.files.lock_part(id).await? else { continue };
        if store::uploads::get(&mut app.read().await?, id).await?.is_none_or(|u| u.finished.is_some()) {
            app.files.remove_part(id).await?;
            thrown += 1;
        }
    }
    for number in shelves {
        for sha256 in app.files.shelf(number).await? {
            if store::evidence::uses_file(&mut app.read().await?, &sha256).await? {
                continue;
            }
            // Alone, and asked once more: it may just have been given to somebody.
            let alone = app.files.alone().await?;
            if !store::evidence::uses_file(&mut app.read().await?, &sha256).await? {
                app.files.remove(&alone, &sha256).await?;
                thrown += 1;
            }
        }
    }
    Ok(thrown)
}
