//! The keys that issuers sign with: a new one, and what to do when one fell into wrong hands (E16). Done by an
//! administrator, or at the terminal by whoever runs the program.

use super::{Failure, Outcome};
use crate::access::{Relation, Thing, Verb};
use crate::app::App;
use crate::caller::Member;
use crate::issuing;
use crate::jobs::Job;
use domain::event::{Event, Happened};
use domain::key::KeyState;
use domain::{KeyId, OrganisationId, PersonId, Ts};
use store::Tx;

/// An administrator gives an issuer a new key.
pub async fn rotate_key(who: &Member, organisation: OrganisationId) -> Outcome<KeyId> {
    who.may(Verb::Edit, Thing::Instance, Relation::default())?;
    rotate(&who.app, Some(who.id()), organisation).await
}

/// An administrator says from when on a key can't be trusted.
pub async fn report_key(who: &Member, key: KeyId, from: Ts) -> Outcome<()> {
    who.may(Verb::Edit, Thing::Instance, Relation::default())?;
    report(&who.app, Some(who.id()), key, from).await
}

/// New keys sign from now on, for documents and for tokens; those before are retired and still verify.
pub async fn rotate(app: &App, actor: Option<PersonId>, organisation: OrganisationId) -> Outcome<KeyId> {
    let mut tx = app.begin().await?;
    // Two at once would leave a key that signs and is not the latest.
    store::events::wait_for(&mut tx, &organisation.to_string()).await?;
    store::people::organisation(&mut tx, organisation).await?.ok_or(Failure::Missing)?;
    let key = replace(app, &mut tx, actor, organisation).await?;
    tx.commit().await?;
    Ok(key)
}

async fn replace(app: &App, tx: &mut Tx, actor: Option<PersonId>, organisation: OrganisationId) -> Outcome<KeyId> {
    let mut retired = None;
    for before in store::awards::keys(tx, organisation).await?.iter().filter(|k| k.state() == KeyState::InUse) {
        store::awards::retire_key(tx, before.id, app.now()).await?;
        if issuing::is(before, vc::KeyType::Ed25519) {
            retired = Some(before.id);
        }
    }
    let (key, _) = issuing::new_keys(app, tx, organisation).await?;
    record(app, tx, actor, organisation, Event::KeyRotated { key, retired }).await?;
    Ok(key)
}

/// A key can't be trusted from `from` on: another signs from now on, what it signed since then is signed anew, and what
/// it signed before stays valid by our record.
pub async fn report(app: &App, actor: Option<PersonId>, id: KeyId, from: Ts) -> Outcome<()> {
    if from > app.now() {
        return Err(Failure::field("from", "wrong-key-from"));
    }
    let mut tx = app.begin().await?;
    let organisation = store::awards::key(&mut tx, id).await?.ok_or(Failure::Missing)?.organisation;
    store::events::wait_for(&mut tx, &organisation.to_string()).await?;
    let key = store::awards::key(&mut tx, id).await?.ok_or(Failure::Missing)?;
    if key.state() == KeyState::InUse {
        replace(app, &mut tx, actor, organisation).await?;
    }
    store::awards::compromise_key(&mut tx, id, from, app.now()).await?;
    record(app, &mut tx, actor, organisation, Event::KeyCompromised { key: id, from }).await?;
    let job = Job::Reissue { key: id };
    store::jobs::add(&mut tx, app.id(), job.kind(), &job.payload(), app.now()).await?;
    tx.commit().await?;
    app.jobs_due.notify_one();
    Ok(())
}

async fn record(app: &App, tx: &mut Tx, actor: Option<PersonId>, organisation: OrganisationId, event: Event) -> Outcome<()> {
    let happened = Happened { chain: organisation.to_string(), actor, at: app.now(), event };
    Ok(store::events::record(tx, app.id(), &happened).await?)
}
