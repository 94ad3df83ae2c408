use super::world::*;
use axum::body::Body;
use axum::http::{Method, Request, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::EvidenceId;
use domain::evidence::{Content, EvidenceKind, EvidenceState};

const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

#[tokio::test]
async fn options_tell_what_there_is() {
    let world = World::new("options").await;
    for path in ["/uploads", "/uploads/upl_x"] {
        let answer = world.send(Request::options(path).body(Body::empty()).unwrap()).await.is(204);
        assert_eq!(answer.header("tus-version"), "1.0.0");
        assert_eq!(answer.header("tus-resumable"), "1.0.0");
        assert_eq!(answer.header("tus-extension"), "creation,termination,expiration,checksum");
        assert_eq!(answer.header("tus-max-size"), LARGEST.to_string());
        assert_eq!(answer.header("tus-checksum-algorithm"), "sha1,sha256");
    }
}

#[tokio::test]
async fn a_file_in_two_pieces_becomes_evidence() {
    let world = World::new("two").await;
    let path = world.create(EVIDENCE, 3, "abc.txt", "video/mp4").await;
    let head = world.head(&path).await.is(200);
    assert_eq!((head.offset(), head.header("upload-length"), head.header("cache-control")), (0, "3", "no-store"));
    assert_eq!(head.header("upload-metadata"), metadata(EVIDENCE, "abc.txt", "video/mp4"));
    assert_eq!(head.header("upload-expires"), "Fri, 22 Jan 2027 08:00:00 GMT");
    assert_eq!(world.patch(&path, 0, "ab").await.is(204).offset(), 2);
    assert_eq!(world.head(&path).await.is(200).offset(), 2);
    assert_eq!(world.item(EVIDENCE).await.state, EvidenceState::Draft);
    assert_eq!(world.patch(&path, 2, "c").await.is(204).offset(), 3);

    let item = world.item(EVIDENCE).await;
    assert_eq!(item.state, EvidenceState::Available { at: NOW });
    assert_eq!(item.kind, EvidenceKind::Document);
    let content = Content::File {
        sha256: ABC.into(),
        size: 3,
        media_type: "text/plain".into(),
        file_name: "abc.txt".into(),
        duration_ms: Some(2500),
    };
    assert_eq!(item.content, content);
    assert_eq!(world.events().await, ["evidence_stored"]);
    assert_eq!(world.parts().await, 0);
    // Asked once more, because the answer was lost on its way.
    assert_eq!(world.head(&path).await.is(200).offset(), 3);
    assert_eq!(world.patch(&path, 3, "").await.is(204).offset(), 3);
    world.patch(&path, 2, "c").await.is(409);
    assert_eq!(world.events().await, ["evidence_stored"]);
}

#[tokio::test]
async fn another_version_of_the_protocol_is_refused() {
    let world = World::new("version").await;
    let path = world.create(EVIDENCE, 3, "a", "").await;
    for (method, path) in [(Method::POST, "/uploads"), (Method::HEAD, path.as_str()), (Method::PATCH, &path), (Method::DELETE, &path)] {
        let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie(LEARNER));
        let answer = world.send(request.header("tus-resumable", "0.2.2").body(Body::empty()).unwrap()).await.is(412);
        assert_eq!((answer.header("tus-version"), answer.header("tus-resumable")), ("1.0.0", "1.0.0"));
    }
    assert_eq!(world.head(&path).await.is(200).offset(), 0);
}

#[tokio::test]
async fn what_is_too_large_is_refused_before_it_is_sent() {
    let world = World::new("large").await;
    let answer = world.send(post(EVIDENCE, LARGEST + 1, "a", "").body(Body::empty()).unwrap()).await.is(413);
    assert!(String::from_utf8_lossy(&answer.body).contains("10\u{a0}MB"));
    world.send(post(EVIDENCE, LARGEST, "a", "").body(Body::empty()).unwrap()).await.is(201);
    let path = world.create(EVIDENCE, 3, "a", "").await;
    world.patch(&path, 0, "a").await.is(204);
    world.patch(&path, 1, "bcd").await.is(413);
    // Without a length the excess shows only when it comes.
    let pieces = futures::stream::iter(["bc", "d"].map(Ok::<_, std::io::Error>));
    world.patch(&path, 1, Body::from_stream(pieces)).await.is(413);
    assert_eq!(world.head(&path).await.is(200).offset(), 1);
}

