//! The markup of people, roles and scopes.

use super::people::ROLES;
use super::view::{label, pages, record, role_name};
use crate::i18n::{self, t};
use crate::queries::instance::OnePerson;
use crate::queries::profiles::Published;
use crate::t;
use crate::urls;
use crate::web::extract::PAGE;
use crate::web::parts::{
    Form, Head, State, Tone, Weight, breadcrumbs, choice, confirm, empty, error_summary_of, facts, field, link, pagination, panel, pill,
    row_link, search, submit, table, tone_pill,
};
use domain::people::{AssessorScope, Membership, Person, Role};
use domain::profile::ProfileVersion;
use domain::{Lang, OrganisationId, Ts};
use maud::{Markup, html};

/// Everybody, or whoever was looked for.
pub fn list(lang: Lang, (people, all): &(Vec<Person>, i64), words: &str, page: i64) -> Markup {
    let base = urls::people(lang);
    let heads = [Head::text(t(lang, "admin-name")), Head::text(t(lang, "admin-email")), Head::text(t(lang, "admin-since"))];
    let row = |p: &Person| {
        vec![html! { a href=(urls::person(lang, p.id)) { (p.name) } }, html! { (p.email) }, html! { (i18n::date_short(lang, p.created)) }]
    };
    let said = t!(lang, "admin-people-found", count = *all);
    html! {
        h1 { (t(lang, "admin-people")) }
        (pages(lang, "people"))
        div.stack #people data-say=(said) tabindex="-1" {
            (search(&base, &t(lang, "admin-search-people"), words, Some("people"), &[]))
            p.sm.muted { (said) }
            @if people.is_empty() { (empty(&t(lang, "admin-nobody-found"), &t(lang, "admin-nobody-found-text"), None)) }
            @else { div.panel.pad { (table(&t(lang, "admin-people"), &heads, &people.iter().map(row).collect::<Vec<_>>())) } }
            (pagination(lang, page as usize, (*all as usize).div_ceil(PAGE as usize), |n| format!("{base}?q={}&page={n}", urls::encode(words))))
        }
    }
}

fn above(lang: Lang) -> Markup {
    breadcrumbs(lang, &[(&t(lang, "admin-title"), &urls::admin(lang)), (&t(lang, "admin-people"), &urls::people(lang))])
}

fn name_of(lang: Lang, one: &OnePerson, id: OrganisationId) -> String {
    one.organisation(id).map_or_else(|| id.to_string(), |o| o.name.get(lang).to_owned())
}

/// A person: roles, scopes, what happened.
pub fn person(lang: Lang, now: Ts, one: &OnePerson, form: &Form) -> Markup {
    let p = &one.person;
    let language = p.lang.own_name();
    let rows = [
        (t(lang, "admin-email"), html! { (p.email) }),
        (t(lang, "admin-language"), html! { span lang=(p.lang.tag()) { (language) } }),
        (t(lang, "admin-since"), html! { (i18n::date(lang, p.created)) }),
    ];
    html! {
        (above(lang))
        h1 { (p.name) }
        (error_summary_of(form, |name| label(lang, name)))
        div.split {
            div.stack.loose {
                (panel("facts", &t(lang, "admin-facts"), None, facts(&rows)))
                (roles(lang, one))
                (scopes(lang, now, one))
                (record(lang, &one.record, &urls::person(lang, p.id)))
            }
            (grant_form(lang, one, form))
        }
    }
}

fn roles(lang: Lang, one: &OnePerson) -> Markup {
    let heads = [Head::text(t(lang, "admin-role")), Head::text(t(lang, "admin-organisation")), Head::actions(t(lang, "admin-remove-role"))];
    let rows: Vec<Vec<Markup>> = one
        .roles
        .iter()
        .map(|m| {
            let organisation = html! { a href=(urls::organisation(lang, m.organisation)) { (name_of(lang, one, m.organisation)) } };
            vec![html! { (role_name(lang, m.role)) }, organisation, removal(lang, one, m)]
        })
        .collect();
    panel(
        "roles",
        &t(lang, "admin-roles"),
        None,
        html! {
            @if rows.is_empty() { p.muted { (t(lang, "admin-no-roles")) } } @else { (table(&t!(lang, "table-of", what = t(lang, "admin-roles")), &heads, &rows)) }
        },
    )
}

