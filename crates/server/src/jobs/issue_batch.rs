//! Issues some parts of a batch, and leaves the rest to the next job of its kind, behind whatever else is due by then.
//! What is issued stays issued: run again after a crash, it goes on with what is left.

use super::Job;
use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::issuing::batch::{Places, Step, issue_part};
use domain::{BatchId, JobId};
use std::time::{Duration, Instant};

/// After how long, and after how many parts, the next job goes on: well within the time that a job is kept from others,
/// and little against the minute in which a decision elsewhere is to be signed.
const TURN: Duration = Duration::from_secs(1);
const PARTS: usize = 8;

pub(super) async fn run(app: &App, job: JobId, id: BatchId) -> Outcome<()> {
    let batch = store::batches::get(&mut app.read().await?, id).await?.ok_or(Failure::Missing)?;
    let mut places = Places::read(app, batch.issuer).await?;
    let begun = Instant::now();
    let mut over = false;
    for _ in 0..PARTS {
        match issue_part(app, id, &mut places).await {
            Ok(Step::More) => {}
            Ok(Step::Over) => {
                over = true;
                break;
            }
            // Somebody else took a place in the list, or saved the batch: what was read is too old.
            Err(Failure::Stale) => break,
            Err(other) => return Err(other),
        }
        if begun.elapsed() >= TURN {
            break;
        }
    }
    let mut tx = app.begin().await?;
    store::jobs::done(&mut tx, job).await?;
    if !over {
        let next = Job::IssueBatch { batch: id };
        store::jobs::add(&mut tx, app.id(), next.kind(), &next.payload(), app.now()).await?;
    }
    tx.commit().await?;
    if !over {
        app.jobs_due.notify_one();
    }
    Ok(())
}
