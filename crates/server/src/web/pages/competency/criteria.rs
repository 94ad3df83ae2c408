//! The criteria: what is asked, the levels, what shows it, and what the assessor found.

use crate::caller::Member;
use crate::i18n::{date, duration, t};
use crate::queries::claim::Where;
use crate::queries::claim::competency::{CompetencyPage, Found};
use crate::web::pages::claim::words;
use crate::web::pages::evidence::words as said;
use crate::web::parts::{self, State, Tone, choice, descriptors, mark, tone_pill};
use crate::{t, urls};
use domain::assessment::{CriterionResult, TimedNote};
use domain::evidence::{Locator, Shown};
use domain::profile::PerformanceCriterion;
use domain::{CriterionId, Lang};
use maud::{Markup, html};

/// Items shown for a criterion before the rest is left to the list of all evidence.
const MOST: usize = 10;

/// All criteria.
pub fn panel(who: &Member, p: &CompetencyPage) -> Markup {
    let lang = who.lang;
    let asked = p.asked();
    let met = asked.criteria.iter().filter(|c| p.part().met.contains_key(&c.id)).count();
    let aside = html! { (t!(lang, "crit-met-of", met = met, all = asked.criteria.len())) };
    let remarks = p.remarks();
    parts::panel(
        "criteria",
        &t(lang, "crit-title"),
        Some(aside),
        html! {
            ol.criteria { @for criterion in &asked.criteria { (one(who, p, criterion)) } }
            @if !remarks.is_empty() {
                h3 { (t(lang, "crit-remarks")) }
                (notes(lang, p, &remarks))
            }
        },
    )
}

fn one(who: &Member, p: &CompetencyPage, c: &PerformanceCriterion) -> Markup {
    let lang = who.lang;
    let (shape, state) = state_of(lang, p, c.id);
    let rubric = [
        choice("", t(lang, "score-met")).hint(c.rubric.competent.get(lang)),
        choice("", t(lang, "score-partly")).hint(c.rubric.approaching.get(lang)),
        choice("", t(lang, "score-not-shown")).hint(c.rubric.not_evident.get(lang)),
    ];
    html! {
        li id={ "c-" (c.id) } {
            (mark(shape, None))
            div.stack.tight {
                h3 { (c.statement.get(lang)) }
                p.row.sm { span.muted { (c.code) } strong { (state) } @if c.essential { (tone_pill(Tone::Info, &t(lang, "crit-essential"))) } }
                @if !c.rubric.competent.get(lang).is_empty() { (descriptors(&t(lang, "crit-levels"), &rubric)) }
                @if let Some(found) = p.found(c.id) { (finding(lang, p, &found)) }
                (evidence(who, p, c.id))
            }
        }
    }
}

/// Where one criterion stands, as shape and words.
fn state_of(lang: Lang, p: &CompetencyPage, id: CriterionId) -> (State, String) {
    if let Some(met) = p.part().met.get(&id) {
        return (State::Demonstrated, t!(lang, "crit-met", date = date(lang, met.at)));
    }
    match &p.stand {
        Where::Held { .. } => (State::Gap, t(lang, "crit-not-needed")),
        Where::InReview { .. } | Where::Asked { .. } => (State::InReview, t(lang, "state-in-review")),
        _ if p.shown(id).is_empty() || p.nothing_new.contains(&id) => (State::Gap, t(lang, "crit-open")),
        _ => (State::Gap, t(lang, "crit-open-shown")),
    }
}

/// The level that the assessor saw, and the reason.
fn finding(lang: Lang, p: &CompetencyPage, found: &Found) -> Markup {
    let level = match found.result {
        CriterionResult::Competent => "score-met",
        CriterionResult::ApproachingCompetence => "score-partly",
        CriterionResult::NotEvident => "score-not-shown",
    };
    html! {
        @if found.result != CriterionResult::Competent || !found.reason.is_empty() || !found.notes.is_empty() {
            div.finding.stack.tight {
                p.sm { strong { (t(lang, level)) } " " span.muted { (t!(lang, "crit-judged", date = date(lang, found.at))) } }
                @if !found.reason.is_empty() { p.said { (found.reason) } }
                (notes(lang, p, &found.notes))
            }
        }
    }
}

/// Remarks at places in recordings; each time leads to its moment.
fn notes(lang: Lang, p: &CompetencyPage, notes: &[&TimedNote]) -> Markup {
    let title = |n: &TimedNote| p.items.iter().find(|i| i.id == n.evidence).map_or(String::new(), |i| i.title.clone());
    html! {
        @if !notes.is_empty() {
            ul.notes {
                @for n in notes {
                    li {
                        a.num href={ (urls::evidence(lang, n.evidence)) "?at=" (n.second) } {
                            (duration(n.second.into())) span.vh { " " (t!(lang, "crit-in", title = title(n))) }
                        }
                        span { (n.text) " " span.muted { (title(n)) } }
                    }
                }
            }
        }
    }
}

/// What is linked to a criterion, each with where to look.
fn evidence(who: &Member, p: &CompetencyPage, id: CriterionId) -> Markup {
    let lang = who.lang;
    let shown = p.shown(id);
    let more = shown.len().saturating_sub(MOST);
    let open = p.takes_evidence() && !p.part().met.contains_key(&id);
    let add = format!("{}&criterion={id}", words::add_evidence(lang, &p.claim, p.asked()));
    html! {
        @if !shown.is_empty() {
            ul.shown { @for s in shown.iter().take(MOST) { (item(lang, s)) } }
            @if more > 0 { p.sm { a href=(urls::claim_evidence(lang, p.claim.id)) { (t!(lang, "crit-more", count = more)) } } }
        }
        @if open { p.sm { a href=(add) { (t(lang, "crit-add")) span.vh { " " (t!(lang, "crit-add-for", code = p.criterion(id).map_or("", |c| c.code.as_str()))) } } } }
    }
}

fn item(lang: Lang, s: &Shown) -> Markup {
    let at = match s.link.at {
        Locator::Second(n) => format!("?at={n}"),
        _ => String::new(),
    };
    html! {
        li {
            (said::picture(s.item.kind))
            span { a href={ (urls::evidence(lang, s.item.id)) (at) } { (s.item.title) } @if let Some(place) = said::place(lang, s.link.at) { ", " (place) } }
            span.muted { (said::state(lang, &s.item.state)) }
        }
    }
}
