//! Status lists: where each credential says that its state is published, and the lists themselves, signed.
//!
//! Open Badges 3.0 has room for one status in a credential, and verifiers everywhere read the purpose `revocation`. So
//! that is the list that a credential points to, and in it stands whatever is out of force: for good or for a time.
//! Beside it, at the same address but for the last part, stands the list of what is out of force for a time only.
//! Whoever knows of it, as our own verifier does, can tell a suspension from a revocation.
//!
//! A list is made when somebody asks for it and kept until a state in it changes, so that it says what the register says.

use super::{issuer_did, signing_key};
use crate::actions::{Failure, Outcome};
use crate::app::App;
use domain::credential::StatusPlace;
use domain::{KeyId, StatusListId};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use vc::achievement::StatusEntry;
use vc::status::{ListCredential, REVOCATION, SUSPENSION, StatusList};

/// What a list is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Out of force.
    Revocation,
    /// Out of force for a time.
    Suspension,
}

impl Purpose {
    /// Both, the one that credentials name first.
    pub const ALL: [Purpose; 2] = [Purpose::Revocation, Purpose::Suspension];

    /// The standard's word for it.
    pub fn code(self) -> &'static str {
        match self {
            Purpose::Revocation => REVOCATION,
            Purpose::Suspension => SUSPENSION,
        }
    }
}

impl std::str::FromStr for Purpose {
    type Err = ();
    fn from_str(text: &str) -> Result<Purpose, ()> {
        Purpose::ALL.into_iter().find(|p| p.code() == text).ok_or(())
    }
}

/// How long a copy of a list may be kept, in seconds.
pub const KEPT_FOR: u64 = 30;

/// The address of a list, which is also its id.
pub fn address(base: &str, list: StatusListId, purpose: Purpose) -> String {
    format!("{base}/status/{list}/{}", purpose.code())
}

/// The list and purpose that an address of ours is of.
pub fn at_address(base: &str, address: &str) -> Option<(StatusListId, Purpose)> {
    let (list, purpose) = address.strip_prefix(base)?.strip_prefix("/status/")?.split_once('/')?;
    Some((list.parse().ok()?, purpose.parse().ok()?))
}

/// What a credential says about where its state is published.
pub(super) fn entry(base: &str, at: StatusPlace) -> StatusEntry {
    let list = address(base, at.list, Purpose::Revocation);
    StatusEntry { id: format!("{list}#{}", at.place), purpose: REVOCATION.to_owned(), index: at.place.into(), list }
}

/// The address of the list of suspensions beside a list that credentials point to.
pub fn beside(list: &str) -> Option<String> {
    Some(format!("{}/{SUSPENSION}", list.strip_suffix(REVOCATION)?.strip_suffix('/')?))
}

/// A list as it is published.
#[derive(Debug)]
pub struct Signed {
    /// The signed credential, as JSON.
    pub text: String,
    /// Changes whenever the list does.
    pub tag: String,
    /// What it was made from.
    set: Vec<u32>,
    key: KeyId,
}

/// How many lists are kept in memory. Each is a few KiB, more only where thousands of credentials are out of force.
const MOST: usize = 512;

/// The lists that were made.
#[derive(Default)]
pub struct KeptLists(RwLock<HashMap<(StatusListId, Purpose), Arc<Signed>>>);

impl KeptLists {
    fn get(&self, which: (StatusListId, Purpose), set: &[u32], key: KeyId) -> Option<Arc<Signed>> {
        let lists = self.0.read().expect("nobody panics while holding it");
        lists.get(&which).filter(|kept| kept.set == set && kept.key == key).cloned()
    }

    fn keep(&self, which: (StatusListId, Purpose), list: &Arc<Signed>) {
        let mut lists = self.0.write().expect("nobody panics while holding it");
        if lists.len() >= MOST {
            lists.clear();
        }
        lists.insert(which, list.clone());
    }
}

/// The list as it stands now, signed by its issuer.
pub async fn signed_list(app: &App, id: StatusListId, purpose: Purpose) -> Outcome<Arc<Signed>> {
    let mut tx = app.read().await?;
    let (issuer, set) = store::status::list(&mut tx, id).await?.ok_or(Failure::Missing)?;
    let set = match purpose {
        Purpose::Revocation => {
            let mut all = [set.revoked, set.suspended].concat();
            all.sort_unstable();
            all
        }
        Purpose::Suspension => set.suspended,
    };
    let (key_id, key) = signing_key(app, &mut tx, issuer).await?;
    if let Some(kept) = app.lists.get((id, purpose), &set, key_id) {
        return Ok(kept);
    }
    let broken = |e: &dyn std::fmt::Display| Failure::Broken(format!("status list {id}: {e}"));
    let mut list = StatusList::new(StatusPlace::PLACES.into()).map_err(|e| broken(&e))?;
    for place in &set {
        list.set(u64::from(*place), true).map_err(|e| broken(&e))?;
    }
    let did = issuer_did(app, issuer, &key);
    let method = if app.demo { key.did_key_method() } else { format!("{did}#{key_id}") };
    let now = super::document::stamp(app.now());
    let published = ListCredential {
        id: address(&app.base_url, id, purpose),
        issuer: did,
        purpose: purpose.code().to_owned(),
        valid_from: now.clone(),
        valid_until: None,
        ttl_ms: Some(KEPT_FOR * 1000),
    };
    let signed = vc::sign(published.document(&list), &key, &vc::SignOptions::new(method, &now)).map_err(|e| broken(&e))?;
    let text = signed.to_string();
    let tag = format!("\"{}\"", &crate::app::hash_of(&text)[..24]);
    let made = Arc::new(Signed { text, tag, set, key: key_id });
    app.lists.keep((id, purpose), &made);
    Ok(made)
}
