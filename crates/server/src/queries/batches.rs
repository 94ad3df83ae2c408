//! Batches as their issuer sees them: what was read, how far issuing is, what came of each row.

use crate::access::{Relation, Thing, Verb};
use crate::actions::claim_offer::link_to;
use crate::actions::issue_batch::Refused;
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::queries::claim::Names;
use crate::queries::versions::version;
use crate::urls;
use crate::web::extract::PAGE;
use domain::batch::{Batch, Listed, PART};
use domain::profile::ProfileVersion;
use domain::{BatchId, Text, VersionId};
use std::sync::Arc;

/// A batch with what it certifies.
pub struct BatchLine {
    /// The batch.
    pub batch: Batch,
    /// The version.
    pub version: Arc<ProfileVersion>,
}

/// A page of the batches of the organisations that somebody issues for, and how many there are.
pub async fn batches(who: &Member, page: i64) -> Outcome<(Vec<BatchLine>, i64)> {
    let mut tx = who.app.read().await?;
    let (found, all) = store::batches::page(&mut tx, who.id(), (page - 1) * PAGE, PAGE).await?;
    let mut lines = Vec::new();
    for batch in found {
        let version = version(&who.app, &mut tx, batch.version).await?;
        lines.push(BatchLine { batch, version });
    }
    Ok((lines, all))
}

/// What somebody can issue to many: each version in force of the organisations that they issue for, by title.
pub async fn achievements(who: &Member) -> Outcome<Vec<(VersionId, Text, u32)>> {
    Ok(store::profiles::issued_by(&mut who.app.read().await?, who.id()).await?)
}

/// One batch.
pub struct BatchPage {
    /// The batch.
    pub batch: Batch,
    /// What it certifies.
    pub version: Arc<ProfileVersion>,
    /// What the issuer is called.
    pub names: Names,
    /// Its first rows.
    pub first: Vec<Listed>,
    /// The first of the rows that were not taken in.
    pub refused: Vec<Refused>,
}

/// How many rows are shown before a batch is started.
const FIRST: usize = 10;

/// One batch, for those who issue for its issuer.
pub async fn batch(who: &Member, id: BatchId) -> Outcome<BatchPage> {
    let mut tx = who.app.read().await?;
    let batch = store::batches::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::View, Thing::Batch, Relation::of(batch.issuer))?;
    let version = version(&who.app, &mut tx, batch.version).await?;
    let names = Names::of(&mut tx, [batch.issuer]).await?;
    let (mut first, _) = store::batches::part(&mut tx, id, 0).await?.unwrap_or_default();
    first.truncate(FIRST);
    let refused = if batch.refused == 0 { vec![] } else { store::batches::refused(&mut tx, id).await? };
    Ok(BatchPage { batch, version, names, first, refused })
}

/// What came of each row of one part, as lines of CSV; none after the last part.
pub async fn results_of_part(who: &Member, batch: &Batch, number: u32) -> Outcome<Option<String>> {
    let mut tx = who.app.read().await?;
    let Some((rows, skipped)) = store::batches::part(&mut tx, batch.id, number).await? else { return Ok(None) };
    let issued = store::batches::issued_between(&mut tx, batch.id, number * PART, (number + 1) * PART).await?;
    drop(tx);
    let mut issued = issued.into_iter().peekable();
    let mut text = String::new();
    for (row, listed) in (number * PART + 1..).zip(rows) {
        let credential = issued.next_if(|(of, ..)| *of == row);
        let base = &who.app.base_url;
        let (state, page, claim) = match &credential {
            Some((_, id, state)) => {
                let waits = matches!(state.as_str(), "offered" | "unclaimed");
                let claim = if waits { format!("{base}{}", link_to(&who.app, who.lang, *id)) } else { String::new() };
                (state.as_str(), format!("{base}{}", urls::credential_form(*id, "json").trim_end_matches(".json")), claim)
            }
            None if skipped.contains(&row) => ("has_it_already", String::new(), String::new()),
            None => ("not_issued", String::new(), String::new()),
        };
        let line = listed.line.to_string();
        let (email, number) = (listed.email.as_deref().unwrap_or_default(), listed.number.as_deref().unwrap_or_default());
        let fields = [line.as_str(), &listed.name, email, number, listed.did.as_deref().unwrap_or_default(), state, &page, &claim];
        text.push_str(&fields.map(in_csv).join(","));
        text.push_str("\r\n");
    }
    Ok(Some(text))
}

/// The first line of the results.
pub const RESULT_COLUMNS: &str = "line,name,email,student_number,did,state,credential,link_for_the_recipient\r\n";

/// A field of CSV. What a spreadsheet would run as a formula stands behind an apostrophe.
fn in_csv(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    if guard.is_empty() && !text.contains([',', '"', ';', '\n', '\r']) {
        return text.to_owned();
    }
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::in_csv;

    #[test]
    fn no_name_becomes_a_formula_or_breaks_its_line() {
        for (text, field) in [
            ("Ada Lee", "Ada Lee"),
            ("Lee, \"Ada\"", "\"Lee, \"\"Ada\"\"\""),
            ("=HYPERLINK(1)", "\"'=HYPERLINK(1)\""),
            ("@x", "\"'@x\""),
            ("-1", "\"'-1\""),
        ] {
            assert_eq!(in_csv(text), field);
        }
    }
}
