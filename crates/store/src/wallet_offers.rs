//! Credentials on their way into a wallet: an offer, the one token that comes of it, and the nonces that were used.

use crate::{Result, StoreError, Tx, args};
use domain::{CredentialId, OfferId, PersonId, Ts};

/// An offer of one credential to whatever wallet its holder points at it.
#[derive(Clone, Debug)]
pub struct WalletOffer {
    /// Its id.
    pub id: OfferId,
    /// What is offered.
    pub credential: CredentialId,
    /// Who holds it.
    pub holder: PersonId,
    /// A hash of the code together with the digits that the holder types into the wallet, if they asked for some.
    pub pin_hash: Option<String>,
    /// How often wrong digits were given.
    pub tries: i64,
    /// Good until.
    pub expires: Ts,
    /// When its code was changed for a token, if it was.
    pub used: Option<Ts>,
    /// Until when that token works.
    pub token_expires: Option<Ts>,
    /// How many copies the wallet fetched.
    pub given: i64,
}

/// Adds an offer, by the hash of its code.
pub async fn add(tx: &mut Tx, o: &WalletOffer, code_hash: &str) -> Result<()> {
    let sql = "INSERT INTO wallet_offer (id, credential, holder, code_hash, pin_hash, tries, expires_at, given) VALUES ($1, $2, $3, $4, $5, 0, $6, 0)";
    let values = args![o.id.to_string(), o.credential.to_string(), o.holder.to_string(), code_hash, o.pin_hash.clone(), o.expires];
    tx.exec(sql, values).await?;
    Ok(())
}

macro_rules! offer_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, credential, holder, pin_hash, tries, expires_at, used_at, token_expires_at, given FROM wallet_offer WHERE ",
            $condition
        )
    };
}

async fn one(tx: &mut Tx, sql: &'static str, hash: &str) -> Result<Option<WalletOffer>> {
    let row = tx.opt(sql, args![hash]).await?;
    row.map(|r| {
        Ok(WalletOffer {
            id: r.parse("id")?,
            credential: r.parse("credential")?,
            holder: r.parse("holder")?,
            pin_hash: r.opt_text("pin_hash")?,
            tries: r.int("tries")?,
            expires: r.ts("expires_at")?,
            used: r.opt_ts("used_at")?,
            token_expires: r.opt_ts("token_expires_at")?,
            given: r.int("given")?,
        })
    })
    .transpose()
}

/// The offer with this code.
pub async fn by_code(tx: &mut Tx, code_hash: &str) -> Result<Option<WalletOffer>> {
    one(tx, offer_where!("code_hash = $1"), code_hash).await
}

/// The offer with this token.
pub async fn by_token(tx: &mut Tx, token_hash: &str) -> Result<Option<WalletOffer>> {
    one(tx, offer_where!("token_hash = $1"), token_hash).await
}

/// Counts a wrong try.
pub async fn missed(tx: &mut Tx, id: OfferId) -> Result<()> {
    tx.exec("UPDATE wallet_offer SET tries = tries + 1 WHERE id = $1", args![id.to_string()]).await?;
    Ok(())
}

/// Changes the code for a token; whether nobody did before.
pub async fn redeem(tx: &mut Tx, id: OfferId, now: Ts, token_hash: &str, until: Ts) -> Result<bool> {
    let sql = "UPDATE wallet_offer SET used_at = $2, token_hash = $3, token_expires_at = $4 WHERE id = $1 AND used_at IS NULL";
    Ok(tx.exec(sql, args![id.to_string(), now, token_hash, until]).await? == 1)
}

/// Counts copies that are fetched, unless they would be more than `most` in all; whether they may be.
pub async fn give(tx: &mut Tx, id: OfferId, copies: i64, most: i64) -> Result<bool> {
    let sql = "UPDATE wallet_offer SET given = given + $2 WHERE id = $1 AND given + $2 <= $3";
    Ok(tx.exec(sql, args![id.to_string(), copies, most]).await? == 1)
}

/// How many offers of a holder are open.
pub async fn open(tx: &mut Tx, holder: PersonId, now: Ts) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM wallet_offer WHERE holder = $1 AND expires_at > $2";
    tx.opt(sql, args![holder.to_string(), now]).await?.ok_or(StoreError::impossible("count"))?.int("n")
}

/// Uses a nonce; whether it was not used before.
pub async fn use_nonce(tx: &mut Tx, hash: &str, until: Ts) -> Result<bool> {
    let sql = "INSERT INTO used_nonce (hash, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    Ok(tx.exec(sql, args![hash, until]).await? == 1)
}

/// Forgets what is over.
pub async fn forget(tx: &mut Tx, now: Ts) -> Result<()> {
    tx.exec("DELETE FROM used_nonce WHERE expires_at <= $1", args![now]).await?;
    tx.exec("DELETE FROM wallet_offer WHERE expires_at <= $1", args![now.plus_hours(-24)]).await?;
    Ok(())
}
