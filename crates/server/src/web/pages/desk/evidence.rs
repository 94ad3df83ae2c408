//! The middle of the desk: one piece of evidence at a time, what it is said to show, and notes on it.

use super::sheet::area;
use crate::caller::Member;
use crate::i18n::{bytes, date, date_time, duration, t};
use crate::queries::assessment::{Case, Desk};
use crate::t;
use crate::urls;
use crate::web::pages::evidence::words::captions;
use crate::web::parts::{Form, Player, Tone, empty, facts, filters, icon, notice, player, tone_pill};
use domain::evidence::{Content, EvidenceClass, EvidenceItem, EvidenceKind, EvidenceLink, EvidenceState, Locator, ThirdPartyBasis};
use domain::{EvidenceId, Lang};
use maud::{Markup, html};

/// The id of the player on the page; there is one at a time.
const PLAYER: &str = "player";

/// The item that is shown: the one asked for, else the first that no judgement has dealt with yet, else the first.
pub fn shown<'a>(case: &'a Case, asked: &str) -> Option<&'a EvidenceItem> {
    let asked = asked.parse::<EvidenceId>().ok();
    let relevant = case.relevant();
    let is_new = |i: &EvidenceItem| {
        relevant.contains(&i.id) && !matches!(i.state, EvidenceState::ReliedOn { .. } | EvidenceState::NotReliedOn { .. })
    };
    let mut items = case.items.iter().filter(|i| i.state.sent());
    let one = items.clone().find(|i| Some(i.id) == asked);
    one.or_else(|| items.clone().find(|i| is_new(i))).or_else(|| items.next())
}

/// The pane. `form` holds a note that was begun and refused.
pub fn pane(who: &Member, desk: &Desk, item: Option<&EvidenceItem>, form: &Form) -> Markup {
    let lang = who.lang;
    let closed = desk.case.items.iter().filter(|i| !i.state.sent()).count();
    html! {
        div.stack #evidence tabindex="-1" data-say=[item.map(|i| i.title.as_str())] {
            (tabs(lang, &desk.case, item))
            @if closed > 0 { p.sm.muted { (t!(lang, "desk-closed-items", count = closed)) } }
            @match item {
                Some(item) => { (one(who, desk, item)) (notes_panel(lang, desk, item, form)) (about(lang, item)) }
                None => (empty(&t(lang, "desk-no-evidence"), &t(lang, "desk-no-evidence-text"), None)),
            }
        }
        (declaration(lang, desk))
        (conversation(who, desk))
    }
}

fn tabs(lang: Lang, case: &Case, here: Option<&EvidenceItem>) -> Markup {
    let base = urls::assessment(lang, case.assessment.id);
    let sent = case.items.iter().filter(|i| i.state.sent()).enumerate();
    let links: Vec<_> = sent
        .map(|(n, i)| {
            (format!("{}. {}", n + 1, short(&i.title)), None, format!("{base}?item={}", i.id), here.is_some_and(|h| h.id == i.id))
        })
        .collect();
    html! {
        @if links.len() > 1 { (filters(&t(lang, "desk-evidence"), Some("evidence"), &links)) }
        @if links.len() > 1 && super::rubric::takes_answers(case) {
            noscript { p.sm.muted { (t(lang, "desk-save-first")) } }
        }
    }
}

fn short(title: &str) -> String {
    if title.chars().count() <= 32 { title.to_owned() } else { format!("{}…", title.chars().take(30).collect::<String>().trim_end()) }
}

fn one(who: &Member, desk: &Desk, item: &EvidenceItem) -> Markup {
    let lang = who.lang;
    html! {
        div.stack.tight {
            h2 { (item.title) }
            div.row { span.pill { (icon(picture(item.kind))) (t(lang, kind(item.kind))) } (class_pill(lang, item.class)) }
        }
        @if item.class == EvidenceClass::Supplementary { p.sm { (t(lang, "desk-supplementary")) } }
        (content(lang, desk, item))
        (said_to_show(lang, &desk.case, item))
        @if !item.note.trim().is_empty() {
            section.panel.pad aria-labelledby="notice-h" {
                h3 #notice-h { (t(lang, "desk-learner-note")) }
                p.sm.written { (item.note) }
            }
        }
    }
}

/// The words for a kind of evidence.
pub fn kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Video => "desk-kind-video",
        EvidenceKind::Audio => "desk-kind-audio",
        EvidenceKind::Image => "desk-kind-image",
        EvidenceKind::Document => "desk-kind-document",
        EvidenceKind::Text => "desk-kind-text",
        EvidenceKind::Link => "desk-kind-link",
        EvidenceKind::Other => "desk-kind-other",
    }
}

fn picture(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Video => "video",
        EvidenceKind::Audio => "audio",
        EvidenceKind::Link => "link",
        EvidenceKind::Text => "edit",
        _ => "file",
    }
}

