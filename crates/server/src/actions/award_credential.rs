//! The issuer's decision: a separate act by a separate role, and the learner's answer to it.

use super::set_standing::may_issue;
use super::{Failure, Outcome, commit, enqueue, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use crate::issuing;
use crate::jobs::Job;
use crate::mail;
use crate::queries::versions::version;
use domain::credential::{Achievement, Credential, CredentialState, end_of};
use domain::event::Event;
use domain::{ClaimId, CredentialId};
use store::Tx;

/// Grants the micro-credential; it is offered to the learner.
pub async fn award_credential(who: &Member, id: ClaimId) -> Outcome<CredentialId> {
    let mut tx = who.app.begin().await?;
    let claim = store::claims::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let version = version(&who.app, &mut tx, claim.version).await?;
    who.may(Verb::Decide, Thing::Award, Relation::of(version.body.issuer))?;
    may_issue(&mut tx, version.body.issuer).await?;
    let recognitions = store::awards::recognitions_of_claim(&mut tx, id).await?;
    let credential = Credential {
        id: who.app.id(),
        holder: Some(claim.learner),
        recipient: issuing::recipient(&mut tx, claim.learner).await?,
        title: version.body.title.clone(),
        issuer: version.body.issuer,
        achievement: Achievement::MicroCredential(id),
        from: who.now,
        until: end_of(&version.body, &recognitions, who.now),
        status: None,
        state: CredentialState::Offered { at: who.now },
        listed: false,
        document: None,
        revision: 1,
    };
    let claim = claim.award(&version.body, who.id(), who.now, credential.id)?;
    store::claims::save(&mut tx, &claim, who.now).await?;
    issuing::issue(&who.app, &mut tx, &credential).await?;
    record(&mut tx, who, id, Event::CredentialAwarded { claim: id, credential: credential.id }).await?;
    enqueue(&mut tx, who, Job::SignCredential { credential: credential.id }).await?;
    mail::awarded::send(&mut tx, who, &claim, &version, credential.id).await?;
    commit(tx, who).await?;
    Ok(credential.id)
}

/// Refuses it, with a reason that the learner reads and can appeal.
pub async fn refuse_credential(who: &Member, id: ClaimId, reason: String) -> Outcome<()> {
    if reason.chars().count() > 4000 {
        return Err(Failure::field("reason", "wrong-too-long"));
    }
    let mut tx = who.app.begin().await?;
    let claim = store::claims::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let version = version(&who.app, &mut tx, claim.version).await?;
    who.may(Verb::Decide, Thing::Award, Relation::of(version.body.issuer))?;
    let claim = claim.refuse_award(&version.body, who.id(), who.now, reason.clone())?;
    store::claims::save(&mut tx, &claim, who.now).await?;
    record(&mut tx, who, id, Event::CredentialRefused { claim: id, reason }).await?;
    mail::refused::send(&mut tx, who, &claim, &version).await?;
    commit(tx, who).await
}

/// The learner accepts what is offered; from now on anybody with the link sees it.
pub async fn accept_credential(who: &Member, id: CredentialId) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let credential = store::awards::credential(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Accept, Thing::Credential, Relation::held_by(credential.holder))?;
    let credential = credential.accept(who.now)?;
    store::awards::save_credential(&mut tx, &credential).await?;
    record(&mut tx, who, id, Event::CredentialAccepted { credential: id }).await?;
    replace_earlier(&mut tx, who, &credential).await?;
    commit(tx, who).await
}

/// What the holder had for the same is replaced, once the new one is in force. What is suspended or revoked stays so.
pub(super) async fn replace_earlier(tx: &mut Tx, who: &Member, new: &Credential) -> Outcome<()> {
    for old in store::renewals::replaced_by(tx, new).await? {
        let (id, old) = (old.id, old.at(who.now).supersede(who.now, new.id)?);
        store::awards::save_credential(tx, &old).await?;
        record(tx, who, id, Event::CredentialSuperseded { credential: id, by: new.id }).await?;
    }
    Ok(())
}

/// The learner declines it.
pub async fn decline_credential(who: &Member, id: CredentialId) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let credential = store::awards::credential(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Accept, Thing::Credential, Relation::held_by(credential.holder))?;
    let credential = credential.decline(who.now)?;
    store::awards::save_credential(&mut tx, &credential).await?;
    record(&mut tx, who, id, Event::CredentialDeclined { credential: id }).await?;
    commit(tx, who).await
}

/// The holder says whether search engines may list it.
pub async fn set_listing(who: &Member, id: CredentialId, listed: bool) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let credential = store::awards::credential(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Credential, Relation::held_by(credential.holder))?;
    store::awards::save_credential(&mut tx, &Credential { listed, ..credential }).await?;
    record(&mut tx, who, id, Event::ListingChanged { credential: id, listed }).await?;
    commit(tx, who).await
}
