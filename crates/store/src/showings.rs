//! Questions to wallets: a verifier asks to be shown a credential, a wallet answers once, and soon all of it is forgotten.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc};
use domain::{ShowingId, Ts};
use serde::{Deserialize, Serialize};

/// A question to a wallet.
#[derive(Clone, Debug)]
pub struct Showing {
    /// Its id, which the wallet knows.
    pub id: ShowingId,
    /// What the wallet has to sign.
    pub nonce: String,
    /// Good until; once answered, kept until.
    pub expires: Ts,
    /// What came of it.
    pub answer: Option<Answer>,
}

/// What came of it.
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// The wallet said no, with its code.
    Refused { error: String },
    /// It showed credentials. Why the showing itself does not hold, if so; and each credential as it came.
    Shown { doubt: Option<Doubt>, holder: Option<String>, credentials: Vec<serde_json::Value> },
}

/// Why it was not shown that a credential belongs to whoever sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The presentation is not signed, not as it was signed, or was made for another question.
    Signature,
    /// The key that signed is not the holder's that the presentation names.
    Holder,
    /// The credential was issued to another key.
    SomebodyElses,
    /// The credential does not say to which key it was issued.
    Unbound,
    /// There is no credential in it.
    Nothing,
}

fn showing_of(row: &Row) -> Result<Showing> {
    let answer = row.opt_text("answer_doc")?.map(|text| serde_json::from_str(&text)).transpose();
    Ok(Showing {
        id: row.parse("id")?,
        nonce: row.text("nonce")?,
        expires: row.ts("expires_at")?,
        answer: answer.map_err(|e| StoreError::Impossible(format!("showing.answer_doc: {e}")))?,
    })
}

/// Adds a question. Whoever asked finds it again by the secret of its page, of which the hash is kept.
pub async fn add(tx: &mut Tx, s: &Showing, page_hash: &str) -> Result<()> {
    let sql = "INSERT INTO showing (id, page_hash, nonce, expires_at) VALUES ($1, $2, $3, $4)";
    tx.exec(sql, args![s.id.to_string(), page_hash, &s.nonce, s.expires]).await?;
    Ok(())
}

/// The question of this id, while it is kept.
pub async fn get(tx: &mut Tx, id: ShowingId, now: Ts) -> Result<Option<Showing>> {
    let sql = "SELECT id, nonce, expires_at, answer_doc FROM showing WHERE id = $1 AND expires_at > $2";
    tx.opt(sql, args![id.to_string(), now]).await?.as_ref().map(showing_of).transpose()
}

/// The question whose page has this secret, while it is kept.
pub async fn by_page(tx: &mut Tx, page_hash: &str, now: Ts) -> Result<Option<Showing>> {
    let sql = "SELECT id, nonce, expires_at, answer_doc FROM showing WHERE page_hash = $1 AND expires_at > $2";
    tx.opt(sql, args![page_hash, now]).await?.as_ref().map(showing_of).transpose()
}

/// Writes the answer down; whether it is the first.
pub async fn answer(tx: &mut Tx, id: ShowingId, answer: &Answer, until: Ts) -> Result<bool> {
    let sql = "UPDATE showing SET answer_doc = $2, expires_at = $3 WHERE id = $1 AND answer_doc IS NULL";
    Ok(tx.exec(sql, args![id.to_string(), doc(answer), until]).await? == 1)
}

/// How many are kept.
pub async fn kept(tx: &mut Tx, now: Ts) -> Result<i64> {
    let row = tx.opt("SELECT COUNT(*) AS n FROM showing WHERE expires_at > $1", args![now]).await?;
    row.ok_or(StoreError::impossible("count"))?.int("n")
}

/// Forgets it.
pub async fn remove(tx: &mut Tx, id: ShowingId) -> Result<()> {
    tx.exec("DELETE FROM showing WHERE id = $1", args![id.to_string()]).await?;
    Ok(())
}

/// Forgets what is over.
pub async fn forget(tx: &mut Tx, now: Ts) -> Result<()> {
    tx.exec("DELETE FROM showing WHERE expires_at <= $1", args![now]).await?;
    Ok(())
}
