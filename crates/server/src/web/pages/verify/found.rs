//! What stands beside the verdict of a credential: the presentation that it came in, endorsements inside it, and what was
//! fetched to check it.

use super::view::short;
use crate::i18n::{clock, date, t};
use crate::t;
use crate::verifying::presented::Presentation;
use crate::verifying::web::Fetched;
use crate::web::pages::credential::checks::day;
use crate::web::parts::{Check, Outcome, Tone, checks, notice};
use domain::Lang;
use maud::{Markup, html};
use vc::{Endorsed, Report};

/// How the presentation is signed, and what that does not say.
pub fn presentation(lang: Lang, shown: &Presentation) -> Markup {
    let (tone, words) = match (shown.proof.outcome, shown.holder_binding.outcome) {
        (vc::Outcome::Passed, vc::Outcome::Passed) => (Tone::Good, "presented-holds"),
        (vc::Outcome::Failed, _) => (Tone::Bad, "presented-altered"),
        (_, vc::Outcome::Failed) => (Tone::Bad, "presented-not-holder"),
        _ => (Tone::Wait, "presented-open"),
    };
    let holder = shown.holder.as_deref().map(short);
    html! {
        div.stack.narrow {
            (notice(tone, html! {
                p { strong { (t!(lang, "presented-title", count = shown.credentials.len())) } }
                p { (t(lang, words)) }
                @if let Some(holder) = holder { p.sm { (t(lang, "presented-holder")) " " (holder) } }
                p.sm { (t(lang, "presented-occasion")) }
            }))
        }
    }
}

/// The endorsements inside, one by one.
pub fn endorsements(lang: Lang, report: &Report) -> Markup {
    if report.endorsements.is_empty() {
        return html! {};
    }
    let list: Vec<Check> = report.endorsements.iter().map(|one| endorsement(lang, one)).collect();
    html! { h3 { (t(lang, "endorsed-title")) } (checks(lang, &list)) }
}

fn endorsement(lang: Lang, one: &Endorsed) -> Check {
    let report = one.report.as_ref();
    let outcome = match one.holds() {
        Some(true) => Outcome::Passed,
        Some(false) => Outcome::Failed,
        None => Outcome::Unknown,
    };
    let key = match report.map(|r| r.verdict) {
        Some(vc::Verdict::Valid) if !one.is_about_it => "endorsed-other".to_owned(),
        Some(verdict) => format!("endorsed-{}", verdict.code().replace('_', "-")),
        None => "endorsed-unreadable".to_owned(),
    };
    let by = report.and_then(|r| r.issuer_name.as_deref().or(r.issuer.as_deref())).map_or_else(|| "–".to_owned(), short);
    let from = report.and_then(|r| day(lang, r.valid_from.as_deref()));
    let until = report.and_then(|r| day(lang, r.valid_until.as_deref()));
    let dates = match (from, until) {
        (Some(from), Some(until)) => t!(lang, "endorsed-from-until", from = from, until = until),
        (Some(from), None) => t!(lang, "endorsed-from", from = from),
        _ => String::new(),
    };
    let said = one.comment.as_deref().map(|comment| t!(lang, "endorsed-says", words = short(comment)));
    let detail = [Some(t(lang, &key)), Some(dates), said].into_iter().flatten().filter(|words| !words.is_empty());
    let what = t(lang, &format!("endorsed-what-{}", one.what.code()));
    Check { outcome, name: t!(lang, "endorsed-by", by = by, what = what), detail: detail.collect::<Vec<_>>().join(" ") }
}

/// What was fetched from elsewhere for the check, and when.
pub fn fetched(lang: Lang, all: &[Fetched]) -> Markup {
    html! {
        p.sm.muted { (t(lang, "verify-fetched-text")) }
        ul.said-words.sm {
            @for one in all {
                li {
                    span.mono { (short(&one.address)) } ": "
                    @match &one.found {
                        Ok(_) => (t!(lang, "verify-fetched-at", day = date(lang, one.at), time = clock(lang, one.at))),
                        Err(_) => (t!(lang, "verify-fetched-not", day = date(lang, one.at), time = clock(lang, one.at))),
                    }
                }
            }
        }
    }
}
