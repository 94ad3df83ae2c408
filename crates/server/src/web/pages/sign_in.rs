//! Signing in, making an account, signing out.

use crate::access::{Thing, Verb};
use crate::actions::sign_in::{self, NewAccount};
use crate::caller::{SESSION, Visitor};
use crate::i18n::t;
use crate::queries::account;
use crate::urls;
use crate::web::answer::{self, OrRefuse, Page};
use crate::web::extract::{Asked, Sent};
use crate::web::layout::Section;
use crate::web::parts::{Form, Weight, error_summary, field, submit};
use crate::web::routes::Routes;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use axum_extra::extract::CookieJar;
use domain::Lang;
use domain::people::{Membership, Role};
use maud::{Markup, html};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .get("/{lang}/sign-in", Verb::View, Thing::SignIn, ask)
        .post("/{lang}/sign-in", Verb::Add, Thing::SignIn, enter)
        .get("/{lang}/sign-up", Verb::View, Thing::SignIn, ask_new)
        .post("/{lang}/sign-up", Verb::Add, Thing::SignIn, enter_new)
        .post("/{lang}/sign-out", Verb::Add, Thing::SignIn, leave)
}

async fn ask(who: Visitor, asked: Asked) -> Page {
    if let Some(me) = &who.me {
        return answer::redirect(&after(who.lang, &asked.get("next"), &me.memberships));
    }
    let form = Form::new(who.lang).with("next", asked.get("next"));
    answer::page(&who, &t(who.lang, "sign-in"), Section::Other, sign_in_view(&who, &form))
}

async fn enter(who: Visitor, Sent(mut form): Sent) -> Page {
    match sign_in::sign_in(&who, form.value("email"), form.value("password").to_owned()).await {
        Ok(secret) => signed_in(&who, &secret, form.value("next")).await,
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "sign-in"), Section::Other, sign_in_view(&who, &form))
        }
    }
}

async fn ask_new(who: Visitor, asked: Asked) -> Page {
    let form = Form::new(who.lang).with("next", asked.get("next"));
    answer::page(&who, &t(who.lang, "sign-up-title"), Section::Other, sign_up_view(&who, &form))
}

async fn enter_new(who: Visitor, Sent(mut form): Sent) -> Page {
    match sign_in::sign_up(&who, new_account(&form)).await {
        Ok(secret) => signed_in(&who, &secret, form.value("next")).await,
        Err(failure) => {
            answer::into_form(&mut form, failure).or_refuse(&who)?;
            answer::again(&who, &t(who.lang, "sign-up-title"), Section::Other, sign_up_view(&who, &form))
        }
    }
}

async fn leave(who: Visitor, jar: CookieJar) -> Page {
    if let Some(cookie) = jar.get(SESSION) {
        sign_in::sign_out(&who.app, cookie.value()).await.or_refuse(&who)?;
    }
    let mut response = answer::redirect_saying(&urls::home(who.lang), "signed-out")?;
    response.headers_mut().append(header::SET_COOKIE, session_cookie(&who, "", 0));
    Ok(response)
}

/// What somebody who makes an account typed.
pub(super) fn new_account(form: &Form) -> NewAccount {
    let value = |name| form.value(name).to_owned();
    NewAccount { name: value("name"), email: value("email"), password: value("password") }
}

/// On to where somebody was going, or to where their work is, with the cookie of the new session.
pub(super) async fn signed_in(who: &Visitor, secret: &str, next: &str) -> Page {
    let memberships = account::memberships(who, secret).await.or_refuse(who)?;
    let to = after(who.lang, next, &memberships);
    Ok(([(header::SET_COOKIE, begin_cookie(who, secret))], axum::response::Redirect::to(&to)).into_response())
}

/// The cookie of a new session.
pub(super) fn begin_cookie(who: &Visitor, secret: &str) -> HeaderValue {
    session_cookie(who, secret, who.app.config.limits.session_days * 86_400)
}

fn session_cookie(who: &Visitor, secret: &str, seconds: i64) -> HeaderValue {
    let secure = if who.app.base_url.starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{SESSION}={secret}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}");
    HeaderValue::from_str(&cookie).expect("secrets are ASCII")
}

/// Where to go after signing in.
fn after(lang: Lang, next: &str, memberships: &[Membership]) -> String {
    match local(next) {
        Some(path) => format!("/{}{path}", lang.code()),
        None => landing(lang, memberships),
    }
}

