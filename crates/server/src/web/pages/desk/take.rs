//! An assessment that nobody has taken on: what it is, and the question about ties with the learner.

use super::judges;
use super::list::due_pill;
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use crate::i18n::{date, t};
use crate::queries::assessment::Case;
use crate::queries::queue::learner_number;
use crate::t;
use crate::urls;
use crate::web::parts::{Form, Tone, Weight, back, choice, error_summary, facts, field, notice, panel, submit};
use domain::people::ConflictDeclaration;
use maud::{Markup, html};

/// What the assessor answers about ties with the learner.
pub fn conflict_of(form: &Form) -> Outcome<ConflictDeclaration> {
    match form.value("conflict") {
        "none" => Ok(ConflictDeclaration::None),
        "tie" => tie_of(form).map(ConflictDeclaration::Declared),
        _ => Err(Failure::field("conflict", "wrong-conflict")),
    }
}

/// Why they step back, in words.
pub fn tie_of(form: &Form) -> Outcome<String> {
    let tie = form.value("tie").trim();
    if tie.is_empty() || tie.chars().count() > 2000 { Err(Failure::field("tie", "wrong-tie")) } else { Ok(tie.to_owned()) }
}

/// The page.
pub fn page(who: &Member, case: &Case, form: &Form) -> Markup {
    let lang = who.lang;
    html! {
        (back(&t(lang, "desk-back-unclaimed"), &format!("{}?show=unclaimed", urls::desk(lang))))
        div.stack.narrow {
            (error_summary(form))
            h1 { (case.competency().statement.get(lang)) }
            (what(who, case))
            (panel("conflict", &t(lang, "desk-take-title"), None, question(who, case, form)))
        }
    }
}

fn what(who: &Member, case: &Case) -> Markup {
    let lang = who.lang;
    let a = &case.assessment;
    let sent = case.items.iter().filter(|i| i.state.sent());
    html! {
        (judges::seat_notice(lang, case))
        (facts(&[
            (t(lang, "desk-fact-profile"), html! { (case.version.body.title.get(lang)) }),
            (t(lang, "desk-fact-learner"), html! { (t!(lang, "desk-learner", number = learner_number(a.claim))) }),
            (t(lang, "desk-fact-criteria"), html! { (t!(lang, "desk-criteria-open", open = a.criteria.len(), all = case.competency().criteria.len())) }),
            (t(lang, "desk-fact-evidence"), html! { (t!(lang, "desk-items", count = sent.count())) }),
            (t(lang, "desk-fact-attempt"), html! { (t!(lang, "desk-attempt", n = a.attempt)) }),
            (t(lang, "desk-fact-due"), html! { (date(lang, a.due)) " " (due_pill(lang, who.now, a.due)) }),
        ]))
        @if case.recognisable() { (notice(Tone::Info, html! { p { (t(lang, "desk-not-anonymous")) } })) }
    }
}

fn question(who: &Member, case: &Case, form: &Form) -> Markup {
    let lang = who.lang;
    let answers = [
        choice("none", t(lang, "desk-conflict-none")),
        choice("tie", t(lang, "desk-conflict-tie")).hint(t(lang, "desk-conflict-tie-hint")),
    ];
    html! {
        form.stack method="post" action=(urls::assessment(lang, case.assessment.id)) {
            p { (t(lang, "desk-take-blind")) }
            (field("conflict", t(lang, "desk-conflict")).hint(t(lang, "desk-conflict-hint")).radios(form, &answers))
            (field("tie", t(lang, "desk-tie")).hint(t(lang, "desk-tie-hint")).optional().max(2000).area(form, 3))
            div.row { (submit(Weight::Main, &t(lang, "desk-take"))) }
        }
    }
}