#[tokio::test]
async fn what_is_wrongly_said_is_refused() {
    let world = World::new("wrong").await;
    let path = world.create(EVIDENCE, 3, "a", "").await;
    let send = async |builder: axum::http::request::Builder| world.send(builder.body("abc".into()).unwrap()).await.status.as_u16();
    let plain = tus(Method::PATCH, &path).header("upload-offset", 0).header(header::CONTENT_TYPE, "application/octet-stream");
    assert_eq!(send(plain).await, 415);
    assert_eq!(send(patch(&path, 1)).await, 409);
    assert_eq!(send(patch(&path, 4)).await, 409);
    let nowhere = tus(Method::PATCH, &path).header(header::CONTENT_TYPE, "application/offset+octet-stream");
    assert_eq!(send(nowhere).await, 400);
    assert_eq!(send(patch(&path, 0).header("upload-checksum", "md5 AAAA")).await, 400);
    assert_eq!(send(patch(&path, 0).header("upload-checksum", "sha1")).await, 400);
    assert_eq!(send(tus(Method::POST, "/uploads").header("upload-length", 3)).await, 400);
    assert_eq!(send(tus(Method::POST, "/uploads").header("upload-defer-length", 1)).await, 400);
    let odd = tus(Method::POST, "/uploads").header("upload-length", "-3").header("upload-metadata", metadata(EVIDENCE, "a", ""));
    assert_eq!(send(odd).await, 400);
    assert_eq!(world.head(&path).await.is(200).offset(), 0);
}

#[tokio::test]
async fn a_piece_that_does_not_add_up_is_dropped_and_the_rest_kept() {
    let world = World::new("sum").await;
    let path = world.create(EVIDENCE, 3, "a", "").await;
    world.patch(&path, 0, "a").await.is(204);
    let sum = |of: &str| {
        let sha256 = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, of.as_bytes());
        format!("sha256 {}", STANDARD.encode(sha256))
    };
    let request = patch(&path, 1).header("upload-checksum", sum("bc"));
    world.send(request.body("bX".into()).unwrap()).await.is(460);
    assert_eq!(world.head(&path).await.is(200).offset(), 1);
    let request = patch(&path, 1).header("upload-checksum", sum("bc"));
    assert_eq!(world.send(request.body("bc".into()).unwrap()).await.is(204).offset(), 3);
    assert_eq!(world.item(EVIDENCE).await.content.fingerprint(), Some(ABC));
}

#[tokio::test]
async fn somebody_elses_upload_is_not_there() {
    let world = World::new("else").await;
    let path = world.create(EVIDENCE, 3, "a", "").await;
    let as_other = |method: Method, path: &str| {
        let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie(OTHER)).header("tus-resumable", "1.0.0");
        let request = request.header("upload-offset", 0).header("upload-length", 3).header("upload-metadata", metadata(EVIDENCE, "a", ""));
        request.header(header::CONTENT_TYPE, "application/offset+octet-stream").body(Body::empty()).unwrap()
    };
    for method in [Method::HEAD, Method::PATCH, Method::DELETE] {
        world.send(as_other(method, &path)).await.is(404);
    }
    world.send(as_other(Method::POST, "/uploads")).await.is(404);
    for unknown in ["/uploads/upl_00000000000000000000000001", "/uploads/nonsense"] {
        world.head(unknown).await.is(404);
    }
    assert_eq!(world.head(&path).await.is(200).offset(), 0);
}

#[tokio::test]
async fn whoever_is_signed_out_gets_nothing_done() {
    let world = World::new("out").await;
    let request = Request::post("/uploads").header("tus-resumable", "1.0.0").header("upload-length", 3);
    let answer = world.send(request.header("upload-metadata", metadata(EVIDENCE, "a", "")).body(Body::empty()).unwrap()).await;
    assert!([303, 401].contains(&answer.status.as_u16()));
    assert_eq!(world.parts().await, 0);
}

#[tokio::test]
async fn an_upload_taken_back_is_gone_with_its_bytes() {
    let world = World::new("back").await;
    let path = world.create(EVIDENCE, 3, "a", "").await;
    world.patch(&path, 0, "ab").await.is(204);
    assert_eq!(world.parts().await, 1);
    world.send(tus(Method::DELETE, &path).body(Body::empty()).unwrap()).await.is(204);
    world.head(&path).await.is(404);
    world.patch(&path, 2, "c").await.is(404);
    assert_eq!(world.parts().await, 0);
}

