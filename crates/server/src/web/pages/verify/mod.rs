//! Checking any credential: pasted, as a file, or by its address. Nothing is kept.

mod found;
mod showing;
mod view;

use crate::access::{Thing, Verb};
use crate::app::App;
use crate::caller::Visitor;
use crate::i18n::t;
use crate::verifying::given::{Given, check_given};
use crate::verifying::{LARGEST_FILE, Source};
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::layout::Section;
use crate::web::parts::Form;
use crate::web::routes::Routes;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::handler::Handler as _;
use axum::http::header;
use domain::Lang;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/verify", Verb::View, Thing::PublicCredential, ask)
        .post("/{lang}/verify", Verb::Verify, Thing::PublicCredential, check.layer(DefaultBodyLimit::disable()))
        .and(showing::routes())
}

async fn ask(who: Visitor) -> Page {
    answer::page(&who, &t(who.lang, "verify-title"), Section::Verify, view::ask(&who, &Form::new(who.lang)))
}

async fn check(who: Visitor, request: Request) -> Page {
    let mut sent = Sent::read(request, &who.app, who.lang).await;
    let (field, given) = match sent.given() {
        Ok(chosen) => chosen,
        Err(key) => return again(&who, sent.form, "text", key),
    };
    let recipient = Some(sent.form.value("recipient"));
    match check_given(&Source::Here(&who.app), given, recipient).await.or_refuse(&who)? {
        Ok(checked) => answer::page(&who, &t(who.lang, "verify-result"), Section::Verify, view::result(&who, &checked)),
        Err(why) => again(&who, std::mem::replace(&mut sent.form, Form::new(who.lang)), field, why.key()),
    }
}

fn again(who: &Visitor, mut form: Form, field: &str, key: &str) -> Page {
    form.refuse(field, t(who.lang, key));
    answer::again(who, &t(who.lang, "verify-title"), Section::Verify, view::ask(who, &form))
}

/// What was sent.
struct Sent {
    form: Form,
    file: Vec<u8>,
    too_large: bool,
}

/// Room for a text and a file of the largest size, and for what is around them.
const MOST: usize = vc::LARGEST_DOCUMENT + LARGEST_FILE + 64 * 1024;

impl Sent {
    /// Reads the form, with or without a file in it. What is too large is not read further: [`MOST`] stands instead of the
    /// limit that every other form has.
    async fn read(request: Request, app: &App, lang: Lang) -> Sent {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        let (parts, body) = request.into_parts();
        let nothing = || Sent { form: Form::new(lang), file: vec![], too_large: true };
        let Ok(bytes) = axum::body::to_bytes(body, MOST).await else { return nothing() };
        let request = Request::from_parts(parts, axum::body::Body::from(bytes.clone()));
        if !kind.starts_with("multipart/form-data") {
            let values = url::form_urlencoded::parse(&bytes).map(|(n, v)| (n.into_owned(), v.into_owned())).collect();
            return Sent { form: Form::sent(lang, values), file: vec![], too_large: false };
        }
        match Multipart::from_request(request, app).await {
            Ok(fields) => Sent::fields(fields, lang).await,
            Err(_) => nothing(),
        }
    }

    async fn fields(mut fields: Multipart, lang: Lang) -> Sent {
        let (mut values, mut file) = (Vec::new(), Vec::new());
        while let Ok(Some(field)) = fields.next_field().await {
            let name = field.name().unwrap_or_default().to_owned();
            let Ok(bytes) = field.bytes().await else { break };
            match name.as_str() {
                "file" => file = bytes.to_vec(),
                _ => values.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
        Sent { form: Form::sent(lang, values), file, too_large: false }
    }

    /// What is to be checked, and the field it came in: exactly one of the three.
    fn given(&self) -> Result<(&'static str, Given<'_>), &'static str> {
        if self.too_large {
            return Err("wrong-verify-file-too-large");
        }
        let (text, link) = (self.form.value("text").trim(), self.form.value("link").trim());
        let all = [
            ("text", Given::Bytes(text.as_bytes()), text.is_empty()),
            ("file", Given::Bytes(&self.file), self.file.is_empty()),
            ("link", Given::Link(link), link.is_empty()),
        ];
        let mut there = all.into_iter().filter(|(_, _, empty)| !empty);
        match (there.next(), there.next()) {
            (None, _) => Err("wrong-verify-nothing"),
            (Some(_), Some(_)) => Err("wrong-verify-several"),
            (Some((field, given, _)), None) => Ok((field, given)),
        }
    }
}
