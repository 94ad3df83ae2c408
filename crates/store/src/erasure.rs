//! People who closed their account: what is deleted of them, and what stays without their name.

use crate::{Result, Tx, args, doc};
use domain::batch::{BatchRow, Listed, PART};
use domain::{CredentialId, PersonId, Ts};

/// What hangs on a person and goes with them, children before parents.
const GONE: &[&str] = &[
    "DELETE FROM session WHERE person = $1",
    "DELETE FROM password_link WHERE person = $1",
    "DELETE FROM token WHERE person = $1",
    "DELETE FROM app_secret WHERE connection IN (SELECT id FROM app_connection WHERE person = $1)",
    "DELETE FROM app_connection WHERE person = $1",
    "DELETE FROM external_credential WHERE holder = $1",
    "DELETE FROM wallet_offer WHERE holder = $1",
    "DELETE FROM message WHERE person = $1",
    "DELETE FROM sign_in_attempt WHERE email = (SELECT email FROM person WHERE id = $1)",
    "DELETE FROM plan_item WHERE plan IN (SELECT id FROM learning_plan WHERE learner = $1)",
    "DELETE FROM learning_plan WHERE learner = $1",
    "UPDATE claim SET ratings_doc = '{}' WHERE learner = $1",
    // The next clean-up throws what had arrived away.
    "UPDATE upload SET expires_at = 0 WHERE learner = $1 AND finished_at IS NULL",
    "DELETE FROM evidence_link WHERE evidence IN (SELECT id FROM evidence WHERE learner = $1 AND state = 'withdrawn')",
    "DELETE FROM caption WHERE evidence IN (SELECT id FROM evidence WHERE learner = $1 AND state = 'withdrawn')",
    // The row stays for the record of what they did, which knows them by this number only (`Person::has_closed`).
    "UPDATE person SET name = '', email = id, password_hash = NULL WHERE id = $1",
];

/// Deletes what is kept of a person beside their claims, evidence and credentials; their number stays.
pub async fn forget_person(tx: &mut Tx, id: PersonId) -> Result<()> {
    for sql in GONE {
        tx.exec(sql, args![id.to_string()]).await?;
    }
    Ok(())
}

/// Takes names and document out of a credential. What stays is its number, what it is about, its dates and its status, so
/// that whoever has the file can still have it checked.
pub async fn withdraw_credential(tx: &mut Tx, id: CredentialId, at: Ts) -> Result<()> {
    let sql = "UPDATE credential SET recipient_name = '', recipient_email = NULL, recipient_key = NULL, searched = '', listed = $2, \
               document = NULL, signed_by = NULL, signed_at = NULL, revision = revision + 1 WHERE id = $1";
    crate::one(tx.exec(sql, args![id.to_string(), false]).await?)?;
    in_batch(tx, id, |row| *row = Listed { name: String::new(), email: None, number: None, did: None, ..row.clone() }).await?;
    tx.exec("INSERT INTO withdrawn_credential (credential, at) VALUES ($1, $2)", args![id.to_string(), at]).await?;
    Ok(())
}

/// Takes the address out of a credential that stays public.
pub async fn forget_address(tx: &mut Tx, id: CredentialId) -> Result<()> {
    crate::one(tx.exec("UPDATE credential SET recipient_email = NULL WHERE id = $1", args![id.to_string()]).await?)?;
    in_batch(tx, id, |row| row.email = None).await
}

/// Changes the row of the list that a credential was issued from, if it was.
async fn in_batch(tx: &mut Tx, id: CredentialId, change: impl FnOnce(&mut Listed)) -> Result<()> {
    let sql = "SELECT batch, batch_row FROM credential WHERE id = $1 AND batch IS NOT NULL";
    let Some(found) = tx.opt(sql, args![id.to_string()]).await? else { return Ok(()) };
    let at = BatchRow { batch: found.parse("batch")?, row: found.int("batch_row")? as u32 };
    let Some((mut rows, _)) = crate::batches::part(tx, at.batch, at.part()).await? else { return Ok(()) };
    let place = (at.row.saturating_sub(1) % PART) as usize;
    if let Some(row) = rows.get_mut(place) {
        change(row);
    }
    let sql = "UPDATE batch_part SET rows_doc = $3 WHERE batch = $1 AND number = $2";
    crate::one(tx.exec(sql, args![at.batch.to_string(), i64::from(at.part()), doc(&rows)]).await?)
}

/// Whether its holder took a credential from the public.
pub async fn is_withdrawn(tx: &mut Tx, id: CredentialId) -> Result<bool> {
    let sql = "SELECT credential FROM withdrawn_credential WHERE credential = $1";
    Ok(tx.opt(sql, args![id.to_string()]).await?.is_some())
}
