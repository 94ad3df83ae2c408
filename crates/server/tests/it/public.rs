//! Start page, pages about the service, and the demo's front door.

use crate::both;
use crate::harness::{Client, T0, World, empty_demo};
use axum::body::Body;
use axum::http::Method;
use domain::Lang;
use domain::people::Role;
use server::actions::sign_in::add_person;
use server::demo::{CAST, Group};
use store::messages::Message;

both!(an_address_with_a_slash_at_its_end_leads_to_the_one_without, async |w: World| {
    let to = |answer: crate::harness::Answer| answer.is(308).header("location").unwrap();
    assert_eq!(to(w.stranger().get("/en/verify/?a=b").await), "/en/verify?a=b");
    for elsewhere in ["//example.org/", "/\\example.org/", "/%5Cexample.org/x/"] {
        let answer = w.stranger().get(elsewhere).await;
        assert!(answer.header("location").is_none_or(|to| !to.starts_with("//") && !to.starts_with("/\\")), "{elsewhere}");
    }
});

both!(the_start_page_is_in_the_language_that_the_browser_asks_for, async |w: World| {
    let asked = [("accept-language", "fr-CA,en;q=0.5")];
    w.stranger().ask(Method::GET, "/", &asked, Body::empty()).await.leads_to("/fr");
    w.stranger().get("/").await.leads_to("/en");
    let page = w
        .stranger()
        .get("/en")
        .await
        .is(200)
        .says("Show what you can do")
        .says("Rope work on small craft")
        .says("action=\"/en/catalogue\"");
    assert!(page.body.contains("href=\"/en/verify\"") && !page.body.contains("/en/demo"));
    w.client(w.learner).await.get("/fr").await.is(200).says("href=\"/fr/claims\"");
});

both!(help_appeals_accessibility_and_privacy_can_be_read, async |w: World| {
    for page in ["help", "appeals", "accessibility", "privacy"] {
        for lang in ["en", "fr"] {
            let read = w.stranger().get(&format!("/{lang}/about/{page}")).await.is(200);
            assert_eq!((read.body.matches("<h1>").count(), read.body.contains("about-")), (1, false), "{lang} {page}");
        }
    }
    w.stranger().get("/en/about/us").await.is(404);
});

both!(nothing_of_the_demo_is_there_elsewhere, async |w: World| {
    w.stranger().get("/en/demo").await.is(404);
    w.stranger().get("/en/demo/outbox").await.is(404);
    let answer = w.stranger().post(&format!("/en/demo/{}", w.admin), &[]).await.is(404);
    assert_eq!(answer.header("set-cookie"), None);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_demo_one_click_signs_in_as_anybody() {
    let (app, _folder) = empty_demo().await;
    let stranger = Client::stranger(&app);
    stranger.get("/").await.leads_to("/en/demo");
    stranger.get("/en/demo").await.is(200).says("Nobody is here yet");
    let actor = CAST.iter().find(|a| a.group == Group::Learner && a.first).unwrap();
    let person = add_person(&app, actor.name.to_owned(), actor.email.to_owned(), Lang::En, None).await.unwrap().id();
    let visitor = add_person(&app, "Vera Visitor".to_owned(), "vera@example.org".to_owned(), Lang::En, None).await.unwrap().id();
    let page = stranger.get("/fr/demo").await.is(200).says(actor.name).says(&actor.purpose_fr.replace('\'', "&#39;"));
    assert!(!page.body.contains("Vera Visitor") && !page.body.contains(&visitor.to_string()), "only the cast is listed");
    let answer = stranger.post(&format!("/fr/demo/{person}"), &[]).await;
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.contains("HttpOnly") && !cookie.contains("Secure"), "over plain http a browser would drop it: {cookie}");
    answer.leads_to("/fr/claims");
    stranger.with_cookie(&cookie).get("/fr/account").await.is(200).says(actor.email);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_letters_of_the_demo_can_be_read_page_by_page() {
    let (app, _folder) = empty_demo().await;
    let mut tx = app.begin().await.unwrap();
    for n in 0..12 {
        let body = format!("Letter number {n}.\n{}/en/claims", app.base_url);
        let (id, address) = (app.id(), "l@demo.example".to_owned());
        let letter = Message {
            id,
            person: None,
            address,
            lang: Lang::Fr,
            subject: format!("Subject {n}"),
            body,
            created: T0.plus_days(n),
            sent: None,
        };
        store::messages::add(&mut tx, &letter).await.unwrap();
    }
    tx.commit().await.unwrap();
    let stranger = Client::stranger(&app);
    let first = stranger.get("/en/demo/outbox").await.is(200).says("Subject 11").says("Page 1 of 2").says("lang=\"fr-CA\"");
    assert!(first.body.contains(&format!("<a href=\"{}/en/claims\">", app.base_url)) && !first.body.contains("Subject 1<"));
    stranger.get("/en/demo/outbox?page=2").await.is(200).says("Subject 1<").says("Subject 0<");
}

#[test]
fn everybody_in_the_cast_is_signed_in_where_their_work_is() {
    assert!(CAST.iter().filter(|a| a.group == Group::Author).all(|a| a.roles.iter().any(|(role, _)| *role == Role::Author)));
    assert!(Group::ALL.iter().all(|g| CAST.iter().any(|a| a.group == *g)), "each role can be tried");
}
