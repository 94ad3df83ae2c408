//! What a learner decided to do about the gaps of one claim: learning in an order, each piece on its way.

use crate::offering::Offering;
use crate::pathway::{Avoided, Terms};
use crate::{ClaimId, CriterionId, OfferingId, OrganisationId, PersonId, PlanId, PlanItemId, Ts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// By whose word something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// The learner says so.
    Own,
    /// Whoever gives it recorded so.
    Provider {
        /// The organisation.
        organisation: OrganisationId,
        /// Who recorded it there.
        by: PersonId,
    },
}

/// Where one piece of a plan stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ItemState {
    /// Not begun.
    Planned,
    /// Begun.
    UnderWay {
        /// When.
        since: Ts,
    },
    /// Finished. It proves nothing: what it was for is shown by evidence.
    Done {
        /// When that was said.
        at: Ts,
        /// By whom.
        word: Word,
    },
    /// The learner does without it, and says why (2.13.9).
    Declined {
        /// When.
        at: Ts,
        /// Why.
        reason: String,
    },
}

impl ItemState {
    /// Its name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            ItemState::Planned => "planned",
            ItemState::UnderWay { .. } => "under_way",
            ItemState::Done { .. } => "done",
            ItemState::Declined { .. } => "declined",
        }
    }

    /// Whether it still lies ahead.
    pub fn open(&self) -> bool {
        matches!(self, ItemState::Planned | ItemState::UnderWay { .. })
    }
}

/// One offering of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanItem {
    /// Its id; whoever gives the learning can record by it that it is done.
    pub id: PlanItemId,
    /// What is taken.
    pub offering: OfferingId,
    /// The criteria of the claim that it is taken for.
    pub closes: Vec<CriterionId>,
    /// What it cost and asked for when it was planned.
    pub terms: Terms,
    /// The week in which it begins, counted from the plan's first.
    pub start: u32,
    /// The week in which it ends.
    pub finish: u32,
    /// Where it stands.
    #[serde(flatten)]
    pub state: ItemState,
}

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PlanState {
    /// Something of it lies ahead.
    Open,
    /// Every piece is done or declined.
    Completed {
        /// When.
        at: Ts,
    },
    /// The learner gave it up.
    Dropped {
        /// When.
        at: Ts,
    },
}

impl PlanState {
    /// Its name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            PlanState::Open => "open",
            PlanState::Completed { .. } => "completed",
            PlanState::Dropped { .. } => "dropped",
        }
    }
}

/// Ordered learning for the gaps of one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearningPlan {
    /// Its id.
    pub id: PlanId,
    /// The claim.
    pub claim: ClaimId,
    /// Whose it is.
    pub learner: PersonId,
    /// When it was made or last made anew: its first week.
    pub made: Ts,
    /// The currency of its prices.
    pub currency: String,
    /// The hours a week that its lengths follow from.
    pub hours: Option<u16>,
    /// Where it stands.
    pub state: PlanState,
    /// In the order in which they can be taken.
    pub items: Vec<PlanItem>,
    /// Learning that recognition saved when it was made.
    pub avoided: Avoided,
    /// Counts saves.
    pub revision: i64,
}

/// Why an act on a plan was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotPossible {
    /// The plan is completed or given up.
    #[error("the plan is {0}")]
    While(&'static str),
    /// It has no such piece.
    #[error("the plan has no such item")]
    NoSuchItem,
    /// That piece is done or declined already.
    #[error("the item is {0}")]
    ItemIs(&'static str),
    /// Doing without something needs a reason (2.13.9).
    #[error("the reason is empty")]
    NoReason,
    /// A plan without anything in it.
    #[error("nothing is planned")]
    Empty,
}

/// What became different since a plan was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nobody lists it any more.
    Retired,
    /// It costs more or less, help subtracted, in hundredths of the plan's currency; none: nobody knows any more.
    Price {
        /// What it cost.
        was: i64,
        /// What it costs.
        is: Option<i64>,
    },
    /// It begins on another day.
    Starts {
        /// When it would have begun.
        was: Option<String>,
        /// When it begins.
        is: Option<String>,
    },
    /// It takes longer or shorter, in weeks.
    Length {
        /// How long it took.
        was: u32,
        /// How long it takes.
        is: u32,
    },
    /// Everything that it was to close is met.
    NoLongerNeeded,
}

impl LearningPlan {
    /// A plan as it begins; one without anything in it is none.
    pub fn begun(self) -> Result<LearningPlan, NotPossible> {
        if self.items.is_empty() { Err(NotPossible::Empty) } else { Ok(LearningPlan { state: PlanState::Open, revision: 0, ..self }) }
    }

    /// The piece of this id.
    pub fn item(&self, id: PlanItemId) -> Option<&PlanItem> {
        self.items.iter().find(|i| i.id == id)
    }

    fn change(
        mut self,
        id: PlanItemId,
        now: Ts,
        to: impl FnOnce(&ItemState) -> Result<ItemState, NotPossible>,
    ) -> Result<LearningPlan, NotPossible> {
        if matches!(self.state, PlanState::Dropped { .. }) {
            return Err(NotPossible::While(self.state.name()));
        }
        let item = self.items.iter_mut().find(|i| i.id == id).ok_or(NotPossible::NoSuchItem)?;
        item.state = to(&item.state)?;
        if self.state == PlanState::Open && !self.items.iter().any(|i| i.state.open()) {
            self.state = PlanState::Completed { at: now };
        }
        Ok(self)
    }

