//! What a connected program reads and adds.

use super::{Passport, json_of, parameter};
use crate::both;
use crate::credential::{competency, document};
use crate::harness::World;
use crate::verify::foreign;
use axum::http::Method;
use serde_json::{Value, json};
use server::protocols::scope::Scope;

const ALL: &[Scope] = &Scope::ALL;

/// Every credential of an answer, each of which has to verify.
#[track_caller]
fn verified(page: &Value, w: &World) -> Vec<Value> {
    let did = server::issuing::web_did(&w.app.base_url, w.issuer_org);
    let document = futures::executor::block_on(async {
        server::issuing::did_document(&w.app, &mut w.app.read().await.unwrap(), w.issuer_org).await.unwrap()
    });
    let resolve = |address: &str| if address == did { Ok(document.clone()) } else { Err(vc::Unresolved::Offline) };
    let all = page["credential"].as_array().unwrap().clone();
    for credential in &all {
        let report = vc::verify(credential, &resolve, w.app.now().0).unwrap();
        for name in [vc::CheckName::Proof, vc::CheckName::IssuerBinding, vc::CheckName::Shape] {
            assert_eq!(report.check(name).outcome, vc::Outcome::Passed, "{report:?}");
        }
    }
    all
}

fn minor(body: &Value) -> &str {
    body["imsx_CodeMinor"]["imsx_codeMinorField"][0]["imsx_codeMinorFieldValue"].as_str().unwrap()
}

both!(a_program_reads_what_was_issued_and_adds_what_others_issued, async |w: World| {
    let id = competency(&w).await;
    let member = w.member(w.learner).await;
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let token = passport.connected(&learner, ALL).await;
    let nothing = json_of(&passport.read("/credentials", &token).await.is(200));
    let offered = crate::credential::kept(&w, id).await.state.name() == "offered";
    assert_eq!(verified(&nothing, &w).len(), usize::from(!offered), "what is not accepted is not shown");
    if offered {
        server::actions::award_credential::accept_credential(&member, id).await.unwrap();
    }
    let page = json_of(&passport.read("/credentials", &token).await.is(200));
    assert_eq!(verified(&page, &w), [document(&w, id).await]);

    let badge = foreign(None);
    let sent = badge.to_string();
    let added = passport.call(Method::POST, "/credentials", &token, "application/vc+ld+json", sent.clone()).await.is(201);
    assert_eq!(added.body, sent);
    passport.call(Method::POST, "/credentials", &token, "application/json", sent).await.is(200);
    let page = passport.read("/credentials", &token).await.is(200);
    assert_eq!(page.header("x-total-count").as_deref(), Some("2"));
    let all = verified(&json_of(&page), &w);
    assert!(all.contains(&badge) && all.len() == 2);
    learner.get("/en/elsewhere").await.is(200).says("Net mending").says("Far Away School").says("Genuine and in force");
    w.client(w.other_learner).await.get("/en/elsewhere").await.is(200).says("Nothing from elsewhere");
});

both!(pages_follow_each_other_by_their_links, async |w: World| {
    competency(&w).await;
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let token = passport.connected(&learner, ALL).await;
    passport.call(Method::POST, "/credentials", &token, "application/json", foreign(None).to_string()).await.is(201);
    let first = passport.read("/credentials?limit=1", &token).await.is(200);
    let link = first.header("link").unwrap();
    let to = |rel: &str| {
        let one = link.split(", ").find(|l| l.ends_with(&format!("rel=\"{rel}\"")))?;
        Some(one.trim_start_matches('<').split('>').next()?.to_owned())
    };
    let next = to("next").unwrap();
    assert_eq!(parameter(&next, "offset").as_deref(), Some("1"));
    assert_eq!(to("last").unwrap(), next);
    assert!(to("first").is_some() && to("prev").is_none());
    let second = passport.read(next.split("/ims/ob/v3p0").nth(1).unwrap(), &token).await.is(200);
    assert!(second.header("link").unwrap().contains("rel=\"prev\""));
    let (first, second) = (verified(&json_of(&first), &w), verified(&json_of(&second), &w));
    assert_eq!((first.len(), second.len()), (1, 1));
    assert_ne!(first, second);
    let recent = json_of(&passport.read("/credentials?since=2026-01-01T00:00:00Z", &token).await.is(200));
    assert_eq!(verified(&recent, &w).len(), 1, "the one from elsewhere is of 2025");
    for wrong in ["limit=0", "since=soon"] {
        let refused = passport.read(&format!("/credentials?{wrong}"), &token).await.is(400);
        assert_eq!(minor(&json_of(&refused)), "invalid_query_parameter");
    }
});

