//! Credentials for many at once: bringing a list, issuing it, stopping, going on after a kill, taking what waits.

use crate::both;
use crate::harness::{Answer, Client, T0, World};
use domain::batch::{Batch, BatchState, PART, Terms};
use domain::credential::{Achievement, StatusPlace};
use domain::evidence::SupervisionIdentity;
use domain::people::{Membership, Role};
use domain::standing::Standing;
use domain::{BatchId, Lang, PersonId};
use server::actions::Failure;
use server::actions::claim_offer::{claim_offer, link_to};
use server::actions::issue_batch::{BadRows, Brought, Sent, bring_list, cancel_batch, pause_batch, resume_batch, start_batch};
use server::urls;
use std::collections::HashSet;

/// A list of so many people.
pub fn list_of(n: usize) -> String {
    let row = |i| format!("Person {i},person{i}@example.org,S{i:06},2026-05-{:02},{},\n", 1 + i % 28, ["", "en", "fr"][i % 3]);
    format!("name,email,student number,date awarded,language,result\n{}", (1..=n).map(row).collect::<String>())
}

pub fn terms(letters: bool) -> Terms {
    let decision = "Academic board, 30 May 2026, item 4".to_owned();
    Terms { decision, supervision: SupervisionIdentity::A4, letters, lang: Lang::En }
}

async fn brought(w: &World, text: &str, bad_rows: BadRows) -> Result<Sent, Failure> {
    let list = Brought { version: w.version, file: "class of 2026.csv".to_owned(), bytes: text.as_bytes().to_vec(), bad_rows };
    bring_list(&w.member(w.issuer).await, list).await
}

async fn checked(w: &World, text: &str) -> BatchId {
    match brought(w, text, BadRows::Report).await.unwrap() {
        Sent::Checked(id) => id,
        other => panic!("{other:?}"),
    }
}

async fn started(w: &World, n: usize, letters: bool) -> BatchId {
    let id = checked(w, &list_of(n)).await;
    start_batch(&w.member(w.issuer).await, id, n as u32, terms(letters)).await.unwrap();
    id
}

async fn batch(w: &World, id: BatchId) -> Batch {
    store::batches::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap()
}

/// Every row of a batch that was issued, each once; and each credential is signed, valid and at a place of its own.
async fn check_issued(w: &World, id: BatchId) -> usize {
    let mut tx = w.app.read().await.unwrap();
    let issued = store::batches::issued_between(&mut tx, id, 0, u32::MAX).await.unwrap();
    let rows: HashSet<u32> = issued.iter().map(|(row, ..)| *row).collect();
    assert_eq!(rows.len(), issued.len(), "a row was issued twice");
    let mut places = HashSet::new();
    for (row, credential, _) in &issued {
        let c = store::awards::credential(&mut tx, *credential).await.unwrap().unwrap();
        assert!(matches!(c.achievement, Achievement::Batch(at) if at.row == *row && at.batch == id));
        let place = c.status.unwrap();
        assert!(places.insert((place.list, place.place)));
        assert!(c.document.is_some());
        assert_eq!(store::events::check(&mut tx, &credential.to_string()).await.unwrap(), None);
        assert_eq!(store::events::length(&mut tx, &credential.to_string()).await.unwrap(), 1);
    }
    issued.len()
}

/// A list, sent as a browser does.
async fn send(client: &Client, w: &World, text: &str, bad_rows: &str) -> Answer {
    let part =
        |name: &str, more: &str, value: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n");
    let version = w.version.to_string();
    let file = part("file", "; filename=\"list.csv\"\r\nContent-Type: text/csv", text);
    let body = [part("version", "", &version), file, part("bad_rows", "", bad_rows), "--b--\r\n".to_owned()].concat();
    client.ask(axum::http::Method::POST, "/en/batches", &[("content-type", "multipart/form-data; boundary=b")], body).await
}

