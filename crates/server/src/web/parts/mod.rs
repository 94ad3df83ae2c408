//! The building blocks of every page: plain functions that return markup, with no access to data.
//!
//! Each file is one family. [`gallery`] shows all of them at once, and its tests check the markup.

pub mod assess;
pub mod desk;
pub mod emblem;
pub mod field;
pub mod gallery;
pub mod list;
pub mod media;
pub mod nav;
pub mod panel;
pub mod plot;
pub mod status;
pub mod verdict;

pub use assess::{Criterion, descriptors, scale, scores};
pub use desk::{Case, autosave_status, keys, note_form, queue};
pub use emblem::{Look, STUDIES, Study, drawn, emblem, study_for};
pub use field::{Choice, Field, Form, choice, error_summary, error_summary_of, field};
pub use gallery::gallery;
pub use list::{
    Applied, Facet, FacetOption, Head, competency_row, facets, filter_buttons, filters, pages_of_form, pagination, search, table,
};
pub use media::{Note, Player, Recorder, Stored, Uploads, notes, player, recorder, uploads};
pub use nav::{Step, Task, back, breadcrumbs, tabs, tasks};
pub use panel::{Moment, confirm, copyable, dialog, empty, facts, message, panel, panel_pad, progress, timeline};
pub use plot::{Point, plot};
pub use status::{State, Tone, level, mark, mosaic, notice, pill, tally, tone_pill};
pub use verdict::{Check, Outcome, Verdict, checks, qr, verdict};

use crate::web::assets;
use maud::{Markup, html};

/// A picture from the sprite; always beside words, so assistive technology skips it.
pub fn icon(name: &str) -> Markup {
    debug_assert!(assets::has_picture(name), "no picture is called {name}");
    html! { svg.ico aria-hidden="true" { use href={ (assets::url("icons.svg")) "#" (name) } {} } }
}

/// How much a button stands out. One `Main` per view at most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    Main,
    Plain,
    Quiet,
    /// For what cannot be undone.
    Danger,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Weight::Main => "btn main",
            Weight::Plain => "btn",
            Weight::Quiet => "btn quiet",
            Weight::Danger => "btn danger",
        }
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
pub fn link(weight: Weight, href: &str, words: &str) -> Markup {
    html! { a class=(weight.class()) href=(href) { (words) } }
}

/// A small link in a row, with the name of the row for people who hear it without its surroundings.
pub fn row_link(href: &str, words: &str, of: &str) -> Markup {
    html! { a.btn.small href=(href) { (words) span.vh { " " (of) } } }
}

/// The button that sends the form around it.
pub fn submit(weight: Weight, words: &str) -> Markup {
    html! { button class=(weight.class()) { (words) } }
}

/// A sending button that says which of several ways was chosen.
pub fn submit_as(weight: Weight, name: &str, value: &str, words: &str) -> Markup {
    html! { button class=(weight.class()) name=(name) value=(value) { (words) } }
}

/// A whole form of one button: an act on the thing beside it.
pub fn act(action: &str, weight: Weight, words: &str, of: &str) -> Markup {
    html! {
        form.inline method="post" action=(action) {
            button class={ (weight.class()) " small" } { (words) @if !of.is_empty() { span.vh { " " (of) } } }
        }
    }
}
