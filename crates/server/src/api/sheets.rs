//! A score sheet: what an assessor found, criterion by criterion and item by item.

use super::words::{CriterionRef, CriterionResult, EvidenceRef, Id};
use crate::actions::{Failure, FieldError, Outcome};
use crate::queries::assessment::Case;
use domain::assessment::{ScoreSheet, TimedNote, Unfinished};
use domain::evidence::VarcsCheck;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

const LONGEST: usize = 4000;
const MOST_NOTES: usize = 500;

/// What an assessor fills in.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// A result for each open criterion.
    #[serde(default)]
    pub results: BTreeMap<CriterionRef, CriterionResult>,
    /// Why, for every result that is not `competent`. The learner reads it.
    #[serde(default)]
    pub reasons: BTreeMap<CriterionRef, String>,
    /// Whether each item can be relied on.
    #[serde(default)]
    pub evidence: BTreeMap<EvidenceRef, Reliance>,
    /// Remarks at places in recordings.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// Whether an item can be relied on: five answers, and why if one is no.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reliance {
    /// It shows what it is said to show.
    #[serde(default)]
    pub valid: Option<bool>,
    /// It is the learner's own.
    #[serde(default)]
    pub authentic: Option<bool>,
    /// The same judgement would follow next time.
    #[serde(default)]
    pub reliable: Option<bool>,
    /// It is recent enough.
    #[serde(default)]
    pub current: Option<bool>,
    /// There is enough of it.
    #[serde(default)]
    pub sufficient: Option<bool>,
    /// Why, where an answer is no.
    #[serde(default)]
    pub reason: String,
}

/// A remark at a place in a recording.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub evidence: EvidenceRef,
    pub second: u32,
    /// For which criterion, if one.
    #[serde(default)]
    pub criterion: Option<CriterionRef>,
    pub text: String,
}

impl From<&ScoreSheet> for Sheet {
    fn from(s: &ScoreSheet) -> Sheet {
        let note =
            |n: &TimedNote| Note { evidence: Id(n.evidence), second: n.second, criterion: n.criterion.map(Id), text: n.text.clone() };
        Sheet {
            results: s.results.iter().map(|(c, r)| (Id(*c), r.into())).collect(),
            reasons: s.reasons.iter().map(|(c, r)| (Id(*c), r.clone())).collect(),
            evidence: s.varcs.iter().map(|(e, v)| (Id(*e), v.into())).collect(),
            notes: s.notes.iter().map(note).collect(),
        }
    }
}

impl From<&VarcsCheck> for Reliance {
    fn from(v: &VarcsCheck) -> Reliance {
        let [valid, authentic, reliable, current, sufficient] = v.answers();
        Reliance { valid, authentic, reliable, current, sufficient, reason: v.reason.clone() }
    }
}

impl From<Reliance> for VarcsCheck {
    fn from(r: Reliance) -> VarcsCheck {
        let Reliance { valid, authentic, reliable, current, sufficient, reason } = r;
        VarcsCheck { valid, authentic, reliable, current, sufficient, reason }
    }
}

impl From<Sheet> for ScoreSheet {
    fn from(s: Sheet) -> ScoreSheet {
        let note = |n: Note| TimedNote { evidence: n.evidence.0, second: n.second, criterion: n.criterion.map(|c| c.0), text: n.text };
        ScoreSheet {
            results: s.results.into_iter().map(|(c, r)| (c.0, r.into())).collect(),
            reasons: s.reasons.into_iter().map(|(c, r)| (c.0, r)).collect(),
            varcs: s.evidence.into_iter().map(|(e, r)| (e.0, r.into())).collect(),
            notes: s.notes.into_iter().map(note).collect(),
        }
    }
}

/// A sheet for a case: it speaks of nothing but the case's open criteria and its evidence.
pub fn read(case: &Case, sheet: Sheet) -> Outcome<ScoreSheet> {
    let mut wrong = Vec::new();
    let mut refuse = |when: bool, field: String, key| {
        if when {
            wrong.push(FieldError { field: format!("sheet/{field}"), key });
        }
    };
    let open = |c: &CriterionRef| case.assessment.criteria.contains(&c.0);
    let sent = |e: &EvidenceRef| case.items.iter().any(|i| i.id == e.0);
    for criterion in sheet.results.keys().filter(|c| !open(c)) {
        refuse(true, format!("results/{}", criterion.0), "wrong-id-unknown");
    }
    for (criterion, reason) in &sheet.reasons {
        refuse(!open(criterion), format!("reasons/{}", criterion.0), "wrong-id-unknown");
        refuse(reason.chars().count() > LONGEST, format!("reasons/{}", criterion.0), "wrong-too-long");
    }
    for (item, reliance) in &sheet.evidence {
        refuse(!sent(item), format!("evidence/{}", item.0), "wrong-id-unknown");
        refuse(reliance.reason.chars().count() > LONGEST, format!("evidence/{}/reason", item.0), "wrong-too-long");
    }
    refuse(sheet.notes.len() > MOST_NOTES, "notes".to_owned(), "wrong-too-many");
    for (i, note) in sheet.notes.iter().enumerate() {
        refuse(!sent(&note.evidence), format!("notes/{i}/evidence"), "wrong-id-unknown");
        refuse(note.criterion.is_some_and(|c| !open(&c)), format!("notes/{i}/criterion"), "wrong-id-unknown");
        refuse(note.text.chars().count() > LONGEST, format!("notes/{i}/text"), "wrong-too-long");
    }
    if wrong.is_empty() { Ok(sheet.into()) } else { Err(Failure::Invalid(wrong)) }
}

/// What a sheet still lacks.
#[derive(Serialize, ToSchema)]
#[serde(tag = "name", rename_all = "snake_case")]
pub enum UnfinishedPart {
    /// A criterion without a result.
    NoResult { criterion: CriterionRef },
    /// A result that is not `competent`, without a reason.
    NoReason { criterion: CriterionRef },
    /// An item whose five answers are not all there, or a no without its reason.
    Reliance { evidence: EvidenceRef },
    /// Judged met, and no item that can be relied on is linked to it.
    NothingToRelyOn { criterion: CriterionRef },
}

impl From<&Unfinished> for UnfinishedPart {
    fn from(u: &Unfinished) -> UnfinishedPart {
        match *u {
            Unfinished::NoResult(c) => UnfinishedPart::NoResult { criterion: Id(c) },
            Unfinished::NoReason(c) => UnfinishedPart::NoReason { criterion: Id(c) },
            Unfinished::Varcs(e) => UnfinishedPart::Reliance { evidence: Id(e) },
            Unfinished::NothingToRelyOn(c) => UnfinishedPart::NothingToRelyOn { criterion: Id(c) },
        }
    }
}
