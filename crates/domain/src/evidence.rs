//! What a learner shows: items, what each is said to show, and whether it is enough.

mod captions;
mod item;
mod sufficiency;
pub use captions::{Captions, LONGEST_CAPTIONS, NoCaptions};
pub use item::{Cannot, EvidenceItem, EvidenceState};
pub use sufficiency::{CriterionMeter, Meter, Missing, Shown, meter};

use crate::{CompetencyId, CriterionId, EvidenceId, Ts};
use serde::{Deserialize, Serialize};

/// The medium.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// Moving pictures.
    Video,
    /// Sound.
    Audio,
    /// A picture.
    Image,
    /// A document in a file.
    Document,
    /// Text written here.
    Text,
    /// Something on the web.
    Link,
    /// Anything else.
    Other,
}

/// How close the evidence is to the performance (S26). Supplementary evidence alone never satisfies a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceClass {
    /// Observed by the assessor.
    Direct,
    /// Work or a recording that the assessor reviews.
    Indirect,
    /// Reported by others: witness statements, references, logs, attendance.
    Supplementary,
}

/// Supervision and identity while the evidence was made (2.13.7), lowest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SupervisionIdentity {
    /// Unsupervised, no identity check.
    #[default]
    A0,
    /// Supervised, identity not verified.
    A1,
    /// Supervised online, one factor.
    A2,
    /// Supervised online, two factors.
    A3,
    /// Supervised on site, one factor.
    A4,
    /// Supervised on site, two factors.
    A5,
}

impl SupervisionIdentity {
    /// Every level, lowest first.
    pub const ALL: [SupervisionIdentity; 6] = [Self::A0, Self::A1, Self::A2, Self::A3, Self::A4, Self::A5];

    /// `A0` … `A5`.
    pub fn code(self) -> &'static str {
        ["A0", "A1", "A2", "A3", "A4", "A5"][self as usize]
    }
}

/// What the bytes or words are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Not there yet: an upload under way.
    Awaited {
        /// What the learner's device called the file.
        file_name: String,
    },
    /// A stored file, named by the SHA-256 of its bytes.
    File {
        /// Lower-case hexadecimal.
        sha256: String,
        /// Bytes.
        size: u64,
        /// As sniffed from the bytes, never as claimed.
        media_type: String,
        /// What the learner's device called it.
        file_name: String,
        /// Length in milliseconds as the recorder measured it, where it did.
        duration_ms: Option<u64>,
    },
    /// Words written here.
    Text(String),
    /// An address on the web.
    Link(String),
}

impl Content {
    /// What makes this content new or old: two items with equal fingerprints are the same evidence (LRN-09).
    pub fn fingerprint(&self) -> Option<&str> {
        match self {
            Content::Awaited { .. } => None,
            Content::File { sha256, .. } => Some(sha256),
            Content::Text(words) => Some(words),
            Content::Link(address) => Some(address),
        }
    }
}

/// On what ground the people in the evidence may be shown (PRV-05).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThirdPartyBasis {
    /// Nobody but the learner can be recognised.
    NobodyIdentifiable,
    /// Everyone who can be recognised has agreed.
    AllConsented,
    /// A client, patient or child can be recognised: blocked.
    ProtectedPerson,
}

/// When, where and how it was made (INT-02).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// The day it was performed.
    pub performed: Ts,
    /// Place or setting, in the learner's words.
    pub setting: String,
    /// Whether it was cut or edited.
    pub edited: bool,
    /// Who is shown.
    pub people: ThirdPartyBasis,
}

/// Which part of an item shows a criterion. Validity needs it named (2.13.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Locator {
    /// All of it: for text, links and pictures.
    Whole,
    /// From this second of a recording.
    Second(u32),
    /// This page of a document.
    Page(u32),
}

/// An item said to show a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceLink {
    /// Which item.
    pub evidence: EvidenceId,
    /// Which competency.
    pub competency: CompetencyId,
    /// Which criterion of it.
    pub criterion: CriterionId,
    /// Which part.
    pub at: Locator,
}

/// The learner's signed statement (LRN-05): own work, and separately any help used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthenticityDeclaration {
    /// Signed: this is my own work.
    pub own_work: bool,
    /// What help of people or of AI was used; "none" is said in words too.
    pub help_used: String,
    /// When signed.
    pub at: Ts,
}

/// Whether an item can be relied on (VARCS), each with yes or no and why not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VarcsCheck {
    /// It shows what it is said to show.
    pub valid: Option<bool>,
    /// It is the learner's own.
    pub authentic: Option<bool>,
    /// The same judgement would follow next time.
    pub reliable: Option<bool>,
    /// It is recent enough.
    pub current: Option<bool>,
    /// There is enough of it.
    pub sufficient: Option<bool>,
    /// Why, where one of them is no.
    pub reason: String,
}

impl VarcsCheck {
    /// The five answers in order.
    pub fn answers(&self) -> [Option<bool>; 5] {
        [self.valid, self.authentic, self.reliable, self.current, self.sufficient]
    }

    /// All five yes.
    pub fn all_yes() -> VarcsCheck {
        let yes = Some(true);
        VarcsCheck { valid: yes, authentic: yes, reliable: yes, current: yes, sufficient: yes, reason: String::new() }
    }

    /// Every line is answered, and every no has its reason.
    pub fn complete(&self) -> bool {
        let all = self.answers().iter().all(Option::is_some);
        all && (self.relied_on() || !self.reason.trim().is_empty())
    }

    /// Every line is yes: a judgement may rest on the item.
    pub fn relied_on(&self) -> bool {
        self.answers().iter().all(|a| *a == Some(true))
    }
}

#[cfg(test)]
mod tests;