both!(what_is_not_shown_to_be_genuine_is_not_kept, async |w: World| {
    let id = competency(&w).await;
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.other_learner).await);
    let token = passport.connected(&learner, ALL).await;
    let mut altered = foreign(None);
    altered["name"] = "Brain surgery".into();
    let mut unsigned = foreign(None);
    unsigned.as_object_mut().unwrap().remove("proof");
    let mut far = foreign(None);
    far["proof"]["verificationMethod"] = "did:web:elsewhere.example#key".into();
    let theirs = document(&w, id).await;
    let text = |v: &Value| v.to_string();
    for (kind, body) in [
        ("application/json", text(&altered)),
        ("application/json", text(&unsigned)),
        ("application/json", text(&far)),
        ("application/json", text(&theirs)),
        ("application/json", "{".to_owned()),
        ("application/json", "[]".to_owned()),
        ("application/json", "{}".to_owned()),
        ("application/json", format!("\"{}\"", "x".repeat(300_000))),
        ("text/plain", "eyJ.eyJ.x".to_owned()),
        ("text/html", text(&foreign(None))),
    ] {
        let refused = passport.call(Method::POST, "/credentials", &token, kind, body).await.is(400);
        assert_eq!(minor(&json_of(&refused)), "invalid_data");
    }
    learner.get("/en/elsewhere").await.is(200).says("Nothing from elsewhere");
});

both!(an_expired_one_is_kept_with_what_was_found, async |w: World| {
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let token = passport.connected(&learner, ALL).await;
    let old = foreign(Some("2025-06-01T00:00:00Z"));
    passport.call(Method::POST, "/credentials", &token, "application/json", old.to_string()).await.is(201);
    let page = learner.get("/en/elsewhere").await.is(200).says("Genuine, expired").body;
    let removal = page.split("action=\"").find(|p| p.contains("/removal")).unwrap().split('"').next().unwrap().to_owned();
    w.client(w.other_learner).await.post(&removal, &[]).await.is(404);
    learner.post(&removal, &[]).await.leads_to("/en/elsewhere");
    assert_eq!(passport.read("/credentials", &token).await.header("x-total-count").as_deref(), Some("0"));
});

both!(the_profile_is_read_and_its_name_changed, async |w: World| {
    let (passport, learner) = (Passport::registered(&w).await, w.client(w.learner).await);
    let token = passport.connected(&learner, ALL).await;
    let mut profile = json_of(&passport.read("/profile", &token).await.is(200));
    assert_eq!((&profile["name"], &profile["type"]), (&json!("Lena Learner"), &json!(["Profile"])));
    profile["name"] = "Lena Lernende".into();
    let put = passport.call(Method::PUT, "/profile", &token, "application/json", profile.to_string()).await.is(200);
    assert_eq!(json_of(&put)["name"], "Lena Lernende");
    learner.get("/en/account").await.is(200).says("Lena Lernende");
    for (field, value) in [("id", json!("urn:uuid:00000000-0000-0000-0000-000000000000")), ("name", json!(" ")), ("type", json!(["Other"]))]
    {
        let mut wrong = profile.clone();
        wrong[field] = value;
        let refused = passport.call(Method::PUT, "/profile", &token, "application/json", wrong.to_string()).await.is(400);
        assert_eq!(minor(&json_of(&refused)), "invalid_data");
    }
});

both!(refusals_are_status_infos, async |w: World| {
    let http = w.stranger();
    for (method, path, status, code) in [
        (Method::GET, "/ims/ob/v3p0/credentials", 401, "unauthorizedrequest"),
        (Method::GET, "/ims/ob/v3p0/credentials?access_token=x", 401, "unauthorizedrequest"),
        (Method::DELETE, "/ims/ob/v3p0/credentials", 405, "not_allowed"),
        (Method::GET, "/ims/ob/v3p0/nothing", 404, "not_found"),
    ] {
        let refused = json_of(&http.ask(method, path, &[], "").await.is(status));
        assert_eq!((&refused["imsx_codeMajor"], &refused["imsx_severity"]), (&json!("failure"), &json!("error")));
        assert_eq!(minor(&refused), code, "{path}");
    }
});

both!(discovery_is_for_everybody_and_says_where_to_register, async |w: World| {
    let said = json_of(&w.stranger().get("/ims/ob/v3p0/discovery").await.is(200));
    let flow = &said["components"]["securitySchemes"]["OAuth2ACG"];
    assert_eq!(flow["x-imssf-registrationUrl"], "https://tessera.example/oauth/register");
    let flow = &flow["flows"]["authorizationCode"];
    assert_eq!(flow["tokenUrl"], "https://tessera.example/oauth/token");
    assert_eq!(flow["scopes"].as_object().unwrap().len(), Scope::ALL.len());
    for field in ["title", "termsOfService", "x-imssf-privacyPolicyUrl", "x-imssf-image"] {
        assert!(said["info"][field].is_string(), "{field}");
    }
    for reference in said.to_string().split("\"$ref\":\"#").skip(1) {
        let pointer = reference.split('"').next().unwrap();
        assert!(said.pointer(pointer).is_some(), "{pointer} leads nowhere");
    }
});
