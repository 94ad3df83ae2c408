//! Ways around: where one is, tabs, the steps of a task.

use super::{State, icon, mark};
use crate::i18n::t;
use domain::Lang;
use maud::{Markup, html};

/// The pages above this one, from the start page down; the page itself is its heading.
pub fn breadcrumbs(lang: Lang, above: &[(&str, &str)]) -> Markup {
    html! {
        nav.crumbs aria-label=(t(lang, "breadcrumbs")) {
            ol { @for (words, href) in above { li { a href=(href) { (words) } } } }
        }
    }
}

/// The one page above this one.
pub fn back(words: &str, href: &str) -> Markup {
    html! { p.sm.back { a href=(href) { (icon("back")) (words) } } }
}

/// Pages that show the same thing from different sides: words, address, whether it is this one.
pub fn tabs(label: &str, pages: &[(String, String, bool)]) -> Markup {
    html! {
        nav.tabs aria-label=(label) {
            ul { @for (words, href, here) in pages { li { a href=(href) aria-current=[here.then_some("page")] { (words) } } } }
        }
    }
}

/// How a step stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Done,
    Now,
    /// Waits for another step, so it has no link.
    Later,
}

/// One step of a longer piece of work, in any order the person likes.
#[derive(Clone, Debug)]
pub struct Task {
    pub words: String,
    pub href: String,
    pub hint: String,
    pub step: Step,
}

/// What there is to do, each with its state in words.
pub fn tasks(lang: Lang, tasks: &[Task]) -> Markup {
    html! {
        ol.tasks {
            @for task in tasks {
                @let (state, words) = match task.step {
                    Step::Done => (State::Demonstrated, t(lang, "task-done")),
                    Step::Now => (State::InReview, t(lang, "task-now")),
                    Step::Later => (State::Gap, t(lang, "task-later")),
                };
                li {
                    (mark(state, None))
                    div {
                        @if task.step == Step::Later { span.muted { (task.words) } } @else { a href=(task.href) { (task.words) } }
                        @if !task.hint.is_empty() { p.hint { (task.hint) } }
                    }
                    span.sm.muted { (words) }
                }
            }
        }
    }
}
