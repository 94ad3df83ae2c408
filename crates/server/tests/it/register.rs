//! The issuer's register: what was issued, and the acts that put a credential out of force or in force again.

use crate::both;
use crate::credential::{competency, kept, offered, why};
use crate::harness::World;
use domain::credential::Ground;
use domain::people::{Membership, Role};
use domain::{CredentialId, Lang};
use server::actions::Failure;
use server::actions::change_status::{reinstate_credential, revoke_credential, suspend_credential};
use server::urls;

async fn letters(w: &World, to: domain::PersonId) -> Vec<(String, String)> {
    let all = store::messages::latest(&mut w.app.read().await.unwrap(), 0, 100).await.unwrap();
    all.into_iter().filter(|m| m.person == Some(to)).map(|m| (m.subject, m.body)).collect()
}

async fn public(w: &World, id: CredentialId) -> crate::harness::Answer {
    w.stranger().get(&urls::credential(Lang::En, id)).await.is(200)
}

both!(a_credential_is_suspended_put_in_force_again_and_revoked, async |w: World| {
    let id = competency(&w).await;
    let issuer = w.client(w.issuer).await;
    issuer.get("/en/register").await.is(200).says("Lena Learner").says("In force <span>1</span>");
    let here = urls::register_entry(Lang::En, id);
    issuer.get(&here).await.is(200).says("Signed").says("Suspend").says("Revoke");

    let suspension = urls::suspension(Lang::En, id);
    issuer.get(&suspension).await.is(200).says("Suspend the credential of Lena Learner?").says("The holder is told by letter");
    issuer.post(&suspension, &[("words", "An appeal is open.")]).await.is(422).says("Choose one of the grounds.");
    issuer.post(&suspension, &[("ground", "not_own_work"), ("words", "x")]).await.is(422).says("Choose one of the grounds.");
    issuer.post(&suspension, &[("ground", "under_review"), ("words", " ")]).await.is(422).says("Give the reason.");
    issuer.post(&suspension, &[("ground", "under_review"), ("words", "An appeal is open.")]).await.leads_to(&here);
    assert_eq!(kept(&w, id).await.state.name(), "suspended");
    let page = public(&w, id).await.says("This credential is suspended").says("by Northshore College").says("looked at again");
    assert!(!page.body.contains("An appeal is open."));
    issuer.get("/en/register?show=suspended").await.is(200).says("Lena Learner");
    issuer.get(&suspension).await.is(200).says("no longer takes that step");
    issuer.post(&suspension, &[("ground", "under_review"), ("words", "Again.")]).await.is(409);

    issuer.post(&urls::reinstatement(Lang::En, id), &[("words", "The appeal is closed.")]).await.leads_to(&here);
    public(&w, id).await.says("genuine and in force");
    issuer.post(&urls::revocation(Lang::En, id), &[("ground", "issued_in_error"), ("words", "Issued twice.")]).await.leads_to(&here);
    public(&w, id).await.says("This credential was revoked").says("It was issued by mistake.");
    let history = issuer.get(&here).await.is(200).says("Issued twice.").says("The appeal is closed.").says("Iris Issuer");
    assert!(history.body.contains("Nothing can be changed any more"));
    issuer.post(&urls::reinstatement(Lang::En, id), &[("words", "No.")]).await.is(409);

    let written = letters(&w, w.learner).await;
    for (subject, words) in
        [("Suspended:", "An appeal is open."), ("In force again:", "The appeal is closed."), ("Revoked:", "Issued twice.")]
    {
        assert!(written.iter().any(|(s, b)| s.starts_with(subject) && b.contains(words)), "{subject} {written:?}");
    }
    let mut tx = w.app.read().await.unwrap();
    assert_eq!(store::events::check(&mut tx, &id.to_string()).await.unwrap(), None);
    w.client(w.learner).await.get(&urls::credential_settings(Lang::En, id)).await.is(200).says("Issued twice.");
});

both!(an_offer_is_withdrawn_before_anybody_accepts_it, async |w: World| {
    let id = offered(&w).await;
    let issuer = w.client(w.issuer).await;
    let here = urls::register_entry(Lang::En, id);
    issuer.get(&here).await.is(200).says("Withdraw the offer");
    let withdrawal = urls::revocation(Lang::En, id);
    issuer.get(&withdrawal).await.is(200).says("Withdraw what was offered to Lena Learner?");
    issuer.post(&withdrawal, &[("ground", "issued_in_error"), ("words", "")]).await.is(422).says("Give the reason.");
    issuer.post(&withdrawal, &[("ground", "issued_in_error"), ("words", "The wrong list.")]).await.leads_to(&here);
    issuer.get(&here).await.is(200).says("The wrong list.").says("Nothing can be changed any more");
    issuer.get("/en/register?show=offered").await.is(200).says("Offer withdrawn");

    let learner = w.client(w.learner).await;
    let settings = urls::credential_settings(Lang::En, id);
    learner.get(&settings).await.is(200).says("The wrong list.");
    learner.post(&format!("{settings}/accept"), &[]).await.is(409);
    let claim = match kept(&w, id).await.achievement {
        domain::credential::Achievement::MicroCredential(claim) => claim,
        other => panic!("{other:?}"),
    };
    learner.get(&urls::claim(Lang::En, claim)).await.is(200).says("took back the offer").says("The wrong list.");
    assert!(letters(&w, w.learner).await.iter().any(|(s, b)| s.starts_with("No longer offered:") && b.contains("The wrong list.")));
    w.stranger().get(&urls::credential(Lang::En, id)).await.is(404);
    assert!(crate::status::listed(&w, id).await);
});

