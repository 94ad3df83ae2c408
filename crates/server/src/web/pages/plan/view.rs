//! The markup of a plan.

use crate::caller::Member;
use crate::i18n::{date, money, number, t};
use crate::queries::plan::PlanPage;
use crate::t;
use crate::urls;
use crate::web::pages::learning::tell;
use crate::web::parts::{
    Form, State, Tone, Weight, back, confirm, copyable, error_summary, facts, field, link, mark, notice, panel_pad, progress, submit,
    tone_pill,
};
use domain::plan::{Change, ItemState, PlanItem, PlanState, Word};
use domain::time::{DAY, HOUR, day_of};
use domain::{CriterionId, Lang, Ts};
use maud::{Markup, html};

/// The whole page below the bar.
pub fn page(who: &Member, p: &PlanPage, form: &Form) -> Markup {
    let lang = who.lang;
    let done = p.plan.items.iter().filter(|i| !i.state.open()).count();
    html! {
        div.stack.loose {
            div.stack.tight {
                (back(p.need.version.body.title.get(lang), &urls::claim(lang, p.claim.id)))
                h1 { (t(lang, "plan-page-title")) }
                p.muted.measure { (t(lang, "plan-lead")) }
            }
            (error_summary(form))
            (progress(&t!(lang, "plan-progress", done = done, all = p.plan.items.len()), done as u64, p.plan.items.len() as u64))
            @if matches!(p.plan.state, PlanState::Completed { .. }) { (notice(Tone::Good, html! { p { (t(lang, "plan-complete")) } })) }
            (changed(lang, p))
            (uncovered(lang, p))
        }
        div.split {
            ol.stack.loose.plan-items { @for item in &p.plan.items { (one(who, p, item, form)) } }
            aside.stack.loose.side aria-label=(t(lang, "plan-about")) { (about(lang, p)) (ways_on(lang, p)) }
        }
    }
}

fn title<'a>(lang: Lang, p: &'a PlanPage, item: &PlanItem) -> &'a str {
    p.offerings.get(&item.offering).map_or("", |o| o.title.get(lang))
}

fn price(lang: Lang, p: &PlanPage, cents: i64) -> String {
    if cents == 0 { t(lang, "price-free") } else { money(lang, cents, &p.plan.currency) }
}

fn day(lang: Lang, text: &Option<String>) -> String {
    text.as_deref().and_then(day_of).map_or_else(|| t(lang, "plan-any-day"), |d| date(lang, Ts(d * DAY + 12 * HOUR)))
}

/// A change in words.
fn said(lang: Lang, p: &PlanPage, change: &Change) -> String {
    match change {
        Change::Retired => t(lang, "plan-change-retired"),
        Change::Price { was, is: Some(is) } => t!(lang, "plan-change-price", was = price(lang, p, *was), is = price(lang, p, *is)),
        Change::Price { was, is: None } => t!(lang, "plan-change-no-price", was = price(lang, p, *was)),
        Change::Starts { was, is } => t!(lang, "plan-change-starts", was = day(lang, was), is = day(lang, is)),
        Change::Length { was, is } => t!(lang, "plan-change-length", was = *was, is = *is),
        Change::NoLongerNeeded => t(lang, "plan-change-met"),
    }
}

/// What changed since the plan was made, and what would be best now.
fn changed(lang: Lang, p: &PlanPage) -> Markup {
    if p.changes.is_empty() {
        return html! {};
    }
    let of = |id| p.plan.item(id).map_or("", |i| title(lang, p, i));
    notice(
        Tone::Wait,
        html! {
            div.stack.tight {
                p { strong { (t!(lang, "plan-changed", count = p.changes.len())) } }
                ul.bullets { @for (id, change) in &p.changes { li { (t!(lang, "plan-change-of", title = of(*id), change = said(lang, p, change))) } } }
                @if let Some(way) = &p.instead {
                    p { (t!(lang, "plan-instead", money = price(lang, p, way.cents), count = way.weeks)) }
                    ul.bullets { @for step in &way.steps { @let o = &p.market.offerings[step.place]; li { a href=(urls::learning_one(lang, o.id)) { (o.title.get(lang)) } } } }
                    form method="post" action=(urls::plan(lang, p.claim.id)) {
                        input type="hidden" name="currency" value=(p.plan.currency);
                        @for step in &way.steps { input type="hidden" name="o" value=(p.market.offerings[step.place].id); }
                        div.row { (submit(Weight::Main, &t(lang, "plan-take-instead"))) (link(Weight::Plain, &urls::claim_paths(lang, p.claim.id), &t(lang, "plan-all-ways"))) }
                    }
                } @else { p { a href=(urls::claim_paths(lang, p.claim.id)) { (t(lang, "plan-all-ways")) } } }
            }
        },
    )
}

