//! The issuer's register: what was issued, and the acts that put a credential out of force or in force again. What an
//! act leads to is said before it is done.

mod change;
mod view;

use crate::access::{Thing, Verb};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::register::{register, register_entry};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At};
use crate::web::layout::Section;
use crate::web::routes::Routes;
use domain::CredentialId;
use store::register::Part;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/register", Verb::View, Thing::Register, list)
        .get("/{lang}/register/{credential}", Verb::View, Thing::Register, one)
        .get("/{lang}/register/{credential}/suspension", Verb::View, Thing::Register, change::ask_suspend)
        .post("/{lang}/register/{credential}/suspension", Verb::Suspend, Thing::Register, change::suspend)
        .get("/{lang}/register/{credential}/reinstatement", Verb::View, Thing::Register, change::ask_reinstate)
        .post("/{lang}/register/{credential}/reinstatement", Verb::Suspend, Thing::Register, change::reinstate)
        .get("/{lang}/register/{credential}/revocation", Verb::View, Thing::Register, change::ask_revoke)
        .post("/{lang}/register/{credential}/revocation", Verb::Revoke, Thing::Register, change::revoke)
}

async fn list(who: Member, asked: Asked) -> Page {
    let part = Part::ALL.into_iter().find(|p| p.code() == asked.get("show")).unwrap_or(Part::All);
    let (query, page) = (asked.get("q"), asked.page());
    let found = register(&who, part, &query, page).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "register-title"), Section::Register, view::list(&who, &found, part, &query, page))
}

async fn one(who: Member, At(id): At<CredentialId>) -> Page {
    let found = register_entry(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &view::name(who.lang, &found), Section::Register, view::entry(&who, &found))
}
