//! Taking a piece of evidence back: what that does is said before it is done (E5).

use crate::actions::add_evidence::withdraw_evidence;
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::evidence::{ItemPage, item_page};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::At;
use crate::web::layout::Section;
use crate::web::parts::{Weight, back, link, submit};
use crate::{t, urls};
use domain::EvidenceId;
use domain::evidence::EvidenceState;
use maud::{Markup, html};

/// The question.
pub async fn ask(who: Member, At(id): At<EvidenceId>) -> Page {
    let page = item_page(&who, id).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "take-title"), Section::Claims, view(&who, &page))
}

/// The answer.
pub async fn take_back(who: Member, At(id): At<EvidenceId>) -> Page {
    let claim = withdraw_evidence(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::claim_evidence(who.lang, claim), "evidence-withdrawn")
}

/// What follows, by where the item stands.
fn effects(state: &EvidenceState) -> &'static [&'static str] {
    match state {
        EvidenceState::ReliedOn { .. } => &["take-relied", "take-decision-stands"],
        EvidenceState::Submitted { .. } => &["take-sent", "take-gone", "take-meter"],
        EvidenceState::NotReliedOn { .. } => &["take-gone", "take-decision-stands"],
        _ => &["take-unsent", "take-gone", "take-meter"],
    }
}

fn view(who: &Member, p: &ItemPage) -> Markup {
    let lang = who.lang;
    let item = urls::evidence(lang, p.item.id);
    html! {
        div.stack.narrow {
            (back(&p.item.title, &item))
            h1 { (t(lang, "take-title")) }
            @if p.item.state.withdrawable() {
                p { (t!(lang, "take-lead", title = p.item.title.as_str())) }
                ul.bullets { @for key in effects(&p.item.state) { li { (t(lang, key)) } } }
                form.row method="post" action=(urls::evidence_withdrawal(lang, p.item.id)) {
                    (submit(Weight::Danger, &t(lang, "take-yes")))
                    (link(Weight::Quiet, &item, &t(lang, "confirm-cancel")))
                }
            } @else {
                p { (t(lang, "take-not-now")) }
                div.row { (link(Weight::Plain, &item, &t(lang, "error-back"))) }
            }
        }
    }
}
