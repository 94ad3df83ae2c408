//! Taking a whole claim back: what that does is said before it is done (LRN-11).

use crate::actions::open_claim::withdraw_claim;
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::claim::{ClaimPage, claim_page};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::At;
use crate::web::layout::Section;
use crate::web::parts::{Weight, back, link, submit};
use crate::{t, urls};
use domain::ClaimId;
use maud::{Markup, html};

/// The question.
pub async fn ask(who: Member, At(id): At<ClaimId>) -> Page {
    let page = claim_page(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "withdraw-title"), Section::Claims, view(&who, &page))
}

/// The answer.
pub async fn take_back(who: Member, At(id): At<ClaimId>) -> Page {
    withdraw_claim(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::claim(who.lang, id), "claim-withdrawn")
}

fn view(who: &Member, p: &ClaimPage) -> Markup {
    let (lang, tally) = (who.lang, p.claim.tally());
    let title = p.version.body.title.get(lang);
    let claim = urls::claim(lang, p.claim.id);
    html! {
        div.stack.narrow {
            (back(title, &claim))
            h1 { (t(lang, "withdraw-title")) }
            p { (t!(lang, "withdraw-lead", title = title)) }
            ul.bullets {
                @if tally.demonstrated > 0 { li { (t!(lang, "withdraw-kept", count = tally.demonstrated)) } }
                @if tally.in_review > 0 { li { (t!(lang, "withdraw-called-off", count = tally.in_review)) } }
                li { (t(lang, "withdraw-evidence")) }
                li { (t(lang, "withdraw-fees")) }
                li { (t(lang, "withdraw-again")) }
            }
            @if p.claim.state.takes_evidence() {
                form.row method="post" action=(urls::claim_withdrawal(lang, p.claim.id)) {
                    (submit(Weight::Danger, &t(lang, "withdraw-yes")))
                    (link(Weight::Quiet, &claim, &t(lang, "confirm-cancel")))
                }
            } @else {
                p { (t(lang, "refused-claim-state")) }
            }
        }
    }
}
