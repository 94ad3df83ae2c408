//! Lists of issuers whom whoever checks has reason to trust: made by somebody else, dated, and read from files. Whoever is
//! on none of them is not for that reason false.

use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Largest file of one list, in bytes.
const LARGEST: u64 = 8 << 20;

/// One list, as it is written: `{"name": …, "source": …, "date": …, "issuers": [{"id": "did:web:…", "name": …}]}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustList {
    /// What it is a list of: "Public colleges of Ontario".
    pub name: String,
    /// Where it comes from: an address, or whoever keeps it.
    pub source: String,
    /// The day that it is of, such as `2026-09-01`.
    pub date: String,
    /// Who is on it.
    pub issuers: Vec<TrustedIssuer>,
}

/// An issuer on a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustedIssuer {
    /// Its DID or address, as credentials name it.
    pub id: String,
    /// What the list calls it.
    pub name: String,
}

/// Why a list can't be used.
#[derive(Debug, thiserror::Error)]
pub enum BadList {
    /// The file can't be read.
    #[error("{0} can't be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// It is not written as a list is.
    #[error("{0}: {1}")]
    Malformed(PathBuf, serde_json::Error),
    /// Over 8 MiB.
    #[error("{0} is larger than 8 MB")]
    TooLarge(PathBuf),
    /// Its date is none.
    #[error("{0}: date has to be a day such as 2026-09-01")]
    Undated(PathBuf),
}

/// The lists that were given.
#[derive(Clone, Debug, Default)]
pub struct TrustLists {
    lists: Vec<TrustList>,
    /// By the id of the issuer: which list, and which issuer on it.
    places: HashMap<String, (usize, usize)>,
}

/// Where an issuer was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What the list calls the issuer.
    pub issuer: String,
    /// The list.
    pub list: String,
    /// Where that comes from.
    pub source: String,
    /// The day that it is of.
    pub date: String,
}

impl TrustLists {
    /// Reads lists from files.
    ///
    /// # Errors
    /// [`BadList`], for the first file that is not one.
    pub fn read(files: &[PathBuf]) -> Result<TrustLists, BadList> {
        files.iter().map(|file| list(file)).collect::<Result<Vec<_>, _>>().map(TrustLists::of)
    }

    /// Puts lists together. If several have an issuer, the first counts.
    pub fn of(lists: Vec<TrustList>) -> TrustLists {
        let mut places = HashMap::new();
        for (n, list) in lists.iter().enumerate() {
            for (m, issuer) in list.issuers.iter().enumerate() {
                places.entry(issuer.id.clone()).or_insert((n, m));
            }
        }
        TrustLists { lists, places }
    }

    /// Where an issuer stands.
    pub fn find(&self, issuer: &str) -> Option<Listed> {
        let (list, place) = self.places.get(issuer)?;
        let (list, issuer) = (self.lists.get(*list)?, self.lists.get(*list)?.issuers.get(*place)?);
        let (issuer, name) = (issuer.name.clone(), list.name.clone());
        Some(Listed { issuer, list: name, source: list.source.clone(), date: list.date.clone() })
    }

    /// Writes into a report whether its issuer is on a list. That it is on none changes no verdict.
    pub fn count(&self, report: &mut vc::Report) -> Option<Listed> {
        if self.lists.is_empty() || report.check(vc::CheckName::IssuerBinding).outcome != vc::Outcome::Passed {
            return None;
        }
        match report.issuer.as_deref().and_then(|issuer| self.find(issuer)) {
            Some(listed) => {
                let Listed { issuer, list, source, date } = &listed;
                report.issuer_known(true, format!("{issuer} is on the list {list:?} of {date} ({source})."));
                Some(listed)
            }
            None => {
                let names: Vec<String> = self.lists.iter().map(|list| format!("{:?} of {}", list.name, list.date)).collect();
                report.issuer_unknown(format!("The issuer is not on any list that was given: {}. It may be genuine.", names.join(", ")));
                None
            }
        }
    }
}

fn list(file: &Path) -> Result<TrustList, BadList> {
    let unreadable = |e| BadList::Unreadable(file.to_owned(), e);
    if std::fs::metadata(file).map_err(unreadable)?.len() > LARGEST {
        return Err(BadList::TooLarge(file.to_owned()));
    }
    let list: TrustList =
        serde_json::from_slice(&std::fs::read(file).map_err(unreadable)?).map_err(|e| BadList::Malformed(file.to_owned(), e))?;
    let is_day = vc::parse_rfc3339(&format!("{}T00:00:00Z", list.date)).is_some();
    if is_day { Ok(list) } else { Err(BadList::Undated(file.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<TrustLists, String> {
        let file = std::env::temp_dir().join(format!("tessera-list-{}-{}.json", std::process::id(), text.len()));
        std::fs::write(&file, text).unwrap();
        let lists = TrustLists::read(std::slice::from_ref(&file)).map_err(|e| e.to_string());
        std::fs::remove_file(file).unwrap();
        lists
    }

    #[test]
    fn an_issuer_is_found_with_the_list_and_its_day() {
        let text = r#"{"name": "Colleges", "source": "https://board.example/list", "date": "2026-09-01",
            "issuers": [{"id": "did:web:a.example", "name": "A College"}]}"#;
        let found = read(text).unwrap().find("did:web:a.example").unwrap();
        assert_eq!((found.issuer.as_str(), found.list.as_str(), found.date.as_str()), ("A College", "Colleges", "2026-09-01"));
        assert_eq!(read(text).unwrap().find("did:web:b.example"), None);
    }

    #[test]
    fn a_file_that_is_no_list_is_refused_with_the_reason() {
        let undated = r#"{"name": "C", "source": "S", "date": "last year", "issuers": []}"#;
        assert!(read(undated).unwrap_err().contains("has to be a day"));
        assert!(read(r#"{"name": "C"}"#).unwrap_err().contains("source"));
        assert!(TrustLists::read(&["/nowhere.json".into()]).unwrap_err().to_string().contains("can't be read"));
    }
}
