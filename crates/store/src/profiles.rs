//! Profiles and their versions.

use crate::sql::{Row, Value};
use crate::{Result, StoreError, Tx, args, doc};
use domain::profile::{Change, ProfileVersion, VersionState};
use domain::text::fold;
use domain::{CriterionId, OrganisationId, ProfileId, Text, Ts, VersionId};

/// Begins a profile; its first version is added with [`add_version`].
pub async fn add(tx: &mut Tx, id: ProfileId, owner: OrganisationId, now: Ts) -> Result<()> {
    let sql = "INSERT INTO profile (id, owner, current_version, created_at) VALUES ($1, $2, NULL, $3)";
    tx.exec(sql, args![id.to_string(), owner.to_string(), now]).await?;
    Ok(())
}

/// Adds a version.
pub async fn add_version(tx: &mut Tx, v: &ProfileVersion) -> Result<()> {
    let sql = "INSERT INTO profile_version (id, profile, number, owner, state, state_doc, change_doc, body_doc, title_en, title_fr, \
               summary_en, summary_fr, issuer, occupation, competencies, criteria, searched, sorted_en, sorted_fr, published_at, revision) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 1)";
    let b = &v.body;
    let mut values = args![v.id.to_string(), v.profile.to_string(), i64::from(v.number), v.owner.to_string(), v.state.name()];
    values.extend(args![doc(&v.state), v.change.as_ref().map(doc), doc(b), &b.title.en, &b.title.fr, &b.summary.en, &b.summary.fr]);
    values.extend(args![b.issuer.to_string(), occupation(v), b.competencies.len() as i64, b.criteria_count() as i64, searched(v)]);
    values.extend(args![fold(&b.title.en), fold(&b.title.fr), v.state.published_at()]);
    tx.exec(sql, values).await?;
    Ok(())
}

/// Saves a version, unless somebody else did since it was read. What is published keeps its body: the database
/// is told the state only.
pub async fn save_version(tx: &mut Tx, v: &ProfileVersion) -> Result<()> {
    let b = &v.body;
    let sql = "UPDATE profile_version SET state = $3, state_doc = $4, change_doc = $5, published_at = $6, revision = revision + 1, \
               body_doc = CASE WHEN published_at IS NULL THEN $7 ELSE body_doc END, title_en = $8, title_fr = $9, summary_en = $10, \
               summary_fr = $11, issuer = $12, occupation = $13, competencies = $14, criteria = $15, searched = $16, \
               sorted_en = $17, sorted_fr = $18 WHERE id = $1 AND revision = $2";
    let mut values = args![v.id.to_string(), v.revision, v.state.name(), doc(&v.state), v.change.as_ref().map(doc), v.state.published_at()];
    values.extend(args![doc(b), &b.title.en, &b.title.fr, &b.summary.en, &b.summary.fr, b.issuer.to_string(), occupation(v)]);
    values.extend(args![b.competencies.len() as i64, b.criteria_count() as i64, searched(v), fold(&b.title.en), fold(&b.title.fr)]);
    crate::one(tx.exec(sql, values).await?)
}

fn occupation(v: &ProfileVersion) -> String {
    v.body.occupations.first().map(|o| o.code.clone()).unwrap_or_default()
}

/// Everything people may search for, folded.
fn searched(v: &ProfileVersion) -> String {
    let b = &v.body;
    let mut words = vec![&b.title.en, &b.title.fr, &b.summary.en, &b.summary.fr];
    for o in &b.occupations {
        words.extend([&o.code, &o.title.en, &o.title.fr]);
    }
    for c in &b.competencies {
        words.extend([&c.code, &c.statement.en, &c.statement.fr]);
        words.extend(c.source.as_ref().map(|s| &s.source_id));
    }
    words.into_iter().map(|w| fold(w)).collect::<Vec<_>>().join(" ")
}

/// Makes a version the one that new claims begin with.
pub async fn set_current(tx: &mut Tx, profile: ProfileId, version: VersionId) -> Result<()> {
    let sql = "UPDATE profile SET current_version = $2 WHERE id = $1";
    tx.exec(sql, args![profile.to_string(), version.to_string()]).await?;
    Ok(())
}

