//! Whether a credential is still in force: W3C Bitstring Status Lists, written and read, and
//! 1EdTech revocation lists, read.
//!
//! A list is itself a credential: sign [`ListCredential::document`] like any other, and verify a
//! fetched one like any other before [`Published::read`] looks into it.
//!
//! ```
//! use vc::status::{ListCredential, Published, StatusList};
//!
//! let mut list = StatusList::new(StatusList::FEWEST)?;
//! list.set(94_567, true)?;
//! let published = ListCredential {
//!     id: "https://college.example/status/3".into(),
//!     issuer: "https://college.example".into(),
//!     purpose: "revocation".into(),
//!     valid_from: "2026-05-01T00:00:00Z".into(),
//!     ..ListCredential::default()
//! };
//! let published = Published::read(&published.document(&list))?;
//! assert_eq!(published.get("revocation", 94_567), Ok(true));
//! assert_eq!(published.get("revocation", 94_568), Ok(false));
//! # Ok::<(), vc::status::StatusError>(())
//! ```

use serde_json::{Map, Value, json};

use crate::StatusFinding;
use crate::achievement_json::Fields;
use crate::shape::{has_type, list};

mod bits;

pub use crate::achievement::StatusEntry;
pub use bits::StatusList;

/// The purpose of a list whose set bits mean "taken back for good".
pub const REVOCATION: &str = "revocation";
/// The purpose of a list whose set bits mean "not in force for now".
pub const SUSPENSION: &str = "suspension";

const ENTRY: &str = "BitstringStatusListEntry";
const REVOCATION_LIST: &str = "1EdTechRevocationList";
const DATA_MODEL: &str = "https://www.w3.org/ns/credentials/v2";

/// Why the status of a credential cannot be read, or a place of a list cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StatusError {
    /// The entry is of a kind that is not known here; the text is its type, if it has one.
    #[error("its status is of a kind that is not known here: {0}")]
    UnknownKind(String),
    /// A field of the entry or of the list is missing or not what it must be.
    #[error("the status field {0} is missing or not what it must be")]
    Field(&'static str),
    /// More than one bit for each credential, which this crate does not read.
    #[error("the list gives each credential {0} bits instead of one, which is not read here")]
    Size(String),
    /// What was fetched is not a status list.
    #[error("what stands at the address of the list is not a list of the kind that the credential points to")]
    NotAList,
    /// The list is for another purpose than the entry.
    #[error("the list is not about {0}")]
    Purpose(String),
    /// The place lies behind the end of the list.
    #[error("place {index} lies behind the end of the list, which has {entries}")]
    Range {
        /// The place asked for, from 0.
        index: u64,
        /// How many there are.
        entries: u64,
    },
    /// Fewer than [`StatusList::FEWEST`] places: a short list tells too much about who is on it.
    #[error("the list has {0} places; fewer than 131,072 do not hide who is asked about")]
    TooShort(u64),
    /// More than [`StatusList::MOST`] places.
    #[error("the list has more than 16,777,216 places")]
    TooLong,
    /// Not multibase base64url of gzip.
    #[error("the list is not encoded as a bitstring status list must be: {0}")]
    Encoding(&'static str),
    /// The list could not be fetched or is not to be trusted; the text says why.
    #[error("the list cannot be used: {0}")]
    Unusable(String),
}

/// What one `credentialStatus` of a credential points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A place in a Bitstring Status List.
    Bitstring {
        /// `revocation`, `suspension`, or another.
        purpose: String,
        /// The place, from 0.
        index: u64,
        /// Address of the list, itself a credential.
        list: String,
    },
    /// A 1EdTech revocation list, in which credentials stand by their ids.
    RevocationList {
        /// Address of the list.
        list: String,
    },
}

