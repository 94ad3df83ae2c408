//! One competency of a claim: evidence, what is missing, the judgement, and the learning for what is left.

use super::{Names, Where, in_review, own};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::queries::learning::Names as Sources;
use crate::queries::versions::version;
use domain::assessment::{Assessment, AssessorChange, CriterionResult, Judgement, Reattempt, TimedNote, reattempt};
use domain::claim::{Claim, ClaimedCompetency, Standing};
use domain::credential::{Achievement, Credential};
use domain::evidence::{EvidenceItem, EvidenceLink, EvidenceState, Meter, Shown, meter};
use domain::offering::{Offering, offerings_for};
use domain::profile::{Competency, PerformanceCriterion, ProfileVersion};
use domain::recognition::CompetencyRecognition;
use domain::{ClaimId, CompetencyId, CriterionId, Ts};
use std::sync::Arc;
use store::Tx;
use store::assessments::Message;

/// How many attempts are read back for reasons and notes.
const ATTEMPTS: i64 = 20;

/// Everything the page of one competency says.
pub struct CompetencyPage {
    /// The claim.
    pub claim: Claim,
    /// The version it is pinned to.
    pub version: Arc<ProfileVersion>,
    /// Which of its competencies.
    pub competency: CompetencyId,
    /// Where it stands.
    pub stand: Where,
    /// Items linked to it, oldest first.
    pub items: Vec<EvidenceItem>,
    /// What each is said to show of it.
    pub links: Vec<EvidenceLink>,
    /// What is still missing, if evidence can be sent now.
    pub meter: Option<Meter>,
    /// Open criteria whose evidence was all judged before.
    pub nothing_new: Vec<CriterionId>,
    /// The attempts, latest first.
    pub attempts: Vec<Assessment>,
    /// What learner and assessor wrote to each other in the latest attempt.
    pub messages: Vec<Message>,
    /// The recognition, if it is held.
    pub recognition: Option<CompetencyRecognition>,
    /// Its credential.
    pub credential: Option<Credential>,
    /// Learning for the criteria still open, with those that each closes.
    pub learning: Vec<(Offering, Vec<CriterionId>)>,
    /// What organisations are called.
    pub names: Names,
    /// Who gives what is listed, and where that comes from.
    pub sources: Sources,
}

/// How one criterion went.
pub struct Found<'a> {
    /// The result.
    pub result: CriterionResult,
    /// The assessor's reason, where there is one.
    pub reason: &'a str,
    /// When.
    pub at: Ts,
    /// Remarks at places in recordings.
    pub notes: Vec<&'a TimedNote>,
}

impl CompetencyPage {
    /// The competency as the version words it.
    pub fn asked(&self) -> &Competency {
        self.version.body.competency(self.competency).expect("looked up when the page was read")
    }

    /// The learner's part.
    pub fn part(&self) -> &ClaimedCompetency {
        self.claim.part(self.competency).expect("looked up when the page was read")
    }

    /// Whether evidence can be added and sent now.
    pub fn takes_evidence(&self) -> bool {
        self.meter.is_some()
    }

    /// Nothing is missing for sending it.
    pub fn ready(&self) -> bool {
        self.nothing_new.is_empty() && self.meter.as_ref().is_some_and(Meter::sufficient)
    }

    /// What kind of attempt comes next.
    pub fn next(&self) -> (Reattempt, AssessorChange) {
        reattempt(self.part().unsuccessful)
    }

    /// Whether the learner has to say first what they did about the gap (2.13.9).
    pub fn plan_first(&self) -> bool {
        self.part().action_plan.is_none() && matches!(self.next().0, Reattempt::Retake | Reattempt::SupportedRetake)
    }

    /// Whether the learner is asked if the same assessor may judge again.
    pub fn asks_about_assessor(&self) -> bool {
        self.next().1 == AssessorChange::SameIfLearnerAgrees
    }

    /// The items linked to a criterion, latest first, each with where in it.
    pub fn shown(&self, criterion: CriterionId) -> Vec<Shown<'_>> {
        let links = self.links.iter().filter(|l| l.criterion == criterion);
        let mut shown: Vec<_> =
            links.filter_map(|link| Some(Shown { item: self.items.iter().find(|i| i.id == link.evidence)?, link })).collect();
        shown.sort_by_key(|s| std::cmp::Reverse((s.item.added, s.item.id)));
        shown
    }

    /// What the latest judgement of a criterion found.
    pub fn found(&self, criterion: CriterionId) -> Option<Found<'_>> {
        self.attempts.iter().filter_map(|a| a.state.judgement()).find_map(|j| one_of(j, criterion))
    }

    /// The last judgement.
    pub fn judged(&self) -> Option<&Judgement> {
        self.attempts.iter().find_map(|a| a.state.judgement())
    }

    /// Remarks that name no criterion, in the latest judgement.
    pub fn remarks(&self) -> Vec<&TimedNote> {
        self.judged().into_iter().flat_map(|j| &j.score().sheet.notes).filter(|n| n.criterion.is_none()).collect()
    }

    /// The assessor's question that waits for an answer, and since when.
    pub fn question(&self) -> Option<(&str, Ts)> {
        match self.attempts.first().map(|a| &a.state) {
            Some(domain::assessment::AssessmentState::WaitingLearner { question, asked, .. }) => Some((question, *asked)),
            _ => None,
        }
    }

    /// A criterion of this competency.
    pub fn criterion(&self, id: CriterionId) -> Option<&PerformanceCriterion> {
        self.asked().criterion(id)
    }
}

