//! A credential as a token, for programs that read those: the kept document, signed anew when somebody asks, with the
//! issuer's key for tokens (P-256, `ES256`). No such signature is written down: should the key be lost, none counts.

use super::{key_in_use, new_key};
use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::issuing::issuer_did;
use domain::credential::Credential;
use domain::{KeyId, OrganisationId};
use serde_json::{Value, json};
use store::Tx;
use vc::{JwtOptions, JwtProfile, KeyType};

/// The key that an organisation signs tokens with. Organisations from before there were such keys get one now.
async fn token_key(app: &App, organisation: OrganisationId) -> Outcome<(KeyId, vc::SigningKey)> {
    if let Some(found) = key_in_use(app, &mut app.read().await?, organisation, KeyType::P256).await? {
        return Ok(found);
    }
    let mut tx = app.begin().await?;
    // Two who ask at once get the same one.
    store::events::wait_for(&mut tx, &organisation.to_string()).await?;
    if let Some(found) = key_in_use(app, &mut tx, organisation, KeyType::P256).await? {
        return Ok(found);
    }
    let made = new_key(app, &mut tx, organisation, KeyType::P256).await?;
    tx.commit().await?;
    Ok(made)
}

/// The credential as a token.
pub async fn token(app: &App, credential: &Credential, profile: JwtProfile) -> Outcome<String> {
    let broken = |e: &dyn std::fmt::Display| Failure::Broken(format!("{}: {e}", credential.id));
    let text = credential.document.as_ref().ok_or(Failure::Missing)?;
    let mut document: Value = serde_json::from_str(text).map_err(|e| broken(&e))?;
    document.as_object_mut().ok_or(Failure::Missing)?.remove("proof");
    let (key_id, key) = token_key(app, credential.issuer).await?;
    let did = issuer_did(app, credential.issuer, &key);
    document["issuer"]["id"] = did.as_str().into();
    let method = if app.demo { key.did_key_method() } else { format!("{did}#{key_id}") };
    let options = JwtOptions { profile, kid: Some(method), ..Default::default() };
    vc::sign_jwt(&document, &key, &options).map_err(|e| broken(&e))
}

/// The keys of an organisation that count, as a JWK set (RFC 7517) for programs that check tokens: each under the name
/// that the header of a token has for it.
pub async fn key_set(app: &App, tx: &mut Tx, organisation: OrganisationId) -> Outcome<Value> {
    let keys = store::awards::keys(tx, organisation).await?;
    if keys.is_empty() {
        return Err(Failure::Missing);
    }
    let did = super::web_did(&app.base_url, organisation);
    let jwk = |kept: &store::awards::SealedKey| {
        let key = vc::PublicKey::from_multibase(&kept.public).ok()?;
        let mut jwk = key.to_jwk();
        let name = if app.demo { format!("did:key:{0}#{0}", kept.public) } else { format!("{did}#{}", kept.id) };
        jwk["kid"] = name.into();
        jwk["use"] = "sig".into();
        Some(jwk)
    };
    let sound = keys.iter().filter(|k| !matches!(k.state(), domain::key::KeyState::Compromised(_)));
    Ok(json!({ "keys": sound.filter_map(jwk).collect::<Vec<_>>() }))
}
