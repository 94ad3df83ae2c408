//! The administrator's acts: organisations, roles, scopes; and the first administrator.

use super::{Failure, FieldError, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::actions::sign_in::{NewAccount, sign_up};
use crate::app::{App, hash_of, secret};
use crate::caller::{Member, Visitor};
use crate::issuing;
use domain::event::Event;
use domain::people::{AssessorScope, Membership, Organisation, OrganisationKind, Role};
use domain::{OrganisationId, PersonId, Text};

/// What an organisation is added with.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// What it is.
    pub kind: OrganisationKind,
    /// What it is called.
    pub name: Text,
    /// Its website.
    pub website: Option<String>,
    /// Country and region, such as `CA-ON`.
    pub region: String,
}

/// Adds an organisation, with its signing key.
pub async fn add_organisation(who: &Member, new: NewOrganisation) -> Outcome<OrganisationId> {
    who.may(Verb::Edit, Thing::Instance, Relation::default())?;
    let mut wrong = Vec::new();
    if Text::parse(&new.name.en, &new.name.fr, 200).is_err() {
        wrong.push(FieldError { field: "name".to_owned(), key: "wrong-both-languages" });
    }
    if new.region.trim().is_empty() || new.region.chars().count() > 10 {
        wrong.push(FieldError { field: "region".to_owned(), key: "wrong-region" });
    }
    if !wrong.is_empty() {
        return Err(Failure::Invalid(wrong));
    }
    let id = who.app.id();
    let organisation = Organisation { id, kind: new.kind, name: new.name, website: new.website, region: new.region };
    let mut tx = who.app.begin().await?;
    store::people::add_organisation(&mut tx, &organisation).await?;
    issuing::signing_key(&who.app, &mut tx, id).await?;
    record(&mut tx, who, id, Event::OrganisationAdded { organisation: id }).await?;
    commit(tx, who).await?;
    Ok(id)
}

/// Gives a role in an organisation.
pub async fn grant_role(who: &Member, to: PersonId, organisation: OrganisationId, role: Role) -> Outcome<()> {
    who.may(Verb::Edit, Thing::Instance, Relation::default())?;
    let mut tx = who.app.begin().await?;
    store::people::person(&mut tx, to).await?.ok_or(Failure::Missing)?;
    store::people::organisation(&mut tx, organisation).await?.ok_or(Failure::Missing)?;
    if !store::people::grant(&mut tx, to, Membership { organisation, role }).await? {
        return Err(Failure::field("role", "wrong-role-held"));
    }
    let role = store::role::name(role).to_owned();
    record(&mut tx, who, to, Event::RoleGranted { person: to, organisation, role }).await?;
    commit(tx, who).await
}

/// Takes a role away. Somebody always has to run the instance; what an assessor without a role had in hand goes back to
/// the queue, and the time on it is not lost to the learner.
pub async fn remove_role(who: &Member, of: PersonId, membership: Membership) -> Outcome<()> {
    who.may(Verb::Edit, Thing::Instance, Relation::default())?;
    let mut tx = who.app.begin().await?;
    store::events::wait_for(&mut tx, "roles").await?;
    if !store::people::remove_role(&mut tx, of, membership).await? {
        return Err(Failure::Missing);
    }
    if !store::people::has_admin(&mut tx).await? {
        return Err(Failure::Refused("refused-last-admin"));
    }
    let left = store::people::memberships(&mut tx, of).await?;
    if membership.role == Role::Assessor && left.iter().all(|m| m.role != Role::Assessor) {
        for assessment in store::assessments::in_hand(&mut tx, of).await? {
            let (id, claim) = (assessment.id, assessment.claim);
            store::assessments::save(&mut tx, &assessment.hand_back(who.now)?).await?;
            record(&mut tx, who, claim, Event::AssessorRecused { assessment: id, reason: String::new() }).await?;
        }
    }
    let Membership { organisation, role } = membership;
    let role = store::role::name(role).to_owned();
    record(&mut tx, who, of, Event::RoleRemoved { person: of, organisation, role }).await?;
    commit(tx, who).await
}

/// Gives an assessor a scope, and the role with it.
pub async fn grant_scope(who: &Member, scope: AssessorScope) -> Outcome<()> {
    who.may(Verb::Edit, Thing::Instance, Relation::default())?;
    let mut tx = who.app.begin().await?;
    store::people::person(&mut tx, scope.person).await?.ok_or(Failure::Missing)?;
    store::people::organisation(&mut tx, scope.organisation).await?.ok_or(Failure::Missing)?;
    store::profiles::current(&mut tx, scope.profile).await?.ok_or(Failure::Missing)?;
    if scope.until <= scope.from {
        return Err(Failure::field("until", "wrong-until"));
    }
    let membership = Membership { organisation: scope.organisation, role: Role::Assessor };
    store::people::grant(&mut tx, scope.person, membership).await?;
    store::people::set_scope(&mut tx, &scope).await?;
    let event = Event::ScopeGranted { person: scope.person, profile: scope.profile, competencies: scope.competencies };
    record(&mut tx, who, scope.person, event).await?;
    commit(tx, who).await
}

/// The setting that holds the hash of the set-up secret.
const SET_UP: &str = "set_up";

/// A fresh one-time set-up link, if there is no administrator yet.
pub async fn set_up_link(app: &App) -> Outcome<Option<String>> {
    let mut tx = app.begin().await?;
    if store::people::has_admin(&mut tx).await? {
        return Ok(None);
    }
    let secret = secret();
    store::messages::set_setting(&mut tx, SET_UP, &hash_of(&secret)).await?;
    tx.commit().await?;
    Ok(Some(format!("{}{}", app.base_url, crate::urls::set_up(domain::Lang::En, &secret))))
}

/// Whether a set-up secret is the one in force.
pub async fn set_up_open(app: &App, secret: &str) -> Outcome<bool> {
    let kept = store::messages::setting(&mut app.read().await?, SET_UP).await?;
    Ok(kept.is_some_and(|k| k == hash_of(secret)))
}

/// The first administrator: an account, the organisation that runs the instance, and the role in it. Works once.
pub async fn set_up(visitor: &Visitor, secret: &str, account: NewAccount, organisation: Text) -> Outcome<String> {
    let app = &visitor.app;
    if !set_up_open(app, secret).await? {
        return Err(Failure::Missing);
    }
    if Text::parse(&organisation.en, &organisation.fr, 200).is_err() {
        return Err(Failure::field("organisation", "wrong-both-languages"));
    }
    let session = sign_up(visitor, account).await?;
    let mut tx = app.begin().await?;
    let (person, _) = store::people::session(&mut tx, &hash_of(&session), visitor.now).await?.ok_or(Failure::Missing)?;
    if !store::messages::take_setting(&mut tx, SET_UP, &hash_of(secret)).await? {
        return Err(Failure::Missing);
    }
    let kind = OrganisationKind::Institution;
    let id = app.id();
    store::people::add_organisation(&mut tx, &Organisation { id, kind, name: organisation, website: None, region: "CA".to_owned() })
        .await?;
    issuing::signing_key(app, &mut tx, id).await?;
    for role in Role::ALL {
        if role != Role::Assessor {
            store::people::grant(&mut tx, person.id, Membership { organisation: id, role }).await?;
        }
    }
    let event = Event::RoleGranted { person: person.id, organisation: id, role: "admin".to_owned() };
    let happened = domain::event::Happened { chain: person.id.to_string(), actor: Some(person.id), at: visitor.now, event };
    store::events::record(&mut tx, app.id(), &happened).await?;
    tx.commit().await?;
    Ok(session)
}
