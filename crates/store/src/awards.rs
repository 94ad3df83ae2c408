//! Recognitions, credentials and the keys that sign them.

use crate::sql::Row;
use crate::{Result, StoreError, Tx, args, doc, named};
use domain::credential::{Achievement, Credential, CredentialState, Recipient, StatusPlace};
use domain::key::KeyState;
use domain::recognition::{CompetencyRecognition, RecognitionState};
use domain::{ClaimId, CompetencyId, CredentialId, KeyId, OrganisationId, PersonId, RecognitionId, Text, Ts, VersionId};

/// What is read of a recognition.
macro_rules! select_recognition {
    ($rest:literal) => {
        concat!(
            "SELECT id, person, claim, profile, version, competency, assessment, assessed_by, results_doc, supervision_low, \
             supervision_high, from_at, until_at, state, state_doc FROM recognition ",
            $rest
        )
    };
}

/// What is read of a credential, and more.
macro_rules! select_credential {
    ($rest:expr) => {
        select_credential!("", $rest)
    };
    ($more:literal, $rest:expr) => {
        concat!(
            "SELECT c.id, c.holder, c.recipient_name, c.recipient_email, c.title_en, c.title_fr, c.issuer, c.kind, c.subject, c.from_at, \
             c.until_at, c.status_list, c.status_place, c.state, c.state_doc, c.listed, c.document, c.revision",
            $more,
            " FROM credential c ",
            $rest
        )
    };
}
pub(crate) use select_credential;

/// Adds a recognition. A second one for the same assessment is a `Conflict`.
pub async fn add_recognition(tx: &mut Tx, r: &CompetencyRecognition) -> Result<()> {
    let sql = "INSERT INTO recognition (id, person, claim, profile, version, competency, assessment, assessed_by, results_doc, supervision_low, \
               supervision_high, from_at, until_at, state, state_doc) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let mut values = args![r.id.to_string(), r.person.to_string(), r.claim.to_string(), r.profile.to_string(), r.version.to_string()];
    values.extend(args![r.competency.to_string(), r.assessment.to_string(), r.assessed_by.to_string(), doc(&r.results)]);
    values.extend(args![r.supervision.0.code(), r.supervision.1.code(), r.from, r.until, r.state.name(), doc(&r.state)]);
    tx.exec(sql, values).await?;
    Ok(())
}

fn recognition_of(row: &Row) -> Result<CompetencyRecognition> {
    let state: RecognitionState = row.json("state_doc")?;
    Ok(CompetencyRecognition {
        id: row.parse("id")?,
        person: row.parse("person")?,
        claim: row.parse("claim")?,
        profile: row.parse("profile")?,
        version: row.parse("version")?,
        competency: row.parse("competency")?,
        assessment: row.parse("assessment")?,
        assessed_by: row.parse("assessed_by")?,
        results: row.json("results_doc")?,
        supervision: (named(&row.text("supervision_low")?)?, named(&row.text("supervision_high")?)?),
        from: row.ts("from_at")?,
        until: row.opt_ts("until_at")?,
        state,
    })
}

/// The recognition of this id.
pub async fn recognition(tx: &mut Tx, id: RecognitionId) -> Result<Option<CompetencyRecognition>> {
    let sql = select_recognition!("WHERE id = $1");
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(recognition_of).transpose()
}

/// The recognitions that a claim led to.
pub async fn recognitions_of_claim(tx: &mut Tx, claim: ClaimId) -> Result<Vec<CompetencyRecognition>> {
    let sql = select_recognition!("WHERE claim = $1 ORDER BY from_at, id LIMIT 500");
    tx.all(sql, args![claim.to_string()]).await?.iter().map(recognition_of).collect()
}

pub(crate) fn subject(achievement: Achievement) -> (&'static str, String) {
    match achievement {
        Achievement::Competency(id) => ("competency", id.to_string()),
        Achievement::MicroCredential(id) => ("micro_credential", id.to_string()),
        Achievement::Batch(row) => ("batch", row.to_string()),
    }
}

/// Saves a credential, unless somebody else did since it was read.
pub async fn save_credential(tx: &mut Tx, c: &Credential) -> Result<()> {
    let sql = "UPDATE credential SET state = $3, state_doc = $4, listed = $5, document = $6, until_at = $7, holder = $8, revision = revision + 1 \
               WHERE id = $1 AND revision = $2";
    let holder = c.holder.map(|h| h.to_string());
    let values = args![c.id.to_string(), c.revision, c.state.name(), doc(&c.state), c.listed, c.document.clone(), c.until, holder];
    crate::one(tx.exec(sql, values).await?)
}

