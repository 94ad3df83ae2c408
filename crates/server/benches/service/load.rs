//! The cases, and how each is run and counted.

use crate::client::{Answer, Connection};
use crate::meter::Server;
use crate::seed::Seeded;
use crate::setting;
use server::urls;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

const CONNECTIONS: usize = 4;

/// One request: its head without the length, and its body.
type Request = (String, Vec<u8>);

/// Asks `count` times over four connections, `make(n)` being the n-th request, and prints what it cost.
async fn case(
    server: &Server,
    name: &str,
    count: usize,
    make: impl Fn(usize) -> Request + Send + Sync + 'static,
    sound: impl Fn(&Answer) -> bool + Send + Sync + Copy + 'static,
) {
    if std::env::var("CASE").is_ok_and(|only| !name.contains(&only)) {
        return;
    }
    let (make, next) = (Arc::new(make), Arc::new(AtomicUsize::new(0)));
    let before = server.cpu();
    let workers: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let (make, next, address) = (make.clone(), next.clone(), server.address.clone());
            tokio::spawn(async move {
                let mut connection = Connection::open(&address).await;
                let mut waited = Vec::new();
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= count {
                        return waited;
                    }
                    let (head, body) = make(n);
                    let begun = Instant::now();
                    let answer = connection.send(&head, &body).await;
                    waited.push(begun.elapsed().as_secs_f64() * 1000.0);
                    assert!(
                        sound(&answer),
                        "{} {}",
                        answer.head,
                        String::from_utf8_lossy(&answer.body).chars().take(300).collect::<String>()
                    );
                }
            })
        })
        .collect();
    let mut waited = Vec::new();
    for worker in workers {
        waited.extend(worker.await.expect("a worker ends well"));
    }
    let after = server.cpu();
    waited.sort_by(f64::total_cmp);
    let (cpu, db) = ((after.server - before.server) / count as f64, (after.database - before.database) / count as f64);
    let at = |share: f64| waited[((waited.len() - 1) as f64 * share) as usize];
    println!(
        "{name:<34} {count:>8} {cpu:>9.3} {db:>9.3} {:>10.0} {:>8.2} {:>8.2} {:>8.1}",
        1000.0 / (cpu + db).max(1e-9),
        at(0.5),
        at(0.99),
        server.resident_mib()
    );
}

fn get(path: &str, cookie: &str, accept: &str) -> Request {
    (format!("GET {path} HTTP/1.1\r\nhost: tessera.example\r\ncookie: {cookie}\r\naccept: {accept}\r\n"), Vec::new())
}

fn post(path: &str, cookie: &str, form: &[(String, String)]) -> Request {
    let body = form.iter().map(|(n, v)| format!("{}={}", urls::encode(n), urls::encode(v))).collect::<Vec<_>>().join("&");
    let head =
        format!("POST {path} HTTP/1.1\r\nhost: tessera.example\r\ncookie: {cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\n");
    (head, body.into_bytes())
}

fn found(answer: &Answer) -> bool {
    answer.status == 200
}

fn sent_on(answer: &Answer) -> bool {
    answer.status == 303
}

/// Every case, after a warm-up of each.
pub async fn run_all(server: &Server, s: &Seeded) {
    let lang = domain::Lang::En;
    let requests = setting("REQUESTS", 4_000);
    let pages = [
        ("learner's claim, 30 competencies", urls::claim(lang, s.claim), s.learner_cookie.clone(), "text/html"),
        ("queue of 1,000, first page", format!("{}?show=unclaimed", urls::desk(lang)), s.assessor_cookie.clone(), "text/html"),
        ("catalogue", urls::catalogue(lang), String::new(), "text/html"),
        ("public credential page", urls::credential(lang, s.credential), String::new(), "text/html"),
        ("signed credential JSON", urls::credential_document(s.credential), String::new(), "application/json"),
    ];
    for (name, path, cookie, accept) in pages {
        let mut warm = Connection::open(&server.address).await;
        for _ in 0..50 {
            let (head, body) = get(&path, &cookie, accept);
            warm.send(&head, &body).await;
        }
        case(server, name, requests, move |_| get(&path, &cookie, accept), found).await;
    }
    issuing(server, requests).await;
    submissions(server, s, requests / 4).await;
    decisions(server, s).await;
    latency(s).await;
}

