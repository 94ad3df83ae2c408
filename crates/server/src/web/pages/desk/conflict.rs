//! Two versions of one draft: what is saved now, and what was sent from a page made before that. Nothing is lost.

use super::sheet::{self, LINES};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::assessment::Case;
use crate::t;
use crate::urls;
use crate::web::parts::{Form, Head, Tone, Weight, link, notice, submit_as, table};
use domain::Lang;
use domain::assessment::{CriterionResult, ScoreSheet};
use domain::evidence::VarcsCheck;
use maud::{Markup, html};

/// The page: the differences, and a choice.
pub fn page(who: &Member, case: &Case, sent: &ScoreSheet, form: &Form) -> Markup {
    let lang = who.lang;
    let rows = differences(lang, case, sent, form);
    let heads = [Head::text(t(lang, "desk-two-what")), Head::text(t(lang, "desk-two-saved")), Head::text(t(lang, "desk-two-sent"))];
    let here = urls::assessment(lang, case.assessment.id);
    html! {
        div.stack {
            h1 { (t(lang, "desk-two-title")) }
            (notice(Tone::Wait, html! { p { (t(lang, "desk-two-text")) } }))
            @if rows.is_empty() { p { (t(lang, "desk-two-same")) } } @else { (table(&t(lang, "desk-two-title"), &heads, &rows)) }
            @if super::rubric::takes_answers(case) { (carry_over(lang, case, form)) }
            @else { p { (t(lang, "desk-two-decided")) } }
            p { (link(Weight::Plain, &here, &t(lang, "desk-two-keep-saved"))) }
        }
    }
}

/// Everything that was sent, ready to be saved over the newer draft once it has been seen.
fn carry_over(lang: Lang, case: &Case, form: &Form) -> Markup {
    let mut names = sheet::names(case);
    names.extend(["note-words", "note-at", "note-item", "note-criterion"].map(str::to_owned));
    let wish = if form.value("note-words").trim().is_empty() { "save" } else { "note" };
    html! {
        form method="post" action=(urls::assessment_draft(lang, case.assessment.id)) {
            input type="hidden" name="revision" value=(case.assessment.revision);
            @for name in &names { @if !form.value(name).is_empty() { input type="hidden" name=(name) value=(form.value(name)); } }
            (submit_as(Weight::Main, "do", wish, &t(lang, "desk-two-save-mine")))
        }
    }
}

fn differences(lang: Lang, case: &Case, sent: &ScoreSheet, form: &Form) -> Vec<Vec<Markup>> {
    let saved = case.sheet();
    let mut rows = Vec::new();
    let mut compare = |what: String, a: String, b: String| {
        if a != b {
            rows.push(vec![html! { (what) }, html! { span.written { (a) } }, html! { span.written { (b) } }]);
        }
    };
    for id in &case.assessment.criteria {
        let n = case.number(*id);
        let level = |s: &ScoreSheet| level(lang, s.results.get(id).copied());
        compare(t!(lang, "desk-criterion", n = n), level(saved), level(sent));
        let reason = |s: &ScoreSheet| s.reasons.get(id).cloned().unwrap_or_default();
        compare(t!(lang, "desk-two-reason", n = n), reason(saved), reason(sent));
    }
    for item in &case.items {
        let check = |s: &ScoreSheet| s.varcs.get(&item.id).map_or(String::new(), |v| answers(lang, v));
        compare(item.title.clone(), check(saved), check(sent));
    }
    compare(t(lang, "desk-notes"), String::new(), form.value("note-words").trim().to_owned());
    compare(t(lang, "desk-question"), String::new(), form.value("question").trim().to_owned());
    rows
}

fn level(lang: Lang, result: Option<CriterionResult>) -> String {
    match result {
        Some(CriterionResult::Competent) => t(lang, "score-met"),
        Some(CriterionResult::ApproachingCompetence) => t(lang, "score-partly"),
        Some(CriterionResult::NotEvident) => t(lang, "score-not-shown"),
        None => t(lang, "desk-two-nothing"),
    }
}

fn answers(lang: Lang, varcs: &VarcsCheck) -> String {
    let word = |said| match said {
        Some(true) => t(lang, "desk-yes"),
        Some(false) => t(lang, "desk-no"),
        None => "–".to_owned(),
    };
    let each = LINES.iter().zip(varcs.answers()).map(|(line, said)| format!("{} {}", t(lang, &format!("desk-line-{line}")), word(said)));
    let all = each.collect::<Vec<_>>().join(", ");
    if varcs.reason.is_empty() { all } else { format!("{all}. {}", varcs.reason) }
}
