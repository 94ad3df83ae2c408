//! Evidence items and what each is said to show. The bytes are in [`crate::files`].

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc, name_of, named};
use domain::evidence::{Captions, Content, EvidenceItem, EvidenceLink, EvidenceState};
use domain::{ClaimId, CompetencyId, EvidenceId, Lang};
use std::collections::BTreeMap;

/// What is read of an item.
macro_rules! select_item {
    ($rest:literal) => {
        concat!(
            "SELECT id, claim, learner, kind, class, title, note, occasion_doc, supervision, content_doc, added_at, state, state_doc \
             FROM evidence ",
            $rest
        )
    };
}

/// What is read of a link.
macro_rules! select_link {
    ($rest:literal) => {
        concat!("SELECT evidence, competency, criterion, at_doc FROM evidence_link ", $rest)
    };
}

/// Adds an item.
pub async fn add(tx: &mut Tx, e: &EvidenceItem) -> Result<()> {
    let sql = "INSERT INTO evidence (id, claim, learner, kind, class, title, note, occasion_doc, supervision, content_doc, sha256, added_at, \
               state, state_doc, print) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let mut values = args![e.id.to_string(), e.claim.to_string(), e.learner.to_string(), name_of(&e.kind), name_of(&e.class)];
    values.extend(args![&e.title, &e.note, doc(&e.occasion), e.supervision.code(), doc(&e.content), sha256(e), e.added]);
    values.extend(args![e.state.name(), doc(&e.state), print(e)]);
    tx.exec(sql, values).await?;
    Ok(())
}

/// Saves an item as it now is.
pub async fn save(tx: &mut Tx, e: &EvidenceItem) -> Result<()> {
    let sql = "UPDATE evidence SET kind = $2, class = $3, title = $4, note = $5, occasion_doc = $6, content_doc = $7, sha256 = $8, state = $9, \
               state_doc = $10, print = $11 WHERE id = $1";
    let mut values = args![e.id.to_string(), name_of(&e.kind), name_of(&e.class), &e.title, &e.note, doc(&e.occasion), doc(&e.content)];
    values.extend(args![sha256(e), e.state.name(), doc(&e.state), print(e)]);
    crate::one(tx.exec(sql, values).await?)
}

fn sha256(e: &EvidenceItem) -> Option<String> {
    match &e.content {
        Content::File { sha256, .. } => Some(sha256.clone()),
        _ => None,
    }
}

/// A digest of what makes the content new or old.
fn print(e: &EvidenceItem) -> Option<String> {
    let digest = |text: &str| crate::files::hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, text.as_bytes()).as_ref());
    e.content.fingerprint().map(digest)
}

/// The first item of the claim with the same content, else the item itself: the same bytes sent again under another id
/// are not new evidence (LRN-09).
pub async fn first_alike(tx: &mut Tx, item: &EvidenceItem) -> Result<EvidenceId> {
    let Some(print) = print(item) else { return Ok(item.id) };
    let sql = "SELECT id FROM evidence WHERE claim = $1 AND print = $2 ORDER BY added_at, id LIMIT 1";
    tx.opt(sql, args![item.claim.to_string(), print]).await?.map_or(Ok(item.id), |row| row.parse("id"))
}

/// [`first_alike`] of each item.
pub async fn firsts(tx: &mut Tx, items: &[EvidenceItem]) -> Result<BTreeMap<EvidenceId, EvidenceId>> {
    let mut firsts = BTreeMap::new();
    for item in items {
        firsts.insert(item.id, first_alike(tx, item).await?);
    }
    Ok(firsts)
}

/// Sets the captions of a recording in a language; `None` removes them.
pub async fn set_captions(tx: &mut Tx, id: EvidenceId, language: Lang, captions: Option<&Captions>) -> Result<()> {
    tx.exec("DELETE FROM caption WHERE evidence = $1 AND language = $2", args![id.to_string(), language.code()]).await?;
    if let Some(captions) = captions {
        let sql = "INSERT INTO caption (evidence, language, vtt) VALUES ($1, $2, $3)";
        tx.exec(sql, args![id.to_string(), language.code(), captions.as_vtt()]).await?;
    }
    Ok(())
}

/// The captions of a recording in a language, as WebVTT.
pub async fn captions(tx: &mut Tx, id: EvidenceId, language: Lang) -> Result<Option<String>> {
    let sql = "SELECT vtt FROM caption WHERE evidence = $1 AND language = $2";
    tx.opt(sql, args![id.to_string(), language.code()]).await?.map(|row| row.text("vtt")).transpose()
}

/// The languages that a recording has captions in.
pub async fn captioned(tx: &mut Tx, id: EvidenceId) -> Result<Vec<Lang>> {
    let sql = "SELECT language FROM caption WHERE evidence = $1 ORDER BY language";
    tx.all(sql, args![id.to_string()]).await?.iter().map(|row| named(&row.text("language")?)).collect()
}

fn item_of(row: &Row) -> Result<EvidenceItem> {
    let state: EvidenceState = row.json("state_doc")?;
    if state.name() != row.text("state")? {
        return Err(StoreError::impossible("evidence.state"));
    }
    Ok(EvidenceItem {
        id: row.parse("id")?,
        claim: row.parse("claim")?,
        learner: row.parse("learner")?,
        kind: named(&row.text("kind")?)?,
        class: named(&row.text("class")?)?,
        title: row.text("title")?,
        note: row.text("note")?,
        occasion: row.json("occasion_doc")?,
        supervision: named(&row.text("supervision")?)?,
        content: row.json("content_doc")?,
        added: row.ts("added_at")?,
        state,
    })
}

