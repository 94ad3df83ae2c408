//! The right side of the desk: the rubric, whether the evidence can be relied on, what is missing, the decision.

use super::judges;
use super::list::{outcome_mark, outcome_pill};
use super::sheet::{self, LINES, area};
use crate::actions::record_judgement::LONGEST;
use crate::caller::Member;
use crate::i18n::{date, t};
use crate::queries::assessment::Case;
use crate::t;
use crate::urls;
use crate::web::parts::{Choice, Criterion, Form, Tone, choice, descriptors, error_summary, notice, scale};
use domain::assessment::{AssessmentState, CompetencyDecision, CriterionResult, ScoreSheet, Unfinished};
use domain::evidence::EvidenceItem;
use domain::profile::PerformanceCriterion;
use domain::{CriterionId, EvidenceId, Lang};
use maud::{Markup, html};

/// Whether whoever looks at it can still give answers.
pub fn takes_answers(case: &Case) -> bool {
    case.in_hand()
}

/// The pane. `form` is the sheet as it was saved, or as it was sent and refused; `sheet` says the same.
pub fn pane(who: &Member, case: &Case, form: &Form, sheet: &ScoreSheet) -> Markup {
    if takes_answers(case) { judging(who, case, form, sheet) } else { judged(who, case) }
}

fn judging(who: &Member, case: &Case, form: &Form, sheet: &ScoreSheet) -> Markup {
    let lang = who.lang;
    let id = case.assessment.id;
    html! {
        form.judge #judge tabindex="-1" method="post" action=(urls::assessment_draft(lang, id)) aria-labelledby="judge-h"
            data-autosave=(urls::assessment_draft(lang, id)) {
            input type="hidden" name="revision" value=(case.assessment.revision);
            div.scroll {
                (error_summary(form))
                @if form.is_sound() && form.has("confirm", "yes") { (notice(Tone::Info, html! { p { (t(lang, "desk-confirm")) } })) }
                (head(lang, case, sheet))
                (waiting(lang, case))
                (judges::seat_notice(lang, case))
                @for c in &case.competency().criteria { (criterion(who, case, form, c)) }
                (reliance(lang, case, form, sheet))
                (other_steps(lang, case, form))
            }
            div.decide { (standing(lang, case, sheet)) (draft_line(lang)) }
        }
    }
}

fn head(lang: Lang, case: &Case, sheet: &ScoreSheet) -> Markup {
    let level = case.competency().level;
    html! {
        div.row {
            h2 #judge-h { (t!(lang, "desk-rubric", level = level)) }
            span.sm.muted.push data-scored { (scored(lang, case, sheet)) }
        }
    }
}

/// "3 of 4 scored".
pub fn scored(lang: Lang, case: &Case, sheet: &ScoreSheet) -> String {
    t!(lang, "desk-scored", done = sheet.results.len(), all = case.assessment.criteria.len())
}

fn waiting(lang: Lang, case: &Case) -> Markup {
    match &case.assessment.state {
        AssessmentState::WaitingLearner { asked, question, .. } => notice(
            Tone::Wait,
            html! { div.stack.tight {
                p { strong { (t!(lang, "desk-asked", when = date(lang, *asked))) } } p.written { (question) } p { (t(lang, "desk-asked-clock")) }
            } },
        ),
        _ => html! {},
    }
}

fn legend(lang: Lang, case: &Case, c: &PerformanceCriterion) -> Markup {
    html! { (case.number(c.id)) ". " (c.statement.get(lang)) @if c.essential { " " span.essential { (t(lang, "desk-essential")) } } }
}

/// The three levels, each with what it looks like for this criterion.
fn levels(lang: Lang, c: &PerformanceCriterion) -> [Choice; 3] {
    [
        choice(CriterionResult::NotEvident.code(), t(lang, "score-not-shown")).hint(c.rubric.not_evident.get(lang)),
        choice(CriterionResult::ApproachingCompetence.code(), t(lang, "score-partly")).hint(c.rubric.approaching.get(lang)),
        choice(CriterionResult::Competent.code(), t(lang, "score-met")).hint(c.rubric.competent.get(lang)),
    ]
}

