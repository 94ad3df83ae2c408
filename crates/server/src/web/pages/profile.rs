//! A published profile for everybody: all that a learner must know before claiming, and the way into a claim.

mod competency;
mod view;

pub use view::content;

use crate::access::{Thing, Verb};
use crate::actions::open_claim;
use crate::caller::{Member, Visitor};
use crate::i18n::t;
use crate::queries::catalogue::{self, Ratings, Shown};
use crate::t;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, At, At2, Sent};
use crate::web::layout::Section;
use crate::web::parts::{Weight, breadcrumbs, link, submit};
use crate::web::routes::Routes;
use domain::ProfileId;
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/catalogue/{profile}", Verb::View, Thing::Catalogue, current)
        .get("/{lang}/catalogue/{profile}/versions/{number}", Verb::View, Thing::Catalogue, numbered)
        .get("/p/{profile}/{number}", Verb::View, Thing::Catalogue, without_language)
        .get("/{lang}/catalogue/{profile}/claim", Verb::Add, Thing::Claim, before_claiming)
        .post("/{lang}/catalogue/{profile}/claim", Verb::Add, Thing::Claim, claim)
}

async fn current(who: Visitor, At(id): At<ProfileId>) -> Page {
    let shown = catalogue::shown(&who, id, None).await.or_refuse(&who)?;
    answer::page(&who, shown.body().title.get(who.lang), Section::Catalogue, view::profile(&who, &shown))
}

async fn numbered(who: Visitor, At2(id, number): At2<ProfileId, u32>) -> Page {
    let shown = catalogue::shown(&who, id, Some(number)).await.or_refuse(&who)?;
    answer::page(&who, shown.body().title.get(who.lang), Section::Catalogue, view::profile(&who, &shown))
}

/// The address that credentials name: the same for every language.
async fn without_language(who: Visitor, At2(id, number): At2<ProfileId, u32>) -> Page {
    answer::redirect(&urls::version(who.lang, id, number))
}

/// Where somebody comes back to who had to sign in first; what they answered about themselves is in the address.
async fn before_claiming(who: Member, At(id): At<ProfileId>, asked: Asked) -> Page {
    let shown = catalogue::shown(&who, id, None).await.or_refuse(&who)?;
    let ratings = catalogue::unpack(&shown.version, &asked.get("ratings"));
    answer::page(&who, &t(who.lang, "profile-claim-title"), Section::Catalogue, opening(&who, &shown, &ratings))
}

async fn claim(who: Member, At(id): At<ProfileId>, Sent(form): Sent) -> Page {
    let shown = catalogue::shown(&who, id, None).await.or_refuse(&who)?;
    let ratings = catalogue::unpack(&shown.version, form.value("ratings"));
    match shown.claim {
        Some(open) => {
            if !ratings.is_empty() {
                open_claim::self_assess(&who, open, ratings).await.or_refuse(&who)?;
            }
            answer::redirect_saying(&urls::claim(who.lang, open), "profile-claim-continued")
        }
        None => {
            let claim = open_claim::open_claim(&who, id, ratings).await.or_refuse(&who)?;
            answer::redirect_saying(&urls::claim(who.lang, claim), "profile-claim-opened")
        }
    }
}

/// The last question before a claim is opened.
fn opening(who: &Visitor, shown: &Shown, ratings: &Ratings) -> Markup {
    let lang = who.lang;
    let (profile, body) = (shown.version.profile, shown.body());
    html! {
        (breadcrumbs(lang, &[(&t(lang, "nav-catalogue"), &urls::catalogue(lang)), (body.title.get(lang), &urls::profile(lang, profile))]))
        div.stack.narrow {
            h1 { (t(lang, "profile-claim-title")) }
            p { (t!(lang, "profile-claim-text", title = body.title.get(lang), number = shown.edition.number.to_string())) }
            div.prose { ul {
                li { (t(lang, "profile-claim-no-course")) }
                li { (t(lang, "profile-claim-version")) }
                li { (t(lang, "profile-claim-withdraw")) }
                @if !ratings.is_empty() { li { (t!(lang, "profile-claim-ratings", count = ratings.len())) } }
            } }
            form.row method="post" action=(urls::open_claim(lang, profile)) {
                @if !ratings.is_empty() { input type="hidden" name="ratings" value=(catalogue::pack(&shown.version, ratings)); }
                (submit(Weight::Main, &t(lang, if shown.claim.is_some() { "profile-continue-claim" } else { "profile-open-claim" })))
                (link(Weight::Plain, &urls::profile(lang, profile), &t(lang, "profile-claim-not-now")))
            }
        }
    }
}

/// The button that opens a claim: at once for somebody signed in, by way of signing in for everybody else. Ratings
/// from a self-assessment go along in the form or in the address; nothing is kept until the claim is.
pub fn claim_button(who: &Visitor, shown: &Shown, ratings: &Ratings, weight: Weight) -> Markup {
    let lang = who.lang;
    let profile = shown.version.profile;
    let packed = (!ratings.is_empty()).then(|| catalogue::pack(&shown.version, ratings));
    let words = t(lang, if shown.claim.is_some() { "profile-continue-claim" } else { "profile-open-claim" });
    html! {
        @if who.me.is_some() {
            form.inline method="post" action=(urls::open_claim(lang, profile)) {
                @if let Some(packed) = packed { input type="hidden" name="ratings" value=(packed); }
                (submit(weight, &words))
            }
        } @else {
            @let query = packed.map(|p| format!("?ratings={p}")).unwrap_or_default();
            (link(weight, &format!("{}{query}", urls::open_claim(lang, profile)), &words))
        }
    }
}
