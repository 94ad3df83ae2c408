//! The markup of status and organisations.

use super::KINDS;
use crate::caller::Visitor;
use crate::i18n::{self, t};
use crate::queries::instance::{Happening, OneOrganisation, Record, Status};
use crate::t;
use crate::urls;
use crate::web::extract::PAGE;
use crate::web::parts::{
    Form, Head, Moment, State, Tone, Weight, breadcrumbs, choice, empty, error_summary_of, facts, field, notice, pagination, panel, pill,
    submit, table, tabs, timeline, tone_pill,
};
use domain::Lang;
use domain::event::Event;
use domain::people::{Organisation, OrganisationKind, Role};
use maud::{Markup, html};

/// The pages of the administration.
pub fn pages(lang: Lang, here: &str) -> Markup {
    let all = [
        ("status", t(lang, "admin-status"), urls::admin(lang)),
        ("organisations", t(lang, "admin-organisations"), urls::organisations(lang)),
        ("people", t(lang, "admin-people"), urls::people(lang)),
    ];
    tabs(&t(lang, "admin-title"), &all.map(|(name, words, href)| (words, href, name == here)))
}

/// How the instance stands.
pub fn status(who: &Visitor, status: &Status) -> Markup {
    let lang = who.lang;
    let number = |n: i64| html! { span.num { (i18n::number(lang, n)) } };
    let jobs = html! {
        (number(status.waiting)) " "
        @if status.stuck > 0 { (tone_pill(Tone::Bad, &t!(lang, "admin-jobs-stuck", count = status.stuck))) }
        @else { (pill(State::Demonstrated, &t(lang, "admin-jobs-well"))) }
    };
    let rows = [
        (t(lang, "admin-address"), html! { (who.app.base_url) }),
        (t(lang, "admin-version"), html! { (env!("CARGO_PKG_VERSION")) }),
        (t(lang, "admin-database"), html! { (status.database) }),
        (
            t(lang, "admin-mail"),
            html! { (t(lang, if who.app.config.mail.smtp.is_some() { "admin-mail-sent" } else { "admin-mail-kept" })) },
        ),
        (t(lang, "admin-jobs"), jobs),
        (t(lang, "admin-organisations"), number(status.organisations as i64)),
        (t(lang, "admin-people"), number(status.people)),
    ];
    html! {
        h1 { (t(lang, "admin-title")) }
        (pages(lang, "status"))
        (panel("status", &t(lang, "admin-status"), Some(html! { (i18n::date_time(lang, who.now)) }), facts(&rows)))
        (avoided(lang, status))
        @if !status.errors.is_empty() { (stuck(lang, status)) }
    }
}

/// Learning that recognition saved, over all plans; too few of them could tell of one person.
fn avoided(lang: Lang, status: &Status) -> Markup {
    let saved = status.saved;
    let hours = |minutes: i64| i18n::number(lang, (minutes + 30) / 60);
    let words = match crate::queries::demand::told(saved.plans) {
        None => t(lang, "admin-avoided-few"),
        Some(plans) => {
            let percent = i18n::percent(lang, (100 * saved.avoided).checked_div(saved.nominal).unwrap_or(0));
            t!(lang, "admin-avoided-sum", hours = hours(saved.avoided), all = hours(saved.nominal), percent = percent, plans = plans)
        }
    };
    panel("avoided", &t(lang, "paths-saved-hours"), None, html! { p { (words) } p.sm.muted { (t(lang, "paths-saved-how")) } })
}

fn stuck(lang: Lang, status: &Status) -> Markup {
    let heads = [Head::text(t(lang, "admin-job")), Head::text(t(lang, "admin-said"))];
    let rows: Vec<Vec<Markup>> =
        status.errors.iter().map(|(kind, said)| vec![html! { code { (kind) } }, html! { span lang="en" { (said) } }]).collect();
    html! {
        (notice(Tone::Bad, html! { p { (t(lang, "admin-stuck-text")) } }))
        (panel("stuck", &t(lang, "admin-stuck"), None, table(&t!(lang, "table-of", what = t(lang, "admin-stuck")), &heads, &rows)))
    }
}

