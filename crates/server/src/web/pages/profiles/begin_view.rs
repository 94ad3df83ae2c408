//! The markup of beginning a profile.

use super::begin::Start;
use super::editing::label;
use crate::actions::draft_profile::{RoleStatements, short_name};
use crate::i18n::t;
use crate::t;
use crate::urls;
use crate::web::extract::PAGE;
use crate::web::pages::frameworks::{kind_name, name_of};
use crate::web::parts::{
    Form, Head, Weight, breadcrumbs, choice, empty, error_summary_of, field, link, pagination, panel, row_link, search, submit, table,
};
use domain::Lang;
use domain::people::Organisation;
use maud::{Markup, html};
use store::frameworks::{Element, Framework};

/// Blank, or from a role.
pub fn choose(lang: Lang, start: &Start, form: &Form) -> Markup {
    html! {
        (breadcrumbs(lang, &[(&t(lang, "profiles-title"), &urls::profiles(lang))]))
        h1 { (t(lang, "profiles-new")) }
        (error_summary_of(form, |name| if name == "owner" { t(lang, "begin-owner") } else { label(lang, name) }))
        div.split {
            (panel("from", &t(lang, "begin-from-role"), None, roles(lang, start)))
            section.panel.pad aria-labelledby="blank" {
                h2.t #blank { (t(lang, "begin-blank")) }
                form.stack method="post" action=(urls::new_profile(lang)) {
                    (owner(lang, &start.organisations, form))
                    (field("title", t(lang, "draft-field-title")).max(200).for_now().both(form, 1))
                    div { (submit(Weight::Plain, &t(lang, "begin-do"))) }
                }
            }
        }
    }
}

fn owner(lang: Lang, organisations: &[Organisation], form: &Form) -> Markup {
    let choices: Vec<_> = organisations.iter().map(|o| choice(o.id.to_string(), o.name.get(lang))).collect();
    match organisations {
        [only] => {
            html! { p.sm { (t(lang, "begin-owner")) ": " strong { (only.name.get(lang)) } } input type="hidden" name="owner" value=(only.id); }
        }
        _ => field("owner", t(lang, "begin-owner")).select(form, &choices),
    }
}

fn roles(lang: Lang, start: &Start) -> Markup {
    let Some((framework, found)) = &start.roles else {
        let way = link(Weight::Plain, &urls::frameworks(lang), &t(lang, "frameworks-import"));
        return empty(&t(lang, "frameworks-none"), &t(lang, "begin-import-first"), Some(way));
    };
    let base = urls::new_profile(lang);
    let role_row = |e: &Element| {
        let href = format!("{base}?framework={}&role={}", framework.id, urls::encode(&e.source_id));
        vec![
            html! { span lang="en" { (e.title) p.sm.muted { (e.text) } } },
            html! { code { (e.source_id) } },
            row_link(&href, &t(lang, "begin-choose-role"), &e.title),
        ]
    };
    let heads = [
        Head::text(t(lang, "frameworks-kind-work-role")),
        Head::text(t(lang, "frameworks-source-id")),
        Head::actions(t(lang, "begin-choose-role")),
    ];
    html! {
        div.stack #roles data-say=(t!(lang, "frameworks-found", count = found.all)) tabindex="-1" {
            (narrowing(lang, &base, start, framework))
            @if found.elements.is_empty() { p.muted { (t(lang, "frameworks-nothing-text")) } }
            @else { (table(&t(lang, "frameworks-kinds-work-role"), &heads, &found.elements.iter().map(role_row).collect::<Vec<_>>())) }
            @let pages = (found.all as usize).div_ceil(PAGE as usize);
            (pagination(lang, start.looking.page as usize, pages, |page| {
                format!("{base}?framework={}&q={}&page={page}", framework.id, urls::encode(&start.looking.words))
            }))
        }
    }
}

