//! The frame of every page: head, bar, notice, footer; and the pages shown when something is refused.

use super::assets;
use super::parts::{Tone, icon, notice};
use crate::i18n::t;
use crate::t;
use axum::http::StatusCode;
use domain::Lang;
use maud::{DOCTYPE, Markup, html};

/// The signed-in person, as the bar shows them.
#[derive(Clone, Debug)]
pub struct Who {
    pub name: String,
    pub initials: String,
}

impl Who {
    /// Initials from the first and the last word of a name.
    pub fn named(name: &str) -> Who {
        let mut words = name.split_whitespace();
        let first = words.next().and_then(|w| w.chars().next());
        let last = words.next_back().and_then(|w| w.chars().next());
        let initials = first.into_iter().chain(last).flat_map(char::to_uppercase).collect();
        Who { name: name.to_owned(), initials }
    }
}

/// Which parts of the product this person sees in the bar.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nav {
    pub learner: bool,
    pub assessor: bool,
    pub author: bool,
    pub issuer: bool,
    pub admin: bool,
}

/// The part of the product that a page belongs to, marked in the bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    Home,
    Catalogue,
    Learning,
    Claims,
    Credentials,
    Desk,
    Frameworks,
    Profiles,
    Decisions,
    Register,
    Verify,
    Admin,
    Demo,
    Account,
    /// Belongs to no part that the bar names.
    Other,
}

/// All that the frame needs to know.
#[derive(Clone, Debug)]
pub struct Chrome<'a> {
    pub lang: Lang,
    /// Path and query without the language, such as `/catalogue?q=care` (empty for the start page): the language
    /// link leads to the same page.
    pub path: &'a str,
    pub person: Option<Who>,
    pub nav: Nav,
    pub demo: bool,
    /// What the last act did, shown once on top.
    pub notice: Option<(Tone, String)>,
    /// Keep search engines away.
    pub noindex: bool,
    /// More for `<head>`: social cards, alternative forms of the same thing.
    pub head: Option<Markup>,
}

impl<'a> Chrome<'a> {
    /// The frame for somebody who is not signed in.
    pub fn visitor(lang: Lang, path: &'a str) -> Chrome<'a> {
        Chrome { lang, path, person: None, nav: Nav::default(), demo: false, notice: None, noindex: false, head: None }
    }

    fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.lang.code())
    }
}

/// A page in the usual width. `body` starts with the page's only `h1`.
pub fn page(chrome: &Chrome, title: &str, current: Section, body: Markup) -> Markup {
    let main = html! {
        main.page.wrap.stack.wide-gap #main tabindex="-1" {
            @if let Some((tone, words)) = &chrome.notice { (notice(*tone, html! { p { (words) } })) }
            (body)
        }
        (footer(chrome))
    };
    document(chrome, title, current, main)
}

/// A page that uses the whole window, such as the review desk. `body` brings its own `main` with the id `main`.
pub fn wide_page(chrome: &Chrome, title: &str, current: Section, body: Markup) -> Markup {
    let body = html! {
        @if let Some((tone, words)) = &chrome.notice { div.wide-notice role="status" { (notice(*tone, html! { p { (words) } })) } }
        (body)
        script type="module" src=(assets::url("desk.js")) {}
    };
    document(chrome, title, current, body)
}

/// A page for embedding elsewhere or for print: the stylesheet and nothing around the content.
pub fn bare_page(lang: Lang, title: &str, head: Option<Markup>, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head { (head_basics(title)) meta name="robots" content="noindex"; @if let Some(more) = head { (more) } }
            body.bare { main #main { (body) } }
        }
    }
}

fn head_basics(title: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        title { (title) " – Tessera" }
        link rel="stylesheet" href=(assets::url("app.css"));
        link rel="icon" href=(assets::url("favicon.svg")) type="image/svg+xml";
    }
}