both!(a_list_is_brought_looked_at_started_and_issued, async |w: World| {
    let issuer = w.client(w.issuer).await;
    issuer.get("/en/register").await.is(200).says("Issue to many");
    issuer.get("/en/batches").await.is(200).says("No list has been brought yet");
    issuer.get("/en/batches/new").await.is(200).says("Rope work on small craft").says("Student number");
    let text = format!("{}Nobody,,,2026-05-01,,\nLate,late@example.org,,2026-07-01,,\n", list_of(3));
    send(&issuer, &w, &text, "refuse").await.is(422).says("2 rows can’t be used").says("This day is yet to come.");
    let here = send(&issuer, &w, &text, "report").await.is(303).header("location").unwrap();
    let id: BatchId = here.rsplit('/').next().unwrap().parse().unwrap();
    let page = issuer.get(&here).await.is(200).says("3 people were read").says("person2@example.org").says("Type 3");
    assert!(page.body.contains("There is no address, student number or DID."));
    let ask = |count: &'static str, decision: &'static str| {
        let form = [("count", count), ("decision", decision), ("supervision", "A4"), ("lang", "fr")];
        let (issuer, here) = (issuer.clone(), here.clone());
        async move { issuer.post(&format!("{here}/start"), &form).await }
    };
    ask("2", "Board, item 4").await.is(422).says("This is not the number of people");
    ask("3", " ").await.is(422).says("Say where the decision is recorded.");
    let watched = ask("3", "Board <item 4>").await.is(303).header("location").unwrap();
    let running = issuer.get(&watched).await.is(200).says("0 of 3").says("Pause");
    assert_eq!(running.header("refresh").as_deref(), Some("3"));
    assert!(issuer.get(&here).await.is(200).header("refresh").is_none(), "only for those who asked for it");
    w.run_jobs().await;
    issuer.get(&watched).await.is(200).says("3 of 3").says("Done on");
    assert_eq!(batch(&w, id).await.state.name(), "done");
    assert_eq!(check_issued(&w, id).await, 3);
    issuer.get("/fr/batches").await.is(200).says("3 / 3");

    let results = issuer.get(&format!("{here}/results.csv")).await.is(200);
    assert_eq!(results.body.lines().count(), 4);
    assert!(results.body.contains("2,Person 1,person1@example.org,S000001,,offered,https://tessera.example/c/crd_"), "{}", results.body);
    issuer.get("/en/register?show=offered").await.is(200).says("Person 2");
    let mut tx = w.app.read().await.unwrap();
    assert_eq!(store::events::check(&mut tx, &id.to_string()).await.unwrap(), None);
});

both!(what_is_issued_says_who_decided_and_is_genuine_once_it_is_taken, async |w: World| {
    let text = "name,email,student number,did,date,result\nLena Learner,lena@elsewhere.example,S1,did:web:lena.example,2026-05-30,\"92 %, with honours\"\n";
    let id = checked(&w, text).await;
    start_batch(&w.member(w.issuer).await, id, 1, terms(true)).await.unwrap();
    w.run_jobs().await;
    let mut tx = w.app.read().await.unwrap();
    let credential = store::batches::issued_between(&mut tx, id, 0, 1).await.unwrap()[0].1;
    let letters = store::messages::latest(&mut tx, 0, 10).await.unwrap();
    let letter = letters.iter().find(|l| l.address == "lena@elsewhere.example").expect("a letter");
    drop(tx);
    let link = link_to(&w.app, Lang::En, credential);
    assert!(letter.body.contains(&link) && letter.person.is_none());

    // Nobody sees it before it is taken, and nobody takes it without the link.
    w.stranger().get(&urls::credential(Lang::En, credential)).await.is(404);
    w.stranger().get(&format!("{link}x")).await.is(404);
    w.stranger().get(&link.replace(&credential.to_string(), "crd_00000000000000000000000000")).await.is(404);
    let page = w.stranger().get(&link).await.is(200).says("Made out to Lena Learner by Northshore College").says("Sign in");
    assert!(page.body.contains("next=%2Foffers%2F"), "comes back after signing in");
    let learner = w.client(w.learner).await;
    learner.get(&link).await.is(200).says("You are signed in as Lena Learner");
    learner.post(&format!("{link}/accept"), &[]).await.leads_to(&urls::credential_settings(Lang::En, credential));
    learner.get(&link).await.leads_to(&urls::credential_settings(Lang::En, credential));
    learner.get("/en/credentials").await.is(200).says("Rope work on small craft");
    w.client(w.other_learner).await.get(&link).await.is(200).says("Somebody has taken it already");
    w.client(w.other_learner).await.post(&format!("{link}/accept"), &[]).await.is(409);

    let page = w.stranger().get(&urls::credential(Lang::En, credential)).await.is(200);
    for words in ["genuine and in force", "Academic board, 30 May 2026, item 4", "92 %, with honours", "Lena Learner"] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let json = w.stranger().get(&urls::credential_document(credential)).await.is(200);
    let document: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    let subject = &document["credentialSubject"];
    assert_eq!(subject["id"], "did:web:lena.example");
    assert_eq!(subject["achievement"]["achievementType"], "MicroCredential");
    assert!(!json.body.contains("lena@elsewhere.example") && !json.body.contains("\"S1\""), "only their hashes");
    assert_eq!(subject["identifier"].as_array().unwrap().len(), 3);
    assert_eq!(document["validFrom"], "2026-05-30T04:00:00Z", "midnight where deadlines end");
    let said = crate::api_said(&w, &document).await;
    assert_eq!(said["verdict"], "valid", "{said}");
});

