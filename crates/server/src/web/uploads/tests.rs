//! The protocol, against the whole site: one learner with evidence that waits for its file, on a real folder.

mod media;
mod protocol;
mod survives;
mod world;
