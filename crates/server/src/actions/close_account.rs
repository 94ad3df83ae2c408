//! Somebody closes their account and says what becomes of their credentials (E9).

use super::{Failure, Outcome, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use domain::claim::Claim;
use domain::credential::{Credential, CredentialState};
use domain::erasure::Wish;
use domain::event::Event;
use store::Tx;

/// How many claims or credentials are read at once.
const PAGE: i64 = 100;

/// Closes the account of whoever asks, all in one transaction. `confirmed` is their address, typed once more.
///
/// Whoever has a role is refused: what they decide for an organisation needs somebody to take it over first.
pub async fn close_account(who: &Member, wish: Wish, confirmed: &str) -> Outcome<()> {
    who.may(Verb::Edit, Thing::Account, Relation::default())?;
    if !who.me.memberships.is_empty() {
        return Err(Failure::Refused("refused-closing-with-roles"));
    }
    if confirmed.trim().to_lowercase() != who.me.person.email {
        return Err(Failure::field("confirmed", "wrong-closing-address"));
    }
    let mut tx = who.app.begin().await?;
    for claim in every_claim(&mut tx, who).await? {
        close_claim(&mut tx, who, claim).await?;
    }
    for credential in every_credential(&mut tx, who).await? {
        close_credential(&mut tx, who, wish, credential).await?;
    }
    store::erasure::forget_person(&mut tx, who.id()).await?;
    record(&mut tx, who, who.id(), Event::AccountClosed { person: who.id(), credentials: wish.code().to_owned() }).await?;
    super::commit(tx, who).await
}

async fn every_claim(tx: &mut Tx, who: &Member) -> Outcome<Vec<Claim>> {
    let mut all = Vec::new();
    loop {
        let some = store::claims::of_learner(tx, who.id(), all.len() as i64, PAGE).await?;
        if some.is_empty() {
            return Ok(all);
        }
        all.extend(some);
    }
}

async fn every_credential(tx: &mut Tx, who: &Member) -> Outcome<Vec<Credential>> {
    let mut all = Vec::new();
    loop {
        let some = store::awards::credentials_of(tx, who.id(), all.len() as i64, PAGE).await?;
        if some.is_empty() {
            return Ok(all);
        }
        all.extend(some);
    }
}

/// A claim that is open is taken back; its evidence goes, unless a decision rests on it.
async fn close_claim(tx: &mut Tx, who: &Member, claim: Claim) -> Outcome<()> {
    let id = claim.id;
    for item in store::evidence::of_claim(tx, id).await? {
        let (evidence, before) = (item.id, item.state.name());
        let item = item.when_learner_goes(who.now);
        store::evidence::save(tx, &item).await?;
        if item.state.name() != before {
            record(tx, who, id, Event::EvidenceWithdrawn { evidence }).await?;
        }
    }
    if let Ok(withdrawn) = claim.withdraw(who.now) {
        super::open_claim::call_off(tx, who, id, "the learner closed their account").await?;
        store::claims::save(tx, &withdrawn, who.now).await?;
        record(tx, who, id, Event::ClaimWithdrawn { claim: id }).await?;
    }
    Ok(())
}

async fn close_credential(tx: &mut Tx, who: &Member, wish: Wish, credential: Credential) -> Outcome<()> {
    let (id, before) = (credential.id, credential.state.name());
    let words = "Its holder closed their account and asked for it.";
    let credential = credential.at(who.now).when_holder_goes(wish, who.id(), who.now, words)?;
    store::awards::save_credential(tx, &credential).await?;
    let event = match &credential.state {
        CredentialState::Revoked { reason, .. } => Some(Event::CredentialRevoked { credential: id, reason: reason.clone() }),
        CredentialState::Declined { .. } => Some(Event::CredentialDeclined { credential: id }),
        _ => None,
    };
    if let Some(event) = event.filter(|_| credential.state.name() != before) {
        record(tx, who, id, event).await?;
    }
    if credential.goes_with_holder(wish) {
        store::erasure::withdraw_credential(tx, id, who.now).await?;
        record(tx, who, id, Event::CredentialUnlisted { credential: id }).await?;
    } else {
        store::erasure::forget_address(tx, id).await?;
    }
    Ok(())
}
