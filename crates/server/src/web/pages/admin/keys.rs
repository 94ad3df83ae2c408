//! The signing keys of an organisation: a new one, and one that was compromised.

use crate::actions::manage_keys::{report_key, rotate_key};
use crate::caller::Member;
use crate::i18n::{date, start_of_day, t};
use crate::issuing::{is, key_kind};
use crate::queries::instance::{OneOrganisation, organisation};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{At, At2, Sent};
use crate::web::layout::Section;
use crate::web::pages::well_known::standing;
use crate::web::parts::{Form, Head, Weight, back as back_link, confirm, error_summary, field, link, panel, row_link, submit, table};
use crate::{t, urls};
use domain::key::KeyState;
use domain::{KeyId, Lang, OrganisationId};
use maud::{Markup, html};
use store::awards::SealedKey;

/// The keys, on the page of their organisation.
pub fn view(lang: Lang, one: &OneOrganisation) -> Markup {
    let heads = [
        Head::text(t(lang, "keys-key")),
        Head::text(t(lang, "keys-kind")),
        Head::text(t(lang, "keys-state")),
        Head::number(t(lang, "keys-signed")),
        Head::actions(t(lang, "keys-acts")),
    ];
    let id = one.organisation.id;
    let row = |(key, signed): &(SealedKey, i64)| {
        let lost = matches!(key.state(), KeyState::Compromised(_));
        vec![
            html! { code.xs { (key.id) } },
            html! { (t(lang, if is(key, vc::KeyType::P256) { "keys-kind-tokens" } else { "keys-kind-documents" })) br; span.xs.muted { (key_kind(key)) } },
            html! { (standing(lang, key)) },
            html! { span.num { (crate::i18n::number(lang, *signed)) } },
            html! { @if !lost { (row_link(&urls::lost_key(lang, id, key.id), &t(lang, "keys-report"), &key.id.to_string())) } },
        ]
    };
    let rows: Vec<_> = one.keys.iter().map(row).collect();
    panel(
        "keys",
        &t(lang, "signing-keys-title"),
        None,
        html! {
            div.stack {
                p.sm { (t(lang, "keys-text")) }
                (table(&t!(lang, "table-of", what = t(lang, "signing-keys-title")), &heads, &rows))
                (confirm(lang, &urls::organisation_keys(lang, id), &t(lang, "keys-rotate"), html! { p { (t(lang, "keys-rotate-means")) } }, &t(lang, "keys-rotate-yes")))
            }
        },
    )
}

pub async fn back(who: Member, At(id): At<OrganisationId>) -> Page {
    answer::redirect(&urls::organisation(who.lang, id))
}

pub async fn rotate(who: Member, At(id): At<OrganisationId>) -> Page {
    rotate_key(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::organisation(who.lang, id), "key-rotated")
}

pub async fn ask(who: Member, At2(id, key): At2<OrganisationId, KeyId>) -> Page {
    let one = organisation(&who, id, 1).await.or_refuse(&who)?;
    let form = Form::new(who.lang);
    answer::page(&who, &t(who.lang, "lost-title"), Section::Admin, question(who.lang, &one, key, &form))
}

pub async fn report(who: Member, At2(id, key): At2<OrganisationId, KeyId>, Sent(mut form): Sent) -> Page {
    let lang = who.lang;
    let from = start_of_day(form.value("from"));
    let outcome = match from {
        Some(from) => report_key(&who, key, from).await,
        None => {
            form.refuse("from", t(lang, "form-day"));
            Ok(())
        }
    };
    if let Err(failure) = outcome {
        answer::into_form(&mut form, failure).or_refuse(&who)?;
    }
    if form.is_sound() {
        return answer::redirect_saying(&urls::organisation(lang, id), "key-reported");
    }
    let one = organisation(&who, id, 1).await.or_refuse(&who)?;
    answer::again(&who, &t(lang, "lost-title"), Section::Admin, question(lang, &one, key, &form))
}

fn question(lang: Lang, one: &OneOrganisation, key: KeyId, form: &Form) -> Markup {
    let (id, name) = (one.organisation.id, one.organisation.name.get(lang));
    let known = one.keys.iter().find(|(k, _)| k.id == key);
    html! {
        div.stack.narrow {
            (back_link(name, &urls::organisation(lang, id)))
            (error_summary(form))
            h1 { (t(lang, "lost-title")) }
            @if let Some((k, signed)) = known {
                p { (t!(lang, "lost-lead", name = name, day = date(lang, k.created), count = *signed)) }
                p.xs { code { (k.id) } }
                ul.bullets { @for n in 1..=4 { li { (t(lang, &format!("lost-means-{n}"))) } } }
                form.stack method="post" action=(urls::lost_key(lang, id, key)) {
                    (field("from", t(lang, "lost-from")).hint(t(lang, "lost-from-hint")).date(form))
                    div.row { (submit(Weight::Danger, &t(lang, "lost-yes"))) (link(Weight::Quiet, &urls::organisation(lang, id), &t(lang, "confirm-cancel"))) }
                }
            } @else { p { (t(lang, "lost-unknown")) } }
        }
    }
}
