//! Authors: a framework comes in, a profile is made from it, written, published and revised; learning is listed.

use crate::both;
use crate::harness::{Answer, Client, World};
use axum::http::Method;
use domain::profile::{ProfileVersion, VersionState};
use domain::{FrameworkId, VersionId};

/// A framework like those that are exported, with one link that leads nowhere. All on one line, as some tools write.
const FRAMEWORK: &str = concat!(
    r#"{"documents":[{"doc_identifier":"HC_1","name":"Harbour Skills (HARBOUR Framework)","version":"1.0","website":"https://www.example.org/"}],"#,
    r#""relationship_types":[{"relationship_identifier":"projection","description":"leads to"}],"elements":["#,
    r#"{"element_type":"work_role","element_identifier":"WR-1","title":"Deckhand","text":"Works lines and decks.","doc_identifier":"HC_1"},"#,
    r#"{"element_type":"task","element_identifier":"T1","title":"","text":"Make a line fast","doc_identifier":"HC_1"},"#,
    r#"{"element_type":"task","element_identifier":"T2","title":"","text":"Clear a fouled line","doc_identifier":"HC_1"},"#,
    r#"{"element_type":"knowledge","element_identifier":"K1","title":"","text":"Knowledge of knots & splices","doc_identifier":"HC_1"},"#,
    r#"{"element_type":"skill","element_identifier":"S1","title":"","text":"Skill in splicing","doc_identifier":"HC_1"},"#,
    r#"{"element_type":"competency_area","element_identifier":"A1","title":"Ropes","text":"About ropes.","doc_identifier":"HC_1"}],"#,
    r#""relationships":["#,
    r#"{"source_element_identifier":"WR-1","dest_element_identifier":"T1","relationship_identifier":"projection"},"#,
    r#"{"source_element_identifier":"WR-1","dest_element_identifier":"T2","relationship_identifier":"projection"},"#,
    r#"{"source_element_identifier":"WR-1","dest_element_identifier":"K1","relationship_identifier":"projection"},"#,
    r#"{"source_element_identifier":"WR-1","dest_element_identifier":"S1","relationship_identifier":"projection"},"#,
    r#"{"source_element_identifier":"A1","dest_element_identifier":"K1","relationship_identifier":"projection"},"#,
    r#"{"source_element_identifier":"WR-1","dest_element_identifier":"T9","relationship_identifier":"projection"}]}"#
);

async fn import(client: &Client, file: &str, bad_rows: &str) -> Answer {
    let part =
        |name: &str, more: &str, value: &str| format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n");
    let file = part("file", "; filename=\"f.json\"\r\nContent-Type: application/json", file);
    let body = format!("{file}{}--X--\r\n", part("bad_rows", "", bad_rows));
    client.ask(Method::POST, "/en/frameworks", &[("content-type", "multipart/form-data; boundary=X")], body).await
}

async fn framework_id(w: &World) -> FrameworkId {
    store::frameworks::all(&mut w.app.read().await.unwrap()).await.unwrap()[0].id
}

async fn version(w: &World, id: VersionId) -> ProfileVersion {
    store::profiles::version(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap()
}

/// The id at the end of the address that an answer leads to.
#[track_caller]
fn led_to(answer: &Answer, before: &str) -> String {
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.body.chars().take(1500).collect::<String>());
    let to = answer.header("location").unwrap();
    to.strip_prefix(before).unwrap_or_else(|| panic!("{to} does not begin with {before}")).to_owned()
}

