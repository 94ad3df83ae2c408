//! All listed offerings that close a gap, for those who keep them in memory.

use super::offering_of;
use crate::sql::Row;
use crate::{Result, StoreError, Tx, args};
use domain::CriterionId;
use domain::offering::Offering;
use std::collections::HashMap;

/// Says that what is listed is different from now on.
pub(super) async fn changed(tx: &mut Tx) -> Result<()> {
    tx.exec("UPDATE offering_revision SET n = n + 1", vec![]).await.map(drop)
}

/// A number that is another one whenever something about the offerings changed.
pub async fn revision(tx: &mut Tx) -> Result<i64> {
    tx.opt("SELECT n FROM offering_revision", vec![]).await?.ok_or(StoreError::impossible("offering_revision"))?.int("n")
}

/// Every listed offering that is made for a criterion, with all of those, in the order of their ids; at most `most`.
pub async fn of_market(tx: &mut Tx, most: i64) -> Result<Vec<Offering>> {
    let sql = "SELECT c.offering, c.criterion FROM offering_criterion c JOIN offering o ON o.id = c.offering WHERE o.retired_at IS NULL \
               ORDER BY c.offering, c.criterion";
    let mut links: HashMap<String, Vec<CriterionId>> = HashMap::new();
    for row in tx.all(sql, vec![]).await? {
        links.entry(row.text("offering")?).or_default().push(row.parse("criterion")?);
    }
    let sql = "SELECT o.id, o.doc, o.stated_at, o.retired_at FROM offering o WHERE o.retired_at IS NULL \
               AND EXISTS (SELECT 1 FROM offering_criterion c WHERE c.offering = o.id) ORDER BY o.id LIMIT $1";
    let one = |row: &Row| {
        let mut offering = offering_of(row)?;
        offering.criteria = links.remove(&row.text("id")?).unwrap_or_default();
        Ok(offering)
    };
    tx.all(sql, args![most]).await?.iter().map(one).collect()
}
