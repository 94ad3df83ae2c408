use crate::app::{App, Clock, Parts, hash_of};
use crate::config::Config;
use crate::keys::Vault;
use crate::queries::versions::VersionCache;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use domain::claim::{Claim, ClaimState};
use domain::evidence::{Content, EvidenceClass, EvidenceItem, EvidenceKind, EvidenceState, Occasion, SupervisionIdentity, ThirdPartyBasis};
use domain::people::{Organisation, OrganisationKind, Person};
use domain::{ClaimId, EvidenceId, Lang, OrganisationId, PersonId, ProfileId, Text, Ts, VersionId};
use std::path::PathBuf;
use store::Db;
use store::files::Files;
use tower::ServiceExt as _;

pub const NOW: Ts = Ts(1_800_000_000_000_000);
pub const LEARNER: PersonId = PersonId(1);
pub const OTHER: PersonId = PersonId(2);
pub const CLAIM: ClaimId = ClaimId(1);
pub const EVIDENCE: EvidenceId = EvidenceId(1);
pub const LARGEST: u64 = 10_000_000;

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    #[track_caller]
    pub fn is(self, status: u16) -> Answer {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.body));
        self
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    pub fn offset(&self) -> u64 {
        self.header("upload-offset").parse().unwrap()
    }
}

