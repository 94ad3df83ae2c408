//! Roles as they are written in rows.

use crate::{Result, StoreError};
use domain::people::Role;

/// What a role is called in rows and events.
pub fn name(role: Role) -> &'static str {
    match role {
        Role::Author => "author",
        Role::Assessor => "assessor",
        Role::Issuer => "issuer",
        Role::Admin => "admin",
    }
}

pub(crate) fn parse(text: &str) -> Result<Role> {
    Role::ALL.into_iter().find(|r| name(*r) == text).ok_or(StoreError::impossible("role"))
}
