//! Taking a credential along: certificate, badge, code, link; what social sites and search engines read; and checking it
//! without us.

use super::certificate::kind;
use super::take::Form;
use crate::caller::Visitor;
use crate::i18n::{date, date_machine, local, t};
use crate::issuing::status::{self, Purpose};
use crate::queries::credential::Shown;
use crate::web::parts::{copyable, icon, panel_pad, qr};
use crate::{t, urls};
use domain::{Lang, Ts};
use maud::{Markup, PreEscaped, html};
use paper::card;
use serde_json::json;

/// The credential's own address: the one in the document.
fn address(who: &Visitor, s: &Shown) -> String {
    format!("{}/c/{}", who.app.base_url, s.credential.id)
}

fn described(lang: Lang, s: &Shown) -> String {
    let (name, issuer) = (s.holder.as_str(), s.issuer.name.get(lang));
    t!(lang, "credential-card", name = name, issuer = issuer, day = date(lang, s.credential.from))
}

/// For `<head>`: where else it is, and what a link to it looks like elsewhere.
pub fn head(who: &Visitor, s: &Shown) -> Markup {
    let lang = who.lang;
    let id = s.credential.id;
    let page = format!("{}{}", who.app.base_url, urls::credential(lang, id));
    let picture = format!("{}{}", who.app.base_url, urls::credential_file(lang, id, Form::Card.end()));
    let words = described(lang, s);
    let title = t!(lang, "credential-page-title", title = s.title(lang), name = s.holder.as_str());
    html! {
        link rel="canonical" href=(page);
        link rel="alternate" type="application/ld+json" href=(urls::credential_document(id));
        link rel="alternate" type="application/pdf" href=(urls::credential_file(lang, id, Form::Pdf.end()));
        meta name="description" content=(words);
        meta property="og:type" content="website";
        meta property="og:site_name" content="Tessera";
        meta property="og:locale" content=(lang.tag().replace('-', "_"));
        meta property="og:url" content=(page);
        meta property="og:title" content=(title);
        meta property="og:description" content=(words);
        meta property="og:image" content=(picture);
        meta property="og:image:type" content="image/png";
        meta property="og:image:width" content=(card::SIZE.0);
        meta property="og:image:height" content=(card::SIZE.1);
        meta property="og:image:alt" content=(title);
        meta name="twitter:card" content="summary_large_image";
        meta name="twitter:title" content=(title);
        meta name="twitter:description" content=(words);
        meta name="twitter:image" content=(picture);
        meta name="twitter:image:alt" content=(title);
        @if s.credential.listed { (for_search(who, s)) }
    }
}

/// What search engines read, in the words of schema.org; only if the holder lets them.
fn for_search(who: &Visitor, s: &Shown) -> Markup {
    let lang = who.lang;
    let base = &who.app.base_url;
    let able: Vec<_> = s.competencies().map(|(_, c)| json!({ "@type": "DefinedTerm", "name": c.statement.get(lang) })).collect();
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalCredential",
        "name": s.title(lang),
        "description": described(lang, s),
        "url": format!("{base}{}", urls::credential(lang, s.credential.id)),
        "image": format!("{base}{}", urls::credential_file(lang, s.credential.id, Form::Card.end())),
        "inLanguage": lang.tag(),
        "credentialCategory": kind(lang, s),
        "competencyRequired": able,
        "dateCreated": date_machine(s.credential.from),
        "recognizedBy": { "@type": "Organization", "name": s.issuer.name.get(lang), "url": format!("{base}/organisations/{}", s.issuer.id) },
        "about": { "@type": "Person", "name": s.holder },
    });
    if let Some(until) = s.credential.until {
        about["expires"] = date_machine(until).into();
    }
    // Inside a script element only `<` could end it early.
    let text = about.to_string().replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

/// What one comes for, beside the name: the certificate, and for the holder their profile elsewhere.
pub fn first(lang: Lang, s: &Shown) -> Markup {
    let id = s.credential.id;
    html! {
        div.row.noprint {
            a.btn.main href=(urls::credential_file(lang, id, Form::Pdf.end())) type="application/pdf" { (icon("down")) (t(lang, "get-certificate")) }
            @if s.mine { a.btn href="#linked-in" { (icon("in")) (t(lang, "get-linked-in")) } }
            a.btn href="#share" { (icon("link")) (t(lang, "get-more")) }
        }
    }
}

