//! A claim as its learner sees it: where each competency stands, and the one thing to do next.

pub mod competency;
pub mod record;

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::queries::plan;
use crate::queries::versions::version;
use domain::assessment::{Assessment, AssessmentState};
use domain::claim::{Claim, ClaimState, ClaimedCompetency, Standing};
use domain::credential::{Achievement, Credential};
use domain::profile::{Change, Competency, ProfileVersion, VersionState};
use domain::recognition::{CompetencyRecognition, RecognitionState};
use domain::{ClaimId, CompetencyId, CredentialId, OrganisationId, RecognitionId, Text, Ts};
use std::collections::HashMap;
use std::sync::Arc;
use store::Tx;

/// A claim and everything its page says.
pub struct ClaimPage {
    /// The claim.
    pub claim: Claim,
    /// The version it is pinned to.
    pub version: Arc<ProfileVersion>,
    /// The version in force, where that is another one.
    pub newer: Option<Newer>,
    /// Where each competency stands, in the profile's order.
    pub rows: Vec<(CompetencyId, Where)>,
    /// Whether there is a plan for its gaps.
    pub has_plan: bool,
    /// Whether something in that plan is different now.
    pub plan_changed: bool,
    /// The credential for the whole, once it is awarded.
    pub award: Option<Credential>,
    /// What the organisations that appear here are called.
    pub names: Names,
}

/// A version that replaced the one a claim is pinned to.
pub struct Newer {
    /// Its number.
    pub number: u32,
    /// What it changed.
    pub change: Option<Change>,
    /// Until when the claim can still be completed.
    pub teach_out: Option<Ts>,
}

/// Where a competency stands, for the learner.
#[derive(Clone, Debug)]
pub enum Where {
    /// Nothing was sent.
    Open {
        /// Items linked to it so far.
        evidence: i64,
    },
    /// With the assessors.
    InReview {
        /// When a decision is due.
        due: Ts,
        /// A second assessor judges too.
        second: bool,
    },
    /// The assessor asked for more.
    Asked {
        /// When.
        at: Ts,
    },
    /// Judged, not held yet.
    Gap {
        /// When.
        at: Ts,
        /// Criteria still to be shown.
        open: usize,
    },
    /// Held.
    Held {
        /// Since when.
        at: Ts,
        /// The body whose assessor judged.
        by: Option<OrganisationId>,
        /// How the recognition stands now.
        state: Option<RecognitionState>,
        /// Until when.
        until: Option<Ts>,
        /// Its credential.
        credential: Option<CredentialId>,
    },
}

/// What organisations are called.
#[derive(Default)]
pub struct Names(HashMap<OrganisationId, Text>);

impl Names {
    /// Looks up each organisation once.
    pub async fn of(tx: &mut Tx, ids: impl IntoIterator<Item = OrganisationId>) -> Outcome<Names> {
        let mut names = HashMap::new();
        for id in ids {
            if let std::collections::hash_map::Entry::Vacant(free) = names.entry(id)
                && let Some(found) = store::people::organisation(tx, id).await?
            {
                free.insert(found.name);
            }
        }
        Ok(Names(names))
    }

    /// The name in a language.
    pub fn get(&self, id: OrganisationId, lang: domain::Lang) -> &str {
        self.0.get(&id).map_or("", |name| name.get(lang))
    }
}

/// The claim of this id, if it is the member's own.
pub async fn own(tx: &mut Tx, who: &Member, id: ClaimId) -> Outcome<Claim> {
    let claim = store::claims::get(tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::View, Thing::Claim, Relation::owned_by(claim.learner))?;
    Ok(claim)
}

