//! The whole service under load: `cargo bench -p server --bench service`. Not a test: it prints figures.
//!
//! A release build of `tessera serve` runs as a process of its own on a database with 10,000 learners; four connections
//! ask it over loopback. For each case: CPU time of the server's process for one request (and of PostgreSQL's), requests
//! for one CPU-second, and the wall time that a client waits, median and 99th percentile. `TESSERA_TEST_POSTGRES` adds
//! PostgreSQL; `LEARNERS`, `REQUESTS` and `CASE` change how much.

mod client;
mod load;
mod meter;
mod seed;

use std::time::Duration;

fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let mut databases = vec![None];
        if let Ok(server) = std::env::var("TESSERA_TEST_POSTGRES") {
            databases.push(Some(store::testing::fresh_postgres(&server).await.expect("a database can be made")));
        }
        for database in databases {
            run(database).await;
        }
    });
}

async fn run(database: Option<String>) {
    let folder = std::env::temp_dir().join(format!("tessera-bench-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let name = if database.is_some() { "PostgreSQL" } else { "SQLite" };
    let seeded = seed::fill(&folder, database.clone(), setting("LEARNERS", 10_000)).await;
    println!("\n{name}, {} learners, 4 connections", seeded.learners);
    let server = meter::Server::start(&folder, database).await;
    println!(
        "{:<34} {:>8} {:>9} {:>9} {:>10} {:>8} {:>8} {:>8}",
        "case", "requests", "CPU ms", "db CPU ms", "req/CPU-s", "p50 ms", "p99 ms", "RSS MiB"
    );
    load::run_all(&server, &seeded).await;
    println!("memory after all cases: {:.1} MiB resident, {:.1} MiB at most", server.resident_mib(), server.peak_mib());
    drop(server);
    tokio::time::sleep(Duration::from_millis(200)).await;
    let _ = std::fs::remove_dir_all(&folder);
}