impl Entry {
    /// Reads one entry of `credentialStatus`.
    ///
    /// # Errors
    /// [`StatusError::UnknownKind`], [`StatusError::Field`] or [`StatusError::Size`].
    pub fn read(entry: &Value) -> Result<Entry, StatusError> {
        let unknown = || StatusError::UnknownKind(kind_of(entry));
        let entry = entry.as_object().ok_or_else(unknown)?;
        let text = |field: &'static str| entry.get(field).and_then(Value::as_str).ok_or(StatusError::Field(field));
        if has_type(entry, REVOCATION_LIST) {
            return Ok(Entry::RevocationList { list: text("id")?.to_owned() });
        }
        if !has_type(entry, ENTRY) {
            return Err(unknown());
        }
        one_bit(entry)?;
        Ok(Entry::Bitstring {
            purpose: text("statusPurpose")?.to_owned(),
            index: index(entry.get("statusListIndex"))?,
            list: text("statusListCredential")?.to_owned(),
        })
    }

    /// Address of the list that must be fetched.
    pub fn list(&self) -> &str {
        match self {
            Entry::Bitstring { list, .. } | Entry::RevocationList { list } => list,
        }
    }
}

/// What the type of an entry of an unknown kind is called, cut short.
fn kind_of(entry: &Value) -> String {
    let types = entry.get("type");
    let kind = list(types).first().and_then(|kind| kind.as_str()).unwrap_or("none named");
    kind.chars().take(80).collect()
}

/// A place is decimal digits in a text. Some issuers write a number, which says the same.
fn index(written: Option<&Value>) -> Result<u64, StatusError> {
    let digits = |text: &&str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    let read = match written {
        Some(Value::String(text)) => Some(text.as_str()).filter(digits).and_then(|text| text.parse().ok()),
        Some(number) => number.as_u64(),
        None => None,
    };
    read.ok_or(StatusError::Field("statusListIndex"))
}

fn one_bit(object: &Map<String, Value>) -> Result<(), StatusError> {
    match object.get("statusSize") {
        None => Ok(()),
        Some(size) if size.as_u64() == Some(1) => Ok(()),
        Some(size) => Err(StatusError::Size(size.to_string().chars().take(20).collect())),
    }
}

/// What a Bitstring Status List credential says, apart from the list itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListCredential {
    /// Its address, over https.
    pub id: String,
    /// The issuer's id.
    pub issuer: String,
    /// [`REVOCATION`] or [`SUSPENSION`].
    pub purpose: String,
    /// In force from (RFC 3339).
    pub valid_from: String,
    /// In force until; whoever keeps a copy must fetch it anew then.
    pub valid_until: Option<String>,
    /// How long a copy may be kept, in milliseconds.
    pub ttl_ms: Option<u64>,
}

impl ListCredential {
    /// The unsigned document, ready for [`crate::sign`].
    pub fn document(&self, list: &StatusList) -> Value {
        let mut fields = Fields::new();
        fields.put("@context", json!([DATA_MODEL]));
        fields.text("id", &self.id);
        fields.put("type", json!(["VerifiableCredential", "BitstringStatusListCredential"]));
        fields.text("issuer", &self.issuer);
        fields.text("validFrom", &self.valid_from);
        fields.maybe("validUntil", &self.valid_until);
        let mut subject = Fields::new();
        subject.text("id", &format!("{}#list", self.id));
        subject.text("type", "BitstringStatusList");
        subject.text("statusPurpose", &self.purpose);
        subject.text("encodedList", &list.encode());
        if let Some(ttl) = self.ttl_ms {
            subject.put("ttl", json!(ttl));
        }
        fields.put("credentialSubject", subject.into());
        fields.into()
    }
}

/// A Bitstring Status List as somebody published it.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// The address it gives for itself, if any.
    pub id: Option<String>,
    /// What its bits are about; nearly always one.
    pub purposes: Vec<String>,
    /// How long a copy may be kept, in milliseconds, if it says.
    pub ttl_ms: Option<u64>,
    list: StatusList,
}

