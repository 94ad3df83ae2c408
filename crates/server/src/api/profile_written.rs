//! What an author sends, as the domain has it: new parts get their ids here, known ones keep theirs, and nothing is
//! larger than it may be.

use super::profile_body::{Competency, Criterion, EvidenceRule, Occupation, ProfileBody, Rubric, Scale};
use super::profiles::ProfileChange;
use super::words::{Bilingual, Id};
use crate::actions::{Failure, FieldError, Outcome};
use crate::app::App;
use domain::profile::{self as theirs, Change};
use domain::{CompetencyId, CriterionId, Text};

const MOST_COMPETENCIES: usize = 60;
const MOST_CRITERIA: usize = 60;
const MOST_LEVELS: usize = 12;
const LONGEST_LINE: usize = 200;
const LONGEST_TEXT: usize = 2000;

/// A body being read, with the ids that a version already has.
struct Reading<'a> {
    app: &'a App,
    known: Option<&'a theirs::ProfileBody>,
    wrong: Vec<FieldError>,
}

/// What was sent under `body`. `known` is what the version says now: only its ids can be used again.
pub fn read(app: &App, known: Option<&theirs::ProfileBody>, body: ProfileBody) -> Outcome<theirs::ProfileBody> {
    let mut reading = Reading { app, known, wrong: Vec::new() };
    let body = reading.body(body);
    if reading.wrong.is_empty() { Ok(body) } else { Err(Failure::Invalid(reading.wrong)) }
}

/// What a revision changes, as it was sent.
pub fn read_change(change: Option<ProfileChange>) -> Outcome<Option<Change>> {
    let Some(change) = change else { return Ok(None) };
    let note = Text::from(change.note);
    if [&note.en, &note.fr].iter().any(|words| words.chars().count() > LONGEST_TEXT) {
        return Err(Failure::field("change/note", "wrong-too-long"));
    }
    Ok(Some(Change { class: change.class.into(), note }))
}