fn document(chrome: &Chrome, title: &str, current: Section, content: Markup) -> Markup {
    let lang = chrome.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                (head_basics(title))
                @for l in Lang::ALL { link rel="alternate" hreflang=(l.tag()) href={ "/" (l.code()) (chrome.path) }; }
                @if chrome.noindex { meta name="robots" content="noindex"; }
                @if let Some(more) = &chrome.head { (more) }
                script type="module" src=(assets::url("enhance.js")) {}
            }
            body {
                a.skip href="#main" { (t(lang, "skip-to-main")) }
                (bar(chrome, current))
                @if chrome.demo { (demo_strip(chrome)) }
                (content)
            }
        }
    }
}

fn bar(chrome: &Chrome, current: Section) -> Markup {
    let lang = chrome.lang;
    let other = lang.other();
    html! {
        header.bar { div.wrap {
            a.brand href=(chrome.href("")) aria-current=[(current == Section::Home).then_some("page")] { (icon("brand")) "Tessera" }
            nav.nav aria-label=(t(lang, "nav-main")) { (nav_links(chrome, current)) }
            a.lang.push href={ "/" (other.code()) (chrome.path) } lang=(other.tag()) hreflang=(other.tag()) rel="alternate" {
                (other.own_name())
            }
            @if let Some(who) = &chrome.person {
                a.who href=(chrome.href("/account")) aria-label=(t!(lang, "account-of", initials = who.initials.as_str(), name = who.name.as_str()))
                    aria-current=[(current == Section::Account).then_some("page")] { (who.initials) }
                form.inline method="post" action=(chrome.href("/sign-out")) { button.btn.quiet.small { (t(lang, "sign-out")) } }
            } @else {
                a.btn.small href=(chrome.href("/sign-in")) { (t(lang, "sign-in")) }
            }
        } }
    }
}

fn nav_links(chrome: &Chrome, current: Section) -> Markup {
    let (lang, nav) = (chrome.lang, chrome.nav);
    let links = [
        (true, Section::Catalogue, "/catalogue", t(lang, "nav-catalogue")),
        (true, Section::Learning, "/learning", t(lang, "nav-learning")),
        (nav.learner, Section::Claims, "/claims", t(lang, "nav-claims")),
        (nav.learner, Section::Credentials, "/credentials", t(lang, "nav-credentials")),
        (nav.assessor, Section::Desk, "/desk", t(lang, "nav-desk")),
        (nav.author, Section::Frameworks, "/frameworks", t(lang, "nav-frameworks")),
        (nav.author, Section::Profiles, "/profiles", t(lang, "nav-profiles")),
        (nav.issuer, Section::Decisions, "/decisions", t(lang, "nav-decisions")),
        (nav.issuer, Section::Register, "/register", t(lang, "nav-register")),
        (nav.admin, Section::Admin, "/admin", t(lang, "nav-admin")),
        (true, Section::Verify, "/verify", t(lang, "nav-verify")),
        (chrome.demo && chrome.person.is_none(), Section::Demo, "/demo", t(lang, "nav-demo")),
    ];
    html! {
        @for (_, section, path, words) in links.into_iter().filter(|(shown, ..)| *shown) {
            a href=(chrome.href(path)) aria-current=[(section == current).then_some("page")] { (words) }
        }
    }
}

fn demo_strip(chrome: &Chrome) -> Markup {
    html! {
        aside.demo aria-label=(t(chrome.lang, "demo-label")) { div.wrap.row {
            p.sm { (t(chrome.lang, "demo-notice")) }
            a.sm href=(chrome.href("/demo")) { (t(chrome.lang, "demo-choose")) }
        } }
    }
}

fn footer(chrome: &Chrome) -> Markup {
    let lang = chrome.lang;
    html! {
        footer.foot { div.wrap {
            nav.row aria-label=(t(lang, "footer")) {
                span { "Tessera" }
                a href=(chrome.href("/verify")) { (t(lang, "footer-verify")) }
                a href=(chrome.href("/about/help")) { (t(lang, "footer-help")) }
                a href=(chrome.href("/about/accessibility")) { (t(lang, "footer-accessibility")) }
                a href=(chrome.href("/about/privacy")) { (t(lang, "footer-privacy")) }
                a href="/api/docs" { (t(lang, "footer-api")) }
            }
        } }
    }
}

