//! Confirms what an offering teaches.

use super::{Failure, Outcome, commit, record};
use crate::caller::Member;
use crate::queries::tags::{What, known, may_tag};
use domain::event::Event;
use domain::offering::Teaches;
use domain::{CriterionId, ElementId, OfferingId};

/// Says that an offering teaches what `names` name, to the level given with each, and nothing else that is known now. A
/// competency of which the offering is made for a part keeps that part.
pub async fn tag_offering(who: &Member, id: OfferingId, names: &[(String, Option<String>)]) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let offering = store::offerings::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    may_tag(who, &mut tx, &offering).await?;
    let known = known(who, &mut tx).await?;
    let mut criteria: Vec<CriterionId> = offering.criteria.clone();
    let mut teaches: Vec<Teaches> = offering.teaches.clone();
    for statement in &known.statements {
        let chosen = names.iter().find(|(name, _)| *name == statement.what.name());
        match (&statement.what, chosen) {
            (What::Competency(_, all), None) => criteria.retain(|c| !all.contains(c)),
            (What::Competency(_, all), Some(_)) if !statement.what.is_in(&offering) => criteria.extend(all),
            (What::Competency(..), Some(_)) => {}
            (What::Element(id), None) => teaches.retain(|t| t.element != *id),
            (What::Element(id), Some((_, level))) => {
                teaches.retain(|t| t.element != *id);
                teaches.push(Teaches { element: *id, level: level.clone().filter(|l| !l.is_empty()) });
            }
        }
    }
    if names.iter().any(|(name, level)| known.named(name).is_none() || level.as_ref().is_some_and(|l| l.chars().count() > 100)) {
        return Err(Failure::field("tag", "wrong-tag"));
    }
    store::offerings::tag(&mut tx, id, &criteria, &teaches).await?;
    let statements: Vec<ElementId> = teaches.iter().map(|t| t.element).collect();
    record(&mut tx, who, id, Event::OfferingTagged { offering: id, criteria, statements }).await?;
    commit(tx, who).await
}
