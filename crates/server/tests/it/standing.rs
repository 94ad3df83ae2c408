//! Issuers that are suspended, closed or no longer recognised: four cases, each with its exact verdict (E7).

use crate::both;
use crate::credential::{competency, document};
use crate::harness::World;
use domain::standing::{IssuerFinding, Standing};
use domain::{CredentialId, Lang, Ts};
use server::actions::Failure;
use server::actions::award_credential::award_credential;
use server::actions::set_standing::set_standing;
use server::urls;
use server::verifying::examine;

const DAY: i64 = 86_400_000_000;

async fn stands(w: &World, standing: Standing) {
    set_standing(&w.member(w.admin).await, w.issuer_org, standing, "The board decided on 1 May.".to_owned()).await.unwrap();
}

/// The verdict by the API's code and the words on the page and at the check, in both languages.
async fn reads(w: &World, id: CredentialId, finding: IssuerFinding, [en, fr]: [&str; 2]) {
    let document = document(w, id).await;
    let examined = examine(&w.app, &document).await.unwrap().unwrap();
    assert_eq!(examined.issuer, finding);
    let said = crate::api_said(w, &document).await;
    assert_eq!(said["issuer_standing"], finding.code());
    let recognised = finding != IssuerFinding::NotRecognised;
    assert_eq!(said["verdict"], if recognised { "valid" } else { "issuer_not_recognised" });
    for (lang, words) in [(Lang::En, en), (Lang::Fr, fr)] {
        w.stranger().get(&urls::credential(lang, id)).await.is(200).says(words);
        let checked = w.stranger().post(&urls::verify(lang), &[("text", &document.to_string())]).await.is(200);
        checked.says(words);
    }
}

both!(closed_since_is_valid_and_says_who_holds_the_register, async |w: World| {
    let id = competency(&w).await;
    stands(&w, Standing::Closed { at: Ts(w.app.now().0 + 1), register: Some(w.owner) }).await;
    let words = ["Valid; the issuer has closed", "Valide; l’organisme émetteur a fermé"];
    reads(&w, id, IssuerFinding::Closed, words).await;
    w.stranger().get(&urls::credential(Lang::En, id)).await.is(200).says("Its register is held by Harbour Crafts Association");
    w.stranger().get(&urls::public_organisation(Lang::En, w.issuer_org)).await.is(200).says("its register is held by Harbour Crafts");
});

both!(suspended_since_is_valid_at_issue, async |w: World| {
    let id = competency(&w).await;
    stands(&w, Standing::Suspended { since: w.app.now() }).await;
    let words = ["Valid at issue; the issuer is under suspension", "Valide lors de la délivrance; l’organisme émetteur est suspendu"];
    reads(&w, id, IssuerFinding::UnderSuspension, words).await;
});

both!(revoked_for_cause_later_is_valid_at_issue_and_sends_to_the_quality_body, async |w: World| {
    let id = competency(&w).await;
    stands(&w, Standing::Revoked { from: Ts(w.app.now().0 + DAY) }).await;
    let words = [
        "Valid at issue; check with the quality-assurance body",
        "Valide lors de la délivrance; consultez l’organisme d’assurance qualité",
    ];
    reads(&w, id, IssuerFinding::RevokedLater, words).await;
});

both!(issued_after_recognition_was_lost_is_not_recognised, async |w: World| {
    let id = competency(&w).await;
    stands(&w, Standing::Revoked { from: Ts(w.app.now().0 - DAY) }).await;
    let words = [
        "Not recognised: issued when the issuer had lost its recognition",
        "Non reconnu : délivré alors que l’organisme émetteur avait perdu sa reconnaissance",
    ];
    reads(&w, id, IssuerFinding::NotRecognised, words).await;
});

both!(who_is_not_recognised_issues_nothing, async |w: World| {
    let claim = w.open_claim(w.learner).await;
    for n in 0..2 {
        let assessment = w.submit(w.learner, claim, n).await;
        w.judge(w.assessor, assessment, &[]).await;
    }
    stands(&w, Standing::Suspended { since: w.app.now() }).await;
    let refused = award_credential(&w.member(w.issuer).await, claim).await;
    assert!(matches!(refused, Err(Failure::Refused("refused-issuer-standing"))), "{refused:?}");
    stands(&w, Standing::Active).await;
    award_credential(&w.member(w.issuer).await, claim).await.unwrap();
});

both!(an_administrator_changes_it_with_a_reason_and_nobody_else, async |w: World| {
    let here = urls::organisation_standing(Lang::En, w.issuer_org);
    let form = [("standing", "closed"), ("from", "2026-05-30"), ("register", &w.owner.to_string()), ("reason", "It merged.")];
    for other in [w.issuer, w.author, w.learner] {
        w.client(other).await.post(&here, &form).await.is(404);
    }
    let admin = w.client(w.admin).await;
    admin.get(&here).await.is(200).says("Recognition as an issuer");
    admin.post(&here, &[("standing", "closed"), ("reason", "x")]).await.is(422);
    admin.post(&here, &[("standing", "active"), ("reason", " ")]).await.is(422).says("Give the reason.");
    let own = w.issuer_org.to_string();
    admin.post(&here, &[("standing", "closed"), ("from", "2026-05-30"), ("register", &own), ("reason", "x")]).await.is(422);
    admin.post(&here, &form).await.leads_to(&urls::organisation(Lang::En, w.issuer_org));
    admin.get(&urls::organisation(Lang::En, w.issuer_org)).await.is(200).says("It merged.").says("Closed on 30 May 2026");
});