#[tokio::test]
async fn an_upload_whose_time_is_over_is_gone() {
    let world = World::new("expired").await;
    let path = world.create(EVIDENCE, 3, "a", "").await;
    world.patch(&path, 0, "ab").await.is(204);
    world.app.clock.advance(7 * domain::time::DAY);
    world.head(&path).await.is(410);
    world.patch(&path, 2, "c").await.is(410);
    assert_eq!(crate::actions::uploads::forget_expired(&world.app).await.unwrap(), 1);
    assert_eq!(world.parts().await, 0);
    world.head(&path).await.is(404);
}

#[tokio::test]
async fn a_client_with_nothing_but_post_is_understood() {
    let world = World::new("post").await;
    let path = world.create(EVIDENCE, 3, "a", "").await;
    let over = |method: &str| tus(Method::POST, &path).header("x-http-method-override", method);
    let sent = over("PATCH").header("upload-offset", 0).header(header::CONTENT_TYPE, "application/offset+octet-stream");
    assert_eq!(world.send(sent.body("ab".into()).unwrap()).await.is(204).offset(), 2);
    world.send(over("GET").body(Body::empty()).unwrap()).await.is(405);
    world.send(over("DELETE").body(Body::empty()).unwrap()).await.is(204);
    world.head(&path).await.is(404);
}

#[tokio::test]
async fn evidence_gets_one_file_only() {
    let world = World::new("one").await;
    let (first, second) = (world.create(EVIDENCE, 3, "a", "").await, world.create(EVIDENCE, 3, "b", "").await);
    world.patch(&first, 0, "abc").await.is(204);
    world.patch(&second, 0, "xyz").await.is(410);
    assert_eq!(world.item(EVIDENCE).await.content.fingerprint(), Some(ABC));
    assert_eq!(world.parts().await, 0);
    world.send(post(EVIDENCE, 3, "c", "").body(Body::empty()).unwrap()).await.is(410);
    let forgotten = crate::actions::uploads::forget_unused(&world.app, 0..=255).await.unwrap();
    assert_eq!(forgotten, 1, "the bytes that nobody got");
    assert!(world.app.files.open_read(ABC).await.unwrap().is_some());
}

#[tokio::test]
async fn what_nobody_can_assess_is_refused_with_its_reason() {
    let world = World::new("refused").await;
    let exe = [b"MZ\x90\0\x03\0\0\0".as_slice(), &[0; 64]].concat();
    let cases: [(&[u8], &str); 3] =
        [(b"", "rejected-empty"), (&exe, "rejected-program"), (b"PK\x03\x04 a zip of pictures", "rejected-archive")];
    for (n, (bytes, why)) in cases.into_iter().enumerate() {
        let id = EvidenceId(10 + n as u128);
        world.add_evidence(id).await;
        let item = world.upload(id, bytes, "holiday.png", "image/png").await;
        assert_eq!(item.state, EvidenceState::Rejected { at: NOW, reason: why.into() });
    }
    assert_eq!(world.events().await, ["evidence_stored", "evidence_rejected"].repeat(3));
    assert_eq!(crate::actions::uploads::forget_unused(&world.app, 0..=255).await.unwrap(), 3);
}

#[tokio::test]
async fn a_file_that_comes_with_a_form_is_given_to_its_evidence() {
    use crate::actions::uploads::{give, receive};
    let world = World::new("form").await;
    let who = crate::caller::Member::of(&world.app, LEARNER).await.unwrap();
    let bytes = || futures::stream::iter(["a", "bc"].map(|p| Ok::<_, std::io::Error>(bytes::Bytes::from(p))));
    let received = receive(&who, "C:\\abc.txt", "text/plain", bytes()).await.unwrap();
    assert_eq!(received.size, 3);
    give(&who, EVIDENCE, received).await.unwrap();
    let item = world.item(EVIDENCE).await;
    assert_eq!((item.state.name(), item.content.fingerprint()), ("available", Some(ABC)));
    assert_eq!(world.parts().await, 0);

    let cut = futures::StreamExt::chain(bytes(), futures::stream::iter([Err(std::io::Error::other("cut"))]));
    assert!(receive(&who, "a", "", cut).await.is_err());
    let other = crate::caller::Member::of(&world.app, OTHER).await.unwrap();
    let received = receive(&other, "a", "", bytes()).await.unwrap();
    assert!(give(&other, EVIDENCE, received).await.is_err());
    crate::actions::uploads::forget_unused(&world.app, 0..=0).await.unwrap();
    assert_eq!(world.parts().await, 0, "what belongs to nothing is swept away");
}
