//! The assessor's desk: the queue, taking an assessment on, judging it.
//!
//! Everything that is filled in belongs to one form, whichever pane it stands in, so that no button loses what another
//! pane holds. A draft is only saved over the revision that the page was made from.

mod conflict;
mod evidence;
mod judges;
mod list;
mod rubric;
mod sheet;
mod take;
mod view;

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome, record_judgement};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::assessment::{Case, Opened, case, open};
use crate::queries::queue::{self, Shelf};
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At, PAGE, Sent};
use crate::web::layout::{self, Section};
use crate::web::parts::Form;
use crate::web::routes::Routes;
use axum::Json;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse as _;
use domain::AssessmentId;
use domain::assessment::{CompetencyDecision, Outcome as Recorded, ScoreSheet};
use domain::people::ConflictDeclaration;

/// Its routes.
pub fn routes() -> Routes {
    let acts = Routes::default()
        .post("/{lang}/desk/{assessment}", Verb::Assess, Thing::Assessment, take_on)
        .post("/{lang}/desk/{assessment}/draft", Verb::Judge, Thing::Assessment, save)
        .on(Method::PUT, "/{lang}/desk/{assessment}/draft", Verb::Judge, Thing::Assessment, autosave)
        .post("/{lang}/desk/{assessment}/decision", Verb::Judge, Thing::Assessment, decide)
        .post("/{lang}/desk/{assessment}/question", Verb::Judge, Thing::Assessment, ask)
        .post("/{lang}/desk/{assessment}/recusal", Verb::Judge, Thing::Assessment, step_back);
    // Where an act showed its form again, the address can be asked for once more, for instance in the other language.
    let back = [
        "/{lang}/desk/{assessment}/draft",
        "/{lang}/desk/{assessment}/decision",
        "/{lang}/desk/{assessment}/question",
        "/{lang}/desk/{assessment}/recusal",
    ];
    let pages = Routes::default().get("/{lang}/desk", Verb::View, Thing::Queue, shelf).get(
        "/{lang}/desk/{assessment}",
        Verb::View,
        Thing::Assessment,
        one,
    );
    back.into_iter().fold(acts.and(pages), |routes, path| routes.get(path, Verb::View, Thing::Assessment, to_desk))
}

async fn shelf(who: Member, asked: Asked) -> Page {
    who.may(Verb::View, Thing::Queue, Relation::default()).or_refuse(&who)?;
    let (shelf, page) = (Shelf::parse(&asked.get("show")), asked.page());
    let (lines, counts) = queue::queue(&who, shelf, (page - 1) * PAGE, PAGE).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "desk-title"), Section::Desk, list::page(&who, shelf, &lines, counts, page))
}

async fn to_desk(who: Member, At(id): At<AssessmentId>) -> Page {
    open(&who, id).await.or_refuse(&who)?;
    answer::redirect(&urls::assessment(who.lang, id))
}

async fn one(who: Member, At(id): At<AssessmentId>, asked: Asked) -> Page {
    match open(&who, id).await.or_refuse(&who)? {
        Opened::Unclaimed(case) => {
            let title = case.competency().statement.get(who.lang).to_owned();
            answer::page(&who, &title, Section::Desk, take::page(&who, &case, &Form::new(who.lang)))
        }
        Opened::Theirs(desk) => {
            let sheet = desk.case.sheet();
            let form = sheet::form_of(who.lang, sheet);
            let title = view::title(&who, &desk, evidence::shown(&desk.case, &asked.get("item")));
            answer::wide_page(&who, &title, Section::Desk, view::page(&who, &desk, &form, sheet, &asked.get("item")))
        }
    }
}

async fn take_on(who: Member, At(id): At<AssessmentId>, Sent(mut form): Sent) -> Page {
    let outcome = match take::conflict_of(&form) {
        Ok(conflict) => record_judgement::claim_assessment(&who, id, conflict.clone()).await.map(|()| conflict),
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(ConflictDeclaration::None) => answer::redirect_saying(&urls::assessment(who.lang, id), "desk-taken"),
        Ok(ConflictDeclaration::Declared(_)) => answer::redirect_saying(&urls::desk(who.lang), "desk-recused"),
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            let Opened::Unclaimed(case) = open(&who, id).await.or_refuse(&who)? else { return to_desk(who, At(id)).await };
            let title = case.competency().statement.get(who.lang).to_owned();
            answer::again(&who, &title, Section::Desk, take::page(&who, &case, &form))
        }
    }
}

/// What a form was sent with, on the case as it is now.
struct Draft {
    case: Case,
    sheet: ScoreSheet,
    form: Form,
}

impl Draft {
    async fn read(who: &Member, id: AssessmentId, form: Form) -> Outcome<Draft> {
        let case = case(who, id).await?;
        let sheet = sheet::sheet_of(&form, &case);
        Ok(Draft { case, sheet, form })
    }

    /// The revision that the page was made from.
    fn revision(&self) -> i64 {
        self.form.value("revision").parse().unwrap_or(0)
    }

    /// Where to go on: at the same piece of evidence.
    fn here(&self, who: &Member) -> String {
        let base = urls::assessment(who.lang, self.case.assessment.id);
        let item = self.form.value("note-item");
        let notes = if self.form.value("do").contains("note") { "#notes" } else { "" };
        if item.is_empty() { base } else { format!("{base}?item={}{notes}", urls::encode(item)) }
    }
}

/// Saves what a form holds; answers the new revision.
async fn keep(who: &Member, draft: &Draft) -> Outcome<i64> {
    let id = draft.case.assessment.id;
    let now = draft.case.assessment.revision;
    if draft.revision() != now {
        return Err(Failure::Stale);
    }
    let sheet = sheet::with_notes(draft.sheet.clone(), &draft.form, &draft.case)?;
    record_judgement::save_draft(who, id, now, sheet).await
}

