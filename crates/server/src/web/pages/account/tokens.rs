//! Tokens that let programs act for a person, each with what it may do and until when.

use crate::access::{Thing, Verb};
use crate::actions::manage_tokens::{SCOPES, create_token, revoke_token};
use crate::caller::Member;
use crate::i18n::{date, t};
use crate::queries::account;
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, Sent};
use crate::web::layout::Section;
use crate::web::parts::{
    Choice, Form, Head, Tone, Weight, act, breadcrumbs, choice, copyable, empty, error_summary, field, notice, panel, submit, table,
};
use crate::web::routes::Routes;
use domain::{Lang, TokenId};
use maud::{Markup, html};
use store::people::Token;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/account/tokens", Verb::View, Thing::Account, list)
        .post("/{lang}/account/tokens", Verb::Edit, Thing::Account, create)
        .post("/{lang}/account/tokens/{token}/revocation", Verb::Edit, Thing::Account, revoke)
}

/// How long a token lasts unless somebody says otherwise, in days.
const DAYS: &str = "90";

async fn list(who: Member) -> Page {
    let tokens = account::tokens(&who).await.or_refuse(&who)?;
    let form = Form::new(who.lang).with("days", DAYS);
    answer::page(&who, &t(who.lang, "tokens-title"), Section::Account, view(who.lang, &form, &tokens, None))
}

/// The secret is in this answer and nowhere else, so it is shown without going on to another page.
async fn create(who: Member, Sent(mut form): Sent) -> Page {
    let scopes: Vec<String> = form.values("scopes").map(str::to_owned).collect();
    let days = form.value("days").trim().parse().unwrap_or_default();
    let made = create_token(&who, form.value("name"), &scopes, days).await;
    let tokens = account::tokens(&who).await.or_refuse(&who)?;
    match made {
        Ok(secret) => {
            let form = Form::new(who.lang).with("days", DAYS);
            answer::page(&who, &t(who.lang, "tokens-title"), Section::Account, view(who.lang, &form, &tokens, Some(&secret)))
        }
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "tokens-title"), Section::Account, view(who.lang, &form, &tokens, None))
        }
    }
}

async fn revoke(who: Member, At(id): At<TokenId>) -> Page {
    revoke_token(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::tokens(who.lang), "token-revoked")
}

/// What a scope allows, in words.
fn scope_words(lang: Lang, scope: &str) -> String {
    t(lang, &format!("token-scope-{}", scope.replace(':', "-")))
}

fn view(lang: Lang, form: &Form, tokens: &[Token], secret: Option<&str>) -> Markup {
    html! {
        (breadcrumbs(lang, &[(&t(lang, "account-title"), &urls::account(lang))]))
        h1 { (t(lang, "tokens-title")) }
        p { (t(lang, "tokens-lead")) " " a href="/api/docs" { (t(lang, "footer-api")) } }
        (error_summary(form))
        @if let Some(secret) = secret {
            section.panel.pad.stack #made aria-labelledby="made-title" {
                h2 #made-title tabindex="-1" autofocus { (t(lang, "tokens-made")) }
                (notice(Tone::Wait, html! { p { (t(lang, "tokens-once")) } }))
                (copyable(lang, "secret", &t(lang, "tokens-secret"), secret))
            }
        }
        (panel("tokens", &t(lang, "tokens-yours"), None, list_of(lang, tokens)))
        div.narrow { (panel("new-token", &t(lang, "tokens-new"), None, new_form(lang, form))) }
    }
}

fn list_of(lang: Lang, tokens: &[Token]) -> Markup {
    if tokens.is_empty() {
        return empty(&t(lang, "tokens-none"), &t(lang, "tokens-none-text"), None);
    }
    let heads = [
        Head::text(t(lang, "tokens-name")),
        Head::text(t(lang, "tokens-may")),
        Head::text(t(lang, "tokens-until")),
        Head::actions(t(lang, "tokens-revoke")),
    ];
    let row = |token: &Token| {
        let scopes: Vec<_> = token.scopes.split_whitespace().map(|s| scope_words(lang, s)).collect();
        vec![
            html! { (token.name) },
            html! { (scopes.join("; ")) },
            html! { (date(lang, token.expires)) },
            act(&urls::token_revocation(lang, token.id), Weight::Plain, &t(lang, "tokens-revoke"), &token.name),
        ]
    };
    table(&t(lang, "tokens-yours"), &heads, &tokens.iter().map(row).collect::<Vec<_>>())
}

fn new_form(lang: Lang, form: &Form) -> Markup {
    let scopes: Vec<Choice> = SCOPES.iter().map(|s| choice(*s, scope_words(lang, s)).hint(*s)).collect();
    html! {
        form.stack method="post" action=(urls::tokens(lang)) {
            (field("name", t(lang, "tokens-name")).hint(t(lang, "tokens-name-hint")).max(100).text(form))
            (field("scopes", t(lang, "tokens-may")).checks(form, &scopes))
            (field("days", t(lang, "tokens-days")).hint(t!(lang, "tokens-days-hint", most = 366)).number(form))
            div { (submit(Weight::Main, &t(lang, "tokens-create"))) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_is_put_into_words() {
        for lang in Lang::ALL {
            assert!(SCOPES.iter().all(|s| !scope_words(lang, s).starts_with("token-scope")));
        }
    }
}
