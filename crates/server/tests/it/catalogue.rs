//! The public side: catalogue, profile, self-assessment, and the way from there into a claim.

use crate::both;
use crate::harness::{Client, World};
use domain::claim::SelfRating;
use server::queries::catalogue::pack;

both!(the_catalogue_is_found_without_accents_and_narrowed_by_address, async |w: World| {
    let stranger = w.stranger();
    stranger
        .get("/en/catalogue")
        .await
        .is(200)
        .says("Rope work on small craft")
        .says("Northshore College")
        .says("2 competencies")
        .says("6 criteria");
    stranger.get("/fr/catalogue?q=TRAVAIL+des+cord%C3%A2ges").await.is(200).says("Travail des cordages");
    stranger.get("/fr/catalogue?q=cordages+surveille").await.is(200).says("1 profil<");
    stranger.get("/en/catalogue?q=welding").await.is(200).says("No profile fits").says("Show all profiles");
    stranger.get("/en/catalogue?q=%25").await.is(200).says("1 profile<");
    let narrowed = stranger.get(&format!("/en/catalogue?q=rope&issuer={}", w.issuer_org)).await.is(200).says("1 profile<");
    assert!(narrowed.body.contains("href=\"/en/catalogue?q=rope\""), "the filter can be taken off");
    stranger.get(&format!("/en/catalogue?issuer={}", w.owner)).await.is(200).says("No profile fits").says("Harbour Crafts Association");
    stranger.get("/en/catalogue?page=7").await.is(200).says("past the end");
});

both!(accents_do_not_send_a_title_to_the_end_of_the_list, async |w: World| {
    for title in ["Zone portuaire", "Électricité du bord", "Eau douce"] {
        w.publish(title).await;
    }
    let page = w.stranger().get("/fr/catalogue").await.is(200);
    let place = |title: &str| page.body.find(title).unwrap_or_else(|| panic!("{title} is missing"));
    let places = ["Eau douce", "Électricité du bord", "Travail des cordages", "Zone portuaire"].map(place);
    assert!(places.is_sorted(), "{places:?}");
});

both!(a_profile_says_all_that_a_learner_must_know_before_claiming, async |w: World| {
    let page = w.stranger().get(&format!("/en/catalogue/{}", w.profile)).await.is(200);
    for competency in &w.body.competencies {
        assert!(page.body.contains(&format!("id=\"{}\"", competency.id)), "credentials lead to {}", competency.id);
        for criterion in &competency.criteria {
            assert!(page.body.contains(&format!("id=\"{}\"", criterion.id)) && page.body.contains(&criterion.statement.en));
        }
    }
    let words = ["$45.00", "5 working days", "2 separate occasions", "last 24 months", "Shown in part", "30 days", "3 years", "2 years"];
    let more =
        ["Northshore College", "Harbour Crafts Association", "75210", "Essential", "Tier B", "No course", "id=\"supervision-lowest\""];
    for word in words.iter().chain(&more) {
        assert!(page.body.contains(word), "{word} is missing");
    }
    w.stranger().get(&format!("/fr/catalogue/{}/versions/1", w.profile)).await.is(200).says("Travail des cordages").says("45,00");
    w.stranger().get(&format!("/en/catalogue/{}/versions/2", w.profile)).await.is(404);
});

both!(the_address_in_credentials_leads_to_the_version_in_the_readers_language, async |w: World| {
    let asked = |language: &'static str| {
        let path = format!("/p/{}/1", w.profile);
        let client = w.stranger();
        async move { client.ask(axum::http::Method::GET, &path, &[("accept-language", language)], axum::body::Body::empty()).await }
    };
    asked("fr-CA,fr;q=0.9,en;q=0.8").await.leads_to(&format!("/fr/catalogue/{}/versions/1", w.profile));
    asked("de, en;q=0.5").await.leads_to(&format!("/en/catalogue/{}/versions/1", w.profile));
});

/// Every criterion that can be shown now, but the given one.
fn answers(w: &World, not_yet: usize) -> Vec<(String, &'static str)> {
    let criteria = w.body.competencies.iter().flat_map(|c| &c.criteria);
    criteria.enumerate().map(|(n, c)| (c.id.to_string(), if n == not_yet { "not_yet" } else { "ready" })).collect()
}

async fn assess(w: &World, client: &Client, not_yet: usize) -> crate::harness::Answer {
    let answers = answers(w, not_yet);
    let form: Vec<_> = answers.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    client.post(&format!("/en/catalogue/{}/self-assessment", w.profile), &form).await
}

both!(a_stranger_sees_where_they_stand_and_nothing_is_kept, async |w: World| {
    let said = assess(&w, &w.stranger(), 0).await.is(200).says("1 of 2 looks claimable;").says("1 gap");
    let link = format!("/en/catalogue/{}/claim?ratings=1.nrrrrr", w.profile);
    assert!(said.body.contains(&link) && said.header("set-cookie").is_none());
    let again =
        w.stranger().post(&format!("/en/catalogue/{}/self-assessment", w.profile), &[]).await.is(422).says("Rate at least one criterion");
    assert!(again.body.contains(&format!("href=\"#f-{}\"", w.competency(0).criteria[0].id)));
});

both!(answers_go_along_into_the_claim_through_signing_up, async |w: World| {
    let next = format!("/catalogue/{}/claim?ratings=1.nrrrrr", w.profile);
    let to = w.stranger().get(&format!("/en{next}")).await;
    to.leads_to(&server::urls::sign_in(domain::Lang::En, &next));
    let new = [("name", "Nora New"), ("email", "nora@example.org"), ("password", "blue kettle on a hill"), ("next", next.as_str())];
    let answer = w.stranger().post("/en/sign-up", &new).await;
    let nora = Client::from_cookie(&w, &answer.header("set-cookie").unwrap());
    answer.leads_to(&format!("/en{next}"));
    nora.get(&format!("/en{next}")).await.is(200).says("value=\"1.nrrrrr\"").says("self-assessment of 6 criteria");
    let opened = nora.post(&format!("/en/catalogue/{}/claim", w.profile), &[("ratings", "1.nrrrrr")]).await.is(303);
    let claim = opened.header("location").unwrap().rsplit('/').next().unwrap().parse().unwrap();
    let claim = store::claims::get(&mut w.app.read().await.unwrap(), claim).await.unwrap().unwrap();
    assert_eq!(claim.self_ratings.len(), 6);
    assert_eq!(claim.self_ratings[&w.competency(0).criteria[0].id], SelfRating::NotYet);
});

both!(a_second_claim_on_a_profile_is_the_first_one_with_the_new_answers, async |w: World| {
    let first = w.open_claim(w.learner).await;
    let version = store::profiles::version(&mut w.app.read().await.unwrap(), w.version).await.unwrap().unwrap();
    let ratings = [(w.competency(1).criteria[0].id, SelfRating::Partly)].into();
    let lena = w.client(w.learner).await;
    lena.get(&format!("/en/catalogue/{}", w.profile)).await.is(200).says("Go on with my claim");
    let again = lena.post(&format!("/en/catalogue/{}/claim", w.profile), &[("ratings", &pack(&version, &ratings))]).await;
    again.leads_to(&format!("/en/claims/{first}"));
    let claim = store::claims::get(&mut w.app.read().await.unwrap(), first).await.unwrap().unwrap();
    assert_eq!(claim.self_ratings, ratings);
});