both!(a_framework_comes_in_with_a_report_and_only_once, |w: World| async move {
    let author = w.client(w.author).await;
    import(&author, FRAMEWORK, "refuse").await.is(422).says("Nothing was imported").says("T9");
    assert!(store::frameworks::all(&mut w.app.read().await.unwrap()).await.unwrap().is_empty());

    let taken = import(&author, FRAMEWORK, "report").await;
    let id = framework_id(&w).await;
    let report = format!("/en/frameworks/{id}/report");
    assert_eq!(led_to(&taken, ""), report);
    author.get(&report).await.is(200).says("1 row with a remark").says("WR-1").says("which is not in this file");
    author.get(&report.replace("/en/", "/fr/")).await.is(200).says("Une extrémité du lien n’est pas dans le fichier.");

    author.get(&format!("/en/frameworks/{id}?q=SPLIC")).await.is(200).says("2 elements").says("Knowledge of knots &amp; splices");
    author.get(&format!("/en/frameworks/{id}?q=splic&kind=skill")).await.is(200).says("1 element").says("S1");
    author.get(&format!("/en/frameworks/{id}?q=nowhere")).await.is(200).says("Nothing found");
    author.get(&format!("/en/frameworks/{id}/elements/K1")).await.is(200).says("Comes from").says("Deckhand").says("Ropes");
    author.get(&format!("/en/frameworks/{id}/elements/K9")).await.is(404);

    import(&author, FRAMEWORK, "report").await.is(422).says("This edition of the framework was imported before.");
    import(&author, &FRAMEWORK[..500], "report").await.is(422).says("breaks off on line 1");
    import(&author, "[]", "report").await.is(422).says("not a framework export");
});

both!(frameworks_and_drafts_are_nobody_elses, |w: World| async move {
    let learner = w.client(w.learner).await;
    for path in ["/en/frameworks", "/en/profiles", "/en/profiles/new", "/en/offerings", "/en/admin"] {
        learner.get(path).await.is(404);
        assert!(led_to(&w.stranger().get(path).await, "/en/sign-in?next=").len() > 3);
    }
    import(&learner, FRAMEWORK, "report").await.is(404);
    let version = w.version;
    learner.get(&format!("/en/profiles/{version}")).await.is(404);
    learner.post(&format!("/en/profiles/{version}/details"), &[("title_en", "Mine now")]).await.is(404);
    // An author of another organisation is as much a stranger to it.
    let other = w.new_learner("Nora Newcomer").await;
    let mut tx = w.app.begin().await.unwrap();
    let membership = domain::people::Membership { organisation: w.issuer_org, role: domain::people::Role::Author };
    store::people::grant(&mut tx, other, membership).await.unwrap();
    tx.commit().await.unwrap();
    let other = w.client(other).await;
    other.get("/en/profiles").await.is(200);
    other.get(&format!("/en/profiles/{version}")).await.is(404);
    other.post(&format!("/en/profiles/{version}/revise"), &[]).await.is(404);
});

both!(a_profile_is_made_from_a_role_written_published_and_revised, |w: World| async move {
    let author = w.client(w.author).await;
    import(&author, FRAMEWORK, "report").await.is(303);
    let framework = framework_id(&w).await.to_string();
    author.get(&format!("/en/profiles/new?framework={framework}")).await.is(200).says("Deckhand");
    author.get(&format!("/en/profiles/new?framework={framework}&role=WR-1")).await.is(200).says("Clear a fouled line").says("Ropes");
    let owner = w.owner.to_string();
    let begun = author
        .post(
            "/en/profiles/new",
            &[
                ("framework", &framework),
                ("role", "WR-1"),
                ("owner", &owner),
                ("title_en", "Deckhand"),
                ("title_fr", "Matelot"),
                ("take", "T1"),
                ("take", "A1"),
                ("take", "K1"),
                ("take", "S1"),
                ("take", "T9"),
            ],
        )
        .await;
    let id: VersionId = led_to(&begun, "/en/profiles/").parse().unwrap();
    let draft = version(&w, id).await;
    let sources: Vec<_> = draft.body.competencies.iter().map(|c| c.source.clone().unwrap()).map(|s| (s.framework, s.source_id)).collect();
    let expected = ["T1", "A1", "WR-1"].map(|s| ("HARBOUR 1.0".to_owned(), s.to_owned()));
    assert_eq!(sources, expected);
    // The knowledge that belongs to the chosen area went there; the skill that belongs to none went to the role's own.
    let codes: Vec<_> = draft.body.competencies.iter().map(|c| c.criteria.iter().map(|k| k.code.as_str()).collect::<Vec<_>>()).collect();
    assert_eq!(codes, [vec![], vec!["C-02.K1"], vec!["C-03.S1"]]);

    let page = format!("/en/profiles/{id}");
    author.get(&page).await.is(200).says("C-01 has no criteria").says("C-01 is missing in French").says("Name at least one occupation");
    author.get(&format!("{page}/publish")).await.is(200).says("hinder publishing");
    author
        .post(&format!("{page}/publish"), &[("revision", "1"), ("consultation", "a"), ("validation", "b"), ("approval", "c")])
        .await
        .is(409);

    write_it(&w, &author, id).await;
    author.get(&page).await.is(200).says("Nothing hinders publishing.");
    author.get(&format!("/fr/profiles/{id}/preview")).await.is(200).says("Amarre un filin");
    let revision = version(&w, id).await.revision.to_string();
    let published = author
        .post(
            &format!("{page}/publish"),
            &[("revision", &revision), ("consultation", "Asked"), ("validation", "Checked"), ("approval", "")],
        )
        .await;
    published.is(422).says("Fill this in.");
    let grounds = [("revision", revision.as_str()), ("consultation", "Asked"), ("validation", "Checked"), ("approval", "Board, 1 May")];
    author.post(&format!("{page}/publish"), &grounds).await.leads_to(&page);
    assert!(matches!(version(&w, id).await.state, VersionState::Published { .. }));
    author.get(&page).await.is(200).says("in force and never changes");
    author.post(&format!("{page}/competencies"), &[("revision", "99")]).await.is(409);

    revise_it(&w, &author, id).await;
});

