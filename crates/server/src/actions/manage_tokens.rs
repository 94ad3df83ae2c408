//! Personal tokens for programs, and what a person changes about their own account.

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::app::{hash_of, secret};
use crate::caller::Member;
use crate::passwords;
use domain::event::Event;
use domain::people::Person;
use domain::{Lang, TokenId};
use store::people::Token;

/// Everything a token can be allowed.
pub const SCOPES: &[&str] = &["profiles:read", "profiles:write", "claims:read", "claims:write", "assessments:write", "awards:write"];

/// Makes a token; the secret is shown once and never kept.
pub async fn create_token(who: &Member, name: &str, scopes: &[String], days: i64) -> Outcome<String> {
    who.may(Verb::Edit, Thing::Account, Relation::default())?;
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 100 {
        return Err(Failure::field("name", "wrong-token-name"));
    }
    if scopes.is_empty() || scopes.iter().any(|s| !SCOPES.contains(&s.as_str())) {
        return Err(Failure::field("scopes", "wrong-token-scopes"));
    }
    if !(1..=366).contains(&days) {
        return Err(Failure::field("days", "wrong-token-days"));
    }
    let secret = format!("tessera_{}", secret());
    let token =
        Token { id: who.app.id(), name: name.to_owned(), scopes: scopes.join(" "), created: who.now, expires: who.now.plus_days(days) };
    let mut tx = who.app.begin().await?;
    store::people::add_token(&mut tx, who.id(), &token, &hash_of(&secret)).await?;
    record(&mut tx, who, who.id(), Event::TokenCreated { token: token.id, scopes: scopes.to_vec() }).await?;
    commit(tx, who).await?;
    Ok(secret)
}

/// Takes a token back.
pub async fn revoke_token(who: &Member, id: TokenId) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    if !store::people::revoke_token(&mut tx, who.id(), id, who.now).await? {
        return Err(Failure::Missing);
    }
    record(&mut tx, who, who.id(), Event::TokenRevoked { token: id }).await?;
    commit(tx, who).await
}

/// Changes name and language.
pub async fn save_account(who: &Member, name: &str, lang: Lang) -> Outcome<()> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 120 {
        return Err(Failure::field("name", "wrong-name"));
    }
    let mut tx = who.app.begin().await?;
    store::people::save_person(&mut tx, &Person { name: name.to_owned(), lang, ..who.me.person.clone() }).await?;
    commit(tx, who).await
}

/// Changes the password; the old one must be given. Every other session ends.
pub async fn change_password(who: &Member, old: String, new: String) -> Outcome<()> {
    let found = store::people::person_by_email(&mut who.app.read().await?, &who.me.person.email).await?;
    let hash = found.and_then(|(_, hash)| hash).ok_or(Failure::Missing)?;
    if !passwords::verify(&who.app, old, hash).await? {
        return Err(Failure::field("old", "wrong-old-password"));
    }
    passwords::acceptable(&new, &[&who.me.person.name, &who.me.person.email]).map_err(|key| Failure::field("new", key))?;
    let hash = passwords::hash(&who.app, new).await?;
    let mut tx = who.app.begin().await?;
    store::people::set_password(&mut tx, who.id(), &hash).await?;
    store::people::end_sessions(&mut tx, who.id()).await?;
    record(&mut tx, who, who.id(), Event::PasswordChanged { person: who.id() }).await?;
    commit(tx, who).await
}
