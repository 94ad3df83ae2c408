//! Bytes on their way in: appended in large pieces, never all in memory.

use super::{blocking, sync_folder};
use crate::Result;
use aws_lc_rs::digest::Context;
use bytes::Bytes;
use futures::{Stream, StreamExt as _};
use std::fs::{File, TryLockError};
use std::io::{self, IoSlice, Write as _};
use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;

/// How much is gathered before it is written. A slow sender holds at most this much memory, and no thread.
const PIECE: usize = 1024 * 1024;

/// The bytes of an upload so far, and the right to add to them.
#[derive(Debug)]
pub struct Part {
    pub(super) path: PathBuf,
    pub(super) file: Arc<File>,
    len: u64,
}

/// How adding came to its end. What is on the disk then is what should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// Everything that was sent is on the disk.
    All,
    /// The sender went away or fell silent; what came until then is on the disk.
    Cut,
    /// More was sent than was to come; none of it is kept.
    TooMuch,
    /// What came is not what was meant; none of it is kept.
    Mismatch,
}

/// What the bytes of one sending have to add up to.
#[derive(Clone)]
pub struct Check {
    sum: Context,
    due: Vec<u8>,
}

impl Check {
    /// By the name of the algorithm in the tus protocol. `None`: an algorithm we don't have.
    pub fn new(algorithm: &str, due: Vec<u8>) -> Option<Check> {
        let algorithm = match algorithm {
            "sha1" => &aws_lc_rs::digest::SHA1_FOR_LEGACY_USE_ONLY,
            "sha256" => &aws_lc_rs::digest::SHA256,
            _ => return None,
        };
        Some(Check { sum: Context::new(algorithm), due })
    }

    /// The algorithms, as the protocol lists them.
    pub const ALGORITHMS: &str = "sha1,sha256";
}

impl Part {
    pub(super) fn lock(path: PathBuf) -> io::Result<Option<Part>> {
        let file = File::options().create(true).append(true).read(true).open(&path)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(e)) => return Err(e),
            Ok(()) => {}
        }
        let len = file.metadata()?.len();
        if len == 0 {
            sync_folder(path.parent().expect("uploads are in a folder"))?;
        }
        Ok(Some(Part { path, file: Arc::new(file), len }))
    }

    /// How many bytes are here.
    pub fn offset(&self) -> u64 {
        self.len
    }

    /// The first and the last bytes, at most so many of each: enough to see what it is.
    pub async fn ends(&self, most: usize) -> Result<(Vec<u8>, Vec<u8>)> {
        let (file, len) = (self.file.clone(), self.len);
        blocking(move || {
            let n = (most as u64).min(len);
            let (mut head, mut tail) = (vec![0; n as usize], vec![0; n as usize]);
            file.read_exact_at(&mut head, 0)?;
            file.read_exact_at(&mut tail, len - n)?;
            Ok((head, tail))
        })
        .await
    }

    /// Adds what is sent, `most` bytes and no more, and makes sure of it on the disk. A sender who is silent for
    /// `patience` is taken to be gone.
    pub async fn append<E>(
        self,
        mut sent: impl Stream<Item = std::result::Result<Bytes, E>> + Unpin,
        most: u64,
        mut check: Option<Check>,
        patience: Duration,
    ) -> (Part, Result<Appended>) {
        let start = self.len;
        let mut due = most;
        let (mut writing, mut end) = (None, None);
        while end.is_none() {
            let mut pieces = Vec::new();
            end = gather(&mut sent, &mut pieces, &mut due, patience).await;
            // The next pieces are gathered while these are written.
            if let Err(e) = written(&mut writing, &mut check).await {
                return self.settle(start, Err(e)).await;
            }
            if !pieces.is_empty() {
                let (file, mut sum) = (self.file.clone(), check.clone());
                writing = Some(tokio::task::spawn_blocking(move || write(&file, &pieces, &mut sum).map(|()| sum)));
            }
        }
        if let Err(e) = written(&mut writing, &mut check).await {
            return self.settle(start, Err(e)).await;
        }
        let mut end = end.expect("the loop ends with an end");
        if let (Appended::All, Some(check)) = (end, check)
            && check.sum.finish().as_ref() != check.due
        {
            end = Appended::Mismatch;
        }
        self.settle(start, Ok(end)).await
    }

    /// Takes back what is not to be kept, and waits for the disk.
    async fn settle(mut self, start: u64, end: io::Result<Appended>) -> (Part, Result<Appended>) {
        let file = self.file.clone();
        let keep = !matches!(end, Ok(Appended::TooMuch | Appended::Mismatch));
        let done = blocking(move || {
            if !keep {
                file.set_len(start)?;
            }
            file.sync_data()?;
            file.metadata().map(|m| m.len())
        })
        .await;
        match done {
            Ok(len) => {
                self.len = len;
                (self, end.map_err(Into::into))
            }
            Err(e) => (self, Err(e)),
        }
    }
}

/// Takes pieces until there are enough for one writing; an answer when it was the last.
async fn gather<E>(
    sent: &mut (impl Stream<Item = std::result::Result<Bytes, E>> + Unpin),
    pieces: &mut Vec<Bytes>,
    due: &mut u64,
    patience: Duration,
) -> Option<Appended> {
    let mut size = 0;
    while size < PIECE {
        match tokio::time::timeout(patience, sent.next()).await {
            Ok(Some(Ok(piece))) if piece.len() as u64 > *due => return Some(Appended::TooMuch),
            Ok(Some(Ok(piece))) => {
                *due -= piece.len() as u64;
                size += piece.len();
                pieces.push(piece);
            }
            Ok(None) => return Some(Appended::All),
            Ok(Some(Err(_))) | Err(_) => return Some(Appended::Cut),
        }
    }
    None
}

type Writing = JoinHandle<io::Result<Option<Check>>>;

async fn written(writing: &mut Option<Writing>, check: &mut Option<Check>) -> io::Result<()> {
    if let Some(task) = writing.take() {
        *check = task.await.map_err(io::Error::other)??;
    }
    Ok(())
}

fn write(mut file: &File, pieces: &[Bytes], check: &mut Option<Check>) -> io::Result<()> {
    if let Some(check) = check {
        pieces.iter().for_each(|piece| check.sum.update(piece));
    }
    let mut slices: Vec<IoSlice> = pieces.iter().map(|piece| IoSlice::new(piece)).collect();
    let mut left = &mut slices[..];
    IoSlice::advance_slices(&mut left, 0); // passes over empty pieces
    while !left.is_empty() {
        match file.write_vectored(left) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(n) => IoSlice::advance_slices(&mut left, n),
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(())
}