/// A path of ours without its language, or nothing: whoever makes a link must not send people elsewhere.
fn local(next: &str) -> Option<&str> {
    let sound = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') && !next.chars().any(char::is_control);
    let of_signing = ["/sign-in", "/sign-up", "/sign-out", "/set-up"].iter().any(|p| next.starts_with(p));
    (sound && !of_signing && next.len() <= 500).then_some(next)
}

/// Where the work of somebody with these roles is.
fn landing(lang: Lang, memberships: &[Membership]) -> String {
    let holds = |role| memberships.iter().any(|m| m.role == role);
    let places = [
        (Role::Admin, urls::admin(lang)),
        (Role::Assessor, urls::desk(lang)),
        (Role::Issuer, urls::decisions(lang)),
        (Role::Author, urls::profiles(lang)),
    ];
    places.into_iter().find(|(role, _)| holds(*role)).map_or_else(|| urls::claims(lang), |(_, place)| place)
}

fn next_field(form: &Form) -> Markup {
    html! { @if !form.value("next").is_empty() { input type="hidden" name="next" value=(form.value("next")); } }
}

fn sign_in_view(who: &Visitor, form: &Form) -> Markup {
    let lang = who.lang;
    html! {
        div.stack.loose.narrow.sign-in {
            h1 { (t(lang, "sign-in")) }
            (error_summary(form))
            @if who.app.demo { p { a href=(urls::demo(lang)) { (t(lang, "sign-in-demo")) } } }
            form.panel.pad.stack method="post" action=(urls::sign_in(lang, "")) {
                (next_field(form))
                (field("email", t(lang, "sign-in-email")).autocomplete("username").email(form))
                (field("password", t(lang, "sign-in-password")).autocomplete("current-password").password(form))
                (submit(Weight::Main, &t(lang, "sign-in")))
                p.sm { a href=(urls::forgotten_password(lang)) { (t(lang, "sign-in-forgotten")) } }
            }
            p { (t(lang, "sign-in-no-account")) " " a href=(urls::sign_up_then(lang, form.value("next"))) { (t(lang, "sign-up-title")) } }
            p.sm.muted { (t(lang, "sign-in-not-needed")) }
        }
    }
}

fn sign_up_view(who: &Visitor, form: &Form) -> Markup {
    let lang = who.lang;
    html! {
        div.stack.loose.narrow.sign-in {
            h1 { (t(lang, "sign-up-title")) }
            p { (t(lang, "sign-up-lead")) }
            (error_summary(form))
            form.panel.pad.stack method="post" action=(urls::sign_up(lang)) {
                (next_field(form))
                (account_fields(lang, form))
                (submit(Weight::Main, &t(lang, "sign-up-submit")))
            }
            p.sm.muted { (t(lang, "sign-up-privacy")) " " a href=(urls::about(lang, "privacy")) { (t(lang, "footer-privacy")) } }
            p { (t(lang, "sign-up-have-account")) " " a href=(urls::sign_in(lang, form.value("next"))) { (t(lang, "sign-in")) } }
        }
    }
}

/// The fields of a new account.
pub(super) fn account_fields(lang: Lang, form: &Form) -> Markup {
    html! {
        (field("name", t(lang, "sign-up-name")).hint(t(lang, "sign-up-name-hint")).autocomplete("name").max(120).text(form))
        (field("email", t(lang, "sign-in-email")).hint(t(lang, "sign-up-email-hint")).autocomplete("email").email(form))
        (field("password", t(lang, "sign-in-password")).hint(t(lang, "sign-up-password-hint")).autocomplete("new-password").password(form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::OrganisationId;

    #[test]
    fn only_a_path_of_ours_is_gone_on_to() {
        assert_eq!(after(Lang::Fr, "/catalogue/x?ratings=1.r", &[]), "/fr/catalogue/x?ratings=1.r");
        for elsewhere in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", "sign-in", "/sign-in", "/sign-out"] {
            assert_eq!(after(Lang::En, elsewhere, &[]), "/en/claims", "{elsewhere}");
        }
    }

    #[test]
    fn people_arrive_where_their_work_is() {
        let held = |role| [Membership { organisation: OrganisationId(1), role }];
        assert_eq!(landing(Lang::En, &held(Role::Assessor)), "/en/desk");
        assert_eq!(landing(Lang::En, &held(Role::Issuer)), "/en/decisions");
        assert_eq!(landing(Lang::Fr, &[]), "/fr/claims");
    }
}
