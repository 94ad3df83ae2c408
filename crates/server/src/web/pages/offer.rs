//! A credential that waits for whoever was given its link: by letter, or by the issuer.

use crate::access::{Thing, Verb};
use crate::actions::claim_offer::{Offer, claim_offer, offer};
use crate::caller::{Member, Visitor};
use crate::i18n::{date, t};
use crate::queries::credential::emblem;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::At2;
use crate::web::layout::Section;
use crate::web::parts::{Tone, Weight, act, drawn, link, notice, panel};
use crate::web::routes::Routes;
use crate::{t, urls};
use axum::http::{HeaderValue, header};
use domain::CredentialId;
use domain::credential::CredentialState;
use domain::people::Organisation;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/offers/{credential}/{secret}", Verb::View, Thing::Offer, look).post(
        "/{lang}/offers/{credential}/{secret}/accept",
        Verb::Accept,
        Thing::Offer,
        accept,
    )
}

async fn look(who: Visitor, At2(id, secret): At2<CredentialId, String>) -> Page {
    let found = offer(&who, id, &secret).await.or_refuse(&who)?;
    let me = who.me.as_ref().map(|me| me.person.id);
    if found.holder.is_some() && found.holder == me {
        return answer::redirect(&urls::credential_settings(who.lang, id));
    }
    let mut tx = who.app.read().await.or_refuse(&who)?;
    let issuer = store::people::organisation(&mut tx, found.line.credential.issuer).await.or_refuse(&who)?;
    let title = found.line.name(who.lang).to_owned();
    let mut response = answer::page(&who, &title, Section::Credentials, view(&who, &found, issuer.as_ref(), &secret))?;
    // The address holds a secret.
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}

async fn accept(who: Member, At2(id, secret): At2<CredentialId, String>) -> Page {
    claim_offer(&who, id, &secret).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::credential_settings(who.lang, id), "credential-accepted")
}

fn view(who: &Visitor, found: &Offer, issuer: Option<&Organisation>, secret: &str) -> Markup {
    let (lang, c) = (who.lang, &found.line.credential);
    let waits = found.holder.is_none() && matches!(c.state, CredentialState::Offered { .. } | CredentialState::Unclaimed { .. });
    let here = urls::offer(lang, c.id, secret);
    let next = here.trim_start_matches(&format!("/{}", lang.code())).to_owned();
    let issuer = issuer.map_or("", |o| o.name.get(lang));
    html! {
        div.stack.narrow.loose {
            div.row { (drawn(&emblem(&found.line.version, None), None)) div { h1 { (found.line.name(lang)) }
                p { (t!(lang, "offer-for", name = c.recipient.name.as_str(), issuer = issuer, day = date(lang, c.from))) } } }
            @if !waits { (notice(Tone::Wait, html! { p { (t(lang, "offer-taken")) } })) }
            @else if let Some(me) = &who.me {
                (panel("answer", &t(lang, "held-offered"), None, html! {
                    div.stack {
                        p { (t!(lang, "offer-take", name = me.person.name.as_str())) }
                        p { (t(lang, "credential-accept-means")) }
                        div.row { (act(&format!("{here}/accept"), Weight::Main, &t(lang, "credential-accept"), found.line.name(lang))) }
                    }
                }))
            } @else {
                (panel("answer", &t(lang, "held-offered"), None, html! {
                    div.stack {
                        p { (t(lang, "offer-sign-in")) }
                        div.row {
                            (link(Weight::Main, &urls::sign_in(lang, &next), &t(lang, "sign-in")))
                            (link(Weight::Plain, &urls::sign_up_then(lang, &next), &t(lang, "sign-up-title")))
                        }
                    }
                }))
            }
            p.sm.muted { (t(lang, "offer-not-yours")) }
        }
    }
}
