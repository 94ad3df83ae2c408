//! What the VC-API issued.

use crate::{Result, StoreError, Tx, args};
use domain::Ts;

/// Takes the next `size` numbers for nobody else to have; the first of them.
pub async fn take_block(tx: &mut Tx, size: i64) -> Result<i64> {
    let sql = "INSERT INTO counter (name, taken) VALUES ('vc_api', $1) \
               ON CONFLICT (name) DO UPDATE SET taken = counter.taken + excluded.taken RETURNING taken";
    let taken = tx.opt(sql, args![size]).await?.ok_or(StoreError::impossible("counter"))?.int("taken")?;
    Ok(taken - size)
}

/// Keeps a credential under its number.
pub async fn keep(tx: &mut Tx, number: i64, document: &str, now: Ts) -> Result<()> {
    let sql = "INSERT INTO vc_issued (number, issued_at, document) VALUES ($1, $2, $3)";
    tx.exec(sql, args![number, now, document]).await?;
    Ok(())
}
