//! One competency of a claim: what is asked, what is shown, what is missing, sending, the judgement and the gap.

mod criteria;
mod learning;
mod send;
mod talk;
mod view;

use crate::access::{Thing, Verb};
use crate::actions::Failure;
use crate::actions::submit_competency::{Signed, answer_assessor, plan_learning, submit_competency};
use crate::caller::Member;
use crate::queries::claim::competency::{CompetencyPage, competency_page};
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{At2, Sent};
use crate::web::layout::Section;
use crate::web::parts::Form;
use crate::web::routes::Routes;
use domain::{ClaimId, CompetencyId};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/claims/{claim}/competencies/{competency}", Verb::View, Thing::Claim, show)
        .post("/{lang}/claims/{claim}/competencies/{competency}/submit", Verb::Submit, Thing::Claim, submit)
        .post("/{lang}/claims/{claim}/competencies/{competency}/plan", Verb::Edit, Thing::Claim, plan)
        .post("/{lang}/claims/{claim}/competencies/{competency}/answer", Verb::Edit, Thing::Claim, answer_question)
}

type Which = At2<ClaimId, CompetencyId>;

async fn show(who: Member, At2(claim, competency): Which) -> Page {
    let page = competency_page(&who, claim, competency).await.or_refuse(&who)?;
    let form = Form::new(who.lang);
    answer::page(&who, &title(&who, &page), Section::Claims, view::competency(&who, &page, &form))
}

fn title(who: &Member, page: &CompetencyPage) -> String {
    page.asked().statement.get(who.lang).to_owned()
}

async fn submit(who: Member, At2(claim, competency): Which, Sent(form): Sent) -> Page {
    let signed = Signed {
        own_work: form.has("own_work", "yes"),
        help_used: form.value("help_used").trim().to_owned(),
        same_assessor: form.has("same_assessor", "yes"),
    };
    match submit_competency(&who, claim, competency, signed).await {
        Ok(_) => answer::redirect_saying(&urls::claimed_competency(who.lang, claim, competency), "competency-sent"),
        Err(failure) => again(who, claim, competency, form, failure).await,
    }
}

async fn plan(who: Member, At2(claim, competency): Which, Sent(form): Sent) -> Page {
    let next = format!("{}#send", urls::claimed_competency(who.lang, claim, competency));
    match plan_learning(&who, claim, competency, form.value("plan").trim().to_owned()).await {
        Ok(()) => answer::redirect_saying(&next, "plan-kept"),
        Err(failure) => again(who, claim, competency, form, failure).await,
    }
}

async fn answer_question(who: Member, At2(claim, competency): Which, Sent(form): Sent) -> Page {
    let page = competency_page(&who, claim, competency).await.or_refuse(&who)?;
    let attempt = page.attempts.first().ok_or(Failure::Missing).or_refuse(&who)?;
    match answer_assessor(&who, attempt.id, form.value("answer").to_owned()).await {
        Ok(()) => answer::redirect_saying(&urls::claimed_competency(who.lang, claim, competency), "answer-sent"),
        Err(failure) => again(who, claim, competency, form, failure).await,
    }
}

/// The page again, with the form as it was left and what is wrong with it.
async fn again(who: Member, claim: ClaimId, competency: CompetencyId, mut form: Form, failure: Failure) -> Page {
    answer::into_form(&mut form, failure).or_refuse(&who)?;
    let page = competency_page(&who, claim, competency).await.or_refuse(&who)?;
    answer::again(&who, &title(&who, &page), Section::Claims, view::competency(&who, &page, &form))
}
