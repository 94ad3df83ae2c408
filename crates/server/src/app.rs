//! What every act needs, made once and cloned cheaply.

use crate::config::Config;
use crate::issuing::status::KeptLists;
use crate::keys::Vault;
use crate::queries::credential::KeptPages;
use crate::queries::versions::VersionCache;
use domain::Ts;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::files::Files;
use store::{Db, Tx};
use tokio::sync::{Notify, Semaphore};

/// The application.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What an [`App`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The bytes of evidence.
    pub files: Files,
    /// How it is set up.
    pub config: Config,
    /// What it is called from outside, without a slash at the end.
    pub base_url: String,
    /// What time it is.
    pub clock: Clock,
    /// Seals and opens signing keys.
    pub vault: Vault,
    /// Published versions, which never change.
    pub versions: VersionCache,
    /// Pages of public credentials that were just made.
    pub pages: KeptPages,
    /// Other people's documents that were just fetched.
    pub brought: crate::verifying::web::Kept,
    /// Issuers whom the operator of this instance trusts.
    pub trusted: crate::verifying::trust::TrustLists,
    /// Status lists that were asked for.
    pub lists: KeptLists,
    /// What offerings may teach, ready to be compared with their words.
    pub statements: crate::queries::tags::Kept,
    /// Listed learning that closes gaps, ready to be compared.
    pub market: crate::queries::paths::market::Kept,
    /// Rules of those who help paying for learning.
    pub funding: Vec<domain::funding::FundingRule>,
    /// Whom the VC-API issues as.
    pub vc_issuers: std::sync::OnceLock<Vec<crate::protocols::vc_api::keys::Issuer>>,
    /// The numbers of what it issues.
    pub vc_numbers: crate::protocols::vc_api::Numbers,
    /// Whether this is the demo: one-click sign-in, an outbox for everybody, `did:key` issuers.
    pub demo: bool,
    /// Rung when a job was written.
    pub jobs_due: Notify,
    /// How many passwords may be hashed at once: each takes 19 MiB.
    pub hashing: Semaphore,
}

impl std::ops::Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Puts an application together.
    pub fn new(parts: Parts) -> App {
        App(Arc::new(parts))
    }

    /// Now.
    pub fn now(&self) -> Ts {
        self.clock.now()
    }

    /// A new id of whatever kind is asked for: time first, so that indexes stay local; 74 random bits, so that
    /// nobody guesses one.
    #[expect(clippy::disallowed_methods, reason = "the one place where ids are made")]
    pub fn id<T: From<u128>>(&self) -> T {
        T::from(uuid::Uuid::now_v7().as_u128())
    }

    /// A connection to read with.
    pub async fn read(&self) -> store::Result<Tx> {
        self.db.read().await
    }

    /// A transaction.
    pub async fn begin(&self) -> store::Result<Tx> {
        self.db.begin().await
    }
}

/// The time, from the machine or set by a test.
#[derive(Debug, Default)]
pub struct Clock {
    /// Microseconds added to the machine's time; or, if `fixed`, the time itself.
    offset: AtomicI64,
    fixed: bool,
}

impl Clock {
    /// The machine's clock.
    pub fn machine() -> Clock {
        Clock::default()
    }

    /// A clock that stands still until a test moves it.
    pub fn fixed(at: Ts) -> Clock {
        Clock { offset: AtomicI64::new(at.0), fixed: true }
    }

    /// Moves the clock on.
    pub fn advance(&self, microseconds: i64) {
        self.offset.fetch_add(microseconds, Ordering::SeqCst);
    }

    /// Now.
    #[expect(clippy::disallowed_methods, reason = "the one place where the time is read")]
    pub fn now(&self) -> Ts {
        let offset = self.offset.load(Ordering::SeqCst);
        if self.fixed {
            return Ts(offset);
        }
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Ts(since.map_or(0, |d| d.as_micros() as i64) + offset)
    }
}

/// `N` random bytes from the operating system.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    aws_lc_rs::rand::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A secret for a cookie, link or token: 256 bits as 43 characters.
pub fn secret() -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(random::<32>())
}

/// What is kept of a secret.
pub fn hash_of(secret: &str) -> String {
    store::files::hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, secret.as_bytes()).as_ref())
}
