//! Checking a credential of anybody: what it needs is brought first, then `vc` decides without any network.

pub mod answer;
pub mod given;
pub mod keys;
pub mod presented;
pub mod saved;
mod suspended;
pub mod trust;
pub mod web;

use crate::actions::Outcome as Acted;
use crate::app::App;
use crate::config::Fetch;
use crate::issuing;
use domain::credential::{Credential, CredentialState};
use domain::standing::IssuerFinding;
use domain::{CredentialId, OrganisationId, Ts};
use keys::SignedBy;
use saved::Saved;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::HashMap;
use store::Tx;
use store::public::Issued;
use trust::{Listed, TrustLists};
use vc::{CheckName, Outcome, StatusFinding, Unresolved};
use web::{Fetched, Kind, NotFetched};

/// Largest file that is looked at: a picture or certificate with a credential inside.
pub const LARGEST_FILE: usize = 8 << 20;
/// Most documents fetched for one credential: keys and lists for itself and for the endorsements inside.
const MOST: usize = 24;

/// The documents that a check needs, by address.
pub type Brought = HashMap<String, Result<Value, Unresolved>>;

/// Checks a credential with what was brought.
pub fn check(document: &Value, brought: &Brought, now_us: i64) -> Result<vc::Report, vc::Malformed> {
    run(brought, |resolve| vc::verify(document, resolve, now_us)).0
}

/// What a check found.
pub struct Examined {
    /// The answer and the checks behind it. For a credential of one of our issuers, our register counts.
    pub report: vc::Report,
    /// When it was checked.
    pub at: Ts,
    /// The credential in our register, as it stands now, if one of our issuers signed it.
    pub ours: Option<Credential>,
    /// What was fetched from elsewhere for it.
    pub fetched: Vec<Fetched>,
    /// What is known of the key, if one of our issuers signed it.
    pub key: SignedBy,
    /// What the issuer's standing means for it, if it is one of ours.
    pub issuer: IssuerFinding,
    /// On which list of trusted issuers its issuer was found, if it is none of ours.
    pub listed: Option<Listed>,
}

/// Checks a credential on the server: our own issuers' keys come from the database, others' from the web.
pub async fn check_here(app: &App, document: &Value) -> Acted<Result<vc::Report, vc::Malformed>> {
    Ok(examine(app, document).await?.map(|examined| examined.report))
}

/// Where the documents that a check asks for come from.
pub enum Source<'a> {
    /// On the server: our own from the database, others' from the web.
    Here(&'a App),
    /// The same, with keys that were compromised: for whoever looks into our record afterwards.
    Record(&'a App),
    /// At the terminal: those that were saved, others from the web.
    Terminal(&'a Terminal),
}

/// What a check at the terminal has to go by.
#[derive(Default)]
pub struct Terminal {
    /// Documents that were saved before.
    pub saved: Saved,
    /// What may be fetched.
    pub settings: Fetch,
    /// What was fetched a moment ago, for another file.
    pub kept: web::Kept,
    /// Whom to trust.
    pub trusted: TrustLists,
    /// Now.
    pub now: Ts,
}

impl Source<'_> {
    async fn get(&self, address: &str) -> Acted<(Result<Value, Unresolved>, Option<Fetched>)> {
        // Lists are what must not be kept for long; whether an address leads to one shows only afterwards.
        let kind = if address.starts_with("did:") { Kind::Key } else { Kind::StatusList };
        if let Some(app) = self.app()
            && let Some(document) = own_document(app, address, matches!(self, Source::Record(_))).await?
        {
            return Ok((document, None));
        }
        let fetched = match self {
            Source::Here(app) | Source::Record(app) => app.brought.get(address, kind, &app.config.fetch, app.now()).await,
            Source::Terminal(terminal) => match terminal.saved.get(address) {
                Some(saved) => saved,
                None => terminal.kept.get(address, kind, &terminal.settings, terminal.now).await,
            },
        };
        Ok((unresolved(fetched.json()), Some(fetched)))
    }

    /// The instance, if there is one.
    fn app(&self) -> Option<&App> {
        match self {
            Source::Here(app) | Source::Record(app) => Some(app),
            Source::Terminal(_) => None,
        }
    }

    fn now(&self) -> Ts {
        match self {
            Source::Here(app) | Source::Record(app) => app.now(),
            Source::Terminal(terminal) => terminal.now,
        }
    }

    /// What may be fetched.
    fn settings(&self) -> &Fetch {
        match self {
            Source::Here(app) | Source::Record(app) => &app.config.fetch,
            Source::Terminal(terminal) => &terminal.settings,
        }
    }

    fn trusted(&self) -> &TrustLists {
        match self {
            Source::Here(app) | Source::Record(app) => &app.trusted,
            Source::Terminal(terminal) => &terminal.trusted,
        }
    }
}

/// Runs a check, brings what it asked for, and runs it again, until it has had all that can be brought; also tells what was
/// fetched for it.
pub async fn with_documents<T>(source: &Source<'_>, check: impl Fn(vc::Resolve<'_>) -> T) -> Acted<(T, Vec<Fetched>)> {
    let (mut brought, mut fetched) = (Brought::new(), Vec::new());
    loop {
        let (result, wanted) = run(&brought, &check);
        let wanted: Vec<String> = wanted.into_iter().take(MOST.saturating_sub(brought.len())).collect();
        if wanted.is_empty() {
            return Ok((result, fetched));
        }
        let found = futures::future::try_join_all(wanted.iter().map(|address| source.get(address))).await?;
        for (address, (document, record)) in wanted.into_iter().zip(found) {
            brought.insert(address, document);
            fetched.extend(record);
        }
    }
}

