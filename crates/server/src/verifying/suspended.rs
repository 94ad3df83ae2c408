//! Out of force for good, or for a time only: a credential has one status entry, as the official schema of Open Badges has
//! it, so our lists of revocations hold suspensions too, and a list beside each says which they are.

use crate::issuing;
use serde_json::Value;
use vc::status::{Entry, Published, SUSPENSION};
use vc::{Malformed, Report, Resolve, StatusFinding, Verdict};

/// [`vc::verify()`], which also looks into the list beside.
pub(super) fn verify(document: &Value, resolve: Resolve<'_>, now_us: i64) -> Result<Report, Malformed> {
    let mut report = vc::verify(document, resolve, now_us)?;
    if report.verdict == Verdict::Revoked && report.status_entries.iter().any(|entry| only_for_a_time(entry, &report, resolve, now_us)) {
        report.status_known(StatusFinding::Suspended, "The issuer's status list says that it is suspended.");
    }
    Ok(report)
}

/// Whether the list beside the one that an entry points to, by the same issuer, has it as suspended.
fn only_for_a_time(entry: &Value, report: &Report, resolve: Resolve<'_>, now_us: i64) -> bool {
    let Ok(Entry::Bitstring { index, list, .. }) = Entry::read(entry) else { return false };
    let Some(document) = issuing::status::beside(&list).and_then(|beside| resolve(&beside).ok()) else { return false };
    let sound = vc::verify(&document, resolve, now_us).is_ok_and(|r| r.verdict == Verdict::Valid && r.issuer == report.issuer);
    sound && Published::read(&document).and_then(|published| published.get(SUSPENSION, index)) == Ok(true)
}
