//! Closing one's account: what goes, what stays, and three ways for one's credentials.

use crate::access::{Thing, Verb};
use crate::actions::close_account::close_account;
use crate::caller::Member;
use crate::i18n::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::Sent;
use crate::web::layout::Section;
use crate::web::parts::{Form, Tone, Weight, breadcrumbs, choice, error_summary, field, link, notice, panel, submit};
use crate::web::routes::Routes;
use domain::Lang;
use domain::erasure::Wish;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/account/closing", Verb::View, Thing::Account, look).post(
        "/{lang}/account/closing",
        Verb::Edit,
        Thing::Account,
        close,
    )
}

async fn look(who: Member) -> Page {
    answer::page(&who, &t(who.lang, "closing-title"), Section::Account, view(&who, &Form::new(who.lang).with("credentials", "keep")))
}

async fn close(who: Member, Sent(mut form): Sent) -> Page {
    let Some(wish) = Wish::parse(form.value("credentials")) else {
        form.refuse("credentials", t(who.lang, "wrong-closing-choice"));
        return answer::again(&who, &t(who.lang, "closing-title"), Section::Account, view(&who, &form));
    };
    match close_account(&who, wish, form.value("confirmed")).await {
        Ok(()) => answer::redirect_saying(&urls::home(who.lang), "account-closed"),
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "closing-title"), Section::Account, view(&who, &form))
        }
    }
}

fn view(who: &Member, form: &Form) -> Markup {
    let lang = who.lang;
    html! {
        (breadcrumbs(lang, &[(&t(lang, "account-title"), &urls::account(lang))]))
        h1 { (t(lang, "closing-title")) }
        (error_summary(form))
        div.stack.loose.narrow {
            p { (t(lang, "closing-lead")) }
            @if who.me.memberships.is_empty() { (what_happens(lang)) (asked(lang, form)) }
            @else { (notice(Tone::Wait, html! { p { (t(lang, "refused-closing-with-roles")) } })) }
        }
    }
}

fn what_happens(lang: Lang) -> Markup {
    let list = |keys: &[&str]| html! { ul.prose { @for key in keys { li { (t(lang, key)) } } } };
    html! {
        (panel("first", &t(lang, "closing-first"), None, html! {
            div.stack { p { (t(lang, "closing-first-text")) } div { (link(Weight::Plain, &urls::credentials(lang), &t(lang, "closing-first-link"))) } }
        }))
        (panel("goes", &t(lang, "closing-goes"), None, list(&["closing-goes-account", "closing-goes-ratings", "closing-goes-evidence"])))
        (panel("stays", &t(lang, "closing-stays"), None, list(&["closing-stays-evidence", "closing-stays-register", "closing-stays-record"])))
    }
}

fn asked(lang: Lang, form: &Form) -> Markup {
    let wishes = Wish::ALL.map(|wish| choice(wish.code(), t(lang, &format!("closing-{}", wish.code()))));
    html! {
        form.panel.pad.stack.loose method="post" action=(urls::account_closing(lang)) {
            (field("credentials", t(lang, "closing-credentials")).radios(form, &wishes))
            (field("confirmed", t(lang, "closing-confirmed")).hint(t(lang, "closing-confirmed-hint")).autocomplete("off").max(300).text(form))
            (notice(Tone::Bad, html! { p { (t(lang, "closing-final")) } }))
            div { (submit(Weight::Danger, &t(lang, "closing-submit"))) }
        }
    }
}
