//! Work that follows an act. Each job is written down in the act's transaction and is safe to run twice.

mod forget;
mod forget_uploads;
mod issue_batch;
pub mod pass_time;
mod reissue;
mod send_message;
mod sign_credential;

use crate::actions::{Failure, Outcome};
use crate::app::App;
use domain::{BatchId, CredentialId, KeyId, MessageId, Ts};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::jobs::Job as Leased;

/// Every kind of job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum Job {
    /// Signs a credential's document.
    SignCredential {
        /// Which.
        credential: CredentialId,
    },
    /// Signs anew what a compromised key signed.
    Reissue {
        /// Which key.
        key: KeyId,
    },
    /// Issues a batch.
    IssueBatch {
        /// Which.
        batch: BatchId,
    },
    /// Hands a letter to the mail server.
    SendMessage {
        /// Which.
        message: MessageId,
    },
}

impl Job {
    /// The stored name.
    pub fn kind(&self) -> &'static str {
        match self {
            Job::SignCredential { .. } => "sign_credential",
            Job::Reissue { .. } => "reissue",
            Job::IssueBatch { .. } => "issue_batch",
            Job::SendMessage { .. } => "send_message",
        }
    }

    /// What is stored.
    pub fn payload(&self) -> String {
        serde_json::to_string(self).expect("ids are text")
    }
}

/// How many jobs are taken at once.
const BATCH: i64 = 32;
/// How long jobs are gathered after somebody rang: many in one transaction cost little more than one.
const GATHER: Duration = Duration::from_millis(40);
/// How often somebody looks for work that nobody rang for.
const POLL: Duration = Duration::from_secs(1);
/// How often what is over is forgotten.
const FORGET: Duration = Duration::from_secs(600);

/// Runs everything that is due; how many jobs there were.
pub async fn run_due(app: &App) -> Outcome<usize> {
    let mut tx = app.begin().await?;
    let jobs = store::jobs::lease(&mut tx, app.now(), BATCH).await?;
    tx.commit().await?;
    let mut to_sign = Vec::new();
    for job in &jobs {
        match serde_json::from_str(&job.payload) {
            Ok(Job::SignCredential { credential }) => to_sign.push((job, credential)),
            Ok(Job::Reissue { key }) => settle(app, job, reissue::run(app, job.id, key).await).await?,
            Ok(Job::IssueBatch { batch }) => settle(app, job, issue_batch::run(app, job.id, batch).await).await?,
            Ok(Job::SendMessage { message }) => settle(app, job, send_message::run(app, job.id, message).await).await?,
            Err(e) => settle(app, job, Err(Failure::Broken(format!("unreadable job: {e}")))).await?,
        }
    }
    // All in one transaction; if one of them fails, each in its own.
    if sign(app, &to_sign).await.is_err() {
        for one in to_sign {
            settle(app, one.0, sign(app, &[one]).await).await?;
        }
    }
    Ok(jobs.len())
}

async fn sign(app: &App, all: &[(&Leased, CredentialId)]) -> Outcome<()> {
    if all.is_empty() {
        return Ok(());
    }
    let mut tx = app.begin().await?;
    for (job, credential) in all {
        sign_credential::run(app, &mut tx, *credential).await?;
        store::jobs::done(&mut tx, job.id).await?;
    }
    Ok(tx.commit().await?)
}

/// Notes down a failure; the job is tried again.
async fn settle(app: &App, job: &Leased, done: Outcome<()>) -> Outcome<()> {
    let Err(failure) = done else { return Ok(()) };
    tracing::warn!(job = job.kind, id = %job.id, attempt = job.attempt, "{failure}");
    let mut tx = app.begin().await?;
    store::jobs::failed(&mut tx, job.id, &failure.to_string(), again(app.now(), job.attempt)).await?;
    Ok(tx.commit().await?)
}

/// Each try waits twice as long as the one before, up to an hour.
fn again(now: Ts, attempt: i64) -> Ts {
    let seconds = (1i64 << attempt.clamp(0, 12)).min(3600);
    Ts(now.0 + seconds * 1_000_000)
}

/// Runs jobs until `stop` resolves.
pub async fn work(app: App, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    let mut forget = tokio::time::interval(FORGET);
    loop {
        let more = match run_due(&app).await {
            Ok(n) => n as i64 == BATCH,
            Err(failure) => {
                tracing::warn!("jobs wait: {failure}");
                false
            }
        };
        if more {
            continue;
        }
        tokio::select! {
            () = &mut stop => return,
            () = app.jobs_due.notified() => tokio::time::sleep(GATHER).await,
            () = tokio::time::sleep(POLL) => {}
            _ = forget.tick() => {
                if let Err(failure) = forget::run(&app).await {
                    tracing::warn!("nothing forgotten: {failure}");
                }
            }
        }
    }
}
