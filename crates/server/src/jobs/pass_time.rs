//! What the passing of time does, written down with an event and a letter: credentials whose end has come or is near,
//! offers and questions that nobody answered, claims that fell asleep. Each is done once, however often this runs.

use crate::actions::Outcome;
use crate::app::App;
use crate::mail;
use domain::claim::QUIET_DAYS;
use domain::credential::{OFFER_DAYS, RENEWAL_DAYS};
use domain::event::{Event, Happened};
use store::Tx;

/// How many things are looked at in one transaction.
const AT_ONCE: i64 = 100;

/// Does all that is due; how many things it concerned.
pub async fn run(app: &App) -> Outcome<usize> {
    let mut done = go_on(app).await? + give_back(app).await?;
    loop {
        let n = end(app).await? + announce(app).await? + lapse(app).await? + sleep(app).await?;
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
        record(app, &mut tx, credential.id.to_string(), Event::CredentialExpired { credential: id }).await?;
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
            record(app, &mut tx, credential.id.to_string(), Event::ExpiryAnnounced { credential: credential.id }).await?;
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
        record(app, &mut tx, credential.id.to_string(), Event::OfferLapsed { credential: credential.id }).await?;
    }
    tx.commit().await?;
    Ok(unanswered.len())
}

/// Attempts that waited too long for the learner go on with what there is.
async fn go_on(app: &App) -> Outcome<usize> {
    let (mut done, mut after) = (0, None);
    loop {
        let mut tx = app.begin().await?;
        let waiting = store::assessments::waiting_for_learner(&mut tx, after, AT_ONCE).await?;
        for assessment in &waiting {
            // Not due yet.
            let Ok(on) = assessment.clone().unanswered(app.now()) else { continue };
            store::assessments::save(&mut tx, &on).await?;
            mail::answer_overdue::send(&mut tx, app, &on).await?;
            record(app, &mut tx, on.claim.to_string(), Event::AnswerOverdue { assessment: on.id }).await?;
            done += 1;
        }
        tx.commit().await?;
        match waiting.last() {
            Some(last) => after = Some(last.id),
            None => return Ok(done),
        }
    }
}

/// What was taken on and not begun waits for anybody again.
async fn give_back(app: &App) -> Outcome<usize> {
    let (mut done, mut after) = (0, None);
    loop {
        let mut tx = app.begin().await?;
        let held = store::assessments::being_judged(&mut tx, after, AT_ONCE).await?;
        for assessment in &held {
            // Begun, or not yet due.
            let Ok(free) = assessment.clone().lapse(app.now()) else { continue };
            store::assessments::save(&mut tx, &free).await?;
            if let Some(assessor) = assessment.state.assessor() {
                mail::lapsed::send(&mut tx, app, &free, assessor).await?;
            }
            record(app, &mut tx, free.claim.to_string(), Event::AssessmentLapsed { assessment: free.id }).await?;
            done += 1;
        }
        tx.commit().await?;
        match held.last() {
            Some(last) => after = Some(last.id),
            None => return Ok(done),
        }
    }
}

async fn sleep(app: &App) -> Outcome<usize> {
    let mut tx = app.begin().await?;
    let quiet = store::claims::quiet(&mut tx, app.now().plus_days(-QUIET_DAYS), AT_ONCE).await?;
    for claim in &quiet {
        let asleep = claim.clone().sleep(app.now())?;
        store::claims::save(&mut tx, &asleep, app.now()).await?;
        mail::asleep::send(&mut tx, app, &asleep).await?;
        record(app, &mut tx, claim.id.to_string(), Event::ClaimAsleep { claim: claim.id }).await?;
    }
    tx.commit().await?;
    Ok(quiet.len())
}

async fn record(app: &App, tx: &mut Tx, chain: String, event: Event) -> Outcome<()> {
    let happened = Happened { chain, actor: None, at: app.now(), event };
    Ok(store::events::record(tx, app.id(), &happened).await?)
}
