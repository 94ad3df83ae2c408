use super::{criteria, learning, send, talk};
use crate::caller::Member;
use crate::i18n::{date, t, time_left};
use crate::queries::claim::Where;
use crate::queries::claim::competency::CompetencyPage;
use crate::web::pages::claim::words;
use crate::web::parts::{Form, Moment, Tone, back, error_summary, facts, mark, notice, panel_pad, timeline};
use crate::{t, urls};
use domain::Lang;
use domain::profile::RiskTier;
use domain::recognition::RecognitionState;
use maud::{Markup, html};

/// The page of one competency.
pub fn competency(who: &Member, p: &CompetencyPage, form: &Form) -> Markup {
    let lang = who.lang;
    html! {
        div.stack.loose {
            (head(lang, p))
            (error_summary(form))
            (stand(who, p))
        }
        div.split {
            div.stack.loose {
                (talk::question(who, p, form))
                (criteria::panel(who, p))
                (learning::panel(who, p))
                (send::panel(who, p, form))
                (talk::thread(who, p))
            }
            aside.stack.loose.side aria-label=(t(lang, "comp-about")) { (rules(lang, p)) (next(who, p)) (appeal(lang, p)) }
        }
    }
}

fn head(lang: Lang, p: &CompetencyPage) -> Markup {
    let (asked, body) = (p.asked(), &p.version.body);
    let level = body.scale.levels.get(usize::from(asked.level).saturating_sub(1)).map_or("", |l| l.get(lang));
    let needed = t(lang, if asked.required { "comp-required" } else { "comp-elective" });
    html! {
        div.stack.tight {
            (back(body.title.get(lang), &urls::claim(lang, p.claim.id)))
            h1 { (asked.statement.get(lang)) }
            p.muted { (asked.code) " · " (needed) " · " (t!(lang, "comp-level", level = asked.level, name = level)) }
            p.row { span.pill { (mark(words::shape(&p.stand), None)) (words::word(lang, &p.stand)) } span.sm.muted { (meta(lang, p)) } }
        }
    }
}

fn meta(lang: Lang, p: &CompetencyPage) -> String {
    match &p.stand {
        Where::Held { .. } | Where::InReview { .. } => String::new(),
        other => words::meta(lang, other, &p.names, p.claim.opened),
    }
}

/// The result or what is waited for, first.
fn stand(who: &Member, p: &CompetencyPage) -> Markup {
    let lang = who.lang;
    match &p.stand {
        Where::InReview { second: true, due } => notice(
            Tone::Wait,
            html! { p { strong { (t(lang, "comp-second")) } " " (t!(lang, "comp-due", date = date(lang, *due), left = time_left(lang, who.now, *due))) } },
        ),
        Where::InReview { due, .. } => notice(
            Tone::Wait,
            html! { p { strong { (t(lang, "comp-in-review")) } " " (t!(lang, "comp-due", date = date(lang, *due), left = time_left(lang, who.now, *due))) } },
        ),
        Where::Asked { .. } => {
            notice(Tone::Wait, html! { p { strong { (t(lang, "comp-asked")) } " " a href="#question" { (t(lang, "act-answer")) } } })
        }
        Where::Gap { open, .. } => {
            notice(Tone::Info, html! { p { strong { (t!(lang, "comp-gap", count = *open)) } " " (t(lang, "comp-gap-text")) } })
        }
        Where::Held { .. } => held(who, p),
        Where::Open { .. } => html! {},
    }
}

fn held(who: &Member, p: &CompetencyPage) -> Markup {
    let lang = who.lang;
    let Where::Held { at, by, state, until, credential } = &p.stand else { return html! {} };
    let by = by.map_or("", |by| p.names.get(by, lang));
    let tone = match state {
        Some(RecognitionState::Recognised { .. }) | None => Tone::Good,
        _ => Tone::Wait,
    };
    notice(
        tone,
        html! {
            p { strong { (t!(lang, "comp-held", date = date(lang, *at), by = by)) } " "
                @match state {
                    Some(RecognitionState::Provisional { .. }) => (t(lang, "comp-provisional")),
                    Some(RecognitionState::Expired { at }) => (t!(lang, "comp-expired", date = date(lang, *at))),
                    Some(RecognitionState::Suspended { reason, .. } | RecognitionState::Rescinded { reason, .. }) => (reason),
                    _ => @if let Some(until) = until { (t!(lang, "meta-until", date = date(lang, *until))) "." },
                }
            }
            @if let Some(id) = credential {
                p { a href=(urls::credential(lang, *id)) { (t(lang, "act-view-credential")) } " · " a href=(urls::credential_settings(lang, *id)) { (t(lang, "credential-settings")) } }
            }
        },
    )
}

/// What evidence has to be, in plain words (LRN-02).
fn rules(lang: Lang, p: &CompetencyPage) -> Markup {
    let (asked, fee) = (p.asked(), p.version.body.assessment_fee.cents);
    let rule = &asked.rule;
    let advice = rule.advice.get(lang);
    let rows = vec![
        (t(lang, "claim-fee"), html! { (words::price(lang, fee)) }),
        (t(lang, "claim-service"), html! { (words::service(lang, asked)) }),
        (t(lang, "rules-occasions"), html! { (t!(lang, "rules-days", count = rule.occasions)) }),
        (t(lang, "rules-currency"), html! { (t!(lang, "rules-months", count = rule.currency_months)) }),
        (t(lang, "rules-decision"), html! { (t(lang, if asked.tier == RiskTier::A { "rules-all" } else { "rules-most" })) }),
    ];
    panel_pad(
        "rules",
        &t(lang, "rules-title"),
        html! {
            div.stack {
                @if !advice.is_empty() { p.sm { (advice) } }
                (facts(&rows))
                ul.bullets.sm {
                    @if asked.tier == RiskTier::A { li { (t(lang, "rules-sources")) } }
                    li { (t(lang, "rules-place")) }
                    li { (t(lang, "rules-supplementary")) }
                }
            }
        },
    )
}

fn next(who: &Member, p: &CompetencyPage) -> Markup {
    let lang = who.lang;
    let stage = match &p.stand {
        Where::Open { .. } | Where::Gap { .. } => 0,
        Where::InReview { .. } | Where::Asked { .. } => 1,
        Where::Held { .. } => 3,
    };
    let due = match &p.stand {
        Where::InReview { due, .. } => t!(lang, "next-due", date = date(lang, *due)),
        _ => words::service(lang, p.asked()),
    };
    let steps = [("step-send", String::new()), ("step-judge", due), ("step-answer", String::new()), ("step-held", String::new())];
    let moments: Vec<_> =
        steps.into_iter().enumerate().map(|(i, (key, at))| Moment { at, what: html! { (t(lang, key)) }, now: i == stage }).collect();
    panel_pad("steps", &t(lang, "steps-title"), timeline(&moments))
}

fn appeal(lang: Lang, p: &CompetencyPage) -> Markup {
    let days = p.version.body.appeal_days;
    let until = p.judged().map(|j| j.score().at.plus_days(days.into()));
    panel_pad(
        "appeal",
        &t(lang, "appeal-title"),
        html! {
            div.stack.tight.sm {
                p { (t!(lang, "appeal-window", days = days)) @if let Some(until) = until { " " (t!(lang, "appeal-until", date = date(lang, until))) } }
                p { (t(lang, "appeal-kept")) }
                p { a href=(urls::about(lang, "appeals")) { (t(lang, "claim-appeal")) } }
            }
        },
    )
}
