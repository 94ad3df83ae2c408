//! Credentials for many at once: an issuer's list of people who met a whole profile in assessments recorded elsewhere, and
//! the life of the work that issues them.
//!
//! No credential of the type `MicroCredential` stands without a final decision behind it. For a batch that is the
//! decision that its [`Terms`] name; it is written into each credential.

use crate::evidence::SupervisionIdentity;
use crate::profile::ProfileBody;
use crate::{BatchId, Lang, OrganisationId, PersonId, ProfileId, Ts, VersionId};
use serde::{Deserialize, Serialize};

/// How many rows are issued in one transaction.
pub const PART: u32 = 250;

/// One row of a batch, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BatchRow {
    /// The batch.
    pub batch: BatchId,
    /// The row.
    pub row: u32,
}

impl BatchRow {
    /// The number of the part that it is issued in, from 0.
    pub fn part(self) -> u32 {
        self.row.saturating_sub(1) / PART
    }
}

/// `bat_…:17`, as it is stored.
impl std::fmt::Display for BatchRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.batch, self.row)
    }
}

impl std::str::FromStr for BatchRow {
    type Err = crate::id::BadId;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = crate::id::BadId(BatchId::PREFIX);
        let (batch, row) = text.split_once(':').ok_or(bad)?;
        Ok(BatchRow { batch: batch.parse()?, row: row.parse().map_err(|_| bad)? })
    }
}

/// Somebody on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Line in the file that was sent.
    pub line: u32,
    /// The name as it is to stand on the credential.
    pub name: String,
    /// Address.
    pub email: Option<String>,
    /// Student number.
    pub number: Option<String>,
    /// Decentralised identifier.
    pub did: Option<String>,
    /// The day of the award.
    pub awarded: Ts,
    /// The language of the letter, if the list says.
    pub lang: Option<Lang>,
    /// The result, as the issuer writes it.
    pub result: Option<String>,
}

impl Listed {
    /// What tells one recipient from another: the first there is of address, DID and student number.
    pub fn key(&self) -> String {
        let number = self.number.as_ref().map(|n| format!("#{n}"));
        self.email.clone().or_else(|| self.did.clone()).or(number).unwrap_or_default()
    }
}

/// What the issuer states for the whole list when they start it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Where the final decision on everybody on the list is recorded: a board and its day, a protocol, a file.
    pub decision: String,
    /// Under which supervision and with which proof of identity they were judged.
    pub supervision: SupervisionIdentity,
    /// Whether each gets a letter.
    pub letters: bool,
    /// The language of letters to those for whom the list names none.
    pub lang: Lang,
}

/// Why no more of a batch is issued for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Halt {
    /// Somebody stopped it.
    Asked,
    /// Its issuer may not issue now.
    IssuerStanding,
}

/// Where a batch stands.
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum BatchState {
    /// Read and checked; nothing is issued yet.
    Checked,
    /// Being issued since then; `before` were done already.
    Running { by: PersonId, since: Ts, before: u32 },
    /// Waits until somebody goes on with it.
    Paused { by: Option<PersonId>, at: Ts, why: Halt },
    /// What was left is not issued.
    Cancelled { by: PersonId, at: Ts },
    /// All of it is issued.
    Done { at: Ts },
}

impl BatchState {
    /// The state's name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            BatchState::Checked => "checked",
            BatchState::Running { .. } => "running",
            BatchState::Paused { .. } => "paused",
            BatchState::Cancelled { .. } => "cancelled",
            BatchState::Done { .. } => "done",
        }
    }
}

/// A batch of credentials of one achievement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its id.
    pub id: BatchId,
    /// Who issues.
    pub issuer: OrganisationId,
    /// The profile.
    pub profile: ProfileId,
    /// In which version.
    pub version: VersionId,
    /// Who brought the list.
    pub made_by: PersonId,
    /// When.
    pub made: Ts,
    /// What the file was called.
    pub file: String,
    /// How many sound rows it has.
    pub rows: u32,
    /// How many rows were not taken in.
    pub refused: u32,
    /// What the issuer stated; none until it is started.
    pub terms: Option<Terms>,
    /// Where it stands.
    pub state: BatchState,
    /// How many credentials are issued.
    pub issued: u32,
    /// How many rows were passed over, because the person has that credential already.
    pub skipped: u32,
    /// Counts what people did to it.
    pub revision: i64,
}

