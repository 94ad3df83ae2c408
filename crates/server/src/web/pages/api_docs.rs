//! What programs can do, from the document that the API itself gives out; and how to begin.

use crate::access::{Thing, Verb};
use crate::actions::manage_tokens::SCOPES;
use crate::api::problem::Kind;
use crate::api::sketch::sketch;
use crate::api::{BASE, document, openapi};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::t;
use crate::urls;
use crate::web::answer::{self, Page};
use crate::web::layout::Section;
use crate::web::parts::panel;
use crate::web::routes::Routes;
use axum::http::Method;
use domain::Lang;
use maud::{Markup, html};
use serde_json::Value;
use std::sync::LazyLock;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/api/docs", Verb::View, Thing::Public, choose_language).get("/{lang}/api/docs", Verb::View, Thing::Public, read)
}

async fn choose_language(who: Visitor) -> Page {
    answer::redirect(&urls::api_docs(who.lang))
}

async fn read(who: Visitor) -> Page {
    answer::page(&who, &t(who.lang, "api-title"), Section::Other, view(who.lang, &who.app.base_url))
}

/// One operation, as people read it.
struct Operation {
    method: Method,
    path: String,
    words: String,
    id: String,
    scope: Option<String>,
    open: bool,
    asked: Vec<(String, String)>,
    body: Option<String>,
    answers: Vec<(String, String)>,
}

/// The document as plain values.
fn plain() -> &'static Value {
    static PLAIN: LazyLock<Value> = LazyLock::new(|| serde_json::to_value(openapi()).expect("the document is made of plain values"));
    &PLAIN
}

/// The operations of a section, in the order of their paths.
fn operations(lang: Lang, tag: &str) -> Vec<Operation> {
    let mut found = Vec::new();
    for (path, item) in &openapi().paths.paths {
        for (method, operation) in document::operations(item.clone()) {
            if operation.tags.as_ref().is_some_and(|tags| tags.iter().any(|t| t == tag)) {
                let words = t(lang, &document::words_of(&operation));
                found.push(described(method, path, words));
            }
        }
    }
    found
}

fn described(method: Method, path: &str, words: String) -> Operation {
    let said = &plain()["paths"][path][method.as_str().to_lowercase()];
    let drawn = |content: &Value| content.as_object().and_then(|c| c.values().next()).map(|c| sketch(plain(), &c["schema"]));
    let parameters = said["parameters"].as_array().into_iter().flatten().filter(|p| p["in"] == "query");
    let answers = said["responses"].as_object().into_iter().flatten().filter(|(status, _)| status.starts_with('2'));
    Operation {
        words,
        id: said["operationId"].as_str().unwrap_or_default().replace('_', "-"),
        scope: said["security"][0]["token"][0].as_str().map(str::to_owned),
        open: said["security"].as_array().is_some_and(Vec::is_empty),
        asked: parameters.map(|p| (p["name"].as_str().unwrap_or_default().to_owned(), sketch(plain(), &p["schema"]))).collect(),
        body: drawn(&said["requestBody"]["content"]),
        answers: answers.map(|(status, a)| (status.clone(), drawn(&a["content"]).unwrap_or_default())).collect(),
        path: path.to_owned(),
        method,
    }
}

fn view(lang: Lang, base: &str) -> Markup {
    html! {
        div.stack.wide-gap.api {
            header.stack.tight.narrow {
                h1 { (t(lang, "api-title")) }
                p { (t(lang, "api-about")) }
                p { a href={ (BASE) "/openapi.json" } { (t(lang, "api-openapi")) } }
            }
            (panel("begin", &t(lang, "api-begin"), None, begin(lang, base)))
            (panel("problems", &t(lang, "api-problems"), None, problems(lang)))
            (panel("standards", &t(lang, "api-standards"), None, standards(lang)))
            nav aria-label=(t(lang, "api-sections")) { ul.row { @for tag in document::TAGS { li { a href={ "#" (tag) } { (tag_words(lang, tag)) } } } } }
            @for tag in document::TAGS {
                section.stack aria-labelledby=(tag) {
                    h2 id=(tag) { (tag_words(lang, tag)) }
                    @if tag == "evidence" { p { (t(lang, "api-files")) } }
                    div.stack.tight { @for o in operations(lang, tag) { (operation(lang, &o)) } }
                }
            }
        }
    }
}

