//! Status lists: where each credential says that its state is published, and what stands there.

use crate::both;
use crate::credential::{competency, document, kept, outside, status_lists, why};
use crate::harness::World;
use domain::credential::{Achievement, Credential, CredentialState, Ground, StatusPlace};
use domain::{CredentialId, RecognitionId, StatusListId};
use serde_json::Value;
use server::actions::change_status::{reinstate_credential, revoke_credential, suspend_credential};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};

/// What somebody else finds out who has the file, the keys and the lists.
async fn found(w: &World, id: CredentialId) -> vc::Verdict {
    let mut at_hand = status_lists(w, id).await;
    let keys = w.stranger().get(&format!("/issuers/{}/did.json", w.issuer_org)).await.is(200).body;
    at_hand.push(serde_json::from_str(&keys).unwrap());
    outside(&document(w, id).await, &at_hand, w.app.now()).await
}

/// What stands in the one list that every verifier reads.
pub async fn listed(w: &World, id: CredentialId) -> bool {
    let (credential, lists) = (document(w, id).await, status_lists(w, id).await);
    let entry = &credential["credentialStatus"];
    assert_eq!(entry["statusPurpose"], "revocation");
    let index = entry["statusListIndex"].as_str().unwrap().parse().unwrap();
    vc::status::Published::read(&lists[0]).unwrap().get("revocation", index).unwrap()
}

both!(the_lists_say_what_the_register_says_at_once, async |w: World| {
    let id = competency(&w).await;
    let issuer = w.member(w.issuer).await;
    assert_eq!((found(&w, id).await, listed(&w, id).await), (vc::Verdict::Valid, false));
    suspend_credential(&issuer, id, why(Ground::UnderReview, "An appeal.")).await.unwrap();
    assert_eq!((found(&w, id).await, listed(&w, id).await), (vc::Verdict::Suspended, true));
    reinstate_credential(&issuer, id, "Closed.".to_owned()).await.unwrap();
    assert_eq!((found(&w, id).await, listed(&w, id).await), (vc::Verdict::Valid, false));
    revoke_credential(&issuer, id, why(Ground::IssuedInError, "Twice.")).await.unwrap();
    assert_eq!((found(&w, id).await, listed(&w, id).await), (vc::Verdict::Revoked, true));
});

both!(a_list_is_the_issuers_signed_and_long_enough_to_hide_in, async |w: World| {
    let id = competency(&w).await;
    for list in status_lists(&w, id).await {
        let report = server::verifying::check_here(&w.app, &list).await.unwrap().unwrap();
        assert_eq!(report.verdict, vc::Verdict::Valid, "{report:?}");
        assert_eq!(list["issuer"], document(&w, id).await["issuer"]["id"]);
        let published = vc::status::Published::read(&list).unwrap();
        let last = u64::from(StatusPlace::PLACES) - 1;
        assert_eq!(published.get(&published.purposes[0], last), Ok(false));
        assert_eq!(published.ttl_ms, Some(30_000), "what is kept elsewhere is within a minute of the register");
    }
});

both!(a_list_is_the_same_bytes_until_something_changes, async |w: World| {
    let id = competency(&w).await;
    let address = document(&w, id).await["credentialStatus"]["statusListCredential"].as_str().unwrap().to_owned();
    let path = address.strip_prefix("https://tessera.example").unwrap();
    let first = w.stranger().get(path).await.is(200);
    assert_eq!(first.header("content-type").as_deref(), Some("application/vc"));
    assert_eq!(first.header("cache-control").as_deref(), Some("public, max-age=30"));
    w.app.clock.advance(3_600_000_000);
    let tag = first.header("etag").unwrap();
    let again = w.stranger().ask(axum::http::Method::GET, path, &[("if-none-match", &tag)], axum::body::Body::empty()).await;
    assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""));
    let issuer = w.member(w.issuer).await;
    suspend_credential(&issuer, id, why(Ground::UnderReview, "An appeal.")).await.unwrap();
    let changed = w.stranger().ask(axum::http::Method::GET, path, &[("if-none-match", &tag)], axum::body::Body::empty()).await.is(200);
    assert_ne!(changed.header("etag").unwrap(), tag);
    w.stranger().get("/status/stl_00000000000000000000000000/revocation").await.is(404);
    w.stranger().get(&path.replace("revocation", "refresh")).await.is(404);
});

