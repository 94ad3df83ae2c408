//! How many credentials a second one core signs and verifies, from JSON text to JSON text.
//!
//! `cargo run --release -p vc --example rate -- credential.json`
//!
//! Prints work per second that the processor spent on it (Linux; elsewhere per second passed),
//! the median of several rounds.

use std::time::{Duration, Instant};

use serde_json::Value;

fn main() {
    let path = std::env::args().nth(1).expect("give the path of an unsigned credential");
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let key = vc::SigningKey::from_seed(&[7; 32]);
    let options = vc::SignOptions::new(key.did_key_method(), "2026-05-01T00:00:00Z");
    let parse = |text: &str| -> Value { serde_json::from_str(text).expect("the file is JSON") };
    let mut document = parse(&text);
    document["issuer"]["id"] = key.did_key().into();
    let text = document.to_string();
    let sign = || vc::sign(parse(&text), &key, &options).expect("the credential can be signed").to_string();
    let signed = sign();
    let nothing = |_: &str| Err(vc::Unresolved::Offline);
    let verify = || {
        let report = vc::verify(&parse(&signed), &nothing, 1_800_000_000_000_000).expect("what was signed is a credential");
        assert_eq!(report.check(vc::CheckName::Proof).outcome, vc::Outcome::Passed);
    };
    println!("{} bytes, {} signed", text.len(), signed.len());
    println!("sign   {:>8.0} a second", rate(|| drop(sign())));
    println!("verify {:>8.0} a second", rate(verify));
}

/// Runs `work` for nine rounds of a quarter of a second and returns the median rate.
fn rate(work: impl Fn()) -> f64 {
    let mut rates: Vec<f64> = (0..9)
        .map(|_| {
            let (started, spent) = (Instant::now(), processor_time());
            let mut done = 0_u32;
            while started.elapsed() < Duration::from_millis(250) {
                for _ in 0..16 {
                    work();
                }
                done += 16;
            }
            let spent = match (spent, processor_time()) {
                (Some(before), Some(after)) => after - before,
                _ => started.elapsed(),
            };
            f64::from(done) / spent.as_secs_f64()
        })
        .collect();
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

/// What this thread has spent on a processor so far.
fn processor_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}
