//! The page of a profile: what is shown, how it is judged, what it costs, how long it takes, how to appeal.

use super::claim_button;
use super::competency::{competency, tier_meaning, tier_name, validity, within};
use crate::caller::Visitor;
use crate::i18n::{date, date_machine, money, t, time_left};
use crate::queries::catalogue::{Ratings, Shown, name_of};
use crate::t;
use crate::urls;
use crate::web::pages::catalogue::emblem_of;
use crate::web::parts::{Moment, Tone, Weight, breadcrumbs, facts, link, notice, panel, panel_pad, timeline};
use domain::evidence::SupervisionIdentity;
use domain::profile::{ChangeClass, RiskTier, VersionState};
use domain::{Lang, Ts};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The whole page.
pub fn profile(who: &Visitor, shown: &Shown) -> Markup {
    let (lang, body) = (who.lang, shown.body());
    let owner = name_of(&shown.organisations, shown.version.owner);
    html! {
        (breadcrumbs(lang, &[(&t(lang, "nav-catalogue"), &urls::catalogue(lang))]))
        header.profile-head {
            (emblem_of(shown.version.profile, body.occupations.first().map_or("", |o| &o.code)))
            div.stack.tight {
                h1 { (body.title.get(lang)) }
                p.muted { (t!(lang, "profile-by", owner = owner.get(lang), number = shown.edition.number.to_string())) }
            }
        }
        (content(who, shown))
    }
}

/// All that stands below its title: also what authors look at before anybody else does.
pub fn content(who: &Visitor, shown: &Shown) -> Markup {
    let (lang, body) = (who.lang, shown.body());
    html! {
        (state_notice(who, shown))
        @if let Some(scope) = &body.regulated_scope_notice {
            (notice(Tone::Info, html! { p { strong { (t(lang, "profile-regulated")) } " " (scope.get(lang)) } }))
        }
        div.split {
            div.stack.loose {
                p.lead-text { (body.summary.get(lang)) }
                @if shown.in_force() { (ways_in(who, shown)) }
                (criteria(lang, shown))
                (judging(who, shown))
                (supervision(lang))
                (versions(lang, shown))
            }
            aside.stack.loose.glance aria-label=(t(lang, "profile-glance")) {
                (glance(who, shown))
                (appeal(lang, shown))
            }
        }
    }
}

fn day(lang: Lang, at: Ts) -> Markup {
    html! { time datetime=(date_machine(at)) { (date(lang, at)) } }
}

/// What to know if new claims no longer begin with this version.
fn state_notice(who: &Visitor, shown: &Shown) -> Markup {
    let lang = who.lang;
    let newer = shown.newer().map(|e| {
        html! { " " a href=(urls::profile(lang, shown.version.profile)) { (t!(lang, "profile-read-newer", number = e.number.to_string())) } }
    });
    match &shown.edition.state {
        VersionState::Superseded { at, teach_out_until, .. } => notice(
            Tone::Wait,
            html! {
                p {
                    strong { (t!(lang, "profile-superseded", date = date(lang, *at))) } " "
                    @if *teach_out_until > who.now {
                        (t!(lang, "profile-teach-out", date = date(lang, *teach_out_until), left = time_left(lang, who.now, *teach_out_until)))
                    } @else { (t!(lang, "profile-teach-out-over", date = date(lang, *teach_out_until))) }
                    @if let Some(newer) = newer { (newer) }
                }
            },
        ),
        VersionState::Retired { at, reason, .. } => notice(
            Tone::Bad,
            html! { p { strong { (t!(lang, "profile-retired", date = date(lang, *at))) } " " (reason) @if let Some(newer) = newer { (newer) } } },
        ),
        _ => html! {},
    }
}

fn ways_in(who: &Visitor, shown: &Shown) -> Markup {
    let (lang, id) = (who.lang, shown.version.profile);
    html! {
        div.stack.tight.noprint {
            div.row {
                (claim_button(who, shown, &Ratings::new(), Weight::Main))
                (link(Weight::Plain, &urls::self_assessment(lang, id), &t(lang, "profile-self-assess")))
            }
            p.sm.muted { (t(lang, "profile-no-course")) }
        }
    }
}