fn criterion(who: &Member, case: &Case, form: &Form, c: &PerformanceCriterion) -> Markup {
    let lang = who.lang;
    if let Some(met) = case.met_before().get(&c.id) {
        return html! {
            div.crit.closed {
                p.sm { strong { (legend(lang, case, c)) } }
                p.sm { (outcome_mark(CompetencyDecision::Competent)) (t!(lang, "desk-met-before", when = date(lang, met.at))) }
            }
        };
    }
    let (name, reason) = (sheet::result(c.id), sheet::reason(c.id));
    let choices = levels(lang, c);
    let below = html! {
        (descriptors(&t(lang, "desk-descriptors"), &choices))
        div.why[form.error(&reason).is_none()] {
            (area(form, &reason, &t(lang, "desk-reason"), &t(lang, "desk-reason-hint"), LONGEST, 3))
        }
    };
    scale(form, &Criterion { name: &name, legend: legend(lang, case, c), choices: choices.to_vec(), below })
}

/// The five questions about each item (VARCS).
fn reliance(lang: Lang, case: &Case, form: &Form, sheet: &ScoreSheet) -> Markup {
    html! {
        section.stack aria-labelledby="rely-h" {
            h2 #rely-h { (t(lang, "desk-rely")) }
            p.sm.muted { (t(lang, "desk-rely-hint")) }
            @for id in case.relevant() {
                @if let Some(item) = case.items.iter().find(|i| i.id == id) { (five(lang, form, sheet, item)) }
            }
        }
    }
}

fn five(lang: Lang, form: &Form, sheet: &ScoreSheet, item: &EvidenceItem) -> Markup {
    let varcs = sheet.varcs.get(&item.id).cloned().unwrap_or_default();
    let done = varcs.answers().iter().filter(|a| a.is_some()).count();
    let doubt = sheet::doubt(item.id);
    let yes_no = [choice("yes", t(lang, "desk-yes")), choice("no", t(lang, "desk-no"))];
    html! {
        details.varcs open[!varcs.complete()] {
            summary { strong { (item.title) } " " span.muted data-done=(t!(lang, "desk-rely-done", done = "{done}")) { (t!(lang, "desk-rely-done", done = done)) } }
            div.stack.tight {
                @for line in LINES {
                    (scale(form, &Criterion {
                        name: &sheet::answer(line, item.id),
                        legend: html! { (t(lang, &format!("desk-rely-{line}"))) },
                        choices: yes_no.to_vec(),
                        below: html! {},
                    }))
                }
                div.why[form.error(&doubt).is_none()] {
                    (area(form, &doubt, &t(lang, "desk-doubt"), &t(lang, "desk-doubt-hint"), LONGEST, 2))
                }
            }
        }
    }
}

/// Only the first judge asks the learner: whoever judges after them judges what they judged.
fn may_ask(case: &Case) -> bool {
    matches!(case.assessment.state, AssessmentState::InProgress { .. })
}

/// Asking for more, and stepping back; both keep the rubric as it is filled in, because they are part of its form.
fn other_steps(lang: Lang, case: &Case, form: &Form) -> Markup {
    let id = case.assessment.id;
    let waits = matches!(case.assessment.state, AssessmentState::WaitingLearner { .. });
    html! {
        @if may_ask(case) {
            details.step open[form.error("question").is_some()] {
                summary { (t(lang, "desk-ask")) }
                div.stack.tight {
                    (area(form, "question", &t(lang, "desk-question"), &t(lang, "desk-question-hint"), LONGEST, 3))
                    button.btn formaction=(urls::assessment_question(lang, id)) { (t(lang, "desk-question-send")) }
                }
            }
        }
        @if !waits {
            details.step open[form.error("tie").is_some()] {
                summary { (t(lang, "desk-recuse")) }
                div.stack.tight {
                    (area(form, "tie", &t(lang, "desk-recuse-why"), &t(lang, "desk-recuse-hint"), 2000, 2))
                    button.btn formaction=(urls::assessment_recusal(lang, id)) { (t(lang, "desk-recuse-send")) }
                }
            }
        }
    }
}

