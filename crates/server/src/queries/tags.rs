//! What an offering may teach: statements known here that its own words are like. A person confirms each.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Visitor;
use domain::likeness::Likeness;
use domain::offering::{Offering, Provider};
use domain::{CompetencyId, CriterionId, ElementId, OfferingId, OrganisationId, Text};
use std::sync::{Arc, Mutex, PoisonError};
use store::Tx;

/// A statement that can be confirmed.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What is confirmed with it.
    pub what: What,
    /// Its code in its profile or framework.
    pub code: String,
    /// What it says.
    pub text: Text,
    /// The profile or framework that it is from.
    pub from: Text,
}

/// What is confirmed.
#[derive(Clone, Debug)]
pub enum What {
    /// A competency of a profile in force, with all of its criteria.
    Competency(CompetencyId, Vec<CriterionId>),
    /// A statement of a framework.
    Element(ElementId),
}

impl What {
    /// As a form or a program names it.
    pub fn name(&self) -> String {
        match self {
            What::Competency(id, _) => id.to_string(),
            What::Element(id) => id.to_string(),
        }
    }

    /// Whether an offering has it already, or a part of it.
    pub fn is_in(&self, o: &Offering) -> bool {
        match self {
            What::Competency(_, criteria) => criteria.iter().any(|c| o.criteria.contains(c)),
            What::Element(id) => o.teaches.iter().any(|t| t.element == *id),
        }
    }
}

/// Every statement that can be confirmed, and which of them words are like.
pub struct Known {
    /// In the order of the index.
    pub statements: Vec<Statement>,
    likeness: Likeness,
}

/// The statements read last, and of which profiles and frameworks they are.
#[derive(Default)]
pub struct Kept(Mutex<Option<(String, Arc<Known>)>>);

/// Statements of frameworks beyond these are not compared.
const MOST_ELEMENTS: i64 = 30_000;
/// Profiles beyond these are not compared.
const MOST_PROFILES: i64 = 2_000;
/// How many suggestions are made.
const MOST_SUGGESTED: usize = 12;
/// Less like than this is not suggested.
const LEAST_LIKENESS: f32 = 0.3;

/// The statements as they are now; read anew only if a profile or framework was added.
pub async fn known(who: &Visitor, tx: &mut Tx) -> Outcome<Arc<Known>> {
    let filter = store::profiles::Filter::default();
    let (cards, _) = store::profiles::catalogue(tx, &filter, false, 0, MOST_PROFILES).await?;
    let frameworks = store::frameworks::all(tx).await?;
    let now: String = cards.iter().map(|c| c.version.to_string()).chain(frameworks.iter().map(|f| f.id.to_string())).collect();
    let kept = || who.app.statements.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, known)) = kept().as_ref().filter(|(of, _)| *of == now) {
        return Ok(known.clone());
    }
    let mut statements = Vec::new();
    for card in cards {
        let version = super::versions::version(&who.app, tx, card.version).await?;
        statements.extend(version.body.competencies.iter().map(|c| Statement {
            what: What::Competency(c.id, c.criteria.iter().map(|k| k.id).collect()),
            code: c.code.clone(),
            text: c.statement.clone(),
            from: card.title.clone(),
        }));
    }
    for framework in frameworks {
        for kind in ["task", "skill", "knowledge"] {
            let elements = store::frameworks::elements(tx, framework.id, kind, "", 0, MOST_ELEMENTS).await?;
            statements.extend(elements.into_iter().map(|e| {
                let text = if e.text.is_empty() { &e.title } else { &e.text };
                let (text, from) = (Text::of(text, text), Text::of(&framework.name, &framework.name));
                Statement { what: What::Element(e.id), code: e.source_id, text, from }
            }));
        }
    }
    let read = move || {
        let names =
            |s: &Statement| if s.text.en == s.text.fr { vec![s.text.en.clone()] } else { vec![s.text.en.clone(), s.text.fr.clone()] };
        let all: Vec<Vec<String>> = statements.iter().map(names).collect();
        let likeness = Likeness::of(all.iter().map(|names| names.iter().map(String::as_str).collect()));
        Known { statements, likeness }
    };
    let read = tokio::task::spawn_blocking(read).await.map_err(|e| Failure::Broken(format!("comparing statements: {e}")))?;
    let read = Arc::new(read);
    *kept() = Some((now, read.clone()));
    Ok(read)
}

impl Known {
    /// The statements that the words of an offering are most like, with how like they are.
    pub fn suggested(&self, o: &Offering) -> Vec<(Statement, f32)> {
        let sentences = o.summary.en.split(['.', '\n', ';']).chain(o.summary.fr.split(['.', '\n', ';']));
        let sentences = sentences.map(str::trim).filter(|s| s.chars().count() > 8).take(20);
        let mut texts: Vec<&str> = vec![&o.title.en, &o.title.fr];
        texts.extend(o.skills.iter().map(String::as_str).take(50));
        texts.extend(sentences);
        texts.dedup();
        let found = self.likeness.like_any(texts, MOST_SUGGESTED);
        found.into_iter().filter(|(_, l)| *l >= LEAST_LIKENESS).map(|(at, l)| (self.statements[at].clone(), l)).collect()
    }

    /// The statement that a form or a program names.
    pub fn named(&self, name: &str) -> Option<&Statement> {
        self.statements.iter().find(|s| s.what.name() == name)
    }
}

/// An offering, what it is confirmed to teach, and what it may teach besides.
pub struct Tagging {
    /// The offering.
    pub offering: Offering,
    /// Confirmed.
    pub confirmed: Vec<Statement>,
    /// Suggested, the most like first, with how like it is.
    pub suggested: Vec<(Statement, f32)>,
}

/// What a person may confirm of an offering.
pub async fn tagging(who: &Visitor, id: OfferingId) -> Outcome<Tagging> {
    let mut tx = who.app.read().await?;
    let offering = store::offerings::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    may_tag(who, &mut tx, &offering).await?;
    let known = known(who, &mut tx).await?;
    let confirmed = known.statements.iter().filter(|s| s.what.is_in(&offering)).cloned().collect();
    let suggested = known.suggested(&offering).into_iter().filter(|(s, _)| !s.what.is_in(&offering)).collect();
    Ok(Tagging { offering, confirmed, suggested })
}

/// Goes on only if the person may say what this offering teaches: an author of whoever lists it.
pub async fn may_tag(who: &Visitor, tx: &mut Tx, o: &Offering) -> Outcome<()> {
    let owner: Option<OrganisationId> = match (&o.provider, o.source.catalogue) {
        (Provider::Here(id), _) => Some(*id),
        (_, Some(catalogue)) => store::offerings::catalogues(tx).await?.into_iter().find(|c| c.id == catalogue).and_then(|c| c.owner),
        _ => None,
    };
    who.may(Verb::Edit, Thing::Offering, owner.map_or_else(Relation::default, Relation::of))
}