pub(crate) fn credential_of(row: &Row) -> Result<Credential> {
    let state: CredentialState = row.json("state_doc")?;
    if state.name() != row.text("state")? {
        return Err(StoreError::impossible("credential.state"));
    }
    let achievement = match row.text("kind")?.as_str() {
        "competency" => Achievement::Competency(row.parse("subject")?),
        "micro_credential" => Achievement::MicroCredential(row.parse("subject")?),
        "batch" => Achievement::Batch(row.parse("subject")?),
        _ => return Err(StoreError::impossible("credential.kind")),
    };
    Ok(Credential {
        id: row.parse("id")?,
        holder: row.opt_text("holder")?.map(|h| h.parse()).transpose().map_err(|_| StoreError::impossible("holder"))?,
        recipient: Recipient { name: row.text("recipient_name")?, email: row.opt_text("recipient_email")? },
        title: Text::of(row.text("title_en")?, row.text("title_fr")?),
        issuer: row.parse("issuer")?,
        achievement,
        from: row.ts("from_at")?,
        until: row.opt_ts("until_at")?,
        status: Some(StatusPlace { list: row.parse("status_list")?, place: row.int("status_place")? as u32 }),
        state,
        listed: row.bool("listed")?,
        document: row.opt_text("document")?,
        revision: row.int("revision")?,
    })
}

/// The credential of this id.
pub async fn credential(tx: &mut Tx, id: CredentialId) -> Result<Option<Credential>> {
    let sql = select_credential!("WHERE id = $1");
    tx.opt(sql, args![id.to_string()]).await?.as_ref().map(credential_of).transpose()
}

/// The credential about this recognition or claim.
pub async fn credential_about(tx: &mut Tx, achievement: Achievement) -> Result<Option<Credential>> {
    let sql = select_credential!("WHERE kind = $1 AND subject = $2");
    let (kind, subject) = subject(achievement);
    tx.opt(sql, args![kind, subject]).await?.as_ref().map(credential_of).transpose()
}

/// A page of what a person holds or is offered, latest first.
pub async fn credentials_of(tx: &mut Tx, holder: PersonId, offset: i64, most: i64) -> Result<Vec<Credential>> {
    let sql = select_credential!("WHERE holder = $1 ORDER BY from_at DESC, id LIMIT $3 OFFSET $2");
    tx.all(sql, args![holder.to_string(), offset, most]).await?.iter().map(credential_of).collect()
}

/// A credential with what it is about.
#[derive(Clone, Debug)]
pub struct Held {
    /// The credential.
    pub credential: Credential,
    /// The profile version it names.
    pub version: VersionId,
    /// The competency, if it is about one.
    pub competency: Option<CompetencyId>,
}

/// A page of what a person holds or is offered, each with what it is about: what waits for their answer first, then
/// the latest; and how many there are in all.
pub async fn held(tx: &mut Tx, holder: PersonId, offset: i64, most: i64) -> Result<(Vec<Held>, i64)> {
    let sql = select_credential!(
        ", r.competency AS competency, COALESCE(r.version, k.version, b.version) AS version",
        "LEFT JOIN recognition r ON c.kind = 'competency' AND r.id = c.subject \
         LEFT JOIN claim k ON c.kind = 'micro_credential' AND k.id = c.subject LEFT JOIN batch b ON b.id = c.batch WHERE c.holder = $1 \
         ORDER BY CASE WHEN c.state IN ('offered', 'unclaimed') THEN 0 ELSE 1 END, c.from_at DESC, c.id LIMIT $3 OFFSET $2"
    );
    let rows = tx.all(sql, args![holder.to_string(), offset, most]).await?;
    let count = tx.opt("SELECT COUNT(*) AS n FROM credential WHERE holder = $1", args![holder.to_string()]).await?;
    let n = count.ok_or(StoreError::impossible("count"))?.int("n")?;
    Ok((rows.iter().map(held_of).collect::<Result<_>>()?, n))
}

fn held_of(row: &Row) -> Result<Held> {
    let competency = row.opt_text("competency")?.map(|c| c.parse()).transpose();
    Ok(Held {
        credential: credential_of(row)?,
        version: row.parse("version")?,
        competency: competency.map_err(|_| StoreError::impossible("competency"))?,
    })
}

/// The credential of each recognition of a claim, by ids only: their documents are some 20 KiB each.
pub async fn credential_ids_of_claim(tx: &mut Tx, claim: ClaimId) -> Result<Vec<(RecognitionId, CredentialId)>> {
    let sql = "SELECT c.id, c.subject FROM credential c JOIN recognition r ON r.id = c.subject WHERE r.claim = $1 AND c.kind = 'competency' LIMIT 500";
    let rows = tx.all(sql, args![claim.to_string()]).await?;
    rows.iter().map(|row| Ok((row.parse("subject")?, row.parse("id")?))).collect()
}