/// What is still missing, or what the answers lead to; and the button that records it. Script replaces it by the
/// newer one after each save.
pub fn standing(lang: Lang, case: &Case, sheet: &ScoreSheet) -> Markup {
    let missing = case.unfinished(sheet);
    let id = case.assessment.id;
    let waits = matches!(case.assessment.state, AssessmentState::WaitingLearner { .. });
    html! {
        div.stack.tight #standing {
            @if waits { p.sm { (t(lang, "desk-decide-after")) } }
            @else if missing.is_empty() { (leads_to(lang, case, sheet)) }
            @else { (still_missing(lang, case, &missing)) }
            @if !waits {
                div.row {
                    button.btn.main #decide formaction=(urls::assessment_decision(lang, id)) {
                        (t(lang, if missing.is_empty() { decide_words(case.leads_to(sheet).decision) } else { "desk-decide" }))
                    }
                    @if may_ask(case) { a.btn #more href="#f-question" { (t(lang, "desk-ask-short")) } }
                }
            }
        }
    }
}

fn decide_words(decision: CompetencyDecision) -> &'static str {
    match decision {
        CompetencyDecision::Competent => "desk-decide-competent",
        CompetencyDecision::NotYetCompetent => "desk-decide-not-yet",
    }
}

/// The name of an outcome in a form: what the assessor has seen their answers lead to.
pub fn outcome_code(decision: CompetencyDecision) -> &'static str {
    match decision {
        CompetencyDecision::Competent => "competent",
        CompetencyDecision::NotYetCompetent => "not_yet",
    }
}

fn leads_to(lang: Lang, case: &Case, sheet: &ScoreSheet) -> Markup {
    let a = case.leads_to(sheet);
    let unmet: Vec<String> = a.essential_unmet.iter().map(|c| case.number(*c).to_string()).collect();
    html! {
        input type="hidden" name="expects" value=(outcome_code(a.decision));
        p.sm.row { (outcome_pill(lang, a.decision)) strong { (t(lang, "desk-leads-to")) } }
        p.sm.muted {
            @if unmet.is_empty() { (t(lang, "desk-essential-met")) }
            @else { (t!(lang, "desk-essential-unmet", count = unmet.len(), list = unmet.join(", "))) }
            @if a.others > 0 { " " (t!(lang, "desk-others-met", met = a.others_met, all = a.others, needed = a.others_needed)) }
        }
    }
}

fn still_missing(lang: Lang, case: &Case, missing: &[Unfinished]) -> Markup {
    let of = |pick: fn(&Unfinished) -> Option<CriterionId>| missing.iter().filter_map(pick).collect::<Vec<_>>();
    let levels = of(|u| if let Unfinished::NoResult(c) = u { Some(*c) } else { None });
    let reasons = of(|u| if let Unfinished::NoReason(c) = u { Some(*c) } else { None });
    let unfounded = of(|u| if let Unfinished::NothingToRelyOn(c) = u { Some(*c) } else { None });
    let varcs: Vec<EvidenceId> = missing.iter().filter_map(|u| if let Unfinished::Varcs(e) = u { Some(*e) } else { None }).collect();
    html! {
        p.sm { strong { (t(lang, "desk-missing")) } }
        ul.missing.sm {
            @if !levels.is_empty() { li { (t(lang, "desk-missing-level")) (to_criteria(lang, case, &levels, sheet::result)) } }
            @if !reasons.is_empty() { li { (t(lang, "desk-missing-reason")) (to_criteria(lang, case, &reasons, sheet::reason)) } }
            @if !unfounded.is_empty() { li { (t(lang, "desk-missing-ground")) (to_criteria(lang, case, &unfounded, sheet::result)) } }
            @if !varcs.is_empty() {
                li { (t(lang, "desk-missing-answers"))
                    @for id in varcs { @if let Some(n) = case.items.iter().filter(|i| i.state.sent()).position(|i| i.id == id) {
                        " " a.num href={ "#f-" (sheet::answer(LINES[0], id)) } { (t!(lang, "desk-item-n", n = n + 1)) }
                    } }
                }
            }
        }
    }
}

