//! From registering to being disconnected.

use super::{BACK, Passport, json_of, parameter, registration};
use crate::both;
use crate::harness::World;
use axum::http::Method;
use serde_json::json;
use server::protocols::scope::Scope;

const READ: &[Scope] = &[Scope::ReadCredentials, Scope::Offline];

both!(a_program_registers_itself_and_gets_back_what_is_kept, async |w: World| {
    let kind = [("content-type", "application/json")];
    let answer = w.stranger().ask(Method::POST, "/oauth/register", &kind, registration().to_string()).await.is(201);
    let said = json_of(&answer);
    assert!(said["client_id_issued_at"].as_i64().is_some() && said["client_secret_expires_at"] == 0);
    for (field, value) in registration().as_object().unwrap() {
        assert_eq!(&said[field], value, "{field}");
    }
    let mut nameless = registration();
    nameless["client_name"] = json!("");
    let refused = w.stranger().ask(Method::POST, "/oauth/register", &kind, nameless.to_string()).await.is(400);
    assert_eq!(json_of(&refused)["error"], "invalid_client_metadata");
});

both!(registrations_are_limited_because_nobody_signs_in_for_them, async |w: World| {
    let kind = [("content-type", "application/json")];
    for _ in 0..100 {
        w.stranger().ask(Method::POST, "/oauth/register", &kind, registration().to_string()).await.is(201);
    }
    let refused = w.stranger().ask(Method::POST, "/oauth/register", &kind, registration().to_string()).await.is(429);
    assert!(refused.header("retry-after").is_some());
    w.app.clock.advance(3_700_000_000);
    w.stranger().ask(Method::POST, "/oauth/register", &kind, registration().to_string()).await.is(201);
});

both!(the_person_is_asked_who_wants_what_and_says_yes, async |w: World| {
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let page = passport.ask(&learner, READ).await;
    assert!(page.starts_with("/en/connect/arq_"), "{page}");
    let shown = learner.get(&page).await.is(200);
    assert!(shown.header("content-security-policy").unwrap().contains("form-action 'self' https://passport.example;"));
    let shown = shown.says("Connect Passport").says("passport.example").says("See your credentials").says("while you are away");
    assert!(!shown.body.contains("Add credentials"), "only what was asked for");
    let back = learner.post(&page, &[("answer", "allow")]).await.is(303).header("location").unwrap();
    assert!(back.starts_with(BACK));
    assert_eq!(parameter(&back, "state").as_deref(), Some("s&t"));
    assert_eq!(parameter(&back, "iss").as_deref(), Some("https://tessera.example"));
    assert!(parameter(&back, "code").is_some());
    learner.post(&page, &[("answer", "allow")]).await.is(404);
    learner.get("/en/account/apps").await.is(200).says("Passport").says("See your credentials");
});

both!(a_visitor_signs_in_first_and_comes_back_to_the_question, async |w: World| {
    let passport = Passport::registered(&w).await;
    let page = passport.ask(&w.stranger(), READ).await;
    let to = w.stranger().get(&page).await.is(303).header("location").unwrap();
    assert!(to.starts_with("/en/sign-in?next=%2Fconnect%2Farq_"), "{to}");
});

both!(a_refusal_is_told_the_program_and_connects_nothing, async |w: World| {
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let page = passport.ask(&learner, READ).await;
    let back = learner.post(&page, &[("answer", "refuse")]).await.is(303).header("location").unwrap();
    assert_eq!(parameter(&back, "error").as_deref(), Some("access_denied"));
    assert_eq!((parameter(&back, "state").as_deref(), parameter(&back, "code")), (Some("s&t"), None));
    learner.get("/en/account/apps").await.is(200).says("No app is connected");
});

both!(what_is_wrong_with_a_question_goes_to_the_program_but_never_to_an_unknown_address, async |w: World| {
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let right = passport.question(READ);
    for (from, to, error) in [
        ("response_type=code", "response_type=token", "unsupported_response_type"),
        ("code_challenge_method=S256", "code_challenge_method=plain", "invalid_request"),
        ("&code_challenge=", "&code_challenge=x", "invalid_request"),
        ("state=s%26t&", "", "invalid_request"),
        ("scope=", "scope=none&was=", "invalid_scope"),
    ] {
        let back = learner.get(&right.replace(from, to)).await.is(303).header("location").unwrap();
        assert!(back.starts_with(BACK), "{to}: {back}");
        assert_eq!(parameter(&back, "error").as_deref(), Some(error), "{to}");
    }
    for wrong in [right.replace("passport.example", "evil.example"), right.replace(&passport.id, "app_00000000000000000000000000")] {
        let refused = learner.get(&wrong).await.is(409).says("not registered");
        assert!(refused.header("location").is_none());
    }
    learner.get(&format!("{right}&state=again")).await.is(400);
});

