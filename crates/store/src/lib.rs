//! The only SQL, and the folder that evidence is kept in.
//!
//! One file for each noun, plain functions over a [`Tx`]; the caller owns the transaction. "Not there" is `None`: the
//! act that asked says what that means. A row that the domain forbids is refused, never guessed at.

pub mod apps;
pub mod assessments;
pub mod awards;
pub mod batches;
pub mod claims;
pub mod erasure;
mod error;
pub mod events;
pub mod evidence;
pub mod external;
pub mod files;
pub mod frameworks;
pub mod jobs;
pub mod messages;
pub mod offerings;
pub mod people;
pub mod plans;
pub mod profiles;
pub mod public;
pub mod register;
pub mod renewals;
pub mod role;
pub mod showings;
pub mod sql;
pub mod status;
pub mod testing;
pub mod uploads;
pub mod vc_api;
pub mod wallet_offers;

pub use error::StoreError;
pub use sql::{Db, Tx};

/// What every function here answers.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Number, name and text of each migration. Once released, one is never edited.
pub(crate) const MIGRATIONS: &[(i64, &str, &str)] = &[(1, "beginning", include_str!("../migrations/0001_beginning.sql"))];

/// A value as a JSON document.
fn doc<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("domain values have text keys and always serialise")
}

/// The name of an enum's variant, as serde writes it.
fn name_of<T: serde::Serialize>(value: &T) -> String {
    doc(value).trim_matches('"').to_owned()
}

/// The variant of this name.
fn named<T: serde::de::DeserializeOwned>(name: &str) -> Result<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).map_err(|e| StoreError::Impossible(e.to_string()))
}

/// A save that found nothing to save over was too late.
fn one(changed: u64) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(StoreError::Stale) }
}
