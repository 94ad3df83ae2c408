//! Signing in and out, accounts, tokens, and the first administrator.

use crate::both;
use crate::harness::{Client, World};
use axum::http::header;
use server::actions::run_instance::set_up_link;

const PASSWORD: &str = "blue kettle on a hill";

async fn sign_up(w: &World, email: &str) -> Client {
    let answer = w.stranger().post("/fr/sign-up", &[("name", "Nora New"), ("email", email), ("password", PASSWORD)]).await;
    let cookie = answer.header("set-cookie").unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Secure") && cookie.contains("Max-Age=1209600"),
        "{cookie}"
    );
    answer.leads_to("/fr/claims");
    Client::from_cookie(w, &cookie)
}

both!(an_account_is_made_and_used_and_left, async |w: World| {
    let nora = sign_up(&w, "nora@example.org").await;
    nora.get("/fr/account").await.is(200).says("nora@example.org").says("Nora New");
    let out = nora.post("/fr/sign-out", &[]).await;
    assert!(out.headers.get_all(header::SET_COOKIE).iter().any(|c| c.to_str().unwrap().starts_with("tessera_session=;")));
    out.leads_to("/fr");
    nora.get("/fr/account").await.leads_to("/fr/sign-in?next=%2Faccount");
    let wrong = [("email", "nora@example.org"), ("password", "something else entirely")];
    let refused = w.stranger().post("/en/sign-in", &wrong).await.is(422).says("do not go together").says("nora@example.org");
    assert!(!refused.body.contains("something else entirely"));
    let right = [("email", " Nora@Example.org "), ("password", PASSWORD), ("next", "/account")];
    w.stranger().post("/en/sign-in", &right).await.leads_to("/en/account");
    let taken = w.stranger().post("/en/sign-up", &[("name", "N"), ("email", "nora@example.org"), ("password", PASSWORD)]).await;
    taken.is(422).says("There is an account with this address");
});

both!(nobody_is_led_away_from_the_site_by_a_link, async |w: World| {
    sign_up(&w, "nora@example.org").await;
    for next in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let form = [("email", "nora@example.org"), ("password", PASSWORD), ("next", next)];
        w.stranger().post("/en/sign-in", &form).await.leads_to("/en/claims");
    }
});

both!(name_language_and_password_are_changed_by_their_owner, async |w: World| {
    let nora = sign_up(&w, "nora@example.org").await;
    nora.post("/fr/account", &[("name", "Nora Neuve"), ("lang", "en")]).await.leads_to("/en/account");
    nora.get("/en/account").await.is(200).says("Nora Neuve");
    nora.post("/en/account", &[("name", " "), ("lang", "en")]).await.is(422).says("Give your name");
    let change = |old: &'static str, new: &'static str| [("old", old), ("new", new)];
    nora.post("/en/account/password", &change("wrong wrong wrong", "seven green lanterns")).await.is(422).says("not your present password");
    nora.post("/en/account/password", &change(PASSWORD, "short")).await.is(422).says("at least 10 characters");
    let other = sign_up(&w, "other@example.org").await;
    let changed = nora.post("/en/account/password", &change(PASSWORD, "seven green lanterns")).await.is(303);
    let session =
        changed.headers.get_all(header::SET_COOKIE).iter().map(|c| c.to_str().unwrap()).find(|c| c.starts_with("tessera_session="));
    Client::from_cookie(&w, session.unwrap()).get("/en/account").await.is(200);
    nora.get("/en/account").await.is(303);
    other.get("/fr/account").await.is(200);
    other.post("/fr/account/sessions", &[]).await.leads_to("/fr/sign-in");
    other.get("/fr/account").await.is(303);
});

/// The secret in the newest letter.
async fn mailed_link(w: &World) -> Option<String> {
    let mut tx = w.app.read().await.unwrap();
    let letters = store::messages::latest(&mut tx, 0, 1).await.unwrap();
    let letter = letters.into_iter().find(|l| l.address == "nora@example.org")?;
    let link = letter.body.split_whitespace().find(|word| word.contains("/new-password/"))?.to_owned();
    Some(link.strip_prefix(&w.app.base_url).unwrap().replacen("/fr/", "/en/", 1))
}

