//! Whether an issuer is recognised, and what that means for what it issued (4.10 E7).

use crate::{OrganisationId, Ts};
use serde::{Deserialize, Serialize};

/// Where an issuer stands.
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// Recognised.
    #[default]
    Active,
    /// Something is looked into; it issues nothing meanwhile.
    Suspended { since: Ts },
    /// It is no more; another body may hold its register.
    Closed { at: Ts, register: Option<OrganisationId> },
    /// Its recognition was taken back, for cause.
    Revoked { from: Ts },
}

impl Standing {
    /// The name in code, in addresses and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            Standing::Active => "active",
            Standing::Suspended { .. } => "suspended",
            Standing::Closed { .. } => "closed",
            Standing::Revoked { .. } => "revoked",
        }
    }

    /// It may issue.
    pub fn issues(&self) -> bool {
        *self == Standing::Active
    }

    /// What it means for a credential issued at this moment: the verdict table of E7.
    pub fn of_issued(&self, issued: Ts) -> IssuerFinding {
        match *self {
            Standing::Active => IssuerFinding::Recognised,
            Standing::Suspended { .. } => IssuerFinding::UnderSuspension,
            Standing::Closed { at, .. } if issued < at => IssuerFinding::Closed,
            Standing::Revoked { from } if issued < from => IssuerFinding::RevokedLater,
            Standing::Closed { .. } | Standing::Revoked { .. } => IssuerFinding::NotRecognised,
        }
    }
}

/// What an issuer's standing means for one of its credentials.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IssuerFinding {
    /// The issuer is recognised.
    #[default]
    Recognised,
    /// Valid; the issuer has closed since.
    Closed,
    /// Valid at issue; the issuer is under suspension.
    UnderSuspension,
    /// Valid at issue; the issuer lost its recognition later: ask the quality-assurance body.
    RevokedLater,
    /// Issued when the issuer was not recognised any more.
    NotRecognised,
}

impl IssuerFinding {
    /// Every finding.
    pub const ALL: [IssuerFinding; 5] = [
        IssuerFinding::Recognised,
        IssuerFinding::Closed,
        IssuerFinding::UnderSuspension,
        IssuerFinding::RevokedLater,
        IssuerFinding::NotRecognised,
    ];

    /// The code that programs read.
    pub fn code(self) -> &'static str {
        match self {
            IssuerFinding::Recognised => "issuer_recognised",
            IssuerFinding::Closed => "valid_issuer_closed",
            IssuerFinding::UnderSuspension => "valid_at_issue_issuer_suspended",
            IssuerFinding::RevokedLater => "valid_at_issue_issuer_revoked",
            IssuerFinding::NotRecognised => "issuer_not_recognised",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use IssuerFinding::*;

    const D: Ts = Ts(1_000);

    #[test]
    fn the_verdict_table_holds() {
        let table = [
            (Standing::Active, Recognised, Recognised),
            (Standing::Suspended { since: D }, UnderSuspension, UnderSuspension),
            (Standing::Closed { at: D, register: None }, Closed, NotRecognised),
            (Standing::Revoked { from: D }, RevokedLater, NotRecognised),
        ];
        for (standing, before, on_or_after) in table {
            assert_eq!(standing.of_issued(Ts(D.0 - 1)), before, "{standing:?}");
            for issued in [D, Ts(D.0 + 1)] {
                assert_eq!(standing.of_issued(issued), on_or_after, "{standing:?}");
            }
        }
    }

    #[test]
    fn only_who_is_recognised_issues() {
        let others = [Standing::Suspended { since: D }, Standing::Closed { at: D, register: None }, Standing::Revoked { from: D }];
        assert!(Standing::Active.issues() && others.iter().all(|s| !s.issues()));
    }

    #[test]
    fn every_standing_is_stored_under_its_name() {
        let all = [
            Standing::Active,
            Standing::Suspended { since: D },
            Standing::Closed { at: D, register: Some(OrganisationId(1)) },
            Standing::Revoked { from: D },
        ];
        crate::example::named_as_stored("standing", &all, Standing::name);
    }
}
