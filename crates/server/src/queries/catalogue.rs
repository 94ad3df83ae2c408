//! The public catalogue: what is listed and how it can be narrowed; one profile with everything people must know
//! before they claim; and what a self-assessment adds up to.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Visitor;
use crate::queries::versions::version;
use domain::assessment::{CompetencyDecision, CriterionResult, aggregate};
use domain::claim::SelfRating;
use domain::people::Organisation;
use domain::profile::{Competency, PerformanceCriterion, ProfileBody, ProfileVersion, VersionState};
use domain::{ClaimId, CriterionId, OrganisationId, ProfileId, Text};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use store::Tx;
use store::profiles::{Card, Edition, Filter, Group};

/// Organisations by their id.
pub type Organisations = HashMap<OrganisationId, Organisation>;

/// What an organisation is called; its id where it is not known, which the database does not let happen.
pub fn name_of(organisations: &Organisations, id: OrganisationId) -> Text {
    organisations.get(&id).map_or_else(|| same(&id.to_string()), |o| o.name.clone())
}

/// A value that the catalogue can be narrowed by, and how many profiles would be left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What goes into the address.
    pub value: String,
    /// What people read.
    pub label: Text,
    /// How many profiles have it, among those that everything else chosen leaves.
    pub count: i64,
    /// Whether it is chosen now.
    pub on: bool,
}

/// A page of the catalogue.
pub struct Listing {
    /// The profiles on this page.
    pub cards: Vec<Card>,
    /// How many there are on all pages.
    pub total: i64,
    /// For the names of owners and issuers.
    pub organisations: Organisations,
    /// Owners to narrow by.
    pub owners: Vec<Counted>,
    /// Issuers to narrow by.
    pub issuers: Vec<Counted>,
    /// Occupations to narrow by.
    pub occupations: Vec<Counted>,
}

/// A page of published profiles, with what it can be narrowed by. Pages count from 1 and hold `most`.
pub async fn listing(who: &Visitor, filter: &Filter, page: i64, most: i64) -> Outcome<Listing> {
    who.may(Verb::View, Thing::Catalogue, Relation::default())?;
    let mut tx = who.app.read().await?;
    let french = who.lang == domain::Lang::Fr;
    let (cards, total) = store::profiles::catalogue(&mut tx, filter, french, (page - 1) * most, most).await?;
    let groups = store::profiles::facets(&mut tx, filter).await?;
    let organisations = organisations(&mut tx).await?;
    let named = |values: Vec<(String, i64, bool)>| named(&organisations, values);
    let owners = named(counted(&groups, |g| &g.owner, &filter.owners, |g| issuer_fits(filter, g) && occupation_fits(filter, g)));
    let issuers = named(counted(&groups, |g| &g.issuer, &filter.issuers, |g| owner_fits(filter, g) && occupation_fits(filter, g)));
    let codes = counted(&groups, |g| &g.occupation, &filter.occupations, |g| owner_fits(filter, g) && issuer_fits(filter, g));
    let occupations = titled(who, &mut tx, &groups, codes).await?;
    Ok(Listing { cards, total, organisations, owners, issuers, occupations })
}

async fn organisations(tx: &mut Tx) -> Outcome<Organisations> {
    Ok(store::people::organisations(tx).await?.into_iter().map(|o| (o.id, o)).collect())
}

fn chosen(values: &[String], value: &str) -> bool {
    values.is_empty() || values.iter().any(|v| v == value)
}

fn owner_fits(f: &Filter, g: &Group) -> bool {
    chosen(&f.owners, &g.owner)
}

fn issuer_fits(f: &Filter, g: &Group) -> bool {
    chosen(&f.issuers, &g.issuer)
}

fn occupation_fits(f: &Filter, g: &Group) -> bool {
    chosen(&f.occupations, &g.occupation)
}

/// How many values a facet shows, besides those that are chosen.
const MOST_VALUES: usize = 20;

/// Each value with its count, the most frequent first. What is chosen stays even if nothing has it any more, so that
/// it can be taken off.
fn counted(groups: &[Group], of: impl Fn(&Group) -> &str, on: &[String], fits: impl Fn(&Group) -> bool) -> Vec<(String, i64, bool)> {
    let mut counts: BTreeMap<&str, i64> = on.iter().map(|v| (v.as_str(), 0)).collect();
    for group in groups.iter().filter(|g| fits(g)) {
        *counts.entry(of(group)).or_default() += group.count;
    }
    let mut all: Vec<_> = counts.into_iter().map(|(v, n)| (v.to_owned(), n, on.iter().any(|o| o == v))).collect();
    all.sort_by_key(|(_, n, on)| (!on, -n));
    all.truncate(MOST_VALUES.max(on.len()));
    all
}

/// Organisations' names beside their ids.
fn named(organisations: &Organisations, values: Vec<(String, i64, bool)>) -> Vec<Counted> {
    let name = |value: &str| value.parse().ok().map_or_else(|| same(value), |id| name_of(organisations, id));
    values.into_iter().map(|(value, count, on)| Counted { label: name(&value), value, count, on }).collect()
}

