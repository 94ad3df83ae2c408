//! Profiles and their versions.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc};
use domain::profile::{ProfileVersion, VersionState};
use domain::{OrganisationId, ProfileId, Text, Ts, VersionId};

/// Begins a profile; its first version is added with [`add_version`].
pub async fn add(tx: &mut Tx, id: ProfileId, owner: OrganisationId, now: Ts) -> Result<()> {
    let sql = "INSERT INTO profile (id, owner, current_version, created_at) VALUES ($1, $2, NULL, $3)";
    tx.exec(sql, args![id.to_string(), owner.to_string(), now]).await?;
    Ok(())
}

/// Adds a version.
pub async fn add_version(tx: &mut Tx, v: &ProfileVersion) -> Result<()> {
    let sql = "INSERT INTO profile_version (id, profile, number, owner, state, state_doc, change_doc, body_doc, title_en, title_fr, \
               summary_en, summary_fr, issuer, occupation, competencies, criteria, searched, published_at, revision) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)";
    let b = &v.body;
    let mut values = args![v.id.to_string(), v.profile.to_string(), i64::from(v.number), v.owner.to_string(), v.state.name()];
    values.extend(args![doc(&v.state), v.change.as_ref().map(doc), doc(b), &b.title.en, &b.title.fr, &b.summary.en, &b.summary.fr]);
    values.extend(args![b.issuer.to_string(), occupation(v), b.competencies.len() as i64, b.criteria_count() as i64, searched(v)]);
    values.extend(args![v.state.published_at()]);
    tx.exec(sql, values).await?;
    Ok(())
}

/// Saves a version, unless somebody else did since it was read. What is published keeps its body: the database
/// is told the state only.
pub async fn save_version(tx: &mut Tx, v: &ProfileVersion) -> Result<()> {
    let b = &v.body;
    let sql = "UPDATE profile_version SET state = $3, state_doc = $4, change_doc = $5, published_at = $6, revision = revision + 1, \
               body_doc = CASE WHEN published_at IS NULL THEN $7 ELSE body_doc END, title_en = $8, title_fr = $9, summary_en = $10, \
               summary_fr = $11, issuer = $12, occupation = $13, competencies = $14, criteria = $15, searched = $16 \
               WHERE id = $1 AND revision = $2";
    let mut values = args![v.id.to_string(), v.revision, v.state.name(), doc(&v.state), v.change.as_ref().map(doc), v.state.published_at()];
    values.extend(args![doc(b), &b.title.en, &b.title.fr, &b.summary.en, &b.summary.fr, b.issuer.to_string(), occupation(v)]);
    values.extend(args![b.competencies.len() as i64, b.criteria_count() as i64, searched(v)]);
    crate::one(tx.exec(sql, values).await?)
}

fn occupation(v: &ProfileVersion) -> String {
    v.body.occupations.first().map(|o| o.code.clone()).unwrap_or_default()
}

/// Everything people may search for, in lower case.
fn searched(v: &ProfileVersion) -> String {
    let b = &v.body;
    let mut words = vec![&b.title.en, &b.title.fr, &b.summary.en, &b.summary.fr];
    for o in &b.occupations {
        words.extend([&o.code, &o.title.en, &o.title.fr]);
    }
    for c in &b.competencies {
        words.extend([&c.code, &c.statement.en, &c.statement.fr]);
    }
    words.into_iter().map(|w| w.to_lowercase()).collect::<Vec<_>>().join(" ")
}

/// Makes a version the one that new claims begin with.
pub async fn set_current(tx: &mut Tx, profile: ProfileId, version: VersionId) -> Result<()> {
    let sql = "UPDATE profile SET current_version = $2 WHERE id = $1";
    tx.exec(sql, args![profile.to_string(), version.to_string()]).await?;
    Ok(())
}

fn version_of(row: &Row) -> Result<ProfileVersion> {
    let state: VersionState = row.json("state_doc")?;
    if state.name() != row.text("state")? {
        return Err(StoreError::impossible("profile_version.state"));
    }
    let change = row.opt_text("change_doc")?.map(|c| serde_json::from_str(&c)).transpose();
    Ok(ProfileVersion {
        id: row.parse("id")?,
        profile: row.parse("profile")?,
        number: row.int("number")? as u32,
        owner: row.parse("owner")?,
        state,
        change: change.map_err(|e| StoreError::Impossible(format!("change_doc: {e}")))?,
        body: row.json("body_doc")?,
        revision: row.int("revision")?,
    })
}

/// The version of this id.
pub async fn version(tx: &mut Tx, id: VersionId) -> Result<Option<ProfileVersion>> {
    let sql = "SELECT id, profile, number, owner, state, state_doc, change_doc, body_doc, revision FROM profile_version WHERE id = $1";
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(version_of).transpose()
}

