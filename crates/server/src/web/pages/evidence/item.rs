//! One item: what it is, its file, what it shows, where it stands.

use super::{captions, fields, parse, words};
use crate::caller::Member;
use crate::i18n::{bytes, date, date_time, duration, t};
use crate::queries::evidence::ItemPage;
use crate::web::parts::{
    self, Form, Player, Recorder, Tone, Uploads, Weight, back, error_summary, facts, icon, notice, panel_pad, player, recorder, submit,
    uploads,
};
use crate::{t, urls};
use domain::Lang;
use domain::evidence::{Content, EvidenceItem, EvidenceKind, EvidenceState, ThirdPartyBasis};
use domain::profile::Competency;
use maud::{Markup, html};

/// Longest recording made here, in seconds.
const LIMIT_SECONDS: u64 = 600;

/// The form as the item stands.
pub fn filled(who: &Member, p: &ItemPage) -> Form {
    p.links.iter().fold(Form::new(who.lang), |form, l| {
        form.with("shows", l.criterion.to_string()).with(&parse::place_field(l.criterion), words::typed(l.at))
    })
}

/// The page; `at` is the second that a note leads to.
pub fn view(who: &Member, p: &ItemPage, form: &Form, at: Option<u32>) -> Markup {
    let (lang, item) = (who.lang, &p.item);
    html! {
        div.stack.loose {
            div.stack.tight {
                (back(p.version.body.title.get(lang), &urls::claim(lang, p.claim.id)))
                h1 { (item.title) }
                p.muted.row { (words::picture(item.kind)) span { (words::kind(lang, item.kind)) " · " (words::class(lang, item.class)) " · " strong { (words::state(lang, &item.state)) } } }
            }
            (error_summary(form))
            (stand(lang, &item.state))
        }
        div.split {
            div.stack.loose { (content(who, p, form, at)) (captions::part(lang, p, form)) (shows(lang, p, form)) }
            aside.stack.loose.side aria-label=(t(lang, "item-about")) { (about(lang, item)) (ways_out(lang, p)) }
        }
    }
}

/// Where it stands, and what that means: saved is not sent.
fn stand(lang: Lang, state: &EvidenceState) -> Markup {
    let tone = match state {
        EvidenceState::Available { .. } | EvidenceState::ReliedOn { .. } => Tone::Good,
        EvidenceState::Draft | EvidenceState::Submitted { .. } | EvidenceState::InReview { .. } | EvidenceState::Queried { .. } => {
            Tone::Wait
        }
        EvidenceState::Rejected { .. } => Tone::Bad,
        _ => Tone::Info,
    };
    let key = format!("evidence-{}-means", state.name().replace('_', "-"));
    let why = match state {
        EvidenceState::Rejected { reason, .. } => t(lang, reason),
        EvidenceState::NotReliedOn { reason, .. } | EvidenceState::Quarantined { reason, .. } | EvidenceState::Excluded { reason, .. } => {
            reason.clone()
        }
        EvidenceState::Queried { question, .. } => question.clone(),
        _ => String::new(),
    };
    notice(tone, html! { p { (t(lang, &key)) } @if !why.is_empty() { p.said { (why) } } })
}

fn content(who: &Member, p: &ItemPage, form: &Form, at: Option<u32>) -> Markup {
    let (lang, item) = (who.lang, &p.item);
    let closed = matches!(
        item.state,
        EvidenceState::Rejected { .. }
            | EvidenceState::Withdrawn { .. }
            | EvidenceState::AccessRestricted { .. }
            | EvidenceState::Quarantined { .. }
            | EvidenceState::Excluded { .. }
            | EvidenceState::Purged { .. }
    );
    if closed {
        return html! {};
    }
    match &item.content {
        Content::Awaited { .. } if item.state == EvidenceState::Draft => awaited(who, p, form),
        Content::Awaited { .. } => html! {},
        Content::Text(text) => parts::panel("content", &t(lang, "item-text"), None, html! { div.written { (text) } }),
        Content::Link(address) => parts::panel(
            "content",
            &t(lang, "item-link"),
            None,
            html! { p { a href=(address) rel="noopener nofollow external" target="_blank" { (address) } " " span.muted.sm { (t(lang, "item-new-tab")) } } },
        ),
        Content::File { media_type, file_name, size, duration_ms, .. } => {
            let src = urls::evidence_file(lang, item.id);
            let start = at.map_or(String::new(), |s| format!("#t={s}"));
            let seconds = duration_ms.map(|ms| ms / 1000);
            html! {
                section.stack.tight aria-label=(t(lang, "item-file")) {
                    (shown(lang, p, &format!("{src}{start}"), media_type, seconds))
                    p.row.sm { (icon("down")) a href=(src) { (if file_name.is_empty() { &item.title } else { file_name }) }
                        span.muted { (bytes(lang, *size)) @if let Some(s) = seconds { ", " (duration(s)) } } }
                }
            }
        }
    }
}

fn shown(lang: Lang, p: &ItemPage, src: &str, media_type: &str, seconds: Option<u64>) -> Markup {
    let item = &p.item;
    let captions = words::captions(lang, item.id, &p.captioned);
    let playable = media_type.starts_with("audio/") || media_type.starts_with("video/");
    html! {
        @if playable { (player(lang, &Player { id: "player", src, mime: media_type, title: &item.title, captions: &captions, seconds })) }
        @else if media_type.starts_with("image/") { img.picture src=(src) alt=(item.title); }
    }
}

