//! A program registers itself, so that people can connect it with their account.

use super::{Failure, Outcome};
use crate::access::{Relation, Thing, Verb};
use crate::app::{hash_of, secret};
use crate::caller::Visitor;
use domain::event::{Event, Happened};
use store::apps::App;

/// Registrations in an hour, after which the next have to wait. Nobody has to sign in for it, so there has to be a limit.
const IN_AN_HOUR: i64 = 100;

/// What a program says of itself.
#[derive(Clone, Debug)]
pub struct NewApp {
    /// What it calls itself.
    pub name: String,
    /// All that it said, as JSON (RFC 7591).
    pub about: String,
}

/// Registers a program. Its secret is given once and never kept. `Refused`: there were too many of late.
pub async fn register_app(visitor: &Visitor, new: NewApp) -> Outcome<(App, String)> {
    visitor.may(Verb::Add, Thing::App, Relation::default())?;
    let app = App { id: visitor.app.id(), name: new.name, about: new.about, registered: visitor.now };
    let secret = secret();
    let mut tx = visitor.app.begin().await?;
    if store::apps::registered_since(&mut tx, visitor.now.plus_hours(-1)).await? >= IN_AN_HOUR {
        return Err(Failure::Refused("refused-too-many"));
    }
    store::apps::add(&mut tx, &app, &hash_of(&secret)).await?;
    let happened = Happened { chain: app.id.to_string(), actor: None, at: visitor.now, event: Event::AppRegistered { app: app.id } };
    store::events::record(&mut tx, visitor.app.id(), &happened).await?;
    tx.commit().await?;
    Ok((app, secret))
}
