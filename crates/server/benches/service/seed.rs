//! What the measured instance holds: a profile of 30 competencies, many learners with a claim each, 1,000 assessments that
//! wait, and signed credentials.

use domain::assessment::{CriterionResult, ScoreSheet};
use domain::claim::Claim;
use domain::credential::Achievement;
use domain::event::{Event, Happened};
use domain::evidence::{EvidenceClass, Locator, Occasion, ThirdPartyBasis, VarcsCheck};
use domain::people::{AssessorScope, ConflictDeclaration, Membership, Organisation, OrganisationKind, Person, Role};
use domain::profile::{
    Competency, CriterionKind, EvidenceRule, Fee, Occupation, PerformanceCriterion, ProficiencyScale, ProfileBody, RiskTier, Rubric,
};
use domain::{AssessmentId, ClaimId, CompetencyId, CredentialId, CriterionId, EvidenceId, Lang, OrganisationId, PersonId, Text};
use server::actions::add_evidence::{Brought, NewEvidence, add_evidence};
use server::actions::record_judgement::{claim_assessment, record_judgement};
use server::actions::sign_in::start_session;
use server::actions::submit_competency::{Signed, submit_competency};
use server::actions::write_profile::{Grounds, begin_profile, publish_profile};
use server::app::{App, Clock};
use server::caller::Member;
use server::config::Config;
use std::path::Path;

/// Assessments that wait in the queue.
const WAITING: usize = 1_000;
/// Assessments that the assessor has taken on and will decide under load.
pub const TAKEN: usize = 400;

/// What the load needs to know.
pub struct Seeded {
    pub learners: usize,
    pub learner_cookie: String,
    pub assessor_cookie: String,
    pub claim: ClaimId,
    pub open_criterion: CriterionId,
    pub criteria: Vec<CriterionId>,
    pub credential: CredentialId,
    pub taken: Vec<(AssessmentId, Vec<EvidenceId>, i64)>,
    pub app: App,
}

pub async fn fill(folder: &Path, database: Option<String>, learners: usize) -> Seeded {
    let mut config = Config::default();
    config.data.dir = folder.to_owned();
    config.data.database = database;
    // What is measured is one judgement; a second would be another such.
    config.limits.second_assessor = false;
    config.web.base_url = Some("https://tessera.example".to_owned());
    let app = server::cli::serve::open(config, false, Clock::machine()).await.expect("an instance opens");
    let owner = organisation(&app).await;
    let author = person(&app, "Author", &[Role::Author, Role::Issuer], owner).await;
    let assessor = person(&app, "Assessor", &[Role::Assessor], owner).await;
    let body = profile(owner);
    let who = Member::of(&app, author).await.expect("the author");
    let version = begin_profile(&who, owner, body.clone()).await.expect("a draft");
    let ground = || "Measured.".to_owned();
    let grounds = Grounds { consultation: ground(), validation: ground(), approval: ground() };
    let profile = publish_profile(&who, version, 1, grounds).await.expect("published");
    let now = app.now();
    let scope =
        AssessorScope { person: assessor, organisation: owner, profile, competencies: vec![], from: now, until: now.plus_days(365) };
    let mut tx = app.begin().await.expect("a transaction");
    store::people::set_scope(&mut tx, &scope).await.expect("a scope");
    tx.commit().await.expect("committed");

    let claims = claims(&app, learners.max(WAITING + TAKEN + 40), &body, profile, version).await;
    let measured = claims[0];
    for n in 0..15 {
        let sent = submit(&app, measured, &body, n).await;
        if n < 10 {
            decide(&app, assessor, sent, n % 3 == 2).await;
        }
    }
    for claim in &claims[1..=WAITING] {
        submit(&app, *claim, &body, 0).await;
    }
    let mut taken = Vec::new();
    for claim in &claims[WAITING + 1..=WAITING + TAKEN] {
        let id = submit(&app, *claim, &body, 0).await;
        let who = Member::of(&app, assessor).await.expect("the assessor");
        claim_assessment(&who, id, ConflictDeclaration::None).await.expect("taken on");
        let (items, revision) = items(&app, id).await;
        taken.push((id, items, revision));
    }
    while server::jobs::run_due(&app).await.expect("jobs run") > 0 {}
    let mut tx = app.read().await.expect("a connection");
    let recognition = store::awards::recognitions_of_claim(&mut tx, measured.1).await.expect("read")[0].id;
    let credential = store::awards::credential_about(&mut tx, Achievement::Competency(recognition)).await.expect("read").expect("there");
    drop(tx);
    let cookie_app = app.clone();
    let cookie = async |id: PersonId| {
        let secret = start_session(&Member::of(&cookie_app, id).await.expect("a person")).await.expect("a session");
        format!("{}={secret}", server::caller::SESSION)
    };
    Seeded {
        learners: claims.len(),
        learner_cookie: cookie(measured.0).await,
        assessor_cookie: cookie(assessor).await,
        claim: measured.1,
        open_criterion: body.competencies[20].criteria[0].id,
        criteria: body.competencies[0].criteria.iter().map(|c| c.id).collect(),
        credential: credential.id,
        taken,
        app,
    }
}

