//! How many credentials a second of one core signs and verifies, from JSON text to JSON text; what
//! two cores do together; and how long documents made to be costly take to be refused.
//!
//! `cargo bench -p vc [-- CASE]`. Beside our figures stand those of the signature alone, which
//! nothing can beat, and, where node and its packages are installed, those of `@digitalbazaar/vc`
//! (`e2e/credentials-bench.mjs`), measured right after ours.
//!
//! The input, `ob3.json`, is an Open Badges 3.0 credential of 80 statements. Times are of the
//! processor (`/proc/thread-self/schedstat`, Linux), so that a busy machine disturbs them little.

#![allow(clippy::unwrap_used, reason = "a measurement that can't go on says where it stopped")]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use vc::{CheckName, Outcome, SignOptions, SigningKey, Suite, Unresolved};

/// Rounds of each case; the median counts.
const ROUNDS: usize = 9;
const ROUND: Duration = Duration::from_millis(300);

/// Within the credential's dates.
const NOW: i64 = 1_790_000_000_000_000;
const CREATED: &str = "2026-05-02T00:00:00Z";

/// How many different credentials a batch has.
const BATCH: usize = 1_000;

fn main() {
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let wanted = |case: &str| only.as_deref().is_none_or(|only| case.contains(only));
    let key = SigningKey::from_seed(&[7; 32]);
    let text = input(&key);
    println!("{} bytes", text.len());
    for suite in [Suite::EddsaRdfc2022, Suite::EddsaJcs2022] {
        let name = suite.name();
        let options = SignOptions::new(key.did_key_method(), CREATED).with_suite(suite);
        let signed = sign(&text, &key, &options);
        let batch: Vec<String> = (0..BATCH).map(|number| different(&text, number)).collect();
        let signed_batch: Vec<String> = batch.iter().map(|text| sign(text, &key, &options)).collect();
        let mut next = (0..BATCH).cycle();
        let mut next_signed = (0..BATCH).cycle();
        let cases: [(&str, &mut dyn FnMut()); 4] = [
            ("issue", &mut || drop(black_box(sign(&text, &key, &options)))),
            ("verify", &mut || verify(&signed)),
            ("issue, 1,000 different", &mut || drop(black_box(sign(&batch[next.next().unwrap()], &key, &options)))),
            ("verify, 1,000 different", &mut || verify(&signed_batch[next_signed.next().unwrap()])),
        ];
        for (case, work) in cases {
            let case = format!("{name} {case}");
            if wanted(&case) {
                println!("{case:<44} {:>8.0} a CPU-second", rate(work));
            }
        }
        if wanted(&format!("{name} threads")) {
            threads(&format!("{name} issue"), &|| drop(black_box(sign(&text, &key, &options))));
            threads(&format!("{name} verify"), &|| verify(&signed));
        }
    }
    if wanted("signature") {
        let message = [9; 64];
        let signature = key.sign(&message);
        println!("{:<44} {:>8.0} a CPU-second", "signature alone, made", rate(&mut || drop(black_box(key.sign(&message)))));
        println!(
            "{:<44} {:>8.0} a CPU-second",
            "signature alone, checked",
            rate(&mut || assert!(key.public().verifies(&message, &signature)))
        );
    }
    if wanted("worst") {
        worst_cases();
    }
    if wanted("peer") {
        peer(&text);
    }
}

/// The credential as the issuer of `key` would write it.
fn input(key: &SigningKey) -> String {
    let mut document: Value = serde_json::from_str(include_str!("ob3.json")).unwrap();
    document["issuer"]["id"] = key.did_key().into();
    document.to_string()
}

/// The credential for another holder.
fn different(text: &str, number: usize) -> String {
    let mut document: Value = serde_json::from_str(text).unwrap();
    document["id"] = format!("urn:uuid:3f1f2a5e-6f3d-4b0e-9a51-{number:012x}").into();
    document["credentialSubject"]["id"] = format!("did:example:holder-{number}").into();
    document.to_string()
}

fn sign(text: &str, key: &SigningKey, options: &SignOptions) -> String {
    serde_json::to_string(&vc::sign(serde_json::from_str(text).unwrap(), key, options).unwrap()).unwrap()
}

fn verify(text: &str) {
    let document = serde_json::from_str(text).unwrap();
    let report = vc::verify(&document, &|_| Err(Unresolved::Offline), NOW).unwrap();
    assert_eq!(report.check(CheckName::Proof).outcome, Outcome::Passed);
}

/// How often `work` is done in a second of the processor.
fn rate(work: &mut dyn FnMut()) -> f64 {
    let mut rates: Vec<f64> = (0..ROUNDS).map(|_| round(work)).collect();
    rates.sort_by(f64::total_cmp);
    rates[ROUNDS / 2]
}

fn round(work: &mut dyn FnMut()) -> f64 {
    let (started, spent) = (Instant::now(), processor_time());
    let mut done = 0_u32;
    while started.elapsed() < ROUND {
        for _ in 0..16 {
            work();
        }
        done += 16;
    }
    f64::from(done) / (processor_time() - spent).as_secs_f64()
}

