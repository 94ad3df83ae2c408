//! The issuer: claims in which everything required is demonstrated, and the decision on the credential.

use crate::access::{Thing, Verb};
use crate::actions::award_credential::{award_credential, refuse_credential};
use crate::caller::Member;
use crate::i18n::{date, date_short, t};
use crate::queries::decision::{Decision, Line, Part, decision, decisions};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At, PAGE, Sent};
use crate::web::layout::Section;
use crate::web::parts::{
    Form, Head, State, Tone, Weight, back, empty, error_summary, facts, field, filters, notice, pagination, panel, panel_pad, pill,
    row_link, submit, table, tone_pill,
};
use crate::web::routes::Routes;
use domain::claim::{ClaimState, Standing};
use domain::evidence::SupervisionIdentity;
use domain::{ClaimId, Lang};
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/decisions", Verb::View, Thing::Award, list)
        .get("/{lang}/decisions/{claim}", Verb::View, Thing::Award, one)
        .post("/{lang}/decisions/{claim}", Verb::Decide, Thing::Award, award)
        .get("/{lang}/decisions/{claim}/refusal", Verb::View, Thing::Award, to_claim)
        .post("/{lang}/decisions/{claim}/refusal", Verb::Decide, Thing::Award, refuse)
}

async fn list(who: Member, asked: Asked) -> Page {
    let (decided, page) = (asked.get("show") == "decided", asked.page());
    let (lines, counts) = decisions(&who, decided, (page - 1) * PAGE, PAGE).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "decide-title"), Section::Decisions, list_view(&who, decided, &lines, counts, page))
}

async fn one(who: Member, At(id): At<ClaimId>) -> Page {
    let found = decision(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &title(&who, &found), Section::Decisions, view(&who, &found, &Form::new(who.lang)))
}

async fn to_claim(who: Member, At(id): At<ClaimId>) -> Page {
    decision(&who, id).await.or_refuse(&who)?;
    answer::redirect(&urls::decision(who.lang, id))
}

async fn award(who: Member, At(id): At<ClaimId>) -> Page {
    award_credential(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::decisions(who.lang), "decide-awarded")
}

async fn refuse(who: Member, At(id): At<ClaimId>, Sent(mut form): Sent) -> Page {
    match refuse_credential(&who, id, form.value("reason").trim().to_owned()).await {
        Ok(()) => answer::redirect_saying(&urls::decisions(who.lang), "decide-refused"),
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            let found = decision(&who, id).await.or_refuse(&who)?;
            answer::again(&who, &title(&who, &found), Section::Decisions, view(&who, &found, &form))
        }
    }
}

fn title(who: &Member, d: &Decision) -> String {
    t!(who.lang, "decide-page-title", name = d.learner.name.as_str(), title = d.version.body.title.get(who.lang))
}

fn list_view(who: &Member, decided: bool, lines: &[Line], (waiting, done): (i64, i64), page: i64) -> Markup {
    let lang = who.lang;
    let base = urls::decisions(lang);
    let shelves = [
        (t(lang, "decide-shelf-waiting"), Some(waiting as usize), base.clone(), !decided),
        (t(lang, "decide-shelf-decided"), Some(done as usize), format!("{base}?show=decided"), decided),
    ];
    let (count, show) = if decided { (done, "decided") } else { (waiting, "waiting") };
    let pages = (count.max(1) as usize).div_ceil(PAGE as usize);
    let heads = ["decide-head-person", "decide-head-profile", "decide-head-state"].map(|k| Head::text(t(lang, k)));
    let heads: Vec<Head> = heads.into_iter().chain([Head::actions(t(lang, "decide-head-open"))]).collect();
    let rows: Vec<_> = lines.iter().map(|l| row(who, l)).collect();
    html! {
        div.stack #decisions tabindex="-1" data-say=(t!(lang, "decide-count", count = count)) {
            h1 { (t(lang, "decide-title")) }
            p.muted { (t(lang, "decide-lead")) }
            div.row { (filters(&t(lang, "decide-shelves"), Some("decisions"), &shelves)) }
            @if lines.is_empty() { (empty(&t(lang, &format!("decide-none-{show}")), &t(lang, &format!("decide-none-{show}-text")), None)) }
            @else { (table(&t(lang, "decide-title"), &heads, &rows)) }
            (pagination(lang, page as usize, pages, |n| format!("{base}?show={show}&page={n}")))
        }
    }
}

fn row(who: &Member, line: &Line) -> Vec<Markup> {
    let lang = who.lang;
    let href = urls::decision(lang, line.claim);
    let words = if matches!(line.state, ClaimState::AllCompetent { .. }) { t(lang, "decide-open") } else { t(lang, "decide-reread") };
    vec![
        html! { a href=(href) { (line.learner) } },
        html! { (line.title.get(lang)) },
        state(who, &line.state),
        row_link(&href, &words, &line.learner),
    ]
}

fn state(who: &Member, state: &ClaimState) -> Markup {
    let lang = who.lang;
    match state {
        ClaimState::Awarded { at, .. } => {
            html! { (tone_pill(Tone::Good, &t(lang, "decide-state-awarded"))) " " span.muted.sm { (date_short(lang, *at)) } }
        }
        ClaimState::NotAwarded { at, .. } => {
            html! { (tone_pill(Tone::Bad, &t(lang, "decide-state-refused"))) " " span.muted.sm { (date_short(lang, *at)) } }
        }
        ClaimState::AllCompetent { at } => {
            html! { (tone_pill(Tone::Wait, &t(lang, "decide-state-waiting"))) " " span.muted.sm { (t!(lang, "decide-since", when = date_short(lang, *at))) } }
        }
        _ => html! {},
    }
}