/// Why a step is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotPossible {
    /// Not in the state it is in.
    #[error("the batch is {0}")]
    While(&'static str),
    /// The number that was typed is not the number of rows.
    #[error("that is not how many there are")]
    OtherCount,
    /// Nobody says where the decision is recorded.
    #[error("no decision is named")]
    NoDecision,
}

impl Batch {
    /// How many rows are dealt with.
    pub fn done(&self) -> u32 {
        self.issued + self.skipped
    }

    fn not_while<T>(&self) -> Result<T, NotPossible> {
        Err(NotPossible::While(self.state.name()))
    }

    /// The issuer starts it; `count` is how many they believe to issue.
    pub fn start(self, by: PersonId, now: Ts, count: u32, terms: Terms) -> Result<Batch, NotPossible> {
        if self.state != BatchState::Checked {
            return self.not_while();
        }
        if count != self.rows {
            return Err(NotPossible::OtherCount);
        }
        if terms.decision.trim().is_empty() {
            return Err(NotPossible::NoDecision);
        }
        Ok(Batch { state: BatchState::Running { by, since: now, before: 0 }, terms: Some(terms), ..self })
    }

    /// No more is issued for now.
    pub fn pause(self, by: Option<PersonId>, at: Ts, why: Halt) -> Result<Batch, NotPossible> {
        match self.state {
            BatchState::Running { .. } => Ok(Batch { state: BatchState::Paused { by, at, why }, ..self }),
            _ => self.not_while(),
        }
    }

    /// Goes on.
    pub fn resume(self, by: PersonId, now: Ts) -> Result<Batch, NotPossible> {
        match self.state {
            BatchState::Paused { .. } => Ok(Batch { state: BatchState::Running { by, since: now, before: self.done() }, ..self }),
            _ => self.not_while(),
        }
    }

    /// What is left is not issued; what is issued stays.
    pub fn cancel(self, by: PersonId, at: Ts) -> Result<Batch, NotPossible> {
        match self.state {
            BatchState::Checked | BatchState::Running { .. } | BatchState::Paused { .. } => {
                Ok(Batch { state: BatchState::Cancelled { by, at }, ..self })
            }
            _ => self.not_while(),
        }
    }

    /// Every row is dealt with.
    pub fn finish(self, at: Ts) -> Result<Batch, NotPossible> {
        match self.state {
            BatchState::Running { .. } if self.done() == self.rows => Ok(Batch { state: BatchState::Done { at }, ..self }),
            _ => self.not_while(),
        }
    }

    /// Rows a second since it was started or went on, and the seconds that the rest takes at that speed. None before
    /// anything is done.
    pub fn speed(&self, now: Ts) -> Option<(f64, u64)> {
        let BatchState::Running { since, before, .. } = self.state else { return None };
        let (seconds, done) = ((now.0 - since.0) as f64 / 1e6, self.done().saturating_sub(before));
        if done == 0 || seconds <= 0.0 {
            return None;
        }
        let rate = f64::from(done) / seconds;
        Some((rate, (f64::from(self.rows.saturating_sub(self.done())) / rate).ceil() as u64))
    }
}

/// When a credential that was awarded on a day ends: after its own validity and, where the profile requires every competency
/// to stay current, no later than the first of them.
pub fn end_of_award(body: &ProfileBody, awarded: Ts) -> Option<Ts> {
    let own = body.validity_months.map(|m| awarded.plus_months(m.into()));
    let required = body.competencies.iter().filter(|c| c.required && body.requires_current);
    own.into_iter().chain(required.filter_map(|c| Some(awarded.plus_months(c.validity_months?.into())))).min()
}

#[cfg(test)]
mod tests;
