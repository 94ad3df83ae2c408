//! The places of credentials in their issuers' status lists, and what is set in a list.

use crate::{Result, StoreError, Tx, args, doc};
use domain::credential::{Credential, StatusPlace};
use domain::{OrganisationId, StatusListId};

/// How many random places are tried before a list counts as full. A list of which half is taken refuses so many tries
/// once in 65,536 times; what is nearly full refuses most of the time, and the next one begins.
pub const TRIES: usize = 16;

/// Keeps a new credential, at a free place of its issuer's latest list that nobody could foretell. A second credential
/// for the same recognition or claim is a `Conflict`. `place` draws a place, `list` an id for a list.
pub async fn issue(tx: &mut Tx, c: &Credential, place: impl Fn() -> u32, list: impl Fn() -> StatusListId) -> Result<StatusPlace> {
    let mut latest = newest(tx, c.issuer).await?;
    // Whoever begins a list leaves it to those who begin one at the same moment, so a second round finds room.
    for _ in 0..3 {
        if let Some((list, _)) = latest {
            for _ in 0..TRIES {
                let at = StatusPlace { list, place: place() };
                if insert(tx, c, at).await? {
                    return Ok(at);
                }
            }
        }
        let number = latest.map_or(1, |(_, number)| number + 1);
        let sql = "INSERT INTO status_list (id, issuer, number) VALUES ($1, $2, $3) ON CONFLICT (issuer, number) DO NOTHING";
        tx.exec(sql, args![list().to_string(), c.issuer.to_string(), number]).await?;
        latest = newest(tx, c.issuer).await?;
    }
    Err(StoreError::impossible("a status list without room"))
}

async fn newest(tx: &mut Tx, issuer: OrganisationId) -> Result<Option<(StatusListId, i64)>> {
    let sql = "SELECT id, number FROM status_list WHERE issuer = $1 ORDER BY number DESC LIMIT 1";
    let row = tx.opt(sql, args![issuer.to_string()]).await?;
    row.map(|r| Ok((r.parse("id")?, r.int("number")?))).transpose()
}

/// Whether the place was free.
async fn insert(tx: &mut Tx, c: &Credential, at: StatusPlace) -> Result<bool> {
    let sql = "INSERT INTO credential (id, holder, recipient_name, recipient_email, title_en, title_fr, searched, issuer, kind, subject, \
               from_at, until_at, status_list, status_place, state, state_doc, listed, document, revision) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1) \
               ON CONFLICT (status_list, status_place) DO NOTHING";
    let (kind, subject) = crate::awards::subject(c.achievement);
    let searched = domain::text::fold(&format!("{} {} {} {}", c.recipient.name, c.title.en, c.title.fr, c.id));
    let mut values = args![c.id.to_string(), c.holder.map(|h| h.to_string()), &c.recipient.name, c.recipient.email.clone(), &c.title.en];
    values.extend(args![&c.title.fr, searched, c.issuer.to_string(), kind, subject, c.from, c.until, at.list.to_string()]);
    values.extend(args![i64::from(at.place), c.state.name(), doc(&c.state), c.listed, c.document.clone()]);
    Ok(tx.exec(sql, values).await? == 1)
}

/// The latest list of an issuer with every place in it that is taken; none: it has no list yet.
pub async fn taken(tx: &mut Tx, issuer: OrganisationId) -> Result<Option<(StatusListId, Vec<u32>)>> {
    let Some((list, _)) = newest(tx, issuer).await? else { return Ok(None) };
    let sql = "SELECT status_place FROM credential WHERE status_list = $1";
    let rows = tx.all(sql, args![list.to_string()]).await?;
    let taken = rows.iter().map(|r| r.int("status_place").map(|p| p as u32)).collect::<Result<_>>()?;
    Ok(Some((list, taken)))
}

/// Begins the next list of an issuer under this id. Somebody else who did so at the same moment makes it a `Conflict`.
pub async fn begin_list(tx: &mut Tx, issuer: OrganisationId, id: StatusListId) -> Result<()> {
    let number = newest(tx, issuer).await?.map_or(1, |(_, number)| number + 1);
    let sql = "INSERT INTO status_list (id, issuer, number) VALUES ($1, $2, $3)";
    tx.exec(sql, args![id.to_string(), issuer.to_string(), number]).await?;
    Ok(())
}

/// What is set in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutOfForce {
    /// The places of credentials that are out of force for a time, in order.
    pub suspended: Vec<u32>,
    /// The places of credentials that are out of force for good, in order.
    pub revoked: Vec<u32>,
}

/// Whose list this is, and what is set in it.
pub async fn list(tx: &mut Tx, id: StatusListId) -> Result<Option<(OrganisationId, OutOfForce)>> {
    let Some(row) = tx.opt("SELECT issuer FROM status_list WHERE id = $1", args![id.to_string()]).await? else { return Ok(None) };
    let sql = "SELECT status_place, state FROM credential WHERE status_list = $1 AND state IN ('suspended', 'revoked', 'withdrawn') ORDER BY status_place";
    let mut set = OutOfForce::default();
    for set_row in tx.all(sql, args![id.to_string()]).await? {
        let place = set_row.int("status_place")? as u32;
        if set_row.text("state")? == "suspended" { set.suspended.push(place) } else { set.revoked.push(place) }
    }
    Ok(Some((row.parse("issuer")?, set)))
}
