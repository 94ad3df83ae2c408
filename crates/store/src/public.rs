//! What anybody with the link reads of a credential: two queries for a whole page.

use crate::awards::{credential_of, select_credential};
use crate::sql::Row;
use crate::{Result, Tx, args, named};
use domain::assessment::CriterionResult;
use domain::credential::{Achievement, Credential};
use domain::evidence::{EvidenceClass, EvidenceKind, SupervisionIdentity};
use domain::key::KeyState;
use domain::people::Organisation;
use domain::recognition::RecognitionState;
use domain::standing::Standing;
use domain::{CompetencyId, CredentialId, CriterionId, KeyId, OrganisationId, Text, Ts, VersionId};
use std::collections::BTreeMap;

/// The public half of a key, and where it stands.
#[derive(Clone, Debug)]
pub struct PublicKey {
    /// Its id.
    pub id: KeyId,
    /// The public half as multibase.
    pub public: String,
    /// Where it stands.
    pub state: KeyState,
}

/// A credential, who issued it, and the keys that may have signed it.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The credential.
    pub credential: Credential,
    /// Who issued it.
    pub issuer: Organisation,
    /// The issuer's keys, the one that signs first.
    pub keys: Vec<PublicKey>,
    /// Whether the issuer is recognised.
    pub standing: Standing,
}

/// The credential of this id with its issuer.
pub async fn issued(tx: &mut Tx, id: CredentialId) -> Result<Option<Issued>> {
    let sql = select_credential!(
        ", o.kind AS issuer_kind, o.name_en, o.name_fr, o.website, o.region, o.standing_doc, k.id AS key_id, k.public_key, k.retired_at, k.compromised_at",
        "JOIN organisation o ON o.id = c.issuer LEFT JOIN signing_key k ON k.organisation = c.issuer \
         WHERE c.id = $1 ORDER BY k.created_at DESC, k.id LIMIT 50"
    );
    let rows = tx.all(sql, args![id.to_string()]).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let keys = rows.iter().filter_map(|row| key_of(row).transpose()).collect::<Result<_>>()?;
    let credential = credential_of(first)?;
    let issuer = Organisation {
        id: credential.issuer,
        kind: named(&first.text("issuer_kind")?)?,
        name: Text::of(first.text("name_en")?, first.text("name_fr")?),
        website: first.opt_text("website")?,
        region: first.text("region")?,
    };
    let standing = first.json("standing_doc")?;
    Ok(Some(Issued { credential, issuer, keys, standing }))
}

fn key_of(row: &Row) -> Result<Option<PublicKey>> {
    match row.opt_text("key_id")? {
        Some(_) => {
            let state = KeyState::of(row.opt_ts("retired_at")?, row.opt_ts("compromised_at")?);
            Ok(Some(PublicKey { id: row.parse("key_id")?, public: row.text("public_key")?, state }))
        }
        None => Ok(None),
    }
}

/// Whose key this is, given its public half as multibase.
pub async fn owner_of_key(tx: &mut Tx, public: &str) -> Result<Option<OrganisationId>> {
    let row = tx.opt("SELECT organisation FROM signing_key WHERE public_key = $1", args![public]).await?;
    row.map(|r| r.parse("organisation")).transpose()
}

/// One recognised competency as others may see it: no word of how often it was tried.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// Which competency.
    pub competency: CompetencyId,
    /// As which version of the profile words it.
    pub version: VersionId,
    /// The criteria met.
    pub results: BTreeMap<CriterionId, CriterionResult>,
    /// The lowest supervision level behind essential criteria, and the highest of all (2.13.7).
    pub supervision: (SupervisionIdentity, SupervisionIdentity),
    /// From when.
    pub from: Ts,
    /// Until when; none: it does not expire.
    pub until: Option<Ts>,
    /// Where it stands.
    pub state: RecognitionState,
    /// The body whose assessor judged.
    pub assessed_by: (OrganisationId, Text),
    /// Who owns the profile.
    pub owner: (OrganisationId, Text),
    /// What the judgement rests on: how many items of each medium, and how close they are to the performance.
    pub evidence: Vec<(EvidenceKind, EvidenceClass, i64)>,
}

macro_rules! recognised_where {
    ($condition:literal) => {
        concat!(
            "SELECT r.id, r.competency, r.version, r.results_doc, r.supervision_low, r.supervision_high, r.from_at, r.until_at, r.state_doc, ",
            "o.id AS body, o.name_en, o.name_fr, w.id AS owner, w.name_en AS owner_en, w.name_fr AS owner_fr, e.kind AS medium, e.class, ",
            "COUNT(DISTINCT e.id) AS items FROM recognition r JOIN organisation o ON o.id = r.assessed_by JOIN profile p ON p.id = r.profile ",
            "JOIN organisation w ON w.id = p.owner LEFT JOIN evidence_link l ON l.claim = r.claim AND l.competency = r.competency ",
            "LEFT JOIN evidence e ON e.id = l.evidence AND e.state IN ('relied_on', 'access_restricted') WHERE ",
            $condition,
            " GROUP BY r.id, o.id, w.id, e.kind, e.class ORDER BY r.from_at, r.id, e.kind, e.class LIMIT 5000"
        )
    };
}

/// The recognitions that a credential stands for. Behind a row of a batch there are none here.
pub async fn recognised(tx: &mut Tx, about: Achievement) -> Result<Vec<Recognised>> {
    let rows = match about {
        Achievement::Competency(id) => tx.all(recognised_where!("r.id = $1"), args![id.to_string()]).await?,
        Achievement::MicroCredential(claim) => tx.all(recognised_where!("r.claim = $1"), args![claim.to_string()]).await?,
        Achievement::Batch(_) => vec![],
    };
    let mut all: Vec<Recognised> = Vec::new();
    let mut last = String::new();
    for row in &rows {
        let id = row.text("id")?;
        if id != last {
            all.push(recognised_of(row)?);
            last = id;
        }
        if let (Some(one), Some(medium)) = (all.last_mut(), row.opt_text("medium")?) {
            one.evidence.push((named(&medium)?, named(&row.text("class")?)?, row.int("items")?));
        }
    }
    Ok(all)
}

fn recognised_of(row: &Row) -> Result<Recognised> {
    Ok(Recognised {
        competency: row.parse("competency")?,
        version: row.parse("version")?,
        results: row.json("results_doc")?,
        supervision: (named(&row.text("supervision_low")?)?, named(&row.text("supervision_high")?)?),
        from: row.ts("from_at")?,
        until: row.opt_ts("until_at")?,
        state: row.json("state_doc")?,
        assessed_by: (row.parse("body")?, Text::of(row.text("name_en")?, row.text("name_fr")?)),
        owner: (row.parse("owner")?, Text::of(row.text("owner_en")?, row.text("owner_fr")?)),
        evidence: vec![],
    })
}
