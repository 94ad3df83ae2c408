//! Evidence: adding it, sending its file, saying what it shows, taking it back.

mod captions;
mod fields;
mod file;
mod item;
mod list;
mod new;
mod parse;
mod withdraw;
pub mod words;

use crate::access::{Thing, Verb};
use crate::actions::Failure;
use crate::actions::add_evidence::{add_evidence, link_evidence};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::evidence::{item_page, new_page, version_of_claim};
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At, Sent};
use crate::web::layout::Section;
use crate::web::parts::Form;
use crate::web::routes::Routes;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;
use domain::{ClaimId, CompetencyId, EvidenceId};
use parse::Way;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/claims/{claim}/evidence", Verb::View, Thing::Claim, list::show)
        .get("/{lang}/claims/{claim}/evidence/new", Verb::Add, Thing::Evidence, describe)
        .post("/{lang}/claims/{claim}/evidence/new", Verb::Add, Thing::Evidence, add)
        .get("/{lang}/evidence/{id}", Verb::Edit, Thing::Evidence, show)
        .post("/{lang}/evidence/{id}", Verb::Edit, Thing::Evidence, link)
        // As large as one file may be: the file is written to disk as it comes, never held.
        .post("/{lang}/evidence/{id}/file", Verb::Edit, Thing::Evidence, file::take.layer(DefaultBodyLimit::disable()))
        .post("/{lang}/evidence/{id}/captions", Verb::Edit, Thing::Evidence, captions::set.layer(DefaultBodyLimit::max(captions::LARGEST)))
        .get("/{lang}/evidence/{id}/withdraw", Verb::Withdraw, Thing::Evidence, withdraw::ask)
        .post("/{lang}/evidence/{id}/withdraw", Verb::Withdraw, Thing::Evidence, withdraw::take_back)
}

async fn describe(who: Member, At(claim): At<ClaimId>, asked: Asked) -> Page {
    let page = new_page(&who, claim).await.or_refuse(&who)?;
    let form = new::empty(&who, &asked);
    answer::page(&who, &t(who.lang, "new-title"), Section::Claims, new::view(&who, &page, &form))
}

async fn add(who: Member, At(claim): At<ClaimId>, Sent(mut form): Sent) -> Page {
    let version = version_of_claim(&who, claim).await.or_refuse(&who)?;
    if let Some(new) = parse::new_evidence(&mut form, &version.body) {
        match add_evidence(&who, claim, new).await {
            Ok(id) => return added(&who, claim, id, &form),
            Err(failure) => answer::into_form(&mut form, failure).or_refuse(&who)?,
        }
    }
    let page = new_page(&who, claim).await.or_refuse(&who)?;
    answer::again(&who, &t(who.lang, "new-title"), Section::Claims, new::view(&who, &page, &form))
}

/// Words and links are there at once; for a file, the item's page is where it is recorded or sent.
fn added(who: &Member, claim: ClaimId, id: EvidenceId, form: &Form) -> Page {
    let competency: Option<CompetencyId> = form.value("competency").parse().ok();
    match (Way::named(form.value("kind")), competency) {
        (Way::Text | Way::Link, Some(c)) => answer::redirect_saying(&urls::claimed_competency(who.lang, claim, c), "evidence-saved"),
        (Way::Text | Way::Link, None) => answer::redirect_saying(&urls::evidence(who.lang, id), "evidence-saved"),
        _ => answer::redirect_saying(&urls::evidence(who.lang, id), "evidence-described"),
    }
}

async fn show(who: Member, At(id): At<EvidenceId>, asked: Asked) -> Page {
    let page = item_page(&who, id).await.or_refuse(&who)?;
    let form = item::filled(&who, &page);
    answer::page(&who, &page.item.title, Section::Claims, item::view(&who, &page, &form, asked.get("at").parse().ok()))
}

async fn link(who: Member, At(id): At<EvidenceId>, Sent(mut form): Sent) -> Page {
    let page = item_page(&who, id).await.or_refuse(&who)?;
    let shows = parse::shows(&mut form, &page.version.body, parse::places(page.item.kind));
    if form.is_sound() {
        link_evidence(&who, id, shows).await.or_refuse(&who)?;
        return answer::redirect_saying(&urls::evidence(who.lang, id), "evidence-linked");
    }
    answer::again(&who, &page.item.title, Section::Claims, item::view(&who, &page, &form, None))
}

/// The page of an item again, with what was wrong with its file.
async fn file_again(who: &Member, id: EvidenceId, failure: Failure) -> Page {
    let page = item_page(who, id).await.or_refuse(who)?;
    let mut form = item::filled(who, &page);
    answer::into_form(&mut form, failure).or_refuse(who)?;
    answer::again(who, &page.item.title, Section::Claims, item::view(who, &page, &form, None))
}
