//! Issues a batch part by part: who is on the list is looked up, the documents are signed without holding a transaction,
//! and all of a part is kept in one. Whatever stops the process, a part is issued as a whole or not at all.

use super::document::{Source, made_out, stamp};
use super::{issuer_did, print_of, salt, signing_key};
use crate::actions::{Failure, Outcome};
use crate::app::{App, random};
use crate::mail;
use crate::queries::recognised::{Bodies, by_decision};
use crate::queries::versions::version;
use domain::batch::{Batch, BatchRow, Halt, Listed, PART, Terms, end_of_award};
use domain::credential::{Achievement, Credential, CredentialState, Recipient, StatusPlace};
use domain::event::{Event, Happened};
use domain::key::KeyState;
use domain::people::{Organisation, Person};
use domain::profile::ProfileVersion;
use domain::{BatchId, KeyId, OrganisationId, StatusListId, Ts};
use std::collections::HashMap;
use std::sync::Arc;
use store::Tx;
use vc::achievement as ob;

/// What came of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A part is issued, and there are more.
    More,
    /// There is nothing to do now: all is issued, or somebody stopped it.
    Over,
}

/// The places of an issuer's latest status list that are free; lists that are begun on the way.
pub struct Places {
    list: Option<StatusListId>,
    taken: Vec<bool>,
}

impl Places {
    /// As the register has them.
    pub async fn read(app: &App, issuer: OrganisationId) -> Outcome<Places> {
        let found = store::status::taken(&mut app.read().await?, issuer).await?;
        let mut places = Places { list: found.as_ref().map(|(list, _)| *list), taken: vec![false; StatusPlace::PLACES as usize] };
        for place in found.map(|(_, taken)| taken).unwrap_or_default() {
            places.taken[place as usize] = true;
        }
        Ok(places)
    }

    /// A free place that nobody could foretell. As [`store::status::issue`] does: where sixteen in a row are taken, the
    /// next list begins, and its id is added to `begun`.
    pub fn draw(&mut self, app: &App, begun: &mut Vec<StatusListId>) -> StatusPlace {
        loop {
            if let Some(list) = self.list {
                for _ in 0..store::status::TRIES {
                    let place = u32::from_le_bytes(random::<4>()) % StatusPlace::PLACES;
                    if !std::mem::replace(&mut self.taken[place as usize], true) {
                        return StatusPlace { list, place };
                    }
                }
            }
            let list = app.id();
            begun.push(list);
            *self = Places { list: Some(list), taken: vec![false; StatusPlace::PLACES as usize] };
        }
    }
}

/// A part before it is signed.
struct Part {
    batch: Batch,
    terms: Terms,
    number: u32,
    /// Each with the number of its row and whoever is known to have the address.
    rows: Vec<(u32, Listed, Option<Person>)>,
    skipped: Vec<u32>,
}

/// What signs it.
struct Press {
    app: App,
    version: Arc<ProfileVersion>,
    issuer: Organisation,
    bodies: Bodies,
    did: String,
    method: String,
    key_id: KeyId,
    key: vc::SigningKey,
}

/// A credential, signed, and what the record keeps of its signature.
struct Signed {
    credential: Credential,
    listed: Listed,
    holder: Option<Person>,
    print: String,
}

/// Issues the next part of a batch, if it is to go on. `Stale`: something changed meanwhile; what was read, `places` too, is
/// too old.
pub async fn issue_part(app: &App, id: BatchId, places: &mut Places) -> Outcome<Step> {
    let Some((part, press)) = prepare(app, id).await? else { return Ok(Step::Over) };
    let (mut begun, now) = (Vec::new(), app.now());
    let drawn: Vec<StatusPlace> = part.rows.iter().map(|_| places.draw(app, &mut begun)).collect();
    let Part { batch, terms, number, rows, skipped } = part;
    let job = tokio::task::spawn_blocking(move || {
        let signed = press.sign(id, &terms, rows, &drawn, now)?;
        Ok::<_, Failure>((signed, terms, press))
    });
    let (signed, terms, press) = job.await.map_err(|e| Failure::Broken(format!("{id}: {e}")))??;
    keep(app, &batch, (number, &skipped), (&terms, &press), &begun, signed, now).await
}

