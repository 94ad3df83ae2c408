use crate::caller::Member;
use crate::i18n::{date, t};
use crate::queries::claim::Names;
use crate::queries::credential::emblem;
use crate::queries::held::{HeldLine, HeldPage};
use crate::web::pages::claims::pages;
use crate::web::parts::{
    Form, Tone, Weight, act, back, copyable, drawn, empty, facts, field, link, notice, pagination, panel, row_link, submit, tone_pill,
};
use crate::{t, urls};
use domain::Lang;
use domain::credential::CredentialState;
use maud::{Markup, html};

fn waits(state: &CredentialState) -> bool {
    matches!(state, CredentialState::Offered { .. } | CredentialState::Unclaimed { .. })
}

/// The page of all that a person holds.
pub fn list(who: &Member, p: &HeldPage, page: i64) -> Markup {
    let lang = who.lang;
    let (offered, rest): (Vec<_>, Vec<_>) = p.lines.iter().partition(|l| waits(&l.credential.state));
    html! {
        div.stack.tight { h1 { (t(lang, "held-title")) } p.muted { (t(lang, "held-lead")) } }
        @if p.all == 0 {
            (empty(&t(lang, "held-none"), &t(lang, "held-none-text"), Some(link(Weight::Main, &urls::claims(lang), &t(lang, "claims-title")))))
        }
        @if !offered.is_empty() {
            (panel("offered", &t(lang, "held-offered"), None, html! { p.sm.muted.lead-in { (t(lang, "credential-accept-means")) } ul.held { @for l in &offered { (offer(lang, l, &p.names)) } } }))
        }
        @if !rest.is_empty() {
            (panel("held", &t(lang, "held-yours"), None, html! { ul.held { @for l in &rest { (line(lang, l, &p.names)) } } }))
        }
        (pagination(lang, page as usize, pages(p.all), |n| format!("{}?page={n}", urls::credentials(lang))))
        @if rest.iter().any(|l| matches!(l.credential.state, CredentialState::Active { .. })) { (whole_record(lang)) }
        p { a href=(urls::elsewhere(lang)) { (t(lang, "elsewhere-title")) } }
    }
}

/// All of it in one file.
fn whole_record(lang: Lang) -> Markup {
    let body = html! {
        div.stack {
            p.sm { (t(lang, "clr-lead")) }
            div.row {
                (link(Weight::Plain, &urls::record(lang, "pdf"), &t(lang, "clr-pdf")))
                (link(Weight::Plain, &urls::record(lang, "json"), &t(lang, "clr-json")))
            }
        }
    };
    panel("record", &t(lang, "clr-panel"), None, body)
}

fn picture(l: &HeldLine) -> Markup {
    drawn(&emblem(&l.version, l.competency()), None)
}

fn named(lang: Lang, l: &HeldLine, names: &Names) -> Markup {
    let kind = if l.competency.is_some() { "held-competency" } else { "held-micro" };
    html! {
        p.sm.muted {
            (t(lang, kind)) " · "
            @if l.competency.is_some() { (l.version.body.title.get(lang)) " · " }
            (names.get(l.credential.issuer, lang)) " · " (date(lang, l.credential.from))
        }
    }
}

fn offer(lang: Lang, l: &HeldLine, names: &Names) -> Markup {
    let (settings, name) = (urls::credential_settings(lang, l.credential.id), l.name(lang));
    html! {
        li {
            (picture(l))
            div { h3 { a href=(settings) { (name) } } (named(lang, l, names)) }
            div.row {
                (act(&format!("{settings}/accept"), Weight::Main, &t(lang, "credential-accept"), name))
                (row_link(&format!("{settings}/decline"), &t(lang, "credential-decline"), name))
            }
        }
    }
}

fn line(lang: Lang, l: &HeldLine, names: &Names) -> Markup {
    let (c, name) = (&l.credential, l.name(lang));
    let settings = urls::credential_settings(lang, c.id);
    html! {
        li {
            (picture(l))
            div { h3 { a href=(settings) { (name) } } (named(lang, l, names)) p { (state_pill(lang, &c.state)) } }
            div.row {
                @if c.state.public() { (row_link(&urls::credential(lang, c.id), &t(lang, "held-public"), name)) }
                (row_link(&settings, &t(lang, "credential-settings"), name))
            }
        }
    }
}

/// Where a credential stands.
pub fn state_pill(lang: Lang, state: &CredentialState) -> Markup {
    let tone = match state {
        CredentialState::Active { .. } => Tone::Good,
        CredentialState::Offered { .. }
        | CredentialState::Unclaimed { .. }
        | CredentialState::Suspended { .. }
        | CredentialState::Expired { .. } => Tone::Wait,
        CredentialState::Revoked { .. } => Tone::Bad,
        CredentialState::Declined { .. } | CredentialState::Withdrawn { .. } | CredentialState::Superseded { .. } => Tone::Info,
    };
    tone_pill(tone, &t(lang, &format!("credential-{}", state.name())))
}