/// A credential like this one, about something else.
async fn another(w: &World, like: CredentialId) -> Credential {
    let recognition: RecognitionId = w.app.id();
    Credential { id: w.app.id(), achievement: Achievement::Competency(recognition), document: None, ..kept(w, like).await }
}

both!(when_a_list_is_full_the_next_begins, async |w: World| {
    let like = competency(&w).await;
    let mut places = Vec::new();
    for _ in 0..3 {
        let credential = another(&w, like).await;
        let mut tx = w.app.begin().await.unwrap();
        // The dice always fall the same way, so that one credential fills a list.
        let at = store::status::issue(&mut tx, &credential, || 7, || w.app.id()).await.unwrap();
        tx.commit().await.unwrap();
        places.push(at);
    }
    assert!(places.iter().all(|at| at.place == 7));
    assert_eq!(places.iter().map(|at| at.list.to_string()).collect::<BTreeSet<_>>().len(), 3, "{places:?}");
});

both!(many_at_once_all_get_a_place_of_their_own, async |w: World| {
    let like = competency(&w).await;
    let dice = AtomicU32::new(0);
    let issue = async || {
        let credential = another(&w, like).await;
        let mut tx = w.app.begin().await.unwrap();
        let throw = || dice.fetch_add(7, Ordering::SeqCst) % 16;
        let at = store::status::issue(&mut tx, &credential, throw, || w.app.id::<StatusListId>()).await.unwrap();
        tx.commit().await.unwrap();
        (at.list.to_string(), at.place)
    };
    let places = futures::future::join_all((0..40).map(|_| issue())).await;
    assert_eq!(places.iter().collect::<BTreeSet<_>>().len(), 40, "{places:?}");
    assert!(places.iter().all(|(_, place)| *place < 16));
});

both!(places_say_nothing_about_the_order_of_issuing, async |w: World| {
    let like = competency(&w).await;
    let mut places = Vec::new();
    for _ in 0..12 {
        let credential = another(&w, like).await;
        let mut tx = w.app.begin().await.unwrap();
        places.push(server::issuing::issue(&w.app, &mut tx, &credential).await.unwrap().place);
        tx.commit().await.unwrap();
    }
    assert!(!places.is_sorted_by(|a, b| a < b) && !places.is_sorted_by(|a, b| a > b), "{places:?}");
});

both!(what_nobody_issued_here_is_checked_by_its_own_list, async |w: World| {
    let id = competency(&w).await;
    let issuer = w.member(w.issuer).await;
    suspend_credential(&issuer, id, why(Ground::UnderReview, "An appeal.")).await.unwrap();
    let (credential, lists) = (document(&w, id).await, status_lists(&w, id).await);
    let keys: Value = serde_json::from_str(&w.stranger().get(&format!("/issuers/{}/did.json", w.issuer_org)).await.is(200).body).unwrap();
    let now = w.app.now();
    let check = async |at_hand: Vec<Value>| outside(&credential, &at_hand, now).await;
    let whole = vec![keys.clone(), lists[0].clone(), lists[1].clone()];
    assert_eq!(check(whole).await, vc::Verdict::Suspended);
    assert_eq!(check(vec![keys.clone()]).await, vc::Verdict::CannotCheckNow, "without its lists nothing is called sound");
    let mut forged = lists[0].clone();
    forged["credentialSubject"]["encodedList"] = vc::status::StatusList::new(131_072).unwrap().encode().into();
    assert_eq!(check(vec![keys, forged]).await, vc::Verdict::CannotCheckNow, "a list that was altered does not count");
    assert!(matches!(kept(&w, id).await.state, CredentialState::Suspended { .. }));
});
