//! A world to test in: an instance on either database, people in every role, and clients that speak for them.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use domain::assessment::{CriterionResult, ScoreSheet};
use domain::evidence::{EvidenceClass, Locator, Occasion, ThirdPartyBasis, VarcsCheck};
use domain::people::{AssessorScope, Membership, Organisation, OrganisationKind, Role};
use domain::profile::{
    Competency, CriterionKind, EvidenceRule, Fee, Occupation, PerformanceCriterion, ProficiencyScale, ProfileBody, RiskTier, Rubric,
};
use domain::{
    AssessmentId, ClaimId, CompetencyId, CriterionId, EvidenceId, Lang, OrganisationId, PersonId, ProfileId, Text, Ts, VersionId,
};
use server::actions::add_evidence::{Brought, NewEvidence, add_evidence};
use server::actions::sign_in::{add_person, start_session};
use server::actions::submit_competency::{Signed, submit_competency};
use server::actions::write_profile::{Grounds, begin_profile, publish_profile};
use server::actions::{open_claim, record_judgement};
use server::app::{App, Clock};
use server::caller::{Member, Visitor};
use server::config::Config;
use std::sync::atomic::{AtomicU32, Ordering};
use tower::ServiceExt as _;

/// Where every test begins: 2026-06-01T12:00:00Z.
pub const T0: Ts = Ts(1_780_315_200_000_000);

/// An instance with people and one published profile.
pub struct World {
    pub app: App,
    pub router: Router,
    pub owner: OrganisationId,
    pub issuer_org: OrganisationId,
    pub author: PersonId,
    pub learner: PersonId,
    pub other_learner: PersonId,
    pub assessor: PersonId,
    pub second_assessor: PersonId,
    pub issuer: PersonId,
    pub admin: PersonId,
    pub profile: ProfileId,
    pub version: VersionId,
    pub body: ProfileBody,
    _folder: Folder,
}

async fn publish(app: &App, author: PersonId, owner: OrganisationId, body: ProfileBody) -> (ProfileId, VersionId) {
    let who = Member::of(app, author).await.unwrap();
    let version = begin_profile(&who, owner, body).await.unwrap();
    let ground = || "The crew board met on 1 May.".to_owned();
    let grounds = Grounds { consultation: ground(), validation: ground(), approval: ground() };
    (publish_profile(&who, version, 1, grounds).await.unwrap(), version)
}

