//! One assessment with everything that it takes to judge it.

use super::queue::{Counts, Shelf, Waiting, queue};
use super::versions::version;
use crate::access::{Relation, Thing, Verb};
use crate::actions::caption_evidence::takes_captions;
use crate::actions::record_judgement::{relevant, unfinished};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use domain::assessment::{Aggregate, Assessment, CriterionResult, Qualified, Refusal, ScoreSheet, Unfinished, aggregate, body_for};
use domain::claim::{Claim, Met};
use domain::evidence::{AuthenticityDeclaration, EvidenceItem, EvidenceKind, EvidenceLink};
use domain::profile::{Competency, ProfileVersion};
use domain::{AssessmentId, CriterionId, EvidenceId, Lang, OrganisationId, PersonId};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Tx;
use store::assessments::Message;

/// An assessment with claim, profile and evidence.
#[derive(Clone, Debug)]
pub struct Case {
    /// The assessment.
    pub assessment: Assessment,
    /// The claim it belongs to.
    pub claim: Claim,
    /// What it is judged against.
    pub version: Arc<ProfileVersion>,
    /// The evidence linked to the competency.
    pub items: Vec<EvidenceItem>,
    /// What the items are said to show of the competency.
    pub links: Vec<EvidenceLink>,
    /// Who looks at it.
    pub viewer: PersonId,
}

impl Case {
    /// Everything about an assessment. Whoever calls has authorised it.
    pub async fn of(tx: &mut Tx, who: &Member, assessment: Assessment) -> Outcome<Case> {
        let claim = store::claims::get(tx, assessment.claim).await?.ok_or(Failure::Missing)?;
        let version = version(&who.app, tx, assessment.version).await?;
        version.body.competency(assessment.competency).ok_or(Failure::Missing)?;
        let items = store::evidence::of_competency(tx, claim.id, assessment.competency).await?;
        let links = store::evidence::links_of_competency(tx, claim.id, assessment.competency).await?;
        Ok(Case { assessment, claim, version, items, links, viewer: who.id() })
    }

    /// The competency that is judged.
    pub fn competency(&self) -> &Competency {
        self.version.body.competency(self.assessment.competency).expect("a case is only made of a competency that is there")
    }

    /// The criteria met before this attempt; they are not judged again (LRN-08).
    pub fn met_before(&self) -> BTreeMap<CriterionId, Met> {
        let met = self.claim.part(self.assessment.competency).map(|p| p.met.clone()).unwrap_or_default();
        met.into_iter().filter(|(c, _)| !self.assessment.criteria.contains(c)).collect()
    }

    /// The items that have to be answered for: sent, and linked to a criterion that is open.
    pub fn relevant(&self) -> Vec<EvidenceId> {
        relevant(&self.assessment, &self.items, &self.links)
    }

    /// What a sheet still lacks before it is a judgement.
    pub fn unfinished(&self, sheet: &ScoreSheet) -> Vec<Unfinished> {
        unfinished(&self.assessment, &self.items, &self.links, sheet)
    }

    /// What a sheet leads to, together with what was met before (2.13.5).
    pub fn leads_to(&self, sheet: &ScoreSheet) -> Aggregate {
        let mut results = sheet.results.clone();
        results.extend(self.met_before().into_keys().map(|c| (c, CriterionResult::Competent)));
        aggregate(self.competency(), &results)
    }

    /// A criterion's number on the page, from 1.
    pub fn number(&self, criterion: CriterionId) -> usize {
        self.competency().criteria.iter().position(|c| c.id == criterion).map_or(0, |i| i + 1)
    }

    /// Whether whoever looks at it is judging it now.
    pub fn in_hand(&self) -> bool {
        self.assessment.state.assessor() == Some(self.viewer)
    }

    /// The sheet to show to one of its judges: what they fill in; what counts, once it is decided; until then what they
    /// judged themself. What another judged stays hidden until it is decided.
    pub fn sheet(&self) -> &ScoreSheet {
        let state = &self.assessment.state;
        let own = state.scores().into_iter().find(|score| score.assessor == self.viewer);
        match (state.judgement(), own) {
            (Some(judgement), _) => &judgement.score().sheet,
            (None, Some(own)) => &own.sheet,
            (None, None) => &self.assessment.draft,
        }
    }