/// Says at each field what it lacks, for a decision that was asked for too early.
pub fn say_missing(case: &Case, sheet: &ScoreSheet, mut form: Form) -> Form {
    let lang = form.lang();
    for lack in case.unfinished(sheet) {
        match lack {
            Unfinished::NoResult(c) => form.refuse(&sheet::result(c), t!(lang, "desk-wrong-level", n = case.number(c))),
            Unfinished::NoReason(c) => form.refuse(&sheet::reason(c), t!(lang, "desk-wrong-reason", n = case.number(c))),
            Unfinished::NothingToRelyOn(c) => form.refuse(&sheet::result(c), t!(lang, "desk-wrong-ground", n = case.number(c))),
            Unfinished::Varcs(e) => {
                let title = case.items.iter().find(|i| i.id == e).map_or("", |i| i.title.as_str());
                let varcs = sheet.varcs.get(&e).cloned().unwrap_or_default();
                match LINES.iter().zip(varcs.answers()).find(|(_, said)| said.is_none()) {
                    Some((line, _)) => form.refuse(&sheet::answer(line, e), t!(lang, "desk-wrong-answers", title = title)),
                    None => form.refuse(&sheet::doubt(e), t!(lang, "desk-wrong-doubt", title = title)),
                }
            }
        }
    }
    form
}

fn to_criteria(lang: Lang, case: &Case, criteria: &[CriterionId], name: fn(CriterionId) -> String) -> Markup {
    html! { @for c in criteria { " " a.num href={ "#f-" (name(*c)) } aria-label=(t!(lang, "desk-criterion", n = case.number(*c))) { (case.number(*c)) } } }
}

fn draft_line(lang: Lang) -> Markup {
    let words = serde_json::json!({
        "saved": t!(lang, "draft-saved", time = "{time}"),
        "conflict": t(lang, "desk-draft-conflict"),
        "failed": t(lang, "draft-failed"),
        "signed-out": t(lang, "draft-signed-out"),
    });
    html! {
        div.row.draft {
            button.btn.small #save name="do" value="save" data-key="s" { (t(lang, "desk-save")) }
            p.xs.muted data-autosave-status data-words=(words.to_string()) { (t(lang, "desk-draft-hint")) }
        }
    }
}

/// The rubric as it was judged.
fn judged(who: &Member, case: &Case) -> Markup {
    let lang = who.lang;
    let sheet = case.sheet();
    html! {
        section.judge #judge aria-labelledby="judge-h" {
            div.scroll {
                h2 #judge-h { (t(lang, if judges::shows_own(case) { "desk-judged" } else { "desk-judged-other" })) }
                @if let Some(j) = case.assessment.state.judgement() {
                    p { (outcome_pill(lang, j.decision)) " " span.muted.sm { (date(lang, j.score().at)) } }
                }
                (judges::not_decided(lang, case))
                @for c in &case.competency().criteria { (judged_criterion(lang, case, sheet, c)) }
                (judges::all_scores(lang, case))
                p { a.btn href=(urls::desk(lang)) { (t(lang, "desk-back")) } }
            }
        }
    }
}

fn judged_criterion(lang: Lang, case: &Case, sheet: &ScoreSheet, c: &PerformanceCriterion) -> Markup {
    let words = judges::level(lang, sheet.results.get(&c.id).copied());
    html! {
        div.crit.closed {
            p.sm { strong { (legend(lang, case, c)) } }
            p.sm { (words) }
            @if let Some(reason) = sheet.reasons.get(&c.id) { p.sm.muted.written { (reason) } }
        }
    }
}