/// The item of this id.
pub async fn get(tx: &mut Tx, id: EvidenceId) -> Result<Option<EvidenceItem>> {
    let sql = select_item!("WHERE id = $1");
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(item_of).transpose()
}

/// The items of a claim, oldest first; at most 1,000.
pub async fn of_claim(tx: &mut Tx, claim: ClaimId) -> Result<Vec<EvidenceItem>> {
    let sql = select_item!("WHERE claim = $1 ORDER BY added_at, id LIMIT 1000");
    tx.all(sql, args![claim.to_string()]).await?.iter().map(item_of).collect()
}

/// The items linked to a competency of a claim.
pub async fn of_competency(tx: &mut Tx, claim: ClaimId, competency: CompetencyId) -> Result<Vec<EvidenceItem>> {
    let sql = select_item!(
        "WHERE id IN (SELECT evidence FROM evidence_link WHERE claim = $1 AND competency = $2) ORDER BY added_at, id LIMIT 500"
    );
    tx.all(sql, args![claim.to_string(), competency.to_string()]).await?.iter().map(item_of).collect()
}

/// A page of the items of a claim, latest first, and how many there are in all.
pub async fn page_of_claim(tx: &mut Tx, claim: ClaimId, offset: i64, most: i64) -> Result<(Vec<EvidenceItem>, i64)> {
    let sql = select_item!("WHERE claim = $1 ORDER BY added_at DESC, id LIMIT $3 OFFSET $2");
    let items = tx.all(sql, args![claim.to_string(), offset, most]).await?.iter().map(item_of).collect::<Result<_>>()?;
    let count = tx.opt("SELECT COUNT(*) AS n FROM evidence WHERE claim = $1", args![claim.to_string()]).await?;
    Ok((items, count.ok_or(StoreError::impossible("count"))?.int("n")?))
}

/// Whether anything was ever brought to a claim.
pub async fn any(tx: &mut Tx, claim: ClaimId) -> Result<bool> {
    Ok(tx.opt("SELECT id FROM evidence WHERE claim = $1 LIMIT 1", args![claim.to_string()]).await?.is_some())
}

/// How many items are linked to each competency of a claim.
pub async fn counts(tx: &mut Tx, claim: ClaimId) -> Result<Vec<(CompetencyId, i64)>> {
    let sql = "SELECT competency, COUNT(DISTINCT evidence) AS n FROM evidence_link WHERE claim = $1 GROUP BY competency";
    tx.all(sql, args![claim.to_string()]).await?.iter().map(|r| Ok((r.parse("competency")?, r.int("n")?))).collect()
}

/// Says what an item shows, in place of what was said before.
pub async fn set_links(tx: &mut Tx, item: &EvidenceItem, links: &[EvidenceLink]) -> Result<()> {
    tx.exec("DELETE FROM evidence_link WHERE evidence = $1", args![item.id.to_string()]).await?;
    for l in links {
        let sql = "INSERT INTO evidence_link (evidence, claim, competency, criterion, at_doc) VALUES ($1, $2, $3, $4, $5)";
        let values = args![l.evidence.to_string(), item.claim.to_string(), l.competency.to_string(), l.criterion.to_string(), doc(&l.at)];
        tx.exec(sql, values).await?;
    }
    Ok(())
}

/// Everything the items of a claim are said to show; at most 10,000 links.
pub async fn links(tx: &mut Tx, claim: ClaimId) -> Result<Vec<EvidenceLink>> {
    let sql = select_link!("WHERE claim = $1 ORDER BY evidence, criterion LIMIT 10000");
    tx.all(sql, args![claim.to_string()]).await?.iter().map(link_of).collect()
}

fn link_of(row: &Row) -> Result<EvidenceLink> {
    Ok(EvidenceLink {
        evidence: row.parse("evidence")?,
        competency: row.parse("competency")?,
        criterion: row.parse("criterion")?,
        at: row.json("at_doc")?,
    })
}

/// What one item is said to show.
pub async fn links_of_item(tx: &mut Tx, item: EvidenceId) -> Result<Vec<EvidenceLink>> {
    let sql = select_link!("WHERE evidence = $1 ORDER BY criterion LIMIT 1000");
    tx.all(sql, args![item.to_string()]).await?.iter().map(link_of).collect()
}

/// What the items of a claim are said to show of one competency.
pub async fn links_of_competency(tx: &mut Tx, claim: ClaimId, competency: CompetencyId) -> Result<Vec<EvidenceLink>> {
    let sql = select_link!(
        "WHERE claim = $1 AND competency = $2 \
               ORDER BY evidence, criterion LIMIT 10000"
    );
    tx.all(sql, args![claim.to_string(), competency.to_string()]).await?.iter().map(link_of).collect()
}

/// Whether any item still needs the file of this hash.
pub async fn uses_file(tx: &mut Tx, sha256: &str) -> Result<bool> {
    let sql = "SELECT id FROM evidence WHERE sha256 = $1 AND state NOT IN ('withdrawn', 'purged', 'rejected') LIMIT 1";
    Ok(tx.opt(sql, args![sha256]).await?.is_some())
}
