//! One file for each question that needs more than one read.

pub mod account;
pub mod assessment;
pub mod catalogue;
pub mod evidence_file;
pub mod frameworks;
pub mod queue;
pub mod versions;
