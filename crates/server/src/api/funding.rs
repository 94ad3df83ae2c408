//! Whether the listed tests of those who help paying for learning are met.

use super::callers::{Needs, Reader};
use super::document::Operations;
use super::input::{At, Json};
use super::problem::{Answer, OrProblem as _};
use super::words::Bilingual;
use crate::access::{Thing, Verb};
use crate::queries::learning;
use crate::web::pages::learning::funding::asked;
use domain::funding::{Answers, Came, FundingRule, Test, Verdict, check};
use domain::{Lang, OfferingId, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default().on(Needs::Nothing, Verb::Add, Thing::SelfAssessment, routes!(check_funding))
}

/// What somebody says of themself. Nothing of it is kept; what is left out is not known.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FundingAsked {
    /// What the household earns in a year, in cents.
    #[serde(default)]
    income_cents: Option<i64>,
    /// How many it has.
    #[serde(default)]
    household: Option<u32>,
    /// Yes or no to questions, by their ids.
    #[serde(default)]
    confirmed: BTreeMap<String, bool>,
}

/// How one test came out.
#[derive(Serialize, ToSchema)]
struct TestView {
    /// What is asked.
    asked: Bilingual,
    /// The id of a question to be confirmed.
    id: Option<String>,
    /// `met`, `not_met` or `not_known`.
    came: &'static str,
}

/// How the listed tests of a programme of support come out. Never that anybody is approved.
#[derive(Serialize, ToSchema)]
struct FundingView {
    id: String,
    name: Bilingual,
    /// `meets_listed_tests`, `fails_listed_test` or `not_all_known`.
    verdict: &'static str,
    decided_by: Bilingual,
    source: String,
    /// The day as of which the tests are known.
    as_of: String,
    tests: Vec<TestView>,
}

#[utoipa::path(
    post, path = "/learning/{offering}/funding", tag = "offerings",
    responses((status = 200, description = "The listed tests of each programme of support, and how they come out.", body = Vec<FundingView>))
)]
async fn check_funding(who: Reader, At(id): At<OfferingId>, Json(said): Json<FundingAsked>) -> Answer<axum::Json<Vec<FundingView>>> {
    let one = learning::one(&who, id).await.or_problem(&who)?;
    let answers = Answers { income: said.income_cents, household: said.household, confirmed: said.confirmed };
    let view = |rule: &FundingRule| {
        let (came, verdict) = check(rule, &one.offering, &answers);
        let test = |(test, came): (&Test, &Came)| TestView {
            asked: (&Text::of(asked(Lang::En, test), asked(Lang::Fr, test))).into(),
            id: if let Test::Confirm { id, .. } = test { Some(id.clone()) } else { None },
            came: match came {
                Came::Met => "met",
                Came::NotMet => "not_met",
                Came::NotKnown => "not_known",
            },
        };
        FundingView {
            id: rule.id.clone(),
            name: (&rule.name).into(),
            verdict: match verdict {
                Verdict::MeetsListedTests => "meets_listed_tests",
                Verdict::FailsListedTest => "fails_listed_test",
                Verdict::NotAllKnown => "not_all_known",
            },
            decided_by: (&rule.decided_by).into(),
            source: rule.source.clone(),
            as_of: rule.as_of.clone(),
            tests: rule.tests.iter().zip(&came).map(test).collect(),
        }
    };
    Ok(axum::Json(who.app.funding.iter().map(view).collect()))
}
