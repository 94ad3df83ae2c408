//! What the passing of time does to credentials, written down with an event and a letter: ends that have come, ends that
//! are near, offers that nobody answered. Each is done once, however often this runs.

use crate::actions::Outcome;
use crate::app::App;
use crate::mail;
use domain::credential::{Credential, OFFER_DAYS, RENEWAL_DAYS};
use domain::event::{Event, Happened};
use store::Tx;

/// How many credentials are looked at in one transaction.
const AT_ONCE: i64 = 100;

/// Does all that is due; how many credentials it concerned.
pub async fn run(app: &App) -> Outcome<usize> {
    let mut done = 0;
    loop {
        let n = end(app).await? + announce(app).await? + lapse(app).await?;
        done += n;
        if n == 0 {
            return Ok(done);
        }
    }
}

async fn end(app: &App) -> Outcome<usize> {
    let mut tx = app.begin().await?;
    let over = store::renewals::over(&mut tx, app.now(), AT_ONCE).await?;
    for credential in &over {
        let id = credential.id;
        store::awards::save_credential(&mut tx, &credential.clone().at(app.now())).await?;
        mail::passing::send(&mut tx, app, credential, "expired").await?;
        record(app, &mut tx, credential, Event::CredentialExpired { credential: id }).await?;
    }
    tx.commit().await?;
    Ok(over.len())
}

async fn announce(app: &App) -> Outcome<usize> {
    let mut tx = app.begin().await?;
    let now = app.now();
    let ending = store::renewals::ending(&mut tx, now, now.plus_days(RENEWAL_DAYS), AT_ONCE).await?;
    for credential in &ending {
        if store::renewals::remind(&mut tx, credential.id, now).await? {
            mail::passing::send(&mut tx, app, credential, "expiring").await?;
            record(app, &mut tx, credential, Event::ExpiryAnnounced { credential: credential.id }).await?;
        }
    }
    tx.commit().await?;
    Ok(ending.len())
}

async fn lapse(app: &App) -> Outcome<usize> {
    let mut tx = app.begin().await?;
    let unanswered = store::renewals::unanswered(&mut tx, app.now().plus_days(-OFFER_DAYS), AT_ONCE).await?;
    for credential in &unanswered {
        store::awards::save_credential(&mut tx, &credential.clone().at(app.now())).await?;
        mail::passing::send(&mut tx, app, credential, "unclaimed").await?;
        record(app, &mut tx, credential, Event::OfferLapsed { credential: credential.id }).await?;
    }
    tx.commit().await?;
    Ok(unanswered.len())
}

async fn record(app: &App, tx: &mut Tx, credential: &Credential, event: Event) -> Outcome<()> {
    let happened = Happened { chain: credential.id.to_string(), actor: None, at: app.now(), event };
    Ok(store::events::record(tx, app.id(), &happened).await?)
}