/// What happened and what to do next, for any refusal. `causes` are sentences in the person's language;
/// `reference` is the id under which the log has it.
pub fn error_page(chrome: &Chrome, (status, stem): (StatusCode, Option<&str>), causes: &[String], reference: Option<&str>) -> Markup {
    let lang = chrome.lang;
    let known = [401, 403, 404, 409, 410, 413, 422, 429, 503];
    let code = if known.contains(&status.as_u16()) {
        status.as_u16()
    } else if status.is_client_error() {
        422
    } else {
        500
    };
    let stem = stem.map_or_else(|| code.to_string(), str::to_owned);
    let title = t(lang, &format!("error-title-{stem}"));
    let body = html! {
        div.stack.narrow {
            h1 { (title) }
            p { (t(lang, &format!("error-text-{stem}"))) }
            @if !causes.is_empty() {
                div.errors { h2 { (t(lang, "error-cause")) } ul { @for cause in causes { li { (cause) } } } }
            }
            (way_out(chrome, code))
            @if let Some(id) = reference { p.sm.muted { (t!(lang, "error-reference", id = id)) } }
        }
    };
    page(&Chrome { noindex: true, ..chrome.clone() }, &title, Section::Other, body)
}

fn way_out(chrome: &Chrome, code: u16) -> Markup {
    let lang = chrome.lang;
    html! {
        div.row {
            @match code {
                401 => a.btn.main href=(chrome.href("/sign-in")) { (t(lang, "sign-in")) },
                409 | 500 | 503 => a.btn.main href=(chrome.href(chrome.path)) { (t(lang, "error-reload")) },
                413 | 422 => a.btn.main href=(chrome.href(chrome.path)) data-back { (t(lang, "error-back")) },
                _ => {}
            }
            a.btn href=(chrome.href("")) { (t(lang, "error-home")) }
            @if code == 404 {
                a.btn href=(chrome.href("/catalogue")) { (t(lang, "nav-catalogue")) }
                a.btn href=(chrome.href("/verify")) { (t(lang, "footer-verify")) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_link_keeps_the_page_and_its_query() {
        let drawn =
            page(&Chrome::visitor(Lang::En, "/catalogue?q=a&b=c"), "Catalogue", Section::Catalogue, html! { h1 { "C" } }).into_string();
        assert!(drawn.contains("href=\"/fr/catalogue?q=a&amp;b=c\" lang=\"fr-CA\" hreflang=\"fr-CA\""), "{drawn}");
        assert!(drawn.starts_with("<!DOCTYPE html><html lang=\"en-CA\">"));
        assert_eq!(drawn.matches("aria-current=\"page\"").count(), 1);
    }

    #[test]
    fn people_see_only_the_parts_that_are_theirs() {
        let nav = Nav { assessor: true, ..Nav::default() };
        let chrome = Chrome { person: Some(Who::named("Amara Chidi Okafor")), nav, ..Chrome::visitor(Lang::Fr, "/desk") };
        let drawn = page(&chrome, "Bureau", Section::Desk, html! {}).into_string();
        assert!(drawn.contains("/fr/desk") && !drawn.contains("/fr/admin") && !drawn.contains("/fr/sign-in"));
        assert!(drawn.contains("AO, compte de Amara Chidi Okafor"));
    }

    #[test]
    fn every_refusal_says_what_to_do_next_in_both_languages() {
        for lang in Lang::ALL {
            for code in [400, 401, 403, 404, 409, 413, 418, 422, 429, 500, 502, 503] {
                let status = StatusCode::from_u16(code).unwrap();
                let drawn = error_page(&Chrome::visitor(lang, "/x"), (status, None), &["Because.".into()], Some("r-1")).into_string();
                assert!(!drawn.contains("error-t"), "a key is missing for {code}");
                assert!(drawn.contains("class=\"btn") && drawn.contains("Because.") && drawn.contains("r-1"));
            }
        }
    }
}