fn class_pill(lang: Lang, class: EvidenceClass) -> Markup {
    match class {
        EvidenceClass::Direct => html! { span.pill { (t(lang, "desk-class-direct")) } },
        EvidenceClass::Indirect => html! { span.pill { (t(lang, "desk-class-indirect")) } },
        EvidenceClass::Supplementary => tone_pill(Tone::Wait, &t(lang, "desk-class-supplementary")),
    }
}

/// Whether the item has moments to speak of.
fn timed(item: &EvidenceItem) -> bool {
    matches!(item.kind, EvidenceKind::Video | EvidenceKind::Audio) && matches!(item.content, Content::File { .. })
}

fn content(lang: Lang, desk: &Desk, item: &EvidenceItem) -> Markup {
    let src = urls::evidence_file(lang, item.id);
    match &item.content {
        Content::File { media_type, duration_ms, .. } if timed(item) => player(
            lang,
            &Player {
                id: PLAYER,
                src: &src,
                mime: media_type,
                title: &item.title,
                captions: &captions(lang, item.id, desk.captioned.get(&item.id).map_or(&[][..], Vec::as_slice)),
                seconds: duration_ms.map(|ms| ms / 1000),
            },
        ),
        Content::File { media_type, file_name, size, .. } if media_type.starts_with("image/") => html! {
            figure.shown {
                a href=(src) target="_blank" { img src=(src) alt=(t!(lang, "desk-image-alt", title = item.title.as_str())); }
                figcaption.sm.muted { (file_name) ", " (bytes(lang, *size)) ". " (t(lang, "desk-image-whole")) }
            }
        },
        Content::File { file_name, size, .. } => html! {
            div.panel.pad.row {
                (icon("file"))
                div { strong { (file_name) } p.sm.muted { (bytes(lang, *size)) } }
                div.row.push {
                    a.btn href=(src) target="_blank" { (t(lang, "desk-open-file")) span.vh { " " (file_name) " " (t(lang, "desk-new-tab")) } }
                    a.btn href=(src) download=(file_name) { (icon("down")) (t(lang, "desk-download")) span.vh { " " (file_name) } }
                }
            }
        },
        Content::Text(words) => {
            html! { div.panel.pad { p.written { (words) } p.xs.muted { (t!(lang, "desk-words", count = words.split_whitespace().count())) } } }
        }
        Content::Link(address) => html! {
            div.panel.pad.stack.tight {
                p { a href=(address) target="_blank" rel="noreferrer noopener" { (address) span.vh { " " (t(lang, "desk-new-tab")) } } }
                p.sm.muted { (t(lang, "desk-link-changes")) }
            }
        },
        Content::Awaited { .. } => notice(Tone::Wait, html! { p { (t(lang, "desk-no-bytes")) } }),
    }
}

fn said_to_show(lang: Lang, case: &Case, item: &EvidenceItem) -> Markup {
    let links: Vec<&EvidenceLink> = case.links.iter().filter(|l| l.evidence == item.id).collect();
    html! {
        section.panel.pad aria-labelledby="shows-h" {
            h3 #shows-h { (t(lang, "desk-said-to-show")) }
            ol.notes { @for l in links {
                @if let Some(criterion) = case.competency().criterion(l.criterion) {
                    li { (place(lang, item, l.at)) span { (t!(lang, "desk-criterion", n = case.number(l.criterion))) " " span.muted { (criterion.statement.get(lang)) } } }
                }
            } }
        }
    }
}

/// Where in an item: a link that leads there, with or without script.
fn place(lang: Lang, item: &EvidenceItem, at: Locator) -> Markup {
    let src = urls::evidence_file(lang, item.id);
    match at {
        Locator::Second(s) if timed(item) => moment(&src, s),
        Locator::Page(n) => html! { a.num href={ (src) "#page=" (n) } target="_blank" { (t!(lang, "desk-page", n = n)) } },
        Locator::Second(_) | Locator::Whole => html! { span.muted { (t(lang, "desk-whole")) } },
    }
}

fn moment(src: &str, second: u32) -> Markup {
    html! { a.num href={ (src) "#t=" (second) } data-seek=(second) data-player-id=(PLAYER) { (duration(second.into())) } }
}

fn notes_panel(lang: Lang, desk: &Desk, item: &EvidenceItem, form: &Form) -> Markup {
    let case = &desk.case;
    let open = super::rubric::takes_answers(case);
    let list: Vec<_> = case.sheet().notes.iter().enumerate().filter(|(_, n)| n.evidence == item.id).collect();
    html! {
        section.panel.pad.stack.tight #notes tabindex="-1" aria-labelledby="notes-h" {
            h3 #notes-h { (t(lang, "desk-notes")) }
            @if list.is_empty() { p.sm.muted { (t(lang, "desk-notes-none")) } }
            ol.notes { @for (index, n) in list {
                li {
                    @if timed(item) { (moment(&urls::evidence_file(lang, item.id), n.second)) } @else { span.muted { "–" } }
                    span { (n.text) @if let Some(c) = n.criterion { " " span.muted { (t!(lang, "desk-criterion", n = case.number(c))) } } }
                    @if open {
                        button.btn.quiet.small form="judge" name="do" value={ "drop-note-" (index) } data-note
                            aria-label=(t!(lang, "desk-note-drop", words = n.text.as_str())) { (icon("cross")) }
                    }
                }
            } }
            @if open { (note_fields(lang, case, item, form)) }
        }
    }
}

