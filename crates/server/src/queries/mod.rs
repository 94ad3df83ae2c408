//! One file for each question that needs more than one read.

pub mod versions;
