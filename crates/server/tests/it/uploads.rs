//! Files on their way to evidence, on both databases; and in a process that is killed in the middle of one.

use crate::both;
use crate::harness::{Client, World, occasion};
use axum::http::Method;
use base64::Engine as _;
use domain::evidence::{Content, EvidenceClass, EvidenceItem, EvidenceKind};
use domain::{EvidenceId, PersonId};
use server::actions::add_evidence::{Brought, NewEvidence, add_evidence};
use server::actions::uploads;
use server::app::hash_of;
use std::io::{BufRead as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const TUS: (&str, &str) = ("tus-resumable", "1.0.0");
const BYTES: (&str, &str) = ("content-type", "application/offset+octet-stream");

/// A piece of evidence that waits for its file.
async fn awaiting(w: &World, learner: PersonId) -> EvidenceId {
    let claim = w.open_claim(learner).await;
    let new = NewEvidence {
        title: "A recording".to_owned(),
        note: String::new(),
        class: EvidenceClass::Indirect,
        occasion: occasion(w.app.now()),
        brought: Brought::Awaited { kind: EvidenceKind::Other, file_name: "recording".to_owned() },
        shows: vec![],
    };
    add_evidence(&w.member(learner).await, claim, new).await.unwrap()
}

async fn item(w: &World, id: EvidenceId) -> EvidenceItem {
    store::evidence::get(&mut w.app.read().await.unwrap(), id).await.unwrap().unwrap()
}

fn metadata(evidence: EvidenceId) -> String {
    format!("evidence {}", base64::engine::general_purpose::STANDARD.encode(evidence.to_string()))
}

/// Begins an upload; its path.
async fn begin(client: &Client, evidence: EvidenceId, length: usize) -> String {
    let (length, metadata) = (length.to_string(), metadata(evidence));
    let headers = [TUS, ("upload-length", length.as_str()), ("upload-metadata", metadata.as_str())];
    let answer = client.ask(Method::POST, "/uploads", &headers, "").await.is(201);
    answer.header("location").unwrap()
}

async fn patch(client: &Client, path: &str, offset: usize, bytes: &'static str) -> u16 {
    let offset = offset.to_string();
    client.ask(Method::PATCH, path, &[TUS, BYTES, ("upload-offset", offset.as_str())], bytes).await.status.as_u16()
}

async fn offset(client: &Client, path: &str) -> Option<String> {
    client.ask(Method::HEAD, path, &[TUS], "").await.header("upload-offset")
}

both!(a_file_sent_in_pieces_becomes_evidence, async |w: World| {
    let (id, client) = (awaiting(&w, w.learner).await, w.client(w.learner).await);
    let path = begin(&client, id, 5).await;
    assert_eq!(patch(&client, &path, 0, "he").await, 204);
    assert_eq!(patch(&client, &path, 0, "he").await, 409);
    assert_eq!(offset(&client, &path).await.as_deref(), Some("2"));
    // Signed out and in again, on another browser.
    let client = w.client(w.learner).await;
    assert_eq!(patch(&client, &path, 2, "llo").await, 204);
    let found = item(&w, id).await;
    assert_eq!((found.state.name(), found.content.fingerprint()), ("available", Some(hash_of("hello").as_str())));
    let chain = store::events::check(&mut w.app.read().await.unwrap(), &found.claim.to_string()).await.unwrap();
    assert_eq!(chain, None);
});

both!(captions_go_with_a_recording_for_those_who_may_hear_it, async |w: World| {
    const SHORE: &[u8] = include_bytes!("../../src/demo/media/shore.ogg");
    let (id, client, other) = (awaiting(&w, w.learner).await, w.client(w.learner).await, w.client(w.other_learner).await);
    let (form, shown) = (format!("/en/evidence/{id}/captions"), format!("/en/evidence/{id}/captions/fr"));
    client.post(&format!("{form}?remove=fr"), &[]).await.is(409).says("Captions go with a recording");
    let path = begin(&client, id, SHORE.len()).await;
    client.ask(Method::PATCH, &path, &[TUS, BYTES, ("upload-offset", "0")], SHORE).await.is(204);

    let wrong = multipart(&client, &form, &[("language", "fr"), ("written", "1\n00:03,000 --> 00:01,000\nSalut")]).await.is(422);
    assert!(wrong.body.contains("Line 2: write two times") && wrong.body.contains("Salut"), "what was typed stays, with what is wrong");
    let sound = ("captions", "1\n00:00:01,000 --> 00:00:03,000\nSalut\n");
    multipart(&client, &form, &[sound]).await.is(422).says("Choose the language of the captions.");
    multipart(&client, &form, &[("language", "de"), sound]).await.is(422).says("Choose the language of the captions.");
    let latin =
        b"--cut\r\ncontent-disposition: form-data; name=\"captions\"\r\n\r\n1\n00:00:01,000 --> 00:00:03,000\nCaf\xe9\r\n--cut--\r\n";
    client.ask(Method::POST, &form, &[FORM], &latin[..]).await.is(422).says("not in UTF-8");
    let long = "x".repeat(2 * 1024 * 1024);
    let long = multipart(&client, &form, &[("language", "fr"), ("captions", &long)]).await.is(422);
    assert!(!long.body.contains("did not arrive whole"), "sending it again would not help");
    multipart(&client, &form, &[("language", "fr"), ("captions", "1\n00:00:01,000 --> 00:00:03,000\nSalut\n")]).await.is(303);
    let vtt = client.get(&shown).await.is(200);
    assert_eq!(vtt.body, "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nSalut\n");
    client
        .get(&format!("/en/evidence/{id}"))
        .await
        .says(&format!("<track kind=\"captions\" srclang=\"fr-CA\" label=\"Français\" src=\"{shown}\""));
    other.get(&shown).await.is(404);
    other.post(&format!("{form}?remove=fr"), &[]).await.is(404);
    client.get(&shown.replace("/fr", "/en")).await.is(404);
    client.post(&format!("{form}?remove=fr"), &[]).await.is(303);
    client.get(&shown).await.is(404);
});

const FORM: (&str, &str) = ("content-type", "multipart/form-data; boundary=cut");

async fn multipart(client: &Client, path: &str, fields: &[(&str, &str)]) -> crate::harness::Answer {
    let parts: String =
        fields.iter().map(|(name, value)| format!("--cut\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")).collect();
    client.ask(Method::POST, path, &[FORM], format!("{parts}--cut--\r\n")).await
}

both!(an_upload_is_its_senders_alone, async |w: World| {
    let (id, client, other) = (awaiting(&w, w.learner).await, w.client(w.learner).await, w.client(w.other_learner).await);
    let path = begin(&client, id, 5).await;
    assert_eq!(patch(&other, &path, 0, "he").await, 404);
    other.ask(Method::HEAD, &path, &[TUS], "").await.is(404);
    other.ask(Method::DELETE, &path, &[TUS], "").await.is(404);
    client.ask(Method::DELETE, &path, &[TUS], "").await.is(204);
    client.ask(Method::HEAD, &path, &[TUS], "").await.is(404);
});

both!(what_was_never_completed_is_forgotten_in_time, async |w: World| {
    let (id, client) = (awaiting(&w, w.learner).await, w.client(w.learner).await);
    let path = begin(&client, id, 5).await;
    assert_eq!(patch(&client, &path, 0, "he").await, 204);
    w.app.clock.advance(w.app.config.limits.upload_days * domain::time::DAY);
    client.ask(Method::HEAD, &path, &[TUS], "").await.is(410);
    assert_eq!(uploads::forget_expired(&w.app).await.unwrap(), 1);
    assert_eq!(w.app.files.parts(10).await.unwrap(), []);
    assert_eq!(uploads::forget_expired(&w.app).await.unwrap(), 0);
});

both!(two_uploads_for_one_item_that_end_together_give_it_one_file, async |w: World| {
    let (id, client) = (awaiting(&w, w.learner).await, w.client(w.learner).await);
    let (first, second) = (begin(&client, id, 5).await, begin(&client, id, 5).await);
    let (one, two) = tokio::join!(patch(&client, &first, 0, "hello"), patch(&client, &second, 0, "other"));
    let mut answers = [one, two];
    answers.sort_unstable();
    assert_eq!(answers, [204, 410]);
    let due = hash_of(if one == 204 { "hello" } else { "other" });
    assert_eq!(item(&w, id).await.content.fingerprint(), Some(due.as_str()));
    let stored = store::events::of(&mut w.app.read().await.unwrap(), &item(&w, id).await.claim.to_string(), 0, 100).await.unwrap();
    assert_eq!(stored.iter().filter(|e| e.name == "evidence_stored").count(), 1);
});

/// Not a test of its own: the server that is killed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_that_is_killed() {
    let Ok(folder) = std::env::var("TESSERA_UPLOAD_FOLDER") else { return };
    let database = std::env::var("TESSERA_UPLOAD_DATABASE").ok();
    let world = World::rejoin(&folder, database, &std::env::var("TESSERA_UPLOAD_IDS").unwrap()).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "\nPORT {}", listener.local_addr().unwrap().port()).and_then(|()| out.flush()).unwrap();
    server::cli::serve::serve(world.app.clone(), listener, std::future::pending()).await.unwrap();
}