/// A note belongs to the form of the rubric, so that adding one loses nothing that was filled in there.
fn note_fields(lang: Lang, case: &Case, item: &EvidenceItem, form: &Form) -> Markup {
    html! {
        div.stack.tight.noting {
            input type="hidden" name="note-item" value=(item.id) form="judge";
            (area(form, "note-words", &t(lang, "desk-note-words"), "", 2000, 2))
            div.row.low {
                @if timed(item) { (at_field(lang, form)) }
                (about_field(lang, case, form))
                button.btn #note-add form="judge" name="do" value="note" data-note { (icon("plus")) (t(lang, "desk-note-add")) }
            }
        }
    }
}

fn at_field(lang: Lang, form: &Form) -> Markup {
    let wrong = form.error("note-at");
    html! {
        div.field.wrong[wrong.is_some()] {
            label for="f-note-at" { (t(lang, "desk-note-at")) }
            @if let Some(message) = wrong { p.wrong-text #f-note-at-error { (message) } }
            input.input.num #f-note-at name="note-at" form="judge" value=(form.value("note-at")) data-time-of=(PLAYER) size="7" placeholder="0:00"
                aria-describedby=[wrong.map(|_| "f-note-at-error")];
        }
    }
}

fn about_field(lang: Lang, case: &Case, form: &Form) -> Markup {
    html! {
        div.field {
            label for="f-note-criterion" { (t(lang, "desk-note-criterion")) }
            select.input #f-note-criterion name="note-criterion" form="judge" {
                option value="" { (t(lang, "desk-note-no-criterion")) }
                @for (i, c) in case.competency().criteria.iter().enumerate() {
                    option value=(c.id) selected[form.has("note-criterion", &c.id.to_string())] { (i + 1) ". " (short(c.statement.get(lang))) }
                }
            }
        }
    }
}

/// Where the item comes from (INT-02), and that it is what was sent.
fn about(lang: Lang, item: &EvidenceItem) -> Markup {
    let people = match item.occasion.people {
        ThirdPartyBasis::NobodyIdentifiable => "desk-people-nobody",
        ThirdPartyBasis::AllConsented => "desk-people-agreed",
        ThirdPartyBasis::ProtectedPerson => "desk-people-protected",
    };
    html! {
        section.panel.pad aria-labelledby="about-h" {
            h3 #about-h { (t(lang, "desk-about")) }
            (facts(&[
                (t(lang, "desk-performed"), html! { (date(lang, item.occasion.performed)) }),
                (t(lang, "desk-setting"), html! { (item.occasion.setting) }),
                (t(lang, "desk-edited"), html! { (t(lang, if item.occasion.edited { "desk-edited-yes" } else { "desk-edited-no" })) }),
                (t(lang, "desk-people"), html! { (t(lang, people)) }),
                (t(lang, "desk-supervision"), html! { (t(lang, &format!("desk-supervision-{}", item.supervision.code().to_lowercase()))) }),
            ]))
        }
        @if let Content::File { sha256, .. } = &item.content {
            div.notice { (icon("shield")) div {
                p { (t!(lang, "desk-unchanged", when = date_time(lang, item.added))) }
                details { summary.xs { "SHA-256" } p.xs.num.written { (sha256) } }
            } }
        }
    }
}

fn declaration(lang: Lang, desk: &Desk) -> Markup {
    let signed = &desk.declaration;
    html! {
        section.panel.pad aria-labelledby="declared-h" {
            h2.t #declared-h { (t(lang, "desk-declared")) }
            (facts(&[
                (t(lang, "desk-declared-own"), html! { (t!(lang, "desk-declared-own-at", when = date(lang, signed.at))) }),
                (t(lang, "desk-declared-help"), html! { span.written { (signed.help_used) } }),
            ]))
        }
    }
}

/// What assessor and learner wrote to each other about this attempt.
fn conversation(who: &Member, desk: &Desk) -> Markup {
    let lang = who.lang;
    let case = &desk.case;
    let by = |author| match author {
        a if a == who.id() => t(lang, "desk-said-you"),
        a if a == case.assessment.learner => t(lang, "desk-said-learner"),
        _ => t(lang, "desk-said-earlier"),
    };
    html! {
        @if !desk.messages.is_empty() {
            section.panel.pad aria-labelledby="talk-h" {
                h2.t #talk-h { (t(lang, "desk-talk")) }
                ol.line { @for m in &desk.messages {
                    li { strong { (by(m.author)) } p.written { (m.body) } span.muted.when { (date_time(lang, m.at)) } }
                } }
            }
        }
    }
}
