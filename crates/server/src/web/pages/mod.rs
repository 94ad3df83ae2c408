//! The pages, by noun. Each file has its routes, its handlers and its markup.

pub mod account;
pub mod catalogue;
pub mod desk;
pub mod frameworks;
pub mod home;
pub mod profile;
pub mod self_assessment;
pub mod set_up;
pub mod sign_in;

use super::routes::Routes;

/// Every page and act.
pub fn routes() -> Routes {
    Routes::default()
        .and(home::routes())
        .and(catalogue::routes())
        .and(profile::routes())
        .and(self_assessment::routes())
        .and(sign_in::routes())
        .and(account::routes())
        .and(set_up::routes())
        .and(frameworks::routes()).and(desk::routes())
}
