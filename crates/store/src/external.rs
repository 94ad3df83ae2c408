//! Credentials that others issued, kept for their holders; and the one list of all that a person can show.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args};
use domain::{AppId, ExternalId, PersonId, Ts};

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON with its proof inside.
    Json,
    /// A compact JWS.
    Jws,
}

impl Format {
    fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Jws => "jws",
        }
    }

    fn of(row: &Row) -> Result<Format> {
        match row.text("format")?.as_str() {
            "json" => Ok(Format::Json),
            "jws" => Ok(Format::Jws),
            _ => Err(StoreError::impossible("external_credential.format")),
        }
    }
}

/// A credential from elsewhere.
#[derive(Clone, Debug)]
pub struct External {
    /// Its id here.
    pub id: ExternalId,
    /// Whose it is.
    pub holder: PersonId,
    /// A hash of its own id and its issuer's: two with the same are the same credential.
    pub named: String,
    /// The program that brought it.
    pub app: AppId,
    /// How it is written.
    pub format: Format,
    /// As it came.
    pub document: String,
    /// What it certifies, as it says.
    pub name: String,
    /// Who issued it, as it says.
    pub issuer: String,
    /// What the check found when it came.
    pub verdict: String,
    /// From when it is valid, as it says.
    pub issued: Ts,
    /// When it came.
    pub kept: Ts,
}

fn external_of(row: &Row) -> Result<External> {
    Ok(External {
        id: row.parse("id")?,
        holder: row.parse("holder")?,
        named: row.text("named")?,
        app: row.parse("app")?,
        format: Format::of(row)?,
        document: row.text("document")?,
        name: row.text("name")?,
        issuer: row.text("issuer_name")?,
        verdict: row.text("verdict")?,
        issued: row.ts("issued_at")?,
        kept: row.ts("kept_at")?,
    })
}

/// Keeps it; one of the same name for the same holder is replaced. Its id, which stays.
pub async fn keep(tx: &mut Tx, e: &External) -> Result<ExternalId> {
    let sql = "INSERT INTO external_credential (id, holder, named, app, format, document, name, issuer_name, verdict, issued_at, kept_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (holder, named) DO UPDATE SET app = excluded.app, \
               format = excluded.format, document = excluded.document, name = excluded.name, issuer_name = excluded.issuer_name, \
               verdict = excluded.verdict, issued_at = excluded.issued_at, kept_at = excluded.kept_at RETURNING id";
    let mut values = args![e.id.to_string(), e.holder.to_string(), &e.named, e.app.to_string(), e.format.name(), &e.document];
    values.extend(args![&e.name, &e.issuer, &e.verdict, e.issued, e.kept]);
    tx.opt(sql, values).await?.ok_or(StoreError::impossible("external_credential"))?.parse("id")
}

/// How many a person has from elsewhere, without the one of this name.
pub async fn others(tx: &mut Tx, holder: PersonId, named: &str) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM external_credential WHERE holder = $1 AND named <> $2";
    tx.opt(sql, args![holder.to_string(), named]).await?.ok_or(StoreError::impossible("count"))?.int("n")
}

/// The one of this id.
pub async fn get(tx: &mut Tx, id: ExternalId) -> Result<Option<External>> {
    let sql = "SELECT id, holder, named, app, format, document, name, issuer_name, verdict, issued_at, kept_at FROM external_credential \
               WHERE id = $1";
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(external_of).transpose()
}

/// All that a person has from elsewhere, latest first.
pub async fn of(tx: &mut Tx, holder: PersonId) -> Result<Vec<External>> {
    let sql = "SELECT id, holder, named, app, format, '' AS document, name, issuer_name, verdict, issued_at, kept_at FROM external_credential \
               WHERE holder = $1 ORDER BY kept_at DESC, id LIMIT 500";
    tx.all(sql, args![holder.to_string()]).await?.iter().map(external_of).collect()
}

/// Removes it.
pub async fn remove(tx: &mut Tx, id: ExternalId) -> Result<()> {
    tx.exec("DELETE FROM external_credential WHERE id = $1", args![id.to_string()]).await?;
    Ok(())
}

/// A page of all that a person can show, latest first: what was issued here and accepted and signed, and what came from
/// elsewhere; and how many there are in all. `since`: only what is valid from then on or later.
pub async fn wallet(tx: &mut Tx, holder: PersonId, since: Ts, offset: i64, most: i64) -> Result<(Vec<(Format, String)>, i64)> {
    let sql = "SELECT document, 'json' AS format, from_at AS at, id FROM credential WHERE holder = $1 AND from_at >= $2 \
               AND document IS NOT NULL AND state NOT IN ('offered', 'unclaimed', 'declined') UNION ALL \
               SELECT document, format, issued_at AS at, id FROM external_credential WHERE holder = $1 AND issued_at >= $2 \
               ORDER BY at DESC, id LIMIT $4 OFFSET $3";
    let rows = tx.all(sql, args![holder.to_string(), since, offset, most]).await?;
    let page = rows.iter().map(|r| Ok((Format::of(r)?, r.text("document")?))).collect::<Result<_>>()?;
    let sql = "SELECT (SELECT COUNT(*) FROM credential WHERE holder = $1 AND from_at >= $2 AND document IS NOT NULL \
               AND state NOT IN ('offered', 'unclaimed', 'declined')) + (SELECT COUNT(*) FROM external_credential \
               WHERE holder = $1 AND issued_at >= $2) AS n";
    let all = tx.opt(sql, args![holder.to_string(), since]).await?.ok_or(StoreError::impossible("count"))?.int("n")?;
    Ok((page, all))
}
