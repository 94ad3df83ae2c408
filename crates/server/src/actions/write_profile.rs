//! Authors write, publish and revise profiles.

use super::{Failure, FieldError, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::caller::Member;
use domain::event::Event;
use domain::profile::{Change, EvidenceRule, NotPublishable, ProfileBody, ProfileVersion, VersionState};
use domain::{OrganisationId, ProfileId, VersionId};
use std::collections::HashSet;

/// Begins a profile with a first draft.
pub async fn begin_profile(who: &Member, owner: OrganisationId, body: ProfileBody) -> Outcome<VersionId> {
    who.may(Verb::Add, Thing::Profile, Relation::default())?;
    who.may(Verb::Edit, Thing::Profile, Relation::of(owner))?;
    sound(&body)?;
    let (profile, id): (ProfileId, VersionId) = (who.app.id(), who.app.id());
    let version = ProfileVersion { id, profile, number: 1, owner, state: VersionState::Draft, change: None, body, revision: 1 };
    let mut tx = who.app.begin().await?;
    store::profiles::add(&mut tx, profile, owner, who.now).await?;
    store::profiles::add_version(&mut tx, &version).await?;
    record(&mut tx, who, profile, Event::ProfileBegun { profile, version: id }).await?;
    commit(tx, who).await?;
    Ok(id)
}

/// Saves a draft. `revision` is what the author's page was made from. Answers the new revision.
pub async fn edit_profile(who: &Member, id: VersionId, revision: i64, body: ProfileBody, change: Option<Change>) -> Outcome<i64> {
    let mut tx = who.app.begin().await?;
    let version = store::profiles::version(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Profile, Relation::of(version.owner))?;
    if version.state != VersionState::Draft {
        return Err(Failure::Refused("refused-published"));
    }
    if version.revision != revision {
        return Err(Failure::Stale);
    }
    sound(&body)?;
    let profile = version.profile;
    store::profiles::save_version(&mut tx, &ProfileVersion { body, change, ..version }).await?;
    record(&mut tx, who, profile, Event::ProfileEdited { version: id, revision: revision + 1 }).await?;
    commit(tx, who).await?;
    Ok(revision + 1)
}

/// What no draft may say, whoever writes it. What a draft may leave for later is in [`ProfileVersion::obstacles`].
fn sound(body: &ProfileBody) -> Outcome<()> {
    let mut wrong = Vec::new();
    let mut refuse = |when: bool, field: &str, key| {
        if when {
            wrong.push(FieldError { field: field.to_owned(), key });
        }
    };
    let words = |text: &str| text.split_whitespace().count();
    refuse(words(&body.summary.en) > 100, "summary_en", "wrong-summary-words");
    refuse(words(&body.summary.fr) > 100, "summary_fr", "wrong-summary-words");
    refuse(body.occupations.len() > 3, "occupation_1", "wrong-occupations");
    refuse(body.scale.levels.is_empty(), "level_1_en", "wrong-scale");
    refuse(body.assessment_fee.cents < 0, "fee", "wrong-fee");
    let levels = body.scale.levels.len();
    refuse(body.competencies.iter().any(|c| c.level == 0 || usize::from(c.level) > levels), "level", "wrong-level");
    let rules = |fits: fn(&EvidenceRule) -> bool| !body.competencies.iter().all(|c| fits(&c.rule));
    refuse(rules(|r| (1..=10).contains(&r.occasions)), "occasions", "wrong-occasions");
    refuse(rules(|r| (1..=60).contains(&r.currency_months)), "currency_months", "wrong-currency");
    let codes: Vec<&str> = body.competencies.iter().map(|c| c.code.as_str()).collect();
    refuse(!distinct(&codes), "code", "wrong-code-taken");
    for c in &body.competencies {
        let codes: Vec<&str> = c.criteria.iter().map(|k| k.code.as_str()).collect();
        refuse(!distinct(&codes), "code", "wrong-code-taken");
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Invalid(wrong)) }
}

