//! The pages, by noun. Each file has its routes, its handlers and its markup.

pub mod about;
pub mod account;
pub mod admin;
pub mod api_docs;
pub mod batches;
pub mod catalogue;
pub mod claim;
pub mod claims;
pub mod competency;
pub mod connect;
pub mod credential;
pub mod credentials;
pub mod decisions;
pub mod demo;
pub mod desk;
pub mod elsewhere;
pub mod evidence;
pub mod forgotten;
pub mod frameworks;
pub mod home;
pub mod learning;
pub mod offer;
pub mod offerings;
pub mod paths;
pub mod plan;
pub mod profile;
pub mod profiles;
pub mod register;
pub mod self_assessment;
pub mod set_up;
pub mod sign_in;
pub mod verify;
pub mod well_known;

use super::routes::Routes;

/// Every page and act.
pub fn routes() -> Routes {
    Routes::default()
        .and(home::routes())
        .and(catalogue::routes())
        .and(profile::routes())
        .and(self_assessment::routes())
        .and(sign_in::routes())
        .and(forgotten::routes())
        .and(account::routes())
        .and(connect::routes())
        .and(elsewhere::routes())
        .and(set_up::routes())
        .and(demo::routes())
        .and(about::routes())
        .and(api_docs::routes())
        .and(frameworks::routes())
        .and(profiles::routes())
        .and(learning::routes())
        .and(offerings::routes())
        .and(admin::routes())
        .and(desk::routes())
        .and(decisions::routes())
        .and(register::routes())
        .and(batches::routes())
        .and(offer::routes())
        .and(claim::routes())
        .and(claims::routes())
        .and(competency::routes())
        .and(paths::routes())
        .and(plan::routes())
        .and(credential::routes())
        .and(credentials::routes())
        .and(verify::routes())
        .and(well_known::routes())
        .and(evidence::routes())
}