impl Published {
    /// Reads a status list credential. Its signature and dates are for [`crate::verify()`].
    ///
    /// # Errors
    /// [`StatusError::NotAList`], and everything that [`StatusList::decode`] refuses.
    pub fn read(document: &Value) -> Result<Published, StatusError> {
        let credential = document.as_object().filter(|credential| has_type(credential, "BitstringStatusListCredential"));
        let credential = credential.ok_or(StatusError::NotAList)?;
        let subjects = list(credential.get("credentialSubject"));
        let [Value::Object(subject)] = subjects[..] else {
            return Err(StatusError::NotAList);
        };
        if !has_type(subject, "BitstringStatusList") {
            return Err(StatusError::NotAList);
        }
        one_bit(subject)?;
        let purposes: Option<Vec<String>> =
            list(subject.get("statusPurpose")).into_iter().map(|purpose| purpose.as_str().map(str::to_owned)).collect();
        let purposes = purposes.filter(|purposes| !purposes.is_empty()).ok_or(StatusError::Field("statusPurpose"))?;
        let encoded = subject.get("encodedList").and_then(Value::as_str).ok_or(StatusError::Field("encodedList"))?;
        Ok(Published {
            id: credential.get("id").and_then(Value::as_str).map(str::to_owned),
            purposes,
            ttl_ms: subject.get("ttl").and_then(Value::as_u64),
            list: StatusList::decode(encoded)?,
        })
    }

    /// The bit at `index`, for an entry of that purpose.
    ///
    /// # Errors
    /// [`StatusError::Purpose`] or [`StatusError::Range`].
    pub fn get(&self, purpose: &str, index: u64) -> Result<bool, StatusError> {
        if !self.purposes.iter().any(|held| held == purpose) {
            return Err(StatusError::Purpose(purpose.chars().take(80).collect()));
        }
        self.list.get(index)
    }
}

/// Whether a 1EdTech revocation list (`{"revokedCredential": [{"id": …}]}`) names a credential.
/// An entry that says `"revoked": false` does not count.
///
/// # Errors
/// [`StatusError::NotAList`] or [`StatusError::Field`].
pub fn revoked_in(list_document: &Value, credential_id: &str) -> Result<bool, StatusError> {
    let entries = list_document.as_object().ok_or(StatusError::NotAList)?.get("revokedCredential").ok_or(StatusError::NotAList)?;
    for entry in list(Some(entries)) {
        let id = entry.get("id").and_then(Value::as_str).ok_or(StatusError::Field("revokedCredential"))?;
        if id == credential_id && entry.get("revoked") != Some(&Value::Bool(false)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What all the status entries of a credential say together, for
/// [`crate::Report::status_known`]: revoked if one says so, else suspended if one says so.
///
/// `fetch` brings the list at an address, verified by the caller; its `Err` says why not. A place
/// whose purpose is neither revocation nor suspension says nothing about being in force, and its
/// list is not fetched.
///
/// # Errors
/// The first error, unless another entry says that the credential is revoked.
pub fn finding(
    entries: &[Value],
    credential_id: Option<&str>,
    fetch: &mut dyn FnMut(&str) -> Result<Value, String>,
) -> Result<StatusFinding, StatusError> {
    let mut found = StatusFinding::InForce;
    let mut error = None;
    for entry in entries {
        match of_entry(entry, credential_id, fetch) {
            Ok(StatusFinding::Revoked) => return Ok(StatusFinding::Revoked),
            Ok(StatusFinding::Suspended) => found = StatusFinding::Suspended,
            Ok(StatusFinding::InForce) => {}
            Err(why) => error = error.or(Some(why)),
        }
    }
    error.map_or(Ok(found), Err)
}

fn of_entry(
    entry: &Value,
    credential_id: Option<&str>,
    fetch: &mut dyn FnMut(&str) -> Result<Value, String>,
) -> Result<StatusFinding, StatusError> {
    let entry = Entry::read(entry)?;
    let mut fetched = || fetch(entry.list()).map_err(StatusError::Unusable);
    let (is_set, meaning) = match &entry {
        Entry::RevocationList { .. } => {
            let id = credential_id.ok_or(StatusError::Field("id"))?;
            (revoked_in(&fetched()?, id)?, StatusFinding::Revoked)
        }
        Entry::Bitstring { purpose, index, .. } => {
            let meaning = match purpose.as_str() {
                REVOCATION => StatusFinding::Revoked,
                SUSPENSION => StatusFinding::Suspended,
                _ => return Ok(StatusFinding::InForce),
            };
            (Published::read(&fetched()?)?.get(purpose, *index)?, meaning)
        }
    };
    Ok(if is_set { meaning } else { StatusFinding::InForce })
}

#[cfg(test)]
mod tests;
