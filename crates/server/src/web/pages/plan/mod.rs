//! A learner's plan for a claim: how far each piece is, what changed since it was made, and back to evidence.

mod view;

use crate::access::{Thing, Verb};
use crate::actions::plan_learning::{Move, drop_plan, move_item};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::plan::plan_page;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, At2, Sent};
use crate::web::layout::Section;
use crate::web::parts::Form;
use crate::web::routes::Routes;
use domain::{ClaimId, PlanItemId};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/claims/{claim}/plan", Verb::View, Thing::Plan, show)
        .post("/{lang}/claims/{claim}/plan/items/{item}", Verb::Edit, Thing::Plan, act)
        .post("/{lang}/claims/{claim}/plan/giving-up", Verb::Withdraw, Thing::Plan, give_up)
}

async fn show(who: Member, At(id): At<ClaimId>) -> Page {
    let page = plan_page(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "plan-page-title"), Section::Claims, view::page(&who, &page, &Form::new(who.lang)))
}

fn read(form: &Form) -> Outcome<Move> {
    match form.value("act") {
        "begin" => Ok(Move::Begin),
        "finish" => Ok(Move::Finish),
        "decline" => Ok(Move::Decline(form.value("reason").to_owned())),
        _ => Err(Failure::Missing),
    }
}

async fn act(who: Member, At2(id, item): At2<ClaimId, PlanItemId>, Sent(mut form): Sent) -> Page {
    let to = read(&form).or_refuse(&who)?;
    let next = format!("{}#i-{item}", urls::plan(who.lang, id));
    match move_item(&who, id, item, to.clone()).await {
        Ok(()) => match to {
            Move::Begin => answer::redirect_saying(&next, "plan-begun"),
            Move::Finish => answer::redirect_saying(&next, "plan-finished"),
            Move::Decline(_) => answer::redirect_saying(&next, "plan-declined"),
        },
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            let page = plan_page(&who, id).await.or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "plan-page-title"), Section::Claims, view::page(&who, &page, &form))
        }
    }
}

async fn give_up(who: Member, At(id): At<ClaimId>) -> Page {
    drop_plan(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::claim(who.lang, id), "plan-dropped")
}
