//! Frameworks taken in from elsewhere, as they came.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args};
use domain::{ElementId, FrameworkId, PersonId, Ts};

/// A framework of somebody else.
#[derive(Clone, Debug)]
pub struct Framework {
    /// Its id here.
    pub id: FrameworkId,
    /// What its publisher calls it, such as `SP_800_181_rev_1`.
    pub identifier: String,
    /// Name.
    pub name: String,
    /// Edition.
    pub version: String,
    /// Where it is published.
    pub website: String,
    /// When it was taken in.
    pub imported: Ts,
}

/// One element, as it came.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its id here.
    pub id: ElementId,
    /// The line it stood on.
    pub line: i64,
    /// What it is: `task`, `knowledge`, `skill`, `work_role` …
    pub kind: String,
    /// Its id there.
    pub source_id: String,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
}

/// A link between two elements, as it came.
#[derive(Clone, Debug)]
pub struct Link {
    /// The line it stood on.
    pub line: i64,
    /// From which source id.
    pub from: String,
    /// To which.
    pub to: String,
    /// What kind.
    pub relation: String,
}

/// A row that could not be taken in.
#[derive(Clone, Debug)]
pub struct Rejected {
    /// The line it stood on.
    pub line: i64,
    /// Its id there, where it could be read.
    pub source_id: Option<String>,
    /// What was wrong, for programs.
    pub code: String,
    /// What was wrong, in words.
    pub reason: String,
}

/// Adds a framework. The same edition twice is a `Conflict`.
pub async fn add(tx: &mut Tx, f: &Framework, by: Option<PersonId>) -> Result<()> {
    let sql =
        "INSERT INTO framework (id, identifier, name, version, website, imported_at, imported_by) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let by = by.map(|p| p.to_string());
    tx.exec(sql, args![f.id.to_string(), &f.identifier, &f.name, &f.version, &f.website, f.imported, by]).await?;
    Ok(())
}

/// Adds one element.
pub async fn add_element(tx: &mut Tx, framework: FrameworkId, e: &Element) -> Result<()> {
    let sql = "INSERT INTO element (id, framework, line, kind, source_id, title, body) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = args![e.id.to_string(), framework.to_string(), e.line, &e.kind, &e.source_id, &e.title, &e.text];
    tx.exec(sql, values).await?;
    Ok(())
}

/// Adds one link.
pub async fn add_link(tx: &mut Tx, framework: FrameworkId, l: &Link) -> Result<()> {
    let sql = "INSERT INTO element_link (framework, line, from_source, to_source, relation) VALUES ($1, $2, $3, $4, $5)";
    tx.exec(sql, args![framework.to_string(), l.line, &l.from, &l.to, &l.relation]).await?;
    Ok(())
}

/// Keeps what was rejected and why.
pub async fn add_rejected(tx: &mut Tx, framework: FrameworkId, r: &Rejected) -> Result<()> {
    let sql = "INSERT INTO import_error (framework, line, source_id, code, reason) VALUES ($1, $2, $3, $4, $5)";
    tx.exec(sql, args![framework.to_string(), r.line, r.source_id.clone(), &r.code, &r.reason]).await?;
    Ok(())
}

fn framework_of(row: &Row) -> Result<Framework> {
    Ok(Framework {
        id: row.parse("id")?,
        identifier: row.text("identifier")?,
        name: row.text("name")?,
        version: row.text("version")?,
        website: row.text("website")?,
        imported: row.ts("imported_at")?,
    })
}

fn element_of(row: &Row) -> Result<Element> {
    Ok(Element {
        id: row.parse("id")?,
        line: row.int("line")?,
        kind: row.text("kind")?,
        source_id: row.text("source_id")?,
        title: row.text("title")?,
        text: row.text("body")?,
    })
}

/// Every framework.
pub async fn all(tx: &mut Tx) -> Result<Vec<Framework>> {
    let sql = "SELECT id, identifier, name, version, website, imported_at FROM framework ORDER BY name, version LIMIT 200";
    tx.all(sql, vec![]).await?.iter().map(framework_of).collect()
}

/// The framework of this id.
pub async fn get(tx: &mut Tx, id: FrameworkId) -> Result<Option<Framework>> {
    let sql = "SELECT id, identifier, name, version, website, imported_at FROM framework WHERE id = $1";
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(framework_of).transpose()
}

/// How many elements of each kind there are.
pub async fn counts(tx: &mut Tx, id: FrameworkId) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT kind, COUNT(*) AS n FROM element WHERE framework = $1 GROUP BY kind ORDER BY kind";
    tx.all(sql, args![id.to_string()]).await?.iter().map(|r| Ok((r.text("kind")?, r.int("n")?))).collect()
}

