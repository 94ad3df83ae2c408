//! A learner's whole record as one signed document (CLR 2.0): every credential of theirs that is in force, each as it was
//! signed, and which micro-credential each competency belongs to.

use super::{issuer_did, signing_key};
use crate::access::{Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::issuing::document::{both, stamp};
use crate::queries::held::HeldLine;
use crate::queries::versions::version;
use domain::credential::CredentialState;
use domain::people::Organisation;
use domain::{Lang, OrganisationId, ProfileId, Text, Ts};
use serde_json::Value;
use std::collections::HashMap;
use store::Tx;
use vc::achievement as ob;
use vc::clr::{Association, Record, Relation};

/// The most credentials that one record holds; the latest, and micro-credentials first.
const MOST: i64 = 200;
/// The most bytes of credentials in one record: what a verifier accepts, less room for the record's own words.
const LARGEST: usize = vc::LARGEST_DOCUMENT - 64 * 1024;

/// A learner's record, signed.
pub struct Signed {
    /// The document.
    pub text: String,
    /// Its own identifier.
    pub id: String,
    /// What is in it: micro-credentials first, then competencies, the latest first.
    pub lines: Vec<HeldLine>,
    /// Who put it together: who issued most of it.
    pub issuer: Organisation,
    /// Who holds it, as the latest credential names them.
    pub holder: String,
    /// When it was put together.
    pub made: Ts,
    /// Whether there is more than one record can hold.
    pub partial: bool,
}

/// The record of whoever asks, as of now. None while nothing of theirs is in force.
pub async fn signed_record(who: &Member) -> Outcome<Option<Signed>> {
    who.may(Verb::View, Thing::Account, crate::access::Relation::default())?;
    let mut tx = who.app.begin().await?;
    let (lines, partial) = in_force(who, &mut tx).await?;
    let Some(first) = lines.first() else { return Ok(None) };
    let holder = first.credential.recipient.clone();
    let by = most_of(&lines);
    let issuer = store::people::organisation(&mut tx, by).await?.ok_or(Failure::Missing)?;
    let (key_id, key) = signing_key(&who.app, &mut tx, by).await?;
    let did = issuer_did(&who.app, by, &key);
    let method = if who.app.demo { key.did_key_method() } else { format!("{did}#{key_id}") };
    tx.commit().await?;
    let credentials = lines.iter().map(read).collect::<Outcome<Vec<Value>>>()?;
    let id = format!("urn:uuid:{}", uuid::Uuid::from_u128(who.app.id()));
    let name = Lang::ALL.map(|lang| t(lang, "clr-name"));
    let record = Record {
        id: id.clone(),
        name: both(&Text { en: name[0].clone(), fr: name[1].clone() }),
        issuer: ob::Profile { id: did, name: Some(both(&issuer.name)), url: issuer.website.clone(), ..Default::default() },
        valid_from: stamp(who.now),
        partial: Some(partial),
        identifiers: vec![ob::IdentityObject::plain("name", &holder.name)],
        associations: associations(&lines, &credentials),
        credentials,
        ..Record::default()
    };
    // Signing takes some milliseconds for each credential inside.
    let at = stamp(who.now);
    let signed = tokio::task::spawn_blocking(move || vc::sign(record.document(), &key, &vc::SignOptions::new(method, at)));
    let broken = |e: &dyn std::fmt::Display| Failure::Broken(format!("a learner's record: {e}"));
    let signed = signed.await.map_err(|e| broken(&e))?.map_err(|e| broken(&e))?;
    let text = serde_json::to_string(&signed).map_err(|e| broken(&e))?;
    Ok(Some(Signed { text, id, lines, issuer, holder: holder.name, made: who.now, partial }))
}

/// What is in force and signed, and whether something did not fit.
async fn in_force(who: &Member, tx: &mut Tx) -> Outcome<(Vec<HeldLine>, bool)> {
    let (held, all) = store::awards::held(tx, who.id(), 0, MOST).await?;
    let mut lines = Vec::new();
    for h in held {
        let credential = h.credential.at(who.now);
        if matches!(credential.state, CredentialState::Active { .. }) && credential.document.is_some() {
            lines.push(HeldLine { credential, version: version(&who.app, tx, h.version).await?, competency: h.competency });
        }
    }
    // Stable: within each kind they stay in order of time.
    lines.sort_by_key(|l| l.competency.is_some());
    let mut size = 0;
    let fits = |l: &HeldLine| {
        size += l.credential.document.as_ref().map_or(0, String::len);
        size <= LARGEST
    };
    let count = lines.len();
    let lines: Vec<HeldLine> = lines.into_iter().take_while(fits).collect();
    let partial = all > MOST || lines.len() < count;
    Ok((lines, partial))
}

/// Who issued most of it; of several, who issued the latest.
fn most_of(lines: &[HeldLine]) -> OrganisationId {
    let count = |id: OrganisationId| lines.iter().filter(|l| l.credential.issuer == id).count();
    let latest = |id: OrganisationId| lines.iter().filter(|l| l.credential.issuer == id).map(|l| l.credential.from).max();
    let best = lines.iter().map(|l| l.credential.issuer).max_by_key(|id| (count(*id), latest(*id)));
    best.expect("there is a line")
}

fn read(line: &HeldLine) -> Outcome<Value> {
    let text = line.credential.document.as_deref().unwrap_or_default();
    serde_json::from_str(text).map_err(|e| Failure::Broken(format!("{}: {e}", line.credential.id)))
}

/// Each competency is a part of the micro-credential of its profile, if that is here too.
fn associations(lines: &[HeldLine], credentials: &[Value]) -> Vec<Association> {
    let achievement = |document: &Value| document["credentialSubject"]["achievement"]["id"].as_str().map(str::to_owned);
    let all = || lines.iter().zip(credentials).filter_map(|(line, document)| Some((line, achievement(document)?)));
    let wholes: HashMap<ProfileId, String> = all().filter(|(l, _)| l.competency.is_none()).map(|(l, id)| (l.version.profile, id)).collect();
    let parts = all().filter(|(l, _)| l.competency.is_some());
    parts
        .filter_map(|(line, source)| {
            let target = wholes.get(&line.version.profile)?.clone();
            Some(Association { relation: Relation::IsChildOf, source, target })
        })
        .collect()
}
