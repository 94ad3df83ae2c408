//! The holder's profile: `GET` and `PUT /profile`.

use super::{OnBehalf, StatusInfo};
use crate::access::{Relation, Thing, Verb};
use crate::actions::manage_tokens::save_account;
use crate::caller::Member;
use axum::Json;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use vc::achievement::CONTEXTS;

/// Largest profile that is read, in bytes.
const LARGEST: usize = 64 * 1024;

fn profile(who: &Member) -> Value {
    let person = &who.me.person;
    json!({
        "@context": CONTEXTS,
        "id": format!("urn:uuid:{}", uuid::Uuid::from_u128(person.id.0)),
        "type": ["Profile"],
        "name": person.name,
        "email": person.email,
    })
}

/// `GET /profile`.
pub async fn get(who: OnBehalf) -> Result<Response, StatusInfo> {
    who.may(Verb::View, Thing::Wallet, Relation::owned_by(who.id()))?;
    Ok(Json(profile(&who)).into_response())
}

/// `PUT /profile`. The name is kept; the address stays, because it signs the person in. The answer is what is kept.
pub async fn put(who: OnBehalf, body: Body) -> Result<Response, StatusInfo> {
    who.may(Verb::Edit, Thing::Wallet, Relation::owned_by(who.id()))?;
    let bytes = axum::body::to_bytes(body, LARGEST).await.map_err(|_| StatusInfo::invalid("The profile is larger than 64 KiB."))?;
    let sent: Value = serde_json::from_slice(&bytes).map_err(|_| StatusInfo::invalid("The profile is not JSON."))?;
    let kinds = &sent["type"];
    let is_profile = kinds == "Profile" || kinds.as_array().is_some_and(|all| all.iter().any(|k| k == "Profile"));
    if !is_profile || !sent["id"].is_string() {
        return Err(StatusInfo::invalid("A Profile has an id, and a type that holds \"Profile\"."));
    }
    if sent["id"] != profile(&who)["id"] {
        return Err(StatusInfo::invalid("The id is not the one of this person's profile."));
    }
    let name = sent["name"].as_str().ok_or_else(|| StatusInfo::invalid("The profile has to have a name."))?;
    if name.contains('\0') {
        return Err(StatusInfo::invalid("The name holds a character that no name needs."));
    }
    save_account(&who, name, who.me.person.lang).await?;
    Ok(Json(profile(&Member::of(&who.app, who.id()).await?)).into_response())
}
