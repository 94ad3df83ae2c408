use super::words;
use crate::caller::Member;
use crate::i18n::{date, date_time, t};
use crate::queries::claim::{ClaimPage, Newer, Where};
use crate::web::parts::{State, Tone, Weight, back, facts, filters, level, link, mark, mosaic, notice, panel_pad, row_link, submit, tally};
use crate::{t, urls};
use domain::claim::ClaimState;
use domain::credential::{Credential, CredentialState};
use domain::profile::{Competency, service_time};
use domain::{CompetencyId, Lang};
use maud::{Markup, html};

/// The page of a claim; `show` is the filter that is on.
pub fn claim(who: &Member, p: &ClaimPage, show: &str) -> Markup {
    let (lang, body) = (who.lang, &p.version.body);
    html! {
        div.stack.loose {
            div.stack.tight {
                (back(&t(lang, "claims-title"), &urls::claims(lang)))
                h1 { (body.title.get(lang)) }
                p.muted { (t!(lang, "claim-against", issuer = p.names.get(body.issuer, lang), number = p.version.number.to_string())) }
            }
            (summary(lang, p))
            (outcome(who, p))
            @if let Some(newer) = &p.newer { (replaced(lang, newer)) }
            @if p.plan_changed {
                (notice(Tone::Wait, html! { p { (t(lang, "claim-plan-changed")) " " a href=(urls::plan(lang, p.claim.id)) { (t(lang, "paths-see-plan")) } } }))
            }
        }
        div.split {
            (competencies(who, p, show))
            aside.stack.loose.side aria-label=(t(lang, "claim-about")) { (next_step(lang, p)) (about(lang, p)) (ways(lang, p)) }
        }
    }
}

fn summary(lang: Lang, p: &ClaimPage) -> Markup {
    let counts = p.claim.tally();
    let tiles = |required: bool| -> Vec<State> {
        let mine = p.rows.iter().filter(|(id, _)| p.version.body.competency(*id).is_some_and(|c| c.required == required));
        mine.map(|(_, stand)| words::shape(stand)).collect()
    };
    let page = urls::claim(lang, p.claim.id);
    let areas =
        [(true, "claim-required"), (false, "claim-electives")].map(|(r, key)| (t(lang, key), format!("{page}#{}", anchor(r)), tiles(r)));
    let areas: Vec<_> = areas.into_iter().filter(|(_, _, tiles)| !tiles.is_empty()).collect();
    html! {
        section.panel.pad.stack aria-label=(t(lang, "claim-summary")) {
            div.row {
                p.lead { (words::result(lang, &p.claim, &p.version.body)) }
                div.push { (tally(lang, &[(State::Demonstrated, counts.demonstrated), (State::InReview, counts.in_review), (State::Gap, counts.gaps)])) }
            }
            (mosaic(&areas))
        }
    }
}

fn anchor(required: bool) -> &'static str {
    if required { "required" } else { "electives" }
}

/// What the whole claim came to, or waits for.
fn outcome(who: &Member, p: &ClaimPage) -> Markup {
    let (lang, issuer) = (who.lang, p.names.get(p.version.body.issuer, who.lang));
    let appeal = html! { a href=(urls::about(lang, "appeals")) { (t(lang, "claim-appeal")) } };
    match &p.claim.state {
        ClaimState::AllCompetent { at } => notice(
            Tone::Wait,
            html! { p { strong { (t(lang, "claim-waiting-issuer")) } " " (t!(lang, "claim-waiting-issuer-text", issuer = issuer, date = date(lang, *at))) } },
        ),
        ClaimState::Awarded { at, .. } => match &p.award {
            Some(credential) => award(lang, credential, issuer),
            None => notice(Tone::Good, html! { p { (t!(lang, "claim-awarded", issuer = issuer, date = date(lang, *at))) } }),
        },
        ClaimState::NotAwarded { at, reason, .. } => notice(
            Tone::Bad,
            html! { p { strong { (t!(lang, "claim-not-awarded", issuer = issuer, date = date(lang, *at))) } } p { (reason) } p { (appeal) } },
        ),
        ClaimState::Withdrawn { at } => notice(Tone::Info, html! { p { (t!(lang, "claim-withdrawn-on", date = date_time(lang, *at))) } }),
        ClaimState::Dormant { since } => notice(Tone::Info, html! { p { (t!(lang, "claim-dormant", date = date(lang, *since))) } }),
        ClaimState::MigrationRequired { .. } => notice(Tone::Wait, html! { p { (t(lang, "claim-migration")) } }),
        ClaimState::Closed { at } => notice(Tone::Info, html! { p { (t!(lang, "claim-closed-on", date = date(lang, *at))) } }),
        _ => html! {},
    }
}

