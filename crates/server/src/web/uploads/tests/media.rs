use super::world::*;
use axum::body::Body;
use axum::http::{Request, header};
use domain::assessment::{Assessment, AssessmentState, QueueReason, ScoreSheet};
use domain::evidence::{AuthenticityDeclaration, EvidenceLink, EvidenceState, Locator};
use domain::{AssessmentId, CompetencyId, CriterionId, EvidenceId, PersonId, ProfileId, VersionId};

const TEXT: &str = "0123456789";

fn get(who: PersonId, id: EvidenceId) -> axum::http::request::Builder {
    Request::get(format!("/en/evidence/{id}/file")).header(header::COOKIE, cookie(who)).header(header::ACCEPT_ENCODING, "gzip")
}

async fn world_with_file(name: &str) -> World {
    let world = World::new(name).await;
    world.upload(EVIDENCE, TEXT.as_bytes(), "été.txt", "text/plain").await;
    world
}

async fn fetch(world: &World, request: axum::http::request::Builder) -> Answer {
    world.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn the_whole_comes_with_what_keeps_it_harmless() {
    let world = world_with_file("whole-file").await;
    let answer = fetch(&world, get(LEARNER, EVIDENCE)).await.is(200);
    assert_eq!(answer.body, TEXT);
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(answer.header("content-length"), "10");
    assert_eq!(answer.header("accept-ranges"), "bytes");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
    assert_eq!(answer.header("content-disposition"), "inline; filename=\"_t_.txt\"; filename*=UTF-8''%C3%A9t%C3%A9.txt");
    let tag = answer.header("etag").to_owned();
    let again = fetch(&world, get(LEARNER, EVIDENCE).header(header::IF_NONE_MATCH, tag)).await.is(304);
    assert!(again.body.is_empty());
}

#[tokio::test]
async fn large_files_are_neither_compressed_nor_cut() {
    let world = World::new("large-file").await;
    let whole: Vec<u8> = (0..2_000_000u32).flat_map(|n| n.to_be_bytes()).collect();
    world.upload(EVIDENCE, &whole, "numbers.bin", "").await;
    let answer = fetch(&world, get(LEARNER, EVIDENCE)).await.is(200);
    assert_eq!(answer.header("content-encoding"), "");
    assert!(answer.body == whole);
    let part = fetch(&world, get(LEARNER, EVIDENCE).header(header::RANGE, "bytes=1000001-3000000")).await.is(206);
    assert!(part.body == whole[1_000_001..=3_000_000]);
}

#[tokio::test]
async fn parts_come_as_asked() {
    let world = world_with_file("parts").await;
    let part = fetch(&world, get(LEARNER, EVIDENCE).header(header::RANGE, "bytes=2-4")).await.is(206);
    assert_eq!((part.body.as_ref(), part.header("content-range"), part.header("content-length")), (b"234".as_slice(), "bytes 2-4/10", "3"));
    let part = fetch(&world, get(LEARNER, EVIDENCE).header(header::RANGE, "bytes=-2")).await.is(206);
    assert_eq!(part.body, "89");
    let none = fetch(&world, get(LEARNER, EVIDENCE).header(header::RANGE, "bytes=10-")).await.is(416);
    assert_eq!(none.header("content-range"), "bytes */10");
}

#[tokio::test]
async fn what_may_hold_script_is_only_saved() {
    let world = World::new("script").await;
    let pages: [(&str, &str); 2] =
        [("<!doctype html><script>alert(1)</script>", "text/html"), ("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")];
    for (n, (bytes, media_type)) in pages.into_iter().enumerate() {
        let id = EvidenceId(20 + n as u128);
        world.add_evidence(id).await;
        world.upload(id, bytes.as_bytes(), "picture.png", "image/png").await;
        let answer = fetch(&world, get(LEARNER, id)).await.is(200);
        assert_eq!(answer.header("content-type"), media_type);
        assert!(answer.header("content-disposition").starts_with("attachment; "), "{media_type}");
    }
}

#[tokio::test]
async fn only_the_learner_sees_what_was_not_sent() {
    let world = world_with_file("unsent").await;
    assign(&world, OTHER).await;
    fetch(&world, get(OTHER, EVIDENCE)).await.is(404);
    fetch(&world, get(LEARNER, EVIDENCE)).await.is(200);
    let stranger = Request::get(format!("/en/evidence/{EVIDENCE}/file"));
    assert!(fetch(&world, stranger).await.status.is_redirection());
}

#[tokio::test]
async fn an_assessor_sees_what_they_judge_and_nobody_else_does() {
    let world = world_with_file("judged").await;
    world.set_state(EVIDENCE, EvidenceState::Submitted { at: NOW }).await;
    fetch(&world, get(OTHER, EVIDENCE)).await.is(404);
    assign(&world, PersonId(1)).await;
    fetch(&world, get(OTHER, EVIDENCE)).await.is(404);
    let world = world_with_file("judged-too").await;
    world.set_state(EVIDENCE, EvidenceState::Submitted { at: NOW }).await;
    assign(&world, OTHER).await;
    assert_eq!(fetch(&world, get(OTHER, EVIDENCE)).await.is(200).body, TEXT);
}

#[tokio::test]
async fn what_is_closed_or_taken_back_opens_for_nobody() {
    let world = world_with_file("closed").await;
    assign(&world, OTHER).await;
    let before = Box::new(EvidenceState::Submitted { at: NOW });
    let closed = EvidenceState::Quarantined { by: OTHER, at: NOW, reason: "complaint".into(), before };
    for (state, owner, assessor) in [
        (closed, 404, 404),
        (EvidenceState::AccessRestricted { at: NOW }, 410, 410),
        (EvidenceState::Withdrawn { at: NOW }, 410, 404),
        (EvidenceState::Excluded { by: OTHER, at: NOW, reason: "complaint".into() }, 410, 410),
        (EvidenceState::Purged { at: NOW }, 410, 404),
    ] {
        world.set_state(EVIDENCE, state).await;
        fetch(&world, get(LEARNER, EVIDENCE)).await.is(owner);
        fetch(&world, get(OTHER, EVIDENCE)).await.is(assessor);
    }
}

/// Links the evidence to a competency that `assessor` judges.
async fn assign(world: &World, assessor: PersonId) {
    let mut tx = world.app.begin().await.unwrap();
    let assessment = Assessment {
        id: AssessmentId(1),
        claim: CLAIM,
        learner: LEARNER,
        version: VersionId(1),
        competency: CompetencyId(1),
        tier: domain::profile::RiskTier::B,
        attempt: 1,
        criteria: vec![CriterionId(1)],
        due: NOW,
        not_by: Vec::new(),
        state: AssessmentState::Queued { since: NOW, reason: QueueReason::New },
        draft: ScoreSheet::default(),
        revision: 0,
    };
    let assessment = Assessment { state: AssessmentState::InProgress { assessor, since: NOW }, ..assessment };
    let declaration = AuthenticityDeclaration { own_work: true, help_used: "none".into(), at: NOW };
    store::assessments::add(&mut tx, &assessment, ProfileId(1), &declaration).await.unwrap();
    let link = EvidenceLink { evidence: EVIDENCE, competency: CompetencyId(1), criterion: CriterionId(1), at: Locator::Whole };
    let item = store::evidence::get(&mut tx, EVIDENCE).await.unwrap().unwrap();
    store::evidence::set_links(&mut tx, &item, &[link]).await.unwrap();
    tx.commit().await.unwrap();
}
