//! Who needs the learning that one's organisations list: counts of people, never who they are.

use crate::access::{Relation, Thing, Verb};
use crate::actions::Outcome;
use crate::caller::Member;
use crate::queries::versions::version;
use domain::claim::Standing;
use domain::offering::Offering;
use domain::{CriterionId, OfferingId, OrganisationId, PersonId};
use std::collections::{HashMap, HashSet};
use store::Tx;

/// Counts below this are told to nobody (GOV-03).
const SMALLEST: i64 = 5;
/// Claims beyond these are not counted.
const MOST_CLAIMS: i64 = 100_000;

/// A count as it may be told; none: too small.
pub fn told(count: i64) -> Option<i64> {
    (count >= SMALLEST).then_some(count)
}

/// How many people need an offering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Demand {
    /// Judged to miss something that it is made for, and not closed since.
    pub missing: i64,
    /// Who have it ahead of them in a plan.
    pub planned: i64,
}

/// How many people need each of these offerings of a provider.
pub async fn demand(who: &Member, provider: OrganisationId, offerings: &[Offering]) -> Outcome<HashMap<OfferingId, Demand>> {
    who.may(Verb::Edit, Thing::Offering, Relation::of(provider))?;
    let mut tx = who.app.read().await?;
    let planned = store::plans::planned_by(&mut tx, provider).await?;
    let missing = missing(who, &mut tx).await?;
    let of = |o: &Offering| {
        let people: HashSet<PersonId> = o.criteria.iter().filter_map(|c| missing.get(c)).flatten().copied().collect();
        Demand { missing: people.len() as i64, planned: planned.get(&o.id).copied().unwrap_or(0) }
    };
    Ok(offerings.iter().map(|o| (o.id, of(o))).collect())
}

/// For each criterion, who was judged to miss it.
async fn missing(who: &Member, tx: &mut Tx) -> Outcome<HashMap<CriterionId, Vec<PersonId>>> {
    let mut all: HashMap<CriterionId, Vec<PersonId>> = HashMap::new();
    for claim in store::claims::with_gaps(tx, MOST_CLAIMS).await? {
        let version = version(&who.app, tx, claim.version).await?;
        for part in claim.competencies.iter().filter(|p| matches!(p.standing, Standing::Gap { .. })) {
            let open = version.body.competency(part.competency).map(|c| part.open(c)).unwrap_or_default();
            for criterion in open {
                all.entry(criterion).or_default().push(claim.learner);
            }
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_under_five_are_told_to_nobody() {
        assert_eq!([0, 1, 4, 5, 900].map(told), [None, None, None, Some(5), Some(900)]);
    }
}
