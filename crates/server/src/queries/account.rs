//! What people see of their own account.

use crate::access::{Relation, Thing, Verb};
use crate::actions::Outcome;
use crate::app::hash_of;
use crate::caller::{Member, Visitor};
use domain::people::Membership;
use store::people::Token;

/// The roles of whoever a session's secret belongs to; none for a session that is over.
pub async fn memberships(who: &Visitor, secret: &str) -> Outcome<Vec<Membership>> {
    let found = store::people::session(&mut who.app.read().await?, &hash_of(secret), who.now).await?;
    Ok(found.map(|(_, memberships)| memberships).unwrap_or_default())
}

/// Whether the person signs in with a password: people of the demo do not.
pub async fn has_password(who: &Member) -> Outcome<bool> {
    who.may(Verb::View, Thing::Account, Relation::default())?;
    let found = store::people::person_by_email(&mut who.app.read().await?, &who.me.person.email).await?;
    Ok(found.is_some_and(|(_, hash)| hash.is_some()))
}

/// The person's tokens that still work.
pub async fn tokens(who: &Member) -> Outcome<Vec<Token>> {
    who.may(Verb::View, Thing::Account, Relation::default())?;
    Ok(store::people::tokens(&mut who.app.read().await?, who.id(), who.now).await?)
}