fn narrowing(lang: Lang, base: &str, start: &Start, framework: &Framework) -> Markup {
    html! {
        @if start.frameworks.len() > 1 {
            form.row.low action=(base) {
                div.field { label for="framework" { (t(lang, "draft-take-from")) }
                    select.input #framework name="framework" {
                        @for f in &start.frameworks { option value=(f.id) selected[f.id == framework.id] { (name_of(f)) } }
                    } }
                (submit(Weight::Plain, &t(lang, "show")))
            }
        } @else { p.sm.muted lang="en" { (name_of(framework)) } }
        (search(base, &t(lang, "begin-search"), &start.looking.words, Some("roles"), &[("framework", &framework.id.to_string())]))
    }
}

/// What of a role becomes part of the profile.
pub fn from_role(lang: Lang, organisations: &[Organisation], from: &RoleStatements, form: &Form) -> Markup {
    let of_kind = |kind: &str| from.statements.iter().filter(|e| e.kind == kind).collect::<Vec<_>>();
    let shown = if form.names().is_empty() { Form::new(lang).with("title_en", &from.role.title) } else { form.clone() };
    html! {
        (breadcrumbs(lang, &[(&t(lang, "profiles-title"), &urls::profiles(lang)), (&t(lang, "profiles-new"), &urls::new_profile(lang))]))
        div.stack.tight {
            h1 lang="en" { (from.role.title) }
            p.muted { (t!(lang, "draft-source", framework = short_name(&from.framework), id = from.role.source_id.as_str())) }
            p lang="en" { (from.role.text) }
        }
        (error_summary_of(form, |name| if name == "owner" { t(lang, "begin-owner") } else { label(lang, name) }))
        form.stack.loose method="post" action=(urls::new_profile(lang)) {
            input type="hidden" name="framework" value=(from.framework.id);
            input type="hidden" name="role" value=(from.role.source_id);
            section.panel.pad.stack {
                (owner(lang, organisations, &shown))
                (field("title", t(lang, "draft-field-title")).max(200).for_now().both(&shown, 1))
                p.sm.muted { (t(lang, "begin-translate")) }
            }
            (areas(lang, from, &shown))
            (statements(lang, "task", &t(lang, "begin-tasks"), &t(lang, "begin-tasks-text"), &of_kind("task"), &shown))
            (statements(lang, "skill", &t(lang, "begin-skills"), &t(lang, "begin-statements-text"), &of_kind("skill"), &shown))
            (statements(lang, "knowledge", &t(lang, "begin-knowledge"), &t(lang, "begin-statements-text"), &of_kind("knowledge"), &shown))
            div.row { (submit(Weight::Main, &t(lang, "begin-do"))) (link(Weight::Quiet, &urls::new_profile(lang), &t(lang, "cancel"))) }
        }
    }
}

fn areas(lang: Lang, from: &RoleStatements, form: &Form) -> Markup {
    html! {
        @if !from.areas.is_empty() {
            (panel("areas", &t(lang, "begin-areas"), None, html! { div.stack.tight {
                p.sm.muted { (t(lang, "begin-areas-text")) }
                ul.ticks {
                    @for (i, (area, shared)) in from.areas.iter().enumerate() {
                        (tick(lang, &format!("area{i}"), area, &t!(lang, "begin-shared", count = shared.len()), form))
                    }
                }
            } }))
        }
    }
}

fn statements(lang: Lang, id: &str, title: &str, text: &str, elements: &[&Element], form: &Form) -> Markup {
    html! {
        @if !elements.is_empty() {
            section.panel.pad aria-labelledby=(id) {
                details open[id == "task"] {
                    summary { h2.inline id=(id) { (title) } " " span.muted.num { "(" (elements.len()) ")" } }
                    div.stack.tight {
                        p.sm.muted { (text) }
                        ul.ticks { @for (i, e) in elements.iter().enumerate() { (tick(lang, &format!("{id}{i}"), e, "", form)) } }
                    }
                }
            }
        }
    }
}

fn tick(lang: Lang, id: &str, e: &Element, more: &str, form: &Form) -> Markup {
    html! {
        li { label.tick for=(id) {
            input type="checkbox" id=(id) name="take" value=(e.source_id) checked[form.has("take", &e.source_id)];
            span { span lang="en" { (if e.title.is_empty() { &e.text } else { &e.title }) }
                span.hint { (kind_name(lang, &e.kind)) " " (e.source_id) @if !more.is_empty() { " · " (more) } } }
        } }
    }
}
