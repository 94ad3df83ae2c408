//! Commits wait here until their bytes are on disk. Those that wait at the same time are brought there together: on a
//! busy service one wait for the disk serves several acts.

use super::gone;
use crate::StoreError;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use tokio::sync::oneshot;

/// Bytes of the write-ahead log from which what is in it moves into the database: SQLite's own 1,000 pages.
const LARGE: u64 = 4096 * 1000;

type Told = oneshot::Sender<Result<(), String>>;

/// The disk under a database's write-ahead log.
pub struct Disk {
    ask: Sender<Told>,
    large: Arc<AtomicBool>,
}

impl Disk {
    /// The disk under the log of the database at `path`, and a thread that waits for it.
    pub fn of(path: &str) -> io::Result<Disk> {
        let (ask, asked) = channel();
        let large = Arc::new(AtomicBool::new(false));
        let (log, found) = (PathBuf::from(format!("{path}-wal")), large.clone());
        std::thread::Builder::new().name("disk".to_owned()).spawn(move || wait_for(&log, &asked, &found))?;
        Ok(Disk { ask, large })
    }

    /// Returns when everything that was committed before is on disk.
    pub async fn reached(&self) -> Result<(), StoreError> {
        let (told, tell) = oneshot::channel();
        self.ask.send(told).map_err(|e| gone(&e.to_string()))?;
        tell.await.map_err(|e| gone(&e.to_string()))?.map_err(|e| gone(&e))
    }

    /// Whether the next commit is to empty the log, which has grown large; it is said to one.
    pub fn log_is_large(&self) -> bool {
        self.large.swap(false, Ordering::Relaxed)
    }
}

fn wait_for(log: &Path, asked: &Receiver<Told>, large: &AtomicBool) {
    while let Ok(first) = asked.recv() {
        let all: Vec<Told> = std::iter::once(first).chain(asked.try_iter()).collect();
        let outcome = sync(log);
        large.store(outcome.as_ref().is_ok_and(|length| *length > LARGE), Ordering::Relaxed);
        for told in all {
            // Who no longer listens has gone away; what they did is done.
            let _ = told.send(outcome.as_ref().map(drop).map_err(ToString::to_string));
        }
    }
}

/// Brings the log to the disk; its length. It is opened anew each time: whoever closes a database last removes its log, and
/// the next one makes another.
fn sync(log: &Path) -> io::Result<u64> {
    match File::options().write(true).open(log) {
        Ok(file) => {
            file.sync_data()?;
            Ok(file.metadata()?.len())
        }
        // What was in it is in the database, which is brought to disk before its log is removed.
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(e) => Err(e),
    }
}
