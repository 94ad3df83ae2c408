//! Closing an account: what goes, what stays, and what becomes of the credentials (E9).

use crate::both;
use crate::credential::{competency, document};
use crate::harness::{Answer, World};
use crate::verify::sent;
use domain::CredentialId;

const EMAIL: &str = "lena.learner@example.org";

async fn close(w: &World, wish: &str) -> Answer {
    let answer =
        w.client(w.learner).await.post("/en/account/closing", &[("credentials", wish), ("confirmed", " Lena.Learner@Example.org")]).await;
    w.run_jobs().await;
    answer
}

async fn mentions(w: &World, text: &str) -> Vec<&'static str> {
    store::testing::mentions(&mut w.app.read().await.unwrap(), text).await.unwrap()
}

async fn page(w: &World, id: CredentialId) -> Answer {
    w.stranger().get(&format!("/en/c/{id}")).await
}

both!(the_page_says_what_goes_and_what_stays_in_both_languages, async |w: World| {
    let learner = w.client(w.learner).await;
    let english = learner.get("/en/account/closing").await.is(200);
    english.says("Close your account").says("Evidence on which no decision rests").says("revoked at your request");
    learner.get("/fr/account/closing").await.is(200).says("Fermer votre compte").says("retirés du public");
    learner.get("/en/account").await.is(200).says("/en/account/closing");
});

both!(nothing_happens_without_the_address_and_a_choice, async |w: World| {
    let id = competency(&w).await;
    let learner = w.client(w.learner).await;
    let wrong = [("credentials", "unlist"), ("confirmed", "somebody@example.org")];
    learner.post("/en/account/closing", &wrong).await.is(422).says("not the address of this account");
    learner.post("/en/account/closing", &[("credentials", "all"), ("confirmed", EMAIL)]).await.is(422).says("Choose what becomes");
    learner.get("/en/account").await.is(200).says(EMAIL);
    page(&w, id).await.is(200).says("Lena Learner");
});

both!(whoever_has_a_role_hands_it_over_first, async |w: World| {
    let assessor = w.client(w.assessor).await;
    let form = [("credentials", "keep"), ("confirmed", "ada.assessor@example.org")];
    assessor.post("/en/account/closing", &form).await.is(409).says("You hold a role in an organisation");
    assessor.get("/en/account/closing").await.is(200).says("You hold a role in an organisation");
});

both!(credentials_may_stay_with_their_pages, async |w: World| {
    let id = competency(&w).await;
    let before = w.client(w.learner).await;
    close(&w, "keep").await.leads_to("/en");
    before.get("/en/account").await.leads_to("/en/sign-in?next=%2Faccount");
    page(&w, id).await.is(200).says("Lena Learner").says("genuine and in force");
    assert_eq!(mentions(&w, EMAIL).await, Vec::<&str>::new(), "the address is gone everywhere");
    assert_eq!(mentions(&w, "lena learner").await, ["credential", "document"]);
    let admin = w.client(w.admin).await.get("/en/admin/people").await.is(200);
    assert!(!admin.body.contains(&w.learner.to_string()));
});

both!(what_was_withdrawn_has_no_page_and_no_name_but_its_file_still_verifies, async |w: World| {
    let id = competency(&w).await;
    let file = document(&w, id).await.to_string();
    page(&w, id).await.is(200).says("Lena Learner");
    close(&w, "unlist").await.leads_to("/en");
    page(&w, id).await.is(410).says("withdrawn from the public by its holder");
    w.stranger().get(&format!("/fr/c/{id}")).await.is(410).says("a retiré ce titre du public");
    for other in [format!("/c/{id}.json"), format!("/c/{id}.jwt"), format!("/c/{id}.png"), format!("/en/c/{id}.pdf")] {
        w.stranger().get(&other).await.is(410);
    }
    assert_eq!(mentions(&w, "lena").await, Vec::<&str>::new(), "no name is left");
    let checked = sent(&w, &[("text", &file)], None).await.is(200).says("genuine and in force");
    assert!(!checked.body.contains(&format!("href=\"/en/c/{id}\"")), "there is no page to open");
    let link = format!("https://tessera.example/c/{id}");
    sent(&w, &[("link", &link)], None).await.is(422).says("withdrawn from the public by its holder");
    let record = store::events::check(&mut w.app.read().await.unwrap(), &id.to_string()).await.unwrap();
    assert_eq!(record, None, "the record is unbroken");
});

both!(what_was_revoked_on_leaving_is_revoked_for_everybody, async |w: World| {
    let id = competency(&w).await;
    let credential = document(&w, id).await;
    close(&w, "revoke").await.leads_to("/en");
    page(&w, id).await.is(410);
    sent(&w, &[("text", &credential.to_string())], None).await.is(200).says("This credential was revoked");
    let place = credential["credentialStatus"]["statusListIndex"].as_str().unwrap().parse().unwrap();
    let lists = status_lists_of(&w, &credential).await;
    assert!(vc::status::Published::read(&lists).unwrap().get("revocation", place).unwrap());
});

async fn status_lists_of(w: &World, credential: &serde_json::Value) -> serde_json::Value {
    let address = credential["credentialStatus"]["statusListCredential"].as_str().unwrap();
    let path = address.strip_prefix("https://tessera.example").unwrap();
    serde_json::from_str(&w.stranger().get(path).await.is(200).body).unwrap()
}

both!(evidence_goes_unless_a_decision_rests_on_it, async |w: World| {
    competency(&w).await;
    let mut tx = w.app.read().await.unwrap();
    let claim = store::claims::of_learner(&mut tx, w.learner, 0, 10).await.unwrap().remove(0).id;
    let before = store::evidence::of_claim(&mut tx, claim).await.unwrap();
    drop(tx);
    assert!(before.iter().any(|item| item.state.name() == "relied_on"));
    close(&w, "keep").await.leads_to("/en");
    let after = store::evidence::of_claim(&mut w.app.read().await.unwrap(), claim).await.unwrap();
    for (before, after) in before.iter().zip(&after) {
        let expected = if before.state.name() == "relied_on" { "access_restricted" } else { "withdrawn" };
        assert_eq!(after.state.name(), expected);
    }
    let claim = store::claims::get(&mut w.app.read().await.unwrap(), claim).await.unwrap().unwrap();
    assert_eq!((claim.state.name(), claim.self_ratings.len()), ("withdrawn", 0));
});

both!(the_address_can_be_used_for_a_new_account, async |w: World| {
    close(&w, "keep").await.leads_to("/en");
    let form = [("name", "Lena Again"), ("email", EMAIL), ("password", "blue kettle on a hill")];
    w.stranger().post("/en/sign-up", &form).await.is(303);
});
