//! A holder renews a credential: a fresh claim, with fresh evidence, against the version that is in force now (E2). Once
//! the new credential is in force, it replaces the old one.

use super::open_claim::open_claim;
use super::{Failure, Outcome};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use domain::credential::Achievement;
use domain::{ClaimId, CredentialId};

/// Opens the claim, or finds the one that is open; begun from ninety days before the end.
pub async fn renew_credential(who: &Member, id: CredentialId) -> Outcome<ClaimId> {
    let mut tx = who.app.begin().await?;
    let credential = store::awards::credential(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Credential, Relation::held_by(credential.holder))?;
    if !credential.clone().at(who.now).renewable(who.now) {
        return Err(Failure::Refused("refused-not-renewable"));
    }
    let (claim, profile) = match credential.achievement {
        Achievement::Competency(recognition) => {
            let recognition = store::awards::recognition(&mut tx, recognition).await?.ok_or(Failure::Missing)?;
            (Some(recognition.claim), recognition.profile)
        }
        Achievement::MicroCredential(claim) => (Some(claim), store::claims::get(&mut tx, claim).await?.ok_or(Failure::Missing)?.profile),
        Achievement::Batch(row) => (None, store::batches::get(&mut tx, row.batch).await?.ok_or(Failure::Missing)?.profile),
    };
    // What is demonstrated in a claim stays so; what is to be shown anew needs another one.
    let open = store::claims::open_on(&mut tx, who.id(), profile).await?;
    if open.is_some_and(|open| Some(open.id) == claim) {
        return Err(Failure::Refused("refused-renew-open-claim"));
    }
    drop(tx);
    open_claim(who, profile, Default::default()).await
}
