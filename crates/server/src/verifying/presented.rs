//! What a wallet shows: a presentation, made for one verifier and one occasion.

use super::given::One;
use super::{Source, examine, examine_outside, with_documents};
use crate::actions::Outcome as Acted;
use crate::app::App;
use serde_json::Value;
use vc::{Check, PresentationOptions, PresentationReport};

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

/// A presentation that somebody brings, and each credential in it.
pub struct Presentation {
    /// Who shows it, as far as that is known.
    pub holder: Option<String>,
    /// Whether its signature fits its content. For whom and for which occasion it was made is not asked.
    pub proof: Check,
    /// Whether the key that signed is the holder's.
    pub holder_binding: Check,
    /// What is in it.
    pub credentials: Vec<One>,
}

/// Checks a presentation that was made for nobody knows whom, and each credential in it as if it came alone.
pub async fn check_any_presentation(source: &Source<'_>, document: &Value) -> Acted<Result<Presentation, vc::Malformed>> {
    let options = PresentationOptions { now_us: source.now().0, ..PresentationOptions::default() };
    let report = with_documents(source, |resolve: vc::Resolve<'_>| vc::verify_presentation(document, resolve, &options)).await?.0;
    let report = match report {
        Ok(report) => report,
        Err(malformed) => return Ok(Err(malformed)),
    };
    let mut credentials = Vec::new();
    for shown in report.credentials {
        let examined = match source.app() {
            Some(app) => examine(app, &shown.document).await?,
            None => examine_outside(source, &shown.document).await?,
        };
        let mut examined = match examined {
            Ok(examined) => examined,
            Err(malformed) => return Ok(Err(malformed)),
        };
        if let Some(is_holders) = shown.is_holders {
            examined.report.recipient_presented(is_holders);
        }
        credentials.push(One { document: shown.document, examined });
    }
    Ok(Ok(Presentation { holder: report.holder, proof: report.proof, holder_binding: report.holder_binding, credentials }))
}
