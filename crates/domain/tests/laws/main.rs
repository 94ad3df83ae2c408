//! What holds whatever happens, tried on random worlds and random acts.

mod assessments;
mod claims;
mod credentials;
mod evidence;
mod judging;
mod worlds;
mod writing;
