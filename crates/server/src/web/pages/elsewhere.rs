//! Credentials that others issued and a connected program brought: kept apart from what was issued here.

use crate::access::{Thing, Verb};
use crate::actions::keep_external::remove_external;
use crate::caller::Member;
use crate::i18n::{date, t};
use crate::queries::wallet::from_elsewhere;
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::At;
use crate::web::layout::Section;
use crate::web::parts::{Head, Weight, act, breadcrumbs, empty, link, panel, table};
use crate::web::routes::Routes;
use domain::{ExternalId, Lang};
use maud::{Markup, html};
use store::external::External;

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/elsewhere", Verb::View, Thing::Account, list).post(
        "/{lang}/elsewhere/{external}/removal",
        Verb::Withdraw,
        Thing::Wallet,
        remove,
    )
}

async fn list(who: Member) -> Page {
    let all = from_elsewhere(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "elsewhere-title"), Section::Credentials, view(who.lang, &all))
}

async fn remove(who: Member, At(id): At<ExternalId>) -> Page {
    remove_external(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::elsewhere(who.lang), "external-removed")
}

fn view(lang: Lang, all: &[External]) -> Markup {
    html! {
        (breadcrumbs(lang, &[(&t(lang, "held-title"), &urls::credentials(lang))]))
        h1 { (t(lang, "elsewhere-title")) }
        p { (t(lang, "elsewhere-lead")) }
        (panel("elsewhere", &t(lang, "elsewhere-yours"), None, list_of(lang, all)))
    }
}

fn list_of(lang: Lang, all: &[External]) -> Markup {
    if all.is_empty() {
        let apps = link(Weight::Plain, &urls::connected_apps(lang), &t(lang, "apps-title"));
        return empty(&t(lang, "elsewhere-none"), &t(lang, "elsewhere-none-text"), Some(apps));
    }
    let heads = [
        Head::text(t(lang, "elsewhere-name")),
        Head::text(t(lang, "elsewhere-issuer")),
        Head::text(t(lang, "elsewhere-found")),
        Head::text(t(lang, "elsewhere-kept")),
        Head::actions(t(lang, "elsewhere-remove")),
    ];
    let row = |e: &External| {
        vec![
            html! { (e.name) },
            html! { (e.issuer) },
            html! { (found(lang, &e.verdict)) },
            html! { (date(lang, e.kept)) },
            act(&urls::external_removal(lang, e.id), Weight::Plain, &t(lang, "elsewhere-remove"), &e.name),
        ]
    };
    table(&t(lang, "elsewhere-title"), &heads, &all.iter().map(row).collect::<Vec<_>>())
}

/// What the check found when it came. What is not genuine is not kept.
fn found(lang: Lang, verdict: &str) -> String {
    match verdict {
        "valid" => t(lang, "elsewhere-found-valid"),
        "expired" => t(lang, "elsewhere-found-expired"),
        "not_yet_valid" => t(lang, "elsewhere-found-not-yet"),
        "suspended" => t(lang, "elsewhere-found-suspended"),
        "revoked" => t(lang, "elsewhere-found-revoked"),
        _ => t(lang, "elsewhere-found-unknown"),
    }
}
