//! Work that follows an act: written in the act's own transaction, run afterwards, safe to run twice.

use crate::{Result, StoreError, Tx, args};
use domain::{JobId, Ts};

/// A job leased to whoever asked.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Which job.
    pub kind: String,
    /// What it needs to know, as JSON.
    pub payload: String,
    /// Which try this is, from 1.
    pub attempt: i64,
}

/// How long a leased job is kept from others.
const LEASE_SECONDS: i64 = 60;

/// Writes a job down.
pub async fn add(tx: &mut Tx, id: JobId, kind: &str, payload: &str, run_at: Ts) -> Result<()> {
    let sql = "INSERT INTO job (id, kind, payload, run_at, attempts) VALUES ($1, $2, $3, $4, 0)";
    tx.exec(sql, args![id.to_string(), kind, payload, run_at]).await?;
    tx.note_job();
    Ok(())
}

/// Takes jobs that are due; nobody else gets them until the lease is over.
pub async fn lease(tx: &mut Tx, now: Ts, most: i64) -> Result<Vec<Job>> {
    let rows = tx.lease(now.0, now.0 + LEASE_SECONDS * 1_000_000, most).await?;
    rows.iter()
        .map(|r| Ok(Job { id: r.parse("id")?, kind: r.text("kind")?, payload: r.text("payload")?, attempt: r.int("attempts")? }))
        .collect()
}

/// The job is done.
pub async fn done(tx: &mut Tx, id: JobId) -> Result<()> {
    tx.exec("DELETE FROM job WHERE id = $1", args![id.to_string()]).await?;
    Ok(())
}

/// The job did not work; it is tried again at `again`.
pub async fn failed(tx: &mut Tx, id: JobId, error: &str, again: Ts) -> Result<()> {
    let error: String = error.chars().take(1000).collect();
    let sql = "UPDATE job SET leased_until = NULL, last_error = $2, run_at = $3 WHERE id = $1";
    tx.exec(sql, args![id.to_string(), error, again]).await?;
    Ok(())
}

/// How many wait, and how many of them have failed at least three times.
pub async fn waiting(tx: &mut Tx) -> Result<(i64, i64)> {
    let sql = "SELECT COUNT(*) AS n, COUNT(CASE WHEN attempts >= 3 AND last_error IS NOT NULL THEN 1 END) AS stuck FROM job";
    let row = tx.opt(sql, vec![]).await?.ok_or(StoreError::impossible("count"))?;
    Ok((row.int("n")?, row.int("stuck")?))
}

/// What the jobs that keep failing said last.
pub async fn stuck(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let sql = "SELECT kind, last_error FROM job WHERE attempts >= 3 AND last_error IS NOT NULL ORDER BY run_at LIMIT 20";
    tx.all(sql, vec![]).await?.iter().map(|r| Ok((r.text("kind")?, r.text("last_error")?))).collect()
}
