//! One's own account: name, language, password, sessions.

mod apps;
mod closing;
mod tokens;

use super::sign_in::begin_cookie;
use crate::access::{Thing, Verb};
use crate::actions::{manage_tokens, sign_in};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::account;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::Sent;
use crate::web::layout::Section;
use crate::web::parts::{Form, Weight, choice, confirm, error_summary, facts, field, link, panel, submit};
use crate::web::routes::Routes;
use axum::http::header;
use domain::Lang;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/account", Verb::View, Thing::Account, look)
        .post("/{lang}/account", Verb::Edit, Thing::Account, save)
        .post("/{lang}/account/password", Verb::Edit, Thing::Account, new_password)
        .post("/{lang}/account/sessions", Verb::Edit, Thing::Account, end_sessions)
        .and(apps::routes())
        .and(closing::routes())
        .and(tokens::routes())
}

/// The form as the account stands.
fn as_it_is(who: &Member) -> Form {
    let person = &who.me.person;
    Form::new(who.lang).with("name", person.name.clone()).with("lang", person.lang.code())
}

async fn look(who: Member) -> Page {
    let has_password = account::has_password(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "account-title"), Section::Account, view(&who, &as_it_is(&who), has_password))
}

async fn save(who: Member, Sent(mut form): Sent) -> Page {
    let lang = Lang::parse(form.value("lang")).unwrap_or(who.me.person.lang);
    match manage_tokens::save_account(&who, form.value("name"), lang).await {
        Ok(()) => answer::redirect_saying(&urls::account(lang), "account-saved"),
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            refused(&who, &form).await
        }
    }
}

async fn refused(who: &Member, form: &Form) -> Page {
    let has_password = account::has_password(who).await.or_refuse(who)?;
    answer::again(who, &t(who.lang, "account-title"), Section::Account, view(who, form, has_password))
}

/// Every other session ends with the old password; this one goes on under a new cookie.
async fn new_password(who: Member, Sent(form): Sent) -> Page {
    let (old, new) = (form.value("old").to_owned(), form.value("new").to_owned());
    match manage_tokens::change_password(&who, old, new).await {
        Ok(()) => {
            let secret = sign_in::start_session(&who).await.or_refuse(&who)?;
            let mut response = answer::redirect_saying(&urls::account(who.lang), "account-password-changed")?;
            response.headers_mut().append(header::SET_COOKIE, begin_cookie(&who, &secret));
            Ok(response)
        }
        Err(failure) => {
            let mut form = as_it_is(&who);
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            refused(&who, &form).await
        }
    }
}

async fn end_sessions(who: Member) -> Page {
    sign_in::sign_out_everywhere(&who).await.or_refuse(&who)?;
    let to = urls::sign_in(who.lang, "");
    answer::redirect_saying(&to, "account-sessions-ended")
}

fn view(who: &Member, form: &Form, has_password: bool) -> Markup {
    let lang = who.lang;
    html! {
        h1 { (t(lang, "account-title")) }
        (error_summary(form))
        div.stack.loose.narrow {
            (about(who, form))
            @if has_password { (password(lang, form)) }
            (panel("sessions", &t(lang, "account-sessions"), None, html! {
                div.stack {
                    p { (t(lang, "account-sessions-text")) }
                    (confirm(lang, &urls::account_sessions(lang), &t(lang, "account-sessions-end"),
                        html! { p { (t(lang, "account-sessions-question")) } }, &t(lang, "account-sessions-end")))
                }
            }))
            (panel("apps", &t(lang, "apps-title"), None, html! {
                div.stack { p { (t(lang, "account-apps-text")) } (link(Weight::Plain, &urls::connected_apps(lang), &t(lang, "account-apps-manage"))) }
            }))
            (panel("programs", &t(lang, "tokens-title"), None, html! {
                div.stack { p { (t(lang, "account-tokens-text")) } (link(Weight::Plain, &urls::tokens(lang), &t(lang, "account-tokens-manage"))) }
            }))
            (panel("closing", &t(lang, "closing-title"), None, html! {
                div.stack { p { (t(lang, "account-closing-text")) } (link(Weight::Plain, &urls::account_closing(lang), &t(lang, "account-closing-link"))) }
            }))
        }
    }
}

fn about(who: &Member, form: &Form) -> Markup {
    let lang = who.lang;
    let languages = Lang::ALL.map(|l| choice(l.code(), l.own_name()));
    panel(
        "about-you",
        &t(lang, "account-about"),
        None,
        html! {
            form.stack method="post" action=(urls::account(lang)) {
                (facts(&[(t(lang, "sign-in-email"), html! { (who.me.person.email) })]))
                (field("name", t(lang, "sign-up-name")).hint(t(lang, "sign-up-name-hint")).autocomplete("name").max(120).text(form))
                (field("lang", t(lang, "account-language")).hint(t(lang, "account-language-hint")).radios(form, &languages))
                div { (submit(Weight::Main, &t(lang, "save"))) }
            }
        },
    )
}

fn password(lang: Lang, form: &Form) -> Markup {
    panel(
        "password",
        &t(lang, "account-password"),
        None,
        html! {
            form.stack method="post" action=(urls::account_password(lang)) {
                (field("old", t(lang, "account-password-old")).autocomplete("current-password").password(form))
                (field("new", t(lang, "account-password-new")).hint(t(lang, "sign-up-password-hint")).autocomplete("new-password").password(form))
                p.sm.muted { (t(lang, "account-password-ends")) }
                div { (submit(Weight::Plain, &t(lang, "account-password-change"))) }
            }
        },
    )
}