/// An instance in a folder of its own, which goes when the test does.
pub struct World {
    folder: PathBuf,
    pub app: App,
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl World {
    pub async fn new(name: &str) -> World {
        let folder = std::env::temp_dir().join(format!("tessera-uploads-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let world = World { app: open(&folder).await, folder };
        world.people().await;
        world.add_evidence(EVIDENCE).await;
        world
    }

    /// Ends the server and starts another on the same folder.
    pub async fn restart(&mut self) {
        self.app.db.close().await;
        self.app = open(&self.folder).await;
    }

    async fn people(&self) {
        let mut tx = self.app.begin().await.unwrap();
        for (id, name) in [(LEARNER, "learner"), (OTHER, "other")] {
            let person = Person { id, name: name.into(), email: format!("{name}@example.ca"), lang: Lang::En, created: NOW };
            store::people::add_person(&mut tx, &person, None).await.unwrap();
            store::people::add_session(&mut tx, &hash_of(&id.to_string()), id, NOW, NOW.plus_days(300)).await.unwrap();
        }
        let name = Text::of("College", "Collège");
        let owner =
            Organisation { id: OrganisationId(1), kind: OrganisationKind::Institution, name, website: None, region: "CA-ON".into() };
        store::people::add_organisation(&mut tx, &owner).await.unwrap();
        store::profiles::add(&mut tx, ProfileId(1), owner.id, NOW).await.unwrap();
        let sql = "INSERT INTO profile_version (id, profile, number, owner, state, state_doc, body_doc, title_en, title_fr, summary_en, summary_fr, \
                   issuer, occupation, competencies, criteria, searched, sorted_en, sorted_fr, revision) \
                   VALUES ($1, $2, 1, $3, '', '', '', '', '', '', '', '', '', 0, 0, '', '', '', 0)";
        tx.exec(sql, store::args![VersionId(1).to_string(), ProfileId(1).to_string(), owner.id.to_string()]).await.unwrap();
        let claim = Claim {
            id: CLAIM,
            learner: LEARNER,
            profile: ProfileId(1),
            version: VersionId(1),
            state: ClaimState::Draft,
            opened: NOW,
            self_ratings: Default::default(),
            competencies: Vec::new(),
            revision: 0,
        };
        store::claims::add(&mut tx, &claim).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn add_evidence(&self, id: EvidenceId) {
        let occasion = Occasion { performed: NOW, setting: "kitchen".into(), edited: false, people: ThirdPartyBasis::NobodyIdentifiable };
        let item = EvidenceItem {
            id,
            claim: CLAIM,
            learner: LEARNER,
            kind: EvidenceKind::Other,
            class: EvidenceClass::Indirect,
            title: "A dish".into(),
            note: String::new(),
            occasion,
            supervision: SupervisionIdentity::A0,
            content: Content::Awaited { file_name: "dish".into() },
            added: NOW,
            state: EvidenceState::Draft,
        };
        let mut tx = self.app.begin().await.unwrap();
        store::evidence::add(&mut tx, &item).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn item(&self, id: EvidenceId) -> EvidenceItem {
        store::evidence::get(&mut self.app.read().await.unwrap(), id).await.unwrap().unwrap()
    }

    /// Puts an item in another state, whatever the rules say.
    pub async fn set_state(&self, id: EvidenceId, state: EvidenceState) {
        let item = EvidenceItem { state, ..self.item(id).await };
        let mut tx = self.app.begin().await.unwrap();
        store::evidence::save(&mut tx, &item).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn events(&self) -> Vec<String> {
        let mut tx = self.app.read().await.unwrap();
        let chain = store::events::of(&mut tx, &CLAIM.to_string(), 0, 100).await.unwrap();
        chain.into_iter().map(|e| e.name).collect()
    }

    /// The names in `uploads/`.
    pub async fn parts(&self) -> usize {
        self.app.files.parts(100).await.unwrap().len()
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = super::super::super::site(self.app.clone()).0.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Begins an upload of so many bytes; its path.
    pub async fn create(&self, evidence: EvidenceId, length: usize, name: &str, claimed: &str) -> String {
        let answer = self.send(post(evidence, length as u64, name, claimed).body(Body::empty()).unwrap()).await.is(201);
        answer.header("location").to_owned()
    }

    pub async fn patch(&self, path: &str, offset: u64, bytes: impl Into<Body>) -> Answer {
        self.send(patch(path, offset).body(bytes.into()).unwrap()).await
    }

    pub async fn head(&self, path: &str) -> Answer {
        self.send(tus(Method::HEAD, path).body(Body::empty()).unwrap()).await
    }

    /// A whole upload in one piece.
    pub async fn upload(&self, evidence: EvidenceId, bytes: &[u8], name: &str, claimed: &str) -> EvidenceItem {
        let path = self.create(evidence, bytes.len(), name, claimed).await;
        if !bytes.is_empty() {
            self.patch(&path, 0, bytes.to_vec()).await.is(204);
        }
        self.item(evidence).await
    }
}

async fn open(folder: &std::path::Path) -> App {
    let mut config = Config::default();
    config.limits.file_bytes = LARGEST;
    App::new(Parts {
        db: Db::open(&format!("sqlite:{}", folder.join("test.db").display())).await.unwrap(),
        files: Files::open(folder).unwrap(),
        base_url: "http://127.0.0.1".into(),
        config,
        clock: Clock::fixed(NOW),
        vault: Vault::from_hex(&"0".repeat(64)).unwrap(),
        versions: VersionCache::default(),
        pages: Default::default(),
        brought: Default::default(),
        statements: Default::default(),
        market: Default::default(),
        funding: Default::default(),
        lists: Default::default(),
        vc_issuers: Default::default(),
        trusted: Default::default(),
        vc_numbers: Default::default(),
        demo: false,
        jobs_due: Default::default(),
        hashing: tokio::sync::Semaphore::new(1),
    })
}

pub fn cookie(who: PersonId) -> String {
    format!("{}={who}", crate::caller::SESSION)
}

pub fn tus(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(header::COOKIE, cookie(LEARNER)).header("tus-resumable", "1.0.0")
}

pub fn metadata(evidence: EvidenceId, name: &str, claimed: &str) -> String {
    let b64 = |text: &str| STANDARD.encode(text);
    format!("filename {},filetype {},evidence {},duration {}", b64(name), b64(claimed), b64(&evidence.to_string()), b64("2500"))
}

pub fn post(evidence: EvidenceId, length: u64, name: &str, claimed: &str) -> axum::http::request::Builder {
    tus(Method::POST, "/uploads").header("upload-length", length).header("upload-metadata", metadata(evidence, name, claimed))
}

pub fn patch(path: &str, offset: u64) -> axum::http::request::Builder {
    tus(Method::PATCH, path).header("upload-offset", offset).header(header::CONTENT_TYPE, "application/offset+octet-stream")
}