/// Everything the page of a claim says.
pub async fn claim_page(who: &Member, id: ClaimId) -> Outcome<ClaimPage> {
    let mut tx = who.app.read().await?;
    let claim = own(&mut tx, who, id).await?;
    let version = version(&who.app, &mut tx, claim.version).await?;
    let newer = newer(&mut tx, &claim).await?;
    let known = Known::load(&mut tx, &claim).await?;
    let award = match &claim.state {
        ClaimState::Awarded { .. } => store::awards::credential_about(&mut tx, Achievement::MicroCredential(id)).await?,
        _ => None,
    };
    let stand = |c: &Competency| claim.part(c.id).map(|part| (c.id, known.stand(c, part, who.now)));
    let rows = version.body.competencies.iter().filter_map(stand).collect();
    let bodies = known.recognitions.iter().map(|r| r.assessed_by).chain([version.body.issuer]);
    let names = Names::of(&mut tx, bodies.collect::<Vec<_>>()).await?;
    let has_plan = store::plans::of_claim(&mut tx, id).await?.is_some();
    drop(tx);
    let plan_changed = has_plan && claim.state.takes_evidence() && !plan::today(who, id).await?.changes.is_empty();
    Ok(ClaimPage { has_plan, plan_changed, award: award.map(|c| c.at(who.now)), claim, version, newer, rows, names })
}

/// What replaced the version, if anything did.
async fn newer(tx: &mut Tx, claim: &Claim) -> Outcome<Option<Newer>> {
    let current = store::profiles::current(tx, claim.profile).await?;
    let Some(current) = current.filter(|c| *c != claim.version) else { return Ok(None) };
    // Read anew: a version kept in memory may have been replaced since.
    let pinned = store::profiles::version(tx, claim.version).await?.ok_or(Failure::Missing)?;
    let current = store::profiles::version(tx, current).await?.ok_or(Failure::Missing)?;
    let teach_out = match pinned.state {
        VersionState::Superseded { teach_out_until, .. } => Some(teach_out_until),
        _ => None,
    };
    Ok(Some(Newer { number: current.number, change: current.change, teach_out }))
}

/// What is known about the competencies of a claim besides the claim.
struct Known {
    assessments: Vec<Assessment>,
    recognitions: Vec<CompetencyRecognition>,
    credentials: Vec<(RecognitionId, CredentialId)>,
    evidence: Vec<(CompetencyId, i64)>,
}

impl Known {
    async fn load(tx: &mut Tx, claim: &Claim) -> Outcome<Known> {
        let tally = claim.tally();
        Ok(Known {
            assessments: if tally.in_review > 0 { store::assessments::under_way(tx, claim.id).await? } else { Vec::new() },
            recognitions: if tally.demonstrated > 0 { store::awards::recognitions_of_claim(tx, claim.id).await? } else { Vec::new() },
            credentials: if tally.demonstrated > 0 { store::awards::credential_ids_of_claim(tx, claim.id).await? } else { Vec::new() },
            evidence: if tally.gaps > 0 { store::evidence::counts(tx, claim.id).await? } else { Vec::new() },
        })
    }

    fn stand(&self, competency: &Competency, part: &ClaimedCompetency, now: Ts) -> Where {
        match &part.standing {
            Standing::NotStarted => {
                Where::Open { evidence: self.evidence.iter().find(|(c, _)| *c == competency.id).map_or(0, |(_, n)| *n) }
            }
            Standing::Gap { at, .. } => Where::Gap { at: *at, open: part.open(competency).len() },
            Standing::InReview { assessment } => in_review(self.assessments.iter().find(|a| a.id == *assessment), now),
            Standing::Demonstrated { recognition, at, .. } => {
                let found = self.recognitions.iter().find(|r| r.id == *recognition).cloned().map(|r| r.at(now));
                Where::Held {
                    at: *at,
                    by: found.as_ref().map(|r| r.assessed_by),
                    until: found.as_ref().and_then(|r| r.until),
                    state: found.map(|r| r.state),
                    credential: self.credentials.iter().find(|(about, _)| about == recognition).map(|(_, id)| *id),
                }
            }
        }
    }
}

/// What a learner is told about an assessment under way.
pub fn in_review(assessment: Option<&Assessment>, now: Ts) -> Where {
    use AssessmentState::*;
    match assessment.map(|a| (&a.state, a.due)) {
        Some((WaitingLearner { asked, .. }, _)) => Where::Asked { at: *asked },
        Some((state, due)) => {
            let second = matches!(
                state,
                SecondQueued { .. } | SecondInProgress { .. } | ScoredSecond { .. } | Adjudicating { .. } | AdjudicationInProgress { .. }
            );
            Where::InReview { due, second }
        }
        None => Where::InReview { due: now, second: false },
    }
}