/// Occupations' titles beside their codes, from a profile that has each.
async fn titled(who: &Visitor, tx: &mut Tx, groups: &[Group], values: Vec<(String, i64, bool)>) -> Outcome<Vec<Counted>> {
    let mut all = Vec::new();
    for (value, count, on) in values {
        let mut label = same(&value);
        if let Some(group) = groups.iter().find(|g| g.occupation == value) {
            let example = version(&who.app, tx, group.example).await?;
            label = example.body.occupations.first().map_or(label, |o| o.title.clone());
        }
        all.push(Counted { label, value, count, on });
    }
    Ok(all)
}

fn same(word: &str) -> Text {
    Text::of(word, word)
}

/// One version of a profile, for everybody to read.
pub struct Shown {
    /// What it says. Its state may be an old one.
    pub version: Arc<ProfileVersion>,
    /// Where it stands now, and what it changed.
    pub edition: Edition,
    /// All versions that were ever in force, latest first.
    pub editions: Vec<Edition>,
    /// For the names of those who own, assess and issue.
    pub organisations: Organisations,
    /// The open claim on the profile of whoever asks.
    pub claim: Option<ClaimId>,
}

impl Shown {
    /// Whether new claims begin with this version.
    pub fn in_force(&self) -> bool {
        matches!(self.edition.state, VersionState::Published { .. })
    }

    /// What it says.
    pub fn body(&self) -> &ProfileBody {
        &self.version.body
    }

    /// The version that is in force, if this one no longer is.
    pub fn newer(&self) -> Option<&Edition> {
        let current = self.editions.iter().find(|e| matches!(e.state, VersionState::Published { .. }))?;
        (current.id != self.edition.id).then_some(current)
    }
}

/// The version of this number, or the one in force; what was never in force is not there for the public.
pub async fn shown(who: &Visitor, profile: ProfileId, number: Option<u32>) -> Outcome<Shown> {
    who.may(Verb::View, Thing::Catalogue, Relation::default())?;
    let mut tx = who.app.read().await?;
    let editions = store::profiles::editions(&mut tx, profile).await?;
    let in_force = || editions.iter().find(|e| matches!(e.state, VersionState::Published { .. })).or(editions.first());
    let edition = match number {
        Some(number) => editions.iter().find(|e| e.number == number),
        None => in_force(),
    };
    let edition = edition.ok_or(Failure::Missing)?.clone();
    let version = version(&who.app, &mut tx, edition.id).await?;
    let organisations = organisations(&mut tx).await?;
    let claim = match &who.me {
        Some(me) => store::claims::open_on(&mut tx, me.person.id, profile).await?.map(|c| c.id),
        None => None,
    };
    Ok(Shown { version, edition, editions, organisations, claim })
}

/// A learner's own ratings.
pub type Ratings = BTreeMap<CriterionId, SelfRating>;

/// What a self-assessment says of one competency.
pub struct Outlook<'a> {
    /// Which.
    pub competency: &'a Competency,
    /// Whether it looks claimable by the rule that assessors' results are added up with.
    pub ready: bool,
    /// The criteria that the learner can't show yet, or only in part.
    pub open: Vec<(&'a PerformanceCriterion, Option<SelfRating>)>,
}

/// What the ratings add up to, competency by competency (LRN-03).
pub fn outlook<'a>(body: &'a ProfileBody, ratings: &Ratings) -> Vec<Outlook<'a>> {
    let results = ratings.iter().map(|(id, rating)| {
        let result = match rating {
            SelfRating::Ready => CriterionResult::Competent,
            SelfRating::Partly => CriterionResult::ApproachingCompetence,
            SelfRating::NotYet => CriterionResult::NotEvident,
        };
        (*id, result)
    });
    let results: BTreeMap<_, _> = results.collect();
    let one = |competency: &'a Competency| {
        let ready = aggregate(competency, &results).decision == CompetencyDecision::Competent;
        let rated = competency.criteria.iter().map(|c| (c, ratings.get(&c.id).copied()));
        Outlook { competency, ready, open: rated.filter(|(_, r)| *r != Some(SelfRating::Ready)).collect() }
    };
    body.competencies.iter().map(one).collect()
}

/// Ratings as a short text for an address or a hidden field: the version they are about, then a letter for each of
/// its criteria.
pub fn pack(version: &ProfileVersion, ratings: &Ratings) -> String {
    let letter = |id: &CriterionId| match ratings.get(id) {
        Some(SelfRating::Ready) => 'r',
        Some(SelfRating::Partly) => 'p',
        Some(SelfRating::NotYet) => 'n',
        None => '-',
    };
    let letters: String = version.body.competencies.iter().flat_map(|c| &c.criteria).map(|c| letter(&c.id)).collect();
    format!("{}.{letters}", version.number)
}

/// The ratings in a text made by [`pack`]; none if it is about another version, or is no such text.
pub fn unpack(version: &ProfileVersion, packed: &str) -> Ratings {
    let criteria: Vec<_> = version.body.competencies.iter().flat_map(|c| &c.criteria).collect();
    let Some((number, letters)) = packed.split_once('.') else { return Ratings::new() };
    if number != version.number.to_string() || letters.chars().count() != criteria.len() {
        return Ratings::new();
    }
    let rating = |letter| match letter {
        'r' => Some(SelfRating::Ready),
        'p' => Some(SelfRating::Partly),
        'n' => Some(SelfRating::NotYet),
        _ => None,
    };
    criteria.iter().zip(letters.chars()).filter_map(|(c, letter)| Some((c.id, rating(letter)?))).collect()
}

#[cfg(test)]
mod tests;
