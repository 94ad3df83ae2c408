//! What the words of competency-first micro-credentials mean, and the rules between them.
//!
//! Nothing here reads a clock, draws a random number, opens a file or speaks to a network: `now`, ids and
//! everything else come in as arguments. Numbers in brackets (2.13.5, LRN-08 …) point to the domain's written rules.
//!
//! In reading order:
//!
//! - [`text`], [`id`], [`time`]: bilingual text, typed ids, moments.
//! - [`people`]: who takes part, in which role, with what scope.
//! - [`profile`]: what a job needs, criterion by criterion, and how a version is published.
//! - [`evidence`]: what a learner shows, and whether it is enough to be judged.
//! - [`assessment`]: judging one competency in one attempt; the decision rules.
//! - [`agreement`]: how far people who judge the same work judge alike.
//! - [`assignment`]: who is offered what, and why somebody was not.
//! - [`verification`]: which decisions somebody else looks at before they are final.
//! - [`claim`]: a learner's whole case; what is met stays met.
//! - [`gap`]: what is missing and why.
//! - [`offering`]: learning that somebody offers, and which of it is for a gap.
//! - [`pathway`]: which learning comes into question for one learner, and on which terms.
//! - [`plan`]: what a learner decided to do about their gaps, and how far it is.
//! - [`funding`]: who may get help with paying, by rules from outside.
//! - [`likeness`]: which known statements some words are like.
//! - [`recognition`]: one competency, recognised at once.
//! - [`credential`]: the signed outcome and its life.
//! - [`batch`]: credentials for many at once.
//! - [`key`]: an issuer's signing keys and their life.
//! - [`standing`]: whether an issuer is recognised, and what that means for what it issued.
//! - [`event`]: everything that can have happened.

#![warn(missing_docs)]

pub mod agreement;
pub mod assessment;
pub mod assignment;
pub mod batch;
pub mod claim;
pub mod credential;
pub mod erasure;
pub mod event;
pub mod evidence;
pub mod funding;
pub mod gap;
pub mod id;
pub mod key;
pub mod likeness;
pub mod offering;
pub mod pathway;
pub mod people;
pub mod plan;
pub mod profile;
pub mod recognition;
pub mod standing;
pub mod text;
pub mod time;
pub mod verification;

#[cfg(test)]
mod example;
#[cfg(test)]
mod scenarios;

pub use id::*;
pub use text::{Lang, Text};
pub use time::Ts;
