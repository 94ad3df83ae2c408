//! The REST API: the same acts as the pages, by the same actions, for programs with a personal token.
//!
//! In reading order: [`callers`] is who calls and what an operation needs of them; [`input`] what comes in; [`problem`]
//! how a refusal looks; [`document`] how an operation becomes a route with a rule and a place in the OpenAPI document;
//! then a file for each noun. The types in these files are the API's own: a change of the domain does not change what
//! programs see unless somebody changes it here.

mod assessments;
mod authoring;
mod batches;
pub mod callers;
mod catalogues;
mod claims;
mod competencies;
mod credentials;
mod decisions;
pub mod document;
mod evidence;
mod frameworks;
mod funding;
mod input;
mod instance;
mod listed;
mod offerings;
mod paths;
pub mod problem;
mod profile_body;
mod profile_written;
mod profiles;
mod register;
mod sheets;
pub mod sketch;
mod verification;
mod words;

pub use callers::{Needs, let_in, let_in_sender, nowhere, other_method};
pub use document::BASE;
pub use offerings::OfferingView;

use crate::web::routes::Routes;
use document::Operations;
use std::sync::LazyLock;
use utoipa::openapi::OpenApi;

fn operations() -> Operations {
    Operations::default()
        .and(profiles::operations())
        .and(claims::operations())
        .and(competencies::operations())
        .and(evidence::operations())
        .and(assessments::operations())
        .and(decisions::operations())
        .and(register::operations())
        .and(batches::operations())
        .and(credentials::operations())
        .and(verification::operations())
        .and(authoring::operations())
        .and(frameworks::operations())
        .and(offerings::operations())
        .and(paths::operations())
        .and(funding::operations())
        .and(catalogues::operations())
        .and(instance::operations())
}

/// Every operation as a route with its rule.
pub fn routes() -> Routes {
    operations().build().0
}

/// The OpenAPI document.
pub fn openapi() -> &'static OpenApi {
    static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(|| operations().build().1);
    &DOCUMENT
}
