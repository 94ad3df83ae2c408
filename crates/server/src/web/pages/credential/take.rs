//! A credential as a file or picture to take along. What the page refuses is refused here: both ask the same question first.

use super::certificate;
use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::caller::Visitor;
use crate::queries::credential::{self, Shown};
use crate::web::answer::{OrRefuse as _, Page};
use crate::web::media::AsItIs;
use aws_lc_rs::digest::{SHA256, digest};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::{CredentialId, Lang, Ts};
use paper::{qr, raster};
use tokio::sync::Semaphore;
use vc::bake::{Existing, bake};

/// A form to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The certificate.
    Pdf,
    /// The emblem with the signed credential inside, PNG.
    Png,
    /// The same as SVG.
    Svg,
    /// What stands beside a link elsewhere.
    Card,
    /// The code that opens the page, PNG.
    QrPng,
    /// The same as SVG.
    QrSvg,
}

impl Form {
    /// Each with how its address and its file name end.
    pub const ALL: [(Form, &'static str); 6] = [
        (Form::Pdf, "pdf"),
        (Form::Png, "png"),
        (Form::Svg, "svg"),
        (Form::Card, "card.png"),
        (Form::QrPng, "qr.png"),
        (Form::QrSvg, "qr.svg"),
    ];

    /// By the end of an address.
    pub fn ending(text: &str) -> Option<Form> {
        Form::ALL.iter().find(|(_, end)| *end == text).map(|(form, _)| *form)
    }

    /// How its address ends.
    pub fn end(self) -> &'static str {
        Form::ALL.iter().find(|(form, _)| *form == self).map_or("", |(_, end)| end)
    }

    fn media_type(self) -> &'static str {
        match self {
            Form::Pdf => "application/pdf",
            Form::Png | Form::Card | Form::QrPng => "image/png",
            Form::Svg | Form::QrSvg => "image/svg+xml",
        }
    }
}

/// How many are made at once: each keeps a processor busy for some milliseconds, and a picture takes 3 MiB.
static AT_ONCE: Semaphore = Semaphore::const_new(4);
/// The side of an emblem in pixels.
const EMBLEM: u32 = 800;
/// The side of a code in pixels.
const CODE: u32 = 900;

/// The file, in one language or, without one, in both.
pub async fn answer(who: &Visitor, id: CredentialId, form: Form, lang: Option<Lang>, headers: &HeaderMap) -> Page {
    let found = credential::look_up(who, id).await.or_refuse(who)?;
    let Some(shown) = found.shown(who).await.or_refuse(who)? else { return Ok(super::accept::being_signed()) };
    let (listed, name) = (shown.credential.listed, file_name(&shown, form, lang));
    let (app, now) = (who.app.clone(), who.now);
    let _turn = AT_ONCE.acquire().await.map_err(|e| Failure::Broken(e.to_string())).or_refuse(who)?;
    let made = tokio::task::spawn_blocking(move || made(&app, now, &shown, form, lang)).await;
    let bytes = made.map_err(|e| Failure::Broken(e.to_string())).and_then(|made| made).or_refuse(who)?;
    Ok(response(form, bytes, &name, listed, headers))
}

fn made(app: &App, now: Ts, s: &Shown, form: Form, lang: Option<Lang>) -> Outcome<Vec<u8>> {
    let broken = |e: &dyn std::fmt::Display| Failure::Broken(format!("{}: {e}", s.credential.id));
    let nothing = || broken(&"nothing could be drawn");
    let text = s.credential.document.as_deref().unwrap_or_default();
    match form {
        Form::Pdf => {
            let langs = lang.map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
            certificate::certificate(app, now, s, &langs).pdf().map_err(|e| broken(&e))
        }
        Form::Png => {
            let picture = raster::png(&s.emblem(), EMBLEM, EMBLEM).ok_or_else(nothing)?;
            bake(&picture, text, Existing::Refuse).map_err(|e| broken(&e))
        }
        Form::Svg => bake(s.emblem().svg_file(EMBLEM / 2).as_bytes(), text, Existing::Refuse).map_err(|e| broken(&e)),
        Form::Card => certificate::card(lang.unwrap_or(Lang::En), s).png().ok_or_else(nothing),
        Form::QrPng => code(app, s).and_then(|code| raster::png(&code, CODE, CODE)).ok_or_else(nothing),
        Form::QrSvg => code(app, s).map(|code| code.svg_file(CODE / 3).into_bytes()).ok_or_else(nothing),
    }
}

fn code(app: &App, s: &Shown) -> Option<paper::drawing::Drawing> {
    qr::qr(&format!("{}/c/{}", app.base_url, s.credential.id))
}

/// Weak, as what is sent may be compressed on the way; from the bytes, as words and looks change with the program.
fn response(form: Form, bytes: Vec<u8>, name: &str, listed: bool, headers: &HeaderMap) -> Response {
    let tag = format!("W/\"{}\"", store::files::hex(&digest(&SHA256, &bytes).as_ref()[..12]));
    let unchanged = headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).is_some_and(|known| known.contains(&tag));
    let mut response = if unchanged { StatusCode::NOT_MODIFIED.into_response() } else { bytes.into_response() };
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, form.media_type());
    set(header::CACHE_CONTROL, "public, max-age=300");
    set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    set(header::ETAG, &tag);
    set(header::CONTENT_DISPOSITION, &format!("inline; filename=\"{name}\""));
    // Pictures stand on other people's pages.
    set(HeaderName::from_static("cross-origin-resource-policy"), "cross-origin");
    if !listed {
        set(HeaderName::from_static("x-robots-tag"), "noindex");
    }
    if !matches!(form, Form::Svg | Form::QrSvg) {
        response.extensions_mut().insert(AsItIs);
    }
    response
}

/// "safe-transfer-and-positioning.pdf"; "…-en-fr.pdf" in both languages.
fn file_name(s: &Shown, form: Form, lang: Option<Lang>) -> String {
    let both = form == Form::Pdf && lang.is_none();
    let plain = plain(s.title(lang.unwrap_or(Lang::En)));
    let stem = if plain.is_empty() { s.credential.id.to_string() } else { plain };
    format!("{stem}{}.{}", if both { "-en-fr" } else { "" }, form.end())
}

/// Letters and digits that every file system has, joined by hyphens; at most 60.
fn plain(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        let folded = match c {
            'à' | 'â' | 'ä' | 'á' => "a",
            'ç' => "c",
            'é' | 'è' | 'ê' | 'ë' => "e",
            'î' | 'ï' | 'í' => "i",
            'ô' | 'ö' | 'ó' => "o",
            'ù' | 'û' | 'ü' | 'ú' => "u",
            'ÿ' => "y",
            'œ' => "oe",
            'æ' => "ae",
            _ => "",
        };
        match c.is_ascii_alphanumeric() {
            true => name.push(c),
            false if !folded.is_empty() => name.push_str(folded),
            false if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            false => {}
        }
        if name.len() >= 60 {
            break;
        }
    }
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_plain_letters_of_a_title() {
        assert_eq!(plain("Transfert & positionnement sécuritaires (bœuf)"), "transfert-positionnement-securitaires-boeuf");
        assert_eq!(plain("ᐊᓗᒃ\" ../x\r\n"), "x");
        assert_eq!(plain("王"), "");
        assert!(plain(&"word ".repeat(40)).len() <= 61);
    }

    #[test]
    fn every_form_is_found_by_how_its_address_ends() {
        for (form, end) in Form::ALL {
            assert_eq!((Form::ending(end), form.end()), (Some(form), end));
        }
        assert_eq!(Form::ending("exe"), None);
    }
}
