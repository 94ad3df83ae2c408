//! What a new profile, competency or criterion says before anybody has written it: blank, or from a framework.

use super::{Failure, Outcome};
use crate::access::{Relation, Thing, Verb};
use crate::app::App;
use crate::caller::Member;
use crate::i18n::t;
use domain::profile::{
    Competency, CriterionKind, EvidenceRule, Fee, PerformanceCriterion, ProficiencyScale, ProfileBody, RiskTier, Rubric, SourceRef,
};
use domain::{FrameworkId, Lang, OrganisationId, Text};
use std::collections::HashSet;
use store::frameworks::{Element, Framework};

/// A profile without competencies, for an organisation that does everything itself.
pub fn blank_profile(owner: OrganisationId, title: Text) -> ProfileBody {
    ProfileBody {
        title,
        summary: Text::default(),
        issuer: owner,
        assessed_by: vec![owner],
        occupations: vec![],
        regulated_scope_notice: None,
        scale: ProficiencyScale {
            name: both("scale-name"),
            levels: vec![both("scale-level-1"), both("scale-level-2"), both("scale-level-3"), both("scale-level-4")],
        },
        validity_months: Some(36),
        requires_current: false,
        assessment_fee: Fee { cents: 0 },
        appeal_days: 30,
        competencies: vec![],
    }
}

/// A required competency without criteria, in the middle of the scale.
pub fn blank_competency(app: &App, body: &ProfileBody, code: String, statement: Text) -> Competency {
    Competency {
        id: app.id(),
        code,
        statement,
        required: true,
        level: (body.scale.levels.len() as u8).div_ceil(2).max(1),
        tier: RiskTier::B,
        rule: EvidenceRule::default(),
        validity_months: body.validity_months,
        source: None,
        criteria: vec![],
    }
}

/// A criterion with descriptors that fit most, to be made more precise.
pub fn blank_criterion(app: &App, code: String, statement: Text) -> PerformanceCriterion {
    let rubric =
        Rubric { not_evident: both("rubric-not-evident"), approaching: both("rubric-approaching"), competent: both("rubric-competent") };
    PerformanceCriterion { id: app.id(), code, statement, kind: CriterionKind::Performance, essential: true, rubric }
}

/// A criterion that says what an element of a framework says, in the element's language; its code keeps the id there.
pub fn criterion_from(app: &App, competency: &str, element: &Element) -> PerformanceCriterion {
    let knowledge = element.kind == "knowledge";
    let mut criterion = blank_criterion(app, format!("{competency}.{}", element.source_id), statement_of(element));
    if knowledge {
        criterion.kind = CriterionKind::Knowledge;
        criterion.essential = false;
    }
    criterion
}

/// What an element says: its text, or its title where there is one. Nobody has said it in French yet.
fn statement_of(element: &Element) -> Text {
    Text::of(if element.title.is_empty() { element.text.trim() } else { element.title.trim() }, "")
}

/// Where something came from, by the name that people know the framework by.
pub fn source_of(framework: &Framework, source_id: &str) -> SourceRef {
    SourceRef { framework: short_name(framework), source_id: source_id.to_owned() }
}

/// "NICE 2.0.0": the name in the last brackets but a document number, if there is one; else the whole name.
pub fn short_name(framework: &Framework) -> String {
    let in_brackets = framework.name.split('(').skip(1).filter_map(|part| part.split(')').next());
    let short = in_brackets.map(str::trim).find(|part| !part.is_empty() && !part.bytes().any(|b| b.is_ascii_digit()));
    let short = short.map_or(framework.name.as_str(), |s| s.strip_suffix(" Framework").unwrap_or(s));
    format!("{short} {}", framework.version).trim_end().to_owned()
}

/// The next free code of a row such as `C-01`, `C-02` …
pub fn next_code<'a>(taken: impl Iterator<Item = &'a str> + Clone, code: impl Fn(usize) -> String) -> String {
    (1..).map(code).find(|c| !taken.clone().any(|t| t == c)).expect("there are more numbers than codes")
}