/// What the holder decides about one credential.
pub fn settings(who: &Member, l: &HeldLine, names: &Names) -> Markup {
    let (lang, c) = (who.lang, &l.credential);
    let here = urls::credential_settings(lang, c.id);
    html! {
        div.stack.tight {
            (back(&t(lang, "held-title"), &urls::credentials(lang)))
            div.row { (picture(l)) div { h1 { (l.name(lang)) } (named(lang, l, names)) p { (state_pill(lang, &c.state)) } } }
        }
        div.stack.loose.narrow {
            @if waits(&c.state) {
                (panel("answer", &t(lang, "held-offered"), None, html! {
                    div.stack.tight {
                        p { (t(lang, "credential-accept-means")) }
                        div.row {
                            form.inline method="post" action={ (here) "/accept" } { (submit(Weight::Main, &t(lang, "credential-accept"))) }
                            (link(Weight::Plain, &format!("{here}/decline"), &t(lang, "credential-decline")))
                        }
                    }
                }))
            }
            @if c.renewable(who.now) { (renewal(lang, l)) }
            @if c.state.public() { (public(who, l)) (listing(lang, l)) }
            (panel("facts", &t(lang, "claim-about"), None, about(lang, l, names)))
        }
    }
}

/// The way to a newer one.
fn renewal(lang: Lang, l: &HeldLine) -> Markup {
    panel(
        "renewal",
        &t(lang, "renewal-title"),
        None,
        html! {
            form.stack method="post" action={ (urls::credential_settings(lang, l.credential.id)) "/renewal" } {
                p.sm { (t(lang, "renewal-text")) }
                div.row { (submit(Weight::Main, &t(lang, "renewal-begin"))) }
            }
        },
    )
}

/// The link that anybody can open.
fn public(who: &Member, l: &HeldLine) -> Markup {
    let (lang, id) = (who.lang, l.credential.id);
    let page = urls::credential(lang, id);
    panel(
        "public",
        &t(lang, "held-share"),
        None,
        html! {
            div.stack {
                p.sm { (t(lang, "held-share-text")) }
                (copyable(lang, "address", &t(lang, "held-address"), &format!("{}{page}", who.app.base_url)))
                div.row {
                    (link(Weight::Main, &page, &t(lang, "held-public")))
                    @if l.credential.document.is_some() { (link(Weight::Plain, &urls::credential_document(id), &t(lang, "held-document"))) }
                    @if matches!(l.credential.state, CredentialState::Active { .. }) && l.credential.document.is_some() {
                        (link(Weight::Plain, &urls::credential_wallet(lang, id), &t(lang, "held-wallet")))
                    }
                }
                @if l.credential.document.is_none() { p.sm.muted { (t(lang, "held-signing")) } }
            }
        },
    )
}

fn listing(lang: Lang, l: &HeldLine) -> Markup {
    let form = Form::new(lang);
    let form = if l.credential.listed { form.with("listed", "yes") } else { form };
    panel(
        "listing",
        &t(lang, "listing-title"),
        None,
        html! {
            form.stack method="post" action={ (urls::credential_settings(lang, l.credential.id)) "/listing" } {
                p.sm { (t(lang, "listing-text")) }
                (field("listed", t(lang, "listing-allow")).optional().checkbox(&form))
                div.row { (submit(Weight::Plain, &t(lang, "save"))) }
            }
        },
    )
}

fn about(lang: Lang, l: &HeldLine, names: &Names) -> Markup {
    let c = &l.credential;
    let until = c.until.map_or_else(|| t(lang, "held-no-end"), |until| date(lang, until));
    html! {
        div.stack {
            (facts(&[
                (t(lang, "claim-issuer"), html! { (names.get(c.issuer, lang)) }),
                (t(lang, "held-from"), html! { (date(lang, c.from)) }),
                (t(lang, "held-until"), html! { (until) }),
                (t(lang, "claim-pinned"), html! { a href=(urls::version(lang, l.version.profile, l.version.number)) { (l.version.body.title.get(lang)) ", " (t!(lang, "claim-version", number = l.version.number.to_string())) } }),
            ]))
            @if let Some((_, reason)) = c.out_of_force() { (notice(Tone::Wait, html! { p { (t(lang, &format!("ground-{}", reason.ground.code()))) } p.written { (reason.words) } p { a href=(urls::about(lang, "appeals")) { (t(lang, "claim-appeal")) } } })) }
        }
    }
}

/// The question before an offer is declined.
pub fn decline(who: &Member, l: &HeldLine) -> Markup {
    let (lang, settings) = (who.lang, urls::credential_settings(who.lang, l.credential.id));
    html! {
        div.stack.narrow {
            (back(l.name(lang), &settings))
            h1 { (t(lang, "decline-title")) }
            p { (t!(lang, "decline-lead", name = l.name(lang))) }
            ul.bullets { li { (t(lang, "decline-kept")) } li { (t(lang, "decline-final")) } }
            form.row method="post" action={ (settings) "/decline" } {
                (submit(Weight::Danger, &t(lang, "decline-yes")))
                (link(Weight::Quiet, &settings, &t(lang, "confirm-cancel")))
            }
        }
    }
}