both!(whoever_is_known_to_have_the_address_finds_it_among_their_credentials, async |w: World| {
    let text = "name,email,date\nLena L.,lena.learner@example.org,2026-05-30\nOmar O.,omar.other@example.org,2026-05-30\n";
    // Anybody can make an account with any address. Only who got a letter there is known to have it.
    let mut tx = w.app.begin().await.unwrap();
    store::people::prove_address(&mut tx, w.learner, w.app.now()).await.unwrap();
    tx.commit().await.unwrap();
    let id = checked(&w, text).await;
    start_batch(&w.member(w.issuer).await, id, 2, terms(true)).await.unwrap();
    w.run_jobs().await;
    w.client(w.learner).await.get("/en/credentials").await.is(200).says("Offered to you").says("Rope work on small craft");
    w.client(w.other_learner).await.get("/en/credentials").await.is(200).says("You have no credentials yet");
    let mut tx = w.app.read().await.unwrap();
    let (_, credential, _) = store::batches::issued_between(&mut tx, id, 0, 1).await.unwrap()[0].clone();
    let letters = store::messages::latest(&mut tx, 0, 10).await.unwrap();
    let to_lena = letters.iter().find(|l| l.person == Some(w.learner)).unwrap();
    assert!(to_lena.body.contains(&urls::credential_settings(Lang::En, credential)));
    drop(tx);
    server::actions::award_credential::accept_credential(&w.member(w.learner).await, credential).await.unwrap();
    // The link that was made for the address is of no use to others.
    let link = link_to(&w.app, Lang::En, credential);
    let secret = link.rsplit('/').next().unwrap();
    let taken = claim_offer(&w.member(w.other_learner).await, credential, secret).await;
    assert!(matches!(taken, Err(Failure::Refused(_))), "{taken:?}");
});

both!(nobody_gets_the_same_twice_and_a_newer_award_replaces_the_older, async |w: World| {
    started(&w, 5, false).await;
    w.run_jobs().await;
    let again = started(&w, 7, false).await;
    w.run_jobs().await;
    let b = batch(&w, again).await;
    assert_eq!((b.issued, b.skipped, b.state.name()), (2, 5, "done"));
    let results = w.client(w.issuer).await.get(&urls::batch_results(Lang::En, again)).await.is(200);
    assert_eq!(results.body.matches(",has_it_already,").count(), 5);

    let (mut mine, who) = (Vec::new(), w.member(w.learner).await);
    for day in ["2026-05-20", "2026-05-21"] {
        let id = checked(&w, &format!("name,email,date\nLena,new@example.org,{day}\n")).await;
        start_batch(&w.member(w.issuer).await, id, 1, terms(false)).await.unwrap();
        w.run_jobs().await;
        let credential = store::batches::issued_between(&mut w.app.read().await.unwrap(), id, 0, 1).await.unwrap()[0].1;
        let link = link_to(&w.app, Lang::En, credential);
        claim_offer(&who, credential, link.rsplit('/').next().unwrap()).await.unwrap();
        mine.push(credential);
    }
    assert_eq!(crate::credential::kept(&w, mine[0]).await.state.name(), "superseded");
    assert_eq!(crate::credential::kept(&w, mine[1]).await.state.name(), "active");
});

