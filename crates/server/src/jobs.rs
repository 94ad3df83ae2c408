//! Work that follows an act. Each job is written down in the act's transaction and is safe to run twice.

mod forget;
mod forget_uploads;
pub mod pass_time;
mod send_message;
mod sign_credential;

use crate::actions::{Failure, Outcome};
use crate::app::App;
use domain::{CredentialId, MessageId, Ts};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Every kind of job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum Job {
    /// Signs a credential's document.
    SignCredential {
        /// Which.
        credential: CredentialId,
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
            Job::SendMessage { .. } => "send_message",
        }
    }

    /// What is stored.
    pub fn payload(&self) -> String {
        serde_json::to_string(self).expect("ids are text")
    }

    async fn run(&self, app: &App) -> Outcome<()> {
        match self {
            Job::SignCredential { credential } => sign_credential::run(app, *credential).await,
            Job::SendMessage { message } => send_message::run(app, *message).await,
        }
    }
}

/// How many jobs are taken at once.
const BATCH: i64 = 16;
/// How often somebody looks for work that nobody rang for.
const POLL: Duration = Duration::from_secs(1);
/// How often what is over is forgotten.
const FORGET: Duration = Duration::from_secs(600);

/// Runs everything that is due; how many jobs there were.
pub async fn run_due(app: &App) -> Outcome<usize> {
    let mut tx = app.begin().await?;
    let jobs = store::jobs::lease(&mut tx, app.now(), BATCH).await?;
    tx.commit().await?;
    for job in &jobs {
        let done = match serde_json::from_str::<Job>(&job.payload) {
            Ok(work) => work.run(app).await,
            Err(e) => Err(Failure::Broken(format!("unreadable job: {e}"))),
        };
        let mut tx = app.begin().await?;
        match done {
            Ok(()) => store::jobs::done(&mut tx, job.id).await?,
            Err(failure) => {
                tracing::warn!(job = job.kind, id = %job.id, attempt = job.attempt, "{failure}");
                store::jobs::failed(&mut tx, job.id, &failure.to_string(), again(app.now(), job.attempt)).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(jobs.len())
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
            Ok(n) => n > 0,
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
            () = app.jobs_due.notified() => {}
            () = tokio::time::sleep(POLL) => {}
            _ = forget.tick() => {
                if let Err(failure) = forget::run(&app).await {
                    tracing::warn!("nothing forgotten: {failure}");
                }
            }
        }
    }
}
