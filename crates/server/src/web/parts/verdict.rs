//! What we say about a credential, check by check, and the code that leads to its page.

use super::icon;
use crate::i18n::t;
use crate::t;
use domain::Lang;
use maud::{Markup, PreEscaped, html};

/// The answer to "is it genuine and does it hold?".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    InForce,
    /// Signed, unchanged and in force, by an issuer that this site does not know.
    Sound,
    /// In force; its issuer has closed.
    IssuerClosed,
    /// Valid when it was issued; its issuer is under suspension.
    IssuerSuspended,
    /// Valid when it was issued; its issuer lost its recognition later.
    IssuerRevoked,
    /// Issued when its issuer was not recognised any more.
    IssuerNotRecognised,
    NotYet,
    Expired,
    Suspended,
    Revoked,
    /// A check could not be made; this is never called false.
    Unknown,
    /// Not what was signed, or the signature is missing or broken.
    Altered,
    /// Signed, but not by the issuer that it names.
    NotRecognised,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Verdict; 13] = [
        Verdict::InForce,
        Verdict::Sound,
        Verdict::IssuerClosed,
        Verdict::IssuerSuspended,
        Verdict::IssuerRevoked,
        Verdict::IssuerNotRecognised,
        Verdict::NotYet,
        Verdict::Expired,
        Verdict::Suspended,
        Verdict::Revoked,
        Verdict::Unknown,
        Verdict::Altered,
        Verdict::NotRecognised,
    ];

    fn look(self) -> (&'static str, &'static str) {
        match self {
            Verdict::InForce => ("ok", "shield"),
            Verdict::Sound => ("info", "shield"),
            Verdict::IssuerClosed => ("ok", "shield"),
            Verdict::IssuerSuspended | Verdict::IssuerRevoked => ("wait", "warning"),
            Verdict::IssuerNotRecognised => ("bad", "warning"),
            Verdict::NotYet | Verdict::Expired => ("wait", "clock"),
            Verdict::Suspended => ("wait", "pause"),
            Verdict::Revoked => ("bad", "stop"),
            Verdict::Unknown => ("info", "question"),
            Verdict::Altered => ("bad", "cross"),
            Verdict::NotRecognised => ("bad", "warning"),
        }
    }

    /// The sentence that says it.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Verdict::InForce => t(lang, "verdict-in-force"),
            Verdict::Sound => t(lang, "verdict-sound"),
            Verdict::IssuerClosed => t(lang, "verdict-issuer-closed"),
            Verdict::IssuerSuspended => t(lang, "verdict-issuer-suspended"),
            Verdict::IssuerRevoked => t(lang, "verdict-issuer-revoked"),
            Verdict::IssuerNotRecognised => t(lang, "verdict-issuer-not-recognised"),
            Verdict::NotYet => t(lang, "verdict-not-yet"),
            Verdict::Expired => t(lang, "verdict-expired"),
            Verdict::Suspended => t(lang, "verdict-suspended"),
            Verdict::Revoked => t(lang, "verdict-revoked"),
            Verdict::Unknown => t(lang, "verdict-unknown"),
            Verdict::Altered => t(lang, "verdict-altered"),
            Verdict::NotRecognised => t(lang, "verdict-not-recognised"),
        }
    }
}

/// The verdict as a banner, with a line of detail (since when, why) and perhaps a link to the checks.
pub fn verdict(lang: Lang, v: Verdict, detail: &str, how: Option<&str>) -> Markup {
    let (colour, shape) = v.look();
    html! {
        div class={ "verdict " (colour) } role="status" {
            strong { (icon(shape)) (v.words(lang)) }
            span.sm { (detail) }
            @if let Some(href) = how { a.sm.push href=(href) { (t(lang, "how-we-checked")) } }
        }
    }
}

/// How one check went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    Passed,
    Failed,
    /// Holds, with something to know.
    Warning,
    /// Could not be made.
    Unknown,
    /// There was nothing to check, or nobody asked.
    NotApplicable,
}

/// One thing that was checked.
#[derive(Clone, Debug)]
pub struct Check {
    pub outcome: Outcome,
    /// "Signature".
    pub name: String,
    /// "Signed by Pinecrest College and unchanged since."
    pub detail: String,
}

/// The checks one by one; the outcome is spoken before each.
pub fn checks(lang: Lang, list: &[Check]) -> Markup {
    html! {
        ul.checks {
            @for c in list {
                @let (colour, shape, said) = match c.outcome {
                    Outcome::Passed => ("ok", "check", t(lang, "check-passed")),
                    Outcome::Failed => ("bad", "cross", t(lang, "check-failed")),
                    Outcome::Warning => ("wait", "warning", t(lang, "check-warning")),
                    Outcome::Unknown => ("info", "question", t(lang, "check-unknown")),
                    Outcome::NotApplicable => ("none", "info", t(lang, "check-not-applicable")),
                };
                li class=(colour) {
                    (icon(shape))
                    span {
                        @if c.outcome == Outcome::Passed { span.vh { (said) " " } } @else { span.said { (said) " " } }
                        strong { (c.name) ". " } (c.detail)
                    }
                }
            }
        }
    }
}

/// A QR code of `text`. `what` names what it opens. Nothing is drawn for a text that no code can hold.
pub fn qr(lang: Lang, text: &str, what: &str) -> Markup {
    let Some(code) = paper::qr::qr(text) else { return html! {} };
    html! {
        svg.qr viewBox=(code.view_box()) role="img" aria-label=(t!(lang, "qr-label", what = what)) shape-rendering="crispEdges" {
            (PreEscaped(code.svg_inside()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_reads_differently_in_both_languages() {
        let said: std::collections::BTreeSet<_> = Lang::ALL.iter().flat_map(|l| Verdict::ALL.map(|v| v.words(*l))).collect();
        assert_eq!(said.len(), 2 * Verdict::ALL.len());
    }

    #[test]
    fn a_code_is_small_and_too_much_text_gives_none() {
        let code = qr(Lang::En, "https://example.org/c/9f2c77a1", "this page").into_string();
        assert!(code.len() < 12_000 && code.contains("QR code for this page"), "{}", code.len());
        assert!(qr(Lang::En, &"x".repeat(5_000), "it").into_string().is_empty());
    }
}
