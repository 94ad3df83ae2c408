//! The holder takes a credential into a wallet: an offer, which the wallet changes for a token.

use super::{Failure, Outcome, commit, record};
use crate::access::{Relation, Thing, Verb};
use crate::app::{hash_of, random, secret};
use crate::caller::{Member, Visitor};
use domain::credential::CredentialState;
use domain::event::Event;
use domain::{CredentialId, Ts};
use store::wallet_offers::WalletOffer;

/// Minutes that an offer waits for a wallet.
const MINUTES: i64 = 10;
/// Wrong tries at the digits, after which the offer is dead.
const TRIES: i64 = 5;
/// Digits that the holder types into the wallet.
pub const PIN_DIGITS: usize = 6;
/// Offers of one holder that can be open at once.
const MOST_OPEN: i64 = 20;
/// Seconds that a wallet's token works.
pub const TOKEN_SECONDS: i64 = 600;

/// An offer as its holder sees it, once.
#[derive(Clone, Debug)]
pub struct Offered {
    /// What the wallet changes for a token.
    pub code: String,
    /// What the holder types into the wallet, if they asked for it.
    pub pin: Option<String>,
    /// Good until.
    pub expires: Ts,
}

/// Offers a credential in force to a wallet. With `pin`, a photograph of the code alone is of no use to others.
pub async fn offer_to_wallet(who: &Member, id: CredentialId, pin: bool) -> Outcome<Offered> {
    let mut tx = who.app.begin().await?;
    let credential = store::awards::credential(&mut tx, id).await?.ok_or(Failure::Missing)?.at(who.now);
    who.may(Verb::Edit, Thing::Credential, Relation::held_by(credential.holder))?;
    if !matches!(credential.state, CredentialState::Active { .. }) || credential.document.is_none() {
        return Err(Failure::Refused("refused-wallet-not-in-force"));
    }
    if store::wallet_offers::open(&mut tx, who.id(), who.now).await? >= MOST_OPEN {
        return Err(Failure::Refused("refused-too-many"));
    }
    let (code, pin) = (secret(), pin.then(digits));
    let offer = WalletOffer {
        id: who.app.id(),
        credential: id,
        holder: who.id(),
        pin_hash: pin.as_ref().map(|pin| pin_hash(&code, pin)),
        tries: 0,
        expires: who.now.plus_minutes(MINUTES),
        used: None,
        token_expires: None,
        given: 0,
    };
    store::wallet_offers::add(&mut tx, &offer, &hash_of(&code)).await?;
    record(&mut tx, who, id, Event::WalletOffered { credential: id }).await?;
    commit(tx, who).await?;
    Ok(Offered { code, pin, expires: offer.expires })
}

/// The digits alone are few: their hash is of use only to whoever knows the code, which is not kept.
fn pin_hash(code: &str, pin: &str) -> String {
    hash_of(&format!("{code}:{pin}"))
}

/// Six digits, each value as likely as another.
fn digits() -> String {
    loop {
        let n = u32::from_be_bytes(random::<4>());
        // The last, incomplete run of a million would make small numbers likelier.
        if n < 4_294_000_000 {
            return format!("{:06}", n % 1_000_000);
        }
    }
}

/// An offer that is still open, for a wallet that fetches what it is about.
pub async fn open_offer(visitor: &Visitor, code: &str) -> Outcome<WalletOffer> {
    visitor.may(Verb::View, Thing::WalletOffer, Relation::default())?;
    let found = store::wallet_offers::by_code(&mut visitor.app.read().await?, &hash_of(code)).await?;
    found.filter(|o| o.expires > visitor.now && o.used.is_none()).ok_or(Failure::Missing)
}

/// Why a wallet gets no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoToken {
    /// The code is unknown, over or used; or the digits are wrong.
    NotGood,
    /// Digits were asked for and none came.
    PinMissing,
    /// Digits came and none were asked for.
    PinUnexpected,
}

/// A wallet changes the code for a token.
pub async fn redeem_offer(visitor: &Visitor, code: &str, pin: Option<&str>) -> Outcome<Result<String, NoToken>> {
    visitor.may(Verb::Verify, Thing::WalletOffer, Relation::default())?;
    let mut tx = visitor.app.begin().await?;
    let found = store::wallet_offers::by_code(&mut tx, &hash_of(code)).await?;
    let good = |o: &WalletOffer| o.expires > visitor.now && o.used.is_none() && o.tries < TRIES;
    let Some(offer) = found.filter(good) else { return Ok(Err(NoToken::NotGood)) };
    match (&offer.pin_hash, pin) {
        (Some(_), None) => return Ok(Err(NoToken::PinMissing)),
        (None, Some(_)) => return Ok(Err(NoToken::PinUnexpected)),
        (Some(due), Some(pin)) if *due != pin_hash(code, pin) => {
            store::wallet_offers::missed(&mut tx, offer.id).await?;
            tx.commit().await?;
            return Ok(Err(NoToken::NotGood));
        }
        _ => {}
    }
    let token = secret();
    let until = visitor.now.plus_seconds(TOKEN_SECONDS);
    if !store::wallet_offers::redeem(&mut tx, offer.id, visitor.now, &hash_of(&token), until).await? {
        return Ok(Err(NoToken::NotGood));
    }
    tx.commit().await?;
    Ok(Ok(token))
}
