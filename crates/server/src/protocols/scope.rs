//! What a person can let a program do, by the names of Open Badges 3.0 and OAuth 2.0.

/// One thing that a program may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Read one's credentials.
    ReadCredentials,
    /// Add credentials from elsewhere.
    AddCredentials,
    /// Read one's profile.
    ReadProfile,
    /// Change it.
    ChangeProfile,
    /// Go on while one is away.
    Offline,
}

impl Scope {
    /// Every one.
    pub const ALL: [Scope; 5] = [Scope::ReadCredentials, Scope::AddCredentials, Scope::ReadProfile, Scope::ChangeProfile, Scope::Offline];

    /// Its name in the protocol.
    pub fn name(self) -> &'static str {
        match self {
            Scope::ReadCredentials => "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly",
            Scope::AddCredentials => "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert",
            Scope::ReadProfile => "https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.readonly",
            Scope::ChangeProfile => "https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.update",
            Scope::Offline => "offline_access",
        }
    }

    /// The key of the words that say it to people.
    pub fn words(self) -> &'static str {
        match self {
            Scope::ReadCredentials => "app-may-read-credentials",
            Scope::AddCredentials => "app-may-add-credentials",
            Scope::ReadProfile => "app-may-read-profile",
            Scope::ChangeProfile => "app-may-change-profile",
            Scope::Offline => "app-may-offline",
        }
    }

    /// Those that a list of names, separated by spaces, holds. What is not known is left out.
    pub fn among(names: &str) -> Vec<Scope> {
        Scope::ALL.into_iter().filter(|s| names.split_ascii_whitespace().any(|n| n == s.name())).collect()
    }

    /// As a list of names, separated by spaces.
    pub fn list(scopes: &[Scope]) -> String {
        scopes.iter().map(|s| s.name()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_without_what_is_unknown() {
        let list = format!("offline_access admin {}", Scope::ReadProfile.name());
        assert_eq!(Scope::among(&list), [Scope::ReadProfile, Scope::Offline]);
        assert_eq!(Scope::among(&Scope::list(&Scope::ALL)), Scope::ALL);
    }
}
