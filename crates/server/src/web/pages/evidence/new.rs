//! The form for a new item.

use super::fields;
use super::parse::Way;
use crate::caller::Member;
use crate::i18n::{date_machine, t};
use crate::queries::evidence::NewPage;
use crate::web::extract::Asked;
use crate::web::parts::{Form, Weight, back, choice, error_summary, field, link, panel, panel_pad, submit, tabs};
use crate::{t, urls};
use domain::{CompetencyId, Lang};
use maud::{Markup, html};

/// An empty form: the way and the competency that were asked for, today, and nobody but the learner shown.
pub fn empty(who: &Member, asked: &Asked) -> Form {
    let form = Form::new(who.lang).with("kind", Way::named(&asked.get("kind")).name()).with("competency", asked.get("competency"));
    let form = form.with("performed", date_machine(who.now)).with("class", "own");
    asked.all("criterion").take(50).fold(form, |form, criterion| form.with("shows", criterion))
}

/// The page.
pub fn view(who: &Member, p: &NewPage, form: &Form) -> Markup {
    let lang = who.lang;
    let way = Way::named(form.value("kind"));
    let competency: Option<CompetencyId> = form.value("competency").parse().ok();
    let asked = competency.and_then(|id| p.version.body.competency(id));
    html! {
        div.stack.tight {
            @match asked {
                Some(c) => (back(c.statement.get(lang), &urls::claimed_competency(lang, p.claim.id, c.id))),
                None => (back(p.version.body.title.get(lang), &urls::claim(lang, p.claim.id))),
            }
            h1 { (t(lang, "new-title")) }
            p.muted { (t(lang, "new-lead")) }
        }
        (error_summary(form))
        div.split {
            div.stack.loose {
                (ways(lang, p, form, way))
                form.stack.loose method="post" action=(urls::new_evidence(lang, p.claim.id)) data-keep=(t(lang, "kept")) {
                    input type="hidden" name="kind" value=(way.name());
                    input type="hidden" name="competency" value=(form.value("competency"));
                    (what(lang, form, way))
                    (shows(lang, p, form, way, competency))
                    (occasion(lang, form))
                    (save(lang, p, form, way))
                }
            }
            (help(lang, way))
        }
    }
}

/// The tabs. They are links, so what was chosen before travels in the address.
fn ways(lang: Lang, p: &NewPage, form: &Form, here: Way) -> Markup {
    let base = urls::new_evidence(lang, p.claim.id);
    let page = |(way, name): (Way, &str)| {
        let mut href = format!("{base}?kind={name}");
        let shows = form.values("shows").map(|value| ("criterion", value));
        for (key, value) in std::iter::once(("competency", form.value("competency"))).chain(shows).filter(|(_, value)| !value.is_empty()) {
            href = format!("{href}&{key}={}", urls::encode(value));
        }
        (t(lang, &format!("way-{name}")), href, way == here)
    };
    tabs(&t(lang, "new-ways"), &Way::ALL.map(page))
}

fn what(lang: Lang, form: &Form, way: Way) -> Markup {
    let step = match way {
        Way::Video => "new-then-video",
        Way::Audio => "new-then-audio",
        Way::File => "new-then-file",
        Way::Text | Way::Link => "",
    };
    panel(
        "what",
        &t(lang, "new-what"),
        None,
        html! {
            div.stack {
                (field("title", t(lang, "new-name")).hint(t(lang, "new-name-hint")).max(200).text(form))
                @match way {
                    Way::Text => (field("text", t(lang, "new-text")).hint(t(lang, "new-text-hint")).max(crate::actions::add_evidence::LONGEST_TEXT).area(form, 12)),
                    Way::Link => (field("link", t(lang, "new-link")).hint(t(lang, "new-link-hint")).url(form)),
                    _ => p.sm.muted { (t(lang, step)) },
                }
                (field("note", t(lang, "new-note")).hint(t(lang, "new-note-hint")).optional().max(4000).area(form, 3))
            }
        },
    )
}

fn shows(lang: Lang, p: &NewPage, form: &Form, way: Way, competency: Option<CompetencyId>) -> Markup {
    let open = p.open(competency);
    panel(
        "shows",
        &t(lang, "new-shows"),
        None,
        html! {
            div.stack {
                p.sm.muted { (t(lang, if matches!(way, Way::Text | Way::Link) { "new-shows-hint" } else { "new-shows-place" })) }
                @if open.is_empty() { p { (t(lang, "new-shows-none")) } }
                (fields::shows(form, &open, 1, way.places()))
            }
        },
    )
}

fn occasion(lang: Lang, form: &Form) -> Markup {
    let people = [
        choice("nobody", t(lang, "people-nobody")),
        choice("agreed", t(lang, "people-agreed")).hint(t(lang, "people-agreed-hint")),
        choice("protected", t(lang, "people-protected")).hint(t(lang, "people-protected-hint")),
    ];
    let classes = [
        choice("own", t(lang, "class-own")).hint(t(lang, "class-own-hint")),
        choice("others", t(lang, "class-others")).hint(t(lang, "class-others-hint")),
    ];
    panel(
        "occasion",
        &t(lang, "new-occasion"),
        None,
        html! {
            div.stack {
                (field("performed", t(lang, "new-performed")).hint(t(lang, "new-performed-hint")).date(form))
                (field("setting", t(lang, "new-setting")).hint(t(lang, "new-setting-hint")).max(200).text(form))
                (field("class", t(lang, "new-class")).radios(form, &classes))
                (field("people", t(lang, "new-people")).radios(form, &people))
                (field("edited", t(lang, "new-edited")).optional().checkbox(form))
            }
        },
    )
}

/// The notice of collection comes before the first byte (PRV-01); acknowledged once, it is not asked for again.
fn save(lang: Lang, p: &NewPage, form: &Form, way: Way) -> Markup {
    let bodies: Vec<_> = p.version.body.assessed_by.iter().map(|id| p.names.get(*id, lang)).filter(|n| !n.is_empty()).collect();
    let notice = html! {
        p.sm { (t!(lang, "collect-why", issuer = p.names.get(p.version.body.issuer, lang))) }
        p.sm { (t!(lang, "collect-who", bodies = bodies.join(", "))) }
        p.sm { (t(lang, "collect-kept")) " " a href=(urls::about(lang, "privacy")) { (t(lang, "collect-more")) } }
    };
    let button = match way {
        Way::Video | Way::Audio => "new-go-record",
        Way::File => "new-go-file",
        Way::Text | Way::Link => "new-save",
    };
    panel(
        "collect",
        &t(lang, "collect-title"),
        None,
        html! {
            div.stack {
                @if p.notice_known {
                    input type="hidden" name="notice" value="yes";
                    details.sm { summary { (t(lang, "collect-known")) } div.stack.tight { (notice) } }
                } @else {
                    (notice)
                    (field("notice", t(lang, "collect-read")).checkbox(form))
                }
                div.row { (submit(Weight::Main, &t(lang, button))) (link(Weight::Quiet, &urls::claim(lang, p.claim.id), &t(lang, "cancel"))) }
                p.sm.muted { (t(lang, "new-nobody-sees")) }
            }
        },
    )
}

fn help(lang: Lang, way: Way) -> Markup {
    html! {
        aside.stack.loose aria-label=(t(lang, "new-help")) {
            (panel_pad("good", &t(lang, "new-good"), html! {
                ul.bullets.sm {
                    @for key in ["good-do", "good-say", "good-days", "good-others"] { li { (t(lang, key)) } }
                    @if matches!(way, Way::Video | Way::Audio) { li { (t(lang, "good-sound")) } }
                }
            }))
        }
    }
}
