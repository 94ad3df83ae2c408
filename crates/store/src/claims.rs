//! Claims.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc};
use domain::claim::{Claim, ClaimState};
use domain::{ClaimId, PersonId, ProfileId, Ts};

/// What is read of a claim.
macro_rules! select_claim {
    ($rest:literal) => {
        concat!(
            "SELECT id, learner, profile, version, state, state_doc, opened_at, ratings_doc, competencies_doc, revision FROM claim ",
            $rest
        )
    };
}

/// Adds a claim.
pub async fn add(tx: &mut Tx, c: &Claim) -> Result<()> {
    let sql = "INSERT INTO claim (id, learner, profile, version, state, state_doc, opened_at, changed_at, ratings_doc, competencies_doc, revision) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, 1)";
    let mut values = args![c.id.to_string(), c.learner.to_string(), c.profile.to_string(), c.version.to_string(), c.state.name()];
    values.extend(args![doc(&c.state), c.opened, doc(&c.self_ratings), doc(&c.competencies)]);
    tx.exec(sql, values).await?;
    Ok(())
}

/// Saves a claim, unless somebody else did since it was read.
pub async fn save(tx: &mut Tx, c: &Claim, now: Ts) -> Result<()> {
    let sql = "UPDATE claim SET state = $3, state_doc = $4, changed_at = $5, ratings_doc = $6, competencies_doc = $7, revision = revision + 1 \
               WHERE id = $1 AND revision = $2";
    let values = args![c.id.to_string(), c.revision, c.state.name(), doc(&c.state), now, doc(&c.self_ratings), doc(&c.competencies)];
    crate::one(tx.exec(sql, values).await?)
}

fn claim_of(row: &Row) -> Result<Claim> {
    let state: ClaimState = row.json("state_doc")?;
    if state.name() != row.text("state")? {
        return Err(StoreError::impossible("claim.state"));
    }
    Ok(Claim {
        id: row.parse("id")?,
        learner: row.parse("learner")?,
        profile: row.parse("profile")?,
        version: row.parse("version")?,
        state,
        opened: row.ts("opened_at")?,
        self_ratings: row.json("ratings_doc")?,
        competencies: row.json("competencies_doc")?,
        revision: row.int("revision")?,
    })
}

/// The claim of this id.
pub async fn get(tx: &mut Tx, id: ClaimId) -> Result<Option<Claim>> {
    let sql = select_claim!("WHERE id = $1");
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(claim_of).transpose()
}

/// A page of a learner's claims, last changed first.
pub async fn of_learner(tx: &mut Tx, learner: PersonId, offset: i64, most: i64) -> Result<Vec<Claim>> {
    let sql = select_claim!("WHERE learner = $1 ORDER BY changed_at DESC, id LIMIT $3 OFFSET $2");
    tx.all(sql, args![learner.to_string(), offset, most]).await?.iter().map(claim_of).collect()
}

/// How many claims a learner has.
pub async fn count_of_learner(tx: &mut Tx, learner: PersonId) -> Result<i64> {
    let row = tx.opt("SELECT COUNT(*) AS n FROM claim WHERE learner = $1", args![learner.to_string()]).await?;
    row.ok_or(StoreError::impossible("count"))?.int("n")
}

/// Claims with open gaps to which nothing has happened since.
pub async fn quiet(tx: &mut Tx, since: Ts, most: i64) -> Result<Vec<Claim>> {
    let sql = select_claim!(
        "WHERE state = 'gaps_open' AND changed_at <= $1 AND NOT EXISTS (SELECT 1 FROM event e WHERE e.chain = claim.id AND e.at > $1) \
         ORDER BY changed_at, id LIMIT $2"
    );
    tx.all(sql, args![since, most]).await?.iter().map(claim_of).collect()
}

/// Claims that still can be completed and of which something was judged.
pub async fn with_gaps(tx: &mut Tx, most: i64) -> Result<Vec<Claim>> {
    let sql = select_claim!("WHERE state IN ('submitted', 'under_assessment', 'gaps_open', 'dormant') ORDER BY id LIMIT $1");
    tx.all(sql, args![most]).await?.iter().map(claim_of).collect()
}

/// A learner's claim on a profile that is still open.
pub async fn open_on(tx: &mut Tx, learner: PersonId, profile: ProfileId) -> Result<Option<Claim>> {
    let sql =
        select_claim!("WHERE learner = $1 AND profile = $2 AND state NOT IN ('awarded', 'not_awarded', 'withdrawn', 'closed') LIMIT 1");
    tx.opt(sql, args![learner.to_string(), profile.to_string()]).await?.as_ref().map(claim_of).transpose()
}

/// A page of the claims that wait for a decision by an organisation in which a person is an issuer, longest waiting
/// first; or of those that are decided, latest first.
pub async fn for_issuer_person(tx: &mut Tx, person: PersonId, decided: bool, offset: i64, most: i64) -> Result<Vec<Claim>> {
    let waiting = select_claim!(
        "WHERE state = 'all_competent' AND version IN (SELECT v.id FROM profile_version v JOIN membership m ON m.organisation = v.issuer \
         WHERE m.person = $1 AND m.role = 'issuer') ORDER BY changed_at, id LIMIT $3 OFFSET $2"
    );
    let done = select_claim!(
        "WHERE state IN ('awarded', 'not_awarded') AND version IN (SELECT v.id FROM profile_version v JOIN membership m \
         ON m.organisation = v.issuer WHERE m.person = $1 AND m.role = 'issuer') ORDER BY changed_at DESC, id LIMIT $3 OFFSET $2"
    );
    let sql = if decided { done } else { waiting };
    tx.all(sql, args![person.to_string(), offset, most]).await?.iter().map(claim_of).collect()
}

/// How many wait for, and how many had, a decision by an organisation in which a person is an issuer.
pub async fn issuer_counts(tx: &mut Tx, person: PersonId) -> Result<(i64, i64)> {
    let sql = "SELECT COALESCE(SUM(CASE WHEN c.state = 'all_competent' THEN 1 ELSE 0 END), 0) AS waiting, \
               COALESCE(SUM(CASE WHEN c.state = 'all_competent' THEN 0 ELSE 1 END), 0) AS decided \
               FROM claim c JOIN profile_version v ON v.id = c.version WHERE c.state IN ('all_competent', 'awarded', 'not_awarded') \
               AND v.issuer IN (SELECT organisation FROM membership WHERE person = $1 AND role = 'issuer')";
    let row = tx.opt(sql, args![person.to_string()]).await?.ok_or(StoreError::impossible("count"))?;
    Ok((row.int("waiting")?, row.int("decided")?))
}
