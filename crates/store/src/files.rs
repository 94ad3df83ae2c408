//! The bytes of evidence, in a folder.
//!
//! `FOLDER/uploads/{id}` grows while an upload is under way: its length is the offset that the uploader is told, so
//! no two records of it can disagree. `FOLDER/files/ab/cdef…` is content that is complete, named by its SHA-256 and
//! never changed again. Content becomes complete by getting its second name (a hard link), and loses the first only
//! after the database knows it: whatever happens in between, the upload can be finished again.

mod partial;
pub use partial::{Appended, Check, Part};

use crate::Result;
use bytes::Bytes;
use domain::UploadId;
use futures::stream;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, b| {
        for nibble in [b >> 4, b & 15] {
            text.push(char::from_digit(nibble.into(), 16).expect("a nibble is a digit"));
        }
        text
    })
}

/// The folder, open. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Files {
    folder: Arc<PathBuf>,
}

/// Content that is in its place. No file is thrown away while this is held: hold it until the database has committed
/// the row that needs the file, then say [`Kept::done`].
#[derive(Debug)]
pub struct Kept {
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
    /// How many bytes.
    pub size: u64,
    part: PathBuf,
    _nothing_is_removed: File,
}

/// The right to throw files away: nobody is putting one in its place now.
#[derive(Debug)]
pub struct Alone(#[allow(dead_code, reason = "the lock is held for as long as the file is open")] File);

impl Files {
    /// Opens the folder, making it if it isn't there.
    pub fn open(folder: impl Into<PathBuf>) -> Result<Files> {
        let folder = folder.into();
        for inner in ["uploads", "files"] {
            fs::create_dir_all(folder.join(inner))?;
        }
        sync_folder(&folder)?;
        Ok(Files { folder: Arc::new(folder) })
    }

    /// Where content of this hash is, or would be. `None`: that is no SHA-256.
    pub fn path(&self, sha256: &str) -> Option<PathBuf> {
        let hex = sha256.len() == 64 && sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        hex.then(|| self.folder.join("files").join(&sha256[..2]).join(&sha256[2..]))
    }

    fn part_path(&self, id: UploadId) -> PathBuf {
        self.folder.join("uploads").join(id.to_string())
    }

    /// Content to read from, and its length. `None`: it isn't here.
    pub async fn open_read(&self, sha256: &str) -> Result<Option<(tokio::fs::File, u64)>> {
        let Some(path) = self.path(sha256) else { return Ok(None) };
        match tokio::fs::File::open(path).await {
            Ok(file) => {
                let size = file.metadata().await?.len();
                Ok(Some((file, size)))
            }
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    /// Keeps small content that is in memory; `id` names it until it is in its place.
    pub async fn put(&self, id: UploadId, bytes: Bytes) -> Result<Kept> {
        let most = bytes.len() as u64;
        let part = self.lock_part(id).await?.ok_or_else(|| io::Error::other("an upload with a new id is in use"))?;
        let (part, end) = part.append(stream::iter([Ok::<_, io::Error>(bytes)]), most, None, Duration::MAX).await;
        match end? {
            Appended::All => self.keep(&part).await,
            other => Err(io::Error::other(format!("bytes in memory could not be written: {other:?}")).into()),
        }
    }

    /// How many bytes of an upload are here.
    pub async fn part_len(&self, id: UploadId) -> Result<u64> {
        match tokio::fs::metadata(self.part_path(id)).await {
            Ok(found) => Ok(found.len()),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(e) => Err(e.into()),
        }
    }

    /// The bytes of an upload so far, for one writer. `None`: another one, here or in another process, has them.
    /// The lock is the operating system's: it goes when the process does, however that ends.
    pub async fn lock_part(&self, id: UploadId) -> Result<Option<Part>> {
        let path = self.part_path(id);
        blocking(move || Part::lock(path)).await
    }

    /// Forgets the bytes of an upload. A writer that is still at work finds out when it wants to finish.
    pub async fn remove_part(&self, id: UploadId) -> Result<()> {
        let path = self.part_path(id);
        blocking(move || match fs::remove_file(path) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
            _ => Ok(()),
        })
        .await
    }

    /// The uploads whose bytes are here; at most so many.
    pub async fn parts(&self, most: usize) -> Result<Vec<UploadId>> {
        let uploads = self.folder.join("uploads");
        blocking(move || {
            let names = fs::read_dir(uploads)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
            Ok(names.filter_map(|name| name.parse().ok()).take(most).collect())
        })
        .await
    }

    /// Names a complete upload by the SHA-256 of what is on the disk, and puts it in its place. Content that is there
    /// already is the same content.
    ///
    /// One pass at the end instead of a hash kept while receiving: the name is then that of the bytes on the disk,
    /// whatever was interrupted before, and reading what was just written costs little beside the hashing.
    pub async fn keep(&self, part: &Part) -> Result<Kept> {
        let (files, part_path, file) = (self.clone(), part.path.clone(), part.file.clone());
        blocking(move || {
            let (sha256, size) = hash(&file)?;
            let _nothing_is_removed = files.lock_file()?;
            _nothing_is_removed.lock_shared()?;
            let place = files.path(&sha256).expect("a hash in hexadecimal names a path");
            let shelf = place.parent().expect("every file is on a shelf");
            fs::create_dir_all(shelf)?;
            match fs::hard_link(&part_path, &place) {
                Err(e) if e.kind() != io::ErrorKind::AlreadyExists => return Err(e),
                _ => {}
            }
            sync_folder(shelf)?;
            sync_folder(shelf.parent().expect("shelves are in a folder"))?;
            Ok(Kept { sha256, size, part: part_path, _nothing_is_removed })
        })
        .await
    }

    /// Waits until nobody is putting a file in its place, and keeps it so. Not to be called inside a transaction: those
    /// who are waited for may be waiting for the database.
    pub async fn alone(&self) -> Result<Alone> {
        let files = self.clone();
        blocking(move || {
            let lock = files.lock_file()?;
            lock.lock()?;
            Ok(Alone(lock))
        })
        .await
    }

    fn lock_file(&self) -> io::Result<File> {
        File::options().create(true).truncate(false).write(true).open(self.folder.join("lock"))
    }

    /// Throws content away for good. The caller has looked, while alone, that no row needs it.
    pub async fn remove(&self, _alone: &Alone, sha256: &str) -> Result<()> {
        let Some(path) = self.path(sha256) else { return Ok(()) };
        blocking(move || match fs::remove_file(path) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
            _ => Ok(()),
        })
        .await
    }

    /// The hashes on one shelf, `00` to `ff`: for walks over everything that is kept.
    pub async fn shelf(&self, number: u8) -> Result<Vec<String>> {
        let shelf = hex(&[number]);
        let folder = self.folder.join("files").join(&shelf);
        blocking(move || match fs::read_dir(folder) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(e) => Err(e),
            Ok(names) => {
                let names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
                Ok(names.map(|rest| format!("{shelf}{rest}")).filter(|sha256| sha256.len() == 64).collect())
            }
        })
        .await
    }
}

impl Kept {
    /// The database has committed: the content needs its first name no more.
    pub async fn done(self) -> Result<()> {
        blocking(move || match fs::remove_file(&self.part) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
            _ => Ok(()),
        })
        .await
    }
}

fn hash(mut file: &File) -> io::Result<(String, u64)> {
    use io::Seek as _;
    file.rewind()?;
    let mut sum = aws_lc_rs::digest::Context::new(&aws_lc_rs::digest::SHA256);
    let mut buffer = vec![0; 256 * 1024];
    let mut size = 0;
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok((hex(sum.finish().as_ref()), size)),
            n => {
                sum.update(&buffer[..n]);
                size += n as u64;
            }
        }
    }
}

/// Makes new names in a folder last through a power cut.
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => Ok(done?),
        Err(e) if e.is_panic() => std::panic::resume_unwind(e.into_panic()),
        Err(e) => Err(io::Error::other(e).into()),
    }
}

#[cfg(test)]
mod tests;