both!(a_batch_is_paused_goes_on_and_is_cancelled, async |w: World| {
    let n = 9 * PART as usize;
    let id = started(&w, n, false).await;
    let issuer = w.member(w.issuer).await;
    // One job does no more than a few parts, so that others come in between.
    server::jobs::run_due(&w.app).await.unwrap();
    let before = batch(&w, id).await;
    assert!(before.issued > 0 && before.issued < before.rows, "{}", before.issued);
    pause_batch(&issuer, id).await.unwrap();
    w.run_jobs().await;
    assert_eq!(batch(&w, id).await.issued, before.issued);
    w.client(w.issuer).await.get(&urls::batch(Lang::Fr, id)).await.is(200).says("En pause depuis");
    resume_batch(&issuer, id).await.unwrap();
    assert!(resume_batch(&issuer, id).await.is_err());
    cancel_batch(&issuer, id).await.unwrap();
    w.run_jobs().await;
    let b = batch(&w, id).await;
    assert_eq!((b.issued, b.state.name()), (before.issued, "cancelled"));
    assert_eq!(check_issued(&w, id).await, before.issued as usize);
});

both!(an_issuer_that_may_not_issue_halts_its_batch, async |w: World| {
    let id = started(&w, 3, false).await;
    let standing = Standing::Suspended { since: T0 };
    let admin = w.member(w.admin).await;
    server::actions::set_standing::set_standing(&admin, w.issuer_org, standing, "An inquiry.".to_owned()).await.unwrap();
    w.run_jobs().await;
    let b = batch(&w, id).await;
    assert!(matches!(b.state, BatchState::Paused { by: None, .. }) && b.issued == 0, "{:?}", b.state);
    assert!(matches!(resume_batch(&w.member(w.issuer).await, id).await, Err(Failure::Refused("refused-issuer-standing"))));
    assert!(matches!(brought(&w, &list_of(1), BadRows::Report).await, Err(Failure::Refused("refused-issuer-standing"))));
});

both!(only_those_who_issue_for_the_issuer_bring_lists_and_see_them, async |w: World| {
    let id = checked(&w, &list_of(2)).await;
    let mut tx = w.app.begin().await.unwrap();
    store::people::grant(&mut tx, w.author, Membership { organisation: w.owner, role: Role::Issuer }).await.unwrap();
    tx.commit().await.unwrap();
    let elsewhere = w.client(w.author).await;
    elsewhere.get(&urls::batch(Lang::En, id)).await.is(404);
    elsewhere.get(&urls::batch_results(Lang::En, id)).await.is(404);
    for act in ["start", "pause", "resume", "cancel"] {
        let form = [("count", "2"), ("decision", "x"), ("supervision", "A4")];
        elsewhere.post(&format!("{}/{act}", urls::batch(Lang::En, id)), &form).await.is(404);
    }
    send(&elsewhere, &w, &list_of(2), "report").await.is(422).says("Choose a published profile whose credentials your organisation");
    let page = elsewhere.get("/en/batches").await.is(200).says("No list has been brought yet");
    assert!(!page.body.contains("class of 2026"));
    for other in [w.learner, w.assessor, w.admin] {
        w.client(other).await.get("/en/batches").await.is(404);
    }
    assert_eq!(batch(&w, id).await.state.name(), "checked");
});

both!(what_is_no_list_is_refused_with_what_to_do, async |w: World| {
    let issuer = w.client(w.issuer).await;
    for (text, said) in [
        ("", "The file has no rows."),
        ("name,email,date\n", "The file has no rows."),
        ("nom;courriel\nA;a@x.ca\n", "names no column “Date awarded”"),
        ("name,date\nA,2026-05-01\n", "names no column “Email”"),
        ("name,email,date,Nom\nA,a@x.ca,2026-05-01,B\n", "names the column “Name” twice"),
        ("name,email,date\n<b>x</b>,nobody,2026-05-01\n", "One row can’t be used"),
    ] {
        let answer = send(&issuer, &w, text, "report").await.is(422).says(said);
        assert!(!answer.body.contains("<b>x"), "hostile text stays text");
    }
});

both!(full_lists_of_places_are_followed_by_new_ones, async |w: World| {
    let first = started(&w, 1, false).await;
    w.run_jobs().await;
    // All places but one of the issuer's first list, as if taken by others.
    let mut tx = w.app.begin().await.unwrap();
    let (list, taken) = store::status::taken(&mut tx, w.issuer_org).await.unwrap().unwrap();
    assert_eq!(taken.len(), 1);
    drop(tx);
    let mut places = server::issuing::batch::Places::read(&w.app, w.issuer_org).await.unwrap();
    let mut begun = Vec::new();
    let mut seen = HashSet::from([(list, taken[0])]);
    for _ in 0..StatusPlace::PLACES {
        let at = places.draw(&w.app, &mut begun);
        assert!(seen.insert((at.list, at.place)), "a place was given twice");
    }
    assert_eq!(begun.len(), 1, "the next list begins when sixteen draws in a row find nothing");
    assert_eq!(check_issued(&w, first).await, 1);
});