/// Recording or sending the file, with and without script.
fn awaited(who: &Member, p: &ItemPage, form: &Form) -> Markup {
    let (lang, item) = (who.lang, &p.item);
    let (id, done) = (item.id.to_string(), urls::evidence(lang, item.id));
    let accept = match item.kind {
        EvidenceKind::Video => "video/*",
        EvidenceKind::Audio => "audio/*",
        _ => "",
    };
    let recorded = matches!(item.kind, EvidenceKind::Video | EvidenceKind::Audio);
    let title = t(lang, if recorded { "item-record" } else { "item-choose" });
    let list = Uploads {
        id: "f-file",
        evidence: &id,
        action: &urls::evidence_file(lang, item.id),
        done: &done,
        accept,
        max_bytes: who.app.config.limits.file_bytes,
        several: false,
        stored: &[],
    };
    let record =
        Recorder { id: "recorder", evidence: &id, done: &done, video: item.kind == EvidenceKind::Video, limit_seconds: LIMIT_SECONDS };
    parts::panel(
        "content",
        &title,
        None,
        html! {
            div.stack {
                @if recorded { (recorder(lang, &record)) }
                @if let Some(message) = form.error("file") { p.wrong-text { span.vh { (t(lang, "error-label")) " " } (message) } }
                (uploads(lang, &list))
                p.sm.muted { (t!(lang, "item-resume", days = who.app.config.limits.upload_days)) }
            }
        },
    )
}

/// What it shows: a form for what can still change, words for what can't.
fn shows(lang: Lang, p: &ItemPage, form: &Form) -> Markup {
    let body = &p.version.body;
    let editable = p.editable();
    let open: Vec<&Competency> = if editable { body.competencies.iter().filter(|c| !p.frozen(c.id)).collect() } else { vec![] };
    let fixed: Vec<&Competency> =
        body.competencies.iter().filter(|c| !open.iter().any(|o| o.id == c.id) && p.shows(c.id).next().is_some()).collect();
    if open.is_empty() && fixed.is_empty() {
        return html! {};
    }
    parts::panel(
        "shows",
        &t(lang, "new-shows"),
        None,
        html! {
            div.stack {
                @for competency in fixed { (fixed_group(lang, p, competency)) }
                @if !open.is_empty() {
                    form.stack method="post" action=(urls::evidence(lang, p.item.id)) {
                        @if parse::places(p.item.kind) != parse::Places::None { p.sm.muted { (t(lang, "item-place")) } }
                        (fields::shows(form, &open, if open.len() == 1 { 1 } else { 0 }, parse::places(p.item.kind)))
                        div.row { (submit(Weight::Plain, &t(lang, "item-save-shows"))) }
                    }
                }
            }
        },
    )
}

fn fixed_group(lang: Lang, p: &ItemPage, competency: &Competency) -> Markup {
    html! {
        div.stack.tight {
            h3 { a href=(urls::claimed_competency(lang, p.claim.id, competency.id)) { (competency.statement.get(lang)) } }
            ul.bullets.sm {
                @for l in p.shows(competency.id) {
                    li {
                        (competency.criterion(l.criterion).map_or("", |c| c.statement.get(lang)))
                        @if let Some(place) = words::place(lang, l.at) { ", " (place) }
                    }
                }
            }
            p.sm.muted { (t(lang, "item-frozen")) }
        }
    }
}

fn about(lang: Lang, item: &EvidenceItem) -> Markup {
    let people = match item.occasion.people {
        ThirdPartyBasis::NobodyIdentifiable => "people-nobody",
        ThirdPartyBasis::AllConsented => "people-agreed",
        ThirdPartyBasis::ProtectedPerson => "people-protected",
    };
    let mut rows = vec![
        (t(lang, "list-performed"), html! { (date(lang, item.occasion.performed)) }),
        (t(lang, "item-setting"), html! { (item.occasion.setting) }),
        (t(lang, "item-people"), html! { (t(lang, people)) }),
        (t(lang, "item-edited"), html! { (t(lang, if item.occasion.edited { "item-yes" } else { "item-no" })) }),
        (t(lang, "item-added"), html! { (date_time(lang, item.added)) }),
    ];
    if !item.note.is_empty() {
        rows.push((t(lang, "item-note"), html! { span.written { (item.note) } }));
    }
    panel_pad("about", &t(lang, "item-about"), facts(&rows))
}

fn ways_out(lang: Lang, p: &ItemPage) -> Markup {
    let mut linked: Vec<_> = p.links.iter().map(|l| l.competency).collect();
    linked.dedup();
    html! {
        nav.stack.tight.sm aria-label=(t(lang, "claim-more")) {
            @for id in linked {
                a href=(urls::claimed_competency(lang, p.claim.id, id)) { (p.version.body.competency(id).map_or("", |c| c.statement.get(lang))) }
            }
            a href=(urls::claim_evidence(lang, p.claim.id)) { (t(lang, "claim-all-evidence")) }
            @if p.item.state.withdrawable() {
                a href=(urls::evidence_withdrawal(lang, p.item.id)) { (t(lang, "take-title")) }
            }
        }
    }
}
