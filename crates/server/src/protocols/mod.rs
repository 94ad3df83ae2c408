//! The protocols by which other people's programs and wallets come to credentials and show them: each speaks the field
//! names and errors of its standard, and goes through the same actions and the same policy table as the pages.
//!
//! [`oauth`] lets a program act for a person; [`badges`] is what it can then do, the Open Badges 3.0 API. [`issuance`]
//! hands a credential to its holder's wallet (OID4VCI); [`presentation`] asks a wallet to show one (OID4VP).

pub mod badges;
pub mod issuance;
pub mod oauth;
pub mod presentation;
mod refusal;
pub mod scope;
pub mod vc_api;

use crate::web::routes::Routes;

/// What the addresses of programs begin with: no cookie counts there.
pub const BASES: [&str; 5] = [badges::BASE, oauth::BASE, vc_api::BASE, issuance::BASE, presentation::BASE];

/// Every route.
pub fn routes() -> Routes {
    oauth::routes().and(badges::routes()).and(vc_api::routes()).and(issuance::routes()).and(presentation::routes())
}
