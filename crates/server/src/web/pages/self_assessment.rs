//! Seeing where one stands before claiming: no account, nothing kept.

use crate::access::{Relation, Thing, Verb};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::queries::catalogue::{self, Outlook, Ratings, Shown};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, Sent};
use crate::web::layout::Section;
use crate::web::pages::profile::claim_button;
use crate::web::parts::{Criterion, Form, State, Weight, breadcrumbs, choice, error_summary, icon, link, mark, panel, scale, submit};
use crate::web::routes::Routes;
use domain::claim::SelfRating;
use domain::profile::Competency;
use domain::{Lang, ProfileId};
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/catalogue/{profile}/self-assessment", Verb::View, Thing::SelfAssessment, ask).post(
        "/{lang}/catalogue/{profile}/self-assessment",
        Verb::Add,
        Thing::SelfAssessment,
        tell,
    )
}

async fn ask(who: Visitor, At(id): At<ProfileId>) -> Page {
    let shown = catalogue::shown(&who, id, None).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "self-title"), Section::Catalogue, view(&who, &shown, &Form::new(who.lang), &Ratings::new()))
}

/// The answer to what was sent; there is no page of it to come back to, because nothing was kept.
async fn tell(who: Visitor, At(id): At<ProfileId>, Sent(mut form): Sent) -> Page {
    who.may(Verb::Add, Thing::SelfAssessment, Relation::default()).or_refuse(&who)?;
    let shown = catalogue::shown(&who, id, None).await.or_refuse(&who)?;
    let ratings = ratings(&shown, &form);
    if ratings.is_empty() {
        refuse_empty(&shown, &mut form);
        return answer::again(&who, &t(who.lang, "self-title"), Section::Catalogue, view(&who, &shown, &form, &ratings));
    }
    answer::page(&who, &t(who.lang, "self-title"), Section::Catalogue, view(&who, &shown, &form, &ratings))
}

const READY: &str = "ready";
const PARTLY: &str = "partly";
const NOT_YET: &str = "not_yet";

fn ratings(shown: &Shown, form: &Form) -> Ratings {
    let criteria = shown.body().competencies.iter().flat_map(|c| &c.criteria);
    let rating = |value: &str| match value {
        READY => Some(SelfRating::Ready),
        PARTLY => Some(SelfRating::Partly),
        NOT_YET => Some(SelfRating::NotYet),
        _ => None,
    };
    criteria.filter_map(|c| Some((c.id, rating(form.value(&c.id.to_string()))?))).collect()
}

fn refuse_empty(shown: &Shown, form: &mut Form) {
    let first = shown.body().competencies.iter().flat_map(|c| &c.criteria).next();
    let words = t(form.lang(), "self-nothing-rated");
    form.refuse(&first.map(|c| c.id.to_string()).unwrap_or_default(), words);
}

fn view(who: &Visitor, shown: &Shown, form: &Form, ratings: &Ratings) -> Markup {
    let (lang, body) = (who.lang, shown.body());
    let id = shown.version.profile;
    let above = [(t(lang, "nav-catalogue"), urls::catalogue(lang)), (body.title.get(lang).to_owned(), urls::profile(lang, id))];
    html! {
        (breadcrumbs(lang, &[(&above[0].0, &above[0].1), (&above[1].0, &above[1].1)]))
        div.stack.tight {
            h1 { (t(lang, "self-title")) }
            p { (t!(lang, "self-lead", title = body.title.get(lang))) }
            p.sm.muted { (t(lang, "self-private")) }
        }
        (error_summary(form))
        @if !ratings.is_empty() { (result(who, shown, ratings)) }
        form.stack.loose.rating method="post" action=(urls::self_assessment(lang, id)) {
            @if !ratings.is_empty() { h2 { (t(lang, "self-change")) } }
            @for competency in &body.competencies { (rate(lang, form, competency)) }
            div.row {
                (submit(Weight::Main, &t(lang, "self-show-result")))
                (link(Weight::Quiet, &urls::profile(lang, id), &t(lang, "self-back")))
            }
        }
    }
}

fn rate(lang: Lang, form: &Form, competency: &Competency) -> Markup {
    let body = html! {
        div.stack.loose {
            @for c in &competency.criteria {
                @let name = c.id.to_string();
                @let met = c.rubric.competent.get(lang);
                (scale(form, &Criterion {
                    name: &name,
                    legend: html! { (c.statement.get(lang)) @if c.essential { " " span.muted { "(" (t(lang, "self-essential")) ")" } } },
                    choices: vec![choice(READY, t(lang, "self-ready")), choice(PARTLY, t(lang, "self-partly")), choice(NOT_YET, t(lang, "self-not-yet"))],
                    below: html! { @if !met.is_empty() { p.sm.muted { (t!(lang, "self-met-means", what = met)) } } },
                }))
            }
        }
    };
    panel(&format!("rate-{}", competency.id), competency.statement.get(lang), Some(html! { (competency.code) }), body)
}

fn result(who: &Visitor, shown: &Shown, ratings: &Ratings) -> Markup {
    let lang = who.lang;
    let outlook = catalogue::outlook(shown.body(), ratings);
    let (ready, gaps): (Vec<_>, Vec<_>) = outlook.into_iter().partition(|o| o.ready);
    let (all, n) = (ready.len() + gaps.len(), ready.len());
    let criteria: usize = shown.body().criteria_count();
    html! {
        section.panel.pad.stack #result aria-labelledby="result-title" {
            h2 #result-title tabindex="-1" autofocus { (t!(lang, "self-result", ready = n, all = all)) " " (t!(lang, "self-result-gaps", gaps = gaps.len())) }
            @if ratings.len() < criteria { p.sm.muted { (t!(lang, "self-unrated", count = criteria - ratings.len())) } }
            div.two {
                @if !ready.is_empty() { (ready_list(lang, &ready)) }
                @if !gaps.is_empty() { (gap_list(lang, &gaps)) }
            }
            p.sm { (t(lang, "self-not-a-judgement")) }
            @if !gaps.is_empty() {
                p { a href={ (urls::profile_paths(lang, shown.version.profile)) "?ratings=" (catalogue::pack(&shown.version, ratings)) } { (t(lang, "paths-open-all")) } }
            }
            div.row.noprint { (claim_button(who, shown, ratings, Weight::Main)) p.sm.muted { (t(lang, "self-goes-along")) } }
        }
    }
}

fn ready_list(lang: Lang, ready: &[Outlook<'_>]) -> Markup {
    html! {
        div.stack.tight {
            h3 { (t(lang, "self-ready-list")) }
            ul.outlook { @for o in ready { li { (icon("check")) div { (o.competency.statement.get(lang)) } } } }
        }
    }
}

fn gap_list(lang: Lang, gaps: &[Outlook<'_>]) -> Markup {
    let said = |rating: Option<SelfRating>| match rating {
        Some(SelfRating::Partly) => t(lang, "self-partly"),
        Some(_) => t(lang, "self-not-yet"),
        None => t(lang, "self-not-rated"),
    };
    html! {
        div.stack.tight {
            h3 { (t(lang, "self-gap-list")) }
            ul.outlook {
                @for o in gaps {
                    li { (mark(State::Gap, None)) div { (o.competency.statement.get(lang))
                        ul.sm.muted { @for (c, rating) in &o.open { li { (t!(lang, "self-rated", rating = said(*rating), criterion = c.statement.get(lang))) } } } } }
                }
            }
        }
    }
}