/// Gaps that nothing is planned for.
fn uncovered(lang: Lang, p: &PlanPage) -> Markup {
    if p.uncovered.is_empty() || !matches!(p.plan.state, PlanState::Open) {
        return html! {};
    }
    notice(
        Tone::Info,
        html! { p { (t!(lang, "plan-uncovered", count = p.uncovered.len())) " " (codes(p, &p.uncovered)) ". " a href=(urls::claim_paths(lang, p.claim.id)) { (t(lang, "plan-all-ways")) } } },
    )
}

fn codes(p: &PlanPage, criteria: &[CriterionId]) -> String {
    let code = |id: &CriterionId| p.need.version.body.competencies.iter().find_map(|c| c.criterion(*id)).map(|k| k.code.clone());
    criteria.iter().filter_map(code).collect::<Vec<_>>().join(", ")
}

fn shape(state: &ItemState) -> State {
    match state {
        ItemState::Planned | ItemState::Declined { .. } => State::Gap,
        ItemState::UnderWay { .. } => State::InReview,
        ItemState::Done { .. } => State::Demonstrated,
    }
}

/// Where a piece stands, in words.
fn standing(lang: Lang, p: &PlanPage, item: &PlanItem) -> String {
    match &item.state {
        ItemState::Planned => t(lang, "plan-planned"),
        ItemState::UnderWay { since } => t!(lang, "plan-under-way", date = date(lang, *since)),
        ItemState::Done { at, word: Word::Own } => t!(lang, "plan-done-own", date = date(lang, *at)),
        ItemState::Done { at, word: Word::Provider { .. } } => {
            let by = p.offerings.get(&item.offering).and_then(|o| p.names.provider(lang, o)).unwrap_or_default();
            t!(lang, "plan-done-provider", date = date(lang, *at), by = by)
        }
        ItemState::Declined { at, reason } => t!(lang, "plan-done-without", date = date(lang, *at), reason = reason.as_str()),
    }
}

fn one(who: &Member, p: &PlanPage, item: &PlanItem, form: &Form) -> Markup {
    let lang = who.lang;
    let offering = p.offerings.get(&item.offering);
    let by = offering.and_then(|o| p.names.provider(lang, o)).map_or_else(|| t(lang, "learning-no-provider"), str::to_owned);
    let begins = p.plan.made.plus_days(i64::from(item.start) * 7);
    let from = item.terms.starts.as_ref().map_or_else(
        || t!(lang, "paths-week-from", week = item.start + 1, date = date(lang, begins)),
        |d| t!(lang, "paths-begins", date = day(lang, &Some(d.clone()))),
    );
    let name = title(lang, p, item);
    html! {
        li.panel.pad.stack.tight id={ "i-" (item.id) } {
            div.row { (mark(shape(&item.state), None)) h2.t { a href=(urls::learning_one(lang, item.offering)) lang=[offering.and_then(|o| tell::other_language(lang, o))] { (name) } } }
            p.row.sm { strong { (standing(lang, p, item)) } @for change in p.changes_of(item.id) { (tone_pill(Tone::Wait, &said(lang, p, change))) } }
            p.sm.muted { (by) " · " (from) " · " (t!(lang, "paths-weeks", count = item.terms.weeks)) " · " (price(lang, p, item.terms.cents))
                @if item.terms.help > 0 { " " (t!(lang, "paths-after-help", help = price(lang, p, item.terms.help))) } }
            @if !item.closes.is_empty() { p.sm { (t(lang, "paths-step-closes")) " " (codes(p, &item.closes)) } } @else { p.sm { (t(lang, "paths-leads")) } }
            (next(who, p, item, form))
        }
    }
}