    /// Whether an item shows or sounds like the learner.
    pub fn recognisable(&self) -> bool {
        let shows = |i: &&EvidenceItem| matches!(i.kind, EvidenceKind::Video | EvidenceKind::Audio | EvidenceKind::Image);
        self.items.iter().filter(|i| i.state.sent()).any(|i| shows(&i))
    }
}

/// What the desk shows beside the case.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The case.
    pub case: Case,
    /// What the learner signed.
    pub declaration: AuthenticityDeclaration,
    /// What was asked and answered.
    pub messages: Vec<Message>,
    /// The assessor's queue, due first.
    pub queue: Vec<Waiting>,
    /// How long the queue is.
    pub counts: Counts,
    /// The languages that each recording has captions in.
    pub captioned: BTreeMap<EvidenceId, Vec<Lang>>,
}

/// How an assessment shows itself to whoever opens it.
pub enum Opened {
    /// Nobody has taken it on; this person could.
    Unclaimed(Box<Case>),
    /// It is theirs, in work or decided.
    Theirs(Box<Desk>),
}

/// How many lines of the queue stand beside a case.
const BESIDE: i64 = 50;

/// Opens an assessment: to take it on, or at the desk.
pub async fn open(who: &Member, id: AssessmentId) -> Outcome<Opened> {
    let mut tx = who.app.read().await?;
    let assessment = store::assessments::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    if assessment.state.waiting().is_some() && !assessment.state.concerns(who.id()) {
        may_take(who, &mut tx, &assessment).await?;
        return Ok(Opened::Unclaimed(Box::new(Case::of(&mut tx, who, assessment).await?)));
    }
    who.may(Verb::View, Thing::Assessment, theirs(who, &assessment))?;
    let declaration = store::assessments::declaration(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let messages = store::assessments::messages(&mut tx, id).await?;
    let case = Case::of(&mut tx, who, assessment).await?;
    let mut captioned = BTreeMap::new();
    for item in case.items.iter().filter(|i| takes_captions(i)) {
        captioned.insert(item.id, store::evidence::captioned(&mut tx, item.id).await?);
    }
    drop(tx);
    let (queue, counts) = queue(who, Shelf::Mine, 0, BESIDE).await?;
    Ok(Opened::Theirs(Box::new(Desk { case, declaration, messages, queue, counts, captioned })))
}

/// A case that this person is judging, for a form that came in.
pub async fn case(who: &Member, id: AssessmentId) -> Outcome<Case> {
    let mut tx = who.app.read().await?;
    let assessment = store::assessments::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Judge, Thing::Assessment, theirs(who, &assessment))?;
    Case::of(&mut tx, who, assessment).await
}

/// Whoever works on it, or judged it.
pub fn theirs(who: &Member, assessment: &Assessment) -> Relation {
    let mine = assessment.state.concerns(who.id()).then(|| who.id());
    Relation::assigned_to(mine.or(assessment.state.assessor()))
}

/// The body for which somebody would take the seat that waits, or judges in the one they have (2.13.2, 2.13.4).
pub async fn judging_body(who: &Member, tx: &mut Tx, assessment: &Assessment) -> Outcome<Result<OrganisationId, Refusal>> {
    let version = version(&who.app, tx, assessment.version).await?;
    let scopes = store::people::scopes(tx, who.id()).await?;
    let covering = scopes.iter().filter(|s| s.covers(version.profile, assessment.competency, who.now));
    let qualified: Vec<Qualified> = covering.map(|s| Qualified { body: s.organisation, since: s.from }).collect();
    Ok(body_for(&assessment.state, assessment.tier, &qualified, who.now))
}

/// What waits is there only for those who could take it on.
async fn may_take(who: &Member, tx: &mut Tx, assessment: &Assessment) -> Outcome<()> {
    who.may(Verb::Assess, Thing::Assessment, Relation::default())?;
    let qualified = judging_body(who, tx, assessment).await?.is_ok();
    let theirs_to_judge = assessment.learner != who.id() && !assessment.not_by.contains(&who.id());
    if qualified && theirs_to_judge { Ok(()) } else { Err(Failure::Missing) }
}