/// A server in a process of its own, on the same data; killed when dropped.
struct Server(Child, u16);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(w: &World) -> Server {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "uploads::the_server_that_is_killed", "--nocapture", "--test-threads=1"]);
    command.env("TESSERA_UPLOAD_FOLDER", &w.app.config.data.dir).env("TESSERA_UPLOAD_IDS", w.ids());
    if let Some(database) = &w.app.config.data.database {
        command.env("TESSERA_UPLOAD_DATABASE", database);
    }
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = std::io::BufReader::new(child.stdout.take().unwrap()).lines();
    let port = lines.find_map(|line| line.unwrap().strip_prefix("PORT ").map(|p| p.parse().unwrap()));
    Server(child, port.expect("the server says where it is"))
}

/// Sends a request to a server; the connection, with the answer still to come.
async fn send(server: &Server, cookie: &str, head: &str, bytes: &[u8]) -> TcpStream {
    let mut line = TcpStream::connect(("127.0.0.1", server.1)).await.unwrap();
    let head = format!("{head}\r\nHost: x\r\nCookie: {cookie}\r\nTus-Resumable: 1.0.0\r\nConnection: close\r\n\r\n");
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(bytes).await.unwrap();
    line
}

async fn answer(mut line: TcpStream) -> String {
    let mut text = String::new();
    line.read_to_string(&mut text).await.unwrap();
    text.to_lowercase()
}

