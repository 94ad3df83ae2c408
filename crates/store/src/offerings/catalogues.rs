//! Catalogues from elsewhere: taken in, and taken in again.

use super::{INSERT, body, columns, next_place, words};
use crate::sql::Row;
use crate::{Result, Tx, args};
use domain::offering::{Offering, Provider};
use domain::{CatalogueId, OfferingId, OrganisationId, PersonId, Ts};
use std::collections::{HashMap, HashSet};

/// A catalogue.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// Its id.
    pub id: CatalogueId,
    /// Its name, which is the source of every number in it.
    pub name: String,
    /// Whose it is; none: the instance's.
    pub owner: Option<OrganisationId>,
    /// When it was taken in last.
    pub taken: Ts,
}

fn catalogue_of(row: &Row) -> Result<Catalogue> {
    let owner = row.opt_text("owner")?.map(|o| o.parse().map_err(|_| crate::StoreError::impossible("catalogue.owner"))).transpose()?;
    Ok(Catalogue { id: row.parse("id")?, name: row.text("name")?, owner, taken: row.ts("taken_at")? })
}

/// Every catalogue.
pub async fn catalogues(tx: &mut Tx) -> Result<Vec<Catalogue>> {
    let sql = "SELECT id, name, owner, taken_at FROM catalogue ORDER BY name LIMIT 500";
    tx.all(sql, vec![]).await?.iter().map(catalogue_of).collect()
}

/// The catalogue of this name.
pub async fn catalogue_named(tx: &mut Tx, name: &str) -> Result<Option<Catalogue>> {
    let row = tx.opt("SELECT id, name, owner, taken_at FROM catalogue WHERE name = $1", args![name]).await?;
    row.as_ref().map(catalogue_of).transpose()
}

/// What became of the offerings of a catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Taken {
    /// New ones.
    pub added: usize,
    /// Known ones that say something else now, or are listed again.
    pub changed: usize,
    /// Known ones that say the same.
    pub same: usize,
    /// Known ones that are listed no more; they stay readable.
    pub retired: usize,
}

/// What is known of an offering from the last time.
struct Known {
    id: OfferingId,
    place: i64,
    doc: String,
    retired: bool,
}

/// Takes in a catalogue: adds, changes and retires its offerings so that those listed are `offerings`, and those whose id in
/// the source is among `kept`, about which nothing new can be said. Each of `offerings` has an id in the source that no other has.
pub async fn take(tx: &mut Tx, c: &Catalogue, offerings: Vec<Offering>, kept: &HashSet<String>) -> Result<Taken> {
    let sql = "INSERT INTO catalogue (id, name, owner, taken_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET taken_at = EXCLUDED.taken_at";
    tx.exec(sql, args![c.id.to_string(), &c.name, c.owner.map(|o| o.to_string()), c.taken]).await?;
    super::market::changed(tx).await?;
    let mut place = next_place(tx).await?;
    let mut known = known(tx, c.id).await?;
    let mut taken = Taken::default();
    for (n, mut o) in offerings.into_iter().enumerate() {
        if n % 128 == 127 {
            // Others wait for this thread too.
            tokio::task::yield_now().await;
        }
        let before = known.remove(&o.source.id);
        if let Some(before) = &before {
            o.id = before.id;
        }
        match before {
            Some(before) if before.doc == body(&o) && !before.retired => taken.same += 1,
            Some(before) => {
                save(tx, &o, before.place).await?;
                taken.changed += 1;
            }
            None => {
                save(tx, &o, place).await?;
                place += 1;
                taken.added += 1;
            }
        }
    }
    // Whatever is still listed said so today.
    tx.exec("UPDATE offering SET stated_at = $2 WHERE catalogue = $1 AND retired_at IS NULL", args![c.id.to_string(), c.taken]).await?;
    for gone in known.iter().filter(|(id, k)| !k.retired && !kept.contains(*id)).map(|(_, k)| k.id) {
        tx.exec("UPDATE offering SET retired_at = $2 WHERE id = $1", args![gone.to_string(), c.taken]).await?;
        taken.retired += 1;
    }
    Ok(taken)
}

async fn known(tx: &mut Tx, catalogue: CatalogueId) -> Result<HashMap<String, Known>> {
    let sql = "SELECT id, place_in_index, source_id, doc, retired_at FROM offering WHERE catalogue = $1";
    let known = |r: &Row| {
        let known =
            Known { id: r.parse("id")?, place: r.int("place_in_index")?, doc: r.text("doc")?, retired: r.opt_ts("retired_at")?.is_some() };
        Ok((r.text("source_id")?, known))
    };
    tx.all(sql, args![catalogue.to_string()]).await?.iter().map(known).collect()
}

async fn save(tx: &mut Tx, o: &Offering, place: i64) -> Result<()> {
    let name = match &o.provider {
        Provider::Named(name) => name.as_str(),
        _ => "",
    };
    tx.exec(INSERT, columns(o, place, name)).await?;
    tx.index_words(place, &words(o, name)).await
}

/// A file that somebody sent and has not said yes to yet.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Who sent it; each person has one at most.
    pub person: PersonId,
    /// For which organisation.
    pub owner: OrganisationId,
    /// The mapping's text.
    pub mapping: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// When.
    pub at: Ts,
}

/// Keeps a file in place of an earlier one of the same person.
pub async fn keep_preview(tx: &mut Tx, p: &Preview) -> Result<()> {
    let sql = "INSERT INTO catalogue_preview (person, owner, mapping, bytes, sent_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person) \
               DO UPDATE SET owner = EXCLUDED.owner, mapping = EXCLUDED.mapping, bytes = EXCLUDED.bytes, sent_at = EXCLUDED.sent_at";
    tx.exec(sql, args![p.person.to_string(), p.owner.to_string(), &p.mapping, p.bytes.clone(), p.at]).await.map(drop)
}

/// The file that a person sent after `since`, once; it is kept no longer.
pub async fn take_preview(tx: &mut Tx, person: PersonId, since: Ts) -> Result<Option<Preview>> {
    let sql = "DELETE FROM catalogue_preview WHERE person = $1 RETURNING person, owner, mapping, bytes, sent_at";
    let Some(row) = tx.opt(sql, args![person.to_string()]).await? else { return Ok(None) };
    let p = Preview {
        person: row.parse("person")?,
        owner: row.parse("owner")?,
        mapping: row.text("mapping")?,
        bytes: row.blob("bytes")?,
        at: row.ts("sent_at")?,
    };
    Ok((p.at > since).then_some(p))
}