fn one_of(judgement: &Judgement, criterion: CriterionId) -> Option<Found<'_>> {
    let score = judgement.score();
    let result = *score.sheet.results.get(&criterion)?;
    let reason = score.sheet.reasons.get(&criterion).map_or("", String::as_str);
    let notes = score.sheet.notes.iter().filter(|n| n.criterion == Some(criterion)).collect();
    Some(Found { result, reason, at: score.at, notes })
}

/// Everything the page of one competency says.
pub async fn competency_page(who: &Member, id: ClaimId, competency: CompetencyId) -> Outcome<CompetencyPage> {
    let mut tx = who.app.read().await?;
    let claim = own(&mut tx, who, id).await?;
    let version = version(&who.app, &mut tx, claim.version).await?;
    let asked = version.body.competency(competency).ok_or(Failure::Missing)?;
    let part = claim.part(competency).ok_or(Failure::Missing)?;
    let items = store::evidence::of_competency(&mut tx, id, competency).await?;
    let links = store::evidence::links_of_competency(&mut tx, id, competency).await?;
    let attempts = store::assessments::attempts(&mut tx, id, competency, ATTEMPTS).await?;
    let messages = match attempts.first() {
        Some(latest) => store::assessments::messages(&mut tx, latest.id).await?,
        None => Vec::new(),
    };
    let takes = claim.state.takes_evidence() && part.takes_evidence();
    let open = part.open(asked);
    let measured = takes.then(|| measure(asked, &open, &items, &links, who.now));
    let nothing_new = if takes && !part.used.is_empty() { stale(&mut tx, part, &open, &items, &links).await? } else { Vec::new() };
    let held = held(&mut tx, part, who.now).await?;
    let learning = learning(&mut tx, part, &open).await?;
    let stand = stand(part, asked, &attempts, &held, &items, who.now);
    let sources = if learning.is_empty() { Sources::default() } else { Sources::load(&mut tx).await? };
    let bodies = held.0.as_ref().map(|r| r.assessed_by).into_iter().chain([version.body.issuer]);
    let names = Names::of(&mut tx, bodies.collect::<Vec<_>>()).await?;
    let (recognition, credential) = held;
    #[rustfmt::skip]
    let page = CompetencyPage {
        competency, stand, items, links, meter: measured, nothing_new, attempts, messages, recognition, credential, learning, names, sources, version, claim,
    };
    Ok(page)
}

fn measure(asked: &Competency, open: &[CriterionId], items: &[EvidenceItem], links: &[EvidenceLink], now: Ts) -> Meter {
    let shown: Vec<_> = links.iter().filter_map(|link| Some(Shown { item: items.iter().find(|i| i.id == link.evidence)?, link })).collect();
    meter(asked, open, &shown, now)
}

/// The open criteria that show something, and nothing that was not judged before (LRN-09).
async fn stale(
    tx: &mut Tx,
    part: &ClaimedCompetency,
    open: &[CriterionId],
    items: &[EvidenceItem],
    links: &[EvidenceLink],
) -> Outcome<Vec<CriterionId>> {
    let firsts = store::evidence::firsts(tx, items).await?;
    let counting = |l: &&EvidenceLink| items.iter().find(|i| i.id == l.evidence).filter(|i| i.state.counts());
    let old = |criterion: &&CriterionId| {
        let mine: Vec<_> = links.iter().filter(|l| l.criterion == **criterion).filter_map(|l| counting(&l)).collect();
        !mine.is_empty() && mine.iter().all(|i| part.used.contains(&firsts[&i.id]))
    };
    Ok(open.iter().filter(old).copied().collect())
}

/// The recognition of a held competency, and its credential.
async fn held(tx: &mut Tx, part: &ClaimedCompetency, now: Ts) -> Outcome<(Option<CompetencyRecognition>, Option<Credential>)> {
    let Standing::Demonstrated { recognition, .. } = &part.standing else { return Ok((None, None)) };
    let found = store::awards::recognition(tx, *recognition).await?;
    let credential = store::awards::credential_about(tx, Achievement::Competency(*recognition)).await?;
    Ok((found.map(|r| r.at(now)), credential.map(|c| c.at(now))))
}

/// Learning made for exactly the open criteria, once there is a gap.
async fn learning(tx: &mut Tx, part: &ClaimedCompetency, open: &[CriterionId]) -> Outcome<Vec<(Offering, Vec<CriterionId>)>> {
    if !matches!(part.standing, Standing::Gap { .. }) {
        return Ok(Vec::new());
    }
    let listed = store::offerings::for_criteria(tx, open).await?;
    Ok(offerings_for(open, &listed).into_iter().map(|(offering, closes)| (offering.clone(), closes)).collect())
}

fn stand(
    part: &ClaimedCompetency,
    asked: &Competency,
    attempts: &[Assessment],
    held: &(Option<CompetencyRecognition>, Option<Credential>),
    items: &[EvidenceItem],
    now: Ts,
) -> Where {
    match &part.standing {
        Standing::NotStarted => {
            let there = items.iter().filter(|i| !matches!(i.state, EvidenceState::Withdrawn { .. })).count();
            Where::Open { evidence: there as i64 }
        }
        Standing::InReview { assessment } => in_review(attempts.iter().find(|a| a.id == *assessment), now),
        Standing::Gap { at, .. } => Where::Gap { at: *at, open: part.open(asked).len() },
        Standing::Demonstrated { at, .. } => Where::Held {
            at: *at,
            by: held.0.as_ref().map(|r| r.assessed_by),
            state: held.0.as_ref().map(|r| r.state.clone()),
            until: held.0.as_ref().and_then(|r| r.until),
            credential: held.1.as_ref().map(|c| c.id),
        },
    }
}
