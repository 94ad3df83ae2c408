//! Programs that act for somebody, each with what it may and a way to take that back.

use crate::access::{Thing, Verb};
use crate::actions::connect_app::disconnect_app;
use crate::caller::Member;
use crate::i18n::{date, t};
use crate::protocols::scope::Scope;
use crate::queries::wallet::connected_apps;
use crate::urls;
use crate::web::answer::{self, OrRefuse as _, Page};
use crate::web::extract::At;
use crate::web::layout::Section;
use crate::web::parts::{Head, Weight, act, breadcrumbs, empty, panel, table};
use crate::web::routes::Routes;
use domain::{ConnectionId, Lang};
use maud::{Markup, html};
use store::apps::{App, Connection};

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/account/apps", Verb::View, Thing::Connection, list).post(
        "/{lang}/account/apps/{connection}/withdrawal",
        Verb::Withdraw,
        Thing::Connection,
        withdraw,
    )
}

async fn list(who: Member) -> Page {
    let apps = connected_apps(&who).await.or_refuse(&who)?;
    answer::page(&who, &t(who.lang, "apps-title"), Section::Account, view(who.lang, &apps))
}

async fn withdraw(who: Member, At(id): At<ConnectionId>) -> Page {
    disconnect_app(&who, id).await.or_refuse(&who)?;
    answer::redirect_saying(&urls::connected_apps(who.lang), "app-disconnected")
}

fn view(lang: Lang, apps: &[(Connection, App)]) -> Markup {
    html! {
        (breadcrumbs(lang, &[(&t(lang, "account-title"), &urls::account(lang))]))
        h1 { (t(lang, "apps-title")) }
        p { (t(lang, "apps-lead")) }
        (panel("apps", &t(lang, "apps-yours"), None, list_of(lang, apps)))
    }
}

fn list_of(lang: Lang, apps: &[(Connection, App)]) -> Markup {
    if apps.is_empty() {
        return empty(&t(lang, "apps-none"), &t(lang, "apps-none-text"), None);
    }
    let heads = [
        Head::text(t(lang, "apps-name")),
        Head::text(t(lang, "tokens-may")),
        Head::text(t(lang, "apps-since")),
        Head::actions(t(lang, "apps-withdraw")),
    ];
    let row = |(connection, app): &(Connection, App)| {
        let may: Vec<String> = Scope::among(&connection.scopes).into_iter().map(|s| t(lang, s.words())).collect();
        vec![
            html! { (app.name) },
            html! { (may.join(" ")) },
            html! { (date(lang, connection.since)) },
            act(&urls::app_withdrawal(lang, connection.id), Weight::Plain, &t(lang, "apps-withdraw"), &app.name),
        ]
    };
    table(&t(lang, "apps-title"), &heads, &apps.iter().map(row).collect::<Vec<_>>())
}