/// The desk as it was left, with what is wrong; or both versions, if the draft was saved elsewhere meanwhile.
async fn again(who: &Member, mut draft: Draft, failure: Failure) -> Page {
    let id = draft.case.assessment.id;
    if matches!(failure, Failure::Stale) {
        let case = case(who, id).await.or_refuse(who)?;
        let body = conflict::page(who, &case, &draft.sheet, &draft.form);
        let title = t(who.lang, "desk-two-title");
        return Ok((StatusCode::CONFLICT, layout::page(&who.chrome(), &title, Section::Desk, body)).into_response());
    }
    answer::into_form(&mut draft.form, failure).or_refuse(who)?;
    desk_again(who, id, &draft.form, &draft.sheet).await
}

async fn desk_again(who: &Member, id: AssessmentId, form: &Form, sheet: &ScoreSheet) -> Page {
    let Opened::Theirs(desk) = open(who, id).await.or_refuse(who)? else { return answer::redirect(&urls::assessment(who.lang, id)) };
    let item = form.value("note-item");
    let title = view::title(who, &desk, evidence::shown(&desk.case, item));
    let body = view::page(who, &desk, form, sheet, item);
    let status = if form.is_sound() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, layout::wide_page(&who.chrome(), &title, Section::Desk, body)).into_response())
}

async fn save(who: Member, At(id): At<AssessmentId>, Sent(form): Sent) -> Page {
    let draft = Draft::read(&who, id, form).await.or_refuse(&who)?;
    match keep(&who, &draft).await {
        Ok(_) => answer::redirect_saying(&draft.here(&who), "desk-saved"),
        Err(failure) => again(&who, draft, failure).await,
    }
}

/// The same for a script: the new revision, what is missing, and the part of the page that says so.
async fn autosave(who: Member, At(id): At<AssessmentId>, Sent(form): Sent) -> Page {
    let draft = Draft::read(&who, id, form).await.or_refuse(&who)?;
    let saved = keep(&who, &draft).await;
    let now = case(&who, id).await.or_refuse(&who)?;
    let sheet = now.sheet();
    let body = serde_json::json!({
        "revision": now.assessment.revision,
        "missing": now.unfinished(sheet).len(),
        "scored": rubric::scored(who.lang, &now, sheet),
        "standing": rubric::standing(who.lang, &now, sheet).into_string(),
    });
    match saved {
        Ok(_) => Ok(Json(body).into_response()),
        Err(Failure::Stale) => Ok((StatusCode::CONFLICT, Json(body)).into_response()),
        Err(Failure::Invalid(errors)) => {
            let words: Vec<String> = errors.iter().map(|e| t(who.lang, e.key)).collect();
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(serde_json::json!({ "errors": words }))).into_response())
        }
        Err(failure) => Err(failure).or_refuse(&who),
    }
}

/// Records the judgement, if the assessor has seen what it leads to; else shows them first.
async fn decide(who: Member, At(id): At<AssessmentId>, Sent(form): Sent) -> Page {
    let draft = Draft::read(&who, id, form).await.or_refuse(&who)?;
    let leads_to = draft.case.leads_to(&draft.sheet).decision;
    if !draft.case.unfinished(&draft.sheet).is_empty() || draft.form.value("expects") != rubric::outcome_code(leads_to) {
        if let Err(failure) = keep(&who, &draft).await {
            return again(&who, draft, failure).await;
        }
        let form = rubric::say_missing(&draft.case, &draft.sheet, draft.form).with("confirm", "yes");
        return desk_again(&who, id, &form, &draft.sheet).await;
    }
    let sheet = sheet::final_sheet(draft.sheet.clone());
    let outcome = match record_judgement::record_judgement(&who, id, draft.revision(), sheet).await {
        Ok(outcome) => outcome,
        Err(failure) => return again(&who, draft, failure).await,
    };
    let next = queue::next(&who).await.or_refuse(&who)?;
    let to = next.map_or_else(|| urls::desk(who.lang), |n| urls::assessment(who.lang, n));
    match outcome {
        Recorded::Decided(CompetencyDecision::Competent) => answer::redirect_saying(&to, "desk-judged-competent"),
        Recorded::Decided(CompetencyDecision::NotYetCompetent) => answer::redirect_saying(&to, "desk-judged-not-yet"),
        Recorded::SecondNeeded => answer::redirect_saying(&to, "desk-judged-second"),
        Recorded::AdjudicationNeeded => answer::redirect_saying(&to, "desk-judged-differ"),
    }
}

async fn ask(who: Member, At(id): At<AssessmentId>, Sent(form): Sent) -> Page {
    let draft = Draft::read(&who, id, form).await.or_refuse(&who)?;
    let question = draft.form.value("question").to_owned();
    let outcome = match keep(&who, &draft).await {
        Ok(_) => record_judgement::ask_learner(&who, id, question).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => answer::redirect_saying(&draft.here(&who), "desk-asked"),
        Err(failure) => again(&who, draft, failure).await,
    }
}

async fn step_back(who: Member, At(id): At<AssessmentId>, Sent(form): Sent) -> Page {
    let draft = Draft::read(&who, id, form).await.or_refuse(&who)?;
    let outcome = match take::tie_of(&draft.form) {
        Ok(tie) => record_judgement::recuse(&who, id, tie).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => answer::redirect_saying(&urls::desk(who.lang), "desk-recused"),
        Err(failure) => again(&who, draft, failure).await,
    }
}