/// Not a test of its own: the process that is killed while it issues.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_process_that_is_killed() {
    let Ok(folder) = std::env::var("TESSERA_BATCH_FOLDER") else { return };
    let world = World::rejoin(&folder, std::env::var("TESSERA_BATCH_DATABASE").ok(), &std::env::var("TESSERA_BATCH_IDS").unwrap()).await;
    world.app.clock.advance(std::env::var("TESSERA_BATCH_LATER").unwrap().parse().unwrap());
    loop {
        server::jobs::run_due(&world.app).await.unwrap();
    }
}

/// Runs it until so many more credentials are issued, then kills it.
async fn kill_after(w: &World, id: BatchId, more: u32) {
    let config = &w.app.config;
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "batches::the_process_that_is_killed", "--nocapture", "--test-threads=1"]);
    command.env("TESSERA_BATCH_FOLDER", &config.data.dir).env("TESSERA_BATCH_IDS", w.ids());
    if let Some(database) = &config.data.database {
        command.env("TESSERA_BATCH_DATABASE", database);
    }
    command.env("TESSERA_BATCH_LATER", (w.app.now().0 - T0.0).to_string());
    let before = batch(w, id).await.issued;
    let mut child = command.stdout(std::process::Stdio::null()).spawn().unwrap();
    for _ in 0..3_000 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        if batch(w, id).await.issued >= before + more {
            break;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(batch(w, id).await.issued >= before + more, "it ended by itself");
}

both!(a_process_killed_while_it_issues_leaves_no_row_out_and_none_twice, async |w: World| {
    let n = 14 * PART as usize + 17;
    let id = started(&w, n, false).await;
    for more in [1, 2 * PART, 3 * PART] {
        kill_after(&w, id, more).await;
        let b = batch(&w, id).await;
        assert_eq!(check_issued(&w, id).await, b.issued as usize, "what is counted is there");
        assert_eq!(b.issued % PART, 0, "a part is issued as a whole");
        // A lease that the killed process held is over after a minute.
        w.app.clock.advance(61_000_000);
    }
    w.run_jobs().await;
    let b = batch(&w, id).await;
    assert_eq!((b.issued as usize, b.state.name()), (n, "done"));
    assert_eq!(check_issued(&w, id).await, n);
});

/// For tests elsewhere: a credential of a batch that a person holds.
pub async fn held_by(w: &World, person: PersonId) -> domain::CredentialId {
    let id = checked(w, "name,email,date\nLena Learner,x@example.org,2026-05-30\n").await;
    start_batch(&w.member(w.issuer).await, id, 1, terms(false)).await.unwrap();
    w.run_jobs().await;
    let credential = store::batches::issued_between(&mut w.app.read().await.unwrap(), id, 0, 1).await.unwrap()[0].1;
    let link = link_to(&w.app, Lang::En, credential);
    claim_offer(&w.member(person).await, credential, link.rsplit('/').next().unwrap()).await.unwrap();
    credential
}

both!(a_compromised_key_is_replaced_in_batches_too, async |w: World| {
    let id = held_by(&w, w.learner).await;
    let before = crate::credential::kept(&w, id).await.document.unwrap();
    let admin = w.member(w.admin).await;
    let key = store::awards::keys(&mut w.app.read().await.unwrap(), w.issuer_org).await.unwrap()[0].id;
    server::actions::manage_keys::report_key(&admin, key, T0.plus_days(-1)).await.unwrap();
    w.run_jobs().await;
    let after = crate::credential::kept(&w, id).await.document.unwrap();
    let (before, after): (serde_json::Value, serde_json::Value) =
        (serde_json::from_str(&before).unwrap(), serde_json::from_str(&after).unwrap());
    assert_ne!(before["proof"], after["proof"]);
    assert_eq!(before["evidence"], after["evidence"]);
    assert_eq!(before["credentialSubject"]["achievement"], after["credentialSubject"]["achievement"]);
    let said = crate::api_said(&w, &after).await;
    assert_eq!(said["verdict"], "valid", "{said}");
});

