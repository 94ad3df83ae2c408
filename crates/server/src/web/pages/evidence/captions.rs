//! Captions of a recording: seeing which there are, adding, replacing and removing them.

use super::{item, words};
use crate::actions::caption_evidence::{caption_evidence, takes_captions};
use crate::caller::Member;
use crate::i18n::t;
use crate::queries::evidence::{ItemPage, item_page};
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::At;
use crate::web::layout::Section;
use crate::web::parts::{Form, Weight, act, choice, field, panel, submit};
use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;
use axum::http::StatusCode;
use domain::evidence::{Captions, LONGEST_CAPTIONS, NoCaptions};
use domain::{EvidenceId, Lang};
use maud::{Markup, html};

/// Largest form: captions twice, and what the form wraps around them.
pub const LARGEST: usize = 2 * LONGEST_CAPTIONS + 64 * 1024;

/// The captions that a recording has, and a form for more.
pub fn part(lang: Lang, p: &ItemPage, form: &Form) -> Markup {
    if !takes_captions(&p.item) {
        return html! {};
    }
    let languages = Lang::ALL.map(|l| choice(l.code(), l.own_name()));
    let refused = form.error("captions").is_some() || form.error("language").is_some();
    let chosen = if form.value("language").is_empty() { form.clone().with("language", lang.code()) } else { form.clone() };
    let body = html! {
        div.stack {
            @if p.captioned.is_empty() { p.muted { (t(lang, "captions-none")) } }
            @else {
                ul.uploads {
                    @for l in &p.captioned {
                        li {
                            a href=(urls::evidence_captions(lang, p.item.id, l.code())) lang=(l.tag()) { (l.own_name()) }
                            (act(&format!("{}?remove={}", urls::captioning(lang, p.item.id), l.code()), Weight::Quiet, &t(lang, "captions-remove"), l.own_name()))
                        }
                    }
                }
            }
            details open[refused] {
                summary { (t(lang, "captions-add")) }
                form.stack method="post" action=(urls::captioning(lang, p.item.id)) enctype="multipart/form-data" {
                    (field("language", t(lang, "captions-language")).radios(&chosen, &languages))
                    (field("captions", t(lang, "captions-file")).optional().hint(t(lang, "captions-file-hint")).file(form, ".vtt,.srt,text/vtt", false))
                    (field("written", t(lang, "captions-written")).optional().hint(t(lang, "captions-written-hint")).area(form, 6))
                    div.row { (submit(Weight::Plain, &t(lang, "captions-save"))) }
                }
            }
        }
    };
    panel("captions", &t(lang, "captions-title"), None, body)
}

/// Sets captions from a file or from what was typed, or removes those of the language in `?remove=`.
pub async fn set(who: Member, At(id): At<EvidenceId>, asked: crate::web::extract::Asked, sent: Option<Multipart>) -> Page {
    if let Some(language) = Lang::parse(&asked.get("remove")) {
        caption_evidence(&who, id, language, None).await.or_refuse(&who)?;
        return answer::redirect_saying(&urls::evidence(who.lang, id), "captions-removed");
    }
    let page = item_page(&who, id).await.or_refuse(&who)?;
    let mut form = item::filled(&who, &page);
    let (chosen, text) = read(&mut form, sent).await;
    let language = Lang::parse(&chosen);
    if language.is_none() {
        form.refuse("language", t(who.lang, "wrong-captions-language"));
    }
    let captions = if form.error("captions").is_some() { None } else { Some(Captions::read(&text)) };
    match (language, captions) {
        (Some(language), Some(Ok(captions))) => {
            caption_evidence(&who, id, language, Some(captions)).await.or_refuse(&who)?;
            return answer::redirect_saying(&urls::evidence(who.lang, id), "captions-saved");
        }
        (_, Some(Err(why))) => form.refuse("captions", words::no_captions(who.lang, why).1),
        _ => {}
    }
    answer::again(&who, &page.item.title, Section::Claims, item::view(&who, &page, &form, None))
}

/// The language and the words: those of the file, or what was typed where no file came.
async fn read(form: &mut Form, sent: Option<Multipart>) -> (String, String) {
    let (mut language, mut file, mut typed) = (String::new(), String::new(), String::new());
    if let Some(mut sent) = sent {
        loop {
            let part = match sent.next_field().await {
                Ok(Some(part)) => part,
                Ok(None) => break,
                Err(e) => {
                    form.refuse("captions", not_arrived(form.lang(), &e));
                    break;
                }
            };
            let name = part.name().unwrap_or_default().to_owned();
            let text = match part.bytes().await.map(|bytes| String::from_utf8(bytes.into())) {
                Ok(Ok(text)) => text,
                Ok(Err(_)) => {
                    let words = t(form.lang(), "wrong-captions-utf8");
                    form.refuse("captions", words);
                    continue;
                }
                Err(e) => {
                    form.refuse("captions", not_arrived(form.lang(), &e));
                    break;
                }
            };
            match name.as_str() {
                "language" => language = text,
                "captions" => file = text,
                "written" => typed = text,
                _ => {}
            }
        }
    }
    *form = std::mem::replace(form, Form::new(Lang::En)).with("language", &language).with("written", &typed);
    (language, if file.is_empty() { typed } else { file })
}

/// The form takes no more than twice what captions may be.
fn not_arrived(lang: Lang, why: &MultipartError) -> String {
    if why.status() == StatusCode::PAYLOAD_TOO_LARGE { words::no_captions(lang, NoCaptions::TooLong).1 } else { t(lang, "wrong-file-cut") }
}
