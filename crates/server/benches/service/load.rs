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
async fn case(server: &Server, name: &str, count: usize, make: impl Fn(usize) -> Request + Send + Sync + 'static, sound: impl Fn(&Answer) -> bool + Send + Sync + Copy + 'static) {
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
                    assert!(sound(&answer), "{} {}", answer.head, String::from_utf8_lossy(&answer.body).chars().take(1500).collect::<String>());
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
    let head = format!("POST {path} HTTP/1.1\r\nhost: tessera.example\r\ncookie: {cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\n");
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
    submissions(server, s, requests / 4).await;
    decisions(server, s).await;
    latency(s).await;
}
