//! Other people's formats in: bytes become rows and row errors. No I/O.
//!
//! Every reader keeps one promise: a sound row is kept, a bad row is reported with its line and a reason that the
//! person who brought the file can act on, and nothing disappears without a word. Only a file that is not of the
//! format at all is refused as a whole.

pub mod award_list;
pub mod catalogue;
mod csv;
mod json;
mod lines;
pub mod nice;
pub mod ratings;
mod row;

pub use row::{Fault, RowError};
