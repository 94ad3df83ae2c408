//! Letters to people, written down with the act that caused them and sent by a job; and settings of the instance.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args};
use domain::{Lang, MessageId, PersonId, Ts};

/// A letter.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// To whom, if they have an account.
    pub person: Option<PersonId>,
    /// To which address.
    pub address: String,
    /// In which language.
    pub lang: Lang,
    /// Subject.
    pub subject: String,
    /// Body, plain text.
    pub body: String,
    /// Written when.
    pub created: Ts,
    /// Sent when.
    pub sent: Option<Ts>,
}

/// Writes a letter.
pub async fn add(tx: &mut Tx, m: &Message) -> Result<()> {
    let sql = "INSERT INTO message (id, person, address, lang, subject, body, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let person = m.person.map(|p| p.to_string());
    tx.exec(sql, args![m.id.to_string(), person, &m.address, m.lang.code(), &m.subject, &m.body, m.created]).await?;
    Ok(())
}

fn message_of(row: &Row) -> Result<Message> {
    let person = row.opt_text("person")?.map(|p| p.parse()).transpose().map_err(|_| StoreError::impossible("person"))?;
    Ok(Message {
        id: row.parse("id")?,
        person,
        address: row.text("address")?,
        lang: Lang::parse(&row.text("lang")?).ok_or(StoreError::impossible("lang"))?,
        subject: row.text("subject")?,
        body: row.text("body")?,
        created: row.ts("created_at")?,
        sent: row.opt_ts("sent_at")?,
    })
}

/// The letter of this id.
pub async fn get(tx: &mut Tx, id: MessageId) -> Result<Option<Message>> {
    let sql = "SELECT id, person, address, lang, subject, body, created_at, sent_at FROM message WHERE id = $1";
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(message_of).transpose()
}

/// A page of letters, latest first.
pub async fn latest(tx: &mut Tx, offset: i64, most: i64) -> Result<Vec<Message>> {
    let sql =
        "SELECT id, person, address, lang, subject, body, created_at, sent_at FROM message ORDER BY created_at DESC, id LIMIT $2 OFFSET $1";
    tx.all(sql, args![offset, most]).await?.iter().map(message_of).collect()
}

/// How many letters there are.
pub async fn count(tx: &mut Tx) -> Result<i64> {
    tx.opt("SELECT COUNT(*) AS n FROM message", vec![]).await?.ok_or(StoreError::impossible("count"))?.int("n")
}

/// It has been handed to the mail server.
pub async fn sent(tx: &mut Tx, id: MessageId, now: Ts) -> Result<()> {
    tx.exec("UPDATE message SET sent_at = $2 WHERE id = $1", args![id.to_string(), now]).await?;
    Ok(())
}

/// A setting of the instance.
pub async fn setting(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    tx.opt("SELECT value FROM setting WHERE name = $1", args![name]).await?.map(|r| r.text("value")).transpose()
}

/// Sets a setting.
pub async fn set_setting(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    tx.exec(sql, args![name, value]).await?;
    Ok(())
}

/// Takes a setting out; whether it was there.
pub async fn take_setting(tx: &mut Tx, name: &str, value: &str) -> Result<bool> {
    Ok(tx.exec("DELETE FROM setting WHERE name = $1 AND value = $2", args![name, value]).await? == 1)
}
