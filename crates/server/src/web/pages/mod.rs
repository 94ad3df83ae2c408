//! The pages, by noun. Each file has its routes, its handlers and its markup.

pub mod catalogue;
pub mod frameworks;
pub mod home;
pub mod profile;
pub mod self_assessment;

use super::routes::Routes;

/// Every page and act.
pub fn routes() -> Routes {
    Routes::default().and(home::routes()).and(catalogue::routes()).and(profile::routes()).and(self_assessment::routes()).and(frameworks::routes())
}