/// What a kind of organisation is called.
pub fn kind_name(lang: Lang, kind: OrganisationKind) -> String {
    match kind {
        OrganisationKind::Institution => t(lang, "admin-kind-institution"),
        OrganisationKind::Association => t(lang, "admin-kind-association"),
        OrganisationKind::Employer => t(lang, "admin-kind-employer"),
        OrganisationKind::IndigenousInstitute => t(lang, "admin-kind-indigenous"),
        OrganisationKind::QaBody => t(lang, "admin-kind-qa"),
    }
}

/// What a role is called.
pub fn role_name(lang: Lang, role: Role) -> String {
    match role {
        Role::Author => t(lang, "admin-role-author"),
        Role::Assessor => t(lang, "admin-role-assessor"),
        Role::Issuer => t(lang, "admin-role-issuer"),
        Role::Admin => t(lang, "admin-role-admin"),
    }
}

/// What a field is called in the list of what is wrong.
pub fn label(lang: Lang, name: &str) -> String {
    match name {
        "name_en" => format!("{} (English)", t(lang, "admin-name")),
        "name_fr" => format!("{} (Français)", t(lang, "admin-name")),
        "name" => t(lang, "admin-name"),
        "kind" => t(lang, "admin-kind"),
        "website" => t(lang, "admin-website"),
        "region" => t(lang, "admin-region"),
        "role" => t(lang, "admin-role"),
        "organisation" => t(lang, "admin-organisation"),
        "from" => t(lang, "admin-from"),
        "until" => t(lang, "admin-until"),
        _ => String::new(),
    }
}

/// Every organisation, and the form that adds one.
pub fn organisations(lang: Lang, all: &[Organisation], form: &Form) -> Markup {
    let heads = [Head::text(t(lang, "admin-name")), Head::text(t(lang, "admin-kind")), Head::text(t(lang, "admin-region"))];
    let row = |o: &Organisation| {
        let name = html! { a href=(urls::organisation(lang, o.id)) { (o.name.get(lang)) } };
        vec![name, html! { (kind_name(lang, o.kind)) }, html! { (o.region) }]
    };
    html! {
        h1 { (t(lang, "admin-organisations")) }
        (pages(lang, "organisations"))
        (error_summary_of(form, |name| label(lang, name)))
        div.split {
            div.panel.pad {
                @if all.is_empty() { (empty(&t(lang, "admin-none"), &t(lang, "admin-none-text"), None)) }
                @else { (table(&t(lang, "admin-organisations"), &heads, &all.iter().map(row).collect::<Vec<_>>())) }
            }
            (add_form(lang, form))
        }
    }
}

fn add_form(lang: Lang, form: &Form) -> Markup {
    let kinds: Vec<_> = KINDS.iter().map(|(value, kind)| choice(*value, kind_name(lang, *kind))).collect();
    html! {
        section.panel.pad aria-labelledby="add" {
            h2.t #add { (t(lang, "admin-add-organisation")) }
            form.stack method="post" action=(urls::organisations(lang)) {
                (field("name", t(lang, "admin-name")).max(200).both(form, 1))
                (field("kind", t(lang, "admin-kind")).select(form, &kinds))
                (field("website", t(lang, "admin-website")).optional().url(form))
                (field("region", t(lang, "admin-region")).hint(t(lang, "admin-region-hint")).max(10).text(form))
                div { (submit(Weight::Main, &t(lang, "admin-add"))) }
            }
        }
    }
}

