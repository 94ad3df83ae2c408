//! OpenID for Verifiable Credential Issuance 1.0: a wallet that its holder pointed at an offer fetches the credential,
//! bound to a key of its own. Pre-authorised code flow, without a registered client.

mod credential;
mod metadata;
pub mod nonce;
mod offer;
mod proof;

pub use offer::{PRE_AUTHORIZED, by_reference, by_value};

use crate::access::{Thing, Verb};
use crate::issuing::Form;
use crate::web::routes::{Door, Routes};
use axum::http::Method;

/// Where its addresses are.
pub const BASE: &str = "/oid4vci/";

/// Its routes.
pub fn routes() -> Routes {
    let open = Door::Program;
    Routes::default()
        .through(open, Method::GET, "/.well-known/openid-credential-issuer", Verb::View, Thing::WalletOffer, metadata::document)
        .through(open, Method::GET, "/oid4vci/offers/{code}", Verb::View, Thing::WalletOffer, offer::fetch)
        .through(open, Method::POST, "/oid4vci/nonce", Verb::View, Thing::WalletOffer, nonce::give)
        .through(open, Method::POST, "/oid4vci/credential", Verb::Verify, Thing::WalletOffer, credential::issue)
        .through(open, Method::POST, "/oid4vci/notification", Verb::Verify, Thing::WalletOffer, credential::notify)
}

/// The names under which credentials are offered, each with how they are written.
pub const CONFIGURATIONS: [(&str, Form); 2] = [("OpenBadgeCredential_ldp", Form::DataIntegrity), ("OpenBadgeCredential_jwt", Form::Jwt)];
