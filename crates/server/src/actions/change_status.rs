//! The issuer puts a credential out of force for a time, in force again, or out of force for good (2.12.5).

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use crate::mail;
use domain::CredentialId;
use domain::credential::{Credential, Reason};
use domain::event::Event;
use store::Tx;

/// How much may be written to the holder, in characters.
pub const MOST_WORDS: usize = 4000;

/// Out of force for a time; the holder reads why.
pub async fn suspend_credential(who: &Member, id: CredentialId, reason: Reason) -> Outcome<()> {
    let (mut tx, credential) = begin(who, Verb::Suspend, id, &reason.words).await?;
    let credential = credential.suspend(who.id(), who.now, reason.clone())?;
    store::awards::save_credential(&mut tx, &credential).await?;
    mail::out_of_force::send(&mut tx, who, &credential, &reason).await?;
    record(&mut tx, who, id, Event::CredentialSuspended { credential: id, reason }).await?;
    commit(tx, who).await
}

/// In force again.
pub async fn reinstate_credential(who: &Member, id: CredentialId, words: String) -> Outcome<()> {
    let (mut tx, credential) = begin(who, Verb::Suspend, id, &words).await?;
    if words.trim().is_empty() {
        return Err(Failure::field("words", "wrong-reason"));
    }
    let credential = credential.reinstate(who.now)?;
    store::awards::save_credential(&mut tx, &credential).await?;
    mail::reinstated::send(&mut tx, who, &credential, &words).await?;
    record(&mut tx, who, id, Event::CredentialReinstated { credential: id, words }).await?;
    commit(tx, who).await
}

/// Out of force for good, or withdrawn if nobody has accepted it; the holder reads why.
pub async fn revoke_credential(who: &Member, id: CredentialId, reason: Reason) -> Outcome<Credential> {
    let (mut tx, credential) = begin(who, Verb::Revoke, id, &reason.words).await?;
    let credential = credential.revoke(who.id(), who.now, reason.clone())?;
    store::awards::save_credential(&mut tx, &credential).await?;
    mail::out_of_force::send(&mut tx, who, &credential, &reason).await?;
    record(&mut tx, who, id, Event::CredentialRevoked { credential: id, reason }).await?;
    commit(tx, who).await?;
    Ok(credential)
}

/// The credential as it stands now, if this person may do that to it. Nobody decides on their own.
async fn begin(who: &Member, verb: Verb, id: CredentialId, words: &str) -> Outcome<(Tx, Credential)> {
    let mut tx = who.app.begin().await?;
    let credential = store::awards::credential(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(verb, Thing::Register, Relation::of(credential.issuer))?;
    if credential.holder == Some(who.id()) {
        return Err(Failure::Refused("refused-own-credential"));
    }
    if words.chars().count() > MOST_WORDS {
        return Err(Failure::field("words", "wrong-too-long"));
    }
    Ok((tx, credential.at(who.now)))
}