both!(a_code_works_once_for_its_program_with_its_verifier_in_ten_minutes, async |w: World| {
    let (passport, other) = (Passport::registered(&w).await, Passport::registered(&w).await);
    let learner = w.client(w.learner).await;
    let code = passport.allowed(&learner, READ).await;
    assert_eq!(json_of(&other.redeem(&code).await.is(400))["error"], "invalid_grant");
    let tokens = json_of(&passport.redeem(&code).await.is(200));
    assert_eq!((&tokens["token_type"], &tokens["expires_in"]), (&json!("Bearer"), &json!(3600)));
    let access = tokens["access_token"].as_str().unwrap();
    passport.read("/credentials", access).await.is(200);
    // Somebody else has the code, too: nothing that came of it works any more.
    assert_eq!(json_of(&passport.redeem(&code).await.is(400))["error"], "invalid_grant");
    passport.read("/credentials", access).await.is(401);

    let late = passport.allowed(&learner, READ).await;
    w.app.clock.advance(601_000_000);
    passport.redeem(&late).await.is(400);

    let code = passport.allowed(&learner, READ).await;
    let wrong = [("grant_type", "authorization_code"), ("code", code.as_str()), ("redirect_uri", BACK), ("code_verifier", "guess")];
    assert_eq!(json_of(&passport.token(&wrong).await.is(400))["error"], "invalid_grant");
    passport.redeem(&code).await.is(400);
});

both!(tokens_are_renewed_once_each_and_a_second_use_ends_it, async |w: World| {
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let code = passport.allowed(&learner, READ).await;
    let first = json_of(&passport.redeem(&code).await.is(200));
    w.app.clock.advance(3_601_000_000);
    passport.read("/credentials", first["access_token"].as_str().unwrap()).await.is(401);
    let refresh = first["refresh_token"].as_str().unwrap();
    let second = json_of(&passport.refresh(refresh).await.is(200));
    let access = second["access_token"].as_str().unwrap();
    passport.read("/credentials", access).await.is(200);
    let more = Scope::list(&[Scope::ReadProfile]);
    let form = [("grant_type", "refresh_token"), ("refresh_token", second["refresh_token"].as_str().unwrap()), ("scope", &more)];
    assert_eq!(json_of(&passport.token(&form).await.is(400))["error"], "invalid_scope");
    assert_eq!(json_of(&passport.refresh(refresh).await.is(400))["error"], "invalid_grant");
    passport.read("/credentials", access).await.is(401);
    learner.get("/en/account/apps").await.is(200).says("No app is connected");
});

both!(without_the_scope_for_it_there_is_no_refresh_token, async |w: World| {
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let code = passport.allowed(&learner, &[Scope::ReadProfile]).await;
    let tokens = json_of(&passport.redeem(&code).await.is(200));
    assert!(tokens["refresh_token"].is_null());
    assert_eq!(tokens["scope"], Scope::ReadProfile.name());
    let refused = passport.read("/credentials", tokens["access_token"].as_str().unwrap()).await.is(403);
    assert_eq!(json_of(&refused)["imsx_CodeMinor"]["imsx_codeMinorField"][0]["imsx_codeMinorFieldValue"], "forbidden");
});

both!(a_connection_ends_when_the_person_or_the_program_says_so, async |w: World| {
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let access = passport.connected(&learner, READ).await;
    let page = learner.get("/en/account/apps").await.is(200).body;
    let withdrawal = page.split("action=\"").find(|p| p.contains("/withdrawal")).unwrap().split('"').next().unwrap().to_owned();
    w.client(w.other_learner).await.post(&withdrawal, &[]).await.is(404);
    passport.read("/credentials", &access).await.is(200);
    learner.post(&withdrawal, &[]).await.leads_to("/en/account/apps");
    passport.read("/credentials", &access).await.is(401);

    let code = passport.allowed(&learner, READ).await;
    let tokens = json_of(&passport.redeem(&code).await.is(200));
    let (access, refresh) = (tokens["access_token"].as_str().unwrap(), tokens["refresh_token"].as_str().unwrap());
    Passport::registered(&w).await.give_back(refresh).await.is(200);
    passport.read("/credentials", access).await.is(200);
    passport.give_back("unknown").await.is(200);
    passport.give_back(refresh).await.is(200);
    passport.read("/credentials", access).await.is(401);
    passport.refresh(refresh).await.is(400);
});

both!(a_program_that_is_not_known_gets_no_tokens, async |w: World| {
    let http = w.stranger();
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let refused = http.ask(Method::POST, "/oauth/token", &form, "grant_type=authorization_code&code=x").await.is(401);
    assert!(refused.header("www-authenticate").unwrap().starts_with("Basic"));
    assert_eq!(json_of(&refused)["error"], "invalid_client");
    let passport = Passport::registered(&w).await;
    assert_eq!(json_of(&passport.token(&[("grant_type", "password")]).await.is(400))["error"], "unsupported_grant_type");
    assert_eq!(json_of(&passport.token(&[("code", "x")]).await.is(400))["error"], "invalid_request");
});

both!(the_server_says_what_it_can_do, async |w: World| {
    let said = json_of(&w.stranger().get("/.well-known/oauth-authorization-server").await.is(200));
    assert_eq!(said["issuer"], "https://tessera.example");
    assert_eq!(said["code_challenge_methods_supported"], json!(["S256"]));
    assert!(said["scopes_supported"].as_array().unwrap().contains(&json!("offline_access")));
});

both!(what_is_over_is_forgotten_and_what_is_used_stays, async |w: World| {
    let (unused, passport, learner) = (Passport::registered(&w).await, Passport::registered(&w).await, w.client(w.learner).await);
    passport.connected(&learner, READ).await;
    w.app.clock.advance(31 * 86_400_000_000);
    let mut tx = w.app.begin().await.unwrap();
    store::apps::forget(&mut tx, w.app.now()).await.unwrap();
    assert!(store::apps::get(&mut tx, unused.id.parse().unwrap()).await.unwrap().is_none());
    assert!(store::apps::get(&mut tx, passport.id.parse().unwrap()).await.unwrap().is_some());
});
