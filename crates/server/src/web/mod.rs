//! Pages.

pub mod assets;
pub mod layout;
pub mod parts;
