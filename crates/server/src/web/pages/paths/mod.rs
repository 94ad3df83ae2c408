//! Ways to learn: from a gap to the offerings that close it, time against cost. For a claim, for one competency of it, and for a
//! self-assessment without an account. Each state has an address of its own.

mod asked;
mod chart;
mod reasons;
mod view;
mod way;

use crate::access::{Thing, Verb};
use crate::actions::open_claim::open_claim;
use crate::actions::plan_learning::make_plan;
use crate::caller::{Member, Visitor};
use crate::queries::catalogue::{shown, unpack};
use crate::queries::paths::{PathPage, for_claim, for_ratings};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked as Query, At, Sent};
use crate::web::layout::Section;
use crate::web::parts::Form;
use crate::web::routes::Routes;
use domain::{ClaimId, CompetencyId, OfferingId, ProfileId};

pub use asked::State;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/claims/{claim}/paths", Verb::View, Thing::Claim, of_claim)
        .get("/{lang}/catalogue/{profile}/paths", Verb::View, Thing::SelfAssessment, of_ratings)
        .post("/{lang}/claims/{claim}/plan", Verb::Edit, Thing::Plan, choose)
        .post("/{lang}/catalogue/{profile}/paths", Verb::Add, Thing::Claim, choose_and_claim)
}

async fn of_claim(who: Member, At(id): At<ClaimId>, query: Query) -> Page {
    let state = State::read(&who, &query, urls::claim_paths(who.lang, id));
    let found = for_claim(&who, id, state.competency, state.asked.clone()).await.or_refuse(&who)?;
    show(&who, &state, &found, Section::Claims)
}

async fn of_ratings(who: Visitor, At(id): At<ProfileId>, query: Query) -> Page {
    let state = State::read(&who, &query, urls::profile_paths(who.lang, id));
    let found = for_ratings(&who, id, &state.ratings, state.competency, state.asked.clone()).await.or_refuse(&who)?;
    show(&who, &state, &found, Section::Catalogue)
}

fn show(who: &Visitor, state: &State, found: &PathPage, section: Section) -> Page {
    let title = t!(who.lang, "paths-title", what = view::subject(who.lang, found));
    let body = view::page(who, state, found);
    if state.form.is_sound() { answer::page(who, &title, section, body) } else { answer::again(who, &title, section, body) }
}

/// The offerings and the competency that a form names.
fn chosen(form: &Form) -> (Option<CompetencyId>, Vec<OfferingId>) {
    (form.value("competency").parse().ok(), form.values("o").take(1_000).filter_map(|o| o.parse().ok()).collect())
}

async fn choose(who: Member, At(id): At<ClaimId>, Sent(form): Sent) -> Page {
    let (competency, offerings) = chosen(&form);
    let state = State::sent(&who, form);
    make_plan(&who, id, competency, state.asked, &offerings).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::plan(who.lang, id), "plan-made")
}

/// Whoever has no claim yet opens one with what they said of themself.
async fn choose_and_claim(who: Member, At(profile): At<ProfileId>, Sent(form): Sent) -> Page {
    let (competency, offerings) = chosen(&form);
    let version = shown(&who, profile, None).await.or_refuse(&who)?.version;
    let ratings = unpack(&version, form.value("ratings"));
    let state = State::sent(&who, form);
    let id = open_claim(&who, profile, ratings).await.or_refuse(&who)?;
    make_plan(&who, id, competency, state.asked, &offerings).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::plan(who.lang, id), "plan-made")
}