both!(a_forgotten_password_is_set_anew_by_a_link_that_works_once, async |w: World| {
    let nora = sign_up(&w, "nora@example.org").await;
    let ask = async |email: &'static str| w.stranger().post("/en/sign-in/forgotten", &[("email", email)]).await;
    ask("nora").await.is(422).says("href=\"#f-email\"");
    let nobody = ask("nobody@example.org").await.is(200).body;
    assert_eq!(mailed_link(&w).await, None);
    assert_eq!(ask("nora@example.org").await.is(200).body, nobody, "the page does not tell who has an account");
    let link = mailed_link(&w).await.unwrap();
    w.stranger().get(&link).await.is(200).says("Choose a new password");
    w.stranger().post(&link, &[("password", "short")]).await.is(422).says("at least 10 characters");
    let new = "seven green lanterns";
    let set = w.stranger().post(&link, &[("password", new)]).await;
    Client::from_cookie(&w, &set.header("set-cookie").unwrap()).get("/en/account").await.is(200).says("Nora New");
    nora.get("/fr/account").await.is(303);
    w.stranger().get(&link).await.is(200).says("does not work any more");
    w.stranger().post(&link, &[("password", "another set of words")]).await.is(200).says("does not work any more");
    w.stranger().post("/en/sign-in", &[("email", "nora@example.org"), ("password", PASSWORD)]).await.is(422);
    w.stranger().post("/en/sign-in", &[("email", "nora@example.org"), ("password", new)]).await.is(303);
});

both!(at_most_three_links_for_a_new_password_are_open_at_once, async |w: World| {
    sign_up(&w, "nora@example.org").await;
    for _ in 0..5 {
        w.stranger().post("/en/sign-in/forgotten", &[("email", "nora@example.org")]).await.is(200);
    }
    let mut tx = w.app.read().await.unwrap();
    assert_eq!(store::messages::count(&mut tx).await.unwrap(), 3);
});

both!(a_token_is_shown_once_and_taken_back, async |w: World| {
    let nora = sign_up(&w, "nora@example.org").await;
    nora.post("/en/account/tokens", &[("name", "Script"), ("days", "30")]).await.is(422).says("at least one thing");
    let form = [("name", "Script"), ("days", "30"), ("scopes", "claims:read"), ("scopes", "profiles:read")];
    let made = nora.post("/en/account/tokens", &form).await.is(200).says("tessera_").says("Copy it now");
    assert!(!made.body.contains("checked"), "the form for the next token is empty");
    let list = nora.get("/en/account/tokens").await.is(200).says("Script").says("Read your claims and evidence");
    assert!(!list.body.contains("tessera_"));
    let revocation = list.body.split("action=\"").find(|p| p.contains("/revocation")).unwrap().split('"').next().unwrap().to_owned();
    w.client(w.other_learner).await.post(&revocation, &[]).await.is(404);
    nora.post(&revocation, &[]).await.leads_to("/en/account/tokens");
    nora.get("/en/account/tokens").await.is(200).says("No token is in use");
});

both!(the_set_up_link_is_for_an_instance_without_an_administrator, async |w: World| {
    assert_eq!(set_up_link(&w.app).await.unwrap(), None);
    w.stranger().get("/en/set-up/guess").await.is(404);
    let form = [("name", "N"), ("email", "n@example.org"), ("password", PASSWORD), ("organisation_en", "A"), ("organisation_fr", "B")];
    w.stranger().post("/en/set-up/guess", &form).await.is(404);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_administrator_sets_the_instance_up_once() {
    let (app, _folder) = crate::harness::empty_instance().await;
    let link = set_up_link(&app).await.unwrap().unwrap();
    let path = link.strip_prefix(&app.base_url).unwrap();
    let stranger = Client::stranger(&app);
    stranger.get(path).await.is(200).says("Set up this instance");
    let form = |fr: &'static str| {
        [
            ("name", "Ann Admin"),
            ("email", "ann@example.org"),
            ("password", PASSWORD),
            ("organisation_en", "North College"),
            ("organisation_fr", fr),
        ]
    };
    stranger.post(path, &form("")).await.is(422).says("href=\"#f-organisation_en\"").says("North College");
    stranger.post(path, &form("Collège Nord")).await.leads_to("/en/admin");
    stranger.get(path).await.is(404);
    stranger.post(path, &form("Collège Nord")).await.is(404);
}
