//! An issuer's register: everything it issued, searched and counted.

use crate::awards::{credential_of, select_credential};
use crate::{Result, Tx, args};
use domain::credential::Credential;
use domain::text::fold;
use domain::{PersonId, Ts};

/// Parts of the register, by where a credential stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Everything.
    All,
    /// In force.
    Active,
    /// Out of force for a time.
    Suspended,
    /// Out of force for good.
    Revoked,
    /// Past its end, or replaced by a renewed one.
    Ended,
    /// Waiting for the holder's answer, declined, or withdrawn before any.
    Offered,
}

impl Part {
    /// Every part, as they are shown.
    pub const ALL: [Part; 6] = [Part::All, Part::Active, Part::Suspended, Part::Revoked, Part::Ended, Part::Offered];

    /// The name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Part::All => "all",
            Part::Active => "active",
            Part::Suspended => "suspended",
            Part::Revoked => "revoked",
            Part::Ended => "ended",
            Part::Offered => "offered",
        }
    }
}

/// The words of a search, each to be found.
fn words(query: &str) -> [String; 3] {
    let folded = fold(query);
    let mut words = folded.split(' ').map(str::to_owned);
    std::array::from_fn(|_| words.next().unwrap_or_default())
}

/// A page of what the organisations that a person issues for have issued, latest first. `query` is looked for in names,
/// titles and numbers.
pub async fn page(
    tx: &mut Tx,
    (issuer, now): (PersonId, Ts),
    part: Part,
    query: &str,
    (offset, most): (i64, i64),
) -> Result<Vec<Credential>> {
    let sql = select_credential!(
        "WHERE c.issuer IN (SELECT organisation FROM membership WHERE person = $1 AND role = 'issuer') \
         AND c.searched LIKE '%' || $4 || '%' AND c.searched LIKE '%' || $5 || '%' AND c.searched LIKE '%' || $6 || '%' \
         AND ($3 = 'all' OR $3 = CASE \
         WHEN c.state IN ('expired', 'superseded') OR (c.state = 'active' AND c.until_at <= $2) THEN 'ended' \
         WHEN c.state IN ('offered', 'unclaimed', 'declined', 'withdrawn') THEN 'offered' ELSE c.state END) \
         ORDER BY c.from_at DESC, c.id DESC LIMIT $8 OFFSET $7"
    );
    let [a, b, c] = words(query);
    let values = args![issuer.to_string(), now, part.code(), a, b, c, offset, most];
    tx.all(sql, values).await?.iter().map(credential_of).collect()
}

/// How many credentials each part has, for the same search.
pub async fn counts(tx: &mut Tx, issuer: PersonId, now: Ts, query: &str) -> Result<Vec<(Part, i64)>> {
    // The parts are those of `page`.
    let sql = "SELECT CASE WHEN state IN ('expired', 'superseded') OR (state = 'active' AND until_at <= $2) THEN 'ended' \
               WHEN state IN ('offered', 'unclaimed', 'declined', 'withdrawn') THEN 'offered' ELSE state END AS part, COUNT(*) AS n FROM credential \
               WHERE issuer IN (SELECT organisation FROM membership WHERE person = $1 AND role = 'issuer') \
               AND searched LIKE '%' || $3 || '%' AND searched LIKE '%' || $4 || '%' AND searched LIKE '%' || $5 || '%' GROUP BY 1";
    let [a, b, c] = words(query);
    let mut counts: Vec<(Part, i64)> = Part::ALL.map(|part| (part, 0)).to_vec();
    for row in tx.all(sql, args![issuer.to_string(), now, a, b, c]).await? {
        let (name, n) = (row.text("part")?, row.int("n")?);
        for (part, count) in &mut counts {
            if *part == Part::All || part.code() == name {
                *count += n;
            }
        }
    }
    Ok(counts)
}
