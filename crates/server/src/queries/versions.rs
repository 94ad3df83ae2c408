//! Profile versions: published ones never change, so they are read once and kept.

use crate::actions::{Failure, Outcome};
use crate::app::App;
use domain::VersionId;
use domain::profile::{ProfileVersion, VersionState};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use store::Tx;

/// How many versions are kept. A version is some 20 KiB.
const MOST: usize = 512;

/// Published versions. Their state can still change (superseded, retired), so only the body may be relied on.
#[derive(Default)]
pub struct VersionCache(RwLock<HashMap<VersionId, Arc<ProfileVersion>>>);

/// A version. From memory if it is published and was read before.
pub async fn version(app: &App, tx: &mut Tx, id: VersionId) -> Outcome<Arc<ProfileVersion>> {
    if let Some(known) = app.versions.0.read().expect("nobody panics while holding it").get(&id) {
        return Ok(known.clone());
    }
    let version = Arc::new(store::profiles::version(tx, id).await?.ok_or(Failure::Missing)?);
    if matches!(version.state, VersionState::Published { .. } | VersionState::Superseded { .. } | VersionState::Retired { .. }) {
        let mut known = app.versions.0.write().expect("nobody panics while holding it");
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(id, version.clone());
    }
    Ok(version)
}