/// A signing key, sealed with the key of the instance.
#[derive(Clone, Debug)]
pub struct SealedKey {
    /// Its id.
    pub id: KeyId,
    /// Whose.
    pub organisation: OrganisationId,
    /// The public half as multibase, `z6Mk…`.
    pub public: String,
    /// The private half, sealed.
    pub sealed: Vec<u8>,
    /// Made when.
    pub created: Ts,
    /// Since when another one signs.
    pub retired: Option<Ts>,
    /// From when it can't be trusted.
    pub compromised: Option<Ts>,
    /// When that was noticed.
    pub noticed: Option<Ts>,
}

impl SealedKey {
    /// Where it stands.
    pub fn state(&self) -> KeyState {
        KeyState::of(self.retired, self.compromised)
    }
}

/// What is read of a key.
macro_rules! select_key {
    ($rest:literal) => {
        concat!("SELECT id, organisation, public_key, sealed, created_at, retired_at, compromised_at, noticed_at FROM signing_key ", $rest)
    };
}

/// Adds a key.
pub async fn add_key(tx: &mut Tx, k: &SealedKey) -> Result<()> {
    let sql = "INSERT INTO signing_key (id, organisation, public_key, sealed, created_at) VALUES ($1, $2, $3, $4, $5)";
    tx.exec(sql, args![k.id.to_string(), k.organisation.to_string(), &k.public, k.sealed.clone(), k.created]).await?;
    Ok(())
}

/// The keys of an organisation, the one that signs first.
pub async fn keys(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<SealedKey>> {
    let sql = select_key!("WHERE organisation = $1 ORDER BY created_at DESC, id LIMIT 50");
    tx.all(sql, args![organisation.to_string()]).await?.iter().map(key_of).collect()
}

/// Every key of the instance, for the documents that publish them.
pub async fn all_keys(tx: &mut Tx) -> Result<Vec<SealedKey>> {
    let sql = select_key!("ORDER BY created_at DESC, id LIMIT 5000");
    tx.all(sql, vec![]).await?.iter().map(key_of).collect()
}

/// The key of this id.
pub async fn key(tx: &mut Tx, id: KeyId) -> Result<Option<SealedKey>> {
    tx.opt(select_key!("WHERE id = $1"), args![id.to_string()]).await?.as_ref().map(key_of).transpose()
}

/// From now on another key signs; false if it was retired before.
pub async fn retire_key(tx: &mut Tx, id: KeyId, now: Ts) -> Result<bool> {
    let sql = "UPDATE signing_key SET retired_at = $2 WHERE id = $1 AND retired_at IS NULL";
    Ok(tx.exec(sql, args![id.to_string(), now]).await? == 1)
}

/// A key can't be trusted from `from` on. Told twice, the earlier moment counts.
pub async fn compromise_key(tx: &mut Tx, id: KeyId, from: Ts, now: Ts) -> Result<()> {
    let sql = "UPDATE signing_key SET noticed_at = COALESCE(noticed_at, $3), compromised_at = CASE WHEN compromised_at < $2 THEN compromised_at \
               ELSE $2 END WHERE id = $1";
    tx.exec(sql, args![id.to_string(), from, now]).await?;
    Ok(())
}

/// Notes which key signed a credential, and when.
pub async fn signed(tx: &mut Tx, id: CredentialId, key: KeyId, at: Ts) -> Result<()> {
    let sql = "UPDATE credential SET signed_by = $2, signed_at = $3 WHERE id = $1";
    tx.exec(sql, args![id.to_string(), key.to_string(), at]).await?;
    Ok(())
}

/// Credentials that a key signed from a moment on.
pub async fn signed_since(tx: &mut Tx, key: KeyId, from: Ts, most: i64) -> Result<Vec<Credential>> {
    let sql = select_credential!("WHERE c.signed_by = $1 AND c.signed_at >= $2 ORDER BY c.signed_at, c.id LIMIT $3");
    tx.all(sql, args![key.to_string(), from, most]).await?.iter().map(credential_of).collect()
}

/// How many credentials each key of an organisation signed.
pub async fn signed_counts(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<(KeyId, i64)>> {
    let sql = "SELECT k.id, COUNT(c.id) AS n FROM signing_key k LEFT JOIN credential c ON c.signed_by = k.id WHERE k.organisation = $1 GROUP BY k.id";
    let rows = tx.all(sql, args![organisation.to_string()]).await?;
    rows.iter().map(|r| Ok((r.parse("id")?, r.int("n")?))).collect()
}

fn key_of(row: &Row) -> Result<SealedKey> {
    Ok(SealedKey {
        id: row.parse("id")?,
        organisation: row.parse("organisation")?,
        public: row.text("public_key")?,
        sealed: row.blob("sealed")?,
        created: row.ts("created_at")?,
        retired: row.opt_ts("retired_at")?,
        compromised: row.opt_ts("compromised_at")?,
        noticed: row.opt_ts("noticed_at")?,
    })
}