/// What other people's programs speak besides.
fn standards(lang: Lang) -> Markup {
    let all = [
        ("/ims/ob/v3p0/discovery", "Open Badges 3.0 API", "api-standard-badges"),
        ("/.well-known/oauth-authorization-server", "OAuth 2.0", "api-standard-oauth"),
        ("/.well-known/openid-credential-issuer", "OID4VCI 1.0", "api-standard-issuance"),
    ];
    html! {
        ul.bullets {
            @for (address, name, key) in all { li { a href=(address) { (name) } " – " (t(lang, key)) } }
            li { "OID4VP 1.0 – " (t(lang, "api-standard-presentation")) }
        }
    }
}

fn tag_words(lang: Lang, tag: &str) -> String {
    t(lang, &format!("api-tag-{tag}"))
}

fn begin(lang: Lang, base: &str) -> Markup {
    let example = format!("curl -H \"Authorization: Bearer $TOKEN\" \\\n  {base}{BASE}/me");
    html! {
        div.stack {
            ol.stack.tight {
                li { (t(lang, "api-step-token")) " " a href=(urls::tokens(lang)) { (t(lang, "tokens-title")) } }
                li { (t(lang, "api-step-send")) }
                li { (t(lang, "api-step-base")) " " code { (base) (BASE) } }
            }
            pre tabindex="0" aria-label=(t(lang, "api-example")) { code { (example) } }
            p { (t(lang, "api-lists")) }
            p { (t(lang, "api-revisions")) }
            h3 { (t(lang, "api-scopes")) }
            dl.facts { @for scope in SCOPES { dt { code { (scope) } } dd { (t(lang, &format!("token-scope-{}", scope.replace(':', "-")))) } } }
        }
    }
}

fn problems(lang: Lang) -> Markup {
    let example = serde_json::to_string_pretty(&document::example(Kind::Invalid, lang)).unwrap_or_default();
    html! {
        div.stack {
            p { (t(lang, "api-problems-text")) }
            pre tabindex="0" aria-label=(t(lang, "api-example")) { code { (example) } }
            dl.facts.problems {
                @for kind in Kind::ALL {
                    dt id={ "problem-" (kind.name()) } { (kind.status().as_u16()) " " (kind.title(lang)) }
                    dd { (kind.detail(lang)) }
                }
            }
        }
    }
}

fn operation(lang: Lang, o: &Operation) -> Markup {
    let needs = match (&o.scope, o.open) {
        (Some(scope), _) => html! { (t(lang, "api-needs-scope")) " " code { (scope) } },
        (None, true) => html! { (t(lang, "api-needs-nothing")) },
        (None, false) => html! { (t(lang, "api-needs-token")) },
    };
    html! {
        details.panel.pad id={ "op-" (o.id) } {
            summary { h3 { (o.words) } span.call { span.pill { (o.method.as_str()) } code { (o.path) } } }
            div.stack.tight {
                p.sm { (needs) }
                @if !o.asked.is_empty() {
                    h4 { (t(lang, "api-asked")) }
                    dl.facts { @for (name, kind) in &o.asked { dt { code { (name) } } dd { code { (kind) } } } }
                }
                @if let Some(body) = &o.body { h4 { (t(lang, "api-body")) } (drawing(&t!(lang, "api-body-of", name = o.words.as_str()), body)) }
                h4 { (t(lang, "api-answer")) }
                @for (status, body) in &o.answers {
                    p.sm { code { (status) } @if body.is_empty() { " " (t(lang, "api-answer-empty")) } }
                    @if !body.is_empty() { (drawing(&t!(lang, "api-answer-of", name = o.words.as_str()), body)) }
                }
            }
        }
    }
}

fn drawing(label: &str, body: &str) -> Markup {
    html! { pre tabindex="0" role="region" aria-label=(label) { code { (body) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_on_the_page_in_words_in_both_languages() {
        for lang in Lang::ALL {
            let drawn = view(lang, "https://tessera.example").into_string();
            let all = document::TAGS.iter().map(|tag| operations(lang, tag).len()).sum::<usize>();
            let registered = crate::api::routes().list.len();
            assert_eq!((all, drawn.matches("<details").count()), (registered, registered));
            assert!(
                !drawn.contains("api-op-") && !drawn.contains("api-tag-") && !drawn.contains(">api-"),
                "a key has no words in {lang:?}"
            );
            for kind in Kind::ALL {
                assert!(drawn.contains(&format!("id=\"problem-{}\"", kind.name())), "what {kind:?} leads to is missing");
            }
        }
    }
}