async fn organisation(app: &App) -> OrganisationId {
    let id = app.id();
    let name = Text::of("Measured College", "Collège mesuré");
    let organisation = Organisation { id, kind: OrganisationKind::Institution, name, website: None, region: "CA-ON".to_owned() };
    let mut tx = app.begin().await.expect("a transaction");
    store::people::add_organisation(&mut tx, &organisation).await.expect("added");
    server::issuing::signing_key(app, &mut tx, id).await.expect("a key");
    tx.commit().await.expect("committed");
    id
}

async fn person(app: &App, name: &str, roles: &[Role], organisation: OrganisationId) -> PersonId {
    let id = app.id();
    let person =
        Person { id, name: name.to_owned(), email: format!("{}@example.org", name.to_lowercase()), lang: Lang::En, created: app.now() };
    let mut tx = app.begin().await.expect("a transaction");
    store::people::add_person(&mut tx, &person, None).await.expect("added");
    for role in roles {
        store::people::grant(&mut tx, id, Membership { organisation, role: *role }).await.expect("granted");
    }
    tx.commit().await.expect("committed");
    id
}

/// Learners with an open claim each, written in large transactions.
async fn claims(
    app: &App,
    learners: usize,
    body: &ProfileBody,
    profile: domain::ProfileId,
    version: domain::VersionId,
) -> Vec<(PersonId, ClaimId)> {
    let mut made = Vec::with_capacity(learners);
    while made.len() < learners {
        let mut tx = app.begin().await.expect("a transaction");
        for _ in 0..500.min(learners - made.len()) {
            let (id, now) = (app.id(), app.now());
            let n = made.len();
            let person =
                Person { id, name: format!("Learner {n}"), email: format!("learner-{n}@example.org"), lang: Lang::En, created: now };
            store::people::add_person(&mut tx, &person, None).await.expect("added");
            let claim = Claim::open(app.id(), id, profile, version, body, now);
            store::claims::add(&mut tx, &claim).await.expect("added");
            let event = Event::ClaimOpened { claim: claim.id, version };
            let happened = Happened { chain: claim.id.to_string(), actor: Some(id), at: now, event };
            store::events::record(&mut tx, app.id(), &happened).await.expect("recorded");
            made.push((id, claim.id));
        }
        tx.commit().await.expect("committed");
    }
    made
}

