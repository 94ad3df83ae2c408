//! Taking a credential into a wallet: a code to scan or a link to follow, good for ten minutes.

use crate::access::{Thing, Verb};
use crate::actions::offer_to_wallet::{Offered, offer_to_wallet};
use crate::caller::Member;
use crate::i18n::t;
use crate::protocols::issuance::{by_reference, by_value};
use crate::queries::held::{HeldLine, one_held};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{At, Sent};
use crate::web::layout::Section;
use crate::web::parts::{Form, Tone, Weight, back, copyable, field, link, notice, panel, qr, submit};
use crate::web::routes::Routes;
use crate::{t, urls};
use domain::CredentialId;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/credentials/{credential}/wallet", Verb::View, Thing::Credential, ask).post(
        "/{lang}/credentials/{credential}/wallet",
        Verb::Edit,
        Thing::Credential,
        offer,
    )
}

async fn ask(who: Member, At(id): At<CredentialId>) -> Page {
    let (line, _) = one_held(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "wallet-title"), Section::Credentials, view(&who, &line, None))
}

/// The code is in this answer and nowhere else, so it is shown without going on to another page.
async fn offer(who: Member, At(id): At<CredentialId>, Sent(form): Sent) -> Page {
    let (line, _) = one_held(&who, id).await.or_refuse(&who)?;
    let offered = offer_to_wallet(&who, id, form.has("pin", "yes")).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "wallet-title"), Section::Credentials, view(&who, &line, Some(&offered)))
}

fn view(who: &Member, line: &HeldLine, offered: Option<&Offered>) -> Markup {
    let lang = who.lang;
    html! {
        div.stack.tight {
            (back(line.name(lang), &urls::credential_settings(lang, line.credential.id)))
            h1 { (t(lang, "wallet-title")) }
            p { (line.name(lang)) }
        }
        div.stack.loose.narrow {
            @match offered {
                Some(offered) => { (code(who, offered)) (panel("again", &t(lang, "wallet-again"), None, form(who, line, Weight::Plain))) }
                None => { p { (t(lang, "wallet-lead")) } (panel("make", &t(lang, "wallet-make"), None, form(who, line, Weight::Main))) }
            }
        }
    }
}

fn form(who: &Member, line: &HeldLine, weight: Weight) -> Markup {
    let lang = who.lang;
    html! {
        form.stack method="post" action=(urls::credential_wallet(lang, line.credential.id)) {
            p.sm { (t(lang, "wallet-copy")) }
            (field("pin", t(lang, "wallet-pin-ask")).hint(t(lang, "wallet-pin-why")).optional().checkbox(&Form::new(lang)))
            div.row { (submit(weight, &t(lang, "wallet-show"))) }
        }
    }
}

fn code(who: &Member, offered: &Offered) -> Markup {
    let (lang, base) = (who.lang, who.app.base_url.as_str());
    let short = by_reference(base, &offered.code);
    let minutes = (offered.expires.0 - who.now.0) / 60_000_000;
    let body = html! {
        div.stack {
            div.row.wallet-code {
                (qr(lang, &short, &t(lang, "wallet-title")))
                div.stack {
                    p { (t(lang, "wallet-scan")) }
                    @if let Some(pin) = &offered.pin { p { (t(lang, "wallet-pin")) " " strong.num { (pin) } } }
                    p.sm.muted { (t!(lang, "wallet-minutes", count = minutes)) }
                }
            }
            div { (link(Weight::Main, &short, &t(lang, "wallet-open"))) }
            (notice(Tone::Wait, html! { p { (t(lang, "wallet-secret")) } }))
            (copyable(lang, "offer", &t(lang, "wallet-link"), &by_value(base, &offered.code, offered.pin.is_some(), lang)))
        }
    };
    html! {
        section.panel #made aria-labelledby="made-title" {
            header { h2 #made-title tabindex="-1" autofocus { (t(lang, "wallet-ready")) } }
            div.body { (body) }
        }
    }
}
