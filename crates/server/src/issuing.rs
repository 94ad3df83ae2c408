//! From what was recognised or awarded to a signed Open Badges 3.0 document.

pub mod batch;
pub mod document;
pub mod record;
pub mod status;
pub mod token;
pub mod words;

use crate::actions::{Failure, Outcome};
use crate::app::{App, random, secret};
use crate::queries::recognised::{Grounds, grounds};
use document::{Source, made_out, stamp};
use domain::credential::{Credential, Recipient, StatusPlace};
use domain::event::{Event, Happened};
use domain::key::KeyState;
use domain::people::Organisation;
use domain::{KeyId, OrganisationId, PersonId};
use store::Tx;
use store::awards::SealedKey;
use vc::KeyType;
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

/// The key that an organisation signs documents with (Ed25519), and its id; made at first need, with the one for tokens.
pub async fn signing_key(app: &App, tx: &mut Tx, organisation: OrganisationId) -> Outcome<(KeyId, vc::SigningKey)> {
    match key_in_use(app, tx, organisation, KeyType::Ed25519).await? {
        Some(found) => Ok(found),
        None => new_keys(app, tx, organisation).await,
    }
}

/// The key of this kind that an organisation signs with now.
async fn key_in_use(app: &App, tx: &mut Tx, organisation: OrganisationId, kind: KeyType) -> Outcome<Option<(KeyId, vc::SigningKey)>> {
    let broken = |e: &dyn std::fmt::Display| Failure::Broken(format!("the key of {organisation}: {e}"));
    let keys = store::awards::keys(tx, organisation).await?;
    let Some(kept) = keys.into_iter().find(|k| k.state() == KeyState::InUse && is(k, kind)) else { return Ok(None) };
    let secret = app.vault.open(&kept.sealed, &organisation.to_string()).map_err(|e| broken(&e))?;
    Ok(Some((kept.id, vc::SigningKey::from_secret(kind, &secret).map_err(|e| broken(&e))?)))
}

/// What a key is called among keys: the kind that signs documents, or the one that signs tokens.
pub fn key_kind(key: &SealedKey) -> &'static str {
    if is(key, KeyType::P256) { "P-256" } else { "Ed25519" }
}

/// Whether a key is of this kind.
pub fn is(key: &SealedKey, kind: KeyType) -> bool {
    vc::PublicKey::from_multibase(&key.public).is_ok_and(|k| k.kind() == kind)
}

/// New keys for an organisation, which sign from now on: one for documents, which is given back, and one for tokens.
pub async fn new_keys(app: &App, tx: &mut Tx, organisation: OrganisationId) -> Outcome<(KeyId, vc::SigningKey)> {
    let documents = new_key(app, tx, organisation, KeyType::Ed25519).await?;
    new_key(app, tx, organisation, KeyType::P256).await?;
    Ok(documents)
}

async fn new_key(app: &App, tx: &mut Tx, organisation: OrganisationId, kind: KeyType) -> Outcome<(KeyId, vc::SigningKey)> {
    // One draw in four thousand million is no secret of the curve.
    let (secret, key) = loop {
        let secret = random::<32>();
        if let Ok(key) = vc::SigningKey::from_secret(kind, &secret) {
            break (secret, key);
        }
    };
    let sealed = app.vault.seal(&secret, &organisation.to_string());
    let (public, created) = (key.public_multibase(), app.now());
    let kept = SealedKey { id: app.id(), organisation, public, sealed, created, retired: None, compromised: None, noticed: None };
    store::awards::add_key(tx, &kept).await?;
    Ok((kept.id, key))
}

/// The DID document of an issuer: every key it ever signed with, so that old credentials still verify. One that was
/// compromised is shown as revoked, and no verifier elsewhere accepts it.
pub async fn did_document(app: &App, tx: &mut Tx, organisation: OrganisationId) -> Outcome<serde_json::Value> {
    let (lost, sound): (Vec<_>, Vec<_>) =
        store::awards::keys(tx, organisation).await?.into_iter().partition(|k| matches!(k.state(), KeyState::Compromised(_)));
    if lost.is_empty() && sound.is_empty() {
        return Err(Failure::Missing);
    }
    let did = web_did(&app.base_url, organisation);
    let pairs: Vec<(String, String)> = sound.into_iter().map(|k| (k.id.to_string(), k.public)).collect();
    let mut document = vc::did_web_document(&did, &pairs);
    if let Some(methods) = document["verificationMethod"].as_array_mut() {
        methods.extend(lost.iter().map(|k| multikey(&format!("{did}#{}", k.id), &did, k)));
    }
    Ok(document)
}

/// The same with every key, for our own checks: whether a compromised one counts, our record says.
pub async fn every_key(app: &App, tx: &mut Tx, organisation: OrganisationId) -> Outcome<serde_json::Value> {
    let keys = store::awards::keys(tx, organisation).await?;
    if keys.is_empty() {
        return Err(Failure::Missing);
    }
    let pairs: Vec<(String, String)> = keys.into_iter().map(|k| (k.id.to_string(), k.public)).collect();
    Ok(vc::did_web_document(&web_did(&app.base_url, organisation), &pairs))
}

