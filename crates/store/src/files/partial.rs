//! Bytes on their way in: appended as they come, never more than one piece of them in memory.

use super::{blocking, sync_folder};
use crate::Result;
use aws_lc_rs::digest::Context;
use bytes::Bytes;
use futures::{Stream, StreamExt as _};
use std::fs::{File, TryLockError};
use std::io::{self, Write as _};
use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A write that takes longer than this has waited for the disk.
const SLOW: Duration = Duration::from_millis(5);

/// The bytes of an upload so far, and the right to add to them.
#[derive(Debug)]
pub struct Part {
    pub(super) path: PathBuf,
    pub(super) file: Arc<File>,
    len: u64,
    /// The disk is behind: the next write is likely to wait for it.
    pub(super) slow: bool,
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

    fn holds(self) -> bool {
        self.sum.finish().as_ref() == self.due
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
        Ok(Some(Part { path, file: Arc::new(file), len, slow: false }))
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
        mut self,
        sent: impl Stream<Item = std::result::Result<Bytes, E>> + Unpin,
        most: u64,
        check: Option<Check>,
        patience: Duration,
    ) -> (Part, Result<Appended>) {
        let start = self.len;
        let end = self.receive(sent, most, check, patience).await;
        self.settle(start, end).await
    }

    async fn receive<E>(
        &mut self,
        mut sent: impl Stream<Item = std::result::Result<Bytes, E>> + Unpin,
        mut due: u64,
        mut check: Option<Check>,
        patience: Duration,
    ) -> Result<Appended> {
        loop {
            let Ok(next) = tokio::time::timeout(patience, sent.next()).await else { return Ok(Appended::Cut) };
            let piece = match next {
                None => return Ok(if check.is_none_or(Check::holds) { Appended::All } else { Appended::Mismatch }),
                Some(Err(_)) => return Ok(Appended::Cut),
                Some(Ok(piece)) => piece,
            };
            due = match due.checked_sub(piece.len() as u64) {
                None => return Ok(Appended::TooMuch),
                Some(due) => due,
            };
            if let Some(check) = &mut check {
                check.sum.update(&piece);
            }
            self.write(piece).await?;
        }
    }

    /// Writes a piece. Copying it to the page cache here and now, while the processor has it in its own cache, takes a
    /// third of the time that handing it to another thread does. But where the disk is behind, a write waits for it, and
    /// whoever else is served by this thread must not.
    async fn write(&mut self, piece: Bytes) -> Result<()> {
        let file = self.file.clone();
        let write = move || {
            let begun = Instant::now();
            (&*file).write_all(&piece)?;
            Ok(begun.elapsed() > SLOW)
        };
        self.slow = if self.slow { blocking(write).await? } else { write()? };
        Ok(())
    }

    /// Takes back what is not to be kept, and waits for the disk.
    async fn settle(mut self, start: u64, end: Result<Appended>) -> (Part, Result<Appended>) {
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
                (self, end)
            }
            Err(e) => (self, Err(e)),
        }
    }
}