/// Looks up all that the next part needs; none if nothing is to be issued now.
async fn prepare(app: &App, id: BatchId) -> Outcome<Option<(Part, Press)>> {
    let mut tx = app.begin().await?;
    let batch = store::batches::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let (Some(terms), "running") = (batch.terms.clone(), batch.state.name()) else { return Ok(None) };
    let now = app.now();
    if !store::people::standing(&mut tx, batch.issuer).await?.is_some_and(|s| s.issues()) {
        store::batches::save(&mut tx, &batch.pause(None, now, Halt::IssuerStanding)?).await?;
        happened(app, &mut tx, id, Event::BatchPaused { batch: id, why: Halt::IssuerStanding }).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let Some(number) = store::batches::next_part(&mut tx, id).await? else {
        finish(app, &mut tx, batch, now).await?;
        tx.commit().await?;
        return Ok(None);
    };
    let (key_id, key) = signing_key(app, &mut tx, batch.issuer).await?;
    // A key may just have been made.
    tx.commit().await?;
    let mut tx = app.read().await?;
    let version = version(app, &mut tx, batch.version).await?;
    let issuer = store::people::organisation(&mut tx, batch.issuer).await?.ok_or(Failure::Missing)?;
    let bodies = Bodies::of(&mut tx, &version, &batch).await?;
    let did = issuer_did(app, batch.issuer, &key);
    let method = if app.demo { key.did_key_method() } else { format!("{did}#{key_id}") };
    let (rows, _) = store::batches::part(&mut tx, id, number).await?.ok_or(Failure::Missing)?;
    let (mut left, mut skipped) = (Vec::with_capacity(rows.len()), Vec::new());
    for (row, listed) in (number * PART + 1..).zip(rows) {
        if store::batches::has_already(&mut tx, &listed.key(), listed.awarded, batch.profile, id).await? {
            skipped.push(row);
            continue;
        }
        let holder = match &listed.email {
            Some(email) => store::people::reached_at(&mut tx, email).await?,
            None => None,
        };
        left.push((row, listed, holder));
    }
    let press = Press { app: app.clone(), version, issuer, bodies, did, method, key_id, key };
    Ok(Some((Part { batch, terms, number, rows: left, skipped }, press)))
}

impl Press {
    /// Makes and signs the documents of a part: everything but the recipient is made once for each day of award.
    fn sign(
        &self,
        batch: BatchId,
        terms: &Terms,
        rows: Vec<(u32, Listed, Option<Person>)>,
        places: &[StatusPlace],
        now: Ts,
    ) -> Outcome<Vec<Signed>> {
        let mut common: HashMap<Ts, ob::Credential> = HashMap::new();
        let (base, options) = (&self.app.base_url, vc::SignOptions::new(self.method.as_str(), stamp(now)));
        let mut all = Vec::with_capacity(rows.len());
        for ((row, listed, holder), place) in rows.into_iter().zip(places) {
            let mut credential = self.credential(BatchRow { batch, row }, &listed, holder.as_ref(), *place, now);
            let shared = match common.get(&credential.from) {
                Some(known) => known.clone(),
                None => common.entry(credential.from).or_insert(self.common(&credential, terms)?).clone(),
            };
            let document = made_out(shared, base, &credential, Some(&listed), &salt()).document();
            let broken = |e: &dyn std::fmt::Display| Failure::Broken(format!("{batch}, row {row}: {e}"));
            let signed = vc::sign(document, &self.key, &options).map_err(|e| broken(&e))?;
            credential.document = Some(serde_json::to_string(&signed).map_err(|e| broken(&e))?);
            all.push(Signed { credential, listed, holder, print: print_of(&signed["proof"]).unwrap_or_default() });
        }
        Ok(all)
    }

    fn common(&self, of: &Credential, terms: &Terms) -> Outcome<ob::Credential> {
        let source = Source {
            about: of.achievement,
            from: of.from,
            until: of.until,
            version: &self.version,
            recognised: by_decision(&self.version, &self.bodies, terms, of.from),
            issuer: &self.issuer,
            did: self.did.clone(),
            base: &self.app.base_url,
            decision: Some(&terms.decision),
        };
        source.common()
    }

    fn credential(&self, row: BatchRow, listed: &Listed, holder: Option<&Person>, place: StatusPlace, now: Ts) -> Credential {
        Credential {
            id: self.app.id(),
            holder: holder.map(|h| h.id),
            recipient: Recipient { name: listed.name.clone(), email: listed.email.clone() },
            title: self.version.body.title.clone(),
            issuer: self.issuer.id,
            achievement: Achievement::Batch(row),
            from: listed.awarded,
            until: end_of_award(&self.version.body, listed.awarded),
            status: Some(place),
            state: CredentialState::Offered { at: now },
            listed: false,
            document: None,
            revision: 1,
        }
    }
}

/// Keeps a part: all of it, with its events and letters; or nothing, if the batch was stopped or the key changed since.
async fn keep(
    app: &App,
    batch: &Batch,
    (number, skipped): (u32, &[u32]),
    (terms, press): (&Terms, &Press),
    begun: &[StatusListId],
    signed: Vec<Signed>,
    now: Ts,
) -> Outcome<Step> {
    let mut tx = app.begin().await?;
    let issued = signed.len() as u32;
    let counts = store::batches::part_done(&mut tx, batch.id, number, issued, skipped, now).await?;
    let key = store::awards::key(&mut tx, press.key_id).await?;
    if !counts || !key.is_some_and(|k| k.state() == KeyState::InUse) {
        return Err(Failure::Stale);
    }
    for list in begun {
        store::status::begin_list(&mut tx, batch.issuer, *list).await?;
    }
    for one in &signed {
        let (c, id) = (&one.credential, one.credential.id);
        if !store::batches::issue(&mut tx, c, &one.listed.key(), press.key_id, now).await? {
            // Somebody else took the place since; another is drawn.
            return Err(Failure::Stale);
        }
        let event = Event::CredentialSigned { credential: id, key: press.key_id, signature: one.print.clone() };
        store::events::begin(&mut tx, app.id(), &Happened { chain: id.to_string(), actor: None, at: now, event }).await?;
        if terms.letters {
            mail::batch_offer::send(&mut tx, app, batch, terms, c, &one.listed, one.holder.as_ref()).await?;
        }
    }
    let event = Event::BatchPartIssued { batch: batch.id, part: number, issued, skipped: skipped.len() as u32 };
    happened(app, &mut tx, batch.id, event).await?;
    let after = store::batches::get(&mut tx, batch.id).await?.ok_or(Failure::Missing)?;
    let over = after.done() == after.rows;
    if over {
        finish(app, &mut tx, after, now).await?;
    }
    tx.commit().await?;
    Ok(if over { Step::Over } else { Step::More })
}

async fn finish(app: &App, tx: &mut Tx, batch: Batch, now: Ts) -> Outcome<()> {
    let id = batch.id;
    store::batches::save(tx, &batch.finish(now)?).await?;
    happened(app, tx, id, Event::BatchDone { batch: id }).await
}

async fn happened(app: &App, tx: &mut Tx, batch: BatchId, event: Event) -> Outcome<()> {
    let happened = Happened { chain: batch.to_string(), actor: None, at: app.now(), event };
    Ok(store::events::record(tx, app.id(), &happened).await?)
}
