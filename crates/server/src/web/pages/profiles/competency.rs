//! One competency of a draft, its criteria, and one criterion.

use super::editing::{self, Edited, Saved};
use super::{fields, read, view};
use crate::actions::draft_profile::blank_criterion;
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::profiles::{self, Draft};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At2, Sent};
use crate::web::forms;
use crate::web::layout::Section;
use crate::web::parts::{Form, error_summary_of};
use domain::profile::{Competency, PerformanceCriterion, ProfileBody};
use domain::{CompetencyId, CriterionId, VersionId};
use maud::{Markup, html};

/// A draft and the place of a competency in it.
pub async fn place(who: &Member, id: VersionId, competency: CompetencyId) -> Outcome<(Draft, usize)> {
    let draft = profiles::for_writing(who, id).await?;
    let place = draft.version.body.competencies.iter().position(|c| c.id == competency).ok_or(Failure::Missing)?;
    Ok((draft, place))
}

pub fn title(who: &Member, c: &Competency) -> String {
    t!(who.lang, "draft-competency", code = c.code.as_str())
}

fn page(who: &Member, draft: &Draft, c: &Competency, form: &Form, adding: &Form) -> Markup {
    let lang = who.lang;
    html! {
        (editing::above(lang, draft))
        div.stack.tight { h1 { (title(who, c)) } p.lead { (view::statement(lang, &c.statement)) } }
        (error_summary_of(form, |name| editing::label(lang, name))) (error_summary_of(adding, |name| editing::label(lang, name)))
        (fields::criteria(lang, draft, c, adding))
        section.panel.pad aria-labelledby="competency" { h2.t #competency { (t(lang, "draft-the-competency")) } (fields::competency(lang, draft, c, form)) }
    }
}

pub async fn competency(who: Member, At2(id, competency): At2<VersionId, CompetencyId>) -> Page {
    let (draft, place) = place(&who, id, competency).await.or_refuse(&who)?;
    let c = &draft.version.body.competencies[place];
    let form = read::fill_competency(who.lang, c);
    answer::page(&who, &title(&who, c), Section::Profiles, page(&who, &draft, c, &form, &Form::new(who.lang)))
}

pub async fn save_competency(who: Member, At2(id, competency): At2<VersionId, CompetencyId>, Sent(mut form): Sent) -> Page {
    let (draft, place) = place(&who, id, competency).await.or_refuse(&who)?;
    let before = &draft.version.body.competencies[place];
    let mut body = draft.version.body.clone();
    body.competencies[place] = read::competency(&mut form, before);
    let saved = editing::save(&who, &draft, &mut form, body, draft.version.change.clone()).await.or_refuse(&who)?;
    let edited = Edited {
        title: title(&who, before),
        form: fields::competency(who.lang, &draft, before, &form),
        next: urls::draft_competency(who.lang, id, competency),
        now: read::fill_competency(who.lang, before),
        sent: &form,
    };
    editing::answer(&who, &draft, saved, edited)
}

/// Where acts were posted to is no page of its own.
pub async fn back(who: Member, At2(id, competency): At2<VersionId, CompetencyId>) -> Page {
    answer::redirect(&urls::draft_competency(who.lang, id, competency))
}

/// Adds a criterion, or moves one, or takes one out.
pub async fn criteria(who: Member, At2(id, competency): At2<VersionId, CompetencyId>, Sent(mut form): Sent) -> Page {
    let (draft, place) = place(&who, id, competency).await.or_refuse(&who)?;
    let before = &draft.version.body.competencies[place];
    let mut body = draft.version.body.clone();
    rearrange(&who, before, &mut body.competencies[place].criteria, &mut form);
    let saved = editing::save(&who, &draft, &mut form, body, draft.version.change.clone()).await.or_refuse(&who)?;
    if matches!(saved, Saved::Again) {
        let saved_now = read::fill_competency(who.lang, before);
        return answer::again(&who, &title(&who, before), Section::Profiles, page(&who, &draft, before, &saved_now, &form));
    }
    let edited = Edited {
        title: title(&who, before),
        form: fields::criteria(who.lang, &draft, before, &form),
        next: format!("{}#criteria", urls::draft_competency(who.lang, id, competency)),
        now: Form::new(who.lang),
        sent: &form,
    };
    editing::answer(&who, &draft, saved, edited)
}

/// The criteria after the button that was pressed.
fn rearrange(who: &Member, before: &Competency, criteria: &mut Vec<PerformanceCriterion>, form: &mut Form) {
    if let Some((what, item)) = read::pressed::<CriterionId>(form) {
        return read::arrange(criteria, |k| k.id == item, what);
    }
    let taken = before.criteria.iter().map(|k| k.code.as_str());
    let code = read::new_code(form, taken, |n| format!("{}.{n}", before.code), 40);
    criteria.push(blank_criterion(&who.app, code, forms::both(form, "new_statement", 500)));
}

/// A draft, a competency of it and a criterion of that.
fn find(body: &ProfileBody, id: CriterionId) -> Outcome<(&Competency, &PerformanceCriterion)> {
    let found = body.competencies.iter().find_map(|c| c.criterion(id).map(|k| (c, k)));
    found.ok_or(Failure::Missing)
}

pub async fn criterion(who: Member, At2(id, criterion): At2<VersionId, CriterionId>) -> Page {
    let draft = profiles::for_writing(&who, id).await.or_refuse(&who)?;
    let (c, k) = find(&draft.version.body, criterion).or_refuse(&who)?;
    let form = read::fill_criterion(who.lang, k);
    let title = t!(who.lang, "draft-criterion", code = k.code.as_str());
    let body = html! {
        (view::above_criterion(who.lang, &draft, c))
        h1 { (title) }
        (fields::criterion(who.lang, &draft, c.id, k, &form))
    };
    answer::page(&who, &title, Section::Profiles, body)
}

pub async fn save_criterion(who: Member, At2(id, criterion): At2<VersionId, CriterionId>, Sent(mut form): Sent) -> Page {
    let draft = profiles::for_writing(&who, id).await.or_refuse(&who)?;
    let (c, k) = find(&draft.version.body, criterion).or_refuse(&who)?;
    let mut body = draft.version.body.clone();
    let after = read::criterion(&mut form, k);
    body.competencies.iter_mut().flat_map(|c| &mut c.criteria).filter(|k| k.id == criterion).for_each(|k| *k = after.clone());
    let saved = editing::save(&who, &draft, &mut form, body, draft.version.change.clone()).await.or_refuse(&who)?;
    let edited = Edited {
        title: t!(who.lang, "draft-criterion", code = k.code.as_str()),
        form: fields::criterion(who.lang, &draft, c.id, k, &form),
        next: format!("{}#criteria", urls::draft_competency(who.lang, id, c.id)),
        now: read::fill_criterion(who.lang, k),
        sent: &form,
    };
    editing::answer(&who, &draft, saved, edited)
}
