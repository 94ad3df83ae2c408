//! Batches: lists of people who get a credential, and how far issuing them is.

use crate::awards::{credential_of, select_credential};
use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc};
use domain::batch::{Batch, BatchRow, BatchState, Listed, PART};
use domain::credential::{Achievement, Credential};
use domain::text::fold;
use domain::{BatchId, CredentialId, KeyId, PersonId, ProfileId, Ts};

/// What is read of a batch.
macro_rules! select_batch {
    ($rest:literal) => {
        concat!(
            "SELECT id, issuer, profile, version, made_by, made_at, file_name, row_count, refused, terms_doc, state, state_doc, issued, \
             skipped, revision FROM batch ",
            $rest
        )
    };
}

fn batch_of(row: &Row) -> Result<Batch> {
    let state: BatchState = row.json("state_doc")?;
    if state.name() != row.text("state")? {
        return Err(StoreError::impossible("batch.state"));
    }
    let terms = row.opt_text("terms_doc")?.map(|t| serde_json::from_str(&t)).transpose();
    Ok(Batch {
        id: row.parse("id")?,
        issuer: row.parse("issuer")?,
        profile: row.parse("profile")?,
        version: row.parse("version")?,
        made_by: row.parse("made_by")?,
        made: row.ts("made_at")?,
        file: row.text("file_name")?,
        rows: row.int("row_count")? as u32,
        refused: row.int("refused")? as u32,
        terms: terms.map_err(|e| StoreError::Impossible(format!("terms_doc: {e}")))?,
        state,
        issued: row.int("issued")? as u32,
        skipped: row.int("skipped")? as u32,
        revision: row.int("revision")?,
    })
}

/// Adds a batch with its rows, and what was wrong with the others as a document.
pub async fn add(tx: &mut Tx, b: &Batch, rows: &[Listed], refused: &impl serde::Serialize) -> Result<()> {
    let sql = "INSERT INTO batch (id, issuer, profile, version, made_by, made_at, file_name, row_count, refused, refused_doc, state, \
               state_doc, issued, skipped, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, 0, 1)";
    let mut values = args![b.id.to_string(), b.issuer.to_string(), b.profile.to_string(), b.version.to_string(), b.made_by.to_string()];
    values.extend(args![b.made, &b.file, i64::from(b.rows), i64::from(b.refused), doc(refused), b.state.name(), doc(&b.state)]);
    tx.exec(sql, values).await?;
    let sql = "INSERT INTO batch_part (batch, number, rows_doc, skipped_doc) VALUES ($1, $2, $3, '[]')";
    for (number, part) in rows.chunks(PART as usize).enumerate() {
        tx.exec(sql, args![b.id.to_string(), number as i64, doc(&part)]).await?;
    }
    Ok(())
}

/// Saves what people did to a batch, unless somebody else did something since it was read.
pub async fn save(tx: &mut Tx, b: &Batch) -> Result<()> {
    let sql = "UPDATE batch SET state = $3, state_doc = $4, terms_doc = $5, revision = revision + 1 WHERE id = $1 AND revision = $2";
    let values = args![b.id.to_string(), b.revision, b.state.name(), doc(&b.state), b.terms.as_ref().map(doc)];
    crate::one(tx.exec(sql, values).await?)
}

/// The batch of this id.
pub async fn get(tx: &mut Tx, id: BatchId) -> Result<Option<Batch>> {
    tx.opt(select_batch!("WHERE id = $1"), args![id.to_string()]).await?.as_ref().map(batch_of).transpose()
}

/// A page of the batches of the organisations that a person issues for, latest first, and how many there are.
pub async fn page(tx: &mut Tx, issuer: PersonId, offset: i64, most: i64) -> Result<(Vec<Batch>, i64)> {
    let sql = select_batch!(
        "WHERE issuer IN (SELECT organisation FROM membership WHERE person = $1 AND role = 'issuer') \
         ORDER BY made_at DESC, id DESC LIMIT $3 OFFSET $2"
    );
    let found = tx.all(sql, args![issuer.to_string(), offset, most]).await?.iter().map(batch_of).collect::<Result<_>>()?;
    let sql = "SELECT COUNT(*) AS n FROM batch WHERE issuer IN (SELECT organisation FROM membership WHERE person = $1 AND role = 'issuer')";
    let n = tx.opt(sql, args![issuer.to_string()]).await?.ok_or(StoreError::impossible("count"))?.int("n")?;
    Ok((found, n))
}

/// What was wrong with the rows that were not taken in, as it was given to [`add`].
pub async fn refused<T: serde::de::DeserializeOwned>(tx: &mut Tx, id: BatchId) -> Result<T> {
    let row = tx.opt("SELECT refused_doc FROM batch WHERE id = $1", args![id.to_string()]).await?;
    row.ok_or(StoreError::impossible("batch"))?.json("refused_doc")
}

