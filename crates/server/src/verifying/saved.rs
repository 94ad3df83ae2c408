//! Documents that were saved before, for checking without any network: DID documents, keys, profiles of issuers and status
//! lists. Contexts need not be saved: those of W3C credentials, Open Badges and CLR are built in.

use super::web::Fetched;
use domain::Ts;
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Most files of one folder.
const MOST: usize = 10_000;

/// What was saved, by the address that it was published at.
#[derive(Debug, Default)]
pub struct Saved {
    by_address: HashMap<String, Fetched>,
    /// Files that are of no use, each with the reason.
    pub unusable: Vec<(PathBuf, String)>,
}

impl Saved {
    /// Reads files, and the files of folders (not of folders inside).
    ///
    /// The address of a document is its file's name without the ending, percent-decoded, if that is an address:
    /// `did%3Aweb%3Aa.example.json`, `https%3A%2F%2Fa.example%2Fstatus%2F1.json`. Of every other file it is the `id` inside.
    /// If two files have the same address, the one that was saved last counts.
    pub fn read(paths: &[PathBuf]) -> Saved {
        let mut saved = Saved::default();
        for path in paths {
            match files(path) {
                Ok(files) => files.into_iter().for_each(|file| saved.take(file)),
                Err(why) => saved.unusable.push((path.clone(), why)),
            }
        }
        saved
    }

    /// Documents that are at hand, each with its `id`.
    pub fn of(documents: &[Value], at: Ts) -> Saved {
        let one = |document: &Value| {
            let address = document.get("id")?.as_str()?.to_owned();
            Some((address.clone(), Fetched { address, at, saved: true, found: Ok(Arc::from(document.to_string().into_bytes())) }))
        };
        Saved { by_address: documents.iter().filter_map(one).collect(), unusable: vec![] }
    }

    /// The document of an address.
    pub fn get(&self, address: &str) -> Option<Fetched> {
        self.by_address.get(address).cloned()
    }

    fn take(&mut self, file: PathBuf) {
        match document(&file) {
            Ok(document) => {
                let kept = self.by_address.get(&document.address);
                if kept.is_none_or(|kept| kept.at <= document.at) {
                    self.by_address.insert(document.address.clone(), document);
                }
            }
            Err(why) => self.unusable.push((file, why)),
        }
    }
}

/// A file, or the files of a folder in the order of their names; hidden ones are passed over.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(|e| e.to_string())?;
    let hidden = |file: &PathBuf| file.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|f| !f.is_dir() && !hidden(f)).collect();
    files.sort();
    if files.len() > MOST { Err(format!("there are more than {MOST} files in it")) } else { Ok(files) }
}

/// The bytes of a file, unless it is larger than `most`.
pub fn bytes(file: &Path, most: usize) -> Result<Vec<u8>, String> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    // Already opening a pipe waits until somebody writes into it.
    if !std::fs::metadata(file).map_err(|e| e.to_string())?.is_file() {
        return Err("it is not a file".to_owned());
    }
    let opened = std::fs::File::open(file).map_err(|e| e.to_string())?;
    opened.take(most as u64 + 1).read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    if bytes.len() > most { Err(format!("it is larger than {} MB", most >> 20)) } else { Ok(bytes) }
}

fn document(file: &Path) -> Result<Fetched, String> {
    let bytes = bytes(file, vc::LARGEST_DOCUMENT)?;
    let document = vc::read(&bytes).map_err(|_| "it is not JSON, nor a signed token".to_owned())?;
    let content = vc::content(&document);
    let id = content.as_ref().and_then(|content| content.get("id")).and_then(|id| id.as_str()).map(str::to_owned);
    let address = in_name(file).or(id).ok_or("neither its name nor an id inside says which address it was saved from")?;
    let modified = std::fs::metadata(file).and_then(|m| m.modified()).ok();
    let since = modified.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    let at = Ts(since.map_or(0, |since| since.as_micros() as i64));
    Ok(Fetched { address, at, saved: true, found: Ok(Arc::from(bytes)) })
}

/// The address that the name of a file is.
fn in_name(file: &Path) -> Option<String> {
    let name = percent_decoded(file.file_stem()?.to_str()?)?;
    ["did:", "https://", "http://"].iter().any(|begin| name.starts_with(begin)).then_some(name)
}

fn percent_decoded(text: &str) -> Option<String> {
    // A form's values are percent-encoded, with plus signs for spaces, which stay here.
    let pair = format!("n={}", text.replace('+', "%2B"));
    url::form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_found_by_its_id_or_by_the_name_of_its_file() {
        let folder = std::env::temp_dir().join(format!("tessera-saved-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("inside")).unwrap();
        std::fs::write(folder.join("keys.json"), r#"{"id": "did:web:a.example"}"#).unwrap();
        std::fs::write(folder.join("https%3A%2F%2Fa.example%2Flist%2F1.json"), r#"{"id": "urn:uuid:1"}"#).unwrap();
        std::fs::write(folder.join("notes.txt"), "hello").unwrap();
        std::fs::write(folder.join(".hidden"), "{}").unwrap();
        std::fs::write(folder.join("nameless.json"), "{}").unwrap();
        let saved = Saved::read(&[folder.clone(), folder.join("missing.json")]);
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(saved.get("did:web:a.example").is_some_and(|one| one.saved && one.at.0 > 0));
        assert!(saved.get("https://a.example/list/1").is_some() && saved.get("urn:uuid:1").is_none());
        let named: Vec<_> = saved.unusable.iter().filter_map(|(file, _)| file.file_name()?.to_str()).collect();
        assert_eq!(named, ["nameless.json", "notes.txt", "missing.json"]);
    }
}