/// A work role with everything it leads to, and the competency areas that share statements with it.
#[derive(Debug)]
pub struct RoleStatements {
    /// The framework.
    pub framework: Framework,
    /// The role.
    pub role: Element,
    /// Its tasks, knowledge and skills.
    pub statements: Vec<Element>,
    /// Areas, each with the ids of those of the role's statements that belong to it.
    pub areas: Vec<(Element, HashSet<String>)>,
}

/// Reads a work role for a profile to be made from it.
pub async fn role_statements(who: &Member, framework: FrameworkId, role: &str) -> Outcome<RoleStatements> {
    who.may(Verb::View, Thing::Framework, Relation::default())?;
    let mut tx = who.app.read().await?;
    let id = framework;
    let framework = store::frameworks::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let role = store::frameworks::element(&mut tx, id, role).await?.filter(|e| e.kind == "work_role").ok_or(Failure::Missing)?;
    let linked = store::frameworks::linked(&mut tx, id, &role.source_id).await?;
    let statements: Vec<Element> = linked.into_iter().filter(|e| ["task", "knowledge", "skill"].contains(&e.kind.as_str())).collect();
    let mut areas = Vec::new();
    for area in store::frameworks::elements(&mut tx, id, "competency_area", "", 0, 100).await? {
        let of_area = store::frameworks::linked(&mut tx, id, &area.source_id).await?;
        let shared: HashSet<String> =
            of_area.into_iter().map(|e| e.source_id).filter(|s| statements.iter().any(|e| e.source_id == *s)).collect();
        if !shared.is_empty() {
            areas.push((area, shared));
        }
    }
    Ok(RoleStatements { framework, role, statements, areas })
}

/// Makes a profile from what an author chose of a role. A task or an area becomes a competency. Knowledge and skills
/// become criteria: of the chosen area they belong to, else of one competency that is named after the role.
pub fn profile_from_role(app: &App, owner: OrganisationId, from: &RoleStatements, chosen: &HashSet<String>) -> ProfileBody {
    let mut body = blank_profile(owner, statement_of(&from.role));
    body.summary = Text::of(from.role.text.trim(), "");
    let mut left: Vec<&Element> = from.statements.iter().filter(|e| e.kind != "task" && chosen.contains(&e.source_id)).collect();
    let tasks = from.statements.iter().filter(|e| e.kind == "task" && chosen.contains(&e.source_id));
    for task in tasks {
        add_competency(app, &mut body, from, task, &[]);
    }
    for (area, shared) in from.areas.iter().filter(|(area, _)| chosen.contains(&area.source_id)) {
        let (mine, others): (Vec<&Element>, Vec<&Element>) = left.into_iter().partition(|e| shared.contains(&e.source_id));
        add_competency(app, &mut body, from, area, &mine);
        left = others;
    }
    if !left.is_empty() {
        add_competency(app, &mut body, from, &from.role, &left);
    }
    body
}

fn add_competency(app: &App, body: &mut ProfileBody, from: &RoleStatements, element: &Element, criteria: &[&Element]) {
    let code = format!("C-{:02}", body.competencies.len() + 1);
    let mut competency = blank_competency(app, body, code.clone(), statement_of(element));
    competency.source = Some(source_of(&from.framework, &element.source_id));
    competency.criteria = criteria.iter().map(|e| criterion_from(app, &code, e)).collect();
    body.competencies.push(competency);
}

/// Our own words in both languages.
fn both(key: &str) -> Text {
    Text::of(t(Lang::En, key), t(Lang::Fr, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framework(name: &str, version: &str) -> Framework {
        let (identifier, website) = (String::new(), String::new());
        Framework { id: FrameworkId(1), identifier, name: name.to_owned(), version: version.to_owned(), website, imported: domain::Ts(0) }
    }

    #[test]
    fn a_source_is_named_as_people_know_it() {
        let nice = framework("Workforce Framework for Cybersecurity (NICE Framework) (NIST SP 800-181 Rev 1)", "2.0.0");
        assert_eq!(short_name(&nice), "NICE 2.0.0");
        assert_eq!(short_name(&framework("Harbour skills", "")), "Harbour skills");
    }

    #[test]
    fn the_next_code_is_one_that_nobody_has() {
        let taken = ["C-01", "C-03"];
        assert_eq!(next_code(taken.iter().copied(), |n| format!("C-{n:02}")), "C-02");
    }
}
