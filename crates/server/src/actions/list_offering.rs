//! Those who write for an organisation list learning by hand, change what it says, and take it from the list.

use super::{Failure, FieldError, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use crate::mail;
use domain::event::Event;
use domain::offering::{Offering, Provider};
use domain::people::Role;
use domain::{OfferingId, OrganisationId, Text};
use store::Tx;

/// Lists learning that closes gaps.
pub async fn list_offering(who: &Member, offering: Offering) -> Outcome<OfferingId> {
    let Provider::Here(provider) = offering.provider else { return Err(Failure::Missing) };
    who.may(Verb::Add, Thing::Offering, Relation::of(provider))?;
    if !who.organisations(Role::Author).any(|o| o == provider) {
        return Err(Failure::Missing);
    }
    sound(&offering)?;
    let mut tx = who.app.begin().await?;
    store::offerings::add(&mut tx, &offering).await?;
    record(&mut tx, who, offering.id, Event::OfferingListed { offering: offering.id }).await?;
    commit(tx, who).await?;
    Ok(offering.id)
}

/// What was entered here by somebody who writes for its provider: not what a catalogue from elsewhere says, which is taken in
/// again from there.
async fn own(tx: &mut Tx, who: &Member, verb: Verb, id: OfferingId) -> Outcome<(Offering, OrganisationId)> {
    let offering = store::offerings::get(tx, id).await?.ok_or(Failure::Missing)?;
    let Provider::Here(provider) = offering.provider else { return Err(Failure::Missing) };
    who.may(verb, Thing::Offering, Relation::of(provider))?;
    if offering.source.catalogue.is_some() {
        return Err(Failure::Refused("refused-offering-of-catalogue"));
    }
    Ok((offering, provider))
}

/// The offering of this id, for changing it.
pub async fn to_change(who: &Member, id: OfferingId) -> Outcome<Offering> {
    Ok(own(&mut who.app.read().await?, who, Verb::Edit, id).await?.0)
}

/// Changes what an offering says. Who gives it stays; its numbers are of today.
pub async fn change_offering(who: &Member, id: OfferingId, said: Offering) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let (before, _) = own(&mut tx, who, Verb::Edit, id).await?;
    if before.retired.is_some() {
        return Err(Failure::Refused("refused-offering-withdrawn"));
    }
    let mut source = before.source.clone();
    source.on = who.now;
    // What a person confirmed that it teaches is said elsewhere.
    let offering = Offering { id, provider: before.provider.clone(), teaches: before.teaches.clone(), source, retired: None, ..said };
    sound(&offering)?;
    store::offerings::change(&mut tx, &offering).await?;
    mail::plan_changed::send(&mut tx, &who.app, &before, &offering).await?;
    record(&mut tx, who, id, Event::OfferingChanged { offering: id }).await?;
    commit(tx, who).await
}

/// Takes an offering from the list. It stays readable for those who planned it.
pub async fn withdraw_offering(who: &Member, id: OfferingId) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let (offering, _) = own(&mut tx, who, Verb::Withdraw, id).await?;
    if offering.retired.is_some() {
        return Err(Failure::Refused("refused-offering-withdrawn"));
    }
    let gone = Offering { retired: Some(who.now), ..offering.clone() };
    store::offerings::change(&mut tx, &gone).await?;
    mail::plan_changed::send(&mut tx, &who.app, &offering, &gone).await?;
    record(&mut tx, who, id, Event::OfferingWithdrawn { offering: id }).await?;
    commit(tx, who).await
}

fn sound(o: &Offering) -> Outcome<()> {
    let mut wrong = Vec::new();
    let mut refuse = |when: bool, field: &str, key| {
        if when {
            wrong.push(FieldError { field: field.to_owned(), key });
        }
    };
    refuse(Text::parse(&o.title.en, &o.title.fr, 200).is_err(), "title_en", "wrong-both-languages");
    refuse(Text::parse(&o.summary.en, &o.summary.fr, 1000).is_err(), "summary_en", "wrong-both-languages");
    refuse(o.cost().is_some_and(|cents| cents < 0), "price", "wrong-fee");
    refuse(o.help.as_ref().is_some_and(|h| h.cents <= 0 || o.cost().is_none_or(|cents| h.cents > cents)), "help", "wrong-help-cents");
    refuse(o.help.as_ref().is_some_and(|h| Text::parse(&h.terms.en, &h.terms.fr, 300).is_err()), "help_terms_en", "wrong-both-languages");
    refuse(o.starts.as_ref().is_some_and(|day| domain::time::day_of(day).is_none()), "starts", "form-day");
    refuse(o.criteria.is_empty(), "criteria", "wrong-no-criteria");
    refuse(o.requires.iter().any(|c| o.criteria.contains(c)), "requires", "wrong-requires-itself");
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Invalid(wrong)) }
}