/// A key as a document of its own, for verifiers that look for keys under web addresses.
pub async fn key_document(app: &App, tx: &mut Tx, organisation: OrganisationId, id: KeyId) -> Outcome<serde_json::Value> {
    let key = store::awards::key(tx, id).await?.filter(|k| k.organisation == organisation).ok_or(Failure::Missing)?;
    let address = format!("{}/issuers/{organisation}/keys/{id}", app.base_url);
    let mut document = multikey(&address, &web_did(&app.base_url, organisation), &key);
    document["@context"] = "https://w3id.org/security/multikey/v1".into();
    Ok(document)
}

fn multikey(id: &str, controller: &str, key: &SealedKey) -> serde_json::Value {
    let mut method = serde_json::json!({ "id": id, "type": "Multikey", "controller": controller, "publicKeyMultibase": key.public });
    if let KeyState::Compromised(from) = key.state() {
        method["revoked"] = stamp(from).into();
    }
    method
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

/// Signs a credential's document with the key that its issuer signs with now, and keeps it. The record says when and with
/// which key, so that a signature can still be trusted should the key be lost later (E16).
pub async fn sign(app: &App, tx: &mut Tx, credential: Credential) -> Outcome<()> {
    let (key_id, key) = signing_key(app, tx, credential.issuer).await?;
    let did = issuer_did(app, credential.issuer, &key);
    let method = if app.demo { key.did_key_method() } else { format!("{did}#{key_id}") };
    let document = document(app, tx, &credential, did).await?.document();
    let broken = |e: String| Failure::Broken(e);
    let signed = vc::sign(document, &key, &vc::SignOptions::new(method, stamp(app.now()))).map_err(|e| broken(e.to_string()))?;
    let text = serde_json::to_string(&signed).map_err(|e| broken(e.to_string()))?;
    let (id, signature) = (credential.id, print_of(&signed["proof"]).unwrap_or_default());
    store::awards::save_credential(tx, &Credential { document: Some(text), ..credential }).await?;
    store::awards::signed(tx, id, key_id, app.now()).await?;
    let event = Event::CredentialSigned { credential: id, key: key_id, signature };
    let happened = Happened { chain: id.to_string(), actor: None, at: app.now(), event };
    Ok(store::events::record(tx, app.id(), &happened).await?)
}

/// What the record keeps of a signature.
pub fn print_of(proof: &serde_json::Value) -> Option<String> {
    Some(crate::app::hash_of(proof.get("proofValue")?.as_str()?))
}

/// How a copy for a wallet is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// JSON with its proof inside.
    DataIntegrity,
    /// A token (VC-JOSE-COSE).
    Jwt,
}

/// The kept document of a credential once more, with the holder's identifier as its subject, signed now.
pub async fn signed_for_holder(app: &App, tx: &mut Tx, credential: &Credential, holder: &str, form: Form) -> Outcome<serde_json::Value> {
    let broken = |e: String| Failure::Broken(format!("{}: {e}", credential.id));
    let text = credential.document.as_ref().ok_or(Failure::Missing)?;
    let mut document: serde_json::Value = serde_json::from_str(text).map_err(|e| broken(e.to_string()))?;
    document.as_object_mut().ok_or(Failure::Missing)?.remove("proof");
    document["credentialSubject"]["id"] = holder.into();
    let (key_id, key) = signing_key(app, tx, credential.issuer).await?;
    let did = issuer_did(app, credential.issuer, &key);
    // The key may have been changed since.
    document["issuer"]["id"] = did.as_str().into();
    let method = if app.demo { key.did_key_method() } else { format!("{did}#{key_id}") };
    match form {
        Form::DataIntegrity => vc::sign(document, &key, &vc::SignOptions::new(method, stamp(app.now()))).map_err(|e| broken(e.to_string())),
        Form::Jwt => {
            let options = vc::JwtOptions { kid: Some(method), issued_at_us: Some(app.now().0), ..Default::default() };
            vc::sign_jwt(&document, &key, &options).map(Into::into).map_err(|e| broken(e.to_string()))
        }
    }
}

async fn document(app: &App, tx: &mut Tx, credential: &Credential, did: String) -> Outcome<ob::Credential> {
    let Grounds { recognised, version, batch } = grounds(app, tx, credential.achievement, credential.from).await?;
    let issuer = store::people::organisation(tx, credential.issuer).await?.ok_or(Failure::Missing)?;
    let about = credential.achievement;
    let source = Source {
        about,
        from: credential.from,
        until: credential.until,
        version: &version,
        recognised,
        issuer: &issuer,
        did,
        base: &app.base_url,
        decision: batch.as_ref().map(|b| b.terms.decision.as_str()),
    };
    Ok(made_out(source.common()?, &app.base_url, credential, batch.as_ref().map(|b| &b.listed), &salt()))
}

/// What makes a recipient's address unguessable from its hash.
fn salt() -> String {
    secret()[..22].to_owned()
}

/// Who a credential for this person is made out to.
pub async fn recipient(tx: &mut Tx, person: PersonId) -> Outcome<Recipient> {
    let person = store::people::person(tx, person).await?.ok_or(Failure::Missing)?;
    Ok(Recipient { name: person.name, email: Some(person.email) })
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