fn criteria(lang: Lang, shown: &Shown) -> Markup {
    let body = shown.body();
    let competencies = t!(lang, "profile-count-competencies", count = body.competencies.len());
    let criteria = t!(lang, "profile-count-criteria", count = body.criteria_count());
    html! {
        section.stack aria-labelledby="competencies" {
            div.row { h2 #competencies { (t(lang, "profile-competencies")) } p.sm.muted.push { (competencies) ", " (criteria) } }
            @for c in &body.competencies { (competency(lang, body, c)) }
        }
    }
}

/// How judging goes, in the order it happens, with what each tier in this profile means.
fn judging(who: &Visitor, shown: &Shown) -> Markup {
    let lang = who.lang;
    let tiers: BTreeSet<RiskTier> = shown.body().competencies.iter().map(|c| c.tier).collect();
    let second = who.app.config.limits.second_assessor && tiers.iter().any(|t| *t != RiskTier::C);
    let body = html! {
        div.stack {
            div.prose { ol {
                li { (t(lang, "profile-step-evidence")) }
                li { (t(lang, "profile-step-judge")) }
                @if second { li { (t(lang, "profile-step-second")) } }
                li { (t(lang, "profile-step-recognised")) }
                li { (t(lang, "profile-step-gap")) }
                li { (t(lang, "profile-step-award")) }
            } }
            dl.facts {
                @for tier in tiers.iter().rev() { dt { (tier_name(lang, *tier)) } dd { (tier_meaning(lang, *tier)) } }
            }
        }
    };
    panel("judging", &t(lang, "profile-judging"), None, body)
}

/// The levels that a credential names, under the ids that it names them by.
fn supervision(lang: Lang) -> Markup {
    use SupervisionIdentity::*;
    let levels = [
        (A0, t(lang, "profile-a0")),
        (A1, t(lang, "profile-a1")),
        (A2, t(lang, "profile-a2")),
        (A3, t(lang, "profile-a3")),
        (A4, t(lang, "profile-a4")),
        (A5, t(lang, "profile-a5")),
    ];
    let body = html! {
        div.stack {
            p #supervision-lowest { (t(lang, "profile-supervision-lowest")) }
            p #supervision-highest { (t(lang, "profile-supervision-highest")) }
            details.sm { summary { (t(lang, "profile-supervision-levels")) }
                (facts(&levels.map(|(level, words)| (level.code().to_owned(), html! { (words) }))))
            }
        }
    };
    panel("supervision", &t(lang, "profile-supervision"), None, body)
}

fn class_words(lang: Lang, class: ChangeClass) -> String {
    match class {
        ChangeClass::Editorial => t(lang, "profile-change-editorial"),
        ChangeClass::Minor => t(lang, "profile-change-minor"),
        ChangeClass::Substantive => t(lang, "profile-change-substantive"),
    }
}

fn versions(lang: Lang, shown: &Shown) -> Markup {
    let id = shown.version.profile;
    let moment = |e: &store::profiles::Edition| {
        let here = e.id == shown.edition.id;
        let name = t!(lang, "profile-version", number = e.number.to_string());
        let what = html! {
            @if here { strong { (name) } " " span.muted { (t(lang, "profile-version-this")) } }
            @else { a href=(urls::version(lang, id, e.number)) { (name) } }
            @if let Some(change) = &e.change { p { (change.note.get(lang)) } p.muted { (class_words(lang, change.class)) } }
        };
        let at = match &e.state {
            VersionState::Superseded { at, published_at, .. } => {
                t!(lang, "profile-version-between", from = date(lang, *published_at), until = date(lang, *at))
            }
            VersionState::Retired { at, .. } => t!(lang, "profile-version-retired", date = date(lang, *at)),
            state => state.published_at().map(|at| t!(lang, "profile-version-since", date = date(lang, at))).unwrap_or_default(),
        };
        Moment { at, what, now: here }
    };
    let moments: Vec<_> = shown.editions.iter().map(moment).collect();
    panel("versions", &t(lang, "profile-versions"), None, timeline(&moments))
}

/// The facts that decide whether it is worth reading on.
fn glance(who: &Visitor, shown: &Shown) -> Markup {
    let (lang, body) = (who.lang, shown.body());
    let name = |id| name_of(&shown.organisations, id).get(lang).to_owned();
    let tiers: BTreeSet<RiskTier> = body.competencies.iter().map(|c| c.tier).collect();
    let mut rows = vec![
        (t(lang, "profile-fee"), html! { (fee(lang, body.assessment_fee.cents)) }),
        (
            t(lang, "profile-service-time"),
            html! { @for tier in &tiers { div { (within(lang, *tier)) @if tiers.len() > 1 { " (" (t!(lang, "profile-tier", tier = format!("{tier:?}"))) ")" } } } },
        ),
        (t(lang, "profile-assessed-by"), html! { @for id in &body.assessed_by { div { (name(*id)) } } }),
        (t(lang, "profile-issued-by"), html! { (name(body.issuer)) }),
        (t(lang, "profile-owned-by"), html! { (name(shown.version.owner)) }),
        (t(lang, "profile-valid"), html! { (validity(lang, body.validity_months)) }),
    ];
    let occupations = html! {
        @for o in &body.occupations { div { (o.title.get(lang)) " " span.muted { "(" (scheme(lang, &o.scheme)) " " (o.code) ")" } } }
    };
    rows.push((t(lang, "profile-occupations"), occupations));
    rows.push((t(lang, "profile-scale"), html! { (body.scale.name.get(lang)) }));
    let number = shown.edition.number.to_string();
    let since = shown.edition.state.published_at();
    rows.push((t(lang, "profile-version-label"), html! { (number) @if let Some(at) = since { ", " (day(lang, at)) } }));
    panel_pad("glance", &t(lang, "profile-glance"), html! { div.stack { (facts(&rows)) p.sm.muted { (t(lang, "profile-fee-note")) } } })
}

fn fee(lang: Lang, cents: i64) -> String {
    if cents == 0 { t(lang, "profile-free") } else { t!(lang, "profile-fee-each", amount = money(lang, cents, "CAD")) }
}

/// The national classification has a name in each language.
pub fn scheme(lang: Lang, scheme: &str) -> String {
    if lang == Lang::Fr { scheme.replacen("NOC", "CNP", 1) } else { scheme.to_owned() }
}

fn appeal(lang: Lang, shown: &Shown) -> Markup {
    let body = shown.body();
    let issuer = shown.organisations.get(&body.issuer);
    let name = name_of(&shown.organisations, body.issuer);
    panel_pad(
        "appeal",
        &t(lang, "profile-appeal"),
        html! {
            div.stack.tight.sm {
                p { (t!(lang, "profile-appeal-window", days = i64::from(body.appeal_days))) }
                p { (t!(lang, "profile-appeal-route", issuer = name.get(lang))) }
                @if let Some(site) = issuer.and_then(|o| o.website.as_deref()).filter(|s| s.starts_with("http")) { p { a href=(site) rel="noopener" { (site) } } }
                p { a href=(urls::about(lang, "appeals")) { (t(lang, "profile-appeal-more")) } }
            }
        },
    )
}
