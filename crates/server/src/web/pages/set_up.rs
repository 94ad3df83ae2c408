//! The first administrator of an instance, by the link that the command line printed.

use super::sign_in::{account_fields, new_account, signed_in};
use crate::access::{Thing, Verb};
use crate::actions::{Failure, run_instance};
use crate::caller::Visitor;
use crate::i18n::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{At, Sent};
use crate::web::layout::Section;
use crate::web::parts::{Form, Weight, error_summary, field, submit};
use crate::web::routes::Routes;
use domain::{Lang, Text};
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/set-up/{secret}", Verb::View, Thing::SetUp, ask).post(
        "/{lang}/set-up/{secret}",
        Verb::Add,
        Thing::SetUp,
        enter,
    )
}

async fn ask(who: Visitor, At(secret): At<String>) -> Page {
    let open = run_instance::set_up_open(&who.app, &secret).await.or_refuse(&who)?;
    open.then_some(()).ok_or(Failure::Missing).or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "set-up-title"), Section::Other, view(who.lang, &secret, &Form::new(who.lang)))
}

async fn enter(who: Visitor, At(secret): At<String>, Sent(mut form): Sent) -> Page {
    let organisation = Text::of(form.value("organisation_en").trim(), form.value("organisation_fr").trim());
    match run_instance::set_up(&who, &secret, new_account(&form), organisation).await {
        Ok(session) => signed_in(&who, &session, "").await,
        Err(failure) => {
            answer::into_form(&mut form, beside_the_field(failure)).or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "set-up-title"), Section::Other, view(who.lang, &secret, &form))
        }
    }
}

/// The name of an organisation is one thing to the act and two fields to the form.
fn beside_the_field(failure: Failure) -> Failure {
    match failure {
        Failure::Invalid(mut errors) => {
            errors.iter_mut().filter(|e| e.field == "organisation").for_each(|e| e.field = "organisation_en".to_owned());
            Failure::Invalid(errors)
        }
        other => other,
    }
}

fn view(lang: Lang, secret: &str, form: &Form) -> Markup {
    html! {
        div.stack.loose.narrow {
            h1 { (t(lang, "set-up-title")) }
            p { (t(lang, "set-up-lead")) }
            (error_summary(form))
            form.panel.pad.stack.loose method="post" action=(urls::set_up(lang, secret)) {
                (field("organisation", t(lang, "set-up-organisation")).hint(t(lang, "set-up-organisation-hint")).max(200).both(form, 1))
                (account_fields(lang, form))
                (submit(Weight::Main, &t(lang, "set-up-submit")))
            }
        }
    }
}