/// What can be done with a piece now.
fn next(who: &Member, p: &PlanPage, item: &PlanItem, form: &Form) -> Markup {
    let lang = who.lang;
    let action = urls::plan_item(lang, p.claim.id, item.id);
    let name = title(lang, p, item);
    let button = |value: &str, weight: Weight, words: &str| {
        html! { form.inline method="post" action=(action) { input type="hidden" name="act" value=(value); button class=(if weight == Weight::Main { "btn main small" } else { "btn small" }) { (words) span.vh { " " (name) } } } }
    };
    let declining = form.value("act") == "decline" && form.error("reason").is_some();
    let reason = format!("f-reason-{}", item.id);
    match &item.state {
        ItemState::Planned | ItemState::UnderWay { .. } => html! {
            div.row {
                @if item.state == ItemState::Planned { (button("begin", Weight::Plain, &t(lang, "plan-begin"))) }
                (button("finish", Weight::Plain, &t(lang, "plan-finish")))
            }
            details.sm open[declining] { summary { (t(lang, "plan-decline")) span.vh { " " (name) } }
                form.stack method="post" action=(action) {
                    input type="hidden" name="act" value="decline";
                    (field("reason", t(lang, "plan-decline-why")).id(reason).hint(t(lang, "plan-decline-hint")).max(2000).area(form, 2))
                    div.row { (submit(Weight::Plain, &t(lang, "plan-decline-do"))) }
                }
            }
            details.sm { summary { (t(lang, "plan-record")) span.vh { " " (name) } }
                p { (t(lang, "plan-record-how")) }
                (copyable(lang, &format!("n-{}", item.id), &t(lang, "plan-record-number"), &item.id.to_string()))
            }
        },
        ItemState::Done { .. } => evidence(lang, p, item),
        ItemState::Declined { .. } => html! {},
    }
}

/// From what is done back to new evidence, for exactly the criteria that it was for and that are open.
fn evidence(lang: Lang, p: &PlanPage, item: &PlanItem) -> Markup {
    let open = p.open_of(item);
    let competencies = p.need.version.body.competencies.iter().filter(|c| c.criteria.iter().any(|k| open.contains(&k.id)));
    html! {
        @if open.is_empty() { p.sm { (t(lang, "plan-all-met")) } }
        @for c in competencies {
            @let here: Vec<CriterionId> = c.criteria.iter().map(|k| k.id).filter(|k| open.contains(k)).collect();
            @let criteria: String = here.iter().map(|k| format!("&criterion={k}")).collect();
            div.row {
                (link(Weight::Main, &format!("{}?competency={}{criteria}", urls::new_evidence(lang, p.claim.id), c.id), &t(lang, "plan-evidence")))
                span.sm.muted { (t!(lang, "plan-evidence-for", codes = codes(p, &here))) }
            }
        }
    }
}

fn about(lang: Lang, p: &PlanPage) -> Markup {
    let ahead = || p.plan.items.iter().filter(|i| i.state.open());
    let cents = ahead().filter(|i| i.state == ItemState::Planned).map(|i| i.terms.cents).sum();
    let weeks = ahead().map(|i| i.finish).max();
    let mut rows =
        vec![(t(lang, "plan-made"), html! { (date(lang, p.plan.made)) }), (t(lang, "plan-left-to-pay"), html! { (price(lang, p, cents)) })];
    rows.extend(weeks.map(|w| (t(lang, "plan-done-by"), html! { (date(lang, p.plan.made.plus_days(i64::from(w) * 7))) })));
    if p.plan.avoided.minutes > 0 {
        rows.push((t(lang, "paths-saved-hours"), html! { strong.num { (number(lang, (p.plan.avoided.minutes + 30) / 60)) } }));
    }
    panel_pad("about-plan", &t(lang, "plan-about"), facts(&rows))
}

fn ways_on(lang: Lang, p: &PlanPage) -> Markup {
    html! {
        div.stack.tight {
            p.sm { a href=(urls::claim_paths(lang, p.claim.id)) { (t(lang, "plan-all-ways")) } }
            @if p.plan.state == PlanState::Open {
                (confirm(lang, &format!("{}/giving-up", urls::plan(lang, p.claim.id)), &t(lang, "plan-give-up"), html! { p { (t(lang, "plan-give-up-means")) } }, &t(lang, "plan-give-up-yes")))
            }
        }
    }
}
