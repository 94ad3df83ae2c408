//! Wallets that nobody here wrote (`e2e/wallet.mjs`, `e2e/show.mjs`), against a server on a port of its own.

use super::{Wallet, held};
use crate::harness::World;
use crate::node;
use base64::Engine as _;
use serde_json::{Value, json};
use server::actions::offer_to_wallet::offer_to_wallet;
use server::protocols::issuance::{by_reference, by_value};
use server::verifying::check_here;
use vc::Verdict;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wallet_that_nobody_here_wrote_takes_the_credential() {
    if !node::is_there() {
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
        let mut args = vec![offer.as_str()];
        args.extend(flags);
        if let Some(pin) = &offered.pin {
            args.extend(["--pin", pin]);
        }
        let said = node::run("wallet.mjs", &args, &Value::Null).await;
        let credential = &said["credentials"][0]["credential"];
        assert!(!credential.is_null(), "{flags:?}: {said}");
        assert_eq!(check_here(&w.app, credential).await.unwrap().unwrap().verdict, Verdict::Valid, "{flags:?}");
        let holder = match credential {
            Value::String(token) => vc::jose::parse(token).unwrap().claims().unwrap()["credentialSubject"]["id"].clone(),
            document => document["credentialSubject"]["id"].clone(),
        };
        assert_eq!(holder, said["holder"], "{flags:?}");
        assert_eq!(said["told"], 204);
        let again = node::run("wallet.mjs", &args, &Value::Null).await;
        assert!(again.get("error").is_some(), "a second use of the offer: {again}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wallet_that_nobody_here_wrote_shows_the_credential() {
    if !node::is_there() {
        return;
    }
    let w = World::served().await;
    let (_, _, credential) = Wallet::fetched(&w).await;
    let seed = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode([42; 32]);
    for (args, words) in [
        (&[][..], "it holds the key that the credential was issued to"),
        (&["--nonce", "another"][..], "may be a copy"),
        (&["--refuse"][..], "its holder said no"),
    ] {
        let (page, link) = super::showing::asked(&w).await;
        let input = json!({ "link": link, "credential": credential, "seed": seed });
        let said = node::run("show.mjs", args, &input).await;
        let due = json!({ "client": "decentralized_identifier", "signer": "did", "version": 100, "format": "ldp_vc", "status": 200 });
        assert_eq!(said, due, "{args:?}");
        w.stranger().get(&page).await.is(200).says(words);
    }
}
