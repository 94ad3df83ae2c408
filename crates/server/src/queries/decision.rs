//! Claims that wait for an issuer's decision, and what the decision rests on.

use super::versions::version;
use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use domain::assessment::Assessment;
use domain::claim::{Claim, ClaimState, ClaimedCompetency};
use domain::people::Person;
use domain::profile::{Competency, ProfileVersion};
use domain::recognition::CompetencyRecognition;
use domain::{ClaimId, EvidenceId, Text, Ts};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::Tx;

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The claim.
    pub claim: ClaimId,
    /// Whose, by name: the issuer puts it on the credential.
    pub learner: String,
    /// The profile.
    pub title: Text,
    /// Where it stands.
    pub state: ClaimState,
}

/// A page of what waits, longest waiting first, or of what is decided; and how many there are of each.
pub async fn decisions(who: &Member, decided: bool, offset: i64, most: i64) -> Outcome<(Vec<Line>, (i64, i64))> {
    let mut tx = who.app.read().await?;
    let claims = store::claims::for_issuer_person(&mut tx, who.id(), decided, offset, most).await?;
    let mut lines = Vec::with_capacity(claims.len());
    for claim in claims {
        let title = version(&who.app, &mut tx, claim.version).await?.body.title.clone();
        let learner = store::people::person(&mut tx, claim.learner).await?.ok_or(Failure::Missing)?.name;
        lines.push(Line { claim: claim.id, learner, title, state: claim.state });
    }
    Ok((lines, store::claims::issuer_counts(&mut tx, who.id()).await?))
}

/// A claim as its issuer sees it.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The claim.
    pub claim: Claim,
    /// Whose it is.
    pub learner: Person,
    /// The profile, in the version that the claim is pinned to.
    pub version: Arc<ProfileVersion>,
    /// What each competency rests on, in the profile's order.
    pub parts: Vec<Part>,
    /// Whether this person judged any of it, or it is their own: then a colleague decides (INS-06).
    pub judged_by_me: bool,
}

/// What one competency rests on.
#[derive(Clone, Debug)]
pub struct Part {
    /// The competency.
    pub competency: Competency,
    /// What the claim says of it.
    pub claimed: ClaimedCompetency,
    /// Its recognition, with dates and supervision.
    pub recognition: Option<CompetencyRecognition>,
    /// The body whose assessor judged. Never the assessor's name.
    pub assessed_by: Option<Text>,
    /// How many items the judgement rests on.
    pub relied_on: usize,
    /// When the latest of them was performed.
    pub performed: Option<Ts>,
}

/// Everything that the issuer decides on.
pub async fn decision(who: &Member, id: ClaimId) -> Outcome<Decision> {
    let mut tx = who.app.read().await?;
    let claim = store::claims::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let version = version(&who.app, &mut tx, claim.version).await?;
    who.may(Verb::View, Thing::Award, Relation::of(version.body.issuer))?;
    // Before everything required is demonstrated, a claim is between the learner and the assessors.
    if !matches!(claim.state, ClaimState::AllCompetent { .. } | ClaimState::Awarded { .. } | ClaimState::NotAwarded { .. }) {
        return Err(Failure::Missing);
    }
    let learner = store::people::person(&mut tx, claim.learner).await?.ok_or(Failure::Missing)?;
    let parts = parts(&mut tx, &claim, &version).await?;
    let judged_by_me = claim.learner == who.id() || claim.competencies.iter().any(|c| c.judged_by.contains(&who.id()));
    Ok(Decision { claim, learner, version, parts, judged_by_me })
}

async fn parts(tx: &mut Tx, claim: &Claim, version: &ProfileVersion) -> Outcome<Vec<Part>> {
    let recognitions = store::awards::recognitions_of_claim(tx, claim.id).await?;
    let organisations = store::people::organisations(tx).await?;
    let items = store::evidence::of_claim(tx, claim.id).await?;
    let mut parts = Vec::with_capacity(version.body.competencies.len());
    for competency in &version.body.competencies {
        let claimed = claim.part(competency.id).ok_or(Failure::Missing)?.clone();
        let recognition = recognitions.iter().find(|r| r.competency == competency.id).cloned();
        let name = |r: &CompetencyRecognition| organisations.iter().find(|o| o.id == r.assessed_by).map(|o| o.name.clone());
        let assessed_by = recognition.as_ref().and_then(name);
        let ids = relied_on(&store::assessments::attempts(tx, claim.id, competency.id, ATTEMPTS).await?, &claimed);
        let performed = items.iter().filter(|i| ids.contains(&i.id)).map(|i| i.occasion.performed).max();
        parts.push(Part { competency: competency.clone(), claimed, recognition, assessed_by, relied_on: ids.len(), performed });
    }
    Ok(parts)
}

/// More attempts at one competency are not looked at.
const ATTEMPTS: i64 = 50;

/// The items that the judgements rest on in which criteria were met.
fn relied_on(attempts: &[Assessment], claimed: &ClaimedCompetency) -> BTreeSet<EvidenceId> {
    let counted = attempts.iter().filter(|a| claimed.met.values().any(|m| m.assessment == a.id));
    let sheets = counted.filter_map(|a| a.state.judgement()).map(|j| &j.score().sheet);
    sheets.flat_map(|s| s.varcs.iter().filter(|(_, v)| v.relied_on()).map(|(id, _)| *id)).collect()
}
