//! Signs anew what a compromised key signed from the moment on from which it can't be trusted (E16). What is done stays
//! done: run again after a crash, it goes on with what is left.

use super::Job;
use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::{issuing, mail};
use domain::{JobId, KeyId};

/// How many credentials are signed in one transaction, and in how many transactions before the next job goes on: well
/// within the time that a job is kept from others.
const AT_ONCE: i64 = 50;
const ROUNDS: usize = 10;

pub(super) async fn run(app: &App, job: JobId, key: KeyId) -> Outcome<()> {
    for _ in 0..ROUNDS {
        if some(app, job, key).await? {
            return Ok(());
        }
    }
    let mut tx = app.begin().await?;
    let next = Job::Reissue { key };
    store::jobs::done(&mut tx, job).await?;
    store::jobs::add(&mut tx, app.id(), next.kind(), &next.payload(), app.now()).await?;
    Ok(tx.commit().await?)
}

/// Some of what is left; whether that was all.
async fn some(app: &App, job: JobId, key: KeyId) -> Outcome<bool> {
    let mut tx = app.begin().await?;
    let lost = store::awards::key(&mut tx, key).await?.ok_or(Failure::Missing)?;
    let credentials = match lost.compromised {
        Some(from) => store::awards::signed_since(&mut tx, key, from, AT_ONCE).await?,
        None => vec![],
    };
    let all = credentials.is_empty();
    for credential in credentials {
        if credential.state.public() {
            mail::passing::send(&mut tx, app, &credential, "reissued").await?;
        }
        issuing::sign(app, &mut tx, credential).await?;
    }
    if all {
        store::jobs::done(&mut tx, job).await?;
    }
    tx.commit().await?;
    Ok(all)
}
