//! OpenID for Verifiable Presentations 1.0: this site asks a wallet to show a badge, for whoever wants to see one. The
//! wallet fetches the signed question, and answers with a presentation that its holder's key signed for this question.

pub mod request;
mod response;

use crate::access::{Thing, Verb};
use crate::web::routes::{Door, Routes};
use axum::http::Method;

/// Where its addresses are.
pub const BASE: &str = "/oid4vp/";

/// Its routes.
pub fn routes() -> Routes {
    Routes::default().through(Door::Program, Method::GET, "/oid4vp/requests/{showing}", Verb::View, Thing::Showing, request::fetch).through(
        Door::Program,
        Method::POST,
        "/oid4vp/responses/{showing}",
        Verb::Verify,
        Thing::Showing,
        response::take,
    )
}
