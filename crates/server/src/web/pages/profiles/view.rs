//! The list of profiles, and a draft seen whole: what hinders it, its competencies, what may be done with it.

use super::editing::{label, revision};
use crate::i18n::{self, t};
use crate::queries::profiles::{Draft, Owned};
use crate::t;
use crate::urls;
use crate::web::parts::{
    Form, Head, State, Tone, Weight, breadcrumbs, empty, error_summary_of, field, icon, notice, panel, pill, submit, table, tabs, tone_pill,
};
use domain::Lang;
use domain::profile::{Competency, NotPublishable, ProfileVersion, VersionState};
use maud::{Markup, html};
use store::profiles::Card;

/// The profiles of one's organisations.
pub fn list(lang: Lang, owned: &[Owned]) -> Markup {
    html! {
        div.row.low {
            div.stack.tight {
                h1 { (t(lang, "profiles-title")) }
                p.muted { (t(lang, "profiles-lead")) }
            }
            div.row.push {
                a.btn href=(urls::offerings(lang)) { (t(lang, "offerings-title")) }
                a.btn.main href=(urls::new_profile(lang)) { (t(lang, "profiles-new")) }
            }
        }
        @for one in owned {
            (panel(&format!("of-{}", one.organisation.id), one.organisation.name.get(lang), None, html! {
                @if one.cards.is_empty() {
                    (empty(&t(lang, "profiles-none"), &t(lang, "profiles-none-text"), None))
                } @else {
                    (cards(lang, one))
                }
            }))
        }
        @if owned.is_empty() { (empty(&t(lang, "profiles-nowhere"), &t(lang, "profiles-nowhere-text"), None)) }
    }
}

fn cards(lang: Lang, owned: &Owned) -> Markup {
    let heads = [
        Head::text(t(lang, "profiles-profile")),
        Head::text(t(lang, "status")),
        Head::number(t(lang, "profiles-version")),
        Head::number(t(lang, "profiles-competencies")),
        Head::number(t(lang, "profiles-criteria")),
    ];
    let row = |c: &Card| {
        let title = c.title.get(lang);
        vec![
            html! { a href=(urls::draft(lang, c.version)) { (if title.is_empty() { t(lang, "draft-untitled") } else { title.to_owned() }) } },
            state_pill(lang, &c.state),
            html! { (c.number) },
            html! { (c.competencies) },
            html! { (c.criteria) },
        ]
    };
    table(&t!(lang, "table-of", what = owned.organisation.name.get(lang)), &heads, &owned.cards.iter().map(row).collect::<Vec<_>>())
}

/// The state of a version in words.
pub fn state_pill(lang: Lang, state: &str) -> Markup {
    let words = match state {
        "draft" => t(lang, "version-draft"),
        "consultation" => t(lang, "version-consultation"),
        "validation" => t(lang, "version-validation"),
        "approved" => t(lang, "version-approved"),
        "published" => t(lang, "version-published"),
        "superseded" => t(lang, "version-superseded"),
        _ => t(lang, "version-retired"),
    };
    match state {
        "published" => pill(State::Demonstrated, &words),
        "draft" => pill(State::Gap, &words),
        "superseded" | "retired" => tone_pill(Tone::Info, &words),
        _ => pill(State::InReview, &words),
    }
}

/// The pages of a draft, by the name of the one that is shown.
pub fn pages(lang: Lang, draft: &Draft, here: &str) -> Markup {
    let id = draft.version.id;
    let mut all = vec![("competencies", t(lang, "draft-competencies"), urls::draft(lang, id))];
    if draft.editable {
        all.push(("details", t(lang, "draft-details"), urls::draft_details(lang, id)));
    }
    all.push(("preview", t(lang, "draft-preview"), urls::draft_preview(lang, id)));
    if draft.in_force.is_some() {
        all.push(("changes", t(lang, "draft-changes"), urls::draft_changes(lang, id)));
    }
    if draft.editable {
        all.push(("publish", t(lang, "draft-publish"), urls::draft_publish(lang, id)));
    }
    tabs(&t(lang, "draft-pages"), &all.into_iter().map(|(name, words, href)| (words, href, name == here)).collect::<Vec<_>>())
}

/// Title, state and owner of a version, and the ways to its pages.
pub fn head(lang: Lang, draft: &Draft, here: &str) -> Markup {
    let v = &draft.version;
    let title = v.body.title.get(lang);
    let owner = draft.name(v.owner);
    html! {
        (breadcrumbs(lang, &[(&t(lang, "profiles-title"), &urls::profiles(lang))]))
        div.stack.tight {
            h1 { (if title.is_empty() { t(lang, "draft-untitled") } else { title.to_owned() }) }
            p.row { (state_pill(lang, v.state.name())) span.muted { (t!(lang, "draft-of", number = v.number.to_string(), owner = owner.get(lang))) } }
        }
        (pages(lang, draft, here))
    }
}

