//! Dates as credentials write them: RFC 3339 with a zone.

use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

/// A moment in UTC microseconds, written `2026-05-01T00:00:00Z` (whole seconds).
/// `None` for a moment outside the years 0 to 9999.
pub fn rfc3339(us: i64) -> Option<String> {
    OffsetDateTime::from_unix_timestamp(us.div_euclid(1_000_000)).ok()?.format(&Rfc3339).ok()
}

/// The moment that an RFC 3339 text names, in UTC microseconds; `None` if it has no zone or is
/// not a date.
pub fn parse_rfc3339(text: &str) -> Option<i64> {
    let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?.to_offset(UtcOffset::UTC);
    i64::try_from(moment.unix_timestamp_nanos().div_euclid(1000)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_and_reads_back() {
        let us = 1_777_593_600_000_000;
        assert_eq!(rfc3339(us).as_deref(), Some("2026-05-01T00:00:00Z"));
        assert_eq!(parse_rfc3339("2026-05-01T00:00:00Z"), Some(us));
        assert_eq!(parse_rfc3339("2026-04-30T20:00:00.5-04:00"), Some(us + 500_000));
        assert_eq!(parse_rfc3339("2026-05-01T00:00:00"), None);
        assert_eq!(parse_rfc3339("2026-05-01"), None);
    }
}
