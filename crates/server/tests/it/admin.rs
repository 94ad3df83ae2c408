//! Administrators: organisations, people, roles, scopes, and how the instance stands.

use crate::both;
use crate::harness::World;
use domain::people::{ConflictDeclaration, Role};
use server::actions::record_judgement::claim_assessment;

both!(an_administrator_adds_an_organisation_and_gives_roles_and_scopes, |w: World| async move {
    let admin = w.client(w.admin).await;
    admin.get("/en/admin").await.is(200).says("Jobs waiting").says("None is stuck");
    let form = [("name_en", "Bay Crew"), ("name_fr", ""), ("kind", "employer"), ("website", "bay"), ("region", "ca-on")];
    admin.post("/en/admin/organisations", &form).await.is(422).says("Fill this in.").says("starts with https://");
    let form = [("name_en", "Bay Crew"), ("name_fr", "Équipage de la baie"), ("kind", "employer"), ("website", ""), ("region", "ca-on")];
    let added = admin.post("/en/admin/organisations", &form).await.is(303);
    let path = added.header("location").unwrap();
    let organisation = path.rsplit('/').next().unwrap().to_owned();
    admin.get(&path).await.is(200).says("Bay Crew").says("CA-ON").says("The organisation was added.").says("Alex Admin");

    admin.get("/en/admin/people?q=LENA.LEARNER@").await.is(200).says("1 person").says("Lena Learner");
    admin.get("/en/admin/people?q=nobody-here").await.is(200).says("Nobody found");
    let person = format!("/en/admin/people/{}", w.learner);
    admin.post(&format!("{person}/roles"), &[("role", "author")]).await.is(422).says("Choose one of these.");
    admin.post(&format!("{person}/roles"), &[("role", "author"), ("organisation", &organisation)]).await.leads_to(&person);
    admin.get(&person).await.is(200).says("Bay Crew").says("A role was given: Author.");
    let roles = store::people::memberships(&mut w.app.read().await.unwrap(), w.learner).await.unwrap();
    assert_eq!(roles.iter().map(|m| m.role).collect::<Vec<_>>(), [Role::Author]);

    let (profile, competency) = (w.profile.to_string(), w.competency(1).id.to_string());
    admin.get(&format!("{person}/scopes")).await.is(200).says("Rope work on small craft");
    admin.get(&format!("{person}/scopes?profile={profile}")).await.is(200).says("ROP-02 Tends a line");
    let mut scope = vec![
        ("profile", profile.as_str()),
        ("organisation", &organisation),
        ("extent", "some"),
        ("from", "2026-06-01"),
        ("until", "2026-05-30"),
    ];
    admin.post(&format!("{person}/scopes"), &scope).await.is(422).says("Choose at least one competency");
    scope.push(("competencies", &competency));
    admin.post(&format!("{person}/scopes"), &scope).await.is(422).says("The end must come after the beginning.");
    scope[4].1 = "2026-06-30";
    admin.post(&format!("{person}/scopes"), &scope).await.leads_to(&person);
    admin.get(&person).await.is(200).says("ROP-02").says("In force").says("A scope was given: 1 competency.");
    let scopes = store::people::scopes(&mut w.app.read().await.unwrap(), w.learner).await.unwrap();
    let (first, second) = (w.competency(0).id, w.competency(1).id);
    assert!(scopes[0].covers(w.profile, second, w.app.now()) && !scopes[0].covers(w.profile, first, w.app.now()));
});

both!(a_role_that_is_taken_away_ends_what_went_with_it, |w: World| async move {
    let admin = w.client(w.admin).await;
    let claim = w.open_claim(w.learner).await;
    let id = w.submit(w.learner, claim, 0).await;
    claim_assessment(&w.member(w.assessor).await, id, ConflictDeclaration::None).await.unwrap();
    let (owner, issuer) = (w.owner.to_string(), w.issuer_org.to_string());
    let path = |person| format!("/en/admin/people/{person}/roles/removal");
    let role = [("role", "assessor"), ("organisation", owner.as_str())];
    w.client(w.author).await.post(&path(w.assessor), &role).await.is(404);
    admin.post(&path(w.assessor), &role).await.leads_to(&format!("/en/admin/people/{}", w.assessor));
    admin.get(&format!("/en/admin/people/{}", w.assessor)).await.is(200).says("A role was taken away: Assessor.").says("No role yet");
    let back = store::assessments::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap();
    assert_eq!((back.state.name(), back.not_by.as_slice()), ("queued", [w.assessor].as_slice()));
    w.client(w.assessor).await.get("/en/desk").await.is(404);
    admin.post(&path(w.assessor), &role).await.is(404);

    admin
        .post(&path(w.admin), &[("role", "admin"), ("organisation", issuer.as_str())])
        .await
        .is(409)
        .says("the last administrator")
        .says("This can’t be done");
    let granted = format!("/en/admin/people/{}/roles", w.admin);
    admin.post(&granted, &[("role", "admin"), ("organisation", issuer.as_str())]).await.is(422).says("have this role");
    admin.get("/en/admin").await.is(200);
});

both!(nobody_but_an_administrator_gets_there, |w: World| async move {
    let (author, person) = (w.client(w.author).await, w.learner);
    for path in ["/en/admin", "/en/admin/organisations", "/en/admin/people"] {
        author.get(path).await.is(404);
    }
    let organisation = w.owner.to_string();
    author.post(&format!("/en/admin/people/{person}/roles"), &[("role", "admin"), ("organisation", &organisation)]).await.is(404);
    assert!(store::people::memberships(&mut w.app.read().await.unwrap(), person).await.unwrap().is_empty());
});