fn distinct(codes: &[&str]) -> bool {
    let mut seen = HashSet::new();
    codes.iter().all(|code| !code.is_empty() && seen.insert(*code))
}

/// On what ground a version is put in force: each step of its life says so (2.12.9).
#[derive(Clone, Debug, Default)]
pub struct Grounds {
    /// Who was consulted, and what came of it.
    pub consultation: String,
    /// How employers checked it.
    pub validation: String,
    /// Who approved it: name, date, reference.
    pub approval: String,
}

/// Takes a draft through consultation, validation and approval, each with its ground, and puts it in force.
pub async fn publish_profile(who: &Member, id: VersionId, revision: i64, grounds: Grounds) -> Outcome<ProfileId> {
    let mut tx = who.app.begin().await?;
    let version = store::profiles::version(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Publish, Thing::Profile, Relation::of(version.owner))?;
    if version.revision != revision {
        return Err(Failure::Stale);
    }
    let blank = |text: &str| text.trim().is_empty() || text.chars().count() > 2000;
    for (field, text) in [("consultation", &grounds.consultation), ("validation", &grounds.validation), ("approval", &grounds.approval)] {
        if blank(text) {
            return Err(Failure::field(field, "wrong-ground"));
        }
    }
    let (profile, number, by, at) = (version.profile, version.number, who.id(), who.now);
    let published = version
        .consult(by, at, grounds.consultation)
        .and_then(|v| v.validate(by, at, grounds.validation))
        .and_then(|v| v.approve(by, at, grounds.approval))
        .and_then(|v| v.publish(by, at))
        .map_err(not_publishable)?;
    store::profiles::save_version(&mut tx, &published).await?;
    for event in [
        Event::ConsultationHeld { version: id },
        Event::ValidationRecorded { version: id },
        Event::VersionApproved { version: id },
        Event::VersionPublished { profile, version: id, number },
    ] {
        record(&mut tx, who, profile, event).await?;
    }
    if let Some(current) = store::profiles::current(&mut tx, profile).await? {
        let old = store::profiles::version(&mut tx, current).await?.ok_or(Failure::Missing)?;
        let days = who.app.config.limits.teach_out_days;
        let old = old.supersede(who.now, days).map_err(not_publishable)?;
        store::profiles::save_version(&mut tx, &old).await?;
        record(&mut tx, who, profile, Event::VersionSuperseded { version: current, by: id }).await?;
    }
    store::profiles::set_current(&mut tx, profile, id).await?;
    commit(tx, who).await?;
    Ok(profile)
}

fn not_publishable(why: NotPublishable) -> Failure {
    Failure::Refused(match why {
        NotPublishable::WrongState(_) => "refused-published",
        NotPublishable::Untranslated { .. } => "refused-untranslated",
        NotPublishable::NoCriteria(_) => "refused-no-criteria",
        NotPublishable::NoCompetencies => "refused-no-competencies",
        NotPublishable::Occupations => "refused-occupations",
        NotPublishable::NoChangeNote => "refused-no-change-note",
        NotPublishable::NoAssessors => "refused-no-assessors",
    })
}

/// Begins the next version from the one in force. Competencies and criteria keep their ids as long as their meaning.
pub async fn revise_profile(who: &Member, profile: ProfileId) -> Outcome<VersionId> {
    let mut tx = who.app.begin().await?;
    let versions = store::profiles::versions(&mut tx, profile).await?;
    let latest = versions.first().ok_or(Failure::Missing)?;
    who.may(Verb::Edit, Thing::Profile, Relation::of(latest.owner))?;
    if !matches!(latest.state, VersionState::Published { .. }) {
        return Ok(latest.id);
    }
    let id = who.app.id();
    let next = ProfileVersion { id, number: latest.number + 1, state: VersionState::Draft, change: None, revision: 1, ..latest.clone() };
    store::profiles::add_version(&mut tx, &next).await?;
    record(&mut tx, who, profile, Event::ProfileBegun { profile, version: id }).await?;
    commit(tx, who).await?;
    Ok(id)
}
