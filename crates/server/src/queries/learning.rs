//! Learning of everybody, for everybody: what is listed, one of it, several side by side.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Visitor;
use domain::offering::{Offering, Provider};
use domain::profile::{Competency, PerformanceCriterion};
use domain::{Lang, OfferingId, OrganisationId, ProfileId, Text};
use std::collections::HashMap;
use store::Tx;
use store::frameworks::Element;
use store::offerings::{Filter, Order};

/// A value to narrow by, and how many would be left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What goes into the address.
    pub value: String,
    /// What people read, if it is not the value.
    pub label: Option<String>,
    /// How many have it, among those that everything else chosen leaves.
    pub count: i64,
    /// Whether it is chosen now.
    pub on: bool,
}

/// A page of the list.
pub struct Listing {
    /// What is on this page.
    pub offerings: Vec<Offering>,
    /// How many there are on all pages.
    pub total: i64,
    /// What providers and sources are called.
    pub names: Names,
    /// Providers, ways to take part, languages, prices, lengths, catalogues.
    pub facets: [Vec<Counted>; 6],
}

/// What the organisations and catalogues are called that offerings name.
#[derive(Default)]
pub struct Names {
    organisations: HashMap<OrganisationId, Text>,
    catalogues: HashMap<String, String>,
}

impl Names {
    /// All of them.
    pub async fn load(tx: &mut Tx) -> Outcome<Names> {
        let organisations = store::people::organisations(tx).await?.into_iter().map(|o| (o.id, o.name)).collect();
        let catalogues = store::offerings::catalogues(tx).await?.into_iter().map(|c| (c.id.to_string(), c.name)).collect();
        Ok(Names { organisations, catalogues })
    }

    /// Who gives it, if the source says.
    pub fn provider<'a>(&'a self, lang: Lang, o: &'a Offering) -> Option<&'a str> {
        match &o.provider {
            Provider::Here(id) => self.organisations.get(id).map(|name| name.get(lang)),
            Provider::Named(name) => Some(name),
            Provider::Unknown => None,
        }
    }

    /// The catalogue it came with; none: its provider listed it here.
    pub fn catalogue(&self, o: &Offering) -> Option<&str> {
        self.catalogues.get(&o.source.catalogue?.to_string()).map(String::as_str)
    }
}

/// A page of what a filter leaves. Pages count from 1 and hold `most`.
pub async fn listing(who: &Visitor, filter: &Filter, order: Order, page: i64, most: i64) -> Outcome<Listing> {
    who.may(Verb::View, Thing::Learning, Relation::default())?;
    let mut tx = who.app.read().await?;
    let found = store::offerings::search(&mut tx, filter, order, who.lang, (page - 1) * most, most).await?;
    let counts = store::offerings::facets(&mut tx, filter).await?;
    let names = Names::load(&mut tx).await?;
    let chosen = [&filter.providers, &filter.participations, &filter.languages, &filter.prices, &filter.lengths, &filter.catalogues];
    let mut at = 0;
    let facets = counts.map(|facet| {
        at += 1;
        counted(facet.values, chosen[at - 1], |value| names.catalogues.get(value).cloned())
    });
    Ok(Listing { offerings: found.offerings, total: found.total, names, facets })
}

/// Each value with its count. What is chosen stays even if nothing has it any more, so that it can be taken off.
fn counted(values: Vec<(String, i64)>, on: &[String], label: impl Fn(&str) -> Option<String>) -> Vec<Counted> {
    let gone = on.iter().filter(|v| values.iter().all(|(known, _)| known != *v)).map(|v| (v.clone(), 0)).collect::<Vec<_>>();
    let all = values.into_iter().chain(gone);
    all.map(|(value, count)| Counted { label: label(&value), on: on.contains(&value), value, count }).collect()
}

/// One offering with all that it leads to.
pub struct One {
    /// It.
    pub offering: Offering,
    /// What providers and sources are called.
    pub names: Names,
    /// The criteria it is made for: profile, its title, the competency and those of its criteria.
    pub closes: Vec<Closes>,
    /// The statements that it teaches.
    pub teaches: Vec<(Element, Option<String>)>,
}

/// A competency of a profile in force, and which of its criteria an offering is made for.
pub struct Closes {
    /// The profile.
    pub profile: ProfileId,
    /// Its title.
    pub title: Text,
    /// The competency.
    pub competency: Competency,
    /// The criteria.
    pub criteria: Vec<PerformanceCriterion>,
}

/// The offering of this id.
pub async fn one(who: &Visitor, id: OfferingId) -> Outcome<One> {
    who.may(Verb::View, Thing::Learning, Relation::default())?;
    let mut tx = who.app.read().await?;
    let offering = store::offerings::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let names = Names::load(&mut tx).await?;
    let closes = closes(who, &mut tx, &offering).await?;
    let mut teaches = Vec::new();
    for t in &offering.teaches {
        teaches.extend(store::frameworks::element_by_id(&mut tx, t.element).await?.map(|e| (e, t.level.clone())));
    }
    Ok(One { offering, names, closes, teaches })
}

async fn closes(who: &Visitor, tx: &mut Tx, o: &Offering) -> Outcome<Vec<Closes>> {
    let mut all: Vec<Closes> = Vec::new();
    for criterion in &o.criteria {
        if all.iter().any(|c| c.criteria.iter().any(|k| k.id == *criterion)) {
            continue;
        }
        let Some(version) = store::profiles::in_force_with(tx, *criterion).await? else { continue };
        let version = super::versions::version(&who.app, tx, version).await?;
        for c in &version.body.competencies {
            let criteria: Vec<_> = c.criteria.iter().filter(|k| o.criteria.contains(&k.id)).cloned().collect();
            if !criteria.is_empty() {
                all.push(Closes { profile: version.profile, title: version.body.title.clone(), competency: c.clone(), criteria });
            }
        }
    }
    Ok(all)
}

/// How many can be compared.
pub const MOST_COMPARED: usize = 4;

/// Up to four offerings in the order asked for; what is not there is left out.
pub async fn compared(who: &Visitor, ids: &[OfferingId]) -> Outcome<(Vec<Offering>, Names)> {
    who.may(Verb::View, Thing::Learning, Relation::default())?;
    let mut tx = who.app.read().await?;
    let mut all = Vec::new();
    for id in ids.iter().take(MOST_COMPARED) {
        all.extend(store::offerings::get(&mut tx, *id).await?);
    }
    Ok((all, Names::load(&mut tx).await?))
}
