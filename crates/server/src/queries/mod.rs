//! One file for each question that needs more than one read.

pub mod evidence_file;
pub mod versions;
