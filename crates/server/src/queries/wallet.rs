//! All that a person can show, issued here or elsewhere, as programs read it.

use crate::access::{Relation, Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::caller::Member;
use domain::{AppRequestId, Ts};
use store::apps::{App, AppRequest, Connection};
use store::external::{External, Format};

/// Which page of it.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// How many.
    pub limit: i64,
    /// After how many.
    pub offset: i64,
    /// Only what is valid from then on or later.
    pub since: Option<Ts>,
}

/// A page of documents, latest first, and how many there are in all.
pub async fn wallet(who: &Member, asked: &Asked) -> Outcome<(Vec<(Format, String)>, i64)> {
    who.may(Verb::View, Thing::Wallet, Relation::owned_by(who.id()))?;
    let since = asked.since.unwrap_or(Ts(i64::MIN));
    Ok(store::external::wallet(&mut who.app.read().await?, who.id(), since, asked.offset, asked.limit).await?)
}

/// What came from elsewhere, latest first.
pub async fn from_elsewhere(who: &Member) -> Outcome<Vec<External>> {
    who.may(Verb::View, Thing::Wallet, Relation::owned_by(who.id()))?;
    Ok(store::external::of(&mut who.app.read().await?, who.id()).await?)
}

/// The programs that the person lets act for them.
pub async fn connected_apps(who: &Member) -> Outcome<Vec<(Connection, App)>> {
    who.may(Verb::View, Thing::Connection, Relation::default())?;
    Ok(store::apps::connections(&mut who.app.read().await?, who.id()).await?)
}

/// A program's question to a person, and who asks.
#[derive(Clone, Debug)]
pub struct Question {
    /// What it asks.
    pub request: AppRequest,
    /// Who asks.
    pub app: App,
    about: serde_json::Value,
}

impl Question {
    /// What the program said of itself when it registered.
    pub fn said(&self, field: &str) -> &str {
        self.about[field].as_str().unwrap_or_default()
    }
}

/// The open question of this id.
pub async fn question(who: &Member, id: AppRequestId) -> Outcome<Question> {
    who.may(Verb::View, Thing::Connection, Relation::default())?;
    let mut tx = who.app.read().await?;
    let request = store::apps::request(&mut tx, id, who.now).await?.ok_or(Failure::Missing)?;
    let (app, _) = store::apps::get(&mut tx, request.app).await?.ok_or(Failure::Missing)?;
    let about = serde_json::from_str(&app.about).map_err(|e| Failure::Broken(format!("{}: {e}", app.id)))?;
    Ok(Question { request, app, about })
}
