//! Profiles as their authors see them: drafts, what hinders them, and what a version changes.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::{Member, Visitor};
use crate::queries::demand::{Demand, demand};
use crate::web::extract::PAGE;
use domain::offering::Offering;
use domain::people::{Organisation, Role};
use domain::profile::{ProfileVersion, VersionState};
use domain::{Lang, OfferingId, OrganisationId, ProfileId, Text, VersionId};
use std::collections::HashMap;
use store::Tx;
use store::profiles::{Card, Filter};

/// The profiles of one organisation.
pub struct Owned {
    /// The organisation.
    pub organisation: Organisation,
    /// The latest version of each profile.
    pub cards: Vec<Card>,
}

/// The profiles of every organisation that the member writes for.
pub async fn mine(who: &Member) -> Outcome<Vec<Owned>> {
    let mut tx = who.app.read().await?;
    let mut all = Vec::new();
    for organisation in mine_of(&mut tx, who).await? {
        who.may(Verb::View, Thing::Profile, Relation::of(organisation.id))?;
        let cards = store::profiles::owned(&mut tx, organisation.id).await?;
        all.push(Owned { organisation, cards });
    }
    Ok(all)
}

/// The organisations that the member writes profiles for.
pub async fn writing_for(who: &Member) -> Outcome<Vec<Organisation>> {
    mine_of(&mut who.app.read().await?, who).await
}

async fn mine_of(tx: &mut Tx, who: &Member) -> Outcome<Vec<Organisation>> {
    let mut found = Vec::new();
    for id in who.organisations(Role::Author) {
        found.extend(store::people::organisation(tx, id).await?);
    }
    Ok(found)
}

/// A version that is being written, or was.
#[derive(Debug)]
pub struct Draft {
    /// The version.
    pub version: ProfileVersion,
    /// The version in force, unless it is this one.
    pub in_force: Option<ProfileVersion>,
    /// Every organisation, for choosing and for names.
    pub organisations: Vec<Organisation>,
    /// The latest version of the profile.
    pub latest: VersionId,
    /// Whether whoever asks may change it: it is a draft and they write for its owner.
    pub editable: bool,
}

impl Draft {
    /// What an organisation is called.
    pub fn name(&self, id: OrganisationId) -> Text {
        let found = self.organisations.iter().find(|o| o.id == id);
        found.map_or_else(|| Text::of(id.to_string(), id.to_string()), |o| o.name.clone())
    }
}

/// A version with what stands around it.
pub async fn draft(who: &Visitor, id: VersionId) -> Outcome<Draft> {
    let mut tx = who.app.read().await?;
    let version = store::profiles::version(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::View, Thing::Profile, Relation::of(version.owner))?;
    let in_force = match store::profiles::current(&mut tx, version.profile).await? {
        Some(current) if current != id => store::profiles::version(&mut tx, current).await?,
        _ => None,
    };
    let organisations = store::people::organisations(&mut tx).await?;
    let latest = store::profiles::versions(&mut tx, version.profile).await?.first().map_or(id, |v| v.id);
    let editable = version.state == VersionState::Draft && who.may(Verb::Edit, Thing::Profile, Relation::of(version.owner)).is_ok();
    Ok(Draft { version, in_force, organisations, latest, editable })
}

/// A version for writing: what is published is shown, never written.
pub async fn for_writing(who: &Visitor, id: VersionId) -> Outcome<Draft> {
    let draft = draft(who, id).await?;
    who.may(Verb::Edit, Thing::Profile, Relation::of(draft.version.owner))?;
    if draft.version.state == VersionState::Draft { Ok(draft) } else { Err(Failure::Refused("refused-published")) }
}

/// What an organisation lists for closing gaps.
pub struct Listed {
    /// The organisation.
    pub provider: Organisation,
    /// Its offerings.
    pub offerings: Vec<Offering>,
    /// How many people need each.
    pub demand: HashMap<OfferingId, Demand>,
}

/// What the organisations of the member list.
pub async fn listed(who: &Member) -> Outcome<Vec<Listed>> {
    who.may(Verb::View, Thing::Offering, Relation::default())?;
    let mut tx = who.app.read().await?;
    let mut all = Vec::new();
    for provider in mine_of(&mut tx, who).await? {
        let offerings = store::offerings::of_provider(&mut tx, provider.id).await?;
        all.push(Listed { provider, offerings, demand: HashMap::new() });
    }
    drop(tx);
    for listed in &mut all {
        listed.demand = demand(who, listed.provider.id, &listed.offerings).await?;
    }
    Ok(all)
}

/// A page of profiles in force.
pub struct Published {
    /// The profiles.
    pub cards: Vec<Card>,
    /// How many there are on all pages.
    pub all: i64,
}

/// A page of profiles in force that have these words.
pub async fn published(who: &Visitor, words: &str, page: i64) -> Outcome<Published> {
    who.may(Verb::View, Thing::Catalogue, Relation::default())?;
    let filter = Filter { words: words.to_owned(), ..Filter::default() };
    let mut tx = who.app.read().await?;
    let (cards, all) = store::profiles::catalogue(&mut tx, &filter, who.lang == Lang::Fr, (page - 1) * PAGE, PAGE).await?;
    Ok(Published { cards, all })
}

/// The version of a profile that is in force, for choosing competencies or criteria of it.
pub async fn to_choose_from(who: &Visitor, profile: ProfileId) -> Outcome<ProfileVersion> {
    who.may(Verb::View, Thing::Catalogue, Relation::default())?;
    let mut tx = who.app.read().await?;
    let current = store::profiles::current(&mut tx, profile).await?.ok_or(Failure::Missing)?;
    store::profiles::version(&mut tx, current).await?.ok_or(Failure::Missing)
}