both!(a_program_brings_starts_and_watches_a_batch, async |w: World| {
    use crate::api::Program;
    use serde_json::json;
    let program = Program::all(&w, w.issuer).await;
    let path = format!("/batches?version={}&file=class.csv", w.version);
    let bring = async |path: &str, text: String| program.send(axum::http::Method::POST, path, "text/csv", text).await;
    let made = bring(&path, list_of(4)).await.is(201);
    assert_eq!((made.json["state"].as_str(), made.json["rows"].as_u64()), (Some("checked"), Some(4)));
    let here = format!("/batches/{}", made.json["id"].as_str().unwrap());
    let terms = |count: u32| json!({ "count": count, "decision": "Board, 30 May 2026", "supervision": "A3" });
    program.post(&format!("{here}/start"), terms(5)).await.is(422);
    let running = program.post(&format!("{here}/start"), terms(4)).await.is(202);
    assert_eq!(running.json["state"], "running");
    program.post(&format!("{here}/pause"), json!(null)).await.is(204);
    program.post(&format!("{here}/pause"), json!(null)).await.is(409);
    program.post(&format!("{here}/resume"), json!(null)).await.is(204);
    w.run_jobs().await;
    let done = program.get(&here).await.is(200);
    assert_eq!((done.json["state"].as_str(), done.json["issued"].as_u64()), (Some("done"), Some(4)));
    program.post(&format!("{here}/cancellation"), json!(null)).await.is(409);
    assert_eq!(program.get("/batches").await.is(200).json["items"].as_array().map(Vec::len), Some(1));
    bring(&format!("{path}&strict=true"), format!("{}x,y,z,2026-05-01,,\n", list_of(1))).await.is(422);
    bring(&path, String::new()).await.is(422);
    Program::all(&w, w.learner).await.get(&here).await.is(404);
});

/// Seconds of processor time that this process has used, and the most memory it held, in MiB.
fn used() -> (f64, u64) {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let ticks: Vec<f64> = stat.rsplit(')').next().unwrap().split_whitespace().skip(11).take(2).map(|t| t.parse().unwrap()).collect();
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap();
    ((ticks[0] + ticks[1]) / 100.0, peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024)
}

// Issues as many as `TESSERA_BATCH_MANY` says, with pages asked for meanwhile, and says what that took; else nothing.
both!(what_many_take, async |w: World| {
    let Some(n) = std::env::var("TESSERA_BATCH_MANY").ok().and_then(|n| n.parse::<usize>().ok()) else { return };
    let now = tokio::time::Instant::now;
    let (begun, (cpu, _)) = (now(), used());
    let id = started(&w, n, false).await;
    println!("{n} rows read, kept and started in {:.1} s", begun.elapsed().as_secs_f64());
    let (issuing, worker) = (now(), w.app.clone());
    let job = tokio::spawn(async move { while server::jobs::run_due(&worker).await.unwrap() > 0 {} });
    let (reader, mut waits) = (w.client(w.learner).await, Vec::new());
    while !job.is_finished() {
        for path in ["/en/claims", "/en/catalogue"] {
            let asked = now();
            reader.get(path).await.is(200);
            waits.push(asked.elapsed().as_secs_f64() * 1e3);
        }
        let asked = now();
        w.open_claim(w.new_learner(&format!("Learner {}", waits.len())).await).await;
        waits.push(asked.elapsed().as_secs_f64() * 1e3);
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    job.await.unwrap();
    let (seconds, (after, peak)) = (issuing.elapsed().as_secs_f64(), used());
    waits.sort_by(f64::total_cmp);
    let at = |part: f64| waits[((waits.len() - 1) as f64 * part) as usize];
    println!(
        "issued in {seconds:.1} s, {:.0} a second; {:.1} s of processor time in all; at most {peak} MiB",
        n as f64 / seconds,
        after - cpu
    );
    println!("{} pages and acts meanwhile: p50 {:.1} ms, p99 {:.1} ms, most {:.1} ms", waits.len(), at(0.5), at(0.99), at(1.0));
    let files = std::fs::read_dir(&w.app.config.data.dir).unwrap().flatten();
    let size: u64 = files.filter(|f| f.file_name().to_string_lossy().starts_with("tessera.db")).map(|f| f.metadata().unwrap().len()).sum();
    println!("{:.0} MiB on disk", size as f64 / 1048576.0);
    assert_eq!(batch(&w, id).await.issued as usize, n);
});