/// Puts right what hinders publishing, as an author would: page by page.
async fn write_it(w: &World, author: &Client, id: VersionId) {
    let page = format!("/en/profiles/{id}");
    let draft = version(w, id).await;
    let (first, second, third) = (draft.body.competencies[0].id, draft.body.competencies[1].id, draft.body.competencies[2].id);
    let (owner, issuer) = (w.owner.to_string(), w.issuer_org.to_string());
    let mut details = vec![
        ("revision", "1"),
        ("title_en", "Deckhand"),
        ("title_fr", "Matelot"),
        ("summary_en", "Works lines."),
        ("summary_fr", "Travaille les filins."),
        ("issuer", &issuer),
        ("assessed_by", &owner),
        ("occupation_1", "7521"),
        ("occupation_title_1_en", "Boat crew"),
        ("occupation_title_1_fr", "Équipage"),
        ("scale_name_en", "Scale"),
        ("scale_name_fr", "Échelle"),
        ("level_1_en", "With help"),
        ("level_1_fr", "Avec aide"),
        ("level_2_en", "Alone"),
        ("level_2_fr", "Sans aide"),
        ("validity_months", "24"),
        ("fee", "1,250.50"),
        ("appeal_days", "30"),
        ("notice_en", ""),
        ("notice_fr", ""),
    ];
    author.post(&format!("{page}/details"), &details).await.is(422).says("five digits");
    details[7].1 = "75210";
    author.post(&format!("{page}/details"), &details).await.leads_to(&page);
    let saved = version(w, id).await;
    assert_eq!((saved.body.assessment_fee.cents, saved.body.scale.levels.len(), saved.revision), (125_050, 2, 2));

    // The same form again is made from what is no longer there.
    details[1].1 = "Able deckhand";
    author.post(&format!("{page}/details"), &details).await.is(409).says("Saved now").says("Able deckhand").says("Title (English)");
    assert_eq!(version(w, id).await, saved);

    let removed = format!("remove:{third}");
    author.post(&format!("{page}/competencies"), &[("revision", "2"), ("do", &removed)]).await.leads_to(&page);
    let moved = format!("down:{first}");
    author.post(&format!("{page}/competencies"), &[("revision", "3"), ("do", &moved)]).await.leads_to(&page);
    let order: Vec<_> = version(w, id).await.body.competencies.iter().map(|c| c.id).collect();
    assert_eq!(order, [second, first]);

    for (n, competency) in [(4, first), (5, second)] {
        let revision = n.to_string();
        let form = [
            ("revision", revision.as_str()),
            ("code", if competency == first { "LIN-01" } else { "LIN-02" }),
            ("statement_en", "Makes a line fast"),
            ("statement_fr", "Amarre un filin"),
            ("required", "yes"),
            ("level", "2"),
            ("tier", "B"),
            ("occasions", "2"),
            ("currency_months", "24"),
            ("advice_en", ""),
            ("advice_fr", ""),
            ("validity_months", ""),
        ];
        author.post(&format!("{page}/competencies/{competency}"), &form).await.leads_to(&format!("{page}/competencies/{competency}"));
    }
    add_criteria(w, author, id, first).await;
}

