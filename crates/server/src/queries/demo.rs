//! The demo's people, to sign in as, and the letters that were written to them.

use crate::access::{Relation, Thing, Verb};
use crate::actions::Outcome;
use crate::caller::Visitor;
use crate::demo::{Actor, CAST};
use domain::{PersonId, Text};
use std::collections::HashMap;
use store::messages::Message;

/// Somebody to sign in as.
pub struct Player {
    /// Their account.
    pub id: PersonId,
    /// Who they are and what to try as them.
    pub actor: &'static Actor,
    /// For whom they act, if for anybody but themselves.
    pub organisations: Vec<Text>,
}

/// More people than the demo has.
const MOST: i64 = 1000;

/// Everybody of the demo world who has an account, in the order of the cast.
pub async fn players(who: &Visitor) -> Outcome<Vec<Player>> {
    who.may(Verb::View, Thing::DemoSignIn, Relation::default())?;
    let mut tx = who.app.read().await?;
    let ids: HashMap<_, _> = store::people::people(&mut tx, "", MOST).await?.into_iter().map(|p| (p.email, p.id)).collect();
    let names: HashMap<_, _> = store::people::organisations(&mut tx).await?.into_iter().map(|o| (o.id, o.name)).collect();
    let mut players = Vec::new();
    for actor in CAST {
        let Some(id) = ids.get(actor.email).copied() else { continue };
        let mut held: Vec<_> = store::people::memberships(&mut tx, id).await?.into_iter().map(|m| m.organisation).collect();
        held.dedup();
        players.push(Player { id, actor, organisations: held.iter().filter_map(|o| names.get(o).cloned()).collect() });
    }
    Ok(players)
}

/// A page of letters, latest first, and how many there are.
pub async fn letters(who: &Visitor, page: i64, most: i64) -> Outcome<(Vec<Message>, i64)> {
    who.may(Verb::View, Thing::Outbox, Relation::default())?;
    let mut tx = who.app.read().await?;
    let letters = store::messages::latest(&mut tx, (page - 1) * most, most).await?;
    Ok((letters, store::messages::count(&mut tx).await?))
}
