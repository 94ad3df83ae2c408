//! An administrator says whether an issuer is recognised: suspended, closed, its recognition taken back, or recognised
//! again (E7).

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use domain::OrganisationId;
use domain::event::Event;
use domain::standing::Standing;
use store::Tx;

/// Keeps it, with the reason in the record.
pub async fn set_standing(who: &Member, id: OrganisationId, standing: Standing, reason: String) -> Outcome<()> {
    who.may(Verb::Edit, Thing::Instance, Relation::default())?;
    if reason.trim().is_empty() {
        return Err(Failure::field("reason", "wrong-reason"));
    }
    if reason.chars().count() > 4000 {
        return Err(Failure::field("reason", "wrong-too-long"));
    }
    let mut tx = who.app.begin().await?;
    store::people::organisation(&mut tx, id).await?.ok_or(Failure::Missing)?;
    if let Standing::Closed { register: Some(holder), .. } = standing {
        let known = store::people::organisation(&mut tx, holder).await?.is_some_and(|o| o.id != id);
        if !known {
            return Err(Failure::field("register", "wrong-register"));
        }
    }
    store::people::set_standing(&mut tx, id, &standing).await?;
    record(&mut tx, who, id, Event::StandingChanged { organisation: id, standing, reason }).await?;
    commit(tx, who).await
}

/// Goes on only if the organisation may issue.
pub(super) async fn may_issue(tx: &mut Tx, issuer: OrganisationId) -> Outcome<()> {
    let standing = store::people::standing(tx, issuer).await?.ok_or(Failure::Missing)?;
    if standing.issues() { Ok(()) } else { Err(Failure::Refused("refused-issuer-standing")) }
}
