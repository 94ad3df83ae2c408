//! A wallet fetches the credential that it was offered: signed anew, with the wallet's own key as its subject.

use super::{Failure, Outcome};
use crate::access::{Relation, Thing, Verb};
use crate::app::hash_of;
use crate::caller::Visitor;
use crate::issuing::{Form, signed_for_holder};
use crate::protocols::issuance::nonce;
use domain::event::{Event, Happened};
use serde_json::Value;
use store::Tx;
use store::wallet_offers::WalletOffer;

/// Copies in all that one offer can lead to.
const MOST_COPIES: i64 = 10;

/// What a wallet asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// How it is to be written.
    pub form: Form,
    /// The identifiers of the keys that it proved to hold; a copy for each.
    pub holders: Vec<String>,
    /// The nonces in those proofs.
    pub nonces: Vec<String>,
}

/// Why a wallet gets no credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotIssued {
    /// A nonce is not ours, is over, or was used.
    Nonce,
    /// The credential is not in force any more, or enough copies were fetched.
    Denied,
}

/// The offer that a wallet's token came of, while the token works.
pub async fn offer_of_token(visitor: &Visitor, token: &str) -> Outcome<Option<WalletOffer>> {
    visitor.may(Verb::Verify, Thing::WalletOffer, Relation::default())?;
    let found = store::wallet_offers::by_token(&mut visitor.app.read().await?, &hash_of(token)).await?;
    Ok(found.filter(|o| o.token_expires.is_some_and(|until| until > visitor.now)))
}

/// Signs a copy for each of the wallet's keys.
pub async fn issue_to_wallet(visitor: &Visitor, offer: &WalletOffer, asked: Asked) -> Outcome<Result<Vec<Value>, NotIssued>> {
    visitor.may(Verb::Verify, Thing::WalletOffer, Relation::default())?;
    let mut tx = visitor.app.begin().await?;
    if !use_up(visitor, &mut tx, &asked.nonces).await? {
        return Ok(Err(NotIssued::Nonce));
    }
    let found = store::awards::credential(&mut tx, offer.credential).await?.ok_or(Failure::Missing)?;
    let credential = found.at(visitor.now);
    let in_force = matches!(credential.state, domain::credential::CredentialState::Active { .. });
    let copies = asked.holders.len() as i64;
    if !in_force || !store::wallet_offers::give(&mut tx, offer.id, copies, MOST_COPIES).await? {
        return Ok(Err(NotIssued::Denied));
    }
    let mut signed = Vec::new();
    for holder in &asked.holders {
        signed.push(signed_for_holder(&visitor.app, &mut tx, &credential, holder, asked.form).await?);
    }
    write_down(visitor, &mut tx, offer, Event::WalletIssued { credential: credential.id, copies: asked.holders.len() }).await?;
    tx.commit().await?;
    Ok(Ok(signed))
}

/// A nonce works once; one that two proofs share counts once.
async fn use_up(visitor: &Visitor, tx: &mut Tx, nonces: &[String]) -> Outcome<bool> {
    let mut distinct: Vec<&String> = nonces.iter().collect();
    distinct.sort();
    distinct.dedup();
    for given in distinct {
        let Some(expires) = nonce::good_until(&visitor.app, given, visitor.now) else { return Ok(false) };
        if !store::wallet_offers::use_nonce(tx, &hash_of(given), expires).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A wallet says what became of it.
pub async fn told_by_wallet(visitor: &Visitor, offer: &WalletOffer, what: &str) -> Outcome<()> {
    visitor.may(Verb::Verify, Thing::WalletOffer, Relation::default())?;
    let mut tx = visitor.app.begin().await?;
    write_down(visitor, &mut tx, offer, Event::WalletTold { credential: offer.credential, what: what.to_owned() }).await?;
    Ok(tx.commit().await?)
}

async fn write_down(visitor: &Visitor, tx: &mut Tx, offer: &WalletOffer, event: Event) -> Outcome<()> {
    let happened = Happened { chain: offer.credential.to_string(), actor: Some(offer.holder), at: visitor.now, event };
    Ok(store::events::record(tx, visitor.app.id(), &happened).await?)
}