async fn add_criteria(w: &World, author: &Client, id: VersionId, first: domain::CompetencyId) {
    let (page, criteria) = (format!("/en/profiles/{id}"), format!("/en/profiles/{id}/competencies/{first}/criteria"));
    let there = format!("/en/profiles/{id}/competencies/{first}#criteria");
    author.post(&criteria, &[("revision", "6"), ("new_code", ""), ("new_statement_en", "Ties a bowline")]).await.leads_to(&there);
    author
        .post(&criteria, &[("revision", "7"), ("new_code", "LIN-01.1"), ("new_statement_en", "Again")])
        .await
        .is(422)
        .says("Another one has this code.");
    let framework = framework_id(w).await.to_string();
    let take = format!("/en/profiles/{id}/competencies/{first}/take");
    author.get(&format!("{take}?kind=skill&q=splic")).await.is(200).says("Skill in splicing");
    let ticked = r#"value="S1" form="taking" checked"#;
    let elsewhere = author.get(&format!("{take}?kind=skill&take=S1&show=task")).await.is(200).says("One more is ticked, found earlier");
    assert!(elsewhere.body.contains(ticked), "what was ticked stays ticked while looking further");
    let here = author.get(&format!("{take}?kind=skill&take=S1&take=S9")).await.is(200);
    assert!(here.body.contains(ticked) && !here.body.contains("found earlier"));
    author.post(&take, &[("revision", "7"), ("framework", &framework), ("take", "S1"), ("take", "S1")]).await.leads_to(&there);
    let codes: Vec<_> = version(w, id).await.body.competency(first).unwrap().criteria.iter().map(|k| k.code.clone()).collect();
    assert_eq!(codes, ["LIN-01.1", "LIN-01.S1"]);
    for (n, criterion) in
        (8..).zip(version(w, id).await.body.competencies.iter().flat_map(|c| &c.criteria).map(|k| k.id).collect::<Vec<_>>())
    {
        let revision = n.to_string();
        let code = format!("K{n}");
        let form = [
            ("revision", revision.as_str()),
            ("code", &code),
            ("statement_en", "Ties it"),
            ("statement_fr", "Noue"),
            ("kind", "performance"),
            ("essential", "yes"),
            ("competent_en", "Holds"),
            ("competent_fr", "Tient"),
        ];
        author.post(&format!("{page}/criteria/{criterion}"), &form).await.is(303);
    }
}