/// What is read of a version.
macro_rules! select_version {
    ($rest:literal) => {
        concat!("SELECT id, profile, number, owner, state, state_doc, change_doc, body_doc, revision FROM profile_version ", $rest)
    };
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

/// The versions in force whose credentials a person decides on: id, title and number, by title.
pub async fn issued_by(tx: &mut Tx, issuer: domain::PersonId) -> Result<Vec<(VersionId, Text, u32)>> {
    let sql = "SELECT id, title_en, title_fr, number FROM profile_version WHERE state = 'published' AND issuer IN \
               (SELECT organisation FROM membership WHERE person = $1 AND role = 'issuer') ORDER BY title_en, id LIMIT 500";
    let rows = tx.all(sql, args![issuer.to_string()]).await?;
    rows.iter().map(|r| Ok((r.parse("id")?, Text::of(r.text("title_en")?, r.text("title_fr")?), r.int("number")? as u32))).collect()
}

/// The version of this id.
pub async fn version(tx: &mut Tx, id: VersionId) -> Result<Option<ProfileVersion>> {
    let sql = select_version!("WHERE id = $1");
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(version_of).transpose()
}

/// The version in force, if the profile has one.
pub async fn current(tx: &mut Tx, profile: ProfileId) -> Result<Option<VersionId>> {
    let row = tx.opt("SELECT current_version FROM profile WHERE id = $1", args![profile.to_string()]).await?;
    let Some(row) = row else { return Ok(None) };
    row.opt_text("current_version")?.map(|v| v.parse().map_err(|_| StoreError::impossible("current_version"))).transpose()
}

/// A version in force that has this criterion.
pub async fn in_force_with(tx: &mut Tx, criterion: CriterionId) -> Result<Option<VersionId>> {
    let sql = "SELECT id FROM profile_version WHERE state = 'published' AND body_doc LIKE '%' || $1 || '%' ORDER BY id LIMIT 1";
    tx.opt(sql, args![criterion.to_string()]).await?.map(|r| r.parse("id")).transpose()
}

/// Every version of a profile, latest first.
pub async fn versions(tx: &mut Tx, profile: ProfileId) -> Result<Vec<ProfileVersion>> {
    let sql = select_version!("WHERE profile = $1 ORDER BY number DESC LIMIT 100");
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

/// What is read of a version for a line of a list.
macro_rules! select_card {
    ($rest:literal) => {
        concat!(
            "SELECT v.id, v.profile, v.number, v.state, v.owner, v.issuer, v.title_en, v.title_fr, v.summary_en, v.summary_fr, \
             v.occupation, v.competencies, v.criteria FROM profile_version v ",
            $rest
        )
    };
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
    /// What was typed. Each of its words must occur, in any order, with or without accents.
    pub words: String,
    /// Ids of owners, any of which will do.
    pub owners: Vec<String>,
    /// Ids of issuers.
    pub issuers: Vec<String>,
    /// Codes of occupations.
    pub occupations: Vec<String>,
}

/// How many words of a search count.
const MOST_WORDS: usize = 5;

impl Filter {
    /// The first five placeholders of a search: a word each, the rest empty.
    fn folded(&self) -> Vec<Value> {
        let folded = fold(&self.words);
        let mut words = folded.split(' ');
        (0..MOST_WORDS).map(|_| Value::from(words.next().unwrap_or_default())).collect()
    }
}

/// Values as one text, with a space around each, for `LIKE '% value %'`; empty if there are none.
fn listed(values: &[String]) -> String {
    if values.is_empty() { String::new() } else { format!(" {} ", values.join(" ")) }
}

/// A page of published profiles, by title, and how many there are in all.
pub async fn catalogue(tx: &mut Tx, f: &Filter, french: bool, offset: i64, most: i64) -> Result<(Vec<Card>, i64)> {
    let page = select_card!(
        "WHERE state = 'published' AND searched LIKE '%' || $1 || '%' AND searched LIKE '%' || $2 || '%' \
                AND searched LIKE '%' || $3 || '%' AND searched LIKE '%' || $4 || '%' AND searched LIKE '%' || $5 || '%' \
                AND ($6 = '' OR $6 LIKE '% ' || owner || ' %') AND ($7 = '' OR $7 LIKE '% ' || issuer || ' %') \
                AND ($8 = '' OR $8 LIKE '% ' || occupation || ' %') \
                ORDER BY CASE WHEN $9 THEN sorted_fr ELSE sorted_en END, id LIMIT $11 OFFSET $10"
    );
    let count = "SELECT COUNT(*) AS n FROM profile_version WHERE state = 'published' AND searched LIKE '%' || $1 || '%' \
                 AND searched LIKE '%' || $2 || '%' AND searched LIKE '%' || $3 || '%' AND searched LIKE '%' || $4 || '%' \
                 AND searched LIKE '%' || $5 || '%' AND ($6 = '' OR $6 LIKE '% ' || owner || ' %') \
                 AND ($7 = '' OR $7 LIKE '% ' || issuer || ' %') AND ($8 = '' OR $8 LIKE '% ' || occupation || ' %')";
    let mut values = f.folded();
    values.extend(args![listed(&f.owners), listed(&f.issuers), listed(&f.occupations)]);
    let n = tx.opt(count, values.clone()).await?.ok_or(StoreError::impossible("count"))?.int("n")?;
    values.extend(args![french, offset, most]);
    let cards = tx.all(page, values).await?.iter().map(card_of).collect::<Result<_>>()?;
    Ok((cards, n))
}

/// How many published profiles there are of one owner, issuer and occupation together.
#[derive(Clone, Debug)]
pub struct Group {
    /// The owner's id.
    pub owner: String,
    /// The issuer's id.
    pub issuer: String,
    /// The occupation's code.
    pub occupation: String,
    /// How many.
    pub count: i64,
    /// One of them.
    pub example: VersionId,
}

/// What the facets of a search are counted from: the published profiles that have its words, whatever else is chosen.
pub async fn facets(tx: &mut Tx, f: &Filter) -> Result<Vec<Group>> {
    let sql = "SELECT owner, issuer, occupation, COUNT(*) AS n, MIN(id) AS example FROM profile_version WHERE state = 'published' \
               AND searched LIKE '%' || $1 || '%' AND searched LIKE '%' || $2 || '%' AND searched LIKE '%' || $3 || '%' \
               AND searched LIKE '%' || $4 || '%' AND searched LIKE '%' || $5 || '%' \
               GROUP BY owner, issuer, occupation ORDER BY n DESC, owner, issuer, occupation LIMIT 1000";
    let group = |r: &Row| {
        let (owner, issuer, occupation) = (r.text("owner")?, r.text("issuer")?, r.text("occupation")?);
        Ok(Group { owner, issuer, occupation, count: r.int("n")?, example: r.parse("example")? })
    };
    tx.all(sql, f.folded()).await?.iter().map(group).collect()
}

/// A published version without what it says.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its id.
    pub id: VersionId,
    /// Its number.
    pub number: u32,
    /// Where it stands now.
    pub state: VersionState,
    /// What it changed.
    pub change: Option<Change>,
}

/// The versions of a profile that were ever in force, latest first.
pub async fn editions(tx: &mut Tx, profile: ProfileId) -> Result<Vec<Edition>> {
    let sql = "SELECT id, number, state_doc, change_doc FROM profile_version WHERE profile = $1 \
               AND state IN ('published', 'superseded', 'retired') ORDER BY number DESC LIMIT 100";
    let edition = |row: &Row| {
        let change = row.opt_text("change_doc")?.map(|c| serde_json::from_str(&c)).transpose();
        let change = change.map_err(|e| StoreError::Impossible(format!("change_doc: {e}")))?;
        Ok(Edition { id: row.parse("id")?, number: row.int("number")? as u32, state: row.json("state_doc")?, change })
    };
    tx.all(sql, args![profile.to_string()]).await?.iter().map(edition).collect()
}

/// The latest version of each profile of an owner, for its authors.
pub async fn owned(tx: &mut Tx, owner: OrganisationId) -> Result<Vec<Card>> {
    let sql = select_card!(
        "WHERE v.owner = $1 AND v.number = \
               (SELECT MAX(w.number) FROM profile_version w WHERE w.profile = v.profile) ORDER BY v.sorted_en LIMIT 200"
    );
    tx.all(sql, args![owner.to_string()]).await?.iter().map(card_of).collect()
}
