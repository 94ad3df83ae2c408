//! Hands a letter to the mail server. A letter that was sent is not sent again; one that was handed over just before
//! a crash may be, which is better than not at all.

use crate::actions::{Failure, Outcome};
use crate::app::App;
use domain::{JobId, MessageId};
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use store::messages::Message as Letter;

pub(super) async fn run(app: &App, job: JobId, id: MessageId) -> Outcome<()> {
    let letter = store::messages::get(&mut app.read().await?, id).await?.filter(|l| l.sent.is_none());
    let sent = match (&app.config.mail.smtp, letter) {
        (Some(smtp), Some(letter)) => send(app, smtp, letter).await.map(|()| true)?,
        _ => false,
    };
    let mut tx = app.begin().await?;
    if sent {
        store::messages::sent(&mut tx, id, app.now()).await?;
    }
    store::jobs::done(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

async fn send(app: &App, smtp: &str, letter: Letter) -> Outcome<()> {
    let broken = |e: &dyn std::fmt::Display| Failure::Broken(format!("letter not sent: {e}"));
    let from = app.config.mail.from.as_deref().unwrap_or("Tessera <no-reply@localhost>");
    let message = Message::builder()
        .from(from.parse().map_err(|e| broken(&e))?)
        .to(letter.address.parse().map_err(|e| broken(&e))?)
        .subject(&letter.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body)
        .map_err(|e| broken(&e))?;
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp).map_err(|e| broken(&e))?.build();
    transport.send(message).await.map(drop).map_err(|e| broken(&e))
}