    /// The learner began it.
    pub fn begin(self, id: PlanItemId, now: Ts) -> Result<LearningPlan, NotPossible> {
        self.change(id, now, |state| match state {
            ItemState::Planned => Ok(ItemState::UnderWay { since: now }),
            other => Err(NotPossible::ItemIs(other.name())),
        })
    }

    /// The learner finished it.
    pub fn finish(self, id: PlanItemId, now: Ts) -> Result<LearningPlan, NotPossible> {
        self.change(id, now, |state| match state {
            open if open.open() => Ok(ItemState::Done { at: now, word: Word::Own }),
            other => Err(NotPossible::ItemIs(other.name())),
        })
    }

    /// Whoever gives it recorded that the learner finished it; this stands above the learner's own word.
    pub fn record(self, id: PlanItemId, organisation: OrganisationId, by: PersonId, now: Ts) -> Result<LearningPlan, NotPossible> {
        let done = ItemState::Done { at: now, word: Word::Provider { organisation, by } };
        self.change(id, now, |state| match state {
            ItemState::Planned | ItemState::UnderWay { .. } | ItemState::Done { word: Word::Own, .. } => Ok(done),
            other => Err(NotPossible::ItemIs(other.name())),
        })
    }

    /// The learner does without it, for a reason.
    pub fn decline(self, id: PlanItemId, reason: &str, now: Ts) -> Result<LearningPlan, NotPossible> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(NotPossible::NoReason);
        }
        self.change(id, now, |state| match state {
            open if open.open() => Ok(ItemState::Declined { at: now, reason }),
            other => Err(NotPossible::ItemIs(other.name())),
        })
    }

    /// Gives it up. What was done stays written in it.
    pub fn drop_it(mut self, now: Ts) -> Result<LearningPlan, NotPossible> {
        if self.state != PlanState::Open {
            return Err(NotPossible::While(self.state.name()));
        }
        self.state = PlanState::Dropped { at: now };
        Ok(self)
    }

    /// Puts `items` in the place of what was planned and not begun; what was begun, done or declined stays.
    pub fn replan(mut self, items: Vec<PlanItem>, avoided: Avoided, now: Ts) -> Result<LearningPlan, NotPossible> {
        if matches!(self.state, PlanState::Dropped { .. }) {
            return Err(NotPossible::While(self.state.name()));
        }
        self.items.retain(|i| i.state != ItemState::Planned);
        let here: BTreeSet<OfferingId> = self.items.iter().filter(|i| i.state.open()).map(|i| i.offering).collect();
        self.items.extend(items.into_iter().filter(|i| !here.contains(&i.offering)));
        if self.items.is_empty() {
            return Err(NotPossible::Empty);
        }
        (self.made, self.avoided) = (now, avoided);
        self.state = if self.items.iter().any(|i| i.state.open()) { PlanState::Open } else { PlanState::Completed { at: now } };
        Ok(self)
    }

    /// What is different now for the pieces that lie ahead, piece by piece. `now` tells an offering as it is today, and its terms
    /// if it still comes into question; `open` are the criteria of the claim that are not met.
    pub fn changes<'a>(
        &self,
        now: impl Fn(OfferingId) -> Option<(&'a Offering, Option<Terms>)>,
        open: &BTreeSet<CriterionId>,
    ) -> Vec<(PlanItemId, Change)> {
        let mut all = Vec::new();
        for item in self.items.iter().filter(|i| i.state.open()) {
            if !item.closes.is_empty() && !item.closes.iter().any(|c| open.contains(c)) {
                all.push((item.id, Change::NoLongerNeeded));
                continue;
            }
            if item.state != ItemState::Planned {
                continue;
            }
            let Some((offering, terms)) = now(item.offering).filter(|(o, _)| o.retired.is_none()) else {
                all.push((item.id, Change::Retired));
                continue;
            };
            all.extend(different(&item.terms, offering, terms).into_iter().map(|change| (item.id, change)));
        }
        all
    }

    /// Criteria that are open and that nothing done, begun or planned here is for.
    pub fn uncovered(&self, open: &[CriterionId]) -> Vec<CriterionId> {
        let declined = |i: &PlanItem| matches!(i.state, ItemState::Declined { .. });
        let covered = |c: &CriterionId| self.items.iter().filter(|i| !declined(i)).any(|i| i.closes.contains(c));
        open.iter().filter(|c| !covered(c)).copied().collect()
    }
}

/// What is different between the terms that an offering was planned on and those of today.
fn different(was: &Terms, offering: &Offering, is: Option<Terms>) -> Vec<Change> {
    let mut all = Vec::new();
    if offering.starts != was.starts {
        all.push(Change::Starts { was: was.starts.clone(), is: offering.starts.clone() });
    }
    match is {
        None if offering.cost().is_none() => all.push(Change::Price { was: was.cents, is: None }),
        None => {}
        Some(is) => {
            if is.cents != was.cents {
                all.push(Change::Price { was: was.cents, is: Some(is.cents) });
            }
            if is.weeks != was.weeks {
                all.push(Change::Length { was: was.weeks, is: is.weeks });
            }
        }
    }
    all
}

#[cfg(test)]
mod tests;