fn removal(lang: Lang, one: &OnePerson, m: &Membership) -> Markup {
    let what = role_name(lang, m.role);
    let value = ROLES.iter().find(|(_, role)| *role == m.role).map_or("", |(value, _)| value);
    let question = html! {
        input type="hidden" name="role" value=(value);
        input type="hidden" name="organisation" value=(m.organisation);
        p { (t!(lang, "admin-remove-role-question", role = what.as_str(), organisation = name_of(lang, one, m.organisation))) }
        @if m.role == Role::Assessor { p.muted { (t(lang, "admin-remove-assessor")) } }
    };
    confirm(lang, &urls::role_removal(lang, one.person.id), &t(lang, "admin-remove-role"), question, &t(lang, "admin-remove-role"))
}

fn grant_form(lang: Lang, one: &OnePerson, form: &Form) -> Markup {
    let organisations: Vec<_> = one.organisations.iter().map(|o| choice(o.id.to_string(), o.name.get(lang))).collect();
    let hint = |role: &str| t(lang, &format!("admin-role-{role}-hint"));
    let roles: Vec<_> = ROLES.iter().map(|(value, role)| choice(*value, role_name(lang, *role)).hint(hint(value))).collect();
    html! {
        section.panel.pad aria-labelledby="grant" {
            h2.t #grant { (t(lang, "admin-give-role")) }
            form.stack method="post" action=(urls::person_roles(lang, one.person.id)) {
                (field("role", t(lang, "admin-role")).radios(form, &roles))
                (field("organisation", t(lang, "admin-organisation")).select(form, &organisations))
                div { (submit(Weight::Main, &t(lang, "admin-give"))) }
            }
        }
    }
}

fn scopes(lang: Lang, now: Ts, one: &OnePerson) -> Markup {
    let heads = [
        Head::text(t(lang, "profiles-profile")),
        Head::text(t(lang, "profiles-competencies")),
        Head::text(t(lang, "admin-organisation")),
        Head::text(t(lang, "admin-from-until")),
        Head::text(t(lang, "status")),
    ];
    let row = |(scope, version): &(AssessorScope, ProfileVersion)| {
        let codes: Vec<&str> = scope.competencies.iter().filter_map(|c| version.body.competency(*c)).map(|c| c.code.as_str()).collect();
        let codes = if scope.competencies.is_empty() { t(lang, "admin-all-competencies") } else { codes.join(", ") };
        let (from, until) = (i18n::date_short(lang, scope.from), i18n::date_short(lang, scope.until));
        let state = match (scope.from <= now, now < scope.until) {
            (true, true) => pill(State::Demonstrated, &t(lang, "admin-scope-now")),
            (false, _) => tone_pill(Tone::Info, &t(lang, "admin-scope-later")),
            (_, false) => tone_pill(Tone::Wait, &t(lang, "admin-scope-over")),
        };
        vec![
            html! { (version.body.title.get(lang)) },
            html! { (codes) },
            html! { (name_of(lang, one, scope.organisation)) },
            html! { (from) " – " (until) },
            state,
        ]
    };
    let give = html! { a.btn.small href=(urls::person_scopes(lang, one.person.id)) { (t(lang, "admin-give-scope")) } };
    panel(
        "scopes",
        &t(lang, "admin-scopes"),
        Some(give),
        html! {
            @if one.scopes.is_empty() { p.muted { (t(lang, "admin-no-scopes")) } }
            @else { (table(&t!(lang, "table-of", what = t(lang, "admin-scopes")), &heads, &one.scopes.iter().map(row).collect::<Vec<_>>())) }
        },
    )
}

