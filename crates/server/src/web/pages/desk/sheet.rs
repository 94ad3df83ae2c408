//! The score sheet as the fields of a form, and back.

use crate::actions::{Failure, Outcome};
use crate::i18n::{self, t};
use crate::queries::assessment::Case;
use crate::web::parts::Form;
use domain::assessment::{CriterionResult, ScoreSheet, TimedNote};
use domain::evidence::VarcsCheck;
use domain::{CriterionId, EvidenceId, Lang};
use maud::{Markup, html};
use std::str::FromStr;

/// The five questions about an item, in order, as they are named in forms and words (VARCS).
pub const LINES: [&str; 5] = ["valid", "authentic", "reliable", "current", "sufficient"];

/// The field with the result for a criterion.
pub fn result(id: CriterionId) -> String {
    format!("result-{id}")
}

/// The field with the reason for it.
pub fn reason(id: CriterionId) -> String {
    format!("reason-{id}")
}

/// The field with the answer to one of the five questions.
pub fn answer(line: &str, id: EvidenceId) -> String {
    format!("{line}-{id}")
}

/// The field that says why an item is not relied on.
pub fn doubt(id: EvidenceId) -> String {
    format!("doubt-{id}")
}

/// A sheet as a form shows it.
pub fn form_of(lang: Lang, sheet: &ScoreSheet) -> Form {
    let mut form = Form::new(lang);
    for (id, level) in &sheet.results {
        form = form.with(&result(*id), level.code());
    }
    for (id, words) in &sheet.reasons {
        form = form.with(&reason(*id), words);
    }
    for (id, varcs) in &sheet.varcs {
        for (line, said) in LINES.iter().zip(varcs.answers()) {
            form = form.with(&answer(line, *id), spoken(said));
        }
        form = form.with(&doubt(*id), &varcs.reason);
    }
    form
}

fn spoken(said: Option<bool>) -> &'static str {
    match said {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}

/// The sheet that a form was sent with. Only what the case asks about is read; notes are those that were saved.
pub fn sheet_of(form: &Form, case: &Case) -> ScoreSheet {
    let criteria = &case.assessment.criteria;
    let results = criteria.iter().filter_map(|id| Some((*id, CriterionResult::parse(form.value(&result(*id)))?)));
    let words = |name: String| form.value(&name).trim().to_owned();
    let reasons = criteria.iter().map(|id| (*id, words(reason(*id)))).filter(|(_, w)| !w.is_empty());
    let varcs = case.relevant().into_iter().map(|id| (id, check(form, id))).filter(|(_, v)| *v != VarcsCheck::default());
    ScoreSheet {
        results: results.collect(),
        reasons: reasons.collect(),
        varcs: varcs.collect(),
        notes: case.assessment.draft.notes.clone(),
    }
}

fn check(form: &Form, id: EvidenceId) -> VarcsCheck {
    let said = |line: &str| match form.value(&answer(line, id)) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    VarcsCheck {
        valid: said("valid"),
        authentic: said("authentic"),
        reliable: said("reliable"),
        current: said("current"),
        sufficient: said("sufficient"),
        reason: form.value(&doubt(id)).trim().to_owned(),
    }
}

/// A sheet as it is judged: a reason that was begun and is not asked for any more is left out.
pub fn final_sheet(mut sheet: ScoreSheet) -> ScoreSheet {
    sheet.reasons.retain(|id, _| sheet.results.get(id) != Some(&CriterionResult::Competent));
    for varcs in sheet.varcs.values_mut().filter(|v| v.relied_on()) {
        varcs.reason.clear();
    }
    sheet
}

/// Several lines of text that are only sometimes asked for: what is missing is said when it is, not by the browser.
/// `form` ties it to the rubric's form wherever it stands.
pub fn area(form: &Form, name: &str, label: &str, hint: &str, most: usize, rows: u8) -> Markup {
    let wrong = form.error(name);
    let told = (!hint.is_empty()).then(|| format!("f-{name}-hint")).into_iter().chain(wrong.map(|_| format!("f-{name}-error")));
    let told = told.collect::<Vec<_>>().join(" ");
    html! {
        div.field.wrong[wrong.is_some()] {
            label for={ "f-" (name) } { (label) }
            @if !hint.is_empty() { p.hint id={ "f-" (name) "-hint" } { (hint) } }
            @if let Some(message) = wrong { p.wrong-text id={ "f-" (name) "-error" } { span.vh { (t(form.lang(), "error-label")) " " } (message) } }
            textarea.input id={ "f-" (name) } name=(name) form="judge" rows=(rows) maxlength=(most) aria-invalid=[wrong.map(|_| "true")]
                aria-describedby=[(!told.is_empty()).then_some(told)] data-key=[(name == "note-words").then_some("n")] {
                // The parser drops one line break after the tag: this one, not the writer's.
                "\n" (form.value(name))
            }
        }
    }
}

/// What a form asks to be done to the notes besides saving: `note` adds one, `drop-note-2` takes the third away.
pub fn with_notes(mut sheet: ScoreSheet, form: &Form, case: &Case) -> Outcome<ScoreSheet> {
    let wish = form.value("do");
    if wish == "note" {
        sheet.notes.push(note(form, case)?);
        sheet.notes.sort_by_key(|n| (n.evidence, n.second));
    } else if let Some(index) = wish.strip_prefix("drop-note-").and_then(|n| n.parse::<usize>().ok())
        && index < sheet.notes.len()
    {
        sheet.notes.remove(index);
    }
    Ok(sheet)
}

fn note(form: &Form, case: &Case) -> Outcome<TimedNote> {
    let text = form.value("note-words").trim().to_owned();
    if text.is_empty() {
        return Err(Failure::field("note-words", "wrong-note-words"));
    }
    let typed = form.value("note-at").trim();
    let second = if typed.is_empty() { Some(0) } else { i18n::seconds(typed).and_then(|s| u32::try_from(s).ok()) };
    let second = second.ok_or_else(|| Failure::field("note-at", "wrong-note-at"))?;
    let evidence = EvidenceId::from_str(form.value("note-item")).ok().filter(|id| case.items.iter().any(|i| i.id == *id));
    let evidence = evidence.ok_or(Failure::Missing)?;
    let criterion = CriterionId::from_str(form.value("note-criterion")).ok().filter(|id| case.competency().criterion(*id).is_some());
    Ok(TimedNote { evidence, second, criterion, text })
}

/// The names of every field of a case, for carrying a form over unseen.
pub fn names(case: &Case) -> Vec<String> {
    let criteria = case.assessment.criteria.iter().flat_map(|id| [result(*id), reason(*id)]);
    let items = case.relevant().into_iter().flat_map(|id| LINES.iter().map(move |l| answer(l, id)).chain([doubt(id)]));
    criteria.chain(items).collect()
}
