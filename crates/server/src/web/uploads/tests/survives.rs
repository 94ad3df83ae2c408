use super::world::*;
use axum::body::Body;
use domain::evidence::EvidenceState;
use futures::StreamExt as _;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

#[tokio::test]
async fn an_upload_goes_on_after_a_restart() {
    let mut world = World::new("restart").await;
    let path = world.create(EVIDENCE, 3, "a.txt", "").await;
    world.patch(&path, 0, "a").await.is(204);
    world.restart().await;
    assert_eq!(world.head(&path).await.is(200).offset(), 1);
    world.patch(&path, 1, "bc").await.is(204);
    assert_eq!(world.item(EVIDENCE).await.state.name(), "available");
}

#[tokio::test]
async fn an_upload_cut_off_before_the_evidence_had_it_is_finished_when_asked_for() {
    let mut world = World::new("whole").await;
    let path = world.create(EVIDENCE, 3, "a.txt", "").await;
    let id = path.rsplit('/').next().unwrap().parse().unwrap();
    // As after kill -9 once the bytes were in their place: they have both names, and no row knows it.
    let part = world.app.files.lock_part(id).await.unwrap().unwrap();
    let bytes = futures::stream::iter([Ok::<_, std::io::Error>(bytes::Bytes::from("abc"))]);
    let (part, _) = part.append(bytes, 3, None, Duration::from_secs(1)).await;
    drop(world.app.files.keep(&part).await.unwrap());
    drop(part);
    world.restart().await;
    assert_eq!(world.item(EVIDENCE).await.state, EvidenceState::Draft);
    assert_eq!(world.head(&path).await.is(200).offset(), 3);
    assert_eq!(world.item(EVIDENCE).await.state.name(), "available");
    assert_eq!(world.parts().await, 0);
}

#[tokio::test]
async fn only_one_sends_at_a_time() {
    let world = World::new("busy").await;
    let path = world.create(EVIDENCE, 3, "a.txt", "").await;
    let (gate, opened) = tokio::sync::oneshot::channel::<()>();
    let slow = futures::stream::iter([Ok::<_, std::io::Error>("ab")]).chain(futures::stream::once(async {
        opened.await.unwrap();
        Ok("c")
    }));
    let first = world.patch(&path, 0, Body::from_stream(slow));
    let second = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let second = world.patch(&path, 0, "xyz").await.is(423);
        gate.send(()).unwrap();
        second
    };
    let (first, _) = tokio::join!(first, second);
    assert_eq!(first.is(204).offset(), 3);
    let (_, size) = world.app.files.open_read(world.item(EVIDENCE).await.content.fingerprint().unwrap()).await.unwrap().unwrap();
    assert_eq!(size, 3);
}

#[tokio::test]
async fn what_came_before_the_line_was_cut_is_kept() {
    let world = World::new("cut").await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let site = super::super::super::site(world.app.clone()).0;
    let server = tokio::spawn(async move { axum::serve(listener, site).await });

    let whole = vec![7u8; 3_000_000];
    let path = world.create(EVIDENCE, whole.len(), "a.bin", "").await;
    let mut line = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "PATCH {path} HTTP/1.1\r\nHost: x\r\nCookie: {}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n\
         Content-Type: application/offset+octet-stream\r\nContent-Length: {}\r\n\r\n",
        cookie(LEARNER),
        whole.len()
    );
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&whole[..2_000_000]).await.unwrap();
    line.flush().await.unwrap();
    drop(line);

    let mut offset = 0;
    for _ in 0..100 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        offset = world.head(&path).await.is(200).offset();
        if offset == 2_000_000 {
            break;
        }
    }
    assert_eq!(offset, 2_000_000);

    let rest = head.replace("Upload-Offset: 0", "Upload-Offset: 2000000").replace(": 3000000", ": 1000000");
    let mut answer = b"HTTP/1.1 423".to_vec();
    // Whoever served the line that was cut lets go of the file a moment after its last byte is counted.
    for _ in 0..100 {
        if answer != b"HTTP/1.1 423" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        let mut line = TcpStream::connect(address).await.unwrap();
        let _ = line.write_all(&[rest.as_bytes(), &whole[2_000_000..]].concat()).await;
        line.read_exact(&mut answer).await.unwrap();
    }
    assert_eq!(answer, b"HTTP/1.1 204");
    assert_eq!(world.item(EVIDENCE).await.state.name(), "available");
    server.abort();
}