fn view(who: &Member, d: &Decision, form: &Form) -> Markup {
    let lang = who.lang;
    html! {
        (back(&t(lang, "decide-title"), &urls::decisions(lang)))
        (error_summary(form))
        div.split {
            div.stack {
                h1 { (d.learner.name) }
                p.lead { (d.version.body.title.get(lang)) }
                div.row { (state(who, &d.claim.state)) }
                @if let Some(words) = &d.version.body.regulated_scope_notice { (notice(Tone::Info, html! { p { (words.get(lang)) } })) }
                @for (i, p) in d.parts.iter().enumerate() { (competency(lang, i, p)) }
            }
            aside.stack { (the_decision(who, d, form)) (about(lang, d)) }
        }
    }
}

/// One competency, with what the judgement rests on.
fn competency(lang: Lang, i: usize, p: &Part) -> Markup {
    let held = matches!(p.claimed.standing, Standing::Demonstrated { .. });
    let standing = if held {
        pill(State::Demonstrated, &State::Demonstrated.word(lang))
    } else {
        html! { (pill(State::Gap, &t(lang, "decide-not-held"))) }
    };
    let aside = html! { (standing) @if !p.competency.required { " " span.pill { (t(lang, "decide-elective")) } } };
    panel(
        &format!("competency-{i}"),
        p.competency.statement.get(lang),
        Some(aside),
        html! {
            div.stack {
                @if let Some(r) = &p.recognition {
                    (facts(&[
                        (t(lang, "decide-assessed-by"), html! { @if let Some(name) = &p.assessed_by { (name.get(lang)) } }),
                        (t(lang, "decide-decided-on"), html! { (date(lang, r.from)) }),
                        (t(lang, "decide-current"), html! { @match r.until {
                            Some(until) => (t!(lang, "decide-until", when = date(lang, until))),
                            None => (t(lang, "decide-no-end")),
                        } }),
                        (t(lang, "decide-level"), html! { (p.competency.level) }),
                        (t(lang, "decide-supervision"), html! { (supervision(lang, r.supervision)) }),
                        (t(lang, "decide-evidence"), html! {
                            (t!(lang, "decide-items", count = p.relied_on)) @if let Some(at) = p.performed { ", " (t!(lang, "decide-latest", when = date(lang, at))) }
                        }),
                    ]))
                }
                (criteria(lang, p))
            }
        },
    )
}

/// The lowest level among what counts for essential criteria, and the highest of all where that differs.
fn supervision(lang: Lang, (low, high): (SupervisionIdentity, SupervisionIdentity)) -> String {
    let words = |level: SupervisionIdentity| t(lang, &format!("desk-supervision-{}", level.code().to_lowercase()));
    if low == high { words(low) } else { t!(lang, "decide-supervision-range", low = words(low), high = words(high)) }
}

fn criteria(lang: Lang, p: &Part) -> Markup {
    html! {
        ol.results {
            @for c in &p.competency.criteria {
                @let met = p.claimed.met.get(&c.id);
                li {
                    (crate::web::parts::mark(if met.is_some() { State::Demonstrated } else { State::Gap }, None))
                    span { (c.statement.get(lang)) @if c.essential { " " span.muted.xs { (t(lang, "desk-essential")) } } }
                    span.sm.muted { @match met {
                        Some(m) => (t!(lang, "decide-met", when = date_short(lang, m.at))),
                        None => (t(lang, "decide-not-met")),
                    } }
                }
            }
        }
    }
}

fn the_decision(who: &Member, d: &Decision, form: &Form) -> Markup {
    let lang = who.lang;
    let body = match &d.claim.state {
        ClaimState::Awarded { at, .. } => html! { p { (t!(lang, "decide-was-awarded", when = date(lang, *at))) } },
        ClaimState::NotAwarded { at, reason, .. } => html! {
            p { (t!(lang, "decide-was-refused", when = date(lang, *at))) } p.sm.written { (reason) }
        },
        _ if d.judged_by_me => html! { p { (t(lang, "decide-not-you")) } },
        _ => the_forms(lang, d, form),
    };
    panel_pad("decision-h", &t(lang, "decide-decision"), html! { div.stack { (body) } })
}

fn the_forms(lang: Lang, d: &Decision, form: &Form) -> Markup {
    let id = d.claim.id;
    html! {
        p.sm { (t(lang, "decide-award-hint")) }
        form method="post" action=(urls::decision(lang, id)) { button.btn.main.wide { (t(lang, "decide-award")) } }
        details.step open[!form.is_sound()] {
            summary { (t(lang, "decide-refuse")) }
            form.stack method="post" action=(urls::decision_refusal(lang, id)) {
                (field("reason", t(lang, "decide-reason")).hint(t(lang, "decide-reason-hint")).max(4000).area(form, 4))
                div.row { (submit(Weight::Danger, &t(lang, "decide-refuse-send"))) }
            }
        }
    }
}

fn about(lang: Lang, d: &Decision) -> Markup {
    let body = &d.version.body;
    let validity = match body.validity_months {
        Some(months) => t!(lang, "decide-months", count = months),
        None => t(lang, "decide-no-end"),
    };
    panel_pad(
        "about-claim",
        &t(lang, "decide-about"),
        facts(&[
            (t(lang, "decide-opened"), html! { (date(lang, d.claim.opened)) }),
            (t(lang, "decide-version"), html! { a href=(urls::version(lang, d.version.profile, d.version.number)) { (d.version.number) } }),
            (t(lang, "decide-validity"), html! { (validity) }),
            (t(lang, "decide-competencies"), html! { (d.claim.tally().demonstrated) " / " (d.parts.len()) }),
        ]),
    )
}
