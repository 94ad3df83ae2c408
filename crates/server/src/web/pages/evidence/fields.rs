//! Fields that the forms about evidence share: which criteria an item shows, and where in it.

use super::parse::{Places, place_field};
use crate::i18n::t;
use crate::t;
use crate::web::parts::Form;
use domain::Lang;
use domain::profile::{Competency, PerformanceCriterion};
use maud::{Markup, html};

/// The criteria of several competencies, each with a box and a place. The first `open` groups are unfolded.
pub fn shows(form: &Form, competencies: &[&Competency], open: usize, places: Places) -> Markup {
    let lang = form.lang();
    html! {
        @for (i, competency) in competencies.iter().enumerate() {
            @let chosen = competency.criteria.iter().any(|c| form.has("shows", &c.id.to_string()) || form.error(&place_field(c.id)).is_some());
            details.shows-group open[i < open || chosen] {
                summary { (competency.statement.get(lang)) " " span.muted { (competency.code) } }
                fieldset.stack.tight {
                    legend.vh { (t!(lang, "shows-legend", name = competency.statement.get(lang))) }
                    @for criterion in &competency.criteria { (one(form, criterion, places)) }
                }
            }
        }
    }
}

fn one(form: &Form, c: &PerformanceCriterion, places: Places) -> Markup {
    let (lang, name) = (form.lang(), place_field(c.id));
    let wrong = form.error(&name);
    let id = format!("f-{name}");
    html! {
        div.shows.wrong[wrong.is_some()] {
            label.tick for={ "f-shows-" (c.id) } {
                input type="checkbox" id={ "f-shows-" (c.id) } name="shows" value=(c.id) checked[form.has("shows", &c.id.to_string())];
                span { (c.statement.get(lang)) " " span.muted { (c.code) } }
            }
            @if places != Places::None {
                div.field.place {
                    label for=(id) { (t(lang, place_label(places))) span.vh { " " (c.code) } }
                    input.input type="text" id=(id) name=(name) value=(form.value(&name)) size="7" maxlength="12" placeholder=(placeholder(lang, places))
                        aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| format!("{id}-error"))];
                }
            }
            @if let Some(message) = wrong { p.wrong-text id={ (id) "-error" } { span.vh { (t(lang, "error-label")) " " } (message) } }
        }
    }
}

fn place_label(places: Places) -> &'static str {
    if places == Places::Times { "shows-time" } else { "shows-place" }
}

fn placeholder(lang: Lang, places: Places) -> String {
    t(lang, if places == Places::Times { "shows-time-example" } else { "shows-place-example" })
}
