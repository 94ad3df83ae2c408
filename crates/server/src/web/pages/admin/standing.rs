//! Whether an organisation is recognised as an issuer: what it means is said before it is changed.

use crate::actions::set_standing::set_standing;
use crate::caller::Member;
use crate::i18n::{start_of_day, t};
use crate::queries::instance::{OneOrganisation, organisation, organisations};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{At, Sent};
use crate::web::layout::Section;
use crate::web::pages::well_known::standing_words;
use crate::web::parts::{Form, Weight, back, choice, error_summary, field, link, panel, submit};
use crate::{t, urls};
use domain::people::Organisation;
use domain::standing::Standing;
use domain::{Lang, OrganisationId};
use maud::{Markup, html};

const STANDINGS: [&str; 4] = ["active", "suspended", "closed", "revoked"];

/// Where it stands, on its page.
pub fn view(lang: Lang, one: &OneOrganisation) -> Markup {
    panel(
        "standing",
        &t(lang, "standing-title"),
        None,
        html! {
            div.stack {
                p { (standing_words(lang, &one.standing, None)) }
                div.row { (link(Weight::Plain, &urls::organisation_standing(lang, one.organisation.id), &t(lang, "standing-change"))) }
            }
        },
    )
}

pub async fn ask(who: Member, At(id): At<OrganisationId>) -> Page {
    show(&who, id, &Form::new(who.lang), false).await
}

async fn show(who: &Member, id: OrganisationId, form: &Form, again: bool) -> Page {
    let one = organisation(who, id, 1).await.or_refuse(who)?;
    let all = organisations(who).await.or_refuse(who)?;
    let (title, body) = (t(who.lang, "standing-title"), question(who.lang, &one, &all, form));
    if again { answer::again(who, &title, Section::Admin, body) } else { answer::page(who, &title, Section::Admin, body) }
}

pub async fn set(who: Member, At(id): At<OrganisationId>, Sent(mut form): Sent) -> Page {
    if let Some(standing) = read(&mut form) {
        match set_standing(&who, id, standing, form.value("reason").trim().to_owned()).await {
            Ok(()) => return answer::redirect_saying(&urls::organisation(who.lang, id), "standing-changed"),
            Err(failure) => answer::into_form(&mut form, failure).or_refuse(&who)?,
        }
    }
    show(&who, id, &form, true).await
}

/// What was chosen; a day counts from its beginning.
fn read(form: &mut Form) -> Option<Standing> {
    let lang = form.lang();
    if form.value("standing") == "active" {
        return Some(Standing::Active);
    }
    let Some(day) = start_of_day(form.value("from")) else {
        form.refuse("from", t(lang, "form-day"));
        return None;
    };
    match form.value("standing") {
        "suspended" => Some(Standing::Suspended { since: day }),
        "closed" => Some(Standing::Closed { at: day, register: form.value("register").parse().ok() }),
        "revoked" => Some(Standing::Revoked { from: day }),
        _ => {
            form.refuse("standing", t(lang, "form-choose"));
            None
        }
    }
}

fn question(lang: Lang, one: &OneOrganisation, all: &[Organisation], form: &Form) -> Markup {
    let id = one.organisation.id;
    let back_to = urls::organisation(lang, id);
    let standings: Vec<_> =
        STANDINGS.iter().map(|s| choice(*s, t(lang, &format!("standing-{s}"))).hint(t(lang, &format!("standing-{s}-means")))).collect();
    let none = choice("", t(lang, "standing-register-none"));
    let others = all.iter().filter(|o| o.id != id).map(|o| choice(o.id.to_string(), o.name.get(lang)));
    let holders: Vec<_> = std::iter::once(none).chain(others).collect();
    html! {
        div.stack.narrow {
            (back(one.organisation.name.get(lang), &back_to))
            (error_summary(form))
            h1 { (t(lang, "standing-title")) }
            p { (t!(lang, "standing-lead", name = one.organisation.name.get(lang))) }
            form.stack method="post" action=(urls::organisation_standing(lang, id)) {
                (field("standing", t(lang, "standing-choose")).radios(form, &standings))
                (field("from", t(lang, "standing-from")).hint(t(lang, "standing-from-hint")).optional().date(form))
                (field("register", t(lang, "standing-register")).optional().select(form, &holders))
                (field("reason", t(lang, "standing-reason")).hint(t(lang, "standing-reason-hint")).max(4000).area(form, 3))
                div.row { (submit(Weight::Danger, &t(lang, "standing-yes"))) (link(Weight::Quiet, &back_to, &t(lang, "confirm-cancel"))) }
            }
        }
    }
}