/// Its code, address and files, the fields of a professional network, and how to show it elsewhere.
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
            (files(lang, s))
            (linked_in(lang, s, &address))
            (elsewhere(who, s, &address))
        }
    };
    panel_pad("share", &t(lang, "credential-share"), body)
}

fn files(lang: Lang, s: &Shown) -> Markup {
    let id = s.credential.id;
    let row = |href: String, kind: &str, name: &str, of: &str| {
        html! { li { a href=(href) type=(kind) download { (t(lang, name)) } " " span.muted { (of) } } }
    };
    html! {
        details.noprint #files {
            summary { (t(lang, "get-files")) }
            ul.bullets.sm {
                @for other in Lang::ALL {
                    li lang=(other.tag()) {
                        a href=(urls::credential_file(other, id, Form::Pdf.end())) type="application/pdf" hreflang=(other.tag()) download { (t(other, "get-pdf-in")) } " " span.muted { "PDF" }
                    }
                }
                (row(urls::credential_form(id, Form::Pdf.end()), "application/pdf", "get-pdf-both", "PDF"))
                (row(urls::credential_document(id), "application/ld+json", "credential-file", ""))
                (row(urls::credential_form(id, "jwt"), "application/jwt", "credential-token", "JWT"))
                (row(urls::credential_form(id, Form::Png.end()), "image/png", "get-badge", "PNG"))
                (row(urls::credential_form(id, Form::Svg.end()), "image/svg+xml", "get-badge", "SVG"))
                (row(urls::credential_form(id, Form::QrPng.end()), "image/png", "get-code", "PNG"))
                (row(urls::credential_form(id, Form::QrSvg.end()), "image/svg+xml", "get-code", "SVG"))
            }
            p.sm.muted { (t(lang, "get-files-text")) }
        }
    }
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
        details.noprint #linked-in open[s.mine] {
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

/// Code for other sites: a linked picture, which mail takes too, or a small frame that says what holds today.
fn elsewhere(who: &Visitor, s: &Shown, address: &str) -> Markup {
    let lang = who.lang;
    let base = &who.app.base_url;
    let id = s.credential.id;
    let title = t!(lang, "credential-page-title", title = s.title(lang), name = s.holder.as_str());
    let picture = html! {
        a href=(address) { img src={ (base) (urls::credential_form(id, Form::Png.end())) } alt=(title) width="160" height="160"; }
    };
    let frame = html! {
        iframe src={ (base) (urls::credential_embed(lang, id)) } title=(title) width="480" height="260" style="border:0" loading="lazy" {}
    };
    html! {
        details.noprint #elsewhere {
            summary { (t(lang, "embed-title")) }
            div.stack {
                p.sm.muted { (t(lang, "embed-text")) }
                (copyable(lang, "embed-picture", &t(lang, "embed-picture"), &picture.into_string()))
                (copyable(lang, "embed-frame", &t(lang, "embed-frame"), &frame.into_string()))
                p.sm { a href=(urls::credential_embed(lang, id)) { (t(lang, "embed-look")) } }
            }
        }
    }
}

/// How to check it without this site.
pub fn yourself(who: &Visitor, s: &Shown) -> Markup {
    let lang = who.lang;
    let file = format!("{}.json", s.credential.id);
    let by_key = s.report.issuer.as_deref().is_some_and(|i| i.starts_with("did:key:"));
    let keys = format!("/issuers/{}/did.json", s.credential.issuer);
    let lists: Vec<_> = s.credential.status.iter().flat_map(|at| Purpose::ALL.map(|p| (status::address("", at.list, p), p))).collect();
    let at_hand: String = lists.iter().map(|(_, p)| format!(" --documents {}.json", p.code())).collect();
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
                    pre { code { "tessera verify " (file) @if !by_key { " --documents did.json" } (at_hand) " --offline" } }
                }
                li { (t(lang, "yourself-others")) }
            }
        }
    }
}
