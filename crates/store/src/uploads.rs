//! Uploads under way. How much of one is here is not in the database: it is the length of the file in [`crate::files`].

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args};
use domain::{EvidenceId, PersonId, Ts, UploadId};

/// A file that is being sent for a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its id.
    pub id: UploadId,
    /// The item that waits for it.
    pub evidence: EvidenceId,
    /// Who sends it.
    pub learner: PersonId,
    /// Bytes when complete.
    pub length: u64,
    /// What the sender said about it, as the tus protocol writes that.
    pub metadata: String,
    /// Length of the recording as the recorder measured it.
    pub duration_ms: Option<u64>,
    /// When it was begun.
    pub created: Ts,
    /// When it is forgotten.
    pub expires: Ts,
    /// When the evidence got it.
    pub finished: Option<Ts>,
}

fn upload_of(row: &Row) -> Result<Upload> {
    let size = |n: i64| u64::try_from(n).map_err(|_| StoreError::impossible("upload: a negative number"));
    Ok(Upload {
        id: row.parse("id")?,
        evidence: row.parse("evidence")?,
        learner: row.parse("learner")?,
        length: size(row.int("length")?)?,
        metadata: row.text("metadata")?,
        duration_ms: row.opt_int("duration_ms")?.map(size).transpose()?,
        created: row.ts("created_at")?,
        expires: row.ts("expires_at")?,
        finished: row.opt_ts("finished_at")?,
    })
}

/// Begins one.
pub async fn add(tx: &mut Tx, u: &Upload) -> Result<()> {
    let sql = "INSERT INTO upload (id, evidence, learner, length, metadata, duration_ms, created_at, expires_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let mut values = args![u.id.to_string(), u.evidence.to_string(), u.learner.to_string(), u.length as i64, &u.metadata];
    values.extend(args![u.duration_ms.map(|ms| ms as i64), u.created, u.expires]);
    tx.exec(sql, values).await?;
    Ok(())
}

/// The upload of this id.
pub async fn get(tx: &mut Tx, id: UploadId) -> Result<Option<Upload>> {
    let sql = "SELECT id, evidence, learner, length, metadata, duration_ms, created_at, expires_at, finished_at FROM upload WHERE id = $1";
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(upload_of).transpose()
}

/// The evidence has it. Twice is once too often.
pub async fn finish(tx: &mut Tx, id: UploadId, at: Ts) -> Result<()> {
    let sql = "UPDATE upload SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL";
    crate::one(tx.exec(sql, args![id.to_string(), at]).await?)
}

/// Forgets one.
pub async fn remove(tx: &mut Tx, id: UploadId) -> Result<()> {
    tx.exec("DELETE FROM upload WHERE id = $1", args![id.to_string()]).await?;
    Ok(())
}

/// Those that expired before `now`, longest ago first; at most so many.
pub async fn expired(tx: &mut Tx, now: Ts, most: i64) -> Result<Vec<Upload>> {
    let sql = "SELECT id, evidence, learner, length, metadata, duration_ms, created_at, expires_at, finished_at FROM upload \
               WHERE expires_at <= $1 ORDER BY expires_at, id LIMIT $2";
    tx.all(sql, args![now, most]).await?.iter().map(upload_of).collect()
}