/// An organisation, everybody in it, what happened.
pub fn organisation(lang: Lang, one: &OneOrganisation) -> Markup {
    let o = &one.organisation;
    let rows = [
        (t(lang, "admin-kind"), html! { (kind_name(lang, o.kind)) }),
        (t(lang, "admin-region"), html! { (o.region) }),
        (t(lang, "admin-website"), html! { @match &o.website { Some(site) => a href=(site) rel="noreferrer" { (site) }, None => "–" } }),
        (t(lang, "admin-name-other"), html! { span lang=(lang.other().tag()) { (o.name.get(lang.other())) } }),
    ];
    html! {
        (breadcrumbs(lang, &[(&t(lang, "admin-title"), &urls::admin(lang)), (&t(lang, "admin-organisations"), &urls::organisations(lang))]))
        h1 { (o.name.get(lang)) }
        (panel("facts", &t(lang, "admin-facts"), None, facts(&rows)))
        (panel("members", &t(lang, "admin-members"), None, html! { div.stack {
            @for (role, people) in &one.members {
                div { h3 { (role_name(lang, *role)) }
                    @if people.is_empty() { p.sm.muted { (t(lang, "admin-nobody")) } }
                    @else { ul.stack.tight.sm { @for p in people { li { a href=(urls::person(lang, p.id)) { (p.name) } span.muted { " " (p.email) } } } } }
                }
            }
        } }))
        (super::standing::view(lang, one))
        (super::keys::view(lang, one))
        (record(lang, &one.record, &urls::organisation(lang, o.id)))
    }
}

/// What happened, latest first.
pub fn record(lang: Lang, record: &Record, base: &str) -> Markup {
    let moment = |h: &Happening| {
        let by = h.by.clone().unwrap_or_else(|| t(lang, "admin-by-system"));
        let at = t!(lang, "admin-happened", at = i18n::date_time(lang, h.at), by = by, number = h.seq);
        Moment { at, what: html! { (words(lang, &h.event)) " " }, now: false }
    };
    html! {
        (panel("record", &t(lang, "admin-record"), Some(html! { (t!(lang, "admin-entries", count = record.all)) }), html! {
            @if record.entries.is_empty() { p.muted { (t(lang, "admin-nothing-happened")) } }
            @else { (timeline(&record.entries.iter().map(moment).collect::<Vec<_>>())) }
            (pagination(lang, record.page as usize, (record.all as usize).div_ceil(PAGE as usize), |n| format!("{base}?page={n}#record")))
        }))
    }
}

/// What happened, in words. The events of a person or an organisation have theirs; any other is named.
fn words(lang: Lang, event: &Event) -> String {
    match event {
        Event::AccountCreated { .. } => t(lang, "event-account-created"),
        Event::SignedIn { .. } => t(lang, "event-signed-in"),
        Event::PasswordChanged { .. } => t(lang, "event-password-changed"),
        Event::OrganisationAdded { .. } => t(lang, "event-organisation-added"),
        Event::StandingChanged { standing, reason, .. } => {
            let name = t(lang, &format!("standing-{}", standing.name()));
            t!(lang, "event-standing-changed", name = name, reason = reason.as_str())
        }
        Event::KeyRotated { .. } => t(lang, "event-key-rotated"),
        Event::KeyCompromised { from, .. } => t!(lang, "event-key-compromised", day = i18n::date(lang, *from)),
        Event::RoleGranted { role, .. } | Event::RoleRemoved { role, .. } => {
            let name = super::people::ROLES.iter().find(|(name, _)| name == role).map(|(_, r)| role_name(lang, *r));
            let key = if matches!(event, Event::RoleGranted { .. }) { "event-role-granted" } else { "event-role-removed" };
            t!(lang, key, role = name.unwrap_or_else(|| role.clone()))
        }
        Event::ScopeGranted { competencies, .. } if competencies.is_empty() => t(lang, "event-scope-granted-all"),
        Event::ScopeGranted { competencies, .. } => t!(lang, "event-scope-granted", count = competencies.len()),
        Event::TokenCreated { .. } => t(lang, "event-token-created"),
        Event::TokenRevoked { .. } => t(lang, "event-token-revoked"),
        Event::AppConnected { .. } => t(lang, "event-app-connected"),
        Event::AppDisconnected { replayed: false, .. } => t(lang, "event-app-disconnected"),
        Event::AppDisconnected { replayed: true, .. } => t(lang, "event-app-replayed"),
        Event::ExternalKept { .. } => t(lang, "event-external-kept"),
        Event::ExternalRemoved { .. } => t(lang, "event-external-removed"),
        other => other.name().replace('_', " "),
    }
}
