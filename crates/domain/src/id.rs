//! Typed ids with a readable prefix: `clm_0R3…`. One kind can't be passed where another is due.

use serde::{Deserialize, Serialize};

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const DIGITS: usize = 26;

/// What was given is not an id of this kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id that starts with {0}_")]
pub struct BadId(pub &'static str);

fn write(prefix: &str, mut n: u128, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    let mut digits = [b'0'; DIGITS];
    for place in digits.iter_mut().rev() {
        *place = ALPHABET[(n & 31) as usize];
        n >>= 5;
    }
    let digits = std::str::from_utf8(&digits).expect("the alphabet is ASCII");
    write!(f, "{prefix}_{digits}")
}

fn read(prefix: &'static str, text: &str) -> Result<u128, BadId> {
    let bad = BadId(prefix);
    let digits = text.strip_prefix(prefix).and_then(|t| t.strip_prefix('_')).ok_or(bad)?;
    if digits.len() != DIGITS || digits.as_bytes()[0] > b'7' {
        return Err(bad);
    }
    digits.bytes().try_fold(0u128, |n, b| match VALUES[b as usize] {
        NO_DIGIT => Err(bad),
        digit => Ok((n << 5) | u128::from(digit)),
    })
}

const NO_DIGIT: u8 = u8::MAX;

/// What each byte is worth as a digit. A page of a claim reads hundreds of ids.
const VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut digit = 0;
    while digit < ALPHABET.len() {
        values[ALPHABET[digit] as usize] = digit as u8;
        digit += 1;
    }
    values
};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub u128);

        impl $name {
            /// What ids of this kind start with.
            pub const PREFIX: &'static str = $prefix;
        }
        impl From<u128> for $name {
            fn from(n: u128) -> Self { Self(n) }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write(Self::PREFIX, self.0, f) }
        }
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { std::fmt::Display::fmt(self, f) }
        }
        impl std::str::FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> { read(Self::PREFIX, text).map(Self) }
        }
        impl TryFrom<String> for $name {
            type Error = BadId;
            fn try_from(text: String) -> Result<Self, BadId> { text.parse() }
        }
        impl From<$name> for String {
            fn from(id: $name) -> String { id.to_string() }
        }
    )*
    /// Of every kind, for the test that no two are the same.
    #[cfg(test)]
    const PREFIXES: &[&str] = &[$($prefix),*];
    };
}

ids! {
    /// A natural person: learner, assessor, author, in any combination.
    PersonId = "per";
    /// An employer, association, institution or quality body.
    OrganisationId = "org";
    /// A framework taken in from elsewhere.
    FrameworkId = "frm";
    /// One element of such a framework.
    ElementId = "elm";
    /// A job-competency profile, across its versions.
    ProfileId = "prf";
    /// One version of a profile. Published, it never changes.
    VersionId = "pvr";
    /// A competency of a profile; stays the same across versions.
    CompetencyId = "cmp";
    /// A performance criterion of a competency.
    CriterionId = "crt";
    /// A claim for recognition.
    ClaimId = "clm";
    /// One piece of evidence.
    EvidenceId = "evd";
    /// One assessment of one competency in one attempt.
    AssessmentId = "asm";
    /// One competency recognised.
    RecognitionId = "rec";
    /// A signed credential.
    CredentialId = "crd";
    /// Credentials for many, issued at once.
    BatchId = "bat";
    /// A list in which an issuer publishes the state of its credentials, bit by bit.
    StatusListId = "stl";
    /// Short learning that closes gaps.
    OfferingId = "off";
    /// A catalogue of learning, taken in from elsewhere.
    CatalogueId = "cat";
    /// What a learner decided to do about the gaps of a claim.
    PlanId = "pln";
    /// One offering of such a plan.
    PlanItemId = "pli";
    /// A resumable upload under way.
    UploadId = "upl";
    /// A signed-in browser.
    SessionId = "ses";
    /// A personal access token.
    TokenId = "tok";
    /// A program that registered itself.
    AppId = "app";
    /// A program's question to a person: may it?
    AppRequestId = "arq";
    /// What a person lets a program do.
    ConnectionId = "con";
    /// A credential that was issued elsewhere.
    ExternalId = "ext";
    /// An offer of a credential to a wallet.
    OfferId = "wof";
    /// A question to a wallet: show a credential.
    ShowingId = "shw";
    /// A job to be run.
    JobId = "job";
    /// A message to a person.
    MessageId = "msg";
    /// A signing key of an issuer.
    KeyId = "key";
    /// An entry in the record of what happened.
    EventId = "evt";
}

#[cfg(test)]
mod tests;