fn above_scope(lang: Lang, one: &OnePerson) -> Markup {
    let person = urls::person(lang, one.person.id);
    breadcrumbs(
        lang,
        &[(&t(lang, "admin-title"), &urls::admin(lang)), (&t(lang, "admin-people"), &urls::people(lang)), (&one.person.name, &person)],
    )
}

/// The profile to give a scope in.
pub fn scope_profile(lang: Lang, one: &OnePerson, found: &Published, words: &str, page: i64) -> Markup {
    let base = urls::person_scopes(lang, one.person.id);
    let heads = [
        Head::text(t(lang, "profiles-profile")),
        Head::number(t(lang, "profiles-competencies")),
        Head::actions(t(lang, "begin-choose-role")),
    ];
    let row = |c: &store::profiles::Card| {
        let title = c.title.get(lang);
        vec![
            html! { (title) },
            html! { (c.competencies) },
            row_link(&format!("{base}?profile={}", c.profile), &t(lang, "begin-choose-role"), title),
        ]
    };
    html! {
        (above_scope(lang, one))
        div.stack.tight { h1 { (t(lang, "admin-give-scope")) } p.muted { (t(lang, "admin-scope-choose")) } }
        div.stack #published data-say=(t!(lang, "offerings-found", count = found.all)) tabindex="-1" {
            (search(&base, &t(lang, "offerings-search"), words, Some("published"), &[]))
            @if found.cards.is_empty() { (empty(&t(lang, "offerings-no-profile"), &t(lang, "admin-scope-no-profile"), None)) }
            @else { div.panel.pad { (table(&t(lang, "admin-scope-choose"), &heads, &found.cards.iter().map(row).collect::<Vec<_>>())) } }
            (pagination(lang, page as usize, (found.all as usize).div_ceil(PAGE as usize), |n| format!("{base}?q={}&page={n}", urls::encode(words))))
        }
    }
}

/// What of the profile, for whom, from when until when.
pub fn scope(lang: Lang, one: &OnePerson, form: &Form) -> Markup {
    let Some(version) = &one.profile else { return html! {} };
    let organisations: Vec<_> = one.organisations.iter().map(|o| choice(o.id.to_string(), o.name.get(lang))).collect();
    let competencies: Vec<_> =
        version.body.competencies.iter().map(|c| choice(c.id.to_string(), format!("{} {}", c.code, c.statement.get(lang)))).collect();
    let shown = if form.value("extent").is_empty() { form.clone().with("extent", "all") } else { form.clone() };
    let extents = [choice("all", t(lang, "admin-extent-all")), choice("some", t(lang, "admin-extent-some"))];
    html! {
        (above_scope(lang, one))
        div.stack.tight { h1 { (t(lang, "admin-give-scope")) } p.muted { (t!(lang, "admin-scope-in", title = version.body.title.get(lang))) } }
        (error_summary_of(form, |name| label(lang, name)))
        form.stack.narrow method="post" action=(urls::person_scopes(lang, one.person.id)) {
            input type="hidden" name="profile" value=(version.profile);
            (field("organisation", t(lang, "admin-scope-organisation")).hint(t(lang, "admin-scope-organisation-hint")).select(form, &organisations))
            (field("extent", t(lang, "admin-extent")).radios(&shown, &extents))
            (field("competencies", t(lang, "admin-extent-which")).hint(t(lang, "admin-extent-hint")).checks(&shown, &competencies))
            (field("from", t(lang, "admin-from")).date(form))
            (field("until", t(lang, "admin-until")).hint(t(lang, "admin-until-hint")).date(form))
            div.row { (submit(Weight::Main, &t(lang, "admin-give"))) (link(Weight::Quiet, &urls::person(lang, one.person.id), &t(lang, "cancel"))) }
        }
    }
}
