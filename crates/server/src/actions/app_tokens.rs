//! A program changes what it was given for tokens. Each secret that can be changed works once: a second use means that
//! somebody else has it, so that the connection ends (RFC 6749 section 10.5, RFC 9700 section 4.14).

use super::Outcome;
use crate::access::{Relation, Thing, Verb};
use crate::app::{hash_of, secret};
use crate::caller::Visitor;
use crate::protocols::scope::Scope;
use base64::Engine as _;
use domain::AppId;
use domain::event::{Event, Happened};
use store::Tx;
use store::apps::{Connection, Secret, SecretKind};

/// Seconds that an access token works.
const ACCESS_SECONDS: i64 = 3600;
/// Days that a refresh token works; each use begins them anew.
const REFRESH_DAYS: i64 = 90;

/// What a program gets.
#[derive(Clone, Debug)]
pub struct Tokens {
    /// Shown with each call.
    pub access: String,
    /// Seconds that it works.
    pub seconds: i64,
    /// For the next tokens, if the person allowed it to go on while they are away.
    pub refresh: Option<String>,
    /// What it allows.
    pub scopes: Vec<Scope>,
}

/// Why a program gets none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTokens {
    /// Unknown, over, used before, of another program, or not what it was bound to.
    NotGood,
    /// It wants more than it was allowed.
    Scope,
}

/// Changes a code for tokens.
pub async fn redeem_code(
    visitor: &Visitor,
    app: AppId,
    code: &str,
    redirect_uri: &str,
    verifier: &str,
) -> Outcome<Result<Tokens, NoTokens>> {
    visitor.may(Verb::Verify, Thing::App, Relation::default())?;
    let mut tx = visitor.app.begin().await?;
    let Some((kept, connection)) = used_once(visitor, &mut tx, app, code, SecretKind::Code).await? else {
        tx.commit().await?;
        return Ok(Err(NoTokens::NotGood));
    };
    if kept.redirect_uri != redirect_uri || kept.challenge != challenge_of(verifier) {
        // The code is used up all the same: whoever guesses has one guess.
        tx.commit().await?;
        return Ok(Err(NoTokens::NotGood));
    }
    let tokens = issue(visitor, &mut tx, &connection, Scope::among(&kept.scopes)).await?;
    tx.commit().await?;
    Ok(Ok(tokens))
}

/// Changes a refresh token for new tokens, which may allow less than before.
pub async fn refresh(visitor: &Visitor, app: AppId, token: &str, less: Option<Vec<Scope>>) -> Outcome<Result<Tokens, NoTokens>> {
    visitor.may(Verb::Verify, Thing::App, Relation::default())?;
    let mut tx = visitor.app.begin().await?;
    let Some((kept, connection)) = used_once(visitor, &mut tx, app, token, SecretKind::Refresh).await? else {
        tx.commit().await?;
        return Ok(Err(NoTokens::NotGood));
    };
    let allowed = Scope::among(&kept.scopes);
    let wanted = less.unwrap_or_else(|| allowed.clone());
    if wanted.is_empty() || wanted.iter().any(|s| !allowed.contains(s)) {
        // Nothing was written for good: the token works again.
        return Ok(Err(NoTokens::Scope));
    }
    let tokens = issue(visitor, &mut tx, &connection, wanted).await?;
    tx.commit().await?;
    Ok(Ok(tokens))
}

/// Gives a token back: a refresh token ends the connection, an access token only itself. An unknown one changes nothing.
pub async fn give_back(visitor: &Visitor, app: AppId, token: &str) -> Outcome<()> {
    visitor.may(Verb::Verify, Thing::App, Relation::default())?;
    let (hash, mut tx) = (hash_of(token), visitor.app.begin().await?);
    for kind in [SecretKind::Refresh, SecretKind::Access] {
        let Some(kept) = store::apps::secret(&mut tx, &hash, kind).await? else { continue };
        let connection = store::apps::connection(&mut tx, kept.connection).await?.filter(|c| c.app == app);
        match connection {
            Some(connection) if kind == SecretKind::Refresh => end(visitor, &mut tx, &connection, false).await?,
            Some(_) => store::apps::remove_secret(&mut tx, &hash).await?,
            None => {}
        }
    }
    Ok(tx.commit().await?)
}

/// What was kept of a secret, if this is its first use, by the program it was given to. A second use ends the connection.
async fn used_once(visitor: &Visitor, tx: &mut Tx, app: AppId, shown: &str, kind: SecretKind) -> Outcome<Option<(Secret, Connection)>> {
    let hash = hash_of(shown);
    let Some(kept) = store::apps::secret(tx, &hash, kind).await? else { return Ok(None) };
    let Some(connection) = store::apps::connection(tx, kept.connection).await?.filter(|c| c.app == app) else { return Ok(None) };
    if !store::apps::use_secret(tx, &hash, visitor.now).await? {
        end(visitor, tx, &connection, true).await?;
        return Ok(None);
    }
    Ok(Some((kept, connection)).filter(|(kept, _)| kept.expires > visitor.now))
}

async fn end(visitor: &Visitor, tx: &mut Tx, connection: &Connection, replayed: bool) -> Outcome<()> {
    store::apps::disconnect(tx, connection.id).await?;
    let event = Event::AppDisconnected { connection: connection.id, replayed };
    let happened = Happened { chain: connection.person.to_string(), actor: None, at: visitor.now, event };
    Ok(store::events::record(tx, visitor.app.id(), &happened).await?)
}

async fn issue(visitor: &Visitor, tx: &mut Tx, connection: &Connection, scopes: Vec<Scope>) -> Outcome<Tokens> {
    let mut made = Vec::new();
    let access = (SecretKind::Access, visitor.now.plus_seconds(ACCESS_SECONDS));
    let refresh = (SecretKind::Refresh, visitor.now.plus_days(REFRESH_DAYS));
    let wanted = if scopes.contains(&Scope::Offline) { vec![access, refresh] } else { vec![access] };
    for (kind, expires) in wanted {
        let (secret, scopes) = (secret(), Scope::list(&scopes));
        let (redirect_uri, challenge) = (String::new(), String::new());
        let kept = Secret { connection: connection.id, kind, scopes, redirect_uri, challenge, expires, used: None };
        store::apps::add_secret(tx, &hash_of(&secret), &kept).await?;
        made.push(secret);
    }
    let mut made = made.into_iter();
    Ok(Tokens { access: made.next().unwrap_or_default(), seconds: ACCESS_SECONDS, refresh: made.next(), scopes })
}

/// BASE64URL of the SHA-256 of what a program shows (RFC 7636 section 4.6).
fn challenge_of(verifier: &str) -> String {
    let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, verifier.as_bytes());
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(hash.as_ref())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_challenge_is_as_in_appendix_b_of_rfc_7636() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert_eq!(super::challenge_of(verifier), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
