//! From what was recognised or awarded to a signed Open Badges 3.0 document.

pub mod document;
pub mod status;
pub mod words;

use crate::actions::{Failure, Outcome};
use crate::app::{App, random, secret};
use crate::queries::versions::version;
use document::{Source, stamp};
use domain::credential::{Credential, Recipient, StatusPlace};
use domain::people::Organisation;
use domain::{KeyId, OrganisationId, PersonId};
use store::Tx;
use store::awards::SealedKey;
use vc::achievement as ob;

/// The identifier of an issuer: `did:key` in the demo, whose address nobody else can reach; else `did:web` under the
/// address of the instance.
pub fn issuer_did(app: &App, organisation: OrganisationId, key: &vc::SigningKey) -> String {
    if app.demo { key.did_key() } else { web_did(&app.base_url, organisation) }
}

/// The `did:web` of an issuer under this base address.
pub fn web_did(base_url: &str, organisation: OrganisationId) -> String {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let path = rest.replace(':', "%3A").replace('/', ":");
    format!("did:web:{path}:issuers:{organisation}")
}

/// The key that an organisation signs with, and its id; made at first need.
pub async fn signing_key(app: &App, tx: &mut Tx, organisation: OrganisationId) -> Outcome<(KeyId, vc::SigningKey)> {
    let about = organisation.to_string();
    if let Some(kept) = store::awards::keys(tx, organisation).await?.into_iter().next() {
        let seed = app.vault.open(&kept.sealed, &about).map_err(|e| Failure::Broken(e.to_string()))?;
        return Ok((kept.id, vc::SigningKey::from_seed(&seed)));
    }
    let seed = random::<32>();
    let key = vc::SigningKey::from_seed(&seed);
    let sealed = app.vault.seal(&seed, &about);
    let kept = SealedKey { id: app.id(), organisation, public: key.public_multibase(), sealed, created: app.now() };
    store::awards::add_key(tx, &kept).await?;
    Ok((kept.id, key))
}

/// The DID document of an issuer: every key it ever signed with, so that old credentials still verify.
pub async fn did_document(app: &App, tx: &mut Tx, organisation: OrganisationId) -> Outcome<serde_json::Value> {
    let keys = store::awards::keys(tx, organisation).await?;
    if keys.is_empty() {
        return Err(Failure::Missing);
    }
    let keys: Vec<(String, String)> = keys.into_iter().map(|k| (k.id.to_string(), k.public)).collect();
    Ok(vc::did_web_document(&web_did(&app.base_url, organisation), &keys))
}

/// A body as an Open Badges profile, under the address that documents name it by.
pub fn organisation_profile(app: &App, o: &Organisation) -> serde_json::Value {
    let mut profile = serde_json::json!({
        "@context": ob::CONTEXTS,
        "id": format!("{}/organisations/{}", app.base_url, o.id),
        "type": ["Profile"],
        "name": document::both(&o.name),
    });
    if let Some(site) = &o.website {
        profile["url"] = site.as_str().into();
    }
    if let Some(country) = o.region.split('-').next() {
        profile["address"] = serde_json::json!({ "type": ["Address"], "addressCountryCode": country });
    }
    profile
}

/// The document of a credential, signed, as JSON.
pub async fn signed_document(app: &App, tx: &mut Tx, credential: &Credential) -> Outcome<String> {
    let (key_id, key) = signing_key(app, tx, credential.issuer).await?;
    let did = issuer_did(app, credential.issuer, &key);
    let method = if app.demo { key.did_key_method() } else { format!("{did}#{key_id}") };
    let document = document(app, tx, credential, did).await?.document();
    let signed = vc::sign(document, &key, &vc::SignOptions::new(method, stamp(app.now()))).map_err(|e| Failure::Broken(e.to_string()))?;
    serde_json::to_string(&signed).map_err(|e| Failure::Broken(e.to_string()))
}

async fn document(app: &App, tx: &mut Tx, credential: &Credential, did: String) -> Outcome<ob::Credential> {
    let recognised = store::public::recognised(tx, credential.achievement).await?;
    let version = version(app, tx, recognised.first().ok_or(Failure::Missing)?.version).await?;
    let issuer = store::people::organisation(tx, credential.issuer).await?.ok_or(Failure::Missing)?;
    let salt = secret()[..22].to_owned();
    let base = &app.base_url;
    Source { credential, version: &version, recognised, issuer: &issuer, did, base, salt }.credential()
}

/// Who a credential for this person is made out to.
pub async fn recipient(tx: &mut Tx, person: PersonId) -> Outcome<Recipient> {
    let person = store::people::person(tx, person).await?.ok_or(Failure::Missing)?;
    Ok(Recipient { name: person.name, email: person.email })
}

/// Keeps a new credential, at a place of its own in its issuer's status lists.
pub async fn issue(app: &App, tx: &mut Tx, credential: &Credential) -> Outcome<StatusPlace> {
    // The number of places is a power of two, so that no place is likelier than another.
    let place = || u32::from_le_bytes(random::<4>()) % StatusPlace::PLACES;
    Ok(store::status::issue(tx, credential, place, || app.id()).await?)
}

/// A small credential to try a key on.
pub fn sample(did: &str) -> serde_json::Value {
    let issuer = ob::Profile { id: did.to_owned(), ..Default::default() };
    let achievement = ob::Achievement {
        id: "urn:uuid:6f0c3b52-8f0e-4c9d-9a55-0e9d3c5f1a11".to_owned(),
        name: "Sample".to_owned(),
        description: "A sample that nobody holds.".to_owned(),
        criteria: ob::Criteria { id: None, narrative: Some("None.".to_owned()) },
        ..Default::default()
    };
    let subject = ob::Subject {
        id: None,
        identifiers: vec![ob::IdentityObject::plain("name", "Nobody")],
        source: None,
        achievement,
        results: vec![],
        narrative: None,
        credits_earned: None,
    };
    let credential = ob::Credential {
        id: "urn:uuid:6f0c3b52-8f0e-4c9d-9a55-0e9d3c5f1a12".to_owned(),
        name: "Sample".to_owned(),
        description: None,
        issuer,
        valid_from: "2020-01-01T00:00:00Z".to_owned(),
        valid_until: None,
        awarded_date: None,
        subject,
        evidence: vec![],
        schemas: vec![],
        statuses: vec![],
        refresh: None,
        endorsements: vec![],
    };
    credential.document()
}
