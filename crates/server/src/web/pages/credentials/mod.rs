//! A person's credentials: what is offered, what is in force, and who may find it.

mod record;
mod view;
mod wallet;

pub use view::state_pill;

use crate::access::{Thing, Verb};
use crate::actions::award_credential::{accept_credential, decline_credential, set_listing};
use crate::actions::renew_credential::renew_credential;
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::held::{held, one_held};
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At, Sent};
use crate::web::layout::Section;
use crate::web::routes::Routes;
use domain::CredentialId;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/credentials", Verb::View, Thing::Account, list)
        .get("/{lang}/credentials/record.json", Verb::View, Thing::Account, record::document)
        .get("/{lang}/credentials/record.pdf", Verb::View, Thing::Account, record::paper)
        .get("/{lang}/credentials/{credential}", Verb::View, Thing::Credential, settings)
        .post("/{lang}/credentials/{credential}/accept", Verb::Accept, Thing::Credential, accept)
        .get("/{lang}/credentials/{credential}/decline", Verb::Accept, Thing::Credential, ask_decline)
        .post("/{lang}/credentials/{credential}/decline", Verb::Accept, Thing::Credential, decline)
        .post("/{lang}/credentials/{credential}/renewal", Verb::Edit, Thing::Credential, renew)
        .post("/{lang}/credentials/{credential}/listing", Verb::Edit, Thing::Credential, listing)
        .and(wallet::routes())
}

async fn list(who: Member, asked: Asked) -> Page {
    let page = held(&who, asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "held-title"), Section::Credentials, view::list(&who, &page, asked.page()))
}

async fn settings(who: Member, At(id): At<CredentialId>) -> Page {
    let (line, names) = one_held(&who, id).await.or_refuse(&who)?;
    answer::page(&who, line.name(who.lang), Section::Credentials, view::settings(&who, &line, &names))
}

async fn accept(who: Member, At(id): At<CredentialId>) -> Page {
    accept_credential(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::credential_settings(who.lang, id), "credential-accepted")
}

async fn ask_decline(who: Member, At(id): At<CredentialId>) -> Page {
    let (line, _) = one_held(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "decline-title"), Section::Credentials, view::decline(&who, &line))
}

async fn decline(who: Member, At(id): At<CredentialId>) -> Page {
    decline_credential(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::credentials(who.lang), "credential-declined")
}

async fn renew(who: Member, At(id): At<CredentialId>) -> Page {
    let claim = renew_credential(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::claim(who.lang, claim), "renewal-begun")
}

async fn listing(who: Member, At(id): At<CredentialId>, Sent(form): Sent) -> Page {
    set_listing(&who, id, form.has("listed", "yes")).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::credential_settings(who.lang, id), "listing-saved")
}