async fn submit(app: &App, (learner, claim): (PersonId, ClaimId), body: &ProfileBody, n: usize) -> AssessmentId {
    let who = Member::of(app, learner).await.expect("a learner");
    let competency = &body.competencies[n];
    for day in [2, 9] {
        let new = NewEvidence {
            title: format!("Log of day {day}"),
            note: "The second half shows the check.".to_owned(),
            class: EvidenceClass::Indirect,
            occasion: occasion(app, day),
            brought: Brought::Text(format!("What was done on day {day} for competency {n}, step by step, and what was checked.")),
            shows: competency.criteria.iter().map(|c| (competency.id, c.id, Locator::Whole)).collect(),
        };
        add_evidence(&who, claim, new).await.expect("evidence");
    }
    let signed = Signed { own_work: true, help_used: "None".to_owned(), same_assessor: true };
    submit_competency(&who, claim, competency.id, signed).await.expect("sent")
}

fn occasion(app: &App, days_ago: i64) -> Occasion {
    let performed = app.now().plus_days(-days_ago);
    Occasion { performed, setting: "At work".to_owned(), edited: false, people: ThirdPartyBasis::NobodyIdentifiable }
}

async fn items(app: &App, id: AssessmentId) -> (Vec<EvidenceId>, i64) {
    let mut tx = app.read().await.expect("a connection");
    let assessment = store::assessments::get(&mut tx, id).await.expect("read").expect("there");
    let items = store::evidence::of_competency(&mut tx, assessment.claim, assessment.competency).await.expect("read");
    (items.iter().map(|i| i.id).collect(), assessment.revision)
}

async fn decide(app: &App, assessor: PersonId, id: AssessmentId, gap: bool) {
    let who = Member::of(app, assessor).await.expect("the assessor");
    claim_assessment(&who, id, ConflictDeclaration::None).await.expect("taken on");
    let (evidence, revision) = items(app, id).await;
    let assessment = store::assessments::get(&mut app.read().await.expect("a connection"), id).await.expect("read").expect("there");
    let mut sheet = ScoreSheet::default();
    for (k, criterion) in assessment.criteria.iter().enumerate() {
        let short = gap && k == 0;
        sheet.results.insert(*criterion, if short { CriterionResult::ApproachingCompetence } else { CriterionResult::Competent });
        if short {
            sheet.reasons.insert(*criterion, "The check came too late.".to_owned());
        }
    }
    sheet.varcs = evidence.into_iter().map(|e| (e, VarcsCheck::all_yes())).collect();
    record_judgement(&who, id, revision, sheet).await.expect("decided");
}

/// Thirty competencies with four criteria each.
fn profile(owner: OrganisationId) -> ProfileBody {
    let text = |words: &str| Text::of(words, format!("{words} (fr)"));
    let criterion = |n: u128, k: u128| PerformanceCriterion {
        id: CriterionId(n * 100 + k),
        code: format!("MSR-{n:02}.{k}"),
        statement: text(&format!("Carries out step {k} of task {n} in the right order and checks the result")),
        kind: CriterionKind::Performance,
        essential: k < 4,
        rubric: Rubric {
            not_evident: text("The step is not shown"),
            approaching: text("The step is shown without its check"),
            competent: text("The step is shown with its check each time"),
        },
    };
    let competency = |n: u128| Competency {
        id: CompetencyId(n),
        code: format!("MSR-{n:02}"),
        statement: text(&format!("Performs task {n} to the standard of the workplace")),
        required: true,
        level: 3,
        tier: RiskTier::B,
        rule: EvidenceRule { occasions: 2, currency_months: 24, advice: text("A log of two days") },
        validity_months: Some(36),
        source: None,
        criteria: (1..=4).map(|k| criterion(n, k)).collect(),
    };
    ProfileBody {
        title: text("A job of thirty competencies"),
        summary: text("Performs thirty tasks."),
        issuer: owner,
        assessed_by: vec![owner],
        occupations: vec![Occupation { scheme: "NOC 2021".to_owned(), code: "75101".to_owned(), title: text("Material handlers") }],
        regulated_scope_notice: None,
        scale: ProficiencyScale { name: text("Four levels"), levels: ["1", "2", "3", "4"].map(text).to_vec() },
        validity_months: Some(36),
        requires_current: false,
        assessment_fee: Fee { cents: 5000 },
        appeal_days: 30,
        competencies: (1..=30).map(competency).collect(),
    }
}
