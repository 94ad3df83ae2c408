//! The instance as its administrators see it: how it stands, who is in it, and what happened.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Visitor;
use crate::web::extract::PAGE;
use domain::event::Event;
use domain::people::{AssessorScope, Membership, Organisation, Person, Role};
use domain::profile::ProfileVersion;
use domain::standing::Standing;
use domain::{OrganisationId, PersonId, ProfileId, Ts};
use store::Tx;
use store::awards::SealedKey;

/// How the instance stands.
pub struct Status {
    /// What the database says it is.
    pub database: String,
    /// Jobs that wait.
    pub waiting: i64,
    /// Jobs that keep failing.
    pub stuck: i64,
    /// What those said last, by kind.
    pub errors: Vec<(String, String)>,
    /// Organisations.
    pub organisations: usize,
    /// People with an account.
    pub people: i64,
    /// Learning that recognition saved.
    pub saved: store::plans::Saved,
}

fn may_look(who: &Visitor) -> Outcome<()> {
    who.may(Verb::View, Thing::Instance, Relation::default())
}

/// How the instance stands.
pub async fn status(who: &Visitor) -> Outcome<Status> {
    may_look(who)?;
    let database = who.app.db.describe().await?;
    let mut tx = who.app.read().await?;
    let (waiting, stuck) = store::jobs::waiting(&mut tx).await?;
    let errors = store::jobs::stuck(&mut tx).await?;
    let organisations = store::people::organisations(&mut tx).await?.len();
    let (_, people) = store::people::search(&mut tx, "", 0, 1).await?;
    let saved = store::plans::saved(&mut tx).await?;
    Ok(Status { database, waiting, stuck, errors, organisations, people, saved })
}

/// Every organisation.
pub async fn organisations(who: &Visitor) -> Outcome<Vec<Organisation>> {
    may_look(who)?;
    Ok(store::people::organisations(&mut who.app.read().await?).await?)
}

/// Something that happened.
pub struct Happening {
    /// Its place in its chain.
    pub seq: i64,
    /// When.
    pub at: Ts,
    /// The name of who did it; none: the system itself.
    pub by: Option<String>,
    /// What.
    pub event: Event,
}

/// A page of what happened, latest first.
pub struct Record {
    /// The entries.
    pub entries: Vec<Happening>,
    /// How many there are on all pages.
    pub all: i64,
    /// The page, from 1.
    pub page: i64,
}

async fn record(tx: &mut Tx, chain: &str, page: i64) -> Outcome<Record> {
    let all = store::events::length(tx, chain).await?;
    let until = (all - (page - 1) * PAGE).max(0);
    let after = (until - PAGE).max(0);
    let mut entries = Vec::new();
    for entry in store::events::of(tx, chain, after, until - after).await?.into_iter().rev() {
        let by = match entry.actor {
            Some(actor) => store::people::person(tx, actor).await?.map(|p| p.name),
            None => None,
        };
        entries.push(Happening { seq: entry.seq, at: entry.at, by, event: entry.event()? });
    }
    Ok(Record { entries, all, page })
}

/// An organisation with everybody in it.
pub struct OneOrganisation {
    /// The organisation.
    pub organisation: Organisation,
    /// Who holds which role.
    pub members: Vec<(Role, Vec<Person>)>,
    /// Whether it is recognised as an issuer.
    pub standing: Standing,
    /// Its signing keys, the latest first, and how many credentials each signed.
    pub keys: Vec<(SealedKey, i64)>,
    /// What happened.
    pub record: Record,
}

/// An organisation with everybody in it, and what happened.
pub async fn organisation(who: &Visitor, id: OrganisationId, page: i64) -> Outcome<OneOrganisation> {
    may_look(who)?;
    let mut tx = who.app.read().await?;
    let organisation = store::people::organisation(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let mut members = Vec::new();
    for role in Role::ALL {
        members.push((role, store::people::members(&mut tx, id, role).await?));
    }
    let record = record(&mut tx, &id.to_string(), page).await?;
    let counts = store::awards::signed_counts(&mut tx, id).await?;
    let signed = |key: &SealedKey| counts.iter().find(|(of, _)| *of == key.id).map_or(0, |(_, n)| *n);
    let keys = store::awards::keys(&mut tx, id).await?.into_iter().map(|k| (signed(&k), k)).map(|(n, k)| (k, n)).collect();
    let standing = store::people::standing(&mut tx, id).await?.unwrap_or_default();
    Ok(OneOrganisation { organisation, members, standing, keys, record })
}

/// A page of people, and how many there are in all.
pub async fn people(who: &Visitor, words: &str, page: i64) -> Outcome<(Vec<Person>, i64)> {
    may_look(who)?;
    let mut tx = who.app.read().await?;
    Ok(store::people::search(&mut tx, &words.to_lowercase(), (page - 1) * PAGE, PAGE).await?)
}

/// A person with all that an administrator may know of them.
pub struct OnePerson {
    /// The person.
    pub person: Person,
    /// Their roles.
    pub roles: Vec<Membership>,
    /// What they may judge, with the version in force that says what the competencies are.
    pub scopes: Vec<(AssessorScope, ProfileVersion)>,
    /// Every organisation, for names and choices.
    pub organisations: Vec<Organisation>,
    /// The profile that a scope is being given in.
    pub profile: Option<ProfileVersion>,
    /// What happened.
    pub record: Record,
}

impl OnePerson {
    /// An organisation by its id.
    pub fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.iter().find(|o| o.id == id)
    }
}

/// A person: roles, scopes, what happened; and a profile to give a scope in, if one was chosen.
pub async fn person(who: &Visitor, id: PersonId, profile: Option<ProfileId>, page: i64) -> Outcome<OnePerson> {
    may_look(who)?;
    let mut tx = who.app.read().await?;
    let person = store::people::person(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let roles = store::people::memberships(&mut tx, id).await?;
    let mut scopes = Vec::new();
    for scope in store::people::scopes(&mut tx, id).await? {
        if let Some(version) = in_force(&mut tx, scope.profile).await? {
            scopes.push((scope, version));
        }
    }
    let profile = match profile {
        Some(profile) => in_force(&mut tx, profile).await?,
        None => None,
    };
    let organisations = store::people::organisations(&mut tx).await?;
    let record = record(&mut tx, &id.to_string(), page).await?;
    Ok(OnePerson { person, roles, scopes, organisations, profile, record })
}

async fn in_force(tx: &mut Tx, profile: ProfileId) -> Outcome<Option<ProfileVersion>> {
    match store::profiles::current(tx, profile).await? {
        Some(id) => Ok(store::profiles::version(tx, id).await?),
        None => Ok(None),
    }
}
