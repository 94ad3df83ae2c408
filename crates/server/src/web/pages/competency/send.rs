//! The sufficiency meter in plain words, the learner's declaration, and sending.

use crate::caller::Member;
use crate::i18n::{date, t};
use crate::queries::claim::competency::CompetencyPage;
use crate::web::pages::claim::words;
use crate::web::parts::{self, Form, State, Tone, Weight, choice, field, link, mark, notice, progress, submit};
use crate::{t, urls};
use domain::Lang;
use domain::assessment::Reattempt;
use domain::evidence::{CriterionMeter, Meter, Missing};
use domain::profile::service_time;
use maud::{Markup, html};

/// The panel; nothing where nothing can be sent.
pub fn panel(who: &Member, p: &CompetencyPage, form: &Form) -> Markup {
    let lang = who.lang;
    let Some(meter) = &p.meter else { return html! {} };
    let (ready, all) = count(p, meter);
    let body = html! {
        div.stack {
            (progress(&t!(lang, "send-ready-of", ready = ready, all = all), ready as u64, all as u64))
            (missing(lang, p, meter))
            div.row { (link(Weight::Plain, &words::add_evidence(lang, &p.claim, p.asked()), &t(lang, "act-add-evidence"))) }
            (next_attempt(lang, p))
            @if p.plan_first() { (plan(lang, p, form)) }
            @else if p.ready() { (declaration(who, p, form)) }
            @else { p.muted { (t(lang, "send-later")) } }
        }
    };
    parts::panel("send", &t(lang, "send-title"), None, body)
}

/// Criteria that are ready: nothing missing, and something that was not judged before.
fn count(p: &CompetencyPage, meter: &Meter) -> (usize, usize) {
    let ready = |c: &&CriterionMeter| c.missing.is_empty() && !p.nothing_new.contains(&c.criterion);
    (meter.criteria.iter().filter(ready).count(), meter.criteria.len())
}

/// What each open criterion still needs.
fn missing(lang: Lang, p: &CompetencyPage, meter: &Meter) -> Markup {
    html! {
        ul.criteria {
            @for c in &meter.criteria {
                @let lacks = lacks(lang, p, c);
                li {
                    (mark(if lacks.is_empty() { State::Demonstrated } else { State::Gap }, None))
                    div.stack.tight {
                        p.sm { a href={ "#c-" (c.criterion) } { (p.criterion(c.criterion).map_or("", |c| c.statement.get(lang))) } }
                        @if lacks.is_empty() { p.sm.muted { (t(lang, "send-enough")) } }
                        @for words in lacks { p.sm { (words) } }
                    }
                }
            }
        }
    }
}

fn lacks(lang: Lang, p: &CompetencyPage, c: &CriterionMeter) -> Vec<Markup> {
    let mut words: Vec<_> = c.missing.iter().map(|m| lack(lang, p, m)).collect();
    if p.nothing_new.contains(&c.criterion) {
        words.push(html! { (t(lang, "miss-new")) });
    }
    words
}

/// One thing that is missing, and what to do about it.
fn lack(lang: Lang, p: &CompetencyPage, missing: &Missing) -> Markup {
    match missing {
        Missing::Nothing => html! { (t(lang, "miss-nothing")) },
        Missing::OnlySupplementary => html! { (t(lang, "miss-supplementary")) },
        Missing::Occasions { have, need } => html! { (t!(lang, "miss-occasions", have = *have, need = *need)) },
        Missing::NoneCurrent { months } => html! { (t!(lang, "miss-current", months = *months)) },
        Missing::Sources { have, need } => html! { (t!(lang, "miss-sources", have = *have, need = *need)) },
        Missing::NoLocator(id) => {
            let title = p.items.iter().find(|i| i.id == *id).map_or("", |i| i.title.as_str());
            html! { (t(lang, "miss-place")) " " a href={ (urls::evidence(lang, *id)) "#shows" } { (title) } }
        }
    }
}

/// What is different about this attempt, said without counting.
fn next_attempt(lang: Lang, p: &CompetencyPage) -> Markup {
    match p.next().0 {
        Reattempt::First | Reattempt::Resit => html! {},
        Reattempt::Retake => notice(Tone::Info, html! { p { (t(lang, "attempt-retake")) } }),
        Reattempt::SupportedRetake => notice(
            Tone::Info,
            html! {
                p { (t(lang, "attempt-supported")) }
                p { a href=(urls::about(lang, "help")) { (t(lang, "attempt-advice")) } }
            },
        ),
    }
}

fn plan(lang: Lang, p: &CompetencyPage, form: &Form) -> Markup {
    let action = format!("{}/plan", urls::claimed_competency(lang, p.claim.id, p.competency));
    html! {
        form.stack method="post" action=(action) data-keep=(t(lang, "kept")) {
            h3 { (t(lang, "plan-title")) }
            (field("plan", t(lang, "plan-label")).hint(t(lang, "plan-hint")).max(2000).area(form, 4))
            div.row { (submit(Weight::Main, &t(lang, "plan-save"))) }
        }
    }
}

fn declaration(who: &Member, p: &CompetencyPage, form: &Form) -> Markup {
    let lang = who.lang;
    let action = format!("{}/submit", urls::claimed_competency(lang, p.claim.id, p.competency));
    let due = service_time(p.asked().tier).due(who.now);
    html! {
        form.stack method="post" action=(action) data-keep=(t(lang, "kept")) {
            h3 { (t(lang, "send-declare")) }
            @if let Some(plan) = &p.part().action_plan { p.sm { strong { (t(lang, "plan-yours")) } " " (plan) } }
            (field("own_work", t(lang, "send-own-work")).checkbox(form))
            (field("help_used", t(lang, "send-help")).hint(t(lang, "send-help-hint")).max(2000).area(form, 3))
            @if p.asks_about_assessor() {
                (field("same_assessor", t(lang, "send-same")).hint(t(lang, "send-same-hint"))
                    .radios(form, &[choice("yes", t(lang, "send-same-yes")), choice("no", t(lang, "send-same-no"))]))
            }
            p.sm.muted { (t!(lang, "send-means", date = date(lang, due))) }
            div.row { (submit(Weight::Main, &t(lang, "send-button"))) }
        }
    }
}
