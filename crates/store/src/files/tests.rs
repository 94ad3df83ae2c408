use super::*;
use crate::files::{Appended, Check, Part};
use futures::StreamExt as _;

/// A folder that goes when the test does.
struct Temp(PathBuf);

impl Temp {
    fn new(name: &str) -> Temp {
        let folder = std::env::temp_dir().join(format!("tessera-files-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        Temp(folder)
    }

    fn files(&self) -> Files {
        Files::open(&self.0).unwrap()
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const ID: UploadId = UploadId(7);
const PATIENT: Duration = Duration::from_secs(60);
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn sent(pieces: &[&'static str]) -> impl futures::Stream<Item = io::Result<Bytes>> + Unpin {
    stream::iter(pieces.iter().map(|p| Ok(Bytes::from_static(p.as_bytes()))).collect::<Vec<_>>())
}

async fn lock(files: &Files) -> Part {
    files.lock_part(ID).await.unwrap().expect("nobody else has it")
}

#[tokio::test]
async fn content_is_named_by_its_hash_and_comes_back() {
    let temp = Temp::new("named");
    let files = temp.files();
    let kept = files.put(ID, Bytes::from_static(b"abc")).await.unwrap();
    assert_eq!((kept.sha256.as_str(), kept.size), (ABC, 3));
    kept.done().await.unwrap();
    let (mut file, size) = files.open_read(ABC).await.unwrap().unwrap();
    let mut read = String::new();
    tokio::io::AsyncReadExt::read_to_string(&mut file, &mut read).await.unwrap();
    assert_eq!((read.as_str(), size), ("abc", 3));
    assert_eq!(files.parts(10).await.unwrap(), []);
    assert_eq!(files.shelf(0xba).await.unwrap(), [ABC]);
}

#[tokio::test]
async fn the_same_content_twice_is_one_file() {
    let temp = Temp::new("twice");
    let files = temp.files();
    for n in [1, 2] {
        files.put(UploadId(n), Bytes::from_static(b"abc")).await.unwrap().done().await.unwrap();
    }
    assert_eq!(files.shelf(0xba).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_no_hash_leads_nowhere() {
    let temp = Temp::new("nowhere");
    let files = temp.files();
    let upper = ABC.to_uppercase();
    for name in ["", "..", "../../etc/passwd", &ABC[1..], &upper, "/etc/passwd"] {
        assert_eq!(files.path(name), None, "{name}");
        assert!(files.open_read(name).await.unwrap().is_none());
    }
    assert!(files.open_read(ABC).await.unwrap().is_none());
}

#[tokio::test]
async fn an_upload_goes_on_after_a_restart() {
    let temp = Temp::new("restart");
    let (part, end) = lock(&temp.files()).await.append(sent(&["a"]), 3, None, PATIENT).await;
    assert_eq!((end.unwrap(), part.offset()), (Appended::All, 1));
    drop(part);

    let files = temp.files();
    assert_eq!(files.part_len(ID).await.unwrap(), 1);
    let (part, end) = lock(&files).await.append(sent(&["b", "", "c"]), 2, None, PATIENT).await;
    assert_eq!((end.unwrap(), part.offset()), (Appended::All, 3));
    assert_eq!(files.keep(&part).await.unwrap().sha256, ABC);
}

#[tokio::test]
async fn what_came_before_the_line_was_cut_is_kept() {
    let temp = Temp::new("cut");
    let files = temp.files();
    let cut = sent(&["a", "b"]).chain(stream::iter([Err(io::Error::other("cut"))]));
    let (part, end) = lock(&files).await.append(cut, 3, None, PATIENT).await;
    assert_eq!((end.unwrap(), part.offset()), (Appended::Cut, 2));
    assert_eq!(files.part_len(ID).await.unwrap(), 2);
}

#[tokio::test]
async fn a_sender_who_falls_silent_is_gone() {
    let temp = Temp::new("silent");
    let silent = sent(&["a"]).chain(stream::pending());
    let (part, end) = lock(&temp.files()).await.append(silent, 3, None, Duration::from_millis(20)).await;
    assert_eq!((end.unwrap(), part.offset()), (Appended::Cut, 1));
}

#[tokio::test]
async fn more_than_was_to_come_is_not_kept() {
    let temp = Temp::new("much");
    let files = temp.files();
    let (part, _) = lock(&files).await.append(sent(&["a"]), 3, None, PATIENT).await;
    let (part, end) = part.append(sent(&["b", "cd"]), 2, None, PATIENT).await;
    assert_eq!((end.unwrap(), part.offset()), (Appended::TooMuch, 1));
    assert_eq!(files.part_len(ID).await.unwrap(), 1);
}

#[tokio::test]
async fn what_does_not_add_up_is_not_kept_and_what_does_is() {
    let temp = Temp::new("sum");
    let files = temp.files();
    let check = |of: &str| {
        let due = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, of.as_bytes()).as_ref().to_vec();
        Check::new("sha256", due)
    };
    let (part, _) = lock(&files).await.append(sent(&["a"]), 3, None, PATIENT).await;
    let (part, end) = part.append(sent(&["b"]), 2, check("other"), PATIENT).await;
    assert_eq!((end.unwrap(), part.offset()), (Appended::Mismatch, 1));
    let (part, end) = part.append(sent(&["b", "c"]), 2, check("bc"), PATIENT).await;
    assert_eq!((end.unwrap(), part.offset()), (Appended::All, 3));
    assert_eq!(files.keep(&part).await.unwrap().sha256, ABC);
}

#[tokio::test]
async fn sha1_is_known_and_other_sums_are_not() {
    let temp = Temp::new("sha1");
    let due = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA1_FOR_LEGACY_USE_ONLY, b"abc").as_ref().to_vec();
    let (_, end) = lock(&temp.files()).await.append(sent(&["abc"]), 3, Check::new("sha1", due), PATIENT).await;
    assert_eq!(end.unwrap(), Appended::All);
    assert!(Check::new("md5", Vec::new()).is_none());
}

#[tokio::test]
async fn many_pieces_arrive_in_order_on_a_quick_disk_and_on_a_slow_one() {
    for slow in [false, true] {
        let temp = Temp::new(&format!("many-{slow}"));
        let files = temp.files();
        let whole: Vec<u8> = (0..5_000_000u32).map(|n| (n % 251) as u8).collect();
        let pieces: Vec<_> = whole.chunks(70_001).map(|p| Ok::<_, io::Error>(Bytes::copy_from_slice(p))).collect();
        let mut part = lock(&files).await;
        part.slow = slow;
        let (part, end) = part.append(stream::iter(pieces), whole.len() as u64, None, PATIENT).await;
        assert_eq!(end.unwrap(), Appended::All);
        let due = hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &whole).as_ref());
        assert_eq!(files.keep(&part).await.unwrap().sha256, due);
        let (head, tail) = part.ends(1000).await.unwrap();
        assert_eq!((&head[..], &tail[..]), (&whole[..1000], &whole[whole.len() - 1000..]));
    }
}

#[tokio::test]
async fn only_one_writes_at_a_time() {
    let temp = Temp::new("one");
    let files = temp.files();
    let part = lock(&files).await;
    assert!(temp.files().lock_part(ID).await.unwrap().is_none());
    drop(part);
    assert!(files.lock_part(ID).await.unwrap().is_some());
}

#[tokio::test]
async fn an_upload_cut_off_between_its_place_and_the_database_is_finished_again() {
    let temp = Temp::new("between");
    let (part, _) = lock(&temp.files()).await.append(sent(&["abc"]), 3, None, PATIENT).await;
    drop(temp.files().keep(&part).await.unwrap()); // never done
    drop(part);

    let files = temp.files();
    assert_eq!(files.part_len(ID).await.unwrap(), 3);
    let part = lock(&files).await;
    let kept = files.keep(&part).await.unwrap();
    assert_eq!(kept.sha256, ABC);
    kept.done().await.unwrap();
    assert_eq!(files.parts(10).await.unwrap(), []);
    assert!(files.open_read(ABC).await.unwrap().is_some());
}

#[tokio::test]
async fn an_upload_taken_back_cannot_be_finished() {
    let temp = Temp::new("back");
    let files = temp.files();
    let (part, _) = lock(&files).await.append(sent(&["abc"]), 3, None, PATIENT).await;
    files.remove_part(ID).await.unwrap();
    assert!(files.keep(&part).await.is_err());
    assert!(files.open_read(ABC).await.unwrap().is_none());
}

#[tokio::test]
async fn nothing_is_thrown_away_while_something_is_put_in_its_place() {
    let temp = Temp::new("alone");
    let files = temp.files();
    let kept = files.put(ID, Bytes::from_static(b"abc")).await.unwrap();
    let other = files.clone();
    let remover = tokio::spawn(async move {
        let alone = other.alone().await.unwrap();
        other.remove(&alone, ABC).await.unwrap();
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(files.open_read(ABC).await.unwrap().is_some());
    kept.done().await.unwrap();
    remover.await.unwrap();
    assert!(files.open_read(ABC).await.unwrap().is_none());
}
