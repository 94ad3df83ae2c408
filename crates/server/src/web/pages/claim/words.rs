//! How the state of a claim and of its competencies is said to the learner.

use crate::i18n::{date, t, time_left};
use crate::queries::claim::{Names, Where};
use crate::web::parts::State;
use crate::{t, urls};
use domain::claim::{Claim, ClaimState};
use domain::profile::{Competency, ProfileBody, ServiceTime, service_time};
use domain::recognition::RecognitionState;
use domain::{Lang, Ts};

/// A claim's state in a few words.
pub fn claim_state(lang: Lang, state: &ClaimState) -> String {
    t(lang, &format!("claim-state-{}", state.name().replace('_', "-")))
}

/// "You have demonstrated 4 of 5 competencies": those that the credential requires.
pub fn result(lang: Lang, claim: &Claim, body: &ProfileBody) -> String {
    let required = body.competencies.iter().filter(|c| c.required);
    let held = |c: &&Competency| claim.part(c.id).is_some_and(|p| matches!(p.standing, domain::claim::Standing::Demonstrated { .. }));
    let (all, done) = (required.clone().count(), required.filter(held).count());
    t!(lang, "claim-result", done = done, all = all)
}

/// The shape for where a competency stands.
pub fn shape(stand: &Where) -> State {
    match stand {
        Where::Open { .. } | Where::Gap { .. } => State::Gap,
        Where::InReview { .. } => State::InReview,
        Where::Asked { .. } => State::Attention,
        Where::Held { state: Some(RecognitionState::Recognised { .. }) | None, .. } => State::Demonstrated,
        Where::Held { .. } => State::Attention,
    }
}

/// The word that goes with the shape.
pub fn word(lang: Lang, stand: &Where) -> String {
    match stand {
        Where::Open { .. } => t(lang, "stand-open"),
        Where::Gap { .. } => t(lang, "state-gap"),
        Where::InReview { .. } => t(lang, "state-in-review"),
        Where::Asked { .. } => t(lang, "stand-asked"),
        Where::Held { state: Some(state), .. } => t(lang, &format!("stand-{}", state.name().replace('_', "-"))),
        Where::Held { .. } => t(lang, "state-demonstrated"),
    }
}

/// What to know about it, in a line.
pub fn meta(lang: Lang, stand: &Where, names: &Names, now: Ts) -> String {
    match stand {
        Where::Open { evidence: 0 } => t(lang, "meta-no-evidence"),
        Where::Open { evidence } => t!(lang, "meta-not-sent", count = *evidence),
        Where::InReview { second: true, due } => t!(lang, "meta-second", date = date(lang, *due)),
        Where::InReview { due, .. } => t!(lang, "meta-due", date = date(lang, *due), left = time_left(lang, now, *due)),
        Where::Asked { at } => t!(lang, "meta-asked", date = date(lang, *at)),
        Where::Gap { at, open } => t!(lang, "meta-gap", date = date(lang, *at), count = *open),
        Where::Held { at, by, until, .. } => {
            let by = by.map_or("", |by| names.get(by, lang));
            let assessed = t!(lang, "meta-assessed", date = date(lang, *at), by = by);
            match until {
                Some(until) => format!("{assessed}. {}", t!(lang, "meta-until", date = date(lang, *until))),
                None => assessed,
            }
        }
    }
}

/// The one next action: words and address.
pub fn action(lang: Lang, claim: &Claim, competency: &Competency, stand: &Where) -> Option<(String, String)> {
    let page = urls::claimed_competency(lang, claim.id, competency.id);
    let (key, href) = match stand {
        Where::Held { credential: Some(id), .. } => ("act-view-credential", urls::credential(lang, *id)),
        Where::Held { .. } => ("act-view-result", page),
        Where::InReview { .. } => ("act-follow", page),
        Where::Asked { .. } => ("act-answer", format!("{page}#question")),
        _ if !claim.state.takes_evidence() => return None,
        Where::Gap { .. } => ("act-learning", format!("{page}#learning")),
        Where::Open { evidence: 0 } => ("act-add-evidence", add_evidence(lang, claim, competency)),
        Where::Open { .. } => ("act-send", format!("{page}#send")),
    };
    Some((t(lang, key), href))
}

/// Where evidence for a competency is added.
pub fn add_evidence(lang: Lang, claim: &Claim, competency: &Competency) -> String {
    format!("{}?competency={}", urls::new_evidence(lang, claim.id), competency.id)
}

/// How long a decision takes at most.
pub fn service(lang: Lang, competency: &Competency) -> String {
    match service_time(competency.tier) {
        ServiceTime::Hours(hours) => t!(lang, "service-hours", count = hours),
        ServiceTime::WorkingDays(days) => t!(lang, "service-days", count = days),
    }
}

/// A price, or that there is none.
pub fn price(lang: Lang, cents: i64) -> String {
    if cents == 0 { t(lang, "price-free") } else { crate::i18n::money(lang, cents, "CAD") }
}
