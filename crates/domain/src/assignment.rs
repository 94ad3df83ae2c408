//! Who is offered what: by scope, language, load and fairness, the most pressing first; and why somebody was, or was not
//! (2.2, 2.13.11). Ties between people come from recorded facts; what an assessor declares is asked besides.

use crate::assessment::{AssessmentState, Qualified, Refusal, body_for};
use crate::people::AssessorScope;
use crate::profile::RiskTier;
use crate::{AssessmentId, CompetencyId, Lang, OrganisationId, PersonId, ProfileId, Ts};
use std::collections::BTreeMap;

/// A tie between an assessor and a learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieKind {
    /// Family or household.
    Household,
    /// Money between them.
    Financial,
    /// The assessor manages the learner now.
    LineManager,
    /// Taught, mentored or coached.
    Taught,
    /// The same employer, not in line.
    SameEmployer,
    /// The same small community.
    SmallCommunity,
    /// Worked together in the past.
    PastCoworker,
}

/// Months for which having taught somebody keeps one from judging them.
pub const TAUGHT_MONTHS: i64 = 24;

/// What a tie means for judging (2.13.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Nothing any more.
    Over,
    /// It is disclosed, and mitigated: by a judge from elsewhere, or by verification. Small places depend on this.
    Mitigate,
    /// No judging.
    Block,
}

/// A recorded tie with a learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// With whom.
    pub learner: PersonId,
    /// Which.
    pub kind: TieKind,
    /// When it ended; none: it lasts.
    pub ended: Option<Ts>,
}

impl Tie {
    /// What it means now. Past management and money weigh as work together in the past; teaching blocks for two years.
    pub fn strength(&self, now: Ts) -> Strength {
        use TieKind::*;
        let over = self.ended.filter(|at| *at <= now);
        match (self.kind, over) {
            (Household, _) | (Financial | LineManager | Taught, None) => Strength::Block,
            (Taught, Some(at)) if now < at.plus_months(TAUGHT_MONTHS) => Strength::Block,
            (Taught, Some(_)) => Strength::Over,
            (Financial | LineManager, Some(_)) | (SameEmployer | SmallCommunity, None) | (PastCoworker, _) => Strength::Mitigate,
            (SameEmployer | SmallCommunity, Some(_)) => Strength::Over,
        }
    }
}

/// Something that waits for a judge.
#[derive(Clone, Debug)]
pub struct Open {
    /// Which.
    pub assessment: AssessmentId,
    /// Of which profile.
    pub profile: ProfileId,
    /// The competency.
    pub competency: CompetencyId,
    /// Its tier.
    pub tier: RiskTier,
    /// Whose claim it is.
    pub learner: PersonId,
    /// The language of the evidence.
    pub lang: Lang,
    /// When a decision is due.
    pub due: Ts,
    /// Who may not judge it.
    pub not_by: Vec<PersonId>,
    /// Where it stands: which seat waits, and who judged before.
    pub state: AssessmentState,
}

/// Somebody who judges.
#[derive(Clone, Debug)]
pub struct Judge {
    /// Who.
    pub person: PersonId,
    /// What they may judge.
    pub scopes: Vec<AssessorScope>,
    /// In which languages they judge.
    pub langs: Vec<Lang>,
    /// How many they have in hand.
    pub load: u32,
    /// How many they take at once.
    pub most: u32,
    /// Recorded ties with learners.
    pub ties: Vec<Tie>,
}

/// Why somebody is not offered something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Their own claim.
    OwnClaim,
    /// No scope of theirs covers it now.
    OutOfScope,
    /// They judged it, or stepped back from it.
    MustDiffer,
    /// Somebody of the same body judged it, in tier A.
    SameBody,
    /// Not experienced enough to settle a difference.
    TooNew,
    /// Nobody waits for a judge there.
    NotWaiting,
    /// They do not judge in its language.
    Language,
    /// A tie that blocks.
    Tie(TieKind),
    /// They have as many in hand as they take.
    Full,
}

/// What speaks for somebody, if nothing bars them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The body they would judge for.
    pub body: OrganisationId,
    /// A tie to disclose and mitigate.
    pub mitigate: Option<TieKind>,
    /// How full their hands are, in thousandths of what they take at once.
    pub load: u32,
}

