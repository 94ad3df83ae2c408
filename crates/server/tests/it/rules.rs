//! What holds for every route.

use crate::both;
use crate::harness::World;
use server::access::{Who, allowed};

both!(every_route_has_a_rule_in_the_policy_table, async |w: World| {
    let (_, routes) = server::web::site(w.app.clone());
    assert!(routes.len() > 5);
    for route in routes {
        assert!(!allowed(route.verb, route.thing).is_empty(), "{} {} has no rule", route.method, route.path);
    }
});

/// The path of a route with ids that nobody has.
fn filled(path: &str) -> String {
    let id = |prefix: &str| format!("{prefix}_00000000000000000000000000");
    let fill = |segment: &str| match segment {
        "{lang}" => "en".to_owned(),
        "{claim}" => id("clm"),
        "{profile}" => id("prf"),
        "{version}" => id("pvr"),
        "{competency}" => id("cmp"),
        "{evidence}" => id("evd"),
        "{assessment}" => id("asm"),
        "{credential}" => id("crd"),
        "{batch}" => id("bat"),
        "{framework}" => id("frm"),
        "{organisation}" => id("org"),
        "{offering}" => id("off"),
        "{item}" => id("pli"),
        "{key}" => id("key"),
        "{person}" => id("per"),
        "{upload}" | "{id}" => id("upl"),
        "{connection}" => id("con"),
        "{external}" => id("ext"),
        s if s.starts_with('{') => "1".to_owned(),
        s => s.to_owned(),
    };
    path.split('/').map(fill).collect::<Vec<_>>().join("/")
}

both!(a_stranger_is_never_let_in_where_the_table_says_no, async |w: World| {
    let (_, routes) = server::web::site(w.app.clone());
    for route in routes.iter().filter(|r| !allowed(r.verb, r.thing).contains(&Who::Anyone)) {
        let answer = w.stranger().ask(route.method.clone(), &filled(route.path), &[], axum::body::Body::empty()).await;
        let to = answer.header("location").unwrap_or_default();
        let turned_away = matches!(answer.status.as_u16(), 401 | 404) || to.contains("/sign-in");
        assert!(turned_away, "{} {} answered {} {to}", route.method, route.path, answer.status);
    }
});

both!(somebody_elses_things_are_not_there, async |w: World| {
    let (_, routes) = server::web::site(w.app.clone());
    let other = w.client(w.other_learner).await;
    // The API has tokens and tests of its own.
    let pages = routes.iter().filter(|r| r.door == server::web::routes::Door::Page);
    for route in pages.filter(|r| allowed(r.verb, r.thing).iter().all(|a| matches!(a, Who::Owner | Who::Assigned))) {
        if !route.path.contains("{") || route.path == "/{lang}" || !filled(route.path).contains("_0") {
            continue;
        }
        let answer = other
            .ask(
                route.method.clone(),
                &filled(route.path),
                &[("content-type", "application/x-www-form-urlencoded")],
                axum::body::Body::empty(),
            )
            .await;
        assert!(
            matches!(answer.status.as_u16(), 400 | 404 | 405 | 412 | 415 | 422),
            "{} {} answered {}",
            route.method,
            route.path,
            answer.status
        );
    }
});