/// A folder that goes with the test.
pub struct Folder(pub std::path::PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("tessera-it-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs a test on both databases: `both!(name, |w: World| async move { … })`.
#[macro_export]
macro_rules! both {
    ($name:ident, $test:expr) => {
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                let test = $test;
                test($crate::harness::World::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                let test = $test;
                if let Some(world) = $crate::harness::World::on_postgres().await {
                    test(world).await;
                }
            }
        }
    };
}

impl World {
    pub async fn on_sqlite() -> World {
        World::make(None).await
    }

    /// A database of its own on the test server; none: said, and skipped.
    pub async fn on_postgres() -> Option<World> {
        let Ok(server) = std::env::var("TESSERA_TEST_POSTGRES") else {
            println!("SKIPPED: TESSERA_TEST_POSTGRES names no PostgreSQL server");
            return None;
        };
        Some(World::make(Some(store::testing::fresh_postgres(&server).await.unwrap())).await)
    }

    /// The same on SQLite, set up in another way.
    pub async fn with(change: impl FnOnce(&mut Config)) -> World {
        let folder = Folder::new();
        let app = open(&folder.0, change).await;
        World::fill(app, folder).await
    }

    /// The same world, in which second assessors are asked for where the rules say so.
    pub async fn judged_by_several(self) -> World {
        let database = self.app.config.data.database.clone();
        let app = open(&self._folder.0, |config| {
            config.data.database = database;
            config.limits.second_assessor = true;
        });
        let app = app.await;
        World { router: server::web::site(app.clone()).0, app, ..self }
    }

    /// Somebody else who may judge the whole profile, for this body, since so many days.
    pub async fn another_assessor(&self, name: &str, body: OrganisationId, days: i64) -> PersonId {
        let id = person(&self.app, name, &[(body, Role::Assessor)]).await;
        let (from, until) = (T0.plus_days(-days), T0.plus_days(3650));
        let scope = AssessorScope { person: id, organisation: body, profile: self.profile, competencies: vec![], from, until };
        let mut tx = self.app.begin().await.unwrap();
        store::people::set_scope(&mut tx, &scope).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// The same people and profile in a demo, whose issuers are `did:key`.
    pub async fn of_a_demo() -> World {
        let (app, folder) = empty_demo().await;
        World::fill(app, folder).await
    }

    /// A world that answers on a port of its own, for programs outside, and lives in their time; until the test is over.
    pub async fn served() -> World {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let folder = Folder::new();
        let app = open_in(Clock::machine(), &folder.0, |config| config.web.base_url = Some(base)).await;
        let world = World::fill(app, folder).await;
        let router = world.router.clone();
        tokio::spawn(async move { axum::serve(listener, router).await });
        world
    }

    async fn make(database: Option<String>) -> World {
        let folder = Folder::new();
        let app = open(&folder.0, |config| config.data.database = database).await;
        World::fill(app, folder).await
    }

    async fn fill(app: App, folder: Folder) -> World {
        let owner =
            organisation(&app, OrganisationKind::Association, "Harbour Crafts Association", "Association des métiers du port").await;
        let issuer_org = organisation(&app, OrganisationKind::Institution, "Northshore College", "Collège Rive-Nord").await;
        let author = person(&app, "Aude Auteur", &[(owner, Role::Author)]).await;
        let learner = person(&app, "Lena Learner", &[]).await;
        let other_learner = person(&app, "Omar Other", &[]).await;
        let assessor = person(&app, "Ada Assessor", &[(owner, Role::Assessor)]).await;
        let second_assessor = person(&app, "Sam Second", &[(owner, Role::Assessor)]).await;
        let issuer = person(&app, "Iris Issuer", &[(issuer_org, Role::Issuer)]).await;
        let admin = person(&app, "Alex Admin", &[(issuer_org, Role::Admin)]).await;
        let body = sample_profile(issuer_org, owner);
        let (profile, version) = publish(&app, author, owner, body.clone()).await;
        for person in [assessor, second_assessor] {
            let scope = AssessorScope {
                person,
                organisation: owner,
                profile,
                competencies: vec![],
                from: T0.plus_days(-1),
                until: T0.plus_days(3650),
            };
            let mut tx = app.begin().await.unwrap();
            store::people::set_scope(&mut tx, &scope).await.unwrap();
            tx.commit().await.unwrap();
        }
        let (router, _) = server::web::site(app.clone());
        World {
            app,
            router,
            owner,
            issuer_org,
            author,
            learner,
            other_learner,
            assessor,
            second_assessor,
            issuer,
            admin,
            profile,
            version,
            body,
            _folder: folder,
        }
    }

    /// The ids that another process needs to go on in this world.
    pub fn ids(&self) -> String {
        let ids = [self.author, self.learner, self.other_learner, self.assessor, self.second_assessor, self.issuer, self.admin];
        let mut all = vec![self.owner.to_string(), self.issuer_org.to_string(), self.profile.to_string(), self.version.to_string()];
        all.extend(ids.iter().map(ToString::to_string));
        all.join(",")
    }

    /// The same world in another process.
    pub async fn rejoin(folder: &str, database: Option<String>, ids: &str) -> World {
        let app = open(std::path::Path::new(folder), |config| config.data.database = database).await;
        let ids: Vec<&str> = ids.split(',').collect();
        let person = |n: usize| ids[n].parse().unwrap();
        let (owner, issuer_org) = (ids[0].parse().unwrap(), ids[1].parse().unwrap());
        World {
            router: server::web::site(app.clone()).0,
            app,
            owner,
            issuer_org,
            profile: ids[2].parse().unwrap(),
            version: ids[3].parse().unwrap(),
            author: person(4),
            learner: person(5),
            other_learner: person(6),
            assessor: person(7),
            second_assessor: person(8),
            issuer: person(9),
            admin: person(10),
            body: sample_profile(issuer_org, owner),
            _folder: Folder(std::env::temp_dir().join("tessera-it-nothing")),
        }
    }

    /// Publishes another profile with the sample's content and this title.
    pub async fn publish(&self, title: &str) {
        let body = ProfileBody { title: Text::of(title, title), ..self.body.clone() };
        publish(&self.app, self.author, self.owner, body).await;
    }

    /// Another learner.
    pub async fn new_learner(&self, name: &str) -> PersonId {
        person(&self.app, name, &[]).await
    }

    pub async fn member(&self, id: PersonId) -> Member {
        Member::of(&self.app, id).await.unwrap()
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self, lang: Lang) -> Visitor {
        Visitor { app: self.app.clone(), lang, now: self.app.now(), path: String::new(), me: None, notice: None }
    }

    /// A signed-in browser.
    pub async fn client(&self, id: PersonId) -> Client {
        let secret = start_session(&self.member(id).await).await.unwrap();
        Client { router: self.router.clone(), cookie: Some(format!("{}={secret}", server::caller::SESSION)) }
    }

    /// A browser without an account.
    pub fn stranger(&self) -> Client {
        Client { router: self.router.clone(), cookie: None }
    }

    /// Runs every job that is due.
    pub async fn run_jobs(&self) {
        while server::jobs::run_due(&self.app).await.unwrap() > 0 {}
    }

    pub fn competency(&self, n: usize) -> &Competency {
        &self.body.competencies[n]
    }

    pub async fn open_claim(&self, learner: PersonId) -> ClaimId {
        open_claim::open_claim(&self.member(learner).await, self.profile, Default::default()).await.unwrap()
    }

    /// The claim in which the learner renews a credential.
    pub async fn open_claim_of_renewal(&self, credential: domain::CredentialId) -> ClaimId {
        server::actions::renew_credential::renew_credential(&self.member(self.learner).await, credential).await.unwrap()
    }

    /// Writes two texts, on two days, that show the given criteria of competency `n`; unlike any before.
    pub async fn add_texts(&self, learner: PersonId, claim: ClaimId, n: usize, criteria: &[CriterionId]) -> Vec<EvidenceId> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let who = self.member(learner).await;
        let mut made = Vec::new();
        for days_ago in [3, 10] {
            let number = COUNT.fetch_add(1, Ordering::SeqCst);
            let new = NewEvidence {
                title: format!("Log {number}"),
                note: String::new(),
                class: EvidenceClass::Indirect,
                occasion: occasion(self.app.now().plus_days(-days_ago)),
                brought: Brought::Text(format!("What I did on the day, number {number}.")),
                shows: criteria.iter().map(|c| (self.competency(n).id, *c, Locator::Whole)).collect(),
            };
            made.push(add_evidence(&who, claim, new).await.unwrap());
        }
        made
    }

    /// Evidence for what is open in competency `n`, declared and sent.
    pub async fn submit(&self, learner: PersonId, claim: ClaimId, n: usize) -> AssessmentId {
        let loaded = store::claims::get(&mut self.app.read().await.unwrap(), claim).await.unwrap().unwrap();
        let open = loaded.part(self.competency(n).id).unwrap().open(self.competency(n));
        self.add_texts(learner, claim, n, &open).await;
        let signed = Signed { own_work: true, help_used: "None".to_owned(), same_assessor: true };
        submit_competency(&self.member(learner).await, claim, self.competency(n).id, signed).await.unwrap()
    }

    /// An assessor takes it on and judges every open criterion: met, unless listed.
    pub async fn judge(&self, assessor: PersonId, assessment: AssessmentId, unmet: &[CriterionId]) {
        let who = self.member(assessor).await;
        record_judgement::claim_assessment(&who, assessment, domain::people::ConflictDeclaration::None).await.unwrap();
        let (sheet, revision) = self.sheet(assessment, unmet).await;
        record_judgement::record_judgement(&who, assessment, revision, sheet).await.unwrap();
    }

    /// A complete sheet for an assessment, and the revision it was made from.
    pub async fn sheet(&self, id: AssessmentId, unmet: &[CriterionId]) -> (ScoreSheet, i64) {
        let mut tx = self.app.read().await.unwrap();
        let assessment = store::assessments::get(&mut tx, id).await.unwrap().unwrap();
        let items = store::evidence::of_competency(&mut tx, assessment.claim, assessment.competency).await.unwrap();
        let mut sheet = ScoreSheet::default();
        for criterion in &assessment.criteria {
            let met = !unmet.contains(criterion);
            sheet.results.insert(*criterion, if met { CriterionResult::Competent } else { CriterionResult::ApproachingCompetence });
            if !met {
                sheet.reasons.insert(*criterion, "The second knot slipped; show it under load.".to_owned());
            }
        }
        sheet.varcs = items.iter().map(|i| (i.id, VarcsCheck::all_yes())).collect();
        (sheet, assessment.revision)
    }
}

async fn open(folder: &std::path::Path, change: impl FnOnce(&mut Config)) -> App {
    open_in(Clock::fixed(T0), folder, change).await
}

async fn open_in(clock: Clock, folder: &std::path::Path, change: impl FnOnce(&mut Config)) -> App {
    let mut config = Config::default();
    config.data.dir = folder.to_owned();
    config.data.instance_key = Some("5e".repeat(32));
    config.web.base_url = Some("https://tessera.example".to_owned());
    config.fetch.offline = true;
    // Most tests are about one judge; `judges.rs` asks for more.
    config.limits.second_assessor = false;
    change(&mut config);
    server::cli::serve::open(config, false, clock).await.unwrap()
}

async fn organisation(app: &App, kind: OrganisationKind, en: &str, fr: &str) -> OrganisationId {
    let id = app.id();
    let mut tx = app.begin().await.unwrap();
    let website = Some("https://www.example.org/".to_owned());
    store::people::add_organisation(&mut tx, &Organisation { id, kind, name: Text::of(en, fr), website, region: "CA-ON".to_owned() })
        .await
        .unwrap();
    server::issuing::signing_key(app, &mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn person(app: &App, name: &str, roles: &[(OrganisationId, Role)]) -> PersonId {
    let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    let member = add_person(app, name.to_owned(), email, Lang::En, None).await.unwrap();
    let mut tx = app.begin().await.unwrap();
    for (organisation, role) in roles {
        store::people::grant(&mut tx, member.id(), Membership { organisation: *organisation, role: *role }).await.unwrap();
    }
    tx.commit().await.unwrap();
    member.id()
}

/// An instance with nobody in it.
pub async fn empty_instance() -> (App, Folder) {
    instance_with(|_| {}).await
}

/// An instance with nobody in it, set up otherwise.
pub async fn instance_with(change: impl FnOnce(&mut Config)) -> (App, Folder) {
    let folder = Folder::new();
    (open(&folder.0, change).await, folder)
}

/// A demo with nobody in it.
pub async fn empty_demo() -> (App, Folder) {
    let folder = Folder::new();
    let mut config = Config::default();
    config.data.dir = folder.0.clone();
    config.fetch.offline = true;
    (server::cli::serve::open(config, true, Clock::fixed(T0)).await.unwrap(), folder)
}

pub fn occasion(performed: Ts) -> Occasion {
    Occasion { performed, setting: "At the pier".to_owned(), edited: false, people: ThirdPartyBasis::NobodyIdentifiable }
}

/// Two competencies of tier B with two essential performance criteria and one knowledge criterion each.
pub fn sample_profile(issuer: OrganisationId, owner: OrganisationId) -> ProfileBody {
    let competency = |n: u128, en: &str, fr: &str| Competency {
        id: CompetencyId(1000 + n),
        code: format!("ROP-0{n}"),
        statement: Text::of(en, fr),
        required: true,
        level: 2,
        tier: RiskTier::B,
        rule: EvidenceRule::default(),
        validity_months: Some(36),
        source: None,
        criteria: (1..=3)
            .map(|k| PerformanceCriterion {
                id: CriterionId(n * 100 + k),
                code: format!("ROP-0{n}.{k}"),
                statement: Text::of(format!("{en}, step {k}"), format!("{fr}, étape {k}")),
                kind: if k == 3 { CriterionKind::Knowledge } else { CriterionKind::Performance },
                essential: k != 3,
                rubric: Rubric {
                    not_evident: Text::of("Not shown", "Non montré"),
                    approaching: Text::of("Shown in part", "Montré en partie"),
                    competent: Text::of("Shown each time", "Montré chaque fois"),
                },
            })
            .collect(),
    };
    ProfileBody {
        title: Text::of("Rope work on small craft", "Travail des cordages sur petite embarcation"),
        summary: Text::of("Ties, tends and checks lines on small craft.", "Noue, surveille et vérifie les amarres."),
        issuer,
        assessed_by: vec![owner],
        occupations: vec![Occupation {
            scheme: "NOC 2021".to_owned(),
            code: "75210".to_owned(),
            title: Text::of("Boat operators", "Conducteurs d’embarcations"),
        }],
        regulated_scope_notice: None,
        scale: ProficiencyScale {
            name: Text::of("Four levels", "Quatre niveaux"),
            levels: ["1", "2", "3", "4"].map(|l| Text::of(l, l)).to_vec(),
        },
        validity_months: Some(24),
        requires_current: false,
        assessment_fee: Fee { cents: 4500 },
        appeal_days: 30,
        competencies: vec![competency(1, "Makes a line fast", "Amarre une ligne"), competency(2, "Tends a line", "Surveille une ligne")],
    }
}

/// A browser, signed in or not.
#[derive(Clone)]
pub struct Client {
    router: Router,
    pub cookie: Option<String>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

impl Client {
    /// A browser without an account, of an instance that may have nobody in it.
    pub fn stranger(app: &App) -> Client {
        Client { router: server::web::site(app.clone()).0, cookie: None }
    }

    /// A browser that was just given a session.
    pub fn from_cookie(world: &World, set_cookie: &str) -> Client {
        Client { router: world.router.clone(), cookie: set_cookie.split(';').next().map(str::to_owned) }
    }

    /// The same browser with a session.
    pub fn with_cookie(&self, set_cookie: &str) -> Client {
        Client { cookie: set_cookie.split(';').next().map(str::to_owned), ..self.clone() }
    }

    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        if let Some(cookie) = &self.cookie {
            request.headers_mut().append(header::COOKIE, cookie.parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 64 << 20).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body, bytes: bytes.into() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body: String =
            form.iter().map(|(n, v)| format!("{}={}", server::urls::encode(n), server::urls::encode(v))).collect::<Vec<_>>().join("&");
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(body.into()).unwrap()).await
    }
}

impl Answer {
    #[track_caller]
    pub fn is(self, status: u16) -> Answer {
        assert_eq!(self.status.as_u16(), status, "{}", self.body.chars().take(2000).collect::<String>());
        self
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Answer {
        assert!(self.body.contains(words), "not said: {words}\n{}", self.body.chars().take(6000).collect::<String>());
        self
    }

    #[track_caller]
    pub fn never_says(self, words: &str) -> Answer {
        assert!(!self.body.contains(words), "said: {words}\n{}", self.body.chars().take(6000).collect::<String>());
        self
    }

    #[track_caller]
    pub fn leads_to(self, path: &str) -> Answer {
        let to = self.headers.get(header::LOCATION).map(|l| l.to_str().unwrap().to_owned());
        assert_eq!((self.status, to.as_deref()), (StatusCode::SEE_OTHER, Some(path)));
        self
    }

    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).map(|v| v.to_str().unwrap().to_owned())
    }
}