/// The version in force, if the profile has one.
pub async fn current(tx: &mut Tx, profile: ProfileId) -> Result<Option<VersionId>> {
    let row = tx.opt("SELECT current_version FROM profile WHERE id = $1", args![profile.to_string()]).await?;
    let Some(row) = row else { return Ok(None) };
    row.opt_text("current_version")?.map(|v| v.parse().map_err(|_| StoreError::impossible("current_version"))).transpose()
}

/// Every version of a profile, latest first.
pub async fn versions(tx: &mut Tx, profile: ProfileId) -> Result<Vec<ProfileVersion>> {
    let sql = "SELECT id, profile, number, owner, state, state_doc, change_doc, body_doc, revision FROM profile_version \
               WHERE profile = $1 ORDER BY number DESC LIMIT 100";
    tx.all(sql, args![profile.to_string()]).await?.iter().map(version_of).collect()
}

/// A line of a list of profiles.
#[derive(Clone, Debug)]
pub struct Card {
    /// The profile.
    pub profile: ProfileId,
    /// The version shown.
    pub version: VersionId,
    /// Its number.
    pub number: u32,
    /// Its state's name.
    pub state: String,
    /// Who owns it.
    pub owner: OrganisationId,
    /// Who issues.
    pub issuer: OrganisationId,
    /// Title.
    pub title: Text,
    /// Summary.
    pub summary: Text,
    /// The first occupation's code.
    pub occupation: String,
    /// How many competencies.
    pub competencies: i64,
    /// How many criteria.
    pub criteria: i64,
}

fn card_of(row: &Row) -> Result<Card> {
    Ok(Card {
        profile: row.parse("profile")?,
        version: row.parse("id")?,
        number: row.int("number")? as u32,
        state: row.text("state")?,
        owner: row.parse("owner")?,
        issuer: row.parse("issuer")?,
        title: Text::of(row.text("title_en")?, row.text("title_fr")?),
        summary: Text::of(row.text("summary_en")?, row.text("summary_fr")?),
        occupation: row.text("occupation")?,
        competencies: row.int("competencies")?,
        criteria: row.int("criteria")?,
    })
}

/// What people narrow a catalogue by; empty means no narrowing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words in lower case; all of one phrase.
    pub words: String,
    /// An owner's id.
    pub owner: String,
    /// An issuer's id.
    pub issuer: String,
    /// An occupation code.
    pub occupation: String,
}

/// A page of published profiles, by title, and how many there are in all.
pub async fn catalogue(tx: &mut Tx, f: &Filter, french: bool, offset: i64, most: i64) -> Result<(Vec<Card>, i64)> {
    let page = "SELECT id, profile, number, state, owner, issuer, title_en, title_fr, summary_en, summary_fr, occupation, competencies, criteria \
                FROM profile_version WHERE state = 'published' AND ($1 = '' OR searched LIKE '%' || $1 || '%') AND ($2 = '' OR owner = $2) \
                AND ($3 = '' OR issuer = $3) AND ($4 = '' OR occupation = $4) \
                ORDER BY CASE WHEN $5 THEN title_fr ELSE title_en END, id LIMIT $7 OFFSET $6";
    let count = "SELECT COUNT(*) AS n FROM profile_version WHERE state = 'published' AND ($1 = '' OR searched LIKE '%' || $1 || '%') \
                 AND ($2 = '' OR owner = $2) AND ($3 = '' OR issuer = $3) AND ($4 = '' OR occupation = $4)";
    let rows = tx.all(page, args![&f.words, &f.owner, &f.issuer, &f.occupation, french, offset, most]).await?;
    let cards = rows.iter().map(card_of).collect::<Result<_>>()?;
    let n = tx.opt(count, args![&f.words, &f.owner, &f.issuer, &f.occupation]).await?.ok_or(StoreError::impossible("count"))?.int("n")?;
    Ok((cards, n))
}

/// How many published profiles have each owner, issuer and occupation: what the facets show.
pub async fn facets(tx: &mut Tx) -> Result<Vec<(String, String, String, i64)>> {
    let sql = "SELECT owner, issuer, occupation, COUNT(*) AS n FROM profile_version WHERE state = 'published' \
               GROUP BY owner, issuer, occupation ORDER BY n DESC LIMIT 500";
    let rows = tx.all(sql, vec![]).await?;
    rows.iter().map(|r| Ok((r.text("owner")?, r.text("issuer")?, r.text("occupation")?, r.int("n")?))).collect()
}

/// The latest version of each profile of an owner, for its authors.
pub async fn owned(tx: &mut Tx, owner: OrganisationId) -> Result<Vec<Card>> {
    let sql = "SELECT v.id, v.profile, v.number, v.state, v.owner, v.issuer, v.title_en, v.title_fr, v.summary_en, v.summary_fr, v.occupation, \
               v.competencies, v.criteria FROM profile_version v WHERE v.owner = $1 AND v.number = \
               (SELECT MAX(w.number) FROM profile_version w WHERE w.profile = v.profile) ORDER BY v.title_en LIMIT 200";
    tx.all(sql, args![owner.to_string()]).await?.iter().map(card_of).collect()
}