/// Runs a check with what there is; also tells what it asked for in vain.
fn run<T>(brought: &Brought, check: impl Fn(vc::Resolve<'_>) -> T) -> (T, Vec<String>) {
    let wanted = RefCell::new(Vec::<String>::new());
    let result = check(&|address| {
        brought.get(address).cloned().unwrap_or_else(|| {
            let mut wanted = wanted.borrow_mut();
            if !wanted.iter().any(|other| other == address) {
                wanted.push(address.to_owned());
            }
            Err(Unresolved::Offline)
        })
    });
    (result, wanted.into_inner())
}

/// What this instance publishes at an address; `None` for addresses of others.
async fn own_document(app: &App, address: &str, every_key: bool) -> Acted<Option<Result<Value, Unresolved>>> {
    if let Some(id) = own_issuer(app, address) {
        let mut tx = app.read().await?;
        let document = if every_key { issuing::every_key(app, &mut tx, id).await } else { issuing::did_document(app, &mut tx, id).await };
        return Ok(Some(document.map_err(|_| Unresolved::NotFound)));
    }
    if !is_own_address(app, address) {
        return Ok(None);
    }
    if let Some((id, purpose)) = issuing::status::at_address(&app.base_url, address) {
        let signed = issuing::status::signed_list(app, id, purpose).await;
        let list = signed.ok().and_then(|signed| serde_json::from_str(&signed.text).ok());
        return Ok(Some(list.ok_or(Unresolved::NotFound)));
    }
    Ok(Some(crate::protocols::vc_api::own_list(app, address).ok_or(Unresolved::NotFound)))
}

fn is_own_address(app: &App, address: &str) -> bool {
    address.strip_prefix(app.base_url.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// As [`check_here`], with what our register knows of it.
pub async fn examine(app: &App, document: &Value) -> Acted<Result<Examined, vc::Malformed>> {
    // Whether a compromised key counts, our record says of signatures in the document itself only.
    let source = if document.get("proof").is_some() { Source::Record(app) } else { Source::Here(app) };
    let mut examined = match examine_outside(&source, document).await? {
        Ok(examined) => examined,
        Err(malformed) => return Ok(Err(malformed)),
    };
    if let Some(issuer) = our_issuer(app, &examined.report).await? {
        count_ours(app, &mut examined, issuer, document).await?;
    }
    Ok(Ok(examined))
}

/// Checks a credential without a register.
pub async fn examine_outside(source: &Source<'_>, document: &Value) -> Acted<Result<Examined, vc::Malformed>> {
    let at = source.now();
    let (report, fetched) = with_documents(source, |resolve| suspended::verify(document, resolve, at.0)).await?;
    Ok(report.map(|mut report| {
        let listed = source.trusted().count(&mut report);
        Examined { report, at, ours: None, fetched, key: SignedBy::Sound, issuer: IssuerFinding::Recognised, listed }
    }))
}

/// Lets our register, our record of keys and the issuer's standing count.
async fn count_ours(app: &App, examined: &mut Examined, issuer: OrganisationId, document: &Value) -> Acted<()> {
    let (report, now) = (&mut examined.report, examined.at);
    examined.listed = None;
    report.issuer_known(true, "The issuer is registered with this site.");
    let kept = match report.id.as_deref().and_then(|id| own_link(app, id)) {
        Some(id) => store::awards::credential(&mut app.read().await?, id).await?,
        None => None,
    };
    examined.ours = kept.filter(|c| c.issuer == issuer).map(|c| c.at(now));
    if let Some(credential) = &examined.ours {
        count_register(report, credential);
    }
    let mut tx = app.read().await?;
    let keys: Vec<_> = store::awards::keys(&mut tx, issuer).await?.into_iter().map(|k| (k.id, k.public.clone(), k.state())).collect();
    examined.key = keys::signed_by(app, &mut tx, document, &keys).await?;
    count_key(report, examined.key);
    let standing = store::people::standing(&mut tx, issuer).await?.unwrap_or_default();
    // A file that is not in the register has no date but its own.
    let own = report.valid_from.as_deref().and_then(vc::parse_rfc3339).map(Ts);
    let issued = examined.ours.as_ref().map(|c| c.from).or(own).unwrap_or(now);
    examined.issuer = standing.of_issued(issued);
    count_issuer(report, examined.issuer);
    Ok(())
}

/// Checks a credential of ours, as it is kept.
pub async fn check_own(app: &App, tx: &mut Tx, issued: &Issued, document: &Value) -> Acted<Result<(vc::Report, SignedBy), vc::Malformed>> {
    let did = issuing::web_did(&app.base_url, issued.credential.issuer);
    let keys: Vec<(String, String)> = issued.keys.iter().map(|k| (k.id.to_string(), k.public.clone())).collect();
    let brought = Brought::from([(did.clone(), Ok(vc::did_web_document(&did, &keys)))]);
    let now = app.now();
    let mut report = match check(document, &brought, now.0) {
        Ok(report) => report,
        Err(malformed) => return Ok(Err(malformed)),
    };
    let named = report.issuer.as_deref().unwrap_or_default();
    let by_key = named.strip_prefix("did:key:").is_some_and(|key| issued.keys.iter().any(|k| k.public == key));
    report.issuer_known(named == did || by_key, "The issuer is registered with this site.");
    count_register(&mut report, &issued.credential.clone().at(now));
    let keys: Vec<_> = issued.keys.iter().map(|k| (k.id, k.public.clone(), k.state)).collect();
    let key = keys::signed_by(app, tx, document, &keys).await?;
    count_key(&mut report, key);
    count_issuer(&mut report, issued.standing.of_issued(issued.credential.from));
    Ok(Ok((report, key)))
}

/// What was issued by somebody who was no longer recognised is not recognised (E7).
fn count_issuer(report: &mut vc::Report, finding: IssuerFinding) {
    if finding == IssuerFinding::NotRecognised {
        report.issuer_known(false, "It was issued when the issuer was not recognised any more.");
    }
}

/// A signature that somebody else may have made is nobody's.
fn count_key(report: &mut vc::Report, key: SignedBy) {
    if let SignedBy::Lost { .. } = key {
        report.issuer_known(false, "The key that signed it was compromised, and the record does not show that it was signed before.");
    }
}

/// Lets our register count: what is suspended or revoked there is so everywhere, whatever the document says.
pub fn count_register(report: &mut vc::Report, credential: &Credential) {
    use CredentialState::{Active, Declined, Expired, Offered, Revoked, Superseded, Suspended, Unclaimed, Withdrawn};
    let (finding, detail) = match credential.state {
        Active { .. } | Expired { .. } => (StatusFinding::InForce, "The issuer's register lists it as neither suspended nor revoked."),
        Superseded { .. } => (StatusFinding::InForce, "The issuer's register says that a renewed one has replaced it."),
        Suspended { .. } => (StatusFinding::Suspended, "The issuer's register says that it is suspended."),
        Revoked { .. } => (StatusFinding::Revoked, "The issuer's register says that it was revoked."),
        Withdrawn { .. } => (StatusFinding::Revoked, "The issuer's register says that it was withdrawn before anybody accepted it."),
        Offered { .. } | Unclaimed { .. } | Declined { .. } => {
            (StatusFinding::Suspended, "Its holder has not accepted it, so it is not in force.")
        }
    };
    report.status_known(finding, detail);
    let over = matches!(credential.state, Expired { .. } | Superseded { .. });
    if over && report.verdict == vc::Verdict::Valid {
        report.verdict = vc::Verdict::Expired;
    }
}

/// Which of our issuers a credential is by, once its signature is known to be that issuer's.
async fn our_issuer(app: &App, report: &vc::Report) -> Acted<Option<OrganisationId>> {
    let Some(named) = report.issuer.as_deref().filter(|_| report.check(CheckName::IssuerBinding).outcome == Outcome::Passed) else {
        return Ok(None);
    };
    match named.strip_prefix("did:key:") {
        Some(key) => Ok(store::public::owner_of_key(&mut app.read().await?, key).await?),
        None => Ok(own_issuer(app, named)),
    }
}

fn own_issuer(app: &App, did: &str) -> Option<OrganisationId> {
    let id: OrganisationId = did.rsplit(':').next()?.parse().ok()?;
    (issuing::web_did(&app.base_url, id) == did).then_some(id)
}

/// The credential that an address of ours leads to: its page in either language, or its file.
pub fn own_link(app: &App, link: &str) -> Option<CredentialId> {
    let path = link.trim().strip_prefix(app.base_url.as_str())?.split(['?', '#']).next()?;
    let path = domain::Lang::ALL.iter().find_map(|l| path.strip_prefix(&format!("/{}/c/", l.code()))).or(path.strip_prefix("/c/"))?;
    path.strip_suffix(".json").unwrap_or(path).trim_end_matches('/').parse().ok()
}

fn unresolved(fetched: Result<Value, NotFetched>) -> Result<Value, Unresolved> {
    fetched.map_err(|why| match why {
        NotFetched::Off | NotFetched::Unreachable => Unresolved::Offline,
        NotFetched::NotFound => Unresolved::NotFound,
        refused => Unresolved::Refused(refused.to_string()),
    })
}
