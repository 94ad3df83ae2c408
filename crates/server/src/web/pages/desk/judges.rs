//! What one judge sees of the others: that there are others, before it is decided; what each found, afterwards.

use crate::i18n::t;
use crate::queries::assessment::Case;
use crate::t;
use crate::web::parts::{Head, Tone, notice, table};
use domain::Lang;
use domain::assessment::{CriterionResult, Score, Seat};
use maud::{Markup, html};

/// How a level reads; without one, the criterion was met in an earlier attempt.
pub fn level(lang: Lang, result: Option<CriterionResult>) -> String {
    match result {
        Some(CriterionResult::Competent) => t(lang, "score-met"),
        Some(CriterionResult::ApproachingCompetence) => t(lang, "score-partly"),
        Some(CriterionResult::NotEvident) => t(lang, "score-not-shown"),
        None => t(lang, "desk-met-earlier"),
    }
}

/// As which judge somebody has it in hand, where there are others.
pub fn seat_notice(lang: Lang, case: &Case) -> Markup {
    match case.assessment.state.seat() {
        Some(Seat::Second) => notice(Tone::Info, html! { p { (t(lang, "desk-seat-second")) } }),
        Some(Seat::Adjudicator) => notice(Tone::Info, html! { p { (t(lang, "desk-seat-adjudicator")) } }),
        Some(Seat::First) | None => html! {},
    }
}

/// Says to whoever judged it that it is not decided yet.
pub fn not_decided(lang: Lang, case: &Case) -> Markup {
    let key = match case.assessment.state.seat() {
        Some(Seat::Second) => "desk-waits-second",
        Some(Seat::Adjudicator) => "desk-waits-adjudicator",
        Some(Seat::First) | None => return html! {},
    };
    notice(Tone::Wait, html! { p { (t(lang, key)) } })
}

/// Whether the sheet that is shown is the viewer's own, and not what another found that counts instead.
pub fn shows_own(case: &Case) -> bool {
    case.assessment.state.judgement().is_none_or(|judgement| judgement.score().assessor == case.viewer)
}

/// What each of several judges found, criterion by criterion, once it is decided.
pub fn all_scores(lang: Lang, case: &Case) -> Markup {
    let state = &case.assessment.state;
    let (Some(judgement), scores) = (state.judgement(), state.scores()) else { return html! {} };
    if scores.len() < 2 {
        return html! {};
    }
    let mut heads = vec![Head::text(t(lang, "desk-scores-criterion"))];
    heads.extend(scores.iter().map(|score| Head::text(judge(lang, case, score))));
    let row = |id| {
        let found = scores.iter().map(|score| found(lang, score, id));
        std::iter::once(html! { (t!(lang, "desk-criterion", n = case.number(id))) }).chain(found).collect()
    };
    let rows: Vec<Vec<Markup>> = case.assessment.criteria.iter().map(|id| row(*id)).collect();
    html! {
        section.stack.tight aria-labelledby="scores-h" {
            h2 #scores-h { (t(lang, "desk-scores")) }
            p.sm.muted { (t(lang, if judgement.adjudicated.is_some() { "desk-scores-adjudicated" } else { "desk-scores-agreed" })) }
            (table(&t(lang, "desk-scores"), &heads, &rows))
        }
    }
}

fn found(lang: Lang, score: &Score, criterion: domain::CriterionId) -> Markup {
    html! {
        (level(lang, score.sheet.results.get(&criterion).copied()))
        @if let Some(reason) = score.sheet.reasons.get(&criterion) { p.xs.muted.written { (reason) } }
    }
}

/// Judges are called by their seat: who they are is nobody's matter here.
fn judge(lang: Lang, case: &Case, score: &Score) -> String {
    let seats = case.assessment.state.seats();
    let seat = seats.iter().find(|(_, s)| s.assessor == score.assessor).map(|(seat, _)| seat.code());
    let name = t(lang, &format!("desk-seat-name-{}", seat.unwrap_or("verifier")));
    if score.assessor == case.viewer { t!(lang, "desk-seat-you", seat = name) } else { name }
}
