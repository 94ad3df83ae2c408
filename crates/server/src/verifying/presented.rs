//! What a wallet shows: a presentation, made for one verifier and one occasion.

use super::{Source, with_documents};
use crate::actions::Outcome as Acted;
use crate::app::App;
use serde_json::Value;
use vc::{PresentationOptions, PresentationReport};

/// Checks a presentation that was asked for with this nonce by this verifier. What it finds of each credential in it is
/// not the whole answer; see [`super::examine`].
pub async fn check_presentation(
    app: &App,
    presentation: &Value,
    nonce: &str,
    verifier: &str,
) -> Acted<Result<PresentationReport, vc::Malformed>> {
    let options =
        PresentationOptions { now_us: app.now().0, challenge: Some(nonce), domain: Some(verifier), ..PresentationOptions::default() };
    let check = |resolve: vc::Resolve<'_>| vc::verify_presentation(presentation, resolve, &options);
    Ok(with_documents(&Source::Here(app), check).await?.0)
}
