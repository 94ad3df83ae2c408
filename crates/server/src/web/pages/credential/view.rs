//! The page of a credential: who can do what, how that was judged and by whom, and whether it holds.

use super::certificate::kind;
use super::checks::Told;
use super::{framed, share};
use crate::caller::Visitor;
use crate::i18n::{date, date_machine, t};
use crate::issuing::document::counted;
use crate::issuing::words::{list, medium, supervision};
use crate::queries::credential::Shown;
use crate::web::parts::{Tone, copyable, drawn, facts, icon, notice, panel, panel_pad};
use crate::{t, urls};
use domain::profile::Competency;
use domain::recognition::RecognitionState;
use domain::{Lang, OrganisationId, Text, Ts};
use maud::{Markup, html};
use store::public::Recognised;

/// The page.
pub fn credential(who: &Visitor, s: &Shown) -> Markup {
    let lang = who.lang;
    let told = Told::new(&who.app, lang, who.now, &s.report, Some(&s.credential)).by(s.issuer.name.get(lang)).signed_by(s.key);
    let register = s.register.as_ref().map(|o| o.name.get(lang).to_owned());
    let told = told.under(s.standing.of_issued(s.credential.from), register);
    let title = t!(lang, "credential-page-title", title = s.title(lang), name = s.holder.as_str());
    let body = html! {
        @if s.mine { (mine(lang, s)) }
        article.panel { (hero(lang, s)) (told.banner(Some("#how"))) }
        div.split {
            div.stack.loose {
                (panel("can", &t!(lang, "credential-can", name = s.holder.as_str()), None, can_do(lang, s)))
                (panel("how", &t(lang, "how-we-checked"), None, html! { (told.checks()) (share::yourself(who, s)) }))
            }
            aside.stack.loose aria-label=(t(lang, "credential-details")) {
                (panel_pad("details", &t(lang, "credential-details"), details(lang, s)))
                (panel_pad("limits", &t(lang, "credential-limits"), limits(lang, s)))
                (share::this_page(who, s))
            }
        }
    };
    framed(who, &title, s.credential.listed, Some(share::head(who, s)), body)
}

/// The holder's own way from here to what they can decide.
fn mine(lang: Lang, s: &Shown) -> Markup {
    notice(
        Tone::Info,
        html! {
            p { (t(lang, "credential-mine")) " " a href=(urls::credential_settings(lang, s.credential.id)) { (t(lang, "credential-mine-link")) } }
        },
    )
}

fn hero(lang: Lang, s: &Shown) -> Markup {
    html! {
        div.hero {
            (drawn(&s.emblem(), None))
            div.stack {
                p.muted.sm { (kind(lang, s)) }
                h1 { (s.title(lang)) }
                p.to {
                    (t(lang, "credential-awarded-to")) " " strong { (s.holder) } " " (t(lang, "credential-on")) " "
                    time datetime=(date_machine(s.credential.from)) { (date(lang, s.credential.from)) } " "
                    (t(lang, "credential-by")) " " (organisation(lang, s.issuer.id, &s.issuer.name))
                }
                p.muted { (summary(lang, s)) }
                (share::first(lang, s))
            }
        }
    }
}

fn organisation(lang: Lang, id: OrganisationId, name: &Text) -> Markup {
    html! { a href=(urls::public_organisation(lang, id)) { (name.get(lang)) } }
}

/// What the holder can do, in a few lines.
pub fn summary(lang: Lang, s: &Shown) -> String {
    match s.single() {
        None => s.body().summary.get(lang).to_owned(),
        Some(c) => {
            let criteria = s.recognised.first().map_or(0, |r| r.results.len());
            t!(
                lang,
                "credential-summary-competency",
                count = criteria,
                level = c.level,
                levels = s.body().scale.levels.len(),
                title = s.body().title.get(lang)
            )
        }
    }
}

