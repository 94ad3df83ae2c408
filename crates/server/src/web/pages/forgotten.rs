//! A forgotten password: asking for a link, and setting a new one by it.

use super::sign_in::signed_in;
use crate::access::{Thing, Verb};
use crate::actions::{Failure, reset_password};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, Sent};
use crate::web::layout::Section;
use crate::web::parts::{Form, Weight, error_summary, field, link, submit};
use crate::web::routes::Routes;
use domain::Lang;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/sign-in/forgotten", Verb::View, Thing::SignIn, ask)
        .post("/{lang}/sign-in/forgotten", Verb::Add, Thing::SignIn, send)
        .get("/{lang}/sign-in/new-password/{secret}", Verb::View, Thing::SignIn, choose)
        .post("/{lang}/sign-in/new-password/{secret}", Verb::Add, Thing::SignIn, set)
}

async fn ask(who: Visitor) -> Page {
    answer::page(&who, &t(who.lang, "forgotten-title"), Section::Other, ask_view(who.lang, &Form::new(who.lang)))
}

async fn send(who: Visitor, Sent(mut form): Sent) -> Page {
    match reset_password::send_link(&who, form.value("email")).await {
        Ok(()) => answer::page(&who, &t(who.lang, "forgotten-sent"), Section::Other, sent_view(&who)),
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "forgotten-title"), Section::Other, ask_view(who.lang, &form))
        }
    }
}

async fn choose(who: Visitor, At(secret): At<String>) -> Page {
    if !reset_password::is_open(&who, &secret).await.or_refuse(&who)? {
        return answer::page(&who, &t(who.lang, "new-password-over"), Section::Other, over_view(who.lang));
    }
    answer::page(&who, &t(who.lang, "new-password-title"), Section::Other, choose_view(who.lang, &secret, &Form::new(who.lang)))
}

async fn set(who: Visitor, At(secret): At<String>, Sent(mut form): Sent) -> Page {
    match reset_password::set_password(&who, &secret, form.value("password").to_owned()).await {
        Ok(session) => signed_in(&who, &session, "").await,
        Err(Failure::Missing) => answer::page(&who, &t(who.lang, "new-password-over"), Section::Other, over_view(who.lang)),
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "new-password-title"), Section::Other, choose_view(who.lang, &secret, &form))
        }
    }
}

fn ask_view(lang: Lang, form: &Form) -> Markup {
    html! {
        div.stack.loose.narrow.sign-in {
            h1 { (t(lang, "forgotten-title")) }
            p { (t(lang, "forgotten-lead")) }
            (error_summary(form))
            form.panel.pad.stack method="post" action=(urls::forgotten_password(lang)) {
                (field("email", t(lang, "sign-in-email")).autocomplete("username").email(form))
                (submit(Weight::Main, &t(lang, "forgotten-submit")))
            }
            p { a href=(urls::sign_in(lang, "")) { (t(lang, "sign-in")) } }
        }
    }
}

fn sent_view(who: &Visitor) -> Markup {
    let lang = who.lang;
    html! {
        div.stack.loose.narrow.sign-in {
            h1 { (t(lang, "forgotten-sent")) }
            p { (t(lang, "forgotten-sent-text")) }
            @if who.app.demo { p { a href=(urls::outbox(lang)) { (t(lang, "forgotten-demo")) } } }
            p { a href=(urls::sign_in(lang, "")) { (t(lang, "sign-in")) } }
        }
    }
}

fn choose_view(lang: Lang, secret: &str, form: &Form) -> Markup {
    html! {
        div.stack.loose.narrow.sign-in {
            h1 { (t(lang, "new-password-title")) }
            p { (t(lang, "new-password-lead")) }
            (error_summary(form))
            form.panel.pad.stack method="post" action=(urls::new_password(lang, secret)) {
                (field("password", t(lang, "sign-in-password")).hint(t(lang, "sign-up-password-hint")).autocomplete("new-password").password(form))
                (submit(Weight::Main, &t(lang, "new-password-submit")))
            }
        }
    }
}

fn over_view(lang: Lang) -> Markup {
    html! {
        div.stack.loose.narrow.sign-in {
            h1 { (t(lang, "new-password-over")) }
            p { (t(lang, "new-password-over-text")) }
            p { (link(Weight::Main, &urls::forgotten_password(lang), &t(lang, "forgotten-title"))) }
        }
    }
}
