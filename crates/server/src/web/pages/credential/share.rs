//! Taking a credential along: its address, its file, its code; what social sites read; and checking it without us.

use crate::caller::Visitor;
use crate::i18n::{date, local, t};
use crate::issuing::status::{self, Purpose};
use crate::queries::credential::Shown;
use crate::web::parts::{copyable, icon, panel_pad, qr};
use crate::{t, urls};
use domain::{Lang, Ts};
use maud::{Markup, html};

/// The credential's own address: the one in the document.
fn address(who: &Visitor, s: &Shown) -> String {
    format!("{}/c/{}", who.app.base_url, s.credential.id)
}

/// For `<head>`: where else it is, and what a link to it looks like elsewhere.
pub fn head(who: &Visitor, s: &Shown) -> Markup {
    let lang = who.lang;
    let page = format!("{}{}", who.app.base_url, urls::credential(lang, s.credential.id));
    let (name, issuer) = (s.holder.as_str(), s.issuer.name.get(lang));
    html! {
        link rel="canonical" href=(page);
        link rel="alternate" type="application/ld+json" href=(urls::credential_document(s.credential.id));
        meta name="description" content=(t!(lang, "credential-card", name = name, issuer = issuer, day = date(lang, s.credential.from)));
        meta property="og:type" content="website";
        meta property="og:site_name" content="Tessera";
        meta property="og:locale" content=(lang.tag().replace('-', "_"));
        meta property="og:url" content=(page);
        meta property="og:title" content=(s.title(lang));
        meta property="og:description" content=(t!(lang, "credential-card", name = name, issuer = issuer, day = date(lang, s.credential.from)));
        meta name="twitter:card" content="summary";
    }
}

/// Its code, address and file, and the fields of a professional network.
pub fn this_page(who: &Visitor, s: &Shown) -> Markup {
    let lang = who.lang;
    let address = address(who, s);
    let body = html! {
        div.stack {
            div.row {
                (qr(lang, &address, &t(lang, "credential-this-page")))
                p.sm.scan { (t(lang, "credential-scan")) span.printed { (address) } }
            }
            (copyable(lang, "address", &t(lang, "credential-link"), &address))
            a.btn.noprint href=(urls::credential_document(s.credential.id)) download { (icon("down")) (t(lang, "credential-file")) }
            (linked_in(lang, s, &address))
        }
    };
    panel_pad("share", &t(lang, "credential-share"), body)
}

fn linked_in(lang: Lang, s: &Shown, address: &str) -> Markup {
    let (title, issuer) = (s.title(lang), s.issuer.name.get(lang));
    let c = &s.credential;
    let number = c.id.to_string();
    let fields = [
        ("li-name", "linked-in-name", title.to_owned()),
        ("li-issuer", "linked-in-issuer", issuer.to_owned()),
        ("li-from", "linked-in-from", month(c.from)),
        ("li-until", "linked-in-until", c.until.map(month).unwrap_or_default()),
        ("li-id", "linked-in-id", number.clone()),
        ("li-url", "linked-in-url", address.to_owned()),
    ];
    let mut link = url::form_urlencoded::Serializer::new("https://www.linkedin.com/profile/add?".to_owned());
    link.append_pair("startTask", "CERTIFICATION_NAME").append_pair("name", title).append_pair("organizationName", issuer);
    for (year, number, at) in [("issueYear", "issueMonth", Some(c.from)), ("expirationYear", "expirationMonth", c.until)] {
        if let Some(day) = at.map(local) {
            link.append_pair(year, &day.year().to_string()).append_pair(number, &u8::from(day.month()).to_string());
        }
    }
    link.append_pair("certId", &number).append_pair("certUrl", address);
    html! {
        details.noprint open[s.mine] {
            summary { (t(lang, "linked-in")) }
            div.stack {
                p.sm.muted { (t(lang, "linked-in-text")) }
                a.btn href=(link.finish()) rel="noreferrer" { (icon("in")) (t(lang, "linked-in-add")) }
                @for (id, label, value) in fields.iter().filter(|(_, _, value)| !value.is_empty()) {
                    (copyable(lang, id, &t(lang, label), value))
                }
            }
        }
    }
}

fn month(at: Ts) -> String {
    let day = local(at);
    format!("{:04}-{:02}", day.year(), u8::from(day.month()))
}

/// How to check it without this site.
pub fn yourself(who: &Visitor, s: &Shown) -> Markup {
    let lang = who.lang;
    let file = format!("{}.json", s.credential.id);
    let by_key = s.report.issuer.as_deref().is_some_and(|i| i.starts_with("did:key:"));
    let keys = format!("/issuers/{}/did.json", s.credential.issuer);
    let lists: Vec<_> = s.credential.status.iter().flat_map(|at| Purpose::ALL.map(|p| (status::address("", at.list, p), p))).collect();
    let at_hand: String = lists.iter().map(|(_, p)| format!(" --status-list {}.json", p.code())).collect();
    html! {
        div.prose.sm #yourself {
            h3 { (t(lang, "yourself-title")) }
            p { (t(lang, "yourself-text")) }
            ol {
                li { a href=(urls::credential_document(s.credential.id)) download { (t(lang, "yourself-file")) } }
                @if by_key {
                    li { (t(lang, "yourself-key-inside")) }
                } @else {
                    li { (t(lang, "yourself-keys-before")) " " a href=(keys) download="did.json" { (t(lang, "yourself-keys")) } (t(lang, "yourself-keys-after")) }
                }
                li {
                    (t(lang, "yourself-lists")) " "
                    @for (n, (href, purpose)) in lists.iter().enumerate() {
                        @if n > 0 { ", " }
                        a href=(href) download={ (purpose.code()) ".json" } { (t(lang, &format!("yourself-list-{}", purpose.code()))) }
                    }
                    "."
                }
                li {
                    (t(lang, "yourself-run"))
                    pre { code { "tessera verify " (file) @if !by_key { " --did-document did.json" } (at_hand) " --offline" } }
                }
                li { (t(lang, "yourself-others")) }
            }
        }
    }
}