/// The credential for the whole: offered, accepted or declined.
fn award(lang: Lang, credential: &Credential, issuer: &str) -> Markup {
    let settings = urls::credential_settings(lang, credential.id);
    match &credential.state {
        CredentialState::Offered { .. } | CredentialState::Unclaimed { .. } => notice(
            Tone::Good,
            html! {
                div.stack.tight {
                    p { strong { (t!(lang, "claim-offered", issuer = issuer)) } " " (t(lang, "credential-accept-means")) }
                    div.row {
                        form.inline method="post" action={ (settings) "/accept" } { (submit(Weight::Main, &t(lang, "credential-accept"))) }
                        (link(Weight::Plain, &format!("{settings}/decline"), &t(lang, "credential-decline")))
                    }
                }
            },
        ),
        state if state.public() => notice(
            Tone::Good,
            html! {
                p { strong { (t!(lang, "claim-awarded", issuer = issuer, date = date(lang, credential.from))) } }
                p { a href=(urls::credential(lang, credential.id)) { (t(lang, "act-view-credential")) } " · " a href=(settings) { (t(lang, "credential-settings")) } }
            },
        ),
        CredentialState::Withdrawn { reason, .. } => notice(
            Tone::Wait,
            html! {
                p { (t!(lang, "claim-offer-withdrawn", issuer = issuer)) }
                p.written { (reason.words) }
                p { a href=(settings) { (t(lang, "credential-settings")) } " · " a href=(urls::about(lang, "appeals")) { (t(lang, "claim-appeal")) } }
            },
        ),
        _ => notice(
            Tone::Info,
            html! { p { (t!(lang, "claim-declined", issuer = issuer)) } p { a href=(settings) { (t(lang, "credential-settings")) } } },
        ),
    }
}

fn replaced(lang: Lang, newer: &Newer) -> Markup {
    notice(
        Tone::Info,
        html! {
            p { strong { (t!(lang, "claim-newer", number = newer.number.to_string())) } " "
                @match newer.teach_out {
                    Some(until) => (t!(lang, "claim-teach-out", date = date(lang, until))),
                    None => (t(lang, "claim-newer-keeps")),
                }
            }
            @if let Some(change) = &newer.change { p { (t!(lang, "claim-newer-change", note = change.note.get(lang))) } }
        },
    )
}

/// The filters and the rows that they leave, replaced together.
fn competencies(who: &Member, p: &ClaimPage, show: &str) -> Markup {
    let lang = who.lang;
    let wanted = |stand: &Where| matches_filter(show, stand);
    let count = p.rows.iter().filter(|(_, stand)| wanted(stand)).count();
    html! {
        div.stack.loose #competencies tabindex="-1" data-say=(t!(lang, "claim-said", count = count)) {
            div.row { (filter_links(lang, p, show)) }
            @if count == 0 { p.muted { (t(lang, "claim-filter-none")) } }
            @for required in [true, false] {
                @let rows: Vec<_> = asked(p, required).filter(|(_, stand)| wanted(stand)).collect();
                @if !rows.is_empty() {
                    section.panel aria-labelledby=(anchor(required)) {
                        header { h2 id=(anchor(required)) { (t(lang, if required { "claim-required" } else { "claim-electives" })) } }
                        ul.list { @for (competency, stand) in rows { (row(who, p, competency, stand)) } }
                    }
                }
            }
        }
    }
}

fn asked(p: &ClaimPage, required: bool) -> impl Iterator<Item = (&Competency, &Where)> {
    let find = |id: CompetencyId| p.version.body.competency(id);
    p.rows.iter().filter_map(move |(id, stand)| Some((find(*id)?, stand))).filter(move |(c, _)| c.required == required)
}

fn matches_filter(show: &str, stand: &Where) -> bool {
    match show {
        "demonstrated" => matches!(stand, Where::Held { .. }),
        "review" => matches!(stand, Where::InReview { .. } | Where::Asked { .. }),
        "gaps" => matches!(stand, Where::Open { .. } | Where::Gap { .. }),
        _ => true,
    }
}

fn filter_links(lang: Lang, p: &ClaimPage, show: &str) -> Markup {
    let page = urls::claim(lang, p.claim.id);
    let known = ["demonstrated", "review", "gaps"].contains(&show);
    let links = [("", "filter-all"), ("demonstrated", "filter-demonstrated"), ("review", "filter-review"), ("gaps", "filter-gaps")];
    let links = links.map(|(name, key)| {
        let count = p.rows.iter().filter(|(_, stand)| matches_filter(name, stand)).count();
        let href = if name.is_empty() { page.clone() } else { format!("{page}?show={name}") };
        (t(lang, key), Some(count), href, if name.is_empty() { !known } else { name == show })
    });
    filters(&t(lang, "filter-label"), Some("competencies"), &links)
}