fn can_do(lang: Lang, s: &Shown) -> Markup {
    html! {
        div.stack.loose {
            p.sm.muted { (judged_how(lang, s)) }
            @for (recognised, competency) in s.competencies() { (one_competency(lang, s, recognised, competency)) }
        }
    }
}

/// How it was judged; of a batch, where the issuer recorded its decision.
pub fn judged_how(lang: Lang, s: &Shown) -> String {
    match &s.batch {
        None => t(lang, "credential-judged-how"),
        Some(of) => t!(lang, "credential-judged-elsewhere", issuer = s.issuer.name.get(lang), decision = of.terms.decision.as_str()),
    }
}

fn one_competency(lang: Lang, s: &Shown, r: &Recognised, c: &Competency) -> Markup {
    let rows = [
        (t(lang, "credential-level"), html! { (level(lang, s, c)) }),
        (t(lang, "credential-shown-by"), html! { (shown_by(lang, r)) }),
        (t(lang, "credential-supervision"), html! { (supervised(lang, r)) }),
        (
            t(lang, "credential-judged-by"),
            html! {
                (organisation(lang, r.assessed_by.0, &r.assessed_by.1)) ", " time datetime=(date_machine(r.from)) { (date(lang, r.from)) }
            },
        ),
        (
            t(lang, "credential-valid"),
            html! { (validity(lang, r.until)) @if let Some(note) = standing(lang, r, s.checked) { ". " (note) } },
        ),
    ];
    html! {
        section.can aria-labelledby={ "c-" (c.id) } {
            // Alone, it is what the whole page is called.
            h3.vh[s.single().is_some()] id={ "c-" (c.id) } { (c.statement.get(lang)) }
            ul {
                @for criterion in c.criteria.iter().filter(|k| r.results.contains_key(&k.id)) {
                    li { (icon("check")) span { (criterion.statement.get(lang)) } }
                }
            }
            (facts(&rows))
        }
    }
}

pub fn level(lang: Lang, s: &Shown, c: &Competency) -> String {
    let scale = &s.body().scale;
    let name = usize::from(c.level).checked_sub(1).and_then(|n| scale.levels.get(n)).map_or("", |l| l.get(lang));
    let plain = name.is_empty() || name == c.level.to_string();
    if plain {
        t!(lang, "credential-level-of", level = c.level, levels = scale.levels.len())
    } else {
        t!(lang, "credential-level-named", level = c.level, levels = scale.levels.len(), name = name)
    }
}

/// "2 videos and 1 written account".
pub fn shown_by(lang: Lang, r: &Recognised) -> String {
    let items: Vec<String> = counted(r).into_iter().map(|(kind, count)| medium(lang, kind, count)).collect();
    if items.is_empty() { t(lang, "credential-evidence-kept") } else { list(lang, &items) }
}

pub fn supervised(lang: Lang, r: &Recognised) -> String {
    let (lowest, highest) = r.supervision;
    if lowest == highest {
        return t!(lang, "credential-supervised", level = supervision(lang, lowest), code = lowest.code());
    }
    let (low, high) = (supervision(lang, lowest), supervision(lang, highest));
    t!(lang, "credential-supervised-range", low = low, low_code = lowest.code(), high = high, high_code = highest.code())
}

pub fn validity(lang: Lang, until: Option<Ts>) -> String {
    until.map_or_else(|| t(lang, "credential-no-end"), |until| t!(lang, "credential-until", day = date(lang, until)))
}

/// Whether the recognition of a competency no longer holds though the credential may.
fn standing(lang: Lang, r: &Recognised, now: Ts) -> Option<String> {
    match r.state {
        RecognitionState::Recognised { .. } | RecognitionState::ExpiringSoon { .. } if r.until.is_some_and(|until| now >= until) => {
            Some(t(lang, "credential-part-expired"))
        }
        RecognitionState::Suspended { .. } => Some(t(lang, "credential-part-suspended")),
        RecognitionState::Rescinded { .. } => Some(t(lang, "credential-part-rescinded")),
        RecognitionState::Provisional { .. } => Some(t(lang, "credential-part-provisional")),
        _ => None,
    }
}

