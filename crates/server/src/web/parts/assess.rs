//! The rubric: a score per criterion, with what each score means.

use super::field::{Choice, Form, choice};
use crate::i18n::t;
use domain::Lang;
use maud::{Markup, html};

/// One criterion to score.
#[derive(Clone, Debug)]
pub struct Criterion<'a> {
    /// The field's name in the form.
    pub name: &'a str,
    /// "1. Respects the client's dignity".
    pub legend: Markup,
    /// The scores; a hint says what that score means here and shows when it is chosen.
    pub choices: Vec<Choice>,
    /// What follows the scale, such as the comment field.
    pub below: Markup,
}

/// The four scores in order, each with its descriptor (which may be empty).
/// They send `not_shown`, `partly`, `met` and `exceeds`.
pub fn scores(lang: Lang, descriptors: [&str; 4]) -> Vec<Choice> {
    let names = [
        ("not_shown", t(lang, "score-not-shown")),
        ("partly", t(lang, "score-partly")),
        ("met", t(lang, "score-met")),
        ("exceeds", t(lang, "score-exceeds")),
    ];
    names.into_iter().zip(descriptors).map(|((value, label), hint)| choice(value, label).hint(hint)).collect()
}

/// A row of cells to choose one from, with the descriptor of the chosen cell below it.
pub fn scale(form: &Form, c: &Criterion) -> Markup {
    let id = format!("f-{}", c.name);
    let wrong = form.error(c.name);
    html! {
        fieldset.crit.wrong[wrong.is_some()] data-criterion=(c.name) aria-describedby=[wrong.map(|_| format!("{id}-error"))] {
            legend { (c.legend) }
            @if let Some(message) = wrong { p.wrong-text id={ (id) "-error" } { span.vh { (t(form.lang(), "error-label")) " " } (message) } }
            div.scale style={ "--cells:" (c.choices.len()) } {
                @for (i, cell) in c.choices.iter().enumerate() {
                    @let (value, label, _) = cell.parts();
                    label { input type="radio" id=[(i == 0).then_some(&id)] name=(c.name) value=(value) checked[form.has(c.name, value)]; (label) }
                }
            }
            @for (i, cell) in c.choices.iter().enumerate() {
                @let (_, label, hint) = cell.parts();
                @if !hint.is_empty() { p.sm.muted.desc data-cell=(i + 1) { strong { (label) ": " } (hint) } }
            }
            (c.below)
        }
    }
}

/// All descriptors of a criterion, for reading before scoring.
pub fn descriptors(label: &str, choices: &[Choice]) -> Markup {
    html! {
        details.sm { summary { (label) }
            dl.facts { @for c in choices { @let (_, name, hint) = c.parts(); dt { (name) } dd { (hint) } } }
        }
    }
}