/// Whether somebody could be offered something now, and every reason why not.
pub fn fit(judge: &Judge, open: &Open, now: Ts) -> Result<Fit, Vec<Bar>> {
    let mut bars = Vec::new();
    if judge.person == open.learner {
        bars.push(Bar::OwnClaim);
    }
    if open.not_by.contains(&judge.person) || open.state.concerns(judge.person) {
        bars.push(Bar::MustDiffer);
    }
    let covering = judge.scopes.iter().filter(|s| s.covers(open.profile, open.competency, now));
    let scopes: Vec<Qualified> = covering.map(|s| Qualified { body: s.organisation, since: s.from }).collect();
    let body = body_for(&open.state, open.tier, &scopes, now).map_err(bar_of);
    bars.extend(body.err());
    if !judge.langs.contains(&open.lang) {
        bars.push(Bar::Language);
    }
    let tie = judge.ties.iter().filter(|t| t.learner == open.learner).max_by_key(|t| t.strength(now));
    let tie = tie.map(|t| (t.kind, t.strength(now)));
    if let Some((kind, Strength::Block)) = tie {
        bars.push(Bar::Tie(kind));
    }
    if judge.load >= judge.most {
        bars.push(Bar::Full);
    }
    match body {
        Ok(body) if bars.is_empty() => {
            let mitigate = tie.filter(|(_, strength)| *strength == Strength::Mitigate).map(|(kind, _)| kind);
            Ok(Fit { body, mitigate, load: judge.load.saturating_mul(1_000) / judge.most })
        }
        _ => Err(bars),
    }
}

fn bar_of(refusal: Refusal) -> Bar {
    match refusal {
        Refusal::OutOfScope => Bar::OutOfScope,
        Refusal::SameBody => Bar::SameBody,
        Refusal::TooNew => Bar::TooNew,
        _ => Bar::NotWaiting,
    }
}

/// Offers each of `open` to somebody, the one due first to whoever has the emptiest hands and, among those, no tie to
/// mitigate; the same answer for the same input. What nobody can take is left out. Loads of `judges` grow by what they
/// are offered.
pub fn assign(open: &[Open], judges: &mut [Judge], now: Ts) -> BTreeMap<AssessmentId, PersonId> {
    let mut order: Vec<&Open> = open.iter().collect();
    order.sort_by_key(|o| (o.due, o.assessment));
    let by_profile = places(judges);
    let mut offered = BTreeMap::new();
    for item in order {
        let Some(places) = by_profile.get(&item.profile) else { continue };
        let fits = places.iter().filter_map(|at| Some((fit(&judges[*at], item, now).ok()?, *at)));
        let best = fits.min_by_key(|(fit, at)| (fit.mitigate.is_some(), fit.load, judges[*at].person));
        if let Some((_, at)) = best {
            judges[at].load += 1;
            offered.insert(item.assessment, judges[at].person);
        }
    }
    offered
}

/// Where in the list those stand who have any scope in a profile.
fn places(judges: &[Judge]) -> BTreeMap<ProfileId, Vec<usize>> {
    let mut found: BTreeMap<ProfileId, Vec<usize>> = BTreeMap::new();
    for (at, judge) in judges.iter().enumerate() {
        for scope in &judge.scopes {
            let list = found.entry(scope.profile).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
    }
    found
}

/// When the owner of a profile is told that something waits: at four fifths of the service time (E13).
pub fn escalate_at(sent: Ts, due: Ts) -> Ts {
    Ts(sent.0.saturating_add((due.0.saturating_sub(sent.0)).max(0) / 5 * 4))
}

/// Whether the French queue is slower than the English one by more than a quarter, by their medians (E13). Without a
/// decision in one of them nothing can be said.
pub fn french_is_slower(french: &[i64], english: &[i64]) -> Option<bool> {
    let (french, english) = (median(french)?, median(english)?);
    Some(french.saturating_mul(4) > english.saturating_mul(5))
}

fn median(times: &[i64]) -> Option<i64> {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests;