fn details(lang: Lang, s: &Shown) -> Markup {
    let body = s.body();
    let c = &s.credential;
    let number = s.version.number.to_string();
    let mut rows = vec![
        (t(lang, "credential-issued-by"), organisation(lang, s.issuer.id, &s.issuer.name)),
        (
            t(lang, "credential-assessed-by"),
            html! {
                @for (n, (id, name)) in s.assessed_by().into_iter().enumerate() { @if n > 0 { "; " } (organisation(lang, *id, name)) }
            },
        ),
        (t(lang, "credential-awarded"), html! { time datetime=(date_machine(c.from)) { (date(lang, c.from)) } }),
        (t(lang, "credential-valid"), html! { (validity(lang, c.until)) }),
    ];
    if let Some(result) = s.batch.as_ref().and_then(|b| b.listed.result.as_ref()) {
        rows.push((t(lang, "credential-result"), html! { (result) }));
    }
    for o in &body.occupations {
        rows.push((t(lang, "credential-occupation"), html! { (o.title.get(lang)) " (" (scheme(lang, &o.scheme)) " " (o.code) ")" }));
    }
    rows.push((
        t(lang, "credential-profile"),
        html! {
            a href=(urls::version(lang, s.version.profile, s.version.number)) {
                (t!(lang, "credential-version", title = body.title.get(lang), number = number.as_str()))
            }
        },
    ));
    if let Some(first) = s.recognised.first() {
        rows.push((t(lang, "credential-owner"), organisation(lang, first.owner.0, &first.owner.1)));
    }
    rows.push((t(lang, "credential-endorsements"), html! { (t(lang, "credential-endorsements-none")) }));
    rows.push((t(lang, "credential-number"), html! { span.xs { (c.id) } }));
    facts(&rows)
}

/// The national classification has a name of its own in French.
fn scheme(lang: Lang, scheme: &str) -> String {
    match (lang, scheme.strip_prefix("NOC ")) {
        (Lang::Fr, Some(edition)) => format!("CNP {edition}"),
        _ => scheme.to_owned(),
    }
}

/// What nobody should read into it.
fn limits(lang: Lang, s: &Shown) -> Markup {
    let unsupervised = s.recognised.iter().any(|r| r.supervision.0.code() == "A0");
    html! {
        div.stack.sm {
            @if let Some(words) = &s.body().regulated_scope_notice { (notice(Tone::Info, html! { p { (words.get(lang)) } })) }
            ul.bullets {
                @if let Some(c) = s.single() {
                    li { (t!(lang, "credential-limit-one", code = c.code.as_str(), all = s.body().competencies.len(), title = s.body().title.get(lang))) }
                }
                li { (t(lang, "credential-limit-listed")) }
                @if unsupervised { li { (t(lang, "credential-limit-unsupervised")) } }
                li { (t(lang, "credential-limit-hours")) }
                @if s.body().regulated_scope_notice.is_none() { li { (t(lang, "credential-limit-licence")) } }
            }
        }
    }
}

/// What is shown until the signature is there, which takes a moment.
pub fn being_signed(who: &Visitor) -> Markup {
    let lang = who.lang;
    let body = html! {
        div.stack.narrow {
            h1 { (t(lang, "being-signed-title")) }
            p { (t(lang, "being-signed-text")) }
            p { a.btn.main href={ "/" (lang.code()) (who.path) } { (t(lang, "being-signed-again")) } }
            (copyable(lang, "address", &t(lang, "credential-link"), &format!("{}/{}{}", who.app.base_url, lang.code(), who.path)))
        }
    };
    framed(who, &t(lang, "being-signed-title"), false, None, body)
}
