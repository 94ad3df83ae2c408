//! A credential that others issued is kept for its holder, who can remove it. What this instance issued is never touched.

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::app::hash_of;
use crate::caller::Member;
use crate::verifying::{Examined, examine};
use domain::event::Event;
use domain::{AppId, ExternalId, Ts};
use serde_json::Value;
use store::external::{External, Format};
use vc::CheckName;

/// Largest credential that is kept, in bytes.
pub const MOST_BYTES: usize = 256 * 1024;
/// Most credentials from elsewhere for one person.
const MOST: i64 = 500;

/// What a program brings.
#[derive(Clone, Debug)]
pub struct Brought {
    /// How it is written.
    pub format: Format,
    /// What it says.
    pub document: Value,
    /// As it came.
    pub text: String,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is new.
    Added,
    /// It replaced the one with the same id and issuer; or it is the person's own, issued here, and nothing changed.
    Replaced,
}

/// Why it is not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// It can't be read.
    #[error("It can't be read as a credential: {0}")]
    Malformed(#[from] vc::Malformed),
    /// It has no id, or its issuer has none.
    #[error("A credential needs an id, and an issuer with an id.")]
    Nameless,
    /// It was not shown to be genuine.
    #[error("It is not kept, because its signature could not be shown to be its issuer's. {0}")]
    NotGenuine(String),
    /// It was issued here, to somebody else.
    #[error("It was issued here to somebody else.")]
    SomebodyElses,
    /// There are too many.
    #[error("There is room for 500 credentials from elsewhere, and they are all taken.")]
    Full,
}

/// Keeps it, if its signature is its issuer's. Whether it is in force is written down beside it.
pub async fn keep_external(who: &Member, app: AppId, brought: Brought) -> Outcome<Result<Done, NotKept>> {
    who.may(Verb::Add, Thing::Wallet, Relation::owned_by(who.id()))?;
    let examined = match examine(&who.app, &brought.document).await? {
        Ok(examined) => examined,
        Err(malformed) => return Ok(Err(malformed.into())),
    };
    let named = id_of(&brought.document).zip(examined.report.issuer.as_deref());
    let Some(named) = named.map(|(id, issuer)| hash_of(&format!("{id}\n{issuer}"))) else { return Ok(Err(NotKept::Nameless)) };
    if let Some(why) = doubt(&examined) {
        return Ok(Err(NotKept::NotGenuine(why)));
    }
    if let Some(ours) = &examined.ours {
        return Ok(if ours.holder == Some(who.id()) { Ok(Done::Replaced) } else { Err(NotKept::SomebodyElses) });
    }
    let external = external(who, app, brought, &examined.report, named);
    let verdict = external.verdict.clone();
    let mut tx = who.app.begin().await?;
    if store::external::others(&mut tx, who.id(), &external.named).await? >= MOST {
        return Ok(Err(NotKept::Full));
    }
    let id = store::external::keep(&mut tx, &external).await?;
    record(&mut tx, who, who.id(), Event::ExternalKept { external: id, app, verdict }).await?;
    commit(tx, who).await?;
    Ok(Ok(if id == external.id { Done::Added } else { Done::Replaced }))
}

/// The id of a credential; of one that is a token, the one inside.
fn id_of(document: &Value) -> Option<String> {
    match document {
        Value::String(token) => {
            let claims = vc::jose::parse(token).ok()?.claims().ok()?;
            claims.get("id").or_else(|| claims.get("jti"))?.as_str().map(str::to_owned)
        }
        document => document.get("id")?.as_str().map(str::to_owned),
    }
}

/// What stands against its being by the issuer that it names.
fn doubt(examined: &Examined) -> Option<String> {
    let needed = [CheckName::Proof, CheckName::IssuerBinding, CheckName::Shape];
    let checks = needed.map(|name| examined.report.check(name));
    checks.into_iter().find(|c| c.outcome != vc::Outcome::Passed).map(|c| c.detail.clone())
}

fn external(who: &Member, app: AppId, brought: Brought, report: &vc::Report, named: String) -> External {
    let short = |text: Option<&str>| text.unwrap_or_default().chars().filter(|c| !c.is_control()).take(300).collect::<String>();
    External {
        id: who.app.id(),
        holder: who.id(),
        named,
        app,
        format: brought.format,
        document: brought.text,
        name: short(report.name.as_deref()),
        issuer: short(report.issuer_name.as_deref().or(report.issuer.as_deref())),
        verdict: report.verdict.code().to_owned(),
        issued: report.valid_from.as_deref().and_then(vc::parse_rfc3339).map_or(who.now, Ts),
        kept: who.now,
    }
}

/// The holder removes it.
pub async fn remove_external(who: &Member, id: ExternalId) -> Outcome<()> {
    let mut tx = who.app.begin().await?;
    let external = store::external::get(&mut tx, id).await?.ok_or(Failure::Missing)?;
    who.may(Verb::Withdraw, Thing::Wallet, Relation::owned_by(external.holder))?;
    store::external::remove(&mut tx, id).await?;
    record(&mut tx, who, who.id(), Event::ExternalRemoved { external: id }).await?;
    commit(tx, who).await
}
