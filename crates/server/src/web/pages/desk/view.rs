//! The desk: queue, evidence and rubric side by side.

use super::list::due_pill;
use super::{evidence, rubric};
use crate::caller::Member;
use crate::i18n::{date, t};
use crate::queries::assessment::Desk;
use crate::queries::queue::{Shelf, Waiting, learner_number};
use crate::t;
use crate::urls;
use crate::web::parts::{Case as Line, Form, keys, queue};
use domain::assessment::ScoreSheet;
use domain::evidence::EvidenceItem;
use maud::{Markup, html};

/// The whole desk. `form` and `sheet` are the draft, or what was sent and refused.
pub fn page(who: &Member, desk: &Desk, form: &Form, sheet: &ScoreSheet, asked: &str) -> Markup {
    let item = evidence::shown(&desk.case, asked);
    let lang = who.lang;
    html! {
        nav.jump aria-label=(t(lang, "desk-jump")) {
            a href="#main" { (t(lang, "desk-jump-evidence")) }
            a href="#judge" { (t(lang, "desk-jump-rubric")) }
        }
        div.desk {
            (beside(who, desk))
            main #main tabindex="-1" {
                @if rubric::takes_answers(&desk.case) {
                    // Enter saves, wherever in the form it is pressed: this is the first of its buttons.
                    button.vh form="judge" name="do" value="save" tabindex="-1" { (t(lang, "desk-save")) }
                }
                (head(who, desk))
                (evidence::pane(who, desk, item, form))
            }
            (rubric::pane(who, &desk.case, form, sheet))
        }
    }
}

fn beside(who: &Member, desk: &Desk) -> Markup {
    let lang = who.lang;
    let here = desk.case.assessment.id;
    let line = |w: &Waiting| Line {
        title: w.competency.get(lang).to_owned(),
        href: urls::assessment(lang, w.id),
        who: format!("{}, {}", t!(lang, "desk-learner", number = w.number.as_str()), t!(lang, "desk-items", count = w.items)),
        why: html! { (due_pill(lang, who.now, w.due)) " " span.xs.muted { (t(lang, &format!("desk-why-{}", w.why.code()))) } },
        here: w.id == here,
    };
    let lines: Vec<_> = desk.queue.iter().map(line).collect();
    html! {
        section.queue aria-labelledby="queue-h" {
            header {
                h2 #queue-h { a href=(urls::desk(lang)) { (t(lang, "desk-title")) } }
                (super::list::shelves(lang, &[Shelf::Mine, Shelf::Unclaimed], Shelf::Mine, desk.counts, None))
            }
            @if lines.is_empty() { p.sm.muted.none { (t(lang, "desk-none-mine")) } }
            (queue(&t(lang, "desk-shelf-mine"), &lines))
        }
    }
}

fn head(who: &Member, desk: &Desk) -> Markup {
    let lang = who.lang;
    let case = &desk.case;
    let a = &case.assessment;
    let level = case.competency().level;
    let scale = &case.version.body.scale;
    let name = usize::from(level).checked_sub(1).and_then(|i| scale.levels.get(i)).map(|l| l.get(lang));
    html! {
        div.stack.tight {
            h1 { (case.competency().statement.get(lang)) }
            p.muted.sm {
                (t!(lang, "desk-learner", number = learner_number(a.claim))) ", "
                (t!(lang, "desk-level", level = level)) @if let Some(name) = name { " (" (name) ")" } ", "
                a href=(urls::version(lang, case.version.profile, case.version.number)) { (case.version.body.title.get(lang)) }
                @if a.attempt > 1 { ", " (t!(lang, "desk-attempt", n = a.attempt)) }
            }
            div.row {
                @if rubric::takes_answers(case) { (due_pill(lang, who.now, a.due)) span.sm.muted { (date(lang, a.due)) } }
                div.row.push { (neighbours(who, desk)) @if rubric::takes_answers(case) { (shortcuts(who)) } }
            }
        }
    }
}

/// Links to the cases before and after this one in the queue.
fn neighbours(who: &Member, desk: &Desk) -> Markup {
    let lang = who.lang;
    let here = desk.queue.iter().position(|w| w.id == desk.case.assessment.id);
    let at = |i: Option<usize>| i.and_then(|i| desk.queue.get(i));
    let (before, after) = (at(here.and_then(|i| i.checked_sub(1))), at(here.map(|i| i + 1)));
    html! {
        @if let Some(w) = before { a.btn.small rel="prev" href=(urls::assessment(lang, w.id)) { (t(lang, "page-previous")) span.vh { " " (w.competency.get(lang)) } } }
        @if let Some(w) = after { a.btn.small rel="next" href=(urls::assessment(lang, w.id)) { (t(lang, "page-next")) span.vh { " " (w.competency.get(lang)) } } }
    }
}

fn shortcuts(who: &Member) -> Markup {
    let lang = who.lang;
    keys(
        lang,
        &[
            ("1 2 3", t(lang, "desk-key-levels")),
            ("n", t(lang, "desk-key-note")),
            ("s", t(lang, "desk-key-save")),
            ("[ ]", t(lang, "desk-key-items")),
        ],
    )
}

/// The title of the page for an item.
pub fn title(who: &Member, desk: &Desk, item: Option<&EvidenceItem>) -> String {
    let lang = who.lang;
    let statement = desk.case.competency().statement.get(lang);
    match item {
        Some(item) => t!(lang, "desk-page-title-item", competency = statement, item = item.title.as_str()),
        None => t!(lang, "desk-page-title", competency = statement),
    }
}
