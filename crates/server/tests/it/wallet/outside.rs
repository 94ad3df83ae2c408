//! A wallet that nobody here wrote (`e2e/wallet.mjs`), against a server on a port of its own.

use super::held;
use crate::harness::World;
use serde_json::Value;
use server::actions::offer_to_wallet::offer_to_wallet;
use server::protocols::issuance::{by_reference, by_value};
use server::verifying::check_here;
use std::path::Path;
use std::process::Stdio;
use tokio::process::Command;
use vc::Verdict;

/// What the wallet printed.
async fn wallet(w: &World, offer: &str, more: &[&str]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/wallet.mjs");
    let now = (w.app.now().0 / 1_000_000).to_string();
    let mut command = Command::new("node");
    command.arg(script).arg(offer).args(more).args(["--now", &now]).stderr(Stdio::inherit());
    let out = command.output().await.unwrap();
    serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&out.stdout)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wallet_that_nobody_here_wrote_takes_the_credential() {
    if std::env::var("TESSERA_TEST_E2E").as_deref() != Ok("1") {
        println!("SKIPPED: TESSERA_TEST_E2E does not say that Node is there");
        return;
    }
    let w = World::served().await;
    let id = held(&w).await;
    let member = w.member(w.learner).await;
    for (by_ref, pin, flags) in [
        (true, false, ["--alg", "EdDSA", "--name", "jwk", "--format", "ldp_vc"]),
        (false, true, ["--alg", "ES256", "--name", "did", "--format", "ldp_vc"]),
        (true, true, ["--alg", "ES256", "--name", "jwk", "--format", "jwt_vc_json-ld"]),
        (false, false, ["--alg", "EdDSA", "--name", "did", "--format", "jwt_vc_json-ld"]),
    ] {
        let offered = offer_to_wallet(&member, id, pin).await.unwrap();
        let base = &w.app.base_url;
        let offer = if by_ref { by_reference(base, &offered.code) } else { by_value(base, &offered.code, pin, domain::Lang::En) };
        let mut flags = flags.to_vec();
        if let Some(pin) = &offered.pin {
            flags.extend(["--pin", pin]);
        }
        let said = wallet(&w, &offer, &flags).await;
        let credential = &said["credentials"][0]["credential"];
        assert!(!credential.is_null(), "{flags:?}: {said}");
        assert_eq!(check_here(&w.app, credential).await.unwrap().unwrap().verdict, Verdict::Valid, "{flags:?}");
        let holder = match credential {
            Value::String(token) => vc::jose::parse(token).unwrap().claims().unwrap()["credentialSubject"]["id"].clone(),
            document => document["credentialSubject"]["id"].clone(),
        };
        assert_eq!(holder, said["holder"], "{flags:?}");
        assert_eq!(said["told"], 204);
        let again = wallet(&w, &offer, &flags).await;
        assert!(again.get("error").is_some(), "a second use of the offer: {again}");
    }
}
