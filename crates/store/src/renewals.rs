//! What time does to credentials: ends that have come or are near, offers that nobody answered, and what a newer
//! credential replaces.

use crate::awards::{credential_of, select_credential};
use crate::{Result, Tx, args};
use domain::credential::{Achievement, Credential};
use domain::{CredentialId, Ts};

/// Credentials in force whose end has come, the earliest first.
pub async fn over(tx: &mut Tx, now: Ts, most: i64) -> Result<Vec<Credential>> {
    let sql = select_credential!("WHERE c.state = 'active' AND c.until_at <= $1 ORDER BY c.until_at, c.id LIMIT $2");
    tx.all(sql, args![now, most]).await?.iter().map(credential_of).collect()
}

/// Credentials in force that end by `until`, whose holders have not been reminded.
pub async fn ending(tx: &mut Tx, now: Ts, until: Ts, most: i64) -> Result<Vec<Credential>> {
    let sql = select_credential!(
        "WHERE c.state = 'active' AND c.until_at > $1 AND c.until_at <= $2 AND c.reminded_at IS NULL ORDER BY c.until_at, c.id LIMIT $3"
    );
    tx.all(sql, args![now, until, most]).await?.iter().map(credential_of).collect()
}

/// Notes that the holder is reminded; false if somebody else did so first.
pub async fn remind(tx: &mut Tx, id: CredentialId, now: Ts) -> Result<bool> {
    let sql = "UPDATE credential SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL";
    Ok(tx.exec(sql, args![id.to_string(), now]).await? == 1)
}

/// Offers that were signed, or else begin, before `before` that wait for an answer, the oldest first.
pub async fn unanswered(tx: &mut Tx, before: Ts, most: i64) -> Result<Vec<Credential>> {
    let sql = select_credential!(
        "WHERE c.state = 'offered' AND COALESCE(c.signed_at, c.from_at) <= $1 ORDER BY COALESCE(c.signed_at, c.from_at), c.id LIMIT $2"
    );
    tx.all(sql, args![before, most]).await?.iter().map(credential_of).collect()
}

/// A holder's credentials for the profile of a claim or batch, whichever way they were issued.
macro_rules! select_whole {
    ($of:literal) => {
        select_credential!(concat!(
            "LEFT JOIN claim k ON c.kind = 'micro_credential' AND k.id = c.subject LEFT JOIN batch b ON b.id = c.batch \
             WHERE c.holder = $1 AND c.id <> $2 AND c.state IN ('active', 'expired') \
             AND COALESCE(k.profile, b.profile) = (SELECT profile FROM ",
            $of,
            " WHERE id = $3) LIMIT 50"
        ))
    };
}

/// The holder's earlier credentials for the same competency or profile, in force or past their end: what this one
/// replaces.
pub async fn replaced_by(tx: &mut Tx, new: &Credential) -> Result<Vec<Credential>> {
    let Some(holder) = new.holder else { return Ok(vec![]) };
    let (sql, subject) = match new.achievement {
        Achievement::Competency(id) => (
            select_credential!(
                "JOIN recognition r ON c.kind = 'competency' AND r.id = c.subject WHERE c.holder = $1 AND c.id <> $2 \
                 AND c.state IN ('active', 'expired') AND r.competency = (SELECT competency FROM recognition WHERE id = $3) LIMIT 50"
            ),
            id.to_string(),
        ),
        Achievement::MicroCredential(id) => (select_whole!("claim"), id.to_string()),
        Achievement::Batch(row) => (select_whole!("batch"), row.batch.to_string()),
    };
    tx.all(sql, args![holder.to_string(), new.id.to_string(), subject]).await?.iter().map(credential_of).collect()
}
