//! Everything that happened on a claim, in words (LRN-26).

use crate::caller::Member;
use crate::i18n::{date_time, t};
use crate::queries::claim::record::{RecordPage, record_page};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::{Asked, At};
use crate::web::layout::Section;
use crate::web::pages::claims::pages;
use crate::web::parts::{back, pagination};
use crate::{t, urls};
use domain::assessment::CompetencyDecision;
use domain::event::Event;
use domain::{ClaimId, CompetencyId, EvidenceId, Lang};
use maud::{Markup, html};
use store::events::Entry;

/// A page of the record.
pub async fn show(who: Member, At(id): At<ClaimId>, asked: Asked) -> Page {
    let page = record_page(&who, id, asked.page()).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "record-title"), Section::Claims, view(&who, &page, asked.page()))
}

fn view(who: &Member, p: &RecordPage, page: i64) -> Markup {
    let lang = who.lang;
    let here = urls::claim_record(lang, p.claim.id);
    html! {
        div.stack.tight {
            (back(p.version.body.title.get(lang), &urls::claim(lang, p.claim.id)))
            h1 { (t(lang, "record-title")) }
            p.muted { (t(lang, "record-lead")) }
        }
        section.panel.pad aria-label=(t(lang, "record-title")) {
            ol.line.record reversed start=(p.entries.first().map_or(0, |(e, _)| e.seq)) {
                @for (entry, event) in &p.entries { li { (line(who, p, entry, event)) } }
            }
            (pagination(lang, page as usize, pages(p.length), |n| format!("{here}?page={n}")))
        }
    }
}

fn line(who: &Member, p: &RecordPage, entry: &Entry, event: &Event) -> Markup {
    let lang = who.lang;
    let (words, said) = words(lang, p, event);
    let doer = match entry.actor {
        Some(id) if id == who.id() => t(lang, "record-by-you"),
        Some(_) => t(lang, other(event)),
        None => t(lang, "record-by-system"),
    };
    html! {
        p { (words) }
        @if !said.is_empty() { p.said { (said) } }
        span.muted.when { (date_time(lang, entry.at)) " · " (doer) " · " span.num title=(entry.hash) { "#" (entry.seq) " " code { (&entry.hash[..12.min(entry.hash.len())]) } } }
    }
}

/// Who else does such things: in which role, never by name.
fn other(event: &Event) -> &'static str {
    match event {
        Event::CredentialAwarded { .. } | Event::CredentialRefused { .. } => "record-by-issuer",
        Event::EvidenceQuarantined { .. } => "record-by-other",
        Event::CompletionRecorded { .. } => "record-by-provider",
        _ => "record-by-assessor",
    }
}

/// A sentence for what happened, and what was written with it.
fn words(lang: Lang, p: &RecordPage, event: &Event) -> (Markup, String) {
    let name = |id: &CompetencyId| p.version.body.competency(*id).map_or("", |c| c.statement.get(lang));
    let plain = |key: &str| (html! { (t(lang, key)) }, String::new());
    let item = |key: &str, id: &EvidenceId| html! { (t(lang, key)) " " a href=(urls::evidence(lang, *id)) { (t(lang, "record-see")) } };
    let about = |key: &str, id: &CompetencyId| html! { (t!(lang, key, name = name(id))) };
    match event {
        Event::ClaimOpened { .. } => (html! { (t!(lang, "record-claim-opened", number = p.version.number.to_string())) }, String::new()),
        Event::SelfAssessed { .. } => plain("record-self-assessed"),
        Event::EvidenceAdded { evidence } => (item("record-evidence-added", evidence), String::new()),
        Event::EvidenceStored { evidence, size, .. } => {
            let words = t!(lang, "record-evidence-stored", size = crate::i18n::bytes(lang, *size));
            (html! { (words) " " a href=(urls::evidence(lang, *evidence)) { (t(lang, "record-see")) } }, String::new())
        }
        Event::EvidenceRejected { evidence, reason } => (item("record-evidence-rejected", evidence), t(lang, reason)),
        Event::EvidenceLinked { evidence, criteria } => {
            let words = t!(lang, "record-evidence-linked", count = *criteria);
            (html! { (words) " " a href=(urls::evidence(lang, *evidence)) { (t(lang, "record-see")) } }, String::new())
        }
        Event::CaptionsChanged { evidence, language, there } => {
            let key = if *there { "record-captions-added" } else { "record-captions-removed" };
            let words = t!(lang, key, language = language.own_name());
            (html! { (words) " " a href=(urls::evidence(lang, *evidence)) { (t(lang, "record-see")) } }, String::new())
        }
        Event::EvidenceWithdrawn { evidence } => (item("record-evidence-withdrawn", evidence), String::new()),
        Event::EvidenceQuarantined { evidence, reason } => (item("record-evidence-quarantined", evidence), reason.clone()),
        Event::EvidenceSubmitted { competency, help_used, .. } => {
            (about("record-submitted", competency), t!(lang, "record-help", help = help_used.as_str()))
        }
        Event::ActionPlanned { competency, .. } => (about("record-planned", competency), String::new()),
        Event::PlanMade { .. } => plain("record-plan-made"),
        Event::PlanItemMoved { to, .. } => (html! { (t!(lang, "record-plan-moved", to = to.as_str())) }, String::new()),
        Event::CompletionRecorded { .. } => plain("record-plan-recorded"),
        Event::PlanDropped { .. } => plain("record-plan-dropped"),
        Event::ClaimWithdrawn { .. } => plain("record-claim-withdrawn"),
        Event::AssessmentClaimed { .. } => plain("record-taken"),
        // Why an assessor steps back is theirs to tell.
        Event::AssessorRecused { .. } => plain("record-recused"),
        Event::MoreAsked { question, .. } => (html! { (t(lang, "record-asked")) }, question.clone()),
        Event::LearnerAnswered { .. } => plain("record-answered"),
        Event::AnswerOverdue { .. } => plain("record-answer-overdue"),
        Event::ClaimAsleep { .. } => plain("record-asleep"),
        Event::ScoreRecorded { competency, .. } => (about("record-scored", competency), String::new()),
        Event::AssessmentLapsed { .. } => plain("record-lapsed"),
        Event::JudgementRecorded { competency, decision: CompetencyDecision::Competent, .. } => {
            (about("record-held", competency), String::new())
        }
        Event::JudgementRecorded { competency, .. } => (about("record-not-yet", competency), String::new()),
        Event::AssessmentVoided { .. } => plain("record-voided"),
        Event::CompetencyRecognised { competency, .. } => (about("record-recognised", competency), String::new()),
        Event::CredentialAwarded { .. } => plain("record-awarded"),
        Event::CredentialRefused { reason, .. } => (html! { (t(lang, "record-refused")) }, reason.clone()),
        other => (html! { (t!(lang, "record-other", name = other.name())) }, String::new()),
    }
}
