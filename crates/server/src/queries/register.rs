//! An issuer's register: what was issued, where each stands, and what happened to it.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::queries::claim::Names;
use crate::web::extract::PAGE;
use domain::credential::Credential;
use domain::event::Event;
use domain::{CredentialId, PersonId};
use std::collections::HashMap;
use store::events::Entry;
use store::register::Part;

/// A page of the register.
pub struct RegisterPage {
    /// The credentials, as they stand now; without their documents.
    pub lines: Vec<Credential>,
    /// How many the same search finds in each part.
    pub counts: Vec<(Part, i64)>,
    /// What the issuers are called.
    pub names: Names,
}

impl RegisterPage {
    /// How many a part has.
    pub fn count(&self, part: Part) -> i64 {
        self.counts.iter().find(|(p, _)| *p == part).map_or(0, |(_, n)| *n)
    }
}

/// A page of what the organisations that somebody issues for have issued, latest first.
pub async fn register(who: &Member, part: Part, query: &str, page: i64) -> Outcome<RegisterPage> {
    let mut tx = who.app.read().await?;
    let found = store::register::page(&mut tx, (who.id(), who.now), part, query, ((page - 1) * PAGE, PAGE)).await?;
    let counts = store::register::counts(&mut tx, who.id(), who.now, query).await?;
    let lines: Vec<Credential> = found.into_iter().map(|c| c.at(who.now)).collect();
    let issuers: Vec<_> = lines.iter().map(|c| c.issuer).collect();
    let names = Names::of(&mut tx, issuers).await?;
    Ok(RegisterPage { lines, counts, names })
}

/// One credential of the register.
pub struct RegisterEntry {
    /// The credential, as it stands now.
    pub credential: Credential,
    /// What the issuer is called.
    pub names: Names,
    /// What happened to it, latest first.
    pub history: Vec<(Entry, Event)>,
    /// What the colleagues who acted are called.
    pub people: HashMap<PersonId, String>,
    /// Whether it is the member's own, on which a colleague decides.
    pub own: bool,
}

/// How much of what happened is shown.
const HISTORY: i64 = 200;

/// One credential, for those who issue for its issuer.
pub async fn register_entry(who: &Member, id: CredentialId) -> Outcome<RegisterEntry> {
    let mut tx = who.app.read().await?;
    let credential = store::awards::credential(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::View, Thing::Register, Relation::of(credential.issuer))?;
    let chain = id.to_string();
    let length = store::events::length(&mut tx, &chain).await?;
    let (mut history, mut people) = (Vec::new(), HashMap::new());
    for entry in store::events::of(&mut tx, &chain, (length - HISTORY).max(0), HISTORY).await? {
        if let Some(actor) = entry.actor.filter(|a| Some(*a) != credential.holder && !people.contains_key(a))
            && let Some(person) = store::people::person(&mut tx, actor).await?
        {
            people.insert(actor, person.name);
        }
        let event = entry.event()?;
        history.push((entry, event));
    }
    history.reverse();
    let names = Names::of(&mut tx, [credential.issuer]).await?;
    let own = credential.holder == Some(who.id());
    Ok(RegisterEntry { credential: credential.at(who.now), names, history, people, own })
}