impl Reading<'_> {
    fn refuse(&mut self, at: &str, key: &'static str) {
        self.wrong.push(FieldError { field: format!("body/{at}"), key });
    }

    fn text(&mut self, at: &str, text: Bilingual, most: usize) -> Text {
        for (lang, words) in [("en", &text.en), ("fr", &text.fr)] {
            if words.chars().count() > most {
                self.refuse(&format!("{at}/{lang}"), "wrong-too-long");
            }
        }
        text.into()
    }

    fn line(&mut self, at: &str, line: String) -> String {
        if line.chars().count() > LONGEST_LINE {
            self.refuse(at, "wrong-too-long");
        }
        line.trim().to_owned()
    }

    fn few<T>(&mut self, at: &str, all: &[T], most: usize) {
        if all.len() > most {
            self.refuse(at, "wrong-too-many");
        }
    }

    fn body(&mut self, b: ProfileBody) -> theirs::ProfileBody {
        self.few("competencies", &b.competencies, MOST_COMPETENCIES);
        self.few("assessed_by", &b.assessed_by, MOST_COMPETENCIES);
        self.few("occupations", &b.occupations, 3);
        self.few("scale/levels", &b.scale.levels, MOST_LEVELS);
        if !(0..=10_000_000).contains(&b.assessment_fee_cents) {
            self.refuse("assessment_fee_cents", "wrong-fee");
        }
        theirs::ProfileBody {
            title: self.text("title", b.title, LONGEST_LINE),
            summary: self.text("summary", b.summary, LONGEST_TEXT),
            issuer: b.issuer.0,
            assessed_by: b.assessed_by.into_iter().map(|o| o.0).collect(),
            occupations: b.occupations.into_iter().enumerate().map(|(i, o)| self.occupation(&format!("occupations/{i}"), o)).collect(),
            regulated_scope_notice: b.regulated_scope_notice.map(|n| self.text("regulated_scope_notice", n, LONGEST_TEXT)),
            scale: self.scale(b.scale),
            validity_months: b.validity_months,
            requires_current: b.requires_current,
            assessment_fee: theirs::Fee { cents: b.assessment_fee_cents },
            appeal_days: b.appeal_days,
            competencies: b.competencies.into_iter().enumerate().map(|(i, c)| self.competency(&format!("competencies/{i}"), c)).collect(),
        }
    }

    fn occupation(&mut self, at: &str, o: Occupation) -> theirs::Occupation {
        theirs::Occupation {
            scheme: self.line(&format!("{at}/scheme"), o.scheme),
            code: self.line(&format!("{at}/code"), o.code),
            title: self.text(&format!("{at}/title"), o.title, LONGEST_LINE),
        }
    }

    fn scale(&mut self, s: Scale) -> theirs::ProficiencyScale {
        let name = self.text("scale/name", s.name, LONGEST_LINE);
        let levels = s.levels.into_iter().enumerate().map(|(i, l)| self.text(&format!("scale/levels/{i}"), l, LONGEST_LINE)).collect();
        theirs::ProficiencyScale { name, levels }
    }

    fn competency(&mut self, at: &str, c: Competency) -> theirs::Competency {
        self.few(&format!("{at}/criteria"), &c.criteria, MOST_CRITERIA);
        let source = c.source.map(|s| theirs::SourceRef {
            framework: self.line(&format!("{at}/source/framework"), s.framework),
            source_id: self.line(&format!("{at}/source/source_id"), s.source_id),
        });
        theirs::Competency {
            id: self.competency_id(at, c.id),
            code: self.line(&format!("{at}/code"), c.code),
            statement: self.text(&format!("{at}/statement"), c.statement, LONGEST_TEXT),
            required: c.required,
            level: c.level,
            tier: c.tier.into(),
            rule: self.rule(at, c.evidence),
            validity_months: c.validity_months,
            source,
            criteria: c.criteria.into_iter().enumerate().map(|(i, k)| self.criterion(&format!("{at}/criteria/{i}"), k)).collect(),
        }
    }

    fn rule(&mut self, at: &str, r: EvidenceRule) -> theirs::EvidenceRule {
        let advice = self.text(&format!("{at}/evidence/advice"), r.advice, LONGEST_TEXT);
        theirs::EvidenceRule { occasions: r.occasions, currency_months: r.currency_months, advice }
    }

    fn criterion(&mut self, at: &str, c: Criterion) -> theirs::PerformanceCriterion {
        theirs::PerformanceCriterion {
            id: self.criterion_id(at, c.id),
            code: self.line(&format!("{at}/code"), c.code),
            statement: self.text(&format!("{at}/statement"), c.statement, LONGEST_TEXT),
            kind: c.kind.into(),
            essential: c.essential,
            rubric: self.rubric(at, c.rubric),
        }
    }

    fn rubric(&mut self, at: &str, r: Rubric) -> theirs::Rubric {
        theirs::Rubric {
            not_evident: self.text(&format!("{at}/rubric/not_evident"), r.not_evident, LONGEST_TEXT),
            approaching: self.text(&format!("{at}/rubric/approaching"), r.approaching, LONGEST_TEXT),
            competent: self.text(&format!("{at}/rubric/competent"), r.competent, LONGEST_TEXT),
        }
    }

    /// Claims, recognitions and offerings point to these ids, so nobody can take up one that is somewhere else.
    fn competency_id(&mut self, at: &str, sent: Option<Id<CompetencyId>>) -> CompetencyId {
        let Some(Id(id)) = sent else { return self.app.id() };
        if self.known.is_none_or(|k| k.competency(id).is_none()) {
            self.refuse(&format!("{at}/id"), "wrong-id-unknown");
        }
        id
    }

    fn criterion_id(&mut self, at: &str, sent: Option<Id<CriterionId>>) -> CriterionId {
        let Some(Id(id)) = sent else { return self.app.id() };
        let known = self.known.is_some_and(|k| k.competencies.iter().any(|c| c.criterion(id).is_some()));
        if !known {
            self.refuse(&format!("{at}/id"), "wrong-id-unknown");
        }
        id
    }
}
