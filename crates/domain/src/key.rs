//! An issuer's signing keys and their life (E16): one signs, those before it are retired and still verify, and one that
//! fell into wrong hands counts only for what is known to have been signed before.

use crate::Ts;

/// Where a key stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// It signs, or would if it were the latest.
    InUse,
    /// Another one signs since then.
    Retired(Ts),
    /// Somebody else may have signed with it from then on.
    Compromised(Ts),
}

impl KeyState {
    /// From when it was retired, and from when it can't be trusted, if either.
    pub fn of(retired: Option<Ts>, compromised: Option<Ts>) -> KeyState {
        match (compromised, retired) {
            (Some(from), _) => KeyState::Compromised(from),
            (None, Some(at)) => KeyState::Retired(at),
            (None, None) => KeyState::InUse,
        }
    }

    /// Whether a signature counts. `signed` is when our own record says it was made; what a document says of itself
    /// proves nothing, because whoever has the key can write any date.
    pub fn counts(self, signed: Option<Ts>) -> bool {
        match self {
            KeyState::InUse | KeyState::Retired(_) => true,
            KeyState::Compromised(from) => signed.is_some_and(|at| at < from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: Ts = Ts(1_000);

    #[test]
    fn a_retired_key_still_counts() {
        assert!(KeyState::of(Some(FROM), None).counts(None));
        assert!(KeyState::of(None, None).counts(None));
    }

    #[test]
    fn a_compromised_key_counts_only_for_what_the_record_shows_to_be_older() {
        let lost = KeyState::of(Some(Ts(2_000)), Some(FROM));
        assert!(lost.counts(Some(Ts(999))));
        assert!(!lost.counts(Some(FROM)) && !lost.counts(Some(Ts(1_500))));
        assert!(!lost.counts(None), "what is not in the record may have been written by anybody, with any date");
    }
}