fn row(who: &Member, p: &ClaimPage, competency: &Competency, stand: &Where) -> Markup {
    let lang = who.lang;
    let name = competency.statement.get(lang);
    let action = words::action(lang, &p.claim, competency, stand);
    html! {
        li {
            (mark(words::shape(stand), Some(&words::word(lang, stand))))
            div {
                a.name href=(urls::claimed_competency(lang, p.claim.id, competency.id)) { (name) }
                p.meta { (competency.code) " · " (words::meta(lang, stand, &p.names, who.now)) }
            }
            (bars(lang, p, competency, stand))
            @if let Some((words, href)) = action { div.do { (row_link(&href, &words, name)) } } @else { span {} }
        }
    }
}

/// The level that is asked for, filled once it is held.
fn bars(lang: Lang, p: &ClaimPage, competency: &Competency, stand: &Where) -> Markup {
    let top = p.version.body.scale.levels.len() as u8;
    match stand {
        Where::Held { .. } => level(lang, competency.level, 0, top),
        _ => html! {
            div.lvl {
                @for bar in 1..=top.max(competency.level) { i.want[bar <= competency.level] {} }
                span { (t!(lang, "claim-level-needs", level = competency.level)) }
            }
        },
    }
}

/// The most urgent of all next actions, and why.
fn next_step(lang: Lang, p: &ClaimPage) -> Markup {
    let urgency = |stand: &Where| match stand {
        Where::Asked { .. } => Some(0),
        Where::Open { evidence: 1.. } => Some(1),
        Where::Gap { .. } => Some(2),
        Where::Open { .. } => Some(3),
        _ => None,
    };
    let open = asked(p, true).chain(asked(p, false)).filter_map(|(c, stand)| Some((urgency(stand)?, c, stand)));
    let Some((rank, competency, stand)) = open.min_by_key(|(rank, ..)| *rank) else { return html! {} };
    let Some((act, href)) = words::action(lang, &p.claim, competency, stand) else { return html! {} };
    let why = ["next-asked", "next-send", "next-gap", "next-open"][rank];
    html! {
        section.panel.pad.stack aria-labelledby="next" {
            div { h2.t #next { (t(lang, "next-title")) } p.sm { (t!(lang, why, name = competency.statement.get(lang))) } }
            a.btn.main.wide href=(href) { (act) }
        }
    }
}

fn about(lang: Lang, p: &ClaimPage) -> Markup {
    let (claim, body) = (&p.claim, &p.version.body);
    // Deadlines differ with the tier: said is the longest.
    let slowest = body.competencies.iter().max_by_key(|c| service_time(c.tier).due(domain::Ts(0)));
    let appeal = html! {
        (t!(lang, "claim-appeal-days", days = body.appeal_days)) ". " a href=(urls::about(lang, "appeals")) { (t(lang, "claim-appeal")) }
    };
    let version = html! { a href=(urls::version(lang, claim.profile, p.version.number)) { (t!(lang, "claim-version", number = p.version.number.to_string())) } };
    let mut rows = vec![
        (t(lang, "claim-fee"), html! { (words::price(lang, body.assessment_fee.cents)) " " span.muted { (t(lang, "claim-fee-each")) } }),
        (t(lang, "claim-service"), html! { @if let Some(c) = slowest { (words::service(lang, c)) } }),
        (t(lang, "claim-appeals"), appeal),
        (t(lang, "claim-pinned"), version),
        (t(lang, "claim-issuer"), html! { (p.names.get(body.issuer, lang)) }),
        (t(lang, "claim-opened"), html! { (date(lang, claim.opened)) }),
    ];
    if let Some(months) = body.validity_months {
        rows.push((t(lang, "claim-validity"), html! { (t!(lang, "claim-months", count = months)) }));
    }
    panel_pad("about", &t(lang, "claim-about"), facts(&rows))
}

/// Evidence, record, and the way out.
fn ways(lang: Lang, p: &ClaimPage) -> Markup {
    let id = p.claim.id;
    html! {
        nav.stack.tight.sm aria-label=(t(lang, "claim-more")) {
            a href=(urls::claim_evidence(lang, id)) { (t(lang, "claim-all-evidence")) }
            a href=(urls::claim_record(lang, id)) { (t(lang, "claim-record")) }
            @if p.claim.state.takes_evidence() {
                a href=(urls::claim_paths(lang, id)) { (t(lang, "paths-open-all")) }
                @if p.has_plan { a href=(urls::plan(lang, id)) { (t(lang, "plan-page-title")) } }
                a href=(urls::claim_withdrawal(lang, id)) { (t(lang, "claim-withdraw")) }
            }
        }
    }
}
