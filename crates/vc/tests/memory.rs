//! No input of 1 MiB makes this crate hold more than 64 MiB at once, whatever it was made for.

#![allow(clippy::unwrap_used, reason = "a test may fail by unwrapping")]
#![allow(unsafe_code, reason = "counting what is held means standing between the program and its memory")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use vc::{SignOptions, SigningKey};

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: every call is passed on unchanged; only numbers are kept beside.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        MOST.fetch_max(held, Ordering::Relaxed);
        // SAFETY: the caller keeps the promises of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the promises of `dealloc`.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// The most that `work` holds beside what is held already, in MiB.
fn held_by(work: impl FnOnce()) -> usize {
    let before = HELD.load(Ordering::Relaxed);
    MOST.store(before, Ordering::Relaxed);
    work();
    (MOST.load(Ordering::Relaxed) - before) / (1024 * 1024)
}

fn credential(subject: Value) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "type": "VerifiableCredential", "issuer": "did:example:i", "credentialSubject": subject,
    })
}

#[test]
fn inputs_of_a_mebibyte_are_read_within_64_mebibytes() {
    let key = SigningKey::from_seed(&[7; 32]);
    let options = SignOptions::new(key.did_key_method(), "2026-05-01T00:00:00Z");
    let contexts: Vec<Value> =
        (0..50).map(|n| (0..500).map(|t| (format!("t{n}-{t}"), json!("urn:x:t"))).collect::<serde_json::Map<_, _>>().into()).collect();
    let mut many_contexts = credential(json!({"a": 1}));
    many_contexts["@context"].as_array_mut().unwrap().extend(contexts);
    let documents = [
        ("values", credential(json!({"a": vec![1; 200_000]}))),
        ("ordered values", credential(json!({"a": {"@list": vec![1; 45_000]}}))),
        ("objects", credential(json!(vec![json!({}); 250_000]))),
        ("a long name said often", credential(json!({"id": format!("urn:{}", "x".repeat(500_000)), "a": vec!["y"; 100_000]}))),
        ("a long text", credential(json!({"a": "\u{1}".repeat(1_000_000)}))),
        ("contexts", many_contexts),
    ];
    for (name, document) in documents {
        let held = held_by(|| drop(vc::sign(document.clone(), &key, &options)));
        assert!(held <= 64, "{name}: {held} MiB");
        let held = held_by(|| drop(vc::verify(&document, &|_| Err(vc::Unresolved::Offline), 0)));
        assert!(held <= 64, "{name}: {held} MiB");
    }
    let svg = format!("<svg>{}</svg>", "<g a='b' c='d'/>".repeat(60_000));
    let deep = format!("<svg xmlns:a='b'>{}", "<g xmlns:c='d'>".repeat(60_000));
    let attributes = format!("<svg {}/>", (0..70_000).map(|n| format!("a{n}='b' ")).collect::<String>());
    for picture in [svg, deep, attributes] {
        let held = held_by(|| drop(vc::bake::bake(picture.as_bytes(), "{}", vc::bake::Existing::Replace)));
        assert!(held <= 64, "{held} MiB");
    }
    let list = format!("u{}", "H4sI".repeat(250_000));
    let held = held_by(|| drop(vc::status::StatusList::decode(&list)));
    assert!(held <= 64, "{held} MiB");
}
