//! One file for each question that needs more than one read.

pub mod account;
pub mod assessment;
pub mod batches;
pub mod catalogue;
pub mod claim;
pub mod claims;
pub mod credential;
pub mod decision;
pub mod demand;
pub mod demo;
pub mod evidence;
pub mod evidence_file;
pub mod frameworks;
pub mod held;
pub mod instance;
pub mod learning;
pub mod paths;
pub mod plan;
pub mod profiles;
pub mod queue;
pub mod recognised;
pub mod register;
pub mod tags;
pub mod versions;
pub mod wallet;