/// How many links there are.
pub async fn link_count(tx: &mut Tx, id: FrameworkId) -> Result<i64> {
    let row = tx.opt("SELECT COUNT(*) AS n FROM element_link WHERE framework = $1", args![id.to_string()]).await?;
    row.ok_or(StoreError::impossible("count"))?.int("n")
}

/// A page of elements of a kind (`""`: all kinds) whose id, title or text contains `words` (lower case; `""`: all). What is
/// called so comes before what only speaks of it.
pub async fn elements(tx: &mut Tx, id: FrameworkId, kind: &str, words: &str, offset: i64, most: i64) -> Result<Vec<Element>> {
    let sql = "SELECT id, line, kind, source_id, title, body FROM element WHERE framework = $1 AND ($2 = '' OR kind = $2) \
               AND ($3 = '' OR LOWER(source_id || ' ' || title || ' ' || body) LIKE '%' || $3 || '%') \
               ORDER BY CASE WHEN $3 = '' THEN 0 WHEN LOWER(source_id) = $3 OR LOWER(title) = $3 THEN 1 WHEN LOWER(title) LIKE $3 || '%' THEN 2 \
               WHEN LOWER(title) LIKE '%' || $3 || '%' THEN 3 ELSE 4 END, kind, source_id LIMIT $5 OFFSET $4";
    tx.all(sql, args![id.to_string(), kind, words, offset, most]).await?.iter().map(element_of).collect()
}

/// How many elements [`elements`] has in all.
pub async fn count_elements(tx: &mut Tx, id: FrameworkId, kind: &str, words: &str) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM element WHERE framework = $1 AND ($2 = '' OR kind = $2) \
               AND ($3 = '' OR LOWER(source_id || ' ' || title || ' ' || body) LIKE '%' || $3 || '%')";
    tx.opt(sql, args![id.to_string(), kind, words]).await?.ok_or(StoreError::impossible("count"))?.int("n")
}

/// The element with this id at its source.
pub async fn element(tx: &mut Tx, id: FrameworkId, source_id: &str) -> Result<Option<Element>> {
    let sql = "SELECT id, line, kind, source_id, title, body FROM element WHERE framework = $1 AND source_id = $2";
    tx.opt(sql, args![id.to_string(), source_id]).await?.as_ref().map(element_of).transpose()
}

/// The element of this id.
pub async fn element_by_id(tx: &mut Tx, id: ElementId) -> Result<Option<Element>> {
    let sql = "SELECT id, line, kind, source_id, title, body FROM element WHERE id = $1";
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(element_of).transpose()
}

/// The elements that an element is linked to, in the order of the links.
pub async fn linked(tx: &mut Tx, id: FrameworkId, from: &str) -> Result<Vec<Element>> {
    let sql = "SELECT e.id, e.line, e.kind, e.source_id, e.title, e.body FROM element_link l JOIN element e ON e.framework = l.framework \
               AND e.source_id = l.to_source WHERE l.framework = $1 AND l.from_source = $2 ORDER BY l.line, l.to_source LIMIT 1000";
    tx.all(sql, args![id.to_string(), from]).await?.iter().map(element_of).collect()
}

/// The elements that are linked to an element, by their ids.
pub async fn linking(tx: &mut Tx, id: FrameworkId, to: &str) -> Result<Vec<Element>> {
    let sql = "SELECT e.id, e.line, e.kind, e.source_id, e.title, e.body FROM element_link l JOIN element e ON e.framework = l.framework \
               AND e.source_id = l.from_source WHERE l.framework = $1 AND l.to_source = $2 ORDER BY e.kind, e.source_id LIMIT 1000";
    tx.all(sql, args![id.to_string(), to]).await?.iter().map(element_of).collect()
}

/// A page of what was rejected at the import, in the order of the lines, and how many rows were in all.
pub async fn rejected(tx: &mut Tx, id: FrameworkId, offset: i64, most: i64) -> Result<(Vec<Rejected>, i64)> {
    let sql =
        "SELECT line, source_id, code, reason FROM import_error WHERE framework = $1 ORDER BY line, source_id, code LIMIT $3 OFFSET $2";
    let rows = tx.all(sql, args![id.to_string(), offset, most]).await?;
    let rejected = |r: &Row| {
        Ok(Rejected { line: r.int("line")?, source_id: r.opt_text("source_id")?, code: r.text("code")?, reason: r.text("reason")? })
    };
    let count = tx.opt("SELECT COUNT(*) AS n FROM import_error WHERE framework = $1", args![id.to_string()]).await?;
    let n = count.ok_or(StoreError::impossible("count"))?.int("n")?;
    Ok((rows.iter().map(rejected).collect::<Result<_>>()?, n))
}