/// The next version: only what differs is told, ids stay, and the version before is replaced.
async fn revise_it(w: &World, author: &Client, id: VersionId) {
    let next: VersionId = led_to(&author.post(&format!("/en/profiles/{id}/revise"), &[]).await, "/en/profiles/")
        .trim_end_matches("/details")
        .parse()
        .unwrap();
    let (before, draft) = (version(w, id).await, version(w, next).await);
    assert_eq!((draft.number, &draft.body), (2, &before.body));
    // Asking twice leads to the same draft.
    assert_eq!(led_to(&author.post(&format!("/en/profiles/{id}/revise"), &[]).await, "/en/profiles/"), format!("{next}/details"));
    let page = format!("/en/profiles/{next}");
    author.get(&format!("{page}/changes")).await.is(200).says("Nothing differs yet.");
    author.get(&page).await.is(200).says("Say what this revision changes");
    let gone = draft.body.competencies[1].criteria[0].clone();
    let remove = format!("remove:{}", gone.id);
    author
        .post(&format!("{page}/competencies/{}/criteria", draft.body.competencies[1].id), &[("revision", "1"), ("do", &remove)])
        .await
        .is(303);
    author.get(&format!("{page}/changes")).await.is(200).says("Removed").says(&gone.code);
    let mut form = server_form(&version(w, next).await);
    form.extend([
        ("change_class", "minor".to_owned()),
        ("change_note_en", "Fewer knots".to_owned()),
        ("change_note_fr", "Moins de nœuds".to_owned()),
    ]);
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
    author.post(&format!("{page}/details"), &form).await.leads_to(&page);
    let grounds = [("revision", "3"), ("consultation", "Asked"), ("validation", "Checked"), ("approval", "Board, 1 June")];
    author.post(&format!("{page}/publish"), &grounds).await.leads_to(&page);
    assert!(matches!(version(w, id).await.state, VersionState::Superseded { .. }));
    w.stranger().get(&format!("/fr/catalogue/{}", before.profile)).await.is(200).says("Moins de nœuds");
}

/// The details of a version as their form sends them, but for what it changes.
fn server_form(v: &ProfileVersion) -> Vec<(&'static str, String)> {
    let b = &v.body;
    vec![
        ("revision", v.revision.to_string()),
        ("title_en", b.title.en.clone()),
        ("title_fr", b.title.fr.clone()),
        ("summary_en", b.summary.en.clone()),
        ("summary_fr", b.summary.fr.clone()),
        ("issuer", b.issuer.to_string()),
        ("assessed_by", b.assessed_by[0].to_string()),
        ("occupation_1", b.occupations[0].code.clone()),
        ("occupation_title_1_en", b.occupations[0].title.en.clone()),
        ("occupation_title_1_fr", b.occupations[0].title.fr.clone()),
        ("scale_name_en", b.scale.name.en.clone()),
        ("scale_name_fr", b.scale.name.fr.clone()),
        ("level_1_en", b.scale.levels[0].en.clone()),
        ("level_1_fr", b.scale.levels[0].fr.clone()),
        ("level_2_en", b.scale.levels[1].en.clone()),
        ("level_2_fr", b.scale.levels[1].fr.clone()),
        ("fee", "0".to_owned()),
        ("appeal_days", b.appeal_days.to_string()),
    ]
}

both!(learning_is_listed_for_criteria_of_a_published_profile, |w: World| async move {
    let author = w.client(w.author).await;
    author.get("/en/offerings/new").await.is(200).says("Rope work on small craft");
    author.get(&format!("/en/offerings/new?profile={}", w.profile)).await.is(200).says("Makes a line fast, step 1");
    let (profile, provider, criterion) = (w.profile.to_string(), w.owner.to_string(), w.competency(0).criteria[1].id.to_string());
    let mut form = vec![
        ("profile", profile.as_str()),
        ("provider", &provider),
        ("title_en", "Knots"),
        ("title_fr", "Nœuds"),
        ("summary_en", "An evening."),
        ("summary_fr", "Une soirée."),
        ("hours", "3"),
        ("weeks", "1"),
        ("price", "49,5"),
        ("participation", "onsite"),
        ("url", "https://www.example.org/knots"),
    ];
    author.post("/en/offerings", &form).await.is(422).says("Choose at least one criterion.");
    form.push(("criteria", &criterion));
    let unknown = domain::CriterionId(77).to_string();
    form.push(("criteria", &unknown));
    author.post("/en/offerings", &form).await.leads_to("/en/offerings");
    author.get("/en/offerings").await.is(200).says("Knots").says("$49.50");
    let listed = store::offerings::of_provider(&mut w.app.read().await.unwrap(), w.owner).await.unwrap();
    assert_eq!((listed.len(), listed[0].cost(), &listed[0].criteria), (1, Some(4950), &vec![w.competency(0).criteria[1].id]));
    let elsewhere = w.issuer_org.to_string();
    form[1].1 = &elsewhere;
    author.post("/en/offerings", &form).await.is(404);
});