/// What this thread has spent on a processor so far. It is brought up to date some hundred times a
/// second, so only longer stretches can be measured.
fn processor_time() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("this measures on Linux only");
    Duration::from_nanos(text.split(' ').next().unwrap().parse().unwrap())
}

/// One thread and two: by the clock, which other programs disturb, and by what each thread did with
/// the processor time that it got, which shows whether the threads get in each other's way.
fn threads(case: &str, work: &(dyn Fn() + Sync)) {
    let run = |count: usize| -> (f64, f64) {
        let started = Instant::now();
        let each: Vec<(u32, f64)> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..count).map(|_| scope.spawn(|| busy(work))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let done: u32 = each.iter().map(|(done, _)| done).sum();
        (f64::from(done) / started.elapsed().as_secs_f64(), each.iter().map(|(_, rate)| rate).sum())
    };
    let mut ratios: Vec<(f64, f64)> = (0..ROUNDS)
        .map(|_| {
            let (one, two) = (run(1), run(2));
            (two.0 / one.0, two.1 / one.1)
        })
        .collect();
    let mut median = |which: fn(&(f64, f64)) -> f64| {
        ratios.sort_by(|a, b| which(a).total_cmp(&which(b)));
        which(&ratios[ROUNDS / 2])
    };
    println!("{case:<44} two threads: {:.2} times by the clock, {:.2} by processor time", median(|ratio| ratio.0), median(|ratio| ratio.1));
}

/// Works for two rounds; how often, and how often in a second of the processor.
fn busy(work: &dyn Fn()) -> (u32, f64) {
    let (started, spent) = (Instant::now(), processor_time());
    let mut done = 0;
    while started.elapsed() < 2 * ROUND {
        work();
        done += 1;
    }
    (done, f64::from(done) / (processor_time() - spent).as_secs_f64())
}

/// Documents that are costly by design, and what it takes until they are refused.
fn worst_cases() {
    let node = |number: usize| json!({"id": format!("_:n{number}")});
    let clique: Vec<Value> =
        (0..40).map(|a| json!({"id": format!("_:n{a}"), "knows": (0..40).filter(|b| a != *b).map(node).collect::<Vec<_>>()})).collect();
    let heavy: Vec<Value> = (0..10)
        .map(|a| {
            let others: Vec<Value> = (0..10).filter(|b| a != *b).map(node).collect();
            json!({"id": format!("_:n{a}"), "knows": others, "value": (0..4_000).collect::<Vec<_>>()})
        })
        .collect();
    let ring: Vec<Value> = (0..5_000).map(|a| json!({"id": format!("_:n{a}"), "knows": node((a + 1) % 5_000)})).collect();
    let distinct: Vec<Value> = (0..16_000).map(|a| json!({"value": a})).collect();
    let long = format!("https://a.example/{}", "p".repeat(20_000));
    let far: Vec<Value> =
        (0..12).map(|a| json!({"id": format!("_:n{a}"), &long: (0..12).filter(|b| a != *b).map(node).collect::<Vec<_>>()})).collect();
    let cases = [
        ("40 nameless things, each linked to all", json!(clique)),
        ("10 such with 4,000 values each", json!(heavy)),
        ("5,000 in a ring", json!(ring)),
        ("12 linked by a name of 20,000 letters", json!(far)),
        ("16,000 different nameless things", json!(distinct)),
        ("300,000 nameless things", json!(vec![json!({}); 300_000])),
        ("200,000 values", json!({"value": vec![1; 200_000]})),
    ];
    for (case, subject) in cases {
        let document = json!({
            "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
            "type": "VerifiableCredential",
            "issuer": "did:example:i",
            "credentialSubject": subject,
        });
        let key = SigningKey::from_seed(&[7; 32]);
        let options = SignOptions::new(key.did_key_method(), CREATED);
        let spent = 1_000.0 / rate(&mut || drop(black_box(vc::sign(document.clone(), &key, &options))));
        let copied = 1_000.0 / rate(&mut || drop(black_box(document.clone())));
        let answer = vc::sign(document, &key, &options).map_or_else(|why| why.to_string(), |_| "signed".to_owned());
        println!("worst case: {case:<40} {:>6.1} CPU-ms ({answer})", spent - copied);
    }
}

/// The same work by `@digitalbazaar/vc`, in the same run.
fn peer(text: &str) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/credentials-bench.mjs");
    let folder = std::env::temp_dir().join(format!("vc-bench-{}.json", std::process::id()));
    std::fs::write(&folder, text).unwrap();
    match Command::new("node").arg(script).arg(&folder).status() {
        Ok(status) if status.success() => {}
        Ok(_) => println!("peer: its packages are not installed (npm ci in e2e)"),
        Err(why) => println!("peer: no node here: {why}"),
    }
    let _ = std::fs::remove_file(folder);
}