/// A version seen whole.
pub fn draft(lang: Lang, draft: &Draft, form: &Form) -> Markup {
    let v = &draft.version;
    html! {
        (head(lang, draft, "competencies"))
        (error_summary_of(form, |name| label(lang, name)))
        @if !draft.editable { (fixed(lang, draft)) }
        @if draft.editable { (obstacles(lang, v)) }
        section.panel aria-labelledby="competencies" {
            header { h2 #competencies { (t(lang, "draft-competencies")) } p.sm.muted.push { (t!(lang, "draft-criteria-in-all", count = v.body.criteria_count())) } }
            @if v.body.competencies.is_empty() {
                div.body { p.muted { (t(lang, "draft-no-competencies")) } }
            } @else {
                ol.ordered { @for c in &v.body.competencies { (competency_line(lang, draft, c)) } }
            }
        }
        @if draft.editable { (add_competency(lang, draft, form)) }
    }
}

/// Why nothing can be changed here, and what can be done instead.
fn fixed(lang: Lang, draft: &Draft) -> Markup {
    let v = &draft.version;
    let in_force = matches!(v.state, VersionState::Published { .. });
    html! {
        (notice(Tone::Info, html! {
            p { (t(lang, if in_force { "draft-fixed-in-force" } else { "draft-fixed" })) }
            @if draft.latest != v.id { p { a href=(urls::draft(lang, draft.latest)) { (t(lang, "draft-open-latest")) } } }
        }))
        @if in_force && draft.latest == v.id {
            form method="post" action=(urls::draft_revise(lang, v.id)) { (submit(Weight::Main, &t(lang, "draft-revise"))) }
        }
    }
}

/// What hinders publishing, each with the way to the field.
pub fn obstacles(lang: Lang, v: &ProfileVersion) -> Markup {
    let found = v.obstacles();
    html! {
        @if found.is_empty() {
            (notice(Tone::Good, html! { p { (t(lang, "draft-ready")) " " a href=(urls::draft_publish(lang, v.id)) { (t(lang, "draft-publish")) } } }))
        } @else {
            section.panel.pad.stack.tight aria-labelledby="obstacles" {
                h2.t #obstacles { (t!(lang, "draft-obstacles", count = found.len())) }
                ul.flags.sm { @for one in &found { li { (icon("warning")) a href=(place_of(lang, v, one)) { (obstacle(lang, one)) } } } }
            }
        }
    }
}

fn obstacle(lang: Lang, why: &NotPublishable) -> String {
    match why {
        NotPublishable::Untranslated { what, lang: missing } => {
            let what = match what.as_str() {
                "title" => t(lang, "draft-field-title"),
                "summary" => t(lang, "draft-field-summary"),
                "regulated scope notice" => t(lang, "draft-field-notice"),
                code => code.to_owned(),
            };
            let missing = if *missing == Lang::Fr { t(lang, "draft-in-french") } else { t(lang, "draft-in-english") };
            t!(lang, "draft-missing", what = what, language = missing)
        }
        NotPublishable::NoCriteria(code) => t!(lang, "draft-no-criteria", code = code.as_str()),
        NotPublishable::NoCompetencies => t(lang, "draft-nothing-required"),
        NotPublishable::Occupations => t(lang, "refused-occupations"),
        NotPublishable::NoChangeNote => t(lang, "refused-no-change-note"),
        NotPublishable::NoAssessors => t(lang, "refused-no-assessors"),
        NotPublishable::WrongState(_) => t(lang, "refused-published"),
    }
}

/// The field in which an obstacle is put right.
fn place_of(lang: Lang, v: &ProfileVersion, why: &NotPublishable) -> String {
    let details = |name: &str| format!("{}#f-{name}", urls::draft_details(lang, v.id));
    let by_code = |code: &str, name: &str| {
        let competency = v.body.competencies.iter().find(|c| c.code == code);
        let criterion = v.body.competencies.iter().flat_map(|c| &c.criteria).find(|k| k.code == code);
        match (competency, criterion) {
            (Some(c), _) => format!("{}#f-{name}", urls::draft_competency(lang, v.id, c.id)),
            (None, Some(k)) => format!("{}#f-{name}", urls::draft_criterion(lang, v.id, k.id)),
            (None, None) => urls::draft(lang, v.id),
        }
    };
    match why {
        NotPublishable::Untranslated { what, lang: missing } => match what.as_str() {
            "title" | "summary" => details(&format!("{what}_{}", missing.code())),
            "regulated scope notice" => details(&format!("notice_{}", missing.code())),
            code => by_code(code, &format!("statement_{}", missing.code())),
        },
        NotPublishable::NoCriteria(code) => by_code(code, "criteria").replace("#f-criteria", "#criteria"),
        NotPublishable::NoCompetencies => format!("{}#add", urls::draft(lang, v.id)),
        NotPublishable::Occupations => details("occupation_1"),
        NotPublishable::NoChangeNote => details("change_note_en"),
        NotPublishable::NoAssessors => details("assessed_by"),
        NotPublishable::WrongState(_) => urls::draft(lang, v.id),
    }
}

fn competency_line(lang: Lang, draft: &Draft, c: &Competency) -> Markup {
    let v = &draft.version;
    let href = urls::draft_competency(lang, v.id, c.id);
    let level = v.body.scale.levels.get(usize::from(c.level).saturating_sub(1)).map_or("", |l| l.get(lang));
    html! {
        li {
            div {
                p { strong { (c.code) } " " @if draft.editable { a href=(href) { (statement(lang, &c.statement)) } } @else { (statement(lang, &c.statement)) } }
                p.sm.muted {
                    (t!(lang, "draft-criteria-count", count = c.criteria.len()))
                    " · " (t!(lang, "draft-tier", tier = format!("{:?}", c.tier)))
                    @if !level.is_empty() { " · " (level) }
                    " · " (t(lang, if c.required { "draft-required" } else { "draft-elective" }))
                    @if let Some(s) = &c.source { " · " (s.framework) ", " (s.source_id) }
                }
                @if !draft.editable { (criteria_read(lang, c)) }
            }
            @if draft.editable {
                (moves(lang, draft, &urls::draft_competencies(lang, v.id), &c.id.to_string(), &c.code, &t!(lang, "draft-remove-competency", code = c.code.as_str(), count = c.criteria.len())))
            }
        }
    }
}

fn criteria_read(lang: Lang, c: &Competency) -> Markup {
    html! {
        details.sm { summary { (t(lang, "draft-criteria")) }
            ul.stack.tight { @for k in &c.criteria { li { strong { (k.code) } " " (statement(lang, &k.statement)) } } }
        }
    }
}

/// A statement, or that there is none yet; in the language it is written in.
pub fn statement(lang: Lang, text: &domain::Text) -> Markup {
    let words = text.get(lang);
    let other = text.missing().any(|missing| missing == lang);
    html! { @if words.is_empty() { em { (t(lang, "draft-no-statement")) } } @else { span lang=[other.then_some(lang.other().tag())] { (words) } } }
}

/// Buttons that move an item of a list or take it out.
pub fn moves(lang: Lang, draft: &Draft, action: &str, id: &str, code: &str, question: &str) -> Markup {
    html! {
        form.row.moves method="post" action=(action) {
            (revision(draft))
            button.btn.small.quiet name="do" value={ "up:" (id) } { span aria-hidden="true" { "↑" } span.vh { (t!(lang, "draft-up", code = code)) } }
            button.btn.small.quiet name="do" value={ "down:" (id) } { span aria-hidden="true" { "↓" } span.vh { (t!(lang, "draft-down", code = code)) } }
            details.confirm name="confirm" {
                summary.btn.small.quiet { (icon("cross")) span.vh { (t!(lang, "draft-remove", code = code)) } }
                div.panel.pad.stack.tight { p.sm { (question) }
                    div.row { button.btn.danger.small name="do" value={ "remove:" (id) } { (t(lang, "draft-remove-do")) }
                        button.btn.quiet.small type="button" data-closes { (t(lang, "confirm-cancel")) } } }
            }
        }
    }
}

fn add_competency(lang: Lang, draft: &Draft, form: &Form) -> Markup {
    html! {
        section.panel.pad aria-labelledby="add" {
            h2.t #add { (t(lang, "draft-add-competency")) }
            form.stack method="post" action=(urls::draft_competencies(lang, draft.version.id)) data-keep=(t(lang, "kept")) {
                (revision(draft))
                (field("new_code", t(lang, "draft-field-code")).hint(t(lang, "draft-code-hint")).max(20).optional().text(form))
                (field("new_statement", t(lang, "draft-field-statement")).hint(t(lang, "draft-competency-hint")).max(300).for_now().both(form, 2))
                div { (submit(Weight::Main, &t(lang, "draft-add-do"))) }
            }
        }
    }
}

/// A version's number and date, for lists of versions.
pub fn version_name(lang: Lang, v: &ProfileVersion) -> String {
    match v.state.published_at() {
        Some(at) => t!(lang, "draft-version-since", number = v.number.to_string(), date = i18n::date(lang, at)),
        None => t!(lang, "draft-version", number = v.number.to_string()),
    }
}

/// Where a criterion is.
pub fn above_criterion(lang: Lang, draft: &Draft, c: &Competency) -> Markup {
    let title = draft.version.body.title.get(lang);
    let title = if title.is_empty() { t(lang, "draft-untitled") } else { title.to_owned() };
    let id = draft.version.id;
    breadcrumbs(
        lang,
        &[
            (&t(lang, "profiles-title"), &urls::profiles(lang)),
            (&title, &urls::draft(lang, id)),
            (&t!(lang, "draft-competency", code = c.code.as_str()), &urls::draft_competency(lang, id, c.id)),
        ],
    )
}

/// The competencies as they are now, for whoever wanted to move one that somebody else had moved, and what they wrote.
pub fn moved(lang: Lang, draft: &Draft, form: &Form) -> Markup {
    html! {
        section.panel aria-labelledby="competencies" {
            header { h2 #competencies { (t(lang, "draft-competencies")) } }
            ol.ordered { @for c in &draft.version.body.competencies { (competency_line(lang, draft, c)) } }
        }
        (add_competency(lang, draft, form))
    }
}
