//! A claim: the result first, every competency with one next action, and the way out.

pub mod record;
mod view;
pub mod withdraw;
pub mod words;

use crate::access::{Thing, Verb};
use crate::caller::Member;
use crate::queries::claim::claim_page;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At};
use crate::web::layout::Section;
use crate::web::routes::Routes;
use domain::ClaimId;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/claims/{claim}", Verb::View, Thing::Claim, show)
        .get("/{lang}/claims/{claim}/record", Verb::View, Thing::Claim, record::show)
        .get("/{lang}/claims/{claim}/withdraw", Verb::Withdraw, Thing::Claim, withdraw::ask)
        .post("/{lang}/claims/{claim}/withdraw", Verb::Withdraw, Thing::Claim, withdraw::take_back)
}

async fn show(who: Member, At(id): At<ClaimId>, asked: Asked) -> Page {
    let page = claim_page(&who, id).await.or_refuse(&who)?;
    let title = page.version.body.title.get(who.lang).to_owned();
    answer::page(&who, &title, Section::Claims, view::claim(&who, &page, &asked.get("show")))
}
