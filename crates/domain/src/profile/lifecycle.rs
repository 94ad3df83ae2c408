use super::{ProfileBody, ProfileVersion};
use crate::{Lang, PersonId, Ts};
use serde::{Deserialize, Serialize};

/// Where a version stands (2.12.9). Each state says who brought it there, when and on what ground.
#[allow(missing_docs, reason = "each variant has its sentence; the fields are named for what they are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum VersionState {
    /// Being written.
    Draft,
    /// Shown to those it concerns.
    Consultation { by: PersonId, at: Ts, note: String },
    /// Being checked with employers.
    Validation { by: PersonId, at: Ts, note: String },
    /// Approved by its owners.
    Approved { by: PersonId, at: Ts, note: String },
    /// In force.
    Published { by: PersonId, at: Ts },
    /// Replaced; open claims may finish until the teach-out ends.
    Superseded { at: Ts, teach_out_until: Ts, published_at: Ts },
    /// No longer used.
    Retired { by: PersonId, at: Ts, reason: String },
}

impl VersionState {
    /// The state's name in code and in the database.
    pub fn name(&self) -> &'static str {
        match self {
            VersionState::Draft => "draft",
            VersionState::Consultation { .. } => "consultation",
            VersionState::Validation { .. } => "validation",
            VersionState::Approved { .. } => "approved",
            VersionState::Published { .. } => "published",
            VersionState::Superseded { .. } => "superseded",
            VersionState::Retired { .. } => "retired",
        }
    }

    /// When it was published, if it was.
    pub fn published_at(&self) -> Option<Ts> {
        match self {
            VersionState::Published { at, .. } => Some(*at),
            VersionState::Superseded { published_at, .. } => Some(*published_at),
            _ => None,
        }
    }
}

/// How far-reaching a revision is (2.12.9): it decides what happens to open claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeClass {
    /// Wording only.
    Editorial,
    /// Open claims continue and may move.
    Minor,
    /// Open claims keep their version until the teach-out ends.
    Substantive,
}

/// Why a version can't be moved on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotPublishable {
    /// It is not in the state that this step starts from.
    #[error("the version is {0}")]
    WrongState(&'static str),
    /// A required text has not been written in one of the languages (INS-04).
    #[error("{what} is missing in {}", .lang.code())]
    Untranslated {
        /// The code or name of what is not translated.
        what: String,
        /// The language it is missing in.
        lang: Lang,
    },
    /// There is nothing to judge.
    #[error("{0} has no criteria")]
    NoCriteria(String),
    /// There is no competency that the credential requires.
    #[error("the profile requires no competency")]
    NoCompetencies,
    /// At least one occupation must be named, three at most (2.11).
    #[error("the profile names no occupation, or more than three")]
    Occupations,
    /// A later version must say what changed.
    #[error("a revision must say what changed")]
    NoChangeNote,
    /// Nobody is named whose assessors may judge.
    #[error("nobody is named to assess it")]
    NoAssessors,
}

impl ProfileVersion {
    /// Everything that keeps this version from being published, in the order people meet it.
    pub fn obstacles(&self) -> Vec<NotPublishable> {
        let mut found = Vec::new();
        let body = &self.body;
        if !body.competencies.iter().any(|c| c.required) {
            found.push(NotPublishable::NoCompetencies);
        }
        if body.occupations.is_empty() || body.occupations.len() > 3 {
            found.push(NotPublishable::Occupations);
        }
        if body.assessed_by.is_empty() {
            found.push(NotPublishable::NoAssessors);
        }
        if self.number > 1 && self.change.is_none() {
            found.push(NotPublishable::NoChangeNote);
        }
        untranslated(body, &mut found);
        for c in body.competencies.iter().filter(|c| c.criteria.is_empty()) {
            found.push(NotPublishable::NoCriteria(c.code.clone()));
        }
        found
    }

    /// Shows a draft to those it concerns.
    pub fn consult(self, by: PersonId, at: Ts, note: String) -> Result<ProfileVersion, NotPublishable> {
        match self.state {
            VersionState::Draft => Ok(ProfileVersion { state: VersionState::Consultation { by, at, note }, ..self }),
            ref other => Err(NotPublishable::WrongState(other.name())),
        }
    }

    /// Records that employers checked it.
    pub fn validate(self, by: PersonId, at: Ts, note: String) -> Result<ProfileVersion, NotPublishable> {
        match self.state {
            VersionState::Consultation { .. } => Ok(ProfileVersion { state: VersionState::Validation { by, at, note }, ..self }),
            ref other => Err(NotPublishable::WrongState(other.name())),
        }
    }

    /// Records the owners' approval.
    pub fn approve(self, by: PersonId, at: Ts, note: String) -> Result<ProfileVersion, NotPublishable> {
        match self.state {
            VersionState::Validation { .. } => Ok(ProfileVersion { state: VersionState::Approved { by, at, note }, ..self }),
            ref other => Err(NotPublishable::WrongState(other.name())),
        }
    }

    /// Puts an approved version in force; from now on it never changes.
    pub fn publish(self, by: PersonId, at: Ts) -> Result<ProfileVersion, NotPublishable> {
        if let Some(first) = self.obstacles().into_iter().next() {
            return Err(first);
        }
        match self.state {
            VersionState::Approved { .. } => Ok(ProfileVersion { state: VersionState::Published { by, at }, ..self }),
            ref other => Err(NotPublishable::WrongState(other.name())),
        }
    }

    /// Replaced by a later version: open claims may finish until the teach-out ends.
    pub fn supersede(self, at: Ts, teach_out_days: i64) -> Result<ProfileVersion, NotPublishable> {
        match self.state {
            VersionState::Published { at: published_at, .. } => {
                let teach_out_until = at.plus_days(teach_out_days);
                Ok(ProfileVersion { state: VersionState::Superseded { at, teach_out_until, published_at }, ..self })
            }
            ref other => Err(NotPublishable::WrongState(other.name())),
        }
    }

    /// Taken out of use.
    pub fn retire(self, by: PersonId, at: Ts, reason: String) -> Result<ProfileVersion, NotPublishable> {
        match self.state {
            VersionState::Superseded { .. } => Ok(ProfileVersion { state: VersionState::Retired { by, at, reason }, ..self }),
            ref other => Err(NotPublishable::WrongState(other.name())),
        }
    }
}

fn untranslated(body: &ProfileBody, found: &mut Vec<NotPublishable>) {
    let mut check = |what: &str, text: &crate::Text| {
        found.extend(text.missing().map(|lang| NotPublishable::Untranslated { what: what.to_owned(), lang }));
    };
    check("title", &body.title);
    check("summary", &body.summary);
    if let Some(notice) = &body.regulated_scope_notice {
        check("regulated scope notice", notice);
    }
    for competency in &body.competencies {
        check(&competency.code, &competency.statement);
        for criterion in &competency.criteria {
            check(&criterion.code, &criterion.statement);
        }
    }
}

#[cfg(test)]
mod tests;
