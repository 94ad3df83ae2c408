//! The register as a list, and one credential with what happened to it.

use crate::caller::Member;
use crate::i18n::{date, date_short, date_time, t};
use crate::queries::register::{RegisterEntry, RegisterPage};
use crate::web::extract::PAGE;
use crate::web::pages::credentials::state_pill;
use crate::web::parts::{
    Head, Tone, Weight, back, empty, facts, filters, link, notice, pagination, panel, panel_pad, row_link, search, table,
};
use crate::{t, urls};
use domain::Lang;
use domain::credential::{Achievement, Credential, CredentialState, Reason};
use domain::event::Event;
use maud::{Markup, html};
use store::events::Entry;
use store::register::Part;

/// What an entry is called: whose, and what.
pub fn name(lang: Lang, e: &RegisterEntry) -> String {
    t!(lang, "decide-page-title", name = e.credential.recipient.name.as_str(), title = e.credential.title.get(lang))
}

/// A page of the register.
pub fn list(who: &Member, p: &RegisterPage, part: Part, query: &str, page: i64) -> Markup {
    let lang = who.lang;
    let base = urls::register(lang);
    let at = |part: Part| format!("{base}?show={}&q={}", part.code(), urls::encode(query));
    let label = |p: Part| t(lang, &format!("register-part-{}", p.code()));
    let parts = Part::ALL.map(|one| (label(one), Some(p.count(one) as usize), at(one), one == part));
    let pages = (p.count(part).max(1) as usize).div_ceil(PAGE as usize);
    let heads = ["register-head-person", "register-head-title", "register-head-issued", "register-head-state"];
    let heads: Vec<Head> = heads.map(|k| Head::text(t(lang, k))).into_iter().chain([Head::actions(t(lang, "decide-head-open"))]).collect();
    let rows: Vec<_> = p.lines.iter().map(|c| row(lang, c)).collect();
    html! {
        div.stack #register tabindex="-1" data-say=(t!(lang, "register-count", count = p.count(part))) {
            h1 { (t(lang, "register-title")) }
            p.muted { (t(lang, "register-lead")) }
            div.row { (search(&base, &t(lang, "register-search"), query, None, &[])) (link(Weight::Plain, &urls::batches(lang), &t(lang, "batches-title"))) }
            div.row { (filters(&t(lang, "register-parts"), Some("register"), &parts)) }
            @if p.lines.is_empty() { (empty(&t(lang, "register-none"), &t(lang, "register-none-text"), None)) }
            @else { (table(&t(lang, "register-title"), &heads, &rows)) }
            (pagination(lang, page as usize, pages, |n| format!("{}&page={n}", at(part))))
        }
    }
}

fn row(lang: Lang, c: &Credential) -> Vec<Markup> {
    let href = urls::register_entry(lang, c.id);
    vec![
        html! { a href=(href) { (c.recipient.name) } },
        html! { (c.title.get(lang)) },
        html! { span.num { (date_short(lang, c.from)) } },
        state_pill(lang, &c.state),
        row_link(&href, &t(lang, "register-open"), &c.recipient.name),
    ]
}

/// One credential: where it stands, what can be done, what happened.
pub fn entry(who: &Member, e: &RegisterEntry) -> Markup {
    let (lang, c) = (who.lang, &e.credential);
    html! {
        (back(&t(lang, "register-title"), &urls::register(lang)))
        div.split {
            div.stack {
                h1 { (c.recipient.name) }
                p.lead { (c.title.get(lang)) }
                div.row { (state_pill(lang, &c.state)) }
                @if let Some((at, reason)) = c.out_of_force() { (why(lang, at, reason)) }
                (panel("history", &t(lang, "register-history"), None, html! {
                    ol.line {
                        @for (entry, event) in &e.history { li { (happened(lang, e, entry, event)) } }
                        li { p { (t(lang, "register-issued")) } span.muted.when { (date_time(lang, c.from)) } }
                    }
                }))
            }
            aside.stack { (acts(lang, e)) (about(lang, e)) }
        }
    }
}

fn why(lang: Lang, at: domain::Ts, reason: &Reason) -> Markup {
    notice(
        Tone::Wait,
        html! {
            p { (t!(lang, "register-since", day = date(lang, at), ground = t(lang, &format!("ground-{}", reason.ground.code())))) }
            p.sm.written { (reason.words) }
        },
    )
}

