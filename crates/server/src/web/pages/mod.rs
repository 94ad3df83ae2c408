//! The pages, by noun. Each file has its routes, its handlers and its markup.

pub mod frameworks;
pub mod home;

use super::routes::Routes;

/// Every page and act.
pub fn routes() -> Routes {
    Routes::default().and(home::routes()).and(frameworks::routes())
}
