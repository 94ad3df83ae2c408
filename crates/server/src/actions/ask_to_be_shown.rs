//! Anybody asks to be shown a credential, and a wallet answers. Nothing of it reaches the issuer, and soon all of it is
//! forgotten; so nothing is written into the record either.

use super::{Failure, Outcome};
use crate::access::{Relation, Thing, Verb};
use crate::app::{hash_of, secret};
use crate::caller::Visitor;
use domain::ShowingId;
use store::showings::{Answer, Showing};

/// Minutes that a question waits for a wallet, and then that its answer is kept.
const MINUTES: i64 = 10;
/// Questions that are kept at once in the whole instance: each answer may hold a mebibyte.
const MOST: i64 = 1_000;

/// Asks: the secret of the page on which the answer will be.
pub async fn ask_to_be_shown(visitor: &Visitor) -> Outcome<String> {
    visitor.may(Verb::Add, Thing::Showing, Relation::default())?;
    let mut tx = visitor.app.begin().await?;
    if store::showings::kept(&mut tx, visitor.now).await? >= MOST {
        return Err(Failure::Refused("refused-too-many"));
    }
    let page = secret();
    let showing = Showing { id: visitor.app.id(), nonce: secret(), expires: visitor.now.plus_minutes(MINUTES), answer: None };
    store::showings::add(&mut tx, &showing, &hash_of(&page)).await?;
    tx.commit().await?;
    Ok(page)
}

/// The question that a page is about.
pub async fn showing_of_page(visitor: &Visitor, page: &str) -> Outcome<Showing> {
    visitor.may(Verb::View, Thing::Showing, Relation::default())?;
    store::showings::by_page(&mut visitor.app.read().await?, &hash_of(page), visitor.now).await?.ok_or(Failure::Missing)
}

/// The question that a wallet was pointed at, while it waits.
pub async fn open_showing(visitor: &Visitor, id: ShowingId) -> Outcome<Showing> {
    visitor.may(Verb::View, Thing::Showing, Relation::default())?;
    let found = store::showings::get(&mut visitor.app.read().await?, id, visitor.now).await?;
    found.filter(|s| s.answer.is_none()).ok_or(Failure::Missing)
}

/// A wallet answers. A second answer changes nothing.
pub async fn answer_showing(visitor: &Visitor, id: ShowingId, answer: &Answer) -> Outcome<()> {
    visitor.may(Verb::Verify, Thing::Showing, Relation::default())?;
    let mut tx = visitor.app.begin().await?;
    if !store::showings::answer(&mut tx, id, answer, visitor.now.plus_minutes(MINUTES)).await? {
        return Err(Failure::Missing);
    }
    Ok(tx.commit().await?)
}

/// Whoever asked has seen enough: all of it is forgotten at once.
pub async fn forget_showing(visitor: &Visitor, page: &str) -> Outcome<()> {
    let showing = showing_of_page(visitor, page).await?;
    visitor.may(Verb::Withdraw, Thing::Showing, Relation::default())?;
    let mut tx = visitor.app.begin().await?;
    store::showings::remove(&mut tx, showing.id).await?;
    Ok(tx.commit().await?)
}