fn acts(lang: Lang, e: &RegisterEntry) -> Markup {
    let c = &e.credential;
    let body = match &c.state {
        _ if e.own => html! { p { (t(lang, "register-own")) } },
        CredentialState::Active { .. } => html! {
            p.sm { (t(lang, "register-acts-active")) }
            div.row {
                (link(Weight::Plain, &urls::suspension(lang, c.id), &t(lang, "register-suspend")))
                (link(Weight::Danger, &urls::revocation(lang, c.id), &t(lang, "register-revoke")))
            }
        },
        CredentialState::Suspended { .. } => html! {
            p.sm { (t(lang, "register-acts-suspended")) }
            div.row {
                (link(Weight::Main, &urls::reinstatement(lang, c.id), &t(lang, "register-reinstate")))
                (link(Weight::Danger, &urls::revocation(lang, c.id), &t(lang, "register-revoke")))
            }
        },
        CredentialState::Offered { .. } | CredentialState::Unclaimed { .. } => html! {
            p.sm { (t(lang, "register-acts-offered")) }
            div.row { (link(Weight::Danger, &urls::revocation(lang, c.id), &t(lang, "register-withdraw"))) }
        },
        _ => html! { p { (t(lang, "register-acts-over")) } },
    };
    panel_pad("acts", &t(lang, "register-acts"), html! { div.stack { (body) } })
}

fn about(lang: Lang, e: &RegisterEntry) -> Markup {
    let c = &e.credential;
    let kind = match c.achievement {
        Achievement::Competency(_) => "credential-kind-competency",
        Achievement::MicroCredential(_) | Achievement::Batch(_) => "credential-kind-micro",
    };
    let until = c.until.map_or_else(|| t(lang, "held-no-end"), |until| date(lang, until));
    let mut rows = vec![
        (t(lang, "register-kind"), html! { (t(lang, kind)) }),
        (t(lang, "credential-issued-by"), html! { (e.names.get(c.issuer, lang)) }),
        (t(lang, "held-from"), html! { (date(lang, c.from)) }),
        (t(lang, "held-until"), html! { (until) }),
        (t(lang, "credential-number"), html! { span.xs { (c.id) } }),
    ];
    if c.state.public() {
        rows.push((t(lang, "register-page"), html! { a href=(urls::credential(lang, c.id)) { (t(lang, "held-public")) } }));
    }
    panel_pad("about", &t(lang, "credential-details"), facts(&rows))
}

fn happened(lang: Lang, e: &RegisterEntry, entry: &Entry, event: &Event) -> Markup {
    let ground = |r: &Reason| t(lang, &format!("ground-{}", r.ground.code()));
    let (key, ground, words) = match event {
        Event::CredentialSigned { .. } => ("happened-signed", None, ""),
        Event::CredentialAccepted { .. } => ("happened-accepted", None, ""),
        Event::CredentialDeclined { .. } => ("happened-declined", None, ""),
        Event::CredentialSuspended { reason, .. } => ("happened-suspended", Some(ground(reason)), reason.words.as_str()),
        Event::CredentialReinstated { words, .. } => ("happened-reinstated", None, words.as_str()),
        Event::CredentialRevoked { reason, .. } => ("happened-revoked", Some(ground(reason)), reason.words.as_str()),
        Event::CredentialExpired { .. } => ("happened-expired", None, ""),
        Event::CredentialSuperseded { .. } => ("happened-superseded", None, ""),
        Event::OfferLapsed { .. } => ("happened-lapsed", None, ""),
        Event::ExpiryAnnounced { .. } => ("happened-announced", None, ""),
        _ => ("happened-other", None, ""),
    };
    let by = match entry.actor {
        Some(actor) if Some(actor) == e.credential.holder => t(lang, "register-by-holder"),
        Some(actor) => e.people.get(&actor).cloned().unwrap_or_else(|| t(lang, "register-by-colleague")),
        None => t(lang, "record-by-system"),
    };
    html! {
        p { (t(lang, key)) @if let Some(ground) = ground { " " (ground) } }
        @if !words.is_empty() { p.said { (words) } }
        span.muted.when { (date_time(lang, entry.at)) " · " (by) }
    }
}