fn pair(name: impl Into<String>, value: impl Into<String>) -> (String, String) {
    (name.into(), value.into())
}

/// A program has a credential of 80 statements issued: checked, given a status entry, signed, stored durably.
async fn issuing(server: &Server, count: usize) {
    let body = format!("{{\"credential\":{}}}", include_str!("../../../vc/benches/ob3.json")).into_bytes();
    let head = "POST /vc/eddsa-rdfc-2022/credentials/issue HTTP/1.1\r\nhost: tessera.example\r\ncontent-type: application/json\r\n";
    let made = |answer: &Answer| answer.status == 201;
    case(server, "issuing by the VC-API", count, move |_| (head.to_owned(), body.clone()), made).await;
}

/// A learner adds written evidence for a criterion, saved durably before the answer.
async fn submissions(server: &Server, s: &Seeded, count: usize) {
    let path = format!("{}/new", urls::claim_evidence(domain::Lang::En, s.claim));
    let (cookie, criterion) = (s.learner_cookie.clone(), s.open_criterion);
    let make = move |n: usize| {
        let form = [
            pair("kind", "text"),
            pair("title", format!("Log {n}")),
            pair("text", format!("What was done, number {n}, and what was checked.")),
            pair("note", ""),
            pair("performed", "2026-11-02"),
            pair("setting", "At work"),
            pair("people", "nobody"),
            pair("class", "own"),
            pair("notice", "yes"),
            pair("shows", criterion.to_string()),
        ];
        post(&path, &cookie, &form)
    };
    case(server, "evidence submission", count, make, sent_on).await;
}

/// An assessor decides: every criterion met, every item relied on; recognition and signing job in the same transaction.
async fn decisions(server: &Server, s: &Seeded) {
    let (cookie, taken, criteria) = (s.assessor_cookie.clone(), s.taken.clone(), s.criteria.clone());
    let make = move |n: usize| {
        let (id, items, revision) = &taken[n];
        let mut form = vec![pair("revision", revision.to_string()), pair("expects", "competent")];
        form.extend(criteria.iter().map(|c| pair(format!("result-{c}"), "competent")));
        for item in items {
            form.extend(["valid", "authentic", "reliable", "current", "sufficient"].map(|line| pair(format!("{line}-{item}"), "yes")));
        }
        post(&format!("{}/decision", urls::assessment(domain::Lang::En, *id)), &cookie, &form)
    };
    case(server, "decision", s.taken.len(), make, sent_on).await;
}

/// From the decision to the signed credential, by the record of both.
async fn latency(s: &Seeded) {
    use domain::event::Event;
    let mut waits = Vec::new();
    let deadline = Instant::now() + std::time::Duration::from_secs(60);
    while waits.len() < s.taken.len() && Instant::now() < deadline {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        waits.clear();
        let mut tx = s.app.read().await.expect("a connection");
        for (id, ..) in &s.taken {
            let assessment = store::assessments::get(&mut tx, *id).await.expect("read").expect("there");
            let Some(decided) = assessment.state.judgement().map(|j| j.score().at) else { continue };
            let recognition = store::awards::recognitions_of_claim(&mut tx, assessment.claim).await.expect("read").pop().expect("there");
            let about = domain::credential::Achievement::Competency(recognition.id);
            let credential = store::awards::credential_about(&mut tx, about).await.expect("read").expect("there");
            let entries = store::events::of(&mut tx, &credential.id.to_string(), 0, 10).await.expect("read");
            let signed = entries.iter().find(|e| matches!(e.event(), Ok(Event::CredentialSigned { .. })));
            waits.extend(signed.map(|e| (e.at.0 - decided.0) as f64 / 1000.0));
        }
    }
    if waits.is_empty() {
        return;
    }
    waits.sort_by(f64::total_cmp);
    let at = |share: f64| waits[((waits.len() - 1) as f64 * share) as usize];
    println!("decision to signed credential: {} of {} signed, p50 {:.0} ms, p99 {:.0} ms", waits.len(), s.taken.len(), at(0.5), at(0.99));
}