/// The rows of one part, and which of them were passed over.
pub async fn part(tx: &mut Tx, id: BatchId, number: u32) -> Result<Option<(Vec<Listed>, Vec<u32>)>> {
    let sql = "SELECT rows_doc, skipped_doc FROM batch_part WHERE batch = $1 AND number = $2";
    let row = tx.opt(sql, args![id.to_string(), i64::from(number)]).await?;
    row.map(|r| Ok((r.json("rows_doc")?, r.json("skipped_doc")?))).transpose()
}

/// One row of a batch.
pub async fn row(tx: &mut Tx, at: BatchRow) -> Result<Option<Listed>> {
    let Some((mut rows, _)) = part(tx, at.batch, at.part()).await? else { return Ok(None) };
    let place = (at.row.saturating_sub(1) % PART) as usize;
    Ok((at.row > 0 && place < rows.len()).then(|| rows.swap_remove(place)))
}

/// The first part that is not issued yet.
pub async fn next_part(tx: &mut Tx, id: BatchId) -> Result<Option<u32>> {
    let sql = "SELECT number FROM batch_part WHERE batch = $1 AND done_at IS NULL ORDER BY number LIMIT 1";
    tx.opt(sql, args![id.to_string()]).await?.map(|r| r.int("number").map(|n| n as u32)).transpose()
}

/// Whether the recipient of this key was given a credential for the profile and day by another batch, and still has it.
pub async fn has_already(tx: &mut Tx, key: &str, awarded: Ts, profile: ProfileId, besides: BatchId) -> Result<bool> {
    let sql = "SELECT c.id FROM credential c JOIN batch b ON b.id = c.batch WHERE c.recipient_key = $1 AND c.from_at = $2 AND b.profile = $3 \
               AND c.batch <> $4 AND c.state NOT IN ('revoked', 'withdrawn', 'declined') LIMIT 1";
    Ok(tx.opt(sql, args![key, awarded, profile.to_string(), besides.to_string()]).await?.is_some())
}

/// A part is issued; whether that counts. It does not if somebody stopped the batch meanwhile, or issued the part first.
pub async fn part_done(tx: &mut Tx, id: BatchId, number: u32, issued: u32, skipped: &[u32], now: Ts) -> Result<bool> {
    let sql = "UPDATE batch SET issued = issued + $2, skipped = skipped + $3 WHERE id = $1 AND state = 'running'";
    let counts = tx.exec(sql, args![id.to_string(), i64::from(issued), skipped.len() as i64]).await? == 1;
    let sql = "UPDATE batch_part SET done_at = $3, skipped_doc = $4 WHERE batch = $1 AND number = $2 AND done_at IS NULL";
    Ok(counts && tx.exec(sql, args![id.to_string(), i64::from(number), now, doc(&skipped)]).await? == 1)
}

/// Keeps a credential of a batch, which is signed already; whether its place in the status list was still free.
pub async fn issue(tx: &mut Tx, c: &Credential, key: &str, signed_by: KeyId, signed: Ts) -> Result<bool> {
    let sql = "INSERT INTO credential (id, holder, recipient_name, recipient_email, recipient_key, title_en, title_fr, searched, issuer, kind, \
               subject, batch, batch_row, from_at, until_at, status_list, status_place, state, state_doc, listed, document, signed_by, \
               signed_at, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
               $22, $23, 1) ON CONFLICT (status_list, status_place) DO NOTHING";
    let (kind, subject) = crate::awards::subject(c.achievement);
    let Achievement::Batch(row) = c.achievement else { return Err(StoreError::impossible("credential.kind")) };
    let at = c.status.ok_or(StoreError::impossible("credential.status"))?;
    let searched = fold(&format!("{} {} {} {}", c.recipient.name, c.title.en, c.title.fr, c.id));
    let mut values = args![c.id.to_string(), c.holder.map(|h| h.to_string()), &c.recipient.name, c.recipient.email.clone(), key];
    values.extend(args![&c.title.en, &c.title.fr, searched, c.issuer.to_string(), kind, subject, row.batch.to_string()]);
    values.extend(args![i64::from(row.row), c.from, c.until, at.list.to_string(), i64::from(at.place), c.state.name(), doc(&c.state)]);
    values.extend(args![c.listed, c.document.clone(), signed_by.to_string(), signed]);
    Ok(tx.exec(sql, values).await? == 1)
}

/// Row, id and state of each credential of a batch between two rows, the first excluded.
pub async fn issued_between(tx: &mut Tx, id: BatchId, after: u32, up_to: u32) -> Result<Vec<(u32, CredentialId, String)>> {
    let sql = "SELECT batch_row, id, state FROM credential WHERE batch = $1 AND batch_row > $2 AND batch_row <= $3 ORDER BY batch_row";
    let rows = tx.all(sql, args![id.to_string(), i64::from(after), i64::from(up_to)]).await?;
    rows.iter().map(|r| Ok((r.int("batch_row")? as u32, r.parse("id")?, r.text("state")?))).collect()
}

/// The credential of a row.
pub async fn credential(tx: &mut Tx, at: BatchRow) -> Result<Option<Credential>> {
    let sql = select_credential!("WHERE c.batch = $1 AND c.batch_row = $2");
    tx.opt(sql, args![at.batch.to_string(), i64::from(at.row)]).await?.as_ref().map(credential_of).transpose()
}