fn patch_head(path: &str, offset: usize, length: usize) -> String {
    format!("PATCH {path} HTTP/1.1\r\nUpload-Offset: {offset}\r\nContent-Length: {length}\r\nContent-Type: application/offset+octet-stream")
}

both!(an_upload_goes_on_after_the_server_was_killed_in_the_middle_of_it, async |w: World| {
    let whole: Vec<u8> = (0..6_000_000u32).map(|n| (n % 253) as u8).collect();
    let (id, client) = (awaiting(&w, w.learner).await, w.client(w.learner).await);
    let path = begin(&client, id, whole.len()).await;
    let cookie = client.cookie.clone().unwrap();
    let server = start(&w);
    let acknowledged = answer(send(&server, &cookie, &patch_head(&path, 0, 2_000_000), &whole[..2_000_000]).await).await;
    assert!(acknowledged.contains("upload-offset: 2000000"), "{acknowledged}");
    let _line = send(&server, &cookie, &patch_head(&path, 2_000_000, 4_000_000), &whole[2_000_000..5_000_000]).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    drop(server); // kill -9

    let server = start(&w);
    let head = answer(send(&server, &cookie, &format!("HEAD {path} HTTP/1.1"), b"").await).await;
    let at: usize = head.split("upload-offset: ").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap().parse().unwrap();
    assert!((2_000_000..=5_000_000).contains(&at), "what was acknowledged is kept, and nothing that was not sent is there: {at}");
    let done = answer(send(&server, &cookie, &patch_head(&path, at, whole.len() - at), &whole[at..]).await).await;
    assert!(done.starts_with("http/1.1 204"), "{done}");
    let due = store::files::hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &whole).as_ref());
    match item(&w, id).await.content {
        Content::File { sha256, size, .. } => assert_eq!((sha256, size), (due, 6_000_000)),
        other => panic!("no file: {other:?}"),
    }
});