both!(only_those_who_issue_for_the_issuer_see_and_change_its_register, async |w: World| {
    let id = competency(&w).await;
    let mut tx = w.app.begin().await.unwrap();
    store::people::grant(&mut tx, w.author, Membership { organisation: w.owner, role: Role::Issuer }).await.unwrap();
    tx.commit().await.unwrap();
    for other in [w.author, w.learner, w.assessor, w.admin] {
        let client = w.client(other).await;
        client.get(&urls::register_entry(Lang::En, id)).await.is(404);
        client.post(&urls::suspension(Lang::En, id), &[("ground", "under_review"), ("words", "x")]).await.is(404);
        client.post(&urls::revocation(Lang::En, id), &[("ground", "issued_in_error"), ("words", "x")]).await.is(404);
    }
    let elsewhere = w.client(w.author).await.get("/en/register").await.is(200).says("Nothing is found");
    assert!(!elsewhere.body.contains("Lena"));
    assert_eq!(kept(&w, id).await.state.name(), "active");
});

both!(nobody_decides_on_their_own_credential, async |w: World| {
    let id = competency(&w).await;
    let mut tx = w.app.begin().await.unwrap();
    store::people::grant(&mut tx, w.learner, Membership { organisation: w.issuer_org, role: Role::Issuer }).await.unwrap();
    tx.commit().await.unwrap();
    let me = w.member(w.learner).await;
    let refused = |r| matches!(r, Err(Failure::Refused("refused-own-credential")));
    assert!(refused(suspend_credential(&me, id, why(Ground::HolderAsked, "Mine.")).await));
    assert!(refused(reinstate_credential(&me, id, "Mine.".to_owned()).await));
    assert!(refused(revoke_credential(&me, id, why(Ground::HolderAsked, "Mine.")).await.map(drop)));
    w.client(w.learner).await.get(&urls::suspension(Lang::En, id)).await.is(200).says("A colleague with the issuer’s role");
});

both!(two_who_decide_at_once_do_not_undo_each_other, async |w: World| {
    let id = competency(&w).await;
    let who = w.member(w.issuer).await;
    let acts = (0..4).map(|n| {
        let who = who.clone();
        async move {
            let words = format!("Decision {n}");
            if n % 2 == 0 {
                suspend_credential(&who, id, why(Ground::UnderReview, &words)).await
            } else {
                revoke_credential(&who, id, why(Ground::IssuedInError, &words)).await.map(drop)
            }
        }
    });
    let outcomes: Vec<_> = futures::future::join_all(acts).await;
    let done = outcomes.iter().filter(|o| o.is_ok()).count();
    assert!((1..=2).contains(&done), "{outcomes:?}");
    let mut tx = w.app.read().await.unwrap();
    let entries = store::events::of(&mut tx, &id.to_string(), 0, 100).await.unwrap();
    assert_eq!(entries.iter().filter(|e| e.name != "credential_signed").count(), done, "one entry for each that was done");
});

both!(the_register_is_searched_and_narrowed, async |w: World| {
    let id = competency(&w).await;
    let issuer = w.client(w.issuer).await;
    for query in ["lena", "LEARNER%20line", "amarre", &id.to_string()] {
        issuer.get(&format!("/en/register?q={query}")).await.is(200).says("Lena Learner");
    }
    for nothing in ["nobody", "%25", "_"] {
        let answer = issuer.get(&format!("/en/register?q={nothing}")).await.is(200);
        assert_eq!(answer.body.contains("Lena Learner"), nothing != "nobody", "{nothing}");
    }
    w.app.clock.advance(37 * 31 * 86_400_000_000);
    let again = w.client(w.issuer).await;
    again.get("/en/register?show=ended").await.is(200).says("Lena Learner").says("Past its end date");
    let active = again.get("/en/register?show=active").await.is(200);
    assert!(!active.body.contains("Lena Learner"));
    again.get("/fr/register").await.is(200).says("Arrivé à échéance");
});
