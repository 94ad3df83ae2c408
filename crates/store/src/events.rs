//! What happened, in one chain of hashes for each thing: nobody can take out or change an entry unseen.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc};
use domain::event::{Event, Happened};
use domain::{EventId, PersonId, Ts};

/// An entry as it is kept.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its place in its chain, from 1.
    pub seq: i64,
    /// When.
    pub at: Ts,
    /// By whom; none: the system itself.
    pub actor: Option<PersonId>,
    /// What, for programs and pages.
    pub name: String,
    /// What, whole.
    pub particulars: String,
    /// The hash of the entry before.
    pub previous: String,
    /// The hash of this one.
    pub hash: String,
}

/// Waits until nobody else acts on the thing of this chain, for acts that may well come several at once. It has to come
/// before anything is read that the others may change.
pub async fn wait_for(tx: &mut Tx, chain: &str) -> Result<()> {
    tx.lock(chain).await
}

/// Adds to a chain what just happened. Two acts at once on the same thing that did not [`wait_for`] each other: the second
/// is a `Conflict`.
pub async fn record(tx: &mut Tx, id: EventId, h: &Happened) -> Result<()> {
    let last = "SELECT seq, hash FROM event WHERE chain = $1 ORDER BY seq DESC LIMIT 1";
    let (seq, previous) = match tx.opt(last, args![&h.chain]).await? {
        Some(row) => (row.int("seq")? + 1, row.text("hash")?),
        None => (1, String::new()),
    };
    add(tx, id, h, seq, previous).await
}

/// Begins the chain of a thing that nothing happened to before.
pub async fn begin(tx: &mut Tx, id: EventId, h: &Happened) -> Result<()> {
    add(tx, id, h, 1, String::new()).await
}

async fn add(tx: &mut Tx, id: EventId, h: &Happened, seq: i64, previous: String) -> Result<()> {
    let actor = h.actor.map(|p| p.to_string());
    let particulars = doc(&h.event);
    let hash = link(&previous, &h.chain, seq, h.at, actor.as_deref(), &particulars);
    let sql =
        "INSERT INTO event (id, chain, seq, at, actor, name, particulars, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let values = args![id.to_string(), &h.chain, seq, h.at, actor, h.event.name(), particulars, previous, hash];
    tx.exec(sql, values).await?;
    Ok(())
}

fn link(previous: &str, chain: &str, seq: i64, at: Ts, actor: Option<&str>, particulars: &str) -> String {
    // Lengths are part of what is hashed, so that no two different entries can read the same.
    let fields = [previous, chain, &seq.to_string(), &at.0.to_string(), actor.unwrap_or(""), particulars];
    let mut text = String::new();
    for field in fields {
        text.push_str(&format!("{}:{field}\n", field.len()));
    }
    crate::files::hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, text.as_bytes()).as_ref())
}

fn entry_of(row: &Row) -> Result<Entry> {
    Ok(Entry {
        seq: row.int("seq")?,
        at: row.ts("at")?,
        actor: row.opt_text("actor")?.map(|a| a.parse()).transpose().map_err(|_| StoreError::impossible("actor"))?,
        name: row.text("name")?,
        particulars: row.text("particulars")?,
        previous: row.text("previous")?,
        hash: row.text("hash")?,
    })
}

impl Entry {
    /// What happened, as the domain knows it.
    pub fn event(&self) -> Result<Event> {
        serde_json::from_str(&self.particulars).map_err(|e| StoreError::Impossible(format!("event: {e}")))
    }
}

/// A page of a chain, oldest first.
pub async fn of(tx: &mut Tx, chain: &str, after: i64, most: i64) -> Result<Vec<Entry>> {
    let sql = "SELECT seq, at, actor, name, particulars, previous, hash FROM event WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    tx.all(sql, args![chain, after, most]).await?.iter().map(entry_of).collect()
}

/// How many entries a chain has.
pub async fn length(tx: &mut Tx, chain: &str) -> Result<i64> {
    let row = tx.opt("SELECT MAX(seq) AS n FROM event WHERE chain = $1", args![chain]).await?;
    Ok(row.map(|r| r.opt_int("n")).transpose()?.flatten().unwrap_or(0))
}

/// Chains, in order, after the one named: for walks over everything.
pub async fn chains(tx: &mut Tx, after: &str, most: i64) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT chain FROM event WHERE chain > $1 ORDER BY chain LIMIT $2";
    tx.all(sql, args![after, most]).await?.iter().map(|r| r.text("chain")).collect()
}

/// Where a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Which chain.
    pub chain: String,
    /// At which place.
    pub seq: i64,
}

/// Checks a chain from its beginning; the first place where it is broken, if any.
pub async fn check(tx: &mut Tx, chain: &str) -> Result<Option<Broken>> {
    let (mut seq, mut previous) = (0, String::new());
    loop {
        let page = of(tx, chain, seq, 500).await?;
        if page.is_empty() {
            return Ok(None);
        }
        for entry in page {
            let actor = entry.actor.map(|p| p.to_string());
            let due = link(&previous, chain, seq + 1, entry.at, actor.as_deref(), &entry.particulars);
            if entry.seq != seq + 1 || entry.previous != previous || entry.hash != due {
                return Ok(Some(Broken { chain: chain.to_owned(), seq: seq + 1 }));
            }
            (seq, previous) = (entry.seq, entry.hash);
        }
    }
}

/// When the latest thing happened.
pub async fn latest(tx: &mut Tx) -> Result<Option<Ts>> {
    let row = tx.opt("SELECT MAX(at) AS at FROM event", vec![]).await?.ok_or(StoreError::impossible("max"))?;
    row.opt_ts("at")
}
